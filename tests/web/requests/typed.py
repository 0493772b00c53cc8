"""What a person types into the form of each step, as the browser sends it."""

import io

from tests import asset_forms, extradition_answers, factories

TYPED = {
    "submit": {},
    "return_for_correction": {"comment": "Name the account."},
    "approve": {},
    "recall": {"reason": "A fact has changed."},
    "sign": {"place": "Brasília"},
    "attach_signed_copy": {},
    "transmit": {"channel": "diplomatic pouch", "note": ""},
    "abandon": {"reason": "No longer needed."},
    "acknowledge": {
        "received_on": "2026-03-12",
        "pages": "12",
        "defects": "",
        "officer": "B. Clerk",
        "next_answer_on": "",
    },
    "request_information": {
        "questions-0-text": "Which branch?",
        "questions-0-why": "necessary",
        "questions-1-text": "",
        "due_on": "2099-12-31",
        "effect": "",
    },
    "supply_information": {"answers-0-answer": "The one in Miami."},
    "withdraw": {"reason": "The proceedings ended."},
    "accept": {"authority": "Federal prosecutor, Miami", "note": ""},
    "refuse": {
        "ground": "dual_criminality",
        "offences": "O1",
        "discretion": "No exception is made.",
        "reasons": "The conduct is not punishable here.",
    },
    "open_consultation": {
        "grounds": ["essential_interests", "postponement"],
        "circumstances": "The accounts are under inquiry.",
        "helpful_conditions": "That nothing is disclosed before the trial.",
        "reply_on": "2099-12-31",
    },
    "answer_consultation": {"opinion": "Disclosure can wait."},
    "end_consultation": {"outcome": "The inquiry has ended."},
    "offer_conditions": {
        "conditions-0-text": "Nothing is disclosed before the trial.",
        "conditions-0-source": "Rule 6(e)",
        "reply_on": "2099-12-31",
        "note": "",
    },
    "accept_conditions": {"accepted": "C1", "capacity": "Head of the central authority"},
    "decline_conditions": {"opinion": "The law requires disclosure."},
    "refuse_after_consultation": {
        "ground": "essential_interests",
        "consultation_outcome": "No condition would help.",
        "discretion": "",
        "reasons": "The security of an inquiry would suffer.",
    },
    "postpone": {
        "proceeding": "investigation",
        "interference": "A search is being prepared.",
        "consultation_outcome": "No condition would help before the search.",
        "interim": "",
        "review_on": "2099-12-31",
    },
    "resume": {"obstacle_gone": "The search was carried out."},
    "accept_in_part": {
        "decisions-0-decision": "accepted",
        "decisions-1-decision": "refused",
        "decisions-1-ground": "dual_criminality",
        "decisions-1-discretion": "No exception is made.",
        "decisions-1-reasons": "Not punishable here.",
        "authority": "Federal prosecutor, Miami",
    },
    "redirect": {"competent_authority": "Attorney General of Guam", "reason": "The accounts are held there."},
    "close_redirected": {"outcome": "The other authority goes on."},
    "remind_information": {"due_on": "2099-12-31"},
    "report_partial_execution": {
        "items-0-result": "Obtained.",
        "items-0-procedure_followed": "yes",
        "items-0-outcome": "done",
        "items-1-result": "She was not found.",
        "items-1-procedure_followed": "none_asked",
        "items-1-outcome": "not_done",
        "items-1-searched": "Her last address.",
        "executed_on": "2026-03-12",
    },
    "report_nil_execution": {
        "searches-0-searched": "All registers of banks.",
        "searches-0-obstacle": "There is no such account.",
        "searches-1-searched": "Her last address.",
        "searches-1-obstacle": "She has left.",
        "executed_on": "2026-03-12",
    },
    "send_nil_result": {"note": ""},
    "ask_progress": {"enquiry": "How far is it?"},
    "report_progress": {"progress": "Registered.", "expected_on": ""},
    "notify_confidentiality": {"reason": "The hearing is public."},
    "answer_confidentiality": {"choice": "continue"},
    "consult_costs": {"expenses": "An expert opinion.", "proposal": "Each bears one half."},
    "answer_costs": {"agreed": "yes", "payer": "each", "terms": "Each bears one half.", "due_on": ""},
    "discharge_obligation": {"obligation": "B1", "account": "It was done.", "settled_on": "2026-03-12"},
    "ask_other_use": {"other_use": "Tax proceeding 7/2026.", "reason": "The gain was not declared."},
    "answer_other_use": {"consent": "yes", "explanation": "For that proceeding alone."},
    "notify_exculpatory_disclosure": {
        "disclosed": "The second statement.",
        "disclosed_in": "Trial of A. Silva.",
        "advance": "before",
        "disclosed_on": "2099-12-31",
    },
    "answer_exculpatory": {"wish": "consult", "remarks": "The name of the witness."},
    "mandate_execution": {"authority": "Federal prosecutor, Miami", "due_on": "2099-08-31", "instructions": ""},
    "report_execution": {
        "items-0-result": "Obtained.",
        "items-0-law": "18 U.S.C. 3512",
        "items-0-procedure_followed": "yes",
        "items-1-result": "She was heard.",
        "items-1-procedure_followed": "no",
        "items-1-deviation": "Recording is not allowed.",
        "executed_on": "2026-03-12",
    },
    "send_results": {
        "items-0-description": "Bank records",
        "items-0-form": "certified copies",
        "items-0-pages": "40",
        "items-1-description": "Passport",
        "items-1-original": "y",
        "use_limits": "Only in the proceeding named.",
        "return_conditions": "By courier.",
        "return_on": "2099-12-31",
    },
    "confirm_results": {"complete": "yes", "differences": ""},
    "close": {"returns": "scheduled", "returns_on": "2099-12-31", "outcome": "Two persons were convicted."},
    "close_refused": {"outcome": "No assistance was given."},
    "close_withdrawn": {"outcome": "The request was withdrawn."},
    "open_amendment": {"changes": "A third account was found."},
    "return_amendment": {"comment": "Name the third account."},
    "sign_amendment": {"place": "Brasília"},
    "transmit_amendment": {"channel": "diplomatic pouch", "note": ""},
    "drop_amendment": {"reason": "The account was another's."},
    "examine_amendment": {"note": "The third account is new."},
    "notify_orally": {
        "means": "oral",
        "told_at": "14:20",
        "told_to": "J. Officer, duty officer",
        "told_by": "The head of the authority",
        "said": "Hold the balances of the account 4471.",
        "agreed_by": "J. Officer",
        "agreed_on": "2026-03-12",
        "agreed_form": "by telephone",
    },
    "sign_confirmation": {"place": "Brasília"},
    "confirm_in_writing": {"channel": "courier", "note": ""},
    "correct_record": {"entry": "1", "error": "The day is wrong.", "right": "11 March 2026"},
}


def address(case, step):
    """The address of the step's page."""
    return f"/requests/{case.request.id}/steps/{step}"


def scan(name="scan.pdf", content=factories.SCAN):
    """A file as a browser sends it."""
    return io.BytesIO(content), name


def of_kind(kind, step):
    """What is typed into the form of the step: where a kind has answers of its own, those."""
    if kind == "assets" and asset_forms.answers(step) is not None:
        return asset_forms.typed(step)
    own = extradition_answers.answers(step) if kind in ("extradition", "provisional_arrest") else None
    return TYPED.get(step, {}) if own is None else extradition_answers.typed(own)


def typed(case, step, **changes):
    """Everything that the step's form sends, with what the page hid in it."""
    sent = of_kind(case.request.kind, step) | {"seen": case.request.state}
    if step.partition("_")[0] in ("approve", "sign", "transmit", "notify", "confirm") and step != "confirm_results":
        sent["version_hash"] = factories.version_hash(case)
    if step == "open_examination":
        sent["examiner"] = str(case.requested["reviewer"].id)
    if step.startswith("attach_signed"):
        sent["files"] = [scan()]
    return {name: value for name, value in (sent | changes).items() if value is not None}


def raising(error):
    """A function that only ever raises the error."""

    def raises(*_arguments):
        raise error

    return raises
