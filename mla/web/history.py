"""The history of a request as a chain: every entry with its hashes, and whether the chain is whole."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from mla.domain.findings import Finding
from mla.models import Document, Entry, Person, Request
from mla.queries import cases
from mla.services import audit, record
from mla.wording import steps as words
from mla.wording.audit import sentence

from .access import access, case_file, signed_in_person
from .requests import standing, story
from .requests.head import head

blueprint = Blueprint("history", __name__)


@blueprint.get("/requests/<uuid:request_id>/history")
@access(case_file)
def chain(case: Request) -> ResponseReturnValue:
    """The whole chain; what the other side keeps to itself is sealed, and its digest shown in its place."""
    person, files = signed_in_person(), "files" in request.args
    papers = story.by_entry(cases.documents(case, person.authority_id))
    corrected = story.corrections([(entry, story.read(entry, person)) for entry in case.entries])
    return render_template(
        "history/chain.html",
        case=case,
        **head(case, person),
        rows=[_row(entry, case, person, papers.get(entry.seq, []), corrected.get(entry.seq)) for entry in case.entries],
        problems=[_problem(problem, person, case) for problem in audit.verify(case, files=files)],
        files=files,
        chain_head=record.head(case)[1],
        checked_at=story.local(dt.datetime.now(dt.UTC), person),
        zone=person.authority.zone,
        may_correct=any(o.name == "correct_record" for o in standing.offers(case, person, dt.datetime.now(dt.UTC))),
    )


def _row(entry: Entry, case: Request, person: Person, papers: list[Document], correction: int | None) -> dict[str, Any]:
    body = story.read(entry, person)
    return {
        "entry": entry,
        "who": story.authority_name(entry, case),
        "own": entry.authority_id == person.authority_id,
        "local": story.local(entry.recorded_at, person),
        "body": _body(entry, body, person, correction) if body else None,
        "papers": [(story.paper_name(d), d.number, d.sha256, _href(d)) for d in papers],
    }


def _href(document: Document) -> str:
    return url_for("requests.paper", request_id=document.request_id, document_id=document.id)


def _body(entry: Entry, body: Mapping[str, Any], person: Person, correction: int | None) -> dict[str, Any]:
    """What a readable entry says, in words."""
    return {
        "sentence": story.sentence(entry, body, person),
        "note": story.note(body, correction),
        "day": dt.date.fromisoformat(body["happened_on"]),
        "from": words.name_in(words.STATES, body["from"]),
        "to": words.name_in(words.STATES, body["to"]),
        "moved": body["from"] != body["to"],
        "article": standing.articles(body["article"]),
        "findings": [Finding.from_plain(f) for f in body["findings"]],
    }


def _problem(problem: audit.Problem, person: Person, case: Request) -> dict[str, Any]:
    """A problem in words; the number of a paper that the reader may not know of is left out."""
    known = {d.number for d in cases.documents(case, person.authority_id)}
    own_terms = problem.cause in ("state", "version", "request")
    own_terms = own_terms or (problem.cause == "annex_bytes" and case.requesting_id == person.authority_id)
    detail = problem.detail if problem.detail in known or own_terms else ""
    if problem.cause == "state":
        detail = words.name_in(words.STATES, detail)
    return {"seq": problem.seq, "said": sentence(problem.cause, detail)}
