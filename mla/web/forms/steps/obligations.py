"""Forms of the steps on obligations: costs agreed, obligations ended, another use, disclosure."""

from flask_babel import lazy_gettext as _l

from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm, Told
from mla.wording import obligations as words

from .common import NO_CHOICE, TakenAnswer, TakenChoice, files, text


class AnswerCosts(StepForm):
    """The answer in a consultation on costs (Art. 18(28))."""

    agreed = TakenAnswer(
        _l("The terms proposed"), choices=[("yes", _l("are agreed")), ("no", _l("are not agreed"))]
    )  # fmt: skip
    payer = TakenAnswer(
        _l("If they are agreed, who bears these costs"),
        choices=[
            ("requesting", _l("the requesting State")),
            ("requested", _l("the requested State")),
            ("each", _l("each State a part")),
        ],
    )
    terms = text(_l("Terms"), _l("What is agreed; or what you propose instead."))
    due_on = DayField(_l("To be paid by (optional)"))


class DischargeObligation(StepForm):
    """An obligation that was met, or from which the other State is released."""

    obligation = TakenChoice(_l("Obligation"))
    account = text(_l("How it was met, or why the other State is released from it"))
    settled_on = DayField(_l("Day"), description=_l("On which it was met, or the other State is released."))
    files = files(_l("Proof (optional)"))

    def lay_out(self, told: Told) -> None:
        """Offer what this side may end: what it owes and has done, and what it may release the other from."""
        self.obligation.choices = [
            NO_CHOICE,
            *((o.label, words.in_a_line(o, told.side)) for o in told.ledger.settled_by(told.side)),
        ]


class AskOtherUse(StepForm):
    """Consent to another use of the results (Art. 18(19))."""

    other_use = text(_l("Other investigation, prosecution or judicial proceeding"), _l("In which the results are to be used, and before which authority."))  # fmt: skip
    which_results = text(_l("Which of the results (optional)"))
    reason = text(_l("Why they are needed there"))


class AnswerOtherUse(StepForm):
    """Whether consent is given."""

    consent = TakenAnswer(_l("Consent"), choices=[("yes", _l("is given")), ("no", _l("is not given"))])
    explanation = text(_l("How far it goes, or why it is not given"), _l("Needed if consent is not given."))


class NotifyDisclosure(StepForm):
    """Disclosure of what tells in favour of an accused person (Art. 18(19))."""

    disclosed = text(_l("Information or evidence that is disclosed"))
    disclosed_in = text(_l("Proceeding, and the accused person in whose favour it tells"))
    advance = TakenAnswer(
        _l("This notice comes"),
        choices=[("before", _l("before the disclosure")), ("after", _l("after the disclosure"))],
    )
    disclosed_on = DayField(_l("Day of the disclosure"))
    why_late = text(_l("If it comes after, why no earlier notice was possible"))


class AnswerExculpatory(StepForm):
    """The answer to a notice of disclosure."""

    wish = TakenAnswer(
        _l("The notice"),
        choices=[("noted", _l("is taken note of")), ("consult", _l("is taken note of, and a consultation is asked"))],
    )
    remarks = text(_l("Remarks"), _l("If a consultation is asked, what it is to be about."))
