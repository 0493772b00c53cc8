"""Proof that nothing was altered: chains, bodies, states and stored documents are checked against each other."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from mla.documents.store import StoreError
from mla.domain import history
from mla.extensions import db
from mla.models import Document, Entry, Request, Version

from . import custody, obligations, record

#: Each entry with what it says.
Told = list[tuple[Entry, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: the request, the entry (0: none), and the cause by name."""

    request: str
    seq: int
    cause: str
    detail: str = ""


def verify(request: Request, *, files: bool = True) -> list[Problem]:
    """Every problem of a request's history, rows and stored files; an empty list says that all is intact.

    Without ``files`` the bytes in the store are not read: then the chain is held against the rows alone.
    A cut tail or a chain that was rewritten whole can't be seen from inside: compare a noted head with ``knows``.
    """
    broken = history.verify(_stored(entry) for entry in request.entries)
    if broken:
        return [Problem(str(request.id), broken.seq, broken.cause)]
    told = record.told(request)
    checks = (_state, _settled, _versions, _documents, _passages, _obligations, *([_files] if files else []))
    return [problem for check in checks for problem in check(request, told)]


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


def _state(request: Request, told: Told) -> Iterator[Problem]:
    """The request stands in the state to which its last entry led."""
    if not told or told[-1][1]["to"] != request.state:
        yield Problem(str(request.id), len(told), "state", request.state)


def _settled(request: Request, told: Told) -> Iterator[Problem]:
    """Parties, references, the version sent and the examiner are those that the history last gave."""
    given = {name: (entry.seq, value) for entry, body in told for name, value in body.get("set", {}).items()}
    for name, value in record.deciding(request).items():
        seq, right = given.get(name, (0, None))
        if value != right:
            yield Problem(str(request.id), seq, "request", name)


def _versions(request: Request, told: Told) -> Iterator[Problem]:
    """Every frozen version still has the hash that was approved and signed."""
    named = _named_versions(told)
    kept: dict[int, Version] = {version.number: version for version in request.versions}
    for number in sorted(named.keys() | kept.keys()):
        seq, sha256 = named.get(number, (0, ""))
        version = kept.get(number)
        if version is None or version.sha256 != sha256 or history.sha256(version.content.encode()) != sha256:
            yield Problem(str(request.id), seq, "version", str(number))


def _named_versions(told: Told) -> dict[int, tuple[int, str]]:
    """The versions that the history names: number, the first entry that names it, and its hash."""
    named: dict[int, tuple[int, str]] = {}
    for entry, body in told:
        if version := body["version"]:
            named.setdefault(version["number"], (entry.seq, version["sha256"]))
    return named


def _documents(request: Request, told: Told) -> Iterator[Problem]:
    """Every document is there as the history names it, of that entry and that authority, and no other is."""
    named = {paper["number"]: (entry, paper) for entry, body in told for paper in body["documents"]}
    kept = {document.number: document for document in request.documents}
    for number, (entry, paper) in named.items():
        document = kept.get(number)
        if document is None or record.paper(document) != paper or not _of(document, entry):
            yield Problem(str(request.id), entry.seq, "document_row", number)
    for number in sorted(kept.keys() - named.keys()):
        yield Problem(str(request.id), 0, "document_row", number)


def _of(document: Document, entry: Entry) -> bool:
    """Whether the document was issued by the entry's authority, in its step, at its time."""
    made = (document.seq, document.authority_id, document.issued_at)
    return made == (entry.seq, entry.authority_id, entry.recorded_at)


def _passages(request: Request, told: Told) -> Iterator[Problem]:
    """Exactly those documents passed to the other side that the history says passed, each by its entry."""
    named = {number: (entry.seq, entry.recorded_at) for entry, body in told for number in body.get("passed", ())}
    for document in request.documents:
        kept = (document.passage.seq, document.passage.passed_at) if document.passage else None
        right = named.get(document.number)
        if kept != right:
            yield Problem(str(request.id), right[0] if right else 0, "passage", document.number)


def _obligations(request: Request, _told: Told) -> Iterator[Problem]:
    """The rows of the ledger are those that the history gives."""
    for label in obligations.drift(request):
        yield Problem(str(request.id), 0, "obligation", label)


def _files(request: Request, told: Told) -> Iterator[Problem]:
    """The stored bytes of every document and of every annex of every version are those that the history names."""
    for entry, body in told:
        for paper in body["documents"]:
            if not _unchanged(paper["sha256"]):
                yield Problem(str(request.id), entry.seq, "document_bytes", paper["number"])
    named = _named_versions(told)
    for version in request.versions:
        seq, sha256 = named.get(version.number, (0, ""))
        if history.sha256(version.content.encode()) == sha256:  # another one is told of already, and names anything
            for annex in json.loads(version.content)["annexes"]:
                if annex["sha256"] and not _unchanged(annex["sha256"]):
                    yield Problem(str(request.id), seq, "annex_bytes", f"{version.number} {annex['label']}")


def _unchanged(sha256: str) -> bool:
    try:
        custody.fetch(sha256)
    except StoreError:
        return False
    return True
