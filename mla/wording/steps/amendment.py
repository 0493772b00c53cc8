"""An amended request: what people read of its steps, states and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "open_amendment": _l("Prepare an amended request"),
    "submit_amendment": _l("Submit the amended request for review"),
    "return_amendment": _l("Return the amended request for correction"),
    "approve_amendment": _l("Approve the amended request"),
    "sign_amendment": _l("Sign the amended request"),
    "attach_signed_amendment": _l("Attach the signed copy of the amended request"),
    "transmit_amendment_by_diplomatic_channel": _l("Transmit the amended request through the diplomatic channel"),
    "transmit_amendment": _l("Transmit the amended request"),
    "drop_amendment": _l("Drop the amended request"),
    "examine_amendment": _l("Examine the amended request"),
}

DOES = {
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
    "transmit_amendment_by_diplomatic_channel": _l(
        "Sends the amended version on another basis than the Convention, with a note verbale for the foreign ministry to hand over."
    ),
    "transmit_amendment": _l("Sends the amended version to the requested State. It replaces the one sent before."),
    "drop_amendment": _l(
        "Ends the preparation. The request stands as it was sent; the requested State learns nothing."
    ),
    "examine_amendment": _l(
        "Takes the request back under examination, since what was decided on is an earlier version of it."
    ),
}

DONE = {
    "open_amendment": _l("%(who)s began an amended request."),
    "submit_amendment": _l("%(who)s submitted version %(version)s, which amends the request, for review."),
    "return_amendment": _l("%(who)s returned the amended request for correction."),
    "approve_amendment": _l("%(who)s approved version %(version)s, which amends the request."),
    "sign_amendment": _l("%(who)s signed version %(version)s, which amends the request."),
    "attach_signed_amendment": _l("%(who)s attached the signed copy of the amended request, version %(version)s."),
    "transmit_amendment_by_diplomatic_channel": _l(
        "%(who)s transmitted the amended request, version %(version)s, through the diplomatic channel."
    ),
    "transmit_amendment": _l("%(who)s transmitted the amended request, version %(version)s."),
    "drop_amendment": _l("%(who)s dropped the amended request."),
    "examine_amendment": _l("%(who)s took the request under examination again, since it was amended."),
}
