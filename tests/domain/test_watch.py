"""The watch over freezes: what is frozen alike."""

from mla.domain.assets.watch import watched

from .property_cases import DAY, confiscated, entry, freeze, some


def lift(on, **more):
    return entry("lift_freeze", on, cause="court", **more)


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
    assert found[0].rule == "sixty days (Law 1, article 2)"
    assert watched([freeze(lapse_rule=" ", law="")], DAY)[0].rule == ""
    assert watched([freeze(lapse_rule="Sixty days.", law=" ")], DAY)[0].rule == "Sixty days."
    assert watched([freeze(lapse_rule="", law="Law 1")], DAY)[0].rule == "Law 1"
    assert watched([freeze(lapses_on="2026-03-11")], DAY)[0].freeze.lapses_on == "2026-03-11"
