"""The clocks of cases, each as the authority that asks may see it."""

import datetime as dt
import uuid
from collections.abc import Iterator

from mla.domain.clocks import AWAITS_FORMAL_REQUEST, Clock, running
from mla.domain.history import parsed
from mla.domain.kinds import kind_named
from mla.models import Authority, Request
from mla.queries import cases

from . import drafting, gather, record
from .obligations import ledger_of


def of(request: Request, authority_id: uuid.UUID | None, day: dt.date) -> tuple[Clock, ...]:
    """What is due in a case on the day, by what the authority may read of its history; None reads all of it.

    The deadline is that of the version which was sent: a draft asks nothing of anybody.
    """
    readable = record.readable(request, authority_id)
    sent = drafting.sent(request)
    content = parsed(sent.content) if sent else {}
    owed = ledger_of(request).obligations
    # Looked for only where it is awaited: a list of requests asks it of each of its rows.
    came = request.state == AWAITS_FORMAL_REQUEST and gather.main_sent_on(request, request.requested) is not None
    return running(kind_named(request.kind), request.state, readable, content, day, owed, formal_came=came)


def listed(authority: Authority | None, day: dt.date) -> Iterator[tuple[Request, Clock]]:
    """Every clock that runs on the day in the cases that the authority may see, or in all where none is given."""
    for request in cases.begun(authority.id if authority else None):
        for clock in of(request, authority.id if authority else None, day):
            yield request, clock
