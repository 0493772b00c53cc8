"""A finding: what a rule says of the facts, with its article and the values it looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

GOOD_PRACTICE = "good practice"
THIS_SYSTEM = "this system"
DOMESTIC_LAW = "domestic law"


class Weight(StrEnum):
    """What a finding does to a step: nothing, a printed warning, or it keeps the step closed."""

    HOLDS = "holds"
    WARNS = "warns"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of the facts.

    ``code`` names the sentence (``party.not_deposited``); ``article`` is bare for the Convention
    (``18(15)(c)``), prefixed for a Protocol (``TIP 17(2)``), or ``good practice`` / ``this system`` / ``domestic law``.
    ``values`` are JSON-ready: text, whole numbers, booleans, None, ISO dates. ``where`` is the place at
    which the missing fact is given (``request.assistance``, ``matter.persons``, ``step.reasons``).
    """

    code: str
    article: str
    weight: Weight = Weight.CLOSES
    values: Mapping[str, Any] = field(default_factory=dict)
    where: str | None = None

    @property
    def closes(self) -> bool:
        """Whether it keeps the step closed."""
        return self.weight is Weight.CLOSES

    def plain(self) -> dict[str, Any]:
        """The finding as JSON-ready values, for the history and the papers."""
        return {
            "code": self.code,
            "article": self.article,
            "weight": self.weight.value,
            "values": dict(self.values),
            "where": self.where,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Finding":
        """The finding that ``plain`` wrote."""
        return cls(value["code"], value["article"], Weight(value["weight"]), dict(value["values"]), value["where"])


def closing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep a step closed."""
    return tuple(f for f in findings if f.closes)
