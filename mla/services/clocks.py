"""The clocks of cases, each as the authority that asks may see it."""

import json
import uuid
from collections.abc import Iterator

from mla.domain import history
from mla.domain.clocks import Clock, running
from mla.domain.kinds import kind_named
from mla.models import Authority, Request
from mla.queries import cases

from . import drafting, gather, record
from .obligations import ledger_of


def of(request: Request, authority_id: uuid.UUID | None) -> tuple[Clock, ...]:
    """What is due in a case, by what the authority may read of its history; None reads all of it.

    The deadline is that of the version which was sent: a draft asks nothing of anybody.
    """
    readable = history.standing(
        body
        for entry, body in record.told(request)
        if authority_id is None or cases.readable_entry(entry, authority_id)
    )
    sent = drafting.sent(request)
    content = json.loads(sent.content) if sent else {}
    owed = ledger_of(request).obligations
    came = gather.main_sent_on(request, request.requested) is not None
    return running(kind_named(request.kind), request.state, readable, content, owed, formal_came=came)


def listed(authority: Authority | None) -> Iterator[tuple[Request, Clock]]:
    """Every clock that runs in a case that the authority may see, or in any where none is given, case by case."""
    for request in cases.begun(authority.id if authority else None):
        for clock in of(request, authority.id if authority else None):
            yield request, clock
