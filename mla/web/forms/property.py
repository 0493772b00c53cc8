"""An asset of a matter: what it is, where it lies, whose it is, its worth, and why it can be confiscated (Art. 12)."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField

from mla.models import Matter

from . import words
from .base import AnswerField, AnswersField, ChoiceField, DayField, at_most, may_be_empty, needed
from .matters import LONG, ItemForm, StateField, named
from .money import AmountField, CurrencyField, agree


class AssetForm(ItemForm):
    """An asset; of what is not known, the answer stays empty."""

    kind = ChoiceField(
        _l("Kind of property"),
        [needed(_l("Choose what kind of property it is"))],
        choices=lambda: named(words.SORTS, _l("Choose a kind")),
    )
    description = TextAreaField(
        _l("Description"),
        [needed(_l("Describe the property, so that it can be told from others")), at_most(LONG)],
        description=_l(
            "By what it is found: bank and number of an account, land register and sheet, make and number plate, name and "
            "flag, company and number of shares, address of a wallet."
        ),
    )
    location = StringField(
        _l("Where it lies"),
        [may_be_empty(), at_most(300)],
        description=_l("Address, place, branch of the bank: as far as it is known."),
    )
    country = StateField(
        _l("State in which it lies"),
        [may_be_empty()],
        description=_l("Start typing the name of a State and choose it from the list."),
    )
    holder = StringField(_l("Holder"), [may_be_empty(), at_most(200)], description=_l("In whose name or hands it is."))
    owner = StringField(
        _l("Owner"),
        [may_be_empty(), at_most(200)],
        description=_l("Who owns it in truth, if that is somebody else than the holder."),
    )
    value = AmountField(
        _l("Value"), description=_l("In figures, with a point before the decimals, such as 58400000.00.")
    )
    currency = CurrencyField()
    valued_on = DayField(_l("Value of which day"), [may_be_empty()])
    theory = AnswerField(_l("Why it can be confiscated"), [may_be_empty()], choices=words.THEORIES)
    HINTS = {"theory": words.THEORY_HINTS}
    persons = AnswersField(_l("Persons to whom it is linked"), [may_be_empty()], choices=[])
    offences = AnswersField(_l("Offences to which it is linked"), [may_be_empty()], choices=[])

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.value.flags.optional = self.currency.flags.optional = True

    def point_at(self, matter: Matter) -> None:
        """Offer the persons and the offences of the matter."""
        self.persons.choices = [
            (str(p.id), ", ".join(filter(None, (p.family_name, p.given_names)))) for p in matter.persons
        ]
        self.offences.choices = [(str(o.id), o.name) for o in matter.offences]

    def validate(self, extra_validators: Any = None) -> bool:
        """A value is an amount of a currency."""
        good = bool(super().validate(extra_validators))
        return agree(self.value, self.currency) and good
