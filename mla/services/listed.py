"""What the list of requests shows of a case, worked out from its history."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Row

from mla.domain.assets.freezing import unchanged
from mla.domain.clocks import AWAITS_FORMAL_REQUEST, Clock, running
from mla.domain.history import parsed, standing
from mla.domain.kinds import kind_named
from mla.domain.obligations import Obligation
from mla.domain.waiting import waiting
from mla.domain.workflow import Kind
from mla.models import Request

from . import drafting, gather, obligations, record


@dataclass(frozen=True)
class Known:
    """A case as its histories tell it: ``request`` its row, ``told`` its entries with what they say.

    ``sent`` is the version that was sent, empty before; ``owed`` are the obligations of its ledger; ``came`` says
    whether the formal request that an arrest awaits was sent.
    """

    request: Request | Row[Any]
    told: Sequence[tuple[Any, Mapping[str, Any]]]
    sent: Mapping[str, Any]
    owed: Sequence[Obligation]
    came: bool

    @cached_property
    def kind(self) -> Kind:
        """Its kind."""
        return kind_named(self.request.kind)

    @cached_property
    def bodies(self) -> list[Mapping[str, Any]]:
        """What its entries say, without records that were taken back."""
        return standing(body for _, body in self.told)


def known(request: Request) -> Known:
    """The case, read through its request."""
    sent = drafting.sent(request)
    content, owed = parsed(sent.content) if sent else {}, obligations.ledger_of(request).obligations
    return Known(request, record.told(request), content, owed, formal_came(request))


def formal_came(request: Request) -> bool:
    """Whether the formal request that an arrest awaits was sent; looked for only where it is awaited."""
    return request.state == AWAITS_FORMAL_REQUEST and gather.main_sent_on(request, request.requested) is not None


def rows(case: Known, day: dt.date) -> dict[uuid.UUID, dict[str, Any]]:
    """The rows of a case as they are on the day, by the authority that reads each: those that may see it."""
    request, shared = case.request, _shared(case, day)
    asking = (request.requesting_id, request.requesting_reference)
    asked = (request.requested_id, request.requested_reference)
    made = {request.requesting_id: shared | _of(case, day, asking, asked, title=request.title)}
    if request.sent_version is not None:
        made[request.requested_id] = shared | _of(case, day, asked, asking)
    return made


def _shared(case: Known, day: dt.date) -> dict[str, Any]:
    """What the rows of both authorities hold alike."""
    request, (holds_from, changes_on) = case.request, unchanged(case.bodies, day)
    return {
        "request_id": request.id,
        "opened_at": request.opened_at,
        "kind": request.kind,
        "state": request.state,
        "table_version": case.kind.version,
        **_awaited(case, day),
        "holds_from": holds_from,
        "changes_on": changes_on,
    }


def _of(
    case: Known, day: dt.date, own: tuple[uuid.UUID, str | None], other: tuple[uuid.UUID, str | None], title: str = ""
) -> dict[str, Any]:
    """What the row of one authority holds besides; each of the two with its reference."""
    return {
        "authority_id": own[0],
        "outgoing": own[0] == case.request.requesting_id,
        "other_id": other[0],
        "title": title,
        "ours": own[1] or "",
        "theirs": other[1] or case.request.counterpart_reference or "",
        "clocks": _due(case, own[0], day),
    }


def on(case: Known, authority_id: uuid.UUID, own_day: dt.date, held_day: dt.date) -> dict[str, Any]:
    """What the calendar can change of a row: the steps waited for on one's own day, the clocks where a freeze holds."""
    return {**_awaited(case, own_day), "clocks": _due(case, authority_id, held_day)}


def _awaited(case: Known, day: dt.date) -> dict[str, str]:
    waits = waiting(case.kind, case.request.state, case.bodies, case.sent, day)
    return {"awaited_of": waits.side.value if waits else "", "awaited": " ".join(waits.steps) if waits else ""}


def _due(case: Known, authority_id: uuid.UUID, day: dt.date) -> list[list[Any]]:
    read, state = record.read_of(case.told, authority_id), case.request.state
    due = running(case.kind, state, read, case.sent, day, case.owed, formal_came=case.came)
    return [_plain(clock) for clock in due]


def _plain(clock: Clock) -> list[Any]:
    return [clock.code, clock.article, clock.holder.value, clock.due_on.isoformat(), dict(clock.about)]
