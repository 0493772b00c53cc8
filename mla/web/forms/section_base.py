"""What the forms of all sections of a draft share."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from mla.domain.agreements import Agreement
from mla.domain.declarations import Declarations

from . import base
from .base import MarkedForm
from .words import Choices

LINE, LONG = 300, 50_000


@dataclass(frozen=True, slots=True)
class Items:
    """What the matter holds that a section may point at: the id and the name of each."""

    persons: Choices
    offences: Choices
    annexes: Choices


NO_ITEMS = Items([], [], [])


class SectionForm(MarkedForm):
    """The form of one section."""

    #: Hints of single answers, by field and value.
    HINTS: ClassVar[Mapping[str, Mapping[str, Any]]] = {}
    #: Headings over groups of questions, by the first question of each.
    HEADINGS: ClassVar[Mapping[str, Any]] = {}
    #: Whether it stands open where a letter on paper is entered: what the whole letter turns on.
    LEADS: ClassVar[bool] = False
    #: What a person may add one more of: the words of the button; empty where the form has no such list.
    GROWS: ClassVar[Any] = ""

    def value(self) -> Any:
        """The section as the content of the request holds it."""
        return {name: _plain(value) for name, value in self.given().items()}

    def offer(self, declared: Declarations, requested: str, agreements: Sequence[Agreement] = ()) -> None:
        """Offer the answers that depend on what the requested State (ISO 3166-1 alpha-3) declared.

        ``agreements`` are the other treaties that the register holds between the two States.
        """

    def point_at(self, items: Items) -> None:
        """Offer what the matter holds."""

    def grow(self) -> None:
        """Add an empty group to the list that a person may lengthen."""

    @property
    def asks_more(self) -> bool:
        """Whether what was answered calls for questions that the page did not ask yet: it is then shown again."""
        return False

    @property
    def points(self) -> bool:
        """Whether a question points at what the matter lists, where the section has such questions."""
        return True

    def answers(self) -> list[dict[str, Any]]:
        """The form as a summary list."""
        return base.answers(self)

    @classmethod
    def whole(cls) -> type["SectionForm"]:
        """The form with every question, for a letter of which it is not known yet what it asks."""
        return cls

    @classmethod
    def of(cls, value: Any, items: Items) -> Self:
        """The form of the page: as the content fills it, or as it was sent."""
        form = cls(data=cls.fields_of(value))
        form.point_at(items)
        return form

    @classmethod
    def filled(cls, value: Any, items: Items = NO_ITEMS, **more: Any) -> Self:
        """The form as the content fills it."""
        form = cls(formdata=None, data=cls.fields_of(value), **more)
        form.point_at(items)
        return form

    @classmethod
    def fields_of(cls, value: Any) -> dict[str, Any]:
        """The fields that the section's value fills."""
        return dict(value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
