"""What arrives on paper: what people read of its rows, states and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "register_incoming": _l("Register a request that came on paper"),
    "letter": _l("Any other letter"),
    "take_back_record": _l("Take back the last record"),
}

DOES = {
    "register_incoming": _l(
        "Gives the request your own reference and acknowledges it, whatever it lacks. The acknowledgement is printed to be sent."
    ),
    "letter": _l("Keeps a letter that belongs to no step. The request stays where it stands."),
    "take_back_record": _l(
        "Enters that the record before was mistaken. The record stays readable; the request stands again where it stood."
    ),
}

DONE = {
    "register_incoming": _l("%(who)s registered the request, which came on paper, and acknowledged it."),
    "letter": _l("%(who)s wrote."),
    "take_back_record": _l("%(who)s took back the record before."),
}

PAPERS = {"incoming_paper": _l("Scan of the paper")}
