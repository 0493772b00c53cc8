"""Requests made orally or through INTERPOL, and their written confirmation: what people read of steps and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "notify_orally": _l("Record an urgent request made orally or through INTERPOL"),
    "sign_confirmation": _l("Sign the letter that confirms the request"),
    "attach_signed_confirmation": _l("Attach the signed copy of the confirming letter"),
    "confirm_in_writing": _l("Confirm the request in writing"),
}

DOES = {
    "notify_orally": _l(
        "Records on the day itself what the requested State was told before the letter, and issues a note of it. Its authority sees the note and no version of the request. The letter must follow forthwith."
    ),
    "sign_confirmation": _l(
        "Issues the letter of request, which says that it confirms what was made orally or through INTERPOL, with your name and office under it."
    ),
    "attach_signed_confirmation": _l("Keeps the scan of the confirming letter that was signed by hand."),
    "confirm_in_writing": _l(
        "Sends the signed letter to the requested State. From then on its authority can read the request."
    ),
}

DONE = {
    "notify_orally": _l("%(who)s made the request orally or through INTERPOL."),
    "sign_confirmation": _l("%(who)s signed version %(version)s, which confirms the request."),
    "attach_signed_confirmation": _l("%(who)s attached the signed copy of version %(version)s."),
    "confirm_in_writing": _l("%(who)s confirmed the request in writing with version %(version)s."),
}

STATES = {"oral_notified": _l("To be confirmed in writing")}

PAPERS = {"oral_note": _l("Note of an urgent request")}
