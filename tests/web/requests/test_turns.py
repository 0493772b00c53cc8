"""Whose turn it is on an extradition: who spoke waits for the other side, whatever it notes for itself meanwhile."""

import pytest

from mla.domain.kinds.extradition import KIND
from mla.domain.waiting import awaited
from mla.domain.workflow import Side
from mla.web.requests import standing
from tests import extraditions as x
from tests import factories as f

PROPOSED = {"step": "arrange_surrender", "side": "requested", "data": {"place": "Tirana airport"}}
AGREED = {"step": "agree_surrender", "side": "requesting", "data": {}}
HANDED_OVER = {"step": "hand_over", "side": "requested", "data": {}, "happened_on": "2026-03-10"}
ASKED = {"step": "ask_speciality_consent", "side": "requesting", "data": {"offence": "forgery"}}
ANSWERED = {"step": "answer_speciality_consent", "side": "requested", "data": {"consent": "yes"}}

CONSULTED = {"step": "open_consultation", "side": "requested", "data": {}}
REPLIED = {"step": "answer_consultation", "side": "requesting", "data": {}}
WEIGHED = {"step": "weigh_competing", "side": "requested", "data": {}}


@pytest.mark.parametrize(
    ("state", "told", "side"),
    [
        ("granted", [], Side.REQUESTED),
        ("surrender_arranged", [PROPOSED], Side.REQUESTING),
        ("surrender_arranged", [PROPOSED, AGREED], Side.REQUESTED),
        ("surrender_arranged", [PROPOSED, AGREED, PROPOSED], Side.REQUESTING),
        ("surrendered", [PROPOSED, AGREED, HANDED_OVER], Side.REQUESTING),
        ("closed", [PROPOSED, AGREED, HANDED_OVER], None),
        ("closed", [PROPOSED, AGREED, HANDED_OVER, ASKED], Side.REQUESTED),
        ("closed", [PROPOSED, AGREED, HANDED_OVER, ASKED, ANSWERED], None),
        ("consultation", [CONSULTED], Side.REQUESTING),
        ("consultation", [CONSULTED, REPLIED], Side.REQUESTED),
        ("consultation", [CONSULTED, REPLIED, WEIGHED], Side.REQUESTED),
    ],
)
def test_who_is_waited_for(state, told, side):
    waited = [step.side for step in KIND.leaving(state) if awaited(step, told, f.NOW.date())]
    assert (waited[0] if waited else None) is side


# A person under arrest waits for nobody, and the case has not ended.
def test_an_arrest_that_lasts_has_not_ended(app, fast_papers, sign_in):
    part = x.go(x.arrest(x.draft(*f.houses("BRA", "CHE"))), *x.TO_EXAMINATION[:-1], "order_arrest")
    executor = sign_in(part.requested["executor"])
    shown = executor.get(f"/requests/{part.request.id}").text
    assert "Nothing has to be done now." in shown
    assert "the case has ended" not in shown
    x.go(part, "end_arrest", "close_arrest")
    assert "Nothing: the case has ended." in executor.get(f"/requests/{part.request.id}").text


# Whoever may act reads which of their own offices they act in; the others read who may.
def test_only_one_s_own_office_is_named(app, fast_papers):
    case = x.examined(x.draft(*f.houses("BRA", "CHE")))
    assert standing.turn(case.request, case.requested["decider"], case.now).roles == ("decider",)
    assert standing.turn(case.request, case.requested["registry"], case.now).roles == (
        "reviewer",
        "decider",
        "executor",
    )


# What the other side never gave is no closed step of one's own: there is nothing to answer.
def test_no_notice_is_no_closed_answer(app, fast_papers, sign_in):
    case = x.examined(x.draft(*f.houses("BRA", "CHE")))
    signatory, at = sign_in(case.requesting["signatory"]), f"/requests/{case.request.id}"
    assert "Answer on confidentiality" not in signatory.get(at).text
    x.go(case, "notify_confidentiality")
    assert "Answer on confidentiality" in signatory.get(at).text
