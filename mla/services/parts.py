"""Requests that are part of another: a provisional arrest of an extradition, a confiscation of what came before it.

Each is a request of its own, with its own approval and gate (Art. 16(9); Art. 13(1), row A7 of the treaty digest).
"""

import copy
import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mla.domain.assets.content import CONFISCATING, stage
from mla.domain.errors import NotAllowed, NotFound
from mla.domain.kinds import assets, extradition, provisional
from mla.domain.workflow import NEW, Role
from mla.engine import transaction
from mla.extensions import db
from mla.models import Person, Request

from . import casework, drafting


def _any(_main: Request) -> bool:
    return True


def _asks_no_confiscation(main: Request) -> bool:
    return stage(drafting.about(main, "transmit")[0]) not in CONFISCATING


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of part: its ``kind``, and that of the main request, ``of``, which must be ``fit`` for it.

    It is opened while the main request stands in ``opened_from``, and none while another is ``under_way``: the reasons
    for which it can't be opened begin with ``name``. ``copied`` are the sections of the main draft that it says too.
    """

    name: str
    kind: str
    of: str
    opened_from: frozenset[str]
    under_way: frozenset[str]
    copied: tuple[str, ...]
    fit: Callable[[Request], bool] = _any


ARREST = Sort(
    "arrest", provisional.KIND.name, extradition.KIND.name, provisional.OPENED_FROM, provisional.UNDER_WAY,
    ("channel", "language", "regime", "authority", "proceedings", "trafficking", "transnational", "group", "sought",
     "file", "contact"),
)  # fmt: skip
CONFISCATION = Sort(
    "confiscation", assets.KIND.name, assets.KIND.name, assets.OPENED_FROM, assets.UNDER_WAY,
    ("channel", "language", "regime", "authority", "proceedings", "trafficking", "transnational", "group",
     "confidentiality", "undertakings", "contact", "disposal"),
    _asks_no_confiscation,
)  # fmt: skip
#: What a request to freeze or trace says of the measure that holds for the confiscation too.
_OF_MEASURE = ("facts", "here_only", "third_parties", "management")


def open_provisional_arrest(extradition_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime) -> casework.Done:
    """Open a request for provisional arrest as a part of an extradition: same matter, same addressee (Art. 16(9)).

    What the extradition's draft says of the person, the file, the basis and the addressee is copied. Raises NotFound
    where the extradition is not one that the person's authority makes; NotAllowed where the person is no drafter, the
    extradition is over (``arrest_not_now``), or a request for the arrest is open already (``arrest_open``).
    """
    return _open(ARREST, extradition_id, person_id, now)


def open_confiscation(freeze_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime, route: str) -> casework.Done:
    """Open a request for confiscation as a part of one that traced or froze: same matter, same addressee (Art. 13(1)).

    ``route`` is "confiscate_a" (an order is to be obtained) or "confiscate_b" (an order is to be enforced). What the
    first request says of facts, third parties, basis and addressee is copied; the property stands in the matter.
    Raises NotFound and NotAllowed as ``open_provisional_arrest`` does, and NotAllowed (``no_route``) for another route.
    """
    if route not in CONFISCATING:
        raise NotAllowed("no_route")
    return _open(CONFISCATION, freeze_id, person_id, now, route)


def _open(sort: Sort, main_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime, route: str = "") -> casework.Done:
    with transaction():
        person = db.session.get_one(Person, person_id)
        main = casework.locked(main_id, person)
        if not is_main(sort, main, person.authority_id):
            raise NotFound
        if reason := hindrance(sort, main, person):
            raise NotAllowed(reason)
        part = Request(
            kind=sort.kind, state=NEW, title=main.title, matter=main.matter, requested=main.requested, part_of=main,
            draft=_copied(sort, main, route),
        )  # fmt: skip
        return casework.opened(part, person, now)


def _copied(sort: Sort, main: Request, route: str) -> dict[str, Any]:
    copied = {name: copy.deepcopy(main.draft[name]) for name in sort.copied if name in main.draft}
    return copied | ({"measure": _measure(main.draft, route)} if route else {})


def _measure(draft: Mapping[str, Any], route: str) -> dict[str, Any]:
    """What is asked by the route, with what the draft of the freeze says of the measure that holds for it too."""
    blank: dict[str, Any] = assets.KIND.blank()["measure"]
    asked = blank | draft.get("measure", {})
    return blank | {name: asked[name] for name in _OF_MEASURE} | {"stage": route}


def is_main(sort: Sort, request: Request, authority_id: uuid.UUID) -> bool:
    """Whether the request is one that the authority makes, beside which it may open a part of the sort."""
    return request.kind == sort.of and request.requesting_id == authority_id and sort.fit(request)


def hindrance(sort: Sort, main: Request, person: Person) -> str:
    """Why no part of the sort can be opened beside the main request now; empty where one can."""
    if not any(office.name == Role.DRAFTER.value for office in person.roles):
        return "not_a_drafter"
    if main.state not in sort.opened_from:
        return f"{sort.name}_not_now"
    return f"{sort.name}_open" if any(part.state in sort.under_way for part in main.parts) else ""
