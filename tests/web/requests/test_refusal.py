"""Refusal and consultation through forms, sent as people send them and forged: every reason, and nothing saved."""

import re

import pytest

from tests import factories
from tests.web.markup import assert_valid_html

from .test_steps import send, took
from .typed import address

#: Grounds that only a forged form gives, with a part of the reason and its article.
FORGED = [
    ("bank_secrecy", "Bank secrecy is never", "18(8)"),
    ("fiscal", "never the sole ground", "18(22)"),
    ("postponement", "may carry a postponement", "18(25)"),
    ("discrimination", "Discrimination is no ground of its own", "18(21)(b)"),
    ("condition", "A condition of domestic law", "18(21)(c)"),
    ("political_offence", "That the offence is political", "18(21)(c)"),
    ("de_minimis", "That the matter is slight", "18(21)(c)"),
    ("costs", "Costs carry no refusal", "18(28)"),
    ("whim", "none of the grounds", "18(21)"),
    ("", "Choose the ground", "18(23)"),
]


def summary(answer):
    """The list of what is wrong, at the head of the page."""
    return re.search(r'<div class="error-summary".*?</div>', answer.text, re.DOTALL)[0]


def consulting(case, sign_in, *steps):
    """A case in consultation, with what was said in it."""
    factories.drive(case, "examination")
    for step in ("open_consultation", *steps):
        took(sign_in, case, step)
    return case


# 18(8), 18(22): no path saves a forbidden ground; every reason is said, also those of what else is missing.
@pytest.mark.parametrize(("ground", "reason", "article"), FORGED)
def test_a_forged_ground_is_refused_with_every_reason(case, sign_in, ground, reason, article):
    consulting(case, sign_in, "answer_consultation")
    lacking = {"reasons": "", "consultation_outcome": ""}
    answer = send(sign_in, case, "refuse_after_consultation", ground=ground, **lacking)
    assert answer.status_code == 422
    for text in (reason, f"Art. {article}", "Give the reasons", "Record the outcome of the consultation"):
        assert text in summary(answer)
    assert case.request.state == "consultation"


@pytest.mark.parametrize(("ground", "reason", "article"), FORGED)
def test_a_forged_ground_carries_no_refusal_without_consultation(case, sign_in, ground, reason, article):
    factories.drive(case, "examination")
    answer = send(sign_in, case, "refuse", ground=ground)
    assert answer.status_code == 422
    assert reason in summary(answer)
    assert article in summary(answer)
    assert case.request.state == "examination"


@pytest.mark.parametrize("ground", ["bank_secrecy", "fiscal"])
def test_no_consultation_is_opened_and_no_item_refused_on_a_forbidden_ground(case, sign_in, ground):
    factories.drive(case, "examination")
    opened = send(sign_in, case, "open_consultation", grounds=[ground])
    partly = send(sign_in, case, "accept_in_part", **{"decisions-1-ground": ground})
    for answer in (opened, partly):
        assert answer.status_code == 422
        assert "never" in summary(answer)
    assert case.request.state == "examination"


# 18(26): each ground of 18(21) needs its own consultation; without, each is refused by name.
@pytest.mark.parametrize(
    "ground", ["conformity", "essential_interests", "domestic_prohibition", "legal_system", "outside_scope"]
)
def test_each_ground_of_18_21_needs_a_consultation(case, sign_in, ground):
    factories.drive(case, "examination")
    assert "needs a consultation" in summary(send(sign_in, case, "refuse", ground=ground))
    took(sign_in, case, "open_consultation", grounds=[ground])
    assert "has not yet" in summary(send(sign_in, case, "refuse_after_consultation", ground=ground))
    took(sign_in, case, "answer_consultation")
    took(sign_in, case, "refuse_after_consultation", ground=ground)
    assert case.request.state == "refused"


def test_a_ground_that_was_not_put_to_the_requesting_state_is_refused(case, sign_in):
    consulting(case, sign_in, "answer_consultation")
    answer = send(sign_in, case, "refuse_after_consultation", ground="legal_system")
    assert "consulted on another ground" in summary(answer)


def test_the_form_offers_only_grounds_that_were_put(case, sign_in):
    consulting(case, sign_in, "answer_consultation")
    page = sign_in(case.requested["decider"]).get(address(case, "refuse_after_consultation")).text
    assert 'value="essential_interests"' in page
    assert 'value="legal_system"' not in page
    assert 'value="postponement"' not in page


# The table of grounds: each row of the matrix with its article, and where the case stands.
def test_the_table_of_grounds_shows_where_the_case_stands(case, sign_in):
    factories.drive(case, "examination")
    browser = sign_in(case.requested["decider"])
    page = browser.get(address(case, "refuse")).text
    assert_valid_html(page)
    for article in ("18(9)", "18(21)(a)", "18(21)(b)", "18(21)(c)", "18(21)(d)", "18(25)", "18(8)", "18(22)"):
        assert f"Art. {article}</span>" in page
    assert (page.count("Open a consultation first"), page.count("Closed for good")) == (6, 2)
    assert page.count("Only through the paragraph named") == 5
    took(sign_in, case, "open_consultation")
    page = sign_in(case.requested["decider"]).get(address(case, "refuse_after_consultation")).text
    assert (page.count("the reply is awaited"), page.count("Not part of the open consultation")) == (2, 4)
    assert "Grounds, and where this case stands" not in browser.get(address(case, "offer_conditions")).text


# In a consultation the requesting State is waited for until it has said something, then the requested one.
def test_whose_turn_it_is_in_a_consultation(case, sign_in):
    consulting(case, sign_in)
    page = sign_in(case.requested["decider"]).get(f"/requests/{case.request.id}").text
    waits = re.search(r'<dd id="people">.*?</dd>', page, re.DOTALL)[0]
    assert "Assets Recovery" in waits
    took(sign_in, case, "answer_consultation")
    page = sign_in(case.requested["decider"]).get(f"/requests/{case.request.id}").text
    assert "Assets Recovery" not in re.search(r'<dd id="people">.*?</dd>', page, re.DOTALL)[0]


# 18(26): an offer is accepted as a whole.
def test_conditions_are_accepted_all_or_not_at_all(case, sign_in):
    consulting(case, sign_in)
    took(sign_in, case, "offer_conditions", **{"conditions-1-text": "Copies are destroyed."})
    answer = send(sign_in, case, "accept_conditions")
    assert "Accept condition C2" in summary(answer)
    took(sign_in, case, "accept_conditions", accepted=["C1", "C2"])
    assert case.request.state == "accepted"


def test_an_offer_lapses_only_after_its_day(case, sign_in):
    consulting(case, sign_in)
    took(sign_in, case, "offer_conditions")
    answer = send(sign_in, case, "lapse_offer")
    assert answer.status_code == 422
    assert "31 December 2099" in summary(answer)


# A consultation opened in execution returns there, also after an offer that was declined, and tells where it leads.
def test_a_consultation_returns_to_the_state_that_was_left(case, sign_in):
    factories.drive(case, "executing")
    for step in ("open_consultation", "offer_conditions", "decline_conditions"):
        took(sign_in, case, step)
    page = sign_in(case.requested["decider"]).get(address(case, "end_consultation")).text
    assert "“In execution”" in page
    took(sign_in, case, "end_consultation")
    assert case.request.state == "executing"


# A refused item is not executed and not reported on.
def test_refused_items_are_left_out_of_the_execution(case, sign_in):
    factories.drive(case, "examination")
    for step in ("accept_in_part", "mandate_execution"):
        took(sign_in, case, step)
    page = sign_in(case.requested["executor"]).get(address(case, "report_execution")).text
    assert 'name="items-0-result"' in page
    assert 'name="items-1-result"' not in page
    took(sign_in, case, "report_execution")
    assert case.request.state == "executed"


# Each reason of an item leads to its control.
def test_a_reason_leads_to_the_item_that_it_is_about(case, sign_in):
    factories.drive(case, "examination")
    answer = send(sign_in, case, "accept_in_part", **{"decisions-1-reasons": ""})
    assert 'href="#decisions-1-reasons"' in summary(answer)


def test_information_lapses_only_after_a_reminder(case, sign_in):
    factories.drive(case, "examination")
    took(sign_in, case, "request_information")
    for step, reason in (("remind_information", "has not passed"), ("lapse_information", "No reminder")):
        assert reason in summary(send(sign_in, case, step))
