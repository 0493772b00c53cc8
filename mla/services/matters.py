"""Matters and drafts: what the people of the requesting authority write before anything is sent."""

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import select

from mla.domain import identity
from mla.domain.errors import NotAllowed, NotFound, StaleDraft
from mla.domain.history import canonical, sha256
from mla.domain.kinds import assets, kind_named
from mla.domain.workflow import Role
from mla.engine import transaction
from mla.extensions import db
from mla.models import Annex, Asset, ConcernedAccount, ConcernedPerson, Edit, Matter, Offence, Person, Request
from mla.queries import cases, matters

from . import drafting, listing

Item = ConcernedPerson | ConcernedAccount | Asset | Offence | Annex
#: What a matter lists, by the name that addresses and findings use.
LISTS: dict[str, type[Item]] = {
    "persons": ConcernedPerson,
    "accounts": ConcernedAccount,
    "property": Asset,
    "offences": Offence,
    "annexes": Annex,
}
#: What of a content a drafter does not write in the request itself.
_NOT_WRITTEN = frozenset({"schema", "kind", "matter", "facts", *LISTS})


@cache
def sections(kind: str) -> frozenset[str]:
    """What a drafter writes in a request of the kind itself, section by section."""
    return frozenset(kind_named(kind).blank()) - _NOT_WRITTEN


def open_matter(title: str, reference: str, person_id: uuid.UUID, now: dt.datetime) -> Matter:
    """Open a working file of the person's own authority; raises NotAllowed for who is no drafter."""
    with transaction():
        person = _drafter(person_id)
        matter = Matter(authority_id=person.authority_id, title=title, reference=reference, opened_at=now)
        db.session.add(matter)
        db.session.flush()
        _note_edit(matter.id, person, now)
    return matter


def row_mark(row: object, names: Iterable[str]) -> str:
    """A mark of these values of a matter or of what it lists, so that nobody overwrites what they have not seen."""
    return sha256(canonical({name: str(getattr(row, name)) for name in names}))[:16]


def save_matter(
    matter_id: uuid.UUID, values: Mapping[str, Any], person_id: uuid.UUID, now: dt.datetime, mark: str | None = None
) -> None:
    """Save what is given of title, reference, facts and notes.

    ``mark`` is the mark of these values when the person opened them. Raises NotFound, NotAllowed or StaleDraft.
    """
    with transaction():
        matter, person = _own(matter_id, person_id)
        _refuse_stale(matter, values, mark)
        for name in values.keys() & {"title", "reference", "facts", "notes"}:
            setattr(matter, name, values[name])
        _note_edit(matter.id, person, now)


def save_item(
    matter_id: uuid.UUID,
    kind: str,
    item_id: uuid.UUID | None,
    values: Mapping[str, Any],
    person_id: uuid.UUID,
    now: dt.datetime,
    seen: tuple[str, Iterable[str]] | None = None,
) -> uuid.UUID:
    """Add (``item_id`` None) or change an item of a list of the matter (``LISTS``); returns its id.

    ``seen`` is the mark of the item when the person opened it, with the names that it covers. Raises NotFound,
    NotAllowed or StaleDraft.
    """
    with transaction():
        matter, person = _own(matter_id, person_id)
        item = _item(matter, kind, item_id) if item_id else LISTS[kind](matter=matter, position=_next(matter, kind))
        if item_id and seen:
            _refuse_stale(item, seen[1], seen[0])
        for name, value in values.items():
            setattr(item, name, value)
        if isinstance(item, ConcernedPerson):
            item.name_key = identity.name_key(item.family_name, item.given_names or "")
            item.script_key = identity.script_key(item.original_script or "")
        elif isinstance(item, ConcernedAccount):
            item.number_key = identity.account_key(item.number)
        db.session.add(item)
        _note_edit(matter.id, person, now)
    return item.id


def remove_item(
    matter_id: uuid.UUID,
    kind: str,
    item_id: uuid.UUID,
    person_id: uuid.UUID,
    now: dt.datetime,
    seen: tuple[str, Iterable[str]] | None = None,
) -> None:
    """Take an item off a list of the matter; frozen versions keep what they held.

    ``seen`` and what is raised are as for ``save_item``.
    """
    with transaction():
        matter, person = _own(matter_id, person_id)
        item = _item(matter, kind, item_id)
        if seen:
            _refuse_stale(item, seen[1], seen[0])
        getattr(matter, kind).remove(item)
        _note_edit(matter.id, person, now)


def section_mark(request: Request, section: str) -> str:
    """A mark of the section as it stands, so that nobody overwrites what they have not seen."""
    return sha256(canonical(request.draft.get(section)))[:16]


def save_section(
    request_id: uuid.UUID, section: str, value: Any, mark: str, person_id: uuid.UUID, now: dt.datetime
) -> None:
    """Save a section of a draft, complete or not.

    ``mark`` is the section's mark when the person opened it. Raises NotFound, NotAllowed (not a drafter, no
    longer a draft) or StaleDraft (somebody saved the section since).
    """
    with transaction():
        person = _drafter(person_id)
        request = _own_draft(request_id, person)
        if section not in sections(request.kind):
            raise NotFound
        if section_mark(request, section) != mark:
            raise StaleDraft
        request.draft = request.draft | {section: value}
        request.changed_at = now
        _note_edit(request.id, person, now)
        if section == "sought":  # the arrest of the same person may belong to it from now on, or no more
            db.session.flush()
            listing.project(request, now)


def _own_draft(request_id: uuid.UUID, person: Person) -> Request:
    """The draft of the person's own authority, locked until the transaction ends."""
    chosen = cases.visible(person.authority_id).where(Request.id == request_id)
    request: Request | None = db.session.scalar(chosen.with_for_update(of=Request))
    if request is None or request.requesting_id != person.authority_id:
        raise NotFound
    if not drafting.is_written(request):
        raise NotAllowed("not_a_draft")
    return request


def _drafter(person_id: uuid.UUID) -> Person:
    person = db.session.get_one(Person, person_id)
    if not any(office.name == Role.DRAFTER.value for office in person.roles):
        raise NotAllowed("not_a_drafter")
    return person


def _refuse_stale(row: object, names: Iterable[str], mark: str | None) -> None:
    if mark is not None and mark != row_mark(row, names):
        raise StaleDraft


def _own(matter_id: uuid.UUID, person_id: uuid.UUID) -> tuple[Matter, Person]:
    person = _drafter(person_id)
    chosen = matters.own(person.authority_id).where(Matter.id == matter_id)
    matter = db.session.scalar(chosen.with_for_update(of=Matter))
    if matter is None:
        raise NotFound
    return matter, person


def _item(matter: Matter, kind: str, item_id: uuid.UUID) -> Item:
    for item in getattr(matter, kind):
        if item.id == item_id:
            found: Item = item
            return found
    raise NotFound


def _next(matter: Matter, kind: str) -> int:
    taken = [item.position for item in getattr(matter, kind)]
    return max((*taken, *(_told_of(matter) if kind == "property" else ())), default=0) + 1


def _told_of(matter: Matter) -> Iterator[int]:
    """The numbers of the assets of which its requests told: a label means one asset for good, as freezes go by it."""
    for request in matters.drawn(matter.id):
        for version in request.versions if request.kind == assets.KIND.name else ():
            yield from (int(row["label"][1:]) for row in json.loads(version.content)["property"])


def _note_edit(subject_id: uuid.UUID, person: Person, now: dt.datetime) -> None:
    """Remember that the person wrote here: they count as a drafter from now on."""
    known = select(Edit.id).where(Edit.subject_id == subject_id, Edit.person_id == person.id)
    if db.session.scalar(known) is None:
        db.session.add(Edit(subject_id=subject_id, person_id=person.id, first_at=now))
