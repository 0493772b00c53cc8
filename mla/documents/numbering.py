"""Numbers of sections and paragraphs through a whole letter, and where in it each annex is cited."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

#: "Annex C", "Annexes A and B", "annexes A, B and D to F": labels of one or two capitals.
_CITATION = re.compile(r"\b[Aa]nnex(?:es)?\s+([A-Z]{1,2}\b(?:\s*(?:,\s*and|,|and|or|to|–)\s+[A-Z]{1,2}\b)*)")
_TAG = re.compile(r"<[^>]+>")


def cited(text: str) -> list[str]:
    """The labels of the annexes that a text names, in order, each once; "D to F" names D, E and F."""
    found: list[str] = []
    for citation in _CITATION.findall(text):
        found += _labels(citation)
    return list(dict.fromkeys(found))


def _labels(citation: str) -> list[str]:
    spans = re.findall(r"([A-Z]{1,2})(?:\s*(?:to|–)\s+([A-Z]{1,2}))?", citation)
    return [label for first, last in spans for label in _span(first, last or first)]


def _span(first: str, last: str) -> list[str]:
    if len(first) != 1 or len(last) != 1:
        return list(dict.fromkeys((first, last)))
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


class Numbering:
    """Counts while a letter is written; a letter has its own."""

    def __init__(self) -> None:
        self.sections = 0
        self._paragraphs = 0
        self._places: dict[str, list[str]] = {}

    def section(self) -> int:
        """The number of the next section."""
        self.sections += 1
        return self.sections

    def paragraph(self, body: str) -> int:
        """The number of the next paragraph, which says ``body``."""
        self._paragraphs += 1
        self.note(str(self._paragraphs), body)
        return self._paragraphs

    def note(self, place: str, body: Any) -> Any:
        """Remember which annexes the text at a place (a paragraph, ``O1``) cites; gives the text back."""
        for label in cited(unescape(_TAG.sub(" ", str(body)))):
            places = self._places.setdefault(label, [])
            if place not in places:
                places.append(place)
        return body

    def places(self, label: str) -> list[str]:
        """Where an annex was cited so far."""
        return list(self._places.get(label, []))

    def any_cited(self, labels: Iterable[str]) -> bool:
        """Whether any of the annexes was cited so far."""
        return any(label in self._places for label in labels)
