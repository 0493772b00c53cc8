"""The clock of a freeze: the order, its extension, its lifting and its lapse; what both sides are told ahead."""

import datetime as dt

import pytest

from mla.domain.assets import freezing
from mla.domain.assets.freezing import Hold, freezes_on

from .property_cases import DAY, entry, freeze, some

BOTH = freeze(some(), some("V2"))


def extension(on, lapses_on="2026-06-30", **more):
    return entry("extend_freeze", on, lapses_on=lapses_on, **more)


def lift(on, **more):
    return entry("lift_freeze", on, cause="court", **more)


def day(text):
    return dt.date.fromisoformat(text)


# It holds until the end of its last day, and no day longer; what is extended in time holds until the new day. What has
# lapsed is not brought to life by a late extension: that needs a new order. Without a last day, it holds until lifted.
@pytest.mark.parametrize(
    ("bodies", "on", "hold"),
    [
        ([BOTH], "2026-03-31", Hold.IN_FORCE),
        ([BOTH], "2026-04-01", Hold.LAPSED),
        ([BOTH, extension("2026-03-31")], "2026-06-30", Hold.IN_FORCE),
        ([BOTH, extension("2026-03-31")], "2026-07-01", Hold.LAPSED),
        ([BOTH, extension("2026-04-01")], "2026-04-02", Hold.LAPSED),
        ([BOTH, extension("2026-04-05", ordered_on="2026-03-30")], "2026-04-06", Hold.IN_FORCE),
        ([BOTH, extension("2026-03-10", lapses_on="", lapse_rule="until judgment")], "2030-01-01", Hold.IN_FORCE),
        ([BOTH, extension("2026-03-10", lapses_on="")], "2026-04-01", Hold.LAPSED),
        ([BOTH, extension("2026-04-01"), freeze(on="2026-04-02", lapses_on="2026-05-01")], "2026-04-02", Hold.IN_FORCE),
        ([freeze(lapses_on=None)], "2030-01-01", Hold.IN_FORCE),
        ([BOTH, lift("2026-03-05")], "2026-03-04", Hold.IN_FORCE),
        ([BOTH, lift("2026-03-05")], "2026-03-05", Hold.LIFTED),
        ([BOTH, lift("2026-03-05")], "2026-05-05", Hold.LIFTED),
        ([BOTH, lift("2026-04-05")], "2026-05-05", Hold.LAPSED),
        ([BOTH, lift("2026-03-20", lifted_on="2026-03-05")], "2026-03-06", Hold.LIFTED),
        ([BOTH, lift("2026-03-05", assets=["V1"])], "2026-03-06", Hold.LIFTED),
        ([BOTH, lift("2026-03-05", assets=[{"label": "V2"}])], "2026-03-06", Hold.IN_FORCE),
        ([BOTH, lift("2026-03-05", assets=["V9"])], "2026-03-06", Hold.IN_FORCE),
    ],
)  # fmt: skip
def test_hold(bodies, on, hold):
    found = freezes_on(bodies, day(on))["V1"]
    assert found.hold(day(on)) is hold
    assert found.alive(day(on)) is (hold is Hold.IN_FORCE)


def test_what_an_order_says():
    bodies = [freeze(order_number="7/26", authority="Court", scope="credits", needed="a request",
                     needed_by="2026-03-20"),
              extension("2026-03-10", law="Law 3")]  # fmt: skip
    before, after = freezes_on(bodies, day("2026-03-09"))["V1"], freezes_on(bodies, day("2026-03-10"))["V1"]
    assert (before.order_number, before.authority, before.scope) == ("7/26", "Court", "credits")
    assert (before.needed, before.needed_by, before.extended) == ("a request", "2026-03-20", False)
    assert (after.law, after.lapse_rule, after.needed, after.needed_by) == ("Law 3", "sixty days", "", "")
    assert after.extended
    assert (before.left(DAY), after.left(DAY)) == (19, 110)
    assert freezes_on([freeze(lapses_on=None)], DAY)["V1"].left(DAY) is None
    assert freezes_on([lift("2026-03-01")], DAY) == {}
    assert freezes_on([entry("report_freeze")], DAY) == {}


def codes(findings):
    return [f.code for f in findings]


@pytest.mark.parametrize(
    ("bodies", "labels", "expected"),
    [
        ([BOTH], ["V1", "V2"], []),
        ([BOTH], ["V3"], ["assets.freeze.none"]),
        ([freeze(lapses_on="2026-03-11")], ["V1"], ["assets.freeze.lapsed_before"]),
        ([freeze(lapses_on="2026-03-12")], ["V1"], []),
        ([BOTH, lift("2026-03-05")], ["V1"], ["assets.freeze.lifted_before"]),
    ],
)
def test_only_what_is_in_force_changes(bodies, labels, expected):
    found = list(freezing.in_force(bodies, labels, DAY))
    assert codes(found) == expected
    assert all(f.closes for f in found)


@pytest.mark.parametrize(
    ("bodies", "lapses_on", "expected"),
    [([BOTH], "2026-04-01", []), ([BOTH], "2026-03-31", ["assets.freeze.not_longer"]), ([BOTH], "", []),
     ([freeze(lapses_on=None)], "2026-04-01", []), ([], "2026-04-01", [])],
)  # fmt: skip
def test_an_extension_is_longer(bodies, lapses_on, expected):
    assert codes(freezing.longer(bodies, ["V1"], lapses_on, DAY)) == expected
