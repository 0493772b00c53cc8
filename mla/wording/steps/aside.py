"""Steps beside the way: progress, confidentiality, costs, redirection, information that lapsed: what people read of its steps, states and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "redirect": _l("Pass on to another authority"),
    "close_redirected": _l("Close the redirected request"),
    "remind_information": _l("Remind of the questions"),
    "lapse_information": _l("Note that the information has not come"),
    "ask_progress": _l("Ask about the progress"),
    "report_progress": _l("Report the progress"),
    "notify_confidentiality": _l("Say that confidentiality can’t be kept"),
    "answer_confidentiality": _l("Answer on confidentiality"),
    "consult_costs": _l("Consult on costs"),
}

DOES = {
    "redirect": _l("Tells the requesting State that another authority is competent, and where the request went."),
    "close_redirected": _l("Ends the case at this authority after the redirection."),
    "remind_information": _l("Reminds the requesting State of the information that was asked, with a new day."),
    "lapse_information": _l(
        "Records that the information did not come after a reminder. It may still be supplied; silence alone is no ground of refusal."
    ),
    "ask_progress": _l("Asks the requested State how far the request is."),
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
}

DONE = {
    "redirect": _l("%(who)s passed the request on to another authority."),
    "close_redirected": _l("%(who)s closed the redirected request."),
    "remind_information": _l("%(who)s reminded of the information that was asked."),
    "lapse_information": _l("%(who)s noted that the information has not come."),
    "ask_progress": _l("%(who)s asked about the progress."),
    "report_progress": _l("%(who)s reported the progress."),
    "notify_confidentiality": _l("%(who)s gave notice that confidentiality can’t be kept."),
    "answer_confidentiality": _l("%(who)s answered on confidentiality."),
    "consult_costs": _l("%(who)s opened a consultation on costs."),
}

STATES = {
    "lapsed_info": _l("Information has not come"),
    "redirected": _l("Redirected"),
}

PAPERS = {
    "progress_enquiry": _l("Enquiry on progress"),
    "progress_report": _l("Progress report"),
    "confidentiality_notice": _l("Notice on confidentiality"),
    "confidentiality_answer": _l("Answer on confidentiality"),
    "cost_consultation": _l("Consultation on costs"),
    "redirection": _l("Notice of redirection"),
    "reminder": _l("Reminder of a request for information"),
    "information_lapsed": _l("Notice that information has not come"),
}
