"""What the forms of several steps share: kinds of fields, and the forms that ask one thing."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, MultipleFileField, StringField, TextAreaField

from mla.web.forms.base import (
    AnswerField,
    ChoiceField,
    at_most,
    between,
)
from mla.web.forms.step_base import StepForm, Told, has_length

NO_CHOICE = ("", _l("Choose"))


PAGES = between(0, 1_000_000)


def line(label: Any, hint: Any = "") -> StringField:
    """A line of text."""
    return StringField(label, [at_most(200)], description=hint)


def text(label: Any, hint: Any = "") -> TextAreaField:
    """A text of several paragraphs."""
    return TextAreaField(label, [at_most(20_000)], description=hint)


def files(label: Any, hint: Any = "") -> MultipleFileField:
    """Files to be handed in."""
    return MultipleFileField(label, description=hint)


class TakenAnswer(AnswerField):
    """One answer of a few; another one, which only a forged form gives, is for the domain to refuse."""

    def pre_validate(self, form: Any) -> None:
        """Let the domain say why."""


class TakenChoice(ChoiceField):
    """One answer from a list that opens; another one, which only a forged form gives, is for the domain to refuse."""

    def pre_validate(self, form: Any) -> None:
        """Let the domain say why."""


class Nothing(StepForm):
    """A step that asks nothing."""


class Comment(StepForm):
    """What is to be corrected."""

    comment = text(_l("What is to be corrected"), _l("The drafter reads this. It stays inside your authority."))


class Reason(StepForm):
    """Why the step is taken."""

    reason = text(_l("Reason"))


class OfVersion(StepForm):
    """A step on the version that the person read."""

    version_hash = HiddenField()

    def lay_out(self, told: Told) -> None:
        """Name the version that the page shows; a sent form keeps the one that it was opened with."""
        if not self.is_submitted():
            self.version_hash.data = told.version_hash


class Labelled(StepForm):
    """A form with one group for each of something that the request names."""

    GROUPS: ClassVar[str]
    subjects: tuple[dict[str, Any], ...] = ()

    def set_subjects(self, subjects: Any) -> None:
        """One group each."""
        self.subjects = tuple(dict(subject) for subject in subjects)
        has_length(self._fields[self.GROUPS], len(self.subjects))

    def legend(self, name: str, index: int) -> str:
        """The label and what stands behind it."""
        subject = self.subjects[index]
        return f"{subject['label']}: {subject.get('text') or subject.get('sought') or ''}".rstrip(": ")

    def label_of(self, name: str, index: int) -> str:
        """The label alone."""
        return str(self.subjects[index]["label"])

    def groups(self, kept: str) -> list[dict[str, Any]]:
        """The answers of all groups, each with its label and the text that it belongs to."""
        entries = self._fields[self.GROUPS].entries
        return [
            {"label": subject["label"], kept: subject[kept]} | {field.short_name: field.data for field in entry.form}
            for subject, entry in zip(self.subjects, entries, strict=True)
        ]


class Outcome(StepForm):
    """What came of the case."""

    outcome = text(_l("Outcome"), _l("What the requested State should know: decisions, convictions, sums."))
