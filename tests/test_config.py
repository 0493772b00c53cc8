"""Settings: a wrong value stops the start with one clear sentence, never with a stack trace."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mla.config import ConfigError, settings

ROOT = Path(__file__).resolve().parent.parent
KEY = "k" * 32


def test_the_defaults_are_a_demonstration_in_the_instance_folder(tmp_path):
    made = settings(tmp_path, {})
    assert made["MODE"] == "demonstration"
    assert made["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/palermo.sqlite"
    assert made["STORE_URL"] == f"file://{tmp_path}/documents"
    assert made["PUBLIC_URL"] == "http://127.0.0.1:8000"
    assert made["SESSION_COOKIE_SECURE"] is False


def test_the_random_key_is_kept_and_only_its_owner_reads_it(tmp_path):
    first = settings(tmp_path, {})["SECRET_KEY"]
    assert len(first) == 64
    assert settings(tmp_path, {})["SECRET_KEY"] == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"MLA_MODE": "test"}, "MLA_MODE is 'test'"),
        ({"MLA_MODE": ""}, "MLA_MODE is ''"),
        ({"MLA_MODE": "production"}, "MLA_SECRET_KEY is missing"),
        ({"MLA_SECRET_KEY": "short"}, "MLA_SECRET_KEY is too short"),
        ({"MLA_DATABASE_URL": "palermo"}, "MLA_DATABASE_URL is no database address"),
        ({"MLA_DATABASE_URL": "mysql://host/base"}, "MLA_DATABASE_URL names 'mysql'"),
        ({"MLA_DATABASE_URL": "sqlite://"}, "MLA_DATABASE_URL names no file"),
        ({"MLA_DATABASE_URL": "sqlite:///:memory:"}, "MLA_DATABASE_URL names no file"),
        ({"MLA_DATABASE_URL": "sqlite:////no/such/folder/a"}, "which is not a folder"),
        ({"MLA_DATABASE_URL": "postgresql://host:port/base"}, "MLA_DATABASE_URL is no database address"),
        ({"MLA_DATABASE_URL": "postgresql://host:99999/base"}, "MLA_DATABASE_URL names the port 99999"),
        ({"MLA_DATABASE_URL": "postgresql://host:0/base"}, "MLA_DATABASE_URL names the port 0"),
        ({"MLA_STORE_URL": "file://documents"}, "MLA_STORE_URL is 'file://documents': write the whole path"),
        ({"MLA_STORE_URL": "file:///dev/null/documents"}, "MLA_STORE_URL lies in /dev/null, which is not a folder"),
        ({"MLA_STORE_URL": "documents"}, "MLA_STORE_URL is 'documents'"),
        ({"MLA_STORE_URL": "nowhere://x"}, "MLA_STORE_URL uses 'nowhere'"),
        ({"MLA_STORE_URL": "memory://x"}, "MLA_STORE_URL is in memory"),
        ({"MLA_PUBLIC_URL": "palermo.example"}, "MLA_PUBLIC_URL is 'palermo.example'"),
        ({"MLA_PUBLIC_URL": "ftp://palermo.example"}, "MLA_PUBLIC_URL is 'ftp://palermo.example'"),
        ({"MLA_PUBLIC_URL": "http://[bad"}, "MLA_PUBLIC_URL is 'http://[bad'"),
        ({"MLA_PUBLIC_URL": "http://palermo.example:99999"}, "MLA_PUBLIC_URL is 'http"),
        ({"MLA_PUBLIC_URL": "http://palermo.example:0"}, "MLA_PUBLIC_URL is 'http"),
        ({"MLA_PUBLIC_URL": "http://palermo example"}, "MLA_PUBLIC_URL is 'http"),
        ({"MLA_PUBLIC_URL": "https://palermo.example "}, "MLA_PUBLIC_URL is 'http"),
        ({"MLA_PUBLIC_URL": "https://palermo.example/?a=b"}, "MLA_PUBLIC_URL is 'https"),
    ],
)
def test_a_wrong_value_is_named(tmp_path, given, said):
    with pytest.raises(ConfigError, match=re.escape(said)):
        settings(tmp_path, given)


def test_a_store_that_can_not_be_written_is_named(tmp_path, monkeypatch):
    given = {"MLA_STORE_URL": (tmp_path / "new" / "documents").as_uri()}
    assert settings(tmp_path, given)["STORE_URL"] == given["MLA_STORE_URL"]
    monkeypatch.setattr(os, "access", lambda path, _mode: path != tmp_path)
    for wrong in (given, {}):  # the folder of the instance is looked at as well
        with pytest.raises(ConfigError, match=f"MLA_STORE_URL lies in {tmp_path}"):
            settings(tmp_path, wrong)


def test_an_instance_folder_that_can_not_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="can't be made"):
        settings(tmp_path / "file" / "instance", {})


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("postgresql://u:p@host/base", "postgresql+psycopg://u:p@host/base"),
        ("postgres://u:p@host/base", "postgresql+psycopg://u:p@host/base"),
        ("postgresql+psycopg://host/base", "postgresql+psycopg://host/base"),
    ],
)
def test_postgresql_is_spoken_to_through_its_present_driver(tmp_path, given, kept):
    assert settings(tmp_path, {"MLA_DATABASE_URL": given})["SQLALCHEMY_DATABASE_URI"] == kept


def test_a_relative_sqlite_file_lies_in_the_instance_folder(tmp_path):
    made = settings(tmp_path, {"MLA_DATABASE_URL": "sqlite:///mine.sqlite"})
    assert made["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/mine.sqlite"


def test_production_behind_encryption_has_secure_cookies(tmp_path):
    given = {"MLA_MODE": "production", "MLA_SECRET_KEY": KEY, "MLA_PUBLIC_URL": "https://palermo.example/"}
    made = settings(tmp_path, given)
    assert (made["PUBLIC_URL"], made["SECRET_KEY"]) == ("https://palermo.example", KEY)
    assert made["SESSION_COOKIE_SECURE"] is True
    assert not (tmp_path / "secret-key").exists()


def test_the_command_line_says_one_sentence_and_stops():
    environment = {**os.environ, "MLA_MODE": "wrong"}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "routes"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == (
        "Palermo does not start. MLA_MODE is 'wrong': set it to demonstration or production.\n"
    )  # fmt: skip
