"""What the forms of the steps give when everything is in order."""

from typing import Any

from mla.services import custody
from mla.services.gather import local_day

from . import asset_answers, extradition_answers

SCAN = b"%PDF-1.4 a scan"
#: The answers to the steps that a kind has of its own.
OWN = {"assets": asset_answers, "extradition": extradition_answers, "provisional_arrest": extradition_answers}


def version_hash(case: Any) -> str:
    """The hash of the frozen version."""
    return case.request.versions[-1].sha256


def file(name: str = "scan.pdf", content: bytes = SCAN) -> dict[str, Any]:
    """A file in custody, as a step's form hands it on."""
    return {"name": name, "media_type": "application/pdf", "size": len(content), "sha256": custody.keep(content)}


def answers(case: Any, step: str) -> dict[str, Any]:
    """What the step's form gives when everything is in order."""
    kind = case.request.kind
    if kind in OWN and (own := OWN[kind].answers(step)) is not None:
        return own
    labels = [f"A{n}" for n in range(1, len(case.request.draft.get("assistance", ())) + 1)]
    return {
        "return_for_correction": lambda: {"comment": "Name the account."},
        "approve": lambda: {"version_hash": version_hash(case)},
        "recall": lambda: {"reason": "A fact has changed."},
        "sign": lambda: {"version_hash": version_hash(case), "place": case.requesting.authority.place},
        "attach_signed_copy": lambda: {"files": [file()]},
        "transmit": lambda: {"version_hash": version_hash(case), "channel": "diplomatic pouch", "note": ""},
        "abandon": lambda: {"reason": "No longer needed."},
        "acknowledge": lambda: {
            "received_on": local_day(case.requested.authority, case.now).isoformat(),
            "pages": 12,
            "defects": "",
            "officer": "",
            "next_answer_on": None,
        },
        "open_examination": lambda: {"examiner": str(case.requested["reviewer"].id)},
        "request_information": lambda: {
            "questions": [{"label": "Q1", "text": "Which branch?", "why": "necessary"}],
            "due_on": "2027-12-31",
            "effect": "",
        },
        "supply_information": lambda: {
            "answers": [{"label": "Q1", "text": "Which branch?", "answer": "The one in Miami.", "unavailable": False}],
            "files": [],
        },
        "withdraw": lambda: {"reason": "The proceedings ended."},
        "accept": lambda: {"authority": "Federal prosecutor, Miami", "note": ""},
        "refuse": lambda: {
            "ground": "dual_criminality",
            "offences": ["O1"],
            "discretion": "No exception is made.",
            "reasons": "The conduct is not punishable here.",
        },
        "open_consultation": lambda: {
            "grounds": ["essential_interests", "postponement"],
            "circumstances": "The accounts are under inquiry.",
            "helpful_conditions": "That nothing is disclosed before the trial.",
            "reply_on": "2027-12-31",
        },
        "answer_consultation": lambda: {"opinion": "Disclosure can wait.", "files": []},
        "end_consultation": lambda: {"outcome": "The inquiry has ended."},
        "offer_conditions": lambda: {
            "conditions": [{"label": "C1", "text": "Nothing is disclosed before the trial.", "source": ""}],
            "reply_on": "2027-12-31",
            "note": "",
        },
        "accept_conditions": lambda: {"accepted": ["C1"], "capacity": "Head of the central authority"},
        "decline_conditions": lambda: {"opinion": "The law requires disclosure."},
        "lapse_offer": dict,
        "refuse_after_consultation": lambda: {
            "ground": "essential_interests",
            "offences": [],
            "consultation_outcome": "No condition would help.",
            "discretion": "",
            "reasons": "The security of an inquiry would suffer.",
        },
        "postpone": lambda: {
            "proceeding": "investigation",
            "interference": "A search is being prepared.",
            "consultation_outcome": "No condition would help before the search.",
            "interim": "",
            "review_on": "2027-12-31",
        },
        "resume": lambda: {"obstacle_gone": "The search was carried out."},
        "accept_in_part": lambda: {
            "decisions": [
                {
                    "label": a,
                    "sought": "",
                    "decision": "refused",
                    "ground": "dual_criminality",
                    "discretion": "No exception is made.",
                    "reasons": "Not punishable here.",
                }
                | ({"decision": "accepted", "ground": "", "discretion": "", "reasons": ""} if a == "A1" else {})
                for a in labels
            ],
            "consultation_outcome": "",
            "authority": "Federal prosecutor, Miami",
            "note": "",
        },
        "redirect": lambda: {
            "competent_authority": "Attorney General of Guam",
            "passed_on": None,
            "new_reference": "",
            "reason": "The accounts are held there.",
        },
        "close_redirected": lambda: {"outcome": "The other authority goes on."},
        "remind_information": lambda: {"due_on": "2028-01-31", "note": ""},
        "report_partial_execution": lambda: {
            "items": [
                {
                    "label": a,
                    "sought": "",
                    "result": "See the report.",
                    "law": "",
                    "procedure_followed": "none_asked",
                    "deviation": "",
                    "outcome": "done" if a == "A1" else "not_done",
                    "searched": "All registers.",
                }
                for a in labels
            ],
            "executed_on": case.now.date().isoformat(),
            "files": [],
        },
        "report_nil_execution": lambda: {
            "searches": [{"label": a, "sought": "", "searched": "All registers.", "obstacle": "None."} for a in labels],
            "executed_on": case.now.date().isoformat(),
            "files": [],
        },
        "send_nil_result": lambda: {"note": ""},
        "ask_progress": lambda: {"enquiry": "How far is it?"},
        "report_progress": lambda: {"progress": "Registered.", "obstacles": "", "expected_on": None},
        "notify_confidentiality": lambda: {"reason": "The hearing is public."},
        "answer_confidentiality": lambda: {"choice": "continue", "limits": ""},
        "consult_costs": lambda: {"expenses": "An expert opinion.", "proposal": "Each bears one half."},
        "mandate_execution": lambda: {
            "authority": "Federal prosecutor, Miami",
            "due_on": "2026-08-31",
            "instructions": "",
        },
        "report_execution": lambda: {
            "items": [
                {
                    "label": a,
                    "sought": "",
                    "result": "Obtained.",
                    "law": "18 U.S.C. 3512",
                    "procedure_followed": "yes",
                    "deviation": "",
                }
                for a in labels
            ],
            "executed_on": local_day(case.requested.authority, case.now).isoformat(),
            "files": [],
        },
        "send_results": lambda: {
            "use_limits": "Only in the proceeding named.",
            "return_conditions": "",
            "return_on": None,
            "items": [{"description": "Bank records", "form": "copy", "pages": 40, "original": False}],
            "files": [],
        },
        "confirm_results": lambda: {"matches": True, "differences": ""},
        "open_amendment": lambda: {"changes": "A third account was found."},
        "return_amendment": lambda: {"comment": "Name the third account."},
        "approve_amendment": lambda: {"version_hash": version_hash(case)},
        "sign_amendment": lambda: {"version_hash": version_hash(case), "place": case.requesting.authority.place},
        "attach_signed_amendment": lambda: {"files": [file()]},
        "transmit_amendment": lambda: {"version_hash": version_hash(case), "channel": "diplomatic pouch", "note": ""},
        "transmit_by_diplomatic_channel": lambda: {
            "version_hash": version_hash(case),
            "channel": "Ministry of Foreign Affairs and embassy",
            "note": "",
        },
        "transmit_amendment_by_diplomatic_channel": lambda: {
            "version_hash": version_hash(case),
            "channel": "Ministry of Foreign Affairs and embassy",
            "note": "",
        },
        "refuse_on_other_basis": lambda: {
            "rests_on": "provision",
            "provision": "Code of Criminal Procedure, section 4",
            "reasons": "The conduct is not punishable here.",
        },
        "postpone_on_other_basis": lambda: {
            "provision": "Code of Criminal Procedure, section 5",
            "proceeding": "investigation",
            "interference": "A search is being prepared.",
            "interim": "",
            "review_on": "2099-01-01",
        },
        "drop_amendment": lambda: {"reason": "The account was another's."},
        "examine_amendment": lambda: {"note": ""},
        "notify_orally": lambda: {
            "version_hash": version_hash(case),
            "means": "oral",
            "told_at": "14:20",
            "told_to": "J. Officer, duty officer",
            "told_by": "The head of the authority",
            "said": "Hold the balances of the account 4471.",
            "agreed_by": "J. Officer",
            "agreed_on": local_day(case.requesting.authority, case.now).isoformat(),
            "agreed_form": "by telephone",
        },
        "sign_confirmation": lambda: {"version_hash": version_hash(case), "place": case.requesting.authority.place},
        "attach_signed_confirmation": lambda: {"files": [file()]},
        "confirm_in_writing": lambda: {"version_hash": version_hash(case), "channel": "courier", "note": ""},
        "answer_costs": lambda: {"agreed": "yes", "payer": "each", "terms": "Each bears one half.", "due_on": None},
        "discharge_obligation": lambda: {
            "obligation": "B1",
            "account": "It was done.",
            "settled_on": local_day(case.requesting.authority, case.now).isoformat(),
            "files": [],
        },
        "ask_other_use": lambda: {
            "other_use": "Tax proceeding 7/2026.",
            "which_results": "",
            "reason": "The gain was not declared.",
        },
        "answer_other_use": lambda: {"consent": "yes", "explanation": "For that proceeding alone."},
        "notify_exculpatory_disclosure": lambda: {
            "disclosed": "The second statement.",
            "disclosed_in": "Trial of A. Silva.",
            "advance": "before",
            "disclosed_on": "2027-12-31",
            "why_late": "",
        },
        "answer_exculpatory": lambda: {"wish": "consult", "remarks": "The name of the witness."},
        "close": lambda: {"returns": "none", "returns_on": None, "outcome": "Two persons were convicted."},
        "close_refused": lambda: {"outcome": "No assistance was given."},
        "close_withdrawn": lambda: {"outcome": "The request was withdrawn."},
    }.get(step, dict)()
