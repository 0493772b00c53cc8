"""The directory of authorities on paper: those whose people do not sign in here. Every authority here shares it."""

import uuid
from collections.abc import Mapping

from sqlalchemy import func, select

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.domain.workflow import Role
from mla.engine import transaction
from mla.extensions import db
from mla.models import Authority, Person, State

from .accounts import ADMINISTRATOR

#: Who keeps the directory.
KEEPERS = frozenset({ADMINISTRATOR, Role.REGISTRY.value})
#: What the directory holds of an authority, besides its State.
FIELDS = ("name", "ministry", "address", "telephone", "email", "languages")


def add(iso3: str, values: Mapping[str, str], person_id: uuid.UUID) -> uuid.UUID:
    """Add an authority of the State to the directory; returns its id.

    ``values`` holds any of ``FIELDS``. Raises NotAllowed for who is neither administrator nor registry, NotAccepted
    with the cause of every field that is wrong.
    """
    with transaction():
        _keeper(person_id)
        state = db.session.get(State, iso3)
        wrong = {} if state and not state.is_reio and not state.responsible_iso3 else {"state": "no_state"}
        _refuse(wrong | _faults(iso3, values, None))
        held = select(func.count()).select_from(Authority).where(Authority.iso3 == iso3)
        code = f"P{int(db.session.scalar(held) or 0) + 1}"
        authority = Authority(iso3=iso3, code=code, on_paper=True, **_kept(values))
        db.session.add(authority)
        db.session.flush()
    return authority.id


def change(authority_id: uuid.UUID, values: Mapping[str, str], person_id: uuid.UUID) -> None:
    """Change what the directory holds of an authority; papers already issued stay as they are.

    Raises as ``add`` does, and NotFound for an authority that is here or nowhere.
    """
    with transaction():
        _keeper(person_id)
        authority = db.session.get(Authority, authority_id)
        if authority is None or not authority.on_paper:
            raise NotFound
        _refuse(_faults(authority.iso3, values, authority_id))
        for name, value in _kept(values).items():
            setattr(authority, name, value)


def _keeper(person_id: uuid.UUID) -> None:
    person = db.session.get_one(Person, person_id)
    if KEEPERS.isdisjoint(office.name for office in person.roles):
        raise NotAllowed("not_a_keeper")


def _faults(iso3: str, values: Mapping[str, str], own_id: uuid.UUID | None) -> dict[str, str]:
    """What is wrong with the name: there is none, or the State has an authority of that name already."""
    name = values.get("name", "").strip()
    if not name:
        return {"name": "authority_name_missing"}
    same = select(Authority.id).where(Authority.iso3 == iso3, func.lower(Authority.name) == name.lower())
    return {"name": "authority_name_taken"} if db.session.scalar(same) not in (None, own_id) else {}


def _refuse(wrong: dict[str, str]) -> None:
    if wrong:
        raise NotAccepted(wrong)


def _kept(values: Mapping[str, str]) -> dict[str, str]:
    return {name: values[name].strip() for name in FIELDS if name in values}
