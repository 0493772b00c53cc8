"""Drafting a request on assets in a real browser: matter, sections, letter on paper, and what drifted."""

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext

from mla.domain.assets.content import ENFORCE, STAGES
from mla.services import matters
from tests import assets
from tests import factories as f

from .browser import press
from .test_extradition_browser import look, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
FLAT = {"kind": "real_estate", "description": "Flat 12 in Harbour Street 7, land register sheet 4711",
        "location": "Miami", "country": "USA", "holder": "Harbour Holding Ltd.", "owner": "Ana Silva",
        "value": "1250000.00", "currency": "USD", "theory": "converted"}  # fmt: skip


@pytest.fixture
def case(app: Flask) -> f.Case:
    """A request that asks to enforce an order, drafted from a matter with property and an account besides."""
    case = assets.draft(*f.houses(), ENFORCE, assets=(assets.ASSET, FLAT))
    add(case, "accounts", {"number": "4471-2", "bank": "Bank of Harbour", "holder": "Ana Silva"})
    return case


def add(case: f.Case, listed: str, values: dict[str, object]) -> None:
    matters.save_item(case.request.matter_id, listed, None, values, case.requesting["drafter"].id, f.NOW)


def test_the_property_of_a_matter(case: f.Case, browsing: BrowserContext) -> None:
    page, matter = signed_in(browsing, case.requesting["drafter"]), f"/matters/{case.request.matter_id}"
    look(page, matter, "matter")
    look(page, f"{matter}/property", "property")
    press(page.get_by_role("link", name="Add account 4471-2 as property"))
    look(page, page.url, "asset")
    assert page.get_by_label("Description").input_value() == "Account 4471-2 with Bank of Harbour"


def test_the_draft(case: f.Case, browsing: BrowserContext) -> None:
    page, draft = signed_in(browsing, case.requesting["drafter"]), f"/requests/{case.request.id}/draft"
    look(page, draft, "tasks")
    for stage in STAGES:
        page.goto(f"{draft}/measure")
        page.locator(f"input[value={stage}]").check()
        press(page.get_by_role("button", name="Save and continue"))
        look(page, f"{draft}/measure", f"measure-{stage}")
    look(page, f"{draft}/disposal", "disposal")
    look(page, f"{draft}/check", "check")
    look(page, f"/requests/{case.request.id}", "case")


def test_what_drifted(case: f.Case, browsing: BrowserContext) -> None:
    f.drive(case)
    assets.drawn(case.request.matter_id, case.requesting, case.requested, ENFORCE, f.NOW)
    add(case, "property", FLAT)
    page = signed_in(browsing, case.requesting["drafter"])
    look(page, f"/matters/{case.request.matter_id}", "drifted-matter")
    look(page, f"/requests/{case.request.id}", "drifted-case")


def test_a_letter_on_paper(app: Flask, browsing: BrowserContext) -> None:
    (brazil,) = f.houses("BRA")
    f.on_paper("CHE")
    page = signed_in(browsing, brazil["registry"])
    look(page, "/requests/incoming?kind=assets", "letter")
    assert page.get_by_label("Tracing: that property is identified and traced").is_visible()
