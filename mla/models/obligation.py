"""Who owes what, across cases: rows derived from the histories, written again with every step, never by hand."""

import datetime as dt
import uuid

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mla.extensions import db

from .authority import Authority
from .request import Request


class OwedRow(db.Model):
    """One obligation as the ledger of its request gives it, so that lists need not read histories."""

    __tablename__ = "obligation"
    __table_args__ = (
        Index("ix_obligation_holder", "holder_id", "status", "orders_on", "request_id", "position"),
        Index("ix_obligation_owed_to", "owed_to_id", "status", "orders_on", "request_id", "position"),
    )

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="the number in its label")
    sort: Mapped[str] = mapped_column(String(40))
    article: Mapped[str] = mapped_column(String(40))
    holder_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"), comment="whose State owes it")
    owed_to_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"))
    text: Mapped[str] = mapped_column(Text)
    due_on: Mapped[dt.date | None]
    orders_on: Mapped[dt.date] = mapped_column(comment="due_on, or the last day there is: the order of lists")
    status: Mapped[str] = mapped_column(String(20))
    scheduled: Mapped[bool] = mapped_column(comment="the closing of the case set its day")
    arose: Mapped[int] = mapped_column(comment="the history entry by which it arose")
    arose_on: Mapped[str] = mapped_column(String(10), comment="ISO text")
    ended: Mapped[int | None] = mapped_column(comment="the history entry by which it ended")

    request: Mapped[Request] = relationship()
    holder: Mapped[Authority] = relationship(foreign_keys=[holder_id])
    owed_to: Mapped[Authority] = relationship(foreign_keys=[owed_to_id])

    @property
    def label(self) -> str:
        """The label by which papers and pages name it."""
        return f"B{self.position}"
