"""Somebody who knows no law gets from a closed step to an open one by following the links, in a real Chromium.

The person reads nothing but the page: what is closed, the link beside each reason, the form behind it. Of the law
they know nothing; of their case they know the answers, by the address of each form.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from .browser import press
from .test_two_states import MATTER, SECTIONS, SUBMIT, fill, page_choice, pages, people, send  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]

#: What the person knows of the case, by the last part of the form's address.
KNOWN: dict[str, dict[str, Any]] = {path.removesuffix("/new").rpartition("/")[2]: v for path, v in
                                    {**SECTIONS, **MATTER}.items()}  # fmt: skip
LIMIT = 40


def reasons(page: Page, step: str) -> Locator:
    """The reasons for which the step is closed, as the case page lists them."""
    closed = page.locator(".step-closed").filter(has=page.locator(".step-title", has_text=re.compile(f"^{step}$")))
    return closed.locator(".finding-closes")


def follow(page: Page, request: str, step: str) -> list[str]:
    """Follow the first link of the first reason until the step is open; returns the forms that were given."""
    given: list[str] = []
    for _ in range(LIMIT):
        page.goto(request)
        found = reasons(page, step)
        if not found.count():
            return given
        assert found.count() == found.locator("a").count(), f"a reason without a link: {found.all_inner_texts()}"
        press(found.first.locator("a"))
        given.append(give(page))
        assert given.count(given[-1]) < 3, f"{given[-1]} does not open the step: {found.all_inner_texts()}"
    raise AssertionError(f"still closed after {given}")


def give(page: Page) -> str:
    """Fill in the form at which the person arrived, or the one behind the button that adds an item."""
    if not page.locator("main form[method=post] :is(input, textarea, select):not([type=hidden])").count():
        press(page.locator("main a.button").first)
    name = page.url.split("?")[0].removesuffix("/new").rpartition("/")[2]
    fill(page, KNOWN[name])
    press(page.locator(SUBMIT))
    assert page.locator(".error-summary").count() == 0, page.locator(".error-summary").inner_text()
    return name


def begin(page: Page) -> str:
    """A matter and a request drawn from it, with nothing in either."""
    send(page, "/matters/new", {"title": "Operation Harbour", "reference": "17/2026"})
    matter = re.match(r".*(/matters/[0-9a-f-]+)", page.url)[1]
    send(
        page,
        f"{matter}/request/USA",
        {"kind": "assistance", "title": "Bank records", "authority": page_choice(page, matter)},
    )
    return re.match(r".*(/requests/[0-9a-f-]+)", page.url)[1]


def test_the_links_lead_from_an_empty_draft_to_one_that_can_be_submitted(app, pages):  # noqa: F811
    page = pages.of("BRA", "drafter")
    request = begin(page)
    given = follow(page, request, "Submit for review")
    assert {"facts", "offences", "assistance", "transnational", "group", "purpose", "channel", "language"} <= set(given)
    send(page, f"{request}/steps/submit", {})
    page.goto(request)
    assert page.locator(".tag", has_text="In review").count() >= 1
