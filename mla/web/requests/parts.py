"""A request beside another: opening an arrest or a confiscation, and the way between the two (Arts. 13(1), 16(9))."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.domain.errors import NotFound
from mla.domain.workflow import Role
from mla.extensions import db
from mla.models import Person, Request
from mla.queries import cases
from mla.services import parts
from mla.services.casework import Done
from mla.web import errors
from mla.web.access import access, case_file, office, signed_in_person
from mla.web.forms.base import BaseForm
from mla.web.forms.parts import RouteForm
from mla.wording import parts as said
from mla.wording import steps as words

from . import standing
from .head import head
from .room import blueprint

#: The pages that open a part, by the name of its sort.
PAGES = {parts.ARREST: "requests.open_arrest", parts.CONFISCATION: "requests.open_confiscation"}
drafter = office(Role.DRAFTER.value)


@blueprint.route("/<uuid:request_id>/provisional-arrest", methods=["GET", "POST"])
@access(case_file, drafter)
def open_arrest(case: Request) -> ResponseReturnValue:
    """Say what is opened and what is copied; open it."""
    return _opening(parts.ARREST, case, BaseForm(), parts.open_provisional_arrest)


@blueprint.route("/<uuid:request_id>/confiscation", methods=["GET", "POST"])
@access(case_file, drafter)
def open_confiscation(case: Request) -> ResponseReturnValue:
    """Ask by which route; say what is opened and what is copied; open it."""
    form = RouteForm()
    return _opening(parts.CONFISCATION, case, form, partial(parts.open_confiscation, route=str(form.route.data)))


def _opening(sort: parts.Sort, case: Request, form: BaseForm, opens: Callable[..., Done]) -> ResponseReturnValue:
    person = signed_in_person()
    if not parts.is_main(sort, case, person.authority_id):
        raise NotFound
    if not form.validate_on_submit():
        return _page(sort, case, person, form)
    try:
        done = opens(case.id, person.id, dt.datetime.now(dt.UTC))
    except errors.HINDRANCES as error:
        db.session.rollback()
        return _page(sort, case, person, form, *errors.hindrance(error))
    flash(_("The request %(reference)s is open as a draft.", reference=done.request.requesting_reference), "success")
    return redirect(url_for("drafting.tasks", request_id=done.request.id), code=303)


def _page(
    sort: parts.Sort, case: Request, person: Person, form: BaseForm, status: int = 200, hindered: str = ""
) -> ResponseReturnValue:
    page = render_template(
        "requests/open_part.html", case=case, **head(case, person), form=form, hindered=hindered,
        said=said.PARTS[sort.name], closed=said.closed(parts.hindrance(sort, case, person)),
        others=related(case, person),
    )  # fmt: skip
    headers = {"Retry-After": errors.RETRY_AFTER} if status == 503 else {}
    return page, 422 if request.method == "POST" and status == 200 else status, headers


def offered(case: Request, person: Person) -> list[dict[str, object]]:
    """The parts that the case page offers the person to open."""
    return [
        {"said": said.PARTS[sort.name], "href": url_for(page, request_id=case.id)}
        for sort, page in PAGES.items()
        if parts.is_main(sort, case, person.authority_id) and not parts.hindrance(sort, case, person)
    ]


def related(case: Request, person: Person) -> list[dict[str, str]]:
    """The requests that belong together with the case, as far as the person's authority may see them."""
    return [
        {
            "href": url_for("requests.case", request_id=other.id),
            "kind": words.name_in(words.KINDS, other.kind),
            "reference": str(other.requesting_reference or other.requested_reference or ""),
            "state": words.name_in(words.STATES, other.state),
            "tone": standing.tone(other.state),
        }
        for other in cases.together(case, person.authority_id)
    ]
