"""What the fixed words of a paper cite of the Convention: no article that does not carry the request.

Every fixed sentence of a paper cites in parentheses, so that it reads well without. What people wrote stays as it is:
only the words before the values are put in pass through here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache, partial
from typing import Any

from flask_babel import get_locale, gettext, ngettext

from mla.domain import basis

from . import words

_CITED = re.compile(r"\s\([^()]*\bArts?\.\s[^()]*(?:\([^()]*\)[^()]*)*\)")
_ART_18 = re.compile(r"\bArts?\. 18\(")


class Dropped(Enum):
    """What the fixed words of a paper leave out of what they cite in parentheses: the value is found in it."""

    NOTHING = re.compile(r"(?!)")
    ASSISTANCE = re.compile(r"\b18\(")
    ALL = re.compile("")


def dropped(snapshot: Mapping[str, Any]) -> Dropped:
    """What the paper leaves out.

    On a treaty or on reciprocity nothing of the Convention is cited. Of an extradition only Art. 16 speaks, and it
    binds two parties whatever carries the request: ``extra.beside`` says whether both are.
    """
    content = snapshot["content"]
    other = basis.is_other(content)
    if is_for_a_person(kind_of(snapshot)):
        return Dropped.ALL if other and not snapshot["extra"].get("beside") else Dropped.ASSISTANCE
    return Dropped.ALL if other else Dropped.NOTHING


def kind_of(snapshot: Mapping[str, Any]) -> str:
    """The kind of request that the paper belongs to; the oldest papers did not say, and all were for assistance."""
    return str(snapshot.get("kind") or snapshot["content"].get("kind") or "assistance")


def is_for_a_person(kind: str) -> bool:
    """Whether that kind of request asks for a person."""
    return basis.is_extradition({"kind": kind})


@dataclass(frozen=True, slots=True)
class Citing:
    """How the fixed words of a paper cite.

    ``through_13``: Art. 18 applies to a request about assets through Art. 13(3), which is cited with it.
    """

    leaves_out: Dropped = Dropped.NOTHING
    through_13: bool = False

    def said(self, text: str) -> str:
        """The text without the articles that it cites in parentheses, as far as they are left out."""
        kept = _CITED.sub(lambda cited: "" if self.leaves_out.value.search(cited[0]) else cited[0], text)
        return _ART_18.sub("Arts. 13(3), 18(", kept) if self.through_13 else kept


def citing(snapshot: Mapping[str, Any]) -> Citing:
    """How the paper cites."""
    return Citing(dropped(snapshot), kind_of(snapshot) == "assets")


def without(text: str, leaves_out: Dropped = Dropped.ALL) -> str:
    """The text without the articles that it cites in parentheses, as far as they are left out."""
    return Citing(leaves_out).said(text)


def citable(leaves_out: Dropped, article: str) -> bool:
    """Whether the article that a value of the record names may be printed: it is one, and it is not left out."""
    return article[:1].isdigit() and not leaves_out.value.search(article)


def translators(cites: Citing) -> tuple[Callable[..., str], Callable[..., str]]:
    """The translations for one message and for a number, as the paper cites."""
    return partial(_one, cites), partial(_many, cites)


def _one(cites: Citing, message: str) -> str:
    return _message(cites, str(get_locale()), message)


@lru_cache(maxsize=4096)
def _message(cites: Citing, _language: str, message: str) -> str:
    """The message in the language that is spoken now, put together once for all papers that cite alike."""
    return cites.said(gettext(message))


def _many(cites: Citing, singular: str, plural: str, number: int) -> str:
    return cites.said(ngettext(singular, plural, number))


class Spoken:
    """The words of the papers, as the paper cites."""

    def __init__(self, cites: Citing) -> None:
        self._cites = cites

    def __getattr__(self, name: str) -> Any:
        """The vocabulary of that name; what is no vocabulary stays as it is."""
        found = getattr(words, name)
        return _vocabulary(self._cites, str(get_locale()), name) if isinstance(found, Mapping) else found


@cache
def _vocabulary(cites: Citing, _language: str, name: str) -> Mapping[str, str]:
    """The vocabulary in the language that is spoken now, put together once for all papers that cite alike."""
    return {code: cites.said(str(word)) for code, word in getattr(words, name).items()}
