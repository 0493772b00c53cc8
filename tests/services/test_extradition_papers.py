"""The papers of an extradition as the services issue them: rendered, and held against the print acceptance list."""

import json

import pytest

from mla.documents import acceptance, render
from mla.services import custody
from tests import extraditions as x
from tests import factories as f

RENDER = render.render
HANDED_OVER = ("arrange_surrender", "agree_surrender", "hand_over")
#: Ways that together issue every paper of the two tables.
WAYS = {
    "surrendered": ("begin_judicial_phase", "seek_assurance", "give_assurance", "grant", "postpone_surrender",
                    "surrender_temporarily", "return_person", *HANDED_OVER, "ask_speciality_consent",
                    "answer_speciality_consent", "close_surrendered"),
    "on conditions": ("begin_judicial_phase", "offer_conditions", "decline_conditions", "offer_conditions",
                      "accept_conditions", *HANDED_OVER, "discharge_obligation", "close_surrendered"),
    "consented": ("record_consent", *HANDED_OVER, "close_surrendered"),
    "consulted": ("seek_assurance", "decline_assurance", "open_consultation", "answer_consultation",
                  "end_consultation", "request_information", "supply_information", "refuse_extradition",
                  "close_refused"),
    "prosecuted": ("refuse_for_nationality", "ask_prosecution", "submit_prosecution", "report_prosecution",
                   "close_nationality"),
    "enforced": ("refuse_for_nationality", "apply_enforcement", "decide_enforcement", "close_nationality"),
    "neither": ("refuse_for_nationality", "ask_for_neither", "close_nationality"),
}  # fmt: skip
JUDGED = x.SECTIONS["file"] | {
    "sort": "conviction", "judgment_by": "Court of Brasília", "judgment_on": "2025-01-05", "sentence": "ten years",
    "remaining": "nine years", "enforceable": True,
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
    x.go(case, *steps)
    return [paper for paper in case.request.documents[before:] if paper.snapshot]


@pytest.mark.parametrize("way", WAYS)
def test_every_paper_is_accepted(app, rendered, way):
    sections = {"file": JUDGED} if way == "enforced" else {}
    case = x.examined(x.draft(*f.houses("BRA", "CHE"), **sections))
    rendered()
    papers = issued(case, *WAYS[way])
    assert len(papers) == len(WAYS[way])
    assert faults(papers) == []
    x.whole(case)


LETTERS = ["working_draft", "party_status", "request", "transmission_note", "acknowledgement"]


def test_the_papers_of_the_letter_are_accepted(app, rendered):
    case = x.draft(*f.houses("BRA", "CHE"))
    rendered()
    papers = issued(case, *x.TO_EXAMINATION)
    assert [paper.kind for paper in papers] == LETTERS
    assert faults(papers) == []


def test_the_papers_of_an_arrest_are_accepted(app, rendered):
    case = x.arrest(x.draft(*f.houses("BRA", "CHE")))
    rendered()
    papers = issued(case, "submit", "approve", "sign", "transmit", "acknowledge", "order_arrest", "extend_arrest",
                    "end_arrest", "close_arrest")  # fmt: skip
    assert [paper.kind for paper in papers] == [*LETTERS, "arrest_notice", "arrest_extension", "arrest_end",
                                                "closing_note"]  # fmt: skip
    assert faults(papers) == []
