"""Matters as pages read them: an authority's own, and no other's."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload

from mla.extensions import db
from mla.models import Matter, Request

PAGE = 25


def own(authority_id: uuid.UUID) -> Select[Matter]:
    """The matters of the authority."""
    return select(Matter).where(Matter.authority_id == authority_id)


def page(authority_id: uuid.UUID, text: str = "", before: Matter | None = None) -> Sequence[Matter]:
    """The authority's matters, latest first, one more than a page so that the page knows whether more follow.

    ``text`` is looked for in title and file number; ``before`` is the last matter of the page before.
    """
    chosen = own(authority_id)
    if text:
        fields = (Matter.title, Matter.reference)
        chosen = chosen.where(or_(*(f.icontains(text, autoescape=True) for f in fields)))
    if before is not None:
        older = and_(Matter.opened_at == before.opened_at, Matter.id < before.id)
        chosen = chosen.where(or_(Matter.opened_at < before.opened_at, older))
    return db.session.scalars(chosen.order_by(Matter.opened_at.desc(), Matter.id.desc()).limit(PAGE + 1)).all()


def drawn(matter: Matter) -> Sequence[Request]:
    """The requests that were drawn from the matter, latest first."""
    chosen = select(Request).options(joinedload(Request.requested)).where(Request.matter_id == matter.id)
    return db.session.scalars(chosen.order_by(Request.opened_at.desc(), Request.id.desc())).all()
