"""The list of requests as its page reads it: one query, whatever the number of requests. Never writes."""

import datetime as dt
import uuid
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, Uuid, and_, bindparam, cast, exists, select, tuple_

from mla.domain.keywords import sought
from mla.extensions import db
from mla.models import Authority, Listing, ListingWord, Request

from . import cases

_LISTING, _WORD, _OTHER = Listing.__table__, ListingWord.__table__, Authority.__table__
#: No word goes on with a letter after this one.
_LAST = "\U0010ffff"


class Line(NamedTuple):
    """A line of the list: what the row of the authority holds, and the authority on the other side.

    ``clocks`` is JSON: few lines are shown for which nobody has read them already.
    """

    request_id: uuid.UUID
    kind: str
    state: str
    table_version: int
    outgoing: bool
    title: str
    ours: str
    theirs: str
    awaited_of: str
    awaited: str
    clocks: str
    holds_from: dt.date
    changes_on: dt.date
    iso3: str
    name: str
    zone: str
    on_paper: bool


_HELD = {"clocks": cast(_LISTING.c.clocks, Text)}
_SHOWN = [_HELD.get(name, _LISTING.c[name]) for name in Line._fields[:13]] + [
    _OTHER.c[name] for name in Line._fields[13:]
]


def page(authority_id: uuid.UUID, text: str = "", state: str = "", after: uuid.UUID | None = None) -> list[Line]:
    """The authority's requests, latest first, one more than a page so that the page knows whether more follow.

    ``text`` holds beginnings of words, all of which the request has. ``after`` is the last request of the page before:
    pages go by key, never by offset; one that the authority does not see leads to the first page.
    """
    terms = sought(text)
    if text and not terms:
        return []
    given = {"authority": authority_id, "state": state, "after": after, "some": cases.PAGE + 1}
    given |= {f"from{n}": term for n, term in enumerate(terms)} | {f"to{n}": t + _LAST for n, t in enumerate(terms)}
    found = db.session.execute(_chosen(len(terms), bool(state), after is not None), given).all()
    if not found and after:
        return page(authority_id, text, state)
    return [Line._make(row) for row in found]


@cache
def _chosen(terms: int, state: bool, after: bool) -> Select[Any]:
    """The query of a page, made once for each sort of page."""
    chosen = select(*_SHOWN).join(_OTHER, _OTHER.c.id == _LISTING.c.other_id)
    chosen = chosen.where(_LISTING.c.authority_id == bindparam("authority"))
    for n in range(terms):
        chosen = chosen.where(_LISTING.c.request_id.in_(_with_word(n)))
    if state:
        chosen = chosen.where(_LISTING.c.state == bindparam("state"))
    if after:
        chosen = chosen.where(tuple_(_LISTING.c.opened_at, _LISTING.c.request_id) < _key())
    latest = chosen.order_by(_LISTING.c.opened_at.desc(), _LISTING.c.request_id.desc())
    return latest.limit(bindparam("some"))


def _with_word(n: int) -> Select[Any]:
    """The requests that have a word with the beginning of that number.

    The words stand in the statement itself: a database that plans one way for all words walks the whole list for a rare
    one.
    """
    first, last = (bindparam(f"{end}{n}", type_=_WORD.c.word.type, literal_execute=True) for end in ("from", "to"))
    begins = and_(_WORD.c.word >= first, _WORD.c.word < last)
    return select(_WORD.c.request_id).where(_WORD.c.authority_id == bindparam("authority"), begins)


def _key() -> Any:
    """The place of the last request of the page before."""
    last, before = _LISTING.alias(), bindparam("after", type_=Uuid())
    opened = select(last.c.opened_at).where(last.c.authority_id == bindparam("authority"), last.c.request_id == before)
    return tuple_(opened.scalar_subquery(), before)


def beside(request: Request, kind: str, state: str) -> Select[Request]:
    """The requests of the kind in the state that may belong to the request: of its two parties, and of its matter.

    Of letters that came on paper each has a matter of its own.
    """
    chosen = select(Request).where(
        Request.kind == kind,
        Request.requesting_id == request.requesting_id,
        Request.requested_id == request.requested_id,
    )
    if not request.requesting.on_paper:
        return chosen.where(Request.matter_id == request.matter_id, Request.state == state)
    rows = select(Listing.request_id).where(Listing.authority_id == request.requested_id, Listing.state == state)
    return chosen.where(Request.id.in_(rows), Request.state == state)


def unlisted() -> Sequence[uuid.UUID]:
    """The requests that have no row yet: those from before there was a list, the earliest first."""
    listed = exists().where(Listing.request_id == Request.id)
    return db.session.scalars(select(Request.id).where(~listed).order_by(Request.opened_at)).all()
