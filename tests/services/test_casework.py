"""The path of one step: wholly or not at all, by whom the table says, on the day that the law says."""

import ast
import datetime as dt
import json
import uuid
from pathlib import Path

import pytest
from sqlalchemy import func, select

import mla
from mla.domain.errors import NotFound, StaleState, StepClosed, UnknownStep, WrongPerson, WrongState
from mla.domain.kinds.assistance import KIND
from mla.domain.workflow import NEW, examine
from mla.extensions import db
from mla.models import Counter, Document, Entry, EntryBody, Passage, Request, Version
from mla.queries import cases
from mla.services import audit, casework, record
from tests import factories as f

OUTCOMES = (Request, Version, Document, Entry, EntryBody, Passage, Counter)


def world() -> tuple:
    """All that a step may change, row by row."""
    db.session.expire_all()
    rows = [
        sorted(repr([getattr(row, c.key) for c in t.__table__.columns]) for row in db.session.scalars(select(t)))
        for t in OUTCOMES
    ]
    return tuple(map(tuple, rows))


def entry_of(case, step):
    return next(b for b in record.bodies(case.request) if b["step"] == step)


def test_a_request_goes_from_draft_to_closure(app):
    case = f.drive(f.draft(*f.houses()), "closed")
    bodies = record.bodies(case.request)
    assert [b["step"] for b in bodies] == case.taken
    assert [b["from"] for b in bodies] == [NEW, *(b["to"] for b in bodies[:-1])]
    assert audit.verify(case.request) == []
    assert case.request.requesting_reference.startswith("BRA-DRCI/MLA/2026/00001-")
    assert case.request.requested_reference.startswith("USA-OIA/MLA/2026/00001-")


# Each step leaves the papers of its row, under numbers that are never used twice.
def test_every_step_issues_the_papers_of_its_row(app):
    case = f.drive(f.draft(*f.houses()), "closed")
    for body in record.bodies(case.request):
        assert [d["kind"] for d in body["documents"]] == list(KIND.step(body["step"]).documents)
    numbers = [d.number for d in case.request.documents]
    assert len(set(numbers)) == len(numbers)
    letter = next(d for d in case.request.documents if d.kind == "request")
    assert letter.number == f"{case.request.requesting_reference}-REQ-01"


# An entry says who, when, on what ground, from where to where, and what the register said.
def test_an_entry_says_who_when_why_and_on_what_ground(app):
    case = f.drive(f.draft(*f.houses()), "approved")
    body = entry_of(case, "approve")
    reviewer = case.requesting["reviewer"]
    assert body["actor"] == {"id": str(reviewer.id), "name": reviewer.name, "title": reviewer.title}
    assert (body["row"], body["article"], body["roles"], body["side"]) == (
        "F4",
        "37-40; 18(7); 18(13)",
        ["reviewer"],
        "requesting",
    )
    assert (body["from"], body["to"], body["happened_on"]) == ("in_review", "approved", "2026-03-12")
    assert {x["values"]["state"] for x in body["findings"] if x["code"].startswith("party.bound")} == {"BRA", "USA"}
    assert body["version"] == {"number": 1, "sha256": case.request.versions[0].sha256}


# The day of a guard is the date in the acting authority's time zone (rule 2).
@pytest.mark.parametrize(("hour", "day"), [(2, "2026-03-11"), (4, "2026-03-12")])
def test_the_day_is_the_acting_authoritys(app, hour, day):
    case = f.draft(*f.houses())
    case.now = dt.datetime(2026, 3, 12, hour, tzinfo=dt.UTC)
    f.take(case, "submit")
    assert entry_of(case, "submit")["happened_on"] == day


NOON = dt.time(15, tzinfo=dt.UTC)


GATE = [
    ("ESP", "2004-02-27", False),
    ("ESP", "2004-02-28", True),
    ("IRN", "2025-09-04", False),
    ("IRN", "2025-09-05", True),
    ("COG", "2026-03-12", False),
    ("PNG", "2026-03-12", False),
]


def addressed_to(monkeypatch, requested: str, day: str) -> f.Case:
    """A submitted request from Brazil, and noon of the day."""
    monkeypatch.setitem(f.HOUSES, requested, ("CA", "Central authority", "UTC", "Capital"))
    case = f.draft(*f.houses("BRA", requested))
    f.take(case, "submit")
    case.now = dt.datetime.combine(dt.date.fromisoformat(day), NOON)
    return case


def tried(case: f.Case, step: str, open_: bool) -> None:
    """The step passes if it is open; else it is refused with every reason, and nothing has changed."""
    if open_:
        f.take(case, step)
        return
    before = world()
    with pytest.raises(StepClosed) as closed:
        f.take(case, step)
    assert any(x.code.startswith("party.") and x.article for x in closed.value.findings)
    assert world() == before


# Approval under the Convention: closed on the day before the later State's entry into force, open on the day; for a
# State bound since 2003, one bound in 2025, one that only signed, one that did neither (38, 40).
@pytest.mark.parametrize(("requested", "day", "open_"), GATE)
def test_approval_opens_on_the_day(app, monkeypatch, requested, day, open_):
    tried(addressed_to(monkeypatch, requested, day), "approve", open_)


# Transmission asks again, on its own day (rule 1): an approval and a signature do not carry it.
@pytest.mark.parametrize(("requested", "day", "open_"), [row for row in GATE if row[0] in ("ESP", "IRN")])
def test_transmission_opens_on_the_day(app, monkeypatch, requested, day, open_):
    case = addressed_to(monkeypatch, requested, "2026-03-01")
    f.take(case, "approve")
    f.take(case, "sign")
    case.now = dt.datetime.combine(dt.date.fromisoformat(day), NOON)
    tried(case, "transmit", open_)


# A step tried in another state than the person saw is stale, whatever it is.
def test_a_state_that_passed_is_stale(app):
    case = f.drive(f.draft(*f.houses()), "in_review")
    with pytest.raises(StaleState) as stale:
        casework.perform(case.request.id, "approve", case.requesting["reviewer"].id, case.now, "draft", {})
    assert (stale.value.seen, stale.value.actual) == ("draft", "in_review")


def test_wrong_people_states_and_names_change_nothing(app):
    case = f.drive(f.draft(*f.houses()), "in_review")
    before = world()
    tries = [
        ("approve", case.requesting["signatory"], WrongPerson),
        ("acknowledge", case.requesting["registry"], WrongState),
        ("fly", case.requesting["reviewer"], UnknownStep),
        ("approve", case.requested["reviewer"], NotFound),
        ("approve", f.house("CHE")["reviewer"], NotFound),
    ]
    for step, person, error in tries:
        with pytest.raises(error):
            casework.perform(case.request.id, step, person.id, case.now, "in_review", {})
    with pytest.raises(NotFound):
        casework.perform(uuid.uuid4(), "approve", case.requesting["reviewer"].id, case.now, "in_review", {})
    assert world() == before


# A request is drawn from a matter of one's own, for another State.
def test_whose_matter_and_which_state(app):
    brazil, states = f.houses()
    case = f.draft(brazil, states)
    matter = case.request.matter_id
    for person, addressee, error in [
        (states["drafter"], brazil.authority.id, NotFound),
        (brazil["drafter"], uuid.uuid4(), NotFound),
        (brazil["drafter"], brazil.authority.id, StepClosed),
        (brazil["reviewer"], states.authority.id, WrongPerson),
    ]:
        with pytest.raises(error):
            casework.open_request(matter, "assistance", addressee, "Title", person.id, f.NOW)
    assert db.session.scalar(select(func.count()).select_from(Request)) == 1


# What is approved, signed and sent is one version; a recalled one stays, and the next has the next number.
def test_a_recalled_version_stays_at_home(app):
    case = f.drive(f.draft(*f.houses()), "signed")
    f.take(case, "attach_signed_copy")
    f.take(case, "recall")
    for step in ("submit", "approve", "sign", "transmit"):
        f.take(case, step)
    assert [v.number for v in case.request.versions] == [1, 2]
    assert case.request.sent_version == 2
    passed = cases.documents(case.request, case.requested.authority.id)
    assert [(d.kind, d.version) for d in passed] == [("party_status", 2), ("request", 2), ("transmission_note", 2)]
    assert len(cases.documents(case.request, case.requesting.authority.id)) > len(passed)


# A signature given to one version does not count for the next.
def test_a_signature_does_not_outlive_its_version(app):
    case = f.drive(f.draft(*f.houses()), "signed")
    f.take(case, "recall")
    f.take(case, "submit")
    with pytest.raises(WrongState):
        f.take(case, "transmit")
    bodies = record.bodies(case.request)
    from mla.services import gather

    facts = gather.facts(case.request, "transmit", case.requesting["registry"], case.now, {}, bodies)
    assert (facts.reviewer, facts.signatory) == (None, None)


# Evidence and the report leave the requested State when its decider sends them, not before.
def test_evidence_passes_when_it_is_sent(app):
    case = f.drive(f.draft(*f.houses()), "executing")
    f.take(case, "report_execution", {"files": [f.file("statement.pdf", b"%PDF evidence")]})
    seen = lambda: {d.kind for d in cases.documents(case.request, case.requesting.authority.id)}  # noqa: E731
    assert not {"execution_report", "evidence", "execution_mandate"} & seen()
    f.take(case, "send_results")
    assert {"execution_report", "evidence", "results", "authenticity_certificate"} <= seen()
    assert "execution_mandate" not in seen()


def test_information_is_asked_and_supplied_and_the_case_goes_on(app):
    case = f.drive(f.draft(*f.houses()), "accepted")
    f.take(case, "request_information")
    with pytest.raises(StepClosed):
        f.take(case, "supply_information", {"answers": []})
    f.take(case, "supply_information", {"files": [f.file()]})
    assert case.request.state == "accepted"
    assert {d.kind for d in case.request.documents} >= {
        "information_request",
        "supplementary_information",
        "supplement",
    }


@pytest.mark.parametrize(("end", "closing"), [("refuse", "close_refused"), ("withdraw", "close_withdrawn")])
def test_what_was_refused_or_withdrawn_is_closed_with_a_note(app, end, closing):
    case = f.drive(f.draft(*f.houses()), "examination")
    f.take(case, end)
    f.take(case, closing)
    assert case.request.state == "closed"
    assert case.request.documents[-1].kind == "closing_note"


# What was never sent is abandoned, and the other side never hears of it.
def test_an_abandoned_draft_stays_unknown(app):
    case = f.drive(f.draft(*f.houses()), "signed")
    f.take(case, "abandon")
    assert db.session.scalars(cases.visible(case.requested.authority.id)).all() == []
    assert entry_of(case, "abandon")["documents"] == []


# A wrong record is rectified by a new entry that those see who see the wrong one; it changes no state.
@pytest.mark.parametrize(("step", "seen"), [("submit", "acting"), ("transmit", "both")])
def test_a_correction_is_a_new_entry(app, step, seen):
    case = f.drive(f.draft(*f.houses()), "received")
    number = case.taken.index(step) + 1
    f.take(case, "correct_record", {"entry": number, "error": "wrong day", "right": "11 March 2026"})
    assert (case.request.state, case.request.entries[-1].visible_to) == ("received", seen)
    with pytest.raises(StepClosed):
        f.take(case, "correct_record", {"entry": case.taken.index("acknowledge") + 1, "error": "x", "right": "y"})


# Decisions stand on what held at receipt: it is kept in the entry of the acknowledgement.
def test_the_status_of_the_day_of_receipt_is_kept(app):
    case = f.drive(f.draft(*f.houses()), "accepted")
    kept = [x["code"] for x in entry_of(case, "acknowledge")["findings"]]
    assert kept[0] == "receipt.both_bound"
    assert "receipt.both_bound" in [x["code"] for x in entry_of(case, "accept")["findings"]]


# The findings that a page shows beforehand are those that the step meets.
def test_what_the_page_says_is_what_the_step_finds(app):
    case = f.drive(f.draft(*f.houses()), "in_review")
    step = KIND.step("approve")
    shown = examine(
        casework.case_of(case.request, step, case.requesting["reviewer"], case.now, f.answers(case, "approve"))
    )
    f.take(case, "approve")
    assert [x.plain() for x in shown] == entry_of(case, "approve")["findings"]


# A preview is watermarked, and leaves nothing behind.
def test_a_preview_leaves_nothing(app):
    case = f.drive(f.draft(*f.houses()), "approved")
    before = world()
    step = KIND.step("sign")
    pdf = casework.preview(
        case.request, step, "request", case.requesting["signatory"], case.now, f.answers(case, "sign")
    )
    assert json.loads(pdf)["watermark"] == "draft"
    assert world() == before


# The state column is assigned in one line of the code.
def test_the_state_is_assigned_in_one_place():
    def assigned(node):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        flat = [t for target in targets for t in (target.elts if isinstance(target, ast.Tuple) else [target])]
        return any(isinstance(t, ast.Attribute) and t.attr == "state" and ast.unparse(t.value) != "self" for t in flat)

    found = []
    for path in Path(mla.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and assigned(node):
                found.append(f"{path.name}:{node.lineno}")
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
                "setattr",
                "update",
            ):
                assert not any(isinstance(a, ast.Constant) and a.value == "state" for a in node.args), path
    assert [place.split(":")[0] for place in found] == ["casework.py"]


# A consultation is opened, answered and ended, each with its paper, and the case goes on from where it was left.
def test_a_consultation_returns_to_where_it_was_left(app):
    case = f.drive(f.draft(*f.houses()), "accepted")
    for step in ("open_consultation", "answer_consultation", "end_consultation"):
        f.take(case, step)
    assert case.request.state == "accepted"
    answer = next(
        d for d in case.request.documents if d.kind == entry_of(case, "answer_consultation")["documents"][0]["kind"]
    )
    assert json.loads(answer.snapshot)["extra"]["consultation"]
