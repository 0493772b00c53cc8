"""What the papers say of the property of a case: read from its history, currency by currency."""

import datetime as dt
import json

from mla.documents.estate import estate
from tests.documents import assets_samples as a
from tests.domain import property_cases as p


def told(entries, content=None, day=p.DAY):
    return estate(entries, content or p.content(p.row()), day)


def test_an_estate_is_made_of_plain_values():
    found = told(a.REALISED, a.content())
    assert json.loads(json.dumps(found)) == found


def test_property_that_tracing_found_is_described_beside_what_was_listed():
    new = p.entry("report_tracing", new=[{"label": "V2", "description": "a flat"}])
    assert [row["label"] for row in told([new])["assets"]] == ["V1", "V2"]


# A freeze is told with its end on the day; what was confiscated whole is held by that order, and not by the freeze.
def test_what_a_freeze_holds():
    frozen = told([p.freeze(p.some(), p.some("V2"))])
    assert frozen["held"] == ["V1", "V2"]
    assert (
        frozen["freezes"]["V1"] | {"hold": "in_force", "amount": [{"amount": "1000.00", "currency": "CHF"}]}
        == (frozen["freezes"]["V1"])
    )
    assert told([p.freeze()], day=dt.date(2026, 4, 1))["freezes"]["V1"]["hold"] == "lapsed"
    assert told([p.freeze()], day=dt.date(2026, 4, 1))["held"] == []
    assert told([p.freeze(), p.confiscated()])["held"] == []


# Each order of confiscation stands on its own, with its day and its court.
def test_what_was_confiscated_by_which_order():
    first = p.confiscated(p.some(extent="part", amount="400.00"), court="First", ordered_on="2026-03-02")
    second = p.confiscated(p.some(extent="part", amount="100.00"), order="K2", court="Second")
    taken = told([first, second])["taken"]["V1"]
    assert [(one["order_number"], one["court"], one["amount"], one["on"]) for one in taken] == [
        ("K2", "Second", "100.00", "2026-03-01"),
        ("K1", "First", "400.00", "2026-03-02"),
    ]


def test_a_price_beside_the_valuation():
    sale = p.sold(p.some(amount="900.00", costs="10.00"), p.some("V2", amount="5.00"))
    found = told([p.confiscated(), sale], p.content(p.row(), p.row("V2", value="1.00")))
    assert found["differences"] == {
        "V1": [{"amount": "100.00", "currency": "CHF", "more": False}],
        "V2": [{"amount": "4.00", "currency": "CHF", "more": True}],
    }


# Brought = costs + disposed of + remaining, in each currency for itself.
def test_a_balance_adds_up():
    found = told([
        p.confiscated(p.some(extent="whole"), p.some("V2", "10", "JPY", extent="whole")),
        p.sold(p.some(amount="900.00", interest="1.00", costs="10.00")),
        p.disposed(p.some(amount="800.00", to="returned"), p.some(amount="1.00", to="costs")),
    ])  # fmt: skip
    chf, jpy = found["balance"]
    assert (chf["brought"], chf["costs"], chf["ways"], chf["remaining"]) == (
        "901.00", "11.00", [{"to": "returned", "amount": "800.00"}], "90.00",
    )  # fmt: skip
    assert (jpy["brought"], jpy["costs"], jpy["ways"], jpy["remaining"]) == ("10", "", [], "10")


def test_claims_stand_with_what_was_decided():
    claims = p.entry("record_claims", claims=[{"label": "K1", "claimant": "A bank"}, {"label": "K2"}])
    decided = p.entry("decide_claims", decisions=[{"label": "K1", "outcome": "upheld"}])
    assert told([claims, decided])["claims"] == [
        {"label": "K1", "claimant": "A bank", "outcome": "upheld"},
        {"label": "K2"},
    ]


# What the order has brought, here and elsewhere, in its currency; what no rate leads into it is counted apart.
def test_what_was_recovered_on_an_order():
    content = p.content(number="K1", amount="5000.00", currency="CHF")
    entries = [p.confiscated(), p.elsewhere("20.00"), p.elsewhere("7.00", "USD")]
    assert told(entries, content)["recovered"] == {
        "number": "K1", "currency": "CHF", "limit": "5000.00", "here": "1000.00", "elsewhere": "20.00", "uncounted": 1,
    }  # fmt: skip
    assert told([p.confiscated({"label": "V1"}, amount="9.00")], p.content(stage="freeze"))["recovered"] == {
        "number": "K1", "currency": "CHF", "limit": "9.00", "here": "0", "elsewhere": "0", "uncounted": 1,
    }  # fmt: skip
    assert told([p.confiscated()], p.content(stage="freeze"))["recovered"] is None
