"""A confiscation beside a freeze: from the case page to its draft, and the way between the two (A7, Art. 13(1))."""

import uuid

import pytest

from mla.domain.assets.content import ENFORCE
from mla.extensions import db
from mla.models import Request
from mla.services import parts
from tests import assets as a
from tests import factories as f
from tests.web.markup import assert_valid_html

from .test_parts import at, count
from .typed import raising


@pytest.fixture(autouse=True)
def quick(fast_papers):
    """Papers are their snapshots."""


@pytest.fixture
def main(app):
    """An account is frozen."""
    return a.arrived(a.draft(*f.houses()), "submit_freeze", "report_freeze")


@pytest.fixture
def drafter(main, sign_in):
    return sign_in(main.requesting["drafter"])


def opened(main, route=ENFORCE):
    return parts.open_confiscation(main.request.id, main.requesting["drafter"].id, main.now, route).request


# The case page offers it; its page asks by which route, and the draft that opens is part of the freeze's case.
def test_it_is_opened_from_the_case_page(main, drafter):
    page = drafter.get(at(main)).text
    assert_valid_html(page)
    assert f'href="{at(main, "confiscation")}"' in page
    asked = drafter.get(at(main, "confiscation"))
    assert asked.status_code == 200
    assert_valid_html(asked.text)
    assert "Art. 13(1)" in asked.text
    assert asked.text.count('type="radio"') == 2
    answer = drafter.post(at(main, "confiscation"), data={"route": ENFORCE})
    assert answer.status_code == 303
    part = db.session.get_one(Request, uuid.UUID(answer.location.split("/")[2]))
    assert (part.kind, part.part_of_id, part.draft["measure"]["stage"]) == ("assets", main.request.id, ENFORCE)
    tasks = drafter.get(answer.location).text
    assert_valid_html(tasks)
    assert part.requesting_reference in tasks


@pytest.mark.parametrize("given", [{}, {"route": ""}, {"route": "freeze"}])
def test_a_route_is_chosen(main, drafter, given):
    answer = drafter.post(at(main, "confiscation"), data=given)
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    assert 'href="#route' in answer.text
    assert count() == 1


def test_each_leads_to_the_other(main, drafter, sign_in):
    part = opened(main)
    there = f"/requests/{part.id}"
    assert f'href="{there}"' in drafter.get(at(main)).text
    assert f'href="{at(main)}"' in drafter.get(there).text
    assert there not in sign_in(main.requested["registry"]).get(at(main)).text


# One at a time, and while property is traced or frozen: the page says why, and a forged answer is told so.
def test_a_second_one_is_not_opened(main, drafter):
    opened(main)
    assert at(main, "confiscation") not in drafter.get(at(main)).text
    page = drafter.get(at(main, "confiscation"))
    assert_valid_html(page.text)
    assert "under way already" in page.text
    assert 'type="radio"' not in page.text
    answer = drafter.post(at(main, "confiscation"), data={"route": ENFORCE})
    assert (answer.status_code, "under way already" in answer.text) == (403, True)
    assert count() == 2


def test_before_anything_is_frozen_none_is_opened(app, sign_in):
    case = a.draft(*f.houses())
    drafter = sign_in(case.requesting["drafter"])
    assert at(case, "confiscation") not in drafter.get(at(case)).text
    answer = drafter.post(at(case, "confiscation"), data={"route": ENFORCE})
    assert (answer.status_code, "traced or frozen" in answer.text) == (403, True)


def test_nobody_else_opens_it(main, drafter, sign_in):
    asking = a.draft(main.requesting, main.requested, ENFORCE)
    reader, other = sign_in(main.requesting["reviewer"]), sign_in(main.requested["drafter"])
    for browser, case, status in ((reader, main, 403), (other, main, 404), (drafter, asking, 404)):
        assert browser.get(at(case, "confiscation")).status_code == status
        assert browser.post(at(case, "confiscation"), data={"route": ENFORCE}).status_code == status
        assert at(case, "confiscation") not in browser.get(at(case)).text
    assert count() == 2


def test_what_keeps_it_from_being_opened_is_said(main, drafter, monkeypatch):
    monkeypatch.setattr(parts.casework.papers, "issue", raising(OSError(28, "the disk is full")))
    answer = drafter.post(at(main, "confiscation"), data={"route": ENFORCE})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert_valid_html(answer.text)
    assert "checked" in answer.text
    assert count() == 1


# The freeze is closed in favour of what was sent: the form offers that, and nothing before.
def test_the_form_offers_what_was_sent(main, sign_in):
    part = opened(main)
    signatory = sign_in(main.requesting["signatory"])
    page = signatory.get(at(main, "steps", "close_followed")).text
    assert f'<option value="{part.requesting_reference}"' not in page
    case = f.Case(part, main.requesting, main.requested, main.now, ["draft"])
    a.save(case, "measure", main.request.draft["measure"] | {"stage": ENFORCE})
    a.save(case, "purpose", {"text": "To confiscate it."})
    a.go(case, "submit", "approve", "sign", "transmit")
    page = signatory.get(at(main, "steps", "close_followed")).text
    assert f'<option value="{part.requesting_reference}"' in page
    sent = {"seen": "frozen", "followed_by": part.requesting_reference, "outcome": "Confiscation is asked."}
    assert signatory.post(at(main, "steps", "close_followed"), data=sent).status_code == 303
    db.session.expire_all()
    assert main.request.state == "closed"
