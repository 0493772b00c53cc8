"""The property of a case as both sides read it: where each asset stands and since when, freezes, sums, disposal."""

import datetime as dt
import re

import pytest
import sqlalchemy as sa

from mla import wording
from mla.extensions import db
from mla.services import record
from mla.web.requests import due
from tests import assets as a
from tests import factories as f
from tests.domain.assets_cases import MEASURE
from tests.web.markup import assert_valid_html

pytestmark = pytest.mark.usefixtures("fast_papers")
TODAY = dt.datetime.now(dt.UTC).date()
SOON, PAST = ((TODAY + dt.timedelta(days)).isoformat() for days in (12, -3))


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, engine_of):
    return engine_of(request.param)


@pytest.fixture
def sent(app):
    """A request to freeze an account and a flat, one of them in francs, under examination."""
    flat = {"kind": "real_estate", "description": "A flat", "location": "", "country": "CHE", "holder": "Lake Ltd",
            "owner": "P1", "value": "900000.00", "currency": "CHF", "theory": "commingled"}  # fmt: skip
    return a.examined(a.draft(*f.houses(), assets=(a.ASSET, a.ASSET | flat)))


@pytest.fixture
def enforced(app):
    """A request to enforce an order in francs, its account before the court."""
    asked = MEASURE | {"stage": "confiscate_b", "order_amount": "100000000.00", "order_currency": "CHF"}
    return a.arrived(a.draft(*f.houses(), measure=asked), "begin_court_phase")


def at(case, *parts):
    return "/".join(["", "requests", str(case.request.id), *parts])


def plain(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def tables(page):
    """The rows of each table, without marks."""
    return [[plain(row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body, re.DOTALL)]
            for body in re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)]  # fmt: skip


def read(case, sign_in, *parts):
    """The page as both sides read it: the tables are the same, but that each names its own people."""
    pages = [sign_in(house["registry"]).get(at(case, *parts)).text for house in (case.requesting, case.requested)]
    for page in pages:
        assert_valid_html(page)
    found = [[[row.split(" reported")[-1] for row in table] for table in tables(page)] for page in pages]
    assert len(found[0]) == len(found[1])
    return tables(pages[0]), plain(pages[0])


def test_each_asset_stands_in_the_list_with_what_is_known_of_it(sent, sign_in):
    a.go(sent, "submit_freeze", "report_freeze")
    (sums, freezes, assets), page = read(sent, sign_in, "property")
    assert sums == ["Freeze asked 1 CHF 900,000.00", "Frozen 1 USD 58,400,000.00"]
    assert len(freezes) == 1
    one, other = assets
    assert one == (
        "V1 . account 7 at the bank in Miami Account · Miami, United States of America held by P1 Ana Silva "
        "O1 Money laundering Proceeds of the offence USD 58,400,000.00 5 January 2026 Frozen USD 58,400,000.00 "
        "since 2 February 2026 Notice of freeze"
    )
    assert "V2 . A flat Real estate · Switzerland held by Lake Ltd owned by P1 Ana Silva" in other
    assert "Proceeds mixed with property from lawful sources CHF 900,000.00" in other
    assert "Freeze asked CHF 900,000.00 since 12 March 2026 Notice of submission for a freeze" in other
    assert "amounts in two currencies are never added" in page
    case_page = sign_in(sent.requesting["signatory"]).get(at(sent)).text
    assert f'href="{at(sent, "property")}"' in case_page
    assert at(sent, "property", "disposal") not in case_page


# Half past three UTC is the last day in Washington, where it was ordered, and the next one in Brasília.
@pytest.mark.parametrize(("hour", "lapsed"), [(3, [False, False]), (4, [True])])
def test_a_freeze_is_shown_by_the_day_where_it_was_ordered(app, sent, hour, lapsed):
    a.go(sent, "submit_freeze", "report_freeze")
    now = dt.datetime(2099, 7, 1, hour, 30, tzinfo=dt.UTC)
    for house in (sent.requesting, sent.requested):
        with app.test_request_context():
            rows = [row for row in due.rows(sent.request, house["registry"], now) if row["freeze"]]
        assert ([row["lapsed"] for row in rows], any(row["overdue"] for row in rows)) == (lapsed, lapsed == [True])


def test_one_asset_with_its_states_and_amounts(sent, sign_in):
    a.go(sent, "begin_tracing")
    f.take(sent, "report_tracing", {"new": []})
    a.go(sent, "submit_freeze", "report_freeze")
    f.take(sent, "lift_freeze", {"lifted_on": "2026-03-12"})
    (stages, amounts), page = read(sent, sign_in, "property", "asset?label=V1")
    assert stages[0].startswith("12 March 2026 Freeze lifted USD 58,400,000.00")
    names = ("Freeze lifted", "Freeze asked", "Traced", "Freeze asked", "Identified", "Frozen")
    assert all(name in row for name, row in zip(names, stages, strict=True))
    assert amounts == [
        "Value as it was stated 5 January 2026 USD 58,400,000.00", "Frozen up to 2 February 2026 USD 58,400,000.00",
    ]  # fmt: skip
    assert "Holder P1 Ana Silva" in page
    browser = sign_in(sent.requesting["registry"])
    assert browser.get(at(sent, "property", "asset?label=V9")).status_code == 404
    assert browser.get(at(sent, "property", "asset")).status_code == 404


# The clock: whose rule it is, what must come before, how many days are left, on the pages of both sides.
def test_a_freeze_that_lapses_soon(sent, sign_in):
    a.go(sent, "submit_freeze")
    f.take(sent, "report_freeze", {"lapses_on": SOON, "needed_by": SOON, "assets": [{"label": "V1"}, {"label": "V2"}]})
    for house in (sent.requesting, sent.requested):
        browser = sign_in(house["signatory"])
        pages = [plain(browser.get(path).text) for path in (at(sent), at(sent, "property"), "/requests")]
        for page in pages[:2]:
            assert "12 days left" in page
            assert "Rule of the United States of America: Unless an order of confiscation comes before" in page
            assert "The Convention sets no duration for a freeze." in page
            assert "An order of confiscation. by " in page
        told = f"12 days left {wording.day(SOON)}: The freeze of V1, V2 holds until the end of this day"
        assert told in pages[2]


# No freeze is shown alive after its lapse, on any page.
def test_a_freeze_that_has_lapsed(sent, sign_in):
    a.go(sent, "submit_freeze")
    f.take(sent, "report_freeze", {"lapses_on": "2026-03-20", "needed_by": None, "lapse_rule": "One week"})
    browser = sign_in(sent.requested["executor"])
    for path in (at(sent), at(sent, "property"), at(sent, "property", "asset?label=V1")):
        page = plain(browser.get(path).text)
        assert "Lapsed" in page
        assert "In force" not in page
        assert "days left" not in page
    (sums, freezes, assets), _ = read(sent, sign_in, "property")
    assert sums[-1] == "Freeze lapsed 1 USD 58,400,000.00"
    assert "Too late: it takes a new order" in freezes[0]
    assert "Freeze lapsed USD 58,400,000.00 since 21 March 2026 Notice of freeze" in assets[0]
    assert "Lapsed after 20 March 2026 The freeze of V1 has lapsed" in plain(browser.get("/requests").text)
    stages = tables(browser.get(at(sent, "property", "asset?label=V1")).text)[1]
    assert "Freeze lapsed The day alone. What had set it: USA Executor reported the freeze." in stages[0]


# What paper leaves out is said: a freeze without its rule, its last day, its number.
def test_what_the_order_does_not_say(app, sign_in):
    case = a.go(a.draft(f.houses("BRA")[0], f.on_paper("USA")), "submit", "approve", "sign", "transmit")
    f.recorded(case, "report_freeze", {"assets": [{"label": "V7"}], "ordered_on": "2026-03-01"})
    browser = sign_in(case.requesting["registry"])
    (sums, freezes, assets) = tables(browser.get(at(case, "property")).text)
    assert sums[-1] == "Frozen 1 1 without an amount"
    [freeze] = freezes
    assert freeze == (
        "Number not recorded of 1 March 2026 V7 No last day is set In force The record does not say by which rule it "
        "ends: ask the United States of America. Nothing is recorded"
    )
    assert assets[-1].startswith("V7 – – Frozen since 1 March 2026")
    page = browser.get(at(case, "property", "asset?label=V7")).text
    assert "a paper named it by its label alone" in page
    assert "None." in page


def test_assets_are_searched_and_go_by_pages(sent, sign_in, monkeypatch):
    monkeypatch.setattr("mla.web.requests.holdings.PAGE", 1)
    monkeypatch.setattr("mla.web.requests.holdings.FEW", 1)
    browser = sign_in(sent.requesting["registry"])
    first = browser.get(at(sent, "property")).text
    assert "1 to 1 of 2" in first
    assert len(tables(first)[-1]) == 1
    second = browser.get(re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")).text
    assert tables(second)[-1][0].startswith("V2")
    back = browser.get(re.search(r'rel="prev" href="([^"]+)"', second)[1]).text
    assert tables(back)[-1][0].startswith("V1")
    assert [row[:2] for row in tables(browser.get(at(sent, "property?q=LAKE")).text)[-1]] == ["V2"]
    assert [row[:2] for row in tables(browser.get(at(sent, "property?state=freeze_asked&begin=V9")).text)[-1]] == ["V1"]
    none = browser.get(at(sent, "property?q=%25&state=frozen")).text
    assert_valid_html(none)
    assert "No asset fits" in none


# However many assets there are, the database is asked as often as for one.
def test_no_query_for_each_asset(app, sign_in):
    assert asked(app, sign_in, 1, *(houses := f.houses())) == asked(app, sign_in, 40, *houses)


def asked(app, sign_in, number, *houses):
    """How often the page of a case with so many assets asks the database."""
    case = a.arrived(a.draft(*houses, assets=[a.ASSET] * number), "submit_freeze")
    labels = [{"label": f"V{n}", "amount": "5.00", "currency": "CHF"} for n in range(1, number + 1)]
    f.take(case, "report_freeze", {"assets": labels})
    browser, told = sign_in(case.requested["registry"]), []
    listen = lambda *arguments: told.append(arguments[2])  # noqa: E731
    sa.event.listen(db.engine, "before_cursor_execute", listen)
    assert browser.get(at(case, "property")).status_code == 200
    sa.event.remove(db.engine, "before_cursor_execute", listen)
    return len(told)


def test_there_is_no_such_page_before_it_is_sent_or_of_another_kind(houses, sign_in):
    for case in (a.draft(*houses), f.drive(f.draft(*houses))):
        browser = sign_in(case.requesting["registry"])
        for path in ("property", "property/asset?label=V1", "property/disposal"):
            assert browser.get(at(case, path)).status_code == 404
        assert "Property: where each asset stands" not in browser.get(at(case)).text


def test_a_request_without_property(houses, sign_in):
    case = a.examined(a.draft(*houses, stage="trace", assets=()))
    browser = sign_in(case.requested["registry"])
    page = browser.get(at(case, "property")).text
    assert_valid_html(page)
    assert "None is listed yet. What tracing finds appears here." in page
    assert browser.get(at(case, "property", "disposal")).status_code == 404


# Confiscated in dollars on an order in francs, at a recorded rate; sold for more, with interest and costs; a part of
# it returned: all stands on one page and balances.
def test_the_account_of_what_was_confiscated(enforced, sign_in):
    rate = {"rate": "0.50", "rate_on": "2026-03-02", "rate_source": "National Bank"}
    f.take(enforced, "report_confiscation", {"assets": [
        {"label": "V1", "extent": "whole", "amount": "58400000.00", "currency": "USD"} | rate]})  # fmt: skip
    f.take(enforced, "report_recovery", {"state": "DEU", "amount": "1000.00", "currency": "USD"} | rate)
    sale = {"label": "V1", "amount": "58500000.00", "interest": "12.50", "costs": "100.25", "currency": "USD"}
    f.take(enforced, "report_realisation", {"assets": [sale]})
    a.go(enforced, "ask_return", "consider_return")
    f.take(enforced, "dispose", {"lines": [
        {"label": "V1", "to": "returned", "amount": "1000.00", "currency": "USD", "beneficiary": "The depositors"},
        {"label": "V1", "to": "costs", "amount": "50.00", "currency": "USD", "beneficiary": ""}]})  # fmt: skip
    (account, gone, order, own), page = read(enforced, sign_in, "property", "disposal")
    assert account == [
        "Confiscated in all USD 58,400,000.00", "Of it, not sold USD 0.00", "Sale prices USD 58,500,000.00",
        "Interest USD 12.50", "Brought in USD 58,500,012.50", "Costs USD 150.25", "Returned USD 1,000.00",
        "Shared USD 0.00", "Contributed USD 0.00", "Kept by the requested State USD 0.00",
        "Remaining USD 58,498,862.25",
    ]  # fmt: skip
    assert gone[0].startswith("12 March 2026 Returned, for victims to be compensated or to its legitimate owners")
    assert gone[1].startswith("12 March 2026 Used to cover costs Decision on the disposal")
    rated = "1 USD = 0.50 CHF 2 March 2026, National Bank"
    assert order == [
        f"United States of America 2 March 2026 · V1 USD 58,400,000.00 {rated} CHF 29,200,000.00",
        f"Germany 2 March 2026 USD 1,000.00 {rated} CHF 500.00",
    ]
    assert "The order is for CHF 100,000,000.00. Still open: CHF 70,799,500.00." in page
    assert own[0].startswith("United States of America 2 March 2026 · V1 USD 58,400,000.00 – USD")
    (_, lines), _ = read(enforced, sign_in, "property", "asset?label=V1")
    assert "Sale price less the stated value 2 March 2026 USD 100,000.00" in lines
    case_page = sign_in(enforced.requesting["signatory"]).get(at(enforced)).text
    assert f'href="{at(enforced, "property", "disposal")}"' in case_page


# 12(8), 13(8): notice, claims and what was decided on them stand where it is decided, and in the list of property.
def test_third_parties(enforced, sign_in):
    executor = sign_in(enforced.requested["executor"])
    page = plain(executor.get(at(enforced, "steps", "report_confiscation")).text)
    assert "Nobody was given notice, as far as the history tells." in page
    a.go(enforced, "notify_third_parties", "record_claims")
    for path in (at(enforced, "steps", "decide_claims"), at(enforced, "property")):
        html = executor.get(path).text
        assert_valid_html(html)
        assert "A bank Mortgage 2 March 2026 By letter." in plain(html)
        assert "K1. A bank 12 March 2026 V1 Mortgage of 2019. Not decided" in plain(html)
    f.take(enforced, "decide_claims")
    decided = "Rejected 12 March 2026 The mortgage was paid off."
    assert any(decided in row for table in read(enforced, sign_in, "property")[0] for row in table)


# What paper tells may lack a rate, a State or an amount, and may go beyond the order: it is said, never hidden.
def test_what_paper_tells_of_a_recovery(app, sign_in):
    asked = MEASURE | {"stage": "confiscate_b", "order_amount": "100.00", "order_currency": "CHF", "order_number": ""}
    case = a.go(a.draft(f.houses("BRA")[0], f.on_paper("USA"), measure=asked), "submit", "approve", "sign", "transmit")
    f.recorded(case, "report_confiscation", {"ordered_on": "2026-03-01", "assets": [
        {"label": "V1", "extent": "part", "amount": "500.00", "currency": "CHF"},
        {"label": "V2", "extent": "whole", "amount": "7.00", "currency": "USD", "rate": "2"},
        {"label": "V3", "extent": "whole"}]})  # fmt: skip
    tables_ = tables(sign_in(case.requesting["registry"]).get(at(case, "property", "disposal")).text)
    page = plain(sign_in(case.requesting["registry"]).get(at(case, "property", "disposal")).text)
    assert "The order and what was recovered on it" in page
    assert "More was recovered than it orders" in page
    francs, dollars, unknown = tables_[-1]
    assert francs.endswith("V1 CHF 500.00 – CHF 500.00")
    assert dollars.endswith(
        "USD 7.00 1 USD = 2 CHF no day recorded, no source recorded Not counted: no rate with its day and source"
    )
    assert unknown.endswith("V3 no amount recorded – CHF 0.00")


def test_a_third_state_reads_nothing(sent, sign_in):
    outsider = f.person(f.house("CHE").authority, "registry")
    db.session.commit()
    for path in ("property", "property/asset?label=V1", "property/disposal"):
        assert sign_in(outsider).get(at(sent, path)).status_code == 404
    assert record.readable(sent.request, None)[0]["seq"] == 1
