"""``flask ledger``: the rows that say who owes what, across cases."""

import click
from sqlalchemy import select

from mla.extensions import db
from mla.models import Request
from mla.services import obligations

from . import anew
from .database import DataGroup

commands = DataGroup("ledger", help="Who owes what, across cases.")


@commands.command("rebuild")
def rebuild() -> None:
    """Write the rows of every case again from its history; repeating it does no harm."""
    read, changed = write_anew()
    click.echo(f"ledger: {read} cases read, {changed} brought up to date")


def write_anew() -> tuple[int, int]:
    """How many cases were read, and of how many the rows were not what their history says."""
    chosen = list(db.session.scalars(select(Request.id).order_by(Request.opened_at)))
    return len(chosen), anew.write("Ledger", chosen, obligations.project)
