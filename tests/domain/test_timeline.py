"""The states of an asset over time: the day and the entry that made each."""

import datetime as dt

import pytest

from mla.domain.assets.timeline import timelines

from .property_cases import confiscated, content, disposed, entry, freeze, row, sold, some

END = dt.date(2026, 12, 31)


def sent(number=1, on="2026-01-10"):
    return entry("transmit", on) | {"set": {"sent_version": number}}


def told(*bodies, day=END, **contents):
    """Label, state, day and number of each stage."""
    numbered = [body | {"seq": number} for number, body in enumerate(bodies, 1)]
    versions = {int(name[1:]): given for name, given in (contents or {"v1": content()}).items()}
    found = timelines(numbered, versions, day)
    return [(s.label, s.state.value, s.on, s.seq) for stages in found.values() for s in stages]


EXTENDED = entry("extend_freeze", "2026-03-10", lapses_on="2026-06-30")
LIFTED = entry("lift_freeze", "2026-03-20", assets=["V1"], lifted_on="2026-03-15")
WHOLE = confiscated(ordered_on="2026-04-01")
TRACED = entry("report_tracing", "2026-01-20", assets=[{"label": "V1", "outcome": "traced"}], new=[row("V2")])


# Each state stands with the day on which it took effect and the entry that made it; a lapse with its day alone.
@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([], [("identified", "2026-01-10", 1)]),
        ([TRACED], [("identified", "2026-01-10", 1), ("traced", "2026-01-20", 2)]),
        ([entry("report_tracing", assets=[{"label": "V1", "outcome": "not_found"}, {"label": "V1"}])],
         [("identified", "2026-01-10", 1), ("not_found", "2026-03-01", 2)]),
        ([entry("submit_freeze"), freeze(on="2026-03-02"), EXTENDED, LIFTED],
         [("identified", "2026-01-10", 1), ("freeze_asked", "2026-03-01", 2), ("frozen", "2026-03-02", 3),
          ("extended", "2026-03-10", 4), ("lifted", "2026-03-15", 5)]),
        ([freeze(), freeze(on="2026-05-01", lapses_on="")],
         [("identified", "2026-01-10", 1), ("frozen", "2026-02-01", 2), ("lapsed", "2026-04-01", 2),
          ("frozen", "2026-05-01", 3)]),
        ([freeze(), freeze(on="2026-03-31", lapses_on="2026-04-30")],
         [("identified", "2026-01-10", 1), ("frozen", "2026-02-01", 2), ("frozen", "2026-03-31", 3),
          ("lapsed", "2026-05-01", 3)]),
        ([freeze(), freeze(on="2026-04-01", lapses_on="2026-03-15")],
         [("identified", "2026-01-10", 1), ("frozen", "2026-02-01", 2), ("lapsed", "2026-04-01", 2),
          ("frozen", "2026-04-01", 3), ("lapsed", "2026-04-01", 3)]),
        ([freeze(lapses_on="2026-04-15"), WHOLE, sold(some()), disposed(some(to="shared"), some(to="costs"))],
         [("identified", "2026-01-10", 1), ("frozen", "2026-02-01", 2), ("realised", "2026-03-01", 4),
          ("shared", "2026-03-01", 5), ("confiscated", "2026-04-01", 3)]),
        ([freeze(), confiscated(some(extent="part"), ordered_on="2026-03-31")],
         [("identified", "2026-01-10", 1), ("frozen", "2026-02-01", 2), ("confiscated_part", "2026-03-31", 3),
          ("lapsed", "2026-04-01", 2)]),
    ],
)  # fmt: skip
def test_states_over_time(bodies, expected):
    assert [stage[1:] for stage in told(sent(), *bodies) if stage[0] == "V1"] == expected


# A request to freeze asks for it from the first; what an amended request adds is identified by that one.
def test_what_was_sent_identifies():
    one, two = content(stage="freeze"), content(row("V1"), row("V2"), stage="freeze")
    assert told(sent(1), sent(2, "2026-02-10"), v1=one, v2=two) == [
        ("V1", "identified", "2026-01-10", 1), ("V1", "freeze_asked", "2026-01-10", 1),
        ("V2", "identified", "2026-02-10", 2), ("V2", "freeze_asked", "2026-02-10", 2),
    ]  # fmt: skip
    traced = content(stage="trace")
    assert [s[1:] for s in told(sent(1), sent(2, "2026-02-10"), v1=traced, v2=one)] == [
        ("identified", "2026-01-10", 1), ("freeze_asked", "2026-02-10", 2)]  # fmt: skip


# What is submitted to be frozen is all that was known by then, what tracing found among it.
def test_all_that_was_known_is_submitted():
    later = entry("report_tracing", "2026-04-01", new=[row("V3"), {}])
    found = told(sent(), TRACED, entry("submit_freeze"), later)
    assert [s[0] for s in found if s[1] == "freeze_asked"] == ["V1", "V2"]
    assert {s[0] for s in found} == {"V1", "V2", "V3"}


def test_amounts_and_the_day_up_to_which_it_is_told():
    numbered = [
        sent() | {"seq": 1},
        freeze(some(amount="900.00"), lapses_on="2026-04-30") | {"seq": 2},
        WHOLE | {"seq": 3},
    ]
    stages = timelines(numbered, {1: content()}, END)["V1"]
    assert [dict(s.sums) for s in stages] == [{}, {"CHF": 900}, {"CHF": 1000}]
    assert told(*numbered, day=dt.date(2026, 2, 1))[-1][1] == "frozen"
    assert told(*numbered, day=dt.date(2026, 1, 9)) == []
