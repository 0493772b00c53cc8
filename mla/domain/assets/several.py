"""One order, and all that was recovered on it: here and in other States, never more than it orders.

Amounts in another currency than the order's are compared at a rate that is recorded with its day and its source, and
at no other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from . import money
from .acts import Act, Body, acts, label_of

_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Order:
    """An order of confiscation: ``amount`` is the most that may be recovered on it, in its one currency."""

    number: str
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was recovered on an order: an asset here, or what another State reported (``state``, alpha-3) ``elsewhere``.

    ``rate`` is what one unit of the currency was worth in the order's, on ``rate_on`` (ISO text), by its ``source``;
    ``on`` is the day on which it was recovered.
    """

    order: str
    sums: money.Sums
    rate: str
    rate_on: str
    source: str
    label: str = ""
    state: str = ""
    elsewhere: bool = False
    on: str = ""

    def into(self, currency: str) -> Decimal | None:
        """The amount in the currency, to its smallest unit; None where no dated and sourced rate leads there."""
        found = Decimal(0)
        for own, amount in self.sums.items():
            if own == currency:
                found = amount
            elif rate := self._rate():
                found = money.whole(_EXACT.multiply(amount, rate), currency)
            else:
                return None
        return found

    def _rate(self) -> Decimal | None:
        return money.read(self.rate) if self.rate_on and self.source.strip() else None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A request by which the same order was sent to another ``state`` (alpha-3), and what was recovered on it there."""

    state: str
    reference: str
    recovered: money.Sums


def recovered_here(bodies: Sequence[Body]) -> dict[str, Decimal]:
    """What was confiscated in the case itself, by currency."""
    return money.total(one.sums for one in recoveries(bodies) if not one.elsewhere)


def told_of(bodies: Sequence[Body], state: str) -> dict[str, Decimal]:
    """What was told in the case of what the State recovered, by currency."""
    return money.total(one.sums for one in recoveries(bodies) if one.elsewhere and one.state == state)


def number(content: Body) -> str:
    """The number of the order that the request asks to enforce; empty where it asks for none, or names no number."""
    measure = content.get("measure") or {}
    return str(measure.get("order_number") or "").strip() if measure.get("stage") == "confiscate_b" else ""


def recoveries(bodies: Sequence[Body]) -> list[Recovered]:
    """What was confiscated here, and what other States recovered on the same order.

    What counts is what was confiscated: a price above or below it, and interest, are lines of their own.
    """
    here = [_recovered(act, row) for act in acts(bodies, "report_confiscation") for row in act.rows()]
    return here + [_recovered(act, act.data) for act in acts(bodies, "report_recovery")]


def _recovered(act: Act, row: Body) -> Recovered:
    rate, rate_on, source = (str(row.get(name) or "") for name in ("rate", "rate_on", "rate_source"))
    return Recovered(act.said("order_number"), money.given(row), rate, rate_on, source, label_of(row),
                     act.said("state"), act.step == "report_recovery", act.on)  # fmt: skip


def asked(content: Body) -> Order | None:
    """The order that the request asks to enforce (Art. 13(1)(b)), where it names an amount."""
    measure = content.get("measure") or {}
    if measure.get("stage") != "confiscate_b":
        return None
    return _order(*(str(measure.get(f"order_{name}") or "") for name in ("number", "amount", "currency")))


def orders(bodies: Sequence[Body]) -> list[Order]:
    """The orders of confiscation that were reported and name an amount, each as it was reported last."""
    told = [_order(*(act.said(f"order_{name}") for name in ("number", "amount", "currency")))
            for act in acts(bodies, "report_confiscation")]  # fmt: skip
    return list({order.number: order for order in told if order}.values())


def _order(number: str, amount: str, currency: str) -> Order | None:
    given = money.given({"amount": amount, "currency": currency})
    return Order(number, given[currency], currency) if given else None


@dataclass(frozen=True, slots=True)
class Tally:
    """An order, and what counts towards it: what was recovered here and elsewhere."""

    order: Order
    recovered: Sequence[Recovered]

    @property
    def unrated(self) -> list[Recovered]:
        """What no dated and sourced rate leads from into the order's currency, so that it can't be counted."""
        return [one for one in self.recovered if one.into(self.order.currency) is None]

    def total(self, *, elsewhere: bool) -> Decimal:
        """What was recovered in other States, or here, in the order's currency; what has no rate is not in it."""
        found = (one.into(self.order.currency) for one in self.recovered if one.elsewhere is elsewhere)
        return sum((amount or money.NOTHING for amount in found), money.NOTHING)

    @property
    def still_open(self) -> Decimal:
        """What may still be recovered on the order."""
        return self.order.amount - self.total(elsewhere=False) - self.total(elsewhere=True)


def alike(found: Iterable[Recovered]) -> list[list[Recovered]]:
    """What was recovered in one State on one day, in one currency and at one rate, together."""
    grouped: dict[tuple[object, ...], list[Recovered]] = {}
    for one in found:
        key = (one.elsewhere, one.state, one.on, *one.sums, one.rate, one.rate_on, one.source)
        grouped.setdefault(key, []).append(one)
    return list(grouped.values())


def tallies(bodies: Sequence[Body], content: Body) -> list[Tally]:
    """Each order that names an amount, with what counts towards it.

    The order that the request asks to enforce bounds whatever is recovered; an order of the requested State bounds what
    was confiscated by it, and the first one bounds what is recovered elsewhere too where the request brought none.
    """
    found, sent, reported = recoveries(bodies), asked(content), orders(bodies)
    made = [Tally(sent, found)] if sent else []
    for number, order in enumerate(reported):
        if order != sent:
            joint = number == 0 and sent is None
            made.append(Tally(order, [r for r in found if (joint if r.elsewhere else r.order == order.number)]))
    return made


def within_orders(bodies: Sequence[Body], content: Body) -> Iterator[Finding]:
    """No more is recovered than an order names, in all States together; one that names no amount binds nothing."""
    counted = tallies(bodies, content)
    for tally in counted:
        yield from _within(tally)
    if counted:
        yield from _uncounted(recoveries(bodies))


def _within(tally: Tally) -> Iterator[Finding]:
    if not tally.unrated:
        yield _compared(tally)
    for one in tally.unrated:
        yield _no_rate(tally.order, one)


def _no_rate(order: Order, one: Recovered) -> Finding:
    code, where = ("assets.recovery.no_rate", "step.rate") if one.elsewhere else ("assets.order.no_rate", "step.assets")
    amounts = ", ".join(money.plain(amount, currency) for currency, amount in one.sums.items())
    values = {"label": one.label, "given_amount": amounts, "currency": order.currency}
    return Finding(code, GOOD_PRACTICE, values=values, where=where)


def _compared(tally: Tally) -> Finding:
    order, here, there = tally.order, tally.total(elsewhere=False), tally.total(elsewhere=True)
    figures = {"limit": order.amount, "here": here, "elsewhere": there, "total": here + there}
    values = {"order": order.number} | {f"{k}_amount": money.plain(v, order.currency) for k, v in figures.items()}
    if tally.still_open < 0:
        return Finding("assets.order.exceeded", GOOD_PRACTICE, values=values, where="step.assets")
    return Finding("assets.order.within", GOOD_PRACTICE, Weight.HOLDS, values)


def _uncounted(found: Iterable[Recovered]) -> Iterator[Finding]:
    """Property that was confiscated without an amount can't be counted towards an order."""
    for label in dict.fromkeys(one.label for one in found if one.label and not one.sums):
        yield Finding("assets.order.uncounted", THIS_SYSTEM, Weight.WARNS, {"label": label}, "step.assets")
