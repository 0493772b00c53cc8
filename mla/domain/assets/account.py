"""The account of a case: what was confiscated, what it brought and cost, where it went, currency by currency."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from . import disposal, money
from .acts import Act, Body, acts, label_of, rows
from .disposal import Balance


@dataclass(frozen=True, slots=True)
class Account:
    """Amounts by currency: all that was ``confiscated``; of it what was ``kept`` as it was and not sold; ``prices`` and
    ``interest`` of what was sold. Kept, prices and interest are what the ``balance`` says was brought in.
    """

    confiscated: money.Sums
    kept: money.Sums
    prices: money.Sums
    interest: money.Sums
    balance: Balance


def account(bodies: Sequence[Body], day: dt.date | None = None) -> Account:
    """The account of all assets together, up to the day."""
    taken, sold = list(rows(bodies, "report_confiscation", day)), list(rows(bodies, "report_realisation", day))
    gone = {label_of(row) for row in sold}
    return Account(
        money.total(map(money.given, taken)),
        money.total(money.given(row) for row in taken if label_of(row) not in gone),
        money.total(map(money.given, sold)),
        money.total(money.given(row, "interest") for row in sold),
        disposal.whole(bodies, day),
    )


@dataclass(slots=True)
class Outgoing:
    """What one decision disposed of in one way for one beneficiary: labels, sums, the decision's day and its entry.

    ``way`` is ``returned``, ``shared``, ``contributed``, ``retained`` or ``costs``; what a sale cost is not among them.
    """

    way: str
    beneficiary: str
    on: str
    seq: int
    labels: list[str] = field(default_factory=list)
    sums: money.Sums = field(default_factory=dict)


def outgoings(bodies: Sequence[Body], day: dt.date | None = None) -> list[Outgoing]:
    """Where property went, decision by decision, the latest last."""
    return [one for act in acts(bodies, "dispose", until=day) for one in _outgoings(act)]


def _outgoings(act: Act) -> Iterator[Outgoing]:
    found: dict[tuple[str, str], Outgoing] = {}
    for row in act.rows("lines"):
        way, beneficiary = str(row.get("to") or ""), str(row.get("beneficiary") or "")
        one = found.setdefault((way, beneficiary), Outgoing(way, beneficiary, act.on, act.seq))
        one.labels += [label_of(row)] if label_of(row) else []
        one.sums = money.total((one.sums, money.given(row)))
    yield from found.values()
