"""An amended request from the first word to the other side (F19): the whole way, twice gated, and no leak."""

import datetime as dt
import json

import pytest

from mla.domain.errors import NotAllowed, StepClosed
from mla.extensions import db
from mla.queries import cases
from mla.services import audit, casework, drafting, matters, record
from tests import factories as f

PURPOSE = {"text": "To prove where the money went, and to whom."}


def amend(case, value=PURPOSE, section="purpose"):
    """Open an amendment and change a section."""
    f.take(case, "open_amendment")
    mark = matters.section_mark(case.request, section)
    matters.save_section(case.request.id, section, value, mark, case.requesting["drafter"].id, case.now)


def on_the_way(case, *steps):
    for step in steps:
        f.take(case, step)


WAY = ("submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment")


@pytest.fixture
def case(app):
    return f.drive(f.draft(*f.houses()), "accepted")


def read_by_the_other(case):
    return json.loads(cases.version(case.request, case.requested.authority.id).content)["purpose"]


# The other side reads the version that was sent, until the amended one passes; then it examines that one.
def test_an_amended_request_takes_the_whole_way(case):
    first = read_by_the_other(case)
    amend(case)
    on_the_way(case, *WAY[:-1])
    assert (read_by_the_other(case), case.request.state) == (first, "accepted")
    f.take(case, "transmit_amendment")
    assert (read_by_the_other(case), case.request.sent_version) == (PURPOSE, 2)
    with pytest.raises(StepClosed, match="unexamined"):
        f.take(case, "mandate_execution")
    on_the_way(case, "examine_amendment", "accept", "mandate_execution")
    assert case.request.state == "executing"
    assert audit.verify(case.request) == []


# The letter says which letter it replaces and what changes; it passes, and the first one stays as it was.
def test_the_amended_letter_names_the_one_it_replaces(case):
    amend(case)
    on_the_way(case, *WAY)
    letters = [d for d in case.request.documents if d.kind == "request"]
    assert [d.number.rpartition("-")[2] for d in letters] == ["01", "02"]
    assert [d.version for d in letters] == [1, 2]
    said = json.loads(letters[1].snapshot)["extra"]["amends"]
    assert said == {"number": letters[0].number, "dated_on": "2026-03-12", "changes": "A third account was found."}
    assert all(d.passage for d in letters)


# Nothing of the preparation passes: no paper, no entry, no word, whatever step the requested side takes meanwhile.
def test_nothing_of_the_preparation_passes(case):
    amend(case)
    on_the_way(case, "submit_amendment", "approve_amendment", "sign_amendment", "mandate_execution")
    other = case.requested.authority.id
    mandate = record.bodies(case.request)[-1]
    assert mandate["version"]["number"] == 1
    assert {d.version for d in cases.documents(case.request, other)} == {1}
    inside = [e for e in case.request.entries if json.loads(e.body.body)["step"].endswith("_amendment")]
    assert len(inside) == 4
    assert not any(cases.readable_entry(entry, other) for entry in inside)


# Dropped, it leaves the request as it was sent, and another may be begun.
def test_a_dropped_amendment_leaves_the_request_as_it_was(case):
    amend(case)
    on_the_way(case, "submit_amendment", "drop_amendment")
    content, _ = drafting.about(case.request, "mandate_execution")
    assert content["purpose"] == f.SECTIONS["purpose"]
    amended = matters.section_mark(case.request, "purpose")
    with pytest.raises(NotAllowed):
        matters.save_section(case.request.id, "purpose", PURPOSE, amended, case.requesting["drafter"].id, case.now)
    amend(case)
    on_the_way(case, *WAY)
    assert [v.number for v in case.request.versions] == [1, 2, 3]


# Returned, it is written again, and only the version that was approved last is signed.
def test_a_returned_amendment_is_written_again(case):
    amend(case)
    on_the_way(case, "submit_amendment", "approve_amendment", "return_amendment")
    mark = matters.section_mark(case.request, "purpose")
    again = {"text": "To prove to whom the money went."}
    matters.save_section(case.request.id, "purpose", again, mark, case.requesting["drafter"].id, case.now)
    f.take(case, "submit_amendment")
    with pytest.raises(StepClosed):
        f.take(case, "sign_amendment")
    on_the_way(case, *WAY[1:])
    assert read_by_the_other(case) == again


# Rule 1: an amended request passes the gate of the first, on its own day (38, 40) and by three people.
def test_an_amended_request_is_gated_anew(case):
    amend(case)
    f.take(case, "submit_amendment")
    with pytest.raises(StepClosed, match="other"):
        f.take(case, "approve_amendment", {"version_hash": case.request.versions[0].sha256})
    on_the_way(case, "approve_amendment")
    _holds_also(case, "reviewer", "signatory")
    reviewer, answers = case.requesting["reviewer"].id, f.answers(case, "sign_amendment")
    with pytest.raises(StepClosed, match="signatory_reviewed"):
        casework.perform(case.request.id, "sign_amendment", reviewer, case.now, case.request.state, answers)


def test_an_amended_request_is_not_sent_once_a_state_has_left(case):
    amend(case)
    on_the_way(case, "submit_amendment", "approve_amendment", "sign_amendment")
    f.denounce("BRA", dt.date(2026, 3, 12))
    case.now = dt.datetime(2027, 3, 20, tzinfo=dt.UTC)
    with pytest.raises(StepClosed, match="party"):
        f.take(case, "transmit_amendment")
    assert case.request.sent_version == 1


def _holds_also(case, role, other):
    person = case.requesting[role]
    person.roles = [*person.roles, *case.requesting[other].roles]
    db.session.commit()
