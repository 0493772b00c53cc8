"""What is due, in a sentence for each clock."""

import datetime as dt

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from mla import wording
from mla.domain.clocks import Clock

from .assets import few

DUE = {
    "clock.confirmation.oral": _l("Confirm in writing the request made orally."),
    "clock.confirmation.interpol": _l("Send the signed letter after the request made through INTERPOL."),
    "clock.consultation": _l("Reply to the consultation."),
    "clock.offer": _l("Answer the offer of assistance on conditions."),
    "clock.assurance": _l("Give the assurance that was asked for, or say that it is not given."),
    "clock.documents": _l("Send the formal request with its documents: the provisional arrest may end after this day."),
    "clock.surrender": _l("Hand over the person as arranged."),
    "clock.prosecution_or_enforcement": _l("Submit the case for prosecution, or consider enforcing the sentence, and report."),
    "clock.return_of_person": _l("Return the person."),
    "clock.speciality": _l("Keep to the offences for which the person was surrendered."),
    "clock.information": _l("Give the additional information that was asked for."),
    "clock.review": _l("Look at the postponement again."),
    "clock.deadline": _l("Answer the request by the deadline that it asks for with reasons."),
    "clock.execution": _l("Report the execution."),
    "clock.promise": _l("Give the next answer, as promised."),
    "clock.expected": _l("Answer the request: its end was expected by this day."),
    "clock.freeze": _l("The freeze of %(assets)s holds until the end of this day, unless it is extended."),
    "clock.freeze_needed": _l("For the freeze of %(assets)s to go on, send: %(needed)s"),
    "clock.freeze_lapsed": _l("The freeze of %(assets)s has lapsed: nothing is held by it, unless a new order was made."),
    "clock.return_of_originals": _l("Return the originals."),
    "clock.condition": _l("Do what was accepted as a condition."),
    "clock.costs": _l("Settle the costs that were agreed."),
    "clock.consultation_on_disclosure": _l("Consult before the disclosure."),
}  # fmt: skip


#: Where the day comes from, if nobody set it.
NOTES = {
    "clock.confirmation.oral": _l("The Convention says forthwith and sets no number of days; this system counts one day."),
    "clock.confirmation.interpol": _l("The Convention asks no written confirmation of it; this system counts one day."),
}  # fmt: skip
#: Whose rule the day of a freeze is.
RULED = _l("The Convention sets no duration. Rule of the State that ordered it: %(rule)s")
UNRULED = _l("The Convention sets no duration, and the record does not say whose rule this is: ask the State that ordered it.")  # fmt: skip


def note(clock: Clock) -> str:
    """Where the day comes from; empty where it was asked, promised or set in the case."""
    if "rule" in clock.about:
        return str(RULED if clock.about["rule"] else UNRULED) % clock.about
    return str(NOTES.get(clock.code, ""))


def due(clock: Clock) -> str:
    """What the holder has to do."""
    return str(DUE[clock.code]) % {name: few(said) if name == "assets" else said for name, said in clock.about.items()}


def pressing(clock: Clock, day: dt.date) -> str:
    """How late it is, or how few days are left before a freeze lapses; empty where nothing presses."""
    left = clock.ahead(day)
    if clock.lapsed:
        return _("Lapsed after %(day)s", day=wording.day(clock.due_on))
    if clock.overdue(day):
        return _("Overdue since %(day)s", day=wording.day(clock.due_on))
    if left is None:
        return ""
    return _("Today") if left == 0 else ngettext("%(num)s day left", "%(num)s days left", left)
