"""Forms on an order that is enforced in several States, or can't be enforced any more (rows A15, A16)."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField

from mla import wording
from mla.web.forms.base import DayField, PartForm
from mla.web.forms.matters import StateChoiceField
from mla.web.forms.money import AmountField, CurrencyField
from mla.web.forms.step_base import StepForm

from .common import files, line, text
from .confiscation import RATE, RATE_HINT, RATE_ON, RATE_SOURCE
from .freezing import FIGURES, OPTIONAL_FILES
from .property import OfProperty, every, sums


class NotifyUnenforceable(StepForm):
    """Why and since when the order can't be enforced any more."""

    reason = text(_l("Why the order can’t be enforced any more"), _l("For example: it was set aside, paid, or is barred by lapse of time."))  # fmt: skip
    ended_on = DayField(_l("Day on which it ceased to be enforceable"))
    files = files(OPTIONAL_FILES)


class OfOtherStates(OfProperty):
    """A form that names other States than the requested one."""

    def offer(self) -> None:
        """Offer every State but the requested one."""
        super().offer()
        for field in every(self):
            if isinstance(field, StateChoiceField):
                field.leave_out(self.told.requested)


class Asked(PartForm):
    """Another State that is asked to enforce the order."""

    state = StateChoiceField(_l("State"))
    reference = line(_l("Reference of that request (optional)"))
    sought = text(_l("Up to which amount, or on which property (optional)"))


class NotifyOtherStates(OfOtherStates):
    """Which other States are asked to enforce the order, and how it is shared out between them."""

    states = FieldList(FormField(Asked), _l("Other States"), min_entries=1)
    apportionment = text(
        _l("How it is made sure that no more than the order is recovered over all States"),
        _l("For example: each is asked for a part; you tell each what the others recovered."),
    )
    GROWS: ClassVar[dict[str, Any]] = {"states": _l("Add another State")}

    def beside(self, name: str, index: int) -> str:
        """Before the first State, those to which the order was sent from this matter."""
        if index or not self.told.elsewhere:
            return ""
        sent = ", ".join(f"{wording.state_name(one.state)} ({one.reference})" for one in self.told.elsewhere)
        return str(_("From this matter the order was also sent to: %(states)s.", states=sent))

    def legend(self, name: str, index: int) -> str:
        """State 1, 2, …"""
        return str(_("State %(number)s", number=index + 1))


class ReportRecovery(OfOtherStates):
    """What was recovered towards the order in another State."""

    state = StateChoiceField(_l("State in which it was recovered"))
    amount = AmountField(_l("Amount that was recovered"), FIGURES)
    currency = CurrencyField()
    recovered_on = DayField(_l("Day on which it was recovered"))
    rate = AmountField(RATE, RATE_HINT)
    rate_on = DayField(RATE_ON)
    rate_source = line(RATE_SOURCE)
    note = text(_l("Note to the requested authority (optional)"))

    def offer(self) -> None:
        """Say what one's own requests to other States show."""
        super().offer()
        shown = [
            f"{wording.state_name(one.state)}: {sums(one.recovered)}" for one in self.told.elsewhere if one.recovered
        ]
        if shown:
            self.state.description = _("Your requests show, in all: %(sums)s.", sums="; ".join(shown))
