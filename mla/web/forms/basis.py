"""The section on the legal basis: the Convention, a treaty that the register holds, or reciprocity."""

from collections.abc import Sequence
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField

from mla.domain.agreements import Agreement
from mla.domain.content import empty
from mla.domain.declarations import Declarations
from mla.queries.agreements import title_of

from . import words
from .base import AnswerField, AnswersField, ChoiceField, at_most, may_be_empty
from .section_base import LINE, LONG, NO_ITEMS, Items, SectionForm


def cited_protocols() -> AnswersField:
    """Which Protocols the request cites: asked alike of every request that may rest on the Convention."""
    return AnswersField(
        _l("On the Convention: Protocols that the request cites"),
        [may_be_empty()],
        choices=words.PROTOCOLS,
        description=_l(
            "Only if the offence is established in accordance with a Protocol by which both States are bound."
        ),
    )


class TreatyForm(SectionForm):
    """A form that offers the treaties between the two States."""

    agreement: ChoiceField

    def offer(self, declared: Declarations, requested: str, agreements: Sequence[Agreement] = ()) -> None:
        """Offer the treaties between the two States; an answer that was saved before stays."""
        known = {a.id: a.title for a in agreements}
        saved = self.agreement.object_data
        held = {saved: title_of(saved)} if saved else {}
        self.agreement.choices = [("", _l("None")), *(held | known).items()]

    @classmethod
    def filled(cls, value: Any, items: Items = NO_ITEMS, **more: Any) -> Self:
        """The form with the answers given, whatever may be chosen now."""
        form = super().filled(value, items, **more)
        form.offer(Declarations(), "")
        return form


class RegimeForm(TreatyForm):
    """On what does the request rest, and which paragraphs of Article 18 carry it? (Art. 18(7))"""

    basis = AnswerField(_l("The request rests on"), choices=words.BASES)
    HINTS = {"basis": words.BASIS_HINTS}
    reason = AnswerField(_l("On the Convention: why paragraphs 9 to 29 apply"), [may_be_empty()], choices=words.REASONS)
    source = StringField(
        _l("On the Convention: how it is known that both States agree to apply these paragraphs"),
        [may_be_empty(), at_most(LINE)],
        description=_l("Only if another treaty binds both. For example an exchange of letters, with its date."),
    )
    protocols = cited_protocols()
    agreement = ChoiceField(
        _l("On another treaty: which one"),
        [may_be_empty()],
        choices=[],
        description=_l("Those that the register holds between the two States."),
    )
    reciprocity = TextAreaField(
        _l("On reciprocity: what is offered"),
        [may_be_empty(), at_most(LONG)],
        description=_l(
            "One or two sentences, as they are to stand in the letter and in the note verbale: in which cases your "
            "authorities would meet a comparable request, and by which law they may."
        ),
    )

    def value(self) -> dict[str, Any]:
        """The paragraphs follow from the reason: only on the Convention are there any to choose."""
        given = super().value()
        chosen = given["basis"] == "UNTOC" and given["reason"]
        return {**given, "paragraphs": "9-29" if chosen else ""}


class ExtraditionBasisForm(TreatyForm):
    """On what does a request for a person rest? (Art. 16(3)-(6))"""

    basis = AnswerField(_l("The request rests on"), choices=words.EXTRADITION_BASES)
    HINTS = {"basis": words.EXTRADITION_BASIS_HINTS}
    source = StringField(
        _l("On the Convention, or where no treaty is needed: how the position of the requested State is known"),
        [may_be_empty(), at_most(LINE)],
        description=_l(
            "Needed where the register does not show it. For example the answer of its authority, with the date."
        ),
    )
    protocols = cited_protocols()
    agreement = ChoiceField(
        _l("On a treaty: which one"),
        [may_be_empty()],
        choices=[],
        description=_l("Those that the register holds between the two States."),
    )
    reciprocity = TextAreaField(
        _l("On reciprocity: what is offered"),
        [may_be_empty(), at_most(LONG)],
        description=_l(
            "One or two sentences, as they are to stand in the letter: in which cases your authorities would surrender a "
            "person to the requested State, and by which law they may."
        ),
    )

    def value(self) -> dict[str, Any]:
        """The paragraphs of Article 18, which is not asked about here, stay as in an empty section."""
        return {**empty()["regime"], **super().value()}
