"""A provisional arrest beside an extradition: opening the request for it, and the way between the two (Art. 16(9))."""

import datetime as dt

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.domain.errors import NotFound
from mla.domain.workflow import Role
from mla.extensions import db
from mla.models import Person, Request
from mla.queries import cases
from mla.services import parts
from mla.web import errors
from mla.web.access import access, case_file, office, signed_in_person
from mla.web.forms.base import BaseForm
from mla.wording import steps as words

from . import standing
from .head import head
from .room import blueprint


@blueprint.route("/<uuid:request_id>/provisional-arrest", methods=["GET", "POST"])
@access(case_file, office(Role.DRAFTER.value))
def open_arrest(case: Request) -> ResponseReturnValue:
    """Say what is opened and what is copied; open it."""
    person, form = signed_in_person(), BaseForm()
    if not parts.is_main(case, person.authority_id):
        raise NotFound
    if not form.validate_on_submit():
        return _page(case, person, form)
    try:
        done = parts.open_provisional_arrest(case.id, person.id, dt.datetime.now(dt.UTC))
    except errors.HINDRANCES as error:
        db.session.rollback()
        return _page(case, person, form, *errors.hindrance(error))
    flash(_("The request %(reference)s is open as a draft.", reference=done.request.requesting_reference), "success")
    return redirect(url_for("drafting.tasks", request_id=done.request.id), code=303)


def _page(case: Request, person: Person, form: BaseForm, status: int = 200, said: str = "") -> ResponseReturnValue:
    page = render_template(
        "requests/open_arrest.html", case=case, **head(case, person), form=form, said=said, closed=closed(case, person),
        others=related(case, person),
    )  # fmt: skip
    headers = {"Retry-After": errors.RETRY_AFTER} if status == 503 else {}
    return page, 422 if request.method == "POST" and status == 200 else status, headers


def closed(case: Request, person: Person) -> str:
    """Why no request for provisional arrest can be opened beside the case now, in a sentence; empty where one can."""
    said = {
        "not_a_drafter": _("Only a drafter of your authority may open it."),
        "arrest_too_late": _("The extradition is over, or the person was surrendered: no arrest is asked any more."),
        "arrest_open": _("A request for provisional arrest is under way already."),
    }
    return said.get(parts.hindrance(case, person), "")


def offered(case: Request, person: Person) -> bool:
    """Whether the case page offers the person to ask for a provisional arrest."""
    return parts.is_main(case, person.authority_id) and not parts.hindrance(case, person)


def related(case: Request, person: Person) -> list[dict[str, str]]:
    """The requests that belong together with the case, as far as the person's authority may see them."""
    return [
        {
            "href": url_for("requests.case", request_id=other.id),
            "kind": words.name_in(words.KINDS, other.kind),
            "reference": str(other.requesting_reference or ""),
            "state": words.name_in(words.STATES, other.state),
            "tone": standing.tone(other.state),
        }
        for other in cases.together(case, person.authority_id)
    ]
