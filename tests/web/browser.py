"""A real browser on a real server: Chromium driven over the application in a thread."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright
from werkzeug.serving import make_server

CHROMIUM = "chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
#: What WCAG 2.2 AA asks, by axe's names.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
#: A desk and a telephone, in CSS pixels.
DESK = {"width": 1280, "height": 900}
TELEPHONE = {"width": 390, "height": 844}


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address at which the application answers, as long as the block lasts."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def site(app: Flask) -> Iterator[str]:
    """The address of the test's application, served."""
    with served(app) as address:
        yield address


@pytest.fixture
def browsing(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """One person's browser, signed out; ``browsing.new_page()`` opens a page at a path."""
    context = chromium.new_context(base_url=site, viewport=DESK, locale="en-GB")
    yield context
    context.close()


def press(target: Locator) -> None:
    """Press a link or a button that leads to a page, and wait until that page is whole."""
    with target.page.expect_navigation():
        target.click()


def sign_in(page: Page, email: str, password: str) -> None:
    """Sign in through the page, as a person does."""
    page.goto("/login")
    page.fill("#email", email)
    page.fill("#password", password)
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/login" not in url)


def assert_no_violations(page: Page) -> None:
    """The open page breaks no rule of WCAG 2.2 AA that axe knows, and does not scroll sideways, at either width."""
    for size in (DESK, TELEPHONE):
        page.set_viewport_size(size)
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
        assert found.violations_count == 0, found.generate_report()
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{page.url} is {wide} pixels wider than {size['width']}"
    page.set_viewport_size(DESK)
