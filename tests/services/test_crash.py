"""A crash at any point of a step leaves state, history and documents as before; two at once, and one succeeds."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mla.documents import render
from mla.domain.errors import StaleState
from mla.extensions import db
from mla.models import Request
from mla.services import audit, casework, custody, effects, numbers, papers, record
from tests import factories as f

from .test_casework import world

FULL = OSError(errno.ENOSPC, "No space left on device")
POINTS = {
    "the effects": (effects, "apply"),
    "the number": (numbers, "document_number"),
    "the renderer": (render, "render"),
    "the store": (custody, "keep"),
    "the hand-over": (papers, "_hand_over"),
    "the entry": (record, "append"),
}


@pytest.mark.parametrize(
    "error", [RuntimeError("broken"), FULL, KeyboardInterrupt()], ids=["error", "full disk", "interrupt"]
)
@pytest.mark.parametrize("point", POINTS, ids=str)
def test_a_failure_at_any_point_leaves_everything_as_before(app, monkeypatch, point, error):
    case = f.drive(f.draft(*f.houses()), "signed")
    before = world()

    def broken(*args, **kwargs):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(*POINTS[point], broken)
        with pytest.raises(type(error)):
            f.take(case, "transmit")
    assert world() == before
    assert audit.verify(case.request) == []
    f.take(case, "transmit")
    assert case.request.state == "transmitted"


def test_a_failing_commit_leaves_everything_as_before(app, monkeypatch):
    case = f.drive(f.draft(*f.houses()), "signed")
    before = world()

    def broken():
        raise FULL

    with monkeypatch.context() as patch:
        patch.setattr(db.session, "commit", broken)
        with pytest.raises(OSError, match="No space"):
            f.take(case, "transmit")
    assert world() == before


# A process that is killed in the middle of a step, just before the commit, leaves nothing.
def test_a_killed_process_leaves_everything_as_before(app):
    case = f.drive(f.draft(*f.houses()), "signed")
    before = world()
    request, person, digest = case.request.id, case.requesting["registry"].id, f.version_hash(case)
    db.session.rollback()
    script = Path(__file__).with_name("killed_step.py")
    environment = os.environ | {
        "MLA_DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
        "MLA_STORE_URL": app.config["STORE_URL"],
    }
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_step", str(request), str(person), digest],
        env=environment, cwd=root, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert script.exists()
    assert run.returncode == 77, run.stderr
    assert world() == before
    f.take(case, "transmit")


# Two people who press transmit at once: one succeeds, the other sees that somebody acted first.
def test_two_at_once_and_one_succeeds(app):
    case = f.drive(f.draft(*f.houses()), "signed")
    request, digest = case.request.id, f.version_hash(case)
    people = [case.requesting["registry"].id, f.person(case.requesting.authority, "registry").id]
    db.session.commit()
    together, results = threading.Barrier(2), []

    def press(person):
        with app.app_context():
            data = {"version_hash": digest, "channel": "pouch", "note": ""}
            together.wait()
            try:
                casework.perform(request, "transmit", person, case.now, "signed", data)
                results.append("sent")
            except StaleState as stale:
                results.append(stale.actual)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=press, args=(person,)) for person in people]
    [thread.start() for thread in threads]
    [thread.join(90) for thread in threads]
    assert sorted(results) == ["sent", "transmitted"]
    db.session.expire_all()
    found = db.session.get_one(Request, request)
    assert [b["step"] for b in record.bodies(found)].count("transmit") == 1
    assert audit.verify(found) == []
