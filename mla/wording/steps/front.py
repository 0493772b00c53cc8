"""The front end that all kinds share, questions, withdrawal, closure and correction: what people read of its steps, states and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "draft": _l("Open the request"),
    "submit": _l("Submit for review"),
    "return_for_correction": _l("Return for correction"),
    "approve": _l("Approve the request"),
    "recall": _l("Recall to draft"),
    "sign": _l("Sign the letter of request"),
    "attach_signed_copy": _l("Attach the signed copy"),
    "transmit": _l("Transmit the request"),
    "transmit_by_diplomatic_channel": _l("Transmit the request through the diplomatic channel"),
    "abandon": _l("Abandon the request"),
    "acknowledge": _l("Acknowledge receipt"),
    "open_examination": _l("Open the examination"),
    "request_information": _l("Ask for additional information"),
    "supply_information": _l("Supply additional information"),
    "withdraw": _l("Withdraw the request"),
    "close_refused": _l("Close the refused request"),
    "close_withdrawn": _l("Close the withdrawn request"),
    "correct_record": _l("Correct a record"),
}

DOES = {
    "draft": _l("Draws a request from a matter and gives it a reference of its own."),
    "submit": _l(
        "Freezes the content as a version and puts it before a reviewer. It can’t be changed until it is returned."
    ),
    "return_for_correction": _l("Sends the request back to the drafter with your comment."),
    "approve": _l(
        "Confirms that this version may be signed, since the legal basis binds on this day, and issues the statement of party status."
    ),
    "recall": _l(
        "Takes the request back to draft. The approved version is kept, and a changed content becomes a new version."
    ),
    "sign": _l("Issues the letter of request for this version, with your name and office under it."),
    "attach_signed_copy": _l("Keeps the scan of the paper that was signed by hand beside the letter of request."),
    "transmit": _l("Sends this version to the requested State. From then on its authority can read it."),
    "transmit_by_diplomatic_channel": _l(
        "Sends this version on another basis than the Convention, with a note verbale for the foreign ministry to hand over. From then on the other authority can read it."
    ),
    "abandon": _l("Ends the request before anything is sent. The requested State never learns of it."),
    "acknowledge": _l(
        "Confirms to the requesting State that the request arrived, and gives it your authority’s reference, even where it is defective."
    ),
    "open_examination": _l("Puts a reviewer in charge of the examination."),
    "request_information": _l(
        "Asks the requesting State for what the request can’t be met without, or what makes it easier to meet."
    ),
    "supply_information": _l("Answers every question that was asked, and returns the request to where it was left."),
    "withdraw": _l("Tells the requested State that nothing is asked any more."),
    "close_refused": _l("Ends the case after a refusal."),
    "close_withdrawn": _l("Ends the case after a withdrawal."),
    "correct_record": _l("Adds a correction to the history. The entry that is wrong stays as it is."),
}

DONE = {
    "draft": _l("%(who)s opened the request."),
    "submit": _l("%(who)s submitted version %(version)s for review."),
    "return_for_correction": _l("%(who)s returned version %(version)s for correction."),
    "approve": _l("%(who)s approved version %(version)s."),
    "recall": _l("%(who)s recalled version %(version)s to draft."),
    "sign": _l("%(who)s signed version %(version)s."),
    "attach_signed_copy": _l("%(who)s attached the signed copy of version %(version)s."),
    "transmit": _l("%(who)s transmitted version %(version)s to the requested State."),
    "transmit_by_diplomatic_channel": _l(
        "%(who)s transmitted version %(version)s to the requested State through the diplomatic channel."
    ),
    "abandon": _l("%(who)s abandoned the request before sending it."),
    "acknowledge": _l("%(who)s acknowledged receipt of the request."),
    "open_examination": _l("%(who)s opened the examination."),
    "request_information": _l("%(who)s asked for additional information."),
    "supply_information": _l("%(who)s supplied the additional information."),
    "withdraw": _l("%(who)s withdrew the request."),
    "close_refused": _l("%(who)s closed the refused request."),
    "close_withdrawn": _l("%(who)s closed the withdrawn request."),
    "correct_record": _l("%(who)s corrected a record."),
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
    "withdrawn": _l("Withdrawn"),
    "closed": _l("Closed"),
    "abandoned": _l("Abandoned"),
}

PAPERS = {
    "working_draft": _l("Working draft"),
    "request": _l("Letter of request"),
    "party_status": _l("Statement of party status"),
    "transmission_note": _l("Transmission note"),
    "note_verbale": _l("Note verbale"),
    "acknowledgement": _l("Acknowledgement of receipt"),
    "information_request": _l("Request for additional information"),
    "supplementary_information": _l("Supplementary information"),
    "closing_note": _l("Closing note"),
    "withdrawal": _l("Notice of withdrawal"),
    "signed_copy": _l("Signed copy"),
    "supplement": _l("Supplementary file"),
}
