"""Steps on assets by the numbers: property that the case has, amounts that can be read, sums that balance.

Each rule looks at the history as it would stand with the step taken.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..workflow import Guard, guard
from . import disposal, money, several
from . import property as ledger
from .acts import Body
from .answers import labels, rows


def taken(facts: Facts, step: str) -> list[Body]:
    """The history with the step taken on the day."""
    act = {"step": step, "data": facts.data, "happened_on": facts.day.isoformat(), "side": facts.side, "to": ""}
    return [*facts.recovery.entries, act]


def listed(name: str) -> Guard:
    """The step speaks of property that the case has."""

    def check(facts: Facts) -> Iterator[Finding]:
        return ledger.known(facts.recovery.entries, facts.content, labels(facts, name), f"step.{name}")

    return Guard(f"{name}_known", THIS_SYSTEM, check)


@guard(THIS_SYSTEM)
def property_known(facts: Facts) -> Iterator[Finding]:
    """An order names property: where none is listed and none was traced, what comes of this can't be reported."""
    if not ledger.assets(facts.recovery.entries, facts.content):
        yield Finding("recovery.property.none_known", THIS_SYSTEM, Weight.WARNS, where="request.property")


def readable(name: str, *amounts: str) -> Guard:
    """The amounts that the rows give can be read, in a currency that is one."""

    def check(facts: Facts) -> Iterator[Finding]:
        return money.readable(rows(facts, name), amounts, f"step.{name}")

    return Guard(f"{name}_readable", THIS_SYSTEM, check)


@guard(THIS_SYSTEM)
def new_labels(facts: Facts) -> Iterator[Finding]:
    """What tracing found bears a label of its own."""
    return ledger.fresh(facts.recovery.entries, facts.content, labels(facts, "new"))


def within_order(step: str) -> Guard:
    """No more is recovered than the order names, over all States."""

    def check(facts: Facts) -> Iterator[Finding]:
        return several.within_orders(taken(facts, step), facts.content)

    return Guard("within_order", GOOD_PRACTICE, check)


def _sum_readable(name: str, currency: str) -> Guard:
    """The one amount that the form gives under the name can be read."""

    def check(facts: Facts) -> Iterator[Finding]:
        return money.readable_sum(facts.data, name, currency, "step")

    return Guard(f"{name}_readable", THIS_SYSTEM, check)


sum_readable = _sum_readable("amount", "currency")
#: The most that an order lets be recovered: one that can't be read would bound nothing.
order_readable = _sum_readable("order_amount", "order_currency")


@guard(THIS_SYSTEM)
def not_taken_yet(facts: Facts) -> Iterator[Finding]:
    """What is confiscated as a whole already is not confiscated again."""
    return disposal.taken_twice(facts.recovery.entries, labels(facts))


@guard(THIS_SYSTEM)
def nothing_left(facts: Facts) -> Iterator[Finding]:
    """No case is closed while confiscated property is not disposed of; of what paper tells that is only said."""
    for found in disposal.all_gone(facts.recovery.entries):
        yield replace(found, weight=Weight.WARNS) if facts.on_paper else found


@guard(THIS_SYSTEM)
def sold_after_confiscation(facts: Facts) -> Iterator[Finding]:
    """Only what was confiscated is sold, and no more went than it brought."""
    told = taken(facts, "report_realisation")
    yield from disposal.confiscated_first(told)
    yield from disposal.balanced(told)


@guard(THIS_SYSTEM)
def balanced(facts: Facts) -> Iterator[Finding]:
    """Only what was confiscated is disposed of, each amount is named, and the sums balance."""
    told = taken(facts, "dispose")
    yield from disposal.confiscated_first(told)
    yield from disposal.amounts_named(told)
    yield from disposal.balanced(told)
