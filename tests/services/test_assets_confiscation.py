"""Confiscation through the services: both routes (A8, A10), third parties (A9), refusal (A11), orders (A15, A16)."""

import pytest

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, TRACE
from mla.domain.content import empty
from mla.domain.findings import Weight
from mla.services import record
from tests import assets as a
from tests import factories as f
from tests.asset_answers import WHOLE

COURT = (("begin_court_phase", "court_phase"), ("report_confiscation", "confiscated"))
HALF = WHOLE | {"extent": "part", "amount": "29200000.00"}


@pytest.fixture
def houses(app):
    return f.houses()


@pytest.fixture
def before_court(houses):
    """An order of the requesting State's court, put to a court of the requested one."""
    return a.arrived(a.draft(*houses, ENFORCE), "begin_court_phase")


# A8, A10, 13(1): by either route the request goes to the court, and what it confiscated is reported.
@pytest.mark.parametrize("stage", [OBTAIN, ENFORCE])
@pytest.mark.parametrize("before", [(), ("submit_freeze", "report_freeze"), ("begin_tracing", "report_tracing")])
def test_by_either_route(houses, stage, before):
    case = a.arrived(a.draft(*houses, stage), *before)
    a.walk(case, *COURT)


# 13(1): confiscation is asked for before it is sought; the decider names authority and law, and did not review.
def test_confiscation_is_asked_for(houses):
    for stage in (TRACE, FREEZE):
        case = a.arrived(a.draft(*houses, stage))
        assert a.closed(case, "begin_court_phase") == {"recovery.stage.not_confiscation"}
    case = a.arrived(a.draft(*houses, OBTAIN))
    a.tried_on_the_way(case, [
        ("begin_court_phase", {"authority": ""}, "step.authority.missing"),
        ("begin_court_phase", {"law": ""}, "step.law.missing"),
    ])  # fmt: skip


# A9, 12(8), 13(8): notice, claims, decisions; nothing is confiscated while a claim waits.
def test_third_parties_are_heard(before_court):
    case = before_court
    nobody = {"none_known": False}
    assert a.closed(case, "report_confiscation", **nobody) == {"recovery.third_parties.unheard"}
    assert a.closed(case, "decide_claims") == {"recovery.claims.none_wait"}
    a.tried_on_the_way(case, [
        ("notify_third_parties", {"persons": []}, "recovery.persons.none"),
        ("notify_third_parties", {"persons": [{"name": "A bank"}]}, "recovery.persons.interest"),
        ("record_claims", {"claims": []}, "recovery.claims.none"),
    ])  # fmt: skip
    assert a.closed(case, "report_confiscation", **nobody) == {"recovery.claims.undecided"}
    unknown = [{"label": "K2", "outcome": "upheld", "reasons": "It is the bank's."}]
    assert a.closed(case, "decide_claims", decisions=unknown) == {"recovery.decisions.unknown"}
    a.walk(case, ("decide_claims", "court_phase"))
    f.take(case, "report_confiscation", nobody)


def test_claims_are_made_while_property_is_frozen(houses):
    case = a.arrived(a.draft(*houses), "submit_freeze", "report_freeze")
    a.walk(case, ("notify_third_parties", "frozen"), ("record_claims", "frozen"), ("decide_claims", "frozen"))


# A10: whole or in part, by which order of which court, on property that the case has; more may follow.
def test_what_is_confiscated_is_named(before_court):
    case = before_court
    a.tried_on_the_way(case, [
        ("report_confiscation", {"assets": []}, "recovery.assets.none"),
        ("report_confiscation", {"assets": [WHOLE | {"extent": ""}]}, "recovery.assets.extent"),
        ("report_confiscation", {"assets": [WHOLE | {"label": "V8"}]}, "assets.label.unknown"),
        ("report_confiscation", {"court": ""}, "recovery.court.missing"),
        ("report_confiscation", {"order_number": ""}, "recovery.order_number.missing"),
        ("report_confiscation", {"ordered_on": "2099-01-01"}, "step.day.future"),
    ], skipped=("report_confiscation",))  # fmt: skip
    f.take(case, "report_confiscation", {"assets": [HALF]})
    f.take(case, "report_confiscation", {"assets": [HALF]})
    assert case.request.state == "confiscated"


# No more is confiscated than the order names, counted over every report with the one that is tried.
def test_no_more_than_the_order(before_court):
    more = {"assets": [WHOLE | {"amount": "58400000.01"}]}
    assert a.closed(before_court, "report_confiscation", **more) == {"assets.order.exceeded"}
    f.take(before_court, "report_confiscation", {"assets": [HALF]})
    assert a.closed(before_court, "report_confiscation") == {"assets.order.exceeded"}
    f.take(before_court, "report_confiscation", {"assets": [HALF]})


# A16: every other State that is asked is told, and what it recovered counts towards the one order.
def test_one_order_in_several_states(before_court):
    case = before_court
    a.tried_on_the_way(case, [
        ("notify_other_states", {"states": []}, "recovery.states.none"),
        ("notify_other_states", {"apportionment": ""}, "recovery.apportionment.missing"),
        ("report_recovery", {"amount": ""}, "recovery.amount.missing"),
        ("report_recovery", {"amount": "1.001"}, "assets.sum.finer"),
        ("report_recovery", {"amount": "58400000.01"}, "assets.order.exceeded"),
        ("report_recovery", {"amount": "1000000.00", "currency": "CHF"}, "assets.recovery.no_rate"),
    ])  # fmt: skip
    assert a.closed(case, "report_confiscation") == {"assets.order.exceeded"}
    f.take(case, "report_confiscation", {"assets": [WHOLE | {"amount": "57400000.00"}]})
    assert a.closed(case, "report_recovery", amount="0.01") == {"assets.order.exceeded"}


# Another currency counts at a rate with its day and its source, and at no other.
def test_a_recovery_in_another_currency(before_court):
    f.take(before_court, "report_recovery", {
        "currency": "CHF", "rate": "1.25", "rate_on": "2026-03-02", "rate_source": "Swiss National Bank"})  # fmt: skip
    assert a.closed(before_court, "report_confiscation") == {"assets.order.exceeded"}
    f.take(before_court, "report_confiscation", {"assets": [WHOLE | {"amount": "57150000.00"}]})


# The three steps speak of an order of the requesting State's own court (13(1)(b)).
@pytest.mark.parametrize("step", ["notify_unenforceable", "notify_other_states", "report_recovery"])
def test_an_order_is_spoken_of_where_there_is_one(houses, step):
    case = a.arrived(a.draft(*houses, OBTAIN))
    assert "recovery.stage.no_order" in a.closed(case, step)


# A15: an order that has ended is enforced no more, whatever stage the case is at.
@pytest.mark.parametrize("before", [(), ("begin_court_phase",)])
def test_an_order_that_has_ended(houses, before):
    case = a.arrived(a.draft(*houses, ENFORCE), *before)
    a.tried_on_the_way(case, [
        ("notify_unenforceable", {"ended_on": ""}, "recovery.ended_on.missing"),
        ("notify_unenforceable", {"reason": ""}, "step.reason.missing"),
        ("notify_unenforceable", {"ended_on": "2099-01-01"}, "step.day.future"),
    ])  # fmt: skip
    onward = "report_confiscation" if before else "begin_court_phase"
    assert a.closed(case, onward) == {"recovery.order.unenforceable"}
    a.whole(case)


# F19: what came in while the court had the case is examined before anything is confiscated.
def test_an_amended_request_is_examined_first(before_court):
    a.go(before_court, "open_amendment")
    a.save(before_court, "purpose", {"text": "To confiscate what is left."})
    a.go(before_court, "submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment")
    assert a.closed(before_court, "report_confiscation") == {"amendment.unexamined"}
    a.walk(before_court, ("examine_amendment", "examination"), *COURT)


# A11, 13(7): an offence that is not covered has a ground and a step of its own, with reasons (18(23)).
def test_refused_since_the_offence_is_not_covered(houses):
    case = a.arrived(a.draft(*houses, OBTAIN))
    a.tried_on_the_way(case, [
        ("refuse_not_covered", {"explanation": ""}, "recovery.explanation.missing"),
        ("refuse_not_covered", {"reasons": ""}, "step.reasons.missing"),
    ], skipped=("refuse_not_covered",))  # fmt: skip
    a.walk(case, ("refuse_not_covered", "refused"), ("close_refused", "closed"))
    found = {f["code"]: f["weight"] for b in record.bodies(case.request) for f in b["findings"]}
    assert found["recovery.ground.was_covered"] == Weight.WARNS


# 13(3), 18(21), 18(22), 18(26): Art. 18's grounds carry a refusal, its consultation included.
def test_refused_by_the_rules_of_assistance(houses):
    case = a.arrived(a.draft(*houses))
    assert a.closed(case, "open_consultation", grounds=["outside_scope"]) == {"recovery.ground.outside_scope"}
    a.go(case, "open_consultation", "answer_consultation")
    own = a.closed(case, "refuse_after_consultation", ground="not_covered")
    assert own == {"recovery.ground.by_its_own_step", "consultation.other_ground"}
    a.walk(case, ("refuse_after_consultation", "refused"), ("close_refused", "closed"))


# A11: consulted on, granted on conditions, taken up again; or postponed (18(25), 18(26)).
def test_granted_on_conditions(houses):
    case = a.arrived(a.draft(*houses))
    f.take(case, "open_consultation", {"grounds": ["not_covered", "essential_interests"]})
    a.walk(case, ("offer_conditions", "conditions_offered"), ("accept_conditions", "accepted"),
           ("submit_freeze", "freeze_pending"))  # fmt: skip


def test_postponed(houses):
    case = a.arrived(a.draft(*houses), "open_consultation", "answer_consultation")
    a.walk(case, ("postpone", "postponed"), ("resume", "examination"), ("submit_freeze", "freeze_pending"))


# On a treaty or reciprocity no refusal rests on Art. 13(7); what carries it there is said.
def test_refused_on_another_basis(houses):
    offered = {"basis": "RECIPROCITY", "reciprocity": "A comparable request is met."}
    case = a.draft(*houses, regime=empty()["regime"] | offered)
    a.go(case, "submit", "approve", "sign", "transmit_by_diplomatic_channel", "acknowledge", "open_examination")
    assert a.closed(case, "refuse_not_covered") == {"basis.rules.other"}
    a.walk(case, ("refuse_on_other_basis", "refused"), ("close_refused", "closed"))
