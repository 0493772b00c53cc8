"""What the forms of the steps on assets give, field by field, on a request that lists the asset V1.

Days that lie ahead are far ahead, and days that have passed lie well before: so no test depends on the clock.
"""

from typing import Any

from tests.extradition_answers import typed as as_typed

FUTURE, PAST = "2099-12-31", "2026-02-02"
_ORDER = {"lapses_on": FUTURE, "lapse_rule": "after six months", "law": "Law 1, article 2"}
_RATE = {"rate": "", "rate_on": None, "rate_source": ""}

STEPS: dict[str, dict[str, Any]] = {
    "begin_tracing": {"authority": "Financial intelligence unit", "due_on": None, "instructions": ""},
    "report_tracing": {
        "assets": [{"label": "V1", "outcome": "traced", "found": "At the bank in Miami, 58 million."}],
        "new": [
            {
                "label": "T1",
                "description": "a flat in Miami",
                "kind": "real_estate",
                "location": "Miami",
                "country": "USA",
                "holder": "A company",
                "owner": "",
                "value": "900000.00",
                "currency": "USD",
                "valued_on": PAST,
            }
        ],
        "searched": "Registers of land and companies.",
        "obstacle": "",
        "explanation": "",
        "use_limits": "Only in the proceeding named.",
        "files": [],
    },
    "submit_freeze": {"authority": "District Court", "submitted_on": PAST, "note": ""},
    "report_freeze": {
        "assets": [{"label": "V1", "amount": "58400000.00", "currency": "USD"}],
        "order_number": "26-cv-1",
        "authority": "District Court",
        "ordered_on": PAST,
        "scope": "No payment out of the account.",
        "needed": "an order of confiscation",
        "needed_by": "2099-06-30",
        "note": "",
        "files": [],
    }
    | _ORDER,
    "continue_freeze": {"note": "The order stands."},
    "report_denial": {
        "authority": "District Court",
        "decided_on": PAST,
        "ground": "evidence",
        "reasons": "The facts do not suffice.",
        "remedy": "",
        "files": [],
    },
    "close_measure": {"outcome": "The property was traced."},
    "end_freeze": {"note": ""},
    "close_followed": {"followed_by": "AST-2026-2", "outcome": "Confiscation is asked now."},
    "ask_extension": {"until_on": FUTURE, "reason": "The trial goes on.", "facts_stand": True, "files": []},
    "extend_freeze": {
        "assets": ["V1"],
        "order_number": "26-cv-9",
        "authority": "District Court",
        "ordered_on": "2026-03-02",
        "needed": "",
        "needed_by": None,
        "note": "",
    }
    | _ORDER
    | {"lapses_on": "2100-12-31"},
    "decline_extension": {"reasons": "The law allows no more."},
    "notify_unjustified": {"assets": ["V1"], "reason": "He was acquitted."},
    "lift_freeze": {
        "assets": ["V1"],
        "cause": "court",
        "explanation": "The court set it aside.",
        "lifted_on": "2026-03-02",
        "heard": "By letter.",
    },
    "begin_court_phase": {"authority": "District Court", "law": "28 U.S.C. 2467", "submitted_on": None, "note": ""},
    "notify_third_parties": {
        "persons": [{"name": "A bank", "interest": "mortgage"}],
        "manner": "By letter.",
        "notified_on": PAST,
        "answer_by": FUTURE,
        "files": [],
    },
    "record_claims": {
        "claims": [
            {"label": "K1", "claimant": "A bank", "assets": "V1", "right": "Mortgage of 2019.", "claimed_on": PAST}
        ],
        "files": [],
    },
    "decide_claims": {
        "decisions": [{"label": "K1", "outcome": "rejected", "reasons": "The mortgage was paid off."}],
        "decided_by": "District Court",
        "decided_on": None,
        "files": [],
    },
    "report_confiscation": {
        "assets": [{"label": "V1", "extent": "whole", "amount": "58400000.00", "currency": "USD"}],
        "order_number": "26-cv-1",
        "court": "District Court",
        "ordered_on": PAST,
        "order_amount": "58400000.00",
        "order_currency": "USD",
        "none_known": True,
        "note": "",
        "files": [],
    },
    "refuse_not_covered": {
        "explanation": "The offence is punished with a fine.",
        "consultation_outcome": "",
        "reasons": "No serious crime.",
    },
    "notify_unenforceable": {"reason": "It was set aside.", "ended_on": PAST, "files": []},
    "notify_other_states": {
        "states": [{"state": "CHE", "reference": "B-7", "sought": "Up to one half."}],
        "apportionment": "Each is asked for one half.",
    },
    "report_recovery": {
        "state": "CHE",
        "amount": "1000.00",
        "currency": "USD",
        "recovered_on": PAST,
        "note": "",
    }
    | _RATE,
    "report_realisation": {
        "assets": [
            {"label": "V1", "amount": "58400000.00", "costs": "400000.00", "interest": "", "currency": "USD"}
        ],
        "realised_on": PAST,
        "manner": "By public auction.",
        "note": "",
        "files": [],
    },
    "ask_return": {"victims": "The depositors.", "owners": "", "note": "", "files": []},
    "open_disposal": {"intention": "To return it.", "law": "", "reply_on": None},
    "answer_disposal": {"opinion": "We agree.", "files": []},
    "consider_return": {"outcome": "part", "law": "21 U.S.C. 853", "reasons": "One half is shared."},
    "propose_sharing": {"agreement": "case_by_case", "parts": "One half each.", "note": ""},
    "accept_sharing": {"capacity": "Minister of Justice"},
    "decline_sharing": {"explanation": "Too little."},
    "dispose": {
        "lines": [
            {"label": "V1", "to": "returned", "amount": "29000000.00", "currency": "USD",
             "beneficiary": "The depositors"},
            {"label": "V1", "to": "shared", "amount": "29000000.00", "currency": "USD", "beneficiary": "Brazil"},
        ],
        "law": "21 U.S.C. 853",
        "agreement": "",
        "paid_on": PAST,
        "payment_reference": "2026/77",
        "files": [],
    },
    "confirm_payment": {"matches": True, "differences": ""},
    "close_disposed": {"outcome": "The depositors were paid."},
}  # fmt: skip


def answers(step: str) -> dict[str, Any] | None:
    """What the step's form gives; None for a step that all kinds share."""
    return dict(STEPS[step]) if step in STEPS else None


def typed(step: str) -> dict[str, Any]:
    """What a browser sends so that the form gives that: boxes ticked; labels that the form gives are not typed."""
    given = answers(step) or {}
    sent = as_typed({name: value for name, value in given.items() if name != "matches"})
    if "matches" in given:
        sent["complete"] = "yes" if given["matches"] else "no"
    if step == "report_freeze":
        sent["assets-0-frozen"] = "y"
    sent |= {f"claims-{n}-assets": row["assets"].split(", ") for n, row in enumerate(given.get("claims", ()))}
    return {name: value for name, value in sent.items() if step == "dispose" or not name.endswith("-label")}
