"""``flask listing``: the rows of the list are written anew from the histories."""

import pytest
from sqlalchemy import delete

from mla.extensions import db
from mla.models import Listing
from tests import factories as f
from tests.services.conftest import plain_papers

__all__ = ["plain_papers"]
pytestmark = pytest.mark.usefixtures("plain_papers")


def test_rebuild_writes_what_the_histories_say(app):
    def run(*words):
        return app.test_cli_runner().invoke(args=list(words))

    f.drive(f.draft(*f.houses()), "results_sent")
    db.session.execute(delete(Listing))
    db.session.commit()
    assert "the list of requests is not what the history says" in run("audit", "verify").output
    first = run("listing", "rebuild")
    assert (first.exit_code, "listing: 1 cases read, 1 brought up to date" in first.output) == (0, True)
    assert "1 cases read, 0 brought up to date" in run("listing", "rebuild").output
    assert run("audit", "verify").exit_code == 0
    db.session.execute(delete(Listing))
    db.session.commit()
    assert "List of requests: 1 cases added." in run("init").output
    assert "List of requests" not in run("init").stdout
