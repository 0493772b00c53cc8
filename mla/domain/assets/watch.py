"""The watch over freezes: what holds by which order and until when, and what both sides are told ahead of its lapse.

The Convention sets no duration for a freeze: each warning says whose rule the day is.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from ..findings import DOMESTIC_LAW, Finding, Weight
from . import money
from .acts import Body
from .freezing import Freeze, Hold, confiscated_whole, freezes_on

#: How many days before it lapses a freeze is warned of; a number of this system.
AHEAD = 30
_ALIKE = attrgetter(*(name for name in Freeze.__slots__ if name not in ("label", "amount")))


@dataclass(frozen=True, slots=True)
class Watched:
    """Property that is frozen alike: by one order, until one day and by one rule, which ``freeze`` says for all of it.

    ``amounts`` are the sums that the order names for it, by currency.
    """

    freeze: Freeze
    labels: tuple[str, ...]
    amounts: money.Sums

    @property
    def rule(self) -> str:
        """What ends the freeze, and the domestic law behind it; empty where the record says neither."""
        return "; ".join(filter(None, (self.freeze.lapse_rule.strip(), self.freeze.law.strip())))


def watched(bodies: Sequence[Body], day: dt.date) -> list[Watched]:
    """What is frozen on the day, or was until it lapsed, order by order, the earliest lapse first.

    What was lifted is watched no more, nor what was confiscated as a whole: the order of confiscation holds it.
    """
    taken = confiscated_whole(bodies, day)
    alike: dict[Any, list[Freeze]] = {}
    for label, freeze in freezes_on(bodies, day).items():
        if label not in taken and freeze.hold(day) is not Hold.LIFTED:
            alike.setdefault(_ALIKE(freeze), []).append(freeze)
    return sorted(map(_watched, alike.values()), key=lambda one: one.freeze.lapses_on or dt.date.max.isoformat())


def _watched(alike: Sequence[Freeze]) -> Watched:
    return Watched(alike[0], tuple(one.label for one in alike), money.total(one.amount for one in alike))


def warnings(bodies: Sequence[Body], day: dt.date) -> Iterator[Finding]:
    """What both sides are told of each freeze on the day: that it lapses soon or has lapsed, and what it awaits."""
    for one in watched(bodies, day):
        yield from _told(one, day)


def _told(one: Watched, day: dt.date) -> Iterator[Finding]:
    freeze, left = one.freeze, one.freeze.left(day)
    if not freeze.alive(day):
        yield _warning("assets.freeze.lapsed", one, lapses_on=freeze.lapses_on)
        return
    if left is None:
        yield _warning("assets.freeze.open", one)
    elif left <= AHEAD:
        yield _warning("assets.freeze.ends", one, lapses_on=freeze.lapses_on, left=left)
    if day.isoformat() <= freeze.needed_by <= (day + dt.timedelta(AHEAD)).isoformat():
        yield _warning("assets.freeze.needed", one, needed=freeze.needed or "…", needed_by=freeze.needed_by)


def _warning(code: str, one: Watched, **values: object) -> Finding:
    """The warning with what the order says of its end and of the law behind it; the Convention has no such rule."""
    code = code if one.rule else f"{code}.no_rule"
    values = {"assets": ", ".join(one.labels), "end": one.rule, **values}
    return Finding(code, DOMESTIC_LAW, Weight.WARNS, values, "request.history")
