"""What a bench is filled with: real cases of every kind in every state, their chains whole, on both databases."""

import datetime as dt
import random

import pytest
from sqlalchemy import func, inspect, select, text

from bench import copying, fill, originals, rows
from bench.gaps import hyphened
from bench.ways import WAYS
from mla.domain import history
from mla.domain.kinds import KINDS
from mla.extensions import db
from mla.models import ConcernedPerson, Entry, Request
from mla.services import audit, listing
from tests import factories as f
from tests.conftest import application

ENDS = ("record:send_results", "lapse_information", "order_arrest", "submit_freeze report_freeze")
SOME = [way for way in WAYS if way.steps.endswith(ENDS)]
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def kept_by_the_database() -> dict[str, object]:
    """Keys, indexes, foreign keys and triggers."""
    seen = inspect(db.engine)
    looks = (seen.get_indexes, seen.get_unique_constraints, seen.get_foreign_keys)
    tables = {
        table: [seen.get_pk_constraint(table), *(sorted(map(str, look(table))) for look in looks)]
        for table in seen.get_table_names()
    }
    return tables | {"triggers": sorted(db.session.scalars(text(TRIGGERS[db.engine.dialect.name])))}


def requests() -> list[Request]:
    return list(db.session.scalars(select(Request)))


@pytest.fixture
def few(app):
    """Originals of some ways."""
    f.load_register()
    originals.make(SOME)
    return originals.made()


# Every copy is a case of its own: its chain, rows and files hold, it has ten entries, and its numbers are its own.
def test_copies_are_whole_cases(few):
    before, few = kept_by_the_database(), [one.id for one in few]
    standing = len(requests())
    assert fill.fill(30) == 30 - standing
    assert fill.fill(40) == 10
    assert (fill.fill(40), len(requests())) == (0, 40)
    assert kept_by_the_database() == before
    assert [problem for one in requests() for problem in audit.verify(one)] == []
    assert {len(one.entries) for one in requests()} == {originals.ENTRIES}
    assert len({one.title for one in requests()}) >= 40 - len(few)
    keys = select(func.count(ConcernedPerson.name_key.distinct()))
    assert db.session.scalar(keys) > 30
    assert [one.id for one in originals.made()] == few


# Copies stand in the list as a rebuild would write them: each side's row, and the words by which it is found.
def test_copies_are_listed_as_a_rebuild_lists_them(few):
    fill.fill(40)
    held = f.NOW + dt.timedelta(days=9000)
    drifted = [one.id for one in requests() if listing.project(one, held) and one.title[-1].isdigit()]
    assert drifted == []
    one = next(one for one in requests() if one.title[-1].isdigit())
    person = originals.house(one.requesting.iso3)["drafter"]
    assert [line.request_id for line in listing.page(person, held, one.title[-7:])] == [one.id]
    db.session.rollback()


# A copy is what its original was, on another day: the same steps, states, parties and sides.
def test_a_copy_tells_the_same_case(few):
    fill.fill(40)
    told = {(one.kind, one.state, *(entry.visible_to for entry in one.entries)) for one in few}
    assert {(one.kind, one.state, *(entry.visible_to for entry in one.entries)) for one in requests()} >= told
    copies, few = [one for one in requests() if one.title[-1].isdigit()], originals.made()
    assert {(one.kind, one.state) for one in copies} == {(one.kind, one.state) for one in few}
    assert max(one.opened_at for one in copies) < min(one.opened_at for one in few)


# What is composed fast is what the domain composes: the text that is hashed is the header's canonical form.
def test_the_header_is_the_domains_own(few):
    one = copying.original(few[0])
    lines = one.copy(7, random.Random(1))  # noqa: S311 (of a bench)
    table = db.metadata.tables["entry"]
    for row in rows.read(table, lines["entry"]):
        entry = dict(zip(table.columns.keys(), row, strict=True))
        assert history.Header(
            int(entry["format"]), hyphened(entry["request_id"]), int(entry["seq"]), hyphened(entry["authority_id"]),
            entry["visible_to"], entry["recorded_at"].replace(" ", "T") + "+00:00", entry["body_digest"],
            entry["previous"],
        ).hash() == entry["hash"]  # fmt: skip


# The kinds are filled in all their states.
def test_every_state_is_reached(engine_of, tmp_path):
    with engine_of("sqlite").fresh() as address, application(address, tmp_path).app_context():
        f.load_register()
        originals.make(WAYS)
        reached = {(one.kind, one.state) for one in originals.made()}
        wanted = {(kind.name, state) for kind in KINDS.values() for state in kind.states}
        assert wanted - reached == {(name, "new") for name in KINDS}
        counted = select(func.count()).select_from(Entry).group_by(Entry.request_id)
        assert set(db.session.scalars(counted)) == {originals.ENTRIES}
        db.session.remove()
        db.engine.dispose()
