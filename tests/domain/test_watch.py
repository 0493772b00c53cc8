"""The watch over freezes: what is frozen alike, and what both sides are told ahead of a lapse."""

import pytest

from mla.domain.assets.watch import warnings, watched
from mla.domain.findings import DOMESTIC_LAW, Weight

from .property_cases import DAY, confiscated, entry, freeze, some


def lift(on, **more):
    return entry("lift_freeze", on, cause="court", **more)


def codes(findings):
    return [f.code for f in findings]


NO_RULE = {"lapse_rule": "", "law": ""}
NEEDS = {"lapses_on": "2026-06-30", "needed": "a request", "needed_by": "2026-04-11"}


# Thirty days ahead, and until a new order: the Convention sets no duration, and so whose rule it is stands in each.
@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([freeze(lapses_on="2026-04-12")], []),
        ([freeze(lapses_on="2026-04-11")], ["assets.freeze.ends"]),
        ([freeze(lapses_on="2026-03-12", **NO_RULE)], ["assets.freeze.ends.no_rule"]),
        ([freeze(lapses_on="2026-03-11")], ["assets.freeze.lapsed"]),
        ([freeze(lapses_on="2026-03-11", **NO_RULE)], ["assets.freeze.lapsed.no_rule"]),
        ([freeze(lapses_on=None)], ["assets.freeze.open"]),
        ([freeze(lapses_on=None, **NO_RULE)], ["assets.freeze.open.no_rule"]),
        ([freeze(**NEEDS)], ["assets.freeze.needed"]),
        ([freeze(**NEEDS | NO_RULE)], ["assets.freeze.needed.no_rule"]),
        ([freeze(**NEEDS | {"needed_by": "2026-04-12"})], []),
        ([freeze(**NEEDS | {"needed_by": "2026-03-11"})], []),
        ([freeze(**NEEDS | {"lapses_on": "2026-03-11"})], ["assets.freeze.lapsed"]),
        ([freeze(), lift("2026-03-05")], []),
        ([freeze(), confiscated()], []),
        ([freeze(), confiscated(some(extent="part"))], ["assets.freeze.ends"]),
        ([], []),
    ],
)
def test_warnings(bodies, expected):
    found = list(warnings(bodies, DAY))
    assert codes(found) == expected
    assert all(f.weight is Weight.WARNS and f.article == DOMESTIC_LAW for f in found)
    assert all(f.values["end"] == "" if f.code.endswith("no_rule") else "Law 1" in f.values["end"] for f in found)


# One line for what is frozen alike, however many assets: by one order, until one day and by one rule.
def test_what_is_frozen_alike_is_one():
    first = freeze(some("V1", "10"), some("V2", "5", "JPY"), some("V3", "7"), {"label": "V4"})
    longer = entry("extend_freeze", "2026-03-10", assets=["V3"], lapses_on="2026-06-30")
    open_ = freeze(some("V5"), lapses_on=None)
    bodies = [open_, first, longer, freeze(some("V6"), some("V7")), lift("2026-03-05", assets=["V6"]),
              confiscated(some("V7", extent="whole"))]  # fmt: skip
    found = watched(bodies, DAY)
    assert [(one.labels, one.freeze.lapses_on) for one in found] == [
        (("V1", "V2", "V4"), "2026-03-31"), (("V3",), "2026-06-30"), (("V5",), ""),
    ]  # fmt: skip
    assert found[0].amounts == {"CHF": 10, "JPY": 5}
    assert found[0].rule == "sixty days; Law 1, article 2"
    assert [f.values["assets"] for f in warnings(bodies, DAY)] == ["V1, V2, V4", "V5"]
    assert watched([freeze(lapses_on="2026-03-11")], DAY)[0].freeze.lapses_on == "2026-03-11"
