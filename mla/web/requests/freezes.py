"""The clock of freezes as a page shows it: what holds by which order, until when, by whose rule, and what it awaits."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from mla.domain.assets import watch
from mla.wording import property as words
from mla.wording.assets import few

Body = Mapping[str, Any]


def rows(bodies: Sequence[Body], day: dt.date, label: str = "") -> list[dict[str, Any]]:
    """A row for each order and day, the earliest lapse first; only those of one asset where it is named."""
    return [_row(one, day) for one in watch.watched(bodies, day) if not label or label in one.labels]


def _row(one: watch.Watched, day: dt.date) -> dict[str, Any]:
    freeze, left = one.freeze, one.freeze.left(day)
    alive = freeze.alive(day)
    return {
        "freeze": freeze,
        "assets": few(", ".join(one.labels)),
        "amounts": words.amounts(one.amounts),
        "rule": one.rule,
        "alive": alive,
        "left": left if alive else None,
        "soon": alive and left is not None and left <= watch.AHEAD,
    }
