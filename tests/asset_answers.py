"""What the forms of the steps on assets give when everything is in order, on the one asset V1 of a draft for tests.

Days that lie ahead are far ahead, and days that have passed lie well before: so no test depends on the clock.
"""

from typing import Any

FUTURE, PAST = "2099-12-31", "2026-03-02"
#: When the freeze was ordered, and the last day on which it holds.
FROZEN_ON, LAPSES_ON = "2026-02-02", "2099-06-30"
ORDER = {"order_number": "26-cv-1", "court": "District Court, Miami", "ordered_on": PAST}
WHOLE = {"label": "V1", "extent": "whole", "amount": "58400000.00", "currency": "USD"}
CLAIM = {"label": "K1", "claimant": "A bank", "assets": "V1", "right": "Mortgage of 2019."}
RETURNED = {"label": "V1", "to": "returned", "amount": "58400000.00", "currency": "USD",
            "beneficiary": "The depositors"}  # fmt: skip

STEPS: dict[str, dict[str, Any]] = {
    "begin_tracing": {"authority": "Federal prosecutor, Miami", "due_on": FUTURE, "instructions": ""},
    "report_tracing": {
        "assets": [{"label": "V1", "outcome": "traced"}],
        "new": [{"label": "V2", "kind": "real_estate", "description": "A flat in Miami.", "value": "900000.00",
                 "currency": "USD", "valued_on": PAST}],
        "searched": "Registers of land and companies.",
        "obstacle": "",
        "use_limits": "Only in the proceeding named.",
        "files": [],
    },
    "submit_freeze": {"authority": "District Court, Miami", "note": ""},
    "report_freeze": {
        "assets": [{"label": "V1", "amount": "58400000.00", "currency": "USD"}],
        "order_number": "26-mc-1",
        "authority": "District Court, Miami",
        "ordered_on": FROZEN_ON,
        "scope": "No payment out of the account.",
        "lapses_on": LAPSES_ON,
        "lapse_rule": "Unless an order of confiscation comes before.",
        "law": "28 U.S.C. 2467(d)(3)",
        "needed": "An order of confiscation.",
        "needed_by": LAPSES_ON,
        "files": [],
    },
    "continue_freeze": {"note": ""},
    "report_denial": {
        "authority": "District Court, Miami",
        "ground": "evidence",
        "decided_on": PAST,
        "reasons": "The facts do not show where the money came from.",
        "files": [],
    },
    "ask_extension": {"until_on": FUTURE, "reason": "The trial has not ended.", "facts_stand": True, "files": []},
    "extend_freeze": {
        "assets": ["V1"],
        "authority": "District Court, Miami",
        "ordered_on": PAST,
        "lapses_on": FUTURE,
        "lapse_rule": "Unless an order of confiscation comes before.",
        "law": "28 U.S.C. 2467(d)(3)",
        "needed": "",
        "needed_by": None,
    },
    "decline_extension": {"reasons": "The law does not allow it."},
    "notify_unjustified": {"reason": "She was acquitted."},
    "lift_freeze": {
        "assets": ["V1"],
        "cause": "not_justified",
        "explanation": "The requesting State needs it no more.",
        "lifted_on": PAST,
        "heard": "It asked for it.",
    },
    "end_freeze": {"note": ""},
    "close_measure": {"outcome": "The property is free."},
    "close_followed": {"followed_by": "", "outcome": "Confiscation is asked by a request of its own."},
    "refuse_not_covered": {
        "explanation": "One person acted alone.",
        "offences": [],
        "consultation_outcome": "",
        "reasons": "No organised criminal group is involved.",
    },
    "begin_court_phase": {"authority": "Federal prosecutor, Miami", "law": "28 U.S.C. 2467", "note": ""},
    "notify_third_parties": {
        "persons": [{"name": "A bank", "interest": "Mortgage"}],
        "manner": "By letter.",
        "notified_on": PAST,
        "answer_by": FUTURE,
        "files": [],
    },
    "record_claims": {"claims": [CLAIM], "files": []},
    "decide_claims": {
        "decisions": [{"label": "K1", "outcome": "rejected", "reasons": "The mortgage was paid off."}],
        "files": [],
    },
    "report_confiscation": ORDER | {
        "assets": [WHOLE],
        "order_amount": "58400000.00",
        "order_currency": "USD",
        "none_known": True,
        "files": [],
    },
    "notify_unenforceable": {"reason": "The order was set aside.", "ended_on": PAST, "files": []},
    "notify_other_states": {"states": [{"state": "CHE"}], "apportionment": "Switzerland up to one half."},
    "report_recovery": {
        "state": "CHE",
        "amount": "1000000.00",
        "currency": "USD",
        "recovered_on": PAST,
        "rate": "",
        "rate_on": None,
        "rate_source": "",
    },
    "report_realisation": {
        "assets": [{"label": "V1", "amount": "58400000.00", "interest": "", "costs": "0", "currency": "USD"}],
        "realised_on": PAST,
        "files": [],
    },
    "ask_return": {"victims": "The depositors", "owners": "", "note": "", "files": []},
    "open_disposal": {"intention": "To return it.", "reply_on": FUTURE},
    "answer_disposal": {"opinion": "That is our wish.", "files": []},
    "consider_return": {"outcome": "all", "reasons": "", "law": "18 U.S.C. 981(i)"},
    "propose_sharing": {"agreement": "case_by_case", "parts": "One half each.", "note": ""},
    "accept_sharing": {"capacity": "Minister of Justice"},
    "decline_sharing": {"explanation": "The victims come first."},
    "dispose": {"lines": [RETURNED], "agreement": "", "law": "18 U.S.C. 981(i)", "files": []},
    "confirm_payment": {"matches": True, "differences": ""},
    "close_disposed": {"outcome": "The depositors were compensated."},
}  # fmt: skip


def answers(step: str) -> dict[str, Any] | None:
    """What the step's form gives; None for a step that all kinds share."""
    return dict(STEPS[step]) if step in STEPS else None
