"""Requests of several States for one person, side by side: for the authority that holds them all, and nobody else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla import wording
from mla.domain.errors import NotFound
from mla.domain.extradition import competing as law
from mla.domain.history import last, parsed
from mla.domain.kinds import kind_named
from mla.domain.workflow import Side
from mla.models import Person, Request
from mla.queries import cases
from mla.queries import competing as query
from mla.queries.agreements import title_of
from mla.services import drafting, gather, record
from mla.web.access import access, case_file, signed_in_person
from mla.web.forms import words
from mla.wording import competing as said
from mla.wording import steps

from . import standing
from .content import named
from .head import head
from .room import blueprint


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is compared: its name, whether the requests differ in it, and what each says, in lines."""

    name: str
    differs: bool
    cells: list[list[str]]


@blueprint.get("/<uuid:request_id>/competing")
@access(case_file)
def competing(case: Request) -> ResponseReturnValue:
    """The requests for one person side by side, and which of them takes precedence."""
    person = signed_in_person()
    if not compares(case, person):
        raise NotFound
    found = query.held(case)
    claims = [_claim(one, person) for one in found]
    return render_template(
        "requests/competing.html",
        case=case,
        **head(case, person),
        columns=[_column(one, case) for one in found],
        lines=_lines(claims),
        considerations=said.CONSIDERATIONS.values(),
        decided=_decided(case),
        step=_step(case, person) if found else "",
    )


def compares(case: Request, person: Person) -> bool:
    """Whether the page is there for the person: for the requested authority of a request that the table lets weigh.

    The requesting side gets none, whether another State asks or not.
    """
    weighs = any(step.name == law.WEIGH for step in kind_named(case.kind).steps)
    return weighs and standing.own_side(case, person) is Side.REQUESTED


def others(case: Request, person: Person) -> list[str]:
    """The names of the other States that ask for the same person, for the authority that holds the requests."""
    if not compares(case, person):
        return []
    asking = dict.fromkeys(one.requesting.iso3 for one in query.held(case))
    return [wording.state_name(iso3, article=True) for iso3 in asking if iso3 != case.requesting.iso3]


def rows(case: Request, person: Person) -> list[dict[str, str]]:
    """The requests for the same person as the history names them; none for the requesting side."""
    if not compares(case, person):
        return []
    return [
        {
            "request": str(one.id),
            "state": one.requesting.iso3,
            "kind": one.kind,
            "reference": _reference(one),
            "received_on": _claim(one, person).received_on,
        }
        for one in query.held(case)
    ]


def _reference(request: Request) -> str:
    """The authority's own reference; before it has one, that of the requesting State."""
    return str(request.requested_reference or request.requesting_reference or request.counterpart_reference or "")


def _claim(request: Request, person: Person) -> law.Claim:
    sent = drafting.sent(request)
    content = parsed(sent.content) if sent else {}
    parts = [record.bodies(part) for part in cases.together(request, person.authority_id)]
    return law.claim(request.requesting.iso3, content, record.bodies(request), parts)


def _column(request: Request, case: Request) -> dict[str, Any]:
    return {
        "iso3": request.requesting.iso3,
        "href": url_for("requests.case", request_id=request.id),
        "reference": _reference(request),
        "state": steps.name_in(steps.STATES, request.state),
        "tone": standing.tone(request.state),
        "here": request.id == case.id,
    }


def _lines(claims: Sequence[law.Claim]) -> list[Line]:
    differs = law.differing(claims)
    return [Line(str(_CELLS[n][0]), n in differs, [_CELLS[n][1](one) for one in claims]) for n in law.COMPARED]


def _day(value: str, nothing: Any = "") -> str:
    return wording.day(value) if value else str(nothing)


def _filled(*lines: Any) -> list[str]:
    return [str(line) for line in lines if line]


def _basis(claim: law.Claim) -> list[str]:
    code, treaty = claim.basis
    return _filled(title_of(treaty) or dict(words.EXTRADITION_BASES).get(code, code))


def _offences(claim: law.Claim) -> list[str]:
    return [f"{label}: {', '.join(_filled(name, by))}" for label, name, by in claim.offences]


def _penalties(claim: law.Claim) -> list[str]:
    stated = [f"{label}: {wording.penalty(maximum)}" for label, maximum in claim.penalties]
    return [*stated, named(_("The highest"), wording.penalty(claim.heaviest))] if len(stated) > 1 else stated


def _nationalities(claim: law.Claim) -> list[str]:
    own = _("%(state)s, the State that asks", state=wording.state_name(claim.state))
    return [own if iso3 == claim.state else wording.state_name(iso3) for iso3 in claim.nationalities]


def _arrest(claim: law.Claim) -> list[str]:
    on, until = map(_day, claim.arrest)
    return _filled(on, _("formal request awaited until %(day)s", day=until) if until else "")


#: What each line is called, and how a claim fills its cell.
_CELLS: Mapping[str, tuple[Any, Callable[[law.Claim], list[str]]]] = {
    "kind": (_l("Kind of request"), lambda c: [steps.name_in(steps.KINDS, c.kind)]),
    "basis": (_l("Legal basis"), _basis),
    "received_on": (_l("Received on"), lambda c: [_day(c.received_on, _l("Receipt is not acknowledged yet"))]),
    "sort": (_l("Sought for"), lambda c: _filled(dict(words.SOUGHT_FOR).get(c.sort))),
    "offences": (_l("Offences"), _offences),
    "penalties": (_l("Maximum penalty"), _penalties),
    "places": (_l("When and where committed"), lambda c: [f"{label}: {place}" for label, place in c.places]),
    "nationalities": (_l("Nationality of the person, as stated"), _nationalities),
    "arrest": (_l("Arrested on"), _arrest),
    "urgency": (_l("Urgent, since"), lambda c: _filled(c.urgency)),
}


def _decided(case: Request) -> dict[str, Any] | None:
    """The decision that was recorded last, from the history of this request; it may be older than what is open now."""
    told = last(record.bodies(case), law.WEIGH)
    if told is None:
        return None
    data: Mapping[str, Any] = told["data"]
    weighed = [{"key": label, "value": data[name]} for name, label in said.CONSIDERATIONS.items() if data.get(name)]
    return {
        "first": said.chosen(data),
        "by": data["precedence_by"],
        "on": data["precedence_on"],
        "why": data["precedence_why"],
        "weighed": weighed,
        "among": [said.called(row) for row in data["weighed"]],
    }


def _step(case: Request, person: Person) -> str:
    """The address at which the person may record a decision; empty where it is not theirs."""
    step = kind_named(case.kind).step(law.WEIGH)
    if not step.belongs_to(gather.actor_of(case, person)):
        return ""
    return url_for("requests.step", request_id=case.id, name=law.WEIGH)
