"""Which of several requests for one person takes precedence, entered in the history of each of them."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from mla.domain.errors import StaleState
from mla.domain.extradition.competing import WEIGH
from mla.domain.kinds import kind_named
from mla.engine import transaction
from mla.extensions import db
from mla.models import Person

from . import casework


def weigh(
    request_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime, seen: str, data: Mapping[str, Any]
) -> casework.Done:
    """Record the decision in the history of every request that was weighed, in all of them or in none.

    ``data["weighed"]`` names them, the request of the page among them. No requesting State sees the entry. Raises as
    ``casework.perform`` does, where the step is closed in one of them.
    """
    with transaction():
        person = db.session.get_one(Person, person_id)
        named = {request_id, *(uuid.UUID(row["request"]) for row in data.get("weighed") or ())}
        # Always in one order: two who decide at once wait for one another, and not for good.
        held = {one: casework.locked(one, person) for one in sorted(named)}
        own = held.pop(request_id)
        if own.state != seen:
            raise StaleState(seen, own.state)
        done, *_others = [
            casework.take(one, kind_named(one.kind).step(WEIGH), person, now, data) for one in (own, *held.values())
        ]
        return done
