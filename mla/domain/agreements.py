"""Other treaties: the bilateral and regional ones on which a request may rest beside the Convention, or instead.

Unlike the Convention's, their entry into force follows no rule that this system knows: the day from which each
State is bound is what the register keeper entered, with its source (Arts. 16(3), 18(6)-(7)).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a treaty is about."""

    ASSISTANCE = "assistance"
    EXTRADITION = "extradition"
    CONFISCATION = "confiscation"


@dataclass(frozen=True, slots=True)
class Bound:
    """The days between which a treaty binds a State: ``until`` is the first day on which it no longer does."""

    since: dt.date
    until: dt.date | None = None

    def on(self, day: dt.date) -> bool:
        """Whether the State is bound on the day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty of the register: ``parties`` by ISO 3166-1 alpha-3; ``diplomatic`` where it prescribes that channel."""

    id: str
    title: str
    subjects: frozenset[Subject]
    parties: Mapping[str, Bound]
    source: str
    diplomatic: bool = False

    def binds(self, one: str, other: str, day: dt.date) -> bool:
        """Whether both States are bound on the day."""
        return all(iso3 in self.parties and self.parties[iso3].on(day) for iso3 in (one, other))
