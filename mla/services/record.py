"""The history of a request as the services write and read it."""

import datetime as dt
import secrets
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row

from mla.domain import history
from mla.extensions import db
from mla.models import Authority, Entry, EntryBody, Request
from mla.queries import cases

#: What of a request decides who reads what and by which table of steps: the history tells each value it was given.
DECIDING = (
    "kind",
    "requesting_id",
    "requested_id",
    "requesting_reference",
    "requested_reference",
    "counterpart_reference",
    "sent_version",
    "examiner_id",
    "part_of_id",
)


def told(request: Request) -> list[tuple[Entry, Mapping[str, Any]]]:
    """Each entry with what it says, from first to last; one whose body is gone is left out."""
    return [(entry, history.parsed(entry.body.body)) for entry in request.entries if entry.body]


def bodies(request: Request) -> list[Mapping[str, Any]]:
    """What the entries say, from first to last, without records that were taken back.

    A place in this list is not an entry's number: see ``told``.
    """
    return history.standing(body for _, body in told(request))


def readable(request: Request, authority_id: uuid.UUID | None) -> list[Mapping[str, Any]]:
    """As ``bodies``: what the authority may read, all of it for None, each entry with its number under ``seq``."""
    return read_of(told(request), authority_id)


def read_of(told: Iterable[tuple[Any, Mapping[str, Any]]], authority_id: uuid.UUID | None) -> list[Mapping[str, Any]]:
    """What the authority may read of what is told, as ``readable`` gives it."""
    return history.standing(
        {**body, "seq": entry.seq}
        for entry, body in told
        if authority_id is None or cases.readable_entry(entry, authority_id)
    )


def deciding(request: Request | Row[Any]) -> dict[str, Any]:
    """The values of ``DECIDING`` as the history writes them; an identifier is text."""
    values = {name: getattr(request, name) for name in DECIDING}
    return {name: str(value) if isinstance(value, uuid.UUID) else value for name, value in values.items()}


def paper(document: Any) -> dict[str, Any]:
    """A document as the history names it; ``snapshot`` is the SHA-256 of the text it was rendered from, or None."""
    names = ("number", "kind", "sha256", "title", "media_type", "size", "version")
    snapshot = document.snapshot
    return {name: getattr(document, name) for name in names} | {
        "snapshot": None if snapshot is None else history.sha256(snapshot.encode())
    }


def head(request: Request) -> tuple[int, str]:
    """The number and the hash of the last entry; 0 and zeros where there is none."""
    if not request.entries:
        return 0, history.BEGINNING
    return request.entries[-1].seq, request.entries[-1].hash


def append(request: Request, authority: Authority, visible_to: str, body: Mapping[str, Any], now: dt.datetime) -> Entry:
    """Add an entry to the chain: public header, salted digest of the body, hash of the entry before."""
    seq, previous = head(request)
    salt, text = secrets.token_bytes(32), history.canonical(body)
    header = history.Header(
        format=history.FORMAT,
        request=str(request.id),
        seq=seq + 1,
        authority=str(authority.id),
        visible_to=visible_to,
        recorded_at=instant(now),
        body_digest=history.body_digest(salt, text),
        previous=previous,
    )
    entry = Entry(
        request=request,
        seq=header.seq,
        format=header.format,
        authority_id=authority.id,
        visible_to=visible_to,
        recorded_at=now,
        body_digest=header.body_digest,
        previous=previous,
        hash=header.hash(),
        body=EntryBody(salt=salt, body=text.decode()),
    )
    db.session.add(entry)
    return entry


def instant(at: dt.datetime) -> str:
    """An instant as the chain writes it: ISO 8601, UTC, microseconds."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")
