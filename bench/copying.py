"""From an original to its copies: the same case with other ids, references, names and days, and a chain of its own.

An original is read once and turned into texts with gaps. A copy fills the gaps, and works out anew each version's
hash, each body's digest and each header's hash. Its rows come out as PostgreSQL's COPY reads them.
"""

import datetime as dt
import json
import random
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from mla.domain.history import Header, canonical, sha256
from mla.models import Entry, Listing, Request
from mla.services import listed, record

from . import finding, rows
from .gaps import LATEST, MINUTE, NUMBER, Gaps

#: The entries whose findings later steps read; the others are copied without what was found.
READ_LATER = frozenset({"acknowledge", "register_incoming"})
LISTING = Listing.__table__
#: After all days that differ from copy to copy: as of then its rows in the list are copied.
AFTERWARDS = LATEST + dt.timedelta(days=1)
#: Where nobody writes any more, it is of no use to know who wrote.
WRITTEN = frozenset({"draft"})


@dataclass(frozen=True, slots=True)
class Original:
    """A case with gaps: its rows by table, its versions, its bodies with their salts, its headers, how it is found."""

    gaps: Gaps
    tables: dict[str, str]
    versions: list[str]
    bodies: list[tuple[bytes, str]]
    headers: list[str]
    found: list[finding.Found]

    def copy(self, number: int, chance: random.Random) -> dict[str, str]:
        """The rows of the copy of that number, by table."""
        values = self.gaps.filled(number, chance)
        for n, version in enumerate(self.versions):
            values[f"v{n}"] = sha256((version % values).encode())
        for n, ((salt, body), header) in enumerate(zip(self.bodies, self.headers, strict=True)):
            values[f"b{n}"] = sha256(salt + (body % values).encode())
            values[f"h{n}"] = sha256((header % values).encode())
        lines = [line for one in self.found for line in one.lines(values)]
        return {table: text % values for table, text in self.tables.items()} | {finding.TABLE: "\n".join(lines)}


def original(request: Request) -> Original:
    """The case, read once and turned into texts with gaps."""
    listings = list(listed.rows(listed.known(request), AFTERWARDS).values())
    held = [
        (table, _lean(table, _ordered(listings) if table is LISTING else found, request))
        for table, found in rows.of_case(request)
        if table.name != finding.TABLE
    ]
    ids = [row["id"] for _, found in held for row in found if "id" in row]
    gaps = Gaps(request, ids, _hashes(request))
    bodies = [(entry.body.salt, gaps.cut(lean(entry.body.body))) for entry in request.entries if entry.body]
    headers = [gaps.cut(_header(entry)) for entry in request.entries]
    versions = [gaps.cut(version.content) for version in request.versions]
    tables = {table.name: gaps.cut("\n".join(map(_line, found))) for table, found in held if found}
    keys = [gaps.cut(f"{rows.cell(row['request_id'])}\t{rows.cell(row['authority_id'])}") for row in listings]
    found = [finding.found(request, key, row) for key, row in zip(keys, listings, strict=True)]
    return Original(gaps, tables | {finding.TABLE: ""}, versions, bodies, headers, found)


def _ordered(listings: list[rows.Row]) -> list[rows.Row]:
    """The rows of the list, their values in the order of the table's columns."""
    return [{column.name: row[column.name] for column in LISTING.columns} for row in listings]


def _hashes(request: Request) -> dict[str, str]:
    """The gap for each hash of the case."""
    versions = {version.sha256: f"v{n}" for n, version in enumerate(request.versions)}
    digests = {entry.body_digest: f"b{n}" for n, entry in enumerate(request.entries)}
    return versions | digests | {entry.hash: f"h{n}" for n, entry in enumerate(request.entries)}


def _lean(table: Table, found: list[rows.Row], request: Request) -> list[rows.Row]:
    """The rows as they are copied: without what papers were rendered from, and without what only originals say."""
    if table.name == "edit" and request.state not in WRITTEN:
        return []
    return [{name: _copied(table.name, name, value) for name, value in row.items()} for row in found]


def _copied(table: str, column: str, value: Any) -> Any:
    changed = {
        "matter.notes": lambda: "",
        "request.title": lambda: f"{value} {NUMBER}",
        "listing.title": lambda: value and f"{value} {NUMBER}",
        "document.snapshot": lambda: None,
        "entry_body.body": lambda: lean(value),
    }.get(f"{table}.{column}")
    return changed() if changed else value


def lean(body: str) -> str:
    """The body without findings that no later step reads, and without the snapshots of its papers."""
    said = json.loads(body)
    papers = [paper | {"snapshot": None} for paper in said["documents"]]
    findings = said["findings"] if said["step"] in READ_LATER else []
    return canonical(said | {"documents": papers, "findings": findings}).decode()


def _header(entry: Entry) -> str:
    """What the entry's hash is taken of, its minute a gap."""
    header = Header(
        entry.format, str(entry.request_id), entry.seq, str(entry.authority_id), entry.visible_to,
        _minute_cut(record.instant(entry.recorded_at)), entry.body_digest, entry.previous,
    )  # fmt: skip
    return canonical({name: getattr(header, name) for name in Header._fields}).decode()


def _line(row: rows.Row) -> str:
    """The row as text; each instant keeps its hour."""
    return "\t".join(
        _minute_cut(rows.cell(value)) if isinstance(value, dt.datetime) else rows.cell(value) for value in row.values()
    )


def _minute_cut(instant: str) -> str:
    """``2026-03-12T09:30:00.000000`` with a gap for minutes and seconds."""
    return f"{instant[:14]}{MINUTE}{instant[19:]}"
