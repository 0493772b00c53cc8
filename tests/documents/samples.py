"""Snapshots for tests: the published case of Brazil and the United States, and one in other scripts.

What the sources of the case do not tell carries "[demonstration]".
"""

import copy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from mla.documents.papers import PAPERS
from mla.domain.content import empty
from mla.domain.history import canonical, sha256

CASE = Path(__file__).resolve().parents[2] / "mla" / "data" / "cases" / "bra-usa-2008.yaml"
DEMO = "[demonstration] "
OUR, YOUR = "BRA-DRCI/MLA/2008/00001-T", "USA-OIA/MLA/2008/00007-K"
FILE = {"name": "Statement of accounts.pdf", "sha256": "5e" * 32, "size": 1_482_113, "media_type": "application/pdf"}

BRAZIL = {
    "iso3": "BRA",
    "state_short": "Brazil",
    "state_formal": "the Federative Republic of Brazil",
    "ministry": "Ministry of Justice",
    "authority": "Department of Asset Recovery and International Legal Cooperation",
    "address": [DEMO + "Esplanada 1", "70000-000 Brasília"],
    "telephone": "+55 00 0000 0000",
    "email": "central@bra.example",
    "demonstration": True,
}
UNITED_STATES = {
    "iso3": "USA",
    "state_short": "United States of America",
    "state_formal": "the United States of America",
    "ministry": "Department of Justice",
    "authority": "Office of International Affairs",
    "address": [DEMO + "1 Example Avenue", "Washington, D.C. 20530"],
    "telephone": "+1 000 000 0000",
    "email": "central@usa.example",
    "demonstration": True,
}
PERSON = {
    "family_name": "", "given_names": "", "original_script": "", "aliases": "", "role": "accused", "born_on": None,
    "birth_place": "", "sex": "", "nationalities": [], "documents": "", "location": "", "note": "",
}  # fmt: skip


@cache
def _case() -> dict[str, Any]:
    return dict(yaml.safe_load(CASE.read_text()))


def _persons() -> list[dict[str, Any]]:
    return [
        PERSON | {"label": f"P{n}", "family_name": p["initials"], "note": str(p.get("account") or p.get("accounts"))}
        for n, p in enumerate(_case()["persons"], 1)
    ] + [
        PERSON | {
            "label": "P4", "family_name": "Exemplo da Silva", "given_names": "João", "role": "witness",
            "aliases": DEMO + "“o Contador”", "born_on": "1961-07-04", "birth_place": "Curitiba", "sex": "male",
            "nationalities": ["BRA", "USA"], "documents": DEMO + "Brazilian passport XX000000 of 3 May 2005",
            "location": DEMO + "Miami, last seen in November 2007", "note": "",
        }
    ]  # fmt: skip


def annex(label: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "label": label, "title": DEMO + title, "form": "certified copy", "language": "en", "pages": 4,
        "dated_on": "2008-01-15", "confidential": False, "file_name": f"annex-{label}.pdf",
        "media_type": "application/pdf", "size": 90_000, "sha256": label.lower().encode().hex() * 32,
    } | more  # fmt: skip


def content() -> dict[str, Any]:
    """Everything that a request can hold."""
    case = _case()
    return empty() | {
        "matter": {"reference": DEMO + "2007.70.00.000000-0"},
        "authority": {
            "name": DEMO + "2nd Federal Criminal Court of Curitiba",
            "functions": DEMO + "Conducts the criminal proceedings and issued the restraining orders.",
        },
        "proceedings": {
            "subject": DEMO + "Laundering of proceeds through accounts of offshore companies (see Annex A).",
            "nature": "Criminal prosecution",
            "stage": DEMO + "Indictment accepted; trial pending",
        },
        "facts": {
            "summary": case["facts"] + "\n\n"
            + "\n\n".join(f"The account concerned: {p['what']}, {p['value']}, {p['status']} (Annex C)."
                          for p in case["property"])
        },
        "persons": _persons(),
        "offences": [
            {
                "label": "O1", "name": DEMO + "Laundering of the proceeds of crime",
                "law": DEMO + "Law 9.613 of 1998, article 1", "text": DEMO + "Text of the provision: see Annex B.",
                "category": "money_laundering", "life": False, "years": 10, "months": None, "days": None,
                "committed": DEMO + "Curitiba and New York, 1996 to 2003",
            },
            {
                "label": "O2", "name": DEMO + "Operation of an unauthorised financial institution",
                "law": DEMO + "Law 7.492 of 1986, article 16", "text": "", "category": "serious_crime", "life": False,
                "years": 4, "months": None, "days": None, "committed": "",
            },
        ],
        "transnational": {
            "limbs": ["a"],
            "fact_a": DEMO + "The accounts were held in one State for persons prosecuted in another.",
            "fact_b": "", "fact_c": "", "fact_d": "", "located": ["proceeds"],
            "located_fact": "The restrained balances are held in the United States.", "grounds": "",
        },
        "group": {
            "number": 5, "structure": DEMO + "The same persons used the same companies.",
            "period": DEMO + "Over several years.", "concert": DEMO + "Five persons acted together.",
            "aim": DEMO + "Laundering.", "benefit": DEMO + "A financial benefit.", "grounds": "",
        },
        "regime": {"basis": "UNTOC", "paragraphs": "9-29", "reason": "agreed_instead", "protocols": []},
        "assistance": [
            {
                "label": "A1", "type": "c",
                "sought": "Restraint of the balances of the eleven accounts listed in Annex C, USD 11 372 844.19 plus "
                "interest in all, until final forfeiture judgments can be presented for enforcement.",
                "link": "Brazilian courts issued eight restraining orders over the same accounts (Annexes A and D).",
                "place": "New York",
            },
            {
                "label": "A2", "type": "f",
                "sought": DEMO + "Certified copies of the account opening papers and statements, 1 January 1996 to "
                "31 December 2003.",
                "link": DEMO + "They show who gave orders over the accounts.", "place": "",
            },
        ],
        "purpose": {"text": "To keep the money available until final forfeiture judgments can be enforced."},
        "procedure": {"text": DEMO + "Copies are certified by whoever keeps the records."},
        "deadline": {
            "on": "2008-06-30", "reasons": DEMO + "The restraining orders of first instance expire on that day.",
            "urgent": True, "urgency_reasons": DEMO + "The holders have begun to move balances.",
        },
        "confidentiality": {"asked": True, "reasons": DEMO + "Disclosure would let the balances be moved."},
        "language": empty()["language"]
        | {"request": "en", "accepted": True, "source": DEMO + "Notification to the Secretary-General"},
        "channel": empty()["channel"] | {"authority": True, "source": DEMO + "Directory of competent authorities"},
        "undertakings": ["use_limitation", "return_of_originals", "reciprocity"],
        "contact": {
            "name": DEMO + "Ana Exemplo", "telephone": "+55 00 0000 0001", "email": "ana@bra.example",
            "return_of_material": DEMO + "The address of the letterhead",
        },
        "annexes": [
            annex("A", "Indictment", pages=32),
            annex("B", "Text of the law", form="copy"),
            annex("C", "List of the eleven accounts", confidential=True, pages=2),
            annex("D", "Eight restraining orders", form="original", language="pt", pages=41),
        ],
    }  # fmt: skip


def _party(first: str, other: str, day: str) -> dict[str, Any]:
    def row(state: str, deposited: str, since: str) -> dict[str, Any]:
        return {
            "state": state, "instrument": "Organized Crime Convention", "bound": True, "action": "ratification",
            "deposited_on": deposited, "article": "38(2)", "in_force_on": since, "source": "UNTC",
            "as_of": "2026-09-11",
            "rule": f"{state} is bound by the Convention on that day.",
        }  # fmt: skip

    return {"day": day, "rows": [row(first, "2004-01-29", "2004-02-28"), row(other, "2005-11-03", "2005-12-03")]}


QUESTIONS = [
    {"label": "Q1", "text": DEMO + "Which of the eleven accounts does each order name?", "why": "necessary"},
    {"label": "Q2", "text": DEMO + "Is a trial date set?", "why": "facilitating"},
]
CONDITIONS = [
    {"label": "C1", "text": DEMO + "The records are not disclosed before the trial.", "source": DEMO + "Rule 6(e)"},
    {"label": "C2", "text": DEMO + "Copies are destroyed after the proceeding.", "source": ""},
]
CONSULTATION = {
    "grounds": ["essential_interests", "postponement"], "opened_on": "2008-04-30", "reply_on": "2008-05-31",
    "replies": [
        {"step": "answer_consultation", "on": "2008-05-20", "opinion": DEMO + "Disclosure can wait."},
        {"step": "decline_conditions", "on": "2008-06-10", "opinion": ""},
    ],
    "conditions": CONDITIONS,
}  # fmt: skip
SENT = {
    "items": [
        {"description": "Decision of 9 November 2012", "form": "copy", "pages": 24, "original": False},
        {"description": DEMO + "Account opening papers", "form": "original", "pages": 61, "original": True},
    ],
    "use_limits": "For the proceedings stated in the request.",
    "return_conditions": DEMO + "By courier, against receipt.",
    "return_on": "2013-11-09",
    "files": [FILE | {"name": "Decision.pdf", "sha256": "d1" * 32}],
}
REPORT = {
    "searches": [
        {"label": "A1", "sought": "", "searched": DEMO + "All registers of banks.", "obstacle": DEMO + "No account."}
    ],
    "executed_on": "2012-11-09",
    "files": [FILE],
    "items": [
        {
            "label": "A1", "sought": "Restraint of the balances of the eleven accounts.",
            "result": "Eight Brazilian orders were registered and enforced; the balances are restrained.",
            "law": "28 U.S.C. 2467(d)(3)", "procedure_followed": "none_asked", "deviation": "",
        },
        {
            "label": "A2", "sought": DEMO + "Certified copies.", "result": DEMO + "Partly done: one bank had closed.",
            "law": "", "procedure_followed": "no", "deviation": DEMO + "The keeper of the records has died.",
        },
    ],
}  # fmt: skip
ENCLOSED = [
    {"number": f"{YOUR}-RPT-01", "title": "Execution report", "sha256": "9a" * 32},
    {"number": f"{YOUR}-FIL-01", "title": FILE["name"], "sha256": FILE["sha256"]},
]
OWED = {
    "label": "B3", "sort": "return_of_originals", "title": "Return of originals", "article": "good practice",
    "holder": "requesting", "text": DEMO + "By courier, against receipt.", "due_on": "2013-11-09", "status": "open",
    "arose": 14, "arose_on": "2012-11-12", "ended": None, "scheduled": False,
}  # fmt: skip
LIMITED = OWED | {
    "label": "B1", "sort": "use_limitation", "title": "Use of the results in the stated proceedings only",
    "article": "18(19)", "text": "For the proceedings stated in the request.", "due_on": "", "status": "standing",
}  # fmt: skip
LEDGER = {
    "chosen": OWED, "met": True, "running": [LIMITED, OWED],
    "costs": {"on": "2012-10-01", "data": {
        "expenses": DEMO + "An expert opinion of USD 40 000.", "proposal": DEMO + "Each State bears one half.",
    }},
    "use": {"on": "2013-01-15", "data": {
        "other_use": DEMO + "Tax proceeding 7/2013 of the Federal Revenue.", "which_results": "",
        "reason": DEMO + "The gain was not declared.",
    }},
    "notices": [{"on": "2013-01-15", "data": {"disclosed": DEMO + "The second statement.", "advance": "before"}}],
}  # fmt: skip
#: What the form of each paper's step gives, with the side that acts: True for the requesting one.
STEPS: dict[str, tuple[bool, str, str, dict[str, Any]]] = {
    "working_draft": (True, "submit", "F2", {}),
    "party_status": (True, "approve", "F4", {}),
    "request": (True, "sign", "F5a", {"place": "Brasília"}),
    "transmission_note": (True, "transmit", "F5b", {"channel": DEMO + "Courier", "note": DEMO + "Two volumes."}),
    "note_verbale": (True, "transmit_by_diplomatic_channel", "F5c", {"channel": DEMO + "Embassy", "note": ""}),
    "oral_note": (True, "notify_orally", "F6", {
        "means": "oral", "told_at": "14:20", "told_to": DEMO + "Ben Example, duty officer",
        "told_by": "Maria Exemplo, head of the authority", "agreed_by": DEMO + "Ben Example, duty officer",
        "agreed_on": "2008-02-12", "agreed_form": DEMO + "by telephone",
        "said": DEMO + "Eleven accounts in New York hold proceeds; the holders move the balances tomorrow.\n\n"
        + DEMO + "Please hold the balances until the letter is there.",
    }),
    "acknowledgement": (False, "acknowledge", "F8", {
        "received_on": "2008-02-19", "pages": 79, "defects": DEMO + "Page 3 of Annex D is hard to read.",
        "officer": DEMO + "Ben Example", "next_answer_on": "2008-03-31",
    }),
    "information_request": (False, "request_information", "F11", {
        "questions": QUESTIONS, "due_on": "2008-04-30", "effect": DEMO + "Item A2 is executed meanwhile.",
    }),
    "supplementary_information": (True, "supply_information", "F12", {
        "answers": [
            {"label": "Q1", "text": QUESTIONS[0]["text"], "answer": DEMO + "See the list.", "unavailable": False},
            {"label": "Q2", "text": QUESTIONS[1]["text"], "answer": "", "unavailable": True},
        ],
        "files": [FILE],
    }),
    "acceptance": (False, "accept", "M9", {
        "authority": "United States District Court for the District of Columbia", "note": DEMO + "Work has begun.",
    }),
    "refusal": (False, "refuse", "M6", {
        "ground": "dual_criminality", "offences": ["O2"], "discretion": DEMO + "No other interest outweighs it.",
        "reasons": DEMO + "The conduct described under O2 is not an offence under the law of the requested State.",
    }),
    "refusal_on_other_basis": (False, "refuse_on_other_basis", "rule 6", {
        "rests_on": "bank_secrecy", "provision": DEMO + "Banking Act, section 7",
        "reasons": DEMO + "The records are secret.",
    }),
    "postponement_on_other_basis": (False, "postpone_on_other_basis", "rule 6", {
        "provision": DEMO + "Code, section 5", "proceeding": "investigation", "review_on": "2008-09-30",
        "interference": DEMO + "A search is being prepared.", "interim": DEMO + "The records are preserved.",
    }),
    "consultation": (False, "open_consultation", "M1", {
        "grounds": ["essential_interests", "postponement"], "circumstances": DEMO + "The accounts are under inquiry.",
        "helpful_conditions": DEMO + "That the records are not disclosed before the trial.", "reply_on": "2008-05-31",
    }),
    "consultation_answer": (True, "answer_consultation", "M1", {
        "opinion": DEMO + "A condition on disclosure could be accepted.", "files": [FILE],
    }),
    "consultation_end": (False, "end_consultation", "rule 7", {"outcome": DEMO + "The inquiry has ended."}),
    "conditional_offer": (False, "offer_conditions", "M2", {
        "conditions": CONDITIONS, "reply_on": "2008-06-15", "note": DEMO + "Execution can begin at once.",
    }),
    "undertaking": (True, "accept_conditions", "M3", {
        "accepted": ["C1", "C2"], "capacity": DEMO + "Decree 5.015 of 2004.",
    }),
    "conditions_declined": (True, "decline_conditions", "M4", {"opinion": DEMO + "The law requires disclosure."}),
    "offer_lapsed": (False, "lapse_offer", "M4", {}),
    "postponement": (False, "postpone", "M7", {
        "proceeding": "investigation", "interference": DEMO + "A search is being prepared.",
        "consultation_outcome": DEMO + "No condition would help before the search.",
        "interim": DEMO + "The records are preserved.", "review_on": "2008-09-30",
    }),
    "resumption": (False, "resume", "M8", {"obstacle_gone": DEMO + "The search was carried out."}),
    "partial_acceptance": (False, "accept_in_part", "M9", {
        "decisions": [
            {"label": "A1", "sought": "", "decision": "accepted", "ground": "", "discretion": "", "reasons": ""},
            {"label": "A2", "sought": "", "decision": "refused", "ground": "domestic_prohibition", "discretion": "",
             "reasons": DEMO + "These records could not be had for a domestic case."},
        ],
        "consultation_outcome": DEMO + "No condition would lift the prohibition.",
        "authority": "United States District Court for the District of Columbia", "note": DEMO + "Work has begun.",
    }),
    "execution_mandate": (False, "mandate_execution", "M10", {
        "authority": "United States District Court for the District of Columbia", "due_on": "2008-06-30",
        "instructions": DEMO + "Apply for registration of the orders.",
    }),
    "execution_report": (False, "report_execution", "M11", REPORT),
    "results": (False, "send_results", "M12", SENT),
    "authenticity_certificate": (False, "send_results", "M12", SENT),
    "receipt_of_results": (True, "confirm_results", "M13", {"matches": False, "differences": "Page 60 is missing."}),
    "nil_result": (False, "send_nil_result", "M12", {"note": DEMO + "A certificate of absence is enclosed."}),
    "progress_enquiry": (True, "ask_progress", "F15", {"enquiry": DEMO + "Have the orders been registered?"}),
    "progress_report": (False, "report_progress", "F15", {
        "progress": DEMO + "Registered.", "obstacles": DEMO + "One bank objects.", "expected_on": "2008-09-30",
    }),
    "confidentiality_notice": (False, "notify_confidentiality", "F16", {"reason": DEMO + "The hearing is public."}),
    "confidentiality_answer": (True, "answer_confidentiality", "F16", {
        "choice": "limit", "limits": DEMO + "To item A1.",
    }),
    "cost_consultation": (False, "consult_costs", "F17", {
        "expenses": DEMO + "An expert opinion of USD 40 000.", "proposal": DEMO + "Each State bears one half.",
    }),
    "cost_answer": (True, "answer_costs", "F17", {
        "agreed": "yes", "payer": "each", "terms": DEMO + "Each State bears one half.", "due_on": "2012-12-31",
    }),
    "obligation_notice": (True, "discharge_obligation", "rule 7", {
        "obligation": "B3", "account": DEMO + "The papers were handed to the courier.", "settled_on": "2013-11-08",
        "files": [FILE],
    }),
    "other_use_request": (True, "ask_other_use", "M15", {
        "other_use": DEMO + "Tax proceeding 7/2013 of the Federal Revenue.", "which_results": DEMO + "Annex 2.",
        "reason": DEMO + "The gain was not declared.",
    }),
    "other_use_answer": (False, "answer_other_use", "M15", {
        "consent": "yes", "explanation": DEMO + "For that proceeding alone.",
    }),
    "disclosure_notice": (True, "notify_exculpatory_disclosure", "M15", {
        "disclosed": DEMO + "The second statement.", "disclosed_in": DEMO + "Trial of P1.", "advance": "after",
        "disclosed_on": "2013-02-01", "why_late": DEMO + "The court ordered it in the hearing.",
    }),
    "disclosure_answer": (False, "answer_exculpatory", "M15", {
        "wish": "consult", "remarks": DEMO + "The name of the witness.",
    }),
    "redirection": (False, "redirect", "F10", {
        "competent_authority": DEMO + "Attorney General of Guam", "passed_on": "2008-02-20",
        "new_reference": "GU 12/2008", "reason": DEMO + "The accounts are held there.",
    }),
    "reminder": (False, "remind_information", "F13", {"due_on": "2008-05-31", "note": DEMO + "Item A2 waits."}),
    "information_lapsed": (False, "lapse_information", "F13", {}),
    "closing_note": (True, "close", "M14", {
        "outcome": DEMO + "Final forfeiture judgments were given.", "returns": "scheduled", "returns_on": "2013-11-09",
    }),
    "withdrawal": (True, "withdraw", "F14b", {"reason": DEMO + "The accounts were released."}),
}  # fmt: skip


#: What carries a request that does not rest on the Convention.
BASES = {
    "TREATY": {
        "kind": "TREATY", "text": "", "title": "Treaty on Mutual Legal Assistance of 14 October 1997",
        "source": "TIAS 12889",
        "parties": [{"state": state, "since": "2001-02-21"} for state in ("Brazil", "United States of America")],
    },
    "RECIPROCITY": {
        "kind": "RECIPROCITY", "title": "", "source": "", "parties": [],
        "text": DEMO + "The authorities would meet a comparable request.\n\n" + DEMO + "Code, Article 26.",
    },
}  # fmt: skip


def on_basis(paper: str, basis: str) -> dict[str, Any]:
    """A paper of the case, had the request rested on a treaty or on reciprocity."""
    made = snapshot(paper)
    regime = empty()["regime"] | {"basis": basis, "agreement": "t1", "reciprocity": BASES[basis]["text"]}
    made["content"]["regime"] = regime
    made["version_hash"] = sha256(canonical(made["content"]))
    made["findings"] = []
    made["extra"] |= {"basis": BASES[basis], "party": {"day": made["date"], "rows": []}}
    return copy.deepcopy(made)


def snapshot(paper: str = "request", **changed: Any) -> dict[str, Any]:
    """The snapshot of a paper in the case; ``changed`` replaces what stands at its top."""
    requesting, step, row, data = STEPS[paper]
    home, away = (BRAZIL, UNITED_STATES) if requesting else (UNITED_STATES, BRAZIL)
    ours, yours = (OUR, YOUR) if requesting else (YOUR, OUR)
    early = paper in ("working_draft", "party_status", "request", "transmission_note", "note_verbale", "oral_note")
    made = {
        "paper": paper, "kind": "assistance", "language": "en", "number": f"{ours}-{PAPERS[paper].suffix}-01",
        "our_ref": ours, "your_ref": None if early else yours, "date": "2008-02-12",
        "place": "Brasília" if requesting else "Washington", "from": home, "to": away,
        "markings": ["CONFIDENTIAL", "URGENT"], "watermark": "draft" if paper == "working_draft" else None,
        "version": 1, "version_hash": sha256(canonical(content())), "previous_hash": "12" * 32, "content": content(),
        "step": {"name": step, "row": row, "article": "18", "data": data}, "findings": _findings(),
        "signatory": {"name": "Maria Exemplo" if requesting else "Ben Example", "title": "Head of the authority"},
        "extra": {"questions": QUESTIONS, "from_state": "executing",
                  "party": _party("Brazil", "United States of America", "2008-02-12"),
                  "report": REPORT, "sent": SENT, "enclosures": ENCLOSED, "consultation": CONSULTATION,
                  "ledger": LEDGER},
    }  # fmt: skip
    if paper in ("note_verbale", "refusal_on_other_basis", "postponement_on_other_basis") and not changed:
        made["extra"]["basis"] = BASES["RECIPROCITY"]
        made["content"]["regime"] = empty()["regime"] | {"basis": "RECIPROCITY", "reciprocity": "x"}
        made["version_hash"] = sha256(canonical(made["content"]))
    return copy.deepcopy(made | changed)


def _findings() -> list[dict[str, Any]]:
    def finding(code: str, state: str, sentence: str) -> dict[str, Any]:
        return {"code": code, "article": "38(2)", "weight": "holds", "values": {"state": state}, "where": None,
                "sentence": sentence}  # fmt: skip

    return [
        finding("party.bound.thirtieth_day", "BRA",
                "Brazil is bound by the Convention on 12 February 2008. It deposited its instrument (ratification) on "
                "29 January 2004; it has been bound since 28 February 2004."),
        finding("party.bound.thirtieth_day", "USA",
                "The United States of America is bound by the Convention on 12 February 2008. It deposited its "
                "instrument (ratification) on 3 November 2005; it has been bound since 3 December 2005."),
        finding("language.stated", "USA", "The language is stated as accepted."),
    ]  # fmt: skip


def sparse(paper: str = "working_draft") -> dict[str, Any]:
    """A paper of a request in which next to nothing is given yet, before any reference was taken."""
    return snapshot(
        paper, content=empty(), markings=[], your_ref=None,
        our_ref=None, number="-DRF-01", version=None, version_hash=None, place="", findings=[], extra={},
    )  # fmt: skip


def scripts(paper: str = "request") -> dict[str, Any]:
    """A request with names in Arabic, Chinese, Cyrillic, Greek, Hebrew, Thai and Devanagari letters, and much text."""
    made = snapshot(paper)
    names = [
        ("al-Mithal", "Ahmad", "أحمد المثال", ["EGY"]), ("Lizi", "Xiaoming", "李子小明", ["CHN"]),
        ("Primerov", "Ivan Petrovich", "ПРИМЕРОВ Иван Петрович", ["RUS"]),
        ("Paradeigma", "Eleni", "Ελένη Παράδειγμα", ["GRC"]), ("Dugma", "Noa", "נועה דוגמה", ["ISR"]),
        ("Tuayang", "Somchai", "สมชาย ตัวอย่าง", ["THA"]), ("Udaharan", "Asha", "आशा उदाहरण", ["IND"]),
        ("Ørnæs Łódź Ğüven Ștefan", "Ñandú", "", ["POL", "TUR", "ROU"]),
    ]  # fmt: skip
    made["content"]["persons"] = [
        PERSON | {"label": f"P{n}", "family_name": f, "given_names": g, "original_script": o, "nationalities": s}
        for n, (f, g, o, s) in enumerate(names, 1)
    ]
    made["content"]["proceedings"]["subject"] = "Annex A: Приклад – 例 – مثال"
    made["content"]["facts"]["summary"] += (
        "\n\nالحساب المذكور في الملحق مفتوح باسم شركة.\n\n该账户以一家公司的名义开立。"
    )
    made["from"] = made["from"] | {"authority": "الإدارة المركزية – Central Authority"}
    made["place"] = "القاهرة"
    made["version_hash"] = sha256(canonical(made["content"]))
    return made
