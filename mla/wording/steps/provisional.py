"""Provisional arrest: what people read of its steps, states and papers (Art. 16(9))."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "order_arrest": _l("Report the arrest"),
    "decline_arrest": _l("Decline the arrest"),
    "extend_arrest": _l("Extend the time for the documents"),
    "end_arrest": _l("Report the end of the arrest"),
    "close_arrest": _l("Close the request for arrest"),
}

DOES = {
    "order_arrest": _l(
        "Tells the requesting State who ordered the arrest, when, under which law, and by which day the formal request must be here."
    ),
    "decline_arrest": _l("Tells the requesting State that the person is not arrested, and why."),
    "extend_arrest": _l("Tells the requesting State that the formal request may come later, by which rule."),
    "end_arrest": _l(
        "Tells the requesting State that the provisional arrest has ended, and why. The extradition itself may still be asked."
    ),
    "close_arrest": _l("Ends the case of the provisional arrest. A request for extradition goes on by itself."),
}

DONE = {
    "order_arrest": _l("%(who)s reported the arrest."),
    "decline_arrest": _l("%(who)s declined the arrest."),
    "extend_arrest": _l("%(who)s extended the time for the documents."),
    "end_arrest": _l("%(who)s reported the end of the arrest."),
    "close_arrest": _l("%(who)s closed the request for arrest."),
}

STATES = {
    "arrest_ordered": _l("Arrested"),
    "arrest_declined": _l("Arrest declined"),
    "arrest_ended": _l("Arrest ended"),
}

PAPERS = {
    "arrest_notice": _l("Notice of provisional arrest"),
    "arrest_declined": _l("Notice that the arrest is declined"),
    "arrest_extension": _l("Notice of a longer time for the documents"),
    "arrest_end": _l("Notice of the end of provisional arrest"),
}
