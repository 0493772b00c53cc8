"""The register of other treaties: its only writer. One keeper enters, a second one confirms or rejects.

What is said of a treaty is a record; a change is a new record of the whole, so that nothing is overwritten. A State
that left and came back is bound by one stretch of days only: enter the second one as a treaty of its
own, under a title that says so.
"""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.engine import exclusive
from mla.extensions import db
from mla.models import AgreementParty, AgreementRecord, AgreementVerdict
from mla.queries import agreements as queries

from .agreement_entries import Values, cleaned, cleaned_parties, faults, faults_of_end, faults_of_text, plain, same
from .register import keeper


def enter(values: Values, person_id: uuid.UUID, now: dt.datetime) -> AgreementRecord:
    """Enter a treaty with its parties and source; it counts once a second keeper has confirmed it.

    ``values`` holds title, short_title, subjects (of ``Subject``), signed_on (a day or None), diplomatic, source, note
    and parties: each with iso3, since, until (the first day on which it is no longer bound, or None) and source
    (empty where it is the treaty's). Raises NotAllowed for who is no register keeper, and NotAccepted with the cause
    of every field that is wrong, a party's as ``parties-0-since``.
    """
    exclusive()
    person = keeper(person_id)
    if wrong := faults(values, now) or _faults_of_twin(values):
        raise NotAccepted(wrong)
    record = first(values, person.id, now)
    db.session.commit()
    return record


def first(values: Values, person_id: uuid.UUID | None, now: dt.datetime) -> AgreementRecord:
    """Add the first record of a treaty to the session; ``person_id`` is None where a file brought it."""
    made = uuid.uuid4()
    return _add(values, id=made, treaty_id=made, number=1, change="entered", recorded_by=person_id, recorded_at=now)


def correct(treaty_id: uuid.UUID, values: Values, person_id: uuid.UUID, now: dt.datetime) -> AgreementRecord:
    """Enter the whole of a treaty anew, with the ``reason`` for it; once confirmed, it counts instead of what did.

    Raises NotFound where no record of the treaty counts, NotAllowed("waits") while one waits, and as ``enter``.
    """
    exclusive()
    person, before = keeper(person_id), _changeable(treaty_id)
    wrong = faults(values, now) | faults_of_text(values, "reason")
    if not wrong and same(values, before):
        wrong = {"title": "unchanged"}
    if wrong := wrong or _faults_of_twin(values, treaty_id):
        raise NotAccepted(wrong)
    return _committed(next_record(before, values, "corrected", person.id, now, values["reason"].strip()))


def end(treaty_id: uuid.UUID, values: Values, person_id: uuid.UUID, now: dt.datetime) -> AgreementRecord:
    """Enter that a State is bound no longer: ``values`` holds iso3, until (the first day without bond) and source.

    Raises as ``correct``.
    """
    exclusive()
    person, before = keeper(person_id), _changeable(treaty_id)
    if wrong := faults_of_end(values, before):
        raise NotAccepted(wrong)
    given = plain(before)
    for party in given["parties"]:
        if party["iso3"] == values["iso3"]:
            party |= {"until": values["until"], "source": values["source"].strip()}
    return _committed(next_record(before, given, "ended", person.id, now))


def confirm(record_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime) -> AgreementRecord:
    """Confirm a record that another keeper entered: from then on it counts.

    Raises NotAllowed for who is no register keeper or entered it themselves, NotFound if it does not wait.
    """
    return _decide(record_id, person_id, now, confirmed=True, reason="")


def reject(record_id: uuid.UUID, reason: str, person_id: uuid.UUID, now: dt.datetime) -> AgreementRecord:
    """Reject a wrong record that another keeper entered; it never counts. Raises as ``confirm``, and NotAccepted."""
    if wrong := faults_of_text({"reason": reason}, "reason"):
        raise NotAccepted(wrong)
    return _decide(record_id, person_id, now, confirmed=False, reason=reason.strip())


def _decide(
    record_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime, confirmed: bool, reason: str
) -> AgreementRecord:
    exclusive()
    person = keeper(person_id)
    chosen = select(AgreementRecord).where(AgreementRecord.id == record_id).with_for_update()
    record: AgreementRecord | None = db.session.scalar(chosen)
    if record is None or record.verdict is not None:
        raise NotFound
    if record.recorded_by == person.id:
        raise NotAllowed("own_entry")
    record.verdict = AgreementVerdict(confirmed=confirmed, reason=reason, decided_by=person.id, decided_at=now)
    db.session.commit()
    return record


def _faults_of_twin(values: Values, treaty_id: uuid.UUID | None = None) -> dict[str, str]:
    """A treaty is known by its title and the day of its signature: no second one may bear both."""
    twin = queries.known(values["title"].strip(), values["signed_on"])
    return {"title": "title_known"} if twin and twin.treaty_id != treaty_id else {}


def _changeable(treaty_id: uuid.UUID) -> AgreementRecord:
    """The record that counts, of a treaty of which none waits."""
    before = queries.current(treaty_id)
    if before is None:
        raise NotFound
    if any(record.verdict is None for record in queries.records_of(treaty_id)):
        raise NotAllowed("waits")
    return before


def next_record(
    before: AgreementRecord,
    values: Values,
    change: str,
    person_id: uuid.UUID | None,
    now: dt.datetime,
    reason: str = "",
) -> AgreementRecord:
    """Add the next record of the treaty to the session."""
    number = queries.records_of(before.treaty_id)[-1].number + 1
    return _add(
        values,
        treaty_id=before.treaty_id,
        number=number,
        change=change,
        reason=reason,
        recorded_by=person_id,
        recorded_at=now,
    )


def _committed(record: AgreementRecord) -> AgreementRecord:
    try:
        db.session.commit()
    except IntegrityError:  # two keepers changed the same treaty at once
        db.session.rollback()
        raise NotAllowed("waits") from None
    return record


def _add(values: Values, **more: Any) -> AgreementRecord:
    record = AgreementRecord(**cleaned(values), **more)
    record.parties = [AgreementParty(**party) for party in cleaned_parties(values)]
    db.session.add(record)
    return record
