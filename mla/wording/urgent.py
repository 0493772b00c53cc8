"""The sentences on a request made orally or through INTERPOL and confirmed in writing (Art. 18(13), (14))."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "urgent.not_stated": _l("The approved version does not say that the request is urgent: only in urgent circumstances may it be made orally or through INTERPOL. Recall it to draft, and state the urgency with its reasons."),
    "urgent.no_reasons": _l("The approved version gives no reasons for the urgency. Recall it to draft, and give them."),
    "urgent.other_basis": _l("The request rests on another basis than the Convention: sign the letter and send it. That a request may be made orally or through INTERPOL is a rule of the Convention’s own."),
    "urgent.stated": _l("The request is urgent, with reasons."),
    "urgent.agreed.oral": _l("Both States agree that the request is made orally: for %(state)s %(agreed_by)s, on %(agreed_on)s (%(agreed_form)s)."),
    "urgent.agreed.interpol": _l("Both States agree that the request is made through INTERPOL: for %(state)s %(agreed_by)s, on %(agreed_on)s (%(agreed_form)s)."),
    "urgent.signed_already": _l("The letter that confirms the request is signed. It goes to the registry."),
    "urgent.not_told": _l("Nothing was said orally or through INTERPOL that could be confirmed."),
    "urgent.deadline_passed": _l("The deadline, %(deadline_on)s, has passed. The written confirmation is owed all the same."),
    "urgent.confirms.oral": _l("The request was made orally on %(told_on)s and is confirmed in writing."),
    "urgent.confirms.interpol": _l("The request was made through INTERPOL on %(told_on)s. The signed letter follows: the Convention demands a written confirmation of oral requests only."),
    "urgent.late": _l("The request was made on %(told_on)s. The Convention asks for confirmation forthwith and sets no number of days; this system counts more than one day as late."),
    "step.means.missing": _l("Say whether the request was made orally or through INTERPOL."),
    "step.agreed_by.missing": _l("Name who agreed for the requested State: it takes the agreement of both."),
    "step.agreed_on.missing": _l("Give the day on which the requested State agreed."),
    "step.agreed_form.missing": _l("Say in what form the requested State agreed, for example by telephone or by email."),
    "step.told_at.missing": _l("Give the hour at which the request was made."),
    "step.told_to.missing": _l("Name the person to whom the request was made, with their office."),
    "step.told_by.missing": _l("Name who made the request."),
    "step.said.missing": _l("Write down what was said."),
}  # fmt: skip
