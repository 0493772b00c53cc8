"""Invariants of the whole machine (law.md 5 to 7), searched by hypothesis over facts and orders of steps."""

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mla.domain.course import CONSULTING, course
from mla.domain.errors import StepClosed, WrongState
from mla.domain.findings import Finding, Weight
from mla.domain.kinds.assistance import KIND, OPEN
from mla.domain.refusal import CONSULT_FIRST, INTENDED, NEVER, PERMITTED
from mla.domain.workflow import STAYS, Actor, Case, Role, Side, fire

from .cases import ANSWERS, DAY, answers, facts, on_reciprocity, on_treaty

GROUNDS = st.sampled_from([*INTENDED, *NEVER, "", "whim"])
#: Most often the ground that the requested State has meant from the first (None), now and then another.
MEANT = st.one_of(st.none(), st.none(), GROUNDS)
#: Most forms are filled in: else the search would seldom get anywhere.
TEXT = st.sampled_from(["said", "said", "said", "", " "])
DAYS = st.sampled_from([20, 10, 3, 30, 0, -1])
#: Steps that a search from the first draft would seldom get past are taken beforehand.
BEFORE = ("draft", "submit", "approve", "sign", "transmit", "acknowledge", "open_examination")
REFUSALS = ("refuse", "refuse_after_consultation", "accept_in_part", "refuse_on_other_basis")
#: On what the request may come to rest: the Convention, a treaty that binds both beside it, or reciprocity.
BASES = {"UNTOC": {}, "TREATY": on_treaty(), "RECIPROCITY": on_reciprocity()}
#: Bound by the Convention on every day of the search.
BOTH_BOUND = (Finding("receipt.both_bound", "37-38", Weight.HOLDS),)


class Search(RuleBasedStateMachine):
    """One case under way: steps in any order, by anybody entitled, with forms that lack this or that."""

    def __init__(self):
        super().__init__()
        self.state, self.day, self.bodies, self.basis = "new", DAY, [], "UNTOC"
        for name in BEFORE:
            self._try(KIND.step(name), ANSWERS)
        assert self.state == "examination"

    @initialize(ground=GROUNDS)
    def mean(self, ground):
        """The requested State has a ground in mind, a permitted one or not."""
        self.meant = ground

    def _try(self, step, data):
        side = Side.REQUESTING if step.side is Side.EITHER else step.side
        actor = facts().actor
        seen = facts(day=self.day, data=data, course=course(self.bodies), kept=BOTH_BOUND, **BASES[self.basis])
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
            "basis": self.basis,
        })  # fmt: skip

    @rule(nth=st.integers(0, 99), ground=MEANT, intended=st.lists(MEANT, max_size=2), text=TEXT, days=DAYS)
    def step(self, nth, ground, intended, text, days):
        """A step that leaves from here, with a form that may lack what the article demands."""
        leaving = [step for step in KIND.steps if self.state in step.sources]
        if leaving:
            self._fill(leaving[nth % len(leaving)], ground, intended, text, days)

    @rule(
        name=st.sampled_from(
            ["open_consultation", "answer_consultation", "refuse_after_consultation", "accept_in_part", "postpone",
             "offer_conditions", "decline_conditions", "end_consultation", "resume", "refuse",
             "postpone_on_other_basis"]
        ),
        ground=MEANT, intended=st.lists(MEANT, max_size=2), text=TEXT, days=DAYS,
    )  # fmt: skip
    def decision(self, name, ground, intended, text, days):
        """The steps of consultation and decision, which the search would else meet too seldom."""
        self._fill(KIND.step(name), ground, intended, text, days)

    def _fill(self, step, ground, intended, text, days):
        reply = (self.day + dt.timedelta(days)).isoformat()
        ground, *intended = (self.meant if g is None else g for g in (ground, *intended))
        refused = ANSWERS["decisions"][1] | {"ground": ground, "reasons": text or "said"}
        self._try(step, answers(
            ground=ground, grounds=intended, reasons=text, consultation_outcome=text or "held", reply_on=reply,
            review_on=reply, due_on=reply, decisions=[ANSWERS["decisions"][0], refused],
        ))  # fmt: skip

    @rule(
        ground=MEANT, answered=st.booleans(), days=DAYS, waited=st.sampled_from([0, 5, 25]), text=TEXT, chosen=MEANT,
        name=st.sampled_from(["refuse_after_consultation", "accept_in_part", "postpone"]),
    )  # fmt: skip
    def consulted_and_decided(self, ground, answered, days, waited, text, chosen, name):
        """A consultation from its opening to a decision: perhaps unanswered, too early, or on another ground."""
        self._fill(KIND.step("open_consultation"), None, [ground], "said", days)
        if answered:
            self._fill(KIND.step("answer_consultation"), None, [], "said", 10)
        self.wait(waited)
        self._fill(KIND.step(name), chosen, [], text, 10)

    @rule(basis=st.sampled_from(sorted(BASES)))
    def amended(self, basis):
        """An amended request came in that rests on this basis; what follows is decided on it."""
        if self.state in OPEN and self.basis != basis:
            self.basis = basis
            self.bodies.append({
                "step": "transmit_amendment", "from": self.state, "to": self.state, "data": {}, "basis": basis,
                "happened_on": self.day.isoformat(), "side": Side.REQUESTING,
            })  # fmt: skip

    @rule(rests_on=st.sampled_from(["provision", "bank_secrecy", "fiscal", ""]), provision=TEXT, text=TEXT)
    def on_another_basis(self, rests_on, provision, text):
        """A refusal that names a provision, or doesn't."""
        self._try(KIND.step("refuse_on_other_basis"), answers(rests_on=rests_on, provision=provision, reasons=text))

    @rule(days=st.integers(0, 20))
    def wait(self, days):
        """Time passes."""
        self.day += dt.timedelta(days)

    @invariant()
    def no_refusal_without_what_the_article_demands(self):
        """Invariants 5, 6, 7: never a forbidden ground, no refusal under 18(21) unconsulted, none without reasons."""
        for number, body in enumerate(self.bodies):
            for ground, reasons in refusals(body) if body["basis"] == "UNTOC" else ():
                assert ground in PERMITTED
                assert reasons.strip()
                assert ground not in CONSULT_FIRST or consulted(self.bodies[:number], ground, body["happened_on"])

    @invariant()
    def the_grounds_are_those_of_the_basis(self):
        """Rule 6: 18(9) and 18(21) carry what rests on the Convention; elsewhere a provision, and no bank secrecy."""
        for body in self.bodies:
            if body["step"] in ("refuse", "refuse_after_consultation", "postpone"):
                assert body["basis"] == "UNTOC"
            if body["step"] == "refuse_on_other_basis":
                assert body["basis"] != "UNTOC"
                assert body["data"]["rests_on"] == "provision"
                assert body["data"]["provision"].strip()

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
TestSearch.settings = settings(max_examples=200, stateful_step_count=40)
