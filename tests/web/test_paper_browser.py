"""The pages of counterparts on paper in a real Chromium: no rule of WCAG 2.2 AA is broken, at a desk or a telephone."""

import os

import pytest
from flask_security import hash_password

from mla.extensions import db
from tests import factories as f
from tests.services.conftest import plain_papers
from tests.web.browser import DESK, TELEPHONE, assert_no_violations, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
__all__ = ["plain_papers"]
PASSWORD = "a long enough passphrase"


@pytest.fixture
def case(app):
    (brazil,) = f.houses("BRA")
    made = f.drive(f.draft(brazil, f.on_paper("USA")))
    f.on_paper("CHE")
    brazil["registry"].password = hash_password(PASSWORD)
    db.session.commit()
    return made


def test_the_pages_are_in_order(case, browsing):
    page = browsing.new_page()
    sign_in(page, case.requesting["registry"].email, PASSWORD)
    own = f"/requests/{case.request.id}"
    f.recorded(case, "acknowledge", their_reference="B-99")
    f.recorded(case, "refuse", {"ground": "bank_secrecy"})
    paths = ("/requests", own, f"{own}/arrived", f"{own}/arrived/refuse", f"{own}/take-back", "/requests/incoming",
             "/counterparts", "/counterparts/new?state=CHE")  # fmt: skip
    for path in paths:
        page.goto(path)
        shot(page, path)
        assert_no_violations(page)


def shot(page, path):
    if not os.environ.get("SHOTS"):
        return
    for size in (DESK, TELEPHONE):
        page.set_viewport_size(size)
        name = path.strip("/").replace("/", "_").split("?")[0][-30:]
        page.screenshot(path=f"{os.environ['SHOTS']}/{name}-{size['width']}.png", full_page=True)
