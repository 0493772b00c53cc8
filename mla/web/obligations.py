"""The room of obligations: what one's own State owes, and what is owed to it."""

import datetime as dt
import uuid
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla import wording
from mla.models import OwedRow, Person, Request
from mla.queries import obligations as queries
from mla.services.gather import local_day
from mla.wording import obligations as words

from .access import SIGNED_IN, access, signed_in_person

blueprint = Blueprint("obligations", __name__, url_prefix="/obligations")

#: What may be listed: the name in the address, in words, and the statuses that it holds.
LISTED = {
    "open": (_l("To be done"), ("open",)),
    "standing": (_l("Binding for good"), ("standing",)),
    "ended": (_l("Discharged or released"), ("discharged", "released")),
}
SIDES = {"ours": _l("What we owe"), "theirs": _l("What is owed to us")}
TONES = {"open": "blue", "standing": "neutral", "discharged": "green", "released": "green"}


@blueprint.get("")
@access(SIGNED_IN)
def index() -> ResponseReturnValue:
    """Both sides of the ledger; or, once one goes on from page to page, that side alone."""
    listed = request.args.get("status", "open")
    listed = listed if listed in LISTED else "open"
    side = request.args.get("side", "")
    sides = [side] if side in SIDES else list(SIDES)
    return render_template(
        "obligations/index.html",
        lists=[_list(one, listed) for one in sides],
        listed=listed,
        choices=[(name, str(said)) for name, (said, _held) in LISTED.items()],
        many=queries.MANY,
        alone=side in SIDES,
        back=url_for("obligations.index", status=listed),
    )


def _list(side: str, listed: str) -> dict[str, Any]:
    """One side's page of rows, how many are overdue, and where the next page is."""
    person, own = signed_in_person(), side == "ours"
    day = local_day(person.authority, dt.datetime.now(dt.UTC))
    found = queries.held(person.authority_id, LISTED[listed][1], own=own, after=_after(person))
    shown = found[: queries.PAGE]
    more = shown[-1] if len(found) > queries.PAGE else None
    return {
        "side": side,
        "title": str(SIDES[side]),
        "rows": [across(row, person, day) for row in shown],
        "overdue": queries.overdue(person.authority_id, day, own=own) if listed == "open" else 0,
        "more": url_for("obligations.index", side=side, status=listed, after=f"{more.request_id}:{more.position}")
        if more else "",
    }  # fmt: skip


def _after(person: Person) -> OwedRow | None:
    """The last obligation of the page before, if the address names one that the person may read."""
    named, _colon, position = request.args.get("after", "").partition(":")
    try:
        return queries.one(person.authority_id, uuid.UUID(named), int(position))
    except ValueError:
        return None


def across(row: OwedRow, person: Person, day: dt.date) -> dict[str, Any]:
    """An obligation in a list across cases: with its case and the other State."""
    case: Request = row.request
    outgoing = case.requesting_id == person.authority_id
    ours, theirs = case.requesting_reference, case.requested_reference
    other = row.owed_to if row.holder_id == person.authority_id else row.holder
    return shown(row, person, day) | {
        "href": url_for("requests.case", request_id=case.id, _anchor="obligations"),
        "reference": (ours if outgoing else theirs) or ours or theirs,
        "other": wording.state_name(other.iso3, article=True),
    }


def shown(row: OwedRow, person: Person, day: dt.date) -> dict[str, Any]:
    """An obligation in words, as one of its two authorities reads it."""
    late = row.status == "open" and row.due_on is not None and row.due_on < day
    return {
        "label": row.label,
        "title": words.title(row.sort),
        "text": row.text,
        "article": wording.article(row.article),
        "own": row.holder_id == person.authority_id,
        "holder": wording.state_name(row.holder.iso3),
        "due_on": row.due_on,
        "overdue": late,
        "lasting": row.status == "standing",
        "status": _("Overdue") if late else str(words.STATUSES[words.Status(row.status)]),
        "tone": "red" if late else TONES[row.status],
    }
