"""The larger forms of the steps on assets in a real browser: they break no rule and fit a telephone."""

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page

from mla.domain.assets.content import ENFORCE
from tests import assets as a
from tests import factories as f
from tests.web.browser import assert_no_violations, press
from tests.web.test_extradition_browser import look, pictured, signed_in

from .typed import address

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
FLAT = a.ASSET | {"kind": "real_estate", "description": "flat 12 at Ocean Drive 900", "value": "900000.00"}


@pytest.fixture
def case(app: Flask, fast_papers: None) -> f.Case:
    return a.arrived(a.draft(*f.houses(), ENFORCE, assets=[a.ASSET, FLAT]), "submit_freeze")


def refused(page: Page, name: str, typed: dict[str, str]) -> None:
    """The step is not taken with what is typed, and the page that says so is as good as the first."""
    for field, said in typed.items():
        page.fill(f"[name={field}]", said)
    press(page.locator("form .buttons .button-primary").last)
    page.wait_for_selector(".error-summary")
    assert_no_violations(page)
    pictured(page, f"{name}-refused")
    for field, said in typed.items():
        assert page.input_value(f"[name={field}]") == said


def test_the_forms_of_steps(case: f.Case, browsing: BrowserContext) -> None:
    executor = signed_in(browsing, case.requested["executor"])
    look(executor, address(case, "report_freeze"), "report_freeze")
    refused(executor, "report_freeze", {"assets-0-amount": "58,400,000", "order_number": "26-cv-1"})
    a.go(case, "report_freeze", "begin_court_phase")
    look(executor, address(case, "record_claims"), "record_claims")
    refused(executor, "record_claims", {"claims-0-claimant": "A bank"})
    look(executor, address(case, "report_confiscation"), "report_confiscation")
    refused(executor, "report_confiscation", {"assets-0-amount": "58.400.000,00", "court": "District Court"})
    a.go(case, "report_confiscation")


def test_the_form_of_the_disposal(case: f.Case, browsing: BrowserContext) -> None:
    a.go(case, "report_freeze", "begin_court_phase", "report_confiscation")
    decider = signed_in(browsing, case.requested["decider"])
    look(decider, address(case, "dispose"), "dispose")
    refused(decider, "dispose", {"lines-0-amount": "1,000", "law": "21 U.S.C. 853"})
