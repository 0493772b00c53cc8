"""A request about assets from draft to closure, step by step through the pages: rows A1 to A16, with real papers."""

import uuid

import pytest

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, TRACE
from mla.domain.kinds.assets import KIND
from mla.extensions import db
from mla.models import Request
from mla.services import audit
from tests import assets as a
from tests import factories as f
from tests.domain import assets_cases
from tests.web.test_extradition_way import FIRST, walk

TRACED = ["begin_tracing", "report_tracing"]
FROZEN = ["submit_freeze", "report_freeze"]
LIFTED = ["notify_unjustified", "lift_freeze", "end_freeze", "close_measure"]
HEARD = ["notify_third_parties", "record_claims", "decide_claims"]
TAKEN = ["begin_court_phase", *HEARD, "report_confiscation"]
PAID = ["dispose", "confirm_payment", "close_disposed"]
#: From the examination: the stage that is asked, the steps in their order, and where the request then stands.
WAYS = {
    "A1, A2 traced": (TRACE, [*TRACED, "close_measure"], "closed"),
    "A1 to A6 traced, frozen, held longer, lifted": (
        FREEZE, [*TRACED, *FROZEN, "ask_extension", "extend_freeze", *LIFTED], "closed",
    ),
    "A4 a court makes no order": (FREEZE, ["submit_freeze", "report_denial", "close_measure"], "closed"),
    "A4, A5, A11 goes on on conditions, and no longer": (
        FREEZE, [*FROZEN, "open_consultation", "offer_conditions", "accept_conditions", "continue_freeze",
                 "ask_extension", "decline_extension"], "frozen",
    ),
    "A8 to A10, A12 to A14 confiscated, sold, return considered, shared": (
        OBTAIN, [*TAKEN, "report_realisation", "ask_return", "answer_disposal", "consider_return", "propose_sharing",
                 "accept_sharing", *PAID], "closed",
    ),
    "A10, A13, A14 handed over as it is, and not shared": (
        ENFORCE, [*FROZEN, *TAKEN, "open_disposal", "propose_sharing", "decline_sharing"], "disposal_consultation",
    ),
    "A11 refused since it is not covered": (
        FREEZE, ["open_consultation", "answer_consultation", "refuse_not_covered", "close_refused"], "closed",
    ),
    "A15, A16 other States, and the order ends": (
        ENFORCE, ["begin_court_phase", "notify_other_states", "report_recovery", "notify_unenforceable",
                  "report_denial"], "denied",
    ),
}  # fmt: skip


@pytest.fixture
def engine(engine_of):
    return engine_of("sqlite")


@pytest.mark.parametrize("way", WAYS)
def test_the_ways_of_a_request_about_assets(app, sign_in, way):
    stage, steps, state = WAYS[way]
    case = a.draft(*f.houses(), stage)
    walk(case, (*FIRST, "open_examination", *steps), sign_in)
    assert (case.request.state, audit.verify(case.request)) == (state, [])


# A7: confiscation is asked by a request of its own, in favour of which the freeze is closed; the freeze itself goes on.
def test_a_confiscation_follows_a_freeze(app, sign_in):
    case = a.draft(*f.houses())
    walk(case, (*FIRST, "open_examination", *FROZEN), sign_in)
    drafter = sign_in(case.requesting["drafter"])
    opened = drafter.post(f"/requests/{case.request.id}/confiscation", data={"route": ENFORCE})
    part = f.Case(
        db.session.get_one(Request, uuid.UUID(opened.location.split("/")[2])), case.requesting, case.requested
    )
    a.save(part, "measure", assets_cases.complete(ENFORCE)["measure"])
    a.save(part, "purpose", {"text": "To confiscate the account."})
    walk(part, FIRST, sign_in)
    walk(case, ["close_followed"], sign_in, followed_by=part.request.requesting_reference)
    assert case.request.state == "closed"
    walk(case, ["ask_extension", "extend_freeze"], sign_in)
    walk(part, ["open_examination", "begin_court_phase", "report_confiscation"], sign_in)
    assert (part.request.state, audit.verify(case.request), audit.verify(part.request)) == ("confiscated", [], [])


# What these ways take is every step that the table of assets brings.
def test_no_step_of_assets_is_left_out():
    taken = {step for _, steps, _ in WAYS.values() for step in steps}
    brought = {step.name for step in KIND.steps if step.row.startswith("A")}
    assert brought - taken == {"close_followed"}  # A7, above
