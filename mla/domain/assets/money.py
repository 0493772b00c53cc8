"""Amounts of money: exact decimals, each in its currency, and never two currencies added.

Currencies and their minor units are those of ISO 4217; a currency that is legal tender no more (an order of 1999 in
German marks) is known too, with two decimals.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from babel.core import get_global
from iso4217 import Currency

from ..findings import THIS_SYSTEM, Finding

Row = Mapping[str, Any]
#: Amounts by currency (ISO 4217).
Sums = Mapping[str, Decimal]
#: Long enough for any case, and short enough for a sum of thousands to stay exact.
_FORM = re.compile(r"\d{1,15}(\.\d{1,9})?")
_WITHDRAWN_DECIMALS = 2
NOTHING = Decimal(0)


def decimals(currency: str) -> int | None:
    """How many decimals the currency's smallest unit has; None for what is no currency (gold and test codes too)."""
    return _decimals().get(currency)


def currencies() -> tuple[str, ...]:
    """The currencies that are legal tender today, by code (ISO 4217)."""
    return tuple(sorted(c.code for c in Currency if c.exponent is not None))


@cache
def _decimals() -> Mapping[str, int]:
    known = {c.code: c.exponent for c in Currency}
    withdrawn = dict.fromkeys(_tenders(), _WITHDRAWN_DECIMALS)
    return {code: digits for code, digits in (withdrawn | known).items() if digits is not None}


def _tenders() -> Iterator[str]:
    """Whatever is or was legal tender somewhere."""
    for rows in get_global("territory_currencies").values():
        yield from (code for code, _since, _until, tender in rows if tender)


def read(text: object) -> Decimal | None:
    """The amount that decimal text gives ("58400000.00"); None for anything else, since paper may lack it."""
    return Decimal(str(text)) if _FORM.fullmatch(str(text or "")) else None


def whole(amount: Decimal, currency: str) -> Decimal:
    """The amount in whole smallest units of its currency, half up; the currency must be known."""
    return amount.quantize(Decimal(1).scaleb(-(decimals(currency) or 0)), ROUND_HALF_UP)


def plain(amount: Decimal, currency: str) -> str:
    """An amount for a finding's values: "58400000.00 CHF"."""
    shown = amount if decimals(currency) is None or whole(amount, currency) != amount else whole(amount, currency)
    return f"{shown:f} {currency}"


def given(row: Row, name: str = "amount") -> Sums:
    """What a row gives under the name, in its currency; nothing where either can't be read."""
    amount, currency = read(row.get(name)), str(row.get("currency") or "")
    return {currency: amount} if amount is not None and decimals(currency) is not None else {}


def total(parts: Iterable[Sums]) -> dict[str, Decimal]:
    """The sums by currency, without those that come to nothing."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for part in parts:
        for currency, amount in part.items():
            found[currency] += amount
    return {currency: amount for currency, amount in found.items() if amount}


def less(one: Sums, other: Sums) -> dict[str, Decimal]:
    """What is left of the one by currency, without what comes to nothing; what is missing is below zero."""
    return total((one, {currency: -amount for currency, amount in other.items()}))


def readable(rows: Iterable[Row], names: Iterable[str], where: str) -> Iterator[Finding]:
    """Each amount that the rows give is one, in a currency that is one, and no finer than its smallest unit."""
    names = tuple(names)
    for number, row in enumerate(rows, 1):
        label = str(row.get("label") or number)
        said = [str(row[name]) for name in names if str(row.get(name) or "").strip()]
        yield from (Finding(code, THIS_SYSTEM, values={"label": label, **values}, where=where)
                    for amount in said for code, values in _faults(amount, str(row.get("currency") or "")))  # fmt: skip


#: The same faults of an amount that stands alone in its form, and names no asset.
_OF_SUM = {
    "assets.amount.unreadable": "assets.sum.unreadable",
    "assets.amount.finer": "assets.sum.finer",
    "assets.currency.unknown": "assets.sum.currency",
}


def readable_sum(row: Row, name: str, currency: str, where: str) -> Iterator[Finding]:
    """The one amount that the row gives under the name is one, in a currency that is one; ``where`` is its section."""
    if text := str(row.get(name) or "").strip():
        for code, values in _faults(text, str(row.get(currency) or "")):
            place = currency if code == "assets.currency.unknown" else name
            yield Finding(_OF_SUM[code], THIS_SYSTEM, values=values, where=f"{where}.{place}")


def _faults(text: str, currency: str) -> Iterator[tuple[str, dict[str, Any]]]:
    amount, digits = read(text), decimals(currency)
    if amount is None:
        yield "assets.amount.unreadable", {"given": text}
    elif digits is None:
        yield "assets.currency.unknown", {"given": currency}
    elif whole(amount, currency) != amount:
        yield "assets.amount.finer", {"given": text, "currency": currency, "decimals": digits}
