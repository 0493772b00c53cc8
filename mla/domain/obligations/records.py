"""An obligation: its sort, its article, who holds it, by when, and where it stands."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mla.domain.findings import GOOD_PRACTICE


class Sort(StrEnum):
    """What is owed."""

    USE_LIMITATION = "use_limitation"
    CONFIDENTIALITY = "confidentiality"
    CONDITION = "condition"
    RETURN = "return_of_originals"
    COSTS = "costs"
    CONSULTATION = "consultation_on_disclosure"
    PROSECUTION = "prosecution_or_enforcement"
    ASSURANCE = "assurance"
    RETURN_OF_PERSON = "return_of_person"
    SPECIALITY = "speciality"


class Status(StrEnum):
    """Where an obligation stands. One that stands is never done with: it binds until the other State releases it."""

    OPEN = "open"
    STANDING = "standing"
    DISCHARGED = "discharged"
    RELEASED = "released"


#: The paragraph of the Convention by which each sort binds; none speaks of the return of originals.
ARTICLES: Mapping[Sort, str] = {
    Sort.USE_LIMITATION: "18(19)",
    Sort.CONFIDENTIALITY: "18(20)",
    Sort.CONDITION: "18(26)",
    Sort.RETURN: GOOD_PRACTICE,
    Sort.COSTS: "18(28)",
    Sort.CONSULTATION: "18(19)",
}
#: As ``ARTICLES``, where a person is sought; the Convention has no rule on speciality.
OF_EXTRADITION: Mapping[Sort, str] = dict.fromkeys(Sort, GOOD_PRACTICE) | {
    Sort.CONDITION: "16(7)",
    Sort.PROSECUTION: "16(10)",
    Sort.ASSURANCE: "16(7)",
    Sort.RETURN_OF_PERSON: "16(11)",
}


def articles(content: Mapping[str, Any], cited: str = "") -> Mapping[Sort, str]:
    """The article of each sort: paragraphs 9 to 29 are cited only for a request that they carry (18(7)).

    Where a person is sought, an obligation cites no more than the entry by which it arises could: ``cited``, its
    articles with semicolons between them.
    """
    regime = content.get("regime") or {}
    if content.get("kind") in ("extradition", "provisional_arrest"):
        stand = cited.split("; ")
        return {sort: article if article in stand else GOOD_PRACTICE for sort, article in OF_EXTRADITION.items()}
    carried = regime.get("basis") == "UNTOC" and regime.get("paragraphs") == "9-29"
    return ARTICLES if carried else dict.fromkeys(Sort, GOOD_PRACTICE)


@dataclass(frozen=True, slots=True)
class Obligation:
    """One obligation of one State towards the other.

    ``holder`` is the side that owes, "requesting" or "requested"; ``text`` what the record says of it, perhaps
    nothing; days are ISO text, ``due_on`` empty where none was set, and of what stands the last day on which it binds;
    ``arose`` and ``ended`` are numbers of history entries. ``scheduled``: the closing of the case set the day of
    the return (row M14).
    """

    label: str
    sort: Sort
    article: str
    holder: str
    text: str
    due_on: str
    status: Status
    arose: int
    arose_on: str
    ended: int | None = None
    scheduled: bool = False

    @property
    def runs(self) -> bool:
        """Whether it still binds."""
        return self.status in (Status.OPEN, Status.STANDING)

    def binds(self, day: dt.date) -> bool:
        """Whether it binds on the day: one that stands may name the last day on which it does."""
        ended = self.status is Status.STANDING and self.due_on and dt.date.fromisoformat(self.due_on) < day
        return self.runs and not ended

    @property
    def undone(self) -> bool:
        """Whether it must be done, or its day be set, before the case may be closed."""
        return self.status is Status.OPEN and not self.scheduled

    def overdue(self, day: dt.date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.status is Status.OPEN and bool(self.due_on) and dt.date.fromisoformat(self.due_on) < day

    def plain(self) -> dict[str, Any]:
        """The obligation as JSON-ready values."""
        return {name: getattr(self, name) for name in self.__slots__}
