"""Forms of provisional arrest: the arrest, the time for the documents, the end (Art. 16(9))."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm

from .common import TakenAnswer, line, text

DOCUMENTS_BY = _l("The formal request must be here by")
RULE = _l("Treaty or law that sets this time")
RULE_HINT = _l("The Convention sets none.")


class OrderArrest(StepForm):
    """Who ordered the arrest, when, under which law, and by when the formal request is awaited."""

    present = BooleanField(_l("The person is, or was found, in the territory of this State"))
    ordered_by = line(_l("Who ordered the arrest"))
    arrested_on = DayField(_l("Day of the arrest"))
    law = line(_l("Law under which the person is held"), _l("Custody is subject to your own law (Art. 16(9))."))
    measures = text(
        _l("If the person is not in custody: which other measures ensure that they are present (optional)"),
        _l("For example: house arrest, or bail with the passport handed in (Art. 16(9))."),
    )
    documents_by = DayField(DOCUMENTS_BY)
    rule = line(RULE, RULE_HINT)


class DeclineArrest(StepForm):
    """Why the person is not arrested."""

    reasons = text(_l("Reasons"), _l("The Convention lets an arrest be ordered and obliges nobody (Art. 16(9)). Giving reasons is good practice."))  # fmt: skip


class ExtendArrest(StepForm):
    """A later day for the formal request."""

    documents_by = DayField(DOCUMENTS_BY)
    rule = line(RULE, RULE_HINT)
    note = text(_l("Note to the requesting authority (optional)"))


class EndArrest(StepForm):
    """Why the arrest ended."""

    cause = TakenAnswer(
        _l("The arrest ends, since"),
        choices=[
            ("no_request", _l("no formal request has come in time")),
            ("released", _l("the person was released")),
            ("withdrawn", _l("the requesting State no longer asks for it")),
            ("surrender_custody", _l("the person is held for the surrender from now on")),
        ],
    )
    explanation = text(_l("Explanation"), _l("Needed unless no formal request has come in time."))
