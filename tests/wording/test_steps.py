"""Every step, state and paper of every table has its words, and no words stand for what no table has."""

import pytest
from flask import Flask
from flask_babel import Babel

from mla.documents.papers import printable
from mla.domain.kinds import assets, assistance, extradition, provisional
from mla.wording import steps as words

TABLES = (assistance.KIND, extradition.KIND, provisional.KIND, assets.KIND)
STEPS = [step for kind in TABLES for step in kind.steps]
ROWS = {row.records or row.name for kind in TABLES for row in kind.recordings}
#: What a row of no table leads to: a file handed in, or the record of a paper.
FILES = {step.uploads for step in STEPS} | {"incoming_paper"}


@pytest.fixture(autouse=True)
def context():
    app = Flask("wording")
    Babel(app)
    with app.app_context():
        yield


@pytest.mark.parametrize("vocabulary", [words.TITLES, words.DOES, words.DONE])
def test_each_step_has_its_words_and_none_is_idle(vocabulary):
    assert vocabulary.keys() == {step.name for step in STEPS} | ROWS


def test_each_state_has_its_name_and_none_is_idle():
    assert words.STATES.keys() == {state for kind in TABLES for state in kind.states}


def test_each_paper_has_its_name():
    papers = {name for step in STEPS for name in (*step.documents, *step.hands_over, step.uploads) if name}
    assert papers <= words.PAPERS.keys()
    assert words.PAPERS.keys() <= papers | FILES | printable("assistance")


def test_each_kind_has_its_name():
    assert words.KINDS.keys() == {kind.name for kind in TABLES}


def test_what_was_done_is_said_of_who_did_it():
    for step in words.DONE:
        assert words.done(step, "The clerk", 3).startswith("The clerk ")


# What several kinds share is said without the name of one.
def test_what_a_person_request_shares_does_not_speak_of_assistance():
    for kind in (extradition.KIND, provisional.KIND):
        for step in kind.steps:
            said = f"{words.TITLES[step.name]} {words.DOES[step.name]} {words.done(step.name, 'A', 1)}"
            assert "assistance" not in said.lower(), step.name
        assert not [s for s in kind.states if "assistance" in str(words.STATES[s]).lower()]
        assert not [p for s in kind.steps for p in s.documents if "assistance" in str(words.PAPERS[p]).lower()]
