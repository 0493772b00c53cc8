"""The property of a request about assets: where each asset stands, what was recorded of it, sums by currency."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.domain.errors import NotFound
from mla.models import Request
from mla.web.access import access, case_file

from . import assets, elsewhere, freezes, third_parties
from .assets import Holdings
from .head import head
from .room import blueprint

PAGE = 50
#: So many assets are seen at a glance, without a search.
FEW = 10
TEXT_LENGTH = 200


@blueprint.get("/<uuid:request_id>/property")
@access(case_file)
def property_list(case: Request) -> ResponseReturnValue:
    """Where the property stands: sums by state and currency, the freezes, and a page of its assets."""
    known = Holdings.of(case)
    text, state = request.args.get("q", "").strip()[:TEXT_LENGTH], request.args.get("state", "")
    found = _fitting(known, text.casefold(), state)
    start = _start(found)
    shown = found[start : start + PAGE]
    return render_template(
        "requests/property.html",
        case=case,
        **head(case, known.person),
        today=known.day,
        count=len(known.rows),
        sums=assets.sums(known),
        freezes=freezes.rows(known.bodies, known.day),
        third_parties=_third_parties(known),
        rows=[assets.row(known, label) for label in shown],
        found=len(found),
        start=start + 1,
        text=text,
        chosen=state,
        many=len(known.rows) > FEW,
        disposal=assets.disposed(known.bodies),
        elsewhere=elsewhere.rows(known),
        previous=_page(case, text, state, found[start - PAGE]) if start >= PAGE else "",
        more=_page(case, text, state, found[start + PAGE]) if len(found) > start + PAGE else "",
    )


def _third_parties(known: Holdings) -> dict[str, Any] | None:
    """Notice and claims of third parties; nothing while neither is recorded."""
    found = third_parties.known(known.bodies)
    return found if found["notices"] or found["claims"] else None


def _fitting(known: Holdings, text: str, state: str) -> list[str]:
    """The labels of the assets that stand in the state and whose description, place or holder holds the text."""
    there = [label for label, states in known.standing.items() if not state or state in states]
    return [label for label in there if text in _said(known, label)] if text else there


def _said(known: Holdings, label: str) -> str:
    row = assets.row(known, label)
    return " ".join((label, row["description"], row["about"], *row["whose"], row["theory"])).casefold()


def _start(found: list[str]) -> int:
    """Where the page begins: with the asset that the address names, if it is listed."""
    first = request.args.get("begin", "")
    return found.index(first) if first in found else 0


def _page(case: Request, text: str, state: str, first: str) -> str:
    return url_for("requests.property_list", request_id=case.id, q=text or None, state=state or None, begin=first)


@blueprint.get("/<uuid:request_id>/property/asset")
@access(case_file)
def asset(case: Request) -> ResponseReturnValue:
    """One asset: all that is known of it, its states over time, every amount that was recorded."""
    known, label = Holdings.of(case), request.args.get("label", "")
    if label not in known.rows:
        raise NotFound
    return render_template(
        "requests/asset.html",
        case=case,
        **head(case, known.person),
        asset=assets.row(known, label),
        facts=_facts(known, label),
        stages=assets.stages(known, label),
        lines=assets.lines(known, label),
        freezes=freezes.rows(known.bodies, known.day, label),
    )


def _facts(known: Holdings, label: str) -> list[dict[str, Any]]:
    """What the request, or the report that found it, says of an asset."""
    given = known.rows[label]
    told = [
        (_("What it is"), assets.sort(given)),
        (_("Where it lies"), assets.place(given)),
        (_("Holder"), known.named(given.get("holder") or "")),
        (_("Owner"), known.named(given.get("owner") or "")),
        (_("Value as it was stated"), assets.value(given)),
        (_("Valued on"), assets.wording.day(given["valued_on"]) if given.get("valued_on") else ""),
        (_("Why it can be confiscated"), assets.theory(given)),
        (_("Persons"), [known.named(name) for name in given.get("persons") or ()]),
        (_("Offences"), [known.named(name) for name in given.get("offences") or ()]),
    ]
    return [{"key": key, "value": value} for key, value in told if value]
