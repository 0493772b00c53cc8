"""What differs from copy to copy: ids, references, hashes, the day, the minute, a name and numbers."""

import datetime as dt
import random
import re
import uuid
from collections.abc import Iterable, Mapping
from functools import cache

from mla.domain import identity
from mla.models import Request
from mla.services import numbers
from tests.factories import NOW

#: Days of an original between these stand as far from the first day of a copy as they stood from its own.
EARLIEST, LATEST = NOW.date() - dt.timedelta(days=90), NOW.date() + dt.timedelta(days=330)
#: The first days of copies: the States are bound then, and the originals stay the latest cases.
FIRST, SPAN = dt.date(2018, 1, 1).toordinal(), 2900
#: Numbers of references that no real case takes while a bench runs.
NUMBERS_FROM = 1_000_000
#: What the people and files of the originals are called, and what stands for a number and a minute.
FAMILY, GIVEN, FILE = "Silva", "Ana", "IPL 17/2008"
NUMBER, MINUTE = "@number@", "@minute@"
SYLLABLES = [consonant + vowel for consonant in "bcdfghklmnprstvz" for vowel in "aeiou"]
_DAY = r"20\d\d-\d\d-\d\d"


class Gaps:
    """The gaps of one original: which texts become gaps, and what fills them in a copy."""

    def __init__(self, request: Request, ids: Iterable[uuid.UUID], hashes: Mapping[str, str]) -> None:
        self.ids = [one.hex for one in ids]
        self.series = {f"r{n}": own.rsplit("/", 2)[0] for n, own in enumerate(_references(request))}
        self.days: set[dt.date] = set()
        self.hyphened: set[int] = set()
        self._names = dict(hashes)
        self._names |= {own: f"r{n}" for n, own in enumerate(_references(request))}
        self._names |= {one: f"i{n}" for n, one in enumerate(self.ids)}
        self._names |= {str(uuid.UUID(one)): f"u{n}" for n, one in enumerate(self.ids)}
        self._names |= {identity.name_key(FAMILY, GIVEN): "key", FAMILY: "name", FILE: "file"}
        self._names |= {NUMBER: "number", MINUTE: "minute"}
        self._pattern = re.compile("|".join([*map(re.escape, self._names), _DAY]))

    def cut(self, text: str) -> str:
        """The text with gaps in place of what differs, to be filled by ``%``."""
        return self._pattern.sub(self._gap, text.replace("%", "%%"))

    def _gap(self, found: re.Match[str]) -> str:
        name = self._names.get(found[0]) or self._day(found[0])
        if name.startswith("u"):
            self.hyphened.add(int(name[1:]))
        return f"%({name})s" if name else found[0]

    def _day(self, text: str) -> str:
        day = dt.date.fromisoformat(text)
        if not EARLIEST <= day <= LATEST:
            return ""
        self.days.add(day)
        return f"d{day.toordinal()}"

    def filled(self, number: int, chance: random.Random) -> dict[str, str]:
        """What fills the gaps in the copy of that number, but for hashes."""
        first = FIRST + number * 7919 % SPAN
        random_ids = chance.randbytes(16 * len(self.ids)).hex()
        values = {f"i{n}": random_ids[32 * n : 32 * n + 32] for n in range(len(self.ids))}
        values |= {f"u{n}": hyphened(values[f"i{n}"]) for n in self.hyphened}
        values |= {f"d{day.toordinal()}": iso(first + (day - NOW.date()).days) for day in self.days}
        year, counted = iso(first)[:4], NUMBERS_FROM + number
        values |= {gap: numbers.numbered(f"{series}/{year}", counted) for gap, series in self.series.items()}
        name = named(number)
        return values | {
            "number": f"{number:07d}", "minute": f"{number // 60 % 60:02d}:{number % 60:02d}",
            "file": f"IPL {number:07d}", "name": name, "key": identity.name_key(name, GIVEN),
        }  # fmt: skip


def _references(request: Request) -> list[str]:
    return [own for own in (request.requesting_reference, request.requested_reference) if own]


def hyphened(text: str) -> str:
    """An identifier as the chain writes it."""
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@cache
def iso(ordinal: int) -> str:
    """The day in ISO text."""
    return dt.date.fromordinal(ordinal).isoformat()


def named(number: int) -> str:
    """A family name that no other copy has."""
    letters = []
    for _ in range(4):
        number, place = divmod(number, len(SYLLABLES))
        letters.append(SYLLABLES[place])
    return "".join(letters).title()
