"""States and the European Union, under the names that the United Nations uses."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from mla.extensions import db

from .types import Iso3, JsonValue


class State(db.Model):
    """A State, a regional organisation or a territory that the register knows.

    ``names`` holds the short and formal names by ISO 639-1 language: ``{"en": {"short": …, "formal": …}, …}``.
    """

    __tablename__ = "state"

    iso3: Mapped[Iso3] = mapped_column(primary_key=True)
    short_name: Mapped[str] = mapped_column(String(120), index=True)
    formal_name: Mapped[str] = mapped_column(String(200), default="", comment="empty where the source has none")
    names: Mapped[JsonValue]
    is_reio: Mapped[bool] = mapped_column(default=False, comment="regional economic integration organisation")
    responsible_iso3: Mapped[str | None] = mapped_column(String(3), comment="set for a territory: the State for it")
