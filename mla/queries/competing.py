"""Requests of several States for one person, as the one authority that holds them all reads them."""

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from mla.domain import identity
from mla.domain.extradition.competing import WEIGH
from mla.domain.extradition.content import sought
from mla.domain.history import parsed
from mla.domain.kinds import KINDS, provisional
from mla.extensions import db
from mla.models import Request, Version

from . import cases


def held(request: Request) -> list[Request]:
    """The open requests to the same authority for the surrender of the same person, the oldest first.

    Only what was sent counts, never a draft. ``request`` is one of them, or the extradition that it is a part of is;
    the list is empty unless at least two States ask. That it is the same person is a comparison, not a finding.
    """
    known = _open(request.requested_id)
    mine = next((person for one, person in known if one.id == request.id), None)
    same = [one for one, person in known if mine and person and identity.same(mine, person)]
    found = _whole(same)
    return found if len({one.requesting.iso3 for one in found}) > 1 else []


def _open(authority_id: uuid.UUID) -> list[tuple[Request, Mapping[str, Any] | None]]:
    """The requests for a person that the authority holds and whose surrender is not settled, with who is sought."""
    sent = and_(Version.request_id == Request.id, Version.number == Request.sent_version)
    states = {kind.name: step.sources for kind in KINDS.values() for step in kind.steps if step.name == WEIGH}
    unsettled = or_(*(and_(Request.kind == name, Request.state.in_(there)) for name, there in states.items()))
    chosen = (
        select(Request, Version.content)
        .join(Version, sent)
        .options(joinedload(Request.requesting))
        .where(Request.requested_id == authority_id, unsettled)
        .order_by(Request.opened_at, Request.id)
    )
    return [(request, sought(parsed(content))) for request, content in db.session.execute(chosen)]


def _whole(found: list[Request]) -> list[Request]:
    """Without the requests for arrest that belong to an extradition of the list: they are told with it."""
    return [one for one in found if one.kind != provisional.KIND.name or not _told_with(one, found)]


def _told_with(arrest: Request, found: list[Request]) -> bool:
    return any(main in found for main in cases.together(arrest, arrest.requested_id))
