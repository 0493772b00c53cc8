"""Forms of decisions on a request that rests on another basis than the Convention."""

from flask_babel import lazy_gettext as _l

from mla.documents import words
from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm

from .common import TakenAnswer, line, text

PROVISION = _l("Article of the treaty, or provision of domestic law")
PROVISION_HINT = _l("The treaty on which the request rests comes first; on reciprocity, your own law. Printed.")


class RefuseOnOtherBasis(StepForm):
    """Refusal by the treaty on which the request rests, or by domestic law."""

    rests_on = TakenAnswer(
        _l("The refusal rests on"),
        choices=[
            ("provision", _l("A provision of the treaty or of domestic law")),
            ("bank_secrecy", _l("Bank secrecy, by the provision named below")),
        ],
    )
    provision = line(PROVISION, PROVISION_HINT)
    reasons = text(_l("Reasons"), _l("Printed in the notice."))


class PostponeOnOtherBasis(StepForm):
    """Postponement by the treaty on which the request rests, or by domestic law."""

    provision = line(PROVISION, PROVISION_HINT)
    proceeding = TakenAnswer(
        _l("What the execution would interfere with"),
        choices=[(name, said) for name, said in words.PROCEEDINGS.items()],
    )
    interference = text(_l("How it would interfere"), _l("As far as it can be disclosed. Printed in the notice."))
    interim = text(_l("What is preserved meanwhile (optional)"))
    review_on = DayField(_l("Day of review"))
