"""Matters as pages read them: an authority's own, and no other's."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from mla.domain import identity
from mla.extensions import db
from mla.models import ConcernedAccount, ConcernedPerson, Matter, Request

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


#: Put together once: of which matter is said when it is asked.
_DRAWN = (
    select(Request)
    .options(joinedload(Request.requested))
    .where(Request.matter_id == bindparam("matter"))
    .order_by(Request.opened_at.desc(), Request.id.desc())
)


def drawn(matter_id: uuid.UUID) -> Sequence[Request]:
    """The requests that were drawn from the matter, latest first."""
    return db.session.scalars(_DRAWN, {"matter": matter_id}).all()


def elsewhere(matter: Matter) -> dict[uuid.UUID, list[Matter]]:
    """For each person of the matter, by id: the authority's other matters that may name the same person.

    Only matters from which a request was drawn count. One query, on the indexes of the two keys.
    """
    names = {p.name_key for p in matter.persons} - {""}
    scripts = {p.script_key for p in matter.persons} - {""}
    others = _named(matter, names, scripts) if names or scripts else []
    return {p.id: _each_once(o.matter for o in others if identity.same(_known(p), _known(o))) for p in matter.persons}


def accounts_elsewhere(matter: Matter) -> dict[uuid.UUID, list[Matter]]:
    """For each account of the matter, by id: the authority's other matters that name the same number.

    Only matters from which a request was drawn count. One query, on the index of the key.
    """
    keys = {a.number_key for a in matter.accounts} - {""}
    chosen = (
        select(ConcernedAccount)
        .join(ConcernedAccount.matter)
        .options(contains_eager(ConcernedAccount.matter))
        .where(ConcernedAccount.number_key.in_(keys), *_others_of(matter))
        .order_by(Matter.opened_at.desc(), Matter.id.desc())
    )
    others = db.session.scalars(chosen).all() if keys else []
    return {a.id: _each_once(o.matter for o in others if o.number_key == a.number_key) for a in matter.accounts}


def _others_of(matter: Matter) -> tuple[ColumnElement[bool], ...]:
    """The authority's own other matters from which a request was drawn; never another authority's."""
    drawn_from = exists().where(Request.matter_id == Matter.id)
    return Matter.authority_id == matter.authority_id, Matter.id != matter.id, drawn_from


def _named(matter: Matter, names: set[str], scripts: set[str]) -> Sequence[ConcernedPerson]:
    """The persons in the authority's other requests who bear one of the names, the latest matter first."""
    chosen = (
        select(ConcernedPerson)
        .join(ConcernedPerson.matter)
        .options(contains_eager(ConcernedPerson.matter))
        .where(or_(ConcernedPerson.name_key.in_(names), ConcernedPerson.script_key.in_(scripts)))
        .where(*_others_of(matter))
        .order_by(Matter.opened_at.desc(), Matter.id.desc())
    )
    return db.session.scalars(chosen).all()


def _known(person: ConcernedPerson) -> dict[str, Any]:
    return {name: getattr(person, name) for name in ("family_name", "given_names", "original_script", "born_on")}


def _each_once(found: Iterable[Matter]) -> list[Matter]:
    return list(dict.fromkeys(found))
