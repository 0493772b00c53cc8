"""Forms of an amended request."""

from flask_babel import lazy_gettext as _l

from mla.web.forms.step_base import StepForm

from .common import text


class OpenAmendment(StepForm):
    """What is to change."""

    changes = text(
        _l("What changes, and why"),
        _l("The requested State reads this at the head of the amended request. The letter itself is changed next."),
    )


class ExamineAmendment(StepForm):
    """A note beside the examination that begins again."""

    note = text(_l("Note to the requesting authority (optional)"))
