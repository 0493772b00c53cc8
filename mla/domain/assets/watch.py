"""The watch over freezes: what holds by which order and until when, so that both sides are told ahead of a lapse.

The Convention sets no duration for a freeze: each order is kept with the rule that ends it, and the law behind it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

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
        rule, law = self.freeze.lapse_rule.strip(), self.freeze.law.strip()
        return f"{rule.rstrip('.')} ({law})" if rule and law else rule or law


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
