"""``flask listing``: rows derived from the histories, of which the list of requests is made."""

import datetime as dt
import uuid
from collections.abc import Sequence

import click
from sqlalchemy import select

from mla.extensions import db
from mla.models import Request
from mla.queries import listing as queries
from mla.services import listing

from . import anew
from .database import DataGroup

commands = DataGroup("listing", help="The list of requests, as their authorities see it.")


@commands.command("rebuild")
def rebuild() -> None:
    """Write the rows of every case again from its history, as of today; repeating it does no harm."""
    chosen = db.session.scalars(select(Request.id).order_by(Request.opened_at)).all()
    click.echo(f"listing: {len(chosen)} cases read, {_write(chosen)} brought up to date")


def add_missing() -> int:
    """Write the rows of cases from before there was a list; how many they were."""
    return _write(queries.unlisted())


def _write(chosen: Sequence[uuid.UUID]) -> int:
    now = dt.datetime.now(dt.UTC)
    return anew.write("List of requests", chosen, lambda request: listing.project(request, now))
