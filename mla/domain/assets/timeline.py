"""The states of each asset over time: on which day, and by which entry of the history it came into each."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from . import money
from .acts import Act, Body, acts, label_of
from .content import FREEZE
from .disposing import WAYS
from .freezing import Change, Hold, changes
from .property import OUTCOMES, SUBMITTED, State

_BY_STEP: Mapping[str, State] = {
    "report_freeze": State.FROZEN,
    "extend_freeze": State.EXTENDED,
    "lift_freeze": State.LIFTED,
}


@dataclass(frozen=True, slots=True)
class Stage:
    """That an asset came into a state on a day (ISO text), by the entry with that number; ``sums`` if it gave amounts.

    A freeze lapses by the day alone: ``seq`` is then the entry that had set its last day.
    """

    label: str
    state: State
    on: str
    seq: int
    sums: money.Sums = field(default_factory=dict)


def timelines(bodies: Sequence[Body], contents: Mapping[int, Body], day: dt.date) -> dict[str, list[Stage]]:
    """The stages of each asset up to and including the day, by label, as they took effect.

    ``bodies`` are history entries that stand, with their numbers; ``contents`` the versions that were sent, by number.
    """
    known = [stage for stage in _identified(bodies, contents) if stage.on <= day.isoformat()]
    found = [*known, *_traced(bodies, known, day), *_frozen(bodies, day), *_taken(bodies, day), *_gone(bodies, day)]
    by_label: dict[str, list[Stage]] = {}
    for stage in sorted(found, key=lambda one: one.on):
        by_label.setdefault(stage.label, []).append(stage)
    return {label: list(_held(stages)) for label, stages in by_label.items() if label}


def _identified(bodies: Sequence[Body], contents: Mapping[int, Body]) -> Iterator[Stage]:
    """What a version that was sent lists for the first time; a request to freeze asks for that at once."""
    identified: set[str] = set()
    asked: set[str] = set()
    for body in bodies:
        content = contents.get(int((body.get("set") or {}).get("sent_version") or 0), {})
        told = [label_of(row) for row in content.get("property") or ()]
        yield from _first(told, identified, State.IDENTIFIED, body)
        if (content.get("measure") or {}).get("stage") == FREEZE:
            yield from _first(told, asked, State.FREEZE_ASKED, body)


def _first(told: Iterable[str], before: set[str], state: State, body: Body) -> Iterator[Stage]:
    for label in told:
        if label not in before:
            yield Stage(label, state, str(body["happened_on"]), int(body.get("seq", 0)))
    before.update(told)


def _traced(bodies: Sequence[Body], known: Iterable[Stage], day: dt.date) -> Iterator[Stage]:
    """What tracing found or did not find; and all that was known by then, once it is submitted to be frozen."""
    first = {stage.label: stage.on for stage in reversed(list(known))}
    for act in acts(bodies, "report_tracing", SUBMITTED, until=day):
        if act.step == SUBMITTED:
            yield from (_stage(label, State.FREEZE_ASKED, act) for label, on in first.items() if on <= act.on)
            continue
        told = [(label_of(row), OUTCOMES.get(str(row.get("outcome") or ""))) for row in act.rows()]
        told += [(label_of(row), State.TRACED) for row in act.rows("new")]
        yield from (_stage(label, state, act) for label, state in told if state)
        first |= {label: act.on for label, _state in told if label not in first}


def _frozen(bodies: Sequence[Body], day: dt.date) -> Iterator[Stage]:
    """Orders, extensions and liftings; and each lapse, on the day after the last one on which the freeze held."""
    last: dict[str, Change] = {}
    for change in changes(bodies, day):
        label, act = change.after.label, change.act
        yield from _lapsed(last.get(label), dt.date.fromisoformat(act.on))
        yield _stage(label, _BY_STEP[act.step], act, change.after.amount)
        last[label] = change
    for change in last.values():
        yield from _lapsed(change, day)


def _lapsed(change: Change | None, day: dt.date) -> Iterator[Stage]:
    if change and change.after.hold(day) is Hold.LAPSED:
        after = dt.date.fromisoformat(change.after.lapses_on) + dt.timedelta(1)
        yield Stage(change.after.label, State.LAPSED, max(after.isoformat(), change.act.on), change.act.seq)


def _taken(bodies: Sequence[Body], day: dt.date) -> Iterator[Stage]:
    for act in acts(bodies, "report_confiscation", until=day):
        for row in act.rows():
            state = State.CONFISCATED if row.get("extent") == "whole" else State.CONFISCATED_PART
            yield _stage(label_of(row), state, act, money.given(row))


def _gone(bodies: Sequence[Body], day: dt.date) -> Iterator[Stage]:
    """What was sold, and where it went."""
    for act in acts(bodies, "report_realisation", "dispose", until=day):
        for row in act.rows():
            yield _stage(label_of(row), State.REALISED, act, money.given(row))
        for row in act.rows("lines"):
            if row.get("to") in WAYS:
                yield _stage(label_of(row), State(row["to"]), act, money.given(row))


def _stage(label: str, state: State, act: Act, sums: money.Sums | None = None) -> Stage:
    return Stage(label, state, act.on, act.seq, sums or {})


def _held(stages: Iterable[Stage]) -> Iterator[Stage]:
    """A freeze that runs out after the whole was confiscated leaves nothing free."""
    taken = False
    for stage in stages:
        taken = taken or stage.state is State.CONFISCATED
        if not (taken and stage.state is State.LAPSED):
            yield stage
