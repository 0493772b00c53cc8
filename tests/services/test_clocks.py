"""The clocks of cases as each side may see them, and all of them for a script."""

import datetime as dt

import pytest

from mla.services import clocks
from tests import assets as a
from tests import factories as f

DAY = f.NOW.date()
URGENT = f.SECTIONS["deadline"] | {"urgent": True, "urgency_reasons": "The money is being moved."}


@pytest.fixture
def case(app):
    return f.draft(*f.houses(), deadline=URGENT)


def codes(case, house):
    return [clock.code for clock in clocks.of(case.request, house.authority.id, DAY)]


# A draft asks nothing of anybody; the deadline runs once the version is sent.
def test_the_deadline_runs_once_it_is_sent(case):
    for state in ("draft", "approved", "signed"):
        f.drive(case, state)
        assert codes(case, case.requesting) == []
    f.drive(case, "transmitted")
    assert codes(case, case.requesting) == codes(case, case.requested) == ["clock.deadline"]


# Both sides see that the confirmation is due; the deadline of a version that was only told is not there yet.
def test_who_was_told_sees_that_the_confirmation_is_due(case):
    f.drive(case, "approved")
    f.take(case, "notify_orally")
    assert codes(case, case.requesting) == codes(case, case.requested) == ["clock.confirmation.oral"]
    [clock] = clocks.of(case.request, case.requested.authority.id, DAY)
    assert clock.due_on == dt.date(2026, 3, 13)


# What the requested side set for itself alone, the requesting side is not told.
def test_an_inner_day_is_not_told_to_the_other_side(case):
    f.drive(case, "executing")
    assert codes(case, case.requested) == ["clock.execution", "clock.deadline"]
    assert codes(case, case.requesting) == ["clock.deadline"]
    assert [clock.code for clock in clocks.of(case.request, None, DAY)] == ["clock.execution", "clock.deadline"]


# For a script: every case that goes on; one authority's are those that it may see.
def test_every_case_that_goes_on_is_listed(case):
    f.drive(case, "transmitted")
    other = f.draft(case.requesting, f.house("CHE"))
    ended = f.drive(f.draft(case.requesting, case.requested), "draft")
    f.take(ended, "abandon")
    assert [request.id for request, _ in clocks.listed(None, DAY)] == [case.request.id]
    assert [request.id for request, _ in clocks.listed(case.requested.authority, DAY)] == [case.request.id]
    assert list(clocks.listed(other.requested.authority, DAY)) == []


# Both sides are told of the lapse of a freeze and of what must come before; once it has lapsed, of nothing else.
def test_both_sides_are_told_of_a_lapse(app):
    frozen = a.arrived(a.draft(*f.houses()), "submit_freeze")
    f.take(frozen, "report_freeze", {"lapses_on": "2026-04-10", "needed_by": "2026-04-01"})
    sides = [frozen.requesting.authority.id, frozen.requested.authority.id, None]
    ahead, after = dt.date(2026, 3, 20), dt.date(2026, 4, 11)
    for side in sides:
        assert [c.code for c in clocks.of(frozen.request, side, ahead)] == ["clock.freeze_needed", "clock.freeze"]
        assert [c.code for c in clocks.of(frozen.request, side, after)] == ["clock.freeze_lapsed"]
    f.take(frozen, "lift_freeze", {"lifted_on": "2026-03-12"})
    assert [c.code for side in sides for c in clocks.of(frozen.request, side, ahead)] == []
