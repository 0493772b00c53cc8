"""What arrives from an authority on paper: acts are recorded as facts, requests registered whatever they lack."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from mla.domain.errors import NotFound
from mla.domain.kinds import kind_named
from mla.domain.workflow import NEW, Step
from mla.engine import transaction
from mla.extensions import db
from mla.models import Authority, Matter, Person, Request

from . import gather
from .casework import Done, Paper, acting, take


def record(
    request_id: uuid.UUID,
    step: str,
    person_id: uuid.UUID,
    now: dt.datetime,
    seen: str,
    told: Mapping[str, Any],
    data: Mapping[str, Any],
    content: Mapping[str, Any] | None = None,
) -> Done:
    """Record an act of the counterpart from the paper that shows it, wholly or not at all.

    ``step`` is the name of a recording row. ``told`` is what is known of the paper: reference, dated_on and
    happened_on (ISO dates or None), their_reference, files (as an upload names them), no_scan. ``data`` is what the
    act's own form asks, as far as the paper gives it; ``content`` what an amended letter of request contains.
    ``now`` is an aware UTC instant, ``seen`` the state that the person saw. Raises NotFound, StaleState, UnknownStep,
    WrongState, WrongPerson, Busy, or StepClosed with what the record still needs; then nothing has changed.
    """
    with transaction():
        request, person = acting(request_id, person_id, seen)
        row = kind_named(request.kind).recording(step)
        return take(request, row, person, now, data, Paper(told, _whole(request, content)))


def take_back(
    request_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime, seen: str, data: Mapping[str, Any]
) -> Done:
    """Take back the record that was made last: a further entry with its ``reason``, never a deletion.

    The request stands again where it stood before. Raises as ``record`` does.
    """
    with transaction():
        request, person = acting(request_id, person_id, seen)
        return take(request, kind_named(request.kind).recording("take_back_record"), person, now, data)


def register(
    kind: str,
    requesting_id: uuid.UUID,
    person_id: uuid.UUID,
    now: dt.datetime,
    told: Mapping[str, Any],
    data: Mapping[str, Any],
    content: Mapping[str, Any],
) -> Done:
    """Register a request that came on paper and acknowledge it, defective or from a State not bound (row F8b).

    ``content`` holds what the paper shows, section by section; what it does not show stays empty and is said. The
    rest is as for ``record``. Raises NotFound where no authority on paper has that id, WrongPerson, or StepClosed.
    """
    table = kind_named(kind)
    with transaction():
        person = db.session.get_one(Person, person_id)
        requesting = db.session.get(Authority, requesting_id)
        if requesting is None or not requesting.on_paper:
            raise NotFound
        request = _opened(table.name, table.version, requesting, person.authority, content, now)
        paper = Paper(told, _whole(request, content))
        return take(request, table.recording("register_incoming"), person, now, data, paper)


def _opened(
    kind: str, version: int, requesting: Authority, requested: Authority, content: Mapping[str, Any], now: dt.datetime
) -> Request:
    """The request, and the file of the authority on paper as far as its letter shows it."""
    title = str(content.get("proceedings", {}).get("subject") or "")[:200]
    matter = Matter(authority_id=requesting.id, title=title, opened_at=now)
    request = Request(
        kind=kind, table_version=version, state=NEW, title=title, matter=matter, requesting=requesting,
        requested=requested, draft={}, opened_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(request)
    db.session.flush()
    return request


def _whole(request: Request, content: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The content with every section that a request may have; what the paper does not show is empty."""
    if content is None:
        return None
    whole = kind_named(request.kind).blank()
    for section, value in content.items():
        whole[section] = whole[section] | value if isinstance(value, Mapping) else value
    return whole


def rows(request: Request, person: Person) -> list[Step]:
    """What may have arrived: the rows by which this person may record something now, in the table's order."""
    if not gather.other_than(request, person.authority_id).on_paper:
        return []
    actor = gather.actor_of(request, person)
    known = kind_named(request.kind).recordings
    return [r for r in known if request.state in r.sources and r.records and r.belongs_to(actor)]
