"""``flask init``: everything that an installation needs before its first use. Safe to repeat."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click
from flask.cli import with_appcontext

from mla.services import register

from . import ledger, listing
from .database import usable


@click.command("init")
@click.option("--demo", is_flag=True, help="Load the demonstration too, where it is not complete.")
@with_appcontext
def command(demo: bool) -> None:
    """Lay the tables and the register; a repeat changes nothing that people entered."""
    from flask_migrate import upgrade  # Alembic is a tenth of every start, and needed here alone

    now = dt.datetime.now(dt.UTC)
    with usable():
        upgrade()
    added = register.load(now, _shown)
    click.echo(f"Register: {added} rows added." if added else "Register: nothing was missing.")
    _read, changed = ledger.write_anew()  # cases from before there was a ledger
    if changed:
        click.echo(f"Ledger: {changed} cases brought up to date.")
    if listed := listing.add_missing():  # cases from before there was a list
        click.echo(f"List of requests: {listed} cases added.")
    if demo:
        from mla.services import demonstration

        if demonstration.complete():  # people may have gone on with it since: leave it as it is
            return
        demonstration.load(lambda step: click.echo(f"Demonstration: {step}", err=True))


def _shown(tables: Iterable[Any]) -> Iterator[Any]:
    """Each table in turn, with a bar on the error stream."""
    with click.progressbar(list(tables), label="Register", file=sys.stderr) as bar:
        yield from bar
