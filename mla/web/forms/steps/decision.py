"""Forms of the decisions on a request."""

from flask_babel import lazy_gettext as _l

from mla.web.forms.base import (
    AnswersField,
)
from mla.web.forms.step_base import StepForm, Told

from .common import TakenAnswer, line, text


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
