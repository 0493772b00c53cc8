"""The list of matters, a matter's own page, and its texts."""

import datetime as dt
import uuid

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.extensions import db
from mla.models import Matter
from mla.queries import matters as query
from mla.services import matters as service
from mla.web.access import SIGNED_IN, access, own_matter, signed_in_person
from mla.web.forms.base import BaseForm
from mla.web.forms.matters import FactsForm, MatterForm, NotesForm

from .room import back_to, blueprint, drafter, may_write


@blueprint.get("")
@access(SIGNED_IN)
def index() -> ResponseReturnValue:
    """The authority's own matters, latest first."""
    text = request.args.get("q", "").replace("\x00", "").strip()
    found = query.page(signed_in_person().authority_id, text, _last_seen())
    rows, more = found[: query.PAGE], len(found) > query.PAGE
    return render_template(
        "matters/index.html",
        matters=rows,
        text=text,
        next=url_for("matters.index", q=text or None, after=rows[-1].id) if more else "",
        first=url_for("matters.index", q=text or None) if request.args.get("after") else "",
        may_write=may_write(),
    )


def _last_seen() -> Matter | None:
    try:
        wanted = uuid.UUID(request.args.get("after", ""))
    except ValueError:
        return None
    return db.session.scalar(query.own(signed_in_person().authority_id).where(Matter.id == wanted))


@blueprint.route("/new", methods=["GET", "POST"])
@access(drafter)
def new() -> ResponseReturnValue:
    """Open a matter."""
    form = MatterForm()
    if form.validate_on_submit():
        matter = service.open_matter(
            form.title.data, form.reference.data, signed_in_person().id, dt.datetime.now(dt.UTC)
        )
        return redirect(url_for("matters.show", matter_id=matter.id), code=303)
    return _form("matters/name.html", form, matter=None)


@blueprint.get("/<uuid:matter_id>")
@access(own_matter)
def show(matter: Matter) -> ResponseReturnValue:
    """The matter: what it holds, what is missing, and the requests drawn from it."""
    return render_template("matters/show.html", matter=matter, drawn=query.drawn(matter), may_write=may_write())


@blueprint.route("/<uuid:matter_id>/name", methods=["GET", "POST"])
@access(own_matter, drafter)
def name(matter: Matter) -> ResponseReturnValue:
    """Change title and file number."""
    form = MatterForm(data={"title": matter.title, "reference": matter.reference})
    return _save(matter, form) or _form("matters/name.html", form, matter=matter)


@blueprint.route("/<uuid:matter_id>/facts", methods=["GET", "POST"])
@access(own_matter)
def facts(matter: Matter) -> ResponseReturnValue:
    """The summary of the facts: written by drafters, read by their colleagues."""
    form = FactsForm(data={"facts": matter.facts})
    values = {"matter": matter, "text": matter.facts, "may_write": may_write(), "back": back_to(matter)}
    return _save(matter, form) or _form("matters/facts.html", form, **values)


@blueprint.route("/<uuid:matter_id>/notes", methods=["GET", "POST"])
@access(own_matter)
def notes(matter: Matter) -> ResponseReturnValue:
    """Internal notes: written by drafters, read by their colleagues."""
    form = NotesForm(data={"notes": matter.notes})
    values = {"matter": matter, "text": matter.notes, "may_write": may_write(), "back": back_to(matter)}
    return _save(matter, form) or _form("matters/notes.html", form, **values)


def _save(matter: Matter, form: BaseForm) -> ResponseReturnValue | None:
    """Save what was sent and go back; None when nothing was sent or it is malformed."""
    if not form.validate_on_submit():
        return None
    values = {name: value for name, value in form.data.items() if name != "csrf_token"}
    back = back_to(matter)
    service.save_matter(matter.id, values, signed_in_person().id, dt.datetime.now(dt.UTC))
    flash(_("Saved."), "success")
    return redirect(back, code=303)


def _form(template: str, form: BaseForm, **values: object) -> ResponseReturnValue:
    """The page of a form: 422 when what was sent was not accepted, and then with everything typed."""
    return render_template(template, form=form, **values), 422 if form.is_submitted() else 200
