"""How the database is spoken to: safe settings for each connection, and transactions that we begin ourselves.

SQLite's driver would begin a transaction only before the first write, which lets two people read the same state
and both act on it. So its own beginning is switched off and ours is sent: plain, or immediate when a step is taken.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session

from mla.domain.errors import Busy, DomainError

from .extensions import db

#: How long a lock is waited for, in seconds.
PATIENCE = 60
_CHANGED = "changed in this transaction"


@event.listens_for(Engine, "connect")
def _prepare(connection: Any, _record: Any) -> None:
    """Settle what every connection must have."""
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        for setting in (f"busy_timeout={PATIENCE * 1000}", "foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {setting}")
    elif isinstance(connection, psycopg.Connection):
        # an instant that comes in UTC need not be brought to it
        connection.execute(f"SET lock_timeout = '{PATIENCE}s'; SET TIME ZONE 'UTC'")
        connection.commit()


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    """Begin the transaction on SQLite; at once for writing if the option ``immediate`` was asked."""
    if connection.dialect.name == "sqlite":
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@event.listens_for(Engine, "handle_error", retval=True)
def _say_busy(context: ExceptionContext) -> BaseException | None:
    """A lock that can't be had is ``Busy``, whichever the database; other errors stay what they are."""
    error = context.original_exception
    if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorname.startswith("SQLITE_BUSY"):
        return Busy()
    if isinstance(error, psycopg.errors.LockNotAvailable | psycopg.errors.DeadlockDetected):
        return Busy()
    return None


@event.listens_for(Session, "after_flush")
def _note_change(session: Session, _context: Any) -> None:
    session.info[_CHANGED] = True


@event.listens_for(Session, "after_transaction_end")
def _forget_change(session: Session, transaction: Any) -> None:
    if transaction.parent is None:
        session.info.pop(_CHANGED, None)


def reading() -> None:
    """Read without a transaction until one is begun, where nothing is to be written.

    On PostgreSQL each statement sees what was committed before it, within a transaction or without: nothing is lost,
    and the words that begin and end one are saved. On SQLite a transaction is what all reads of a page share.
    """
    if db.engine.dialect.name == "postgresql" and not db.session().in_transaction():
        db.session.connection(execution_options={"isolation_level": "AUTOCOMMIT"})


def exclusive() -> Connection:
    """Begin a transaction in which nobody else writes (SQLite) or in which rows can be locked (PostgreSQL).

    The session's present transaction ends first, so that what is read from now on is what is true now. Raises
    RuntimeError if the session holds changes, which would be lost, and Busy if the lock can't be had.
    """
    session = db.session()
    if _changed(session):
        raise RuntimeError("the session holds changes: commit or roll back before an exclusive transaction")
    session.rollback()
    return session.connection(execution_options={"immediate": True})


def _changed(session: Session) -> bool:
    """Whether the session holds changes, or has sent some to the database in its present transaction."""
    pending = session.new or session.deleted or any(session.is_modified(row) for row in session.dirty)
    return bool(pending or session.info.get(_CHANGED))


def one_moment() -> None:
    """Begin a transaction that reads the database as it is now, whatever others commit meanwhile.

    SQLite does so anyway; what the session held before is lost.
    """
    session = db.session()
    session.rollback()
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


@contextmanager
def transaction(remember: bool = False) -> Iterator[None]:
    """All of what the block does, committed once, or nothing of it. Raises as ``exclusive`` does.

    ``remember``: what was read and written stays known afterwards, so that the answer need not ask for it again. Only
    for a block that takes nothing off a list. What a refusal had read before anything was changed stays known too.
    """
    exclusive()
    try:
        yield
        _end(remember)
    except DomainError:
        if _changed(db.session()):
            db.session.rollback()
        else:
            _end(remember=True)
        raise
    except BaseException:
        db.session.rollback()
        raise


def _end(remember: bool) -> None:
    session = db.session()
    session.expire_on_commit = not remember
    try:
        db.session.commit()
    finally:
        session.expire_on_commit = True
