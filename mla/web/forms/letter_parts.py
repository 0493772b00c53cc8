"""The groups of a letter of request on paper: each may stay blank, and stands as often as the letter has one."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField

from . import words
from .base import ChoiceField, DayField, PartForm, WholeNumberField, at_most, between, may_be_empty
from .matters import StateField
from .money import AmountField, CurrencyField, agree
from .section_base import LINE, LONG


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


class SoughtPersonPart(PersonPart):
    """A person who is sought, or concerned besides."""

    born_on = DayField(_l("Date of birth"))
    nationality = StateField(_l("Nationality"), [may_be_empty()])
    documents = StringField(_l("Passport and identity documents"), [at_most(LINE)])


class OffencePart(PartForm):
    """An offence."""

    name = StringField(_l("Name of the offence"), [at_most(200)])
    law = StringField(_l("Law and section"), [at_most(LINE)])
    category = ChoiceField(_l("Category"), choices=[("", _l("Choose a category")), *words.CATEGORIES], default="")
    years = WholeNumberField(_l("Maximum penalty in years"), [between(0, 200)])
    life = BooleanField(_l("The maximum is imprisonment for life"))


class SoughtOffencePart(OffencePart):
    """An offence for which a person is sought."""

    facts = TextAreaField(_l("Facts of this offence"), [at_most(LONG)])
    limitation = TextAreaField(_l("Lapse of time"), [at_most(LONG)])
    equivalent = TextAreaField(_l("Law of the requested State, as the letter names it"), [at_most(LONG)])


class AssetPart(PartForm):
    """An asset."""

    kind = ChoiceField(_l("Kind of property"), choices=[("", _l("Choose a kind")), *words.SORTS], default="")
    description = TextAreaField(_l("Description"), [at_most(LONG)])
    location = StringField(_l("Where it lies"), [at_most(LINE)])
    country = StateField(_l("State in which it lies"))
    holder = StringField(_l("Holder"), [at_most(200)])
    owner = StringField(_l("Owner"), [at_most(200)])
    value = AmountField(_l("Value"), _l("In figures, with a point before the decimals, such as 58400000.00."))
    currency = CurrencyField()
    valued_on = DayField(_l("Value of which day"))
    theory = ChoiceField(
        _l("Why it can be confiscated"), choices=[("", _l("The letter does not say")), *words.THEORIES], default=""
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """A value is an amount of a currency."""
        good = bool(super().validate(extra_validators))
        return agree(self.value, self.currency) and good
