"""Facts for tests of the law of assets: a complete request of Brazil to the United States, answers to every step."""

import copy
from dataclasses import replace
from typing import Any

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN
from mla.domain.assets.grounds import NOT_COVERED
from mla.domain.assets.recovery import Recovery
from mla.domain.facts import Facts
from mla.domain.kinds.assets import KIND as ASSETS
from mla.domain.refusal import INTENDED

from . import cases

#: What of a complete request for assistance this one holds too.
SHARED = ("matter", "authority", "proceedings", "facts", "persons", "offences", "transnational", "group", "regime",
          "purpose", "language", "channel", "contact")  # fmt: skip
ORDER = {"label": "A", "title": "Order", "form": "certified copy", "language": "en", "pages": 9}
PROPERTY = {
    "label": "V1",
    "kind": "account",
    "description": "account 7 at the bank in Miami",
    "location": "Miami",
    "country": "USA",
    "holder": "P1",
    "owner": "",
    "value": "58400000.00",
    "currency": "USD",
    "valued_on": "2026-01-05",
    "theory": "proceeds",
    "persons": ["P1"],
    "offences": ["O1"],
}
MEASURE = {
    "actions": "that the account be held",
    "facts": "The money of eleven accounts came together in this one.",
    "extent": "up to the whole amount",
    "order_annex": "A",
    "order_court": "Federal Court of São Paulo",
    "order_number": "12/2025",
    "order_on": "2025-11-03",
    "order_amount": "58400000.00",
    "order_currency": "USD",
    "enforceable": True,
    "safeguards": "summoned in person",
    "notice": "published on 3 March 2025",
    "dissipation": "He has ordered a transfer.",
    "duration": "a year; a request for confiscation follows",
    "third_parties": "none is known",
}


def complete(stage: str = FREEZE) -> dict[str, Any]:
    """A content that lacks nothing at the stage, resting on the Convention."""
    whole = cases.complete()
    content = ASSETS.blank() | {name: copy.deepcopy(whole[name]) for name in SHARED}
    content["measure"] |= MEASURE | {"stage": stage}
    content["property"] = [dict(PROPERTY)]
    content["annexes"] = [dict(ORDER)]
    content["facts"] = {"summary": "Money was moved through eleven accounts. The order is Annex A."}
    return content


def but(stage: str = FREEZE, **paths: Any) -> dict[str, Any]:
    """The complete content, but for the paths given: ``but(measure__facts="")``."""
    content = complete(stage)
    for path, value in paths.items():
        section, _, name = path.partition("__")
        if name:
            content[section][name] = value
        else:
            content[section] = value
    return content


def entry(step: str, side: str = "requested", **data: Any) -> dict[str, Any]:
    """A history entry as the law of assets reads it."""
    return {"step": step, "side": side, "to": "", "happened_on": "2026-03-01", "data": data}


def frozen(*labels: str, **data: Any) -> dict[str, Any]:
    """An order that freezes the property, until September unless another day is given."""
    told = {"assets": [{"label": label} for label in labels], "lapses_on": "2026-09-12", "lapse_rule": "six months"}
    return entry("report_freeze", **told | data)


TAKEN = entry("report_confiscation", assets=[{"label": "V1", "extent": "whole", "amount": "58400000.00",
                                              "currency": "USD"}])  # fmt: skip
#: A history on which every step that looks at one is open.
RECOVERY = Recovery(
    entries=(frozen("V1"),),
    extension={"until_on": "2027-01-01"},
    notified=True,
    return_asked=True,
    considered=True,
    proposal={"parts": "one half each", "side": "requested"},
    shared={"parts": "one half each"},
)
CLAIM = {"label": "K1", "claimant": "A bank", "assets": "V1", "right": "mortgage of 2019"}


def facts(**changes: Any) -> Facts:
    """Facts of the complete request, signed and numbered; tried by somebody else."""
    held = cases.consultation(grounds=(*INTENDED, NOT_COVERED))
    whole = replace(
        cases.facts(), content=complete(), data=ANSWERS, recovery=RECOVERY, confiscations=("AST-2026-2",),
        course=replace(cases.facts().course, consultation=held),
    )  # fmt: skip
    return replace(whole, **changes)


#: What of the history a step needs otherwise than the others do.
PASSED: dict[str, dict[str, Any]] = {
    "decide_claims": {"claims": (CLAIM,)},
    "propose_sharing": {"proposal": {}},
    "end_freeze": {"entries": (frozen("V1", lapses_on="2026-03-11"),)},
    "report_realisation": {"entries": (TAKEN,)},
    "dispose": {"entries": (TAKEN,)},
    "close_measure": {"entries": ()},
    "close_disposed": {"entries": ()},
    "close_refused": {"entries": ()},
    "close_withdrawn": {"entries": ()},
    "close_redirected": {"entries": ()},
}
#: The stage that a step needs, where it is not a freeze.
AT_STAGE = dict.fromkeys(("notify_unenforceable", "notify_other_states", "report_recovery"), ENFORCE)
AT_STAGE["begin_court_phase"] = OBTAIN
#: What its form gives otherwise.
GIVEN: dict[str, dict[str, Any]] = {
    "extend_freeze": {"assets": ["V1"]},
    "lift_freeze": {"assets": ["V1"]},
    "report_denial": {"ground": "evidence"},
}


def fitting(step: str) -> dict[str, Any]:
    """What of the facts a step needs otherwise than the others do, so that it is open."""
    changed: dict[str, Any] = {
        "recovery": replace(RECOVERY, **PASSED.get(step, {})),
        "content": complete(AT_STAGE.get(step, FREEZE)),
        "data": ANSWERS | GIVEN.get(step, {}),
    }
    shared = cases.fitting(step)
    if "content" in shared:
        shared["content"] = complete() | {name: shared["content"][name] for name in ("deadline", "regime")}
    if "course" in shared:
        shared["course"] = replace(shared["course"], consultation=facts().course.consultation)
    if step in ("accept_sharing", "decline_sharing"):
        shared["side"] = "requesting"
    return changed | shared


#: What the forms of all steps together would give, so that every step of the table is open.
ANSWERS: dict[str, Any] = cases.ANSWERS | {
    "assets": [{"label": "V1", "outcome": "traced", "extent": "whole", "amount": "58400000.00", "currency": "USD",
                "costs": "0"}],
    "new": [{"label": "V2", "description": "a flat in Miami"}],
    "searched": "registers of land and companies",
    "obstacle": "",
    "order_number": "26-cv-1",
    "authority": "District Court",
    "court": "District Court",
    "ordered_on": "2026-03-10",
    "scope": "no payment out of the account",
    "lapses_on": "2027-03-10",
    "lapse_rule": "after a year",
    "law": "28 U.S.C. 2467",
    "needed": "an order of confiscation",
    "needed_by": "2027-02-01",
    "until_on": "2027-09-12",
    "facts_stand": True,
    "cause": "court",
    "explanation": "The court set it aside.",
    "lifted_on": "2026-03-12",
    "heard": "yes, by letter",
    "ground": "dual_criminality",
    "decided_on": "2026-03-10",
    "followed_by": "AST-2026-2",
    "persons": [{"name": "A bank", "interest": "mortgage"}],
    "manner": "by letter",
    "notified_on": "2026-03-01",
    "answer_by": "2026-04-12",
    "claims": [CLAIM],
    "decisions": [{"label": "K1", "outcome": "rejected", "reasons": "The mortgage was paid off."}],
    "none_known": True,
    "ended_on": "2026-03-01",
    "states": [{"state": "CHE"}],
    "apportionment": "Switzerland up to one half",
    "state": "CHE",
    "amount": "1000000.00",
    "currency": "USD",
    "recovered_on": "2026-03-01",
    "realised_on": "2026-03-01",
    "victims": "the depositors",
    "owners": "",
    "intention": "to return it",
    "agreement": "case_by_case",
    "parts": "one half each",
    "lines": [{"label": "V1", "to": "returned", "amount": "1000000.00", "currency": "USD",
               "beneficiary": "the depositors"}],
    "outcome": "all",
}  # fmt: skip
