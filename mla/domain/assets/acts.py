"""What was done to property in a case, read from its history in the order in which it took effect."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Body = Mapping[str, Any]
#: What names the day on which an act took effect, where that is not the day on which it was reported.
_TAKES_EFFECT: Mapping[str, str] = {
    "report_freeze": "ordered_on",
    "extend_freeze": "ordered_on",
    "lift_freeze": "lifted_on",
    "report_confiscation": "ordered_on",
    "report_realisation": "realised_on",
    "report_recovery": "recovered_on",
}


class Act(NamedTuple):
    """An act: its step, the day (ISO text) on which it took effect, what the step's form gave, its entry's number."""

    step: str
    on: str
    data: Body
    seq: int

    def rows(self, name: str = "assets") -> Sequence[Any]:
        """What it lists under the name, rows or labels; what was recorded from paper may list nothing."""
        return self.data.get(name) or ()

    def said(self, name: str) -> str:
        """The text that it gives under the name, or none."""
        return str(self.data.get(name) or "")


def acts(bodies: Sequence[Body], *steps: str, until: dt.date | None = None) -> list[Act]:
    """The acts of the steps, as they took effect up to and including the day; all of them without one.

    ``bodies`` are history entries that stand, from first to last (``history.standing``), each with its number under
    ``seq`` where a reader wants to know which one it is.
    """
    found = [_act(body) for body in bodies if body["step"] in steps]
    return sorted((a for a in found if until is None or a.on <= until.isoformat()), key=lambda act: act.on)


def _act(body: Body) -> Act:
    step, data = str(body["step"]), body["data"]
    return Act(step, str(data.get(_TAKES_EFFECT.get(step, "")) or body["happened_on"]), data, int(body.get("seq", 0)))


def rows(bodies: Sequence[Body], step: str, until: dt.date | None = None, name: str = "assets") -> Iterator[Body]:
    """Every row of every act of the step."""
    for act in acts(bodies, step, until=until):
        yield from act.rows(name)


def label_of(row: Body | str) -> str:
    """The label by which a row names an asset, or that stands for it alone; empty where paper names none."""
    return row if isinstance(row, str) else str(row.get("label") or "")
