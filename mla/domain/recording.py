"""Acts of a counterpart that is on paper: recorded by one's own registry from what arrives, never performed.

Such an act is a fact. The rows by which it is recorded are made from the table of steps itself: what the counterpart's
own guards find is printed as a warning, and closes nothing. What must be there is only what makes the record usable.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from .facts import Facts
from .findings import THIS_SYSTEM, Finding, Weight
from .guards import given, missing
from .history import TAKES_BACK
from .workflow import NEW, RETURNS, STAYS, UNDOES, Guard, Role, Side, Step, Visibility, guard

PREFIX = "record:"
#: Findings that only this system makes, and yet tells of a paper: numbers that do not add up, property that is frozen.
_COUNTED = ("assets.", "recovery.freeze.")
#: Where the files of a paper that came in are kept.
UPLOADS = "incoming_paper"
_OTHER = {Side.REQUESTING: Side.REQUESTED, Side.REQUESTED: Side.REQUESTING, Side.EITHER: Side.EITHER}


@guard(THIS_SYSTEM)
def counterpart_on_paper(facts: Facts) -> Iterator[Finding]:
    """Only the acts of an authority whose people do not sign in here are recorded."""
    if not facts.on_paper:
        yield missing("recording.counterpart_here", THIS_SYSTEM, "request.requested")


@guard(THIS_SYSTEM)
def usable(facts: Facts) -> Iterator[Finding]:
    """The record names the paper and the day on which it happened, and holds a scan or says why there is none."""
    told = facts.incoming
    if not str(told.get("reference") or "").strip():
        yield missing("incoming.reference.missing", THIS_SYSTEM, "incoming.reference")
    if not told.get("happened_on"):
        yield missing("incoming.happened_on.missing", THIS_SYSTEM, "incoming.happened_on")
    if not told.get("files") and not str(told.get("no_scan") or "").strip():
        yield missing("incoming.files.missing", THIS_SYSTEM, "incoming.files")
    yield from _days(facts)


def _days(facts: Facts) -> Iterator[Finding]:
    for name in ("happened_on", "dated_on"):
        day = facts.incoming.get(name)
        if day and day > facts.incoming["today"]:
            yield missing("step.day.future", THIS_SYSTEM, f"incoming.{name}", day=day)


@guard(THIS_SYSTEM)
def after_sending(facts: Facts) -> Iterator[Finding]:
    """An act that would have happened before the request was sent is recorded, and pointed out."""
    if facts.sent_on and facts.day < facts.sent_on:
        values = {"day": facts.day.isoformat(), "sent_on": facts.sent_on.isoformat()}
        yield Finding("recording.before_sending", THIS_SYSTEM, Weight.WARNS, values)


@guard(THIS_SYSTEM)
def record_is_last(facts: Facts) -> Iterator[Finding]:
    """A record is taken back while nothing else has happened since."""
    if not facts.course.recorded:
        yield missing("recording.not_last", THIS_SYSTEM, "request.history")


#: What makes a record usable.
RECORDING = (counterpart_on_paper, usable, after_sending)


def as_warnings(rule: Guard) -> Guard:
    """The rule of somebody who is not on this system: nothing closes, what is contrary to an article is said.

    What only this system asks is not asked of them, but what it counts is told. Where another basis than the
    Convention carries the request, no finding cites it: see ``Case.findings_of``.
    """

    def check(facts: Facts) -> Iterator[Finding]:
        for found in rule.check(facts):
            if not found.closes:
                yield found
            elif found.article != THIS_SYSTEM:
                yield replace(found, weight=Weight.WARNS, values={**found.values, "contrary": True})
            elif found.code.startswith(_COUNTED):
                yield replace(found, weight=Weight.WARNS)

    return Guard(f"{rule.name}_recorded", rule.article, check)


def recordings(steps: Iterable[Step], open_states: tuple[str, ...], internal: frozenset[str]) -> tuple[Step, ...]:
    """For every act that a paper can show, the row by which the other side's registry records it.

    ``open_states`` are those in which a request stands after it was sent. From any of them the record may go straight
    to the state that the paper shows. One exception guards one's own acts: what the requesting State writes can't
    stand for a decision of the requested authority, so its acts lead only where its own steps alone would.
    """
    rows = tuple(steps)
    shown = [step for step in rows if _shown_on_paper(step, internal)]
    own = [step for step in rows if step.side is Side.REQUESTING]
    reached = {state: _reached(own, state) for state in open_states}
    return tuple(_recording(step, _sources(step, reached)) for step in shown)


def _shown_on_paper(step: Step, internal: frozenset[str]) -> bool:
    """Whether a paper tells of the step: it moves the request, or a letter passes.

    A letter of request has a row of its own, since it brings a content; what was said before it is registered with it.
    """
    moves = step.target not in (STAYS, *internal) and not set(step.sources) <= internal
    passes = step.visible_to is Visibility.BOTH and bool(step.documents)
    return (moves or passes) and not {"send_version", "tell"} & set(step.effects)


def _sources(step: Step, reached: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """From which of the open states the row leaves; of each is told where the requesting State's own steps lead."""
    if step.target == STAYS:
        return (*reached, *(s for s in step.sources if s == "closed"))
    if step.side is not Side.REQUESTING or step.target == RETURNS:
        return tuple(reached)
    return tuple(state for state, there in reached.items() if step.target in there)


def _reached(steps: list[Step], state: str) -> set[str]:
    """Where these steps alone may lead from the state."""
    reached, todo = set[str](), [state]
    while todo:
        source = todo.pop()
        fresh = {s.target for s in steps if source in s.sources} - reached
        reached |= fresh
        todo.extend(fresh)
    return reached


def _recording(step: Step, sources: tuple[str, ...]) -> Step:
    return replace(
        step,
        name=PREFIX + step.name,
        sources=sources,
        side=_OTHER[step.side],
        roles=(Role.REGISTRY,),
        guards=(*RECORDING, _in_order(step), *map(as_warnings, step.guards)),
        documents=(),
        effects=("note_reference",),
        uploads=UPLOADS,
        hands_over=(),
        visible_to=Visibility.BOTH,
        records=step.name,
    )


def _in_order(step: Step) -> Guard:
    """That the record skips steps of the table is said."""

    def check(facts: Facts) -> Iterator[Finding]:
        if facts.course.stands not in step.sources:
            yield Finding("recording.skips", THIS_SYSTEM, Weight.WARNS)

    return Guard("in_order", THIS_SYSTEM, check)


def arrivals(
    open_states: tuple[str, ...],
    ended: tuple[str, ...],
    registering: tuple[Guard, ...],
    amending: tuple[Guard, ...],
) -> tuple[Step, ...]:
    """What arrives besides acts of the table: a letter of request, an amended one, any other letter; and the way back.

    ``registering`` and ``amending`` are the rules by which a letter of request is looked at: they only warn (F8b).
    """
    later = (*open_states, *ended)
    own = (Role.REGISTRY,)
    return (
        Step("register_incoming", "F8b", (NEW,), "received", Side.REQUESTED, own, "18(13)",
             (*RECORDING, *map(as_warnings, registering)), documents=("acknowledgement",), form="register_incoming",
             effects=("freeze_incoming", "send_version", "take_reference", "note_reference"), uploads=UPLOADS),
        Step(f"{PREFIX}transmit_amendment", "F19", open_states, STAYS, Side.REQUESTED, own, "18(15)",
             (*RECORDING, *map(as_warnings, amending)), form="record_amended_request",
             effects=("freeze_incoming", "send_version", "note_reference"), uploads=UPLOADS,
             records="transmit_amendment"),
        Step(f"{PREFIX}letter", "F18", later, STAYS, Side.EITHER, own, THIS_SYSTEM,
             (*RECORDING, given("summary", THIS_SYSTEM)), form="letter", effects=("note_reference",), uploads=UPLOADS,
             records="letter"),
        Step(TAKES_BACK, "F18", later, UNDOES, Side.EITHER, own, THIS_SYSTEM,
             (counterpart_on_paper, record_is_last, given("reason", THIS_SYSTEM)), form="take_back_record",
             effects=("put_back",)),
    )  # fmt: skip
