"""An amended request through its pages: written, reviewed, signed and sent while the request goes on."""

import pytest

from tests import factories
from tests.web.drafting.test_sections import mark

from .test_steps import took
from .typed import address


@pytest.fixture
def opened(case, sign_in):
    """An accepted request of which an amendment was begun."""
    factories.drive(case, "accepted")
    took(sign_in, case, "open_amendment")
    return case


def page(sign_in, person, case):
    return sign_in(person).get(f"/requests/{case.request.id}").text


def write(sign_in, case):
    """The drafter changes the purpose, from the list of tasks."""
    browser, at = sign_in(case.requesting["drafter"]), f"/requests/{case.request.id}/draft/purpose"
    data = {"text": "To prove to whom the money went.", "then": "list", "mark": mark(browser.get(at))}
    assert browser.post(at, data=data).status_code == 303


def test_an_amendment_goes_through_the_pages(opened, sign_in):
    assert "Open the list of tasks" in page(sign_in, opened.requesting["drafter"], opened)
    write(sign_in, opened)
    check = sign_in(opened.requesting["drafter"]).get(f"/requests/{opened.request.id}/draft/check").text
    assert "/steps/submit_amendment" in check
    for step in ("submit_amendment", "approve_amendment", "sign_amendment", "attach_signed_amendment"):
        took(sign_in, opened, step)
    assert "to whom the money went" not in page(sign_in, opened.requested["decider"], opened)
    took(sign_in, opened, "transmit_amendment")
    seen = page(sign_in, opened.requested["decider"], opened)
    assert "to whom the money went" in seen
    assert "An amended request came in after the request was examined." in seen
    assert "Examine the amended request" in seen
    took(sign_in, opened, "examine_amendment")
    assert opened.request.state == "examination"


# What belongs to an amendment is offered only at its stage, and never to the other side.
def test_the_steps_of_an_amendment_are_offered_at_their_stage(opened, sign_in):
    write(sign_in, opened)
    drafter = page(sign_in, opened.requesting["drafter"], opened)
    assert "/steps/submit_amendment" in drafter
    assert "/steps/open_amendment" not in drafter
    assert "amend" not in page(sign_in, opened.requested["registry"], opened).lower()
    signatory = page(sign_in, opened.requesting["signatory"], opened)
    assert "/steps/sign_amendment" not in signatory
    assert "/steps/drop_amendment" in signatory


# A forged form of a later stage is refused with its reason, and nothing has passed.
@pytest.mark.parametrize("step", ["approve_amendment", "sign_amendment", "transmit_amendment"])
def test_a_forged_form_of_a_later_stage_is_refused(opened, sign_in, step):
    data = {"seen": "accepted", "version_hash": factories.version_hash(opened), "channel": "x", "place": "x"}
    answer = sign_in(factories.actor(opened, step)).post(address(opened, step), data=data)
    assert answer.status_code == 422
    assert "is not at this stage" in answer.text
    assert opened.request.sent_version == 1


# The matter's pages lead back to the amended draft as they did to the first.
def test_the_matter_leads_back_to_the_amended_draft(opened, sign_in):
    at = f"/matters/{opened.request.matter_id}/facts?draft={opened.request.id}"
    assert f"/requests/{opened.request.id}/draft" in sign_in(opened.requesting["drafter"]).get(at).text


# Nothing can be written while no amendment is open.
def test_without_an_open_amendment_nothing_is_written(case, sign_in):
    factories.drive(case, "accepted")
    answer = sign_in(case.requesting["drafter"]).get(f"/requests/{case.request.id}/draft")
    assert answer.status_code == 403
