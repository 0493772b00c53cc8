"""What the fixed words of a paper cite of the Convention: no article that does not carry the request.

Every fixed sentence of a paper cites in parentheses, so that it reads well without. What people wrote stays as it is:
only the words before the values are put in pass through here.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from typing import Any

from flask_babel import gettext, ngettext

from mla.domain import basis

from . import words

_CITED = re.compile(r"\s\([^()]*\bArts?\.\s[^()]*(?:\([^()]*\)[^()]*)*\)")


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


def without(text: str, leaves_out: Dropped = Dropped.ALL) -> str:
    """The text without the articles that it cites in parentheses, as far as they are left out."""
    return _CITED.sub(lambda cited: "" if leaves_out.value.search(cited[0]) else cited[0], text)


def citable(leaves_out: Dropped, article: str) -> bool:
    """Whether the article that a value of the record names may be printed: it is one, and it is not left out."""
    return article[:1].isdigit() and not leaves_out.value.search(article)


def translators(leaves_out: Dropped) -> tuple[Callable[..., str], Callable[..., str]]:
    """The translations for one message and for a number, without what is left out."""
    return partial(_one, leaves_out), partial(_many, leaves_out)


def _one(leaves_out: Dropped, message: str) -> str:
    return without(gettext(message), leaves_out)


def _many(leaves_out: Dropped, singular: str, plural: str, number: int) -> str:
    return without(ngettext(singular, plural, number), leaves_out)


class Spoken:
    """The words of the papers, without the articles that are left out."""

    def __init__(self, leaves_out: Dropped) -> None:
        self._leaves_out = leaves_out

    def __getattr__(self, name: str) -> Any:
        """The vocabulary of that name; what is no vocabulary stays as it is."""
        found = getattr(words, name)
        if not isinstance(found, Mapping):
            return found
        return {code: without(str(word), self._leaves_out) for code, word in found.items()}
