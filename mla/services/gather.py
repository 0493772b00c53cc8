"""The facts of a request, gathered as plain values for the guards."""

import datetime as dt
import uuid
import zoneinfo
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from mla.domain.assets import freezing, several
from mla.domain.assets.content import CONFISCATING, stage
from mla.domain.assets.holding import held_on
from mla.domain.assets.recovery import recovery
from mla.domain.assets.several import Elsewhere
from mla.domain.course import course
from mla.domain.extradition.competing import WEIGH
from mla.domain.extradition.pursuit import pursuit
from mla.domain.facts import Facts
from mla.domain.findings import Finding
from mla.domain.history import last, parsed
from mla.domain.kinds import assets, provisional
from mla.domain.later import later
from mla.domain.workflow import Actor, Role, Side
from mla.extensions import db
from mla.models import Authority, Edit, Office, Person, Request
from mla.queries import agreements, cases, competing, matters, register

from . import drafting, obligations, record

ROLES = frozenset(role.value for role in Role)
OTHER = {"requesting": "requested", "requested": "requesting"}
_NOTHING: Mapping[str, Any] = {"data": {}}


def side_of(request: Request, authority_id: uuid.UUID) -> Side:
    """The side on which the authority stands."""
    return Side.REQUESTING if request.requesting_id == authority_id else Side.REQUESTED


def actor_of(request: Request, person: Person) -> Actor:
    """The person as the table of steps knows them."""
    return Actor(str(person.id), side_of(request, person.authority_id), roles_of(person))


def roles_of(person: Person) -> frozenset[Role]:
    """The person's offices that the table of steps knows."""
    return frozenset(Role(office.name) for office in person.roles if office.name in ROLES)


def local_day(authority: Authority, now: dt.datetime) -> dt.date:
    """The date in the authority's time zone: the day that guards read."""
    return now.astimezone(zoneinfo.ZoneInfo(authority.zone)).date()


def held_day(request: Request, reader: Authority, now: dt.datetime) -> dt.date:
    """The date by which a freeze holds or has lapsed: where it was ordered; of an authority on paper, the reader's."""
    return local_day(reader if request.requested.on_paper else request.requested, now)


def facts(
    request: Request,
    step: str,
    person: Person,
    now: dt.datetime,
    data: Mapping[str, Any],
    bodies: Sequence[Mapping[str, Any]],
) -> Facts:
    """Everything that the guards of a step by this person may look at."""
    content, content_hash = drafting.about(request, step)
    sent = drafting.sent(request)
    side = side_of(request, person.authority_id)
    since = [] if drafting.is_written(request) else _since_frozen(bodies)
    reference = request.requesting_reference if side is Side.REQUESTING else request.requested_reference
    return Facts(
        day=local_day(person.authority, now),
        register=later(register.current),
        declarations=later(lambda: register.declared_by(request.requesting.iso3, request.requested.iso3)),
        addressed=request.requested.name,
        requesting=request.requesting.iso3,
        requested=request.requested.iso3,
        actor=str(person.id),
        content=content,
        content_hash=content_hash,
        numbered=bool(reference),
        drafters=frozenset(since[0]["drafters"]) if since else later(lambda: _drafters(request)),
        reviewer=_actor_in(since, "approve", "approve_amendment"),
        signatory=_actor_in(since, "sign", "sign_confirmation", "sign_amendment"),
        data=data,
        kept=_kept(bodies),
        asked=tuple((last(bodies, "request_information") or _NOTHING)["data"].get("questions", ())),
        own_entries=frozenset(e.seq for e in request.entries if e.authority_id == person.authority_id),
        reviewers=later(lambda: _reviewers(request.requested_id)),
        examined=_examined(request, bodies),
        sent_on=_sent_on(request, person.authority),
        originals=any(
            item.get("original") for item in (last(bodies, "send_results") or _NOTHING)["data"].get("items", ())
        ),
        course=later(lambda: course(bodies)),
        agreements=later(lambda: agreements.between(request.requesting.iso3, request.requested.iso3)),
        sent=parsed(sent.content) if sent else {},
        on_paper=other_than(request, person.authority_id).on_paper,
        side=side.value,
        ledger=later(lambda: obligations.ledger_of(request)),
        pursuit=later(lambda: pursuit(bodies)),
        recovery=later(lambda: recovery(bodies)),
        confiscations=later(lambda: confiscations(request)),
        left_frozen=later(lambda: left_frozen(request, bodies, held_day(request, person.authority, now))),
        elsewhere=later(lambda: elsewhere(request)) if side is Side.REQUESTING else (),
        main_sent_on=later(lambda: main_sent_on(request, person.authority)),
        competing=_competing(request) if step == WEIGH else {},
        requested_day=held_day(request, person.authority, now),
    )


def at_step(known: Facts, request: Request, step: str) -> Facts:
    """What was gathered for one step of a request, as the guards of another look at it: all but these is the same."""
    content, content_hash = drafting.about(request, step)
    beside = _competing(request) if step == WEIGH else {}
    return known.but(content=content, content_hash=content_hash, competing=beside)


def _competing(request: Request) -> dict[str, str]:
    """The other open requests for the same person, by id, with the State that asks."""
    return {str(other.id): other.requesting.iso3 for other in competing.held(request) if other.id != request.id}


def other_than(request: Request, authority_id: uuid.UUID) -> Authority:
    """The authority on the other side."""
    return request.requested if request.requesting_id == authority_id else request.requesting


def with_paper(known: Facts, incoming: Mapping[str, Any], content: Mapping[str, Any] | None = None) -> Facts:
    """The facts of an act that is recorded from a paper: its day is the day on which it happened.

    ``content`` is what a letter of request contains, where one came in. The files of the paper stand in the data.
    """
    happened = str(incoming.get("happened_on") or "")
    day = min(dt.date.fromisoformat(happened), known.day) if happened else known.day
    return known.but(
        day=day,
        requested_day=None,
        content=known.content if content is None else content,
        data=dict(known.data) | {"files": list(incoming.get("files") or ())},
        side=OTHER.get(known.side, ""),
        incoming=dict(incoming) | {"today": known.day.isoformat()},
    )


def _examined(request: Request, bodies: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Who was put in charge of the examination, and who asked questions in it."""
    asked = {body["actor"]["id"] for body in bodies if body["step"] == "request_information"}
    return frozenset(asked | ({str(request.examiner_id)} if request.examiner_id else set()))


def _sent_on(request: Request, authority: Authority) -> dt.date | None:
    """The day of the first transmission in the authority's time zone: what was only told before is not sent.

    What came on paper was sent some day before it was registered: none is known.
    """
    sent = next((entry for entry, body in record.told(request) if body["to"] == "transmitted"), None)
    return local_day(authority, sent.recorded_at) if sent and not request.requesting.on_paper else None


def confiscations(request: Request) -> tuple[str, ...]:
    """The references of the requests for confiscation that follow a request about assets, were sent and are open."""
    if request.kind != assets.KIND.name:
        return ()
    following = [r for r in cases.together(request, request.requesting_id) if r.state in assets.UNDER_WAY]
    sent = [(r, drafting.sent(r)) for r in following]
    return tuple(
        str(r.requesting_reference or r.requested_reference)
        for r, version in sent
        if version and stage(parsed(version.content)) in CONFISCATING
    )


def left_frozen(request: Request, bodies: Sequence[Mapping[str, Any]], day: dt.date) -> tuple[str, ...]:
    """The labels of what is frozen on the day in a case that was closed in favour of this one alone.

    What this request confiscated as a whole is held by that order.
    """
    if request.kind != assets.KIND.name:
        return ()
    before = [r for r in cases.together(request, request.requesting_id) if r.state == "closed"]
    own = {str(request.requesting_reference or request.requested_reference)}
    taken = freezing.confiscated_whole(bodies, day)
    labels = [label for r in before if set(confiscations(r)) <= own for label in held_on(record.bodies(r), day)]
    return tuple(label for label in labels if label not in taken)


def elsewhere(request: Request) -> tuple[Elsewhere, ...]:
    """What the requests to other States that enforce the same order show of it: those of one matter that were sent.

    For the authority that sent them alone: the other side is told by the steps of row A16.
    """
    if not (number := _order_sent(request)):
        return ()
    others = [o for o in matters.drawn(request.matter_id) if o.requested.iso3 != request.requested.iso3]
    found = [(o, several.recovered_here(record.bodies(o))) for o in others if _order_sent(o) == number]
    return tuple(
        Elsewhere(o.requested.iso3, str(o.requesting_reference), recovered)
        for o, recovered in found
        if o.state in assets.UNDER_WAY or recovered
    )


def _order_sent(request: Request) -> str:
    """The number of the order that the request asks to enforce, once it was sent."""
    sent = drafting.sent(request) if request.kind == assets.KIND.name else None
    return several.number(parsed(sent.content)) if sent else ""


def main_sent_on(request: Request, authority: Authority) -> dt.date | None:
    """The day on which the extradition to which an arrest belongs was sent first, in the authority's time zone.

    Of a letter that came on paper it is the day of receipt.
    """
    if request.kind != provisional.KIND.name:
        return None
    days = (_came_on(main, authority) for main in cases.together(request, request.requesting_id))
    return min((day for day in days if day), default=None)


def _came_on(main: Request, authority: Authority) -> dt.date | None:
    if not main.requesting.on_paper:
        return _sent_on(main, authority)
    return next((dt.date.fromisoformat(body["happened_on"]) for body in record.bodies(main)), None)


def _since_frozen(bodies: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The entries from the one that froze the current version on: what came before was of another version."""
    frozen = [n for n, body in enumerate(bodies) if body["step"] in ("submit", "submit_amendment")]
    return list(bodies[frozen[-1] :]) if frozen else []


def _actor_in(bodies: Sequence[Mapping[str, Any]], *steps: str) -> str | None:
    found = last(bodies, *steps)
    return found["actor"]["id"] if found else None


def _kept(bodies: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    found = last(bodies, "acknowledge", "register_incoming")
    return tuple(Finding.from_plain(f) for f in found["findings"]) if found else ()


def _drafters(request: Request) -> frozenset[str]:
    """Everybody who wrote in the request or in its matter counts as its drafter."""
    wrote = select(Edit.person_id).where(Edit.subject_id.in_([request.id, request.matter_id]))
    return frozenset(str(person) for person in db.session.scalars(wrote))


def _reviewers(authority_id: uuid.UUID) -> frozenset[str]:
    held = (
        select(Person.id)
        .where(Person.authority_id == authority_id, Person.active)
        .where(Person.roles.any(Office.name == Role.REVIEWER.value))
    )
    return frozenset(str(person) for person in db.session.scalars(held))
