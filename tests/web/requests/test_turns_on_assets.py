"""Whose turn it is on assets: who holds property works on it, and who asked says what follows once it is held."""

import pytest

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, TRACE
from mla.services import casework
from mla.web.requests import standing
from tests import assets as a
from tests import factories as f

TRACED, FROZEN = ("begin_tracing", "report_tracing"), ("submit_freeze", "report_freeze")
TAKEN = ("begin_court_phase", "report_confiscation")
HERE, THERE = "requesting", "requested"


@pytest.fixture
def houses(app, fast_papers):
    return f.houses()


def of(case):
    """The side whose turn it is; empty where nobody is waited for."""
    turn = standing.turn(case.request, case.requesting["signatory"], case.now)
    return "" if turn is None else HERE if turn.own else THERE


@pytest.mark.parametrize(
    ("stage", "steps", "side"),
    [
        (TRACE, (), THERE),
        (TRACE, TRACED[:1], THERE),
        (TRACE, TRACED, HERE),
        (FREEZE, TRACED, THERE),
        (FREEZE, FROZEN[:1], THERE),
        (FREEZE, FROZEN, HERE),
        (OBTAIN, FROZEN, THERE),
        (FREEZE, (*FROZEN, "ask_extension"), THERE),
        (FREEZE, (*FROZEN, "ask_extension", "extend_freeze"), HERE),
        (FREEZE, (*FROZEN, "notify_unjustified"), THERE),
        (FREEZE, (*FROZEN, "notify_unjustified", "lift_freeze"), THERE),
        (FREEZE, (*FROZEN, "notify_unjustified", "lift_freeze", "end_freeze"), HERE),
        (FREEZE, (*FROZEN, "withdraw"), THERE),
        (FREEZE, (*FROZEN, "withdraw", "lift_freeze"), HERE),
        (FREEZE, ("submit_freeze", "report_denial"), HERE),
        (ENFORCE, ("begin_court_phase",), THERE),
        (ENFORCE, TAKEN, THERE),
        (ENFORCE, (*TAKEN, "ask_return"), THERE),
        (ENFORCE, (*TAKEN, "open_disposal"), HERE),
        (ENFORCE, (*TAKEN, "open_disposal", "answer_disposal"), THERE),
        (ENFORCE, (*TAKEN, "dispose"), HERE),
        (ENFORCE, (*TAKEN, "dispose", "confirm_payment"), HERE),
        (ENFORCE, (*TAKEN, "dispose", "close_disposed"), ""),
    ],
)
def test_who_is_waited_for(houses, stage, steps, side):
    assert of(a.arrived(a.draft(*houses, stage), *steps)) == side


# A proposal to share waits for the other side, whoever made it.
@pytest.mark.parametrize(("by", "side"), [(HERE, THERE), (THERE, HERE)])
def test_a_proposal_waits_for_the_other_side(houses, by, side):
    case = a.arrived(a.draft(*houses, ENFORCE), *TAKEN)
    person = getattr(case, by)["decider"]
    data = {"agreement": "case_by_case", "parts": "One half each.", "note": ""}
    casework.perform(case.request.id, "propose_sharing", person.id, case.now, case.request.state, data)
    assert of(case) == side


# What the case has no room for is no closed step of one's own: nothing is frozen, asked, proposed or claimed.
def test_what_is_not_listed(app, houses):
    case = a.arrived(a.draft(*houses))
    assert not listed(app, case) & {
        "ask_extension", "extend_freeze", "decline_extension", "notify_unjustified", "lift_freeze", "continue_freeze",
        "notify_unenforceable", "report_recovery",
    }  # fmt: skip
    a.go(case, *FROZEN)
    found = listed(app, case)
    assert found >= {"ask_extension", "extend_freeze", "notify_unjustified", "lift_freeze", "record_claims"}
    assert not found & {"decline_extension", "decide_claims"}


def listed(app, case):
    """The names of the steps that a case page lists for anybody, open or closed."""
    people = [person for house in (case.requesting, case.requested) for person in house.people.values()]
    with app.test_request_context():
        return {offer.name for person in people for offer in standing.offers(case.request, person, case.now)}
