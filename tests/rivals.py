"""Requests of two States for one person, as the authority of a third State holds them."""

import datetime as dt
from typing import Any

import pytest

from mla.extensions import db
from mla.models import Request
from mla.services import matters
from tests import extraditions as x
from tests import factories as f


def asked(requesting: f.House, requested: f.House, until: str = "examination", **someone: Any) -> f.Case:
    """A request for the extradition of Ana Silva, or of ``someone`` else, that stands in the state.

    Each is opened later than those before.
    """
    case = x.draft(requesting, requested, f.NOW + dt.timedelta(minutes=db.session.query(Request).count()))
    matter, drafter = case.request.matter, requesting["drafter"].id
    if someone:
        matters.save_item(matter.id, "persons", matter.persons[0].id, someone, drafter, case.now)
    return f.drive(case, until)


@pytest.fixture
def three(app) -> list[f.House]:
    """Brazil, the United States, and Switzerland, of which both ask."""
    return f.houses("BRA", "USA", "CHE")


@pytest.fixture
def two(three) -> tuple[f.Case, f.Case]:
    """A request of Brazil and one of the United States to Switzerland for the same person, both under examination."""
    brazil, states, swiss = three
    return asked(brazil, swiss), asked(states, swiss)


def weighed(*cases: f.Case, **changes: Any) -> dict[str, Any]:
    """What the form of the decision gives: the first request takes precedence."""
    rows = [
        {"request": str(c.request.id), "state": c.request.requesting.iso3, "kind": c.request.kind,
         "reference": c.request.requested_reference or "", "received_on": "2026-03-12"}
        for c in cases
    ]  # fmt: skip
    return {
        "precedence": rows[0]["request"],
        "precedence_by": "Federal Council",
        "precedence_on": "2026-03-12",
        "precedence_why": "The graver offence was committed there.",
        "seriousness": "",
        "place": "Both in Geneva.",
        "dates": "",
        "nationality": "",
        "onward": "",
        "weighed": rows,
    } | changes
