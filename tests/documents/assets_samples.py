"""Snapshots of requests on property and of the papers of their steps: Brazil asks, the United States answer.

Nothing of the case is real; what a letter could be taken for carries "[demonstration]".
"""

import copy
import datetime as dt
from collections.abc import Iterable
from typing import Any

from mla.documents.estate import estate
from mla.documents.papers import PAPERS
from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, TRACE
from mla.domain.history import canonical, sha256
from mla.domain.kinds.assets import KIND as ASSETS
from mla.domain.workflow import Side

from . import samples
from .samples import BRAZIL, DEMO, FILE, UNITED_STATES, annex

OUR, YOUR = "BRA-DRCI/AST/2026/00002-P", "USA-OIA/AST/2026/00009-L"
DAY = "2026-03-12"
STAGES = (TRACE, FREEZE, OBTAIN, ENFORCE)


def asset(label: str, kind: str, description: str, **more: Any) -> dict[str, Any]:
    """A row of the schedule of property."""
    return {
        "label": label, "kind": kind, "description": DEMO + description, "location": "Miami", "country": "USA",
        "holder": "P1", "owner": "", "value": "", "currency": "", "valued_on": None, "theory": "proceeds",
        "persons": ["P1"], "offences": ["O1"],
    } | more  # fmt: skip


PROPERTY = [
    asset("V1", "account", "Account 0042-7 at Example Bank", value="58400000.00", currency="USD",
          valued_on="2026-01-05", owner=DEMO + "Example Holdings Ltd."),
    asset("V2", "real_estate", "Flat 12, 1 Example Drive", value="900000.00", currency="USD", valued_on="2025-11-30",
          theory="converted"),
    asset("V3", "vessel", "Motor yacht “Exemplo”, 24 m", location="Marina of Miami", value="1250000.50",
          currency="EUR", valued_on="2025-11-30", theory="instrumentality", holder=DEMO + "a charter company"),
    asset("V4", "crypto_asset", "12 units at an exchange", location="", country="", theory="commingled"),
    asset("V5", "cash", "Bank notes in a locker", value="300000", currency="JPY", theory="income", persons=[]),
]  # fmt: skip
MEASURE = {
    "actions": DEMO + "That the property named below be held and, where it is money, kept at interest.",
    "facts": DEMO + "The money of eleven accounts came together in V1 (Annex B).\n\n"
    + DEMO + "V2 was bought from V1 on 3 March 2024.",
    "extent": DEMO + "Up to the whole amount of the order.", "order_annex": "A",
    "order_court": DEMO + "2nd Federal Criminal Court of São Paulo", "order_number": "12/2025",
    "order_on": "2025-11-03", "order_amount": "58400000.00", "order_currency": "USD", "enforceable": True,
    "in_absentia": True, "safeguards": DEMO + "The accused was summoned in person and had counsel at the trial.",
    "notice": DEMO + "Notice was published on 3 March 2025; no one came forward.",
    "dissipation": DEMO + "A transfer abroad was ordered on 2 January 2026 and stopped by the bank for a week.",
    "duration": DEMO + "One year; a request for confiscation follows.",
    "management": DEMO + "The yacht needs upkeep.",
    "third_parties": DEMO + "Example Bank holds a mortgage on V2.",
}  # fmt: skip


def content(stage: str = FREEZE) -> dict[str, Any]:
    """Everything that a request at the stage can hold."""
    whole = samples.content()
    shared = {name: value for name, value in whole.items() if name in ASSETS.blank() and name != "assistance"}
    made = ASSETS.blank() | shared | {"kind": "assets", "property": PROPERTY}
    made["facts"] = {"summary": DEMO + "Money was moved through eleven accounts (Annex B)."}
    made["proceedings"] |= {"subject": DEMO + "Laundering through accounts of offshore companies."}
    made["regime"] = made["regime"] | {"paragraphs": "9-29", "reason": "no_other_treaty"}
    made["measure"] = ASSETS.blank()["measure"] | MEASURE | {"stage": stage}
    made["disposal"] = {
        "asked": True, "victims": DEMO + "The 312 depositors of the bank.", "owners": "",
        "sharing": DEMO + "Should not everything be returned, equal parts are proposed.",
    }  # fmt: skip
    made["annexes"] = [annex("A", "Order of confiscation"), annex("B", "Statements of the eleven accounts", pages=80)]
    if stage != ENFORCE:
        made["facts"]["summary"] += " The order of first instance is Annex A."
    return copy.deepcopy(made)


def entry(step: str, on: str, data: dict[str, Any]) -> dict[str, Any]:
    """A history entry of a step."""
    side = next(s.side for s in ASSETS.steps if s.name == step)
    return {"step": step, "side": str(side), "to": "", "happened_on": on, "data": data}


ORDER = {"order_number": "26-mc-1", "authority": DEMO + "District Court, Miami", "ordered_on": "2026-02-02"}
LAPSE = {
    "lapses_on": "2026-09-30", "lapse_rule": DEMO + "Unless an order of confiscation comes before.",
    "law": DEMO + "28 U.S.C. 2467(d)(3)", "needed": DEMO + "A final order of confiscation, certified.",
    "needed_by": "2026-08-31",
}  # fmt: skip
FROZEN = ORDER | LAPSE | {
    "assets": [{"label": "V1", "amount": "58400000.00", "currency": "USD"},
               {"label": "V2", "amount": "", "currency": ""},
               {"label": "V3", "amount": "1250000.50", "currency": "EUR"}],
    "scope": DEMO + "No payment out of the account; no sale or charge of the flat and the yacht.",
}  # fmt: skip
CONFISCATED = {
    "assets": [
        {"label": "V1", "extent": "part", "amount": "40000000.00", "currency": "USD"},
        {"label": "V2", "extent": "whole", "amount": "900000.00", "currency": "USD"},
        {"label": "V3", "extent": "whole", "amount": "1250000.50", "currency": "EUR", "rate": "1.1",
         "rate_on": "2026-03-02", "rate_source": DEMO + "European Central Bank"},
    ],
    "order_number": "26-cv-1", "court": DEMO + "District Court, Miami", "ordered_on": "2026-03-02",
    "order_amount": "58400000.00", "order_currency": "USD",
}  # fmt: skip
SOLD = {
    "assets": [
        {"label": "V2", "amount": "950000.00", "interest": "", "costs": "31200.50", "currency": "USD"},
        {"label": "V3", "amount": "1100000.00", "interest": "1200.25", "costs": "0", "currency": "EUR"},
    ],
    "realised_on": "2026-03-05",
}  # fmt: skip
LINES = [
    {"label": "V1", "to": "returned", "amount": "40000000.00", "currency": "USD",
     "beneficiary": DEMO + "The depositors, through the Federal Court"},
    {"label": "V2", "to": "shared", "amount": "459399.75", "currency": "USD", "beneficiary": DEMO + "Brazil"},
    {"label": "V2", "to": "retained", "amount": "459399.75", "currency": "USD", "beneficiary": ""},
    {"label": "V3", "to": "contributed", "amount": "1000000.00", "currency": "EUR",
     "beneficiary": DEMO + "The account of the United Nations"},
    {"label": "V3", "to": "costs", "amount": "200.25", "currency": "EUR", "beneficiary": ""},
]  # fmt: skip
CLAIMS = [{"label": "K1", "claimant": DEMO + "Example Bank", "assets": "V2, V3", "right": DEMO + "A mortgage of 2019.",
           "claimed_on": "2026-02-19"}]  # fmt: skip
DECIDED = [{"label": "K1", "outcome": "in_part", "reasons": DEMO + "One half of the mortgage was paid off."}]
SHARING = {"agreement": "case_by_case", "parts": DEMO + "One half each, of what V2 brings less costs."}
ASKED = {"victims": DEMO + "The 312 depositors of the bank.", "owners": DEMO + "The heirs of the seller of V2."}
LIFTED = {"assets": ["V1", "V2", "V3"], "cause": "court", "explanation": DEMO + "Set aside.", "lifted_on": "2026-03-01"}

FREEZE_REPORTED = entry("report_freeze", "2026-02-03", FROZEN)
TAKEN = [FREEZE_REPORTED, entry("record_claims", "2026-02-20", {"claims": CLAIMS}),
         entry("decide_claims", "2026-02-25", {"decisions": DECIDED}),
         entry("report_confiscation", "2026-03-02", CONFISCATED)]  # fmt: skip
REALISED = [*TAKEN, entry("report_realisation", "2026-03-06", SOLD)]

#: The stage of each step's request, what passed before, what its form gives, and what its form may leave out.
Given = tuple[str, list[dict[str, Any]], dict[str, Any], dict[str, Any]]
STEPS: dict[str, Given] = {
    "begin_tracing": (TRACE, [], {"authority": DEMO + "Federal Prosecutor, Miami", "due_on": "2026-04-30"},
                      {"instructions": DEMO + "Begin with V1."}),
    "report_tracing": (TRACE, [], {"use_limits": DEMO + "Not in tax proceedings."}, {
        "assets": [{"label": "V1", "outcome": "traced", "found": DEMO + "The balance is USD 57 million."},
                   {"label": "V4", "outcome": "not_found"}],
        "new": [asset("V6", "company_share", "All shares of Example Trading LLC", value="2000000", currency="USD",
                      valued_on="2026-02-01"), {"label": "V7", "description": DEMO + "A safe"}],
        "searched": DEMO + "Registers of land, of companies and of vessels.", "obstacle": "not_held", "files": [FILE],
        "explanation": DEMO + "Records are kept for ten years.",
    }),
    "submit_freeze": (FREEZE, [], {"authority": DEMO + "District Court, Miami"}, {"note": DEMO + "Docket 26-mc-1.",
        "submitted_on": "2026-03-11"}),
    "report_freeze": (FREEZE, [entry("submit_freeze", "2026-02-01", {})], FROZEN,
                      {"files": [FILE], "note": DEMO + "The bank was served on the same day."}),
    "continue_freeze": (FREEZE, [FREEZE_REPORTED], {}, {"note": DEMO + "The amended facts change nothing."}),
    "report_denial": (FREEZE, [entry("submit_freeze", "2026-02-01", {})], {
        "authority": DEMO + "District Court, Miami", "ground": "evidence", "decided_on": "2026-03-10",
        "reasons": DEMO + "The statements do not show where the money came from.",
    }, {"files": [FILE], "remedy": DEMO + "An appeal within thirty days."}),
    "end_freeze": (FREEZE, [FREEZE_REPORTED, entry("lift_freeze", "2026-03-01", LIFTED)], {},
                   {"note": DEMO + "The registers were told."}),
    "ask_extension": (FREEZE, [FREEZE_REPORTED], {
        "until_on": "2027-03-31", "reason": DEMO + "The trial has not ended.", "facts_stand": True,
    }, {"files": [FILE]}),
    "extend_freeze": (FREEZE, [FREEZE_REPORTED], {
        "assets": ["V1", "V2"], "authority": DEMO + "District Court, Miami", "ordered_on": "2026-03-10",
        "lapses_on": "2027-03-31", "lapse_rule": DEMO + "One year more, once.", "law": DEMO + "28 U.S.C. 2467(d)(3)",
    }, {"needed": DEMO + "A report on the trial.", "needed_by": "2027-01-31", "order_number": "26-mc-1/2"}),
    "decline_extension": (FREEZE, [FREEZE_REPORTED], {"reasons": DEMO + "The law allows no longer freeze."}, {}),
    "notify_unjustified": (FREEZE, [FREEZE_REPORTED], {"reason": DEMO + "The accused was acquitted for V2."},
                           {"assets": ["V2"]}),
    "lift_freeze": (FREEZE, [FREEZE_REPORTED], {
        "assets": ["V2"], "cause": "not_justified", "explanation": DEMO + "The notice of 10 March was followed.",
        "lifted_on": "2026-03-11",
    }, {"heard": DEMO + "It gave the notice itself."}),
    "close_measure": (FREEZE, [FREEZE_REPORTED, entry("lift_freeze", "2026-03-01", LIFTED)],
                      {"outcome": DEMO + "The property is free."}, {}),
    "close_followed": (FREEZE, [FREEZE_REPORTED],
                       {"followed_by": "BRA-DRCI/AST/2026/00003-Q", "outcome": DEMO + "The trial has ended."}, {}),
    "begin_court_phase": (ENFORCE, [FREEZE_REPORTED], {
        "authority": DEMO + "United States Attorney, Miami", "law": DEMO + "28 U.S.C. 2467(c)",
    }, {"note": DEMO + "A hearing is held in April."}),
    "notify_third_parties": (ENFORCE, [FREEZE_REPORTED], {
        "persons": [{"name": DEMO + "Example Bank", "interest": DEMO + "Mortgage on V2"}],
        "manner": DEMO + "By registered letter and in the gazette.", "notified_on": "2026-03-01",
    }, {"answer_by": "2026-05-01", "files": [FILE]}),
    "record_claims": (ENFORCE, [FREEZE_REPORTED], {"claims": CLAIMS}, {"files": [FILE]}),
    "decide_claims": (ENFORCE, TAKEN[:2], {"decisions": DECIDED},
                      {"files": [FILE], "decided_by": DEMO + "District Court, Miami", "decided_on": "2026-02-25"}),
    "report_confiscation": (ENFORCE, TAKEN[:3], CONFISCATED, {"files": [FILE]}),
    "refuse_not_covered": (FREEZE, [], {
        "explanation": DEMO + "One person acted alone.", "reasons": DEMO + "No organized criminal group is involved.",
    }, {"offences": ["O2"], "consultation_outcome": DEMO + "No further fact was stated."}),
    "report_realisation": (ENFORCE, TAKEN, SOLD, {"files": [FILE], "manner": DEMO + "By public auction."}),
    "ask_return": (ENFORCE, TAKEN, ASKED, {"note": DEMO + "A list of the depositors can be sent.", "files": [FILE]}),
    "open_disposal": (ENFORCE, REALISED, {"intention": DEMO + "To return V1, to share V2 and to contribute V3."},
                      {"reply_on": "2026-04-30", "law": DEMO + "18 U.S.C. 981"}),
    "answer_disposal": (ENFORCE, REALISED, {"opinion": DEMO + "That is our wish, but for V3."}, {"files": [FILE]}),
    "consider_return": (ENFORCE, TAKEN, {"outcome": "part", "law": DEMO + "18 U.S.C. 981(i)"},
                        {"reasons": DEMO + "The heirs have not been found."}),
    "propose_sharing": (ENFORCE, REALISED, SHARING, {"note": DEMO + "Each State bears its costs."}),
    "accept_sharing": (ENFORCE, REALISED, {"capacity": DEMO + "Minister of Justice, Decree 5 of 2020."}, {}),
    "decline_sharing": (ENFORCE, REALISED, {}, {"explanation": DEMO + "The victims come first."}),
    "dispose": (ENFORCE, REALISED, {"lines": LINES, "law": DEMO + "18 U.S.C. 981(i)"},
                {"agreement": DEMO + "Agreement of 9 March 2026", "files": [FILE], "paid_on": "2026-03-11",
                 "payment_reference": "2026/77"}),
    "confirm_payment": (ENFORCE, REALISED, {"matches": False}, {"differences": DEMO + "The bank charged USD 25.00."}),
    "notify_unenforceable": (ENFORCE, TAKEN, {"reason": DEMO + "The order was set aside.", "ended_on": "2026-03-10"},
                             {"files": [FILE]}),
    "notify_other_states": (ENFORCE, TAKEN, {
        "states": [{"state": "CHE", "reference": "B-7", "sought": DEMO + "One half."}, {"state": "JPN"}],
            "apportionment": DEMO + "Switzerland up to one half.",
    }, {}),
    "report_recovery": (ENFORCE, TAKEN, {
        "state": "CHE", "amount": "1000000.00", "currency": "CHF", "recovered_on": "2026-03-05",
    }, {"rate": "1.12", "rate_on": "2026-03-05", "rate_source": DEMO + "Swiss National Bank"}),
}  # fmt: skip
#: What was done before, as the paper recalls it.
RECALLED: dict[str, tuple[str, str, dict[str, Any]]] = {
    "report_freeze": ("submit_freeze", "2026-02-01", {}),
    "extend_freeze": ("ask_extension", "2026-03-01", {"until_on": "2027-03-31"}),
    "decline_extension": ("ask_extension", "2026-03-01", {"until_on": "2027-03-31"}),
    "lift_freeze": ("notify_unjustified", "2026-03-10", {}),
    "report_denial": ("submit_freeze", "2026-02-01", {}),
    "report_confiscation": ("begin_court_phase", "2026-02-10", {}),
    "answer_disposal": ("open_disposal", "2026-03-09", {"intention": DEMO + "To return V1."}),
    "consider_return": ("ask_return", "2026-03-09", ASKED),
    "accept_sharing": ("propose_sharing", "2026-03-09", SHARING),
    "decline_sharing": ("propose_sharing", "2026-03-09", SHARING),
    "dispose": ("consider_return", "2026-03-09", {"outcome": "part"}),
    "confirm_payment": ("dispose", "2026-03-10", {"lines": LINES}),
}
#: Steps of either side that the requesting State takes here.
_ASKING = ("accept_sharing", "decline_sharing")


def letter(stage: str = FREEZE, paper: str = "request", **changed: Any) -> dict[str, Any]:
    """The letter at a stage; ``changed`` replaces what stands at its top."""
    return _made("sign", paper, content(stage), {"offences": []}, changed)


def snapshot(step: str, number: int = 0, **changed: Any) -> dict[str, Any]:
    """A paper of a step: the first, or the one of that number."""
    stage, before, needed, optional = STEPS[step]
    said, data = content(stage), needed | optional
    told = estate([*before, entry(step, DAY, data)], said, dt.date.fromisoformat(DAY))
    name = next(s.documents for s in ASSETS.steps if s.name == step)[number]
    extra: dict[str, Any] = {"estate": told, "ledger": {"running": []}}
    if step in RECALLED:
        earlier, on, given = RECALLED[step]
        extra["recalled"] = {"step": earlier, "on": on, "data": given}
    return _made(step, name, said, extra, changed, data)


def shared(paper: str, stage: str = FREEZE, **data: Any) -> dict[str, Any]:
    """A paper that kinds share, as the side that issues it in a request for assistance issues it here."""
    _requesting, step, _row, given = samples.STEPS[paper]
    extra = {
        "questions": samples.QUESTIONS, "from_state": "frozen", "ledger": samples.LEDGER,
        "enclosures": samples.ENCLOSED, "consultation": samples.CONSULTATION,
    }  # fmt: skip
    made = _made(step, paper, content(stage), extra, {}, given | data)
    if paper == "note_verbale" or paper.endswith("_on_other_basis"):
        on_basis(made)
    return copy.deepcopy(made)


def bare(step: str, number: int = 0) -> dict[str, Any]:
    """A paper of a step whose form gives only what is asked, on a request of which next to nothing is known."""
    blank = ASSETS.blank()
    blank["measure"]["stage"] = STEPS[step][0]
    made = snapshot(step, number, content=blank, extra={}, version=None, version_hash=None)
    made["step"]["data"] = STEPS[step][2] | dict.fromkeys(STEPS[step][3])
    return made


def _made(
    step: str, paper: str, said: dict[str, Any], extra: dict[str, Any], changed: dict[str, Any], data: Any = None
) -> dict[str, Any]:
    row = next(s for s in ASSETS.steps if s.name == step)
    requesting = row.side is Side.REQUESTING or step in _ASKING
    home, away = (BRAZIL, UNITED_STATES) if requesting else (UNITED_STATES, BRAZIL)
    ours, yours = (OUR, YOUR) if requesting else (YOUR, OUR)
    made = {
        "paper": paper, "kind": "assets", "language": "en", "number": f"{ours}-{PAPERS[paper].suffix}-01",
        "our_ref": ours, "your_ref": yours, "date": DAY, "place": "Brasília" if requesting else "Washington",
        "from": home, "to": away, "markings": ["CONFIDENTIAL", "URGENT"] if step == "sign" else [],
        "watermark": "draft" if paper == "working_draft" else None, "version": 1, "content": said,
        "previous_hash": "12" * 32,
        "step": {"name": step, "row": row.row, "article": row.article, "data": data or {}}, "findings": [],
        "signatory": {"name": "Maria Exemplo" if requesting else "Ben Example", "title": "Head of the authority"},
        "extra": {"questions": [], "party": samples.snapshot()["extra"]["party"]} | extra,
    } | changed  # fmt: skip
    return copy.deepcopy({"version_hash": sha256(canonical(made["content"])), **made})


def on_basis(made: dict[str, Any], basis: str = "RECIPROCITY") -> dict[str, Any]:
    """The paper, had the request rested on a treaty or on reciprocity."""
    made["content"]["regime"] |= {"basis": basis, "paragraphs": "", "agreement": "t1"}
    made["version_hash"] = sha256(canonical(made["content"]))
    made["extra"] |= {"basis": samples.BASES[basis], "party": {"day": DAY, "rows": []}}
    return made


def many(count: int = 300) -> list[dict[str, Any]]:
    """A schedule of so many assets, in three currencies, some without a value."""
    currencies = ("USD", "CHF", "JPY")
    return [
        asset(f"V{n}", SORTS[n % 7], f"Asset number {n}, held through company {n % 40} of the group, file {n}/26",
              value="" if n % 50 == 0 else f"{1000 + n}" + ("" if n % 3 == 2 else ".25"), currency=currencies[n % 3],
              valued_on="2026-01-05", theory=THEORIES[n % 6])
        for n in range(1, count + 1)
    ]  # fmt: skip


SORTS = ("account", "real_estate", "vehicle", "vessel", "company_share", "crypto_asset", "cash")
THEORIES = ("proceeds", "equal_value", "instrumentality", "converted", "commingled", "income")


def all_papers() -> Iterable[tuple[str, int]]:
    """Each paper of each step here: step and number."""
    for step in STEPS:
        for number, _name in enumerate(next(s.documents for s in ASSETS.steps if s.name == step)):
            yield step, number
