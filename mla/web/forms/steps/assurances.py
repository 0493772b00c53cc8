"""Forms of assurances: what the requested State asks for, and what the requesting State undertakes (Art. 16(7))."""

from flask_babel import lazy_gettext as _l

from mla.documents import words
from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm

from .common import TakenAnswer, files, line, text


class SeekAssurance(StepForm):
    """The concern, the provision that it rests on, and the undertaking that would meet it."""

    assurance = TakenAnswer(_l("What the assurance is to be about"), choices=list(words.ASSURANCES.items()))
    concern = text(_l("Concern"), _l("The facts that give rise to it, for this person and this case."))
    provision = line(
        _l("Provision of the law or of the treaty"),
        _l("Extradition is subject to the conditions of your law or of a treaty (Art. 16(7)): cite the one that stands in the way."),
    )  # fmt: skip
    wanted = text(_l("Undertaking that would meet it"), _l("In the words in which you could accept it."))
    reply_on = DayField(_l("Reply asked by"))


class GiveAssurance(StepForm):
    """The undertaking, and who can bind the State."""

    undertaking = text(_l("Undertaking"), _l("For this person and this case. It enters the ledger of obligations."))
    binding_authority = line(
        _l("Who gives it, and by what power"), _l("The authority that can bind the State, and the law that says so.")
    )
    monitor = text(_l("How it can be seen that it is kept"), _l("Good practice. For example: visits of the consulate."))
    expires_on = DayField(_l("Day until which it holds (optional)"))
    files = files(_l("Files (optional)"))


class DeclineAssurance(StepForm):
    """Why the undertaking can’t be given."""

    explanation = text(_l("Why the undertaking can’t be given"))
