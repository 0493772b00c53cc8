"""The list of matters, a matter's own page, and its texts."""

import datetime as dt
import uuid
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.domain.errors import StaleDraft
from mla.extensions import db
from mla.models import Matter
from mla.queries import matters as query
from mla.services import drift
from mla.services import matters as service
from mla.web.access import SIGNED_IN, access, own_matter, signed_in_person
from mla.web.forms.base import MarkedForm, answers
from mla.web.forms.matters import FactsForm, MatterForm, NotesForm

from .room import back_to, blueprint, drafter, for_a_person, may_write


@blueprint.get("")
@access(SIGNED_IN)
def index() -> ResponseReturnValue:
    """The authority's own matters, latest first."""
    text = request.args.get("q", "").strip()
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
            str(form.title.data), str(form.reference.data), signed_in_person().id, dt.datetime.now(dt.UTC)
        )
        return redirect(url_for("matters.show", matter_id=matter.id), code=303)
    return _page("matters/name.html", None, form)


@blueprint.get("/<uuid:matter_id>")
@access(own_matter)
def show(matter: Matter) -> ResponseReturnValue:
    """The matter: what it holds, what is missing, and the requests drawn from it."""
    drawn = query.drawn(matter.id)
    return render_template(
        "matters/show.html", matter=matter, drawn=drawn, may_write=may_write(),
        drifted=[found for case in drawn for found in drift.of_itself(case)],
    )  # fmt: skip


@blueprint.route("/<uuid:matter_id>/name", methods=["GET", "POST"])
@access(own_matter, drafter)
def name(matter: Matter) -> ResponseReturnValue:
    """Change title and file number."""
    return _text("matters/name.html", matter, MatterForm)


@blueprint.route("/<uuid:matter_id>/facts", methods=["GET", "POST"])
@access(own_matter)
def facts(matter: Matter) -> ResponseReturnValue:
    """The summary of the facts: written by drafters, read by their colleagues."""
    return _text("matters/facts.html", matter, FactsForm)


@blueprint.route("/<uuid:matter_id>/notes", methods=["GET", "POST"])
@access(own_matter)
def notes(matter: Matter) -> ResponseReturnValue:
    """Internal notes: written by drafters, read by their colleagues."""
    return _text("matters/notes.html", matter, NotesForm)


def _text(template: str, matter: Matter, kind: type[MarkedForm]) -> ResponseReturnValue:
    """Show some of a matter's own values, or save them and go back."""
    form, back = kind(obj=matter), back_to(matter)
    if not form.validate_on_submit():
        return _page(template, matter, form)
    try:
        now = dt.datetime.now(dt.UTC)
        service.save_matter(matter.id, form.given(), signed_in_person().id, now, form.mark.data)
    except StaleDraft:
        db.session.rollback()
        return _page(template, matter, form, stale=answers(kind(formdata=None, obj=matter)))
    flash(_("Saved."), "success")
    return redirect(back, code=303)


def _page(
    template: str, matter: Matter | None, form: MarkedForm, stale: list[dict[str, Any]] | None = None
) -> ResponseReturnValue:
    """The page of a form: 422 if what was sent is malformed, 409 if it was overtaken; it keeps what was typed."""
    status = 409 if stale is not None else 422 if form.is_submitted() else 200
    if matter and status != 422:
        form.mark.data = service.row_mark(matter, form.given())
    page = render_template(
        template, matter=matter, form=form, back=back_to(matter) if matter else url_for("matters.index"), stale=stale,
        may_write=may_write(), for_a_person=matter is not None and for_a_person(matter),
    )  # fmt: skip
    return page, status
