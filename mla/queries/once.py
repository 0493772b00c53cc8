"""What is read more than once: in one transaction, or by every page for as long as the register stays as it is."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Select, event, func, literal, select, true
from sqlalchemy.orm import Session

from mla.extensions import db
from mla.models import (
    AgreementVerdict,
    Confirmation,
    Declaration,
    DepositaryAction,
    Instrument,
    State,
    TerritorialApplication,
)

T = TypeVar("T")
_READ = "read in this transaction"
#: So much is remembered at a time: a command may go through all cases in one transaction.
MOST = 64
#: What the tables of the register held when something was last put together from them, and what that is, by database.
_Mark = tuple[object, ...]
_kept: WeakKeyDictionary[Engine, tuple[_Mark, dict[Hashable, object]]] = WeakKeyDictionary()


def once(key: Hashable, read: Callable[[], T]) -> T:
    """What ``read`` gives: read again only after the session wrote something, or in its next transaction."""
    known = db.session().info.setdefault(_READ, {})
    if key not in known:
        found = read()
        if len(known) >= MOST:
            known.clear()
        known[key] = found
    return cast(T, known[key])


@event.listens_for(Session, "after_flush")
@event.listens_for(Session, "after_transaction_end")
def _forget(session: Session, _of: object) -> None:
    session.info.pop(_READ, None)


def of_register(key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gives, plain values that nobody changes: made again only when the register has changed."""
    mark = once("register", _mark)
    kept = _kept.get(db.engine)
    if kept is None or kept[0] != mark:
        kept = _kept[db.engine] = (mark, {})
    if key not in kept[1]:
        kept[1][key] = make()
    return cast(T, kept[1][key])


def _mark() -> _Mark:
    return tuple(tuple(row) for row in db.session.execute(_NUMBERS))


def _numbers() -> Select[Any]:
    """Rows are added and never changed, so their numbers tell whether anything is new."""
    every = (Confirmation, State, TerritorialApplication, Declaration, AgreementVerdict)
    counts = [select(func.count()).select_from(table).scalar_subquery() for table in every]
    published = select(func.count()).where(DepositaryAction.recorded_by.is_(None)).scalar_subquery()
    days = select(literal(1)).subquery().outerjoin(Instrument, true())
    told = select(published, *counts, Instrument.code, Instrument.data_as_of).select_from(days)
    return told.order_by(Instrument.code)


_NUMBERS = _numbers()
