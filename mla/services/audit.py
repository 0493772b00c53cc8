"""Proof that nothing was altered: chains, bodies, states and stored documents are checked against each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from mla.documents.store import StoreError
from mla.domain import history
from mla.extensions import db
from mla.models import Document, Entry, Request, Version

from . import custody, record


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: the request, the entry (0: none), and the cause by name."""

    request: str
    seq: int
    cause: str
    detail: str = ""


def verify(request: Request) -> list[Problem]:
    """Every problem of a request's history, versions and documents; an empty list says that all is intact.

    A cut tail or a chain that was rewritten whole can't be seen from inside: compare a noted head with ``knows``.
    """
    broken = history.verify(_stored(entry) for entry in request.entries)
    if broken:
        return [Problem(str(request.id), broken.seq, broken.cause)]
    return [*_state(request), *_versions(request), *_documents(request)]


def knows(head: str, request: Request | None = None) -> bool:
    """Whether an entry with that hash stands in the request's chain, or in any where none is named."""
    chosen = select(Entry.id).where(Entry.hash == head)
    if request is not None:
        chosen = chosen.where(Entry.request_id == request.id)
    return db.session.scalar(chosen) is not None


def _stored(entry: Entry) -> history.Stored:
    header = history.Header(
        format=entry.format,
        request=str(entry.request_id),
        seq=entry.seq,
        authority=str(entry.authority_id),
        visible_to=entry.visible_to,
        recorded_at=record.instant(entry.recorded_at),
        body_digest=entry.body_digest,
        previous=entry.previous,
    )
    body = entry.body
    return history.Stored(header, entry.hash, body.salt if body else None, body.body.encode() if body else None)


def _state(request: Request) -> Iterator[Problem]:
    """The request stands in the state to which its last entry led."""
    told = record.bodies(request)
    if not told or told[-1]["to"] != request.state:
        yield Problem(str(request.id), len(told), "state", request.state)


def _versions(request: Request) -> Iterator[Problem]:
    """Every frozen version still has the hash that was approved and signed."""
    told = {b["version"]["number"]: b["version"]["sha256"] for b in record.bodies(request) if b["version"]}
    kept: dict[int, Version] = {v.number: v for v in request.versions}
    for number in sorted(told.keys() | kept.keys()):
        version = kept.get(number)
        if version is None or history.sha256(version.content.encode()) != told.get(number):
            yield Problem(str(request.id), 0, "version", str(number))


def _documents(request: Request) -> Iterator[Problem]:
    """Every document that the history names is there, under the hash that it names, and its bytes are unchanged."""
    told = {
        d["number"]: (seq, d["sha256"]) for seq, body in enumerate(record.bodies(request), 1) for d in body["documents"]
    }
    kept = {document.number: document for document in request.documents}
    for number in [*told, *(n for n in kept if n not in told)]:
        seq, sha256 = told.get(number, (0, ""))
        document = kept.get(number)
        if document is None or document.sha256 != sha256:
            yield Problem(str(request.id), seq, "document_row", number)
        elif cause := _bytes(document):
            yield Problem(str(request.id), seq, cause, number)


def _bytes(document: Document) -> str:
    try:
        custody.fetch(document.sha256)
    except StoreError:
        return "document_bytes"
    return ""
