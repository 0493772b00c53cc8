"""Requests of several States for one person, as the one authority that holds them all reads them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, false, or_, select
from sqlalchemy.orm import joinedload

from mla.domain import identity
from mla.domain.extradition.competing import WEIGH
from mla.domain.extradition.content import sought
from mla.domain.history import parsed
from mla.domain.kinds import KINDS, provisional
from mla.extensions import db
from mla.models import Request, Sought, Version

from . import cases

#: The states in which a surrender is not settled yet, by the kind of request: there the requests may be weighed.
UNSETTLED = {kind.name: step.sources for kind in KINDS.values() for step in kind.steps if step.name == WEIGH}


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
    """The requests that the authority holds, not settled, for whoever bears one of the person's names; with who it is.

    By the indexes of the two keys: it reads no more, however many requests there are.
    """
    names = zip((Sought.name_key, Sought.script_key), identity.keys(person), strict=True)
    named = or_(false(), *(column == key for column, key in names if key))
    version = and_(Version.request_id == Sought.request_id, Version.number == Sought.version)
    unsettled = or_(*(and_(Request.kind == kind, Request.state.in_(there)) for kind, there in UNSETTLED.items()))
    chosen = (
        select(Request, Version.content)
        .join(Sought, and_(Sought.request_id == Request.id, Sought.version == Request.sent_version))
        .join(Version, version)
        .options(joinedload(Request.requesting))
        .where(named, Request.requested_id == request.requested_id, unsettled)
        .order_by(Request.opened_at, Request.id)
    )
    found = ((one, sought(parsed(content))) for one, content in db.session.execute(chosen))
    return [(one, known) for one, known in found if known]


def _whole(found: list[Request]) -> list[Request]:
    """Without the requests for arrest that belong to an extradition of the list: they are told with it."""
    return [one for one in found if one.kind != provisional.KIND.name or not _told_with(one, found)]


def _told_with(arrest: Request, found: list[Request]) -> bool:
    return any(main in found for main in cases.together(arrest, arrest.requested_id))
