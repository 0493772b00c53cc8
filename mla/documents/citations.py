"""A paper on another basis than the Convention: its fixed words lose what they cite of the Convention.

Every fixed sentence of a paper cites in parentheses, so that it reads well without. What people wrote stays as it is:
only the words before the values are put in pass through here.
"""

import re
from collections.abc import Mapping
from typing import Any

from flask_babel import gettext, ngettext

from . import words

_CITED = re.compile(r"\s\([^()]*\bArts?\.\s[^()]*(?:\([^()]*\)[^()]*)*\)")


def without(text: str) -> str:
    """The text without the articles that it cites in parentheses."""
    return _CITED.sub("", text)


def uncited_gettext(message: str) -> str:
    """The translation, without the articles that it cites."""
    return without(gettext(message))


def uncited_ngettext(singular: str, plural: str, number: int) -> str:
    """The translation that fits the number, without the articles that it cites."""
    return without(ngettext(singular, plural, number))


def spoken(*, cites: bool) -> Any:
    """The words of the papers; on another basis, without the articles that they cite."""
    return words if cites else _UncitedWords()


class _UncitedWords:
    """The words of the papers, without the articles that they cite."""

    def __getattr__(self, name: str) -> Any:
        """The vocabulary of that name; what is no word of a letter stays as it is."""
        found = getattr(words, name)
        if isinstance(found, Mapping) and found is not words.GROUND_ARTICLES:
            return {code: without(str(word)) for code, word in found.items()}
        return found
