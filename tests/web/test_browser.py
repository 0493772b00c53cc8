"""In a real browser: no rule of WCAG 2.2 AA is broken, at the desk and on a telephone, with and without a mouse."""

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from . import gallery
from .browser import assert_no_violations, press

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]


@pytest.fixture
def page(app: Flask, browsing: BrowserContext) -> Page:
    gallery.add_to(app)
    return browsing.new_page()


@pytest.mark.parametrize(
    "path",
    ["/", "/login", "/password", "/gallery", "/gallery/form", "/gallery/fail/closed", "/gallery/fail/busy", "/nowhere"],
)
def test_pages_break_no_rule(page: Page, path: str) -> None:
    page.goto(path)
    assert_no_violations(page)


def test_a_wrong_form_breaks_no_rule_and_its_summary_leads_to_the_field(page: Page) -> None:
    page.goto("/gallery/form")
    press(page.get_by_role("button", name="Save and continue"))
    assert_no_violations(page)
    page.get_by_role("link", name="Choose whether it is urgent").click()
    expect(page.locator("#urgent-0")).to_be_focused()


def test_the_first_key_offers_the_way_past_the_header(page: Page) -> None:
    page.goto("/gallery")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_nothing_is_blocked_by_the_content_policy(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/gallery")
    page.goto("/gallery/form")
    assert said == []
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"


def test_targets_are_large_enough_to_hit(page: Page) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels; links inside a sentence are excepted."""
    page.goto("/gallery")
    sizes = page.eval_on_selector_all(
        "button, .button, summary, .task-link, .rooms a, .back-link, .pagination a, .summary-action a, .papers a",
        "found => found.map(e => [e.textContent.trim(), e.getBoundingClientRect().height])",
    )
    assert [named for named in sizes if named[1] < 24] == []
