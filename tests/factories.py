"""Authorities, people, matters and requests for tests. All of it is made through the services, as people make it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from mla.domain.content import empty
from mla.domain.kinds import kind_named
from mla.extensions import db
from mla.models import AgreementRecord, Authority, Office, Person, Request
from mla.services import agreements as agreements_service
from mla.services import casework, custody, matters, recording
from mla.services import register as register_service

from .step_answers import SCAN, answers, file, version_hash

__all__ = ["SCAN", "answers", "file", "version_hash"]
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


def on_paper(iso3: str) -> House:
    """A central authority of the State that is reached on paper: nobody of it signs in."""
    authority = Authority(
        iso3=iso3,
        code="PAPER",
        name="Competent Authority",
        ministry="Ministry of Justice",
        address="2 Long Road\n1000 Capital",
        on_paper=True,
    )
    db.session.add(authority)
    db.session.commit()
    return House(authority, {})


def arrived(**told: Any) -> dict[str, Any]:
    """What is told of a paper that came in, with its scan."""
    known = {"reference": "0.21/77", "dated_on": "2026-03-10", "happened_on": "2026-03-11", "their_reference": ""}
    return known | {"files": [file()], "no_scan": ""} | told


def recorded(case: Case, step: str, data: Mapping[str, Any] | None = None, **told: Any) -> casework.Done:
    """One's own registry records what came from the authority on paper."""
    own = case.requested if case.requesting.authority.on_paper else case.requesting
    given = arrived(**told) | {"happened_on": told.get("happened_on", case.now.date().isoformat())}
    done = recording.record(
        case.request.id, f"record:{step}", own["registry"].id, case.now, case.request.state, given, data or {},
    )  # fmt: skip
    case.now += dt.timedelta(hours=1)
    return done


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
    persons_and_offences(matter.id, drafter, now)
    done = casework.open_request(matter.id, "assistance", requested.authority.id, "Bank records", drafter, now)
    for name, value in (SECTIONS | sections).items():
        mark = matters.section_mark(done.request, name)
        matters.save_section(done.request.id, name, value, mark, drafter, now)
    return Case(done.request, requesting, requested, now, ["draft"])


def persons_and_offences(matter_id: uuid.UUID, drafter: uuid.UUID, now: dt.datetime) -> None:
    """A person, an offence and an annex in the matter."""
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
    "answer_costs": ("requesting", "signatory"),
    "discharge_obligation": ("requesting", "signatory"),
    "ask_other_use": ("requesting", "signatory"),
    "answer_other_use": ("requested", "decider"),
    "notify_exculpatory_disclosure": ("requesting", "signatory"),
    "answer_exculpatory": ("requested", "decider"),
    "close_refused": ("requesting", "signatory"),
    "close_withdrawn": ("requesting", "signatory"),
    "correct_record": ("requesting", "drafter"),
    "open_amendment": ("requesting", "drafter"),
    "submit_amendment": ("requesting", "drafter"),
    "return_amendment": ("requesting", "reviewer"),
    "approve_amendment": ("requesting", "reviewer"),
    "sign_amendment": ("requesting", "signatory"),
    "attach_signed_amendment": ("requesting", "registry"),
    "transmit_amendment": ("requesting", "registry"),
    "refuse_on_other_basis": ("requested", "decider"),
    "postpone_on_other_basis": ("requested", "decider"),
    "transmit_by_diplomatic_channel": ("requesting", "registry"),
    "transmit_amendment_by_diplomatic_channel": ("requesting", "registry"),
    "drop_amendment": ("requesting", "signatory"),
    "examine_amendment": ("requested", "registry"),
    "notify_orally": ("requesting", "signatory"),
    "sign_confirmation": ("requesting", "signatory"),
    "attach_signed_confirmation": ("requesting", "registry"),
    "confirm_in_writing": ("requesting", "registry"),
    "propose_sharing": ("requested", "decider"),
    "accept_sharing": ("requesting", "signatory"),
    "decline_sharing": ("requesting", "signatory"),
}
WHO = {step: (side, role) for step, side, role in PATH} | ASIDE


def actor(case: Case, step: str) -> Person:
    """Who takes the step."""
    side, role = WHO.get(step) or of_table(case, step)
    return getattr(case, side)[role]


def of_table(case: Case, step: str) -> tuple[str, str]:
    """Side and role of the step as the table of its kind names them: the first role, where several may take it."""
    row = kind_named(case.request.kind).step(step)
    return row.side, row.roles[0]


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


def denounce(iso3: str, day: dt.date) -> None:
    """The depositary received the State's denunciation of the Convention on the day, as two keepers recorded it."""
    state = db.session.scalars(select(Authority).where(Authority.iso3 == iso3)).first()
    one, other = person(state, "register_keeper"), person(state, "register_keeper")
    db.session.commit()
    values = {
        "iso3": iso3,
        "instrument": "UNTOC",
        "kind": "denunciation",
        "on": day,
        "effective_on": None,
        "source": "notification",
    }
    action = register_service.record_action(values, one.id, NOW)
    register_service.confirm_action(action.id, other.id, NOW)


def treaty_values(**changes: Any) -> dict[str, Any]:
    """What a keeper enters of a treaty; it is fictitious, as its title says."""
    parties = [{"iso3": iso3, "since": dt.date(2001, 5, 1), "until": None, "source": ""} for iso3 in ("BRA", "USA")]
    return {
        "title": "Fictitious Treaty on Mutual Legal Assistance",
        "short_title": "Fictitious Treaty",
        "subjects": ["assistance"],
        "signed_on": dt.date(1999, 10, 14),
        "diplomatic": False,
        "source": "Made for a test",
        "note": "",
        "parties": parties,
    } | changes


def treaty(**changes: Any) -> AgreementRecord:
    """A treaty that one keeper entered and another confirmed."""
    keeping = db.session.scalars(select(Authority).order_by(Authority.iso3)).first() or house("BRA").authority
    one, other = person(keeping, "register_keeper"), person(keeping, "register_keeper")
    db.session.commit()
    other_id = other.id
    record = agreements_service.enter(treaty_values(**changes), one.id, NOW)
    return agreements_service.confirm(record.id, other_id, NOW)
