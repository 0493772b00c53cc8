"""``flask workflow`` and ``flask audit``: what scripts rely on."""

import json

import pytest

from mla.domain.kinds.assistance import KIND
from mla.extensions import db
from tests import factories as f
from tests.conftest import application
from tests.services.conftest import plain_papers  # noqa: F401
from tests.services.test_audit import forge


def run(app, *words):
    return app.test_cli_runner().invoke(args=words)


def test_the_step_table_as_data(app):
    told = json.loads(run(app, "workflow", "steps", "assistance").output)
    assert [s["name"] for s in told["steps"]] == [s.name for s in KIND.steps]
    assert set(told["states"]) == set(KIND.states)
    supply = next(s for s in told["steps"] if s["row"] == "F12")
    assert supply["targets"] == ["accepted", "examination", "executing"]
    assert all(s["guards"] for s in told["steps"] if s["name"] in ("approve", "transmit"))


def test_the_step_table_as_a_diagram(app):
    lines = run(app, "workflow", "steps", "assistance", "--format", "mermaid").output.splitlines()
    assert lines[0] == "stateDiagram-v2"
    assert "    [*] --> draft: F1 draft" in lines
    assert "    closed --> [*]" in lines


def test_an_unknown_kind_exits_2(app):
    told = run(app, "workflow", "steps", "teleportation")
    assert told.exit_code == 2
    assert "Kinds: assistance" in told.output


def test_the_table_is_proved_sound(app, monkeypatch):
    assert run(app, "workflow", "check").exit_code == 0
    monkeypatch.setattr("mla.cli.workflow.FORMS", {})
    told = run(app, "workflow", "check")
    assert told.exit_code == 1
    assert "unknown form: approve" in told.output


@pytest.fixture
def case(app):
    return f.drive(f.draft(*f.houses()), "received")


@pytest.mark.usefixtures("plain_papers")
def test_verify_says_intact_or_names_the_first_broken_entry(app, case):
    reference, request_id = case.request.requesting_reference, str(case.request.id)
    head = case.request.entries[2].hash
    for words in ((), (reference,), (request_id,), ("--head", head), (reference, "--head", head)):
        told = run(app, "audit", "verify", *words)
        assert told.exit_code == 0, told.output
        assert "intact: 1" in told.output
    forge("UPDATE entry_body SET body = '{}' WHERE entry_id IN (SELECT id FROM entry WHERE seq = 2)")
    told = run(app, "audit", "verify", reference)
    assert (told.exit_code, f"{request_id}: entry 2: the body" in told.output) == (1, True)
    assert db.session.is_active


@pytest.mark.usefixtures("plain_papers")
def test_verify_against_a_noted_head_and_unknown_names(app, case):
    told = run(app, "audit", "verify", "--head", "0" * 64)
    assert (told.exit_code, "was cut" in told.output) == (1, True)
    assert run(app, "audit", "verify", "BRA-DRCI/MLA/1999/00001-X").exit_code == 2
    grouped = " ".join(case.request.entries[2].hash[n : n + 16].upper() for n in range(0, 64, 16))
    assert run(app, "audit", "verify", "--head", grouped).exit_code == 0  # as a paper prints it


# A hash that is none proves nothing: 1 is kept for a chain that lacks a real one.
@pytest.mark.parametrize("head", ["", " ", "0" * 63, "0" * 65, "g" * 64, "HEAD"])
def test_what_is_no_hash_exits_2(app, head):
    told = run(app, "audit", "verify", "--head", head)
    assert (told.exit_code, f"'{head}' is not a hash" in told.output) == (2, True)


#: Commands that need the database, and a name for each that nothing has.
COMMANDS = [
    ("audit", "verify"),
    ("audit", "verify", "--head", "0" * 64),
    ("papers", "check"),
    ("treaties", "export"),
    ("treaties", "count", "--on", "2026-03-12"),
    ("treaties", "between", "BRA", "USA", "--on", "2026-03-12"),
    ("accounts", "demonstration"),
    ("accounts", "link", "nobody@example.org"),
    ("accounts", "authority", "BRA", "DRCI", "Department"),
]


def said(app, words):
    """The one sentence on the error stream of a command that can't be done."""
    told = run(app, *words)
    assert (told.exit_code, told.stdout) == (2, ""), told.output
    [sentence] = told.stderr.splitlines()
    return sentence


def test_without_tables_every_command_says_what_to_run_and_exits_2(engine, tmp_path):
    with engine.empty() as address:
        app = application(address, tmp_path)
        for words in COMMANDS:
            sentence = said(app, words)
            assert sentence.startswith("The database is not ready ("), words
            assert sentence.endswith("Run: flask --app wsgi init"), words
        with app.app_context():
            db.engine.dispose()


def unreachable(folder):
    """Addresses of a server that does not answer, of a file that is a folder, and of one that is no database."""
    (folder / "letters").write_text("Dear colleague, " * 100)
    yield "postgresql+psycopg://127.0.0.1:1/palermo", "Connection refused"
    yield f"sqlite:///{folder}", "unable to open database file"
    yield f"sqlite:///{folder / 'letters'}", "file is not a database"


def test_a_database_out_of_reach_is_named_with_its_cause(tmp_path):
    for address, cause in unreachable(tmp_path):
        app = application(address, tmp_path)
        for words in (*COMMANDS, ("init",)):
            sentence = said(app, words)
            assert sentence.startswith("The database can't be used: "), words
            assert cause in sentence, words
