"""Extradition searched by hypothesis (law.md 11, invariant 8): whoever does whatever, in any order, here or on paper.

The search takes steps and records papers in any order, with answers that are whole or lack something. What must hold
is told anew from the bare entries, not by the guards.
"""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mla.domain.course import course
from mla.domain.errors import StepClosed
from mla.domain.extradition.pursuit import pursuit
from mla.domain.kinds.extradition import KIND
from mla.domain.obligations import ledger
from mla.domain.recording import PREFIX
from mla.domain.workflow import Actor, Case, Side, fire

from .extradition_cases import ANSWERS, complete, convicted, facts

#: What is changed in the answers that would open every step.
LACKS = st.sampled_from([
    {}, {}, {}, {"ground": "fiscal"}, {"ground": "nationality"}, {"ground": "fiscal", "not_appropriate": "too late"},
    {"sole_ground": False}, {"nationality_shown": ""}, {"reasons": ""}, {"enforced": "no"}, {"result": ""},
    {"not_appropriate": "The treaty leaves no room."}, {"not_nationality": False},
])  # fmt: skip
SETTLED = {"report_prosecution", "decide_enforcement", "ask_for_neither", "hand_over"}
PAPER = {"reference": "x", "happened_on": "2026-03-12", "today": "2026-03-12", "no_scan": "seen"}


class Pursued(RuleBasedStateMachine):
    """One request that was received; ``here`` says which of the two sides signs in here, the other is on paper."""

    def __init__(self):
        super().__init__()
        self.state, self.bodies, self.content = "examination", [], complete()

    def _try(self, step, side, data, **more):
        told = list(enumerate(self.bodies, 1))
        known = facts(
            content=self.content, data=data, course=course(self.bodies), pursuit=pursuit(self.bodies), side=side.value,
            ledger=ledger(told, {1: self.content}), asked=(), **more,
        )  # fmt: skip
        left = KIND.left(step, self.state, self.bodies)
        try:
            self.state = fire(KIND, Case(self.state, step, Actor("other", side, frozenset(step.roles)), known, left))
        except StepClosed:
            return
        acts = side if not step.records else {Side.REQUESTING: Side.REQUESTED}.get(side, Side.REQUESTING)
        body = {"step": step.records or step.name, "side": acts.value, "to": self.state, "data": data,
                "happened_on": "2026-03-12", "from": "", "recorded": bool(step.records)}  # fmt: skip
        self.bodies.append(body if step.records else {k: v for k, v in body.items() if k != "recorded"})

    @rule(lacks=LACKS, convicted_=st.booleans(), data=st.data())
    def act(self, lacks, convicted_, data):
        self.content = convicted() if convicted_ else complete()
        step = data.draw(st.sampled_from(KIND.leaving(self.state)))
        side = Side.REQUESTING if step.side is Side.EITHER else step.side
        self._try(step, side, ANSWERS | lacks | self._chosen())

    @rule(lacks=LACKS, data=st.data())
    def record(self, lacks, data):
        rows = [r for r in KIND.recordings if self.state in r.sources and r.name.startswith(PREFIX)]
        if rows:
            step = data.draw(st.sampled_from(rows))
            side = Side.REQUESTING if step.side is Side.EITHER else step.side
            answers = data.draw(st.sampled_from([{}, ANSWERS | lacks]))
            self._try(step, side, dict(answers), on_paper=True, incoming=PAPER)

    def _chosen(self):
        owed = ledger(enumerate(self.bodies, 1), {1: self.content}).obligations
        return {"obligation": owed[-1].label} if owed else {}

    @invariant()
    def a_refusal_for_nationality_is_settled_before_the_end(self):
        """16(10), (12): prosecution reported, enforcement considered, both given up in writing, or surrender, since."""
        steps = [b["step"] for b in self.bodies]
        if self.state == "closed" and "refuse_for_nationality" in steps:
            last = len(steps) - 1 - steps[::-1].index("refuse_for_nationality")
            assert SETTLED & set(steps[last:])

    @invariant()
    def no_refusal_of_ones_own_rests_on_fiscal_matters_or_on_nothing(self):
        """16(15), (10): on what a refusal rests; no record of one hides that it was for nationality."""
        for body in self.bodies:
            if body["step"] == "refuse_extradition":
                assert body["data"].get("ground") != "nationality"
            if "recorded" in body:
                continue
            if body["step"] == "refuse_extradition":
                assert body["data"]["ground"] not in ("fiscal", "nationality")
                assert body["data"]["not_nationality"] or body["data"]["ground"] != "domestic_condition"
            if body["step"] == "refuse_for_nationality":
                assert body["data"]["sole_ground"]
                assert body["data"]["nationality_shown"]

    @invariant()
    def nobody_is_handed_over_by_us_without_an_agreement_of_both(self):
        """A surrender of one's own follows an arrangement to which the other State agreed."""
        steps = [b["step"] for b in self.bodies]
        for number, body in enumerate(self.bodies):
            if body["step"] == "hand_over" and "recorded" not in body:
                before = steps[:number]
                assert "agree_surrender" in before[len(before) - before[::-1].index("arrange_surrender") :]


TestPursued = Pursued.TestCase
TestPursued.settings = settings(max_examples=120, stateful_step_count=40, deadline=None, report_multiple_bugs=False)
