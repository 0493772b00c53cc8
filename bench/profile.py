"""Where the time of a page goes: ``flask --app bench.site bench profile /requests``."""

import cProfile
import io
import pstats
import time

import click
import sqlalchemy as sa
from flask import current_app
from flask.cli import with_appcontext
from flask.testing import FlaskClient

from mla.extensions import db
from mla.models import Person

from .known import email

#: How often the page is asked for.
TIMES = 5


@click.command("profile")
@with_appcontext
@click.argument("path")
@click.option("--role", default="drafter", help="Who asks for the page.")
@click.option("--sort", type=click.Choice(["cumulative", "tottime"]), default="cumulative")
@click.option("--lines", default=40, help="How many lines are shown.")
def command(path: str, role: str, sort: str, lines: int) -> None:
    """Show how long the page at PATH takes, in the database and in which functions."""
    browser = entered(role)
    _asked(browser, path)  # what is kept in memory is there from now on
    queries = _queries()
    profiler = cProfile.Profile()
    profiler.enable()
    for _ in range(TIMES):
        _asked(browser, path)
    profiler.disable()
    taken = [took / TIMES for took in queries]
    said = io.StringIO()
    pstats.Stats(profiler, stream=said).strip_dirs().sort_stats(sort).print_stats(lines)
    click.echo(f"{len(taken) // TIMES} queries a page, {sum(taken) * 1000:.1f} ms in the database\n{said.getvalue()}")


def entered(role: str) -> FlaskClient:
    """A browser inside this process in which the person is signed in."""
    person = db.session.scalars(sa.select(Person).where(Person.email == email(role))).one()
    browser = current_app.test_client()
    with browser.session_transaction() as session:
        session.update(_user_id=person.fs_uniquifier, _fresh=True, fs_cc="set")
    return browser


def _asked(browser: FlaskClient, path: str) -> None:
    status = browser.get(path).status_code
    if status != 200:
        raise click.ClickException(f"{path} answers {status}")


def _queries() -> list[float]:
    """How long each query takes, from now on."""
    times: list[float] = []

    def begin(connection: sa.Connection, *_more: object) -> None:
        connection.info["begun"] = time.perf_counter()

    def end(connection: sa.Connection, *_more: object) -> None:
        times.append(time.perf_counter() - connection.info["begun"])

    sa.event.listen(db.engine, "before_cursor_execute", begin)
    sa.event.listen(db.engine, "after_cursor_execute", end)
    return times
