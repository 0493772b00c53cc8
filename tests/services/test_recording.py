"""An authority on paper, through the services: an own request to closure, and an incoming one."""

import datetime as dt
import json

import pytest

from mla.domain.errors import NotFound, StaleState, StepClosed, UnknownStep, WrongPerson
from mla.domain.findings import Weight
from mla.extensions import db
from mla.models import Request
from mla.services import audit, casework, record, recording
from tests import factories as f


@pytest.fixture
def case(app):
    """A request of Brazil's, sent on paper to an authority of the United States."""
    (brazil,) = f.houses("BRA")
    return f.drive(f.draft(brazil, f.on_paper("USA")))


LETTER = {"proceedings": {"subject": "Fraud"}, "regime": {"basis": "UNTOC"}, "language": {"request": "fr"}}


@pytest.fixture
def incoming(app):
    """A letter from a State on paper to Brazil: bound or not, whatever it lacks."""
    (brazil,) = f.houses("BRA")
    return brazil


def register(brazil, iso3="CHE", content=LETTER, who="registry", **told):
    asking = f.on_paper(iso3)
    data = {"received_on": "2026-03-11", "pages": None, "defects": "", "officer": "", "next_answer_on": None}
    given = f.arrived(their_reference="FOJ 12", **told)
    done = recording.register("assistance", asking.authority.id, brazil[who].id, f.NOW, given, data, content)
    return f.Case(done.request, asking, brazil, f.NOW + dt.timedelta(hours=1))


def codes(done, weight=Weight.WARNS):
    body = record.bodies(done.request)[-1]
    return {found["code"] for found in body["findings"] if found["weight"] == weight}


# From draft to closure: one's own steps guarded, theirs recorded, and the chain is whole.
def test_an_own_request_goes_to_its_closure(case):
    f.recorded(case, "acknowledge", their_reference="B-99")
    f.recorded(
        case, "request_information", {"questions": [{"label": "Q1", "text": "Which branch?", "why": "necessary"}]}
    )
    assert case.request.state == "info_requested"
    f.take(case, "supply_information")
    f.recorded(case, "accept")
    f.recorded(
        case, "send_results", {"items": [{"description": "Records", "form": "copy", "pages": 4, "original": False}]}
    )
    f.take(case, "confirm_results")
    f.take(case, "close")
    assert (case.request.state, case.request.counterpart_reference) == ("closed", "B-99")
    assert audit.verify(case.request) == []


# The entry says who recorded it, from what, when it happened and when it was recorded; the act is the counterpart's.
def test_what_the_entry_says(case):
    done = f.recorded(case, "accept", happened_on="2026-03-12", dated_on="2026-03-11", reference="0.21/78")
    body = record.bodies(done.request)[-1]
    assert body["recorded"] == {"reference": "0.21/78", "dated_on": "2026-03-11", "no_scan": ""}
    assert (body["step"], body["row"], body["side"], body["happened_on"]) == ("accept", "M9", "requested", "2026-03-12")
    assert body["actor"]["id"] == str(case.requesting["registry"].id)
    assert done.entry.authority_id == case.requesting.authority.id
    assert done.entry.recorded_at > dt.datetime(2026, 3, 12, tzinfo=dt.UTC)


# No paper is issued in the counterpart's name: the scan is the document, and it passes to nobody.
def test_the_scan_is_the_document(case):
    done = f.recorded(case, "refuse")
    assert [(d.kind, d.title, d.passage) for d in done.documents] == [("incoming_paper", "scan.pdf", None)]


# A refusal without consultation or reasons is recorded, contrary to the articles that it names.
def test_a_refusal_contrary_to_the_articles(case):
    done = f.recorded(case, "refuse", {"ground": "bank_secrecy"})
    assert case.request.state == "refused"
    assert {"refusal.never.bank_secrecy", "step.reasons.missing", "recording.skips"} <= codes(done)
    assert codes(done, Weight.CLOSES) == set()
    f.take(case, "close_refused")
    assert case.request.state == "closed"


# Guards and clocks read the day on which it happened: the status of the day of receipt, not of the day of recording.
def test_the_day_is_that_on_which_it_happened(case):
    f.denounce("USA", dt.date(2025, 3, 12))
    case.now = dt.datetime(2027, 1, 5, tzinfo=dt.UTC)
    early = codes(f.recorded(case, "acknowledge", happened_on="2026-03-11"), Weight.HOLDS)
    assert "receipt.both_bound" in early
    assert "receipt.not_bound" in codes(f.recorded(case, "acknowledge", happened_on="2027-01-04"))


# Answers that one's own side gives to what was recorded without particulars are not kept from it.
def test_an_answer_to_what_a_scan_alone_tells(case):
    f.recorded(case, "open_consultation")
    f.take(case, "answer_consultation")
    f.recorded(case, "postpone")
    f.recorded(case, "resume")
    f.recorded(case, "request_information")
    f.take(case, "supply_information", {"answers": []})
    assert case.request.state == "examination"
    assert audit.verify(case.request) == []


def test_a_record_needs_its_paper(case):
    with pytest.raises(StepClosed, match=r"incoming\.reference\.missing"):
        f.recorded(case, "accept", reference="")
    db.session.rollback()
    assert case.request.state == "transmitted"


# Nothing is recorded of who is here, by another's registry, by another role, from another state, or unknown.
def test_who_records_what(case):
    stranger = f.house("CHE")
    args = (case.now, "transmitted", f.arrived(), {})
    with pytest.raises(NotFound):
        recording.record(case.request.id, "record:accept", stranger["registry"].id, *args)
    with pytest.raises(WrongPerson):
        recording.record(case.request.id, "record:accept", case.requesting["signatory"].id, *args)
    with pytest.raises(UnknownStep):
        recording.record(case.request.id, "accept", case.requesting["registry"].id, *args)
    with pytest.raises(StaleState):
        recording.record(case.request.id, "record:accept", case.requesting["registry"].id, case.now, "received", {}, {})
    with pytest.raises(StaleState):
        recording.take_back(case.request.id, case.requesting["registry"].id, case.now, "received", {})


def test_nobody_is_recorded_who_signs_in(app):
    here = f.drive(f.draft(*f.houses()))
    with pytest.raises(StepClosed, match="counterpart_here"):
        f.recorded(here, "accept")
    assert recording.rows(here.request, here.requesting["registry"]) == []


# A mistaken record is taken back by a further entry: the request stands where it stood, and what was settled is undone.
def test_a_record_is_taken_back(case):
    f.recorded(case, "acknowledge", their_reference="B-99")
    f.recorded(case, "refuse", their_reference="another case")
    who = case.requesting["registry"].id
    recording.take_back(case.request.id, who, case.now, "refused", {"reason": "It is of another case."})
    assert (case.request.state, case.request.counterpart_reference) == ("received", "B-99")
    assert [e.seq for e in case.request.entries][-1] == 8
    recording.take_back(case.request.id, who, case.now, "received", {"reason": "That one too."})
    assert (case.request.state, case.request.counterpart_reference) == ("transmitted", None)
    with pytest.raises(StepClosed, match="not_last"):
        recording.take_back(case.request.id, who, case.now, "transmitted", {"reason": "What was sent was sent."})
    assert audit.verify(case.request) == []


# A letter that belongs to no step is kept; the request stays where it stands, even when its case is closed.
def test_any_other_letter(case):
    f.recorded(case, "refuse")
    f.take(case, "close_refused")
    done = f.recorded(case, "letter", {"summary": "They thank us."})
    assert (done.request.state, record.bodies(done.request)[-1]["side"]) == ("closed", "requested")


# What may have arrived is listed for one's own registry alone.
def test_what_may_have_arrived(case):
    offered = [row.name for row in recording.rows(case.request, case.requesting["registry"])]
    assert {"record:accept", "record:refuse", "record:letter"} <= set(offered)
    assert "record:withdraw" not in offered
    assert recording.rows(case.request, case.requesting["drafter"]) == []


# An incoming request is registered, defective or from a State not bound, and acknowledged under one's own reference.
@pytest.mark.parametrize(("iso3", "status"), [("CHE", "receipt.both_bound"), ("PNG", "receipt.not_bound")])
@pytest.mark.parametrize("content", [LETTER, {}])
def test_an_incoming_request_is_always_registered(incoming, iso3, status, content):
    case = register(incoming, iso3, content)
    body = record.bodies(case.request)[-1]
    found = {finding["code"] for finding in body["findings"]}
    assert {status, "content.facts.missing"} <= found
    assert {finding["weight"] for finding in body["findings"]} <= {"warns", "holds"}
    assert case.request.state == "received"
    assert case.request.requested_reference.startswith("BRA-DRCI/MLA/2026/")
    assert (case.request.requesting_reference, case.request.counterpart_reference) == (None, "FOJ 12")
    assert audit.verify(case.request) == []


# The acknowledgement bears both references and the day on which it is written; the scan is kept beside it.
def test_the_acknowledgement_of_an_incoming_request(incoming):
    case = register(incoming)
    paper, scan = case.request.documents
    said = json.loads(paper.snapshot)
    assert (paper.kind, scan.kind) == ("acknowledgement", "incoming_paper")
    assert (said["your_ref"], said["our_ref"]) == ("FOJ 12", case.request.requested_reference)
    assert (said["date"], said["step"]["data"]["received_on"]) == ("2026-03-12", "2026-03-11")
    assert paper.passage
    assert scan.passage is None


# What was received goes on as any other request does: one's own decisions stay guarded.
def test_an_incoming_request_goes_on(incoming):
    case = register(incoming)
    f.take(case, "open_examination")
    with pytest.raises(StepClosed, match=r"content\.facts\.missing"):
        f.take(case, "accept")
    db.session.rollback()
    whole = f.SECTIONS | {"facts": {"summary": "Four persons took 11 million."}, "offences": [
        {"label": "O1", "name": "Money laundering", "law": "Code, art. 305", "years": 10, "months": None,
         "days": None, "life": False, "category": "money_laundering", "text": "", "committed": ""}],
        "assistance": [{"label": "A1"} | f.SECTIONS["assistance"][0]]}  # fmt: skip
    told = f.arrived(reference="FOJ 13")
    done = recording.record(
        case.request.id, "record:transmit_amendment", incoming["registry"].id, case.now, "examination", told, {}, whole,
    )  # fmt: skip
    assert (done.request.sent_version, done.request.state) == (2, "examination")
    case.request.draft = {"assistance": whole["assistance"]}
    db.session.commit()
    for step in ("accept", "mandate_execution", "report_execution", "send_results"):
        f.take(case, step)
    f.recorded(case, "close")
    assert case.request.state == "closed"
    assert audit.verify(case.request) == []


# A letter of the requesting State decides nothing: an undertaking that no offer asked for moves nothing.
def test_no_letter_decides_for_the_requested_authority(incoming):
    case = register(incoming)
    assert "record:accept_conditions" not in [r.name for r in recording.rows(case.request, incoming["registry"])]


# An authority that is here, or none, sends nothing on paper; only the registry registers; nothing half-done stays.
def test_who_registers(incoming):
    here = f.house("CHE")
    with pytest.raises(NotFound):
        recording.register("assistance", here.authority.id, incoming["registry"].id, f.NOW, f.arrived(), {}, {})
    with pytest.raises(WrongPerson):
        register(incoming, who="decider")
    assert db.session.query(Request).count() == 0


def test_the_state_is_not_moved_by_a_step_of_the_table(case):
    with pytest.raises(UnknownStep):
        casework.perform(case.request.id, "record:accept", case.requesting["registry"].id, case.now, "transmitted", {})
