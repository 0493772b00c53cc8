"""The list of requests, one row for each authority that may see a request: derived, written again with every step."""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mla.extensions import db

from .types import Instant, Json

#: Text that both databases order letter by letter, so that words with one beginning stand together.
_Word = String(60).with_variant(String(60, collation="C"), "postgresql")


class Listing(db.Model):
    """What the list shows of a request to one of its authorities, so that it need not read histories.

    What the calendar alone can change of it, the lapse of a freeze, holds from ``holds_from`` and before
    ``changes_on``; on any other day, and by another table of steps, it is worked out from the history.
    """

    __tablename__ = "listing"
    __table_args__ = (
        Index("ix_listing_latest", "authority_id", "opened_at", "request_id"),
        Index("ix_listing_state", "authority_id", "state", "opened_at", "request_id"),
    )

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id"), primary_key=True)
    authority_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"), primary_key=True)
    opened_at: Mapped[Instant]
    kind: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(40))
    table_version: Mapped[int] = mapped_column(comment="the version of the kind's table of steps that the row knows")
    outgoing: Mapped[bool] = mapped_column(comment="whether the authority asks, or is asked")
    other_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"))
    title: Mapped[str] = mapped_column(String(200), comment="one's own working title; empty for the other side")
    ours: Mapped[str] = mapped_column(String(120), comment="one's own reference, or empty")
    theirs: Mapped[str] = mapped_column(String(120), comment="the reference of the other side, or empty")
    awaited_of: Mapped[str] = mapped_column(String(10), comment="the side whose turn it is, or empty")
    awaited: Mapped[str] = mapped_column(Text, comment="the steps that are waited for, by name, spaces between them")
    clocks: Mapped[list[Any]] = mapped_column(Json, comment="what is due: code, article, holder, day, values")
    holds_from: Mapped[dt.date]
    changes_on: Mapped[dt.date]


class ListingWord(db.Model):
    """A word by which the authority finds the request in its list: see ``mla.domain.keywords``."""

    __tablename__ = "listing_word"
    __table_args__ = (
        ForeignKeyConstraint(
            ["request_id", "authority_id"], ["listing.request_id", "listing.authority_id"], ondelete="CASCADE"
        ),
        Index("ix_listing_word_word", "authority_id", "word", "request_id"),
    )

    request_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    authority_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(_Word, primary_key=True)
