"""A request for extradition that came on paper: registered whatever it lacks; one's own decisions stay guarded."""

import pytest

from mla.domain.errors import WrongState
from mla.queries import cases
from mla.services import audit, record, recording
from tests import extraditions as x
from tests import factories as f
from tests.domain import extradition_cases as e
from tests.domain.extradition_cases import ARREST

from .test_extradition_on_paper import DUTY, SPECIALITY, not_recorded, told

WHOLE = e.complete()
REGISTERED = {"received_on": "2026-03-11", "pages": None, "defects": "", "officer": "", "next_answer_on": None}
EXAMINED = ("open_examination", "begin_judicial_phase")


def came(content=WHOLE, kind="extradition", iso3="GRC", here="ALB"):
    """A letter of Greece on paper, registered by the authority of Albania."""
    (albania,) = f.houses(here)
    greece = f.on_paper(iso3)
    given = f.arrived(their_reference="GR 12")
    done = recording.register(
        kind, greece.authority.id, albania["registry"].id, f.NOW, given, REGISTERED, content,
    )  # fmt: skip
    return f.Case(done.request, greece, albania, f.NOW.replace(hour=11))


@pytest.fixture
def case(app):
    return came()


# F8b: it is registered and acknowledged, complete or empty, from a State that is bound or not; nothing closes.
@pytest.mark.parametrize(("iso3", "status"), [("GRC", "receipt.both_bound"), ("PNG", "receipt.not_bound")])
@pytest.mark.parametrize("content", [WHOLE, {}])
def test_it_is_always_registered(app, iso3, status, content):
    case = came(content, iso3=iso3)
    found = record.bodies(case.request)[-1]["findings"]
    assert {f["weight"] for f in found} <= {"warns", "holds"}
    assert status in {f["code"] for f in found}
    assert ("content.sought_whereabouts.missing" in {f["code"] for f in found}) is (content == {})
    assert not any("18(" in f["article"] for f in found)
    assert case.request.requested_reference.startswith("ALB-CA/EXT/2026/")
    assert [d.kind for d in case.request.documents] == ["acknowledgement", "incoming_paper"]
    assert audit.verify(case.request) == []


# X5, X15, X18 to X21: our judicial phase, grant and handover; their agreement, outcome and further request recorded.
def test_surrendered_to_them(case):
    x.go(case, *EXAMINED)
    assert x.closed(case, "grant", rights="") == {"step.rights.missing"}
    x.go(case, "grant", "arrange_surrender")
    assert x.closed(case, "hand_over") == {"surrender.arrangement.not_agreed"}
    told(case, "agree_surrender")
    x.go(case, "hand_over")
    assert x.owed(case) == [SPECIALITY]
    told(case, "close_surrendered", "ask_speciality_consent")
    x.go(case, "answer_speciality_consent")
    assert case.request.state == "closed"
    assert audit.verify(case.request) == []


# X6, X7, X16: they assure, and accept what we offered as a whole.
def test_they_undertake(case):
    x.go(case, *EXAMINED, "seek_assurance")
    f.recorded(case, "give_assurance", {"undertaking": "A new trial."})
    x.go(case, "offer_conditions")
    told(case, "accept_conditions")
    assert case.request.state == "granted_conditional"
    assert [sort for sort, _, _ in x.owed(case)] == ["assurance", "return_of_person", "condition"]


# A letter of theirs decides nothing: what nobody offered, lent or refused is not accepted, returned or asked instead.
def test_no_letter_decides_for_us(case):
    x.go(case, *EXAMINED)
    offered = {row.records for row in recording.rows(case.request, case.requested["registry"])}
    assert {"withdraw", "ask_progress", "letter"} <= offered
    decided = {"grant", "accept_conditions", "return_person", "ask_prosecution", "ask_for_neither"}
    assert not decided & offered


# X8 to X10: a ground that is permitted, reasons, and a consultation where appropriate: on paper as anywhere.
def test_our_refusal_stays_guarded(case):
    x.go(case, "open_examination")
    assert x.closed(case, "refuse_extradition", ground="fiscal") == {"surrender.ground.fiscal"}
    x.go(case, "open_consultation")
    assert x.closed(case, "refuse_extradition", not_appropriate="") == {"consultation.reply_awaited"}
    told(case, "answer_consultation")
    f.take(case, "refuse_extradition", {"not_appropriate": ""})
    told(case, "close_refused")
    assert (case.request.state, x.owed(case)) == ("closed", [])


# X11 to X13: our refusal for nationality opens our duty; their paper does not close the case before it is done.
def test_our_duty_to_prosecute(case):
    x.go(case, "open_examination")
    assert x.closed(case, "refuse_for_nationality", sole_ground=False) == {"step.sole_ground.missing"}
    x.go(case, "refuse_for_nationality")
    assert x.owed(case) == [(*DUTY, "open")]
    assert not_recorded(case, "close_nationality") == {"surrender.national.unsettled"}
    told(case, "ask_prosecution")
    assert x.closed(case, "submit_prosecution", authority="") == {"step.authority.unsaid"}
    x.go(case, "submit_prosecution")
    with pytest.raises(WrongState):
        f.recorded(case, "close_nationality")
    x.go(case, "report_prosecution")
    told(case, "close_nationality")
    assert (case.request.state, x.owed(case)) == ("closed", [(*DUTY, "discharged")])
    assert audit.verify(case.request) == []


# They ask for neither, in writing: the duty ends, and the case is closed.
def test_they_ask_for_neither(case):
    x.go(case, "open_examination", "refuse_for_nationality")
    told(case, "ask_for_neither", "close_nationality")
    assert (case.request.state, x.owed(case)) == ("closed", [(*DUTY, "released")])


# X14: a sentence is applied for, and considered here.
def test_the_sentence_is_considered(app):
    case = x.go(came(e.convicted()), "open_examination", "refuse_for_nationality")
    told(case, "apply_enforcement")
    assert x.closed(case, "decide_enforcement", law="") == {"step.law.missing"}
    x.go(case, "decide_enforcement")
    told(case, "close_nationality")
    assert (case.request.state, x.owed(case)) == ("closed", [(*DUTY, "discharged")])


# Towards a State that the Convention does not bind, no refusal rests on Art. 16(10); the law here carries it.
def test_a_state_that_is_not_bound(app):
    case = x.go(came(iso3="PNG"), "open_examination")
    assert x.closed(case, "refuse_for_nationality") == {"surrender.national.not_bound"}
    assert "receipt.not_bound" in x.closed(case, "begin_judicial_phase")
    x.go(case, "refuse_extradition")
    assert x.owed(case) == []


# An amended letter that came during the judicial phase is examined before anything is granted.
def test_an_amended_letter(case):
    x.go(case, *EXAMINED)
    who, arrived = case.requested["registry"].id, f.arrived(reference="GR 13")
    recording.record(case.request.id, "record:transmit_amendment", who, case.now, "judicial_phase", arrived, {}, WHOLE)
    assert x.closed(case, "grant") == {"amendment.unexamined"}
    x.go(case, "examine_amendment", "begin_judicial_phase", "grant")
    assert case.request.sent_version == 2


# X1 to X3: an arrest that was asked on paper is ordered here, under its own guards, and ended when nothing comes.
def test_an_arrest_asked_on_paper(app):
    part = came(e.complete(ARREST), kind="provisional_arrest")
    assert part.request.requested_reference.startswith("ALB-CA/PAR/2026/")
    assert x.closed(part, "order_arrest", present=False) == {"step.present.missing"}
    f.take(part, "order_arrest", {"documents_by": "2026-04-20"})
    assert x.closed(part, "end_arrest", cause="no_request") == {"surrender.arrest.time_runs"}
    part.now = f.NOW.replace(month=4, day=21)
    f.take(part, "end_arrest", {"cause": "no_request"})
    told(part, "close_arrest")
    assert part.request.state == "closed"
    assert audit.verify(part.request) == []


# The formal request of the same person came on paper in time: the arrest has not ended in vain.
def test_the_formal_request_comes_on_paper_too(app):
    part = came(e.complete(ARREST), kind="provisional_arrest")
    f.take(part, "order_arrest", {"documents_by": "2026-04-20"})
    greece, registry = part.requesting.authority.id, part.requested["registry"].id
    recording.register("extradition", greece, registry, f.NOW, f.arrived(), REGISTERED, WHOLE)
    part.now = f.NOW.replace(month=4, day=21)
    assert x.closed(part, "end_arrest", cause="no_request") == {"surrender.arrest.formal_came"}


# The formal request came first: an arrest that is asked beside it is registered, and belongs to it.
def test_an_arrest_is_asked_after_the_formal_request(case):
    greece, registry = case.requesting.authority.id, case.requested["registry"].id
    content = e.complete(ARREST)
    done = recording.register("provisional_arrest", greece, registry, f.NOW, f.arrived(), REGISTERED, content)
    assert [c.id for c in cases.together(done.request, case.requested.authority.id)] == [case.request.id]


# X17: postponed here, lent for their trial; that the person is back is recorded, and decided on anew.
def test_lent_to_them(case):
    x.go(case, *EXAMINED, "grant", "postpone_surrender", "surrender_temporarily")
    told(case, "return_person")
    assert x.owed(case) == [("return_of_person", "requesting", "discharged")]
    x.go(case, "close_postponed")
    assert case.request.state == "closed"
