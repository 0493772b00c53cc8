"""The directory of authorities on paper: kept by the administrators and registries of the authorities here."""

import uuid
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla import wording
from mla.domain.errors import NotAccepted
from mla.domain.workflow import Role
from mla.extensions import db
from mla.models import Authority
from mla.queries import register
from mla.services import counterparts

from .access import SIGNED_IN, access, holds, office, signed_in_person
from .forms.accounts import show_causes
from .forms.counterparts import CounterpartForm, NewCounterpartForm
from .forms.matters import states

blueprint = Blueprint("counterparts", __name__, url_prefix="/counterparts")
keeper = office(*sorted(counterparts.KEEPERS))


@blueprint.get("")
@access(SIGNED_IN)
def index() -> ResponseReturnValue:
    """Every authority on paper, by State."""
    return render_template(
        "counterparts/index.html", found=register.on_paper(), keeps=keeps(), registers=holds(Role.REGISTRY.value)
    )


@blueprint.route("/new", methods=["GET", "POST"])
@access(keeper)
def new() -> ResponseReturnValue:
    """Add an authority; the register offers the names that States notified."""
    form = NewCounterpartForm()
    asked = request.args.get("state", "")
    if request.method == "GET" and asked in states():
        form.state.data = asked
    if form.validate_on_submit():
        try:
            counterparts.add(str(form.state.data), _values(form), signed_in_person().id)
        except NotAccepted as error:
            show_causes(form, error.fields)
        else:
            flash(_("“%(name)s” is in the directory.", name=form.name.data), "success")
            return redirect(url_for("counterparts.index"), code=303)
    return _page(form, str(form.state.data or ""))


@blueprint.route("/<uuid:counterpart_id>", methods=["GET", "POST"])
@access(keeper)
def change(counterpart_id: uuid.UUID) -> ResponseReturnValue:
    """Change what the directory holds of an authority."""
    found = db.session.get(Authority, counterpart_id)
    if found is None or not found.on_paper:
        abort(404)
    form = CounterpartForm(obj=found)
    if form.validate_on_submit():
        try:
            counterparts.change(found.id, _values(form), signed_in_person().id)
        except NotAccepted as error:
            show_causes(form, error.fields)
        else:
            flash(_("The entry of “%(name)s” was changed.", name=form.name.data), "success")
            return redirect(url_for("counterparts.index"), code=303)
    return _page(form, found.iso3, found)


def keeps() -> bool:
    """Whether the person who reads keeps the directory."""
    return any(holds(name) for name in counterparts.KEEPERS)


def _values(form: CounterpartForm) -> dict[str, str]:
    return {name: str(form[name].data or "") for name in counterparts.FIELDS}


def _page(form: CounterpartForm, iso3: str, authority: Authority | None = None) -> ResponseReturnValue:
    page = render_template(
        "counterparts/edit.html", form=form, authority=authority, notified=_notified(iso3), iso3=iso3,
        states=[wording.state_name(s) for s in states()],
    )  # fmt: skip
    return page, 422 if form.is_submitted() else 200


def _notified(iso3: str) -> list[dict[str, Any]]:
    """The central authorities that the State notified, as the register holds them."""
    if not iso3:
        return []
    found = register.declared_by(iso3).authorities(iso3, "assistance")
    return [{"name": d.name, "address": d.address} for d in found if d.named]
