"""The values that declarations are read into. Each keeps the notice that it was read from."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from mla.domain.dates import first_day


@dataclass(frozen=True, slots=True)
class Notice:
    """A declaration or notification in summary, as the register holds it.

    ``article`` is bare for the Convention, prefixed for a Protocol; ``dated_on`` is an ISO day, month or year, as
    exact as the source.
    """

    iso3: str
    article: str
    topic: str
    value: str
    dated_on: str
    source: str

    @property
    def first_day(self) -> dt.date:
        """The first day on which it may have been made."""
        return first_day(self.dated_on)

    def is_stale(self, day: dt.date) -> bool:
        """Whether it is dated more than a year before the day. A rule of this system."""
        made = self.first_day
        return (day.year - 1, day.month, day.day) > (made.year, made.month, made.day)


class How(StrEnum):
    """How the languages of a rule go together."""

    ANY = "any of"
    ALL = "all of"
    PREFER = "prefer"


@dataclass(frozen=True, slots=True)
class LanguageRule:
    """The languages acceptable to a State (Art. 18(14)): ISO 639-1 codes in its own order.

    ``authenticated``: a translation must be certified or authenticated. ``besides``: a translation into these is
    wanted in any case. ``annexes``: the State said that the rule holds for annexes too. ``territory``: the rule is
    that of a territory (its code, or its name where it has none). ``note``: the words in parentheses.
    """

    how: How
    languages: tuple[str, ...]
    notice: Notice
    authenticated: bool = False
    besides: tuple[str, ...] = ()
    annexes: bool = False
    territory: str | None = None
    note: str = ""


class Basis(StrEnum):
    """Whether a State takes the Convention as legal basis for extradition (Art. 16(5)), the longer texts first."""

    UNTOC_ON_RECIPROCITY = "untoc on reciprocity"
    UNTOC_WITHOUT_TREATY = "untoc where no treaty exists"
    UNTOC = "untoc"
    TREATY_ONLY = "treaty only"
    NO_TREATY_NEEDED = "no treaty needed"


@dataclass(frozen=True, slots=True)
class ExtraditionBasis:
    """A State's position on the Convention as legal basis for extradition (Art. 16(5)), with what it said beside it."""

    basis: Basis
    note: str
    notice: Notice


class Stage(StrEnum):
    """The stage of the proceeding for which an authority is designated."""

    INVESTIGATION = "investigation"
    TRIAL = "trial"


#: What an authority without a stated function serves.
GENERAL = frozenset({"assistance", "service", "extradition"})


@dataclass(frozen=True, slots=True)
class Designation:
    """An authority that a State designated (Art. 18(13), SOM 8(6), FIR 13(2)).

    ``purpose`` holds the words of what it is designated for; ``functions``, ``stages`` (empty: every stage) and
    ``territory`` are read from them. ``named`` is False where the State names none. ``diplomatic``: it asks that
    requests come through diplomatic channels.
    """

    name: str
    notice: Notice
    address: str = ""
    purpose: str = ""
    note: str = ""
    functions: frozenset[str] = GENERAL
    stages: frozenset[Stage] = field(default_factory=frozenset)
    territory: str | None = None
    named: bool = True
    diplomatic: bool = False

    def serves(self, function: str, stage: Stage | None, territory: str | None) -> bool:
        """Whether it is designated for the function, at the stage (None: whatever it is), for the territory."""
        staged = stage is None or not self.stages or stage in self.stages
        return function in self.functions and staged and self.territory == territory


@dataclass(frozen=True, slots=True)
class Words:
    """A declaration from which no rule is read: its words stand as they are."""

    text: str
    notice: Notice


Declared = LanguageRule | ExtraditionBasis | Designation | Words
