"""A request about assets through the services: its gate (A1), tracing (A2), the freeze and its clock (A3 to A7)."""

import datetime as dt

import pytest

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, STAGES, TRACE
from mla.domain.content import empty
from mla.domain.errors import WrongState
from mla.domain.findings import Weight
from mla.services import record
from tests import assets as a
from tests import factories as f
from tests.domain.assets_cases import MEASURE

TRACING = (("begin_tracing", "tracing"), ("report_tracing", "traced"))
FREEZING = (("submit_freeze", "freeze_pending"), ("report_freeze", "frozen"))


@pytest.fixture
def houses(app):
    return f.houses()


@pytest.fixture
def frozen(houses):
    """The account is frozen."""
    return a.arrived(a.draft(*houses), "submit_freeze", "report_freeze")


def said(case) -> dict[str, str]:
    """What the last step found, with its weight."""
    return {found["code"]: found["weight"] for found in record.bodies(case.request)[-1]["findings"]}


# A2 to A6, 13(2): traced, frozen, kept longer, freed, closed; each paper of each row, and all is on record.
def test_from_tracing_to_the_end_of_a_freeze(houses):
    case = a.arrived(a.draft(*houses))
    a.walk(
        case, *TRACING, *FREEZING, ("ask_extension", "frozen"), ("extend_freeze", "frozen"),
        ("notify_unjustified", "frozen"), ("lift_freeze", "frozen"), ("end_freeze", "lifted"),
        ("close_measure", "closed"),
    )  # fmt: skip
    assert case.request.requesting_reference.startswith("BRA-DRCI/AST/2026/")
    assert case.request.requested_reference.startswith("USA-OIA/AST/2026/")


# A1: each stage is asked for in a request of its own, with what Art. 13(3) asks of it.
@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_is_sent(houses, stage):
    case = a.examined(a.draft(*houses, stage))
    assert case.request.state == "examination"
    letter = record.bodies(case.request)[4]
    assert letter["version"]["number"] == 1


GATE = [
    (FREEZE, "measure", {"stage": ""}, {"content.stage.missing"}),
    (TRACE, "measure", {"facts": ""}, {"content.facts_relied.missing"}),
    (FREEZE, "measure", {"actions": ""}, {"content.actions.missing", "content.measure_sought.missing"}),
    (OBTAIN, "measure", {"facts": ""}, {"content.facts_for_order.missing"}),
    (ENFORCE, "measure", {"order_annex": ""}, {"content.order_attached.missing"}),
    (ENFORCE, "measure", {"order_court": ""}, {"content.order_by_court.missing"}),
    (ENFORCE, "measure", {"extent": ""}, {"content.extent.missing"}),
    (FREEZE, "regime", {"basis": ""}, {"regime.basis.missing"}),
    (FREEZE, "group", {"number": 2}, {"scope.group.number.too_few"}),
]


@pytest.mark.parametrize(("stage", "section", "given", "codes"), GATE)
def test_what_a_request_needs(houses, stage, section, given, codes):
    case = a.draft(*houses, stage)
    kept = case.request.draft[section]
    a.save(case, section, kept | given)
    assert a.closed(case, "submit") == codes
    a.save(case, section, kept)
    f.take(case, "submit")


# 13(3)(a): an order that is to be obtained needs the property described; a freeze may go before it is known.
@pytest.mark.parametrize(("stage", "closes"), [(OBTAIN, True), (FREEZE, False), (TRACE, False)])
def test_property_is_described_for_an_order(houses, stage, closes):
    case = a.draft(*houses, stage, assets=[])
    if closes:
        assert a.closed(case, "submit") == {"content.property_described.missing"}
    else:
        f.take(case, "submit")
        assert case.request.state == "in_review"


# Both States are bound on the day of approval, and again on that of transmission (rule 1).
def test_the_gate_asks_again(houses):
    case = a.go(a.draft(*houses), "submit", "approve", "sign")
    f.denounce("USA", dt.date(2026, 3, 12))
    case.now = dt.datetime(2027, 3, 12, 12, tzinfo=dt.UTC)
    assert "party.ended" in a.closed(case, "transmit")


# 13(6), 18(7): on reciprocity the request goes its way, and no article of the Convention is cited.
def test_on_reciprocity(houses):
    offered = {"basis": "RECIPROCITY", "reciprocity": "A comparable request is met."}
    case = a.draft(*houses, regime=empty()["regime"] | offered)
    a.go(case, "submit", "approve", "sign", "transmit_by_diplomatic_channel", "acknowledge", "open_examination")
    a.walk(case, *TRACING, *FREEZING)
    assert not [b for b in record.bodies(case.request) if "13(" in b["article"]]


# 12(6), 18(8): bank secrecy is never why records were not obtained; what is reported is named, and limits go with it.
def test_tracing_is_told(houses):
    case = a.arrived(a.draft(*houses, TRACE), "begin_tracing")
    a.tried_on_the_way(case, [
        ("report_tracing", {"obstacle": "bank_secrecy"}, "refusal.never.bank_secrecy"),
        ("report_tracing", {"assets": [{"label": "V1"}]}, "recovery.assets.outcome"),
        ("report_tracing", {"assets": [{"label": "V7", "outcome": "traced"}]}, "assets.label.unknown"),
        ("report_tracing", {"new": [{"label": "V1", "description": "A flat."}]}, "assets.label.twice"),
        ("report_tracing", {"assets": [], "new": [], "searched": ""}, "recovery.searched.missing"),
        ("report_tracing", {"use_limits": ""}, "step.use_limits.missing"),
    ])  # fmt: skip
    assert a.owed(case) == [("use_limitation", "requesting", "standing")]
    assert case.request.state == "traced"


# What was only to be traced is frozen by a request that asks it (13(2)).
def test_a_request_that_traces_freezes_nothing(houses):
    case = a.arrived(a.draft(*houses, TRACE), "begin_tracing", "report_tracing")
    assert a.closed(case, "submit_freeze") == {"recovery.stage.traces_only"}


# A4, 2(f): a freeze names its order and authority, its scope, and when it ends by which law.
def test_a_freeze_names_its_order_and_its_end(houses):
    case = a.arrived(a.draft(*houses), "submit_freeze")
    a.tried_on_the_way(case, [
        ("report_freeze", {"order_number": ""}, "recovery.order_number.missing"),
        ("report_freeze", {"authority": ""}, "recovery.authority.missing"),
        ("report_freeze", {"scope": ""}, "recovery.scope.missing"),
        ("report_freeze", {"lapse_rule": ""}, "recovery.lapse_rule.missing"),
        ("report_freeze", {"law": ""}, "recovery.law.missing"),
        ("report_freeze", {"lapses_on": "2026-04-01"}, "recovery.needed_by.after_lapse"),
        ("report_freeze", {"needed": ""}, "recovery.needed.missing"),
        ("report_freeze", {"assets": [{"label": "V9"}]}, "assets.label.unknown"),
        ("report_freeze", {"assets": [{"label": "V1", "amount": "1.005", "currency": "USD"}]}, "assets.amount.finer"),
    ])  # fmt: skip


# A freeze that has no last day names the rule that ends it.
def test_a_freeze_without_a_last_day(houses):
    case = a.arrived(a.draft(*houses), "submit_freeze")
    f.take(case, "report_freeze", {"lapses_on": None, "needed": "", "needed_by": None})
    f.take(case, "extend_freeze", {"lapses_on": None})
    assert case.request.state == "frozen"


# A5: the step is counted in when it is tried; only what is frozen on the day is extended, and for longer than before.
def test_a_freeze_is_kept_longer(frozen):
    a.tried_on_the_way(frozen, [
        ("ask_extension", {"facts_stand": False}, "recovery.facts_stand.missing"),
        ("ask_extension", {"until_on": "", "reason": "Needed."}, "recovery.until_on.missing"),
        ("extend_freeze", {"assets": []}, "recovery.assets.none"),
        ("extend_freeze", {"assets": ["V2"]}, "assets.freeze.none"),
        ("extend_freeze", {"lapses_on": "2099-06-30"}, "assets.freeze.not_longer"),
        ("extend_freeze", {"law": ""}, "recovery.law.missing"),
    ])  # fmt: skip
    assert a.closed(frozen, "decline_extension") == {"recovery.nothing_waits"}
    a.go(frozen, "ask_extension")
    assert a.closed(frozen, "decline_extension", reasons="") == {"step.reasons.missing"}
    a.go(frozen, "decline_extension")


# What has lapsed is neither extended nor lifted, and the freeze ends without anybody's step (A6).
def test_a_freeze_lapses(frozen):
    assert a.closed(frozen, "end_freeze") == {"recovery.freeze.still_held"}
    frozen.now = dt.datetime(2099, 7, 1, 12, tzinfo=dt.UTC)
    late = {"lapses_on": "2100-06-30"}
    assert a.closed(frozen, "ask_extension", until_on="2100-06-30") == {"recovery.freeze.none"}
    assert a.closed(frozen, "extend_freeze", ordered_on="2099-07-01", **late) == {"assets.freeze.lapsed_before"}
    assert a.closed(frozen, "lift_freeze", lifted_on="2099-07-01") == {"assets.freeze.lapsed_before"}
    f.take(frozen, "end_freeze")
    assert said(frozen)["recovery.freeze.over"] == Weight.HOLDS
    a.walk(frozen, ("close_measure", "closed"))


# On its last day a freeze still holds, where the acting authority is: 2 h UTC is the day before in Washington.
def test_a_freeze_holds_through_its_last_day(frozen):
    frozen.now = dt.datetime(2099, 7, 1, 2, tzinfo=dt.UTC)
    assert a.closed(frozen, "end_freeze") == {"recovery.freeze.still_held"}
    f.take(frozen, "extend_freeze", {"ordered_on": "2099-06-30", "lapses_on": "2100-06-30"})


# Half past three UTC is the day after the lapse in Brasília, and the last day on which it holds in Washington.
def test_a_case_is_closed_by_the_day_of_the_state_that_froze(frozen):
    f.take(frozen, "withdraw")
    frozen.now = dt.datetime(2099, 7, 1, 3, 30, tzinfo=dt.UTC)
    assert a.closed(frozen, "close_withdrawn") == {"recovery.freeze.still_held"}
    frozen.now += dt.timedelta(hours=1)
    f.take(frozen, "close_withdrawn")


# An extension that was ordered in time is reported late: the freeze never lapsed.
def test_an_extension_is_reported_late(frozen):
    frozen.now = dt.datetime(2099, 7, 2, 12, tzinfo=dt.UTC)
    f.take(frozen, "extend_freeze", {"ordered_on": "2099-06-30", "lapses_on": "2100-06-30"})
    assert a.closed(frozen, "end_freeze") == {"recovery.freeze.still_held"}


# A6, 18(24): why and since when the property is free; that the other side was not heard is said.
def test_a_freeze_is_lifted(frozen):
    assert a.closed(frozen, "lift_freeze", cause="") == {"recovery.cause.missing"}
    assert a.closed(frozen, "lift_freeze", explanation="") == {"recovery.explanation.missing"}
    f.take(frozen, "lift_freeze", {"heard": ""})
    assert said(frozen)["recovery.heard.missing"] == Weight.WARNS
    assert a.closed(frozen, "lift_freeze") == {"assets.freeze.lifted_before"}
    f.take(frozen, "end_freeze")


# A freeze lives beside whatever else is done: after a withdrawal it is still lifted, and before that nothing is closed.
def test_a_withdrawal_sets_nothing_free(frozen):
    a.walk(frozen, ("withdraw", "withdrawn"))
    assert a.closed(frozen, "close_withdrawn") == {"recovery.freeze.still_held"}
    a.walk(frozen, ("extend_freeze", "withdrawn"), ("lift_freeze", "withdrawn"), ("close_withdrawn", "closed"))


# F19: an amended request is examined anew; what is frozen goes on by a step that says so.
def test_an_amended_request_is_examined_while_the_freeze_goes_on(frozen):
    a.go(frozen, "open_amendment")
    a.save(frozen, "measure", frozen.request.draft["measure"] | {"actions": "That two accounts be held."})
    a.go(frozen, "submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment")
    a.walk(frozen, ("examine_amendment", "examination"), ("continue_freeze", "frozen"))
    assert frozen.request.sent_version == 2


def test_nothing_goes_on_where_nothing_is_frozen(houses):
    case = a.arrived(a.draft(*houses))
    assert a.closed(case, "continue_freeze") == {"recovery.freeze.none"}


# A4, 18(23): no order is made: by whom and why; bank secrecy and fiscal matters are never why (12(6), 18(8), 18(22)).
def test_no_order_is_made(houses):
    case = a.arrived(a.draft(*houses), "submit_freeze")
    a.tried_on_the_way(case, [
        ("report_denial", {"ground": "bank_secrecy"}, "refusal.never.bank_secrecy"),
        ("report_denial", {"ground": "fiscal"}, "refusal.never.fiscal"),
        ("report_denial", {"ground": ""}, "recovery.denial.ground"),
        ("report_denial", {"reasons": ""}, "step.reasons.missing"),
    ])  # fmt: skip
    a.walk(case, ("close_measure", "closed"))


# F11, F12: questions during the work lead back to where it stood, and the freeze beside them is kept longer.
@pytest.mark.parametrize("steps", [(), ("begin_tracing",), ("submit_freeze",), ("submit_freeze", "report_freeze")])
def test_additional_information(houses, steps):
    case = a.arrived(a.draft(*houses), *steps)
    left = case.request.state
    a.go(case, "request_information")
    if left == "frozen":
        a.go(case, "ask_extension", "extend_freeze")
    a.walk(case, ("supply_information", left))


def test_a_step_waits_for_its_state(houses):
    case = a.arrived(a.draft(*houses))
    for step in ("report_tracing", "report_freeze", "report_confiscation", "dispose"):
        with pytest.raises(WrongState):
            f.take(case, step)


# The wrong amount in a currency nobody knows closes the step, wherever it stands.
def test_money_is_read(houses):
    case = a.arrived(a.draft(*houses, measure=MEASURE | {"stage": FREEZE}), "submit_freeze")
    wrong = [{"label": "V1", "amount": "1", "currency": "XXX"}]
    assert a.closed(case, "report_freeze", assets=wrong) == {"assets.currency.unknown"}
