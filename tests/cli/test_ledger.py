"""``flask ledger``: the rows of who owes what are written anew from the histories."""

import pytest
from sqlalchemy import delete

from mla.extensions import db
from mla.models import OwedRow
from tests import factories as f
from tests.services.conftest import plain_papers

__all__ = ["plain_papers"]
pytestmark = pytest.mark.usefixtures("plain_papers")


@pytest.fixture
def case(app):
    return f.drive(f.draft(*f.houses()), "results_sent")


def test_rebuild_writes_what_the_histories_say(app, case):
    def run(*words):
        return app.test_cli_runner().invoke(args=list(words))

    db.session.execute(delete(OwedRow))
    db.session.commit()
    assert "the ledger of obligations is not what the history says" in run("audit", "verify").output
    first = run("ledger", "rebuild")
    assert (first.exit_code, "ledger: 1 cases read, 1 brought up to date" in first.output) == (0, True)
    assert "1 cases read, 0 brought up to date" in run("ledger", "rebuild").output
    assert run("audit", "verify").exit_code == 0
    db.session.execute(delete(OwedRow))
    db.session.commit()
    assert "Ledger: 1 cases brought up to date." in run("init").output
