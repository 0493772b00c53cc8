"""The legal basis in a real browser: the form, a case on reciprocity on either side, and the answer for two States."""

import os

import pytest
from flask import Flask
from flask_security import hash_password
from playwright.sync_api import BrowserContext

from mla.domain.content import empty
from mla.extensions import db
from tests import factories as f

from .browser import DESK, TELEPHONE, assert_no_violations, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
PASSWORD = "a-long-password-of-somebody"
SHOWN = os.environ.get("PICTURES", "")


def look(page, path, name):
    """Open the page; it breaks no rule and fits a telephone."""
    page.goto(path)
    assert_no_violations(page)
    for size, kind in ((DESK, "desk"), (TELEPHONE, "phone")):
        if SHOWN:
            page.set_viewport_size(size)
            page.screenshot(path=f"{SHOWN}/{name}-{kind}.png", full_page=True)


def signed_in(browsing, person):
    person.password = hash_password(PASSWORD)
    db.session.commit()
    opened = browsing.new_page()
    sign_in(opened, person.email, PASSWORD)
    return opened


def test_the_form_and_two_states(app: Flask, browsing: BrowserContext) -> None:
    case = f.draft(*f.houses())
    f.treaty()
    page = signed_in(browsing, case.requesting["drafter"])
    look(page, f"/requests/{case.request.id}/draft/regime", "form")
    look(page, "/register/between?a=Brazil&b=China&instrument=UNTOC&on=2026-03-03", "between")


# On reciprocity the registry sees the diplomatic channel open and the other way closed, with the reason.
def test_a_case_on_reciprocity(app: Flask, browsing: BrowserContext) -> None:
    stated = empty()["regime"] | {"basis": "RECIPROCITY", "reciprocity": "In like cases."}
    case = f.draft(*f.houses("BRA", "PNG"), regime=stated)
    for step in ("submit", "approve", "sign"):
        f.take(case, step)
    page = signed_in(browsing, case.requesting["registry"])
    look(page, f"/requests/{case.request.id}", "case")
    assert page.get_by_text("Transmit the request through the diplomatic channel").first.is_visible()
    assert "it goes through the diplomatic channel" in page.content()


# The requested side decides by domain law: its table of grounds claims nothing of the Convention.
def test_the_requested_side(app: Flask, browsing: BrowserContext) -> None:
    stated = empty()["regime"] | {"basis": "RECIPROCITY", "reciprocity": "In like cases."}
    case = f.draft(*f.houses("BRA", "PNG"), regime=stated)
    for step in ("submit", "approve", "sign", "transmit_by_diplomatic_channel", "acknowledge", "open_examination"):
        f.take(case, step)
    page = signed_in(browsing, case.requested["decider"])
    look(page, f"/requests/{case.request.id}/steps/refuse_on_other_basis", "refuse")
    assert "Art. 18" not in page.locator("main").inner_text()
    look(page, f"/requests/{case.request.id}", "received")
