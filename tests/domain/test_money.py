"""Amounts: exact decimals in currencies of ISO 4217, and never two currencies in one sum."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mla.domain.assets import money


# The smallest units are those of ISO 4217, where other tables are coarser (the lek, the dinar of Iraq); a currency
# that is legal tender no more is known; gold, test codes and market names are no currency.
@pytest.mark.parametrize(
    ("currency", "decimals"),
    [("CHF", 2), ("JPY", 0), ("KWD", 3), ("ALL", 2), ("IQD", 3), ("CLF", 4), ("XCG", 2), ("DEM", 2), ("BGN", 2),
     ("XAU", None), ("XTS", None), ("XXX", None), ("CNH", None), ("chf", None), ("", None)],
)  # fmt: skip
def test_currency(currency, decimals):
    assert money.decimals(currency) == decimals


def test_currencies_of_today():
    found = money.currencies()
    assert {"CHF", "JPY", "EUR", "ZWG"} <= set(found)
    assert not {"DEM", "XAU", "XXX"} & set(found)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("58400000.00", Decimal("58400000.00")), ("0", Decimal(0)), ("", None), (None, None), ("-1", None), ("1e9", None),
     ("NaN", None), ("1,000", None), ("1 000", None), ("1.", None), ("9" * 16, None)],
)  # fmt: skip
def test_read(text, amount):
    assert money.read(text) == amount


@pytest.mark.parametrize(
    ("amount", "currency", "whole"), [("0.005", "CHF", "0.01"), ("0.004", "CHF", "0.00"), ("1.5", "JPY", "2")]
)
def test_whole(amount, currency, whole):
    assert str(money.whole(Decimal(amount), currency)) == whole


@pytest.mark.parametrize(
    ("amount", "currency", "plain"),
    [("58400000", "CHF", "58400000.00 CHF"), ("5", "JPY", "5 JPY"), ("5.5", "JPY", "5.5 JPY"),
     ("-1", "CHF", "-1.00 CHF")],
)  # fmt: skip
def test_plain(amount, currency, plain):
    assert money.plain(Decimal(amount), currency) == plain


# What paper lacks, or says so that nobody can read it, is nothing.
@pytest.mark.parametrize(
    ("row", "sums"),
    [({"amount": "5", "currency": "CHF"}, {"CHF": Decimal(5)}), ({"amount": "5"}, {}), ({"currency": "CHF"}, {}),
     ({"amount": "five", "currency": "CHF"}, {}), ({"amount": "5", "currency": "XAU"}, {})],
)  # fmt: skip
def test_given(row, sums):
    assert money.given(row) == sums


def test_currencies_are_never_added():
    one, other = {"CHF": Decimal(5), "JPY": Decimal(7)}, {"CHF": Decimal(5), "EUR": Decimal(1)}
    assert money.total((one, other)) == {"CHF": 10, "JPY": 7, "EUR": 1}
    assert money.less(one, other) == {"JPY": 7, "EUR": -1}


AMOUNTS = st.decimals(min_value=0, max_value=10**15 - 1, places=4)


# Thousands of amounts of any size add up exactly: as whole numbers of the smallest part would.
@given(st.lists(AMOUNTS, max_size=50))
def test_sums_are_exact(amounts):
    total = money.total({"CLF": amount} for amount in amounts).get("CLF", Decimal(0))
    assert int(total.scaleb(4)) == sum(int(amount.scaleb(4)) for amount in amounts)


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({"amount": "5.00", "costs": "", "currency": "CHF"}, []),
        ({"amount": "five", "costs": "1", "currency": "CHF"}, ["assets.amount.unreadable"]),
        ({"amount": "5.001", "costs": "1", "currency": "CHF"}, ["assets.amount.finer"]),
        ({"amount": "5", "costs": "1", "currency": "XAU"}, ["assets.currency.unknown"] * 2),
        ({"amount": "", "currency": "XAU"}, []),
    ],
)
def test_readable(row, codes):
    found = list(money.readable([row], ("amount", "costs"), "step.assets"))
    assert [f.code for f in found] == codes
    assert all(f.closes and f.where == "step.assets" and f.values["label"] == "1" for f in found)
