"""What is known of a kind of paper before one is printed."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper.

    ``carries_snapshot``: the PDF holds the snapshot that it was made from. ``recalls`` are steps: the paper says on
    which day the last of them was taken, and what was told by it. ``of_property``: the paper says what became of the
    property of the case.
    """

    name: str
    suffix: str
    title: Any
    carries_snapshot: bool = False
    recalls: tuple[str, ...] = ()
    of_property: bool = False
