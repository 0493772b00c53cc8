"""The cases of which all others are copies: made step by step, by the services, as people make them.

Only the printing is left out: every paper of theirs is one and the same stored page.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from unittest import mock

from sqlalchemy import select

from mla.documents import render
from mla.extensions import db
from mla.models import Authority, Matter, Office, Person, Request
from mla.services import casework, demonstration, matters
from tests import assets, extraditions, factories

from .ways import CUSTODY, SHORT, Way

#: How many entries each case has.
ENTRIES = 10
#: Stands in the internal notes of a matter whose request is an original.
MARK = "original of the bench"
#: Who asks whom, in turn. Greece is always one of the two, so that its people see every request.
PARTIES = (("GRC", "ALB"), ("ALB", "GRC"), ("GRC", "JPN"), ("JPN", "GRC"))
DRAFTS: Mapping[str, Callable[..., factories.Case]] = {
    "assistance": factories.draft, "extradition": extraditions.draft, "assets": assets.draft,
}  # fmt: skip
PAGE = b"%PDF-1.7\n% the one page of every paper in a bench\n%%EOF\n"


def made() -> list[Request]:
    """The originals that stand in the database."""
    return list(
        db.session.scalars(select(Request).join(Matter).where(Matter.notes == MARK).order_by(Request.opened_at))
    )


def make(ways: Iterable[Way]) -> None:
    """Make an original for each way, with the authorities and people that they need."""
    demonstration.lay_people()
    here = {iso3: house(iso3) for iso3 in ("GRC", "ALB", "JPN")}
    paper = _on_paper("ALB")
    with unprinted():
        for number, way in enumerate(ways):
            asking, asked = PARTIES[number % len(PARTIES)]
            between = (here["GRC"], paper) if way.on_paper else (here[asking], here[asked])
            _original(way, *between, factories.NOW + dt.timedelta(minutes=number % 25))


@contextmanager
def unprinted() -> Iterator[None]:
    """Every paper is the same page."""
    printed = render.Rendered(PAGE, "", 1, "")
    with mock.patch.object(render, "render", return_value=printed):
        yield


def house(iso3: str) -> factories.House:
    """The demonstration's authority of the State and its people, who can sign in."""
    authority = db.session.scalars(select(Authority).where(Authority.iso3 == iso3, Authority.demonstration)).one()
    return factories.House(authority, {role: _holding(authority, role) for role in factories.ROLES})


def _on_paper(iso3: str) -> factories.House:
    """The State's authority that is reached on paper."""
    known = db.session.scalar(select(Authority).where(Authority.iso3 == iso3, Authority.on_paper))
    return factories.House(known, {}) if known else factories.on_paper(iso3)


def _holding(authority: Authority, role: str) -> Person:
    chosen = select(Person).where(Person.authority_id == authority.id, Person.roles.any(Office.name == role))
    return db.session.scalars(chosen).one()


def _original(way: Way, requesting: factories.House, requested: factories.House, now: dt.datetime) -> None:
    case = _drafted(way, requesting, requested, now)
    *first, last = way.steps.split() or [""]
    for step in first:
        _take(case, step)
    spare = ENTRIES - len(case.request.entries) - bool(last)
    for _ in range(spare):
        _correct(case)
    if last:
        _take(case, last)
    matters.save_matter(case.request.matter_id, {"notes": MARK}, case.requesting["drafter"].id, case.now)


def _drafted(way: Way, requesting: factories.House, requested: factories.House, now: dt.datetime) -> factories.Case:
    if way.kind == "provisional_arrest":
        return _arrest(requesting, requested, now)
    draft = DRAFTS[way.kind]
    return draft(requesting, requested, now=now, **way.sections)


def _arrest(requesting: factories.House, requested: factories.House, now: dt.datetime) -> factories.Case:
    """A request for provisional arrest on its own, drawn from the matter of an extradition that stays a draft."""
    main, drafter = extraditions.draft(requesting, requested, now), requesting["drafter"].id
    for _ in range(ENTRIES - 1):
        _correct(main)
    done = casework.open_request(main.request.matter_id, "provisional_arrest", requested.authority.id, "Ana Silva",
                                 drafter, now)  # fmt: skip
    case = factories.Case(done.request, requesting, requested, now, ["draft"])
    for name, value in main.request.draft.items():
        if name in matters.sections("provisional_arrest"):
            extraditions.save(case, name, value)
    extraditions.save(case, "custody", CUSTODY)
    return case


def _take(case: factories.Case, step: str) -> None:
    """Take or record the step, or let days pass."""
    name = step.removesuffix("!")
    given = dict(SHORT[name]) if step.endswith("!") else {}
    if name.startswith("+"):
        case.now += dt.timedelta(days=int(name))
    elif name.startswith("record:"):
        name = name.removeprefix("record:")
        factories.recorded(case, name, factories.answers(case, name) | given)
    else:
        factories.take(case, name, given)


def _correct(case: factories.Case) -> None:
    """An entry that moves nothing: the drafter corrects the first one."""
    factories.take(
        case, "correct_record", {"entry": 1, "error": "The day was miswritten.", "right": "It is the day of receipt."}
    )
