"""Proof that nothing was altered: chains, bodies, states and stored documents are checked against each other."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select

from mla.documents.store import StoreError
from mla.domain import history
from mla.domain.clocks import AWAITS_FORMAL_REQUEST
from mla.extensions import db
from mla.models import Entry, Request

from . import custody, evidence, listed, listing, obligations, record
from .evidence import Evidence, KeptDocument, KeptEntry

#: What a check found: the entry (0: none), the cause by name, and what it is about.
Found = tuple[int, str, str]
#: How many stored files are not read again in one run, since their hashes were met before.
REMEMBERED = 10_000


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
    return next(verify_each([request.id], files=files))


def verify_each(ids: Sequence[uuid.UUID], *, files: bool = True) -> Iterator[list[Problem]]:
    """As ``verify``, for each of the requests in that order: some are read at a time, and so much faster.

    What others commit meanwhile may look like a problem: begin with ``engine.one_moment``.
    """
    unchanged = lru_cache(REMEMBERED)(_unchanged) if files else None
    for kept in evidence.of(ids):
        yield [Problem(str(kept.request.id), *found) for found in _found(kept, unchanged)]


def _found(kept: Evidence, unchanged: Callable[[str], bool] | None) -> Iterator[Found]:
    if broken := history.verify(_stored(kept)):
        yield broken.seq, broken.cause, ""
        return
    checks = (_state, _settled, _versions, _documents, _passages, _obligations)
    found = [problem for check in checks for problem in check(kept)]
    yield from found or _listing(kept)
    if unchanged:
        yield from _files(kept, unchanged)


def knows(head: str, request: Request | None = None) -> bool:
    """Whether an entry with that hash stands in the request's chain, or in any where none is named."""
    chosen = select(Entry.id).where(Entry.hash == head)
    if request is not None:
        chosen = chosen.where(Entry.request_id == request.id)
    return db.session.scalar(chosen) is not None


def _stored(kept: Evidence) -> Iterator[history.Stored]:
    """The entries as the chain knows them."""
    request = str(kept.request.id)
    for entry in kept.entries:
        at, body = record.instant(entry.recorded_at), entry.body
        header = history.Header(entry.format, request, entry.seq, str(entry.authority_id), entry.visible_to, at,
                                entry.body_digest, entry.previous)  # fmt: skip
        yield history.Stored(header, entry.hash, entry.salt, None if body is None else body.encode())


def _state(kept: Evidence) -> Iterator[Found]:
    """The request stands in the state to which its last entry led."""
    if not kept.told or kept.told[-1][1]["to"] != kept.request.state:
        yield len(kept.told), "state", kept.request.state


def _settled(kept: Evidence) -> Iterator[Found]:
    """Parties, references, the version sent and the examiner are those that the history last gave."""
    given = {name: (entry.seq, value) for entry, body in kept.told for name, value in body.get("set", {}).items()}
    for name, value in record.deciding(kept.request).items():
        seq, right = given.get(name, (0, None))
        if value != right:
            yield seq, "request", name


def _versions(kept: Evidence) -> Iterator[Found]:
    """Every frozen version still has the hash that was approved and signed."""
    named = _named_versions(kept)
    there = {version.number: version for version in kept.versions}
    for number in sorted(named.keys() | there.keys()):
        seq, sha256 = named.get(number, (0, ""))
        version = there.get(number)
        if version is None or version.sha256 != sha256 or history.sha256(version.content.encode()) != sha256:
            yield seq, "version", str(number)


def _named_versions(kept: Evidence) -> dict[int, tuple[int, str]]:
    """The versions that the history names: number, the first entry that names it, and its hash."""
    named: dict[int, tuple[int, str]] = {}
    for entry, body in kept.told:
        if version := body["version"]:
            named.setdefault(version["number"], (entry.seq, version["sha256"]))
    return named


def _documents(kept: Evidence) -> Iterator[Found]:
    """Every document is there as the history names it, of that entry and that authority, and no other is."""
    named = {paper["number"]: (entry, paper) for entry, body in kept.told for paper in body["documents"]}
    there = {document.number: document for document in kept.documents}
    for number, (entry, paper) in named.items():
        document = there.get(number)
        if document is None or record.paper(document) != paper or not _of(document, entry):
            yield entry.seq, "document_row", number
    for number in sorted(there.keys() - named.keys()):
        yield 0, "document_row", number


def _of(document: KeptDocument, entry: KeptEntry) -> bool:
    """Whether the document was issued by the entry's authority, in its step, at its time."""
    made = (document.seq, document.authority_id, document.issued_at)
    return made == (entry.seq, entry.authority_id, entry.recorded_at)


def _passages(kept: Evidence) -> Iterator[Found]:
    """Exactly those documents passed to the other side that the history says passed, each by its entry."""
    named = {number: (entry.seq, entry.recorded_at) for entry, body in kept.told for number in body.get("passed", ())}
    for document in kept.documents:
        right = named.get(document.number, (None, None))
        if (document.passed_by, document.passed_at) != right:
            yield right[0] or 0, "passage", document.number


def _obligations(kept: Evidence) -> Iterator[Found]:
    """The rows of the ledger are those that the history gives."""
    for label in obligations.drift(kept.request, kept.ledger, {row.position: row._asdict() for row in kept.owed}):
        yield 0, "obligation", label


def _listing(kept: Evidence) -> Iterator[Found]:
    """The rows of the list are those that the history gives, and the words by which they are found."""
    request, words = kept.request, {row.authority_id: set[str]() for row in kept.listing}
    for row in kept.words:
        words[row.authority_id].add(row.word)
    awaits = request.state == AWAITS_FORMAL_REQUEST
    came = awaits and listed.formal_came(db.session.get_one(Request, request.id))
    sent = kept.contents.get(request.sent_version, {})
    case = listed.Known(request, kept.told, sent, kept.ledger.obligations, came)
    for side in listing.drift(case, {row.authority_id: row._asdict() for row in kept.listing}, words):
        yield 0, "listing", side


def _files(kept: Evidence, unchanged: Callable[[str], bool]) -> Iterator[Found]:
    """The stored bytes of every document and of every annex of every version are those that the history names."""
    for entry, body in kept.told:
        for paper in body["documents"]:
            if not unchanged(paper["sha256"]):
                yield entry.seq, "document_bytes", paper["number"]
    named = _named_versions(kept)
    for version in kept.versions:
        seq, sha256 = named.get(version.number, (0, ""))
        if history.sha256(version.content.encode()) == sha256:  # another one is told of already, and names anything
            for annex in kept.contents[version.number]["annexes"]:
                if annex["sha256"] and not unchanged(annex["sha256"]):
                    yield seq, "annex_bytes", f"{version.number} {annex['label']}"


def _unchanged(sha256: str) -> bool:
    try:
        custody.fetch(sha256)
    except StoreError:
        return False
    return True
