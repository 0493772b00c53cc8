"""The case page: where it stands, what may be done, what is closed and why, whose turn it is, papers and story."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from mla.domain.errors import UnknownState
from mla.domain.findings import Finding
from mla.domain.history import last, parsed
from mla.domain.kinds import kind_named
from mla.domain.recording import UPLOADS
from mla.domain.treaties import Instrument
from mla.domain.workflow import Role, Side
from mla.models import Document, Person, Request
from mla.queries import cases, register
from mla.services import drafting, gather, record, recording
from mla.services import obligations as owed
from mla.web import obligations, places
from mla.web.access import access, case_file, holds, signed_in_person
from mla.web.forms.words import WHY_ASKED
from mla.web.kept import kept, macro

from . import assets, beside, competing, due, offences, parts, shown, standing, story
from .head import head
from .property import asked_for
from .room import blueprint


@blueprint.get("/<uuid:request_id>")
@access(case_file)
def case(request: Request) -> ResponseReturnValue:
    """One request, as the person's authority may see it."""
    person, now = signed_in_person(), dt.datetime.now(dt.UTC)
    offers = standing.offers(request, person, now)
    return render_template(
        "requests/case.html",
        case=request,
        **head(request, person),
        turn=standing.turn(request, person, now),
        ended=standing.ended(request),
        other=standing.other(request, person),
        records=bool(recording.rows(request, person)),
        open=[o for o in offers if not o.closed],
        closed=[o for o in offers if o.closed],
        place=places.leading(request),
        party=_party(request, person, now),
        asked=_asked(request),
        due=due.rows(request, person, now),
        obligations=_obligations(request, person, now),
        papers=_papers(request, person),
        story=story.timeline(request, person),
        written=drafting.is_written(request) and standing.own_side(request, person) is Side.REQUESTING,
        may_write=holds(Role.DRAFTER.value),
        together=parts.related(request, person),
        parts_offered=parts.offered(request, person),
        competing=competing.others(request, person),
        drifted=beside.own(request, person),
        beside=beside.rows(request, person),
        one_by_one=offences.told(request),
        **assets.glance(request),
        **_content(request, person),
    )


def _obligations(request: Request, person: Person, now: dt.datetime) -> list[dict[str, Any]]:
    """Who owes what in this case, in the order in which it arose."""
    day = gather.local_day(person.authority, now)
    return [obligations.shown(row, person, day) for row in owed.readable(request, person.authority_id)]


def _asked(request: Request) -> dict[str, Any] | None:
    """The open questions and the day until which an answer is asked, while the request waits for it.

    Both sides read them: the request for information passed from one to the other (Art. 18(16)).
    """
    told = last(record.bodies(request), "request_information")
    if request.state != "info_requested" or told is None:
        return None
    reasons = dict(WHY_ASKED)
    asked = told["data"].get("questions") or ()
    questions = [q | {"why": str(reasons.get(q["why"], ""))} for q in asked]
    return {"questions": questions, "due_on": told["data"].get("due_on"), "effect": told["data"].get("effect", "")}


def _party(request: Request, person: Person, now: dt.datetime) -> dict[str, Any]:
    """Whether both States are bound today, by the Convention, and by which rule."""
    day = gather.local_day(person.authority, now)
    try:
        bond = register.current().between(request.requesting.iso3, request.requested.iso3, Instrument.UNTOC, day)
    except UnknownState:
        return {"day": day, "bound": False, "findings": _said(())}
    return {"day": day, "bound": bond.bound, "findings": _said(bond.findings)}


def _said(findings: Sequence[Finding]) -> Markup:
    """What the rules say of two States, which is said alike in many cases."""
    return kept(("findings", repr(findings)), lambda: macro("components/findings.html", "findings_list", findings))


def _content(request: Request, person: Person) -> dict[str, Any]:
    """What the authority may read of the content, of which version it is, and how far the request came on its way."""
    read, version = readable_content(request, person), cases.version(request, person.authority_id)
    outgoing = standing.own_side(request, person) is Side.REQUESTING
    written = outgoing and drafting.is_written(request)
    return {
        "way": _way(standing.stages(request, person, read)),
        "sections": shown.frozen(version.content) if version and not written else shown.told(read),
        "asked_for": asked_for(read),
        "annexes": [_annex(request, annex) for annex in read["annexes"]],
        "version": None if written else version,
        "told_only": not outgoing and version is None,
    }


def _way(stages: tuple[standing.Stage, ...]) -> Markup:
    """The way of a request, which is told alike of many."""
    return kept(("way", stages), lambda: macro("requests/parts.html", "way", stages))


def readable_content(request: Request, person: Person) -> Mapping[str, Any]:
    """The content that the person's authority may read: its own as it stands, the other's as it was sent."""
    if standing.own_side(request, person) is Side.REQUESTING:
        return drafting.about(request, drafting.submitting(request))[0]
    sent = cases.version(request, person.authority_id)
    return parsed(sent.content) if sent else kind_named(request.kind).blank()


def _annex(request: Request, annex: dict[str, Any]) -> dict[str, Any]:
    href = url_for("requests.annex", request_id=request.id, sha256=annex["sha256"]) if annex["sha256"] else ""
    return annex | {"href": href}


def _papers(request: Request, person: Person) -> Markup:
    """The table of the papers that the person's authority may read; nothing where there are none."""
    return story.so_far("papers", request, person, lambda: _table(request, person))


def _table(request: Request, person: Person) -> Markup:
    papers = [_paper(d, person) for d in cases.documents(request, person.authority_id)]
    on_paper = standing.other(request, person).on_paper
    return macro("requests/parts.html", "papers_table", papers, on_paper) if papers else Markup()


def _paper(document: Document, person: Person) -> dict[str, Any]:
    own = document.authority_id == person.authority_id
    return {
        "name": story.paper_name(document),
        "href": url_for("requests.paper", request_id=document.request_id, document_id=document.id),
        "number": document.number,
        "issued": story.local(document.issued_at, person).date(),
        "sha256": document.sha256,
        "own": own,
        "came": document.kind == UPLOADS,
        "passed": document.passage is not None,
        "size": document.size,
    }
