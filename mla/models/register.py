"""The register: instruments, depositary actions, declarations, territories. Rows are added, never changed."""

import datetime as dt
import uuid

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mla.extensions import db

from .types import Id, Instant, JsonValue


class Instrument(db.Model):
    """The Convention or one of its Protocols (UNTOC, TIP, SOM, FIR)."""

    __tablename__ = "instrument"

    code: Mapped[str] = mapped_column(String(8), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    short_title: Mapped[str] = mapped_column(String(80))
    data_as_of: Mapped[dt.date] = mapped_column(comment="the register is complete up to this day")
    facts: Mapped[JsonValue] = mapped_column(comment="the other columns of instruments.csv")


class DepositaryAction(db.Model):
    """Signature, consent to be bound, succession or denunciation, as the depositary notified it."""

    __tablename__ = "depositary_action"
    __table_args__ = (UniqueConstraint("instrument", "iso3", "kind", "happened_on", "attempt"),)

    id: Mapped[Id]
    instrument: Mapped[str] = mapped_column(ForeignKey("instrument.code"))
    iso3: Mapped[str] = mapped_column(ForeignKey("state.iso3"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    happened_on: Mapped[dt.date] = mapped_column(comment="day of signature, deposit or receipt of the notice")
    effective_on: Mapped[dt.date | None] = mapped_column(comment="only where another day than the rule's")
    source: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[Instant]
    recorded_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id"), comment="null: published data")
    attempt: Mapped[int] = mapped_column(default=0, comment="0: published, or entered before there were rejections")

    confirmation: Mapped["Confirmation | None"] = relationship(back_populates="action")
    rejection: Mapped["Rejection | None"] = relationship()


class Confirmation(db.Model):
    """A second person's confirmation; an action entered by hand counts only once it has one."""

    __tablename__ = "confirmation"

    action_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("depositary_action.id"), primary_key=True)
    confirmed_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[Instant]

    action: Mapped[DepositaryAction] = relationship(back_populates="confirmation")


class Rejection(db.Model):
    """A second person's finding that an action entered by hand is wrong, and why: it never counts."""

    __tablename__ = "rejection"

    action_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("depositary_action.id"), primary_key=True)
    reason: Mapped[str] = mapped_column(Text)
    rejected_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"))
    rejected_at: Mapped[Instant]


class Declaration(db.Model):
    """A declaration or notification of a State, in summary, with its date and source."""

    __tablename__ = "declaration"
    __table_args__ = (Index("ix_declaration_iso3_article", "iso3", "article"),)

    id: Mapped[Id]
    iso3: Mapped[str] = mapped_column(ForeignKey("state.iso3"))
    article: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str] = mapped_column(String(60))
    value: Mapped[str] = mapped_column(Text)
    dated_on: Mapped[str] = mapped_column(String(10), comment="ISO day, month or year: as exact as the source")
    source: Mapped[str] = mapped_column(Text)


class TerritorialApplication(db.Model):
    """A notice that an instrument applies to a territory for which a State is responsible."""

    __tablename__ = "territorial_application"

    id: Mapped[Id]
    instrument: Mapped[str] = mapped_column(ForeignKey("instrument.code"))
    iso3: Mapped[str] = mapped_column(ForeignKey("state.iso3"), comment="the territory")
    responsible_iso3: Mapped[str] = mapped_column(ForeignKey("state.iso3"))
    notified_on: Mapped[dt.date]
    source: Mapped[str] = mapped_column(Text)
