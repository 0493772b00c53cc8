"""The numbers of asset recovery over any sequence of steps that the real table permits, with its real guards.

Every act is one's own: what is recorded from paper is a fact, whatever its numbers are (see test_search_property).
"""

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mla.domain.assets import disposal, money
from mla.domain.assets.freezing import freezes_on
from mla.domain.assets.property import State, states_on
from mla.domain.assets.recovery import recovery
from mla.domain.clocks import running
from mla.domain.course import course
from mla.domain.errors import StepClosed
from mla.domain.kinds.assets import KIND
from mla.domain.obligations import ledger
from mla.domain.workflow import Actor, Case, Side, fire

from .assets_cases import ANSWERS, GIVEN, complete, facts
from .cases import DAY
from .recounted import assert_within_the_orders, brought, cents, held_until

LABELS = ("V1", "V2")
CURRENCIES = ("CHF", "USD")
AMOUNTS = st.sampled_from(["0.01", "99.99", "200.00", "333.33", "450.00"])
RATES = st.sampled_from([{"rate": "0.5", "rate_on": "2026-01-01", "rate_source": "a bank"}, {"rate": "0.5"}])
CURRENCY = st.sampled_from(["CHF", "CHF", "CHF", "USD"])
ROW = st.fixed_dictionaries({
    "label": st.sampled_from(["V1", "V1", "V1", "V2"]), "amount": AMOUNTS, "currency": CURRENCY,
    "costs": st.sampled_from(["0", "50.00"]),
    "interest": st.sampled_from(["", "0.01"]), "extent": st.sampled_from(["whole", "part"]),
    "to": st.sampled_from(["returned", "shared", "contributed", "retained", "costs"]), "beneficiary": st.just("x"),
})  # fmt: skip
ROWS = st.lists(st.builds(lambda row, rate: row | rate, ROW, RATES), min_size=1, max_size=2)
ORDER = st.fixed_dictionaries({
    "order_number": st.sampled_from(["K1", "K2"]), "order_amount": st.sampled_from(["", "450.00", "1100.00"]),
    "order_currency": CURRENCY,
})  # fmt: skip
#: The order that the request brings, if it brings one.
BROUGHT = st.sampled_from([{}, {}, {"number": "K1", "amount": "900.00", "currency": "CHF"}])
AGO = st.integers(0, 6)
AHEAD = st.sampled_from([None, 0, 2, 9, 30])
#: Where a case may stand before anything is counted.
BEGINS = ("examination", "freeze_pending", "court_phase")
#: The course of a case on which there is something to count: the search would else seldom get past a freeze.
COURSE = ("submit_freeze", "report_freeze", "extend_freeze", "lift_freeze", "begin_court_phase", "report_confiscation",
          "report_recovery", "report_realisation", "dispose")  # fmt: skip
#: The steps that list property by rows, and under which name.
LISTED = {"dispose": "lines"}
BY_LABEL = ("extend_freeze", "lift_freeze")
ALIVE = {State.FROZEN, State.EXTENDED}


class Search(RuleBasedStateMachine):
    """One case that was received: either side takes what steps the table permits, with whatever numbers."""

    @initialize(sent=BROUGHT, state=st.sampled_from(BEGINS))
    def receive(self, sent, state):
        """A request to confiscate two assets, with or without an order of its own, before anything is counted."""
        self.sent, self.state, self.day, self.bodies = sent, state, DAY, []
        self.content = complete("confiscate_b" if sent else "confiscate_a")
        self.content["property"] = [self.content["property"][0] | {"label": label} for label in LABELS]
        self.content["measure"] |= {f"order_{name}": sent.get(name, "") for name in ("number", "amount", "currency")}

    @rule(nth=st.integers(0, 99), rows=ROWS, order=ORDER, ago=AGO, ahead=AHEAD)
    def any_step(self, nth, rows, order, ago, ahead):
        """A step that leaves from here."""
        self._nth([s for s in KIND.leaving(self.state) if s.row[0] in "AM"], nth, (rows, order, ago, ahead))

    @rule(tries=st.lists(st.tuples(st.integers(0, 99), ROWS, ORDER, AGO, AHEAD), min_size=1, max_size=4))
    def counted(self, tries):
        """Steps that the numbers are about, one after the other."""
        for nth, *numbers in tries:
            self._nth([s for s in KIND.leaving(self.state) if s.name in COURSE], nth, numbers)

    def _nth(self, steps, nth, numbers):
        if steps:
            self._try(steps[nth % len(steps)], *numbers)

    @rule(days=st.integers(1, 12))
    def wait(self, days):
        """Days pass."""
        self.day += dt.timedelta(days)

    def _try(self, step, rows, order, ago, ahead):
        side = Side.REQUESTING if step.side is Side.EITHER else step.side
        data = self._answers(step.name, rows, order, ago, ahead)
        known = facts(
            content=self.content, data=data, course=course(self.bodies), recovery=recovery(self.bodies),
            ledger=ledger(enumerate(self.bodies, 1), {1: self.content}), side=side.value, day=self.day,
        )  # fmt: skip
        left = KIND.left(step, self.state, self.bodies)
        source = self.state
        try:
            self.state = fire(KIND, Case(source, step, Actor("other", side, frozenset(step.roles)), known, left))
        except StepClosed:
            return
        self.bodies.append({"step": step.name, "side": side.value, "from": source, "to": self.state, "data": data,
                            "happened_on": self.day.isoformat()})  # fmt: skip

    def _answers(self, name, rows, order, ago, ahead):
        """What would open the step, with these numbers and days; property only where the step lists it."""
        since = (self.day - dt.timedelta(ago)).isoformat()
        until = "" if ahead is None else (self.day + dt.timedelta(ahead)).isoformat()
        days = dict.fromkeys(("ordered_on", "lifted_on", "realised_on", "recovered_on", "notified_on"), since)
        first = {key: rows[0].get(key, "") for key in ("amount", "currency", "rate", "rate_on", "rate_source")}
        ends = {"lapses_on": until, "needed_by": until, "until_on": until or "2030-01-01", "reply_on": "2030-01-01"}
        listed = [row["label"] for row in rows] if name in BY_LABEL else [row | {"outcome": "traced"} for row in rows]
        empty = {"assets": [], "lines": [], "new": [], "searched": "x"}
        return (
            ANSWERS | GIVEN.get(name, {}) | days | order | first | ends | empty | {LISTED.get(name, "assets"): listed}
        )

    @invariant()
    def no_more_than_the_order(self):
        """Confiscated at most what an order names, and recovered over all States at rates that were recorded."""
        assert_within_the_orders(self.bodies, self.sent)

    @invariant()
    def realised_is_costs_and_disposed_and_remaining(self):
        """Asset by asset, currency by currency, to the cent; and nothing is disposed of that is not there."""
        left, found = brought(self.bodies), disposal.balances(self.bodies)
        assert all(amount >= 0 for amount in left.values())
        for label, one in found.items():
            for currency in CURRENCIES:
                parts = [part.get(currency, money.NOTHING) for part in (one.costs, one.disposed, one.remaining)]
                assert sum(parts) == one.brought.get(currency, 0)
                assert cents(str(parts[2])) == left[label, currency]

    @invariant()
    def only_what_was_confiscated_is_sold_or_disposed_of(self):
        """By this case's own orders."""
        taken = self._listed("report_confiscation", "assets")
        assert self._listed("report_realisation", "assets") | self._listed("dispose", "lines") <= taken

    def _listed(self, step, name):
        return {row["label"] for body in self.bodies if body["step"] == step for row in body["data"][name]}

    @invariant()
    def no_freeze_is_shown_alive_after_its_lapse(self):
        """Today and in the month after: by the freeze itself, in the list of property and by the clocks."""
        for day in (self.day + dt.timedelta(n) for n in (0, 1, 2, 3, 9, 10, 31)):
            on = day.isoformat()
            holds = {label for label in LABELS if held_until(self.bodies, label, on) >= on}
            assert {label for label, one in freezes_on(self.bodies, day).items() if one.alive(day)} == holds
            shown = {
                label for label, states in states_on(self.bodies, self.content, day).items() if ALIVE & set(states)
            }
            clocks = running(KIND, self.state, self.bodies, self.content, day)
            told = {label for c in clocks if c.code in ("clock.freeze", "clock.freeze_needed")
                    for label in c.about["assets"].split(", ")}  # fmt: skip
            assert shown | told <= holds


TestSearch = Search.TestCase
TestSearch.settings = settings(max_examples=100, stateful_step_count=30)
