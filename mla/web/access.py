"""Who may enter a page. Every view declares its rule; a view without one can't be reached.

Signed out: to the sign-in page. Another authority's object: 404, as if it did not exist. Wrong office: 403.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Flask, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from mla.extensions import db
from mla.models import Matter, Person, Request
from mla.queries import cases, matters

View = Callable[..., ResponseReturnValue]


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition of entry.

    ``signed_in``: a person must be signed in. ``offices``: they hold one of these, or any if empty. ``load``
    takes the arguments of the address out of it and returns the object, or None if the person may not see it.
    """

    name: str
    signed_in: bool = True
    offices: frozenset[str] = frozenset()
    load: Callable[[dict[str, Any]], object | None] | None = None


def _load_case(arguments: dict[str, Any]) -> Request | None:
    return cases.file(arguments.pop("request_id"), signed_in_person().authority_id)


def _load_matter(arguments: dict[str, Any]) -> Matter | None:
    chosen = matters.own(signed_in_person().authority_id).where(Matter.id == arguments.pop("matter_id"))
    return db.session.scalar(chosen)


PUBLIC = Rule("public", signed_in=False)
SIGNED_IN = Rule("signed in")
#: The request of ``<uuid:request_id>``, if the person's authority may see it; else 404.
case_file = Rule("case file", load=_load_case)
#: The matter of ``<uuid:matter_id>``, if it is the person's own authority's; else 404.
own_matter = Rule("own matter", load=_load_matter)


def office(*names: str) -> Rule:
    """The person holds one of these offices (``office("register_keeper")``); else 403."""
    return Rule("office: " + ", ".join(names), offices=frozenset(names))


def access(*rules: Rule) -> Callable[[View], View]:
    """Declare who may enter the view, and hold to it.

    The rules are tried in order. What ``case_file`` and ``own_matter`` load comes first among the view's arguments.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(**arguments: Any) -> ResponseReturnValue:
            if refused := _ask_to_sign_in(rules):
                return refused
            loaded = [found for rule in rules if (found := _admit(rule, arguments)) is not None]
            return view(*loaded, **arguments)

        guarded.access_rules = rules  # type: ignore[attr-defined]
        return guarded

    return wrap


def signed_in_person() -> Person:
    """The person whose browser asks; only where the rules require a signed-in person."""
    person: Person = current_user._get_current_object()  # noqa: SLF001 - the library's own way to the person itself
    return person


def holds(office_name: str) -> bool:
    """Whether the person whose browser asks holds the office."""
    return any(held.name == office_name for held in signed_in_person().roles)


def rules_of(app: Flask, endpoint: str) -> tuple[Rule, ...] | None:
    """The rules that the endpoint declares, or None if it declares none and nobody may enter."""
    declared: tuple[Rule, ...] | None = getattr(app.view_functions.get(endpoint), "access_rules", None)
    return declared or LIBRARY_ENDPOINTS.get(endpoint)


def register(app: Flask) -> None:
    """Refuse every endpoint without a declared rule, before any view runs."""
    app.before_request(_refuse_undeclared)


def _refuse_undeclared() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # no such address: the framework answers 404 or 405
    rules = rules_of(current_app, request.endpoint)
    if not rules:
        current_app.logger.error("refused: %s declares no access", request.endpoint)
        abort(404)
    return _ask_to_sign_in(rules) if request.endpoint in LIBRARY_ENDPOINTS else None


def _ask_to_sign_in(rules: tuple[Rule, ...]) -> ResponseReturnValue | None:
    if not any(rule.signed_in for rule in rules) or current_user.is_authenticated:
        return None
    wanted = request.full_path.rstrip("?") if request.method in ("GET", "HEAD") else None
    return redirect(url_for("security.login", next=wanted), code=303)


def _admit(rule: Rule, arguments: dict[str, Any]) -> object | None:
    """What the rule loads, or None; 403 without the office, 404 if the object is not the person's to see."""
    if rule.offices and rule.offices.isdisjoint(held.name for held in signed_in_person().roles):
        abort(403)
    if rule.load is None:
        return None
    found = rule.load(arguments)
    if found is None:
        abort(404)
    return found


#: Views of libraries can't carry our mark: their rules stand here. The sign-in library checks its own second
#: factor pages, which people reach between password and code.
LIBRARY_ENDPOINTS: dict[str, tuple[Rule, ...]] = {
    "static": (PUBLIC,),
    "security.static": (PUBLIC,),
    "security.login": (PUBLIC,),
    "security.logout": (SIGNED_IN,),
    "security.verify": (SIGNED_IN,),
    "security.change_password": (SIGNED_IN,),
    "security.forgot_password": (PUBLIC,),
    "security.reset_password": (PUBLIC,),
    "security.two_factor_setup": (PUBLIC,),
    "security.two_factor_setup_validate": (PUBLIC,),
    "security.two_factor_token_validation": (PUBLIC,),
    "security.two_factor_rescue": (PUBLIC,),
    "security.mf_recovery": (PUBLIC,),
    "security.mf_recovery_codes": (SIGNED_IN,),
}
