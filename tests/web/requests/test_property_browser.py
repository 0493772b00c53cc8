"""The pages of property in a real browser, with three hundred assets too: they break no rule and fit a telephone."""

import datetime as dt
import os

import pytest
from flask_security import hash_password

from mla.extensions import db
from tests import assets as a
from tests import factories as f
from tests.domain.assets_cases import MEASURE
from tests.web.browser import DESK, TELEPHONE, assert_no_violations, press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("fast_papers")]
PASSWORD = "a-long-password-of-somebody"
SHOWN = os.environ.get("PICTURES", "")
SORTS = ("account", "real_estate", "vehicle", "company_share", "crypto_asset", "cash")


def look(page, path, name):
    """Open the page; it breaks no rule and fits a telephone."""
    page.goto(path)
    assert_no_violations(page)
    for size, kind in ((DESK, "desk"), (TELEPHONE, "phone")):
        if SHOWN:
            page.set_viewport_size(size)
            page.screenshot(path=f"{SHOWN}/{name}-{kind}.png", full_page=True)
    page.set_viewport_size(DESK)


def signed_in(browsing, person):
    person.password = hash_password(PASSWORD)
    db.session.commit()
    opened = browsing.new_page()
    sign_in(opened, person.email, PASSWORD)
    return opened


MONEY = (("USD", "1250.00"), ("CHF", "980000.50"), ("JPY", "73000"))


def listed(number):
    """So many assets, of every sort and in three currencies; the first is worth millions."""
    return [
        a.ASSET,
        *(
            a.ASSET | {"kind": SORTS[n % len(SORTS)], "description": f"number {4470 + n} at the bank in Miami",
                       "value": MONEY[n % 3][1], "currency": MONEY[n % 3][0]}
            for n in range(2, number + 1)
        ),
    ]  # fmt: skip


def sums(numbers, **more):
    """Assets by number with the amounts of their values."""
    return [{"label": f"V{n}", "amount": MONEY[n % 3][1], "currency": MONEY[n % 3][0], **more} for n in numbers]


# Nothing is cut off, and a word leads from three hundred assets to the one that is meant.
def test_three_hundred_assets(app, browsing):
    case = a.arrived(a.draft(*f.houses(), assets=listed(300)), "submit_freeze")
    ordered = {"ordered_on": "2026-03-12"}
    soon = (dt.datetime.now(dt.UTC).date() + dt.timedelta(12)).isoformat()
    f.take(case, "report_freeze", {"assets": sums(range(1, 201)), "lapses_on": soon, "needed_by": soon} | ordered)
    f.take(case, "report_freeze", {"assets": sums(range(201, 281)), "order_number": "26-mc-2"} | ordered)
    page, at = signed_in(browsing, case.requested["decider"]), f"/requests/{case.request.id}"
    look(page, at, "case-300")
    look(page, f"{at}/property", "property-300")
    press(page.get_by_role("link", name="Next page"))
    assert "51 to 100 of 300" in page.locator("main").inner_text()
    page.fill("#q", "number 4491 at")
    press(page.get_by_role("button", name="Search"))
    press(page.get_by_role("link", name="V21", exact=True))
    assert page.locator("h1").inner_text() == "V21. number 4491 at the bank in Miami"
    look(page, page.url, "asset")
    look(page, "/requests", "worklist")


def test_from_the_freeze_to_the_return(app, browsing):
    asked = MEASURE | {"stage": "confiscate_b", "order_amount": "2000000.00", "order_currency": "CHF"}
    case = a.arrived(a.draft(*f.houses(), assets=listed(3), measure=asked), "submit_freeze")
    f.take(case, "report_freeze", {"assets": sums((1, 2, 3))})
    a.go(case, "begin_court_phase")
    rate, yen = ({"rate": r, "rate_on": "2026-03-02", "rate_source": "National Bank"} for r in ("0.88", "0.0057"))
    by_currency = {"USD": rate, "JPY": yen, "CHF": {}}
    taken = [row | by_currency[row["currency"]] for row in sums((1, 2, 3), extent="whole")]
    f.take(case, "report_confiscation", {"assets": taken, "order_amount": ""})
    f.take(case, "report_recovery", {"amount": "120000.00", "currency": "USD", "state": "DEU"} | rate)
    sale = {"label": "V1", "amount": "1000100.00", "interest": "25.50", "costs": "3100.25", "currency": "CHF"}
    f.take(case, "report_realisation", {"assets": [sale]})
    a.go(case, "ask_return", "consider_return")
    lines = [
        {"label": "V1", "to": "returned", "amount": "500000.00", "currency": "CHF", "beneficiary": "The depositors"},
        {"label": "V1", "to": "shared", "amount": "400000.00", "currency": "CHF", "beneficiary": "Brazil"},
        {"label": "V2", "to": "retained", "amount": "73000", "currency": "JPY", "beneficiary": ""},
    ]
    f.take(case, "dispose", {"lines": lines, "agreement": "Agreement of 2020"})
    page, at = signed_in(browsing, case.requesting["signatory"]), f"/requests/{case.request.id}"
    look(page, at, "case")
    look(page, f"{at}/property", "property")
    look(page, f"{at}/property/disposal", "disposal")
    look(page, f"{at}/property/asset?label=V1", "asset-disposed")
