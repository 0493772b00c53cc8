"""Forms of confiscation: the court, third parties and their claims, the order, a refusal (Arts. 12(8), 13)."""

from collections.abc import Callable
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField
from wtforms.fields.core import Field
from wtforms.validators import ValidationError

from mla.domain.findings import Finding
from mla.web.forms.base import DayField, PartForm
from mla.web.forms.money import AmountField, CurrencyCodeField, CurrencyField
from mla.web.forms.step_base import StepForm, Told
from mla.wording import proceeds

from .common import Labelled, TakenAnswer, files, line, text
from .freezing import FIGURES, NOTE, OPTIONAL_FILES
from .property import AssetsField, Numbered, OfProperty, PerAsset, Said, not_taken
from .tracing import worded


class BeginCourtPhase(StepForm):
    """To whom the confiscation was submitted, and under which law (Arts. 13(1), 13(4))."""

    authority = line(_l("Court or authority to which it was submitted"))
    law = line(_l("Domestic law that applies"), _l("Confiscation follows the law here, and any treaty between the States (Art. 13(4))."))  # fmt: skip
    submitted_on = DayField(_l("Day on which it was submitted (optional)"))
    note = text(NOTE)


class Notified(PartForm):
    """A person who was given notice."""

    name = line(_l("Name"))
    interest = line(_l("Interest in the property that they may have"), _l("For example: a mortgage on V1."))


class NotifyThirdParties(StepForm):
    """Who was given notice, of what, how and when (Arts. 12(8), 13(8))."""

    persons = FieldList(FormField(Notified), _l("Persons"), min_entries=2)
    manner = text(_l("How notice was given"), _l("For example: by letter; published in the official gazette."))
    notified_on = DayField(_l("Day of the notice"))
    answer_by = DayField(_l("Claims are to be made by (optional)"))
    files = files(OPTIONAL_FILES)
    GROWS: ClassVar[dict[str, Any]] = {"persons": _l("Add another person")}

    def legend(self, name: str, index: int) -> str:
        """Person 1, 2, …"""
        return str(_("Person %(number)s", number=index + 1))


class Claim(PartForm):
    """What one third party claims."""

    claimant = line(_l("Who makes the claim"))
    assets = AssetsField(_l("To which property"))
    right = text(_l("On which right it rests"))
    claimed_on = DayField(_l("Day of the claim (optional)"))


class RecordClaims(Numbered, OfProperty):
    """The claims of third parties (Arts. 12(8), 13(8))."""

    claims = FieldList(FormField(Claim), _l("Claims"), min_entries=1)
    files = files(OPTIONAL_FILES)
    GROWS: ClassVar[dict[str, Any]] = {"claims": _l("Add another claim")}
    LIST, LETTER, STEP = "claims", "K", "record_claims"

    def legend(self, name: str, index: int) -> str:
        """Claim K1, K2, …"""
        return str(_("Claim %(label)s", label=self.label_of(name, index)))

    def given(self) -> dict[str, Any]:
        """The claims; property by its labels, side by side."""
        given = super().given()
        for row in given["claims"]:
            row["assets"] = ", ".join(row["assets"] or ())
        return given


class Decided(PartForm):
    """What was decided on one claim."""

    outcome = TakenAnswer(_l("The claim is"), choices=[])
    reasons = text(_l("Reasons"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.outcome.choices = worded(proceeds.CLAIMS)


class DecideClaims(Labelled):
    """What was decided on the claims that wait (Arts. 12(8), 13(8))."""

    decisions = FieldList(FormField(Decided), _l("Decisions"))
    decided_by = line(_l("Court or authority that decided (optional)"))
    decided_on = DayField(_l("Day of the decision (optional)"))
    files = files(OPTIONAL_FILES)
    GROUPS = "decisions"

    def lay_out(self, told: Told) -> None:
        """One group for each claim that waits."""
        self.set_subjects(told.recovery.claims)

    def legend(self, name: str, index: int) -> str:
        """The claim: who makes it, to what, on which right."""
        claim = self.subjects[index]
        said = [str(claim.get(part) or "") for part in ("claimant", "assets", "right")]
        return f"{claim['label']}: {', '.join(filter(None, said))}".rstrip(": ")

    def given(self) -> dict[str, Any]:
        """The claims that are decided; one of which nothing is said goes on waiting."""
        rows = [row for row in self.groups("label") if row["outcome"] or row["reasons"]]
        return super().given() | {"decisions": rows}


RATE = _l("Rate into the currency of the order (optional)")
RATE_HINT = _l("Needed if the order names an amount in another currency: what one unit was worth, for example 0.9123.")
RATE_ON, RATE_SOURCE = _l("Day of the rate (optional)"), _l("Source of the rate (optional)")


class Taken(PartForm):
    """How far one asset is confiscated."""

    extent = TakenAnswer(_l("It is"), choices=[])
    amount = AmountField(_l("Amount or value that is confiscated (optional)"), FIGURES)
    currency = CurrencyCodeField()

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.extent.choices = worded(proceeds.EXTENTS)


class Rate(PartForm):
    """What a currency was worth in that of the order."""

    currency = CurrencyCodeField(_l("Currency of the property (optional)"))
    rate = AmountField(RATE, RATE_HINT)
    rate_on = DayField(RATE_ON)
    rate_source = line(RATE_SOURCE)

    def validate_rate(self, field: AmountField) -> None:
        """A rate belongs to a currency."""
        if field.data and not self.currency.data:
            raise ValidationError(_("Give the currency of the property to which this rate belongs."))


class ReportConfiscation(PerAsset):
    """What is confiscated, how far, by which order of which court (Arts. 12(8), 13(1), 13(8))."""

    assets = FieldList(FormField(Taken), _l("Property"))
    order_number = line(_l("Number of the order"))
    court = line(_l("Court or authority that ordered it"))
    ordered_on = DayField(_l("Day of the order"))
    order_amount = AmountField(
        _l("Highest amount that the order names (optional)"),
        _l("No more is recovered on it in all States together. Leave it empty if the order names property and no amount."),
    )  # fmt: skip
    order_currency = CurrencyField(_l("Currency of that amount"))
    rates = FieldList(FormField(Rate), _l("Rates"), min_entries=1)
    none_known = BooleanField(
        _l("No third party with an interest is known"),
        description=_l("Needed if none had notice: the rights of third parties in good faith stay as they are (Arts. 12(8), 13(8))."),
    )  # fmt: skip
    note = text(NOTE)
    files = files(OPTIONAL_FILES, _l("For example: the order."))
    GROWS: ClassVar[dict[str, Any]] = {"rates": _l("Add another rate")}
    ASSETS: Callable[[Told], Said] = staticmethod(not_taken)

    def legend(self, name: str, index: int) -> str:
        """The asset, or Rate 1, 2, …"""
        return str(_("Rate %(number)s", number=index + 1)) if name == "rates" else super().legend(name, index)

    def given(self) -> dict[str, Any]:
        """Each asset with the rate of its currency."""
        given = super().given()
        rates = {row.pop("currency"): row for row in given.pop("rates")}
        return given | {"assets": [row | rates.get(row["currency"], {}) for row in given["assets"]]}

    def _field_of(self, finding: Finding) -> Field | None:
        """A rate that is missing is given once for its currency."""
        missing = finding.code == "assets.order.no_rate"
        return self.rates.entries[0].form.rate if missing else super()._field_of(finding)


class RefuseNotCovered(StepForm):
    """Why the offence is not one that the Convention covers (Art. 13(7))."""

    explanation = text(
        _l("Why the Convention does not cover the offence"), _l("Article 3 says which offences it covers.")
    )
    consultation_outcome = text(_l("Outcome of the consultation (optional)"), _l("What the requesting State said."))
    reasons = text(_l("Reasons"), _l("They are owed for every refusal and are printed in the notice (Art. 18(23))."))
