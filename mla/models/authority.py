"""Central authorities: those whose people sign in here, and those that are reached on paper."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mla.extensions import db

from .state import State
from .types import Id


class Authority(db.Model):
    """A central authority (Art. 18(13)): its letterhead, its time zone, its short code in references."""

    __tablename__ = "authority"
    __table_args__ = (UniqueConstraint("iso3", "code"),)

    id: Mapped[Id]
    iso3: Mapped[str] = mapped_column(ForeignKey("state.iso3"))
    code: Mapped[str] = mapped_column(String(12), comment="short code in references, capitals")
    name: Mapped[str] = mapped_column(String(200))
    ministry: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(500), default="", comment="lines separated by newlines")
    telephone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    zone: Mapped[str] = mapped_column(String(60), default="UTC", comment="IANA time zone: whose day a guard reads")
    place: Mapped[str] = mapped_column(String(80), default="", comment="where its papers are signed")
    demonstration: Mapped[bool] = mapped_column(default=False, comment="letterhead marked as demonstration data")
    on_paper: Mapped[bool] = mapped_column(default=False, comment="not on this system: its acts are recorded")
    languages: Mapped[str] = mapped_column(String(200), default="", comment="in which one writes to it, where known")

    state: Mapped[State] = relationship()
