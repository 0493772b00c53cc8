"""The rows of a case, table by table, in the text form that PostgreSQL's COPY reads, and back again for SQLite."""

import datetime as dt
import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Table, select

from mla.extensions import db
from mla.models import Request

NULL = r"\N"
_ESCAPED = {"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}
_PLAIN = {shown: meant for meant, shown in _ESCAPED.items()}
Row = dict[str, Any]


def of_case(request: Request) -> Iterator[tuple[Table, list[Row]]]:
    """The tables that hold something of the case, parents first, each with its rows."""
    for table in db.metadata.sorted_tables:
        condition = _condition(table, request)
        if condition is not None:
            found = db.session.execute(select(table).where(condition).order_by(*table.primary_key)).mappings()
            yield table, [dict(row) for row in found]


def _condition(table: Table, request: Request) -> ColumnElement[bool] | None:
    """Which rows of the table belong to the case, or None where none do."""
    tables = db.metadata.tables
    by_name: Mapping[str, Callable[[], ColumnElement[bool]]] = {
        "request": lambda: table.c.id == request.id,
        "matter": lambda: table.c.id == request.matter_id,
        "entry_body": lambda: table.c.entry_id.in_(_ids(tables["entry"], request)),
        "passage": lambda: table.c.document_id.in_(_ids(tables["document"], request)),
        "edit": lambda: table.c.subject_id.in_([request.id, request.matter_id]),
    }
    if table.name in by_name:
        return by_name[table.name]()
    if "request_id" in table.c:
        return table.c.request_id == request.id
    return table.c.matter_id == request.matter_id if "matter_id" in table.c else None


def _ids(table: Table, request: Request) -> Any:
    return select(table.c.id).where(table.c.request_id == request.id)


def cell(value: Any) -> str:
    """A value as COPY reads it, and as SQLite keeps it."""
    if value is None:
        return NULL
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, bytes):
        return rf"\\x{value.hex()}"
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    if isinstance(value, dict | list):
        return escaped(json.dumps(value, ensure_ascii=False))
    return escaped(str(value))


def escaped(text: str) -> str:
    """The text without the characters that part cells and lines."""
    return "".join(_ESCAPED.get(character, character) for character in text)


def read(table: Table, lines: str) -> Iterator[tuple[Any, ...]]:
    """The rows of the lines as SQLite takes them."""
    readers = [_bytes if isinstance(column.type, LargeBinary) else _text for column in table.columns]
    for line in lines.split("\n"):
        yield tuple(reads(given) for reads, given in zip(readers, line.split("\t"), strict=True))


def _text(given: str) -> str | None:
    if given == NULL:
        return None
    if "\\" not in given:
        return given
    pieces = given.split(r"\\")  # what stands between two backslashes holds none
    return "\\".join(piece.replace(r"\n", "\n").replace(r"\t", "\t").replace(r"\r", "\r") for piece in pieces)


def _bytes(given: str) -> bytes:
    return bytes.fromhex(given.removeprefix(r"\\x"))
