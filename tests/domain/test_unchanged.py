"""The days between which no freeze changes by the calendar alone: what lists may keep until then."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from mla.domain.assets.freezing import freezes_on, unchanged
from mla.domain.assets.holding import held_on
from mla.domain.assets.watch import watched

FIRST = dt.date(2026, 1, 1)
DAYS = st.integers(0, 30).map(lambda n: FIRST + dt.timedelta(days=n))
LABELS = st.sampled_from(["V1", "V2"])


def body(step, name, day, data):
    return {"step": step, "happened_on": day.isoformat(), "data": {name: day.isoformat()} | data}


FREEZES = st.builds(
    lambda day, label, last: body(
        "report_freeze", "ordered_on", day, {"assets": [{"label": label}], "lapses_on": last}
    ),
    DAYS, LABELS, st.one_of(st.just(""), DAYS.map(dt.date.isoformat)),
)  # fmt: skip
EXTENSIONS = st.builds(
    lambda day, label, last: body("extend_freeze", "ordered_on", day, {"assets": [label], "lapses_on": last}),
    DAYS, LABELS, DAYS.map(dt.date.isoformat),
)  # fmt: skip
LIFTINGS = st.builds(lambda day, label: body("lift_freeze", "lifted_on", day, {"assets": [label]}), DAYS, LABELS)
TAKINGS = st.builds(
    lambda day, label: body(
        "report_confiscation", "ordered_on", day, {"assets": [{"label": label, "extent": "whole"}]}
    ),
    DAYS, LABELS,
)  # fmt: skip
HISTORIES = st.lists(st.one_of(FREEZES, EXTENSIONS, LIFTINGS, TAKINGS), max_size=6)


def known(bodies, day):
    """All that pages read of freezes on a day."""
    return (
        [(one, one.freeze.hold(day)) for one in watched(bodies, day)],
        held_on(bodies, day),
        freezes_on(bodies, day),
    )


@given(HISTORIES, DAYS)
def test_nothing_changes_between_the_days(bodies, day):
    since, until = unchanged(bodies, day)
    assert since <= day < until
    span = [FIRST + dt.timedelta(days=n) for n in range(-2, 35)]
    assert all(known(bodies, on) == known(bodies, day) for on in span if since <= on < until)


# The days are those on which something does change: a list that waits for them is not worked out anew each day.
def test_a_lapse_is_such_a_day():
    frozen = [body("report_freeze", "ordered_on", FIRST, {"assets": [{"label": "V1"}], "lapses_on": "2026-01-10"})]
    assert unchanged(frozen, FIRST) == (FIRST, dt.date(2026, 1, 11))
    assert unchanged(frozen, dt.date(2026, 1, 11)) == (dt.date(2026, 1, 11), dt.date.max)
    assert unchanged([], FIRST) == (dt.date.min, dt.date.max)


# No day follows the last one there is.
def test_a_freeze_until_the_last_day_there_is_never_lapses():
    data = {"assets": [{"label": "V1"}], "lapses_on": "9999-12-31"}
    assert unchanged([body("report_freeze", "ordered_on", FIRST, data)], FIRST) == (FIRST, dt.date.max)
