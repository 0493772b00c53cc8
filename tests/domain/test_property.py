"""The property of a case: where each asset stands on a day, its statement, sums that balance, orders kept to."""

import datetime as dt
from decimal import Decimal

import pytest

from mla.domain.assets import disposal, several
from mla.domain.assets.property import assets, fresh, known, states_on, sums_on
from mla.domain.assets.statement import statement
from mla.domain.findings import Weight

from .property_cases import DAY, confiscated, content, disposed, elsewhere, entry, freeze, row, sold, some

D = Decimal
CHF = {"CHF": D(1000)}
EMPTY: dict[str, Decimal] = {}
TRACED = entry("report_tracing", assets=[{"label": "V1", "outcome": "traced", "found": "at the bank"}])
IN_VAIN = entry("report_tracing", assets=[{"label": "V1", "outcome": "not_found"}])
EXTENDED = entry("extend_freeze", "2026-03-10", lapses_on="2026-06-30")
LIFTED = entry("lift_freeze", "2026-03-10", assets=["V1"])
PART = confiscated(some(amount="400.00", extent="part"))
SALE = sold(some(amount="1200.00", costs="50.00", interest="10.00"))


def standing(bodies, day=DAY, **kwargs):
    found = states_on(bodies, content(**kwargs), day)["V1"]
    return {state.value: dict(sums) for state, sums in found.items()}


# An asset stands where the last act put it, with the amount that this act gave, or else its stated value; what went
# different ways stands in several states, and what remains stays where it was.
@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([], {"identified": CHF}),
        ([TRACED], {"traced": CHF}),
        ([TRACED, IN_VAIN], {"not_found": CHF}),
        ([entry("report_tracing", assets=[{"label": "V1"}])], {"identified": CHF}),
        ([entry("submit_freeze")], {"freeze_asked": CHF}),
        ([freeze(some(amount="900.00"))], {"frozen": {"CHF": D(900)}}),
        ([freeze({"label": "V1"})], {"frozen": CHF}),
        ([freeze(), EXTENDED], {"extended": CHF}),
        ([freeze(), LIFTED], {"lifted": CHF}),
        ([freeze(lapses_on="2026-03-11")], {"lapsed": CHF}),
        ([freeze(), confiscated()], {"confiscated": CHF}),
        ([freeze(), PART], {"frozen": EMPTY, "confiscated_part": {"CHF": D(400)}}),
        ([freeze(lapses_on="2026-03-11"), PART], {"lapsed": EMPTY, "confiscated_part": {"CHF": D(400)}}),
        ([PART], {"confiscated_part": {"CHF": D(400)}}),
        ([PART, confiscated(some(amount="600.00", extent="whole"), order="K2")], {"confiscated": CHF}),
        ([confiscated(), SALE], {"realised": {"CHF": D(1160)}}),
        ([SALE], {"realised": {"CHF": D(1160)}}),
        ([confiscated(), SALE, disposed(some(to="returned", amount="580.00"), some(to="shared", amount="300.00"))],
         {"realised": {"CHF": D(280)}, "returned": {"CHF": D(580)}, "shared": {"CHF": D(300)}}),
        ([confiscated(), SALE, disposed(some(to="contributed", amount="1100.00"), some(to="costs", amount="60.00"))],
         {"contributed": {"CHF": D(1100)}}),
        ([confiscated(), disposed(some(to="retained"))], {"retained": CHF}),
        ([confiscated({"label": "V1", "extent": "whole"})], {"confiscated": EMPTY}),
        ([confiscated({"label": "V1", "extent": "whole"}), disposed({"label": "V1", "to": "returned"})],
         {"returned": EMPTY}),
        ([disposed(some(to="returned"))], {"returned": CHF}),
        ([confiscated(), disposed({"label": "V1", "to": "returned"})], {"confiscated": CHF, "returned": EMPTY}),
        ([confiscated(), disposed(some(to="elsewhere", amount="400.00"))], {"confiscated": {"CHF": D(600)}}),
        ([confiscated(), disposed(some(to="shared", amount="5", currency="JPY"))],
         {"confiscated": {"CHF": D(1000), "JPY": D(-5)}, "shared": {"JPY": D(5)}}),
    ],
)  # fmt: skip
def test_where_it_stands(bodies, expected):
    assert standing(bodies) == expected


def test_a_request_to_freeze_asks_from_the_first():
    assert standing([], stage="freeze") == {"freeze_asked": CHF}
    assert standing([TRACED], stage="freeze") == {"traced": CHF}
    assert states_on([], {}, DAY) == {}


# A sale takes effect on its day, whenever it was reported: what stands on a day is told by that day.
@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-01-31", "identified"), ("2026-02-01", "frozen"), ("2026-03-10", "extended"), ("2026-06-30", "extended"),
     ("2026-07-01", "lapsed"), ("2026-08-01", "confiscated")],
)  # fmt: skip
def test_each_day_has_its_state(day, expected):
    late = confiscated(ordered_on="2026-08-01") | {"happened_on": "2026-08-20"}
    assert list(standing([freeze(), EXTENDED, late], dt.date.fromisoformat(day))) == [expected]


NEW = entry("report_tracing", new=[row("V2", "5", "JPY"), row("V1", "7")])


# What tracing found and what an act on paper names are property too; the request's own row comes first.
def test_assets():
    bodies = [NEW, freeze(some("V7")), confiscated(some("V8")), disposed({"to": "costs", "amount": "1"})]
    found = assets(bodies, content())
    assert list(found) == ["V1", "V2", "V7", "V8"]
    assert found["V1"]["value"] == "1000.00"
    assert found["V7"] == {"label": "V7"}
    assert list(assets(bodies, content(), dt.date(2026, 2, 1))) == ["V1", "V7"]
    assert {label: list(s) for label, s in states_on([NEW], content(), DAY).items()} == {
        "V1": ["traced"], "V2": ["traced"]}  # fmt: skip
    assert {label: list(s) for label, s in states_on([NEW, entry("submit_freeze")], content(), DAY).items()} == {
        "V1": ["freeze_asked"], "V2": ["freeze_asked"]}  # fmt: skip


def codes(findings):
    return [f.code for f in findings]


def test_labels_are_known_and_new_ones_fresh():
    assert codes(known([NEW], content(), ["V1", "V2", "V3"])) == ["assets.label.unknown"]
    assert codes(fresh([NEW], content(), ["V3", "V2", "V3"])) == ["assets.label.twice"] * 2


# Sums go by state and currency, and two currencies are never added.
def test_sums():
    rows = [row("V1"), row("V2", "250.50"), row("V3", "7", "JPY"), row("V4", "")]
    bodies = [freeze(some("V1"), some("V3", "7", "JPY"))]
    found = {state.value: dict(sums) for state, sums in sums_on(bodies, content(*rows), DAY).items()}
    assert found == {"identified": {"CHF": D("250.50")}, "frozen": {"CHF": D(1000), "JPY": D(7)}}


# Interest and a price that differs from the valuation are lines of their own; a valuation in another currency is not
# compared with a price.
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row()], [("valuation", "1000.00"), ("frozen", "1000.00"), ("confiscated", "1000.00"), ("price", "1200.00"),
                   ("interest", "10.00"), ("costs", "50.00"), ("difference", "200.00"), ("returned", "580.00")]),
        ([row(value="1200.00")], [("valuation", "1200.00"), ("frozen", "1000.00"), ("confiscated", "1000.00"),
                                  ("price", "1200.00"), ("interest", "10.00"), ("costs", "50.00"),
                                  ("returned", "580.00")]),
        ([row(value="9", currency="JPY")], [("valuation", "9"), ("frozen", "1000.00"), ("confiscated", "1000.00"),
                                            ("price", "1200.00"), ("interest", "10.00"), ("costs", "50.00"),
                                            ("returned", "580.00")]),
    ],
)  # fmt: skip
def test_statement(rows, expected):
    back = some(to="returned", amount="580.00", beneficiary="the bank of the victims")
    bodies = [freeze(some(), some("V2")), confiscated(), SALE, disposed(back, some("V2", to="retained"))]
    lines = statement(bodies, content(*rows), "V1")
    assert [(line.sort, str(line.amount)) for line in lines] == expected
    assert (lines[-1].to, lines[-1].on, lines[0].on) == ("the bank of the victims", "2026-03-01", "2026-01-01")


def test_statement_of_nothing():
    assert statement([sold(some("V9", amount="", costs="0"))], content(), "V9") == []


LINE = some(to="returned", amount="1000.00")


# No more goes than an asset brought, in its own currency; nor over all, where a line on paper names no asset.
@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([], []),
        ([confiscated(), disposed(LINE)], ["assets.disposal.balanced"]),
        ([confiscated(), disposed(LINE, some(to="costs", amount="0.01"))], ["assets.disposal.asset_exceeded"]),
        ([confiscated(), SALE, disposed(some(to="shared", amount="1160.00"))], ["assets.disposal.balanced"]),
        ([confiscated(), SALE, disposed(some(to="shared", amount="1160.01"))], ["assets.disposal.asset_exceeded"]),
        ([confiscated(), disposed(some(to="shared", amount="1", currency="JPY"))], ["assets.disposal.asset_exceeded"]),
        ([confiscated(some(), some("V2")), disposed(some(to="shared", amount="1000.01"))],
         ["assets.disposal.asset_exceeded"]),
        ([confiscated(), disposed(LINE, some("", to="shared", amount="0.01"))], ["assets.disposal.exceeded"]),
        ([confiscated(some(), some("V2", "5", "JPY"))], ["assets.disposal.balanced"] * 2),
    ],
)  # fmt: skip
def test_balanced(bodies, expected):
    found = list(disposal.balanced(bodies))
    assert codes(found) == expected
    assert all(f.closes is not f.code.endswith("balanced") for f in found)


def test_what_a_balance_says():
    found = list(disposal.balanced([confiscated(), SALE, disposed(some(to="shared", amount="1000.00"))]))
    assert found[0].values == {"brought_amount": "1210.00 CHF", "costs_amount": "50.00 CHF",
                               "disposed_amount": "1000.00 CHF", "remaining_amount": "160.00 CHF"}  # fmt: skip


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([confiscated(), SALE, disposed(LINE)], []),
        ([SALE], ["assets.disposal.not_confiscated"]),
        ([disposed(LINE, LINE, some("", to="costs"))], ["assets.disposal.not_confiscated"]),
    ],
)
def test_only_what_is_confiscated_is_disposed_of(bodies, expected):
    assert codes(disposal.confiscated_first(bodies)) == expected


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([confiscated(), disposed({"label": "V1", "to": "returned"})], ["assets.disposal.no_amount"]),
        ([confiscated(), disposed(LINE)], []),
        ([confiscated({"label": "V1"}), disposed({"label": "V1", "to": "returned"})], []),
    ],
)
def test_a_line_names_its_amount(bodies, expected):
    assert codes(disposal.amounts_named(bodies)) == expected


RATED = {"rate": "0.5", "rate_on": "2026-03-01", "rate_source": "central bank"}
SENT = {"number": "K1", "amount": "1000.00", "currency": "CHF"}
CLOSED, HELD = "assets.order.exceeded", "assets.order.within"


# The order that the request asks to enforce bounds all that is recovered on it; where the request brought none, the
# order here bounds what it confiscates and what is recovered elsewhere; a second order here bounds its own.
@pytest.mark.parametrize(
    ("bodies", "sent", "expected"),
    [
        ([confiscated()], {}, []),
        ([elsewhere()], {}, []),
        ([confiscated(amount="1000.00")], {}, [HELD]),
        ([confiscated(amount="999.99")], {}, [CLOSED]),
        ([confiscated()], SENT, [HELD]),
        ([confiscated(amount="1000.00")], SENT, [HELD]),
        ([confiscated(), elsewhere("0.01")], SENT, [CLOSED]),
        ([confiscated(amount="1000.00"), elsewhere("0.01")], {}, [CLOSED]),
        ([confiscated(order="D1", amount="1000.00"), elsewhere("0.01")], SENT, [CLOSED, HELD]),
        ([confiscated(amount="1000.00"), confiscated(some("V2"), order="K2", amount="999.00")], {}, [HELD, CLOSED]),
        ([confiscated(amount="1000.00"), confiscated(some("V2"), amount="2000.00")], {}, [HELD]),
        ([confiscated(amount="1000.00"), confiscated(some("V2"))], {}, [CLOSED]),
        ([confiscated(some(amount="600.00")), elsewhere("800.00", "USD", **RATED)], SENT, [HELD]),
        ([confiscated(some(amount="600.00")), elsewhere("800.02", "USD", **RATED)], SENT, [CLOSED]),
        ([confiscated(some(amount="600.00")), elsewhere("800.00", "USD", **RATED | {"rate_on": ""})], SENT,
         ["assets.recovery.no_rate"]),
        ([elsewhere("800.00", "USD", **RATED | {"rate_source": " "})], SENT, ["assets.recovery.no_rate"]),
        ([elsewhere("800.00", "USD", **RATED | {"rate": "0"})], SENT, ["assets.recovery.no_rate"]),
        ([confiscated(some(currency="USD", **RATED))], SENT, [HELD]),
        ([confiscated(some(currency="USD"))], SENT, ["assets.order.no_rate"]),
        ([confiscated({"label": "V1", "extent": "whole"}), elsewhere("1")], SENT, [HELD, "assets.order.uncounted"]),
        ([confiscated({"label": "V1"})], {}, []),
    ],
)  # fmt: skip
def test_within_orders(bodies, sent, expected):
    found = list(several.within_orders(bodies, content(**sent)))
    assert codes(found) == expected
    weights = {HELD: Weight.HOLDS, "assets.order.uncounted": Weight.WARNS}
    assert all(f.weight is weights.get(f.code, Weight.CLOSES) for f in found)


# Only a request to enforce an order brings one that bounds (13(1)(b)).
def test_an_order_of_another_stage_bounds_nothing():
    assert several.asked(content(stage="freeze", **SENT)) is None
    assert several.asked({}) is None


def test_what_is_said_of_an_order():
    bodies = [confiscated(some(amount="600.00")), elsewhere("700.00", "USD", **RATED)]
    assert next(iter(several.within_orders(bodies, content(**SENT)))).values == {
        "order": "K1", "limit_amount": "1000.00 CHF", "here_amount": "600.00 CHF", "elsewhere_amount": "350.00 CHF",
        "total_amount": "950.00 CHF"}  # fmt: skip
