"""What the forms of all steps share: what they are told of the request, and what they hand to the domain."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from flask_babel import gettext as _
from wtforms import FieldList, FormField, HiddenField, MultipleFileField
from wtforms.fields.core import Field

from mla import wording
from mla.documents.citations import Dropped
from mla.domain.assets.recovery import Recovery
from mla.domain.assets.several import Elsewhere
from mla.domain.basis import is_extradition, is_other
from mla.domain.course import Course
from mla.domain.extradition.pursuit import Pursuit
from mla.domain.findings import Finding
from mla.domain.later import Deferring
from mla.domain.obligations import Ledger
from mla.web.pages import FieldError, error_control, form_errors

from .base import BaseForm, PartForm, answers, said, uncite

#: Fields that belong to the page and not to the step.
OF_THE_PAGE = frozenset({"csrf_token", "seen", "kept"})
#: The control of a group that mends a finding, where it is not the group's first.
CONTROLS = {
    "step.items.no_result": "result",
    "step.items.no_procedure": "procedure_followed",
    "step.items.no_deviation": "deviation",
    "step.items.no_outcome": "outcome",
    "step.items.not_searched": "searched",
    "step.searches.no_obstacle": "obstacle",
    "step.decisions.no_reasons": "reasons",
    "step.decisions.no_discretion": "discretion",
    "step.decisions.no_reason": "reasons",
    "step.assessments.no_law": "law",
    "step.conditions.return_ends": "lasting",
    "step.conditions.due_past": "due_on",
    "step.conditions.due_lasting": "due_on",
    "refusal.never.bank_secrecy": "ground",
    "refusal.never.fiscal": "ground",
    "refusal.postpone_only": "ground",
    "refusal.ground.unknown": "ground",
    "refusal.ground.missing": "ground",
    "consultation.none": "ground",
    "consultation.other_ground": "ground",
    "assets.currency.unknown": "currency",
    "assets.order.exceeded": "amount",
    "assets.disposal.no_amount": "amount",
    "assets.disposal.asset_exceeded": "amount",
    "assets.disposal.exceeded": "amount",
    "assets.disposal.not_confiscated": "label",
}


@dataclass(frozen=True, slots=True)
class Told(Deferring):
    """What a form is told of the request that it is about; what few forms ask may be looked up ``later``.

    ``today`` and ``place`` are those of the acting authority; ``questions`` are the open ones; ``reviewers`` are
    (id, name) and ``entries`` (number, sentence) from which one is chosen; ``named_entry`` is the one that the
    page's address names, 0 if none; ``course`` is what passed between the two sides; ``side`` the acting one,
    and ``ledger`` who owes what; ``pursuit`` is what passed on an extradition; ``competing`` are the requests for one
    person that the authority holds, as the history names them (request, state, kind, reference, received_on);
    ``recovery`` is what passed on assets, ``requested`` the State that is asked (alpha-3), and ``linked`` are the
    requests on the same property (reference, name); ``elsewhere`` is what one's own requests to other States show of
    the same order.
    """

    today: dt.date
    place: str
    version_hash: str
    content: Mapping[str, Any]
    questions: Sequence[Mapping[str, Any]] = ()
    reviewers: Sequence[tuple[str, str]] = ()
    entries: Sequence[tuple[int, str]] = ()
    named_entry: int = 0
    course: Course = field(default_factory=Course)
    side: str = ""
    ledger: Ledger = field(default_factory=Ledger)
    pursuit: Pursuit = field(default_factory=Pursuit)
    competing: Sequence[Mapping[str, str]] = ()
    recovery: Recovery = field(default_factory=Recovery)
    requested: str = ""
    linked: Sequence[tuple[str, str]] = ()
    elsewhere: Sequence[Elsewhere] = ()


class StepForm(BaseForm):
    """The form of a step: the shape of answers. What they must say is the domain's to judge."""

    seen = HiddenField()
    #: What is wrong with the shape of the answers, once they were looked at.
    shape_errors: Sequence[FieldError] = ()
    #: Lists that a person may lengthen, with the words of the button.
    GROWS: ClassVar[dict[str, Any]] = {}

    def lay_out(self, told: Told) -> None:
        """Fill in choices, groups and what is known beforehand."""

    def prepare(self, told: Told) -> None:
        """Lay the form out and let its hints cite what carries the request."""
        self.lay_out(told)
        self.cite(told.content)

    def cite(self, content: Mapping[str, Any]) -> None:
        """Before the form is shown: its hints cite what carries the request, the Convention or not Article 18 of it."""
        if is_other(content):
            uncite(self)
        elif is_extradition(content):
            uncite(self, Dropped.ASSISTANCE)

    def legend(self, name: str, index: int) -> str:
        """The heading of a group of the list ``name``."""
        return str(_("Number %(number)s", number=index + 1))

    def beside(self, name: str, index: int) -> str:
        """What a group of the list ``name`` shows beside its questions."""
        return ""

    def without(self, name: str) -> str:
        """What is said in place of the list ``name`` while it has no group."""
        return ""

    def label_of(self, name: str, index: int) -> str:
        """The label by which a finding names a group of the list ``name``."""
        return str(index + 1)

    def given(self) -> dict[str, Any]:
        """What the form gives, as the step's data: dates as ISO text, groups that say nothing left out."""
        return {name: plain(field) for name, field in self._fields.items() if name not in OF_THE_PAGE}

    def grow(self, name: str) -> None:
        """Add an empty group to a list that a person may lengthen."""
        if name in self.GROWS:
            self._fields[name].append_entry()

    def mark(self, findings: Sequence[Finding]) -> list[FieldError]:
        """Show each reason at its field; returns the list for the head of the page, each with its article."""
        return [
            FieldError(self._mark(found), f"{wording.sentence(found)} ({wording.article(found.article)})")
            for found in findings
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether dates are dates and numbers numbers; ``shape_errors`` then says what is not."""
        good = bool(super().validate(extra_validators))
        self.shape_errors = form_errors(self)
        return good

    def control_of(self, finding: Finding) -> str:
        """The id of the control that mends the finding; empty if it is none of this form's."""
        field = self._field_of(finding)
        return error_control(field) if field is not None else ""

    def typed(self) -> list[dict[str, Any]]:
        """What was typed, for a page that shows it again: names and values, those of groups among them."""
        return [row for field in self if not isinstance(field, HiddenField) for row in self._rows(field)]

    def _rows(self, field: Field) -> list[dict[str, Any]]:
        if isinstance(field, FieldList):
            return [
                {"key": f"{self.legend(field.short_name, n)}: {row['key']}", "value": row["value"]}
                for n, entry in enumerate(field.entries)
                for row in answers(entry.form)
                if row["value"] and says(entry)
            ]
        return [{"key": field.label.text, "value": said(field)}] if field.data not in ("", None, [], False) else []

    def _field_of(self, finding: Finding) -> Field | None:
        where, _dot, name = (finding.where or "").partition(".")
        field = self._fields.get(name) if where == "step" else None
        if isinstance(field, FieldList):
            return self._in_group(field, finding)
        return None if field is None or isinstance(field, HiddenField) else field

    def _mark(self, finding: Finding) -> str:
        field = self._field_of(finding)
        if field is None:
            return ""
        field.errors = [*field.errors, wording.sentence(finding)]
        return error_control(field)

    def _in_group(self, field: "FieldList[Any]", finding: Finding) -> Field | None:
        """The control in the group that the finding's number or label names; in the first one otherwise."""
        entry = self._group_named(field, finding) or next(iter(field.entries), None)
        if entry is None:
            return None
        inner: list[Field] = list(entry.form)
        chosen = CONTROLS.get(finding.code, finding.code.rpartition(".")[2])
        named = [f for f in inner if f.short_name == chosen] + [f for f in inner if _holds(f, finding)]
        return next(iter(named), inner[0])

    def _group_named(self, field: "FieldList[Any]", finding: Finding) -> "FormField[Any] | None":
        """The group of the finding's label, or of its number among the groups that say something."""
        if "number" in finding.values:
            return dict(enumerate(filter(says, field.entries), 1)).get(finding.values["number"])
        name, label = str(field.short_name), str(finding.values.get("label"))
        found = [entry for n, entry in enumerate(field.entries) if self.label_of(name, n) == label]
        wrong = [entry for entry in found if any(_holds(inner, finding) for inner in entry.form)]
        return next(iter(wrong or found), None)


def has_length(field: "FieldList[Any]", length: int) -> None:
    """Bring a list to its number of groups: what a forged form adds is left out."""
    while len(field.entries) < length:
        field.append_entry()
    del field.entries[length:]


def says(entry: "FormField[Any]") -> bool:
    """Whether anything is said in a group: one that says nothing is left out."""
    return any(value not in ("", None, False, []) for value in entry.data.values())


def _holds(field: Field, finding: Finding) -> bool:
    """Whether the field holds what the finding can't read."""
    return bool(finding.values.get("given")) and field.data == finding.values["given"]


def plain(field: Field) -> Any:
    """What the field gives, as it is kept: dates as ISO text, groups that say nothing left out."""
    if isinstance(field, FieldList):
        return [group(entry.form) for entry in field.entries if says(entry)]
    if isinstance(field, MultipleFileField):
        return []
    return field.data.isoformat() if isinstance(field.data, dt.date) else field.data


def group(form: PartForm) -> dict[str, Any]:
    """What a group gives."""
    return {field.short_name: plain(field) for field in form}
