"""Rows laid in bulk: indexes, keys and triggers are put aside first, and made again as the database described them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from sqlalchemy import Connection, text

from mla.extensions import db

from . import rows

#: For the connection that lays and indexes: nothing of it needs to survive a loss of power.
_IN_BULK = ("synchronous_commit = off", "maintenance_work_mem = '1GB'", "max_parallel_maintenance_workers = 2",
            "timezone = 'UTC'")  # fmt: skip
#: Every key, unique constraint and foreign key that touches the tables: table, name, definition; foreign keys first.
_CONSTRAINTS = text("""
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype IN ('p', 'u', 'f') AND (conrelid::regclass::text = ANY(:tables)
                                          OR confrelid::regclass::text = ANY(:tables))
    ORDER BY contype <> 'f', conname""")
_INDEXES = text("""
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
    WHERE i.indrelid::regclass::text = ANY(:tables)
      AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)""")


class Writer(Protocol):
    """What takes the lines of a table."""

    def __call__(self, table: str, lines: Iterable[str]) -> None:
        """Write them."""


@contextmanager
def bulk(tables: Iterable[str]) -> Iterator[Writer]:
    """One transaction in which rows of the tables are laid fast; when it ends, all stands as it stood before."""
    with db.engine.connect() as connection, connection.begin():
        engine = _postgresql if connection.dialect.name == "postgresql" else _sqlite
        with engine(connection, list(tables)) as write:
            yield write
    with db.engine.connect() as connection, connection.begin():
        connection.execute(text("ANALYZE"))


@contextmanager
def _postgresql(connection: Connection, tables: list[str]) -> Iterator[Writer]:
    for setting in _IN_BULK:
        connection.execute(text(f"SET LOCAL {setting}"))
    constraints = connection.execute(_CONSTRAINTS, {"tables": tables}).all()
    indexes = connection.execute(_INDEXES, {"tables": tables}).all()
    for table, name, _definition in constraints:
        connection.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _definition in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    yield _copier(connection)
    for table, name, definition in reversed(constraints):
        connection.exec_driver_sql(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
    for _name, definition in indexes:
        connection.exec_driver_sql(definition)


def _copier(connection: Connection) -> Writer:
    driver: Any = connection.connection.driver_connection

    def write(table: str, lines: Iterable[str]) -> None:
        with driver.cursor() as cursor, cursor.copy(f"COPY {_into(table)} FROM STDIN") as copy:
            copy.write("".join(f"{line}\n" for line in lines).encode())

    return write


@contextmanager
def _sqlite(connection: Connection, tables: list[str]) -> Iterator[Writer]:
    found = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    aside = connection.execute(text(f"{found} AND tbl_name IN ({', '.join(map(repr, tables))})")).all()
    for sort, name, _definition in aside:
        connection.exec_driver_sql(f'DROP {sort} "{name}"')
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    yield _executor(connection)
    for _sort, _name, definition in aside:
        connection.exec_driver_sql(definition)


def _executor(connection: Connection) -> Writer:
    driver: Any = connection.connection.driver_connection

    def write(table: str, lines: Iterable[str]) -> None:
        places = ", ".join("?" * len(db.metadata.tables[table].columns))
        values = (row for line in lines for row in rows.read(db.metadata.tables[table], line))
        driver.executemany(f"INSERT INTO {_into(table)} VALUES ({places})", values)  # noqa: S608 (our own tables)

    return write


def _into(table: str) -> str:
    """The table with its columns in the order of the model, which may not be that of the database."""
    names = ", ".join(f'"{column.name}"' for column in db.metadata.tables[table].columns)
    return f'"{table}" ({names})'
