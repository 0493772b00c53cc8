"""Authorities, people, matters and requests for tests. All of it is made through the services, as people make it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from mla.domain.content import empty
from mla.extensions import db
from mla.models import Authority, Office, Person, Request
from mla.services import casework, custody, matters
from mla.services import register as register_service
from mla.services.gather import local_day

NOW = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
ROLES = ("drafter", "reviewer", "signatory", "registry", "decider", "executor")
#: The States that tests speak of most: code, name, time zone and place of their central authority.
HOUSES = {
    "BRA": (
        "DRCI",
        "Department of Assets Recovery and International Legal Cooperation",
        "America/Sao_Paulo",
        "Brasília",
    ),
    "USA": ("OIA", "Office of International Affairs", "America/New_York", "Washington"),
    "CHE": ("FOJ", "Federal Office of Justice", "Europe/Zurich", "Bern"),
}
SCAN = b"%PDF-1.4 a scan"

#: A draft in which nothing is missing.
SECTIONS: dict[str, Any] = {
    "authority": {
        "name": "Federal Prosecution Service, Sao Paulo",
        "functions": "Investigates and prosecutes federal crimes.",
    },
    "proceedings": {"subject": "Laundering of the proceeds of fraud", "nature": "criminal investigation", "stage": ""},
    "transnational": {
        "limbs": ["b"],
        "fact_a": "",
        "fact_b": "The payments were ordered in one State and received in the other.",
        "fact_c": "",
        "fact_d": "",
        "located": ["evidence"],
        "located_fact": "Bank statements seized in the first State name the accounts.",
        "grounds": "",
    },
    "group": {
        "number": 4,
        "structure": "Each has had the same task since 2004.",
        "period": "From 2004 to 2007.",
        "concert": "Four persons have shared the work.",
        "aim": "Fraud, and laundering of its proceeds.",
        "benefit": "They shared 11 million.",
        "grounds": "",
    },
    "regime": {"basis": "UNTOC", "paragraphs": "9-29", "reason": "no_other_treaty", "protocols": []},
    "assistance": [
        {
            "type": "f",
            "sought": "Records of the account 4471 from 2004 to 2007.",
            "link": "The gain was paid in there.",
            "place": "Miami",
        },
        {
            "type": "a",
            "sought": "Statement of the account's manager.",
            "link": "She opened the account.",
            "place": "Miami",
        },
    ],
    "purpose": {"text": "To prove where the money went."},
    "procedure": {"text": "Copies certified by the custodian of the records, as the order in Annex A says."},
    "deadline": {
        "on": "2099-09-30",
        "reasons": "The time limit of the investigation ends then.",
        "urgent": False,
        "urgency_reasons": "",
    },
    "language": empty()["language"]
    | {"request": "en", "accepted": True, "source": "notification to the Secretary-General"},
    "channel": empty()["channel"] | {"authority": True, "source": "directory of competent authorities"},
    "undertakings": ["use_limitation", "return_of_originals"],
    "contact": {
        "name": "A. Prosecutor",
        "telephone": "+55 61 0000",
        "email": "contact@example.org",
        "return_of_material": "",
    },
}


@dataclass(slots=True)
class House:
    """An authority with one person in each role: ``house["drafter"]``."""

    authority: Authority
    people: dict[str, Person]

    def __getitem__(self, role: str) -> Person:
        return self.people[role]


@dataclass(slots=True)
class Case:
    """A request between two houses, and the moment of its next step."""

    request: Request
    requesting: House
    requested: House
    now: dt.datetime = NOW
    taken: list[str] = field(default_factory=list)


def load_register() -> None:
    """The States and what they are bound by, as published."""
    register_service.load(NOW)


def house(iso3: str) -> House:
    """The central authority of the State, with a person for each role of the step table."""
    code, name, zone, place = HOUSES.get(iso3, ("CA", "Central Authority", "UTC", "The Capital"))
    authority = Authority(
        iso3=iso3,
        code=code,
        name=name,
        ministry="Ministry of Justice",
        zone=zone,
        place=place,
        address="1 Square of Justice\n70000 Capital",
        email=f"{code.lower()}@example.org",
    )
    db.session.add(authority)
    people = {role: person(authority, role) for role in ROLES}
    db.session.commit()
    return House(authority, people)


def person(authority: Authority, *roles: str) -> Person:
    """Somebody of the authority who holds the roles."""
    held = list(db.session.scalars(select(Office).where(Office.name.in_(roles))))
    missing = set(roles) - {office.name for office in held}
    held += [Office(name=role) for role in missing]
    name = f"{authority.iso3} {roles[0].replace('_', ' ').title()}" if roles else f"{authority.iso3} Guest"
    made = Person(
        authority=authority,
        name=name,
        title=f"Head of the {roles[0] if roles else 'guests'}",
        roles=held,
        email=f"{roles[0] if roles else 'guest'}-{uuid.uuid4().hex[:6]}@{authority.iso3.lower()}.example",
    )
    db.session.add(made)
    db.session.flush()
    return made


def houses(*iso3: str) -> list[House]:
    """The register loaded, and the houses of the States: Brazil and the United States unless others are named."""
    load_register()
    return [house(code) for code in iso3 or ("BRA", "USA")]


def draft(requesting: House, requested: House, now: dt.datetime = NOW, **sections: Any) -> Case:
    """A matter and a request drawn from it, complete unless ``sections`` say otherwise, not yet submitted."""
    drafter = requesting["drafter"].id
    matter = matters.open_matter("Operation Harbour", "IPL 17/2008", drafter, now)
    matters.save_matter(matter.id, {"facts": "Between 2004 and 2007 four persons took 11 million."}, drafter, now)
    _persons_and_offences(matter.id, drafter, now)
    done = casework.open_request(matter.id, "assistance", requested.authority.id, "Bank records", drafter, now)
    for name, value in (SECTIONS | sections).items():
        mark = matters.section_mark(done.request, name)
        matters.save_section(done.request.id, name, value, mark, drafter, now)
    return Case(done.request, requesting, requested, now, ["draft"])


def _persons_and_offences(matter_id: uuid.UUID, drafter: uuid.UUID, now: dt.datetime) -> None:
    someone = {
        "family_name": "Silva",
        "given_names": "Ana",
        "role": "suspect",
        "location": "Miami",
        "nationalities": ["BRA"],
    }
    offence = {
        "name": "Money laundering",
        "law": "Law 9.613/1998, article 1",
        "years": 10,
        "category": "money_laundering",
    }
    scan = {
        "title": "Order of the court",
        "form": "certified copy",
        "language": "en",
        "pages": 3,
        "file_name": "order.pdf",
        "media_type": "application/pdf",
        "size": len(SCAN),
        "sha256": custody.keep(SCAN),
    }
    for kind, values in (("persons", someone), ("offences", offence), ("annexes", scan)):
        matters.save_item(matter_id, kind, None, values, drafter, now)


def version_hash(case: Case) -> str:
    """The hash of the frozen version."""
    return case.request.versions[-1].sha256


def file(name: str = "scan.pdf", content: bytes = SCAN) -> dict[str, Any]:
    """A file in custody, as a step's form hands it on."""
    return {"name": name, "media_type": "application/pdf", "size": len(content), "sha256": custody.keep(content)}


def answers(case: Case, step: str) -> dict[str, Any]:
    """What the step's form gives when everything is in order."""
    labels = [f"A{n}" for n in range(1, len(case.request.draft["assistance"]) + 1)]
    return {
        "return_for_correction": lambda: {"comment": "Name the account."},
        "approve": lambda: {"version_hash": version_hash(case)},
        "recall": lambda: {"reason": "A fact has changed."},
        "sign": lambda: {"version_hash": version_hash(case), "place": case.requesting.authority.place},
        "attach_signed_copy": lambda: {"files": [file()]},
        "transmit": lambda: {"version_hash": version_hash(case), "channel": "diplomatic pouch", "note": ""},
        "abandon": lambda: {"reason": "No longer needed."},
        "acknowledge": lambda: {
            "received_on": local_day(case.requested.authority, case.now).isoformat(),
            "pages": 12,
            "defects": "",
            "officer": "",
            "next_answer_on": None,
        },
        "open_examination": lambda: {"examiner": str(case.requested["reviewer"].id)},
        "request_information": lambda: {
            "questions": [{"label": "Q1", "text": "Which branch?", "why": "necessary"}],
            "due_on": "2027-12-31",
            "effect": "",
        },
        "supply_information": lambda: {
            "answers": [{"label": "Q1", "text": "Which branch?", "answer": "The one in Miami.", "unavailable": False}],
            "files": [],
        },
        "withdraw": lambda: {"reason": "The proceedings ended."},
        "accept": lambda: {"authority": "Federal prosecutor, Miami", "note": ""},
        "refuse": lambda: {
            "ground": "dual_criminality",
            "offences": ["O1"],
            "discretion": "No exception is made.",
            "reasons": "The conduct is not punishable here.",
        },
        "open_consultation": lambda: {
            "grounds": ["essential_interests", "postponement"],
            "circumstances": "The accounts are under inquiry.",
            "helpful_conditions": "That nothing is disclosed before the trial.",
            "reply_on": "2027-12-31",
        },
        "answer_consultation": lambda: {"opinion": "Disclosure can wait.", "files": []},
        "end_consultation": lambda: {"outcome": "The inquiry has ended."},
        "offer_conditions": lambda: {
            "conditions": [{"label": "C1", "text": "Nothing is disclosed before the trial.", "source": ""}],
            "reply_on": "2027-12-31",
            "note": "",
        },
        "accept_conditions": lambda: {"accepted": ["C1"], "capacity": "Head of the central authority"},
        "decline_conditions": lambda: {"opinion": "The law requires disclosure."},
        "lapse_offer": dict,
        "refuse_after_consultation": lambda: {
            "ground": "essential_interests",
            "offences": [],
            "consultation_outcome": "No condition would help.",
            "discretion": "",
            "reasons": "The security of an inquiry would suffer.",
        },
        "postpone": lambda: {
            "proceeding": "investigation",
            "interference": "A search is being prepared.",
            "consultation_outcome": "No condition would help before the search.",
            "interim": "",
            "review_on": "2027-12-31",
        },
        "resume": lambda: {"obstacle_gone": "The search was carried out."},
        "accept_in_part": lambda: {
            "decisions": [
                {
                    "label": a,
                    "sought": "",
                    "decision": "refused",
                    "ground": "dual_criminality",
                    "discretion": "No exception is made.",
                    "reasons": "Not punishable here.",
                }
                | ({"decision": "accepted", "ground": "", "discretion": "", "reasons": ""} if a == "A1" else {})
                for a in labels
            ],
            "consultation_outcome": "",
            "authority": "Federal prosecutor, Miami",
            "note": "",
        },
        "redirect": lambda: {
            "competent_authority": "Attorney General of Guam",
            "passed_on": None,
            "new_reference": "",
            "reason": "The accounts are held there.",
        },
        "close_redirected": lambda: {"outcome": "The other authority goes on."},
        "remind_information": lambda: {"due_on": "2028-01-31", "note": ""},
        "report_partial_execution": lambda: {
            "items": [
                {
                    "label": a,
                    "sought": "",
                    "result": "See the report.",
                    "law": "",
                    "procedure_followed": "none_asked",
                    "deviation": "",
                    "outcome": "done" if a == "A1" else "not_done",
                    "searched": "All registers.",
                }
                for a in labels
            ],
            "executed_on": case.now.date().isoformat(),
            "files": [],
        },
        "report_nil_execution": lambda: {
            "searches": [{"label": a, "sought": "", "searched": "All registers.", "obstacle": "None."} for a in labels],
            "executed_on": case.now.date().isoformat(),
            "files": [],
        },
        "send_nil_result": lambda: {"note": ""},
        "ask_progress": lambda: {"enquiry": "How far is it?"},
        "report_progress": lambda: {"progress": "Registered.", "obstacles": "", "expected_on": None},
        "notify_confidentiality": lambda: {"reason": "The hearing is public."},
        "answer_confidentiality": lambda: {"choice": "continue", "limits": ""},
        "consult_costs": lambda: {"expenses": "An expert opinion.", "proposal": "Each bears one half."},
        "mandate_execution": lambda: {
            "authority": "Federal prosecutor, Miami",
            "due_on": "2026-08-31",
            "instructions": "",
        },
        "report_execution": lambda: {
            "items": [
                {
                    "label": a,
                    "sought": "",
                    "result": "Obtained.",
                    "law": "18 U.S.C. 3512",
                    "procedure_followed": "yes",
                    "deviation": "",
                }
                for a in labels
            ],
            "executed_on": local_day(case.requested.authority, case.now).isoformat(),
            "files": [],
        },
        "send_results": lambda: {
            "use_limits": "Only in the proceeding named.",
            "return_conditions": "",
            "return_on": None,
            "items": [{"description": "Bank records", "form": "copy", "pages": 40, "original": False}],
            "files": [],
        },
        "confirm_results": lambda: {"matches": True, "differences": ""},
        "close": lambda: {"returns": "none", "returns_on": None, "outcome": "Two persons were convicted."},
        "close_refused": lambda: {"outcome": "No assistance was given."},
        "close_withdrawn": lambda: {"outcome": "The request was withdrawn."},
    }.get(step, dict)()


#: The way of a request from draft to closure: step, side and role.
PATH = (
    ("submit", "requesting", "drafter"),
    ("approve", "requesting", "reviewer"),
    ("sign", "requesting", "signatory"),
    ("transmit", "requesting", "registry"),
    ("acknowledge", "requested", "registry"),
    ("open_examination", "requested", "registry"),
    ("accept", "requested", "decider"),
    ("mandate_execution", "requested", "decider"),
    ("report_execution", "requested", "executor"),
    ("send_results", "requested", "decider"),
    ("confirm_results", "requesting", "signatory"),
    ("close", "requesting", "signatory"),
)
#: Who takes the steps that lead off that way.
ASIDE = {
    "return_for_correction": ("requesting", "reviewer"),
    "recall": ("requesting", "reviewer"),
    "attach_signed_copy": ("requesting", "registry"),
    "abandon": ("requesting", "signatory"),
    "request_information": ("requested", "reviewer"),
    "supply_information": ("requesting", "signatory"),
    "withdraw": ("requesting", "signatory"),
    "refuse": ("requested", "decider"),
    "open_consultation": ("requested", "decider"),
    "answer_consultation": ("requesting", "signatory"),
    "end_consultation": ("requested", "decider"),
    "offer_conditions": ("requested", "decider"),
    "accept_conditions": ("requesting", "signatory"),
    "decline_conditions": ("requesting", "signatory"),
    "lapse_offer": ("requested", "decider"),
    "refuse_after_consultation": ("requested", "decider"),
    "postpone": ("requested", "decider"),
    "resume": ("requested", "decider"),
    "accept_in_part": ("requested", "decider"),
    "redirect": ("requested", "registry"),
    "close_redirected": ("requesting", "signatory"),
    "remind_information": ("requested", "reviewer"),
    "lapse_information": ("requested", "decider"),
    "report_partial_execution": ("requested", "executor"),
    "report_nil_execution": ("requested", "executor"),
    "send_nil_result": ("requested", "decider"),
    "ask_progress": ("requesting", "signatory"),
    "report_progress": ("requested", "registry"),
    "notify_confidentiality": ("requested", "decider"),
    "answer_confidentiality": ("requesting", "signatory"),
    "consult_costs": ("requested", "decider"),
    "close_refused": ("requesting", "signatory"),
    "close_withdrawn": ("requesting", "signatory"),
    "correct_record": ("requesting", "drafter"),
}
WHO = {step: (side, role) for step, side, role in PATH} | ASIDE


def actor(case: Case, step: str) -> Person:
    """Who takes the step."""
    side, role = WHO[step]
    return getattr(case, side)[role]


def take(case: Case, step: str, data: Mapping[str, Any] | None = None) -> casework.Done:
    """Take the step as its own actor, with answers that are in order unless ``data`` replaces some of them."""
    given = answers(case, step) | dict(data or {})
    done = casework.perform(case.request.id, step, actor(case, step).id, case.now, case.request.state, given)
    case.taken.append(step)
    case.now += dt.timedelta(hours=1)
    return done


def drive(case: Case, until: str = "transmitted") -> Case:
    """Take the steps of the way until the request stands in the state."""
    for step, _, _ in PATH:
        if case.request.state == until:
            return case
        if step not in case.taken:
            take(case, step)
    assert case.request.state == until, f"{until} does not lie on the way"
    return case
