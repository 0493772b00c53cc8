"""References and document numbers: taken inside the step's transaction, never reused."""

import datetime as dt
import re

from sqlalchemy.dialects import postgresql, sqlite
from stdnum.iso7064 import mod_37_36

from mla.extensions import db
from mla.models import Authority, Counter, Document, Request


def take(series: str) -> int:
    """The next number of the series; the row stays locked until the transaction ends."""
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    taken = (
        dialect.insert(Counter)
        .values(series=series, last=1)
        .on_conflict_do_update(index_elements=[Counter.series], set_={"last": Counter.last + 1})
        .returning(Counter.last)
    )
    return int(db.session.execute(taken).scalar_one())


def reference(authority: Authority, code: str, day: dt.date) -> str:
    """A new file reference, ``BRA-DRCI/MLA/2026/00001-K``: State, authority, kind, year, number, check character."""
    stem = f"{authority.iso3}-{authority.code}/{code}/{day.year}"
    return numbered(stem, take(stem))


def numbered(stem: str, number: int) -> str:
    """The reference of that number in a series, with its check character (ISO 7064, Mod 37,36)."""
    bare = f"{stem}/{number:05d}"
    return f"{bare}-{mod_37_36.calc_check_digit(re.sub(r'[^0-9A-Z]', '', bare))}"


def document_number(request: Request, own_reference: str, suffix: str) -> str:
    """The number of the next paper of that suffix under one's own reference: ``…-REQ-01``."""
    stem = f"{own_reference}-{suffix}-"
    taken = db.session.query(Document).filter(
        Document.request_id == request.id, Document.number.startswith(stem, autoescape=True)
    )
    return f"{stem}{taken.count() + 1:02d}"
