"""A request for extradition and one for provisional arrest, as people draft them here."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from mla.domain.errors import StepClosed, WrongPerson
from mla.domain.kinds import extradition, kind_named
from mla.models import OwedRow
from mla.services import audit, casework, matters, obligations, parts, record
from tests import factories as f
from tests.domain.extradition_cases import complete

#: The sections that a draft of an extradition holds when nothing is missing.
SECTIONS: dict[str, Any] = {
    name: f.SECTIONS.get(name, complete()[name])
    for name in ("authority", "proceedings", "transnational", "group", "regime", "language", "channel", "contact",
                 *extradition.KIND.sections)
} | {"regime": {"basis": "UNTOC", "source": "letter of the ministry"}}  # fmt: skip
CUSTODY = {"urgency": "He is about to leave.", "promise": True, "rule": "Law 1, article 5", "formal_by": "2026-04-01"}


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


#: From the draft to the examination.
TO_EXAMINATION = ("submit", "approve", "sign", "transmit", "acknowledge", "open_examination")


def examined(case: f.Case) -> f.Case:
    """The request, sent and under examination."""
    return go(case, *TO_EXAMINATION)


def go(case: f.Case, *steps: str) -> f.Case:
    """Take the steps, each with answers that are in order."""
    for step in steps:
        f.take(case, step)
    return case


def walk(case: f.Case, *lines: tuple[str, str]) -> None:
    """Take each step, once the other side has tried it in vain; it leads to the state named, and all is on record."""
    for step, state in lines:
        of_the_other_side(case, step)
        f.take(case, step)
        assert case.request.state == state, step
    whole(case)


def of_the_other_side(case: f.Case, step: str) -> None:
    """Who holds the step's role at the other authority may not take it, unless it is either's to take."""
    if kind_named(case.request.kind).step(step).side == "either":
        return
    side, role = f.WHO.get(step) or f.of_table(case, step)
    other = case.requested if side == "requesting" else case.requesting
    with pytest.raises(WrongPerson):
        casework.perform(case.request.id, step, other[role].id, case.now, case.request.state, {})


def closed(case: f.Case, step: str, **data: Any) -> set[str]:
    """The reasons that keep the step closed with these answers; nothing has changed by trying."""
    before = (case.request.state, len(case.request.entries))
    with pytest.raises(StepClosed) as error:
        f.take(case, step, data)
    assert (case.request.state, len(case.request.entries)) == before
    return {found.code for found in error.value.findings}


def tried_on_the_way(
    case: f.Case, tries: Sequence[tuple[str, dict[str, Any] | None, str]], skipped: Sequence[str] = ()
) -> None:
    """Each step is closed with these answers for that one reason; then it is taken with good ones, unless skipped."""
    for number, (step, data, code) in enumerate(tries, 1):
        assert data is None or closed(case, step, **data) == {code}, (step, data)
        if step not in skipped and step not in [later for later, *_ in tries[number:]]:
            f.take(case, step)


def whole(case: f.Case) -> None:
    """The chain is whole; each entry goes on where the one before ended, and made the papers of its row."""
    bodies = record.bodies(case.request)
    assert audit.verify(case.request) == []
    assert [b["from"] for b in bodies[1:]] == [b["to"] for b in bodies[:-1]]
    for body in bodies:
        papers = kind_named(case.request.kind).step(body["step"]).documents
        assert [d["kind"] for d in body["documents"] if not d["title"]] == list(papers), body["step"]


def release(case: f.Case, label: str, person: Any) -> None:
    """The person's side says that the obligation is done with: done, where it owes it, else released."""
    given = f.answers(case, "discharge_obligation") | {"obligation": label}
    casework.perform(case.request.id, "discharge_obligation", person.id, case.now, case.request.state, given)


def owed(case: f.Case) -> list[tuple[str, str, str]]:
    """What is owed in the case: sort, who holds it, and where it stands."""
    side = {case.request.requesting_id: "requesting", case.request.requested_id: "requested"}
    return [(row.sort, side[row.holder_id], row.status) for row in owed_rows(case)]


def owed_rows(case: f.Case) -> list[OwedRow]:
    """The rows of what is owed in the case, in their order."""
    rows = obligations.rows(case.request)
    return [rows[n] for n in sorted(rows)]
