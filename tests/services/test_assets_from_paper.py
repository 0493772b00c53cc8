"""A request about assets that came on paper: registered whatever it lacks; one's own decisions stay guarded."""

import pytest

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, STAGES, TRACE
from mla.domain.case_file import BLANK
from mla.services import audit, record, recording
from tests import assets as a
from tests import factories as f
from tests.asset_answers import RETURNED
from tests.domain.assets_cases import ORDER, complete

from .test_extradition_from_paper import REGISTERED
from .test_extradition_on_paper import told


def came(content, iso3="BRA", here="USA"):
    """A letter of Brazil on paper, registered by the authority of the United States."""
    (states,) = f.houses(here)
    brazil = f.on_paper(iso3)
    given = f.arrived(their_reference="BR 12")
    done = recording.register("assets", brazil.authority.id, states["registry"].id, f.NOW, given, REGISTERED, content)
    return f.Case(done.request, brazil, states, f.NOW)


def letter(stage=FREEZE):
    """What a letter that lacks nothing shows."""
    return complete(stage) | {"annexes": [BLANK["annexes"][1] | ORDER]}


def examined(stage=FREEZE):
    return a.go(came(letter(stage)), "open_examination")


# F8b: it is registered and acknowledged at whatever stage, complete or empty, from a State that is bound or not.
@pytest.mark.parametrize(("iso3", "status"), [("BRA", "receipt.both_bound"), ("PNG", "receipt.not_bound")])
@pytest.mark.parametrize("content", [*map(letter, STAGES), {}])
def test_it_is_always_registered(app, iso3, status, content):
    case = came(content, iso3=iso3)
    found = record.bodies(case.request)[-1]["findings"]
    assert {f["weight"] for f in found} <= {"warns", "holds"}
    assert status in {f["code"] for f in found}
    assert ("content.purpose.missing" in {f["code"] for f in found}) is (content == {})
    assert case.request.requested_reference.startswith("USA-OIA/AST/2026/")
    assert [d.kind for d in case.request.documents] == ["acknowledgement", "incoming_paper"]
    assert audit.verify(case.request) == []


# A2 to A6: traced, frozen, kept longer and freed here, each step guarded; their letters are recorded.
def test_traced_and_frozen_for_them(app):
    case = examined()
    a.go(case, "begin_tracing", "report_tracing", "submit_freeze")
    assert a.closed(case, "report_freeze", law="") == {"recovery.law.missing"}
    a.go(case, "report_freeze")
    assert a.closed(case, "decline_extension") == {"recovery.nothing_waits"}
    told(case, "ask_extension")
    a.go(case, "extend_freeze")
    told(case, "notify_unjustified")
    a.go(case, "lift_freeze", "end_freeze")
    told(case, "close_measure")
    assert case.request.state == "closed"
    assert audit.verify(case.request) == []


# A8 to A14: their order is enforced here; what they asked, agreed and received is recorded.
def test_confiscated_and_shared_with_them(app):
    case = a.go(examined(ENFORCE), "begin_court_phase", "notify_third_parties")
    assert a.closed(case, "report_confiscation", court="") == {"recovery.court.missing"}
    a.go(case, "report_confiscation", "report_realisation")
    told(case, "ask_return")
    kept = [RETURNED | {"to": "retained"}]
    assert a.closed(case, "dispose", lines=kept) == {"recovery.return.not_considered"}
    a.go(case, "consider_return", "propose_sharing")
    told(case, "accept_sharing")
    a.go(case, "dispose")
    told(case, "confirm_payment", "close_disposed")
    assert case.request.state == "closed"
    assert audit.verify(case.request) == []


# A15: their letter that the order has ended keeps it from being enforced here.
def test_their_order_has_ended(app):
    case = a.go(examined(ENFORCE), "begin_court_phase")
    told(case, "notify_unenforceable")
    assert a.closed(case, "report_confiscation") == {"recovery.order.unenforceable"}


# A16: what was recovered elsewhere bounds what is confiscated here, though a letter alone tells it.
def test_what_they_recovered_elsewhere_counts(app):
    case = a.go(examined(ENFORCE), "begin_court_phase")
    told(case, "notify_other_states")
    f.recorded(case, "report_recovery", {"state": "CHE", "amount": "1.00", "currency": "USD"})
    assert a.closed(case, "report_confiscation") == {"assets.order.exceeded"}


# What they did not ask is not done for them: no freeze on a request that traces, no confiscation on one that freezes.
@pytest.mark.parametrize(("stage", "step", "code"), [
    (TRACE, "submit_freeze", "recovery.stage.traces_only"), (FREEZE, "begin_court_phase",
                                                            "recovery.stage.not_confiscation"),
])  # fmt: skip
def test_what_they_did_not_ask(app, stage, step, code):
    assert a.closed(examined(stage), step) == {code}


# A letter that lacks what its stage asks for is registered, and not acted on (13(3)).
def test_what_their_letter_lacks(app):
    case = a.go(came(letter(OBTAIN) | {"property": []}), "open_examination")
    assert a.closed(case, "begin_court_phase") == {"content.property_described.missing"}


# Our refusal keeps its rules towards them: a ground that is permitted, reasons, a consultation where appropriate.
def test_our_refusal_stays_guarded(app):
    case = examined(OBTAIN)
    assert a.closed(case, "refuse", ground="not_covered") == {"refusal.ground.unknown"}
    a.go(case, "refuse_not_covered")
    told(case, "close_refused")
    assert case.request.state == "closed"


# No letter of theirs closes a case in which property is frozen.
def test_their_withdrawal_sets_nothing_free(app):
    case = a.go(examined(), "submit_freeze", "report_freeze")
    told(case, "withdraw")
    assert case.request.state == "withdrawn"
    a.go(case, "lift_freeze")
    told(case, "close_withdrawn")
    assert case.request.state == "closed"


# An amended letter that came while the court had the case is examined before anything is confiscated.
def test_an_amended_letter(app):
    case = a.go(examined(OBTAIN), "begin_court_phase")
    who, arrived = case.requested["registry"].id, f.arrived(reference="BR 13")
    amended = (case.now, "court_phase", arrived, {}, letter(OBTAIN))
    recording.record(case.request.id, "record:transmit_amendment", who, *amended)
    assert a.closed(case, "report_confiscation") == {"amendment.unexamined"}
    a.go(case, "examine_amendment", "begin_court_phase", "report_confiscation")
    assert case.request.sent_version == 2
