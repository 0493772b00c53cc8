"""Facts for tests of the law: a complete request between two States that are bound."""

import copy
import datetime as dt
from dataclasses import replace
from typing import Any

from mla.domain.agreements import Agreement, Bound, Subject
from mla.domain.content import empty
from mla.domain.course import Consultation, Course
from mla.domain.facts import Facts
from mla.domain.findings import Finding, Weight
from mla.domain.obligations import Ledger, Obligation, Sort, Status
from mla.domain.refusal import INTENDED

from .treaty_data import declared, published

REGISTER = published()
DECLARATIONS = declared()
DAY = dt.date(2026, 3, 12)
HASH = "a" * 64
DRAFTER, REVIEWER, SIGNATORY, EXAMINER, OTHER = "drafter", "reviewer", "signatory", "examiner", "other"


def complete() -> dict[str, Any]:
    """A content that lacks nothing."""
    return empty() | {
        "matter": {"reference": "12/2026"},
        "authority": {"name": "Federal Prosecution Service", "functions": "prosecutes federal crimes"},
        "proceedings": {"subject": "laundering of proceeds", "nature": "criminal investigation", "stage": "inquiry"},
        "facts": {"summary": "Money was moved through eleven accounts."},
        "persons": [person()],
        "offences": [offence()],
        "transnational": {
            "limbs": ["a"],
            "fact_a": "accounts in both States",
            "fact_b": "",
            "fact_c": "",
            "fact_d": "",
            "located": [],
            "located_fact": "",
            "grounds": "",
        },
        "group": {
            "number": 4,
            "structure": "a division of work",
            "period": "for three years",
            "concert": "one opens accounts, one pays in",
            "aim": "laundering",
            "benefit": "a share of what is moved",
            "grounds": "",
        },
        "regime": empty()["regime"] | {"basis": "UNTOC", "paragraphs": "9-29", "reason": "no_other_treaty"},
        "assistance": [
            {"label": "A1", "type": "f", "sought": "account records", "link": "the accounts", "place": ""},
            {"label": "A2", "type": "a", "sought": "a statement", "link": "the manager", "place": ""},
        ],
        "purpose": {"text": "to prove the origin of the money"},
        "language": empty()["language"] | {"request": "en", "accepted": True, "source": "notification of 2005"},
        "channel": empty()["channel"] | {"authority": True, "source": "notification of 2005"},
        "contact": {"name": "A. Silva", "telephone": "", "email": "", "return_of_material": ""},
    }


def offence(years: int | None = 10, **other: Any) -> dict[str, Any]:
    """An offence with a maximum penalty."""
    known = {
        "label": "O1",
        "name": "laundering",
        "law": "Law 9.613, art. 1",
        "text": "",
        "category": "money_laundering",
    }
    return known | {"life": False, "years": years, "months": None, "days": None, "committed": ""} | other


def person(role: str = "suspect", **other: Any) -> dict[str, Any]:
    """A person concerned."""
    names = {"label": "P1", "family_name": "R.", "given_names": "João", "original_script": "", "born_on": None}
    return names | {"role": role, "location": "São Paulo", "nationalities": ["BRA"]} | other


def but(**paths: Any) -> dict[str, Any]:
    """The complete content, but for the paths given: ``but(purpose__text="")``, ``but(assistance=[])``."""
    content = copy.deepcopy(complete())
    for path, value in paths.items():
        section, _, name = path.partition("__")
        if name:
            content[section][name] = value
        else:
            content[section] = value
    return content


def urgent() -> dict[str, Any]:
    """The complete content, urgent with reasons."""
    return but(deadline={"on": None, "reasons": "", "urgent": True, "urgency_reasons": "the money is moving"})


def facts(**changes: Any) -> Facts:
    """Facts of a complete request from Brazil to the United States, signed and numbered; tried by somebody else."""
    whole = Facts(
        day=DAY,
        register=REGISTER,
        declarations=DECLARATIONS,
        requesting="BRA",
        requested="USA",
        actor=OTHER,
        content=complete(),
        content_hash=HASH,
        numbered=True,
        drafters=frozenset({DRAFTER}),
        reviewer=REVIEWER,
        signatory=SIGNATORY,
        data=ANSWERS,
        kept=(Finding("receipt.both_bound", "38", Weight.HOLDS),),
        asked=({"label": "Q1", "text": "Which bank?", "why": "necessary"},),
        own_entries=frozenset({1, 2}),
        reviewers=frozenset({EXAMINER}),
        examined=frozenset({EXAMINER}),
        course=Course(
            consultation(),
            review_on="2026-03-12",
            information_due_on="2026-03-11",
            reminded=True,
            not_confidential=True,
        ),
    )
    return replace(whole, **changes)


#: What was noted when the request was made orally.
TOLD = {"on": "2026-03-12", "means": "oral", "told_at": "14:20", "told_to": "the duty officer", "told_by": "the head"}


def owed(label: str = "B1", sort: Sort = Sort.CONDITION, **changes: Any) -> Obligation:
    """An obligation of the requesting State that is still to be done."""
    made = Obligation(label, sort, "18(26)", "requesting", "Not to be disclosed.", "", Status.OPEN, 7, "2026-03-01")
    return replace(made, **changes)


def put(step: str, side: str = "requested", **data: Any) -> dict[str, Any]:
    """An entry that waits for an answer of the other side."""
    return {"step": step, "side": side, "happened_on": "2026-03-02", "data": data}


#: The ledger with which each step on obligations is open.
LEDGERS = {
    "answer_costs": Ledger(costs=put("consult_costs")),
    "discharge_obligation": Ledger((owed(),)),
    "ask_other_use": Ledger(sent=True),
    "answer_other_use": Ledger(use=put("ask_other_use", "requesting")),
    "notify_exculpatory_disclosure": Ledger(sent=True),
    "answer_exculpatory": Ledger(notices=(put("notify_exculpatory_disclosure", "requesting", advance="before"),)),
}
#: The stage at which an amendment must be for each of its steps.
STAGES = {
    "submit_amendment": "draft",
    "return_amendment": "in_review",
    "approve_amendment": "in_review",
    "sign_amendment": "approved",
    "attach_signed_amendment": "signed",
    "transmit_amendment": "signed",
    "transmit_amendment_by_diplomatic_channel": "signed",
    "drop_amendment": "draft",
}


def fitting(step: str) -> dict[str, Any]:
    """What of the facts a step needs otherwise than the others do, so that it is open."""
    course = facts().course
    if step == "notify_orally":
        return {"content": urgent()}
    if step == "sign_confirmation":
        return {"signatory": None}
    if step == "confirm_in_writing":
        return {"course": replace(course, urgent=TOLD)}
    if step in LEDGERS:
        return {"ledger": LEDGERS[step], "side": "requesting" if step == "discharge_obligation" else ""}
    if step == "examine_amendment":
        return {"course": replace(course, unexamined=True)}
    other = on_treaty() if "diplomatic" in step or "other_basis" in step else {}
    return other | ({"course": replace(course, amendment=STAGES[step])} if step in STAGES else {})


def agreement(**changes: Any) -> Agreement:
    """A treaty on assistance that binds Brazil and the United States since 2001."""
    bound = {iso3: Bound(dt.date(2001, 2, 21)) for iso3 in ("BRA", "USA")}
    made = Agreement("t1", "Treaty of 1997", frozenset({Subject.ASSISTANCE}), bound, "treaty series 1")
    return replace(made, **changes)


def on_treaty(**changes: Any) -> dict[str, Any]:
    """Facts of the complete request, resting on that treaty."""
    return {"content": but(regime__basis="TREATY", regime__agreement="t1"), "agreements": (agreement(**changes),)}


def on_reciprocity(**changes: Any) -> dict[str, Any]:
    """Facts of the complete request, resting on reciprocity."""
    return {"content": but(regime__basis="RECIPROCITY", regime__reciprocity="In like cases."), **changes}


def consultation(**changes: Any) -> Consultation:
    """A consultation on every ground that there is, to which the requesting State has replied; an offer is open."""
    held = Consultation(
        grounds=tuple(INTENDED),
        opened_on="2026-02-01",
        reply_on="2026-03-20",
        replies=({"step": "answer_consultation", "on": "2026-02-20", "opinion": "We could accept conditions."},),
        conditions=({"label": "C1", "text": "Not to be disclosed.", "source": ""},),
        offer_reply_on="2026-03-11",
    )
    return replace(held, **changes)


#: What the forms of all steps together would give, so that every step of the table is open.
ANSWERS: dict[str, Any] = {
    "means": "oral",
    "told_at": "14:20",
    "told_to": "the duty officer",
    "told_by": "the head of the authority",
    "said": "The money leaves tomorrow: hold it.",
    "agreed_by": "the duty officer",
    "agreed_on": "2026-03-12",
    "agreed_form": "by telephone",
    "version_hash": HASH,
    "comment": "correct the date",
    "changes": "a third account",
    "reason": "no longer needed",
    "place": "Brasília",
    "channel": "courier",
    "received_on": "2026-03-12",
    "examiner": EXAMINER,
    "questions": [{"label": "Q1", "text": "Which bank?", "why": "necessary"}],
    "due_on": "2026-04-12",
    "answers": [{"label": "Q1", "answer": "The bank in Zurich", "unavailable": False}],
    "ground": "dual_criminality",
    "discretion": "considered and declined",
    "rests_on": "provision",
    "provision": "Article 3 of the Treaty",
    "reasons": "the conduct is no offence here",
    "authority": "District Court",
    "items": [
        {
            "label": "A1",
            "result": "had",
            "law": "Code",
            "procedure_followed": "yes",
            "deviation": "",
            "outcome": "done",
        },
        {
            "label": "A2",
            "result": "not had",
            "law": "",
            "procedure_followed": "none_asked",
            "deviation": "",
            "outcome": "not_done",
            "searched": "all registers",
        },
    ],
    "searches": [{"label": a, "searched": "all registers", "obstacle": "no such account"} for a in ("A1", "A2")],
    "executed_on": "2026-03-11",
    "use_limits": "for the proceeding stated",
    "return_conditions": "",
    "matches": True,
    "differences": "",
    "returns": "none",
    "returns_on": None,
    "outcome": "conviction",
    "grounds": ["conformity"],
    "circumstances": "the request names no account",
    "helpful_conditions": "none is seen",
    "reply_on": "2026-04-12",
    "opinion": "the account is named in annex A",
    "conditions": [{"label": "C1", "text": "Not to be disclosed.", "source": ""}],
    "accepted": ["C1"],
    "capacity": "Minister of Justice",
    "consultation_outcome": "no condition would help",
    "proceeding": "investigation",
    "interference": "a search is being prepared",
    "review_on": "2026-06-01",
    "obstacle_gone": "the search was carried out",
    "decisions": [
        {"label": "A1", "decision": "accepted", "ground": "", "discretion": "", "reasons": ""},
        {
            "label": "A2",
            "decision": "refused",
            "ground": "dual_criminality",
            "discretion": "considered and declined",
            "rests_on": "provision",
            "provision": "Article 3 of the Treaty",
            "reasons": "the conduct is no offence here",
        },
    ],
    "enquiry": "how far is it?",
    "progress": "registered",
    "choice": "continue",
    "expenses": "an expert opinion",
    "proposal": "each bears one half",
    "agreed": "yes",
    "payer": "each",
    "terms": "each bears one half",
    "obligation": "B1",
    "account": "it was not disclosed",
    "settled_on": "2026-03-12",
    "other_use": "tax proceeding 7/2026",
    "consent": "yes",
    "disclosed": "the second statement",
    "disclosed_in": "trial of R.",
    "advance": "before",
    "disclosed_on": "2026-03-20",
    "wish": "noted",
    "competent_authority": "Attorney General",
    "files": [{"name": "scan.pdf", "sha256": "b" * 64, "size": 1, "media_type": "application/pdf"}],
    "entry": 1,
    "error": "wrong day",
    "right": "12 March",
}


def answers(**changes: Any) -> dict[str, Any]:
    """All answers, but for those given."""
    return ANSWERS | changes
