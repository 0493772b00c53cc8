"""What the proof of histories reads: the rows of some requests at a time, by one query for each table."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, select

from mla.domain.obligations import Ledger, ledger
from mla.extensions import db
from mla.models import Document, Entry, EntryBody, Listing, ListingWord, OwedRow, Passage, Request, Version

from .record import DECIDING

#: Histories that are read at a time: more are hardly faster, and the snapshots of their papers take memory.
AT_ONCE = 200


class KeptEntry(NamedTuple):
    """An entry with its salt and body, which are None where they are gone."""

    request_id: uuid.UUID
    seq: int
    format: int
    authority_id: uuid.UUID
    visible_to: str
    recorded_at: dt.datetime
    body_digest: str
    previous: str
    hash: str
    salt: bytes | None
    body: str | None


class KeptVersion(NamedTuple):
    """A frozen version."""

    request_id: uuid.UUID
    number: int
    content: str
    sha256: str


class KeptDocument(NamedTuple):
    """A document, and by which entry and when it passed to the other side, if it did."""

    request_id: uuid.UUID
    seq: int
    number: str
    kind: str
    title: str
    media_type: str
    size: int
    sha256: str
    snapshot: str | None
    authority_id: uuid.UUID
    version: int | None
    issued_at: dt.datetime
    passed_by: int | None
    passed_at: dt.datetime | None


@dataclass(frozen=True)
class Evidence:
    """The rows of a request as they are kept, each list in its own order."""

    request: Row[Any]
    entries: Sequence[KeptEntry]
    versions: Sequence[KeptVersion]
    documents: Sequence[KeptDocument]
    owed: Sequence[Row[Any]]
    listing: Sequence[Row[Any]]
    words: Sequence[Row[Any]]

    @cached_property
    def told(self) -> list[tuple[KeptEntry, dict[str, Any]]]:
        """Each entry with what it says, from first to last; one whose body is gone is left out."""
        return [(entry, _read(entry.body)) for entry in self.entries if entry.body]

    @cached_property
    def contents(self) -> Mapping[int, dict[str, Any]]:
        """What the versions say, by number; one that is no longer JSON says nothing."""
        return {version.number: _content(version.content) for version in self.versions}

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger that the history gives."""
        sent = self.contents if self.request.sent_version else {}
        return ledger(((entry.seq, body) for entry, body in self.told), sent)


def _content(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _columns(model: Any, names: Sequence[str]) -> list[Any]:
    return [model.__table__.c[name] for name in names if name in model.__table__.c]


def _passed(name: str) -> Any:
    """What is known of the document's passage; a join would read the passages of all documents."""
    passage, document = Passage.__table__.c, Document.__table__.c
    return select(passage[name]).where(passage.document_id == document.id).scalar_subquery()


_read = json.JSONDecoder().decode
_REQUESTS = select(*_columns(Request, ("id", "state", "title", "opened_at", *DECIDING)))
_ENTRIES = select(*_columns(Entry, KeptEntry._fields), *_columns(EntryBody, KeptEntry._fields)).outerjoin_from(
    Entry.__table__, EntryBody.__table__
)
_VERSIONS = select(*_columns(Version, KeptVersion._fields))
_DOCUMENTS = select(*_columns(Document, KeptDocument._fields), _passed("seq"), _passed("passed_at"))
_OWED = select(OwedRow.__table__)
_LISTING, _WORDS = select(Listing.__table__), select(ListingWord.__table__)


def of(ids: Sequence[uuid.UUID]) -> Iterator[Evidence]:
    """The rows of each of the requests, in that order; raises KeyError for one that doesn't exist."""
    for start in range(0, len(ids), AT_ONCE):
        yield from _together(ids[start : start + AT_ONCE])


def _together(ids: Sequence[uuid.UUID]) -> Iterator[Evidence]:
    requests = {row.id: row for row in db.session.execute(_REQUESTS.where(Request.__table__.c.id.in_(ids))).all()}
    entries = _by_request(_ENTRIES, Entry, "seq", ids)
    versions = _by_request(_VERSIONS, Version, "number", ids)
    documents = _by_request(_DOCUMENTS, Document, "position", ids)
    owed = _by_request(_OWED, OwedRow, "position", ids)
    listing = _by_request(_LISTING, Listing, "authority_id", ids)
    words = _by_request(_WORDS, ListingWord, "word", ids)
    for one in ids:
        yield Evidence(
            requests[one],
            [KeptEntry._make(row) for row in entries.get(one, ())],
            [KeptVersion._make(row) for row in versions.get(one, ())],
            [KeptDocument._make(row) for row in documents.get(one, ())],
            owed.get(one, ()),
            listing.get(one, ()),
            words.get(one, ()),
        )


def _by_request(
    chosen: Select[Any], model: Any, order: str, ids: Sequence[uuid.UUID]
) -> Mapping[uuid.UUID, Sequence[Row[Any]]]:
    """The rows of each request, whose identifier is the first of a row, in that order."""
    columns = model.__table__.c
    rows = db.session.execute(chosen.where(columns.request_id.in_(ids)).order_by(columns.request_id, columns[order]))
    return {one: list(some) for one, some in groupby(rows.all(), itemgetter(0))}
