"""What the driver knows of the database: who signs in, which cases there are, where the last page begins."""

import datetime as dt
import json
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from mla.extensions import db
from mla.models import Document, Matter, Request
from mla.queries import cases
from tests import factories

from . import copying, fill, originals

#: The people who drive the bench: all of one authority, which sees every case.
WHO = ("drafter", "signatory", "decider", "registry")
HERE = "GRC"
#: How many letters wait to be signed, at least.
LETTERS = 600
#: Copies are older than this, originals are not.
OLDER = factories.NOW - dt.timedelta(days=30)


def email(role: str) -> str:
    """With what the person of that role signs in."""
    return f"{role}@{HERE.lower()}.example"


def authority() -> uuid.UUID:
    """The authority of the people who drive the bench."""
    return originals.house(HERE).authority.id


def with_ten_entries() -> Sequence[uuid.UUID]:
    """The originals that the authority sees: they hold all that papers were rendered from."""
    chosen = cases.visible(authority()).join(Matter).where(Matter.notes == originals.MARK)
    return db.session.scalars(chosen.with_only_columns(Request.id).order_by(Request.id)).all()


def before_last_page() -> uuid.UUID:
    """The case after which the last page of the worklist begins."""
    chosen = cases.visible(authority()).with_only_columns(Request.id).order_by(Request.opened_at, Request.id)
    return db.session.scalars(chosen.offset(cases.PAGE).limit(1)).one()


def _own_copies() -> Select[Request]:
    return select(Request).where(Request.requesting_id == authority(), Request.opened_at < OLDER)


def correctable(count: int) -> list[Request]:
    """Copies whose first entry is the authority's own."""
    return list(db.session.scalars(_own_copies().where(Request.state != "approved").limit(count)))


def to_be_signed() -> list[tuple[uuid.UUID, str]]:
    """Approved requests for assistance, with the hash of the version that waits for a signature."""
    chosen = _own_copies().where(Request.kind == "assistance", Request.state == "approved")
    lacking = LETTERS - (db.session.scalar(select(func.count()).select_from(chosen.subquery())) or 0)
    if lacking > 0:
        fill.lay([copying.original(_approved())], range(fill.present(), fill.present() + lacking), aside=False)
    return [(one.id, one.versions[-1].sha256) for one in db.session.scalars(chosen.limit(LETTERS))]


def _approved() -> Request:
    wanted = ("assistance", "approved", authority())
    return next(one for one in originals.made() if (one.kind, one.state, one.requesting_id) == wanted)


def incomplete(count: int) -> list[uuid.UUID]:
    """Drafts without a purpose: the law keeps them from being submitted."""
    here, there = originals.house(HERE), originals.house("ALB")
    with originals.unprinted():
        made = [factories.draft(here, there, purpose={"text": ""}) for _ in range(count)]
    return [case.request.id for case in made]


def letter(request_id: uuid.UUID) -> dict[str, Any]:
    """What the request's letter was rendered from."""
    chosen = select(Document.snapshot).where(Document.request_id == request_id, Document.kind == "request")
    snapshot: dict[str, Any] = json.loads(db.session.scalars(chosen).one() or "")
    return snapshot


def histories(count: int) -> Sequence[Request]:
    """Copies whose chains are proved."""
    return db.session.scalars(select(Request).where(Request.opened_at < OLDER).order_by(Request.id).limit(count)).all()


def found_by() -> str:
    """What one copy is found by: the number in its title."""
    return db.session.scalars(_own_copies().with_only_columns(Request.title).limit(1)).one()[-7:]
