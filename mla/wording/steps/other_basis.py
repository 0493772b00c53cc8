"""Refusal and postponement on another basis than the Convention: what people read of the steps and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "refuse_on_other_basis": _l("Refuse the request on its own basis"),
    "postpone_on_other_basis": _l("Postpone the execution on its own basis"),
}
DOES = {
    "refuse_on_other_basis": _l(
        "Tells the requesting State that assistance is refused, with the article of the treaty or the provision of domestic law, and the reasons."
    ),
    "postpone_on_other_basis": _l(
        "Tells the requesting State that the execution waits, with the article of the treaty or the provision of domestic law, and until when."
    ),
}
DONE = {
    "refuse_on_other_basis": _l("%(who)s refused the request."),
    "postpone_on_other_basis": _l("%(who)s postponed the execution of the request."),
}
PAPERS = {
    "refusal_on_other_basis": _l("Refusal notice"),
    "postponement_on_other_basis": _l("Notice of postponement"),
}
