"""The story of a request in sentences: one's own entries and those that passed between both."""

import datetime as dt
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup

from mla import wording
from mla.domain.extradition.competing import WEIGH
from mla.domain.findings import Finding, Weight
from mla.domain.history import parsed
from mla.domain.workflow import Side
from mla.models import Document, Entry, Person, Request
from mla.queries import cases
from mla.services import record
from mla.web.kept import kept, macro
from mla.wording import steps as words
from mla.wording.competing import chosen

from .standing import articles

#: What an entry's step said that a reader wants to see beside it.
NOTES = {
    "return_for_correction": "comment",
    "recall": "reason",
    "abandon": "reason",
    "transmit": "note",
    "acknowledge": "defects",
    "register_incoming": "defects",
    "letter": "summary",
    "take_back_record": "reason",
    "withdraw": "reason",
    "accept": "note",
    "refuse": "reasons",
    "open_consultation": "circumstances",
    "answer_consultation": "opinion",
    "end_consultation": "outcome",
    "decline_conditions": "opinion",
    "refuse_after_consultation": "reasons",
    "postpone": "interference",
    "refuse_on_other_basis": "reasons",
    "postpone_on_other_basis": "interference",
    "resume": "obstacle_gone",
    "ask_progress": "enquiry",
    "report_progress": "progress",
    "notify_confidentiality": "reason",
    "answer_confidentiality": "limits",
    "consult_costs": "proposal",
    "answer_costs": "terms",
    "discharge_obligation": "account",
    "ask_other_use": "other_use",
    "answer_other_use": "explanation",
    "notify_exculpatory_disclosure": "disclosed",
    "answer_exculpatory": "remarks",
    "redirect": "competent_authority",
    "mandate_execution": "instructions",
    "confirm_results": "differences",
    "close": "outcome",
    "close_refused": "outcome",
    "close_withdrawn": "outcome",
    "notify_orally": "said",
    "confirm_in_writing": "note",
    "open_amendment": "changes",
    "return_amendment": "comment",
    "drop_amendment": "reason",
    "transmit_amendment": "note",
    "transmit_by_diplomatic_channel": "note",
    "transmit_amendment_by_diplomatic_channel": "note",
    "examine_amendment": "note",
    "weigh_competing": "precedence_why",
}
SHORT = 12


def timeline(request: Request, person: Person) -> Markup:
    """The story as a page shows it."""
    return so_far("story", request, person, lambda: macro("components/lists.html", "timeline", events(request, person)))


def so_far(part: str, request: Request, person: Person, make: Callable[[], Markup]) -> Markup:
    """A part of a page that tells the history or its papers: made once for each authority as long as nothing happens.

    No paper is added or passes without an entry, so the hash of the last one stands for all; bodies that are gone are
    named besides, and what entries do not hold: the names of the authorities, the zone, whether one is on paper.
    """
    own, sides = person.authority, (request.requesting, request.requested)
    gone = tuple(entry.seq for entry in request.entries if entry.body is None)
    named = tuple((side.name, side.on_paper) for side in sides)
    return kept((part, request.id, record.head(request), gone, own.id, own.zone, named), make)


def events(request: Request, person: Person) -> list[dict[str, Any]]:
    """The timeline, the latest first. What the other side did for itself alone is one sealed line."""
    papers = by_entry(cases.documents(request, person.authority_id))
    told = [(entry, read(entry, person)) for entry in request.entries]
    corrected = corrections(told)
    return [
        _event(entry, body, person, papers.get(entry.seq, []), corrected.get(entry.seq))
        if body
        else _sealed(entry, request, person)
        for entry, body in reversed(told)
    ]


def read(entry: Entry, person: Person) -> Mapping[str, Any] | None:
    """What the entry says, if the person's authority may read it and it was not destroyed."""
    if not cases.readable_entry(entry, person.authority_id) or entry.body is None:
        return None
    return parsed(entry.body.body)


def sentence(entry: Entry, body: Mapping[str, Any], person: Person) -> str:
    """What happened: one's own people by name, the other side as the authority that it is."""
    own = entry.authority_id == person.authority_id
    who = body["actor"]["name"] if own else authority_name(entry, entry.request)
    version = body["version"]["number"] if body["version"] else None
    if "recorded" not in body or body["step"] == "register_incoming":
        return words.done(body["step"], who, version)
    request = entry.request
    acted = request.requesting if body["side"] == Side.REQUESTING else request.requested
    return f"{words.done(body['step'], acted.name, version)} {_source(body['recorded'], who)}"


def _source(paper: Mapping[str, Any], who: str) -> str:
    """Who recorded an act, and from what."""
    if paper["dated_on"]:
        return _("Recorded by %(who)s from the paper %(reference)s of %(day)s.",
                 who=who, reference=paper["reference"], day=wording.day(paper["dated_on"]))  # fmt: skip
    return _("Recorded by %(who)s from the paper %(reference)s.", who=who, reference=paper["reference"])


def authority_name(entry: Entry, request: Request) -> str:
    """The authority that acted."""
    acted = request.requesting if entry.authority_id == request.requesting_id else request.requested
    return acted.name


def local(at: dt.datetime, person: Person) -> dt.datetime:
    """An instant as the clocks of the person's authority show it."""
    return at.astimezone(zoneinfo.ZoneInfo(person.authority.zone))


def by_entry(documents: Sequence[Document]) -> dict[int, list[Document]]:
    """The documents by the number of their history entry."""
    found: dict[int, list[Document]] = {}
    for document in documents:
        found.setdefault(document.seq, []).append(document)
    return found


def paper_name(document: Document) -> str:
    """What a document is: a formal paper, or a file with its own name."""
    name = words.name_in(words.PAPERS, document.kind)
    return f"{name}: {document.title}" if document.title else name


def _event(
    entry: Entry, body: Mapping[str, Any], person: Person, papers: list[Document], correction: int | None
) -> dict[str, Any]:
    return {
        "day": dt.date.fromisoformat(body["happened_on"]),
        "sentence": sentence(entry, body, person),
        "note": note(body, correction),
        "papers": [
            (paper_name(d), url_for("requests.paper", request_id=d.request_id, document_id=d.id)) for d in papers
        ],
        "article": articles(body["article"]),
        "inner": entry.visible_to != "both",
        "recorded_at": local(entry.recorded_at, person),
    }


def note(body: Mapping[str, Any], correction: int | None) -> str:
    """What the step's form said that a reader wants to see, and the number of the entry that corrects it."""
    lines = [str(body["data"].get(NOTES.get(body["step"], ""), "") or "")]
    if body["step"] == "correct_record":
        lines = [_("Entry %(number)s: %(error)s", number=body["data"]["entry"], error=body["data"]["error"]),
                 _("Right is: %(right)s", right=body["data"]["right"])]  # fmt: skip
    if body["step"] == WEIGH:
        lines.insert(0, _("Takes precedence: %(request)s", request=chosen(body["data"])))
    if "recorded" in body:
        lines += [_contrary(found) for found in body["findings"] if found["weight"] == Weight.WARNS]
    if correction:
        lines.append(_("Corrected by entry %(number)s.", number=correction))
    return "\n".join(filter(None, lines))


def _contrary(plain: Mapping[str, Any]) -> str:
    """A warning on a recorded act: contrary to an article, or only not shown by the paper."""
    found = Finding.from_plain(plain)
    said = {"article": wording.article(found.article), "what": wording.sentence(found)}
    if found.code.startswith(("step.", "content.")):
        return _("Not shown by the paper, or not entered (%(article)s): %(what)s", **said)
    if found.values.get("contrary"):
        return _("Contrary to %(article)s: %(what)s", **said)
    return _("Warning (%(article)s): %(what)s", **said)


def corrections(told: Sequence[tuple[Entry, Mapping[str, Any] | None]]) -> dict[int, int]:
    """By the number of an entry, the latest entry that corrects it."""
    return {body["data"]["entry"]: entry.seq for entry, body in told if body and body["step"] == "correct_record"}


def _sealed(entry: Entry, request: Request, person: Person) -> dict[str, Any]:
    return {
        "day": local(entry.recorded_at, person).date(),
        "sentence": _("An internal entry of the authority “%(name)s”.", name=authority_name(entry, request)),
        "note": _("Sealed; its digest begins with %(digest)s.", digest=entry.body_digest[:SHORT]),
        "papers": [],
        "article": "",
        "inner": False,
        "recorded_at": local(entry.recorded_at, person),
    }
