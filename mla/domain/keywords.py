"""The words by which a request is found: what somebody types is looked for at their beginnings."""

import re
from collections.abc import Iterator

from .identity import bare, folded

#: So much of a word is kept, and so much of what is typed is looked for.
LENGTH = 60
_WORD = re.compile(r"\w(?:[^\s\0]*\w)?")
_BEGINNING = re.compile(r"(?<!\w)\w")
_ZEROS = re.compile(r"^0+(?=\d)")


def words(title: str, *references: str) -> set[str]:
    """The words of a working title and of references, without differences of case, accents and leading zeros.

    A reference is found by its beginning, and by that of its last part, where the number stands.
    """
    found = {part for reference in references for word in _words(reference) for part in _numbered(word)}
    found |= {part for word in _words(title) for part in _parts(word)}
    return {word[:LENGTH] for word in found | {_ZEROS.sub("", word) for word in found}}


def sought(text: str) -> list[str]:
    """The beginnings of words that a text asks for: all of them are required; none where it holds no word."""
    typed = {word[:LENGTH] for word in _words(text)}
    return sorted(word for word in typed if not any(other != word and other.startswith(word) for other in typed))


def _words(text: str) -> list[str]:
    """What stands between spaces, without what surrounds it."""
    return _WORD.findall(bare(folded(text)))


def _parts(word: str) -> Iterator[str]:
    """The word, and what begins within it after a mark: "bank-records" is found by "records" too."""
    yield from (word[found.start() :] for found in _BEGINNING.finditer(word))


def _numbered(word: str) -> Iterator[str]:
    """``bra-drci/mla/2026/00001-k`` and ``00001-k``."""
    if "/" not in word:
        yield from _parts(word)
    else:
        yield from (word, word.rpartition("/")[2])
