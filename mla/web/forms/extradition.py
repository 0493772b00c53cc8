"""The sections that a request for extradition or for provisional arrest has of its own (Art. 16)."""

from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField, HiddenField, StringField, TextAreaField

from . import base, words
from .base import ChoiceField, DayField, PartForm, WholeNumberField, at_most, between, may_be_empty
from .section_base import LINE, LONG, NO_ITEMS, Items, SectionForm

#: More assurances than any request gives.
MOST_ASSURANCES = 20


class GroupsForm(SectionForm):
    """A section that is a list of groups of answers: its ``rows``."""

    rows: "FieldList[Any]"

    def value(self) -> list[dict[str, Any]]:
        """The groups."""
        return [dict(entry.data) for entry in self.rows]

    def answers(self) -> list[dict[str, Any]]:
        """A line for each group, with all that it says."""
        return [{"key": entry.label.text, "value": base.said(entry)} for entry in self.rows]

    @classmethod
    def fields_of(cls, value: Any) -> dict[str, Any]:
        """The list fills the groups."""
        return {"rows": list(value)}


class OffencePart(PartForm):
    """One offence of the matter, and what extradition needs to know of it."""

    label = HiddenField()
    facts = TextAreaField(
        _l("Facts of this offence"), [at_most(LONG)], description=_l("When, where, and what the person did.")
    )
    limitation = TextAreaField(
        _l("Lapse of time"),
        [at_most(LONG)],
        description=_l("Until when it can be prosecuted or the sentence enforced, by which law, and what interrupted it."),
    )  # fmt: skip
    equivalent = TextAreaField(
        _l("Law of the requested State"),
        [at_most(LONG)],
        description=_l("By which the conduct would be punishable there too, as far as is known (Art. 16(1))."),
    )
    accessory = BooleanField(
        _l("It is a separate serious crime that the article on extradition does not cover by itself"),
        description=_l("The requested State may apply the article to it too, and need not (Art. 16(2))."),
    )


class PerOffenceForm(GroupsForm):
    """Facts, limitation and dual criminality of each offence (Art. 16(1) and (2))."""

    rows = FieldList(FormField(OffencePart), "")

    def point_at(self, items: Items) -> None:
        """Name each group after its offence; one that is on the matter no more is left out."""
        names = dict(items.offences)
        self.rows.entries = [entry for entry in self.rows if entry.form.label.data in names]
        for entry in self.rows:
            entry.label.text = names[entry.form.label.data]

    @classmethod
    def of(cls, value: Any, items: Items) -> Self:
        """A group for each offence of the matter."""
        return super().of(_each(value, items), items)

    @classmethod
    def filled(cls, value: Any, items: Items = NO_ITEMS, **more: Any) -> Self:
        """A group for each offence of the matter."""
        return super().filled(_each(value, items), items, **more)


def _each(value: Any, items: Items) -> list[dict[str, Any]]:
    """What was said of each offence of the matter, in their order."""
    said = {row["label"]: row for row in value}
    return [{"label": key, **said.get(key, {})} for key, _name in items.offences]


class AssurancePart(PartForm):
    """One assurance."""

    assurance = ChoiceField(_l("What it is about"), choices=[("", _l("Choose what it is about")), *words.ASSURANCES])
    undertaking = TextAreaField(
        _l("Undertaking"), [at_most(LONG)], description=_l("As it is to bind your State, for this person and this case.")
    )  # fmt: skip
    binding_authority = StringField(
        _l("Given by, and by which power"), [at_most(LINE)], description=_l("Who can bind your State to it, by which law.")
    )  # fmt: skip


class AssurancesForm(GroupsForm):
    """Which assurances does the requesting State give with the request?"""

    rows = FieldList(FormField(AssurancePart), "", max_entries=MOST_ASSURANCES)
    GROWS = _l("Add another assurance")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.rows.entries:
            self.rows.append_entry()
        self._number()

    def _number(self) -> None:
        for number, entry in enumerate(self.rows, 1):
            entry.label.text = _("Assurance %(number)s", number=number)

    def grow(self) -> None:
        """Add an empty assurance."""
        if len(self.rows.entries) < MOST_ASSURANCES:
            self.rows.append_entry()
        self._number()

    def value(self) -> list[dict[str, Any]]:
        """The assurances of which something is said."""
        return [row for row in super().value() if any(row.values())]

    def answers(self) -> list[dict[str, Any]]:
        """The assurances of which something is said; that there is none is said too."""
        given = [row for row in super().answers() if row["value"]]
        return given or [{"key": _("Assurances"), "value": None}]

    def validate(self, extra_validators: Any = None) -> bool:
        """An assurance says what it is about, or the letter could not name it."""
        good = bool(super().validate(extra_validators))
        for entry in self.rows:
            if any(entry.data.values()) and not entry.form.assurance.data:
                entry.form.assurance.errors = [_("%(group)s: choose what it is about", group=entry.label.text)]
                good = False
        return good


class AlternativeForm(SectionForm):
    """What is asked if the person is a national who is not extradited? (Art. 16(10) and (12))"""

    prosecution = BooleanField(
        _l("The case is then to be submitted for prosecution in the requested State"),
        description=_l("If extradition is refused for no other reason than nationality (Art. 16(10))."),
    )
    enforcement = BooleanField(
        _l("The sentence, or what remains of it, is then to be enforced in the requested State"),
        description=_l("If a sentence is to be served; as far as the law of that State permits (Art. 16(12))."),
    )
    text = TextAreaField(
        _l("What is to be said about it"),
        [may_be_empty(), at_most(LONG)],
        description=_l("For example how file and evidence would be handed over."),
    )


class ArrestForm(SectionForm):
    """Is the person in provisional arrest already? (Art. 16(9))"""

    arrested_on = DayField(_l("Arrested on"), [may_be_empty()])
    reference = StringField(_l("Reference of the request for provisional arrest"), [may_be_empty(), at_most(LINE)])
    text = TextAreaField(_l("What is to be said about it"), [may_be_empty(), at_most(LONG)])


class ArticlesForm(SectionForm):
    """Is property to be handed over with the person?"""

    text = TextAreaField(
        _l("Property to be seized and handed over"),
        [may_be_empty(), at_most(LONG)],
        description=_l("What was gained by the offence or may serve as evidence, and is found with the person."),
    )


class SurrenderForm(SectionForm):
    """How could the surrender pass?"""

    text = TextAreaField(
        _l("How the surrender could pass"),
        [at_most(LONG)],
        description=_l("Place, way and escort, as you propose them. They are agreed once extradition is granted."),
    )


class CustodyForm(SectionForm):
    """Why can the arrest not wait, and when does the formal request follow? (Art. 16(9))"""

    urgency = TextAreaField(
        _l("Why the arrest can’t wait"),
        [at_most(LONG)],
        description=_l("The circumstances that warrant it, and why it is urgent: both must be so (Art. 16(9))."),
    )
    promise = BooleanField(_l("A formal request for extradition follows"))
    formal_by = DayField(_l("It follows by"))
    days = WholeNumberField(
        _l("Days for which the person may be held without it"),
        [may_be_empty(), between(1, 1_000)],
        description=_l("Counted from the arrest. The Convention sets no term."),
    )
    rule = TextAreaField(
        _l("Treaty or law that sets this term"),
        [at_most(LONG)],
        description=_l("For example the provision of the treaty, or of the law of the requested State."),
    )
