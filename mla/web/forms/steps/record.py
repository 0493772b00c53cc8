"""The form that corrects a record."""

from typing import Any

from flask_babel import lazy_gettext as _l

from mla.web.forms.base import (
    ChoiceField,
)
from mla.web.forms.step_base import StepForm, Told

from .common import text


def _number(value: Any) -> int:
    """The number of an entry; 0, which names none, for what is no number."""
    return int(value) if str(value).isascii() and str(value).isdigit() else 0


class CorrectRecord(StepForm):
    """A correction of the history."""

    entry = ChoiceField(_l("Entry that is wrong"), coerce=_number)
    error = text(_l("What is wrong in it"))
    right = text(_l("What is right"))

    def lay_out(self, told: Told) -> None:
        """Offer one's own entries; the one that the address names is chosen beforehand."""
        self.entry.choices = [(0, _l("Choose")), *told.entries]
        if not self.is_submitted():
            self.entry.data = told.named_entry
