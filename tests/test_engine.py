"""Transactions: two people never act on the same reading, and what can't be had is said to be busy."""

import pytest
from sqlalchemy import select, text

from mla import engine as speaking
from mla.domain.errors import Busy
from mla.engine import exclusive, one_moment, reading
from mla.extensions import db
from mla.models import Office


def new_office(name="clerk"):
    db.session.add(Office(name=name))


def test_changes_are_never_lost_to_an_exclusive_transaction(app):
    new_office()
    with pytest.raises(RuntimeError, match="holds changes"):
        exclusive()


def test_changes_already_written_count_as_changes(app):
    new_office()
    db.session.flush()
    with pytest.raises(RuntimeError, match="holds changes"):
        exclusive()


def test_after_a_commit_an_exclusive_transaction_begins(app):
    new_office()
    db.session.commit()
    exclusive()
    new_office("usher")
    db.session.commit()
    assert {"clerk", "usher"} <= set(db.session.scalars(select(Office.name)))


def test_it_reads_what_is_true_now(app):
    office = db.session.scalars(select(Office)).first()
    with db.engine.begin() as other:
        other.execute(text("UPDATE office SET description = 'changed'"))
    exclusive()
    assert office.description == "changed"


# After a page that only reads, what is written in a transaction still stands or falls as a whole.
def test_a_transaction_follows_reading(app):
    reading()
    before = set(db.session.scalars(select(Office.name)))
    exclusive()
    new_office("usher")
    db.session.flush()
    db.session.rollback()
    assert set(db.session.scalars(select(Office.name))) == before


@pytest.mark.parametrize(("engine", "begun"), [("sqlite", True), ("postgresql", False)], indirect=["engine"])
def test_reading_begins_a_transaction_only_where_pages_need_one(app, begun):
    reading()
    driver = db.session.connection().connection.driver_connection
    db.session.scalars(select(Office.name)).all()
    assert (driver.in_transaction if begun else driver.info.transaction_status.name != "IDLE") is begun
    reading()  # once more does no harm


def test_at_one_moment_nothing_is_read_that_others_write_meanwhile(app):
    one_moment()
    before = db.session.scalars(select(Office.description)).all()
    with db.engine.begin() as other:
        other.execute(text("UPDATE office SET description = 'changed'"))
    assert db.session.scalars(select(Office.description)).all() == before
    db.session.rollback()
    assert set(db.session.scalars(select(Office.description))) == {"changed"}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_on_sqlite_only_one_writes(app, monkeypatch):
    monkeypatch.setattr(speaking, "PATIENCE", 0)
    db.engine.dispose()
    exclusive()
    with db.engine.connect() as other, pytest.raises(Busy):
        other.execute(text("UPDATE office SET description = 'x'"))


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_on_postgresql_a_row_that_stays_locked_is_busy(app, monkeypatch):
    monkeypatch.setattr(speaking, "PATIENCE", 0.1)
    db.engine.dispose()
    exclusive()
    db.session.scalars(select(Office).with_for_update()).all()
    with db.engine.connect() as other, pytest.raises(Busy):
        other.execute(text("UPDATE office SET description = 'x'"))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_sqlite_keeps_references_whole_and_writes_to_the_disk(app):
    settings = [db.session.scalar(text(f"PRAGMA {name}")) for name in ("foreign_keys", "journal_mode", "synchronous")]
    assert settings == [1, "wal", 2]
    assert db.session.scalar(text("PRAGMA busy_timeout")) == 60_000
