"""Forms of the steps beside the way: progress, confidentiality, costs, redirection, reminders."""

from flask_babel import lazy_gettext as _l

from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm

from .common import TakenAnswer, line, text


class AskProgress(StepForm):
    """An enquiry on progress (Art. 18(24))."""

    enquiry = text(_l("What you want to know"))


class ReportProgress(StepForm):
    """How far the request is (Art. 18(24))."""

    progress = text(_l("How far the request is"), _l("The stage, and what was done."))
    obstacles = text(_l("What stands in the way (optional)"))
    expected_on = DayField(_l("Day on which the end is expected (optional)"))


class AnswerConfidentiality(StepForm):
    """What follows from the notice that confidentiality can’t be kept (Art. 18(20))."""

    choice = TakenAnswer(
        _l("The request"),
        choices=[("continue", _l("goes on as it is")), ("limit", _l("is limited"))],
        description=_l("To end it, withdraw the request."),
    )
    limits = text(_l("To what it is limited"))


class ConsultCosts(StepForm):
    """Expenses of a substantial or extraordinary nature (Art. 18(28))."""

    expenses = text(_l("Expenses that are foreseen"))
    proposal = text(_l("Terms on which the request is executed, and how the costs are borne"))


class Redirect(StepForm):
    """The authority that is competent instead (Art. 18(13))."""

    competent_authority = line(_l("Competent authority"))
    passed_on = DayField(_l("Day on which the request was passed on (optional)"))
    new_reference = line(_l("Reference there (optional)"))
    reason = text(_l("Why that authority is competent"))


class RemindInformation(StepForm):
    """A reminder with a new day."""

    due_on = DayField(_l("Answer asked by"))
    note = text(_l("Note to the requesting authority (optional)"))
