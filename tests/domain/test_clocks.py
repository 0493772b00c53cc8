"""What falls due on which day: each clock, when it starts, when it stops, and what a reader who sees less is told."""

import datetime as dt

import pytest

from mla.domain.clocks import running
from mla.domain.kinds.assets import KIND as ASSETS
from mla.domain.kinds.assistance import KIND
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST
from mla.domain.obligations import Obligation, Sort, Status
from mla.domain.workflow import Side
from mla.wording.clocks import DUE, note

from .property_cases import confiscated, freeze, some

RQ, RD = Side.REQUESTING, Side.REQUESTED
DAY = "2026-04-12"
TODAY = dt.date(2026, 3, 12)
ASKED = {"deadline": {"on": DAY, "reasons": "The trial begins then."}, "regime": {"basis": "UNTOC"}}


def entry(step, to, side=RD, on="2026-03-12", **data):
    return {"step": step, "from": "x", "to": to, "side": side, "happened_on": on, "data": data}


def told(means):
    return entry("notify_orally", "oral_notified", RQ, means=means)


CONSULTED = entry("open_consultation", "consultation", grounds=["postponement"], reply_on=DAY)
OFFERED = entry("offer_conditions", "conditions_offered", conditions=[], reply_on="2026-05-01")
REPLIED = entry("answer_consultation", "consultation", RQ, opinion="it can wait")
QUESTIONED = entry("request_information", "info_requested", questions=[], due_on=DAY)
REMINDED = entry("remind_information", "info_requested", due_on="2026-05-01")
POSTPONED = entry("postpone", "postponed", review_on=DAY)
MANDATED = entry("mandate_execution", "executing", due_on=DAY)
ACKNOWLEDGED = entry("acknowledge", "received", next_answer_on=DAY)
EXPECTED = entry("report_progress", "received", expected_on=DAY)


def found(state, *bodies, content=None, kind=KIND):
    return [
        (c.code, c.article, c.holder, c.due_on.isoformat()) for c in running(kind, state, bodies, content or {}, TODAY)
    ]


# In a case on a person the days are asked, arranged, or set by a treaty or a law: Art. 16 sets none.
@pytest.mark.parametrize(
    ("kind", "state", "body", "wanted"),
    [
        (EXTRADITION, "assurance_sought", entry("seek_assurance", "", reply_on=DAY), ("clock.assurance", RQ)),
        (EXTRADITION, "conditions_offered", entry("offer_conditions", "", reply_on=DAY), ("clock.offer", RQ)),
        (EXTRADITION, "surrender_arranged", entry("arrange_surrender", "", surrender_on=DAY), ("clock.surrender", RD)),
        (EXTRADITION, "surrender_postponed", entry("postpone_surrender", "", review_on=DAY), ("clock.review", RD)),
        (ARREST, "arrest_ordered", entry("order_arrest", "", documents_by=DAY), ("clock.documents", RQ)),
        (EXTRADITION, "examination", entry("open_examination", "examination"), ("clock.deadline", RD)),
    ],
)  # fmt: skip
def test_the_clocks_of_a_case_on_a_person(kind, state, body, wanted):
    content = ASKED if state == "examination" else {}
    assert found(state, body, content=content, kind=kind) == [(wanted[0], "good practice", wanted[1], DAY)]
    assert found("judicial_phase", body, kind=kind) == []


# 18(14): "confirmed in writing forthwith": the Convention sets no number of days, this system counts one. What the
# Convention does not say of a message through INTERPOL is this system's. All other days are those that were asked or
# promised: good practice, since the Convention sets none.
@pytest.mark.parametrize(
    ("state", "bodies", "wanted"),
    [
        ("oral_notified", [told("oral")], ("clock.confirmation.oral", "18(14)", RQ, "2026-03-13")),
        ("oral_notified", [told("interpol")], ("clock.confirmation.interpol", "this system", RQ, "2026-03-13")),
        ("consultation", [CONSULTED], ("clock.consultation", "good practice", RQ, DAY)),
        ("conditions_offered", [CONSULTED, OFFERED], ("clock.offer", "good practice", RQ, "2026-05-01")),
        ("info_requested", [QUESTIONED], ("clock.information", "good practice", RQ, DAY)),
        ("info_requested", [QUESTIONED, REMINDED], ("clock.information", "good practice", RQ, "2026-05-01")),
        ("lapsed_info", [QUESTIONED], ("clock.information", "good practice", RQ, DAY)),
        ("postponed", [POSTPONED], ("clock.review", "good practice", RD, DAY)),
        ("executing", [MANDATED], ("clock.execution", "good practice", RD, DAY)),
        ("received", [ACKNOWLEDGED], ("clock.promise", "good practice", RD, DAY)),
        ("received", [EXPECTED], ("clock.expected", "good practice", RD, DAY)),
    ],
)  # fmt: skip
def test_each_clock_runs_while_its_answer_is_awaited(state, bodies, wanted):
    assert found(state, *bodies) == [wanted]
    assert wanted[0] in DUE
    [clock] = running(KIND, state, bodies, {}, TODAY)
    assert bool(note(clock)) == wanted[0].startswith("clock.confirmation")


# Once the answer is there, or the case went another way, nothing is due any more.
@pytest.mark.parametrize(
    ("state", "bodies"),
    [
        ("transmitted", [told("oral")]),
        ("oral_notified", []),
        ("consultation", [CONSULTED, REPLIED]),
        ("consultation", []),
        ("examination", [CONSULTED, entry("end_consultation", "examination")]),
        ("examination", [QUESTIONED]),
        ("examination", [POSTPONED, entry("resume", "examination")]),
        ("executed", [MANDATED]),
        ("executing", []),
        ("withdrawn", [ACKNOWLEDGED]),
        ("accepted", [ACKNOWLEDGED, entry("accept", "accepted")]),
        ("received", [ACKNOWLEDGED, entry("report_progress", "received")]),
    ],
)
def test_nothing_is_due_once_it_is_answered(state, bodies):
    assert found(state, *bodies) == []


# What the requesting side does, or the requested side for itself alone, keeps no promise.
def test_only_an_answer_keeps_a_promise():
    bodies = [
        ACKNOWLEDGED,
        entry("ask_progress", "received", RQ, enquiry="?"),
        entry("open_examination", "examination"),
    ]
    assert [row[0] for row in found("examination", *bodies)] == ["clock.promise"]


# A day that was not given starts no clock; what is recorded from paper may lack the name itself.
@pytest.mark.parametrize("step", ["acknowledge", "report_progress"])
@pytest.mark.parametrize("data", [{}, {"next_answer_on": None, "expected_on": None}, {"next_answer_on": ""}])
def test_no_day_no_clock(step, data):
    assert found("received", entry(step, "received", **data)) == []


# 18(24): account is taken of a deadline for which reasons are given, from transmission until the answer. On another
# basis than the Convention it is not cited.
@pytest.mark.parametrize(
    ("state", "runs"),
    [("transmitted", True), ("executing", True), ("postponed", True), ("oral_notified", False), ("signed", False),
     ("results_sent", False), ("refused", False), ("closed", False)],
)  # fmt: skip
def test_the_deadline_runs_from_transmission_to_the_answer(state, runs):
    assert found(state, content=ASKED) == ([("clock.deadline", "18(24)", RD, DAY)] if runs else [])


@pytest.mark.parametrize("deadline", [{}, {"on": None, "reasons": "x"}, {"on": DAY, "reasons": " "}])
def test_a_deadline_without_day_or_reasons_is_no_clock(deadline):
    assert found("received", content=ASKED | {"deadline": deadline}) == []


def test_on_another_basis_the_deadline_cites_no_article():
    [row] = found("received", content=ASKED | {"regime": {"basis": "RECIPROCITY", "reciprocity": "In like cases."}})
    assert row[1] == "good practice"


# A clock is overdue from the day after; the earliest stands first.
@pytest.mark.parametrize(("day", "overdue"), [("2026-04-11", False), (DAY, False), ("2026-04-13", True)])
def test_it_is_overdue_the_day_after(day, overdue):
    first, second = running(KIND, "executing", [entry("mandate_execution", "executing", due_on="2026-04-01"),
                                                MANDATED | {"data": {"due_on": "2026-05-01"}}],
                            ASKED, TODAY)  # fmt: skip
    assert (first.code, second.code) == ("clock.deadline", "clock.execution")
    assert first.overdue(dt.date.fromisoformat(day)) is overdue


def owed(sort=Sort.RETURN, holder="requesting", due_on=DAY, status=Status.OPEN):
    return Obligation("B1", sort, "18(26)", holder, "", due_on, status, 9, "2026-03-12")


# What the ledger holds as open is due on the day that was set for it, in a closed case too; what stands for good, was
# met or released, or has no day, is not.
@pytest.mark.parametrize(
    ("obligation", "runs"),
    [
        (owed(), True),
        (owed(Sort.CONDITION), True),
        (owed(Sort.COSTS, "requested"), True),
        (owed(Sort.CONSULTATION), True),
        (owed(due_on=""), False),
        (owed(status=Status.STANDING), False),
        (owed(status=Status.DISCHARGED), False),
        (owed(status=Status.RELEASED), False),
    ],
)
def test_an_open_obligation_is_due_on_its_day(obligation, runs):
    clocks = running(KIND, "closed", [], {}, TODAY, [obligation])
    assert [(c.holder, c.article) for c in clocks] == ([(obligation.holder, "18(26)")] if runs else [])
    assert all(c.code in DUE for c in clocks)


ON_FREEZES = freeze(some("V1"), some("V2"), needed="an order", needed_by="2026-03-20")
RULE = "sixty days (Law 1, article 2)"


def freezes(state, *bodies, day=TODAY, content=None):
    told = [body | {"to": state, "from": "x"} for body in bodies]
    return [(c.code, c.holder, c.due_on.isoformat(), c.about["assets"])
            for c in running(ASSETS, state, told, content or {}, day)]  # fmt: skip


# The lapse of a freeze, and what must come before, are rules of the State that ordered it: the requested State extends,
# the requesting State sends. Assets that are frozen alike are one.
def test_a_freeze_has_its_clock_until_it_is_lifted_or_confiscated():
    wanted = [("clock.freeze_needed", RQ, "2026-03-20", "V1, V2"), ("clock.freeze", RD, "2026-03-31", "V1, V2")]
    assert freezes("frozen", ON_FREEZES) == wanted
    lifting = entry("lift_freeze", "frozen", assets=["V1"], lifted_on="2026-03-05")
    assert [row[-1] for row in freezes("frozen", ON_FREEZES, lifting)] == ["V2", "V2"]
    assert freezes("frozen", ON_FREEZES, confiscated(some("V1", extent="whole"), some("V2", extent="whole"))) == []
    assert freezes("frozen", freeze(lapses_on=None)) == []
    assert [row[0] for row in freezes("closed", ON_FREEZES)] == ["clock.freeze_needed", "clock.freeze"]


# After its last day no freeze is told as alive: where it was to hold on, its lapse is; what it needed is too late.
@pytest.mark.parametrize(
    ("state", "told"),
    [("frozen", True), ("court_phase", True), ("consultation", True), ("lifted", False), ("closed", False),
     ("withdrawn", False), ("confiscated", False)],
)  # fmt: skip
def test_a_freeze_that_has_lapsed(state, told):
    after = dt.date(2026, 4, 1)
    lapsed = [("clock.freeze_lapsed", RD, "2026-03-31", "V1, V2")]
    assert freezes(state, ON_FREEZES, day=after) == (lapsed if told else [])
    clocks = running(ASSETS, state, [ON_FREEZES | {"to": state, "from": "x"}], {}, after)
    assert [clock.lapsed for clock in clocks] == [True] * told
    assert [row[0] for row in freezes(state, ON_FREEZES, day=dt.date(2026, 3, 31))] == [
        "clock.freeze_needed", "clock.freeze"]  # fmt: skip


# Thirty days ahead both sides are told; what it needed is overdue from the day after.
@pytest.mark.parametrize(
    ("day", "needed", "lapses"),
    [("2026-02-17", None, None), ("2026-03-01", 19, 30), ("2026-03-20", 0, 11), ("2026-03-21", None, 10),
     ("2026-03-31", None, 0)],
)  # fmt: skip
def test_it_is_told_ahead(day, needed, lapses):
    on = dt.date.fromisoformat(day)
    first, second = running(ASSETS, "frozen", [ON_FREEZES | {"to": "frozen", "from": "x"}], {}, on)
    assert (first.ahead(on), second.ahead(on)) == (needed, lapses)
    assert first.overdue(on) is (day > "2026-03-20")
    assert not second.overdue(on)
    assert first.article == second.article == "domestic law"
    assert first.about["rule"] == RULE


def test_other_clocks_are_not_told_ahead():
    [clock] = running(KIND, "executing", [MANDATED], {}, TODAY)
    assert clock.ahead(dt.date.fromisoformat(DAY)) is None


# What was asked about assets is answered by what was done: a deadline runs no longer.
@pytest.mark.parametrize(
    ("stage", "state", "runs"),
    [("trace", "traced", False), ("freeze", "traced", True), ("freeze", "frozen", False),
     ("confiscate_b", "frozen", True), ("confiscate_a", "court_phase", True), ("confiscate_a", "confiscated", False),
     ("freeze", "denied", False), ("freeze", "lifted", False), ("confiscate_b", "disposed", False)],
)  # fmt: skip
def test_a_deadline_ends_with_what_was_asked(stage, state, runs):
    asked = ASKED | {"measure": {"stage": stage}}
    assert bool(found(state, content=asked, kind=ASSETS)) is runs
