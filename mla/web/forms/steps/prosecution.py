"""Forms of what follows a refusal for nationality: prosecution, or enforcement of the sentence (Art. 16(10), (12))."""

from flask_babel import lazy_gettext as _l

from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm

from .common import TakenAnswer, files, line, text


class AskProsecution(StepForm):
    """The request that the case be submitted for prosecution (Art. 16(10))."""

    evidence = text(
        _l("Evidence and papers that are handed over"),
        _l("The two States cooperate on procedure and evidence (Art. 16(10)). Say what comes with this letter and what follows."),
    )  # fmt: skip
    files = files(_l("Files (optional)"))


class SubmitProsecution(StepForm):
    """To which authority the case was submitted, and when (Art. 16(10))."""

    authority = line(_l("Authority to which the case was submitted"))
    submitted_on = DayField(
        _l("Day on which it was submitted"), description=_l("It is submitted without undue delay (Art. 16(10)).")
    )
    reference = line(_l("Reference there (optional)"))
    note = text(_l("Note to the requesting authority (optional)"))


class ReportProsecution(StepForm):
    """What came of the prosecution (Art. 16(10))."""

    result = text(_l("Outcome"), _l("For example: the sentence, an acquittal, or why no charge was brought."))
    decided_by = line(_l("Court or authority that decided"))
    decided_on = DayField(_l("Day of the decision"))
    files = files(_l("Files (optional)"))


class ApplyEnforcement(StepForm):
    """The application that the sentence be enforced (Art. 16(12))."""

    remainder = text(_l("Sentence, and what remains of it to be served"))
    files = files(_l("Files (optional)"), _l("For example: the enforceable judgment, and the law that was applied."))


class DecideEnforcement(StepForm):
    """Whether the sentence is enforced here (Art. 16(12))."""

    enforced = TakenAnswer(
        _l("The sentence"),
        choices=[
            ("yes", _l("is enforced here")),
            ("in_part", _l("is enforced here in part")),
            ("no", _l("is not enforced here")),
        ],
    )
    law = line(_l("Law by which this is decided"), _l("Enforcement is considered if the law here permits it (Art. 16(12))."))  # fmt: skip
    reasons = text(
        _l("Reasons, and how far if in part"), _l("Needed if the sentence is not enforced, or only in part.")
    )


class AskForNeither(StepForm):
    """The statement that neither prosecution nor enforcement is asked."""

    statement = text(
        _l("Statement"), _l("That neither prosecution nor enforcement is asked. The requested State is then released.")
    )
