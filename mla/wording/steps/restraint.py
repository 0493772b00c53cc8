"""Tracing, freezing and seizure: what people read of its steps, states and papers (Art. 13(2))."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "begin_tracing": _l("Have the property traced"),
    "report_tracing": _l("Report the tracing"),
    "submit_freeze": _l("Submit the freeze to the court or authority"),
    "report_freeze": _l("Report the freeze"),
    "ask_extension": _l("Ask for a longer freeze"),
    "extend_freeze": _l("Report a longer freeze"),
    "decline_extension": _l("Decline a longer freeze"),
    "notify_unjustified": _l("Tell that the freeze is not needed any more"),
    "continue_freeze": _l("Confirm that the freeze goes on"),
    "lift_freeze": _l("Report that property is free"),
    "end_freeze": _l("Report that nothing is frozen any more"),
    "report_denial": _l("Report that no order was made"),
    "close_measure": _l("Close the case"),
    "close_followed": _l("Close the case in favour of the confiscation"),
}

DOES = {
    "begin_tracing": _l(
        "Passes the request to the authority that traces the property. The order stays inside your authority."
    ),
    "report_tracing": _l(
        "Tells the requesting State which property was found, where and whose, and how what it learns may be used."
    ),
    "submit_freeze": _l("Tells the requesting State to which court or authority the freeze was submitted."),
    "report_freeze": _l(
        "Tells the requesting State what is frozen, by which order, when the freeze lapses by the law here, and what must come before."
    ),
    "ask_extension": _l(
        "Asks the requested State to keep the freeze longer, and confirms that the facts on which it rests still stand."
    ),
    "extend_freeze": _l("Tells the requesting State until when the freeze lasts now, and by which law."),
    "decline_extension": _l(
        "Tells the requesting State that the freeze is not kept longer, and why. It ends by its own terms."
    ),
    "notify_unjustified": _l(
        "Tells the requested State that the freeze, or a part of it, is not needed any more. It then sets the property free."
    ),
    "continue_freeze": _l(
        "Tells the requesting State that the request was examined again and that the freeze goes on as ordered."
    ),
    "lift_freeze": _l("Tells the requesting State which property is free, since when and why. The rest stays frozen."),
    "end_freeze": _l(
        "Tells the requesting State that no property is frozen any more, since each freeze was lifted or has lapsed."
    ),
    "report_denial": _l(
        "Tells the requesting State that the court or authority did not make the order, and for which reasons."
    ),
    "close_measure": _l("Ends the case after the measure, and tells the requested State what came of it."),
    "close_followed": _l(
        "Ends this case, since a linked request for confiscation goes on with the property. The freeze stays."
    ),
}

DONE = {
    "begin_tracing": _l("%(who)s had the property traced."),
    "report_tracing": _l("%(who)s reported the tracing."),
    "submit_freeze": _l("%(who)s submitted the freeze to the court or authority."),
    "report_freeze": _l("%(who)s reported the freeze."),
    "ask_extension": _l("%(who)s asked for a longer freeze."),
    "extend_freeze": _l("%(who)s reported a longer freeze."),
    "decline_extension": _l("%(who)s declined a longer freeze."),
    "notify_unjustified": _l("%(who)s told that the freeze is not needed any more."),
    "continue_freeze": _l("%(who)s confirmed that the freeze goes on."),
    "lift_freeze": _l("%(who)s reported that property is free."),
    "end_freeze": _l("%(who)s reported that nothing is frozen any more."),
    "report_denial": _l("%(who)s reported that no order was made."),
    "close_measure": _l("%(who)s closed the case."),
    "close_followed": _l("%(who)s closed the case in favour of the confiscation."),
}

STATES = {
    "tracing": _l("Being traced"),
    "traced": _l("Traced"),
    "freeze_pending": _l("Freeze submitted"),
    "frozen": _l("Frozen"),
    "lifted": _l("Freeze ended"),
    "denied": _l("No order made"),
}

PAPERS = {
    "tracing_mandate": _l("Order to trace"),
    "tracing_report": _l("Tracing report"),
    "freeze_submission": _l("Notice of submission for a freeze"),
    "freeze_notice": _l("Notice of freeze"),
    "freeze_extension_request": _l("Request for a longer freeze"),
    "freeze_extension": _l("Notice of a longer freeze"),
    "freeze_extension_declined": _l("Notice that the freeze is not kept longer"),
    "freeze_release": _l("Notice that a freeze is not needed any more"),
    "freeze_continuation": _l("Notice that a freeze goes on"),
    "freeze_lifting": _l("Notice that property is free"),
    "freeze_end": _l("Notice that nothing is frozen any more"),
    "denial_report": _l("Report that no order was made"),
}
