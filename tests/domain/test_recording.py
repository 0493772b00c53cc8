"""Acts of a counterpart on paper (law.md 9, rules 2 and 4): recorded as facts, warned of, never closed."""

import datetime as dt
from dataclasses import replace

import pytest

from mla.domain import history, recording
from mla.domain.course import Course, course
from mla.domain.errors import StepClosed, UnknownStep, WrongPerson
from mla.domain.findings import Finding, Weight, closing
from mla.domain.kinds.assistance import AFTER_SENDING, KIND
from mla.domain.refusal import replied
from mla.domain.workflow import NEW, RETURNS, STAYS, UNDOES, Actor, Case, Guard, Role, Side, fire

from .cases import consultation, facts

TOLD = {
    "reference": "0.21/77", "dated_on": "2026-03-01", "happened_on": "2026-03-01", "today": "2026-03-12",
    "files": [{"name": "scan.pdf"}], "no_scan": "", "their_reference": "",
}  # fmt: skip
REGISTRY = frozenset({Role.REGISTRY})
ROWS = [(row, source) for row in KIND.recordings for source in row.sources]


def case(row, state, told=(), left=None, **changes):
    known = {"on_paper": True, "incoming": TOLD | dict(told), "data": {"summary": "x", "reason": "x"},
             "course": Course(stands=state, recorded=True)}  # fmt: skip
    side = Side.REQUESTING if row.side is Side.EITHER else row.side
    return Case(state, row, Actor("clerk", side, REGISTRY), facts(**(known | changes)), left)


def left_of(row, state):
    return KIND.targets(row, state)[0] if row.target in (RETURNS, UNDOES) else None


# An act recorded from paper is a fact: with nothing told but the paper itself, its own guards close nothing, and the
# record goes straight to the state that the paper shows, from any state after sending.
@pytest.mark.parametrize(("row", "source"), ROWS, ids=lambda v: getattr(v, "name", v))
def test_every_act_is_recorded_whatever_it_lacks(row, source):
    left = left_of(row, source)
    wanted = {STAYS: source, RETURNS: left, UNDOES: left}.get(row.target, row.target)
    assert fire(KIND, case(row, source, left=left)) == wanted


# A record is the registry's of the other side alone.
@pytest.mark.parametrize("row", KIND.recordings, ids=lambda r: r.name)
@pytest.mark.parametrize("role", [r for r in Role if r is not Role.REGISTRY])
def test_only_the_registry_records(row, role):
    tried = case(row, row.sources[0], left=left_of(row, row.sources[0]))
    tried.actor = replace(tried.actor, roles=frozenset({role}))
    with pytest.raises(WrongPerson):
        fire(KIND, tried)


# What makes a record usable is required: the paper's reference, the day, not to come, and a scan or why there is none.
@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"reference": " "}, "incoming.reference.missing"),
        ({"reference": None}, "incoming.reference.missing"),
        ({"happened_on": None}, "incoming.happened_on.missing"),
        ({"happened_on": "2026-03-13"}, "step.day.future"),
        ({"dated_on": "2026-03-13"}, "step.day.future"),
        ({"files": [], "no_scan": ""}, "incoming.files.missing"),
    ],
)
def test_what_a_record_needs(told, code):
    with pytest.raises(StepClosed) as closed:
        fire(KIND, case(KIND.recording("record:accept"), "transmitted", told))
    assert [f.code for f in closed.value.findings] == [code]


@pytest.mark.parametrize("told", [{"files": [], "no_scan": "told by telephone"}, {"dated_on": None}])
def test_what_a_record_can_do_without(told):
    assert fire(KIND, case(KIND.recording("record:accept"), "transmitted", told)) == "accepted"


# Who signs in here is never recorded.
@pytest.mark.parametrize("row", KIND.recordings, ids=lambda r: r.name)
def test_nobody_is_recorded_who_is_here(row):
    with pytest.raises(StepClosed, match="counterpart_here"):
        fire(KIND, case(row, row.sources[0], left=left_of(row, row.sources[0]), on_paper=False))


# A refusal that the Convention forbids is recorded, with the paragraph that forbids it.
def test_a_refusal_contrary_to_the_convention_is_a_fact():
    tried = case(KIND.recording("record:refuse"), "examination", data={"ground": "bank_secrecy"})
    assert fire(KIND, tried) == "refused"
    said = {f.code: f for f in tried.findings()}
    found = said["refusal.never.bank_secrecy"]
    assert (found.article, found.weight, found.values["contrary"]) == ("18(8)", Weight.WARNS, True)
    assert not closing(tried.findings())


# What only this system asks is not asked of those who are not on it.
@pytest.mark.parametrize(("article", "said"), [("18(23)", True), ("good practice", True), ("this system", False)])
def test_which_rules_are_claimed(article, said):
    rule = recording.as_warnings(Guard("any", article, lambda _: [Finding("any", article)]))
    assert [f.weight for f in rule.check(facts())] == ([Weight.WARNS] if said else [])


# What this system counts is told of a paper too: sums that do not balance, property that is frozen still.
@pytest.mark.parametrize("code", ["assets.disposal.exceeded", "recovery.freeze.still_held"])
def test_what_is_counted_is_told(code):
    rule = recording.as_warnings(Guard("any", "this system", lambda _: [Finding(code, "this system")]))
    assert [(f.weight, "contrary" in f.values) for f in rule.check(facts())] == [(Weight.WARNS, False)]


# Where another basis carries the request, the Convention's rules are not claimed.
# Paragraph 8 alone stands beside a treaty, whichever it is (18(7)).
@pytest.mark.parametrize(("chosen", "cited"), [("RECIPROCITY", set()), ("TREATY", {"18(8)"})])
def test_on_another_basis_the_convention_is_not_cited(chosen, cited):
    content = facts().content | {"regime": facts().content["regime"] | {"basis": chosen}}
    tried = case(KIND.recording("record:refuse"), "examination", data={"ground": "bank_secrecy"}, content=content)
    assert fire(KIND, tried) == "refused"
    assert {f.article for f in tried.findings() if f.article[:1].isdigit()} == cited


# The requesting State's letters can't stand for a decision of the requested authority.
def test_no_letter_of_the_requesting_state_decides():
    decided = {"accepted": {"conditions_offered"}, "consultation": {"conditions_offered"},
               "results_confirmed": {"results_sent"}}  # fmt: skip
    for row in KIND.recordings:
        if row.side is Side.REQUESTED and row.target in decided:
            assert set(row.sources) == decided[row.target], row.name


# Every act of the requested State that a paper can show may be recorded from every state after sending.
def test_every_act_of_the_requested_state_has_its_row():
    named = {row.records for row in KIND.recordings if row.side is not Side.REQUESTED}
    moving = {s.name for s in KIND.steps if s.side is Side.REQUESTED and s.target != STAYS}
    assert moving <= named
    assert all(set(r.sources) >= set(AFTER_SENDING) for r in KIND.recordings if r.side is not Side.REQUESTED)


# Nothing of the other side's own preparation is recorded, and no row of the table is a recording.
def test_what_no_paper_shows_has_no_row():
    named = {row.records for row in KIND.recordings}
    assert named.isdisjoint({"draft", "submit", "sign", "transmit", "open_amendment", "correct_record", "abandon"})
    assert {r.name for r in KIND.recordings}.isdisjoint(s.name for s in KIND.steps)
    with pytest.raises(UnknownStep):
        KIND.recording("accept")


# That the record skips steps, or lies before the sending, is said.
@pytest.mark.parametrize(("state", "skips"), [("transmitted", True), ("examination", False)])
def test_skipping_is_said(state, skips):
    found = {f.code for f in case(KIND.recording("record:accept"), state).findings()}
    assert ("recording.skips" in found) == skips


@pytest.mark.parametrize(("sent", "said"), [(dt.date(2026, 3, 12), False), (dt.date(2026, 3, 13), True), (None, False)])
def test_an_act_before_the_sending_is_said(sent, said):
    found = {f.code for f in case(KIND.recording("record:accept"), "transmitted", sent_on=sent).findings()}
    assert ("recording.before_sending" in found) == said


# An answer that nobody waited for leaves the request where it stands; one that was awaited leads back.
@pytest.mark.parametrize(
    ("state", "back"), [("executing", ("executing",)), ("info_requested", ("examination", "accepted", "executing"))]
)
def test_where_a_recorded_answer_leads(state, back):
    assert KIND.targets(KIND.recording("record:supply_information"), state) == back


def body(step, source, target, **more):
    return {"step": step, "from": source, "to": target, "happened_on": "2026-03-01", "data": {}, **more}


# Where the record went straight into an interlude, one's own answer leads where the table enters it from.
def test_the_way_back_from_a_record_that_skipped():
    straight = [body("request_information", "transmitted", "info_requested")]
    assert KIND.left(KIND.step("supply_information"), "info_requested", straight) == "examination"
    assert KIND.left(KIND.step("supply_information"), "info_requested", []) is None


# A record that was taken back counts no more, and the request stands where it stood.
def test_a_record_is_taken_back():
    sent, wrong = body("transmit", "signed", "transmitted"), body("accept", "transmitted", "accepted", recorded={})
    undo = body(history.TAKES_BACK, "accepted", "transmitted")
    row = KIND.recording(history.TAKES_BACK)
    assert KIND.left(row, "accepted", [sent, wrong]) == "transmitted"
    assert KIND.left(row, "accepted", []) is None
    assert history.standing([sent, wrong, undo]) == [sent]
    assert fire(KIND, case(row, "accepted", left="transmitted")) == "transmitted"


@pytest.mark.parametrize(
    ("bodies", "open_"),
    [
        ([body("accept", "transmitted", "accepted", recorded={})], True),
        ([body("register_incoming", NEW, "received", recorded={})], False),
        ([body("accept", "transmitted", "accepted", recorded={}), body("withdraw", "accepted", "withdrawn")], False),
        ([], False),
    ],
)
def test_only_the_last_record_is_taken_back(bodies, open_):
    tried = case(KIND.recording(history.TAKES_BACK), "accepted", left="transmitted", course=course(bodies))
    assert (not closing(tried.findings())) == open_


# The readers of the history bear what a paper does not tell.
@pytest.mark.parametrize(
    ("step", "state"),
    [
        ("request_information", "info_requested"), ("remind_information", "info_requested"), ("postpone", "postponed"),
        ("open_consultation", "consultation"), ("answer_consultation", "consultation"), ("accept_in_part", "accepted"),
        ("offer_conditions", "conditions_offered"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "given", [{}, {"due_on": None, "review_on": None, "grounds": None, "conditions": None, "decisions": None}]
)
def test_the_course_bears_what_is_not_told(step, state, given):
    opened = body("open_consultation", "examination", "consultation")
    found = course([opened, body(step, "consultation", state) | {"data": given}])
    assert (found.information_due_on, found.review_on, found.refused_items) == ("", "", frozenset())
    assert found.stands == state


# Without a day for the reply nobody can say that it has passed: it is said, and closes nothing.
def test_a_consultation_without_a_day_for_the_reply():
    held = consultation(reply_on="", replies=())
    assert [(f.code, f.weight) for f in replied(held, dt.date(2026, 3, 12))] == [("consultation.no_day", Weight.WARNS)]
