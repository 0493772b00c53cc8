"""What is asked about a paper that came in, and about what a letter of request on paper contains."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField, MultipleFileField, StringField, TextAreaField

from mla import wording
from mla.documents.formats import opening
from mla.documents.words import GROUNDS
from mla.domain.case_file import BLANK
from mla.domain.extradition import grounds
from mla.domain.findings import Finding
from mla.domain.refusal import PERMITTED
from mla.web.pages import FieldError, error_control
from mla.wording.refusal import NEVER

from . import words
from .base import (
    AnswerField,
    BaseForm,
    ChoiceField,
    DayField,
    PartForm,
    WholeNumberField,
    at_most,
    between,
    may_be_empty,
)
from .section_base import LINE, LONG, SectionForm
from .sections import SECTIONS
from .step_base import StepForm, Told
from .steps import FORMS, Nothing
from .steps.common import Reason
from .steps.extradition import RefuseExtradition, named

#: More items than any letter has.
MOST = 60


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


class ExtraditionRefusal(RefuseExtradition):
    """A refusal of extradition, on whatever ground the paper gives: also on one that may carry none."""

    def lay_out(self, told: Told) -> None:
        """Offer every ground that there is."""
        fiscal = [(name, opening(str(NEVER[name]))) for name in grounds.NEVER]
        self.ground.choices = [*named(grounds.INTENDED), *fiscal]
        self.ground.description = _("As the paper gives it. If it is none of these, leave it open.")


#: Forms of arrivals that are no step of the table, and of steps whose own form asks what no paper tells.
ARRIVALS: dict[str, type[StepForm]] = {
    "letter": Summary,
    "take_back_record": Reason,
    "open_examination": Nothing,
    "refuse": Refusal,
    "refuse_after_consultation": Refusal,
    "refuse_extradition": ExtraditionRefusal,
    "transmit_amendment": Nothing,
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


class ItemPart(PartForm):
    """One item of assistance."""

    type = ChoiceField(_l("Kind of assistance"), choices=[("", _l("Choose")), *words.ASSISTANCE], default="")
    sought = TextAreaField(_l("What is sought"), [at_most(LONG)])


class PersonPart(PartForm):
    """A person concerned."""

    family_name = StringField(_l("Family name"), [at_most(120)])
    given_names = StringField(_l("Given names"), [at_most(120)])
    role = ChoiceField(_l("Role"), choices=[("", _l("Choose")), *words.ROLES], default="")
    location = StringField(_l("Location"), [at_most(LINE)])


class OffencePart(PartForm):
    """An offence."""

    name = StringField(_l("Name of the offence"), [at_most(200)])
    law = StringField(_l("Law and section"), [at_most(LINE)])
    category = ChoiceField(_l("Category"), choices=[("", _l("Choose a category")), *words.CATEGORIES], default="")
    years = WholeNumberField(_l("Maximum penalty in years"), [between(0, 200)])
    life = BooleanField(_l("The maximum is imprisonment for life"))


class LetterForm(BaseForm):
    """What a letter of request shows, besides the sections that have forms of their own."""

    basis = AnswerField(
        _l("Legal basis that the letter claims"),
        choices=[
            ("UNTOC", _l("The Convention")),
            ("TREATY", _l("Another treaty")),
            ("RECIPROCITY", _l("Reciprocity")),
            ("", _l("None is claimed")),
        ],
    )
    language = ChoiceField(_l("Language of the letter"), choices=words.languages_or_none, default="")
    facts = TextAreaField(_l("Summary of the facts"), [at_most(LONG)])
    persons = FieldList(FormField(PersonPart), _l("Person"), min_entries=1, max_entries=MOST)
    offences = FieldList(FormField(OffencePart), _l("Offence"), min_entries=1, max_entries=MOST)
    assistance = FieldList(FormField(ItemPart), _l("Item of assistance"), min_entries=2, max_entries=MOST)
    GROWS: ClassVar[dict[str, Any]] = {
        "persons": _l("Add another person"),
        "offences": _l("Add another offence"),
        "assistance": _l("Add another item"),
    }

    def grow(self, name: str) -> None:
        """Add an empty group to a list."""
        if name in self.GROWS and len(self[name].entries) < MOST:
            self[name].append_entry()

    def legend(self, name: str, index: int) -> str:
        """The heading of a group."""
        return f"{self[name].label.text} {index + 1}"

    def content(self) -> dict[str, Any]:
        """The sections of the content that stand in this form; groups that say nothing are left out."""
        lists = {name: _rows(name, self[name].data) for name in self.GROWS}
        return {
            "regime": {"basis": self.basis.data, "paragraphs": "9-29" if self.basis.data == "UNTOC" else ""},
            "language": {"request": self.language.data},
            "facts": {"summary": self.facts.data},
            **lists,
        }


def _rows(name: str, given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    letter, blank = BLANK[name]
    kept = [row for row in given if any(value for key, value in row.items() if key != "csrf_token")]
    return [blank | {"label": f"{letter}{number}"} | dict(row) for number, row in enumerate(kept, 1)]


#: The sections of a letter that are read with the form by which one's own are written.
READ = ("authority", "proceedings", "trafficking", "transnational", "group", "purpose", "procedure", "deadline",
        "confidentiality", "contact")  # fmt: skip


class Letter:
    """The forms by which a letter of request on paper is entered; all of it may stay blank."""

    def __init__(self, content: Mapping[str, Any] | None = None) -> None:
        """``content`` is what is known already: the version that an amended letter changes."""
        known = content or {}
        whole = {name: list(known[name]) for name in LetterForm.GROWS if known.get(name)}
        if known:
            whole |= {"facts": known["facts"]["summary"], "basis": known["regime"]["basis"],
                      "language": known["language"]["request"]}  # fmt: skip
        self.form = LetterForm(data=whole, prefix="letter-", meta={"csrf": False})
        self.sections = {name: _section(name, known.get(name)) for name in READ}

    def parts(self) -> Iterator[tuple[Any, str, SectionForm]]:
        """Title, article and form of each section."""
        for name, form in self.sections.items():
            yield SECTIONS[name].title, SECTIONS[name].article, form

    def validate(self) -> bool:
        """Whether dates are dates and numbers numbers."""
        shaped = [form.validate() for form in (self.form, *self.sections.values())]  # each says its errors at once
        return all(shaped)

    def content(self) -> dict[str, Any]:
        """What the letter shows, section by section."""
        return self.form.content() | {name: form.value() for name, form in self.sections.items()}


def _section(name: str, value: Any) -> SectionForm:
    kind = SECTIONS[name].form
    made: SectionForm = kind(data=kind.fields_of(value) if value else None, prefix=f"{name}-", meta={"csrf": False})
    del made.mark
    return made


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
