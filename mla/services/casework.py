"""The path of one step: lock, gather, examine, fire, render, record, commit. The only way a request moves."""

import datetime as dt
import logging
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import joinedload

from mla.domain.errors import NotFound, StaleState, StepClosed
from mla.domain.facts import Facts
from mla.domain.kinds import kind_named
from mla.domain.workflow import NEW, STAYS, Actor, Case, Side, Step, examine, fire
from mla.engine import transaction
from mla.extensions import db
from mla.models import Authority, Document, Edit, Entry, Matter, Person, Request
from mla.queries import cases

from . import drafting, effects, gather, listing, obligations, papers, record

OTHER_SIDE = {Side.REQUESTING: Side.REQUESTED, Side.REQUESTED: Side.REQUESTING}
#: The request, if the person's authority may see it, and the person with their offices.
_ACTING = (
    cases.visible(Person.authority_id)
    .join(Person, Person.id == bindparam("person"))
    .where(Request.id == bindparam("request"))
    .options(*cases.PARTIES, joinedload(Person.roles))
    .add_columns(Person)
    .with_for_update(of=Request)
)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """What a step left behind."""

    request: Request
    entry: Entry
    documents: list[Document]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that came in: what is told of it (see ``Facts.incoming``), and what a letter of request contains."""

    told: Mapping[str, Any]
    content: Mapping[str, Any] | None = None


def perform(
    request_id: uuid.UUID, step: str, person_id: uuid.UUID, now: dt.datetime, seen: str, data: Mapping[str, Any]
) -> Done:
    """Perform a step, wholly or not at all.

    ``now`` is an aware UTC instant, ``seen`` the state that the person saw, ``data`` what the step's form gave.
    Raises NotFound (not theirs to see), StaleState, WrongPerson, StepClosed with every reason, or Busy; then
    nothing has changed.
    """
    with transaction(remember=True):
        request, person = acting(request_id, person_id, seen)
        return take(request, kind_named(request.kind).step(step), person, now, data)


def open_request(
    matter_id: uuid.UUID, kind: str, requested_id: uuid.UUID, title: str, person_id: uuid.UUID, now: dt.datetime
) -> Done:
    """Draw a request from a matter of one's own: the first step (F1). Raises as ``perform`` does."""
    with transaction():
        person = db.session.get_one(Person, person_id)
        matter = db.session.get(Matter, matter_id)
        requested = db.session.get(Authority, requested_id)
        if matter is None or matter.authority_id != person.authority_id or requested is None:
            raise NotFound
        request = Request(kind=kind, state=NEW, title=title, matter=matter, requested=requested, draft={})
        return opened(request, person, now)


def opened(request: Request, person: Person, now: dt.datetime) -> Done:
    """Take the first step (F1) of a new request of the person's own authority; the caller commits."""
    table = kind_named(request.kind)
    request.requesting, request.table_version = person.authority, table.version
    request.opened_at = request.changed_at = now
    db.session.add(request)
    db.session.flush()
    db.session.add(Edit(subject_id=request.id, person_id=person.id, first_at=now))
    return take(request, table.step("draft"), person, now, {})


def preview(
    request: Request, step: Step, paper: str, person: Person, now: dt.datetime, data: Mapping[str, Any]
) -> bytes:
    """The paper of a step before it is taken: a watermarked PDF that is stored nowhere."""
    case = case_of(request, step, person, now, data)
    examine(case)
    doing = effects.Doing(request, kind_named(request.kind), case, person.authority, now, step.visible_to)
    return papers.preview(doing, paper, person, record.head(request)[1], record.bodies(request))


def acting(request_id: uuid.UUID, person_id: uuid.UUID, seen: str) -> tuple[Request, Person]:
    """The request, locked as by ``locked``, and who acts on it, read at once; raises NotFound or StaleState."""
    found = db.session.execute(_ACTING, {"person": person_id, "request": request_id}).unique().one_or_none()
    if found is None:
        raise NotFound
    request, person = found
    if request.state != seen:
        raise StaleState(seen, request.state)
    return request, person


def locked(request_id: uuid.UUID, person: Person) -> Request:
    """The request, locked until the transaction ends, if the person's authority may see it.

    Its authorities are read with it. Entries and versions never are: where the lock was waited for, PostgreSQL would
    give them as they stood before the wait.
    """
    chosen = cases.visible(person.authority_id).where(Request.id == request_id).options(*cases.PARTIES)
    request: Request | None = db.session.scalar(chosen.with_for_update(of=Request))
    if request is None:
        raise NotFound
    return request


def case_of(
    request: Request,
    step: Step,
    person: Person,
    now: dt.datetime,
    data: Mapping[str, Any] | None = None,
    paper: Paper | None = None,
) -> Case:
    """The step as the machine would try it now, with all that its guards may look at."""
    bodies = record.bodies(request)
    facts = gather.facts(request, step.name, person, now, data or {}, bodies)
    if paper:
        facts = gather.with_paper(facts, paper.told, paper.content)
    return _case(request, step, gather.actor_of(request, person), facts, bodies)


def cases_of(request: Request, steps: Sequence[Step], person: Person, now: dt.datetime) -> Iterator[Case]:
    """Each of the steps as the machine would try it now, before its form is filled in: gathered once for all."""
    bodies, actor = record.bodies(request), gather.actor_of(request, person)
    known: Facts | None = None
    for step in steps:
        known = (gather.at_step(known, request, step.name) if known
                 else gather.facts(request, step.name, person, now, {}, bodies))  # fmt: skip
        yield _case(request, step, actor, known, bodies)


def _case(request: Request, step: Step, actor: Actor, facts: Facts, bodies: Sequence[Mapping[str, Any]]) -> Case:
    left = kind_named(request.kind).left(step, request.state, bodies)
    return Case(request.state, step, actor, facts, left=left)


def take(
    request: Request,
    step: Step,
    person: Person,
    now: dt.datetime,
    data: Mapping[str, Any],
    paper: Paper | None = None,
) -> Done:
    """Fire the machine and write down what it did; the caller commits. ``paper`` is what the act is recorded from."""
    kind = kind_named(request.kind)
    case = case_of(request, step, person, now, data, paper)
    source = case.state
    before = {} if source == NEW else record.deciding(request)
    try:
        fire(kind, case)
    except StepClosed as closed:
        log.info("step closed: %s %s by %s: %s", request.id, step.name, person.id, closed)
        raise
    if step.documents:
        case.facts.settle()  # a paper tells how things stood before the step changes them
    doing = effects.Doing(request, kind, case, person.authority, now, step.visible_to)
    effects.apply(doing)
    request.state, request.changed_at = case.state, now
    bodies = record.bodies(request)
    seq, previous = record.head(request)
    owed = obligations.ledger_of(request).obligations
    documents, passed = papers.issue(doing, person, seq + 1, previous, bodies)
    body = _body(doing, person, source) | _papers(documents, passed) | _set(request, before)
    entry = record.append(request, person.authority, doing.visible_to, body, now)
    db.session.flush()
    if obligations.ledger_of(request).obligations != owed:
        obligations.project(request)
    listing.project(request, now)
    return Done(request, entry, documents)


def _body(doing: effects.Doing, person: Person, source: str) -> dict[str, Any]:
    """What the history says of the step: who, when, from, to, on what findings."""
    case, step = doing.case, doing.case.step
    version = drafting.version_for(doing.request, step.name)
    return {
        "step": step.records or step.name,
        "row": step.row,
        "article": case.article,
        "table_version": doing.kind.version,
        "actor": {"id": str(person.id), "name": person.name, "title": person.title},
        "roles": sorted(case.actor.roles & set(step.roles)),
        "side": OTHER_SIDE[case.actor.side] if step.records else case.actor.side,
        "happened_on": case.facts.day.isoformat(),
        "from": source,
        "to": case.state if step.target != STAYS else source,
        "findings": [finding.plain() for finding in case.findings()],
        "data": dict(case.facts.data),
        "version": {"number": version.number, "sha256": version.sha256} if version else None,
        **({"recorded": _recorded(case.facts.incoming)} if case.facts.incoming else {}),
        **doing.notes,
    }


def _recorded(told: Mapping[str, Any]) -> dict[str, Any]:
    """The paper that an act was recorded from; its scans stand among the documents."""
    return {name: told.get(name) for name in ("reference", "dated_on", "no_scan")}


def _papers(made: list[Document], passed: list[Document]) -> dict[str, Any]:
    """What the history says of papers: those that the step made, and the numbers of those that passed by it."""
    return {"documents": [record.paper(document) for document in made], "passed": sorted(d.number for d in passed)}


def _set(request: Request, before: Mapping[str, Any]) -> dict[str, Any]:
    """What the step settled of who reads what: parties, references, the version sent, the examiner."""
    now = record.deciding(request)
    return {"set": {name: value for name, value in now.items() if value != before.get(name)}}
