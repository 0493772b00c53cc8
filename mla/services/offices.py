"""The offices that people hold: the same in every installation."""

from sqlalchemy import select

from mla.extensions import db
from mla.models import Office

from .accounts import OFFICES


def load() -> int:
    """Add the offices that are missing; returns how many were added."""
    there = set(db.session.scalars(select(Office.name)))
    missing = [Office(name=name) for name in OFFICES if name not in there]
    db.session.add_all(missing)
    db.session.commit()
    return len(missing)
