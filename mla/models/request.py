"""A request from one authority to another, its frozen versions, its papers and its history."""

import uuid
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mla.extensions import db

from .authority import Authority
from .matter import Matter
from .types import Id, Instant, Json, Sha256


class Request(db.Model):
    """A row with a state. Everything that may happen to it is a row of its kind's table of steps."""

    __tablename__ = "request"
    __table_args__ = (
        Index("ix_request_requesting", "requesting_id", "opened_at", "id"),
        Index("ix_request_requested", "requested_id", "opened_at", "id"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(40))
    table_version: Mapped[int] = mapped_column(comment="the version of the kind's table of steps")
    state: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200), comment="the requesting authority's working title")
    matter_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("matter.id"), index=True)
    requesting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"))
    requested_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"))
    requesting_reference: Mapped[str | None] = mapped_column(String(60), unique=True)
    requested_reference: Mapped[str | None] = mapped_column(String(60), unique=True)
    counterpart_reference: Mapped[str | None] = mapped_column(
        String(120), comment="that an authority on paper gave it: it need not be unlike all others"
    )
    draft: Mapped[dict[str, Any]] = mapped_column(Json, default=dict, comment="sections while it is written")
    sent_version: Mapped[int | None] = mapped_column(comment="set by transmission: the version the other side reads")
    part_of_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("request.id"), index=True, comment="the extradition to which a provisional arrest belongs"
    )
    examiner_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id"), comment="assigned by F9")
    opened_at: Mapped[Instant]
    changed_at: Mapped[Instant]

    matter: Mapped[Matter] = relationship()
    requesting: Mapped[Authority] = relationship(foreign_keys=[requesting_id])
    requested: Mapped[Authority] = relationship(foreign_keys=[requested_id])
    part_of: Mapped["Request | None"] = relationship(remote_side="Request.id", back_populates="parts")
    parts: Mapped[list["Request"]] = relationship(back_populates="part_of", order_by="Request.opened_at")
    versions: Mapped[list["Version"]] = relationship(back_populates="request", order_by="Version.number")
    documents: Mapped[list["Document"]] = relationship(back_populates="request", order_by="Document.position")
    entries: Mapped[list["Entry"]] = relationship(back_populates="request", order_by="Entry.seq")


class Version(db.Model):
    """The content that was submitted for review: frozen, hashed, never overwritten."""

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("request_id", "number"),)

    id: Mapped[Id]
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id"))
    number: Mapped[int]
    content: Mapped[str] = mapped_column(Text, comment="canonical JSON (RFC 8785)")
    sha256: Mapped[Sha256]
    frozen_at: Mapped[Instant]

    request: Mapped[Request] = relationship(back_populates="versions")


class Sought(db.Model):
    """Whom a version asks to surrender: keys by which the requests of other States for the same person are found."""

    __tablename__ = "sought"

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name_key: Mapped[str] = mapped_column(String(64), index=True, comment="of the folded names, without accents")
    script_key: Mapped[str] = mapped_column(String(64), index=True, comment="of the folded original script")


class Document(db.Model):
    """A paper that was issued, or a file that was handed in with a step. Stored bytes, never made again."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("request_id", "position"),)

    id: Mapped[Id]
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id"))
    position: Mapped[int]
    seq: Mapped[int] = mapped_column(comment="the history entry that it belongs to")
    number: Mapped[str] = mapped_column(String(80), unique=True, comment="never reused")
    kind: Mapped[str] = mapped_column(String(40), comment="letter of request, acknowledgement, …, or uploaded")
    title: Mapped[str] = mapped_column(String(200), default="", comment="the name of an uploaded file")
    media_type: Mapped[str] = mapped_column(String(80))
    size: Mapped[int] = mapped_column(comment="bytes")
    sha256: Mapped[Sha256] = mapped_column(comment="of the stored bytes, which lie under this name")
    snapshot: Mapped[str | None] = mapped_column(Text, comment="canonical JSON that the paper was rendered from")
    authority_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"), comment="who issued it")
    version: Mapped[int | None] = mapped_column(comment="the frozen version that it belongs to")
    issued_at: Mapped[Instant]

    request: Mapped[Request] = relationship(back_populates="documents")
    passage: Mapped["Passage | None"] = relationship(back_populates="document", lazy="joined")


class Passage(db.Model):
    """A document passed to the other side: only then may the other side read it."""

    __tablename__ = "passage"

    document_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("document.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(comment="the history entry by which it passed")
    passed_at: Mapped[Instant]

    document: Mapped[Document] = relationship(back_populates="passage")


class Entry(db.Model):
    """The public header of a history entry. The database refuses every change to it."""

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("request_id", "seq"),)

    id: Mapped[Id]
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id"))
    seq: Mapped[int] = mapped_column(comment="1, 2, 3, … without a gap")
    format: Mapped[int] = mapped_column(comment="of the header and body")
    authority_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("authority.id"), comment="who acted")
    visible_to: Mapped[str] = mapped_column(String(10), comment="both, or acting")
    recorded_at: Mapped[Instant]
    body_digest: Mapped[Sha256] = mapped_column(comment="SHA-256 of salt and canonical body")
    previous: Mapped[Sha256] = mapped_column(comment="hash of the entry before; zeros for the first")
    hash: Mapped[Sha256] = mapped_column(unique=True)

    request: Mapped[Request] = relationship(back_populates="entries")
    body: Mapped["EntryBody | None"] = relationship(back_populates="entry", lazy="joined")


class EntryBody(db.Model):
    """What an entry says, kept apart from its header."""

    __tablename__ = "entry_body"

    entry_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary(32))
    body: Mapped[str] = mapped_column(Text, comment="canonical JSON")

    entry: Mapped[Entry] = relationship(back_populates="body")


class Counter(db.Model):
    """The last number given in a series; rows are locked while a number is taken."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(String(60), primary_key=True)
    last: Mapped[int] = mapped_column(default=0)
