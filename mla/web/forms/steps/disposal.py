"""Forms of what becomes of confiscated property: sale, return, sharing, disposal, payment (Art. 14)."""

from collections.abc import Callable
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField

from mla.web.forms.base import DayField, PartForm
from mla.web.forms.money import AmountField, CurrencyCodeField, CurrencyField
from mla.web.forms.step_base import StepForm, Told
from mla.wording import proceeds

from .common import NO_CHOICE, TakenAnswer, TakenChoice, files, line, text
from .execution import ConfirmResults
from .freezing import FIGURES, NOTE, OPTIONAL_FILES
from .property import AssetField, OfProperty, PerAsset, Said, left, taken
from .tracing import worded


class Sold(PartForm):
    """What one asset brought."""

    amount = AmountField(_l("Amount that it brought"), FIGURES)
    costs = AmountField(_l("Costs"), _l("0 if there were none."))
    interest = AmountField(_l("Interest (optional)"))
    currency = CurrencyCodeField(_l("Currency of these amounts"))


class ReportRealisation(PerAsset):
    """What the property brought, and what that cost (Art. 14(1))."""

    assets = FieldList(FormField(Sold), _l("Property"))
    realised_on = DayField(_l("Day of the sale"))
    manner = text(_l("How it was turned into money (optional)"), _l("For example: by public auction."))
    note = text(NOTE)
    files = files(OPTIONAL_FILES)
    ASSETS: Callable[[Told], Said] = staticmethod(taken)
    SAYS: Callable[[Told], Said] = staticmethod(left)


class AskReturn(StepForm):
    """For whom the property is to be returned (Art. 14(2))."""

    victims = text(
        _l("Victims who are to be compensated"),
        _l("Name them, or say how they are determined. Needed unless you name owners."),
    )
    owners = text(_l("Legitimate owners to whom it is to be returned"))
    note = text(_l("Grounds of the request (optional)"))
    files = files(OPTIONAL_FILES, _l("For example: a judgment that names the victims and their losses."))


class OpenDisposal(StepForm):
    """What is intended with the property (Arts. 14(2), 14(3))."""

    intention = text(
        _l("What is intended with the property"),
        _l("Return if it is asked, contribution to the account of the United Nations or to bodies against organized crime, sharing, or keeping it (Art. 14)."),
    )  # fmt: skip
    law = line(_l("Domestic law that applies (optional)"))
    reply_on = DayField(_l("Reply asked by (optional)"))


class AnswerDisposal(StepForm):
    """The opinion of the requesting side."""

    opinion = text(_l("Opinion and information"), _l("What you wish to become of the property, and why."))
    files = files(OPTIONAL_FILES)


class ConsiderReturn(StepForm):
    """How the wish for return was considered (Art. 14(2))."""

    outcome = TakenAnswer(
        _l("What came of it"),
        choices=[],
        description=_l("Return is considered with priority, to the extent that the law here permits, if it was asked (Art. 14(2))."),
    )  # fmt: skip
    law = line(_l("Domestic law that permits or bars it"))
    reasons = text(_l("Reasons"), _l("Needed unless everything is returned."))

    def lay_out(self, told: Told) -> None:
        """Offer what may come of it."""
        self.outcome.choices = worded(proceeds.RETURNS)


class ProposeSharing(StepForm):
    """On what the property is shared, and in which parts (Art. 14(3)(b))."""

    agreement = TakenAnswer(_l("It is shared on the basis of"), choices=[])
    parts = text(_l("In which parts"), _l("For example: one half each of what is left after costs."))
    note = text(_l("Grounds of the proposal (optional)"))

    def lay_out(self, told: Told) -> None:
        """Offer the two sorts of agreement."""
        self.agreement.choices = worded(proceeds.AGREEMENTS)


class AnswerSharing(StepForm):
    """What waits for an answer is shown beside it."""

    def shown(self, told: Told) -> str:
        """The parts that were proposed."""
        parts = str(told.recovery.proposal.get("parts") or "")
        return str(_("Proposed: %(parts)s", parts=parts)) if parts else ""


class AcceptSharing(AnswerSharing):
    """The agreement to share as proposed."""

    capacity = line(_l("In which capacity you bind the State"), _l("For example: the law that gives you the power."))

    def lay_out(self, told: Told) -> None:
        """Say what was proposed."""
        self.capacity.description = f"{self.shown(told)} {self.capacity.description}".strip()


class DeclineSharing(AnswerSharing):
    """Why it is not shared as proposed."""

    explanation = text(_l("Why it is not shared as proposed (optional)"))

    def lay_out(self, told: Told) -> None:
        """Say what was proposed."""
        self.explanation.description = self.shown(told)


class Line(PartForm):
    """What of one asset goes where, and to whom."""

    label = AssetField(_l("Asset"), default="")
    to = TakenChoice(_l("What becomes of it"), choices=[], default="")
    amount = AmountField(_l("Amount"), FIGURES)
    currency = CurrencyField()
    beneficiary = line(_l("Who receives it"), _l("Needed unless it is kept or covers costs."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.to.choices = [NO_CHOICE, *worded(proceeds.WAYS)]


class Dispose(OfProperty):
    """What goes where and to whom, by which law (Arts. 14(1) to 14(3))."""

    lines = FieldList(FormField(Line), _l("Lines"), min_entries=2)
    law = line(_l("Domestic law that applies"), _l("Confiscated property is disposed of by the law here (Art. 14(1))."))
    agreement = line(
        _l("Agreement by which it is shared (optional)"),
        _l("Needed if property is shared by an agreement that serves every case; one for this case is proposed and accepted here before (Art. 14(3)(b))."),
    )  # fmt: skip
    paid_on = DayField(_l("Day of the payment or handover (optional)"))
    payment_reference = line(_l("Reference of the payment (optional)"))
    files = files(_l("Proof (optional)"), _l("For example: the advice of the bank."))
    GROWS: ClassVar[dict[str, Any]] = {"lines": _l("Add another line")}
    ASSETS: Callable[[Told], Said] = staticmethod(taken)
    SAYS: Callable[[Told], Said] = staticmethod(left)

    def legend(self, name: str, index: int) -> str:
        """Line 1, 2, …"""
        return str(_("Line %(number)s", number=index + 1))

    def label_of(self, name: str, index: int) -> str:
        """The asset of the line, or its number."""
        return str(self.lines.entries[index].form.label.data or index + 1)


class ConfirmPayment(ConfirmResults):
    """What arrived."""

    def lay_out(self, told: Told) -> None:
        """It is held up to the certificate of payment."""
        self.complete.label.text = _("Does what arrived match the certificate of payment?")
