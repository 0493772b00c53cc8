"""Other treaties from a file and to a file: a row for each party, with the treaty's own values in each of its rows."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mla.domain.errors import NotAccepted
from mla.engine import transaction
from mla.models import AgreementRecord
from mla.queries import agreements as queries

from .agreement_entries import FIELDS, PARTY, faults, plain, same
from .agreements import first, next_record
from .register import keeper

#: The columns of a file. ``subjects`` are separated by spaces, ``diplomatic`` is yes or no, days are ISO.
COLUMNS = (*FIELDS, "iso3", "since", "until", "party_source")
_DAYS = ("signed_on", "since", "until")

Row = Mapping[str, str]


@dataclass
class Entry:
    """A treaty as the file has it, and the number of the row in which each of its parties stands."""

    values: dict[str, Any]
    rows: list[int] = field(default_factory=list)


def rows() -> Iterator[dict[str, object]]:
    """Every treaty that counts, a row for each party, in the columns of a file."""
    for record in queries.listed():
        values = plain(record)
        own = {name: values[name] for name in FIELDS} | {
            "subjects": " ".join(record.subjects),
            "diplomatic": "yes" if record.diplomatic else "no",
        }
        for party in values["parties"]:
            yield (
                own | {name: party[name] for name in PARTY} | {"source": own["source"], "party_source": party["source"]}
            )


def read(given: Iterable[Row]) -> list[Entry]:
    """The treaties of a file's rows below its head, which is row 1; rows of one title and day are one treaty.

    Raises NotAccepted with the cause of every value that can't be read, or that differs from what an earlier row says
    of the same treaty, as ``3.since``: the row's number and the column.
    """
    found: dict[tuple[str, str], Entry] = {}
    wrong: dict[str, str] = {}
    for number, row in enumerate(given, 2):
        values = _read(row, number, wrong)
        entry = found.setdefault((row["title"].strip(), row["signed_on"].strip()), Entry(_own(values)))
        unlike = [name for name in FIELDS if _own(values)[name] != entry.values[name]]
        wrong |= {f"{number}.{name}": "unlike_before" for name in unlike if f"{number}.{name}" not in wrong}
        entry.values["parties"].append({name: values["party_source" if name == "source" else name] for name in PARTY})
        entry.rows.append(number)
    if wrong:
        raise NotAccepted(wrong)
    return list(found.values())


def _own(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in FIELDS} | {"parties": []}


def _read(row: Row, number: int, wrong: dict[str, str]) -> dict[str, Any]:
    """The values of one row; what can't be read is noted in ``wrong``."""
    values: dict[str, Any] = {name: row[name].strip() for name in COLUMNS}
    for name in _DAYS:
        values[name] = _day(values[name], f"{number}.{name}", wrong)
    values |= {"subjects": values["subjects"].split(), "iso3": values["iso3"].upper()}
    if values["diplomatic"] not in ("yes", "no", ""):
        wrong[f"{number}.diplomatic"] = "not_yes_or_no"
    return values | {"diplomatic": values["diplomatic"] == "yes"}


def _day(given: str, place: str, wrong: dict[str, str]) -> dt.date | None:
    try:
        return dt.datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=dt.UTC).date() if given else None
    except ValueError:
        wrong[place] = "no_day"
        return None


def bring(entries: Sequence[Entry], reason: str, person_id: uuid.UUID | None, now: dt.datetime) -> Counter[str]:
    """Enter the treaties of a file, all or none; they count once a register keeper has confirmed them.

    A treaty that the register holds is corrected, with the ``reason``; one that says the same, or waits as the file has
    it, is left alone. ``person_id`` is the keeper who brings the file, or None for the server's own administrator.
    Returns how many were entered, corrected and the same. Raises NotAccepted with the cause of every wrong value, as
    ``read`` does, and NotAllowed for a person who is no register keeper.
    """
    with transaction():
        if person_id is not None:
            keeper(person_id)
        held = [_held(entry) for entry in entries]
        wrong = {place: cause for pair in zip(entries, held, strict=True) for place, cause in _faults(*pair, now)}
        if wrong:
            raise NotAccepted(wrong)
        return Counter(_enter(*pair, reason, person_id, now) for pair in zip(entries, held, strict=True))


def _held(entry: Entry) -> AgreementRecord | None:
    """The newest record of the treaty that was not rejected, if the register knows the treaty."""
    known = queries.known(entry.values["title"], entry.values["signed_on"])
    if known is None:
        return None
    return [r for r in queries.records_of(known.treaty_id) if r.verdict is None or r.verdict.confirmed][-1]


def _faults(entry: Entry, held: AgreementRecord | None, now: dt.datetime) -> Iterator[tuple[str, str]]:
    """The cause of every wrong value, by row and column; a treaty's own stand at its first row."""
    for name, cause in faults(entry.values, now).items():
        _parties, _, rest = name.partition("-")
        place, _, column = rest.partition("-")
        if column:
            yield f"{entry.rows[int(place)]}.{'party_source' if column == 'source' else column}", cause
        else:
            yield f"{entry.rows[0]}.{'iso3' if name == 'parties' else name}", cause
    if held and held.verdict is None and not same(entry.values, held):
        yield f"{entry.rows[0]}.title", "title_waits"


def _enter(
    entry: Entry, held: AgreementRecord | None, reason: str, person_id: uuid.UUID | None, now: dt.datetime
) -> str:
    if held is None:
        first(entry.values, person_id, now)
        return "entered"
    if same(entry.values, held):
        return "same"
    next_record(held, entry.values, "corrected", person_id, now, reason)
    return "corrected"
