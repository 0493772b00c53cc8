"""Obligations across cases as pages read them: what an authority's State owes, and what is owed to it."""

import datetime as dt
import uuid
from collections.abc import Sequence

from sqlalchemy import Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import joinedload

from mla.extensions import db
from mla.models import Entry, OwedRow, Request

from . import cases

PAGE = 25
#: So many overdue obligations are counted.
MANY = 99


def readable(authority_id: uuid.UUID) -> Select[OwedRow]:
    """The obligations of requests that the authority may see, that arose by an entry which it may read."""
    seen = cases.visible(authority_id).with_only_columns(Request.id)
    by_it = and_(Entry.request_id == OwedRow.request_id, Entry.seq == OwedRow.arose)
    may_read = or_(Entry.visible_to == "both", Entry.authority_id == authority_id)
    return select(OwedRow).join(Entry, by_it).where(OwedRow.request_id.in_(seen), may_read)


def held(
    authority_id: uuid.UUID, statuses: Sequence[str], *, own: bool, after: OwedRow | None = None
) -> Sequence[OwedRow]:
    """What the authority's State owes (``own``) or is owed, the earliest day first, one more than a page.

    ``after`` is the last row of the page before: pages go by key, never by offset.
    """
    chosen = _of_side(readable(authority_id), authority_id, own).where(OwedRow.status.in_(statuses))
    key = (OwedRow.orders_on, OwedRow.request_id, OwedRow.position)
    if after is not None:
        chosen = chosen.where(tuple_(*key) > tuple_(after.orders_on, after.request_id, after.position))
    both = (joinedload(OwedRow.holder), joinedload(OwedRow.owed_to), joinedload(OwedRow.request))
    return db.session.scalars(chosen.options(*both).order_by(*key).limit(PAGE + 1)).all()


def one(authority_id: uuid.UUID, request_id: uuid.UUID, position: int) -> OwedRow | None:
    """One obligation, if the authority may read it."""
    chosen = readable(authority_id).where(OwedRow.request_id == request_id, OwedRow.position == position)
    return db.session.scalar(chosen)


def overdue(authority_id: uuid.UUID, day: dt.date, *, own: bool) -> int:
    """How many are open though their day has passed; one more than MANY stands for all that are more."""
    late = _of_side(readable(authority_id), authority_id, own).where(OwedRow.status == "open", OwedRow.due_on < day)
    late = late.limit(MANY + 1)  # who has so many reads the list, which begins with them
    return db.session.scalar(select(func.count()).select_from(late.subquery())) or 0


def _of_side(chosen: Select[OwedRow], authority_id: uuid.UUID, own: bool) -> Select[OwedRow]:
    return chosen.where((OwedRow.holder_id if own else OwedRow.owed_to_id) == authority_id)
