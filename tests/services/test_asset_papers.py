"""The papers on property as the services issue them: rendered, and held against the print acceptance list."""

import json

import pytest

from mla.documents import acceptance, render
from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, STAGES, TRACE
from mla.services import custody
from tests import assets as a
from tests import factories as f

RENDER = render.render
COURT = ("begin_court_phase", "notify_third_parties", "record_claims", "decide_claims", "report_confiscation")
#: Ways that together issue every paper of the table that other kinds do not have, each with its stage.
WAYS = {
    "traced": (TRACE, ("begin_tracing", "report_tracing", "close_measure")),
    "frozen": (FREEZE, ("submit_freeze", "report_freeze", "ask_extension", "decline_extension", "ask_extension",
                        "extend_freeze", "notify_unjustified", "lift_freeze", "end_freeze", "close_measure")),
    "denied": (FREEZE, ("submit_freeze", "report_denial", "close_measure")),
    "not covered": (FREEZE, ("refuse_not_covered", "close_refused")),
    "obtained": (OBTAIN, ("submit_freeze", "report_freeze", *COURT, "open_disposal", "propose_sharing",
                          "decline_sharing", "dispose", "confirm_payment", "close_disposed")),
    "enforced": (ENFORCE, (*COURT, "notify_other_states", "report_realisation", "ask_return", "consider_return",
                           "answer_disposal", "propose_sharing", "accept_sharing", "dispose", "close_disposed")),
    "order ended": (ENFORCE, ("begin_court_phase", "notify_other_states", "report_recovery", "notify_unenforceable",
                              "withdraw")),
}  # fmt: skip


@pytest.fixture
def engine(engine_of):
    """One engine: what a paper looks like hangs on no database."""
    return engine_of("sqlite")


@pytest.fixture
def rendered(monkeypatch):
    """From its call on, papers are rendered as people get them."""
    return lambda: monkeypatch.setattr(render, "render", RENDER)


def faults(papers):
    """What the acceptance list finds wrong with the papers."""
    return [
        (paper.kind, fault)
        for paper in papers
        for fault in acceptance.examine(custody.fetch(paper.sha256), json.loads(paper.snapshot))
    ]


def issued(case, *steps):
    """The papers that the steps issue, without files handed in."""
    before = len(case.request.documents)
    a.go(case, *steps)
    return [paper for paper in case.request.documents[before:] if paper.snapshot]


@pytest.mark.parametrize("way", WAYS)
def test_every_paper_is_accepted(app, rendered, way):
    stage, steps = WAYS[way]
    case = a.examined(a.draft(*f.houses(), stage))
    rendered()
    papers = issued(case, *steps)
    assert len(papers) == len(steps) + ("dispose" in steps)  # a disposal is decided and certified
    assert faults(papers) == []
    a.whole(case)


LETTERS = ["working_draft", "party_status", "request", "transmission_note", "acknowledgement"]


@pytest.mark.parametrize("stage", STAGES)
def test_the_papers_of_the_letter_are_accepted(app, rendered, stage):
    case = a.draft(*f.houses(), stage)
    rendered()
    papers = issued(case, *a.TO_EXAMINATION)
    assert [paper.kind for paper in papers][:4] == LETTERS[:4]
    assert faults(papers) == []


# A paper says where the property stands with its step taken; papers of other kinds hold nothing of property.
def test_a_paper_holds_the_property_as_its_step_leaves_it(app):
    case = a.arrived(a.draft(*f.houses()), "submit_freeze", "report_freeze", "notify_unjustified", "lift_freeze")
    told = {paper.kind: json.loads(paper.snapshot)["extra"].get("estate") for paper in case.request.documents
            if paper.snapshot}  # fmt: skip
    assert told["freeze_submission"]["held"] == []
    assert told["freeze_notice"]["held"] == ["V1"]
    assert told["freeze_lifting"]["freezes"]["V1"]["hold"] == "lifted"
    assert told["request"] is None
    assert told["acknowledgement"] is None
