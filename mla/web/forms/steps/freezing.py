"""Forms of freezing and seizure: submission, order, denial, end (Arts. 2(f), 13(2))."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField
from wtforms.validators import ValidationError

from mla.web.forms.base import ChoiceField, DayField, PartForm
from mla.web.forms.money import AmountField, CurrencyCodeField
from mla.web.forms.step_base import StepForm, Told
from mla.wording import proceeds

from .common import NO_CHOICE, TakenAnswer, files, line, text
from .property import PerAsset
from .tracing import worded

FIGURES = _l("In figures, with a point before the decimals: 58400000.00.")
NOTE = _l("Note to the requesting authority (optional)")
OPTIONAL_FILES = _l("Files (optional)")
LAPSES_ON = _l("Last day on which the freeze holds (optional)")
LAPSES_HINT = _l(
    "The Convention sets no duration: the day is one of your own law. Leave it empty if your law names no day, and say below what ends the freeze."
)
LAPSE_RULE = _l("What ends the freeze")
LAPSE_HINT = _l("For example: it lapses after six months unless it is extended; or it lasts until it is lifted.")
LAW = _l("Domestic law by which it lapses or lasts")
NEEDED = _l("What must be sent for it to go on (optional)")
NEEDED_BY = _l("To be sent by (optional)")


class SubmitFreeze(StepForm):
    """To whom the freeze was submitted (Art. 13(2))."""

    authority = line(_l("Court or authority to which it was submitted"))
    submitted_on = DayField(_l("Day on which it was submitted (optional)"))
    note = text(NOTE)


class Frozen(PartForm):
    """Whether one asset is frozen, and up to which amount."""

    frozen = BooleanField(_l("It is frozen"))
    amount = AmountField(_l("Amount that is frozen (optional)"), FIGURES)
    currency = CurrencyCodeField()

    def validate_frozen(self, field: BooleanField) -> None:
        """An amount belongs to an asset that is frozen."""
        if not field.data and (self.amount.data or self.currency.data):
            raise ValidationError(_("Tick that the asset is frozen, or take its amount and currency away."))


class ReportFreeze(PerAsset):
    """What is frozen, by which order, and when the freeze lapses by which law (Arts. 2(f), 13(2))."""

    assets = FieldList(FormField(Frozen), _l("Property"))
    order_number = line(_l("Number of the order"))
    authority = line(_l("Court or authority that ordered it"))
    ordered_on = DayField(_l("Day of the order"))
    scope = text(_l("How far it goes"), _l("Which acts it forbids, and up to which amount."))
    lapses_on = DayField(LAPSES_ON, description=LAPSES_HINT)
    lapse_rule = text(LAPSE_RULE, LAPSE_HINT)
    law = line(LAW)
    needed = text(NEEDED)
    needed_by = DayField(NEEDED_BY)
    note = text(NOTE)
    files = files(OPTIONAL_FILES, _l("For example: the order."))

    def given(self) -> dict[str, Any]:
        """The assets that are frozen: a row says so by being there."""
        given = super().given()
        for row in given["assets"]:
            del row["frozen"]
        return given


class OnlyNote(StepForm):
    """A note beside the letter."""

    note = text(NOTE)


class ReportDenial(StepForm):
    """Who did not order what was asked, and why (Arts. 12(6), 18(8), 18(22), 18(23))."""

    authority = line(_l("Court or authority that decided"))
    decided_on = DayField(_l("Day of the decision"))
    ground = TakenAnswer(
        _l("The order was not made, since"),
        choices=[],
        description=_l("Bank secrecy (Arts. 12(6), 18(8)) and the fiscal nature of the offence alone (Art. 18(22)) are never why."),
    )  # fmt: skip
    reasons = text(_l("Reasons"), _l("They are owed, and printed in the report (Art. 18(23))."))
    remedy = text(_l("How it can be appealed, and until when (optional)"))
    files = files(OPTIONAL_FILES)

    def lay_out(self, told: Told) -> None:
        """Offer why an order may not be made."""
        self.ground.choices = worded(proceeds.DENIALS)


class CloseFollowed(StepForm):
    """Which request for confiscation goes on with the property (Art. 13(1))."""

    followed_by = ChoiceField(_l("Request for confiscation that follows this one"))
    outcome = text(_l("Outcome"), _l("What the requested State should know: what is asked now, and of which property."))

    def lay_out(self, told: Told) -> None:
        """Offer the requests that are linked with this one."""
        self.followed_by.choices = [NO_CHOICE, *told.linked]
        if not told.linked:
            self.followed_by.description = _("None is linked with this case yet: open it from the page of the case, and have it signed.")  # fmt: skip
