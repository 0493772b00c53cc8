"""Answers about what a State declared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from .reading import read
from .records import Declared, Designation, ExtraditionBasis, LanguageRule, Notice, Stage, Words

Kind = TypeVar("Kind", LanguageRule | Words, ExtraditionBasis | Words)


@dataclass(frozen=True, slots=True)
class Declarations:
    """What is recorded, read once. An answer of None or nothing means: not recorded, never: not made."""

    read: tuple[Declared, ...] = field(default=())

    @classmethod
    def of(cls, notices: Iterable[Notice]) -> "Declarations":
        """The declarations that the notices hold."""
        return cls(tuple(read(notice) for notice in notices))

    def languages(self, iso3: str, territory: str | None = None) -> LanguageRule | Words | None:
        """The State's latest rule on languages (Art. 18(14)); a territory's own comes before that of its State."""
        found = [d for d in self.about(iso3, "acceptable_languages") if isinstance(d, (LanguageRule, Words))]
        own = [d for d in found if territory and _territory(d) == territory]
        return _latest(own or [d for d in found if _territory(d) is None])

    def authorities(
        self, iso3: str, function: str = "assistance", stage: Stage | None = None, territory: str | None = None
    ) -> tuple[Designation, ...]:
        """The authorities that the State designated for the function, stage and territory (Art. 18(13)).

        ``function``: assistance, service, extradition, maritime, firearms, outgoing, police or civil. A territory's
        own come before those of its State.
        """
        found = [d for d in self.read if isinstance(d, Designation) and d.notice.iso3 == iso3]
        own = tuple(d for d in found if territory and d.serves(function, stage, territory))
        return own or tuple(d for d in found if d.serves(function, stage, None))

    def extradition_basis(self, iso3: str) -> ExtraditionBasis | Words | None:
        """The State's latest position on the Convention as legal basis for extradition (Art. 16(5))."""
        found = self.about(iso3, "extradition_legal_basis")
        return _latest([d for d in found if isinstance(d, (ExtraditionBasis, Words))])

    def about(self, iso3: str, *topics: str) -> Iterator[Declared]:
        """Everything that the State declared on the topics."""
        return (d for d in self.read if d.notice.iso3 == iso3 and d.notice.topic in topics)

    def territories(self, iso3: str) -> tuple[str, ...]:
        """The territories for which the State declared a language or an authority of their own."""
        found = [_territory(d) for d in self.read if d.notice.iso3 == iso3]
        return tuple(sorted({territory for territory in found if territory}))


def _territory(declared: Declared) -> str | None:
    return declared.territory if isinstance(declared, (LanguageRule, Designation)) else None


def _latest(found: list[Kind]) -> Kind | None:
    return max(found, key=lambda d: d.notice.first_day, default=None)
