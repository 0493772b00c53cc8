"""What people read of the step table: names of steps, states, roles, sides and papers; what a step does and did."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from mla.domain.workflow import Role, Side

#: What a button says, and the heading of the step's page.
TITLES = {
    "draft": _l("Open the request"),
    "submit": _l("Submit for review"),
    "return_for_correction": _l("Return for correction"),
    "approve": _l("Approve the request"),
    "recall": _l("Recall to draft"),
    "sign": _l("Sign the letter of request"),
    "attach_signed_copy": _l("Attach the signed copy"),
    "transmit": _l("Transmit the request"),
    "abandon": _l("Abandon the request"),
    "acknowledge": _l("Acknowledge receipt"),
    "open_examination": _l("Open the examination"),
    "request_information": _l("Ask for additional information"),
    "supply_information": _l("Supply additional information"),
    "withdraw": _l("Withdraw the request"),
    "accept": _l("Accept the request"),
    "refuse": _l("Refuse the request"),
    "open_consultation": _l("Open a consultation"),
    "answer_consultation": _l("Answer the consultation"),
    "end_consultation": _l("End the consultation"),
    "offer_conditions": _l("Offer conditions"),
    "accept_conditions": _l("Accept the conditions"),
    "decline_conditions": _l("Decline the conditions"),
    "lapse_offer": _l("Let the offer lapse"),
    "refuse_after_consultation": _l("Refuse after the consultation"),
    "postpone": _l("Postpone the execution"),
    "resume": _l("Resume the examination"),
    "accept_in_part": _l("Accept in part"),
    "redirect": _l("Pass on to another authority"),
    "close_redirected": _l("Close the redirected request"),
    "remind_information": _l("Remind of the questions"),
    "lapse_information": _l("Note that the information has not come"),
    "report_partial_execution": _l("Report an execution in part"),
    "report_nil_execution": _l("Report that nothing was obtained"),
    "send_nil_result": _l("Send the nil result"),
    "ask_progress": _l("Ask about the progress"),
    "report_progress": _l("Report the progress"),
    "notify_confidentiality": _l("Say that confidentiality can’t be kept"),
    "answer_confidentiality": _l("Answer on confidentiality"),
    "consult_costs": _l("Consult on costs"),
    "mandate_execution": _l("Order the execution"),
    "report_execution": _l("Report the execution"),
    "send_results": _l("Send the results"),
    "confirm_results": _l("Confirm the results"),
    "close": _l("Close the case"),
    "close_refused": _l("Close the refused request"),
    "close_withdrawn": _l("Close the withdrawn request"),
    "correct_record": _l("Correct a record"),
    "open_amendment": _l("Prepare an amended request"),
    "submit_amendment": _l("Submit the amended request for review"),
    "return_amendment": _l("Return the amended request for correction"),
    "approve_amendment": _l("Approve the amended request"),
    "sign_amendment": _l("Sign the amended request"),
    "attach_signed_amendment": _l("Attach the signed copy of the amended request"),
    "transmit_amendment": _l("Transmit the amended request"),
    "drop_amendment": _l("Drop the amended request"),
    "examine_amendment": _l("Examine the amended request"),
}

#: What taking the step means, in a sentence at the head of its page.
DOES = {
    "draft": _l("Draws a request from a matter and gives it a reference of its own."),
    "submit": _l(
        "Freezes the content as a version and puts it before a reviewer. It can’t be changed until it is returned."
    ),
    "return_for_correction": _l("Sends the request back to the drafter with your comment."),
    "approve": _l(
        "Confirms that this version may be signed, since both States are bound on this day, and issues the statement of party status."
    ),
    "recall": _l(
        "Takes the request back to draft. The approved version is kept, and a changed content becomes a new version."
    ),
    "sign": _l("Issues the letter of request for this version, with your name and office under it."),
    "attach_signed_copy": _l("Keeps the scan of the paper that was signed by hand beside the letter of request."),
    "transmit": _l("Sends this version to the requested State. From then on its authority can read it."),
    "abandon": _l("Ends the request before anything is sent. The requested State never learns of it."),
    "acknowledge": _l(
        "Confirms to the requesting State that the request arrived, and gives it your authority’s reference, even where it is defective."
    ),
    "open_examination": _l("Puts a reviewer in charge of the examination."),
    "request_information": _l(
        "Asks the requesting State for what is necessary to execute the request or can facilitate it."
    ),
    "supply_information": _l("Answers every question that was asked, and returns the request to where it was left."),
    "withdraw": _l("Tells the requested State that the assistance is no longer asked."),
    "accept": _l("Tells the requesting State that the request will be executed."),
    "refuse": _l("Tells the requesting State that assistance is refused, with the ground and the reasons."),
    "open_consultation": _l(
        "Tells the requesting State what is intended and on which ground, and asks whether conditions would help. It comes before any refusal under Art. 18(21) and any postponement."
    ),
    "answer_consultation": _l("Gives the requested State your opinion and information. The consultation goes on."),
    "end_consultation": _l(
        "Tells the requesting State that nothing stands in the way any more, and returns the request to where it was left."
    ),
    "offer_conditions": _l("Tells the requesting State on which conditions the assistance would be given."),
    "accept_conditions": _l(
        "Undertakes for the requesting State to comply with every condition. It binds; the request is then accepted."
    ),
    "decline_conditions": _l(
        "Tells the requested State that the conditions are not accepted. The consultation goes on."
    ),
    "lapse_offer": _l("Takes the consultation up again after the day of the reply has passed without one."),
    "refuse_after_consultation": _l(
        "Tells the requesting State that assistance is refused, with the ground, the consultation held and the reasons."
    ),
    "postpone": _l("Tells the requesting State that the execution waits, why, and when this is looked at again."),
    "resume": _l("Tells the requesting State that the request is examined again."),
    "accept_in_part": _l(
        "Tells the requesting State which items will be executed and which are refused, with ground and reasons for each."
    ),
    "redirect": _l("Tells the requesting State that another authority is competent, and where the request went."),
    "close_redirected": _l("Ends the case at this authority after the redirection."),
    "remind_information": _l("Reminds the requesting State of the information that was asked, with a new day."),
    "lapse_information": _l(
        "Records that the information did not come after a reminder. It may still be supplied; silence alone is no ground of refusal."
    ),
    "report_partial_execution": _l(
        "Records what was obtained, what was not and what was tried. The report goes out with the results."
    ),
    "report_nil_execution": _l("Records what was searched and why nothing was obtained."),
    "send_nil_result": _l("Tells the requesting State what was searched and that nothing was obtained."),
    "ask_progress": _l("Asks the requested State how far the execution is."),
    "report_progress": _l("Tells the requesting State how far the request is."),
    "notify_confidentiality": _l(
        "Informs the requesting State promptly, so that it can choose to continue, limit or withdraw the request."
    ),
    "answer_confidentiality": _l(
        "Tells the requested State whether the request goes on as it is or is limited. To end it, withdraw it."
    ),
    "consult_costs": _l(
        "Tells the other State of expenses of a substantial or extraordinary nature, and proposes how they are borne."
    ),
    "mandate_execution": _l(
        "Passes the request to the authority that executes it. The order stays inside your authority."
    ),
    "report_execution": _l(
        "Records, item by item, what was obtained and by which procedure. The report goes out with the results."
    ),
    "send_results": _l(
        "Hands the results to the requesting State with an inventory, and the execution report with them."
    ),
    "confirm_results": _l("Confirms to the requested State that the results arrived."),
    "close": _l("Ends the case and tells the requested State what came of it."),
    "close_refused": _l("Ends the case after a refusal."),
    "close_withdrawn": _l("Ends the case after a withdrawal."),
    "correct_record": _l("Adds a correction to the history. The entry that is wrong stays as it is."),
    "open_amendment": _l(
        "Opens the draft again. The request goes on as it was sent until the amended one is transmitted."
    ),
    "submit_amendment": _l("Freezes the amended content as the next version and puts it before a reviewer."),
    "return_amendment": _l("Sends the amended request back to the drafter with your comment."),
    "approve_amendment": _l(
        "Confirms that the amended version may be signed, since both States are bound on this day."
    ),
    "sign_amendment": _l("Issues the amended letter of request for this version, with your name and office under it."),
    "attach_signed_amendment": _l("Keeps the scan of the amended letter that was signed by hand."),
    "transmit_amendment": _l("Sends the amended version to the requested State. It replaces the one sent before."),
    "drop_amendment": _l(
        "Ends the preparation. The request stands as it was sent; the requested State learns nothing."
    ),
    "examine_amendment": _l(
        "Takes the request back under examination, since what was accepted is an earlier version of it."
    ),
}

#: What the history says afterwards. ``who`` is a person of one's own authority, or the other authority.
DONE = {
    "draft": _l("%(who)s opened the request."),
    "submit": _l("%(who)s submitted version %(version)s for review."),
    "return_for_correction": _l("%(who)s returned version %(version)s for correction."),
    "approve": _l("%(who)s approved version %(version)s."),
    "recall": _l("%(who)s recalled version %(version)s to draft."),
    "sign": _l("%(who)s signed version %(version)s."),
    "attach_signed_copy": _l("%(who)s attached the signed copy of version %(version)s."),
    "transmit": _l("%(who)s transmitted version %(version)s to the requested State."),
    "abandon": _l("%(who)s abandoned the request before sending it."),
    "acknowledge": _l("%(who)s acknowledged receipt of the request."),
    "open_examination": _l("%(who)s opened the examination."),
    "request_information": _l("%(who)s asked for additional information."),
    "supply_information": _l("%(who)s supplied the additional information."),
    "withdraw": _l("%(who)s withdrew the request."),
    "accept": _l("%(who)s accepted the request."),
    "refuse": _l("%(who)s refused the request."),
    "open_consultation": _l("%(who)s opened a consultation."),
    "answer_consultation": _l("%(who)s gave an opinion in the consultation."),
    "end_consultation": _l("%(who)s ended the consultation: nothing stands in the way."),
    "offer_conditions": _l("%(who)s offered conditions."),
    "accept_conditions": _l("%(who)s accepted the conditions."),
    "decline_conditions": _l("%(who)s declined the conditions."),
    "lapse_offer": _l("%(who)s let the offer lapse."),
    "refuse_after_consultation": _l("%(who)s refused the request after a consultation."),
    "postpone": _l("%(who)s postponed the execution."),
    "resume": _l("%(who)s resumed the examination."),
    "accept_in_part": _l("%(who)s accepted the request in part."),
    "redirect": _l("%(who)s passed the request on to another authority."),
    "close_redirected": _l("%(who)s closed the redirected request."),
    "remind_information": _l("%(who)s reminded of the information that was asked."),
    "lapse_information": _l("%(who)s noted that the information has not come."),
    "report_partial_execution": _l("%(who)s reported an execution in part."),
    "report_nil_execution": _l("%(who)s reported that nothing was obtained."),
    "send_nil_result": _l("%(who)s sent the nil result."),
    "ask_progress": _l("%(who)s asked about the progress."),
    "report_progress": _l("%(who)s reported the progress."),
    "notify_confidentiality": _l("%(who)s gave notice that confidentiality can’t be kept."),
    "answer_confidentiality": _l("%(who)s answered on confidentiality."),
    "consult_costs": _l("%(who)s opened a consultation on costs."),
    "mandate_execution": _l("%(who)s ordered the execution."),
    "report_execution": _l("%(who)s reported the execution."),
    "send_results": _l("%(who)s sent the results."),
    "confirm_results": _l("%(who)s confirmed that the results arrived."),
    "close": _l("%(who)s closed the case."),
    "close_refused": _l("%(who)s closed the refused request."),
    "close_withdrawn": _l("%(who)s closed the withdrawn request."),
    "correct_record": _l("%(who)s corrected a record."),
    "open_amendment": _l("%(who)s began an amended request."),
    "submit_amendment": _l("%(who)s submitted version %(version)s, which amends the request, for review."),
    "return_amendment": _l("%(who)s returned the amended request for correction."),
    "approve_amendment": _l("%(who)s approved version %(version)s, which amends the request."),
    "sign_amendment": _l("%(who)s signed version %(version)s, which amends the request."),
    "attach_signed_amendment": _l("%(who)s attached the signed copy of the amended request, version %(version)s."),
    "transmit_amendment": _l("%(who)s transmitted the amended request, version %(version)s."),
    "drop_amendment": _l("%(who)s dropped the amended request."),
    "examine_amendment": _l("%(who)s took the request under examination again, since it was amended."),
}

STATES = {
    "new": _l("New"),
    "draft": _l("Draft"),
    "in_review": _l("In review"),
    "approved": _l("Approved"),
    "signed": _l("Signed"),
    "transmitted": _l("Transmitted"),
    "received": _l("Received"),
    "examination": _l("Under examination"),
    "info_requested": _l("Information requested"),
    "accepted": _l("Accepted"),
    "executing": _l("In execution"),
    "executed": _l("Executed"),
    "results_sent": _l("Results sent"),
    "results_confirmed": _l("Results confirmed"),
    "consultation": _l("In consultation"),
    "conditions_offered": _l("Conditions offered"),
    "postponed": _l("Postponed"),
    "lapsed_info": _l("Information has not come"),
    "partly_executed": _l("Executed in part"),
    "not_executable": _l("Nothing obtained"),
    "redirected": _l("Redirected"),
    "refused": _l("Refused"),
    "withdrawn": _l("Withdrawn"),
    "closed": _l("Closed"),
    "abandoned": _l("Abandoned"),
}

ROLES = {
    Role.DRAFTER: _l("drafter"),
    Role.REVIEWER: _l("reviewer"),
    Role.SIGNATORY: _l("signatory"),
    Role.REGISTRY: _l("registry"),
    Role.DECIDER: _l("decider"),
    Role.EXECUTOR: _l("executor"),
}

SIDES = {
    Side.REQUESTING: _l("requesting State"),
    Side.REQUESTED: _l("requested State"),
    Side.EITHER: _l("either State"),
}

KINDS = {"assistance": _l("Mutual legal assistance")}

#: Formal papers, and the files that are handed in with a step.
PAPERS = {
    "working_draft": _l("Working draft"),
    "request": _l("Letter of request"),
    "party_status": _l("Statement of party status"),
    "transmission_note": _l("Transmission note"),
    "acknowledgement": _l("Acknowledgement of receipt"),
    "information_request": _l("Request for additional information"),
    "supplementary_information": _l("Supplementary information"),
    "acceptance": _l("Notice of acceptance"),
    "refusal": _l("Refusal notice"),
    "consultation": _l("Consultation letter"),
    "consultation_answer": _l("Opinion in the consultation"),
    "consultation_end": _l("Notice of the end of the consultation"),
    "conditional_offer": _l("Offer of assistance on conditions"),
    "undertaking": _l("Undertaking to comply with conditions"),
    "conditions_declined": _l("Notice that conditions are not accepted"),
    "offer_lapsed": _l("Notice that an offer has lapsed"),
    "postponement": _l("Notice of postponement"),
    "resumption": _l("Notice of resumption"),
    "partial_acceptance": _l("Notice of acceptance in part"),
    "execution_mandate": _l("Order of execution"),
    "execution_report": _l("Execution report"),
    "results": _l("Transmission of results"),
    "authenticity_certificate": _l("Certificate of authenticity"),
    "receipt_of_results": _l("Receipt of results"),
    "nil_result": _l("Notice that nothing was obtained"),
    "progress_enquiry": _l("Enquiry on progress"),
    "progress_report": _l("Progress report"),
    "confidentiality_notice": _l("Notice on confidentiality"),
    "confidentiality_answer": _l("Answer on confidentiality"),
    "cost_consultation": _l("Consultation on costs"),
    "redirection": _l("Notice of redirection"),
    "reminder": _l("Reminder of a request for information"),
    "information_lapsed": _l("Notice that information has not come"),
    "closing_note": _l("Closing note"),
    "withdrawal": _l("Notice of withdrawal"),
    "signed_copy": _l("Signed copy"),
    "supplement": _l("Supplementary file"),
    "evidence": _l("Evidence"),
}


def name_in(vocabulary: Mapping[Any, Any], code: str) -> str:
    """The word for a code; a retired code, which only old histories hold, stays readable as it is."""
    return str(vocabulary[code]) if code in vocabulary else code.replace("_", " ")


def done(step: str, who: str, version: int | None) -> str:
    """What happened, as a sentence; a retired step keeps its name."""
    if step not in DONE:
        return f"{who}: {name_in(TITLES, step)}"
    return str(DONE[step]) % {"who": who, "version": version}
