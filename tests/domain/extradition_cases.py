"""Facts for tests of the law of extradition: a complete request of Greece to Albania, and answers to every step."""

import copy
import datetime as dt
from dataclasses import replace
from typing import Any

from mla.domain.agreements import Agreement, Bound, Subject
from mla.domain.course import Course
from mla.domain.extradition.grounds import INTENDED
from mla.domain.extradition.pursuit import Pursuit
from mla.domain.facts import Facts
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST
from mla.domain.obligations import Ledger, Obligation, Sort, Status

from . import cases

SHARED = ("matter", "authority", "proceedings", "facts", "group", "transnational", "language", "channel", "contact")
OFFENCES = [cases.offence(), cases.offence(4, label="O2", name="trafficking of drugs", category="")]
FILE = {"sort": "accusation", "warrant_by": "Investigating judge", "warrant_on": "2026-01-05", "evidence": "records"}
SOUGHT = {"person": "P1", "located": "there", "whereabouts": "Saranda", "national": "yes", "description": "tall"}
CUSTODY = {"urgency": "He is about to leave.", "promise": True, "rule": "Law 1, article 5", "formal_by": "2026-04-01"}


def complete(kind=EXTRADITION) -> dict[str, Any]:
    """A content that lacks nothing, resting on the Convention."""
    whole = cases.complete()
    content = kind.blank() | {name: copy.deepcopy(whole[name]) for name in SHARED}
    content |= {"persons": [cases.person(born_on="1970-01-01", nationalities=["ALB"])], "offences": list(OFFENCES)}
    content["regime"] |= {"basis": "UNTOC", "source": "letter of the ministry"}
    content["sought"] |= SOUGHT
    content["file"] |= FILE
    if kind is ARREST:
        content["custody"] |= CUSTODY
        return content
    rows = {"facts": "He led it.", "limitation": "until 2036", "equivalent": "Criminal Code 333", "accessory": False}
    content["per_offence"] = [{"label": label, **rows} for label in ("O1", "O2")]
    content["surrender"]["text"] = "By air."
    return content


def but(kind=EXTRADITION, **paths: Any) -> dict[str, Any]:
    """The complete content, but for the paths given: ``but(file__sort="conviction")``."""
    content = complete(kind)
    for path, value in paths.items():
        section, _, name = path.partition("__")
        if name:
            content[section][name] = value
        else:
            content[section] = value
    return content


def convicted(**paths: Any) -> dict[str, Any]:
    """As ``but``, where a sentence is to be enforced."""
    judged = {"file__sort": "conviction", "file__judgment_by": "Court of Athens", "file__judgment_on": "2025-01-05",
              "file__sentence": "ten years", "file__remaining": "nine years", "file__enforceable": True}  # fmt: skip
    return but(**(judged | paths))


def facts(kind=EXTRADITION, **changes: Any) -> Facts:
    """Facts of the complete request, signed and numbered; tried by somebody else."""
    held = cases.consultation(grounds=tuple(INTENDED))
    whole = replace(
        cases.facts(), requesting="GRC", requested="ALB", content=complete(kind), data=ANSWERS, pursuit=PURSUIT,
        competing={"r2": "ITA"},
        course=Course(held, review_on="2026-03-12", information_due_on="2026-03-11", reminded=True,
                      not_confidential=True),
    )  # fmt: skip
    return replace(whole, **changes)


def agreement(*subjects: Subject, **changes: Any) -> Agreement:
    """A treaty that binds Greece and Albania since 2001."""
    bound = {iso3: Bound(dt.date(2001, 2, 21)) for iso3 in ("GRC", "ALB")}
    made = Agreement("t1", "Treaty of 1997", frozenset(subjects or {Subject.EXTRADITION}), bound, "treaty series 1")
    return replace(made, **changes)


def on_treaty(kind=EXTRADITION) -> dict[str, Any]:
    """Facts of the complete request, resting on that treaty."""
    content = but(kind, regime__basis="TREATY", regime__agreement="t1")
    return {"content": content, "agreements": (agreement(),)}


def owed(sort: Sort = Sort.PROSECUTION, **changes: Any) -> Obligation:
    """An obligation that is still to be done."""
    made = Obligation("B1", sort, "16(10)", "requested", "", "", Status.OPEN, 7, "2026-03-01")
    return replace(made, **changes)


#: A history on which every step that looks at one is open.
PURSUIT = Pursuit(
    assurance={"assurance": "retrial", "concern": "tried in absence", "reply_on": "2026-03-11"},
    offer={
        "conditions": [{"label": "C1", "text": "He is returned.", "returns": True}],
        "decisions": [{"label": "O1", "decision": "granted"}],
        "reply_on": "2026-03-11",
    },
    granted=("O1",),
    review_on="2026-03-12",
    arrangement={"place": "Tirana airport"},
    agreed=True,
    speciality={"offence": "another"},
    arrested_on="2026-02-01",
    documents_by="2026-03-11",
    held=True,
    handed_on="2026-03-10",
)


def fitting(kind, step: str) -> dict[str, Any]:
    """What of the facts a step needs otherwise than the others do, so that it is open."""
    shared = cases.fitting(step)
    own = {"course": replace(facts(kind).course, amendment=shared["course"].amendment,
                             unexamined=shared["course"].unexamined)} if "course" in shared else {}  # fmt: skip
    if "diplomatic" in step:
        own |= on_treaty(kind)
    changed = {"agree_surrender": {"agreed": False}, "ask_speciality_consent": {"speciality": {}},
               "close_withdrawn": {"held": False}}  # fmt: skip
    if step in changed:
        own["pursuit"] = replace(PURSUIT, **changed[step])
    if step == "apply_enforcement":
        own["content"] = convicted()
    if step == "ask_for_neither":
        own["ledger"] = Ledger((owed(),))
    return {name: shared[name] for name in ("ledger", "side") if name in shared} | own


#: What the forms of all steps together would give, so that every step of the tables is open.
ANSWERS: dict[str, Any] = cases.ANSWERS | {
    "assessments": [{"label": label, "punishable": "yes", "law": "Criminal Code 333"} for label in ("O1", "O2")],
    "assurance": "retrial",
    "concern": "tried in absence",
    "provision": "Code of procedure, article 491",
    "wanted": "a new trial",
    "reply_on": "2026-03-20",
    "undertaking": "He is tried anew.",
    "binding_authority": "Minister of Justice, Law 2, article 3",
    "monitor": "the consulate",
    "explanation": "the law does not allow it",
    "grounds": ["nationality", "domestic_condition"],
    "circumstances": "He is a national.",
    "ground": "domestic_condition",
    "not_nationality": True,
    "not_appropriate": "",
    "nationality_shown": "civil register, 3 March 2026",
    "sole_ground": True,
    "evidence": "case file, 300 pages",
    "authority": "Serious Crimes Prosecution",
    "submitted_on": "2026-03-01",
    "result": "ten years",
    "decided_by": "Serious Crimes Court",
    "decided_on": "2026-03-01",
    "remainder": "nine years",
    "enforced": "yes",
    "law": "Law 3, article 4",
    "statement": "We ask for neither.",
    "decisions": [{"label": "O1", "decision": "granted", "reasons": ""},
                  {"label": "O2", "decision": "refused", "reasons": "lapse of time"}],
    "rights": "heard with counsel on 2 March 2026",
    "conditions": [{"label": "C1", "text": "He is returned.", "returns": True, "lasting": False}],
    "accepted": ["C1"],
    "capacity": "Minister of Justice",
    "obstacle": "sentence",
    "review_on": "2026-09-12",
    "terms": "kept in custody",
    "return_on": "2026-09-12",
    "returned_on": "2026-03-10",
    "taken_by": "escort of the police",
    "hour": "10:30",
    "escort": "four officers",
    "surrender_on": "2026-03-20",
    "handed_by": "border police",
    "handed_on": "2026-03-10",
    "health": "examined, well",
    "custody_days": 38,
    "offence": "forgery",
    "facts_of_offence": "He forged a passport.",
    "rule": "Convention on Extradition, article 14",
    "consent": "yes",
    "judge": "Court of Tirana",
    "counsel": "A. Hoxha",
    "consented_on": "2026-03-10",
    "informed": True,
    "present": True,
    "ordered_by": "Court of Tirana",
    "arrested_on": "2026-02-01",
    "documents_by": "2026-03-13",
    "cause": "no_request",
    "weighed": [{"request": "r1", "state": "GRC"}, {"request": "r2", "state": "ITA"}],
    "precedence": "r1",
    "precedence_by": "Minister of Justice",
    "precedence_on": "2026-03-10",
    "precedence_why": "The graver offence, asked for first.",
}  # fmt: skip
