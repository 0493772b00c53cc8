"""The sentences on a case from a file, and the names of the groups in which the law is explained."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "case.requesting.missing": _l("The requesting State is not given."),
    "case.requested.missing": _l("The requested State is not given."),
    "case.kind.boarding": _l("This system can’t send requests to board a vessel yet; what follows are the rules on mutual legal assistance."),
}  # fmt: skip

GROUPS = {
    "case": _l("Case"),
    "scope": _l("Scope"),
    "basis": _l("Legal basis"),
    "content": _l("Content"),
    "language": _l("Language"),
    "channel": _l("Channel"),
    "extradition": _l("What can carry an extradition"),
    "gate": _l("Gate: are both States bound?"),
}
WEIGHTS = {"holds": _l("met"), "warns": _l("warns"), "closes": _l("closed")}
