"""The offices that people hold, known to every installation."""

from sqlalchemy import select

from mla.domain.workflow import Role
from mla.extensions import db
from mla.models import Office

#: Every office with what it is for, the roles of the step table first.
OFFICES = {
    Role.DRAFTER.value: "writes requests",
    Role.REVIEWER.value: "approves requests, and examines those received",
    Role.SIGNATORY.value: "signs requests",
    Role.REGISTRY.value: "transmits and receives",
    Role.DECIDER.value: "accepts or refuses requests received",
    Role.EXECUTOR.value: "executes requests received",
    "register_keeper": "keeps the register of States, instruments and depositary actions",
    "administrator": "keeps the authority's people",
}


def load() -> int:
    """Add the offices that are missing; returns how many were added."""
    there = set(db.session.scalars(select(Office.name)))
    missing = [Office(name=name, description=text) for name, text in OFFICES.items() if name not in there]
    db.session.add_all(missing)
    db.session.commit()
    return len(missing)
