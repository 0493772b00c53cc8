"""An extradition between an authority here and one on paper: its acts are recorded as facts, one's own stay guarded."""

import pytest

from mla.domain.errors import StepClosed
from mla.domain.findings import Weight
from mla.extensions import db
from mla.services import audit, record, recording
from tests import extraditions as x
from tests import factories as f

DUTY = ("prosecution_or_enforcement", "requested")
SPECIALITY = ("speciality", "requesting", "standing")
GRANTED = {"decisions": [{"label": "O1", "decision": "granted", "reasons": ""}]}
CONDITIONS = {"conditions": [{"label": "C1", "text": "She is returned.", "returns": True, "lasting": False}]}


@pytest.fixture
def case(app):
    """A request of Brazil's, sent to an authority of Switzerland that is on paper."""
    (brazil,) = f.houses("BRA")
    return x.go(x.draft(brazil, f.on_paper("CHE")), "submit", "approve", "sign", "transmit")


def told(case, *steps):
    """Record the acts, from papers that tell nothing but that they happened."""
    for step in steps:
        f.recorded(case, step)
    return case


def warned(done):
    """What is contrary to the rules of the one who acted, with the articles."""
    body = record.bodies(done.request)[-1]
    assert not [found for found in body["findings"] if found["weight"] == Weight.CLOSES]
    return {found["code"]: found["article"] for found in body["findings"] if found["weight"] == Weight.WARNS}


def not_recorded(case, step, **given):
    """The reasons for which the record can't be made; nothing has changed by trying."""
    before = case.request.state
    with pytest.raises(StepClosed) as error:
        f.recorded(case, step, given)
    db.session.rollback()
    assert case.request.state == before
    return {found.code for found in error.value.findings}


# X5, X15, X18 to X21: granted there and surrendered; one's own agreement, outcome and further request stay guarded.
def test_surrendered_to_us(case):
    f.recorded(case, "acknowledge", their_reference="B-99")
    told(case, "begin_judicial_phase")
    f.recorded(case, "grant", GRANTED)
    assert x.closed(case, "ask_progress", enquiry="") == {"step.enquiry.missing"}
    f.recorded(case, "arrange_surrender", {"place": "Geneva", "surrender_on": "2026-04-01"})
    f.take(case, "agree_surrender")
    assert x.closed(case, "agree_surrender") == {"surrender.arrangement.none_waits"}
    f.recorded(case, "hand_over", {"speciality": "Treaty of 1997, article 14.", "custody_days": 38})
    assert x.owed(case) == [SPECIALITY]
    x.go(case, "ask_speciality_consent")
    told(case, "answer_speciality_consent")
    assert x.closed(case, "close_surrendered", outcome="") == {"step.outcome.missing"}
    x.go(case, "close_surrendered")
    assert (case.request.state, case.request.counterpart_reference) == ("closed", "B-99")
    assert audit.verify(case.request) == []


# The record may go straight to the state that the paper shows; that it skips steps is said.
@pytest.mark.parametrize(("step", "state"), [
    ("grant", "granted"), ("refuse_extradition", "refused"), ("record_consent", "simplified"),
    ("arrange_surrender", "surrender_arranged"), ("postpone_surrender", "surrender_postponed"),
    ("hand_over", "surrendered"), ("refuse_for_nationality", "refused_national"),
])  # fmt: skip
def test_a_record_goes_straight_to_what_the_paper_shows(case, step, state):
    assert "recording.skips" in warned(f.recorded(case, step))
    assert case.request.state == state
    assert audit.verify(case.request) == []


# What the paper shows contrary to the articles is recorded, and said (16(13), 16(15), 16(16)).
@pytest.mark.parametrize(("step", "given", "found"), [
    ("refuse_extradition", {"ground": "fiscal"}, ("surrender.ground.fiscal", "16(15)")),
    ("refuse_extradition", {"ground": "discrimination"}, ("consultation.none", "16(16)")),
    ("refuse_for_nationality", {"sole_ground": False}, ("step.sole_ground.missing", "16(10)")),
    ("grant", GRANTED, ("step.rights.missing", "16(13)")),
])  # fmt: skip
def test_what_is_contrary_is_said(case, step, given, found):
    assert found in warned(f.recorded(case, step, given)).items()


# X6 to X9: what waits for an answer of ours, though a scan alone tells it, is answered; the answer is guarded.
def test_our_answers(case):
    told(case, "begin_judicial_phase", "seek_assurance")
    assert x.closed(case, "give_assurance", undertaking="") == {"step.undertaking.unsaid"}
    x.go(case, "give_assurance")
    assert x.owed(case) == [("assurance", "requesting", "standing")]
    told(case, "open_consultation")
    x.go(case, "answer_consultation")
    told(case, "end_consultation")
    assert case.request.state == "judicial_phase"


# X16: conditions are accepted as they were offered; what the record does not hold binds nobody, and is recorded first.
def test_conditions_offered_on_paper(case):
    told(case, "offer_conditions")
    assert x.closed(case, "accept_conditions") == {"surrender.offer.untold"}
    who = case.requesting["registry"].id
    recording.take_back(case.request.id, who, case.now, "conditions_offered", {"reason": "Without its conditions."})
    f.recorded(case, "offer_conditions", GRANTED | CONDITIONS)
    f.take(case, "accept_conditions", {"accepted": ["C1"]})
    assert x.owed(case) == [("return_of_person", "requesting", "open")]


# X17: postponed there, lent for the trial, given back by us.
def test_lent_to_us(case):
    told(case, "grant", "postpone_surrender", "surrender_temporarily")
    assert x.owed(case) == [("return_of_person", "requesting", "open")]
    x.go(case, "return_person")
    assert x.owed(case) == [("return_of_person", "requesting", "discharged")]
    told(case, "close_postponed")
    assert case.request.state == "closed"


# A paper that refuses for nationality is recorded as that refusal, or its duty would not arise (16(10)).
def test_a_refusal_for_nationality_is_recorded_as_one(case):
    by_ground = not_recorded(case, "refuse_extradition", ground="nationality")
    assert by_ground == {"surrender.ground.by_its_own_step"}
    told(case, "refuse_for_nationality")
    assert x.owed(case) == [(*DUTY, "open")]


# X11 to X14: their refusal for nationality opens their duty; no paper closes the case before it is settled (16(10)).
def test_their_duty_to_prosecute(case):
    told(case, "refuse_for_nationality")
    assert x.owed(case) == [(*DUTY, "open")]
    assert not_recorded(case, "close_postponed") == {"surrender.national.unsettled"}
    assert x.closed(case, "close_nationality") == {"obligation.undone"}
    assert x.closed(case, "discharge_obligation", obligation="B1") == {"step.obligation.own_steps"}
    x.go(case, "ask_prosecution")
    told(case, "submit_prosecution")
    f.recorded(case, "report_prosecution", {"result": "Ten years.", "decided_by": "Court of Bern"})
    x.go(case, "close_nationality")
    assert (case.request.state, x.owed(case)) == ("closed", [(*DUTY, "discharged")])


# A record taken back opens what it had settled.
def test_a_report_taken_back_opens_the_duty(case):
    x.go(told(case, "refuse_for_nationality"), "ask_prosecution")
    told(case, "submit_prosecution", "report_prosecution")
    who = case.requesting["registry"].id
    recording.take_back(case.request.id, who, case.now, "prosecution_reported", {"reason": "It is of another case."})
    assert (case.request.state, x.owed(case)) == ("prosecution_submitted", [(*DUTY, "open")])
    assert audit.verify(case.request) == []


# X1 to X3: an arrest asked of an authority on paper; its answers are recorded, and one's own closing is guarded.
def test_an_arrest_on_paper(app):
    (brazil,) = f.houses("BRA")
    part = x.go(x.arrest(x.draft(brazil, f.on_paper("CHE"))), "submit", "approve", "sign", "transmit")
    f.recorded(part, "order_arrest", {"arrested_on": "2026-03-11", "documents_by": "2026-04-20"})
    f.recorded(part, "extend_arrest", {"documents_by": "2026-05-20"})
    told(part, "end_arrest")
    assert x.closed(part, "close_arrest", outcome="") == {"step.outcome.missing"}
    x.go(part, "close_arrest")
    assert part.request.state == "closed"
    assert audit.verify(part.request) == []
