"""The worklist: an authority's own requests and those that came to it, the latest first."""

import datetime as dt
import uuid
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from mla.domain.kinds import KINDS
from mla.domain.workflow import NEW, Role
from mla.extensions import db
from mla.models import Person, Request
from mla.queries import cases
from mla.web.access import SIGNED_IN, access, holds, signed_in_person
from mla.wording import steps as words

from . import due, standing
from .room import blueprint

TEXT_LENGTH = 200


@blueprint.get("")
@access(SIGNED_IN)
def worklist() -> ResponseReturnValue:
    """One page of the requests that the person's authority may see."""
    person, now = signed_in_person(), dt.datetime.now(dt.UTC)
    text, state = request.args.get("q", "").strip()[:TEXT_LENGTH], request.args.get("state", "")
    found = cases.worklist(person.authority_id, text, state, _before(person))
    shown = found[: cases.PAGE]
    return render_template(
        "requests/worklist.html",
        rows=[_row(case, person, now) for case in shown],
        states=_states(),
        text=text,
        state=state,
        writes=holds(Role.DRAFTER.value),
        registers=holds(Role.REGISTRY.value),
        first=url_for("requests.worklist", q=text or None, state=state or None) if request.args.get("after") else "",
        more=_after(shown[-1], text, state) if len(found) > cases.PAGE else "",
    )


def _before(person: Person) -> Request | None:
    """The last request of the page before, if the address names one that the person may see."""
    try:
        last = uuid.UUID(request.args.get("after", ""))
    except ValueError:
        return None
    return db.session.scalar(cases.visible(person.authority_id).where(Request.id == last))


def _after(last: Request, text: str, state: str) -> str:
    return url_for("requests.worklist", q=text or None, state=state or None, after=last.id)


def _states() -> list[tuple[str, str]]:
    """The states of all kinds, for the filter."""
    names = dict.fromkeys(state for kind in KINDS.values() for state in kind.states if state != NEW)
    return [(state, words.name_in(words.STATES, state)) for state in names]


def _row(case: Request, person: Person, now: dt.datetime) -> dict[str, Any]:
    outgoing = case.requesting_id == person.authority_id
    return {
        "href": url_for("requests.case", request_id=case.id),
        "title": standing.title(case, person),
        "kind": words.name_in(words.KINDS, case.kind),
        "outgoing": outgoing,
        "ours": case.requesting_reference if outgoing else case.requested_reference,
        "theirs": standing.their_reference(case, person),
        "other": standing.other(case, person),
        "state": words.name_in(words.STATES, case.state),
        "tone": standing.tone(case.state),
        "turn": standing.turn(case, person, now),
        "urgent": due.urgent(case, person, now),
        "opened_at": case.opened_at,
    }
