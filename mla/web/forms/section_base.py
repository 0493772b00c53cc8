"""What the forms of all sections of a draft share."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from mla.domain.agreements import Agreement
from mla.domain.declarations import Declarations

from .base import MarkedForm

LINE, LONG = 300, 50_000


class SectionForm(MarkedForm):
    """The form of one section."""

    #: Hints of single answers, by field and value.
    HINTS: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    def value(self) -> Any:
        """The section as the content of the request holds it."""
        return {name: _plain(value) for name, value in self.given().items()}

    def offer(self, declared: Declarations, requested: str, agreements: Sequence[Agreement] = ()) -> None:
        """Offer the answers that depend on what the requested State (ISO 3166-1 alpha-3) declared.

        ``agreements`` are the other treaties that the register holds between the two States.
        """

    @classmethod
    def filled(cls, value: Any, **more: Any) -> "SectionForm":
        """The form as the content fills it."""
        return cls(formdata=None, data=cls.fields_of(value), **more)

    @classmethod
    def fields_of(cls, value: Any) -> dict[str, Any]:
        """The fields that the section's value fills."""
        return dict(value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
