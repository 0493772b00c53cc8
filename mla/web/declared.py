"""What States declared, as pages show it: in words, with its date, its source, and whether it is old."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from mla.domain.declarations import Notice
from mla.models import Declaration
from mla.queries.register import notice
from mla.wording.declarations import Declared, declared


class Shown(NamedTuple):
    """A declaration for readers."""

    said: Declared
    notice: Notice
    stale: bool


def shown(rows: Iterable[Declaration], day: dt.date) -> list[Shown]:
    """The declarations as they stand on the day."""
    return [Shown(declared(n.topic, n.value), n, n.is_stale(day)) for n in map(notice, rows)]
