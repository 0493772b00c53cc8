"""Requests of several States for one person, as the one authority that holds them all reads them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, false, or_, select
from sqlalchemy.orm import joinedload

from mla.domain import identity
from mla.domain.extradition.competing import WEIGH
from mla.domain.extradition.content import sought
from mla.domain.history import parsed
from mla.domain.kinds import KINDS, provisional
from mla.extensions import db
from mla.models import Authority, Request, Sought, Version

from . import cases

#: The states in which a surrender is not settled yet, by the kind of request: there the requests may be weighed.
UNSETTLED = {kind.name: step.sources for kind in KINDS.values() for step in kind.steps if step.name == WEIGH}


_UNSETTLED = or_(*(and_(Request.kind == kind, Request.state.in_(there)) for kind, there in UNSETTLED.items()))
#: The requests that an authority holds, not settled, for some person; put together once.
_LIKE = (
    select(Request, Version.content)
    .join(Sought, and_(Sought.request_id == Request.id, Sought.version == Request.sent_version))
    .join(Version, and_(Version.request_id == Sought.request_id, Version.number == Sought.version))
    .options(joinedload(Request.requesting))
    .where(Request.requested_id == bindparam("authority"), _UNSETTLED)
    .order_by(Request.opened_at, Request.id)
)
#: The States that ask for them: mostly one, and then nothing else need be read.
_STATES = (
    select(Authority.iso3)
    .join(Request, Request.requesting_id == Authority.id)
    .join(Sought, and_(Sought.request_id == Request.id, Sought.version == Request.sent_version))
    .where(Request.requested_id == bindparam("authority"), _UNSETTLED)
    .distinct()
)


def held(request: Request) -> list[Request]:
    """The open requests to the same authority for the surrender of the same person, the oldest first.

    Only what was sent counts, never a draft. ``request`` is one of them, or the extradition that it is a part of is;
    the list is empty unless at least two States ask. That it is the same person is a comparison, not a finding.
    """
    sent = next((v for v in request.versions if v.number == request.sent_version), None)
    if sent is None or request.state not in UNSETTLED.get(request.kind, ()):
        return []
    mine = sought(parsed(sent.content))
    same = [one for one, person in _like(request, mine) if identity.same(mine, person)] if mine else []
    return _whole(same) if len({one.requesting.iso3 for one in same}) > 1 else []


def _like(request: Request, person: Mapping[str, Any]) -> list[tuple[Request, Mapping[str, Any]]]:
    """Those that the authority holds for whoever bears one of the person's names, with who it is, if two States ask."""
    name, script = identity.keys(person)
    given = {key: value for key, value in (("name_key", name), ("script_key", script)) if value}
    asked, named = given | {"authority": request.requested_id}, _named(*given)
    if len(db.session.scalars(_STATES.where(named), asked).all()) < 2:
        return []
    found = ((one, sought(parsed(content))) for one, content in db.session.execute(_LIKE.where(named), asked))
    return [(one, known) for one, known in found if known]


@cache
def _named(*keys: str) -> ColumnElement[bool]:
    """Whether a version asks for whoever bears one of the names: of a name that is not given no index is looked into,
    since nearly all who have none would be found by it.
    """
    return or_(false(), *(Sought.__table__.c[key] == bindparam(key) for key in keys))


def _whole(found: list[Request]) -> list[Request]:
    """Without the requests for arrest that belong to an extradition of the list: they are told with it."""
    return [one for one in found if one.kind != provisional.KIND.name or not _told_with(one, found)]


def _told_with(arrest: Request, found: list[Request]) -> bool:
    return any(main in found for main in cases.together(arrest, arrest.requested_id))
