"""``flask clocks``: what is due in all cases. Scripts rely on the columns and the exit codes."""

import csv
import datetime as dt
import sys

import click

from mla.domain.clocks import Clock
from mla.domain.workflow import Side
from mla.models import Authority, Request
from mla.services import clocks
from mla.wording.clocks import due

from .accounts import authority_named
from .database import DataGroup
from .treaties import on_day

commands = DataGroup("clocks", help="What is due in all cases, and what is overdue.")
COLUMNS = ("due_on", "overdue", "holder", "reference", "clock", "article", "what")


@commands.command("list")
@on_day
@click.option("--authority", "designation", metavar="ISO3/CODE", help="Only what this authority may see.")
@click.option("--format", "form", type=click.Choice(["lines", "csv"]), default="lines")
def list_clocks(on: dt.date, designation: str | None, form: str) -> None:
    """Print what is due, and whether it is overdue on the day: the earliest first. Exit code 0, 2 on bad input."""
    authority = authority_named(designation) if designation else None
    found = sorted(clocks.listed(authority, on), key=lambda row: row[1].due_on)
    rows = [_row(request, clock, on) for request, clock in found]
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
        return
    for day, overdue, holder, reference, _clock, article, what in rows:
        click.echo(f"{day} {'overdue' if overdue == 'yes' else 'due':<7} {holder} {reference}: {what} [{article}]")
    if not rows:
        click.echo("Nothing is due.")


def _row(request: Request, clock: Clock, on: dt.date) -> tuple[str, ...]:
    """A clock as its columns, in the order of ``COLUMNS``."""
    holder = request.requesting if clock.holder is Side.REQUESTING else request.requested
    overdue = "yes" if clock.overdue(on) else "no"
    return (clock.due_on.isoformat(), overdue, _designation(holder), _reference(request), clock.code, clock.article,
            due(clock))  # fmt: skip


def _designation(authority: Authority) -> str:
    return f"{authority.iso3}/{authority.code}"


def _reference(request: Request) -> str:
    return request.requesting_reference or request.requested_reference or str(request.id)
