"""What the papers of a case about assets say of its property: plain values, made from its history.

Money stands as it was given, decimal text in its currency; sums are by currency, and never two currencies added.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from mla.domain.assets import disposal, money, several
from mla.domain.assets import property as ledger
from mla.domain.assets.acts import acts, label_of
from mla.domain.assets.disposal import Balance
from mla.domain.assets.freezing import Freeze, confiscated_whole, freezes_on
from mla.domain.assets.several import Order
from mla.domain.assets.statement import statement

Body = Mapping[str, Any]


def estate(entries: Sequence[Body], content: Body, day: dt.date) -> dict[str, Any]:
    """The property of a case on the day, as its papers print it.

    ``entries`` are the history with the step whose paper is printed. ``assets`` are the rows that describe the
    property, ``held`` the labels of what a freeze holds. By label, in no order: ``standing`` where each asset stands,
    ``freezes`` what freezes it, ``taken`` what was confiscated of it, ``differences`` how its price differs from its
    valuation. ``balance`` says for each currency what all of it brought and where that went, ``claims`` are those of
    third parties with what was decided, ``recovered`` what the order has brought.
    """
    standing = ledger.states_on(entries, content, day)
    rows = ledger.assets(entries, content, day)
    return {
        "assets": [dict(row) for row in rows.values()],
        "standing": {label: [_stood(state, sums) for state, sums in one.items()] for label, one in standing.items()},
        "held": _held(entries, day),
        "freezes": {label: _frozen(one, day) for label, one in freezes_on(entries, day).items()},
        "taken": _taken(entries, day),
        "differences": {label: found for label in rows if (found := _differences(entries, content, label))},
        "balance": list(_balance(disposal.whole(entries, day))),
        "claims": _claims(entries),
        "recovered": _recovered(entries, content),
    }


def _held(entries: Sequence[Body], day: dt.date) -> list[str]:
    """What a freeze holds, and no order of confiscation."""
    taken = confiscated_whole(entries, day)
    return [label for label, one in freezes_on(entries, day).items() if one.alive(day) and label not in taken]


def _amounts(sums: money.Sums) -> list[dict[str, str]]:
    return [{"amount": f"{amount:f}", "currency": currency} for currency, amount in sums.items()]


def _stood(state: ledger.State, sums: money.Sums) -> dict[str, Any]:
    return {"state": str(state), "amounts": _amounts(sums)}


def _frozen(freeze: Freeze, day: dt.date) -> dict[str, Any]:
    return asdict(freeze) | {"amount": _amounts(freeze.amount), "hold": str(freeze.hold(day))}


def _taken(entries: Sequence[Body], day: dt.date) -> dict[str, Any]:
    """What was confiscated of each asset, by which order and from which day; by several orders, each in turn."""
    found: dict[str, list[dict[str, Any]]] = {}
    for act in acts(entries, "report_confiscation", until=day):
        for row in act.rows():
            told = {"on": act.on, "order_number": act.said("order_number"), "court": act.said("court")}
            found.setdefault(label_of(row), []).append(dict(row) | told)
    return found


def _differences(entries: Sequence[Body], content: Body, label: str) -> list[dict[str, Any]]:
    """By how much the price of an asset differs from its valuation."""
    lines = [line for line in statement(entries, content, label) if line.sort == "difference"]
    return [{"amount": f"{abs(x.amount):f}", "currency": x.currency, "more": x.amount > 0} for x in lines]


def _balance(one: Balance) -> Iterator[dict[str, Any]]:
    """What the case brought, cost, gave away and keeps, a row for each currency."""
    for currency, brought in one.brought.items():
        yield {
            "currency": currency,
            "sold": one.sold,
            "brought": f"{brought:f}",
            "costs": f"{one.costs[currency]:f}" if currency in one.costs else "",
            "ways": [{"to": to, "amount": f"{s[currency]:f}"} for to, s in one.ways.items() if currency in s],
            "remaining": f"{one.remaining.get(currency, money.NOTHING):f}",
        }


def _claims(entries: Sequence[Body]) -> list[dict[str, Any]]:
    """The claims of third parties as they were made, each with what was decided on it."""
    found: dict[str, Any] = {}
    for act in acts(entries, "record_claims", "decide_claims"):
        for row in act.rows("claims" if act.step == "record_claims" else "decisions"):
            found[label_of(row)] = found.get(label_of(row), {}) | dict(row)
    return list(found.values())


def _recovered(entries: Sequence[Body], content: Body) -> dict[str, Any] | None:
    """What the order has brought here and in other States; None without an order that names an amount.

    What no recorded rate leads into the order's currency is left out of the sums, and said to be ``uncounted``.
    """
    order = several.asked(content) or next(iter(several.orders(entries)), None)
    if order is None:
        return None
    found = several.recoveries(entries)
    here, there = (list(_into(order, [r for r in found if r.elsewhere is side])) for side in (False, True))
    return {
        "number": order.number,
        "currency": order.currency,
        "limit": f"{order.amount:f}",
        "here": f"{sum(here, money.NOTHING):f}",
        "elsewhere": f"{sum(there, money.NOTHING):f}",
        "uncounted": len(found) - len(here) - len(there),
    }


def _into(order: Order, found: Sequence[several.Recovered]) -> Iterator[Any]:
    for one in found:
        amount = one.into(order.currency)
        if amount is not None and one.sums:
            yield amount
