"""The rows by which the list of requests knows a case: written with each step, and read without its history."""

import datetime as dt
import json
import uuid
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from mla.domain.clocks import AWAITS_FORMAL_REQUEST, Clock
from mla.domain.keywords import words
from mla.domain.kinds import extradition, kind_named, provisional
from mla.domain.workflow import Side
from mla.extensions import db
from mla.models import Listing, ListingWord, Person, Request
from mla.queries import cases, listing

from . import gather
from .listed import Known, known, on, rows

#: How far ahead of UTC the first place on earth is in which a day begins.
_FIRST_ZONE = dt.timedelta(hours=14)
_TABLE = Listing.__table__
KEY = ("request_id", "authority_id")
_KEPT = select(_TABLE).where(_TABLE.c.request_id == bindparam("request"))
_UPDATE = update(_TABLE).where(*(_TABLE.c[name] == bindparam(f"of_{name}") for name in KEY))


def project(request: Request, now: dt.datetime) -> bool:
    """Bring the rows of the request, and of arrests that await it, to what the histories say; whether any changed.

    ``now`` is an aware instant. The caller commits.
    """
    day = (now.astimezone(dt.UTC) + _FIRST_ZONE).date()
    changed = [_write(one, day) for one in (request, *_awaiting(request))]
    return any(changed)


def _awaiting(request: Request) -> Sequence[Request]:
    """The arrests whose formal request this may be, locked: what is due there ends once it was sent."""
    if request.kind != extradition.KIND.name:
        return []
    beside = listing.beside(request, provisional.KIND.name, AWAITS_FORMAL_REQUEST)
    found = db.session.scalars(beside.order_by(Request.id).with_for_update(of=Request)).all()
    for arrest in found:
        db.session.expire(arrest)  # what was read of it before it was locked may have changed
    return found


def _write(request: Request, day: dt.date) -> bool:
    kept, right = _kept(request), rows(known(request), day)
    gone = [key for key in kept if key not in right]
    if gone:
        db.session.execute(delete(_TABLE).where(_TABLE.c.request_id == request.id, _TABLE.c.authority_id.in_(gone)))
    changed = [row for key, row in right.items() if kept.get(key) != row]
    if new := [row for row in changed if row["authority_id"] not in kept]:
        db.session.execute(insert(_TABLE), new)
    if old := [row for row in changed if row["authority_id"] in kept]:
        db.session.execute(_UPDATE, [row | {f"of_{name}": row[name] for name in KEY} for row in old])
    for row in changed:
        _find_by(row, kept.get(row["authority_id"]))
    return bool(gone or changed)


def _find_by(row: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
    """Write the words by which the row is found, where they are not those of before."""
    named = _words(row)
    if before is None or _words(before) != named:
        key = {name: row[name] for name in KEY}
        db.session.execute(delete(ListingWord).filter_by(**key))
        db.session.execute(insert(ListingWord), [key | {"word": word} for word in sorted(named)])


def _words(row: Mapping[str, Any]) -> set[str]:
    return words(row["title"], row["ours"], row["theirs"])


def _kept(request: Request) -> dict[uuid.UUID, dict[str, Any]]:
    """The rows of the request as they are kept, by the authority that reads each."""
    found = db.session.execute(_KEPT, {"request": request.id}).mappings()
    return {row["authority_id"]: dict(row) for row in found}


def drift(
    case: Known, kept: Mapping[uuid.UUID, Mapping[str, Any]], found_by: Mapping[uuid.UUID, set[str]]
) -> list[str]:
    """The sides whose kept row or words are not what the history says on the days for which they were written.

    Both by authority: ``kept`` the values of its row, ``found_by`` the words by which it finds the request.
    """
    made = {day: rows(case, day) for day in {_day_of(row) for row in kept.values()} or {dt.date.max}}
    wrong = []
    for side, one in ((Side.REQUESTING, case.request.requesting_id), (Side.REQUESTED, case.request.requested_id)):
        row = kept.get(one)
        right = (made[_day_of(row)] if row else next(iter(made.values()))).get(one)
        if _differs(right, row, found_by.get(one)):
            wrong.append(side.value)
    return wrong


def _day_of(row: Mapping[str, Any]) -> dt.date:
    """A day for which the row was written."""
    last: dt.date = row["changes_on"] - dt.timedelta(days=1)
    return last


def _differs(right: Mapping[str, Any] | None, row: Mapping[str, Any] | None, found_by: set[str] | None) -> bool:
    return row != right or (found_by or set()) != (_words(right) if right else set())


def page(
    person: Person, now: dt.datetime, text: str = "", state: str = "", after: uuid.UUID | None = None
) -> list[listing.Line]:
    """A page of the person's list as it is now; a row that the calendar has changed is worked out from its history.

    The rest is as ``queries.listing.page`` says. ``now`` is an aware instant.
    """
    own = gather.local_day(person.authority, now)
    found = listing.page(person.authority_id, text, state, after)
    late = {line.request_id: held_day(line, own, now) for line in found if not _holds(line, own, now)}
    changed = {one.id: known(one) for one in db.session.scalars(cases.read_whole(late))} if late else {}
    return [
        _as_now(line, changed[line.request_id], person, own, late[line.request_id]) if line.request_id in late else line
        for line in found
    ]


def _as_now(line: listing.Line, case: Known, person: Person, own: dt.date, held: dt.date) -> listing.Line:
    now = on(case, person.authority_id, own, held)
    return line._replace(**now | {"clocks": json.dumps(now["clocks"])})


def _holds(line: listing.Line, own: dt.date, now: dt.datetime) -> bool:
    """Whether what the row holds is true now: on the reader's day, and where the freeze was ordered."""
    days = (own, held_day(line, own, now))
    by_this_table = line.table_version == kind_named(line.kind).version
    return by_this_table and all(line.holds_from <= day < line.changes_on for day in days)


def held_day(line: listing.Line, own: dt.date, now: dt.datetime) -> dt.date:
    """The date by which a freeze holds or has lapsed, as ``gather.held_day`` tells it; ``own`` is the reader's."""
    here = not line.outgoing or line.on_paper
    return own if here else now.astimezone(zoneinfo.ZoneInfo(line.zone)).date()


def clocks_of(line: listing.Line) -> Iterator[Clock]:
    """The clocks of the line, as ``clocks.of`` told them."""
    for code, article, holder, due_on, about in json.loads(line.clocks):
        yield Clock(code, article, Side(holder), dt.date.fromisoformat(due_on), about)
