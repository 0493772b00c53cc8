"""Who owes what in a request, derived from its history; and the rows by which lists across cases know it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select

from mla.domain.history import parsed
from mla.domain.obligations import Ledger, Obligation, ledger
from mla.extensions import db
from mla.models import OwedRow, Request
from mla.queries import cases

from . import record

#: What an obligation without a day is ordered by: after all that have one.
LAST_DAY = dt.date.max


def ledger_of(request: Request) -> Ledger:
    """The ledger of the request as its history gives it."""
    sent = {v.number: parsed(v.content) for v in request.versions} if request.sent_version else {}
    return ledger(((entry.seq, body) for entry, body in record.told(request)), sent)


def readable(request: Request, authority_id: uuid.UUID) -> list[OwedRow]:
    """The obligations that the authority may read, as the history gives them; nothing of it is in the session."""
    seen = {entry.seq for entry in request.entries if cases.readable_entry(entry, authority_id)}
    both = {a.id: a for a in (request.requesting, request.requested)}
    found = (row for row in _right(request, ledger_of(request)).values() if row["arose"] in seen)
    return [OwedRow(**row, holder=both[row["holder_id"]]) for row in found]


def project(request: Request) -> bool:
    """Bring the rows of the request to what its history says; whether that changed any. The caller commits."""
    kept, right = rows(request), _right(request, ledger_of(request))
    changed = {n: _values(row) for n, row in kept.items()} != right
    for position, row in kept.items():
        if position not in right:
            db.session.delete(row)
    for position, values in right.items():
        if position not in kept:
            db.session.add(OwedRow(**values))
        elif _values(kept[position]) != values:
            for name, value in values.items():
                setattr(kept[position], name, value)
    db.session.flush()
    return changed


def drift(request: Request | Row[Any], owed: Ledger, kept: Mapping[int, Mapping[str, Any]]) -> list[str]:
    """The labels of the kept rows that are not what the ledger says, missing and surplus ones among them."""
    right = _right(request, owed)
    return [f"B{n}" for n in sorted(kept.keys() | right.keys()) if kept.get(n) != right.get(n)]


def rows(request: Request) -> dict[int, OwedRow]:
    """The rows of the request, by their number."""
    found = db.session.scalars(select(OwedRow).where(OwedRow.request_id == request.id))
    return {row.position: row for row in found}


COLUMNS = [column.key for column in OwedRow.__table__.columns]


def _values(row: OwedRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS}


def _right(request: Request | Row[Any], owed: Ledger) -> dict[int, dict[str, Any]]:
    return {n: _row(request, n, obligation) for n, obligation in enumerate(owed.obligations, 1)}


def _row(request: Request | Row[Any], position: int, owed: Obligation) -> dict[str, Any]:
    sides: tuple[uuid.UUID, uuid.UUID] = (request.requesting_id, request.requested_id)
    holder, owed_to = sides if owed.holder == "requesting" else sides[::-1]
    due = dt.date.fromisoformat(owed.due_on) if owed.due_on else None
    return {
        "request_id": request.id,
        "position": position,
        "sort": owed.sort.value,
        "article": owed.article,
        "holder_id": holder,
        "owed_to_id": owed_to,
        "text": owed.text,
        "due_on": due,
        "orders_on": due or LAST_DAY,
        "status": owed.status.value,
        "scheduled": owed.scheduled,
        "arose": owed.arose,
        "arose_on": owed.arose_on,
        "ended": owed.ended,
    }
