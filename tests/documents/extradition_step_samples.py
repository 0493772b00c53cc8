"""Snapshots of the papers of each step of an extradition and of a provisional arrest: Greece asks, Albania answers.

Nothing of the case is real; what a letter could be taken for carries "[demonstration]".
"""

import copy
from collections.abc import Mapping
from typing import Any

from mla.documents.papers import PAPERS
from mla.domain.history import canonical, sha256
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST
from mla.domain.workflow import Kind, Side, Step

from .samples import DEMO, FILE, PERSON, annex

OUR, YOUR = "GRC-MOJ/EXT/2026/00003-K", "ALB-MOJ/EXT/2026/00011-R"
GREECE = {
    "iso3": "GRC", "state_short": "Greece", "state_formal": "the Hellenic Republic",
    "ministry": "Ministry of Justice", "authority": "Department of International Judicial Cooperation",
    "address": [DEMO + "Example Street 1", "115 27 Athens"], "telephone": "+30 000 000 0000",
    "email": "central@grc.example", "demonstration": True,
}  # fmt: skip
ALBANIA = {
    "iso3": "ALB", "state_short": "Albania", "state_formal": "the Republic of Albania",
    "ministry": "Ministry of Justice", "authority": "Directorate of Foreign Jurisdictional Relations",
    "address": [DEMO + "Example Boulevard 2", "1001 Tirana"], "telephone": "+355 0 000 0000",
    "email": "central@alb.example", "demonstration": True,
}  # fmt: skip
_OFFENCE = {
    "text": "", "life": False, "years": 20, "months": None, "days": None, "committed": "Saranda and Igoumenitsa, 2024",
}  # fmt: skip


def content(kind: Kind = EXTRADITION, sort: str = "accusation") -> dict[str, Any]:
    """What the papers of a step read of the request; ``sort`` tells what extradition is sought for."""
    made = kind.blank()
    made["proceedings"] |= {"subject": DEMO + "Trafficking of drugs by sea.", "nature": "Criminal prosecution"}
    made["persons"] = [
        PERSON | {"label": "P1", "family_name": "Shembull", "given_names": "Arben", "born_on": "1970-01-01",
                  "birth_place": "Saranda", "nationalities": ["ALB"]}
    ]  # fmt: skip
    made["offences"] = [
        _OFFENCE | {"label": "O1", "name": DEMO + "Participation in an organized criminal group",
                    "law": "Criminal Code, article 187", "category": "organised_group"},
        _OFFENCE | {"label": "O2", "name": DEMO + "Trafficking of drugs", "law": "Law 4139/2013, article 20",
                    "category": "serious_crime"},
    ]  # fmt: skip
    made["regime"] |= {"basis": "UNTOC", "source": DEMO + "Notification to the Secretary-General"}
    made["sought"] |= {"person": "P1", "located": "there", "national": "yes"}
    made["file"] |= {"sort": sort, "warrant_by": DEMO + "Investigating judge of Athens", "warrant_on": "2026-01-05"}
    if sort == "conviction":
        made["file"] |= {
            "judgment_by": DEMO + "Court of Appeal of Athens", "judgment_on": "2025-01-05",
            "judgment_number": "12/2025", "sentence": "ten years’ imprisonment",
            "remaining": "nine years and one month", "enforceable": True,
        }  # fmt: skip
    if kind is EXTRADITION:
        made["per_offence"] = [{"label": "O2", "facts": "", "limitation": "", "equivalent": "", "accessory": True}]
    made["contact"] |= {"name": DEMO + "Duty officer", "telephone": "+30 000 000 0001", "email": "duty@grc.example"}
    made["annexes"] = [annex("A", "Warrant of arrest") | {"form": "original"}]
    return made


ASSURANCE = {
    "assurance": "retrial", "concern": DEMO + "The person was tried in absence and did not know of the trial.",
    "provision": DEMO + "Code of Criminal Procedure, article 491",
    "wanted": DEMO + "That a new trial is held at which the person is present.", "reply_on": "2026-04-20",
}  # fmt: skip
DECISIONS = [
    {"label": "O1", "decision": "granted", "reasons": ""},
    {"label": "O2", "decision": "refused", "reasons": DEMO + "Prosecution is barred by lapse of time."},
]
CONDITIONS = [
    {"label": "C1", "text": DEMO + "The person is returned after the trial.", "returns": True, "lasting": False},
    {"label": "C2", "text": DEMO + "No sentence of more than twenty years is carried out.", "returns": False,
     "lasting": True},
]  # fmt: skip
RIGHTS = {"rights": DEMO + "Heard with counsel and interpreter on 2 March 2026."}
OFFER = {"decisions": DECISIONS, "conditions": CONDITIONS, "reply_on": "2026-04-20"}
ARRANGEMENT = {
    "place": DEMO + "Border crossing of Kakavia", "surrender_on": "2026-04-25", "hour": "10:30",
    "escort": DEMO + "Four officers of the Greek police", "property": DEMO + "One telephone and a passport.",
}  # fmt: skip
TEMPORARY = {
    "terms": DEMO + "Kept in custody throughout, for the trial only.",
    "provision": DEMO + "Law 10 193, article 52", "return_on": "2026-09-12",
}  # fmt: skip
SPECIALITY = {
    "offence": DEMO + "Forgery of documents, Criminal Code, article 216",
    "facts_of_offence": DEMO + "A passport was forged in 2023.\n\n" + DEMO + "It was used at Patras.",
    "rule": DEMO + "European Convention on Extradition, article 14",
}  # fmt: skip
#: What has passed before, as the papers of later steps name it.
PURSUIT = {
    "assurance": ASSURANCE, "offer": OFFER, "granted": ["O1"], "review_on": "2026-09-12", "arrangement": ARRANGEMENT,
    "agreed": True, "temporary": TEMPORARY, "speciality": SPECIALITY, "arrested_on": "2026-02-01",
    "documents_by": "2026-03-13", "handed_on": "2026-04-25",
}  # fmt: skip
CONSULTATION = {
    "grounds": ["nationality", "domestic_condition"], "opened_on": "2026-03-04", "reply_on": "2026-04-01",
    "replies": [{"step": "answer_consultation", "on": "2026-03-20", "opinion": DEMO + "The term was interrupted."}],
    "conditions": [],
}  # fmt: skip
OWED = {
    "label": "B1", "sort": "condition", "title": "Condition accepted", "article": "16(7)", "holder": "requesting",
    "text": CONDITIONS[1]["text"], "due_on": "", "status": "standing", "arose": 9, "arose_on": "2026-04-02",
    "ended": None, "scheduled": False,
}  # fmt: skip
ASSURED = OWED | {
    "label": "B3", "sort": "assurance", "title": "Assurance given",
    "text": DEMO + "A new trial is held before another chamber, at which the person is present.",
}  # fmt: skip
LEDGER = {
    "chosen": None, "met": False, "costs": None, "use": None, "notices": [], "running": [OWED, ASSURED],
}  # fmt: skip

Given = Mapping[str, tuple[dict[str, Any], dict[str, Any]]]
#: What the form of each step gives: what its guards ask, and then what it may leave out.
STEPS: Given = {
    "begin_judicial_phase": ({"assessments": [
        {"label": "O1", "punishable": "yes", "law": DEMO + "Criminal Code, article 333"},
        {"label": "O2", "punishable": "no", "law": DEMO + "Criminal Code, article 283/a"},
    ]}, {}),
    "seek_assurance": (ASSURANCE, {}),
    "give_assurance": ({
        "undertaking": DEMO + "A new trial is held before another chamber, at which the person is present.",
        "binding_authority": DEMO + "Minister of Justice, Law 2, article 3",
        "monitor": DEMO + "The consulate in Athens.",
    }, {"expires_on": "2030-12-31", "files": [FILE]}),
    "decline_assurance": ({"explanation": DEMO + "The law does not allow it."}, {}),
    "lapse_assurance": ({}, {}),
    "open_consultation": ({
        "grounds": ["nationality", "domestic_condition"], "circumstances": DEMO + "The register names an Albanian.",
        "reply_on": "2026-04-01",
    }, {}),
    "answer_consultation": ({"opinion": DEMO + "The term was interrupted."}, {"files": [FILE]}),
    "end_consultation": ({"outcome": DEMO + "The interruption is shown."}, {}),
    "refuse_extradition": ({"ground": "domestic_condition", "reasons": DEMO + "The term ran out on 5 May 2025."},
                           {"provision": DEMO + "Criminal Code, article 66", "not_appropriate": ""}),
    "refuse_for_nationality": ({
        "nationality_shown": DEMO + "Civil register of Saranda, extract of 3 March 2026", "sole_ground": True,
        "reasons": DEMO + "The constitution lets no national be extradited without a treaty that says so.",
    }, {"not_appropriate": DEMO + "Both States know the rule, and nothing could be added."}),
    "ask_prosecution": ({"evidence": DEMO + "The whole file, 300 pages.\n\n" + DEMO + "Two witnesses can be heard."},
                        {"files": [FILE]}),
    "submit_prosecution": ({"authority": DEMO + "Prosecution Office for Serious Crimes", "submitted_on": "2026-03-10"},
                           {"reference": DEMO + "SCP 7/2026", "note": DEMO + "A prosecutor has been named."}),
    "report_prosecution": ({
        "result": DEMO + "Ten years’ imprisonment for O1; O2 is barred by lapse of time.",
        "decided_by": DEMO + "Court for Serious Crimes, Tirana", "decided_on": "2026-03-11",
    }, {"files": [FILE]}),
    "apply_enforcement": ({"remainder": DEMO + "Nine years and one month of ten years."}, {"files": [FILE]}),
    "decide_enforcement": ({"enforced": "in_part", "law": DEMO + "Law 10 193, article 65"},
                           {"reasons": DEMO + "The law sets a maximum of eight years."}),
    "grant": ({"decisions": DECISIONS} | RIGHTS,
              {"custody_days": 38, "note": DEMO + "The person is held in Tirana."}),
    "offer_conditions": (OFFER | RIGHTS,
                         {"custody_days": 38, "note": DEMO + "The conditions stand in the decision of the court."}),
    "order_arrest": ({
        "present": True, "ordered_by": DEMO + "Court of Tirana", "arrested_on": "2026-03-11",
        "law": DEMO + "Law 10 193 of 2009, article 33", "documents_by": "2026-04-20",
        "rule": DEMO + "Treaty of 1993, article 16: forty days",
    }, {}),
    "decline_arrest": ({"reasons": DEMO + "The person left Albania on 2 March 2026."}, {}),
    "extend_arrest": ({"documents_by": "2026-03-23", "rule": DEMO + "Treaty of 1993, article 16: forty days"},
                      {"note": DEMO + "The translation of the judgment was announced."}),
    "end_arrest": ({"cause": "released"}, {"explanation": DEMO + "The court released the person on bail."}),
    "ask_for_neither": ({"statement": DEMO + "The person has served the sentence in a third State."}, {}),
}  # fmt: skip
#: What was done before, as the paper of a step recalls it.
RECALLED: dict[str, tuple[str, str]] = {
    "ask_prosecution": ("refuse_for_nationality", "2026-03-04"),
    "submit_prosecution": ("ask_prosecution", "2026-03-06"),
    "report_prosecution": ("submit_prosecution", "2026-03-10"),
    "apply_enforcement": ("refuse_for_nationality", "2026-03-04"),
    "decide_enforcement": ("apply_enforcement", "2026-03-06"),
    "ask_for_neither": ("ask_prosecution", "2026-03-06"),
}


def recalled(name: str) -> dict[str, Any]:
    """What ``extra`` holds of an earlier step that the paper of this one recalls."""
    if name not in RECALLED:
        return {}
    step, on = RECALLED[name]
    needed, optional = STEPS[step]
    return {"recalled": {"step": step, "on": on, "data": needed | optional}}


def step_named(name: str) -> tuple[Kind, Step]:
    """The step of that name, of extradition or else of provisional arrest, with its kind."""
    return next((kind, step) for kind in (EXTRADITION, ARREST) for step in kind.steps if step.name == name)


def snapshot(name: str, sort: str = "accusation", steps: Given = STEPS, **changed: Any) -> dict[str, Any]:
    """The snapshot of the paper of a step; ``changed`` replaces what stands at its top."""
    kind, step = step_named(name)
    requesting, paper = step.side is Side.REQUESTING, step.documents[0]
    home, away = (GREECE, ALBANIA) if requesting else (ALBANIA, GREECE)
    ours, yours = (r.replace("EXT", kind.code) for r in ((OUR, YOUR) if requesting else (YOUR, OUR)))
    said = content(kind, sort)
    needed, optional = steps[name]
    made = {
        "paper": paper, "kind": kind.name, "language": "en", "number": f"{ours}-{PAPERS[paper].suffix}-01",
        "our_ref": ours, "your_ref": yours, "date": "2026-03-12", "place": "Athens" if requesting else "Tirana",
        "from": home, "to": away, "markings": [], "watermark": None, "version": 1,
        "version_hash": sha256(canonical(said)), "previous_hash": "12" * 32, "content": said,
        "step": {"name": step.name, "row": step.row, "article": step.article, "data": needed | optional},
        "findings": [],
        "signatory": {"name": "Eleni Paradeigma" if requesting else "Besa Shembull", "title": "Director"},
        "extra": {"questions": [], "pursuit": PURSUIT, "consultation": CONSULTATION, "ledger": LEDGER}
        | recalled(name),
    }  # fmt: skip
    return copy.deepcopy(made | changed)


def bare(name: str, steps: Given = STEPS) -> dict[str, Any]:
    """The paper of a step whose form gives only what is asked, on a request of which next to nothing is known."""
    kind, _step = step_named(name)
    blank = kind.blank()
    blank["offences"] = content(kind)["offences"]
    made = snapshot(name, steps=steps, content=blank, extra={}, version=None, version_hash=None)
    needed, optional = copy.deepcopy(steps[name])
    made["step"]["data"] = needed | dict.fromkeys(optional)
    return made


def on_treaty(name: str, steps: Given = STEPS) -> dict[str, Any]:
    """The paper of a step of a request that rests on a treaty."""
    made = snapshot(name, steps=steps)
    made["content"]["regime"] |= {"basis": "TREATY", "agreement": "t1"}
    made["version_hash"] = sha256(canonical(made["content"]))
    return made
