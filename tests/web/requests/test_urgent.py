"""An urgent request through its pages: told, signed, confirmed in writing and acknowledged."""

import datetime as dt

import pytest

from mla.services.gather import local_day
from tests import factories
from tests.web.markup import assert_valid_html

from .test_steps import took
from .typed import address, typed

URGENT = {"on": None, "reasons": "", "urgent": True, "urgency_reasons": "The money is being moved."}


@pytest.fixture
def approved(houses):
    """An approved request that is urgent."""
    return factories.drive(factories.draft(*houses, deadline=URGENT), "approved")


def today(case):
    """The day as the requested authority's calendar shows it: pages go by the day itself."""
    return local_day(case.requested.authority, dt.datetime.now(dt.UTC)).isoformat()


def page(sign_in, person, case):
    return sign_in(person).get(f"/requests/{case.request.id}").text


def test_an_urgent_request_goes_through_its_pages(approved, sign_in):
    case, decider = approved, approved.requested["decider"]
    assert sign_in(decider).get(f"/requests/{case.request.id}").status_code == 404
    for step in ("notify_orally", "sign_confirmation", "attach_signed_confirmation"):
        assert_valid_html(sign_in(factories.actor(case, step)).get(address(case, step)).text)
        took(sign_in, case, step)
        seen = page(sign_in, decider, case)
        assert "Hold the balances of the account 4471." in seen
        assert "No version has been sent to you yet" in seen
        assert "Records of the account" not in seen
        assert_valid_html(seen)
    took(sign_in, case, "confirm_in_writing")
    assert "Records of the account" in page(sign_in, decider, case)
    took(sign_in, case, "acknowledge", received_on=today(case))
    assert case.request.state == "received"


# Each waits for the right person: first the signature, then the registry; the other side waits.
def test_it_is_said_whose_turn_it_is(approved, sign_in):
    case = approved
    took(sign_in, case, "notify_orally")
    assert "/steps/sign_confirmation" in page(sign_in, case.requesting["signatory"], case)
    assert "Nothing: the next step is for others." in page(sign_in, case.requesting["registry"], case)
    took(sign_in, case, "sign_confirmation")
    signatory = page(sign_in, case.requesting["signatory"], case)
    assert "/steps/sign_confirmation" not in signatory
    assert "/steps/withdraw" in signatory
    assert "/steps/confirm_in_writing" in page(sign_in, case.requesting["registry"], case)


# What the form lacks is said with its article, and nothing that was typed is lost.
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"means": None}, "Say whether the request was made orally or through INTERPOL. (Art. 18(14))"),
        ({"agreed_by": ""}, "Name who agreed for the requested State: it takes the agreement of both. (Art. 18(14))"),
        ({"agreed_by": "", "means": "interpol"}, "it takes the agreement of both. (Art. 18(13))"),
        ({"told_at": ""}, "Give the hour at which the request was made. (good practice)"),
        ({"means": "letter"}, "Say whether the request was made orally or through INTERPOL."),
    ],
)
def test_what_is_not_said_is_asked_for(approved, sign_in, changes, said):
    browser = sign_in(approved.requesting["signatory"])
    data = typed(approved, "notify_orally", **changes)
    answer = browser.post(address(approved, "notify_orally"), data=data)
    assert answer.status_code == 422
    assert said in answer.text
    assert "Hold the balances of the account 4471." in answer.text
    assert approved.request.state == "approved"


# The step is not offered for a request that is not urgent; its own page says why.
def test_a_request_that_is_not_urgent_says_why(case, sign_in):
    factories.drive(case, "approved")
    assert "/steps/notify_orally" not in page(sign_in, case.requesting["signatory"], case)
    closed = sign_in(case.requesting["signatory"]).get(address(case, "notify_orally")).text
    assert "does not say that the request is urgent" in closed


# Whoever was told finds the request in the worklist, with who must act.
def test_who_was_told_finds_it_in_the_worklist(approved, sign_in):
    assert (
        "To be confirmed in writing"
        not in sign_in(approved.requested["registry"]).get("/requests").text.partition("<tbody>")[2]
    )
    took(sign_in, approved, "notify_orally")
    assert (
        "To be confirmed in writing"
        in sign_in(approved.requested["registry"]).get("/requests").text.partition("<tbody>")[2]
    )


# What is due is shown on the case to both sides, and in the worklist once it is overdue.
def test_what_is_due_is_shown(approved, sign_in):
    factories.take(approved, "notify_orally")  # at the time of the tests, long past for a page of today
    for person, who in (("requesting", "Your authority"), ("requested", "Department of Assets Recovery")):
        seen = page(sign_in, getattr(approved, person)["registry"], approved)
        assert "What is due" in seen
        assert "Confirm in writing the request made orally." in seen
        assert who in seen.partition("What is due")[2].partition("</table>")[0]
        listed = sign_in(getattr(approved, person)["registry"]).get("/requests").text
        assert "Overdue since 13 March 2026" in listed
        assert "this system counts one day" in seen
        assert_valid_html(listed)
