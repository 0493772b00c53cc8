"""The register's only writers: the published data, and what a keeper enters and a second person confirms."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.domain.treaties import ActionKind
from mla.domain.treaties import Instrument as Code
from mla.engine import exclusive
from mla.extensions import db
from mla.models import (
    Confirmation,
    Declaration,
    DepositaryAction,
    Instrument,
    Person,
    Rejection,
    State,
    TerritorialApplication,
)
from mla.queries import register

from . import published
from .published import Row

KEEPER = "register_keeper"
OPENED_ON = dt.date(2000, 12, 12)
#: The values of an entry, as the form and scripts name them.
FIELDS = ("instrument", "iso3", "kind", "on", "effective_on", "source")

Progress = Callable[[Iterable[Any]], Iterable[Any]]


def load(now: dt.datetime, progress: Progress = iter) -> int:
    """Load the published data: only what is missing is added, and nothing that people entered is touched.

    Rows have ids that follow from their content, so that a repeat finds them. ``progress`` is handed the tables
    one after the other, to show how far it is. Returns the number of rows added.
    """
    exclusive()
    _refresh_instruments()
    added = sum(_add_missing(model, rows) for model, rows in progress(_tables(now)))
    db.session.commit()
    return added


def _refresh_instruments() -> None:
    """A newer release of the published data is complete to a later day; nobody else writes these rows."""
    known = {i.code: i for i in db.session.scalars(select(Instrument))}
    for row in published.instruments():
        if found := known.get(row["code"]):
            for name, value in row.items():
                setattr(found, name, value)
    db.session.flush()


def _tables(now: dt.datetime) -> list[tuple[Any, list[Row]]]:
    """The tables in the order in which they refer to each other."""
    return [
        (Instrument, published.instruments()),
        (State, published.states()),
        (DepositaryAction, _without_known_actions(published.actions(now))),
        (Declaration, published.declarations()),
        (TerritorialApplication, published.territories()),
    ]


def _add_missing(model: Any, rows: list[Row]) -> int:
    key = model.__mapper__.primary_key[0]
    there = set(db.session.scalars(select(key)))
    missing = [row for row in rows if row[key.name] not in there]
    if missing:
        db.session.execute(insert(model), missing)
    return len(missing)


def _without_known_actions(rows: list[Row]) -> list[Row]:
    """What a keeper entered before it was published stays as entered."""
    table = DepositaryAction
    held = db.session.execute(
        select(table.instrument, table.iso3, table.kind, table.happened_on).where(
            table.recorded_by.is_not(None), register.not_rejected()
        )
    )
    entered = {tuple(row) for row in held}
    return [r for r in rows if (r["instrument"], r["iso3"], r["kind"], r["happened_on"]) not in entered]


def record_action(values: Mapping[str, Any], person_id: uuid.UUID, now: dt.datetime) -> DepositaryAction:
    """Enter an action of the depositary with its source; it counts once a second person has confirmed it.

    ``values`` holds instrument, iso3, kind, on (the day of signature, deposit or receipt), source, and effective_on
    where the depositary states another day than the rule's. Raises NotAllowed for who is no register keeper, and
    NotAccepted with the cause of every field that is wrong.
    """
    exclusive()
    person = keeper(person_id)
    wrong = faults(values, now)
    if wrong:
        raise NotAccepted(wrong)
    action = DepositaryAction(
        instrument=values["instrument"],
        iso3=values["iso3"],
        kind=values["kind"],
        happened_on=values["on"],
        effective_on=values.get("effective_on"),
        source=values["source"].strip(),
        recorded_at=now,
        recorded_by=person.id,
        attempt=1 + register.attempts(values["instrument"], values["iso3"], values["kind"], values["on"]),
    )
    db.session.add(action)
    try:
        db.session.commit()
    except IntegrityError:  # two keepers entered the same action at once
        db.session.rollback()
        raise NotAccepted({"on": "on_known"}) from None
    return action


def confirm_action(action_id: uuid.UUID, person_id: uuid.UUID, now: dt.datetime) -> DepositaryAction:
    """Confirm an action that another keeper entered: from then on it counts.

    Raises NotAllowed for who is no register keeper or entered it themselves, NotFound if it does not wait.
    """
    action, person = _waiting(action_id, person_id)
    db.session.add(Confirmation(action_id=action.id, confirmed_by=person.id, confirmed_at=now))
    db.session.commit()
    return action


def reject_action(action_id: uuid.UUID, reason: str, person_id: uuid.UUID, now: dt.datetime) -> DepositaryAction:
    """Reject a wrong action that another keeper entered: it never counts, and may be entered anew.

    Raises NotAccepted without a reason, and as ``confirm_action``.
    """
    if not reason.strip():
        raise NotAccepted({"reason": "reason_missing"})
    action, person = _waiting(action_id, person_id)
    values = {"reason": reason.strip(), "rejected_by": person.id, "rejected_at": now}
    db.session.add(Rejection(action_id=action.id, **values))
    db.session.commit()
    return action


def _waiting(action_id: uuid.UUID, person_id: uuid.UUID) -> tuple[DepositaryAction, Person]:
    """The action, locked, that waits for this second person."""
    exclusive()
    person = keeper(person_id)
    chosen = select(DepositaryAction).where(DepositaryAction.id == action_id).with_for_update()
    action: DepositaryAction | None = db.session.scalar(chosen)
    if action is None or action.recorded_by is None or action.confirmation or action.rejection:
        raise NotFound
    if action.recorded_by == person.id:
        raise NotAllowed("own_entry")
    return action, person


def keeper(person_id: uuid.UUID) -> Person:
    """The person, who is a register keeper; raises NotAllowed for who is none."""
    person = db.session.get(Person, person_id)
    if person is None or not person.active or KEEPER not in {office.name for office in person.roles}:
        raise NotAllowed(KEEPER)
    return person


def faults(values: Mapping[str, Any], now: dt.datetime) -> dict[str, str]:
    """The cause of every field that is wrong; none where the entry can be kept."""
    wrong = {
        name: f"{name}_missing" for name in ("instrument", "iso3", "kind", "on", "source") if not _given(values, name)
    }
    if values.get("instrument") and values["instrument"] not in set(Code):
        wrong["instrument"] = "instrument_missing"
    if values.get("kind") and values["kind"] not in set(ActionKind):
        wrong["kind"] = "kind_missing"
    if values.get("iso3") and (cause := wrong_state(values["iso3"])):
        wrong["iso3"] = cause
    if not wrong and (found := _wrong_day(values, now) or _wrong_history(values)):
        wrong |= found
    return wrong


def _given(values: Mapping[str, Any], name: str) -> bool:
    value = values.get(name)
    return bool(value.strip() if isinstance(value, str) else value)


def wrong_state(iso3: str) -> str | None:
    """The cause why the code takes no part: a territory takes none itself, an organisation may."""
    state = register.state(iso3)
    if state is None:
        return "iso3_unknown"
    return "iso3_territory" if state.responsible_iso3 else None


def _wrong_day(values: Mapping[str, Any], now: dt.datetime) -> dict[str, str]:
    """From the day of opening for signature until today; signature closed on 12 December 2002 (Art. 36(1))."""
    if values["on"] < OPENED_ON:
        return {"on": "on_too_early"}
    if values["on"] > now.date():
        return {"on": "on_in_future"}
    if values["kind"] == ActionKind.SIGNATURE and values["on"] > _closed_on(values["instrument"]):
        return {"on": "on_signature_closed"}
    plain = (ActionKind.SIGNATURE, ActionKind.DENUNCIATION)
    if values.get("effective_on") and values["kind"] in plain:
        return {"effective_on": "effective_on_idle"}
    return {}


def _closed_on(instrument: str) -> dt.date:
    facts = db.session.get_one(Instrument, instrument).facts
    return dt.date.fromisoformat(facts["closed_for_signature_on"])


def _wrong_history(values: Mapping[str, Any]) -> dict[str, str]:
    """The same action twice, a second consent while the first stands, a denunciation of what was not joined."""
    if register.same_action(values["instrument"], values["iso3"], values["kind"], values["on"]):
        return {"on": "on_known"}
    before = register.current().actions_of(values["iso3"], Code(values["instrument"]))
    last = [a for a in before if a.kind is not ActionKind.SIGNATURE]
    joined = bool(last) and last[-1].is_consent
    if values["kind"] == ActionKind.SIGNATURE:
        return {"kind": "kind_signed"} if len(before) > len(last) else {}
    if values["kind"] == ActionKind.DENUNCIATION:
        return {} if joined and last[-1].on < values["on"] else {"kind": "kind_not_joined"}
    return {"kind": "kind_joined"} if joined else {}
