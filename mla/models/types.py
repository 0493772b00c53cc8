"""Column types that the tables share."""

import datetime as dt
import uuid
from typing import Annotated, Any

from sqlalchemy import JSON, DateTime, String, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[dt.datetime]):
    """An instant: aware, in UTC. A naive one is refused, since nobody knows what it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """In UTC; raises ValueError for a naive instant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must be aware")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Aware, in UTC; SQLite keeps no zone."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


#: JSON that PostgreSQL keeps as jsonb.
Json = JSON().with_variant(JSONB(), "postgresql")

#: An identifier that can't be guessed.
Id = Annotated[uuid.UUID, mapped_column(Uuid, primary_key=True, default=uuid.uuid4)]
#: ISO 3166-1 alpha-3 (EUU for the European Union, which is not ISO 3166).
Iso3 = Annotated[str, mapped_column(String(3))]
Instant = Annotated[dt.datetime, mapped_column(UtcDateTime)]
Sha256 = Annotated[str, mapped_column(String(64))]
JsonValue = Annotated[dict[str, Any], mapped_column(Json, default=dict)]
