"""Assets between an authority here and one on paper: its acts are recorded as facts, one's own steps stay guarded."""

import datetime as dt

import pytest

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN
from mla.services import audit, casework, record, recording
from tests import assets as a
from tests import factories as f
from tests.asset_answers import ORDER, RETURNED, WHOLE

from .test_extradition_on_paper import told, warned

FREEZE_TOLD = {"assets": [{"label": "V1"}], "ordered_on": "2026-02-02", "lapses_on": "2026-06-30"}
CONFISCATED = ORDER | {"assets": [WHOLE], "none_known": True}


def asked(stage=FREEZE):
    """A request of Brazil's, sent to an authority of the United States that is on paper."""
    (brazil,) = f.houses("BRA")
    return a.go(a.draft(brazil, f.on_paper("USA"), stage), "submit", "approve", "sign", "transmit")


@pytest.fixture
def case(app):
    return asked()


# A2 to A6: traced, frozen, kept longer and freed there; one's own requests and the closing stay guarded.
def test_frozen_for_us(case):
    f.recorded(case, "acknowledge", their_reference="CRM-182")
    f.recorded(case, "report_tracing", {"use_limits": "Only here.", "new": [{"label": "V2", "description": "A flat."}]})
    assert a.owed(case) == [("use_limitation", "requesting", "standing")]
    f.recorded(case, "report_freeze", FREEZE_TOLD)
    assert a.closed(case, "ask_extension", facts_stand=False) == {"recovery.facts_stand.missing"}
    a.go(case, "ask_extension")
    f.recorded(case, "extend_freeze", {"assets": ["V1"], "ordered_on": "2026-03-02", "lapses_on": "2099-06-30"})
    a.go(case, "notify_unjustified")
    f.recorded(case, "lift_freeze", {"assets": ["V1"], "lifted_on": "2026-03-10"})
    told(case, "end_freeze")
    a.go(case, "close_measure")
    assert (case.request.state, case.request.counterpart_reference) == ("closed", "CRM-182")
    assert audit.verify(case.request) == []


# What their notice tells of the freeze is counted: past its day nothing is frozen, and no request for longer is sent.
def test_a_freeze_that_is_told_lapses(case):
    f.recorded(case, "report_freeze", FREEZE_TOLD)
    case.now = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
    assert a.closed(case, "ask_extension") == {"recovery.freeze.none"}
    found = record.bodies(f.recorded(case, "end_freeze").request)[-1]["findings"]
    assert {one["code"]: one["weight"] for one in found}["recovery.freeze.over"] == "holds"
    a.go(case, "close_measure")


# A8 to A14: confiscated, sold, shared and paid there; our wishes, our agreement and our receipt stay guarded.
def test_confiscated_and_returned_to_us(app):
    case = told(asked(ENFORCE), "begin_court_phase")
    f.recorded(case, "report_confiscation", CONFISCATED)
    assert a.closed(case, "ask_return", victims="") == {"recovery.return.nobody"}
    a.go(case, "ask_return")
    f.recorded(case, "consider_return", {"outcome": "part", "reasons": "Costs.", "law": "18 U.S.C. 981(i)"})
    f.recorded(case, "propose_sharing", {"agreement": "case_by_case", "parts": "One half each."})
    assert a.closed(case, "accept_sharing", capacity="") == {"step.capacity.missing"}
    a.go(case, "accept_sharing")
    f.recorded(case, "dispose", {"lines": [RETURNED], "law": "18 U.S.C. 981(i)"})
    a.go(case, "confirm_payment", "close_disposed")
    assert case.request.state == "closed"
    assert audit.verify(case.request) == []


# Our proposal is answered on paper; nobody agrees with themselves.
def test_our_proposal(app):
    case = told(asked(OBTAIN), "begin_court_phase")
    f.recorded(case, "report_confiscation", CONFISCATED)
    told(case, "open_disposal")
    who, given = case.requesting["signatory"].id, f.answers(case, "propose_sharing")
    casework.perform(case.request.id, "propose_sharing", who, case.now, case.request.state, given)
    assert a.closed(case, "accept_sharing") == {"recovery.sharing.own_proposal"}
    told(case, "accept_sharing")
    assert case.request.state == "disposal_consultation"


# The record may go straight to the state that the paper shows; that it skips steps is said.
@pytest.mark.parametrize(("step", "state"), [
    ("begin_court_phase", "court_phase"), ("report_tracing", "traced"), ("submit_freeze", "freeze_pending"),
    ("report_freeze", "frozen"), ("report_denial", "denied"), ("refuse_not_covered", "refused"),
    ("report_confiscation", "confiscated"), ("report_realisation", "realised"), ("dispose", "disposed"),
    ("open_disposal", "disposal_consultation"), ("end_freeze", "lifted"), ("refuse", "refused"),
])  # fmt: skip
def test_a_record_goes_straight_to_what_the_paper_shows(app, step, state):
    case = asked(OBTAIN)
    assert "recording.skips" in warned(f.recorded(case, step))
    assert case.request.state == state
    assert audit.verify(case.request) == []


# What the paper shows contrary to the articles is recorded, and said (12(6), 12(8), 13(7), 14(2), 18(23)).
@pytest.mark.parametrize(("step", "given", "found"), [
    ("report_denial", {"ground": "bank_secrecy"}, ("refusal.never.bank_secrecy", "12(6); 18(8)")),
    ("report_tracing", {"obstacle": "bank_secrecy"}, ("refusal.never.bank_secrecy", "12(6); 18(8)")),
    ("report_denial", {"ground": "evidence"}, ("step.reasons.missing", "18(23)")),
    ("refuse_not_covered", {}, ("recovery.explanation.missing", "13(7)")),
    ("report_freeze", {}, ("recovery.order_number.missing", "2(f)")),
    ("report_confiscation", {}, ("recovery.court.missing", "13(1)")),
])  # fmt: skip
def test_what_is_contrary_is_said(case, step, given, found):
    assert found in warned(f.recorded(case, step, given)).items()


# More than the order is recorded as the paper tells it, with the sum that it comes to.
def test_more_than_the_order_is_said(app):
    case = told(asked(ENFORCE), "begin_court_phase")
    more = CONFISCATED | {"assets": [WHOLE | {"amount": "58400000.01"}]}
    assert "assets.order.exceeded" in warned(f.recorded(case, "report_confiscation", more))
    assert a.closed(case, "report_recovery", amount="0.01") == {"assets.order.exceeded"}


# So are sums that do not balance, and what paper leaves open when we close.
def test_sums_that_do_not_balance_are_said(app):
    case = told(asked(ENFORCE), "begin_court_phase")
    f.recorded(case, "report_confiscation", CONFISCATED)
    f.recorded(case, "dispose", {"lines": [RETURNED | {"amount": "1.00"}]})
    more = {"lines": [RETURNED | {"amount": "58400000.00"}]}
    assert "assets.disposal.asset_exceeded" in warned(f.recorded(case, "dispose", more))
    f.recorded(case, "report_confiscation", CONFISCATED)
    f.recorded(case, "dispose", {"lines": [RETURNED | {"amount": "2.00"}]})
    a.go(case, "close_disposed")
    assert "assets.disposal.left" in {f["code"] for f in record.bodies(case.request)[-1]["findings"]}


# A16, A15: what we tell them of the order stays guarded.
def test_our_order(app):
    case = told(asked(ENFORCE), "acknowledge")
    a.tried_on_the_way(case, [
        ("notify_other_states", {"states": []}, "recovery.states.none"),
        ("report_recovery", {"state": ""}, "recovery.state.missing"),
        ("notify_unenforceable", {"reason": ""}, "step.reason.missing"),
    ])  # fmt: skip
    assert audit.verify(case.request) == []


# A record taken back opens what it had settled: the freeze that it told is gone.
def test_a_freeze_taken_back(case):
    f.recorded(case, "acknowledge")
    f.recorded(case, "report_freeze", FREEZE_TOLD)
    who = case.requesting["registry"].id
    recording.take_back(case.request.id, who, case.now, "frozen", {"reason": "It is of another case."})
    assert case.request.state == "received"
    f.recorded(case, "end_freeze")
    assert case.request.state == "lifted"
    assert audit.verify(case.request) == []


# No letter of theirs closes the case, in whatever state.
def test_our_closing_is_ours(case):
    f.recorded(case, "report_freeze", FREEZE_TOLD)
    who = case.requesting["registry"]
    assert not [row for row in recording.rows(case.request, who) if row.records.startswith("close")]
