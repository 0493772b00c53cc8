"""Authorities and their people as pages and commands read them."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, select

from mla.extensions import db
from mla.models import Authority, Person


def colleagues(authority_id: uuid.UUID) -> Select[Person]:
    """The people of the authority, those who may sign in first."""
    return select(Person).where(Person.authority_id == authority_id).order_by(Person.active.desc(), Person.name)


def authority(designation: str) -> Authority | None:
    """The authority written as ``ISO3/CODE``, or None."""
    iso3, _, code = designation.partition("/")
    found: Authority | None = db.session.scalar(select(Authority).where(Authority.iso3 == iso3, Authority.code == code))
    return found


def by_email(email: str) -> Person | None:
    """The person who signs in with the address, or None."""
    found: Person | None = db.session.scalar(select(Person).where(Person.email == email.strip().lower()))
    return found


def demonstration() -> Sequence[Person]:
    """The people of the demonstration, by authority."""
    chosen = select(Person).where(Person.demonstration, Person.active).join(Person.authority)
    return db.session.scalars(chosen.order_by(Authority.iso3, Authority.code, Person.name)).all()


def holding(authority_id: uuid.UUID, office: str) -> Sequence[Person]:
    """The active people of the authority who hold the office, by name."""
    held = select(Person).where(Person.authority_id == authority_id, Person.active, Person.roles.any(name=office))
    return db.session.scalars(held.order_by(Person.name, Person.id)).all()
