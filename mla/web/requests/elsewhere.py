"""The same order in other States, as the authority that sent it there reads it: what each shows, and what was told."""

from typing import Any

from mla.domain.assets import several
from mla.services import gather
from mla.wording import property as words

from .assets import Holdings


def rows(known: Holdings) -> list[dict[str, Any]]:
    """Each request to another State, with what it shows and what was told here of it; none for the other side."""
    if known.case.requesting_id != known.person.authority_id:
        return []
    return [_row(known, one) for one in gather.elsewhere(known.case)]


def _row(known: Holdings, one: several.Elsewhere) -> dict[str, Any]:
    told = several.told_of(known.bodies, one.state)
    return {
        "state": one.state,
        "reference": one.reference,
        "recovered": words.amounts(one.recovered),
        "told": words.amounts(told),
        "untold": told != one.recovered,
    }
