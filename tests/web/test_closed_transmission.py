"""In a real Chromium, who may neither approve nor transmit is led on from every reason, and reads who can mend it."""

import datetime as dt
import re

import pytest
from flask_security import hash_password

from mla.extensions import db
from tests import factories as f

from .browser import assert_no_violations, press, sign_in
from .requests.conftest import fast_papers  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
PASSWORD = "long enough for a test"


def reasons(page, step):
    """Why the step is closed, as the case page lists it."""
    title = page.locator(".step-title", has_text=re.compile(f"^{step}$"))
    return page.locator(".step-closed").filter(has=title).locator(".finding-closes")


# The State left the Convention a year ago: each reason leads to the page that explains it, for the day and instrument.
@pytest.mark.parametrize(("state", "role", "step"), [("in_review", "reviewer", "Approve the request"),
                                                     ("signed", "registry", "Transmit the request")])  # fmt: skip
def test_from_a_closed_step_a_link_leads_on(app, fast_papers, browsing, state, role, step):  # noqa: F811
    case = f.drive(f.draft(*f.houses()), state)
    f.denounce("USA", dt.date(2025, 1, 1))
    person = case.requesting[role]
    person.password = hash_password(PASSWORD)
    db.session.commit()
    page = browsing.new_page()
    sign_in(page, person.email, PASSWORD)
    here = f"/requests/{case.request.id}"
    page.goto(here)
    assert_no_violations(page)
    found = reasons(page, step)
    assert found.count()
    assert found.count() == found.locator("a").count()
    assert found.filter(has_text="register keeper").count()
    for number in range(found.count()):
        page.goto(here)
        press(reasons(page, step).nth(number).locator("a"))
        assert page.locator(".answer-word", has_text="No, not both are bound").count() or page.url.startswith(here)
        assert_no_violations(page)
    page.goto(here)
