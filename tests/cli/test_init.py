"""``flask init``: lays everything on an empty database, and changes nothing when repeated."""

import pytest
from sqlalchemy import func, select

from mla.extensions import db
from mla.models import DepositaryAction, Office
from mla.services import demonstration
from mla.services.accounts import OFFICES
from tests.conftest import application
from tests.services.conftest import plain_papers  # noqa: F401


def test_an_empty_database_is_made_ready_and_a_repeat_changes_nothing(engine, tmp_path):
    with engine.empty() as address:
        app = application(address, tmp_path)
        first = app.test_cli_runner().invoke(args=["init"])
        assert first.exit_code == 0, first.output
        assert "1646 rows added" in first.stdout
        second = app.test_cli_runner().invoke(args=["init"])
        assert second.exit_code == 0, second.output
        assert "nothing was missing" in second.stdout
        with app.app_context():
            assert set(db.session.scalars(select(Office.name))) == set(OFFICES)
            assert db.session.scalar(select(func.count()).select_from(DepositaryAction)) == 1081
            db.session.remove()
            db.engine.dispose()


# The database itself says whether the demonstration is there: a new one gets it, however often a server started before.
@pytest.mark.usefixtures("plain_papers")
def test_the_demonstration_is_laid_where_it_is_not_complete(app, monkeypatch):
    def laid() -> bool:
        ran = app.test_cli_runner().invoke(args=["init", "--demo"])
        assert ran.exit_code == 0, ran.output
        return "Demonstration:" in ran.stderr

    whole, dull = demonstration.CASES, demonstration.CASES[1:]
    monkeypatch.setattr(demonstration, "CASES", dull)
    assert laid()
    assert not laid()
    monkeypatch.setattr(demonstration, "CASES", whole)  # as after a load that was interrupted
    assert laid()
    assert not laid()
