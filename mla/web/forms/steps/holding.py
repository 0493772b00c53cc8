"""Forms on a freeze that is held: a longer one, its end, what is not needed any more (Art. 18(24))."""

from collections.abc import Callable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from mla import wording
from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm, Told
from mla.wording import proceeds

from .common import TakenAnswer, files, line, text
from .freezing import LAPSE_HINT, LAPSE_RULE, LAPSES_HINT, LAPSES_ON, LAW, NEEDED, NEEDED_BY, NOTE, OPTIONAL_FILES
from .property import AssetsField, OfProperty, Said, extendable, held, lapse_day
from .tracing import worded


class AskExtension(StepForm):
    """Until when the freeze should last, and why."""

    until_on = DayField(_l("The freeze should last until"))
    reason = text(_l("Why it must last longer"), _l("Where the proceeding stands, and what follows."))
    facts_stand = BooleanField(_l("The facts on which the freeze rests still stand"))
    files = files(OPTIONAL_FILES)

    def lay_out(self, told: Told) -> None:
        """Say what lapses first."""
        if day := lapse_day(told):
            self.until_on.description = _("What lapses first holds until %(day)s.", day=wording.day(day))


class OfHeld(OfProperty):
    """A form on what is frozen."""

    ASSETS: Callable[[Told], Said] = staticmethod(held)


class ExtendFreeze(OfProperty):
    """By whose order, until when and by which law the freeze lasts longer."""

    ASSETS: Callable[[Told], Said] = staticmethod(extendable)

    assets = AssetsField(_l("Property that stays frozen longer"))
    order_number = line(_l("Number of the order (optional)"))
    authority = line(_l("Court or authority that ordered it"))
    ordered_on = DayField(_l("Day of the order"))
    lapses_on = DayField(LAPSES_ON, description=LAPSES_HINT)
    lapse_rule = text(LAPSE_RULE, LAPSE_HINT)
    law = line(LAW)
    needed = text(NEEDED)
    needed_by = DayField(NEEDED_BY)
    note = text(NOTE)


class DeclineExtension(StepForm):
    """Why the freeze is not kept longer."""

    reasons = text(_l("Reasons"), _l("Printed in the notice. The freeze ends by its own terms."))


class NotifyUnjustified(OfHeld):
    """What the requesting State does not need frozen any more (Art. 18(24))."""

    assets = AssetsField(
        _l("Property that need not stay frozen (optional)"), description=_l("If you tick none, all of it is meant.")
    )
    reason = text(_l("Why the freeze is not needed any more"))


class LiftFreeze(OfHeld):
    """Which property is free, since when and why."""

    assets = AssetsField(_l("Property that is free"))
    cause = TakenAnswer(_l("It is free, since"), choices=[])
    explanation = text(_l("Explanation"))
    lifted_on = DayField(_l("Day from which it is free"))
    heard = text(
        _l("Whether the requesting State could give its reasons for keeping the freeze"),
        _l("As far as the law here allows, it is good practice to hear it before."),
    )

    def lay_out(self, told: Told) -> None:
        """Offer what is frozen, and why a freeze ends."""
        super().lay_out(told)
        self.cause.choices = worded(proceeds.CAUSES)
