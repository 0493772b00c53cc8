"""The sections that a request for a person shares with one for assistance, without what Art. 18 alone asks."""

from typing import Any, ClassVar

from mla.domain.content import empty

from .section_base import SectionForm
from .sections import ContactForm, DeadlineForm, GroupForm, TransnationalForm


class Narrowed(SectionForm):
    """A form without some of its questions; their answers stay as they are in an empty section."""

    SECTION: ClassVar[str]
    LEAVES_OUT: ClassVar[tuple[str, ...]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.LEAVES_OUT:
            del self[name]

    def value(self) -> dict[str, Any]:
        """The section, every key of it."""
        return {**empty()[self.SECTION], **super().value()}


class EstablishedTransnationalForm(Narrowed, TransnationalForm):
    """Is the offence transnational? Grounds to suspect it open assistance alone (Art. 18(1))."""

    SECTION, LEAVES_OUT = "transnational", ("located", "located_fact", "grounds")


class EstablishedGroupForm(Narrowed, GroupForm):
    """Is an organised criminal group involved? Grounds to suspect it open assistance alone (Art. 18(1))."""

    SECTION, LEAVES_OUT = "group", ("grounds",)


class AnswerByForm(Narrowed, DeadlineForm):
    """By when, and how urgently? No request for a person goes before its letter."""

    SECTION, LEAVES_OUT = "deadline", ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reasons.description = self.urgent.description = ""


class CaseContactForm(Narrowed, ContactForm):
    """Whom can the requested State ask, at any hour?"""

    SECTION, LEAVES_OUT = "contact", ("return_of_material",)
