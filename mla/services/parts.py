"""Requests that are part of another: a provisional arrest belongs to an extradition (Art. 16(9))."""

import copy
import datetime as dt
import uuid
from typing import Any

from mla.domain.errors import NotAllowed, NotFound
from mla.domain.kinds import extradition, provisional
from mla.domain.workflow import NEW, Role
from mla.engine import transaction
from mla.extensions import db
from mla.models import Person, Request

from . import casework

ARREST = provisional.KIND.name
#: What of the extradition's draft the request for provisional arrest says too.
COPIED = ("channel", "language", "regime", "authority", "proceedings", "trafficking", "transnational", "group",
          "sought", "file", "contact")  # fmt: skip


def open_provisional_arrest(extradition_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime) -> casework.Done:
    """Open a request for provisional arrest as a part of an extradition: same matter, same addressee.

    What the extradition's draft says of the person, the file, the basis and the addressee is copied. Raises NotFound
    where the extradition is not one that the person's authority makes; NotAllowed where the person is no drafter, the
    extradition is over (``arrest_too_late``), or a request for the arrest is open already (``arrest_open``).
    """
    with transaction():
        person = db.session.get_one(Person, person_id)
        main = casework.locked(extradition_id, person)
        if not is_main(main, person.authority_id):
            raise NotFound
        if reason := hindrance(main, person):
            raise NotAllowed(reason)
        part = Request(
            kind=ARREST, state=NEW, title=main.title, matter=main.matter, requested=main.requested, part_of=main,
            draft=_copied(main),
        )  # fmt: skip
        return casework.opened(part, person, now)


def is_main(request: Request, authority_id: uuid.UUID) -> bool:
    """Whether the request is an extradition that the authority asks, beside which it may ask for an arrest."""
    return request.kind == extradition.KIND.name and request.requesting_id == authority_id


def hindrance(main: Request, person: Person) -> str:
    """Why no request for provisional arrest can be opened beside the extradition now; empty where one can."""
    if not any(office.name == Role.DRAFTER.value for office in person.roles):
        return "not_a_drafter"
    if main.state not in provisional.OPENED_FROM:
        return "arrest_too_late"
    return "arrest_open" if any(part.state in provisional.UNDER_WAY for part in main.parts) else ""


def _copied(main: Request) -> dict[str, Any]:
    return {name: copy.deepcopy(main.draft[name]) for name in COPIED if name in main.draft}
