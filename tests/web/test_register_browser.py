"""The register in a real browser: no rule of WCAG 2.2 AA is broken, at the desk and on a telephone."""

import pytest
from flask import Flask
from flask_security import hash_password
from playwright.sync_api import BrowserContext, Page

from mla.extensions import db
from mla.services import agreements
from tests.factories import NOW, house, load_register, person, treaty, treaty_values

from .browser import assert_no_violations, press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
PASSWORD = "a-long-password-of-a-keeper"


@pytest.fixture
def page(app: Flask, browsing: BrowserContext) -> Page:
    load_register()
    keeper = person(house("BRA").authority, "register_keeper")
    keeper.password = hash_password(PASSWORD)
    db.session.commit()
    opened = browsing.new_page()
    sign_in(opened, keeper.email, PASSWORD)
    return opened


def test_pages_break_no_rule_and_fit_a_telephone(page: Page) -> None:
    for path in (
        "/register/",
        "/register/states?q=land",
        "/register/states/NLD",
        "/register/states/EUU",
        "/register/between",
        "/register/treaties/",
        "/register/treaties/new",
        "/register/treaties/pending",
        "/register/between?a=Brazil&b=Iran&instrument=UNTOC&on=2025-09-04",
        "/register/between?a=Brazil&b=&instrument=UNTOC&on=",
        "/register/actions/new",
        "/register/actions/pending",
    ):
        page.goto(path)
        assert_no_violations(page)


def test_the_pages_of_a_treaty_break_no_rule_and_fit_a_telephone(page: Page) -> None:
    db.session.rollback()  # what was read before the sign-in is old
    address = f"/register/treaties/{treaty().treaty_id}"
    stranger = person(house("CHE").authority, "register_keeper")
    db.session.commit()
    agreements.enter(treaty_values(title="Another Fictitious Treaty"), stranger.id, NOW)
    for path in (
        address,
        f"{address}/end",
        f"{address}/correct",
        "/register/treaties/?state=BRA",
        "/register/treaties/pending",
        "/register/between?a=Brazil&b=USA&instrument=UNTOC&on=2025-09-04",
    ):
        page.goto(path)
        assert_no_violations(page)
    page.goto("/register/treaties/pending")
    page.get_by_text("It is wrong: reject it").click()
    page.get_by_label("What is wrong with it").fill("The source says otherwise")
    press(page.get_by_role("button", name="Reject"))
    assert page.get_by_text("was rejected and never counts").is_visible()


def test_a_question_is_asked_and_answered(page: Page) -> None:
    page.goto("/register/")
    press(page.get_by_role("link", name="Are two States bound?"))
    page.get_by_label("First State").fill("Brazil")
    page.get_by_label("Second State").fill("Japan")
    page.get_by_label("Day").fill("2017-08-09")
    press(page.get_by_role("button", name="Show the answer"))
    assert page.get_by_text("No, not both are bound").is_visible()
    page.get_by_label("Day").fill("2017-08-10")
    press(page.get_by_role("button", name="Show the answer"))
    assert page.get_by_text("Yes, both are bound").is_visible()
