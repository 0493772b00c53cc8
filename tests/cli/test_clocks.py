"""``flask clocks list``: plain lines, CSV for scripts, exit codes."""

import csv
import io

import pytest

from tests import assets as a
from tests import factories as f

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def listed(app):
    def invoke(*arguments):
        return app.test_cli_runner().invoke(args=["clocks", "list", *arguments])

    return invoke


@pytest.fixture
def case(app):
    return f.drive(f.draft(*f.houses()), "executing")


def test_lines_say_what_is_due_and_what_is_overdue(case, listed):
    answer = listed("--on", "2026-09-01")
    assert answer.exit_code == 0
    first, second = answer.output.splitlines()
    reference = case.request.requesting_reference
    assert first == f"2026-08-31 overdue USA/OIA {reference}: Report the execution. [good practice]"
    assert second.startswith(f"2099-09-30 due     USA/OIA {reference}: Answer the request by the deadline")


def test_scripts_get_csv(case, listed):
    rows = list(csv.DictReader(io.StringIO(listed("--on", "2026-08-31", "--format", "csv").output)))
    assert [(row["clock"], row["overdue"], row["article"]) for row in rows] == [
        ("clock.execution", "no", "good practice"),
        ("clock.deadline", "no", "18(24)"),
    ]


# An authority's list holds what it may see: the day that was passed on to the executing authority is not Brazil's.
def test_one_authority_lists_what_it_may_see(case, listed):
    assert len(listed("--on", "2026-09-01", "--authority", "BRA/DRCI").output.splitlines()) == 1
    assert len(listed("--on", "2026-09-01", "--authority", "USA/OIA").output.splitlines()) == 2


# A freeze is due to the day on which it lapses, and overdue once it has.
def test_a_freeze_that_lapses(app, listed):
    frozen = a.arrived(a.draft(*f.houses()), "submit_freeze")
    f.take(frozen, "report_freeze", {"lapses_on": "2026-04-10", "needed": "", "needed_by": None})
    reference = frozen.request.requesting_reference
    assert listed("--on", "2026-04-10").output == (
        f"2026-04-10 due     USA/OIA {reference}: "
        "The freeze of V1 holds until the end of this day, unless it is extended. [domestic law]\n"
    )
    [row] = csv.DictReader(io.StringIO(listed("--on", "2026-04-11", "--format", "csv").output))
    assert (row["clock"], row["overdue"]) == ("clock.freeze_lapsed", "yes")
    assert row["what"] == "The freeze of V1 has lapsed: nothing is held by it, unless a new order was made."


def test_nothing_due_is_said(app, listed):
    answer = listed("--on", "2026-09-01")
    assert (answer.exit_code, answer.output) == (0, "Nothing is due.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--on", "tomorrow"], "'tomorrow' is no day"),
        ([], "Missing option '--on'"),
        (["--on", "2026-09-01", "--authority", "XXX"], "no authority is written 'XXX': write it as ISO3/CODE."),
    ],
)
def test_bad_input_is_named(app, listed, arguments, said):
    answer = listed(*arguments)
    assert answer.exit_code == 2
    assert said in answer.output
