"""What the database itself refuses: a change to a row that is a record. Used by migrations and proved by tests.

Later migrations call ``protect`` for a new record, and again for a table that they rebuilt, since rebuilding a
table on SQLite drops its triggers without a word.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Inspector, inspect

#: The tables whose rows are records.
RECORDS = (
    "entry",
    "entry_body",
    "version",
    "document",
    "passage",
    "depositary_action",
    "confirmation",
    "rejection",
    "agreement_record",
    "agreement_party",
    "agreement_verdict",
)

_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%% is append-only: %% refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def protect(connection: Connection, tables: Sequence[str] = RECORDS) -> None:
    """Make the tables append-only. Repeating it does no harm.

    Refused are UPDATE and DELETE, on PostgreSQL TRUNCATE, and on SQLite an INSERT over a row that exists, which
    ``INSERT OR REPLACE`` would otherwise turn into a deletion that no trigger sees.
    """
    postgresql = connection.dialect.name == "postgresql"
    if postgresql:
        connection.exec_driver_sql(_FUNCTION)
    for table in tables:
        lines = _for_postgresql(table) if postgresql else _for_sqlite(table, _keys(inspect(connection), table))
        for line in lines:
            connection.exec_driver_sql(line)


def unprotect(connection: Connection) -> None:
    """Remove what ``protect`` leaves behind when the tables are gone: the function on PostgreSQL."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS refuse_change()")


def _for_postgresql(table: str) -> Iterator[str]:
    for name, when in (("change", "UPDATE OR DELETE ON {0} FOR EACH ROW"), ("truncate", "TRUNCATE ON {0}")):
        trigger = f"{table}_no_{name}"
        event = when.format(_quoted(table))
        yield f"CREATE OR REPLACE TRIGGER {trigger} BEFORE {event} EXECUTE FUNCTION refuse_change()"
        # ALWAYS: also in a session that replays another server's changes, where plain triggers sleep
        yield f"ALTER TABLE {_quoted(table)} ENABLE ALWAYS TRIGGER {trigger}"


def _for_sqlite(table: str, keys: Sequence[Sequence[str]]) -> Iterator[str]:
    taken = " OR ".join("(" + " AND ".join(f"{c} = NEW.{c}" for c in map(_quoted, key)) + ")" for key in keys)
    exists = f"EXISTS (SELECT 1 FROM {_quoted(table)} WHERE {taken})"  # noqa: S608 (names of our own tables)
    for operation, condition in (("UPDATE", ""), ("DELETE", ""), ("INSERT", f"WHEN {exists}")):
        trigger = f"{table}_no_{operation.lower()}"
        yield f"DROP TRIGGER IF EXISTS {trigger}"
        refusal = f"SELECT RAISE(ABORT, '{table} is append-only: {operation} refused')"
        yield f"CREATE TRIGGER {trigger} BEFORE {operation} ON {_quoted(table)} {condition} BEGIN {refusal}; END"


def _keys(inspector: Inspector, table: str) -> list[list[str]]:
    """The columns by which a row of the table can be replaced: its keys, and SQLite's own row number."""
    unique = [list(found["column_names"]) for found in inspector.get_unique_constraints(table)]
    unique += [[str(c) for c in i["column_names"]] for i in inspector.get_indexes(table) if i["unique"]]
    return [["rowid"], inspector.get_pk_constraint(table)["constrained_columns"], *unique]


def _quoted(name: str) -> str:
    return f'"{name}"' if name != "rowid" else name
