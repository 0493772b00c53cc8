"""A provisional arrest beside an extradition: from the case page to its draft, and the way between the two."""

import re
import uuid

import pytest

from mla.extensions import db
from mla.models import Request
from mla.services import parts
from tests import extraditions as x
from tests import factories as f
from tests.web.markup import assert_valid_html

from .typed import raising


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, engine_of):
    return engine_of(request.param)


@pytest.fixture
def main(app, fast_papers):
    return x.draft(*f.houses("BRA", "CHE"))


@pytest.fixture
def drafter(main, sign_in):
    return sign_in(main.requesting["drafter"])


def at(case, *parts):
    return "/".join(["", "requests", str(case.request.id), *parts])


def count():
    db.session.expire_all()
    return db.session.query(Request).count()


# The case page offers it, the page says what is copied, and the draft that opens is part of the extradition.
def test_it_is_opened_from_the_case_page(main, drafter):
    page = drafter.get(at(main)).text
    assert f'href="{at(main, "provisional-arrest")}"' in page
    asked = drafter.get(at(main, "provisional-arrest"))
    assert asked.status_code == 200
    assert_valid_html(asked.text)
    assert "Art. 16(9)" in asked.text
    answer = drafter.post(at(main, "provisional-arrest"))
    assert answer.status_code == 303
    part = db.session.get_one(Request, uuid.UUID(answer.location.split("/")[2]))
    assert (part.kind, part.part_of_id) == ("provisional_arrest", main.request.id)
    assert answer.location == f"/requests/{part.id}/draft"
    tasks = drafter.get(answer.location).text
    assert_valid_html(tasks)
    assert part.requesting_reference in tasks


# Each of the two leads to the other, with its state; what the other side was not sent, it does not see.
def test_each_leads_to_the_other(main, drafter, sign_in):
    part = x.arrest(main)
    for here, there in ((main, part), (part, main)):
        page = drafter.get(at(here)).text
        assert_valid_html(page)
        assert "Belongs together with" in page
        assert re.search(rf'href="{at(there)}">\w+', page)
    f.drive(main)
    page = sign_in(main.requested["registry"]).get(at(main)).text
    assert "Belongs together with" not in page


# One at a time: while a request is under way, the case page offers none, and its page says why.
def test_a_second_one_is_not_opened(main, drafter):
    x.arrest(main)
    assert at(main, "provisional-arrest") not in drafter.get(at(main)).text
    page = drafter.get(at(main, "provisional-arrest"))
    assert_valid_html(page.text)
    assert "under way already" in page.text
    assert "<form" not in page.text.partition("<main")[2].partition("</main>")[0]
    answer = drafter.post(at(main, "provisional-arrest"))
    assert answer.status_code == 403
    assert "under way already beside this extradition" in answer.text
    assert count() == 2


def test_when_the_extradition_is_over_none_is_opened(main, drafter):
    f.take(main, "abandon")
    assert at(main, "provisional-arrest") not in drafter.get(at(main)).text
    assert "no arrest is asked any more" in drafter.get(at(main, "provisional-arrest")).text
    answer = drafter.post(at(main, "provisional-arrest"))
    assert (answer.status_code, "no arrest is asked any more" in answer.text) == (403, True)


# It is a drafter of the requesting State who opens it, beside an extradition only.
def test_nobody_else_opens_it(main, sign_in):
    assistance = f.draft(main.requesting, main.requested)
    f.drive(main)
    reader, other = sign_in(main.requesting["reviewer"]), sign_in(main.requested["drafter"])
    drafter = sign_in(main.requesting["drafter"])
    for browser, case, status in ((reader, main, 403), (other, main, 404), (drafter, assistance, 404)):
        assert browser.get(at(case, "provisional-arrest")).status_code == status
        assert browser.post(at(case, "provisional-arrest")).status_code == status
        assert at(case, "provisional-arrest") not in browser.get(at(case)).text
    assert count() == 2


def test_what_keeps_it_from_being_opened_is_said(main, drafter, monkeypatch):
    monkeypatch.setattr(parts.casework.papers, "issue", raising(OSError(28, "the disk is full")))
    answer = drafter.post(at(main, "provisional-arrest"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert_valid_html(answer.text)
    assert "nothing was changed" in answer.text
    assert count() == 1
