"""The other requests that an authority drew from the same matter, and where what was sent and the matter differ."""

from typing import Any

from flask import url_for

from mla.domain.findings import Finding
from mla.models import Person, Request
from mla.services import drift
from mla.wording import steps as words

from . import standing


def own(case: Request, person: Person) -> list[Finding]:
    """The warning of the case itself, for the authority that sent it."""
    return drift.of_itself(case) if case.requesting_id == person.authority_id else []


def rows(case: Request, person: Person) -> list[dict[str, Any]]:
    """Each of them that is not over, with its warning; none for the other side, which never reads the matter."""
    if case.requesting_id != person.authority_id:
        return []
    return [_row(other) for other in drift.beside(case)]


def _row(other: Request) -> dict[str, Any]:
    return {
        "href": url_for("requests.case", request_id=other.id),
        "kind": words.name_in(words.KINDS, other.kind),
        "reference": str(other.requesting_reference or ""),
        "requested": other.requested.iso3,
        "state": words.name_in(words.STATES, other.state),
        "tone": standing.tone(other.state),
        "findings": drift.of_itself(other),
    }
