"""The migrations make exactly the tables of the code, can be undone, and leave the records protected."""

import datetime as dt
import uuid

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import downgrade, upgrade

from mla.domain import identity
from mla.extensions import db
from mla.models import Office
from mla.models.append_only import RECORDS

from .conftest import application

SIX_CHANGES = (
    "entry", "entry_body", "version", "document", "passage", "depositary_action", "confirmation", "rejection",
    "agreement_record", "agreement_party", "agreement_verdict",
)  # fmt: skip


def test_there_is_one_head(app):
    assert len(ScriptDirectory(app.extensions["migrate"].directory).get_heads()) == 1


def test_the_schema_is_that_of_the_code(app):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_up_and_down_leave_nothing_behind(engine, tmp_path):
    with engine.empty() as address:
        app = application(address, tmp_path)
        with app.app_context():
            upgrade()
            downgrade(revision="base")
            assert sa.inspect(db.engine).get_table_names() == ["alembic_version"]
            upgrade()
            assert sa.inspect(db.engine).has_table("entry")
            db.session.remove()
            db.engine.dispose()


def test_the_offices_are_there_from_the_start(app):
    assert set(db.session.scalars(sa.select(Office.name))) == {
        "drafter", "reviewer", "signatory", "registry", "decider", "executor", "register_keeper", "administrator",
    }  # fmt: skip


def values_for(table):
    """Some value for each column of the table."""
    made = {
        sa.Uuid: uuid.uuid4, sa.Integer: lambda: 1, sa.String: lambda: "x", sa.LargeBinary: lambda: b"x",
        sa.Date: lambda: dt.date(2026, 1, 2), sa.DateTime: lambda: dt.datetime(2026, 1, 2, tzinfo=dt.UTC),
        sa.Boolean: lambda: True, sa.JSON: lambda: ["x"],
    }  # fmt: skip

    def value(column):
        kind = column.type.impl if isinstance(column.type, sa.TypeDecorator) else column.type
        return next(make() for known, make in made.items() if isinstance(kind, known))

    return {column.name: value(column) for column in table.columns}


@pytest.fixture
def without_references(app):
    """A connection on which rows may stand alone: what is proved here is the triggers."""
    with db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
        else:
            # sleeps foreign keys and plain triggers; ours are always awake
            connection.execute(sa.text("SET session_replication_role = replica"))
        yield connection


@pytest.fixture(params=SIX_CHANGES)
def record(request, without_references):
    """A protected table with one row in it, and the row."""
    table = db.metadata.tables[request.param]
    row = values_for(table)
    without_references.execute(table.insert().values(row))
    return table, row


def assert_refused(connection, statement):
    with pytest.raises(sa.exc.IntegrityError, match="is append-only"), connection.begin_nested():
        connection.execute(statement)


def test_every_record_is_protected():
    assert set(RECORDS) == set(SIX_CHANGES)


def test_no_row_of_a_record_can_be_changed_or_deleted(record, without_references):
    table, row = record
    assert_refused(without_references, table.update().values(row))
    assert_refused(without_references, table.delete())
    assert without_references.scalar(sa.select(sa.func.count()).select_from(table)) == 1


def test_postgresql_refuses_to_empty_a_record(record, without_references):
    table, _ = record
    if without_references.dialect.name == "postgresql":
        assert_refused(without_references, sa.text(f'TRUNCATE "{table.name}" CASCADE'))
    assert without_references.scalar(sa.select(sa.func.count()).select_from(table)) == 1


def keys(table):
    unique = [c.columns for c in table.constraints if isinstance(c, sa.UniqueConstraint)]
    return [[column.name for column in key] for key in (table.primary_key.columns, *unique)]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_no_row_can_be_replaced_by_another_with_one_of_its_keys(record, without_references):
    table, row = record
    for key in keys(table):
        other = {**values_for(table), **{name: f"{name} of another" for name in row if isinstance(row[name], str)}}
        other |= {"seq": 2, "number": 2, "position": 2} if table.name != "document" else {"position": 2}
        other = {name: row[name] if name in key else other[name] for name in row}
        assert_refused(without_references, table.insert().prefix_with("OR REPLACE").values(other))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_no_row_can_be_replaced_by_its_place_in_the_file(record, without_references):
    table, _ = record
    names = ", ".join(["rowid", *(f'"{column.name}"' for column in table.columns)])
    places = ", ".join(["1", *("hex(randomblob(16))" for _ in table.columns)])
    assert_refused(without_references, sa.text(f'INSERT OR REPLACE INTO "{table.name}" ({names}) VALUES ({places})'))


PERSON = {"position": 1, "role": "suspect", "birth_place": "", "sex": "", "aliases": "", "nationalities": [],
          "documents": "", "location": "", "note": "", "born_on": None}  # fmt: skip


def test_persons_of_before_get_the_keys_by_which_they_are_found(app, without_references, monkeypatch):
    table = db.metadata.tables["concerned_person"]
    names = {"family_name": "SILVA", "given_names": "Ana", "original_script": "إيساتا"}
    row = PERSON | names | {"id": uuid.uuid4(), "matter_id": uuid.uuid4(), "name_key": "", "script_key": ""}
    without_references.execute(table.insert().values(row))
    migration = ScriptDirectory(app.extensions["migrate"].directory).get_revision("0002_same_person").module
    monkeypatch.setattr(migration.op, "get_bind", lambda: without_references, raising=False)
    migration._fill()
    found = without_references.execute(sa.select(table.c.name_key, table.c.script_key)).one()
    assert found == (identity.name_key("silva", "ana"), identity.script_key("إيساتا"))


#: A confirmed action as it stood before there were rejections: table, and the values of its row.
BEFORE = (
    ("state", "iso3, short_name, formal_name, names, is_reio", "'PNG', 'n', '', '{}', false"),
    ("instrument", "code, title, short_title, data_as_of, facts", "'UNTOC', 't', 't', '2026-01-01', '{}'"),
    (
        "authority",
        "id, iso3, code, name, ministry, address, telephone, email, zone, place, demonstration",
        ":id, 'PNG', 'CA', '', '', '', '', '', 'UTC', '', false",
    ),
    (
        "person",
        "id, authority_id, name, title, email, fs_uniquifier, active, demonstration",
        ":id, :id, '', '', 'e', 'u', true, false",
    ),
    (
        "depositary_action",
        "id, instrument, iso3, kind, happened_on, source, recorded_at, recorded_by",
        ":id, 'UNTOC', 'PNG', 'accession', '2026-01-02', 's', '2026-01-03 00:00:00', :id",
    ),
    ("confirmation", "action_id, confirmed_by, confirmed_at", ":id, :id, '2026-01-04 00:00:00'"),
)


# Making room for rejections rebuilds a table on SQLite: what was confirmed before stays confirmed.
def test_what_was_confirmed_before_stays_confirmed(engine, tmp_path):
    with engine.empty() as address:
        app = application(address, tmp_path)
        with app.app_context():
            upgrade(revision="0003")
            known = uuid.uuid4().hex
            for table, columns, values in BEFORE:
                db.session.execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), {"id": known})
            db.session.commit()
            for move in (upgrade, lambda: downgrade(revision="0003"), upgrade):
                move()
                [kept] = db.session.execute(sa.text("SELECT action_id FROM confirmation")).scalars()
                assert uuid.UUID(str(kept)).hex == known
                db.session.rollback()
            db.session.remove()
            db.engine.dispose()


#: A request with a frozen version as it stood before requests had parts: table, and the values of its row.
BEFORE_PARTS = (
    BEFORE[0],
    (
        "authority",
        "id, iso3, code, name, ministry, address, telephone, email, zone, place, demonstration, on_paper, languages",
        ":id, 'PNG', 'CA', '', '', '', '', '', 'UTC', '', false, false, ''",
    ),
    (
        "matter",
        "id, authority_id, title, reference, facts, notes, opened_at",
        ":id, :id, '', '', '', '', '2026-01-03 00:00:00'",
    ),
    (
        "request",
        "id, kind, table_version, state, title, matter_id, requesting_id, requested_id, draft, opened_at, changed_at",
        ":id, 'assistance', 1, 'draft', '', :id, :id, :id, '{}', '2026-01-03 00:00:00', '2026-01-03 00:00:00'",
    ),
    ("version", "id, request_id, number, content, sha256, frozen_at", ":id, :id, 1, '{}', '', '2026-01-03 00:00:00'"),
)


# A request that stood before there were parts stands on, with what refers to it, and is part of none.
def test_a_request_of_before_is_part_of_none(engine, tmp_path):
    with engine.empty() as address:
        app = application(address, tmp_path)
        with app.app_context():
            upgrade(revision="0007")
            for table, columns, values in BEFORE_PARTS:
                line = sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})")
                db.session.execute(line, {"id": uuid.uuid5(uuid.NAMESPACE_OID, "x").hex})
            db.session.commit()
            for move in (upgrade, lambda: downgrade(revision="0007"), upgrade):
                move()
            found = db.session.execute(
                sa.text("SELECT part_of_id FROM request JOIN version ON request_id = request.id")
            )
            assert found.scalars().all() == [None]
            db.session.remove()
            db.engine.dispose()
