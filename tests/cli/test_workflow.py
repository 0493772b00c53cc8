"""``flask workflow`` and ``flask audit``: what scripts rely on."""

import json

import pytest

from mla.domain.kinds.assistance import KIND
from mla.extensions import db
from tests import factories as f
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
