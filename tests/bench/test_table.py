"""What a bench says of its figures: each against its floor, the ratio against its goal."""

import itertools
import json

import pytest

from bench import table
from bench.pace import Measured, against, pace, timed
from bench.run import ITSELF, grown, itself
from bench.table import GOALS

#: The goals that were set, and which side of them is good.
SET = {
    "step_with_paper": (">=", 0.87), "step_without_paper": (">=", 0.12), "step_refused": (">=", 0.30),
    "worklist": (">=", 0.30), "worklist_last_page": (">=", 0.30), "search": (">=", 0.30), "case_page": (">=", 0.25),
    "audit_verify": (">=", 0.25), "papers_60_pages": ("<=", 1.15), "two_writers": ("<=", 10),
    "worker_memory": ("<=", 200), "papers_letter": ("<=", 1.15), "start": ("<=", 4),
    "worklist_itself": (">=", 0.5), "worklist_last_page_itself": (">=", 0.5), "search_itself": (">=", 0.5),
    "case_page_itself": (">=", 0.15),
    **dict.fromkeys((n for n in GOALS if n.startswith("growth_")), ("<=", 1.5)),
}  # fmt: skip


@pytest.mark.parametrize("name", SET)
def test_each_goal_is_met_from_its_limit_on(name):
    side, limit = SET[name]
    better, worse = (limit * 0.99, limit * 1.01) if side == "<=" else (limit * 1.01, limit * 0.99)
    assert [GOALS[name].met(ratio) for ratio in (limit, better, worse)] == [True, True, False]


def test_every_goal_is_known():
    assert SET.keys() == GOALS.keys()
    assert {n for n in GOALS if n.startswith("growth_")} == {
        f"growth_{page}" for page in ("worklist", "worklist_last_page", "search", "case_page", "obligations")
    }
    assert {n for n in GOALS if n.endswith("_itself")} == {f"{page}_itself" for page in ITSELF}


# The line says figure, floor, ratio, goal, and ok or short; what has no goal is there for comparison.
def test_the_table():
    heading, *said = table.lines({
        "worklist": Measured(900, 3000, 0.3), "start": Measured(5, 1, 5), "worklist_select": Measured(1, 2, 0.5),
    })  # fmt: skip
    assert heading.split() == ["figure", "floor", "ratio", "goal"]
    assert [line.split() for line in said] == [
        ["worklist", "900.00", "3000.00", "0.300", ">=", "0.3", "ok"],
        ["start", "5.00", "1.00", "5.000", "<=", "4", "short"],
        ["worklist_select", "1.00", "2.00", "0.500"],
    ]


def test_what_is_kept(tmp_path):
    table.write({"start": Measured(5, 1, 5), "worklist_select": Measured(1, 2, 0.5)}, tmp_path / "result.json")
    assert json.loads((tmp_path / "result.json").read_text()) == {
        "start": {"value": 5, "floor": 1, "ratio": 5, "goal": 4},
        "worklist_select": {"value": 1, "floor": 2, "ratio": 0.5, "goal": None},
    }


# Floor and figure are taken in turn; a moment in which the machine was busy changes no median.
def test_figures_are_medians_of_runs_in_turn():
    taken = []
    floors, figures = iter((100, 10, 90)), iter((50, 1, 9))
    measured = against(
        lambda: taken.append("floor") or next(floors), lambda: taken.append("figure") or next(figures), runs=3
    )
    assert taken == ["floor", "figure"] * 3
    assert measured == Measured(9, 90, 0.1)


# However slow a job is, it is done once; what fails is never counted.
def test_the_pace_of_jobs(monkeypatch):
    done = itertools.count()
    assert sum(map(len, timed([lambda: next(done)] * 2, 0.01))) == next(done)
    assert [len(times) for times in timed([lambda: None] * 3, 0)] == [1, 1, 1]
    with pytest.raises(ZeroDivisionError):
        pace([lambda: 1 / 0], 0)
    monkeypatch.setattr("bench.pace.timed", lambda *_given: [[(10, 12), (12, 14)], [(10, 15)]])
    assert pace([], 1) == 2 / 4 + 1 / 5


# A page of 0.1 beside a frame of 0.2 reaches half of what it could.
def test_a_page_is_held_against_its_frame():
    assert itself(Measured(300, 3000, 0.1), Measured(600, 3000, 0.2)) == Measured(0.1, 0.2, 0.5)


def test_growth_is_told_in_answers_of_the_bare_page():
    few, many = Measured(300, 3000, 0.1), Measured(100, 2000, 0.05)
    assert grown(few, many) == Measured(20, 10, 2)
