"""Steps, kinds and the machine that moves a request: the table decides, nothing else.

A kind of request is a table of steps. From that table this module builds one shared ``transitions`` machine,
whose conditions are the table's guards: it cannot move past an unmet one, whoever fires it.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, cast

from transitions import EventData, Machine

from . import basis
from .content import REQUIREMENTS, Requirement, copied, empty
from .errors import StepClosed, UnknownStep, WrongPerson, WrongState
from .facts import Facts
from .findings import Finding, closing
from .history import left_state

NEW = "new"

#: Targets that a row may name instead of a state.
STAYS = "="
RETURNS = "<"
#: Back to where the request stood before its last entry.
UNDOES = "<<"


class Side(StrEnum):
    """Which of the two authorities acts."""

    REQUESTING = "requesting"
    REQUESTED = "requested"
    EITHER = "either"


class Role(StrEnum):
    """What a person may do in an authority."""

    DRAFTER = "drafter"
    REVIEWER = "reviewer"
    SIGNATORY = "signatory"
    REGISTRY = "registry"
    DECIDER = "decider"
    EXECUTOR = "executor"


class Visibility(StrEnum):
    """Who sees that a step was taken: both authorities, or the acting one."""

    BOTH = "both"
    ACTING = "acting"


@dataclass(frozen=True, slots=True)
class Guard:
    """A rule that must hold: its name, its article and the pure function that looks at the facts."""

    name: str
    article: str
    check: Callable[[Facts], Iterable[Finding]]


def guard(article: str) -> Callable[[Callable[[Facts], Iterable[Finding]]], Guard]:
    """Make a function of the facts a guard that rests on ``article``."""

    def wrap(check: Callable[[Facts], Iterable[Finding]]) -> Guard:
        return Guard(check.__name__, article, check)

    return wrap


@dataclass(frozen=True, slots=True)
class Actor:
    """Who tries a step: person, the side on which their authority stands, and the roles they hold."""

    person: str
    side: Side
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table.

    ``row`` is its number in the treaty digest; ``form`` names what it asks; ``effects`` names what it does to
    the request besides moving it; ``uploads`` is the kind of file that its form takes; ``hands_over`` names the
    papers made earlier that pass to the other side by it (its own papers pass when both see the step).
    ``records`` is set in rows by which one's own registry records an act of a counterpart that is on paper: the
    name of the step that the counterpart took.
    """

    name: str
    row: str
    sources: tuple[str, ...]
    target: str
    side: Side
    roles: tuple[Role, ...]
    article: str
    guards: tuple[Guard, ...] = ()
    documents: tuple[str, ...] = ()
    form: str = ""
    visible_to: Visibility = Visibility.BOTH
    effects: tuple[str, ...] = ()
    uploads: str = ""
    hands_over: tuple[str, ...] = ()
    records: str = ""

    def belongs_to(self, actor: Actor) -> bool:
        """Whether the actor's side and roles are the step's."""
        return self.side in (actor.side, Side.EITHER) and bool(actor.roles & set(self.roles))


@dataclass(slots=True)
class Case:
    """The small plain object that the machine moves; it gathers each guard's findings once."""

    state: str
    step: Step
    actor: Actor
    facts: Facts
    left: str | None = None
    _findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)

    def findings_of(self, rule: Guard) -> tuple[Finding, ...]:
        """What the guard says of the facts."""
        if rule.name not in self._findings:
            said = (basis.relabelled(found, self.facts) for found in rule.check(self.facts))
            self._findings[rule.name] = tuple(said)
        return self._findings[rule.name]

    @property
    def article(self) -> str:
        """The articles of the step, as far as the basis of the request lets them be cited."""
        return basis.article(self.step.article, self.facts)

    def findings(self) -> tuple[Finding, ...]:
        """What all guards of the step say, not only the first that closes it."""
        return tuple(f for rule in self.step.guards for f in self.findings_of(rule))


def _person_may(event: EventData) -> bool:
    case = cast(Case, event.model)
    return case.step.belongs_to(case.actor)


@cache  # a guard stands in hundreds of transitions, since some steps leave from every state and lead back to any
def _holds(rule: Guard) -> Callable[[EventData], bool]:
    def condition(event: EventData) -> bool:
        return not closing(cast(Case, event.model).findings_of(rule))

    return condition


@cache
def _returns_to(state: str) -> Callable[[EventData], bool]:
    def condition(event: EventData) -> bool:
        return cast(Case, event.model).left == state

    return condition


@dataclass(frozen=True)
class Kind:
    """A kind of request: its states, its table of steps, and the machine built from them.

    ``path`` lists the states of a case in which all goes well, in their order, and ``avoided`` those of them to which a
    case of this content need not come; ``recordings`` are the rows by which
    what arrives on paper is recorded: the machine knows them, but nobody is offered them as steps of their own.
    ``sections`` are those of its content besides the ones that all kinds share, as they stand when nothing is given;
    ``requirements`` what its content must hold; ``rules`` its own rules in place of those on assistance.
    """

    name: str
    code: str
    version: int
    states: tuple[str, ...]
    final: frozenset[str]
    internal: frozenset[str]
    steps: tuple[Step, ...]
    path: tuple[str, ...] = ()
    avoided: Callable[[Mapping[str, Any]], Container[str]] = lambda _content: ()
    recordings: tuple[Step, ...] = ()
    sections: Mapping[str, Any] = field(default_factory=dict)
    requirements: tuple[Requirement, ...] = REQUIREMENTS
    rules: Mapping[Guard, Guard] = field(default_factory=dict)

    def rule(self, shared: Guard) -> Guard:
        """The kind's own rule in place of one on assistance; the same where it has none."""
        return self.rules.get(shared, shared)

    def blank(self) -> dict[str, Any]:
        """A content of this kind in which nothing is given yet."""
        return empty() | copied(self.sections) | {"kind": self.name}

    def step(self, name: str) -> Step:
        """The step of that name; raises UnknownStep."""
        if name not in self._by_name:
            raise UnknownStep(name)
        return self._by_name[name]

    def recording(self, name: str) -> Step:
        """The row by which what arrives on paper is recorded; raises UnknownStep."""
        found = next((row for row in self.recordings if row.name == name), None)
        if found is None:
            raise UnknownStep(name)
        return found

    def leaving(self, state: str) -> tuple[Step, ...]:
        """The steps that leave from the state (or stay in it), in the table's order."""
        return tuple(s for s in self.steps if state in s.sources)

    def targets(self, step: Step, source: str) -> tuple[str, ...]:
        """Where the step may lead from the source: one state, or those that it may return to."""
        if step.target == STAYS:
            return (source,)
        if step.target == UNDOES:
            return tuple(s for s in self.states if s not in self.internal)
        if self._stays_put(step, source):
            return (source,)
        if step.target == RETURNS:
            home = self._home(source)
            into = dict.fromkeys(s for by in self.steps if by.target == home for s in by.sources)
            return tuple(s for s in into if s not in self.inside(home))
        return (step.target,)

    def inside(self, state: str) -> tuple[str, ...]:
        """The states that are entered from ``state`` only: coming back from them is no arrival from elsewhere."""
        ways_in = {s: {way for by in self.steps if by.target == s for way in by.sources} for s in self.states}
        return tuple(s for s, ways in ways_in.items() if ways == {state})

    def left(self, step: Step, state: str, bodies: Sequence[Mapping[str, Any]]) -> str | None:
        """The state to which a returning step leads from ``state``, by the history; None for any other step.

        Where a record went straight to ``state``, what it leads back to is where the table says it is entered from.
        """
        if step.target == UNDOES:
            return str(bodies[-1]["from"]) if bodies else None
        if step.target != RETURNS:
            return None
        home, possible = self._home(state), self.targets(step, state)
        left = left_state(bodies, home, self.inside(home))
        return left if left is None or left in possible else possible[0]

    def _stays_put(self, step: Step, source: str) -> bool:
        """Whether a recorded answer finds the request where nobody waited for it."""
        return step.target == RETURNS and bool(step.records) and source not in self.step(step.records).sources

    def _home(self, state: str) -> str:
        """The state in which another lies: what was left for an interlude is what was left before it."""
        returning = {s for step in self.steps if step.target == RETURNS for s in step.sources}
        return next((s for s in returning if s != state and state in self.inside(s)), state)

    @cached_property
    def _by_name(self) -> Mapping[str, Step]:
        return {s.name: s for s in self.steps}

    @cached_property
    def machine(self) -> Machine:
        """The shared machine of the kind; it keeps no case."""
        machine = Machine(model=None, states=list(self.states), initial=NEW, auto_transitions=False, send_event=True)
        for step in (*self.steps, *self.recordings):
            for source in step.sources:
                for target in self.targets(step, source):
                    machine.add_transition(step.name, source, target, conditions=self._conditions(step, target))
        return machine

    def _conditions(self, step: Step, target: str) -> list[str | Callable[..., bool | None]]:
        returning = [_returns_to(target)] if step.target in (RETURNS, UNDOES) else []
        return [_person_may, *returning, *(_holds(rule) for rule in step.guards)]


def admit(step: Step, state: str, actor: Actor) -> None:
    """Raises WrongState where the step does not leave from the state, WrongPerson where it is not the actor's."""
    if state not in step.sources:
        raise WrongState(step.name, state)
    if not step.belongs_to(actor):
        raise WrongPerson(step.name, step.side, step.roles)


def examine(case: Case) -> tuple[Finding, ...]:
    """Every finding on the step, met or not; raises WrongState or WrongPerson first, since then none matters."""
    admit(case.step, case.state, case.actor)
    return case.findings()


def fire(kind: Kind, case: Case) -> str:
    """Move the case by its step and return the new state; raises StepClosed with every reason."""
    unmet = closing(examine(case))
    if unmet or not kind.machine.events[case.step.name].trigger(case):
        raise StepClosed(case.step.name, unmet, case)
    return case.state
