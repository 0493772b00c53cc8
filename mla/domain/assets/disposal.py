"""What was made of confiscated property and where it went: sums that balance to the cent, asset by asset.

Price and interest are what an asset brought; where nothing was sold (cash, an account), what was confiscated is what
is there. Confiscated property is disposed of by the State that confiscated it (Art. 14(1)).
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..findings import THIS_SYSTEM, Finding, Weight
from . import money
from .acts import Body, label_of, rows

COSTS = "costs"


@dataclass(frozen=True, slots=True)
class Balance:
    """What an asset brought, what it cost, where it went; ``ways`` are the sums by way of disposal (``returned``)."""

    brought: money.Sums = field(default_factory=dict)
    costs: money.Sums = field(default_factory=dict)
    ways: Mapping[str, money.Sums] = field(default_factory=dict)
    sold: bool = False

    @property
    def disposed(self) -> money.Sums:
        """What was disposed of in any way, by currency."""
        return money.total(self.ways.values())

    @property
    def remaining(self) -> money.Sums:
        """Brought = disposed of + costs + remaining; below zero where more went than was there."""
        return money.less(money.less(self.brought, self.costs), self.disposed)


def balances(bodies: Sequence[Body], day: dt.date | None = None) -> dict[str, Balance]:
    """The balance of each asset that was confiscated, sold or disposed of, by label, up to the day.

    Lines that name no asset, as paper may have them, stand under the empty label.
    """
    taken, sold = (_by_label(rows(bodies, step, day)) for step in ("report_confiscation", "report_realisation"))
    gone = _by_label(rows(bodies, "dispose", day, "lines"))
    labels = dict.fromkeys((*taken, *sold, *gone))
    return {label: _balance(taken.get(label, []), sold.get(label, []), gone.get(label, [])) for label in labels}


def _by_label(found: Iterable[Body]) -> dict[str, list[Body]]:
    grouped: dict[str, list[Body]] = {}
    for row in found:
        grouped.setdefault(label_of(row), []).append(row)
    return grouped


def _balance(taken: Sequence[Body], sold: Sequence[Body], gone: Sequence[Body]) -> Balance:
    brought = [money.given(r, name) for r in sold for name in ("amount", "interest")] or [money.given(r) for r in taken]
    charged = [money.given(r, "costs") for r in sold] + [money.given(r) for r in gone if r.get("to") == COSTS]
    return Balance(money.total(brought), money.total(charged), _ways(gone), bool(sold))


def _ways(gone: Sequence[Body]) -> dict[str, money.Sums]:
    ways = dict.fromkeys(str(row.get("to") or "") for row in gone if row.get("to") != COSTS)
    return {way: money.total(money.given(r) for r in gone if str(r.get("to") or "") == way) for way in ways}


def whole(bodies: Sequence[Body], day: dt.date | None = None) -> Balance:
    """The balance of the case: that of all assets together, currency by currency."""
    found = list(balances(bodies, day).values())
    ways = dict.fromkeys(way for one in found for way in one.ways)
    return Balance(
        money.total(one.brought for one in found),
        money.total(one.costs for one in found),
        {way: money.total(one.ways.get(way, {}) for one in found) for way in ways},
        any(one.sold for one in found),
    )


def balanced(bodies: Sequence[Body]) -> Iterator[Finding]:
    """No more is disposed of and charged than an asset brought, nor over all; what remains is said by currency."""
    short = [_short(label, one) for label, one in balances(bodies).items() if label]
    found = [finding for part in short for finding in part] or list(_short("", whole(bodies)))
    yield from found
    if not found:
        yield from _holds(whole(bodies))


def _short(label: str, one: Balance) -> Iterator[Finding]:
    for currency, left in one.remaining.items():
        if left < 0:
            code = "assets.disposal.asset_exceeded" if label else "assets.disposal.exceeded"
            yield _closes(code, "step.lines", **_figures(one, currency), label=label)


def _holds(one: Balance) -> Iterator[Finding]:
    for currency in one.brought:
        yield Finding("assets.disposal.balanced", THIS_SYSTEM, Weight.HOLDS, _figures(one, currency))


def _figures(one: Balance, currency: str) -> dict[str, str]:
    parts = {"brought": one.brought, "costs": one.costs, "disposed": one.disposed, "remaining": one.remaining}
    return {f"{name}_amount": money.plain(sums.get(currency, money.NOTHING), currency) for name, sums in parts.items()}


def left(bodies: Sequence[Body]) -> list[str]:
    """The labels of confiscated property that has gone nowhere yet, or of which an amount remains.

    Lines that name no asset, as paper may have them, count for all: what they took is not looked for asset by asset.
    """
    open_ = {currency for currency, amount in whole(bodies).remaining.items() if amount > 0}
    return [label for label, one in balances(bodies).items() if label and _left(one, open_)]


def _left(one: Balance, open_: Collection[str]) -> bool:
    if not one.brought and not one.sold:
        return not one.ways
    return any(amount > 0 and currency in open_ for currency, amount in one.remaining.items())


def all_gone(bodies: Sequence[Body]) -> Iterator[Finding]:
    """All that was confiscated is disposed of."""
    if remaining := left(bodies):
        yield _closes("assets.disposal.left", "request.history", assets=", ".join(remaining))


def taken_twice(bodies: Sequence[Body], labels: Iterable[str]) -> Iterator[Finding]:
    """What is confiscated as a whole is not confiscated again: its amount would count twice."""
    whole_ones = {label_of(row) for row in rows(bodies, "report_confiscation") if row.get("extent") == "whole"}
    for label in labels:
        if label in whole_ones:
            yield _closes("assets.confiscated.twice", "step.assets", label=label)


def confiscated_first(bodies: Sequence[Body]) -> Iterator[Finding]:
    """Only what was confiscated is sold or disposed of."""
    taken = {label_of(row) for row in rows(bodies, "report_confiscation")}
    for step, name in (("report_realisation", "assets"), ("dispose", "lines")):
        for label in dict.fromkeys(label_of(row) for row in rows(bodies, step, name=name)):
            if label and label not in taken:
                yield _closes("assets.disposal.not_confiscated", f"step.{name}", label=label)


def amounts_named(bodies: Sequence[Body]) -> Iterator[Finding]:
    """A line names its amount, unless the thing itself is handed over, and no amount is known of it."""
    known = {label for label, one in balances(bodies).items() if one.brought}
    for row in rows(bodies, "dispose", name="lines"):
        if label_of(row) in known and not money.given(row):
            yield _closes("assets.disposal.no_amount", "step.lines", label=label_of(row))


def _closes(code: str, where: str, **values: object) -> Finding:
    return Finding(code, THIS_SYSTEM, values=values, where=where)
