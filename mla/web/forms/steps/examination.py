"""Forms of receipt and examination, and of additional information."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField

from mla.web.forms.base import (
    AnswerField,
    ChoiceField,
    DayField,
    PartForm,
    WholeNumberField,
)
from mla.web.forms.step_base import StepForm, Told

from .common import (
    NO_CHOICE,
    PAGES,
    Labelled,
    files,
    line,
    text,
)


class Acknowledge(StepForm):
    """Receipt of a request."""

    received_on = DayField(_l("Day of receipt"))
    pages = WholeNumberField(_l("Number of pages received (optional)"), [PAGES])
    defects = text(_l("Defects seen (optional)"), _l("A request is registered even if something in it is missing."))
    officer = line(
        _l("Person in charge (optional)"),
        _l("Printed in the acknowledgement, so that the requesting authority knows whom to ask."),
    )
    next_answer_on = DayField(_l("Day on which a further answer may be expected (optional)"))

    def lay_out(self, told: Told) -> None:
        """Propose today."""
        if not self.is_submitted():
            self.received_on.data = told.today


class OpenExamination(StepForm):
    """Who examines."""

    examiner = ChoiceField(_l("Reviewer in charge"), description=_l("Whoever examines the request can’t decide on it."))

    def lay_out(self, told: Told) -> None:
        """Offer the reviewers of one's own authority."""
        self.examiner.choices = [NO_CHOICE, *told.reviewers]


class Question(PartForm):
    """A question and why its answer is needed."""

    text = text(_l("Question"))
    why = AnswerField(
        _l("The answer"),
        choices=[
            ("necessary", _l("is necessary for the execution")),
            ("facilitating", _l("can facilitate the execution")),
        ],
    )


class RequestInformation(StepForm):
    """Questions to the requesting State (Art. 18(16))."""

    questions = FieldList(FormField(Question), _l("Questions"), min_entries=2)
    due_on = DayField(_l("Answer asked by"))
    effect = text(
        _l("What happens meanwhile (optional)"), _l("For example: the execution of item A2 waits for the answer.")
    )
    GROWS: ClassVar[dict[str, Any]] = {"questions": _l("Add another question")}

    def legend(self, name: str, index: int) -> str:
        """Question Q1, Q2, …"""
        return str(_("Question %(label)s", label=self.label_of(name, index)))

    def label_of(self, name: str, index: int) -> str:
        """Q1, Q2, …"""
        return f"Q{index + 1}"

    def given(self) -> dict[str, Any]:
        """The questions, numbered in the order in which they are asked."""
        given = super().given()
        given["questions"] = [{"label": f"Q{n}"} | question for n, question in enumerate(given["questions"], 1)]
        return given


class Answer(PartForm):
    """The answer to one question."""

    answer = text(_l("Answer"))
    unavailable = BooleanField(_l("The information is not available"))


class SupplyInformation(Labelled):
    """Answers to the questions that were asked (Art. 18(16))."""

    answers = FieldList(FormField(Answer), _l("Answers"))
    files = files(_l("Files (optional)"))
    GROUPS = "answers"

    def lay_out(self, told: Told) -> None:
        """One group for each question."""
        self.set_subjects(told.questions)

    def given(self) -> dict[str, Any]:
        """Each question with its answer."""
        return super().given() | {"answers": self.groups("text")}
