"""The statement of an asset: every amount that was recorded of it, a line each, in the order of the course."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from . import money
from .acts import Act, Body, acts, label_of
from .property import asset

#: The steps that give amounts, with what they list and the line that each amount of a row is.
_GIVES = (
    ("report_freeze", "assets", (("amount", "frozen"),)),
    ("report_confiscation", "assets", (("amount", "confiscated"),)),
    ("report_realisation", "assets", (("amount", "price"), ("interest", "interest"), ("costs", "costs"))),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One amount of an asset: ``sort`` names it (valuation, frozen, confiscated, price, difference, interest, costs, or
    the way in which it was disposed of), ``on`` is its day (ISO text), ``to`` whom it went to.

    ``difference`` is the price less the valuation, and may be below zero: no part of any sum.
    """

    label: str
    sort: str
    amount: Decimal
    currency: str
    on: str = ""
    to: str = ""


def statement(bodies: Sequence[Body], content: Body, label: str) -> list[Line]:
    """The lines of the asset of that label; none where nobody recorded an amount."""
    value = list(_valued(asset(bodies, content, label), label))
    lines = [
        line for step, name, kinds in _GIVES for act in acts(bodies, step) for line in _of(act, name, kinds, label)
    ]
    return [*value, *lines, *_differences(value, lines), *_disposed(bodies, label)]


def _valued(row: Body, label: str) -> Iterator[Line]:
    yield from _lines(row, "value", "valuation", label, str(row.get("valued_on") or ""))


def _of(act: Act, name: str, kinds: Sequence[tuple[str, str]], label: str) -> Iterator[Line]:
    for row in act.rows(name):
        if label_of(row) == label:
            for given, sort in kinds:
                yield from _lines(row, given, sort, label, act.on)


def _lines(row: Body, name: str, sort: str, label: str, on: str) -> Iterator[Line]:
    for currency, amount in money.given(row, name).items():
        if amount:
            yield Line(label, sort, amount, currency, on, str(row.get("beneficiary") or ""))


def _differences(value: Sequence[Line], lines: Sequence[Line]) -> Iterator[Line]:
    """A price that differs from the valuation in its own currency; in another one, nothing can be compared."""
    sold = [line for line in lines if line.sort == "price"]
    for valued in value:
        prices = [line for line in sold if line.currency == valued.currency]
        gap = sum((line.amount for line in prices), -valued.amount)
        if prices and gap:
            yield Line(valued.label, "difference", gap, valued.currency, prices[-1].on)


def _disposed(bodies: Sequence[Body], label: str) -> Iterator[Line]:
    for act in acts(bodies, "dispose"):
        for row in act.rows("lines"):
            if label_of(row) == label:
                yield from _lines(row, "amount", str(row.get("to") or ""), label, act.on)
