"""The published treaty data as rows of the register's tables.

A row's id follows from its content, so that loading the data again finds what is there.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from mla import data
from mla.wording import names

_PUBLISHED = uuid.UUID("6f0c1f7e-54c1-5c6f-9a3e-0d6c2f3b1a10")

Row = dict[str, Any]


def _id(*parts: str) -> uuid.UUID:
    return uuid.uuid5(_PUBLISHED, "\x1f".join(parts))


def instruments() -> list[Row]:
    """The Convention and its Protocols."""
    return [
        {
            "code": row["instrument"],
            "title": row["title"],
            "short_title": row["short_title"],
            "data_as_of": dt.date.fromisoformat(row["data_as_of"]),
            "facts": {k: v for k, v in row.items() if k not in ("instrument", "title", "short_title", "data_as_of")},
        }
        for row in data.rows("instruments")
    ]


def states() -> list[Row]:
    """States, the regional organisation, and the territories to which an instrument was extended."""
    found = [_state(row["iso3"], _forms(row)) for row in data.rows("states")]
    known = {row["iso3"] for row in found}
    for row in data.rows("participation"):
        if row["iso3"] not in known and row["is_reio"] == "true":
            known.add(row["iso3"])
            found.append(_state(row["iso3"], {"en": {"short": row["name"], "formal": ""}}, is_reio=True))
    territories = {row["iso3"]: row for row in data.rows("territorial_applications")}  # once, whatever was extended
    for iso3, row in territories.items():
        name = {"en": {"short": row["territory"], "formal": ""}}
        found.append(_state(iso3, name, responsible=row["responsible_iso3"]))
    return found


def _forms(row: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The names of a State by language, as the source writes them."""
    return {code: {"short": row[f"{code}_short"], "formal": row[f"{code}_formal"]} for code in names.LANGUAGES}


def _state(iso3: str, forms: Row, is_reio: bool = False, responsible: str | None = None) -> Row:
    return {
        "iso3": iso3,
        "short_name": names.short_name(iso3),
        "formal_name": forms["en"]["formal"],
        "names": forms,
        "is_reio": is_reio,
        "responsible_iso3": responsible,
    }


def actions(now: dt.datetime) -> list[Row]:
    """Signatures and consents, recorded now and by nobody."""
    found: list[Row] = []
    for row in data.rows("participation"):
        if row["signed_on"]:
            found.append(_action(row, "signature", row["signed_on"], "", now))
        if row["consent_on"]:
            found.append(_action(row, row["consent_kind"], row["consent_on"], row["effective_on"], now))
    return found


def _action(row: Mapping[str, str], kind: str, on: str, effective_on: str, now: dt.datetime) -> Row:
    return {
        "id": _id("action", row["instrument"], row["iso3"], kind, on),
        "instrument": row["instrument"],
        "iso3": row["iso3"],
        "kind": kind,
        "happened_on": dt.date.fromisoformat(on),
        "effective_on": dt.date.fromisoformat(effective_on) if effective_on else None,
        "source": row["source"],
        "recorded_at": now,
        "recorded_by": None,
    }


def declarations() -> list[Row]:
    """Declarations and notifications, in summary."""
    keys = ("iso3", "article", "topic", "value", "dated_on", "source")
    return [
        {"id": _id("declaration", *(row[k] for k in keys[:-1])), **{k: row[k] for k in keys}}
        for row in data.rows("notifications")
    ]


def territories() -> list[Row]:
    """Notices by which an instrument was extended to a territory."""
    return [
        {
            "id": _id("territory", row["instrument"], row["iso3"], row["responsible_iso3"], row["notified_on"]),
            "instrument": row["instrument"],
            "iso3": row["iso3"],
            "responsible_iso3": row["responsible_iso3"],
            "notified_on": dt.date.fromisoformat(row["notified_on"]),
            "source": row["source"],
        }
        for row in data.rows("territorial_applications")
    ]
