"""What people read of the step table: names of steps, states, roles, sides and papers; what a step does and did.

Each module of this package holds the words of one part of the table.
"""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from mla.domain.workflow import Role, Side

from . import (
    amendment,
    aside,
    assets,
    competing,
    consultation,
    execution,
    extradition,
    front,
    obligations,
    other_basis,
    paper,
    provisional,
    restraint,
    surrender,
    urgent,
)

PARTS = (
    front,
    urgent,
    consultation,
    other_basis,
    execution,
    extradition,
    surrender,
    provisional,
    competing,
    restraint,
    assets,
    aside,
    amendment,
    obligations,
    paper,
)


def _all(name: str) -> dict[str, Any]:
    """The vocabulary of that name, from every part that has one."""
    return {code: word for part in PARTS for code, word in getattr(part, name, {}).items()}


#: What a button says, and the heading of the step's page.
TITLES = _all("TITLES")
#: What taking the step means, in a sentence at the head of its page.
DOES = _all("DOES")
#: What the history says afterwards. ``who`` is a person of one's own authority, or the other authority.
DONE = _all("DONE")
STATES = _all("STATES")
#: Formal papers, and the files that are handed in with a step.
PAPERS = _all("PAPERS")

ROLES = {
    Role.DRAFTER: _l("drafter"),
    Role.REVIEWER: _l("reviewer"),
    Role.SIGNATORY: _l("signatory"),
    Role.REGISTRY: _l("registry"),
    Role.DECIDER: _l("decider"),
    Role.EXECUTOR: _l("executor"),
}

SIDES = {
    Side.REQUESTING: _l("requesting State"),
    Side.REQUESTED: _l("requested State"),
    Side.EITHER: _l("either State"),
}

KINDS = {
    "assistance": _l("Mutual legal assistance"),
    "extradition": _l("Extradition"),
    "provisional_arrest": _l("Provisional arrest"),
    "assets": _l("Freezing, confiscation and return of assets"),
}


def name_in(vocabulary: Mapping[Any, Any], code: str) -> str:
    """The word for a code; a retired code, which only old histories hold, stays readable as it is."""
    return str(vocabulary[code]) if code in vocabulary else code.replace("_", " ")


def done(step: str, who: str, version: int | None) -> str:
    """What happened, as a sentence; a retired step keeps its name."""
    if step not in DONE:
        return f"{who}: {name_in(TITLES, step)}"
    return str(DONE[step]) % {"who": who, "version": version}
