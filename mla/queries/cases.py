"""Requests as pages read them. Who may see a request, and what of it, is said here and nowhere else."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, or_, select
from sqlalchemy.orm import InstrumentedAttribute, contains_eager, defer, joinedload, selectinload

from mla.domain import identity
from mla.domain.assets.content import CONFISCATING, stage
from mla.domain.extradition.content import sought
from mla.domain.history import parsed
from mla.domain.kinds import KINDS, assets, extradition, provisional
from mla.extensions import db
from mla.models import Document, Entry, EntryBody, Passage, Request, Version

from .once import once

PAGE = 25
#: The kind of request that may belong together with one of the kind: an arrest with an extradition, a confiscation
#: with the request that traced or froze before it.
BESIDE = {
    extradition.KIND.name: provisional.KIND.name,
    provisional.KIND.name: extradition.KIND.name,
    assets.KIND.name: assets.KIND.name,
}


#: Stands for the id of the authority that reads, in a statement that is put together once.
READER: BindParameter[uuid.UUID] = bindparam("reader", type_=Request.id.type)
Reader = uuid.UUID | BindParameter[uuid.UUID] | InstrumentedAttribute[uuid.UUID]


def visible(authority_id: Reader) -> Select[Request]:
    """The requests that the authority may see: its own, and those that were transmitted to it."""
    to_it = and_(Request.requested_id == authority_id, Request.sent_version.is_not(None))
    return select(Request).where(or_(Request.requesting_id == authority_id, to_it))


#: Both authorities of a request, read with it.
PARTIES = (joinedload(Request.requesting), joinedload(Request.requested))


def file(request_id: uuid.UUID, authority_id: uuid.UUID) -> Request | None:
    """The request with both authorities, if the authority may see it."""
    found: Request | None = db.session.scalar(_FILE, {"reader": authority_id, "request": request_id})
    return found


def read_whole(ids: Iterable[uuid.UUID]) -> Select[Request]:
    """Requests with all that is needed to say where they stand, each part read for all of them at once."""
    parts = (joinedload(Request.part_of), selectinload(Request.versions), selectinload(Request.entries))
    return select(Request).where(Request.id.in_(ids)).options(*PARTIES, *parts)


def together(request: Request, authority_id: uuid.UUID) -> Sequence[Request]:
    """The requests that belong to a request, or to which it belongs, as far as the authority may see them.

    An arrest that was asked on its own belongs to the extradition of the same person that is asked of the same
    authority from the same matter; of letters that came on paper each has a file of its own. A confiscation belongs to
    the request from which it was opened; one that came on paper, to a letter that tells of the same file or person. A
    letter that is only being registered belongs to none yet.
    """
    if request.kind not in BESIDE or (request.requesting.on_paper and not request.versions):
        return []
    return once(("together", request.id, request.state, authority_id), lambda: _together(request, authority_id))


def _together(request: Request, authority_id: uuid.UUID) -> Sequence[Request]:
    values = {name: getattr(request, name) for name in ("id", "requesting_id", "requested_id", "matter_id")}
    beside = _BETWEEN if request.requesting.on_paper else _OF_MATTER
    found = db.session.scalars(beside, {"reader": authority_id, "beside": BESIDE[request.kind], **values})
    belongs = _on_the_same_property if request.kind == assets.KIND.name else _for_the_same_person
    return [other for other in found if belongs(request, other)]


def _on_the_same_property(request: Request, other: Request) -> bool:
    """Whether one was opened from the other; or, on paper, whether one asks for the confiscation that may follow."""
    if not request.requesting.on_paper:
        return request.part_of_id == other.id or other.part_of_id == request.id
    one, two = (parsed(letter.versions[-1].content) for letter in (request, other))
    confiscates = [stage(content) in CONFISCATING for content in (one, two)]
    return confiscates[0] is not confiscates[1] and (_same_file(request, other) or _person_in_common(one, two))


def _same_file(request: Request, other: Request) -> bool:
    """Whether both letters bear one reference of the authority that wrote them."""
    return bool(request.counterpart_reference) and request.counterpart_reference == other.counterpart_reference


def _person_in_common(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether somebody named in one letter may be somebody named in the other."""
    return any(identity.same(this, that) for this in one["persons"] for that in other["persons"])


def _for_the_same_person(request: Request, other: Request) -> bool:
    """Whether one is a part of the other; or, where an arrest is a part of none, whether both seek the same person.

    An extradition that had ended before the arrest was opened is another case.
    """
    arrest, main = (request, other) if request.kind == provisional.KIND.name else (other, request)
    if arrest.part_of_id:
        return arrest.part_of_id == main.id
    over = main.state in (*extradition.ENDED, "abandoned") and main.changed_at < arrest.opened_at
    return not over and _same_person(arrest, main)


def _same_person(arrest: Request, main: Request) -> bool:
    """Whether both name one person of the matter; or, on paper, may mean the same one by name and birth."""
    if not arrest.requesting.on_paper:
        return bool(_person(arrest)) and _person(arrest) == _person(main)
    one, other = (_sought_on_paper(request) for request in (arrest, main))
    return one is not None and other is not None and identity.same(one, other)


def _person(request: Request) -> str:
    """The id of the person of the matter who is sought; empty where nobody was chosen."""
    return str(request.draft.get("sought", {}).get("person", ""))


def _sought_on_paper(request: Request) -> Mapping[str, Any] | None:
    """Who is sought by a letter that came on paper, as far as it tells."""
    return sought(parsed(request.versions[-1].content))


def begun(authority_id: uuid.UUID | None) -> Iterator[Request]:
    """The cases that were not abandoned, of those that the authority may see, or of all where none is given.

    A closed one is among them: what is to be returned by a day outlasts it.
    """
    chosen = select(Request) if authority_id is None else visible(authority_id)
    dropped = {state for kind in KINDS.values() for state in kind.final & kind.internal}
    ordered = chosen.where(Request.state.not_in(dropped)).order_by(Request.opened_at, Request.id)
    yield from db.session.scalars(ordered.execution_options(yield_per=PAGE))


def documents(request: Request, authority_id: uuid.UUID) -> Sequence[Document]:
    """The papers that the authority may read: those it made, and those that passed to it."""
    chosen = readable(authority_id).where(Document.request_id == request.id)
    return db.session.scalars(chosen.options(defer(Document.snapshot))).all()


def readable(authority_id: Reader) -> Select[Document]:
    """The documents, of any request, that the authority made or that passed to it."""
    return (
        select(Document)
        .outerjoin(Document.passage)
        .options(contains_eager(Document.passage))
        .where(or_(Document.authority_id == authority_id, Passage.document_id.is_not(None)))
        .where(Document.request_id.in_(visible(authority_id).with_only_columns(Request.id)))
        .order_by(Document.position)
    )


#: Statements that are put together once: of whom ``READER`` is, and of which request, is said when they are asked.
_FILE = visible(READER).where(Request.id == bindparam("request", type_=Request.id.type)).options(*PARTIES)
_BETWEEN = (
    visible(READER)
    .where(*(column == bindparam(column.key) for column in (Request.requesting_id, Request.requested_id)))
    .where(Request.kind == bindparam("beside"), Request.id != bindparam("id"))
    .order_by(Request.opened_at)
)
_OF_MATTER = _BETWEEN.where(Request.matter_id == bindparam("matter_id"))


def version(request: Request, authority_id: uuid.UUID) -> Version | None:
    """The version that the authority may read: the latest of its own request, or the one that was sent to it."""
    if request.requesting_id == authority_id:
        return request.versions[-1] if request.versions else None
    return next((v for v in request.versions if v.number == request.sent_version), None)


def numbers(request: Request, authority_id: uuid.UUID) -> Sequence[int]:
    """The numbers of the authority's own entries, as far as their bodies are there, from first to last."""
    chosen = select(Entry.seq).join(EntryBody, EntryBody.entry_id == Entry.id).where(Entry.request_id == request.id)
    return db.session.scalars(chosen.where(Entry.authority_id == authority_id).order_by(Entry.seq)).all()


def readable_entry(entry: Entry, authority_id: uuid.UUID) -> bool:
    """Whether the entry is the authority's own or passed between both."""
    return entry.visible_to == "both" or entry.authority_id == authority_id
