"""Other treaties: what their register says of each, record after record. Rows are added, never changed."""

import datetime as dt
import uuid

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mla.extensions import db

from .person import Person
from .types import Id, Instant, Iso3, Json


class AgreementRecord(db.Model):
    """The whole record of one treaty as a keeper entered it. The newest one that is confirmed counts."""

    __tablename__ = "agreement_record"
    __table_args__ = (UniqueConstraint("treaty_id", "number"),)

    id: Mapped[Id]
    treaty_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("agreement_record.id"), comment="the treaty's first record, by which the treaty is known"
    )
    number: Mapped[int] = mapped_column(comment="1 for the first record of the treaty")
    change: Mapped[str] = mapped_column(String(20), comment="entered, ended or corrected")
    reason: Mapped[str] = mapped_column(Text, default="", comment="why it was corrected")
    title: Mapped[str] = mapped_column(String(400))
    short_title: Mapped[str] = mapped_column(String(120), default="")
    subjects: Mapped[list[str]] = mapped_column(Json, default=list)
    signed_on: Mapped[dt.date | None]
    diplomatic: Mapped[bool] = mapped_column(default=False, comment="it prescribes the diplomatic channel")
    source: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
    recorded_at: Mapped[Instant]
    recorded_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id"), comment="null: from a file")

    parties: Mapped[list["AgreementParty"]] = relationship(order_by="AgreementParty.iso3", lazy="selectin")
    verdict: Mapped["AgreementVerdict | None"] = relationship(lazy="selectin")
    author: Mapped[Person | None] = relationship()


class AgreementParty(db.Model):
    """A State or organisation that the record names as bound, and its days."""

    __tablename__ = "agreement_party"

    record_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agreement_record.id"), primary_key=True)
    iso3: Mapped[Iso3] = mapped_column(ForeignKey("state.iso3"), primary_key=True, index=True)
    since: Mapped[dt.date] = mapped_column(comment="the first day on which it is bound")
    until: Mapped[dt.date | None] = mapped_column(comment="the first day on which it no longer is")
    source: Mapped[str] = mapped_column(Text, default="", comment="empty: the record's own")


class AgreementVerdict(db.Model):
    """What a second person found: the record is confirmed and counts, or it is rejected with a reason."""

    __tablename__ = "agreement_verdict"

    record_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agreement_record.id"), primary_key=True)
    confirmed: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text, default="", comment="why it was rejected")
    decided_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[Instant]

    decider: Mapped[Person] = relationship()
