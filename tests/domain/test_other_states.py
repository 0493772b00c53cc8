"""One order in several States: who is told of whom, and what is told of each (row A16, good practice)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mla.domain.assets import others, several
from mla.domain.assets.several import Elsewhere
from mla.domain.findings import Weight

from .assets_cases import RECOVERY, complete, entry, facts

SWISS = Elsewhere("CHE", "AST-2", {"CHF": Decimal("1000.00")})
FRENCH = Elsewhere("FRA", "AST-3", {})


def known(**changes):
    return facts(**{"content": complete("confiscate_b"), "data": {}} | changes)


def told(*states):
    return {"states": [{"state": state} for state in states]}


# Every State to which the order was sent from the matter is named, by this notice or by one before it.
@pytest.mark.parametrize(("elsewhere", "now", "before", "untold"), [
    ((), (), (), []), ((), ("CHE",), (), []), ((SWISS,), ("CHE",), (), []), ((SWISS,), (), (), ["AST-2"]),
    ((SWISS, FRENCH), ("CHE",), (), ["AST-3"]), ((SWISS, FRENCH), ("FRA",), ("CHE",), []),
    ((SWISS, FRENCH), ("ITA",), (), ["AST-2", "AST-3"]),
])  # fmt: skip
def test_every_state_is_named(elsewhere, now, before, untold):
    passed = (entry("notify_other_states", **told(*before)),) if before else ()
    tried = known(elsewhere=elsewhere, data=told(*now), recovery=replace(RECOVERY, entries=passed))
    found = list(others.all_named.check(tried))
    assert [one.values["reference"] for one in found] == untold
    assert all(one.closes for one in found)


# What is told of a State in all is what the request to it shows; another sum is pointed out, and closes nothing.
@pytest.mark.parametrize(("given", "before", "said"), [
    ({"state": "CHE", "amount": "1000.00", "currency": "CHF"}, (), None),
    ({"state": "CHE", "amount": "600.00", "currency": "CHF"}, ("400.00",), None),
    ({"state": "CHE", "amount": "600.00", "currency": "CHF"}, (), "600.00 CHF"),
    ({"state": "CHE", "amount": "1000.00", "currency": "CHF"}, ("0.01",), "1000.01 CHF"),
    ({"state": "CHE", "amount": "1000.00", "currency": "USD"}, (), "0.00 CHF"),
    ({"state": "FRA", "amount": "5.00", "currency": "EUR"}, (), None),
    ({"state": "ITA", "amount": "5.00", "currency": "EUR"}, (), None),
    ({"state": "", "amount": "5.00", "currency": "EUR"}, (), None),
])  # fmt: skip
def test_what_is_told_is_what_is_shown(given, before, said):
    passed = tuple(entry("report_recovery", state="CHE", amount=amount, currency="CHF") for amount in before)
    tried = known(elsewhere=(SWISS, FRENCH), data=given, recovery=replace(RECOVERY, entries=passed))
    found = list(others.told_as_shown.check(tried))
    assert [one.values["told_amount"] for one in found] == ([said] if said else [])
    assert all(one.weight is Weight.WARNS and "1000.00" not in str(one.values) for one in found)


# The order is known by its number, where one of a court is to be enforced; without a number none is the same.
@pytest.mark.parametrize(("content", "number"), [
    (complete("confiscate_b"), "12/2025"), (complete("confiscate_a"), ""), (complete("freeze"), ""), ({}, ""),
    ({"measure": {"stage": "confiscate_b", "order_number": " 7 "}}, "7"), ({"measure": {"stage": "confiscate_b"}}, ""),
])  # fmt: skip
def test_the_number_of_the_order(content, number):
    assert several.number(content) == number


def test_what_was_recovered_here_is_not_what_was_told_of_others():
    here = entry("report_confiscation", assets=[{"label": "V1", "amount": "5.00", "currency": "USD"},
                                                {"label": "V2", "amount": "1.00", "currency": "CHF"}])  # fmt: skip
    there = entry("report_recovery", state="CHE", amount="3.00", currency="USD")
    assert several.recovered_here([here, there]) == {"USD": Decimal("5.00"), "CHF": Decimal("1.00")}
    assert several.told_of([here, there], "CHE") == {"USD": Decimal("3.00")}
    assert several.told_of([here, there], "") == {}
