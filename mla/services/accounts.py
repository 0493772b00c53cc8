"""Authorities and their people: who may sign in, and what they may do. Every rule about accounts stands here.

``actor_id`` is the administrator who acts, or None for the command line of the server itself. Who acts from the
web is an administrator of the same authority. All of this is a rule of this system, not of the Convention.
"""

import datetime as dt
import logging
import re
import uuid
import zoneinfo
from collections.abc import Iterable, Mapping

from email_validator import EmailNotValidError, validate_email
from flask import current_app
from flask_security import hash_password
from flask_security.recoverable import generate_reset_password_token
from sqlalchemy import func, select

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.engine import exclusive
from mla.extensions import db
from mla.models import Authority, Office, Person, State

ADMINISTRATOR = "administrator"
KEEPER = "register_keeper"
#: In the order in which a request meets them.
OFFICES = ("drafter", "reviewer", "signatory", "registry", "decider", "executor", KEEPER, ADMINISTRATOR)
#: What an administrator may give. The register belongs to every authority: its keepers are named on the server.
GIVEN_BY_ADMINISTRATORS = tuple(name for name in OFFICES if name != KEEPER)
#: How long a link for a first or new password holds.
LINK_LIFE = dt.timedelta(days=7)
#: Known to everybody: it opens nothing but the demonstration.
DEMONSTRATION_PASSWORD = "palermo-demonstration"  # noqa: S105
#: What an authority's letterhead says, and what dates its acts.
LETTERHEAD = ("name", "ministry", "address", "telephone", "email", "place", "zone")

_CODE = re.compile(r"[A-Z0-9]{2,12}")
_log = logging.getLogger(__name__)


def add_authority(iso3: str, code: str, letterhead: Mapping[str, str], *, demonstration: bool = False) -> Authority:
    """Add a central authority of a State (Art. 18(13)).

    ``code`` stands in references: 2 to 12 capitals and digits, once in a State. ``letterhead`` holds any of
    ``LETTERHEAD``; ``zone`` is an IANA time zone. Raises NotAccepted with the cause of every field that is wrong.
    """
    exclusive()
    wrong = _letterhead_faults({"name": "", **letterhead})
    state = db.session.get(State, iso3)
    if state is None or state.is_reio or state.responsible_iso3:
        wrong["iso3"] = "no_state"
    if not _CODE.fullmatch(code):
        wrong["code"] = "code_malformed"
    elif db.session.scalar(select(Authority.id).where(Authority.iso3 == iso3, Authority.code == code)):
        wrong["code"] = "code_taken"
    if wrong:
        raise NotAccepted(wrong)
    authority = Authority(iso3=iso3, code=code, demonstration=demonstration, **_kept(letterhead))
    db.session.add(authority)
    db.session.commit()
    return authority


def change_letterhead(authority_id: uuid.UUID, letterhead: Mapping[str, str], actor_id: uuid.UUID | None) -> None:
    """Change what the authority's papers say of it from now on; papers already issued stay as they are.

    Raises NotAllowed for who is no administrator of it, NotAccepted with the cause of every field that is wrong.
    """
    authority = _locked(authority_id, actor_id)
    if wrong := _letterhead_faults(letterhead):
        raise NotAccepted(wrong)
    for name, value in _kept(letterhead).items():
        setattr(authority, name, value)
    db.session.commit()


def invite(
    authority_id: uuid.UUID, email: str, name: str, title: str, offices: Iterable[str], actor_id: uuid.UUID | None
) -> Person:
    """Add a person, who signs in once they have set a password through ``link``.

    ``title`` is what papers print under their signature. Raises NotAllowed for who is no administrator of the
    authority, NotAccepted with the cause of every field that is wrong.
    """
    authority = _locked(authority_id, actor_id)
    wanted, address = set(offices), _address(email)
    wrong = _office_faults(wanted, set(), actor_id)
    if not name.strip():
        wrong["name"] = "name_missing"
    if address is None:
        wrong["email"] = "email_malformed"
    elif db.session.scalar(select(Person.id).where(func.lower(Person.email) == address)):
        wrong["email"] = "email_taken"
    if wrong:
        raise NotAccepted(wrong)
    made = Person(authority=authority, email=address, name=name.strip(), title=title.strip(), roles=_held(wanted))
    db.session.add(made)
    db.session.commit()
    _log.info("account %s invited by %s: %s", made.id, actor_id or "command line", sorted(wanted))
    return made


def link(person_id: uuid.UUID, actor_id: uuid.UUID | None) -> str:
    """A one-time address at which the person sets a password; earlier links and present sign-ins end.

    It holds for ``LINK_LIFE``. Nothing is mailed: whoever asked for it hands it over. Raises NotAllowed for who is
    no administrator of the person's authority.
    """
    person = _person(person_id, actor_id)
    person.fs_uniquifier = uuid.uuid4().hex
    db.session.commit()
    _log.info("link for account %s made by %s", person.id, actor_id or "command line")
    token: str = generate_reset_password_token(person)  # type: ignore[no-untyped-call]
    path: str = current_app.config["SECURITY_RESET_URL"]
    return f"{current_app.config['PUBLIC_URL']}{path}/{token}"


def change(person_id: uuid.UUID, title: str, offices: Iterable[str], actor_id: uuid.UUID | None) -> None:
    """Change a person's title and offices.

    Raises NotAllowed for who is no administrator of the authority, NotAccepted for an unknown office, for one that
    an administrator can't give or take, and where the authority would be left without an administrator.
    """
    person = _person(person_id, actor_id)
    wanted = set(offices)
    wrong = _office_faults(wanted, _offices(person), actor_id)
    if not wrong and ADMINISTRATOR not in wanted and _is_last_administrator(person):
        wrong["offices"] = "last_administrator"
    if wrong:
        raise NotAccepted(wrong)
    person.title, person.roles = title.strip(), _held(wanted)
    db.session.commit()
    _log.info("account %s changed by %s: %s", person.id, actor_id or "command line", sorted(wanted))


def deactivate(person_id: uuid.UUID, actor_id: uuid.UUID | None) -> None:
    """End a person's access at once. Nothing is deleted: what they did stays under their name.

    Raises NotAllowed for who is no administrator of the authority, NotAccepted for its last administrator.
    """
    person = _person(person_id, actor_id)
    if _is_last_administrator(person):
        raise NotAccepted({"active": "last_administrator"})
    person.active = False
    person.fs_uniquifier = uuid.uuid4().hex  # ends what they are signed in to, and their links
    db.session.commit()
    _log.info("account %s deactivated by %s", person.id, actor_id or "command line")


def reactivate(person_id: uuid.UUID, actor_id: uuid.UUID | None) -> None:
    """Give a person access again; raises NotAllowed for who is no administrator of the authority."""
    person = _person(person_id, actor_id)
    person.active = True
    db.session.commit()
    _log.info("account %s reactivated by %s", person.id, actor_id or "command line")


def add_demonstration_person(authority: Authority, email: str, name: str, title: str, offices: Iterable[str]) -> Person:
    """Lay a person of the demonstration, who can sign in at once, and in demonstration mode alone.

    Returns the one who is already there under that address; raises NotAccepted for an office that doesn't exist.
    """
    found: Person | None = db.session.scalar(select(Person).where(Person.email == email))
    if found is not None:
        return found
    wanted = set(offices)
    if wrong := _office_faults(wanted, set(), None):
        raise NotAccepted(wrong)
    made = Person(authority=authority, email=email, name=name, title=title, roles=_held(wanted), demonstration=True,
                  password=hash_password(DEMONSTRATION_PASSWORD))  # fmt: skip
    db.session.add(made)
    db.session.commit()
    return made


def _locked(authority_id: uuid.UUID, actor_id: uuid.UUID | None) -> Authority:
    """The authority, locked so that two administrators act one after the other; refuses who may not."""
    exclusive()
    chosen = select(Authority).where(Authority.id == authority_id).with_for_update(of=Authority)
    authority: Authority | None = db.session.scalar(chosen)
    if authority is None:
        raise NotFound
    actor = db.session.get(Person, actor_id) if actor_id else None
    if actor_id and not (
        actor and actor.active and actor.authority_id == authority.id and ADMINISTRATOR in _offices(actor)
    ):
        raise NotAllowed(ADMINISTRATOR)
    return authority


def _person(person_id: uuid.UUID, actor_id: uuid.UUID | None) -> Person:
    """The person, their authority locked; refuses who may not."""
    authority_id = db.session.scalar(select(Person.authority_id).where(Person.id == person_id))
    if authority_id is None:
        raise NotFound
    _locked(authority_id, actor_id)
    person: Person = db.session.get_one(Person, person_id)
    return person


def _offices(person: Person) -> set[str]:
    return {office.name for office in person.roles}


def _held(names: Iterable[str]) -> list[Office]:
    return list(db.session.scalars(select(Office).where(Office.name.in_(names))))


def _is_last_administrator(person: Person) -> bool:
    """Whether nobody else could then act for the authority's accounts."""
    if not person.active or ADMINISTRATOR not in _offices(person):
        return False
    colleagues = select(Person).where(Person.authority_id == person.authority_id, Person.active, Person.id != person.id)
    return not any(ADMINISTRATOR in _offices(colleague) for colleague in db.session.scalars(colleagues))


def _office_faults(wanted: set[str], held: set[str], actor_id: uuid.UUID | None) -> dict[str, str]:
    """Why the offices can't be held: one doesn't exist, or an administrator may neither give nor take it."""
    if not wanted <= set(OFFICES):
        return {"offices": "office_unknown"}
    if actor_id and KEEPER in wanted ^ held:
        return {"offices": "keeper_by_command"}
    return {}


def _address(email: str) -> str | None:
    """The address as it is kept, in small letters; None for what is none. Nothing is asked of any server."""
    try:
        return validate_email(email.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None


def _letterhead_faults(given: Mapping[str, str]) -> dict[str, str]:
    wrong = {}
    if not given.get("name", "name").strip():
        wrong["name"] = "authority_name_missing"
    if given.get("zone", "UTC") not in zoneinfo.available_timezones():
        wrong["zone"] = "zone_unknown"
    if given.get("email", "").strip() and _address(given["email"]) is None:
        wrong["email"] = "email_malformed"
    return wrong


def _kept(given: Mapping[str, str]) -> dict[str, str]:
    return {name: given[name].strip() for name in LETTERHEAD if name in given}
