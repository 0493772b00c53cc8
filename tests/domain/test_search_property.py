"""The numbers of asset recovery searched by hypothesis: whatever is reported, in any order, in several currencies.

What must hold is told anew from the bare entries in whole smallest units, not by the functions that are tried.
"""

import datetime as dt

from hypothesis import event, given, settings
from hypothesis import strategies as st

from mla.domain.assets import disposal, money, several
from mla.domain.assets.account import account
from mla.domain.assets.freezing import freezes_on
from mla.domain.assets.property import State, states_on, sums_on
from mla.domain.assets.statement import statement
from mla.domain.assets.timeline import timelines
from mla.domain.assets.watch import watched

from .property_cases import content, entry, row
from .recounted import assert_within_the_orders, brought, cents, held_until

LABELS = st.sampled_from(["V1", "V2", "V3"])
CURRENCIES = st.sampled_from(["CHF", "CHF", "CHF", "USD"])
DAYS = st.integers(0, 9).map(lambda n: (dt.date(2026, 1, 1) + dt.timedelta(n)).isoformat())
MAYBE = st.one_of(DAYS, DAYS, st.just(""))
AMOUNTS = st.sampled_from(["0.01", "99.99", "200.00", "333.33", "450.00"])
COSTS = st.sampled_from(["", "0.01", "50.00"])
RATES = st.sampled_from([{}, {"rate": "0.5", "rate_on": "2026-01-01", "rate_source": "a bank"}, {"rate": "0.5"}])
WAYS = st.sampled_from(["returned", "shared", "contributed", "retained", "costs"])
EXTENTS = st.sampled_from(["whole", "part"])
PLACES = st.sampled_from(["USA", "JPN", ""])


def rows(**more):
    return st.lists(st.fixed_dictionaries({"label": LABELS, "amount": AMOUNTS, "currency": CURRENCIES} | more),
                    min_size=1, max_size=2)  # fmt: skip


def told(step, **data):
    return st.builds(entry, st.just(step), DAYS, **data)


ENTRIES_OF_MONEY = (
    told("report_confiscation", assets=rows(extent=EXTENTS), order_number=st.sampled_from(["K1", "K2"]),
         order_amount=st.sampled_from(["", "450.00", "1100.00"]), order_currency=CURRENCIES),
    told("report_realisation", assets=rows(costs=COSTS, interest=COSTS)),
    told("dispose", lines=rows(to=WAYS)),
    st.builds(lambda e, rate: e | {"data": e["data"] | rate},
              told("report_recovery", state=PLACES, amount=AMOUNTS, currency=CURRENCIES), RATES),
)  # fmt: skip
ENTRIES_OF_HOLDS = (
    told("report_freeze", assets=rows(), ordered_on=MAYBE, lapses_on=MAYBE, lapse_rule=st.just("rule")),
    told("extend_freeze", assets=st.lists(LABELS, max_size=2), lapses_on=MAYBE, lapse_rule=st.just("")),
    told("lift_freeze", assets=st.lists(LABELS, max_size=2), lifted_on=MAYBE),
)
TRACED = st.fixed_dictionaries({"label": LABELS, "outcome": st.just("traced")})
TRACING = told("report_tracing", assets=st.lists(TRACED))
HISTORIES = st.lists(st.one_of(TRACING, *ENTRIES_OF_HOLDS, *ENTRIES_OF_MONEY), min_size=1, max_size=20)
#: Reports of freezes alone, and of money alone, so that a day is extended, or an order nearly spent, by the end.
OF_HOLDS = st.lists(st.one_of(*ENTRIES_OF_HOLDS), min_size=2, max_size=8)
OF_MONEY = st.lists(st.one_of(*ENTRIES_OF_MONEY), min_size=4, max_size=20)
SENT = st.sampled_from([{}, {"number": "K1", "amount": "900.00", "currency": "CHF"}])
ALIVE = {State.FROZEN, State.EXTENDED}


# No freeze is shown alive after its lapse, by the clock, by the state or in a sum, whichever day is looked at.
@settings(max_examples=150)
@given(st.one_of(HISTORIES, OF_HOLDS))
def test_no_freeze_outlives_its_lapse(bodies):
    for day in (dt.date(2026, 1, 1) + dt.timedelta(n) for n in range(12)):
        alive = {label for label, one in freezes_on(bodies, day).items() if one.alive(day)}
        standing = states_on(bodies, content(), day)
        shown = {label for label, states in standing.items() if ALIVE & set(states)}
        told = day.isoformat()
        assert alive == {label for label in ("V1", "V2", "V3") if held_until(bodies, label, told) >= told}
        assert shown <= alive
        assert bool(ALIVE & set(sums_on(bodies, content(), day))) == bool(shown)
        said = {label for one in watched(bodies, day) if not one.freeze.alive(day) for label in one.labels}
        assert not alive & said
    event(f"alive: {len(alive)}, lapsed: {len(said)}")


HELD = (State.FROZEN, State.EXTENDED, State.LIFTED, State.LAPSED)


# Where an asset stands is where its states over time led, whichever day is looked at.
@given(HISTORIES)
def test_the_states_over_time_lead_to_where_it_stands(history):
    sent = entry("transmit", "2025-12-31") | {"set": {"sent_version": 1}}
    bodies = [body | {"seq": number} for number, body in enumerate([sent, *history], 1)]
    for day in (dt.date(2026, 1, 1) + dt.timedelta(n) for n in range(0, 12, 3)):
        times = timelines(bodies, {1: content()}, day)
        for label, states in states_on(bodies, content(), day).items():
            told = [stage.state for stage in times.get(label, ())]
            assert set(states) <= {State.IDENTIFIED, *told}
            assert all(state == [t for t in told if t in HELD][-1] for state in states if state in HELD)
        assert all(stage.on <= day.isoformat() for stages in times.values() for stage in stages)


# Realised = disposed + costs + remaining, to the cent, asset by asset and over all; no two currencies are added.
@given(HISTORIES)
def test_what_is_realised_balances(bodies):
    found = disposal.balances(bodies)
    left = brought(bodies)
    for label, one in found.items():
        for currency in ("CHF", "USD"):
            parts = [part.get(currency, money.NOTHING) for part in (one.costs, one.disposed, one.remaining)]
            assert sum(parts) == one.brought.get(currency, 0)
            assert cents(str(parts[2])) == left[label, currency]
    whole = account(bodies)
    assert money.total((whole.kept, whole.prices, whole.interest)) == whole.balance.brought
    over_all = whole.balance.remaining
    for currency in ("CHF", "USD"):
        assert cents(str(over_all.get(currency, 0))) == sum(n for (_label, c), n in left.items() if c == currency)


# What stands in all states, with the costs, is what was brought in: nothing is lost between the states.
@given(HISTORIES)
def test_no_amount_is_lost_between_states(bodies):
    for label, states in states_on(bodies, content(row("V1"), row("V2"), row("V3")), dt.date.max).items():
        one = disposal.balances(bodies).get(label)
        if one and one.brought and set(states) - {State.LAPSED, State.LIFTED, *ALIVE}:
            sums = money.total(sums for sums in (*states.values(), one.costs))
            assert sums == one.brought
        assert all(line.label == label for line in statement(bodies, content(), label))


def permitted(history, sent):
    """The entries of a history that the rules let pass, each looked at with what passed before it."""
    passed = []
    for body in history:
        tried = [*passed, body]
        rules = (several.within_orders(tried, sent), disposal.balanced(tried), disposal.confiscated_first(tried))
        if not any(finding.closes for rule in rules for finding in rule):
            passed = tried
    return passed


# Over any sequence of permitted steps, no more is confiscated than an order says, nor recovered over all States
# together at recorded, dated and sourced rates; and no more is disposed of than there is.
@settings(max_examples=300)
@given(OF_MONEY, SENT)
def test_no_more_than_the_order(history, sent):
    bodies = permitted(history, content(**sent))
    orders = assert_within_the_orders(bodies, sent)
    assert all(left >= 0 for left in brought(bodies).values())
    event(f"passed: {len(bodies)}, orders: {orders}")
