"""The server as ``make run`` starts it: it answers with its settings, and says in one sentence why it can't."""

import subprocess
import sys
from pathlib import Path

from bench import server

ROOT = Path(__file__).resolve().parents[1]


def test_it_answers_with_workers_of_its_own(address, tmp_path, monkeypatch):
    monkeypatch.setenv("MLA_DATABASE_URL", address)
    monkeypatch.setenv("MLA_STORE_URL", (tmp_path / "store").as_uri())
    log = tmp_path / "log"
    with server.served("wsgi:app", "/login", log) as served:
        assert served.memory() > 0
    assert f"Palermo is served at http://127.0.0.1:{served.port}" in log.read_text()


def test_a_wrong_setting_stops_it_with_one_sentence():
    command = [sys.executable, "-m", "gunicorn", "--config", "tools/gunicorn.conf.py", "wsgi:app"]
    told = subprocess.run(
        command, cwd=ROOT, env={"MLA_MODE": "x", "PORT": "0"}, capture_output=True, text=True, check=False
    )
    assert (told.returncode, "Palermo does not start. MLA_MODE is 'x'" in told.stderr) == (3, True)
    assert "Traceback" not in told.stderr
