"""Snapshots of extradition for tests: the published case of Greece and Albania.

What the sources of the case do not tell carries "[demonstration]".
"""

import copy
from typing import Any

from mla.documents.papers import PAPERS
from mla.domain.content import empty
from mla.domain.history import canonical, sha256
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST

from .samples import DEMO, ENCLOSED, LEDGER, PERSON, QUESTIONS, STEPS, UNITED_STATES, annex

KINDS = {kind.name: kind for kind in (EXTRADITION, ARREST)}
OUR, YOUR = "GRC-MOJ/EXT/2016/00001-K", "ALB-MOJ/EXT/2016/00004-R"
GREECE = UNITED_STATES | {
    "iso3": "GRC", "state_short": "Greece", "state_formal": "the Hellenic Republic",
    "ministry": "Ministry of Justice", "authority": "Department for Extradition",
    "address": [DEMO + "1 Example Street", "10000 Athens"], "email": "central@grc.example",
}  # fmt: skip
ALBANIA = UNITED_STATES | {
    "iso3": "ALB", "state_short": "Albania", "state_formal": "the Republic of Albania",
    "ministry": "Ministry of Justice", "authority": "Department for International Cooperation",
    "address": [DEMO + "1 Example Boulevard", "1001 Tirana"], "email": "central@alb.example",
}  # fmt: skip
FACTS = (
    "In May 2016 about 670 kg of cannabis was seized on Zakynthos. The network was said to move drugs to Greece and "
    "to other European States; members were arrested in Greece and elsewhere.\n\n"
    "Its alleged leader, an Albanian national who then headed a State transport office in Saranda, stayed in Albania. "
    "Accounts in more than ten European countries were reported to be under investigation (see Annex B)."
)


def _offence(label: str, name: str, category: str, years: int) -> dict[str, Any]:
    return {
        "label": label, "name": name, "law": DEMO + "Criminal Code, article 187", "text": "", "category": category,
        "life": False, "years": years, "months": None, "days": None, "committed": DEMO + "Zakynthos, 2014 to May 2016",
    }  # fmt: skip


def _sought() -> dict[str, Any]:
    """What both letters say of the person, of the file and of the offences."""
    return {
        "matter": {"reference": DEMO + "ABM 2016/100"},
        "authority": {"name": DEMO + "Investigating judge, Athens", "functions": DEMO + "Conducts the investigation."},
        "proceedings": {"subject": "Trafficking of cannabis by a criminal group.", "nature": "Criminal prosecution",
                        "stage": DEMO + "Main investigation"},
        "facts": {"summary": FACTS},
        "persons": [
            PERSON | {
                "label": "P1", "family_name": "K.B.", "given_names": DEMO, "original_script": "Κ.Μπ.",
                "aliases": DEMO + "“Plaku”", "born_on": "1970-06-03", "birth_place": DEMO + "Delvina", "sex": "male",
                "nationalities": ["ALB"], "documents": DEMO + "Albanian passport BX0000000", "location": "Saranda",
                "note": DEMO + "Day and place of birth are invented.",
            },
            PERSON | {"label": "P2", "family_name": "Mitarbeiter", "role": "suspect"},
            PERSON | {"label": "P3", "family_name": "Martyras", "role": "witness"},
        ],
        "offences": [
            _offence("O1", "International trafficking of drugs", "serious_crime", 20),
            _offence("O2", "Participation in a structured criminal group", "organised_group", 10),
            _offence("O3", DEMO + "Forgery of a certificate", "", 5),
        ],
        "transnational": empty()["transnational"] | {"limbs": ["b"], "fact_b": "Drugs went from Albania to Greece."},
        "group": empty()["group"] | {"number": 6, "structure": DEMO + "A division of work.", "aim": "Trafficking."},
        "regime": empty()["regime"] | {"basis": "UNTOC", "source": DEMO + "Letter of the ministry, 2 May 2016"},
        "confidentiality": {"asked": True, "reasons": DEMO + "The person may flee."},
        "language": empty()["language"] | {"request": "en", "accepted": True, "source": DEMO + "Notification"},
        "channel": empty()["channel"] | {"authority": True, "source": DEMO + "Directory of competent authorities"},
        "contact": {"name": DEMO + "Eleni Example", "telephone": "+30 00 0000 0000", "email": "eleni@grc.example",
                    "return_of_material": ""},
        "annexes": [
            annex("A", "Warrant of arrest"), annex("B", "Record of the seizure"), annex("C", "Photograph", pages=1),
            annex("D", "Fingerprints", pages=1),
        ],
        "sought": {
            "person": "P1", "description": DEMO + "1.80 m, grey hair, a scar over the left eye.", "photograph": "C",
            "fingerprints": "D", "located": "believed", "whereabouts": DEMO + "Seen in Saranda in April 2016.",
            "national": "yes",
        },
        "file": EXTRADITION.blank()["file"] | {
            "sort": "accusation", "warrant_by": DEMO + "Investigating judge, Athens", "warrant_on": "2016-05-12",
            "warrant_number": DEMO + "11/2016", "evidence": DEMO + "Records of the seizure and of calls (Annex B).",
            "history": "A warrant was issued in May 2016 (Annex A).",
        },
    }  # fmt: skip


def _formal() -> dict[str, Any]:
    rows = {
        label: {"label": label, "facts": DEMO + f"What was done under {label}.", "limitation": DEMO + "Until May 2036",
                "equivalent": DEMO + "Criminal Code of Albania, article 283a", "accessory": label == "O3"}
        for label in ("O1", "O2", "O3")
    }  # fmt: skip
    return {
        "deadline": {"on": "2016-07-31", "reasons": DEMO + "The term of the warrant.", "urgent": True,
                     "urgency_reasons": DEMO + "The person may flee."},
        "per_offence": list(rows.values()),
        "assurances": [
            {"assurance": "speciality", "binding_authority": DEMO + "Minister of Justice, Code, article 438",
             "undertaking": DEMO + "No prosecution for what came before the surrender, other than O1 to O3."},
            {"assurance": "treatment", "binding_authority": DEMO + "Minister of Justice",
             "undertaking": DEMO + "The person is held in a place that the consulate may visit."},
        ],
        "alternative": {"prosecution": True, "enforcement": False, "text": DEMO + "The file would be handed over."},
        "arrest": {"arrested_on": "2016-05-20", "reference": "GRC-MOJ/PAR/2016/00001-T", "text": ""},
        "articles": {"text": DEMO + "Telephones found on the person are asked for too."},
        "surrender": {"text": DEMO + "By air from Tirana, with an escort of the Hellenic Police."},
    }  # fmt: skip


CUSTODY = {
    "urgency": DEMO + "He is about to leave the country by sea.", "promise": True, "formal_by": "2016-06-21",
    "rule": DEMO + "Code of Criminal Procedure of Albania, article 493.", "days": 40,
}  # fmt: skip


def content(kind: str = "extradition") -> dict[str, Any]:
    """Everything that a request for extradition, or one for provisional arrest, can hold."""
    own = _formal() if kind == "extradition" else {"custody": dict(CUSTODY)}
    return copy.deepcopy(KINDS[kind].blank() | _sought() | own)


def convicted(kind: str = "extradition") -> dict[str, Any]:
    """The same person, sentenced in absence."""
    made = content(kind)
    made["file"] |= {
        "sort": "conviction", "judgment_by": DEMO + "Court of Appeal of Athens", "judgment_on": "2018-05-07",
        "judgment_number": "77/2018", "enforceable": True, "sentence": "15 years of imprisonment", "served": "38 days",
        "remaining": "14 years, 10 months and 22 days", "in_absentia": True, "retrial": DEMO + "Code, article 341.",
    }  # fmt: skip
    if kind == "extradition":
        made["alternative"]["enforcement"] = True
    return made


def _row(state: str, deposited: str, since: str) -> dict[str, Any]:
    return {
        "state": state, "instrument": "Organized Crime Convention", "bound": True, "action": "ratification",
        "deposited_on": deposited, "article": "38(2)", "in_force_on": since, "source": "UNTC", "as_of": "2026-09-11",
        "rule": f"{state} is bound by the Convention on that day.",
    }  # fmt: skip


PARTY = {
    "day": "2016-05-25",
    "rows": [_row("Greece", "2011-01-11", "2011-02-10"), _row("Albania", "2002-08-21", "2003-09-29")],
}
OFFENCES = [
    {"code": "scope.offence.serious", "article": "16(1)", "weight": "holds", "values": {"label": label}, "where": None,
     "sentence": f"{label} is a serious crime: the maximum is at least four years."} for label in ("O1", "O2")
] + [{"code": "scope.offence.none", "article": "16(1)", "weight": "closes", "values": {"label": "O3"}, "where": None,
      "sentence": ""}]  # fmt: skip


def snapshot(paper: str = "request", kind: str = "extradition", **changed: Any) -> dict[str, Any]:
    """The snapshot of a letter of the requesting State; ``changed`` replaces what stands at its top."""
    made = {
        "paper": paper, "kind": kind, "language": "en", "number": f"{OUR}-{PAPERS[paper].suffix}-01", "our_ref": OUR,
        "your_ref": None, "date": "2016-05-25", "place": "Athens", "from": GREECE, "to": ALBANIA,
        "markings": ["CONFIDENTIAL", "URGENT"], "watermark": "draft" if paper == "working_draft" else None,
        "version": 1, "content": content(kind), "previous_hash": "12" * 32,
        "step": {"name": "sign", "row": "F5a", "article": "good practice", "data": {}}, "findings": [],
        "signatory": {"name": "Maria Example", "title": "Head of the authority"},
        "extra": {"party": PARTY, "offences": OFFENCES, "questions": []},
    } | changed  # fmt: skip
    return copy.deepcopy({"version_hash": sha256(canonical(made["content"])), **made})


BASES = {
    "TREATY": {"kind": "TREATY", "text": "", "title": "Treaty on Extradition of 1997", "source": DEMO + "Series 12",
               "parties": [{"state": state, "since": "2001-02-21"} for state in ("Greece", "Albania")]},
    "RECIPROCITY": {"kind": "RECIPROCITY", "title": "", "source": "", "parties": [],
                    "text": DEMO + "Greece would extradite in a like case."},
}  # fmt: skip


def on_basis(basis: str, *, beside: bool, kind: str = "extradition") -> dict[str, Any]:
    """The letter, had the request rested on that; ``beside``: the Convention binds both States too."""
    held = content(kind)
    held["regime"] |= {"basis": basis, "source": "", "agreement": "t1"}
    made = snapshot(kind=kind, content=held)
    if basis in BASES:
        made["extra"] |= {"basis": BASES[basis], "beside": beside}
        made["extra"]["party"] = PARTY if beside else {"day": PARTY["day"], "rows": []}
    return copy.deepcopy(made)


def shared(paper: str, kind: str = "extradition") -> dict[str, Any]:
    """A paper that all kinds share, as the side that issues it in a request for assistance issues it here."""
    requesting, step, row, data = STEPS[paper]
    ours, yours = (OUR, YOUR) if requesting else (YOUR, OUR)
    made = snapshot(paper, kind)
    made |= {
        "number": f"{ours}-{PAPERS[paper].suffix}-01", "our_ref": ours, "your_ref": yours,
        "from": GREECE if requesting else ALBANIA, "to": ALBANIA if requesting else GREECE,
        "step": {"name": step, "row": row, "article": "good practice", "data": data},
    }  # fmt: skip
    made["extra"] |= {
        "questions": QUESTIONS, "from_state": "granted", "ledger": LEDGER, "enclosures": ENCLOSED,
        "pursuit": {"offer": {"conditions": [{"label": "C1", "text": "He is returned.", "returns": True}]}},
        "consultation": {"grounds": ["nationality"], "opened_on": "2016-06-30", "reply_on": "2016-07-31",
                         "replies": [], "conditions": []},
    }  # fmt: skip
    if paper == "note_verbale":
        made["content"]["regime"] |= {"basis": "RECIPROCITY", "reciprocity": "x"}
        made["extra"] |= {"basis": BASES["RECIPROCITY"], "beside": True}
        made["version_hash"] = sha256(canonical(made["content"]))
    return copy.deepcopy(made)
