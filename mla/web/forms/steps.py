"""The form of each step: one class a form, by the name that the step table uses."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField, HiddenField, MultipleFileField, StringField, TextAreaField

from mla import wording

from .base import AnswerField, AnswersField, ChoiceField, DayField, PartForm, WholeNumberField, at_most, between
from .step_base import StepForm, Told, has_length

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


class Sign(OfVersion):
    """Signature of a version."""

    place = line(_l("Place of signing"))

    def lay_out(self, told: Told) -> None:
        """Propose the authority's own place."""
        super().lay_out(told)
        if not self.is_submitted():
            self.place.data = told.place


class Transmit(OfVersion):
    """Transmission: by which way."""

    channel = line(
        _l("Way of transmission"),
        _l("For example: this system and courier. Article 18(13) lets a State require the diplomatic channel."),
    )
    note = text(_l("Note to the requested authority (optional)"))


class SignedCopy(StepForm):
    """The scan of what was signed by hand."""

    files = files(_l("Scan of the signed paper"))


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


class Accept(StepForm):
    """Acceptance."""

    authority = line(_l("Authority that will execute the request (optional)"))
    note = text(_l("Note to the requesting authority (optional)"))


class Refuse(StepForm):
    """Refusal for want of dual criminality (Art. 18(9))."""

    ground = TakenAnswer(
        _l("Ground of the refusal"),
        choices=[("dual_criminality", _l("Absence of dual criminality (Art. 18(9))"))],
        description=_l("The grounds of Article 18(21) need a consultation with the requesting State first (Art. 18(26)) and can’t be chosen here. Bank secrecy (Art. 18(8)) and the fiscal nature of the offence alone (Art. 18(22)) are never grounds."),
    )  # fmt: skip
    offences = AnswersField(_l("Offences concerned (optional)"))
    discretion = text(
        _l("Why assistance is not given all the same"),
        _l(
            "The requested State may give it, to the extent it decides, whether or not the conduct is an offence under its own law."
        ),
    )
    reasons = text(_l("Reasons"), _l("They are owed for every refusal and are printed in the notice."))

    def lay_out(self, told: Told) -> None:
        """Offer the offences of the request."""
        self.offences.choices = [(o["label"], f"{o['label']}: {o['name']}") for o in told.content["offences"]]


class MandateExecution(StepForm):
    """Order to the executing authority."""

    authority = line(_l("Executing authority"))
    due_on = DayField(_l("To be executed by"))
    instructions = text(_l("Instructions (optional)"))

    def lay_out(self, told: Told) -> None:
        """Say which deadline the request gives."""
        if deadline := told.content["deadline"]["on"]:
            self.due_on.description = _("The request gives a deadline: %(day)s.", day=wording.day(deadline))


class Item(PartForm):
    """What became of one item of assistance."""

    result = text(_l("Result"), _l("Done, partly done or not done, and what was obtained."))
    law = line(_l("Law and procedure used (optional)"))
    procedure_followed = AnswerField(
        _l("Was the procedure wished by the requesting State followed?"),
        choices=[("yes", _l("Yes")), ("no", _l("No")), ("none_asked", _l("None was asked"))],
    )
    deviation = text(_l("If not, why"))


class ReportExecution(Labelled):
    """Report of the execution, item by item (Art. 18(17))."""

    items = FieldList(FormField(Item), _l("Items"))
    executed_on = DayField(_l("Day on which the execution ended"))
    files = files(_l("Evidence (optional)"), _l("The files go to the requesting State with the results."))
    GROUPS = "items"

    def lay_out(self, told: Told) -> None:
        """One group for each item of assistance."""
        self.set_subjects(told.content["assistance"])

    def given(self) -> dict[str, Any]:
        """Each item with its result."""
        return super().given() | {"items": self.groups("sought")}


class Sent(PartForm):
    """One thing that is sent."""

    description = line(_l("Description"))
    form = line(_l("Form (optional)"), _l("For example: certified copies, data carrier, object."))
    pages = WholeNumberField(_l("Pages (optional)"), [PAGES])
    original = BooleanField(_l("This is an original and is to be returned"))


class SendResults(StepForm):
    """Results with their inventory and the limits of their use (Art. 18(19))."""

    items = FieldList(FormField(Sent), _l("Inventory"), min_entries=2)
    use_limits = text(
        _l("How the results may be used"),
        _l(
            "The requesting State does not use them for other investigations, prosecutions or judicial proceedings without prior consent."
        ),
    )
    return_conditions = text(
        _l("Conditions of the return of originals (optional)"), _l("Needed when an original is sent.")
    )
    return_on = DayField(_l("Return asked by (optional)"))
    files = files(_l("Files (optional)"))
    GROWS: ClassVar[dict[str, Any]] = {"items": _l("Add another item")}

    def legend(self, name: str, index: int) -> str:
        """Item 1, 2, …"""
        return str(_("Item %(number)s", number=index + 1))


class ConfirmResults(StepForm):
    """Receipt of the results."""

    # not "matches": a field of that name hides the method by which scripts and accessibility checks find elements
    complete = AnswerField(
        _l("Does what arrived match the inventory?"), choices=[("yes", _l("Yes, it is complete")), ("no", _l("No"))]
    )
    differences = text(_l("If not, the differences"))

    def given(self) -> dict[str, Any]:
        """Whether it matches, as true or false."""
        return {"matches": self.complete.data == "yes", "differences": self.differences.data}


class Outcome(StepForm):
    """What came of the case."""

    outcome = text(_l("Outcome"), _l("What the requested State should know: decisions, convictions, sums."))


class Close(Outcome):
    """Closure, with the return of material."""

    returns = AnswerField(
        _l("Material to be returned"),
        choices=[
            ("done", _l("It was returned")),
            ("scheduled", _l("Its return has a day")),
            ("none", _l("There is nothing to return")),
        ],
    )
    returns_on = DayField(_l("Day of the return, if it has one"))


def _number(value: Any) -> int:
    """The number of an entry; 0, which names none, for what is no number."""
    return int(value) if str(value).isascii() and str(value).isdigit() else 0


class CorrectRecord(StepForm):
    """A correction of the history."""

    entry = ChoiceField(_l("Entry that is wrong"), coerce=_number)
    error = text(_l("What is wrong in it"))
    right = text(_l("What is right"))

    def lay_out(self, told: Told) -> None:
        """Offer one's own entries; the one that the address names is chosen beforehand."""
        self.entry.choices = [(0, _l("Choose")), *told.entries]
        if not self.is_submitted():
            self.entry.data = told.named_entry


FORMS: dict[str, type[StepForm]] = {
    "submit": Nothing,
    "return_for_correction": Comment,
    "approve": OfVersion,
    "recall": Reason,
    "sign": Sign,
    "attach_signed_copy": SignedCopy,
    "transmit": Transmit,
    "abandon": Reason,
    "acknowledge": Acknowledge,
    "open_examination": OpenExamination,
    "request_information": RequestInformation,
    "supply_information": SupplyInformation,
    "withdraw": Reason,
    "accept": Accept,
    "refuse": Refuse,
    "mandate_execution": MandateExecution,
    "report_execution": ReportExecution,
    "send_results": SendResults,
    "confirm_results": ConfirmResults,
    "close": Close,
    "close_refused": Outcome,
    "close_withdrawn": Outcome,
    "correct_record": CorrectRecord,
}
