"""The gate (law.md 11, invariants 1, 3, 4, 11, 13 and 14), searched by hypothesis: whoever writes whatever.

The search writes the draft, takes steps in any order by any of five people, lets time pass, and looks at what was
sent. What must hold of it is told anew from the bare entries and dates, not by the guards.
"""

import datetime as dt
import itertools

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mla.domain.course import course
from mla.domain.declarations import Declarations
from mla.domain.errors import StepClosed, WrongState
from mla.domain.facts import Facts
from mla.domain.history import canonical, sha256
from mla.domain.kinds.assistance import KIND
from mla.domain.workflow import STAYS, Actor, Case, Role, Side, fire

from .cases import ANSWERS, but, complete, offence
from .treaty_data import act, small

DEPOSITED, DENOUNCED = dt.date(2025, 3, 12), dt.date(2026, 3, 1)
BOUND_FROM, BOUND_UNTIL = dt.date(2025, 4, 11), dt.date(2027, 3, 1)
REGISTER = small(
    act("AAA", "accession", "2004-01-01"),
    act("BBB", "accession", DEPOSITED.isoformat()),
    act("BBB", "denunciation", DENOUNCED.isoformat()),
)
PEOPLE = ("ana", "ben", "caro", "dino", "eva")
#: What a drafter may write: complete, and each with one thing that keeps the request from being sent.
CONTENTS = {
    "complete": complete(),
    "another": but(purpose__text="To prove who owns the account."),
    "three years": but(offences=[offence(3, days=364, category="")]),
    "two persons": but(group__number=2),
    "no purpose": but(purpose__text=" "),
    "deadline without reasons": but(deadline={"on": "2099-01-01", "reasons": "", "urgent": False,
                                              "urgency_reasons": ""}),
    "no basis": but(regime__basis=""),
}  # fmt: skip
FIT = ("complete", "another")
SENDING = {s.name for s in KIND.steps if s.target == "transmitted" or s.name.startswith("transmit")}
FREEZING = {s.name for s in KIND.steps if "freeze_version" in s.effects}
FORWARD = ("submit", "approve", "sign", "transmit")


class Gate(RuleBasedStateMachine):
    """One request from nothing; five people who may each hold any role; two States, the second bound for a time."""

    def __init__(self):
        super().__init__()
        self.state, self.day = "new", BOUND_FROM - dt.timedelta(1)
        self.written, self.frozen, self.wrote = "complete", None, {"ana"}
        self.bodies, self.sent = [], []
        self._try(KIND.step("draft"), "ana", {})

    def _about(self, step):
        """What the step looks at: the draft while it is written, else the frozen version."""
        amending = self.bodies and course(self.bodies).amendment == "draft" and step.name in FREEZING
        return self.written if self.frozen is None or self.state in ("new", "draft") or amending else self.frozen

    def _since(self, *steps):
        frozen = [n for n, b in enumerate(self.bodies) if b["step"] in FREEZING]
        after = self.bodies[frozen[-1] :] if frozen else []
        return next((b["who"] for b in reversed(after) if b["step"] in steps), None)

    def _try(self, step, who, data):
        name = self._about(step)
        content = CONTENTS[name]
        seen = Facts(
            day=self.day, register=REGISTER, requesting="AAA", requested="BBB", actor=who, content=content,
            content_hash=sha256(canonical(content)), numbered=True, drafters=frozenset(self.wrote),
            reviewer=self._since("approve", "approve_amendment"), signatory=self._since("sign", "sign_amendment"),
            data=data, course=course(self.bodies), declarations=Declarations(), reviewers=frozenset({"eva"}),
            sent=CONTENTS[self.sent[-1]["content"]] if self.sent else {},
        )  # fmt: skip
        side = Side.REQUESTING if step.side is Side.EITHER else step.side
        case = Case(self.state, step, Actor(who, side, frozenset(Role)), seen, KIND.left(step, self.state, self.bodies))
        source = self.state
        try:
            self.state = fire(KIND, case)
        except (WrongState, StepClosed):
            return
        if step.name in FREEZING:
            self.frozen = name
        self.bodies.append({
            "step": step.name, "from": source, "to": self.state if step.target != STAYS else source, "who": who,
            "happened_on": self.day.isoformat(), "data": data, "side": side, "findings": [],
            "actor": {"id": who},
        })  # fmt: skip
        if step.name in SENDING:
            self.sent.append({"content": name, "day": self.day, "entry": len(self.bodies) - 1,
                              "wrote": frozenset(self.wrote)})  # fmt: skip

    def _data(self, step, fresh):
        content = CONTENTS[self._about(step)]
        return ANSWERS | {"version_hash": sha256(canonical(content)) if fresh else "0" * 64, "entry": 0}

    @rule(step=st.sampled_from(KIND.steps), who=st.sampled_from(PEOPLE), fresh=st.booleans())
    def step(self, step, who, fresh):
        """Any step by anybody, who may name another version than the one that is there."""
        self._try(step, who, self._data(step, fresh))

    @rule(who=st.permutations(PEOPLE), days=st.sampled_from([0, 0, 30, 365]))
    def onward(self, who, days):
        """The way to the other side, by people in any order, which may lie signed for a while before it is sent."""
        amendment = "_amendment" if self.sent else ""
        if self.sent:
            self._try(KIND.step("open_amendment"), who[0], dict(ANSWERS))
        for name, person in zip(FORWARD, itertools.cycle(who), strict=False):
            step = KIND.step(f"{name}{amendment}")
            self.day += dt.timedelta(days if name == "transmit" else 0)
            self._try(step, person, self._data(step, fresh=True))

    @rule(content=st.sampled_from(sorted(CONTENTS)), who=st.sampled_from(PEOPLE))
    def write(self, content, who):
        """Somebody writes in the draft, while it may be written in."""
        if self.state in ("new", "draft") or course(self.bodies).amendment == "draft":
            self.written = content
            self.wrote.add(who)

    @rule(days=st.sampled_from([1, 30, 200, 365]))
    def wait(self, days):
        """Time passes: the second State becomes bound, and ceases to be."""
        self.day += dt.timedelta(days)

    @invariant()
    def nothing_is_sent_to_a_state_that_is_not_bound(self):
        """Invariants 1 and 13: not a day before the thirtieth day, nor on the day a denunciation takes effect."""
        for sent in self.sent:
            assert BOUND_FROM <= sent["day"] < BOUND_UNTIL

    @invariant()
    def nothing_is_sent_that_lacks_what_closes(self):
        """Invariants 3, 4 and 11."""
        for sent in self.sent:
            assert sent["content"] in FIT

    @invariant()
    def three_people_stand_behind_what_is_sent(self):
        """Invariant 14: nobody who wrote approved or signed, and who approved did not sign."""
        for sent in self.sent:
            before = self.bodies[: sent["entry"]]
            frozen = max(n for n, b in enumerate(before) if b["step"] in FREEZING)
            approved = next(b["who"] for b in reversed(before[frozen:]) if b["step"].startswith("approve"))
            signed = next(b["who"] for b in reversed(before[frozen:]) if b["step"].startswith("sign"))
            assert approved != signed
            assert not {approved, signed} & sent["wrote"]

    @invariant()
    def what_left_is_known(self):
        """Whoever is on the other side's way got there by something that was sent."""
        assert self.state in KIND.internal or self.sent


TestGate = Gate.TestCase
TestGate.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
