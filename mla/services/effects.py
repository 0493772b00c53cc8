"""What a step does to a request besides moving it. The table of steps names these; nothing else calls them."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mla.domain import identity
from mla.domain.basis import is_extradition
from mla.domain.extradition.content import sought
from mla.domain.history import canonical, sha256
from mla.domain.workflow import Case, Kind, Side
from mla.extensions import db
from mla.models import Authority, Request, Sought, Version

from . import drafting, gather, numbers, record


@dataclass(slots=True)
class Doing:
    """A step while it is done: the case that the machine moved, and what the history will say of it."""

    request: Request
    kind: Kind
    case: Case
    authority: Authority
    now: dt.datetime
    visible_to: str
    notes: dict[str, Any] = field(default_factory=dict)


def freeze_version(doing: Doing) -> None:
    """Freeze the content as the next version: canonical, hashed, never overwritten."""
    _freeze(doing, drafting.assemble(doing.request))
    doing.notes["drafters"] = sorted(doing.case.facts.drafters)


def _freeze(doing: Doing, content: Mapping[str, Any]) -> None:
    """Keep the content as the next version, and beside it whom it asks to surrender."""
    text, number = canonical(content), len(doing.request.versions) + 1
    doing.request.versions.append(
        Version(number=number, content=text.decode(), sha256=sha256(text), frozen_at=doing.now)
    )
    person = sought(content) if is_extradition(content) else None
    if person:
        name, script = identity.keys(person)
        db.session.add(Sought(request_id=doing.request.id, version=number, name_key=name, script_key=script))


def send_version(doing: Doing) -> None:
    """From now on the other side reads this version."""
    doing.request.sent_version = doing.request.versions[-1].number


def tell(doing: Doing) -> None:
    """The other side knows of the request, and reads no version yet."""
    doing.request.sent_version = drafting.TOLD


def take_reference(doing: Doing) -> None:
    """Give the request the acting authority's own reference."""
    day = gather.local_day(doing.authority, doing.now)
    taken = numbers.reference(doing.authority, doing.kind.code, day)
    if doing.case.actor.side is Side.REQUESTING:
        doing.request.requesting_reference = taken
    else:
        doing.request.requested_reference = taken


def take_first_reference(doing: Doing) -> None:
    """Give the request the acting authority's own reference where an urgent answer comes before the acknowledgement."""
    if not doing.case.facts.numbered:
        take_reference(doing)


def assign_examiner(doing: Doing) -> None:
    """Put the chosen reviewer in charge."""
    doing.request.examiner_id = uuid.UUID(doing.case.facts.data["examiner"])


def as_corrected(doing: Doing) -> None:
    """A correction is seen by those who see the entry that it corrects."""
    corrected = doing.case.facts.data["entry"]
    doing.visible_to = next(e.visible_to for e in doing.request.entries if e.seq == corrected)


def freeze_incoming(doing: Doing) -> None:
    """Freeze what a letter that came on paper contains, as far as it was entered, as the next version."""
    _freeze(doing, doing.case.facts.content)


def note_reference(doing: Doing) -> None:
    """Keep the reference that the counterpart on paper gives the request."""
    given = str(doing.case.facts.incoming.get("their_reference") or "").strip()
    doing.request.counterpart_reference = given or doing.request.counterpart_reference


def put_back(doing: Doing) -> None:
    """Give back what the record that is taken back had settled: each value is what the entries before it gave last."""
    *before, taken_back = record.bodies(doing.request)
    for name in taken_back.get("set", {}):
        given = [body["set"][name] for body in before if name in body.get("set", {})]
        setattr(doing.request, name, given[-1] if given else None)


EFFECTS: dict[str, Callable[[Doing], None]] = {
    effect.__name__: effect
    for effect in (
        freeze_version,
        send_version,
        tell,
        take_reference,
        take_first_reference,
        assign_examiner,
        as_corrected,
        freeze_incoming,
        note_reference,
        put_back,
    )
}


def apply(doing: Doing) -> None:
    """Do what the step's row names, in its order."""
    for name in doing.case.step.effects:
        EFFECTS[name](doing)
    db.session.flush()
