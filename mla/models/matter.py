"""A matter: one authority's working file. No other authority ever reads it."""

import datetime as dt
import uuid

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mla.extensions import db

from .types import Id, Instant, Json


class Matter(db.Model):
    """Facts, persons, accounts, property, offences and annexes that requests draw on."""

    __tablename__ = "matter"

    id: Mapped[Id]
    authority_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    reference: Mapped[str] = mapped_column(String(80), default="", comment="the domestic file number")
    facts: Mapped[str] = mapped_column(Text, default="")
    notes: Mapped[str] = mapped_column(Text, default="", comment="internal; never leaves the authority")
    opened_at: Mapped[Instant]

    persons: Mapped[list["ConcernedPerson"]] = relationship(
        back_populates="matter", order_by="ConcernedPerson.position", cascade="all, delete-orphan"
    )
    accounts: Mapped[list["ConcernedAccount"]] = relationship(
        back_populates="matter", order_by="ConcernedAccount.position", cascade="all, delete-orphan"
    )
    property: Mapped[list["Asset"]] = relationship(
        back_populates="matter", order_by="Asset.position", cascade="all, delete-orphan"
    )
    offences: Mapped[list["Offence"]] = relationship(
        back_populates="matter", order_by="Offence.position", cascade="all, delete-orphan"
    )
    annexes: Mapped[list["Annex"]] = relationship(
        back_populates="matter", order_by="Annex.position", cascade="all, delete-orphan"
    )


class ConcernedPerson(db.Model):
    """A person concerned: identity, location and nationality, where known (Art. 18(15)(e))."""

    __tablename__ = "concerned_person"

    id: Mapped[Id]
    matter_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("matter.id"), index=True)
    position: Mapped[int]
    family_name: Mapped[str] = mapped_column(String(120))
    given_names: Mapped[str] = mapped_column(String(120), default="")
    original_script: Mapped[str] = mapped_column(String(200), default="")
    aliases: Mapped[str] = mapped_column(String(300), default="")
    role: Mapped[str] = mapped_column(String(20), comment="suspect, accused, convicted, witness, expert, victim, other")
    born_on: Mapped[dt.date | None]
    birth_place: Mapped[str] = mapped_column(String(120), default="")
    sex: Mapped[str] = mapped_column(String(10), default="")
    nationalities: Mapped[list[str]] = mapped_column(Json, default=list, comment="ISO 3166-1 alpha-3")
    documents: Mapped[str] = mapped_column(String(300), default="", comment="passport and identity documents")
    location: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    name_key: Mapped[str] = mapped_column(String(64), index=True, default="", comment="of the folded names")
    script_key: Mapped[str] = mapped_column(String(64), index=True, default="", comment="of the folded original script")

    matter: Mapped[Matter] = relationship(back_populates="persons")


class ConcernedAccount(db.Model):
    """An account concerned: with a bank or another institution, by its number or IBAN."""

    __tablename__ = "concerned_account"

    id: Mapped[Id]
    matter_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("matter.id"), index=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(String(60), comment="as it is written: an IBAN or the number of the bank")
    bank: Mapped[str] = mapped_column(String(200), default="")
    holder: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    number_key: Mapped[str] = mapped_column(String(64), index=True, default="", comment="of the number in one form")

    matter: Mapped[Matter] = relationship(back_populates="accounts")


class Asset(db.Model):
    """An asset: what it is, where it lies, whose it is, what it is worth, and why it can be confiscated (Art. 12)."""

    __tablename__ = "asset"

    id: Mapped[Id]
    matter_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("matter.id"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20), comment="account, real_estate, vehicle, …")
    description: Mapped[str] = mapped_column(Text, default="")
    location: Mapped[str] = mapped_column(String(300), default="")
    country: Mapped[str] = mapped_column(String(3), default="", comment="where it lies, ISO 3166-1 alpha-3")
    holder: Mapped[str] = mapped_column(String(200), default="")
    owner: Mapped[str] = mapped_column(String(200), default="")
    value: Mapped[str] = mapped_column(String(40), default="", comment="decimal text, in the currency")
    currency: Mapped[str] = mapped_column(String(3), default="", comment="ISO 4217")
    valued_on: Mapped[dt.date | None]
    theory: Mapped[str] = mapped_column(String(20), default="", comment="why it can be confiscated: proceeds, …")
    persons: Mapped[list[str]] = mapped_column(Json, default=list, comment="ids of persons of the matter")
    offences: Mapped[list[str]] = mapped_column(Json, default=list, comment="ids of offences of the matter")

    matter: Mapped[Matter] = relationship(back_populates="property")


class Offence(db.Model):
    """An offence: its law and its maximum penalty, which decides whether it is a serious crime (Art. 2(b))."""

    __tablename__ = "offence"

    id: Mapped[Id]
    matter_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("matter.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    law: Mapped[str] = mapped_column(String(300), default="", comment="statute and section")
    text: Mapped[str] = mapped_column(Text, default="", comment="the text of the provision")
    category: Mapped[str] = mapped_column(String(40), default="")
    life: Mapped[bool] = mapped_column(default=False, comment="the maximum is imprisonment for life")
    years: Mapped[int | None] = mapped_column(comment="maximum penalty: years, months and days together")
    months: Mapped[int | None]
    days: Mapped[int | None]
    committed: Mapped[str] = mapped_column(String(200), default="", comment="when and where, as stated")

    matter: Mapped[Matter] = relationship(back_populates="offences")


class Annex(db.Model):
    """A paper to be sent with a request: a copy of a warrant, of a law, of an order."""

    __tablename__ = "annex"

    id: Mapped[Id]
    matter_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("matter.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    form: Mapped[str] = mapped_column(String(20), comment="original, certified copy, copy")
    language: Mapped[str] = mapped_column(String(3), default="", comment="ISO 639-1")
    pages: Mapped[int | None]
    dated_on: Mapped[dt.date | None]
    confidential: Mapped[bool] = mapped_column(default=False)
    file_name: Mapped[str] = mapped_column(String(200), default="")
    media_type: Mapped[str] = mapped_column(String(80), default="")
    size: Mapped[int | None] = mapped_column(comment="bytes")
    sha256: Mapped[str] = mapped_column(String(64), default="")

    matter: Mapped[Matter] = relationship(back_populates="annexes")


class Edit(db.Model):
    """Who wrote in a matter or a draft: each of them counts as its drafter."""

    __tablename__ = "edit"
    __table_args__ = (UniqueConstraint("subject_id", "person_id"),)

    id: Mapped[Id]
    subject_id: Mapped[uuid.UUID] = mapped_column(index=True, comment="a matter or a request")
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"))
    first_at: Mapped[Instant]
