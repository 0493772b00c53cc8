"""The list of tasks of a draft: each part of the letter, whether it is complete, what is missing by which article."""

from collections.abc import Iterable
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from mla import wording
from mla.domain.findings import Finding, Weight, closing
from mla.models import Request
from mla.services import drafting as service
from mla.services import record
from mla.web.access import access, signed_in_person
from mla.web.forms.outline import GROUPS, OUTLINES
from mla.web.matters.room import may_write
from mla.web.places import leading
from mla.web.requests import beside, story

from .room import CONTENT_RULES, STATUS_RULES, asked, blueprint, findings, own_request, scored, still_a_draft

MATTER_PARTS = {
    "persons": _l("Persons concerned"),
    "accounts": _l("Accounts concerned"),
    "property": _l("Property"),
    "facts": _l("Summary of the facts"),
    "offences": _l("Offences"),
    "annexes": _l("Annexes"),
}
#: The parts of which the list also says what is met, and by which fact.
SHOWN_MET = ("offences", "trafficking", "transnational", "group")


#: How a request came back to its drafters, by the step that brought it.
CAME_BACK = {
    "return_for_correction": _l("Returned for correction by %(who)s on %(day)s"),
    "recall": _l("Recalled by %(who)s on %(day)s"),
    "return_amendment": _l("Returned for correction by %(who)s on %(day)s"),
}


@blueprint.get("")
@access(own_request)
def tasks(case: Request) -> ResponseReturnValue:
    """What the draft still needs."""
    still_a_draft(case)
    found, status = findings(case, CONTENT_RULES), findings(case, STATUS_RULES)
    content, lines = service.assemble(case), scored(case)
    groups = [(title, [_task(case, part, content, found) for part in parts]) for title, parts in parts_of(case)]
    return render_template(
        "drafting/tasks.html", case=case, groups=groups, status=status, bound=not closing(status),
        missing=len(closing(found)), came_back=_came_back(case),
        lines=lines, place=leading(case), submitting=service.submitting(case),
        beside=beside.rows(case, signed_in_person()),
    )  # fmt: skip


def parts_of(case: Request) -> list[tuple[Any, list[str]]]:
    """The parts of this letter under their headings: those that every letter has, and those that its offences need."""
    needed = {*MATTER_PARTS, *asked(case)}
    return [(title, [part for part in parts if part in needed]) for title, parts in GROUPS[case.kind]]


def _came_back(case: Request) -> dict[str, Any] | None:
    """Why the request is a draft again: who returned or recalled it, when and why; None where nobody did."""
    told = [body for body in record.bodies(case) if body["step"] != "correct_record"]
    if not told or told[-1]["step"] not in CAME_BACK:
        return None
    body = told[-1]
    who, day = body["actor"]["name"], wording.day(body["happened_on"])
    return {"title": str(CAME_BACK[body["step"]]) % {"who": who, "day": day}, "why": story.note(body, None)}


def _task(case: Request, part: str, content: dict[str, Any], found: Iterable[Finding]) -> dict[str, Any]:
    """One line of the list."""
    place = f"{'matter' if part in MATTER_PARTS else 'request'}.{part}"
    gaps = [f for f in found if f.where == place and f.weight is not Weight.HOLDS]
    looked_at = any(f.where == place for f in found)
    return {
        "title": MATTER_PARTS.get(part) or OUTLINES[case.kind][part].title,
        "href": _href(case, part),
        "status": _status(part, given=_given(part, content), asked=looked_at, gaps=gaps),
        "gaps": gaps,
        "met": [f for f in found if part in SHOWN_MET and f.where == place and f.weight is Weight.HOLDS],
    }


def _href(case: Request, part: str) -> str:
    """Where the part is written; empty for who may only read."""
    if not may_write():
        return ""
    if part == "facts":
        return url_for("matters.facts", matter_id=case.matter_id, draft=case.id)
    if part in MATTER_PARTS:
        return url_for("matters.listed", matter_id=case.matter_id, kind=part, draft=case.id)
    return url_for("drafting.section", request_id=case.id, section=part)


def _given(part: str, content: dict[str, Any]) -> bool:
    """Whether anything was written in the part."""
    value = content[part]
    return any(v not in ("", None, False, []) for v in value.values()) if isinstance(value, dict) else bool(value)


def _status(part: str, *, given: bool, asked: bool, gaps: list[Finding]) -> str:
    """What the list says of a part: what closes comes before what the part could say, and before what only warns.

    Only the facts can be owed or not (Art. 18(15)(c)); other parts that no rule asks for are optional.
    """
    if closing(gaps):
        return "incomplete" if given else "not_started"
    if gaps:
        return "advised" if not given or any(gap.code.startswith("content.") for gap in gaps) else "warned"
    if given or asked:
        return "complete"
    return "not_needed" if part == "facts" else "optional"
