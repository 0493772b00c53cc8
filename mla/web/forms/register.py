"""What the register is asked, and what its keeper enters."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired

from mla.domain.treaties import ActionKind, Instrument
from mla.wording.treaties import ACTIONS, CAUSES, TITLES

from .base import BaseForm, ChoiceField, DayField, at_most, may_be_empty, needed
from .states import code_of, one_meant

INSTRUMENTS = [(code.value, TITLES[code.value]) for code in Instrument]
KINDS = [(kind.value, ACTIONS[kind.value].capitalize()) for kind in ActionKind]


class BetweenForm(BaseForm):
    """Whether two States are bound on a day. It asks and changes nothing, so it travels in the address."""

    class Meta(BaseForm.Meta):
        """Without a token: the address of an answer can be kept and handed on."""

        csrf = False

    a = StringField(_l("First State"), [needed(_l("Enter the first State")), at_most(200), one_meant])
    b = StringField(_l("Second State"), [needed(_l("Enter the second State")), at_most(200), one_meant])
    instrument = ChoiceField(_l("Instrument"), choices=INSTRUMENTS, default=Instrument.UNTOC.value)
    on = DayField(_l("Day"), [InputRequired(_l("Enter the day, such as 2026-03-12"))])

    def codes(self) -> tuple[str, str]:
        """The codes of the two."""
        return code_of(self.a.data or ""), code_of(self.b.data or "")


class ActionForm(BaseForm):
    """An action that the depositary notified."""

    instrument = ChoiceField(_l("Instrument"), choices=INSTRUMENTS)
    iso3 = StringField(_l("State"), [needed(CAUSES["iso3_missing"]), at_most(200), one_meant])
    kind = ChoiceField(_l("What the State did"), choices=KINDS, default=ActionKind.ACCESSION.value)
    on = DayField(
        _l("Day"),
        [InputRequired(CAUSES["on_missing"])],
        description=_l("The day of signature, of deposit, or on which the notice of denunciation was received."),
    )
    effective_on = DayField(
        _l("Day of effect"),
        [may_be_empty()],
        description=_l("Only where the depositary states another day than the rule gives, as for a succession."),
    )
    source = TextAreaField(
        _l("Source"),
        [needed(CAUSES["source_missing"]), at_most(1000)],
        description=_l("The reference and date of the depositary notification, so that a colleague can check it."),
    )

    def entry(self) -> dict[str, Any]:
        """The values as the register's service takes them."""
        return {
            "instrument": self.instrument.data,
            "iso3": code_of(self.iso3.data or ""),
            "kind": self.kind.data,
            "on": self.on.data,
            "effective_on": self.effective_on.data,
            "source": self.source.data,
        }
