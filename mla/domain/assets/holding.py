"""Property that a freeze holds on the day: what is lifted or extended is held; what is closed holds nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence

from ..facts import Facts
from ..findings import THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..obligations import rules as o
from ..workflow import Guard, guard
from . import freezing
from .acts import Body
from .answers import labels


def held(facts: Facts) -> list[str]:
    """The labels of the property that is frozen on the day of the step, as it is where the freeze was ordered."""
    return held_on(facts.recovery.entries, facts.held_on)


def held_on(entries: Sequence[Body], day: dt.date) -> list[str]:
    """The labels of the property that is frozen on the day; what is confiscated whole is held by that order."""
    taken = freezing.confiscated_whole(entries, day)
    found = freezing.freezes_on(entries, day).items()
    return [label for label, freeze in found if freeze.alive(day) and label not in taken]


@guard(THIS_SYSTEM)
def freeze_held(facts: Facts) -> Iterator[Finding]:
    """Something is frozen: what has lapsed or was lifted is only ordered anew."""
    if not held(facts):
        yield missing("recovery.freeze.none", THIS_SYSTEM, "request.history")


def assets_held(name: str) -> Guard:
    """What is extended or lifted is frozen on the day that the form gives under the name, whenever it is reported."""

    def check(facts: Facts) -> Iterator[Finding]:
        if not labels(facts):
            yield from freeze_held.check(facts)
        given = str(facts.data.get(name) or "")
        day = dt.date.fromisoformat(given) if given else facts.held_on
        yield from freezing.in_force(facts.recovery.entries, labels(facts), day)

    return Guard("assets_held", THIS_SYSTEM, check)


@guard(THIS_SYSTEM)
def held_longer(facts: Facts) -> Iterator[Finding]:
    """A longer freeze ends later than the one that it extends."""
    day = str(facts.data.get("lapses_on") or "")
    return freezing.longer(facts.recovery.entries, labels(facts), day, facts.held_on)


@guard(THIS_SYSTEM)
def nothing_frozen(facts: Facts) -> Iterator[Finding]:
    """No freeze holds any more: each was lifted, has lapsed or gave way to a confiscation."""
    alive = held(facts)
    if alive:
        yield missing("recovery.freeze.still_held", THIS_SYSTEM, "request.history", assets=", ".join(alive))
    elif freezing.freezes_on(facts.recovery.entries, facts.held_on):
        yield Finding("recovery.freeze.over", THIS_SYSTEM, Weight.HOLDS)


@guard(THIS_SYSTEM)
def nothing_undone(facts: Facts) -> Iterator[Finding]:
    """No case is closed while an obligation must be done, or while property is frozen in it, or in one that it follows.

    Otherwise a freeze outlives the confiscation for which it was kept, in a case that is closed already.
    """
    yield from o.nothing_undone.check(facts)
    yield from (found for found in nothing_frozen.check(facts) if found.closes)
    if facts.left_frozen:
        where, left = "request.history", ", ".join(facts.left_frozen)
        yield missing("recovery.freeze.left_behind", THIS_SYSTEM, where, assets=left)


#: As the shared rule: for a case whose freeze goes on in a linked request.
obligations_done = Guard("obligations_done", THIS_SYSTEM, o.nothing_undone.check)
