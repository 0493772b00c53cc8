"""The pages of a request for extradition in a real browser: they break no rule and fit a telephone."""

import os

import pytest
from flask import Flask
from flask_security import hash_password
from playwright.sync_api import BrowserContext

from mla.extensions import db
from mla.services import matters
from mla.services.competing import weigh
from tests import extraditions as x
from tests import factories as f
from tests.rivals import asked, weighed

from .browser import DESK, TELEPHONE, assert_no_violations, press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
PASSWORD = "a-long-password-of-somebody"
SHOWN = os.environ.get("PICTURES", "")


def look(page, path, name):
    """Open the page; it breaks no rule and fits a telephone."""
    page.goto(path)
    assert_no_violations(page)
    pictured(page, name)


def pictured(page, name):
    """Pictures of the page as it is now, where somebody asked for them."""
    for size, kind in ((DESK, "desk"), (TELEPHONE, "phone")):
        if SHOWN:
            page.set_viewport_size(size)
            page.screenshot(path=f"{SHOWN}/{name}-{kind}.png", full_page=True)


def assert_nothing_is_cut_off(page):
    """On a telephone no table hides a column beyond its edge."""
    page.set_viewport_size(TELEPHONE)
    beyond = "found => found.map(e => e.scrollWidth - e.clientWidth)"
    assert page.eval_on_selector_all(".table-frame", beyond) == [0]
    page.set_viewport_size(DESK)


def signed_in(browsing, person):
    person.password = hash_password(PASSWORD)
    db.session.commit()
    opened = browsing.new_page()
    sign_in(opened, person.email, PASSWORD)
    return opened


@pytest.fixture
def main(app: Flask) -> f.Case:
    case = x.draft(*f.houses("BRA", "CHE"))
    scan = {"title": "Photograph of A. Silva", "form": "copy"}
    matters.save_item(case.request.matter_id, "annexes", None, scan, case.requesting["drafter"].id, case.now)
    return x.pointing(case)


def test_the_pages_of_a_draft(main: f.Case, browsing: BrowserContext) -> None:
    page, draft = signed_in(browsing, main.requesting["drafter"]), f"/requests/{main.request.id}/draft"
    look(page, f"/matters/{main.request.matter_id}/request/CHE", "draw")
    for section in ("regime", "sought", "file", "per_offence", "group", "assurances", "alternative"):
        look(page, f"{draft}/{section}", section)
    page.goto(f"{draft}/assurances")
    press(page.get_by_role("button", name="Add another assurance"))
    assert page.locator("select").count() == 2
    assert_no_violations(page)
    look(page, draft, "tasks")
    look(page, f"{draft}/check", "check")


def test_an_arrest_beside_it(main: f.Case, browsing: BrowserContext) -> None:
    page = signed_in(browsing, main.requesting["drafter"])
    look(page, f"/requests/{main.request.id}/provisional-arrest", "open-arrest")
    press(page.get_by_role("button", name="Open the request"))
    tasks = page.url
    assert_no_violations(page)
    look(page, tasks, "arrest-tasks")
    look(page, f"{tasks}/custody", "custody")
    look(page, f"/requests/{main.request.id}", "case")
    look(page, "/requests", "worklist")
    assert_nothing_is_cut_off(page)


# The requested side examines offence by offence, and reads what Art. 16 lets carry a refusal.
def test_the_requested_side(main: f.Case, browsing: BrowserContext) -> None:
    f.drive(main, "examination")
    page = signed_in(browsing, main.requested["decider"])
    look(page, f"/requests/{main.request.id}", "received")
    for step in ("begin_judicial_phase", "refuse_extradition", "refuse_for_nationality"):
        look(page, f"/requests/{main.request.id}/steps/{step}", step)
    assert_nothing_is_cut_off(page)
    assert "Art. 18" not in page.locator("main").inner_text()


# Two States ask for the same person: the notice, the comparison, the form and the record.
def test_requests_of_two_states(app: Flask, browsing: BrowserContext) -> None:
    brazil, states, swiss = f.houses("BRA", "USA", "CHE")
    one, other = asked(brazil, swiss), asked(states, swiss)
    page, there = signed_in(browsing, swiss["decider"]), f"/requests/{one.request.id}"
    look(page, there, "competing-case")
    look(page, f"{there}/steps/weigh_competing", "competing-step")
    weigh(one.request.id, swiss["decider"].id, one.now, one.request.state, weighed(one, other))
    look(page, f"{there}/competing", "competing")
    assert page.get_by_text("The graver offence was committed there.").is_visible()


# For which offences the person may be tried: after the surrender, and a further prosecution asked.
def test_the_offences_one_by_one(app: Flask, browsing: BrowserContext) -> None:
    case = x.examined(x.draft(*f.houses("BRA", "CHE")))
    x.go(case, "begin_judicial_phase", "grant", "arrange_surrender", "agree_surrender", "hand_over")
    x.go(case, "ask_speciality_consent", "answer_speciality_consent")
    page = signed_in(browsing, case.requesting["signatory"])
    look(page, f"/requests/{case.request.id}/offences", "offences")
    assert page.get_by_text("Not covered by the surrender").is_visible()
