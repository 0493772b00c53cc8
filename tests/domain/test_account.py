"""The account of a case: what was confiscated, what it brought and cost, where it went; each order and its rates."""

import datetime as dt
from decimal import Decimal

import pytest

from mla.domain.assets import disposal, several
from mla.domain.assets.account import account, outgoings

from .property_cases import confiscated, content, disposed, elsewhere, sold, some

D = Decimal
TAKEN = confiscated(some("V1", "1000.00"), some("V2", "70", "JPY"), ordered_on="2026-03-01")
SALE = sold(some("V1", "1200.00", interest="10.50", costs="50.25"))
GONE = disposed(
    some("V1", "300.00", to="returned", beneficiary="Ana"), some("V2", "20", "JPY", to="returned", beneficiary="Ana"),
    some("V1", "5.00", to="costs"), some("", "7.00", to="retained"),
)  # fmt: skip


# Of what was sold the price and the interest count, of all else what was confiscated: currency by currency.
def test_account():
    found = account([TAKEN, SALE, GONE])
    assert found.confiscated == {"CHF": D(1000), "JPY": D(70)}
    assert found.kept == {"JPY": D(70)}
    assert (found.prices, found.interest) == ({"CHF": D(1200)}, {"CHF": D("10.50")})
    assert found.balance.brought == {"CHF": D("1210.50"), "JPY": D(70)}
    assert found.balance.remaining == {"CHF": D("848.25"), "JPY": D(50)}
    assert account([TAKEN], dt.date(2026, 2, 28)).confiscated == {}


# One decision says once what it gave to whom, however many assets it took it from.
def test_outgoings():
    first, costs, kept = outgoings([GONE | {"seq": 9}])
    assert (first.way, first.beneficiary, first.on, first.seq) == ("returned", "Ana", "2026-03-01", 9)
    assert (first.labels, first.sums) == (["V1", "V2"], {"CHF": D(300), "JPY": D(20)})
    assert (costs.way, costs.sums) == ("costs", {"CHF": D(5)})
    assert (kept.labels, kept.sums) == ([], {"CHF": D(7)})
    assert outgoings([GONE], dt.date(2026, 2, 1)) == []


RATE = {"rate": "0.5", "rate_on": "2026-03-01", "rate_source": "a bank"}


# What counts towards an order, here and elsewhere; what no dated and sourced rate leads from is named, not guessed.
def test_tallies():
    bodies = [
        confiscated(
            some("V1", "100.00"), some("V2", "40.00"), some("V3", "10.01", "USD", **RATE), some("V4", "9", "JPY")
        ),
        elsewhere("20.00", "USD", **RATE),
    ]
    [tally] = several.tallies(bodies, content(number="K1", amount="200.00", currency="CHF"))
    assert (tally.total(elsewhere=False), tally.total(elsewhere=True)) == (D("145.01"), D("10.00"))
    assert tally.still_open == D("44.99")
    assert [one.label for one in tally.unrated] == ["V4"]
    assert [[one.label for one in group] for group in several.alike(tally.recovered)] == [
        ["V1", "V2"], ["V3"], ["V4"], [""]]  # fmt: skip
    assert several.tallies(bodies, content()) == []


# What is left to be disposed of: all that was confiscated and went nowhere, or only in part.
@pytest.mark.parametrize(
    ("bodies", "labels"),
    [
        ([confiscated()], ["V1"]),
        ([confiscated(some(amount="", extent="whole"))], ["V1"]),
        ([confiscated(some(amount="", extent="whole")), disposed(some(amount="", to="returned"))], []),
        ([confiscated(), disposed(some(amount="999.99", to="retained"))], ["V1"]),
        ([confiscated(), disposed(some(to="retained"))], []),
        ([confiscated(), sold(some(amount="5.00", costs="5.00"))], []),
        ([confiscated(), sold(some(amount="0", costs="0"))], []),
        ([confiscated(), disposed(some(label="", to="returned"))], []),
        ([confiscated(some(), some("V2", currency="USD")), disposed(some(to="shared"))], ["V2"]),
    ],
)
def test_what_is_left(bodies, labels):
    assert disposal.left(bodies) == labels
