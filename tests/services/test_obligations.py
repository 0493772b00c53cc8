"""The ledger of a case as the services keep it: guards, rows in the step's own transaction, drift, who reads what."""

import pytest
from sqlalchemy import func, select

from mla.domain.errors import StepClosed
from mla.extensions import db
from mla.models import OwedRow
from mla.queries import obligations as queries
from mla.services import audit, casework, obligations
from tests import factories as f

ORIGINALS = {
    "items": [{"description": "Passport", "form": "", "pages": None, "original": True}],
    "return_conditions": "By courier.",
    "return_on": "2027-06-01",
}


@pytest.fixture
def houses(app):
    return f.houses()


@pytest.fixture
def case(houses):
    """Results with an original came and were confirmed; the request was to be kept confidential."""
    made = f.drive(f.draft(*houses, confidentiality={"asked": True, "reasons": "A search."}), "executed")
    f.take(made, "send_results", ORIGINALS)
    f.take(made, "confirm_results")
    return made


def kept(case):
    found = obligations.rows(case.request).values()
    return [(row.label, row.sort, row.status, row.due_on and row.due_on.isoformat()) for row in found]


ARISEN = [
    ("B1", "confidentiality", "standing", None),
    ("B2", "use_limitation", "standing", None),
    ("B3", "return_of_originals", "open", "2027-06-01"),
]


# Every step writes the rows that its history gives; who holds and who is owed are the two authorities.
def test_the_rows_follow_the_history(case):
    assert kept(case) == ARISEN
    row = obligations.rows(case.request)[2]
    assert (row.holder_id, row.owed_to_id) == (case.requesting.authority.id, case.requested.authority.id)
    f.take(case, "discharge_obligation", {"obligation": "B3"})
    assert kept(case)[2] == ("B3", "return_of_originals", "discharged", "2027-06-01")
    assert audit.verify(case.request) == []


# The other side releases; what stands for good is its alone to release.
def test_the_other_side_releases(case):
    with pytest.raises(StepClosed, match="stands"):
        f.take(case, "discharge_obligation", {"obligation": "B2"})
    with pytest.raises(StepClosed, match="missing"):
        f.take(case, "discharge_obligation", {"obligation": "B9"})
    decider = case.requested["decider"]
    given = f.answers(case, "discharge_obligation") | {"obligation": "B2", "files": [f.file()]}
    done = casework.perform(
        case.request.id, "discharge_obligation", decider.id, case.now, "results_confirmed", given
    )  # fmt: skip
    assert kept(case)[1][2] == "released"
    assert [d.kind for d in done.documents] == ["obligation_notice", "proof"]


# A closed step leaves no row behind: the rows are written in its own transaction.
def test_a_refused_step_changes_no_row(case):
    with pytest.raises(StepClosed):
        f.take(case, "discharge_obligation", {"obligation": "B3", "account": ""})
    assert kept(case) == ARISEN


def test_costs_are_consulted_on_agreed_and_paid_before_the_case_is_closed(case):
    f.take(case, "consult_costs")
    f.take(case, "answer_costs", {"due_on": "2027-01-31"})
    with pytest.raises(StepClosed) as refused:
        f.take(case, "close", {"returns": "done"})
    assert [x.values["label"] for x in refused.value.findings] == ["B4", "B5"]
    assert {x.code for x in refused.value.findings} == {"obligation.undone_by"}
    for label in ("B4", "B5"):
        f.take(case, "discharge_obligation", {"obligation": label})
    f.take(case, "close", {"returns": "done"})
    assert [row[2] for row in kept(case)] == ["standing", "standing", "discharged", "discharged", "released"]


# M15: consent to another use and notice of a disclosure outlive the case, in the state that is final.
def test_after_closing(case):
    f.take(case, "close", {"returns": "scheduled", "returns_on": "2027-08-01"})
    assert kept(case)[2] == ("B3", "return_of_originals", "open", "2027-08-01")
    for step in ("ask_other_use", "answer_other_use", "notify_exculpatory_disclosure", "answer_exculpatory"):
        f.take(case, step)
    assert kept(case)[3] == ("B4", "consultation_on_disclosure", "open", None)
    for label in ("B3", "B4"):
        f.take(case, "discharge_obligation", {"obligation": label})
    assert (case.request.state, [row[2] for row in kept(case)[2:]]) == ("closed", ["discharged", "discharged"])
    assert audit.verify(case.request) == []


# A withdrawn request is closed once what is owed is done.
def test_a_withdrawn_request_waits_for_the_return(case):
    f.take(case, "withdraw")
    with pytest.raises(StepClosed, match="undone"):
        f.take(case, "close_withdrawn")
    f.take(case, "discharge_obligation", {"obligation": "B3"})
    f.take(case, "close_withdrawn")
    assert case.request.state == "closed"


# Rows that were changed, removed or added by hand are drift: it is reported, and written anew.
@pytest.mark.parametrize("spoil", ["change", "remove", "add"])
def test_drift_is_found_and_mended(case, spoil):
    row = obligations.rows(case.request)[3]
    if spoil == "change":
        row.status = "released"
    elif spoil == "remove":
        db.session.delete(row)
    else:
        values = {name: getattr(row, name) for name in obligations.COLUMNS}
        db.session.add(OwedRow(**values | {"position": 4}))
    db.session.commit()
    found = [(p.cause, p.detail) for p in audit.verify(case.request)]
    assert found == [("obligation", "B4" if spoil == "add" else "B3")]
    assert obligations.project(case.request)
    assert not obligations.project(case.request)
    db.session.commit()
    assert (kept(case), audit.verify(case.request)) == (ARISEN, [])


def labels(house, own=True, statuses=("open",), after=None):
    return [(r.request_id, r.label) for r in queries.held(house.authority.id, statuses, own=own, after=after)]


# Each side lists what it owes and what it is owed, the earliest day first; a third authority finds nothing.
def test_who_lists_what(case, houses):
    one, other = houses
    third = f.house("CHE")
    identifier = case.request.id
    assert labels(one) == labels(other, own=False) == [(identifier, "B3")]
    assert labels(other, statuses=("standing",)) == [(identifier, "B1")]
    assert labels(third) == labels(third, own=False) == []
    assert [r.label for r in obligations.readable(case.request, other.authority.id)] == ["B1", "B2", "B3"]
    assert queries.one(one.authority.id, identifier, 3).label == "B3"
    assert queries.one(third.authority.id, identifier, 3) is None


# What arose by an entry that one side keeps to itself is not listed for the other.
def test_an_inner_entry_shows_nothing_to_the_other_side(case, houses):
    row = obligations.rows(case.request)[3]
    row.arose = next(e.seq for e in case.request.entries if e.visible_to != "both"
                     and e.authority_id == case.requested.authority.id)  # fmt: skip
    db.session.commit()
    one, other = houses
    assert queries.one(one.authority.id, case.request.id, 3) is None
    assert queries.one(other.authority.id, case.request.id, 3).label == "B3"


# Nor is it on the page of the case, which reads the history itself.
def test_what_arose_by_an_inner_entry_is_not_told_to_the_other_side(case, houses):
    one, other = houses
    arose = obligations.rows(case.request)[3].arose
    entry = next(e for e in case.request.entries if e.seq == arose)
    with db.session.no_autoflush:
        entry.visible_to, entry.authority_id = "acting", case.requested.authority.id
        assert [r.label for r in obligations.readable(case.request, one.authority.id)] == ["B1"]
        assert [r.label for r in obligations.readable(case.request, other.authority.id)] == ["B1", "B2", "B3"]
    db.session.rollback()


# Lists go from page to page by key: every row once, in order, whatever is on the pages before.
def test_pages_go_by_key(case, houses, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    for _round in range(2):
        f.take(case, "consult_costs")
        f.take(case, "answer_costs", {"payer": "requesting", "due_on": "2027-01-31"})
    f.take(case, "consult_costs")
    f.take(case, "answer_costs", {"payer": "requesting"})
    seen, after = [], None
    while found := queries.held(houses[0].authority.id, ["open"], own=True, after=after):
        seen += [row.label for row in found[:2]]
        after = found[:2][-1]
    assert seen == ["B4", "B5", "B3", "B6"]


def test_what_is_overdue_is_computed(case, houses):
    day = obligations.rows(case.request)[3].due_on
    one, other = (house.authority.id for house in houses)
    assert queries.overdue(one, day, own=True) == 0
    assert queries.overdue(one, day.replace(day=2), own=True) == 1
    assert queries.overdue(other, day.replace(day=2), own=False) == 1
    assert queries.overdue(other, day.replace(day=2), own=True) == 0


def test_a_draft_owes_nothing(houses):
    f.draft(*houses, confidentiality={"asked": True, "reasons": "A search."})
    assert db.session.scalar(select(func.count()).select_from(OwedRow)) == 0
