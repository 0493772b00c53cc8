"""The clock of a freeze: in force, lapsed or lifted on a day, always computed; whose rule it is, and what it awaits.

The Convention sets no duration: how long a freeze holds is a rule of the State that ordered it, and is named as such.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from ..findings import THIS_SYSTEM, Finding
from . import money
from .acts import Act, Body, acts, label_of, rows

_LIFT = "lift_freeze"
_STEPS = ("report_freeze", "extend_freeze", _LIFT)


class Hold(StrEnum):
    """Whether a freeze holds on a day, and if not, why."""

    IN_FORCE = "in_force"
    LAPSED = "lapsed"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True)
class Freeze:
    """The order that freezes an asset; days are ISO text.

    ``lapses_on`` is the last day on which it holds, empty where the rule names none. ``lapse_rule`` says what ends it,
    ``law`` the domestic law behind it; ``needed`` is what must be sent by ``needed_by`` for it to go on.
    """

    label: str
    ordered_on: str
    amount: money.Sums = field(default_factory=dict)
    order_number: str = ""
    authority: str = ""
    scope: str = ""
    lapses_on: str = ""
    lapse_rule: str = ""
    law: str = ""
    needed: str = ""
    needed_by: str = ""
    extended: bool = False
    lifted_on: str = ""
    cause: str = ""

    def hold(self, day: dt.date) -> Hold:
        """Whether it holds on the day; one that lapsed before it was lifted has lapsed."""
        today = day.isoformat()
        if self.lapses_on and self.lapses_on < min(today, self.lifted_on or today):
            return Hold.LAPSED
        return Hold.LIFTED if self.lifted_on and self.lifted_on <= today else Hold.IN_FORCE

    def alive(self, day: dt.date) -> bool:
        """Whether it is in force on the day."""
        return self.hold(day) is Hold.IN_FORCE

    def left(self, day: dt.date) -> int | None:
        """How many days it still holds after the day; None where the rule names no last day."""
        return (dt.date.fromisoformat(self.lapses_on) - day).days if self.lapses_on else None


class Change(NamedTuple):
    """An act by which a freeze was ordered, extended or lifted, and the freeze as it stands after it."""

    act: Act
    after: Freeze


def freezes_on(bodies: Sequence[Body], day: dt.date) -> dict[str, Freeze]:
    """The latest freeze of each asset that was ever frozen, by label, as ordered, extended and lifted up to the day."""
    return {change.after.label: change.after for change in changes(bodies, day)}


def changes(bodies: Sequence[Body], day: dt.date) -> Iterator[Change]:
    """Everything that was done to a freeze up to the day, in the order in which it took effect."""
    found: dict[str, Freeze] = {}
    for act in acts(bodies, *_STEPS, until=day):
        for after in _entered(found, act):
            yield Change(act, after)
            found[after.label] = after


def unchanged(bodies: Sequence[Body], day: dt.date) -> tuple[dt.date, dt.date]:
    """The days around the day on which no freeze changes by the calendar alone: from the first, before the second."""
    taken = {act.on for act in acts(bodies, "report_confiscation")}
    made = list(changes(bodies, dt.date.max))
    begun = {dt.date.fromisoformat(on) for on in taken | {change.act.on for change in made}}
    last = {dt.date.fromisoformat(one.after.lapses_on) for one in made if one.after.lapses_on}
    turns = begun | {on + dt.timedelta(days=1) for on in last if on < dt.date.max}
    before, after = [on for on in turns if on <= day], [on for on in turns if on > day]
    return max(before, default=dt.date.min), min(after, default=dt.date.max)


def _entered(found: Mapping[str, Freeze], act: Act) -> Iterator[Freeze]:
    """What an act makes of freezes; an extension or a lifting that names no property is one of all that is frozen."""
    if act.step == "report_freeze":
        yield from _ordered(act)
        return
    for label in [label_of(row) for row in act.rows()] or list(found):
        if label in found and (after := _changed(found[label], act)) is not found[label]:
            yield after


def _ordered(act: Act) -> Iterator[Freeze]:
    """A new order takes the place of the one before."""
    said = act.said
    for row in act.rows():
        yield Freeze(
            label_of(row), act.on, money.given(row), said("order_number"), said("authority"),
            said("scope"), said("lapses_on"), said("lapse_rule"), said("law"), said("needed"), said("needed_by"),
        )  # fmt: skip


def _changed(freeze: Freeze, act: Act) -> Freeze:
    """An extension or a lifting reaches a freeze only while it is alive: what has lapsed needs a new order."""
    if not freeze.alive(dt.date.fromisoformat(act.on)):
        return freeze
    if act.step == _LIFT:
        return replace(freeze, lifted_on=act.on, cause=act.said("cause"))
    return _extended(freeze, act)


def _extended(freeze: Freeze, act: Act) -> Freeze:
    """What was needed for it to go on has come; a record that names neither a day nor a rule moves no day."""
    day, rule = act.said("lapses_on"), act.said("lapse_rule")
    if not day and not rule:
        return replace(freeze, extended=True)
    return replace(
        freeze, extended=True, lapses_on=day, lapse_rule=rule or freeze.lapse_rule, law=act.said("law") or freeze.law,
        needed=act.said("needed"), needed_by=act.said("needed_by"),
    )  # fmt: skip


def in_force(bodies: Sequence[Body], labels: Iterable[str], day: dt.date) -> Iterator[Finding]:
    """A freeze that is extended or lifted on the day is in force: what has lapsed can only be ordered anew."""
    found = freezes_on(bodies, day)
    for label in labels:
        if label not in found:
            yield _closes("assets.freeze.none", "step.assets", label=label)
        elif found[label].hold(day) is Hold.LAPSED:
            lapsed = found[label].lapses_on
            yield _closes("assets.freeze.lapsed_before", "step.assets", label=label, lapses_on=lapsed)
        elif found[label].hold(day) is Hold.LIFTED:
            lifted = found[label].lifted_on
            yield _closes("assets.freeze.lifted_before", "step.assets", label=label, lifted_on=lifted)


def longer(bodies: Sequence[Body], labels: Iterable[str], lapses_on: str, day: dt.date) -> Iterator[Finding]:
    """An extension ends later than what it extends; one without a day (by a rule that names none) may stand."""
    found = freezes_on(bodies, day)
    for label in labels:
        before = found[label].lapses_on if label in found else ""
        if lapses_on and before and lapses_on <= before:
            yield _closes("assets.freeze.not_longer", "step.lapses_on", label=label, lapses_on=before)


def _closes(code: str, where: str, **values: object) -> Finding:
    return Finding(code, THIS_SYSTEM, values=values, where=where)


def confiscated_whole(bodies: Sequence[Body], day: dt.date) -> set[str]:
    """The labels of the assets that are confiscated as a whole on the day."""
    return {label_of(row) for row in rows(bodies, "report_confiscation", day) if row.get("extent") == "whole"}
