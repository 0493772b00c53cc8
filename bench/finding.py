"""The words by which a copy is found in the list of each of its authorities, made fast."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mla.domain.keywords import words
from mla.models import Request

from .gaps import FAMILY

TABLE = "listing_word"
_NAME = FAMILY.casefold()


@dataclass(frozen=True, slots=True)
class Found:
    """How one authority finds a copy: its key with gaps, the words that no copy changes, and those that each has.

    ``numbered`` says whether it reads the title, which ends in the copy's number; ``gaps`` are those of the
    references and of a family name.
    """

    key: str
    kept: frozenset[str]
    numbered: bool
    gaps: tuple[str, ...]

    def lines(self, values: Mapping[str, str]) -> Iterator[str]:
        """The rows of the copy whose gaps have these values; the domain makes the same words, more slowly."""
        found = set(self.kept)
        if self.numbered:
            found |= {values["number"], str(int(values["number"]))}
        for gap in self.gaps:
            whole = values[gap].casefold()
            found |= {whole, whole.rpartition("/")[2]}
        key = self.key % values
        return (f"{key}\t{word}" for word in found)


def found(request: Request, key: str, row: Mapping[str, Any]) -> Found:
    """How the authority of the row of the list finds copies of the request."""
    series = [own for own in (request.requesting_reference, request.requested_reference) if own]
    named = [row[name] for name in ("ours", "theirs")]
    gaps = [f"r{n}" for n, own in enumerate(series) if own in named]
    kept = words(row["title"], *(one for one in named if one not in series))
    gaps += ["name"] if _NAME in kept else []
    return Found(key, frozenset(kept - {_NAME}), bool(row["title"]), tuple(gaps))
