"""What is asked about a paper that came in, and about the receipt of a request on paper."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import MultipleFileField, StringField, TextAreaField

from mla import wording
from mla.documents.formats import opening
from mla.documents.words import GROUNDS
from mla.domain.extradition import grounds
from mla.domain.findings import Finding
from mla.domain.refusal import PERMITTED
from mla.web.pages import FieldError, error_control
from mla.wording import proceeds
from mla.wording.refusal import NEVER

from .base import (
    BaseForm,
    ChoiceField,
    DayField,
    WholeNumberField,
    at_most,
    between,
    may_be_empty,
)
from .section_base import LINE, LONG
from .step_base import StepForm, Told
from .steps import FORMS, Nothing
from .steps.common import Reason
from .steps.extradition import RefuseExtradition, named
from .steps.freezing import ReportDenial
from .steps.tracing import ReportTracing, worded


class Summary(StepForm):
    """A letter that belongs to no step."""

    summary = TextAreaField(_l("What the letter says"), [at_most(LONG)])


class Refusal(StepForm):
    """A refusal, on whatever ground the paper gives: also on one that the Convention forbids."""

    ground = ChoiceField(_l("Ground that the paper gives"), choices=[], default="")
    consultation_outcome = TextAreaField(_l("What it says of the consultation"), [at_most(LONG)])
    reasons = TextAreaField(_l("Reasons"), [at_most(LONG)])
    discretion = TextAreaField(_l("Why assistance is not given all the same"), [at_most(LONG)])

    def lay_out(self, told: Told) -> None:
        """Offer every ground that there is."""
        named = {name: GROUNDS[name] for name in PERMITTED} | NEVER
        said = [(name, str(words)[:1].upper() + str(words)[1:]) for name, words in named.items()]
        self.ground.choices = [("", _("None, or another")), *said]


#: A hint on what a paper gives as its ground.
AS_THE_PAPER = _l("As the paper gives it. If it is none of these, leave it open.")


def never(names: Iterable[str] = NEVER) -> list[tuple[str, str]]:
    """What may never carry a refusal, as a paper may give it all the same."""
    return [(name, opening(str(NEVER[name]))) for name in names]


class ExtraditionRefusal(RefuseExtradition):
    """A refusal of extradition, on whatever ground the paper gives: also on one that may carry none."""

    def lay_out(self, told: Told) -> None:
        """Offer every ground that there is."""
        self.ground.choices = [*named(grounds.PERMITTED), *never(grounds.NEVER)]
        self.ground.description = AS_THE_PAPER


class Denial(ReportDenial):
    """An order that was not made, for whatever reason the paper gives: also one that never is one."""

    def lay_out(self, told: Told) -> None:
        """Offer every reason that there is."""
        super().lay_out(told)
        self.ground.choices = [*worded(proceeds.DENIALS), *never()]
        self.ground.description = AS_THE_PAPER


class Tracing(ReportTracing):
    """What was found, and why records were not obtained: also for a reason that never is one."""

    def lay_out(self, told: Told) -> None:
        """Offer every reason that there is."""
        super().lay_out(told)
        self.obstacle.choices = [*worded(proceeds.OBSTACLES), *never(["bank_secrecy"])]
        self.obstacle.description = AS_THE_PAPER


class Followed(StepForm):
    """Which request follows, by the reference that the paper gives."""

    followed_by = StringField(_l("Reference of the request for confiscation that follows"), [at_most(120)])
    outcome = TextAreaField(_l("Outcome"), [at_most(LONG)])


#: Forms of arrivals that are no step of the table, and of steps whose own form asks what no paper tells.
ARRIVALS: dict[str, type[StepForm]] = {
    "letter": Summary,
    "take_back_record": Reason,
    "open_examination": Nothing,
    "refuse": Refusal,
    "refuse_after_consultation": Refusal,
    "refuse_extradition": ExtraditionRefusal,
    "transmit_amendment": Nothing,
    "report_denial": Denial,
    "report_tracing": Tracing,
    "close_followed": Followed,
}


def form_of(name: str, form: str = "") -> StepForm:
    """The form of a recorded act: what the act's own ``form`` asks, all of it optional, nothing proposed."""
    made = (ARRIVALS.get(name) or FORMS.get(form) or Nothing)()
    for held in list(made):
        if isinstance(held, MultipleFileField):
            delattr(made, held.short_name)
    return made


class PaperForm(BaseForm):
    """The paper that came in: what makes its record usable."""

    reference = StringField(
        _l("Reference on the paper"),
        [at_most(120)],
        description=_l("If it bears none, write how the paper can be found again."),
    )
    dated_on = DayField(_l("Date on the paper (optional)"))
    happened_on = DayField(_l("Day on which it happened"), description=_l("The day of the act, as the paper tells it."))
    their_reference = StringField(
        _l("The reference that they give this request (optional)"),
        [at_most(120)],
        description=_l("It stands in your letters from now on."),
    )
    files = MultipleFileField(_l("Scan of the paper"))
    no_scan = StringField(
        _l("If there is no scan: why"), [at_most(LINE)], description=_l("For example: told by telephone.")
    )

    def told(self) -> dict[str, Any]:
        """What is told of the paper, dates as ISO text."""
        names = ("reference", "dated_on", "happened_on", "their_reference", "no_scan")
        given = {name: self[name].data for name in names}
        return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in given.items()}

    def mark(self, findings: Sequence[Finding]) -> list[FieldError]:
        """Show each reason at its field; returns those that have one here, for the head of the page."""
        found = [(self._fields.get((f.where or "").partition("incoming.")[2]), wording.sentence(f)) for f in findings]
        errors = [(field, said) for field, said in found if field is not None]
        for field, said in errors:
            field.errors = [*field.errors, said]
        return [FieldError(error_control(field), said) for field, said in errors]


class ReceiptForm(BaseForm):
    """Who asks on paper, and what the acknowledgement says."""

    authority = ChoiceField(_l("Requesting authority"), choices=[], default="")
    pages = WholeNumberField(_l("Number of pages received"), [may_be_empty(), between(0, 1_000_000)])
    defects = TextAreaField(
        _l("Seen on receipt"),
        [may_be_empty(), at_most(LONG)],
        description=_l("Printed in the acknowledgement. A request is registered even if something in it is missing."),
    )
    officer = StringField(_l("Person in charge"), [may_be_empty(), at_most(LINE)])
    next_answer_on = DayField(_l("Day on which a further answer may be expected"), [may_be_empty()])

    def given(self) -> dict[str, Any]:
        """What the acknowledgement says besides the day of receipt."""
        due = self.next_answer_on.data
        return {name: self[name].data for name in ("pages", "defects", "officer")} | {
            "next_answer_on": due.isoformat() if due else None
        }
