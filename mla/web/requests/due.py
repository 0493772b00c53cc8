"""What is due in a case, as its page shows it to one side."""

import datetime as dt
from typing import Any

from mla import wording
from mla.domain.workflow import Side
from mla.models import Person, Request
from mla.services import clocks, gather
from mla.wording.clocks import due, note, pressing


def rows(request: Request, person: Person, now: dt.datetime) -> list[dict[str, Any]]:
    """A row for each clock that the person's authority may see, the earliest first."""
    own_day, held_day = gather.local_day(person.authority, now), gather.held_day(request, person.authority, now)
    own = gather.side_of(request, person.authority_id)
    return [
        {
            "what": due(clock),
            "note": note(clock),
            "article": wording.article(clock.article),
            "holder": request.requesting if clock.holder is Side.REQUESTING else request.requested,
            "own": clock.holder is own,
            "on": clock.due_on,
            "overdue": clock.overdue(day),
            "freeze": bool(clock.about),
            "lapsed": clock.lapsed,
            "pressing": pressing(clock, day),
        }
        for clock in clocks.of(request, person.authority_id, held_day)
        for day in (held_day if clock.about else own_day,)
    ]
