"""Administration: the people of one's own authority, and its letterhead."""

import uuid
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.domain.errors import NotAccepted
from mla.extensions import db
from mla.models import Person
from mla.queries import people
from mla.services import accounts
from mla.wording.accounts import CAUSES, DUTIES, OFFICES

from .access import Rule, access, office, signed_in_person
from .forms.accounts import InvitationForm, LetterheadForm, PersonForm, show_causes

blueprint = Blueprint("admin", __name__, url_prefix="/administration")


def _load_colleague(arguments: dict[str, Any]) -> Person | None:
    chosen = people.colleagues(signed_in_person().authority_id)
    return db.session.scalar(chosen.where(Person.id == arguments.pop("person_id")))


#: The person of ``<uuid:person_id>``, if they belong to the administrator's own authority; else 404.
colleague = Rule("colleague", load=_load_colleague)
administrator = office(accounts.ADMINISTRATOR)


@blueprint.context_processor
def _words() -> dict[str, Any]:
    return {"office_names": OFFICES, "duties": DUTIES, "office_order": accounts.OFFICES}


@blueprint.get("/")
@access(administrator)
def index() -> ResponseReturnValue:
    """The people of the authority and its letterhead."""
    found = db.session.scalars(people.colleagues(signed_in_person().authority_id)).all()
    return render_template("admin/index.html", people=found, authority=signed_in_person().authority)


@blueprint.route("/invite", methods=["GET", "POST"])
@access(administrator)
def invite() -> ResponseReturnValue:
    """Add a person; the link at which they set their password is shown once."""
    form, actor = InvitationForm(), signed_in_person()
    if form.validate_on_submit():
        try:
            given = (form.email.data or "", form.name.data or "", form.title.data or "", form.offices.data or ())
            made = accounts.invite(actor.authority_id, *given, actor.id)
        except NotAccepted as error:
            show_causes(form, error.fields)
        else:
            return _show_link(made.id, actor.id), 201
    return render_template("admin/invite.html", form=form), 422 if form.is_submitted() else 200


@blueprint.route("/people/<uuid:person_id>", methods=["GET", "POST"])
@access(administrator, colleague)
def person(chosen: Person) -> ResponseReturnValue:
    """A person's title and roles."""
    held = [office.name for office in chosen.roles]
    form = PersonForm(title=chosen.title, offices=held)
    if form.validate_on_submit():
        wanted = [*(form.offices.data or ()), *({accounts.KEEPER} & set(held))]
        try:
            accounts.change(chosen.id, form.title.data or "", wanted, signed_in_person().id)
        except NotAccepted as error:
            show_causes(form, error.fields)
        else:
            flash(_("The title and roles of %(name)s were saved.", name=chosen.name), "success")
            return redirect(url_for("admin.index"), code=303)
    status = 422 if form.is_submitted() else 200
    return render_template("admin/person.html", form=form, person=chosen), status


@blueprint.post("/people/<uuid:person_id>/link")
@access(administrator, colleague)
def link(chosen: Person) -> ResponseReturnValue:
    """Make a new link for the person's password and show it once."""
    return _show_link(chosen.id, signed_in_person().id)


@blueprint.post("/people/<uuid:person_id>/deactivate")
@access(administrator, colleague)
def deactivate(chosen: Person) -> ResponseReturnValue:
    """End the person's access at once."""
    try:
        accounts.deactivate(chosen.id, signed_in_person().id)
    except NotAccepted as error:
        flash(" ".join(str(CAUSES[cause]) for cause in error.fields.values()))
        return redirect(url_for("admin.person", person_id=chosen.id), code=303)
    flash(_("%(name)s can no longer sign in.", name=chosen.name), "success")
    return redirect(url_for("admin.index"), code=303)


@blueprint.post("/people/<uuid:person_id>/reactivate")
@access(administrator, colleague)
def reactivate(chosen: Person) -> ResponseReturnValue:
    """Give the person access again."""
    accounts.reactivate(chosen.id, signed_in_person().id)
    flash(_("%(name)s can sign in again.", name=chosen.name), "success")
    return redirect(url_for("admin.index"), code=303)


@blueprint.route("/letterhead", methods=["GET", "POST"])
@access(administrator)
def letterhead() -> ResponseReturnValue:
    """What the papers of the authority say of it."""
    actor = signed_in_person()
    form = LetterheadForm(obj=actor.authority)
    if form.validate_on_submit():
        given = {name: form[name].data for name in accounts.LETTERHEAD}
        try:
            accounts.change_letterhead(actor.authority_id, given, actor.id)
        except NotAccepted as error:
            show_causes(form, error.fields)
        else:
            flash(_("The letterhead was saved. Papers already issued stay as they are."), "success")
            return redirect(url_for("admin.index"), code=303)
    return render_template("admin/letterhead.html", form=form), 422 if form.is_submitted() else 200


def _show_link(person_id: uuid.UUID, actor_id: uuid.UUID) -> str:
    address = accounts.link(person_id, actor_id)
    chosen = db.session.get_one(Person, person_id)
    return render_template("admin/link.html", person=chosen, link=address, days=accounts.LINK_LIFE.days)
