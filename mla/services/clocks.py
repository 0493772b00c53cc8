"""The clocks of cases, each as the authority that asks may see it."""

import datetime as dt
import uuid
from collections.abc import Iterator

from mla.domain.clocks import Clock, running
from mla.models import Authority, Request
from mla.queries import cases

from . import record
from .listed import known


def of(request: Request, authority_id: uuid.UUID | None, day: dt.date) -> tuple[Clock, ...]:
    """What is due in a case on the day, by what the authority may read of its history; None reads all of it.

    The deadline is that of the version which was sent: a draft asks nothing of anybody.
    """
    case = known(request)
    read = record.read_of(case.told, authority_id)
    return running(case.kind, request.state, read, case.sent, day, case.owed, formal_came=case.came)


def listed(authority: Authority | None, day: dt.date) -> Iterator[tuple[Request, Clock]]:
    """Every clock that runs on the day in the cases that the authority may see, or in all where none is given."""
    for request in cases.begun(authority.id if authority else None):
        for clock in of(request, authority.id if authority else None, day):
            yield request, clock
