"""The papers of a step: snapshot, number, rendering, storage. All inside the step's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from flask_babel import force_locale

from mla import wording
from mla.documents import papers, render
from mla.documents.estate import estate
from mla.domain import amendment, basis, guards, scope
from mla.domain.assets import counting
from mla.domain.course import REPORTS
from mla.domain.facts import Facts
from mla.domain.history import canonical, last
from mla.domain.obligations import Obligation
from mla.domain.treaties import Instrument
from mla.domain.workflow import Side, Visibility
from mla.extensions import db
from mla.models import Authority, Document, Passage, Person
from mla.wording import obligations as owing

from . import certificates, custody, drafting, gather, numbers, record
from .effects import Doing

PDF = "application/pdf"
#: The steps whose papers confirm what was said before the letter (F7).
CONFIRMING = frozenset({"sign_confirmation", "confirm_in_writing"})
#: Papers that speak of what is owed.
OBLIGATION_PAPERS = frozenset({
    "cost_answer", "obligation_notice", "other_use_answer", "disclosure_answer", "closing_note", "outcome_report",
    "speciality_request", "grant", "conditional_grant",
})  # fmt: skip
LANGUAGE = "en"  # papers are written in it; a letter in another language waits for its translation


def issue(
    doing: Doing, person: Person, seq: int, previous: str, bodies: Sequence[Mapping[str, Any]]
) -> tuple[list[Document], list[Document]]:
    """Number, render, store and record the papers of the step and the files handed in with it: these, and what passed.

    What passed to the other side by the step are its own papers where both see it, and earlier ones.
    """
    made = [_paper(doing, name, person, seq, previous, bodies) for name in doing.case.step.documents]
    received = [_upload(doing, file, seq) for file in doing.case.facts.data.get("files") or []]
    passed = _hand_over(doing, [*made, *([] if doing.case.facts.incoming else received)], seq)
    return [*made, *received], passed


def preview(doing: Doing, name: str, person: Person, previous: str, bodies: Sequence[Mapping[str, Any]]) -> bytes:
    """The paper as the step would issue it, watermarked as a draft and stored nowhere."""
    number = f"{_own_reference(doing) or ''}-{papers.PAPERS[name].suffix}"
    return render.render(snapshot(doing, name, person, number, previous, bodies) | {"watermark": "draft"}).pdf


def snapshot(
    doing: Doing, name: str, person: Person, number: str, previous: str, bodies: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """All that a paper says, as plain values and in the paper's language, whatever the reader's."""
    with force_locale(LANGUAGE):
        return _said(doing, name, person, number, previous, bodies)


def _said(
    doing: Doing, name: str, person: Person, number: str, previous: str, bodies: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    request, step, facts = doing.request, doing.case.step, doing.case.facts
    version = drafting.version_for(request, step.name)
    frozen = version is not None and request.state != "draft"
    other = request.requested if doing.case.actor.side is Side.REQUESTING else request.requesting
    content = facts.content
    return {
        "paper": name,
        "kind": request.kind,
        "language": LANGUAGE,
        "number": number,
        "our_ref": _own_reference(doing),
        "your_ref": _other_reference(doing),
        "date": gather.local_day(doing.authority, doing.now).isoformat(),
        "place": _place(doing, name),
        "from": letterhead(doing.authority),
        "to": letterhead(other),
        "markings": _markings(content),
        "watermark": "draft" if name == "working_draft" else None,
        "version": version.number if version and frozen else None,
        "version_hash": version.sha256 if version and frozen else None,
        "previous_hash": previous,
        "content": content,
        "step": {"name": step.name, "row": step.row, "article": doing.case.article, "data": dict(facts.data)},
        "findings": [f.plain() | {"sentence": wording.sentence(f)} for f in doing.case.findings()],
        "signatory": {"name": person.name, "title": person.title},
        "extra": _extra(doing, name, bodies) | ({"ledger": _ledger(facts)} if name in OBLIGATION_PAPERS else {}),
    }


def _place(doing: Doing, name: str) -> str:
    """Where a paper is signed: a letter where its signatory says, any other paper at the authority's own place."""
    said = doing.case.facts.data.get("place") if name == "request" else None
    return str(said or doing.authority.place)


def letterhead(authority: Authority) -> dict[str, Any]:
    """An authority as a letter names it."""
    return {
        "iso3": authority.iso3,
        "state_short": wording.state_name(authority.iso3),
        "state_formal": authority.state.formal_name or wording.state_name(authority.iso3),
        "ministry": authority.ministry,
        "authority": authority.name,
        "address": authority.address.splitlines(),
        "telephone": authority.telephone,
        "email": authority.email,
        "demonstration": authority.demonstration,
    }


def _own_reference(doing: Doing) -> str | None:
    own = doing.case.actor.side is Side.REQUESTING
    return doing.request.requesting_reference if own else doing.request.requested_reference


def _other_reference(doing: Doing) -> str | None:
    own = doing.case.actor.side is Side.REQUESTING
    given = doing.request.requested_reference if own else doing.request.requesting_reference
    return given or doing.request.counterpart_reference


def _markings(content: Mapping[str, Any]) -> list[str]:
    urgent = content["deadline"]["urgent"] or content["kind"] == "provisional_arrest"  # Art. 16(9)
    asked = {"CONFIDENTIAL": content["confidentiality"]["asked"], "URGENT": urgent}
    return [marking for marking, set_ in asked.items() if set_]


def _extra(doing: Doing, name: str, bodies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What single papers need besides: party status, questions, the report that results rest on, the state left."""
    facts, held = doing.case.facts, doing.case.facts.course.consultation
    extra: dict[str, Any] = {
        "questions": [dict(q) for q in facts.asked],
        **_confirmed(doing),
        **_recalled(name, bodies),
        **_estate(doing, name),
        **_follows(doing, name),
    }
    if held:
        extra["consultation"] = held.plain()
    if basis.is_extradition(facts.content):
        extra["pursuit"] = asdict(facts.pursuit)
        extra["decided"] = drafting.decided(doing.request, bodies)
    extra |= _carried(doing, name)
    if name == "request" and doing.request.sent_version:
        extra["amends"] = _amended(doing, bodies)
    if name in ("request", "working_draft"):
        extra["offences"] = _offences(facts)
    if name in ("results", "authenticity_certificate", "receipt_of_results", "nil_result"):
        extra["report"] = _data(bodies, *REPORTS)
        extra["sent"] = _data(bodies, "send_results")
    if name == "withdrawal":
        extra["from_state"] = bodies[-1]["to"]  # the step has moved the request already
    if name in ("transmission_note", "note_verbale", "results", "nil_result"):
        extra["enclosures"] = [_enclosure(document, facts.content) for document in _waiting(doing)]
    return extra


def _estate(doing: Doing, name: str) -> dict[str, Any]:
    """The property of the case as it stands once the step is taken, for papers that say what became of it."""
    facts = doing.case.facts
    if not papers.PAPERS[name].of_property or doing.request.kind != "assets":
        return {}
    return {"estate": estate(counting.taken(facts, doing.case.step.name), facts.content, facts.day)}


def _follows(doing: Doing, name: str) -> dict[str, Any]:
    """What a request for confiscation says of the one that it follows (row A7): its references, what it froze."""
    main, facts = doing.request.part_of, doing.case.facts
    if main is None or doing.request.kind != "assets" or name not in ("request", "working_draft"):
        return {}
    about, _hash = drafting.about(main, "transmit")
    return {
        "follows": {"our_ref": main.requesting_reference, "your_ref": main.requested_reference},
        "estate": estate(record.bodies(main), about, facts.day),
    }


def _ledger(facts: Facts) -> dict[str, Any]:
    """What papers on obligations say of the ledger: the one that ends, those that go on, what is being answered."""
    ledger, chosen = facts.ledger, facts.ledger.named(str(facts.data.get("obligation") or ""))
    return {
        "chosen": _owed(chosen) if chosen else None,
        "met": chosen is not None and chosen.holder == facts.side,
        "running": [_owed(o) for o in ledger.obligations if o.binds(facts.day)],
        "costs": _put(ledger.costs) if ledger.costs else None,
        "use": _put(ledger.use) if ledger.use else None,
        "notices": [_put(notice) for notice in ledger.notices],
    }


def _owed(obligation: Obligation) -> dict[str, Any]:
    return obligation.plain() | {"title": owing.title(obligation.sort)}


def _put(body: Mapping[str, Any]) -> dict[str, Any]:
    return {"on": body["happened_on"], "data": dict(body["data"])}


def _amended(doing: Doing, bodies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The letter that an amended one replaces, and what changes."""
    letters = [d for d in doing.request.documents if d.kind == "request" and d.passage]
    day = gather.local_day(doing.authority, letters[-1].issued_at)
    return {"number": letters[-1].number, "dated_on": day.isoformat(), "changes": amendment.changes(bodies)}


def _confirmed(doing: Doing) -> dict[str, Any]:
    """What was noted of the request that the papers of a confirming step confirm, with the number of the note."""
    if doing.case.step.name not in CONFIRMING:
        return {}
    notes = [d.number for d in doing.request.documents if d.kind == "oral_note"]
    names = ("on", "means", "told_at", "told_by", "told_to")
    return {"confirms": {name: doing.case.facts.course.urgent[name] for name in names} | {"number": notes[-1]}}


def _recalled(name: str, bodies: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The earlier step that the paper recalls, with its day and what was told by it."""
    found = last(bodies, *papers.PAPERS[name].recalls)
    return {"recalled": _put(found) | {"step": found["step"]}} if found else {}


def _offences(facts: Facts) -> list[dict[str, Any]]:
    """How each offence is covered on the day, or why it is not, as the letter says it."""
    found = scope.by_offence(facts.content, guards.scope_protocols(facts))
    return [f.plain() | {"sentence": wording.sentence(f)} for f in found]


def _enclosure(document: Document, content: Mapping[str, Any]) -> dict[str, Any]:
    title = document.title or str(papers.title(document.kind, document.request.kind, content))
    return {"number": document.number, "title": title, "sha256": document.sha256}


def _data(bodies: Iterable[Mapping[str, Any]], *steps: str) -> dict[str, Any]:
    found = last(bodies, *steps)
    return dict(found["data"]) if found else {}


def _carried(doing: Doing, name: str) -> dict[str, Any]:
    """What the paper says of the basis: the status of both States, and the basis that is not the Convention."""
    facts = doing.case.facts
    party = {"party": _party(doing)} if name in ("party_status", "request", "working_draft") else {}
    if not basis.is_other(facts.content):
        return party
    return party | {"basis": _basis(facts), "beside": basis.beside(facts)}


def _basis(facts: Facts) -> dict[str, Any]:
    """On what else than the Convention the request rests: a treaty with the days since which it binds, or reciprocity.

    A draft may name a treaty that the register does not hold: then its title is empty.
    """
    stated, found = basis.stated(facts.content), basis.treaty(facts)
    between = (facts.requesting, facts.requested)
    known = [(iso3, found.parties[iso3]) for iso3 in between if iso3 in found.parties] if found else []
    return {
        "kind": stated["basis"],
        "text": stated["reciprocity"] if stated["basis"] == basis.Basis.RECIPROCITY else "",
        "title": found.title if found else "",
        "source": found.source if found else "",
        "parties": [{"state": wording.state_name(iso3), "since": bound.since.isoformat()} for iso3, bound in known],
    }


def _party(doing: Doing) -> dict[str, Any]:
    """Who is bound by what, for each instrument that the request rests on, with action, rule and source."""
    facts = doing.case.facts
    surrender = basis.is_extradition(facts.content) and basis.beside(facts)
    if basis.is_other(facts.content) and not surrender:
        return {"day": facts.day.isoformat(), "rows": []}
    cited = (Instrument.UNTOC, *map(Instrument, facts.content["regime"]["protocols"]))
    rows = [
        certificates.standing(facts.register, iso3, code, facts.day)
        for code in cited
        for iso3 in (facts.requesting, facts.requested)
    ]
    return {"day": facts.day.isoformat(), "rows": rows}


def _paper(
    doing: Doing, name: str, person: Person, seq: int, previous: str, bodies: Sequence[Mapping[str, Any]]
) -> Document:
    number = numbers.document_number(doing.request, _own_reference(doing) or "", papers.PAPERS[name].suffix)
    values = snapshot(doing, name, person, number, previous, bodies)
    content = render.render(values).pdf
    return _record(doing, seq, content, number=number, kind=name, media_type=PDF, snapshot=canonical(values).decode())


def _upload(doing: Doing, file: Mapping[str, Any], seq: int) -> Document:
    number = numbers.document_number(doing.request, _own_reference(doing) or "", "FIL")
    return _record(
        doing,
        seq,
        custody.fetch(file["sha256"]),
        number=number,
        kind=doing.case.step.uploads,
        title=file["name"],
        media_type=file["media_type"],
    )


def _record(doing: Doing, seq: int, content: bytes, **values: Any) -> Document:
    version = drafting.version_for(doing.request, doing.case.step.name)
    document = Document(
        request=doing.request,
        position=len(doing.request.documents) + 1,
        seq=seq,
        size=len(content),
        sha256=custody.keep(content),
        authority_id=doing.authority.id,
        version=version.number if version and doing.request.state != "draft" else None,
        issued_at=doing.now,
        **values,
    )
    db.session.add(document)
    db.session.flush()
    return document


def _hand_over(doing: Doing, fresh: list[Document], seq: int) -> list[Document]:
    """Let the other side read the step's own papers, and the earlier ones that the row names."""
    passing = list(fresh) if doing.case.step.visible_to is Visibility.BOTH else []
    passing += [document for document in _waiting(doing) if document not in passing]
    for document in passing:
        db.session.add(Passage(document=document, seq=seq, passed_at=doing.now))
    return passing


def _waiting(doing: Doing) -> list[Document]:
    """The earlier papers that the step's row hands over and nobody has handed over yet.

    Of the requesting side's, those of the version that is sent: papers of a version that never passed stay where
    they are. What the requested side made is its own, whichever version it read then.
    """
    if not doing.case.step.hands_over:
        return []
    current = drafting.version_for(doing.request, doing.case.step.name)
    own = doing.case.actor.side is Side.REQUESTED
    return [
        document
        for document in doing.request.documents
        if document.passage is None
        and document.kind in doing.case.step.hands_over
        and (own or current is None or document.version == current.number)
    ]
