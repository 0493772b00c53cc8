"""Forms of the execution, the results and the end of a case."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField

from mla import wording
from mla.documents import words
from mla.web.forms.base import (
    AnswerField,
    DayField,
    PartForm,
    WholeNumberField,
)
from mla.web.forms.step_base import StepForm, Told

from .common import (
    PAGES,
    Labelled,
    Outcome,
    TakenAnswer,
    files,
    line,
    text,
)


class MandateExecution(StepForm):
    """Order to the executing authority."""

    authority = line(_l("Executing authority"))
    due_on = DayField(_l("To be executed by"))
    instructions = text(_l("Instructions (optional)"))

    def lay_out(self, told: Told) -> None:
        """Say which deadline the request gives."""
        if deadline := told.content["deadline"]["on"]:
            self.due_on.description = _("The request gives a deadline: %(day)s.", day=wording.day(deadline))


def still_asked(told: Told) -> list[Any]:
    """The items of assistance without those that were refused."""
    return [item for item in told.content["assistance"] if item["label"] not in told.course.refused_items]


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
        self.set_subjects(still_asked(told))

    def given(self) -> dict[str, Any]:
        """Each item with its result."""
        return super().given() | {"items": self.groups("sought")}


class PartItem(Item):
    """What became of one item, and what was tried for what was not obtained."""

    outcome = TakenAnswer(_l("What became of it"), choices=list(words.OUTCOMES.items()))
    searched = text(_l("What was searched or tried, if something was not obtained"))


class ReportPartialExecution(ReportExecution):
    """Report of an execution in part."""

    items = FieldList(FormField(PartItem), _l("Items"))


class Search(PartForm):
    """What was searched for one item, and why nothing was obtained."""

    searched = text(_l("What was searched or tried"))
    obstacle = text(_l("Why nothing was obtained"))


class ReportNilExecution(Labelled):
    """Report that nothing was obtained."""

    searches = FieldList(FormField(Search), _l("Searches"))
    executed_on = DayField(_l("Day on which the execution ended"))
    files = files(_l("Evidence (optional)"), _l("For example: a certificate of absence of records."))
    GROUPS = "searches"

    def lay_out(self, told: Told) -> None:
        """One group for each item that is still asked."""
        self.set_subjects(still_asked(told))

    def given(self) -> dict[str, Any]:
        """Each item with what was searched for it."""
        return super().given() | {"searches": self.groups("sought")}


class SendNilResult(StepForm):
    """The nil result."""

    note = text(_l("Note to the requesting authority (optional)"))


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
