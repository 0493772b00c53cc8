"""A request about assets, as people draft it here: of Brazil to the United States unless other houses are named."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from mla.domain.assets.content import FREEZE
from mla.services import casework, matters
from tests import factories as f
from tests.domain import assets_cases
from tests.domain.assets_cases import PROPERTY
from tests.extraditions import (
    TO_EXAMINATION,
    closed,
    examined,
    go,
    owed,
    owed_rows,
    save,
    tried_on_the_way,
    walk,
    whole,
)

__all__ = [
    "TO_EXAMINATION",
    "closed",
    "examined",
    "go",
    "owed",
    "owed_rows",
    "save",
    "tried_on_the_way",
    "walk",
    "whole",
]
#: The sections that a draft holds when nothing is missing.
SECTIONS: dict[str, Any] = {
    name: f.SECTIONS[name]
    for name in ("authority", "proceedings", "transnational", "group", "regime", "purpose", "language", "channel",
                 "contact")
}  # fmt: skip
FACTS = "Between 2004 and 2007 four persons took 58 million. The order is Annex A."
ASSET = {name: value for name, value in PROPERTY.items() if name != "label"} | {
    "valued_on": dt.date.fromisoformat(PROPERTY["valued_on"])
}  # fmt: skip


def draft(
    requesting: f.House,
    requested: f.House,
    stage: str = FREEZE,
    now: dt.datetime = f.NOW,
    assets: Sequence[Mapping[str, Any]] = (ASSET,),
    **sections: Any,
) -> f.Case:
    """A matter with the assets, and a request drawn from it: complete unless ``sections`` say otherwise."""
    drafter = requesting["drafter"].id
    matter = matters.open_matter("Operation Harbour", "IPL 17/2008", drafter, now)
    matters.save_matter(matter.id, {"facts": FACTS}, drafter, now)
    f.persons_and_offences(matter.id, drafter, now)
    linked = {name: [str(getattr(matter, name)[0].id)] for name in ("persons", "offences")}
    for asset in assets:
        matters.save_item(matter.id, "property", None, asset | linked, drafter, now)
    return drawn(matter.id, requesting, requested, stage, now, **sections)


def drawn(
    matter_id: Any, requesting: f.House, requested: f.House, stage: str, now: dt.datetime, **sections: Any
) -> f.Case:
    """A request about assets drawn from the matter, with its own sections."""
    drafter = requesting["drafter"].id
    done = casework.open_request(matter_id, "assets", requested.authority.id, "Account in Miami", drafter, now)
    case = f.Case(done.request, requesting, requested, now, ["draft"])
    own = {"measure": assets_cases.complete(stage)["measure"]}
    for name, value in (SECTIONS | own | sections).items():
        save(case, name, value)
    return case


def arrived(case: f.Case, *steps: str) -> f.Case:
    """The request under examination, and the steps after it taken with answers that are in order."""
    return go(examined(case), *steps)
