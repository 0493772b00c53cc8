"""In a real Chromium, the people of two States take a request from nothing to closed, and a third State sees nothing.

Papers are real here. Every page on the way is held against WCAG 2.2 AA at the width of a desk and of a telephone.
"""

import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from flask_security import hash_password
from playwright.sync_api import Browser, BrowserContext, Page

from mla.extensions import db
from mla.models import Person, Request
from mla.services import audit
from tests import factories as f

from .browser import assert_no_violations, press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]

PASSWORD = "long enough for a test"
SUBMIT = "main form[method=post] button[type=submit]:not([name]):not([formaction])"
SCAN = {"name": "warrant.pdf", "mimeType": "application/pdf", "buffer": f.SCAN}

#: What is filled in, by the address of each section of the draft.
SECTIONS: dict[str, dict[str, Any]] = {
    "authority": {"name": "Federal Prosecution Service", "functions": "Investigates and prosecutes federal crimes."},
    "proceedings": {"subject": "Laundering", "nature": "criminal investigation", "stage": "inquiry"},
    "transnational": {"limbs": ["a"], "fact_a": "Paid in both States."},
    "group": {
        "number": "4",
        "structure": "Each has a task.",
        "period": "Since 2004.",
        "concert": "They share the work.",
        "aim": "Laundering.",
        "benefit": "A share.",
    },
    "regime": {"basis": "UNTOC", "reason": "no_other_treaty"},
    "assistance/new": {"type": "f", "sought": "Records of account 4471.", "link": "It was paid in there."},
    "purpose": {"text": "To prove where the money went."},
    "deadline": {"on": "2999-09-30", "reasons": "The time limit ends then."},
    "confidentiality": {"asked": True, "reasons": "The suspects do not know."},
    "language": {"request": "en", "accepted": True, "source": "notification"},
    "channel": {"authority": True, "source": "notification"},
    "undertakings": {"undertakings": ["use_limitation"]},
    "contact": {"name": "A. Prosecutor"},
}
MATTER: dict[str, dict[str, Any]] = {
    "facts": {"facts": "Between 2004 and 2007 four persons took 11 million."},
    "persons/new": {"family_name": "Silva", "given_names": "Ana", "role": "suspect", "location": "Miami"},
    "offences/new": {
        "name": "Money laundering",
        "law": "Law 9.613, art. 1",
        "years": "10",
        "category": "money_laundering",
    },
    "annexes/new": {"title": "Order of the court", "form": "certified copy", "file": SCAN},
}
#: The way of the request: State, role, step, what its form is given.
WAY: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("BRA", "reviewer", "return_for_correction", {"comment": "Name the account."}),
    ("BRA", "drafter", "submit", {}),
    ("BRA", "reviewer", "approve", {}),
    ("BRA", "signatory", "sign", {"place": "Brasília"}),
    ("BRA", "signatory", "attach_signed_copy", {"files": SCAN}),
    ("BRA", "registry", "transmit", {"channel": "courier"}),
    ("USA", "registry", "acknowledge", {"pages": "6"}),
    ("USA", "registry", "open_examination", {"examiner": "USA Reviewer"}),
    ("USA", "reviewer", "request_information", {
        "questions-0-text": "Which branch?", "questions-0-why": "necessary", "due_on": "2999-05-01"}),
    ("BRA", "signatory", "supply_information", {"answers-0-answer": "The one in Miami."}),
    ("USA", "decider", "accept", {}),
    ("USA", "decider", "mandate_execution", {"authority": "District Court", "due_on": "2999-08-01"}),
    ("USA", "executor", "report_execution", {
        "items-0-result": "Obtained.", "items-0-procedure_followed": "none_asked", "executed_on": "2026-11-01",
        "files": {"name": "records.csv", "mimeType": "text/csv", "buffer": b"4471;100\n"}}),
    ("USA", "decider", "send_results", {"items-0-description": "Bank records", "use_limits": "This proceeding only."}),
    ("BRA", "signatory", "confirm_results", {"complete": "yes"}),
    ("BRA", "signatory", "close", {"returns": "none", "outcome": "Two persons were convicted."}),
)  # fmt: skip


@pytest.fixture
def people(app) -> dict[tuple[str, str], str]:
    """The address with which each person signs in."""
    houses = f.houses("BRA", "USA", "CHE")
    for house in houses:
        for person in house.people.values():
            person.password = hash_password(PASSWORD)
    db.session.commit()
    return {(h.authority.iso3, role): person.email for h in houses for role, person in h.people.items()}


@pytest.fixture
def pages(people, chromium: Browser, site: str) -> Iterator["Pages"]:
    opened = Pages(chromium, site, people)
    yield opened
    for context in opened.contexts.values():
        context.close()


class Pages:
    """One browser for each person, signed in when first asked for."""

    def __init__(self, chromium: Browser, site: str, people: dict[tuple[str, str], str]) -> None:
        self.chromium, self.site, self.people = chromium, site, people
        self.contexts: dict[tuple[str, str], BrowserContext] = {}

    def of(self, iso3: str, role: str) -> Page:
        known = self.contexts.get((iso3, role))
        if known is not None:
            return known.pages[0]
        context = self.contexts[iso3, role] = self.chromium.new_context(base_url=self.site, locale="en-GB")
        page = context.new_page()
        sign_in(page, self.people[iso3, role], PASSWORD)
        return page


def fill(page: Page, values: dict[str, Any]) -> None:
    """Give each field its value, whatever sort of field it is."""
    for name, value in values.items():
        field = page.locator(f"main form [name='{name}']")
        sort = field.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if sort == "file":
            field.set_input_files(value)
        elif sort == "select":
            choose(field, value)
        elif sort in ("radio", "checkbox"):
            for one in value if isinstance(value, list) else [value]:
                wanted = field if one is True else page.locator(f"main form [name='{name}'][value='{one}']")
                wanted.check()
        else:
            field.fill(value)


def choose(field, value: str) -> None:
    """Choose an option by its value, or by the words that it shows."""
    values = field.evaluate("e => [...e.options].map(o => o.value)")
    shown = field.evaluate("e => [...e.options].map(o => o.textContent.trim())")
    field.select_option(value if value in values else next(values[n] for n, s in enumerate(shown) if value in s))


def send(page: Page, path: str, values: dict[str, Any]) -> None:
    """Open a form, fill it in, send it; it must be taken."""
    page.goto(path)
    assert_no_violations(page)
    fill(page, values)
    press(page.locator(SUBMIT))
    assert page.locator(".error-summary").count() == 0, f"{path}: {page.locator('.error-summary').inner_text()}"


def draw(page: Page) -> str:
    """A matter and a request drawn from it, filled in form by form; returns the address of the request."""
    send(page, "/matters/new", {"title": "Operation Harbour", "reference": "17/2026"})
    matter = re.match(r".*(/matters/[0-9a-f-]+)", page.url)[1]
    for path, values in MATTER.items():
        send(page, f"{matter}/{path}", values)
    send(
        page,
        f"{matter}/request/USA",
        {"kind": "assistance", "title": "Bank records"} | {"authority": page_choice(page, matter)},
    )
    request = re.match(r".*(/requests/[0-9a-f-]+)", page.url)[1]
    for path, values in SECTIONS.items():
        send(page, f"{request}/draft/{path}", values)
    for path in (matter, f"{request}/draft", f"{request}/draft/check"):
        page.goto(path)
        assert_no_violations(page)
    return request


def page_choice(page: Page, matter: str) -> str:
    """The only authority that is offered."""
    page.goto(f"{matter}/request/USA")
    return page.locator("main form [name='authority']").first.get_attribute("value")


def take(pages: Pages, request: str, line: tuple[str, str, str, dict[str, Any]]) -> None:
    """Find the step on the case page, take it, and come back to the case page."""
    iso3, role, step, values = line
    page = pages.of(iso3, role)
    page.goto(request)
    assert_no_violations(page)
    assert page.locator(f"main a[href$='/steps/{step}']").count() >= 1, f"{step} is not offered to {iso3} {role}"
    send(page, f"{request}/steps/{step}", values)
    assert page.url.endswith(request)


def papers(page: Page, request: str) -> dict[str, bytes]:
    """Every file that the case page offers, by its address."""
    page.goto(request)
    links = {a.get_attribute("href") for a in page.locator("main a[href*='/papers/']").all()}
    found = {}
    for link in sorted(links):
        answer = page.context.request.get(link)
        assert answer.status == 200, link
        found[link] = answer.body()
    return found


def test_a_request_from_nothing_to_closed(app, pages):
    request = draw(pages.of("BRA", "drafter"))
    for line in (("BRA", "drafter", "submit", {}), *WAY):
        take(pages, request, line)
    ours, theirs = papers(pages.of("BRA", "signatory"), request), papers(pages.of("USA", "decider"), request)
    for files, number in ((ours, 17), (theirs, 15)):
        assert len(files) == number
        assert sum(content.startswith(b"%PDF") for content in files.values()) == number - 1  # one is a table of records
    for iso3, role in (("BRA", "signatory"), ("USA", "decider")):
        page = pages.of(iso3, role)
        page.goto(f"{request}/history")
        assert_no_violations(page)
    db.session.rollback()  # what was read before is no longer true
    case = db.session.get_one(Request, uuid.UUID(request.rpartition("/")[2]))
    assert (case.state, audit.verify(case)) == ("closed", [])
    nothing_for_others(pages, [request, f"{request}/history", f"{request}/draft", *ours, *theirs])


def nothing_for_others(pages: Pages, addresses: list[str]) -> None:
    """The people of a third State get 404 from each of the addresses."""
    for role in f.ROLES:
        page = pages.of("CHE", role)
        page.goto("/requests")
        hrefs = [link.get_attribute("href") for link in page.locator("main a[href*='/requests/']").all()]
        assert set(hrefs) <= {"/requests/incoming"}
        for address in addresses:
            assert page.context.request.get(address).status == 404, address
            assert page.context.request.post(address).status in (400, 404, 405), address


def test_every_page_of_the_register_is_open_to_all(app, pages):
    page = pages.of("CHE", "drafter")
    for path in (
        "/register/",
        "/register/states",
        "/register/states/IRN",
        "/register/between?a=JPN&b=CHE&on=2003-12-01",
    ):
        page.goto(path)
        assert page.locator("h1").count() == 1
        assert_no_violations(page)
    assert db.session.query(Person).count() == 18
