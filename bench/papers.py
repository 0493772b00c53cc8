"""How long a paper takes, held against bare WeasyPrint on the very page that it is made of."""

import copy
from typing import Any

from mla.documents import render

from . import floors
from .pace import Job, Measured, against, seconds

PAGES = 60
#: Of so many letters the quickest counts: the others were kept waiting.
LETTERS = 5
#: What the facts of a long letter repeat.
PARAGRAPH = "The payments were ordered in one State and received in the other, as the statements show. " * 6


def letter(snapshot: dict[str, Any]) -> Measured:
    """Seconds for some letters of usual length, held against those of bare WeasyPrint."""
    page = render.html(snapshot)
    return against(lambda: _some(lambda: floors.printed(page)), lambda: _some(lambda: render.render(snapshot)))


def _some(job: Job) -> float:
    return min(seconds(job) for _ in range(LETTERS))


def sixty_pages(snapshot: dict[str, Any]) -> Measured:
    """Seconds for a letter of sixty pages, held against those of bare WeasyPrint."""
    long = _lengthened(snapshot)
    page = render.html(long)
    return against(lambda: seconds(lambda: floors.printed(page)), lambda: seconds(lambda: render.render(long)))


def _lengthened(snapshot: dict[str, Any]) -> dict[str, Any]:
    """The letter with facts so long that it has sixty pages: one page more or less is no matter."""
    some = 40
    short, middle = (floors.printed(render.html(_with(snapshot, n))) for n in (0, some))
    return _with(snapshot, (PAGES - short) * some // (middle - short))


def _with(snapshot: dict[str, Any], paragraphs: int) -> dict[str, Any]:
    long = copy.deepcopy(snapshot)
    long["content"]["facts"]["summary"] += f"\n\n{PARAGRAPH}" * paragraphs
    return long
