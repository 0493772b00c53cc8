"""Obligations in words: their sorts, where they stand, and the sentences of the guards."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla.domain.obligations import Obligation, Sort, Status

#: What is owed, as a heading.
TITLES = {
    Sort.USE_LIMITATION: _l("Use of the results in the stated proceedings only"),
    Sort.CONFIDENTIALITY: _l("Confidentiality of the request"),
    Sort.CONDITION: _l("Condition accepted"),
    Sort.RETURN: _l("Return of originals"),
    Sort.COSTS: _l("Costs agreed"),
    Sort.CONSULTATION: _l("Consultation before a disclosure"),
    Sort.PROSECUTION: _l("Prosecution or enforcement instead of extradition"),
    Sort.ASSURANCE: _l("Assurance given"),
    Sort.RETURN_OF_PERSON: _l("Return of the person"),
    Sort.SPECIALITY: _l("Prosecution only for what was granted"),
}
#: What is owed, in running text.
OWING = {
    "use_limitation": _l("use of the results in the stated proceedings only"),
    "confidentiality": _l("confidentiality of the request"),
    "condition": _l("an accepted condition"),
    "return_of_originals": _l("the return of originals"),
    "costs": _l("costs that were agreed"),
    "consultation_on_disclosure": _l("a consultation before a disclosure"),
    "prosecution_or_enforcement": _l("prosecution, or enforcement of the sentence, instead of extradition"),
    "assurance": _l("an assurance that was given"),
    "return_of_person": _l("the return of the person"),
    "speciality": _l("prosecution only for what was granted"),
}
STATUSES = {
    Status.OPEN: _l("Open"),
    Status.STANDING: _l("Stands"),
    Status.DISCHARGED: _l("Discharged"),
    Status.RELEASED: _l("Released"),
}

SENTENCES = {
    "obligation.undone": _l("Obligation %(label)s of %(holder_state)s, %(obligation)s, is open. Before the case is closed it must be met, or the other State must release it."),
    "obligation.undone_by": _l("Obligation %(label)s of %(holder_state)s, %(obligation)s, due by %(due_on)s, is open. Before the case is closed it must be met, or the other State must release it."),
    "obligation.none": _l("There is no obligation that your side can report as met or release."),
    "step.obligation.missing": _l("Choose an obligation that still binds."),
    "step.obligation.stands": _l("Obligation %(label)s stands for good: only the other State can release it."),
    "step.account.missing": _l("Say how the obligation was met, or why the other State is released from it."),
    "step.settled_on.missing": _l("Give the day on which the obligation was met or released."),
    "step.settled_on.before": _l("The obligation arose on %(arose_on)s: give that day or a later one."),
    "step.conditions.due_past": _l("Condition %(number)s: the day given, %(due_on)s, has passed. Give a later one."),
    "step.conditions.due_lasting": _l("Condition %(number)s: what binds for good is not to be done by a day. Change one of the two."),
    "costs.not_put": _l("The other State has not opened a consultation on costs that waits for an answer."),
    "step.agreed.missing": _l("Say whether the terms are agreed."),
    "step.payer.missing": _l("Say who bears the costs that were agreed."),
    "step.terms.missing": _l("State the terms that are agreed, or those that you propose instead."),
    "use.nothing_sent": _l("No results were sent in this case."),
    "use.asked_already": _l("Consent to another use was asked already, and the answer has not come yet."),
    "use.not_asked": _l("No request for consent to another use waits for an answer."),
    "step.other_use.missing": _l("Name the investigation, prosecution or judicial proceeding in which the results are to be used."),
    "step.consent.missing": _l("Say whether consent is given."),
    "step.explanation.missing": _l("Say why consent is not given."),
    "step.disclosed.missing": _l("Say which information or evidence is disclosed."),
    "step.disclosed_in.missing": _l("Name the proceeding and the accused person in whose favour it tells."),
    "step.advance.missing": _l("Say whether this notice comes before or after the disclosure."),
    "step.disclosed_on.missing": _l("Give the day of the disclosure."),
    "step.why_late.missing": _l("Say why no notice was possible before the disclosure: only in an exceptional case does it come after."),
    "disclosure.no_notice": _l("No notice of a disclosure waits for an answer."),
    "step.wish.missing": _l("Say whether a consultation is asked."),
    "step.wish.disclosed_already": _l("What was disclosed already can’t be consulted on beforehand: take note of the notice."),
    "step.remarks.missing": _l("Say what the consultation is to be about."),
}  # fmt: skip

SHORT = 80


def title(sort: str) -> str:
    """The sort as a heading."""
    return str(TITLES[Sort(sort)])


def in_a_line(obligation: Obligation, side: str) -> str:
    """An obligation to choose from a list, and whether one's own side met it or the other is released."""
    said = f"{obligation.label}: {title(obligation.sort)}"
    if obligation.text:
        short = obligation.text[:SHORT] + ("…" if len(obligation.text) > SHORT else "")
        said += f" – {short}"
    return f"{said} ({_('ours, met') if obligation.holder == side else _('theirs, released')})"
