"""What the forms of the steps of an extradition and of a provisional arrest give when everything is in order.

Days that lie ahead are far ahead, and days that have passed lie well before: so no test depends on the clock.
"""

from collections.abc import Mapping
from typing import Any

FUTURE, PAST = "2099-12-31", "2026-02-02"
#: Label and name of the offences that a draft for tests has.
OFFENCES = (("O1", "Money laundering"), ("O2", "Forgery"))

STEPS: dict[str, dict[str, Any]] = {
    "seek_assurance": {
        "assurance": "retrial",
        "concern": "She was tried in absence.",
        "provision": "Code of Criminal Procedure, article 491",
        "wanted": "A new trial at which she is present.",
        "reply_on": FUTURE,
    },
    "give_assurance": {
        "undertaking": "She is tried anew, before another chamber.",
        "binding_authority": "Minister of Justice, Law 2, article 3",
        "monitor": "The consulate visits.",
        "expires_on": None,
        "files": [],
    },
    "decline_assurance": {"explanation": "The law does not allow a new trial."},
    "lapse_assurance": {},
    "open_consultation": {
        "grounds": ["domestic_condition", "nationality"],
        "provision": "Criminal Code, article 66",
        "circumstances": "The term seems to have run out; she is a national.",
        "helpful_conditions": "",
        "reply_on": FUTURE,
    },
    "refuse_extradition": {
        "ground": "domestic_condition",
        "provision": "Criminal Code, article 66",
        "not_nationality": True,
        "not_appropriate": "The term ran out beyond doubt.",
        "consultation_outcome": "",
        "reasons": "Prosecution is barred by lapse of time.",
    },
    "refuse_for_nationality": {
        "nationality_shown": "Civil register, extract of 3 March 2026",
        "sole_ground": True,
        "provision": "Constitution, article 39",
        "not_appropriate": "Both States know the rule.",
        "reasons": "No national is extradited without a treaty that says so.",
    },
    "ask_prosecution": {"evidence": "The file, 300 pages.", "files": []},
    "submit_prosecution": {
        "authority": "Serious Crimes Prosecution",
        "submitted_on": PAST,
        "reference": "SCP 7/2026",
        "note": "",
    },
    "report_prosecution": {
        "result": "Ten years.",
        "decided_by": "Serious Crimes Court",
        "decided_on": PAST,
        "files": [],
    },
    "apply_enforcement": {"remainder": "Nine years of ten.", "files": []},
    "decide_enforcement": {"enforced": "in_part", "law": "Law 3, article 4", "reasons": "Eight years."},
    "ask_for_neither": {"statement": "Neither is asked."},
    "close_nationality": {"outcome": "Prosecuted there."},
    "accept_conditions": {"accepted": ["C1", "C2"], "capacity": "Minister of Justice"},
    "record_consent": {
        "judge": "Court of Tirana",
        "counsel": "A. Hoxha",
        "provision": "Law 10 193, article 50",
        "consented_on": PAST,
        "informed": True,
        "files": [],
    },
    "postpone_surrender": {
        "obstacle": "sentence",
        "provision": "Law 10 193, article 52",
        "explanation": "A sentence of one year is served.",
        "review_on": FUTURE,
    },
    "surrender_temporarily": {
        "terms": "For the trial, in custody throughout.",
        "provision": "Law 10 193, article 53",
        "return_on": FUTURE,
    },
    "return_person": {
        "returned_on": PAST,
        "place": "Tirana airport",
        "taken_by": "Border police",
        "review_on": FUTURE,
        "note": "",
    },
    "close_postponed": {"outcome": "She has died."},
    "arrange_surrender": {
        "place": "Tirana airport",
        "surrender_on": FUTURE,
        "hour": "10:30",
        "escort": "Four officers.",
        "property": "One telephone.",
        "note": "",
    },
    "agree_surrender": {"note": "They arrive the day before."},
    "hand_over": {
        "handed_by": "Border police",
        "taken_by": "Escort of the police",
        "handed_on": PAST,
        "hour": "10:30",
        "place": "Tirana airport",
        "health": "Examined by a doctor, well.",
        "custody_days": 0,
        "property": "One telephone.",
        "speciality": "Treaty of 1997, article 14: no other offence without consent.",
        "files": [],
    },
    "close_surrendered": {"outcome": "Convicted."},
    "ask_speciality_consent": {
        "offence": "Fraud, Criminal Code, article 171",
        "facts_of_offence": "A loan was obtained with it.",
        "rule": "Treaty of 1997, article 14",
        "files": [],
    },
    "answer_speciality_consent": {"consent": "no", "explanation": "It is not extraditable."},
    "order_arrest": {
        "present": True,
        "ordered_by": "Court of Tirana",
        "arrested_on": PAST,
        "law": "Law 10 193, article 33",
        "measures": "",
        "documents_by": FUTURE,
        "rule": "Treaty of 1997, article 16",
    },
    "decline_arrest": {"reasons": "She was not found."},
    "extend_arrest": {"documents_by": "2100-03-31", "rule": "Treaty of 1997, article 16", "note": ""},
    "end_arrest": {"cause": "released", "explanation": "The court released her."},
    "close_arrest": {"outcome": "The formal request goes on."},
}


def _granted(offences: Any) -> dict[str, Any]:
    """The first offence is granted, the others are refused."""
    rows = [
        {"label": label, "name": name, "decision": "refused" if n else "granted", "reasons": "Lapse." if n else ""}
        for n, (label, name) in enumerate(offences)
    ]
    return {
        "decisions": rows,
        "rights": "Heard with counsel.",
        "custody_days": 38,
        "note": "",
    }


def answers(step: str, offences: Any = OFFENCES) -> dict[str, Any] | None:
    """What the step's form gives, on the offences given as label and name; None for a step that all kinds share."""
    if step == "begin_judicial_phase":
        rows = [
            {"label": label, "name": name, "punishable": "yes", "law": "Criminal Code, article 333", "note": ""}
            for label, name in offences
        ]
        return {"assessments": rows, "authority": "Court of Tirana", "note": ""}
    if step == "grant":
        return _granted(offences)
    if step == "offer_conditions":
        lasting = {"label": "C2", "text": "No life sentence is carried out.", "source": "", "lasting": True}
        returned = {"label": "C1", "text": "She is returned to serve it.", "source": "Law 4", "returns": True}
        conditions = [{"returns": False, "lasting": False} | one for one in (returned, lasting)]
        return _granted(offences) | {"conditions": conditions, "reply_on": FUTURE}
    return dict(STEPS[step]) if step in STEPS else None


def typed(given: Mapping[str, Any]) -> dict[str, Any]:
    """What a browser sends so that a form gives that: boxes ticked, groups numbered."""
    sent: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for n, group in enumerate(value):
                sent |= {f"{name}-{n}-{key}": said for key, said in typed(group).items()}
        elif value is True:
            sent[name] = "y"
        elif isinstance(value, list):
            sent[name] = value
        elif value is not None and value is not False:
            sent[name] = str(value)
    return sent
