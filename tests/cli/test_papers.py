"""``flask papers check``: real papers of a real request pass the list; a paper that is not its snapshot does not."""

import json

import pytest

from mla.documents.render import render
from mla.extensions import db
from mla.models import Document
from mla.services import custody
from tests import factories

#: Every annex of a letter is cited in it.
CITING = {"text": "To prove who gave the orders (Annex A)."}


@pytest.fixture
def case(app):
    factories.load_register()
    requesting, requested = factories.houses("BRA", "USA")
    return factories.drive(factories.draft(requesting, requested, purpose=CITING), "transmitted")


def test_what_was_issued_is_accepted(app, case):
    ran = app.test_cli_runner().invoke(args=["papers", "check"])
    assert ran.exit_code == 0, ran.output
    assert "accepted: 5 papers" in ran.output


def test_a_paper_that_is_not_its_snapshot_is_named_with_the_point(app, case, monkeypatch):
    document = db.session.query(Document).filter_by(kind="transmission_note").one()
    altered = json.loads(document.snapshot) | {"place": "Elsewhere"}
    right = custody.fetch
    monkeypatch.setattr(custody, "fetch", lambda name: render(altered).pdf if name == document.sha256 else right(name))
    ran = app.test_cli_runner().invoke(args=["papers", "check", case.request.requesting_reference])
    assert ran.exit_code == 1
    assert f"{document.number}: point 1: page 1 does not say “{document.request.requesting.place}”" in ran.output


def test_a_paper_whose_file_is_gone_is_named_and_the_others_are_examined(app, case, monkeypatch):
    document = db.session.query(Document).filter_by(kind="transmission_note").one()
    right = custody.fetch
    monkeypatch.setattr(custody, "fetch", lambda name: right("0" * 64 if name == document.sha256 else name))
    ran = app.test_cli_runner().invoke(args=["papers", "check"])
    assert ran.exit_code == 1
    told = [line for line in ran.output.splitlines() if "can't be read" in line]
    assert len(told) == 1
    assert told[0].startswith(document.number)


def test_an_unknown_request_is_bad_input(app):
    ran = app.test_cli_runner().invoke(args=["papers", "check", "NO/SUCH/0001"])
    assert ran.exit_code == 2
    assert "no request has the reference" in ran.output
