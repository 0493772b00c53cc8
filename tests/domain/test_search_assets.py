"""Assets searched by hypothesis (law.md 11, invariants 5 and 9): whoever does whatever, in any order, here or on paper.

What must hold is told anew from the bare entries, not by the guards.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from mla.domain.assets.content import STAGES
from mla.domain.assets.freezing import confiscated_whole, freezes_on
from mla.domain.assets.recovery import recovery
from mla.domain.course import course
from mla.domain.errors import StepClosed
from mla.domain.kinds.assets import KIND
from mla.domain.obligations import ledger
from mla.domain.recording import PREFIX
from mla.domain.workflow import Actor, Case, Side, fire

from .assets_cases import ANSWERS, GIVEN, complete, facts
from .cases import DAY

#: What is changed in the answers that would open every step.
LACKS = [
    {}, {}, {}, {}, {"ground": "fiscal"}, {"ground": "bank_secrecy"}, {"ground": "essential_interests"},
    {"obstacle": "bank_secrecy"}, {"reasons": ""}, {"none_known": False}, {"agreement": ""},
    {"lines": [{"label": "V1", "to": "shared", "amount": "1", "currency": "USD", "beneficiary": "BRA"}]},
    {"lines": [{"label": "V1", "to": "retained", "amount": "1", "currency": "USD"}]}, {"lapses_on": ""},
]  # fmt: skip
DECISIONS = ("refuse", "refuse_after_consultation", "report_denial")
BEGINS = ("examination", "freeze_pending", "court_phase", "confiscated")
PAPER = {"reference": "x", "happened_on": "2026-03-12", "today": "2026-03-12", "no_scan": "seen"}
OTHER = {Side.REQUESTING: Side.REQUESTED, Side.REQUESTED: Side.REQUESTING}


class Walk:
    """One request that was received, at any stage; either side acts here, or its act is recorded from paper."""

    def __init__(self, chance):
        self.chance = chance
        self.state, self.bodies, self.content = chance.choice(BEGINS), [], complete(chance.choice(list(STAGES)))

    def go(self):
        """One step, mostly done here: a record may say anything, and so shows less."""
        lacks = self.chance.choice(LACKS)
        self.chance.choice((self.act, self.act, self.act, self.act, self.act, self.record, self.amend))(lacks)

    def _try(self, step, side, data, **more):
        known = facts(
            content=self.content, data=data, course=course(self.bodies), recovery=recovery(self.bodies),
            ledger=ledger(enumerate(self.bodies, 1), {1: self.content}), side=side.value, **more,
        )  # fmt: skip
        left = KIND.left(step, self.state, self.bodies)
        try:
            self.state = fire(KIND, Case(self.state, step, Actor("other", side, frozenset(step.roles)), known, left))
        except StepClosed:
            return
        body = {"step": step.records or step.name, "side": (OTHER[side] if step.records else side).value,
                "to": self.state, "data": data, "happened_on": "2026-03-12", "from": ""}  # fmt: skip
        self.bodies.append(body | ({"recorded": True} if step.records else {}))

    def amend(self, _lacks):
        self.content = complete(self.chance.choice(list(STAGES)))

    def act(self, lacks):
        own = [s for s in KIND.leaving(self.state) if s.row[0] in "AM" or s.name.startswith("close_")]
        if own:
            step = self.chance.choice(own)
            side = self.chance.choice(list(OTHER)) if step.side is Side.EITHER else step.side
            self._try(step, side, ANSWERS | GIVEN.get(step.name, {}) | lacks)

    def record(self, lacks):
        rows = [r for r in KIND.recordings if self.state in r.sources and r.name.startswith(PREFIX)]
        if rows:
            step = self.chance.choice(rows)
            side = Side.REQUESTING if step.side is Side.EITHER else step.side
            answers = self.chance.choice(({}, ANSWERS | GIVEN.get(step.records, {}) | lacks))
            self._try(step, side, dict(answers), on_paper=True, incoming=PAPER)

    def _own(self, *steps):
        """One's own acts of the steps, with what came before each."""
        for number, body in enumerate(self.bodies):
            if body["step"] in steps and "recorded" not in body:
                yield body["data"], [b["step"] for b in self.bodies[:number]], self.bodies[:number]

    def nothing_of_ones_own_rests_on_bank_secrecy_or_fiscal_matters(self):
        """12(6), 18(8), 18(22), and reasons by 18(23)."""
        for data, _, _ in self._own(*DECISIONS):
            assert data["ground"] not in ("bank_secrecy", "fiscal")
        for data, _, _ in self._own(*DECISIONS, "refuse_not_covered"):
            assert data["reasons"]
        for data, _, _ in self._own("report_tracing"):
            assert data["obstacle"] != "bank_secrecy"

    def what_was_asked_back_is_considered_before_it_goes_elsewhere(self):
        """14(2): a consideration lies between the last request for return and a disposal to anyone else."""
        for data, steps, _ in self._own("dispose"):
            if "ask_return" in steps and any(line["to"] != "returned" for line in data["lines"]):
                last = len(steps) - 1 - steps[::-1].index("ask_return")
                assert "consider_return" in steps[last:]

    def nothing_is_shared_without_an_agreement(self):
        """14(3)(b): one that is named, or one that the other State agreed to."""
        for data, steps, _ in self._own("dispose"):
            if any(line["to"] == "shared" for line in data["lines"]):
                assert data["agreement"] or "accept_sharing" in steps

    def nobody_agrees_with_themselves(self):
        """Who accepts a proposal to share is not who made it."""
        for number, body in enumerate(self.bodies):
            if body["step"] == "accept_sharing" and "recorded" not in body:
                proposed = [b for b in self.bodies[:number] if b["step"] == "propose_sharing"][-1]
                assert proposed["side"] != body["side"]

    def nothing_is_confiscated_over_a_claim_that_waits(self):
        """12(8), 13(8)."""
        for _, steps, _ in self._own("report_confiscation"):
            if "record_claims" in steps:
                bare = [s for s in steps if s in ("record_claims", "decide_claims")]
                assert bare[-1] == "decide_claims" or all(not b["data"].get("claims") for b in self.bodies
                                                          if b["step"] == "record_claims")  # fmt: skip

    def no_closing_of_ones_own_leaves_property_frozen(self):
        """But one that a linked request for confiscation follows (A7)."""
        if self.bodies and self.state == "closed" and "recorded" not in self.bodies[-1]:
            closing = self.bodies[-1]
            if (
                closing["to"] == "closed"
                and closing["step"].startswith("close_")
                and closing["step"] != "close_followed"
            ):
                frozen = freezes_on(self.bodies, DAY).items()
                taken = confiscated_whole(self.bodies, DAY)
                assert not [label for label, freeze in frozen if freeze.alive(DAY) and label not in taken]


INVARIANTS = [getattr(Walk, name) for name in vars(Walk) if name.startswith(("nothing", "what", "nobody", "no_"))]


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=True))
def test_whatever_the_order_of_steps(chance):
    walk = Walk(chance)
    for _ in range(80):
        walk.go()
    for holds in INVARIANTS:
        holds(walk)
