"""Signing in: the sign-in library bound to our people, its limits, and the page for a lost password."""

from typing import Any

from flask import Blueprint, Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import MailUtil, SQLAlchemyUserDatastore
from flask_security.utils import aware_utcnow
from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from mla.engine import reading
from mla.extensions import db, limiter, security
from mla.models import Office, Person
from mla.queries import people
from mla.services import accounts
from mla.wording.accounts import OFFICES

from . import sign_in_words
from .access import SIGNED_IN, access, signed_in_person

blueprint = Blueprint("account", __name__)

#: Failed attempts: from one address, and on one person from anywhere.
PER_ADDRESS = "20 per minute; 200 per hour"
PER_PERSON = "10 per 15 minutes"
#: Where somebody could guess.
LIMITED = ("security.login", "security.two_factor_token_validation", "security.mf_recovery")


#: The person whose browser asks: every page does, so that the question is put together once.
_BY_MARK = select(Person).options(joinedload(Person.roles)).where(Person.fs_uniquifier == bindparam("mark"))


class People(SQLAlchemyUserDatastore):
    """Who can sign in. Demonstration people exist in demonstration mode alone, by every way of looking them up."""

    def find_user(self, case_insensitive: bool = False, **sought: Any) -> Person | None:
        """The person sought by one attribute, or None."""
        mark = sought.get("fs_uniquifier")
        person = db.session.scalar(_BY_MARK, {"mark": mark}) if mark else super().find_user(case_insensitive, **sought)
        if not isinstance(person, Person):
            return None
        if person.demonstration and current_app.config["MODE"] != "demonstration":
            return None
        return person


class NoMail(MailUtil):
    """This system sends no mail: links are handed over by the administrator who makes them."""

    def send_mail(self, *_arguments: Any, **_more: Any) -> None:
        """Send nothing."""


def bind(app: Flask) -> None:
    """Bind the sign-in library to the application, with limits on guessing."""
    app.config.setdefault("SECURITY_DATETIME_FACTORY", aware_utcnow)
    sign_in_words.say(app)
    app.before_request(_only_read)  # before the library asks who it is
    security.init_app(app, People(db, Person, Office), mail_util_cls=NoMail)
    app.extensions["security"].principal.skip_static = True  # a style sheet is the same for everybody
    for endpoint in LIMITED:
        app.view_functions[endpoint] = _limited(app.view_functions[endpoint])
    security.login_context_processor(demonstration_sign_ins)
    app.view_functions["security.forgot_password"] = lost_password
    app.view_functions["security.two_factor_rescue"] = lost_password


def _only_read() -> None:
    if request.method in ("GET", "HEAD") and request.endpoint != "static":
        reading()


@blueprint.get("/account")
@access(SIGNED_IN)
def index() -> ResponseReturnValue:
    """One's own account: password and second factor."""
    person = signed_in_person()
    return render_template("account/index.html", person=person, roles=_roles(person))


def demonstration_sign_ins() -> dict[str, Any]:
    """What the sign-in page shows in a demonstration: who can sign in, and with which password."""
    if current_app.config["MODE"] != "demonstration":
        return {}
    shown = [
        {"email": p.email, "name": p.name, "offices": ", ".join(_roles(p)), "authority": p.authority.name}
        for p in people.demonstration()
    ]
    return {"demonstration_people": shown, "demonstration_password": accounts.DEMONSTRATION_PASSWORD}


def _roles(person: Person) -> list[str]:
    held = {office.name for office in person.roles}
    return [str(OFFICES[name]) for name in accounts.OFFICES if name in held]


def lost_password() -> ResponseReturnValue:
    """Say whom to ask: without mail, only an administrator can hand over a new link."""
    return render_template("security/forgot_password.html")


@limiter.request_filter
def _needs_no_limit() -> bool:
    return request.endpoint not in LIMITED


def _limited(view: Any) -> Any:
    """Count refused attempts (the form comes back with 200) and answer 429 beyond the limits."""
    by_address = limiter.limit(PER_ADDRESS, methods=["POST"], deduct_when=_refused)
    by_person = limiter.limit(PER_PERSON, key_func=_person_sought, methods=["POST"], deduct_when=_refused)
    return by_address(by_person(view))


def _refused(response: Response) -> bool:
    return response.status_code == 200


def _person_sought() -> str:
    return request.form.get("email", "").strip().lower() or (request.remote_addr or "")
