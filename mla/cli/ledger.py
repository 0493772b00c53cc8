"""``flask ledger``: the rows that say who owes what, across cases."""

import sys
import uuid

import click
from sqlalchemy import select

from mla.engine import transaction
from mla.extensions import db
from mla.models import Request
from mla.services import obligations

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
    with click.progressbar(chosen, label="Ledger", file=sys.stderr) as bar:
        changed = sum(_rebuilt(request_id) for request_id in bar)
    return len(chosen), changed


def _rebuilt(request_id: uuid.UUID) -> bool:
    """One case in one transaction, locked as a step locks it."""
    with transaction():
        request = db.session.scalars(select(Request).where(Request.id == request_id).with_for_update()).one()
        changed = obligations.project(request)
    db.session.expunge_all()  # a long run keeps one history in memory at a time
    return changed
