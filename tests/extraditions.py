"""A request for extradition and one for provisional arrest, as people draft them here. Both kinds are made known."""

import datetime as dt
from typing import Any

import pytest

from mla.domain.kinds import KINDS, extradition, provisional
from mla.services import casework, matters, parts
from tests import factories as f
from tests.domain.extradition_cases import complete

#: The sections that a draft of an extradition holds when nothing is missing.
SECTIONS: dict[str, Any] = {
    name: f.SECTIONS.get(name, complete()[name])
    for name in ("authority", "proceedings", "transnational", "group", "regime", "language", "channel", "contact",
                 *extradition.KIND.sections)
} | {"regime": {"basis": "UNTOC", "source": "letter of the ministry"}}  # fmt: skip
CUSTODY = {"urgency": "He is about to leave.", "promise": True, "rule": "Law 1, article 5", "formal_by": "2026-04-01"}


@pytest.fixture
def both_kinds(monkeypatch):
    """Extradition and provisional arrest are among the kinds."""
    monkeypatch.setitem(KINDS, "extradition", extradition.KIND)
    monkeypatch.setitem(KINDS, "provisional_arrest", provisional.KIND)


def draft(requesting: f.House, requested: f.House, now: dt.datetime = f.NOW, **sections: Any) -> f.Case:
    """A matter and a request for extradition drawn from it, complete unless ``sections`` say otherwise."""
    drafter = requesting["drafter"].id
    matter = matters.open_matter("Operation Harbour", "IPL 17/2008", drafter, now)
    matters.save_matter(matter.id, {"facts": "Between 2004 and 2007 four persons took 11 million."}, drafter, now)
    someone = {"family_name": "Silva", "given_names": "Ana", "role": "accused", "born_on": dt.date(1970, 1, 1),
               "location": "Geneva", "nationalities": ["BRA"]}  # fmt: skip
    laundering = {"name": "Money laundering", "law": "Law 9.613/1998, article 1", "years": 10,
                  "category": "money_laundering"}  # fmt: skip
    forgery = {"name": "Forgery", "law": "Criminal Code, article 298", "years": 5}
    for kind, values in (("persons", someone), ("offences", laundering), ("offences", forgery)):
        matters.save_item(matter.id, kind, None, values, drafter, now)
    done = casework.open_request(matter.id, "extradition", requested.authority.id, "Ana Silva", drafter, now)
    case = f.Case(done.request, requesting, requested, now, ["draft"])
    for name, value in (SECTIONS | sections).items():
        save(case, name, value)
    return case


def pointing(case: f.Case) -> f.Case:
    """The case, its draft pointing at the items of the matter as the pages do: by their ids."""
    matter = case.request.matter
    person, offences = matter.persons[0], {f"O{n}": str(o.id) for n, o in enumerate(matter.offences, 1)}
    save(case, "sought", SECTIONS["sought"] | {"person": str(person.id), "whereabouts": "Seen in Geneva."})
    save(case, "per_offence", [row | {"label": offences[row["label"]]} for row in SECTIONS["per_offence"]])
    return case


def save(case: f.Case, name: str, value: Any) -> None:
    """The drafter saves a section."""
    mark = matters.section_mark(case.request, name)
    matters.save_section(case.request.id, name, value, mark, case.requesting["drafter"].id, case.now)


def arrest(case: f.Case) -> f.Case:
    """A complete request for provisional arrest, beside the extradition."""
    done = parts.open_provisional_arrest(case.request.id, case.requesting["drafter"].id, case.now)
    part = f.Case(done.request, case.requesting, case.requested, case.now, ["draft"])
    save(part, "custody", CUSTODY)
    return part
