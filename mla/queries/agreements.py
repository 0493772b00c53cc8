"""The register of other treaties as guards, pages and commands read it. Only confirmed records count."""

import datetime as dt
import uuid
from collections.abc import Sequence

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased

from mla.domain.agreements import Agreement, Bound, Subject
from mla.extensions import db
from mla.models import AgreementParty as Party
from mla.models import AgreementRecord as Record
from mla.models import AgreementVerdict as Verdict

from .once import of_register


def between(one: str, other: str) -> tuple[Agreement, ...]:
    """The treaties to which both States (ISO 3166-1 alpha-3) are recorded as parties, whatever the day."""
    return tuple(treaty for treaty in _every().values() if one in treaty.parties and other in treaty.parties)


def _every() -> dict[str, Agreement]:
    """All that count, by the id of the treaty, the earliest signed first."""
    return of_register("agreements", _read)


def _read() -> dict[str, Agreement]:
    rows = db.session.scalars(counting().order_by(Record.signed_on, Record.title, Record.id))
    return {str(row.treaty_id): as_agreement(row) for row in rows}


def as_agreement(record: Record) -> Agreement:
    """The record as the domain's own value."""
    return Agreement(
        id=str(record.treaty_id),
        title=record.title,
        subjects=frozenset(Subject(subject) for subject in record.subjects),
        parties={party.iso3: Bound(party.since, party.until) for party in record.parties},
        source=record.source,
        diplomatic=record.diplomatic,
    )


def counting() -> Select[Record]:
    """The records that count: of each treaty the newest that is confirmed."""
    newer, decided = aliased(Record), aliased(Verdict)
    replaced = exists().where(
        newer.treaty_id == Record.treaty_id,
        newer.number > Record.number,
        decided.record_id == newer.id,
        decided.confirmed,
    )
    return select(Record).join(Record.verdict).where(Verdict.confirmed, ~replaced)


def _of(*iso3: str) -> Select[Record]:
    return counting().where(*(Record.parties.any(Party.iso3 == code) for code in iso3))


def listed(*iso3: str) -> Sequence[Record]:
    """The treaties of all these States, or all that there are, by title."""
    return db.session.scalars(_of(*iso3).order_by(Record.title, Record.signed_on, Record.id)).all()


def current(treaty_id: uuid.UUID) -> Record | None:
    """The record of the treaty that counts; None while none is confirmed."""
    return db.session.scalar(counting().where(Record.treaty_id == treaty_id))


def title_of(treaty_id: str) -> str:
    """The title of the treaty that a request names by its id; the id itself where the register holds none of it."""
    found = _every().get(treaty_id.lower())
    return found.title if found else treaty_id


def records_of(treaty_id: uuid.UUID) -> Sequence[Record]:
    """Everything that was entered of the treaty, the oldest first."""
    return db.session.scalars(select(Record).where(Record.treaty_id == treaty_id).order_by(Record.number)).all()


def pending() -> Sequence[Record]:
    """The records that wait for a second person, the oldest first."""
    chosen = select(Record).outerjoin(Record.verdict).where(Verdict.record_id.is_(None))
    return db.session.scalars(chosen.order_by(Record.recorded_at, Record.id)).all()


def rejected(limit: int = 20) -> Sequence[Record]:
    """The records that were rejected, the newest first."""
    chosen = select(Record).join(Record.verdict).where(~Verdict.confirmed)
    return db.session.scalars(chosen.order_by(Verdict.decided_at.desc(), Record.id).limit(limit)).all()


def known(title: str, signed_on: dt.date | None) -> Record | None:
    """The record of that title and day of signature that counts, or else one that waits."""
    same = (Record.title == title, Record.signed_on == signed_on)
    waiting = select(Record).outerjoin(Record.verdict).where(Verdict.record_id.is_(None))
    return db.session.scalars(counting().where(*same)).first() or db.session.scalars(waiting.where(*same)).first()
