"""What cases wait for: the same for whoever reads, but for their day."""

import datetime as dt

from mla.domain.history import parsed
from mla.domain.kinds import kind_named
from mla.domain.waiting import Waiting, waiting
from mla.models import Request

from . import drafting, record


def of(request: Request, day: dt.date) -> Waiting | None:
    """What the case waits for on the day; None where nobody waits for a step."""
    sent = drafting.sent(request)
    content = parsed(sent.content) if sent else {}
    return waiting(kind_named(request.kind), request.state, record.bodies(request), content, day)
