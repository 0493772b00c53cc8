"""Invariants of the whole machine (law.md 5 to 7), searched by hypothesis over facts and orders of steps."""

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mla.domain.course import CONSULTING, course
from mla.domain.errors import StepClosed, WrongState
from mla.domain.kinds.assistance import KIND
from mla.domain.refusal import CONSULT_FIRST, INTENDED, NEVER, PERMITTED
from mla.domain.workflow import STAYS, Actor, Case, Role, Side, fire

from .cases import ANSWERS, DAY, answers, facts

GROUNDS = st.sampled_from([*INTENDED, *NEVER, "", "whim"])
TEXT = st.sampled_from(["", " ", "said"])
DAYS = st.integers(-3, 30)
#: Steps that a search from the first draft would seldom get past are taken beforehand.
BEFORE = ("draft", "submit", "approve", "sign", "transmit", "acknowledge", "open_examination")
REFUSALS = ("refuse", "refuse_after_consultation", "accept_in_part")


class Search(RuleBasedStateMachine):
    """One case under way: steps in any order, by anybody entitled, with forms that lack this or that."""

    def __init__(self):
        super().__init__()
        self.state, self.day, self.bodies = "new", DAY, []
        for name in BEFORE:
            self._try(KIND.step(name), ANSWERS)
        assert self.state == "examination"

    def _try(self, step, data):
        side = Side.REQUESTING if step.side is Side.EITHER else step.side
        actor = facts().actor
        seen = facts(day=self.day, data=data, course=course(self.bodies))
        left = KIND.left(step, self.state, self.bodies)
        case = Case(self.state, step, Actor(actor, side, frozenset(Role)), seen, left)
        source = self.state
        try:
            self.state = fire(KIND, case)
        except (WrongState, StepClosed):
            return
        self.bodies.append({
            "step": step.name, "from": source, "to": self.state if step.target != STAYS else source,
            "happened_on": self.day.isoformat(), "data": data, "side": side,
        })  # fmt: skip

    @rule(
        step=st.sampled_from(KIND.steps), ground=GROUNDS, intended=st.lists(GROUNDS, max_size=3), text=TEXT, days=DAYS
    )
    def step(self, step, ground, intended, text, days):
        """Any step of the table, with a form that may lack what the article demands."""
        self._fill(step, ground, intended, text, days)

    @rule(
        name=st.sampled_from(
            ["open_consultation", "answer_consultation", "refuse_after_consultation", "accept_in_part", "postpone",
             "offer_conditions", "decline_conditions", "end_consultation", "resume", "refuse"]
        ),
        ground=GROUNDS, intended=st.lists(GROUNDS, max_size=3), text=TEXT, days=DAYS,
    )  # fmt: skip
    def decision(self, name, ground, intended, text, days):
        """The steps of consultation and decision, which the search would else meet too seldom."""
        self._fill(KIND.step(name), ground, intended, text, days)

    def _fill(self, step, ground, intended, text, days):
        reply = (self.day + dt.timedelta(days)).isoformat()
        refused = ANSWERS["decisions"][1] | {"ground": ground, "reasons": text or "said"}
        self._try(step, answers(
            ground=ground, grounds=intended, reasons=text, consultation_outcome=text or "held", reply_on=reply,
            review_on=reply, due_on=reply, decisions=[ANSWERS["decisions"][0], refused],
        ))  # fmt: skip

    @rule(name=st.sampled_from(["refuse_after_consultation", "accept_in_part"]), text=TEXT)
    def as_consulted(self, name, text):
        """A refusal on a ground on which a consultation was held at some time."""
        opened = [b["data"]["grounds"][0] for b in self.bodies if b["step"] == "open_consultation"]
        if opened:
            refused = ANSWERS["decisions"][1] | {"ground": opened[-1], "reasons": text}
            self._try(KIND.step(name), answers(
                ground=opened[-1], reasons=text, decisions=[ANSWERS["decisions"][0], refused]
            ))  # fmt: skip

    @rule(days=st.integers(1, 20))
    def wait(self, days):
        """Time passes."""
        self.day += dt.timedelta(days)

    @invariant()
    def no_refusal_without_what_the_article_demands(self):
        """Invariants 5, 6, 7: never a forbidden ground, no refusal under 18(21) unconsulted, none without reasons."""
        for number, body in enumerate(self.bodies):
            for ground, reasons in refusals(body):
                assert ground in PERMITTED
                assert reasons.strip()
                assert ground not in CONSULT_FIRST or consulted(self.bodies[:number], ground, body["happened_on"])

    @invariant()
    def no_postponement_without_consultation(self):
        """18(25), 18(26)."""
        for number, body in enumerate(self.bodies):
            if body["step"] == "postpone":
                assert consulted(self.bodies[:number], "postponement", body["happened_on"])

    @invariant()
    def every_state_has_a_way_out(self):
        """Rule 7: an open case can be withdrawn and closed, whatever was done before."""
        assert self.state in KIND.final or any(s.target not in (STAYS, self.state) for s in KIND.leaving(self.state))

    @invariant()
    def refused_only_by_a_refusal(self):
        """No other step leads there."""
        assert self.state != "refused" or self._entered() in REFUSALS

    def _entered(self):
        return next(b["step"] for b in reversed(self.bodies) if b["to"] == "refused" and b["from"] != "refused")


def refusals(body):
    """Each refusal that the entry holds: ground and reasons."""
    data = body["data"]
    if body["step"] in ("refuse", "refuse_after_consultation"):
        return [(data["ground"], data["reasons"])]
    if body["step"] == "accept_in_part":
        return [(d["ground"], d["reasons"]) for d in data["decisions"] if d["decision"] == "refused"]
    return []


def consulted(before, ground, day):
    """Whether, without leaving it since, a consultation was opened on the ground, and answered or its day passed.

    Told anew from the bare entries, not by the function that the guards use.
    """
    held = []
    for body in reversed(before):
        held.insert(0, body)
        if body["step"] == "open_consultation":
            break
        if body["to"] not in CONSULTING:
            return False
    if not held or held[0]["step"] != "open_consultation":
        return False
    replied = any(body["step"] in ("answer_consultation", "decline_conditions") for body in held)
    return ground in held[0]["data"]["grounds"] and (replied or held[0]["data"]["reply_on"] < day)


TestSearch = Search.TestCase
TestSearch.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
