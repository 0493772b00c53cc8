"""The people of an authority, as the sign-in library wants them."""

import uuid
from functools import partial

from flask_security import RoleMixin, UserMixin
from sqlalchemy import Column, ForeignKey, String, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mla.extensions import db

from .authority import Authority
from .types import Id, Instant, Json

person_office = Table(
    "person_office",
    db.metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("office_id", ForeignKey("office.id"), primary_key=True),
)


#: A column that only signing in reads: not fetched with the person, whom every page asks for.
_apart = partial(mapped_column, deferred=True, deferred_group="sign-in")


class Office(db.Model, RoleMixin):
    """A role that a person holds: drafter, reviewer, signatory, registry, decider, executor, …"""

    __tablename__ = "office"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    description: Mapped[str] = mapped_column(String(200), default="")


class Person(db.Model, UserMixin):
    """Somebody who signs in; belongs to one authority and holds roles in it."""

    __tablename__ = "person"

    id: Mapped[Id]
    authority_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    title: Mapped[str] = mapped_column(String(160), default="", comment="office as printed under a signature")
    email: Mapped[str] = mapped_column(String(255), unique=True)
    password: Mapped[str | None] = _apart(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True, default=lambda: uuid.uuid4().hex)
    demonstration: Mapped[bool] = mapped_column(default=False, comment="signs in in demonstration mode alone")
    last_login_at: Mapped[Instant | None] = _apart()
    current_login_at: Mapped[Instant | None] = _apart()
    last_login_ip: Mapped[str | None] = _apart(String(64))
    current_login_ip: Mapped[str | None] = _apart(String(64))
    login_count: Mapped[int | None] = _apart()
    tf_primary_method: Mapped[str | None] = mapped_column(String(64))
    tf_totp_secret: Mapped[str | None] = _apart(String(255))
    tf_phone_number: Mapped[str | None] = _apart(String(128))
    mf_recovery_codes: Mapped[list[str] | None] = _apart(Json)

    authority: Mapped[Authority] = relationship(lazy="joined")
    roles: Mapped[list[Office]] = relationship(secondary=person_office, lazy="selectin")
