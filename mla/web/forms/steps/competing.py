"""The form of the record of which of several requests for one person takes precedence."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm, Told
from mla.wording.competing import called

from .common import TakenAnswer, line, text


class WeighCompeting(StepForm):
    """Which request takes precedence, who decided so, when and why; what was weighed is good practice."""

    looked_at = HiddenField()
    precedence = TakenAnswer(_l("Which request takes precedence?"))
    precedence_by = line(
        _l("Who decided so"), _l("The minister or court that decides by your law, or your own authority.")
    )
    precedence_on = DayField(_l("Day of the decision"))
    seriousness = text(_l("How serious the offences are beside one another (optional)"))
    place = text(_l("Where the offences were committed (optional)"))
    dates = text(_l("The days of the requests (optional)"))
    nationality = text(_l("The nationality of the person (optional)"))
    onward = text(
        _l("Whether the person can be extradited onward later (optional)"),
        _l("For example: State A may surrender the person to State B after the sentence, with your consent."),
    )
    precedence_why = text(_l("Reasons of the decision"))
    held: Sequence[Mapping[str, str]] = ()
    seen_before: frozenset[str] = frozenset()

    def lay_out(self, told: Told) -> None:
        """One answer for each request; what came in since the page was opened was not looked at."""
        self.held = told.competing
        known = [row["request"] for row in told.competing]
        self.seen_before = frozenset((self.looked_at.data or "").split() if self.is_submitted() else known)
        self.looked_at.data = " ".join(known)
        self.precedence.choices = [(row["request"], called(row)) for row in told.competing]

    def given(self) -> dict[str, Any]:
        """The decision, with the requests that the person saw."""
        given = super().given()
        del given["looked_at"]
        return given | {"weighed": [dict(row) for row in self.held if row["request"] in self.seen_before]}
