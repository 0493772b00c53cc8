"""The answers to check: the whole content as it will be frozen, each part with the way to change it."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from mla.domain.findings import closing
from mla.models import Request
from mla.services import drafting
from mla.web.access import access, signed_in_person
from mla.web.forms.outline import OUTLINES
from mla.web.matters.items import KINDS, summary
from mla.web.matters.room import may_write
from mla.web.places import leading
from mla.web.requests import beside

from . import room
from .room import CONTENT_RULES, blueprint, findings, held, own_request, scored, still_a_draft
from .tasks import MATTER_PARTS, parts_of


@blueprint.get("/check")
@access(own_request)
def check(case: Request) -> ResponseReturnValue:
    """Everything that the letter will say."""
    still_a_draft(case)
    closed = closing(findings(case, CONTENT_RULES))
    lines = scored(case)
    parts = [(title, [card for part in names for card in _cards(case, part)]) for title, names in parts_of(case)]
    return render_template(
        "drafting/check.html",
        case=case,
        parts=parts,
        closed=closed,
        submitting=drafting.submitting(case),
        lines=lines,
        place=leading(case),
        beside=beside.rows(case, signed_in_person()),
        may_write=may_write(),
    )


def _cards(case: Request, part: str) -> list[dict[str, Any]]:
    """The cards of a part: one, or one for each item that it lists."""
    if part in KINDS:
        return _listed(case, part)
    if part == "facts":
        href = url_for("matters.facts", matter_id=case.matter_id, draft=case.id)
        rows = [{"key": MATTER_PARTS["facts"], "value": case.matter.facts}]
        return [{"title": MATTER_PARTS["facts"], "href": href, "rows": rows}]
    section = OUTLINES[case.kind][part]
    if section.lists:
        return _items(case)
    href = url_for("drafting.section", request_id=case.id, section=part)
    return [{"title": section.title, "href": href, "rows": room.summary(case, section, held(case, section))}]


def _listed(case: Request, kind: str) -> list[dict[str, Any]]:
    at: dict[str, Any] = {"matter_id": case.matter_id, "kind": kind, "draft": case.id}
    cards = [
        {
            "title": KINDS[kind].called(item),
            "href": url_for("matters.item", item_id=item.id, **at),
            "rows": summary(kind, item),
        }
        for item in getattr(case.matter, kind)
    ]
    return cards or [
        {"title": MATTER_PARTS[kind], "href": url_for("matters.listed", **at), "rows": [_none(case, kind)]}
    ]


def _items(case: Request) -> list[dict[str, Any]]:
    section = OUTLINES[case.kind]["assistance"]
    cards = [
        {
            "title": f"{section.title} A{number}",
            "href": url_for("drafting.change_assistance", request_id=case.id, number=number),
            "rows": room.summary(case, section, item),
        }
        for number, item in enumerate(held(case, section), 1)
    ]
    href = url_for("drafting.assistance", request_id=case.id)
    return cards or [{"title": section.title, "href": href, "rows": [_none(case, "assistance")]}]


def _none(case: Request, part: str) -> dict[str, Any]:
    return {"key": MATTER_PARTS.get(part) or OUTLINES[case.kind][part].title, "value": None}
