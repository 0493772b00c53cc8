"""Rows that are derived from histories, written again case by case."""

import sys
import uuid
from collections.abc import Callable, Sequence

import click
from sqlalchemy import select

from mla.engine import transaction
from mla.extensions import db
from mla.models import Request


def write(label: str, chosen: Sequence[uuid.UUID], project: Callable[[Request], bool]) -> int:
    """Bring the rows of each of the cases to what its history says; of how many that changed any."""
    with click.progressbar(chosen, label=label, file=sys.stderr) as bar:
        return sum(_written(request_id, project) for request_id in bar)


def _written(request_id: uuid.UUID, project: Callable[[Request], bool]) -> bool:
    """One case in one transaction, locked as a step locks it."""
    with transaction():
        request = db.session.scalars(select(Request).where(Request.id == request_id).with_for_update()).one()
        changed = project(request)
    db.session.expunge_all()  # a long run keeps one history in memory at a time
    return changed
