"""The sections that a request on assets has of its own: what is asked at its stage, and what is to become of it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, TRACE, asks

from . import words
from .base import AnswerField, ChoiceField, DayField, at_most, may_be_empty
from .money import AmountField, CurrencyField, agree
from .section_base import LINE, LONG, Items, SectionForm

#: What the facts are for, by the stage that asks for them.
_FACTS: Mapping[str, Any] = {
    TRACE: _l("The facts on which you rely (Art. 13(3)(c))."),
    FREEZE: _l("The facts on which you rely (Art. 13(3)(c)), which the authority that orders the freeze will read."),
    OBTAIN: _l(
        "The facts on which you rely: so much that the requested State can seek the order under its own law "
        "(Art. 13(3)(a))."
    ),
    ENFORCE: _l("The facts on which the order rests (Art. 13(3)(b))."),
}
_ACTIONS: Mapping[str, Any] = {
    TRACE: _l(
        "What is to be done to find it (Art. 13(3)(c)), for example: which registers and records are to be searched."
    ),
    FREEZE: _l("What is to be done (Art. 13(3)(c)), for example: that no payment leaves the account."),
    OBTAIN: _l("What is to be confiscated (Art. 18(15)(d)); the property itself is listed in the matter."),
    ENFORCE: _l("That the order is enforced, and on which property (Art. 18(15)(d))."),
}


class WholeMeasureForm(SectionForm):
    """What is asked, by which facts, on which order: every question, whatever the stage."""

    stage = AnswerField(_l("What do you ask for?"), choices=words.STAGES)
    HINTS = {"stage": words.STAGE_HINTS}
    LEADS = True
    actions = TextAreaField(_l("What exactly is to be done"), [at_most(LONG)])
    facts = TextAreaField(_l("Facts that carry it"), [at_most(LONG)])
    here_only = BooleanField(
        _l("Tell only of property that lies in the requested State"),
        description=_l(
            "Property of the matter for which another State is named is left out of this request; it stays in the matter."
        ),
    )
    order_annex = ChoiceField(
        _l("The order, among the annexes"),
        [may_be_empty()],
        choices=[],
        description=_l("A legally admissible copy of the order goes with the request (Art. 13(3)(b))."),
    )
    order_court = StringField(
        _l("Court that made it"),
        [at_most(LINE)],
        description=_l("It must be an order of a court of your State (Art. 13(1)(b))."),
    )
    order_number = StringField(_l("Number of the order"), [at_most(LINE)])
    order_on = DayField(_l("Day of the order"))
    order_amount = AmountField(
        _l("Amount of the order"),
        _l("If it names one, in figures, such as 58400000.00. Over all States together no more is recovered."),
    )
    order_currency = CurrencyField()
    enforceable = BooleanField(
        _l("The order is enforceable, and no ordinary appeal is open against it"),
        description=_l("Good practice: the requested State will want to know."),
    )
    in_absentia = BooleanField(_l("It was made in the absence of a person whom it concerns"))
    safeguards = TextAreaField(
        _l("If so: how that person was summoned, and can be heard"), [may_be_empty(), at_most(LONG)]
    )
    extent = TextAreaField(
        _l("To which extent it is to be enforced"),
        [at_most(LONG)],
        description=_l("In whole, or up to which amount and on which property (Art. 13(3)(b))."),
    )
    notice = TextAreaField(
        _l("Notice that third parties had"),
        [at_most(LONG)],
        description=_l("Who with an interest in the property had notice of the proceedings, when and how."),
    )
    dissipation = TextAreaField(
        _l("Why it can’t wait"),
        [at_most(LONG)],
        description=_l("Good practice: the danger that the property is moved, sold or hidden."),
    )
    duration = TextAreaField(
        _l("How long the freeze is to last"),
        [at_most(LONG)],
        description=_l(
            "The Convention sets no duration: the law of the State that orders the freeze does. Say how long you need it, "
            "and what follows."
        ),
    )
    third_parties = TextAreaField(
        _l("Third parties"),
        [at_most(LONG)],
        description=_l(
            "Who else may have a right in the property, in good faith, or that none is known. Their rights are kept "
            "(Arts. 12(8) and 13(8))."
        ),
    )
    management = TextAreaField(
        _l("How the property is to be kept"),
        [may_be_empty(), at_most(LONG)],
        description=_l("For what loses value or costs money while it is held, such as a vessel or a company."),
    )
    HEADINGS: ClassVar[Mapping[str, Any]] = {"order_annex": _l("The order"), "third_parties": _l("Others, and care")}

    def point_at(self, items: Items) -> None:
        """Offer the annexes of the matter."""
        if "order_annex" in self:
            self.order_annex.choices = [("", _l("None")), *items.annexes]

    @property
    def points(self) -> bool:
        """Whether the order is asked for, which is one of the annexes."""
        return "order_annex" in self

    def validate(self, extra_validators: Any = None) -> bool:
        """The amount of the order is one in its currency."""
        good = bool(super().validate(extra_validators))
        return ("order_amount" not in self or agree(self.order_amount, self.order_currency)) and good


class MeasureForm(WholeMeasureForm):
    """The questions of the stage that is chosen; until one is, that question alone.

    What was answered at another stage stays in the draft, and comes back with the stage; no letter says it before.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown = self.stage.object_data or ""
        unseen = [name for name in self.given() if not (asks(self.shown, name) and asks(self.stage.data, name))]
        self.held = {name: _held(self[name]) for name in unseen}
        for name in unseen:
            if not asks(self.stage.data, name):
                del self[name]
        for name, hints in (("actions", _ACTIONS), ("facts", _FACTS)):
            if name in self:
                self[name].description = hints[self.stage.data]

    @classmethod
    def whole(cls) -> type[SectionForm]:
        """Every question."""
        return WholeMeasureForm

    def value(self) -> dict[str, Any]:
        """The answers, with those that the page did not ask for as they were."""
        return super().value() | self.held

    @property
    def asks_more(self) -> bool:
        """Whether another stage was chosen than the page asked about."""
        return bool(self.stage.data) and self.stage.data != self.shown


def _held(field: Any) -> Any:
    """What was sent for a question, or else what was saved."""
    value = field.data if field.raw_data else field.object_data
    return value.isoformat() if isinstance(value, dt.date) else value


class DisposalForm(SectionForm):
    """What is to become of what is confiscated? (Art. 14)"""

    asked = BooleanField(
        _l("The return of what is confiscated is asked for"),
        description=_l(
            "The requested State then gives priority consideration to returning it, as far as its law permits, so that "
            "victims can be compensated or its legitimate owners get it back (Art. 14(2))."
        ),
    )
    victims = TextAreaField(
        _l("Victims who are to be compensated"),
        [may_be_empty(), at_most(LONG)],
        description=_l("Who they are, what they lost, and how they would receive it."),
    )
    owners = TextAreaField(_l("Legitimate owners"), [may_be_empty(), at_most(LONG)])
    sharing = TextAreaField(
        _l("Sharing"),
        [may_be_empty(), at_most(LONG)],
        description=_l(
            "An agreement on sharing that stands between the two States, or what you propose for this case (Art. 14(3)(b))."
        ),
    )
