"""Provisional arrest (Art. 16(9)), a part of an extradition with its own gate (rows X1 to X3 of the treaty digest)."""

from dataclasses import replace

from mla.domain import guards as g
from mla.domain.extradition import deciding
from mla.domain.extradition import provisional as p
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.recording import arrivals, recordings
from mla.domain.workflow import NEW, STAYS, Kind, Role, Side, Step

from . import competing, extradition, pursuing
from .front import BEFORE_SENDING, FINAL, FIRST_STEPS, INTERNAL, closing_steps, with_rules

RQ, RD = Side.REQUESTING, Side.REQUESTED

_RULES = {**extradition.RULES, g.complete: p.complete}
OPEN = ("transmitted", "received", "arrest_ordered")
ENDED = ("arrest_declined", "arrest_ended", "withdrawn", "closed")
STATES = (NEW, *BEFORE_SENDING, *OPEN, *ENDED, "abandoned")
_CAME = ("transmitted", "received")
#: Where one asks for an arrest, or the person is held.
UNDER_WAY = frozenset({*BEFORE_SENDING, *OPEN})
#: The states of an extradition beside which an arrest may be asked: while the person's surrender is still sought.
OPENED_FROM = frozenset(extradition.STATES) - {
    NEW, "abandoned", "surrendered", "temporarily_surrendered", *extradition.ENDED, *pursuing.INSTEAD,
}  # fmt: skip

ARREST = (
    Step("order_arrest", "X2", _CAME, "arrest_ordered", RD, (Role.EXECUTOR,), "16(9)",
         (p.person_present, p.arrest_ordered, g.not_future("arrested_on"), g.not_past("documents_by")),
         documents=("arrest_notice",), form="order_arrest", effects=("take_first_reference",)),
    Step("decline_arrest", "X2", _CAME, "arrest_declined", RD, (Role.DECIDER,), "16(9)",
         (g.given("reasons", GOOD_PRACTICE),), documents=("arrest_declined",), form="decline_arrest",
         effects=("take_first_reference",)),
    Step("extend_arrest", "X3", ("arrest_ordered",), STAYS, RD, (Role.EXECUTOR, Role.DECIDER), GOOD_PRACTICE,
         (p.clock_moved, g.not_past("documents_by")), documents=("arrest_extension",), form="extend_arrest"),
    Step("end_arrest", "X3", ("arrest_ordered", "withdrawn"), "arrest_ended", RD, (Role.EXECUTOR, Role.DECIDER),
         "16(7)", (p.held, p.may_end), documents=("arrest_end",), form="end_arrest"),
    Step("close_arrest", "rule 7", ("arrest_ended", "arrest_declined"), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (g.given("outcome", GOOD_PRACTICE),), documents=("closing_note",), form="close_refused"),
)  # fmt: skip

_FIRST = tuple(step for step in FIRST_STEPS if step.name != "open_examination")


def _once_nobody_is_held(step: Step) -> Step:
    """Whoever withdraws the request leaves a person in custody: the case stays open until the end is reported."""
    return replace(step, guards=(p.nobody_held, *step.guards)) if step.name == "close_withdrawn" else step


_CLOSING = tuple(_once_nobody_is_held(s) for s in closing_steps(OPEN, STATES) if s.name != "close_refused")
STEPS = with_rules((*_FIRST, *ARREST, *competing.weighing_steps(OPEN), *_CLOSING), _RULES)

KIND = Kind(
    name="provisional_arrest",
    code="PAR",
    version=1,
    states=STATES,
    final=FINAL,
    internal=INTERNAL,
    steps=STEPS,
    path=(*BEFORE_SENDING, *OPEN, "arrest_ended", "closed"),
    sections=p.SECTIONS,
    requirements=p.ASKED,
    rules=_RULES,
    recordings=(
        *recordings(STEPS, (*OPEN, "arrest_declined", "arrest_ended", "withdrawn"), INTERNAL),
        *arrivals((*OPEN, "arrest_declined", "arrest_ended", "withdrawn"), ("closed",),
                  (deciding.keep_status, p.complete), (p.complete,)),
    ),
)  # fmt: skip
