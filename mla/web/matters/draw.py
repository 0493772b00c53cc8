"""Drawing a request from a matter: the requested State, its authority, and whether the Convention binds both."""

import datetime as dt
import uuid

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla import wording
from mla.domain.errors import UnknownState
from mla.domain.findings import Finding
from mla.domain.treaties import Instrument
from mla.domain.treaties.records import Bond
from mla.extensions import db
from mla.models import Authority, Matter
from mla.queries import register
from mla.services import casework, law
from mla.services.gather import local_day
from mla.web import counterparts, errors
from mla.web.access import access, own_matter, signed_in_person
from mla.web.forms import matters as forms
from mla.web.forms import states as named
from mla.web.forms import words

from .room import blueprint, drafter


@blueprint.get("/<uuid:matter_id>/request")
@access(own_matter, drafter)
def draw(matter: Matter) -> ResponseReturnValue:
    """Choose the requested State: typed, picked from the browser's list, or found by a part of its name.

    A name that is also part of another State's name, such as Congo, is not taken silently: both are offered.
    """
    typed = request.args.get("state", "").strip()
    if not typed:
        return _choose(matter, empty="state" in request.args)
    askable = [s for s in register.states() if not s.is_reio and s.responsible_iso3 is None]
    found = named.meant(typed, askable) or _matching(typed)
    if len(found) == 1:
        return redirect(url_for("matters.draw_to", matter_id=matter.id, iso3=found[0]), code=303)
    return _choose(matter, typed, found, empty=not found)


def _matching(typed: str) -> list[str]:
    """The States that match; if none does, what else matches, so that the answer can say why it is no State."""
    found, states = [s.iso3 for s in register.states(typed)], set(forms.states())
    return [iso3 for iso3 in found if iso3 in states] or found


@blueprint.route("/<uuid:matter_id>/request/<iso3>", methods=["GET", "POST"])
@access(own_matter, drafter)
def draw_to(matter: Matter, iso3: str) -> ResponseReturnValue:
    """Show whether both States are bound today and why; open the request to an authority of the State."""
    person, now = signed_in_person(), dt.datetime.now(dt.UTC)
    today = local_day(person.authority, now)
    try:
        bond = register.current().between(person.authority.iso3, iso3, Instrument.UNTOC, today)
    except UnknownState as error:
        return _choose(matter, wording.state_name(iso3), refused=named.refusal(error))
    form = forms.DrawForm(data={"title": matter.title})
    here = {str(a.id): a for a in register.authorities_of(iso3)}
    form.authority.choices = [(key, _named(a)) for key, a in here.items()]
    if len(here) == 1:
        form.authority.data = form.authority.data or next(iter(here))
    if not here or not form.validate_on_submit():
        return _offer(matter, iso3, bond, today, form)
    try:
        return _opened(matter, form, here[form.authority.data], person.id, now)
    except errors.HINDRANCES as error:
        db.session.rollback()
        return _offer(matter, iso3, bond, today, form, *errors.hindrance(error))


def _named(authority: Authority) -> str:
    """The authority, and whether its request goes on paper."""
    return str(_("%(name)s (on paper)", name=authority.name)) if authority.on_paper else authority.name


def _opened(
    matter: Matter, form: forms.DrawForm, requested: Authority, person_id: uuid.UUID, now: dt.datetime
) -> ResponseReturnValue:
    """Open the request and go to its list of tasks."""
    done = casework.open_request(matter.id, form.kind.data, requested.id, str(form.title.data), person_id, now)
    flash(_("The request %(reference)s is open as a draft.", reference=done.request.requesting_reference), "success")
    return redirect(url_for("drafting.tasks", request_id=done.request.id), code=303)


def _offer(
    matter: Matter, iso3: str, bond: Bond, today: dt.date, form: forms.DrawForm, status: int = 0, said: str = ""
) -> ResponseReturnValue:
    """The page with everything that was typed; ``status`` and ``said``: what kept the request from being opened."""
    status = status or (422 if form.is_submitted() else 200)
    page = render_template(
        "matters/draw_to.html", matter=matter, iso3=iso3, bond=bond, today=today, form=form, said=said,
        waiting=status == 503, here=_others_here(iso3) if not form.authority.choices else [],
        keeps=counterparts.keeps(), extradition=_carriers(iso3, today), hints=words.KIND_HINTS,
    )  # fmt: skip
    return page, status, {"Retry-After": errors.RETRY_AFTER} if status == 503 else {}


def _carriers(iso3: str, today: dt.date) -> tuple[Finding, ...]:
    """What can carry an extradition from the State today (Art. 16(3)-(6))."""
    return law.extradition(signed_in_person().authority.iso3, iso3, today)


def _others_here(iso3: str) -> list[str]:
    """The States that can be asked here instead: those whose central authorities sign in here."""
    own = signed_in_person().authority.iso3
    return [other for other in register.present() if other not in (iso3, own)]


def _choose(
    matter: Matter, typed: str = "", found: list[str] | None = None, empty: bool = False, refused: str = ""
) -> ResponseReturnValue:
    """The question for the State, with why the last answer was not enough."""
    problem = refused
    if empty:
        unknown = _("No State is called “%(typed)s”. Check the spelling, or choose from the list.", typed=typed[:100])
        problem = unknown if typed else _("Enter the name of the requested State")
    page = render_template(
        "matters/draw.html", matter=matter, typed=typed, found=found or [], problem=problem,
        states=[wording.state_name(s) for s in forms.states()],
    )  # fmt: skip
    return page, 422 if problem else 200
