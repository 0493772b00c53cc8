"""Persons, accounts, property, offences and annexes of a matter: listed, added, changed, taken off."""

import datetime as dt
import io
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from mla import wording
from mla.domain import guards, scope
from mla.domain.content import letters
from mla.domain.errors import StaleDraft
from mla.domain.findings import Finding
from mla.extensions import db
from mla.models import Annex, Matter
from mla.queries import matters as query
from mla.services import custody, drafting, gather
from mla.services import matters as service
from mla.web import uploads
from mla.web.access import access, own_matter, signed_in_person
from mla.web.forms import base
from mla.web.forms import matters as forms
from mla.web.forms.property import AssetForm
from mla.web.forms.words import SORTS
from mla.web.requests.content import said, term
from mla.web.requests.property import worth

from . import taking
from .room import back_to, blueprint, carried, draft_of, drafter, for_a_person, may_write

#: What the maximum penalty of an offence is made of.
TERM = ("life", "years", "months", "days")
ANY_KIND = "/<uuid:matter_id>/<any(persons,accounts,property,offences,annexes):kind>"
#: What a summary tells in words of its own: the maximum penalty, what kind of asset it is, and its worth.
WORTH = ("value", "currency", "valued_on")
TOLD_OTHERWISE = {"offences": TERM, "property": ("kind", *WORTH)}
#: The labels by which a request speaks of an item, where the page shows them.
LABELS = {"property": "V{number}. ", "annexes": "{letter}. "}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a matter lists, in words."""

    title: Any
    add: Any
    change: Any
    remove: Any
    form: type[forms.ItemForm]
    called: Callable[[Any], str]


KINDS = {
    "persons": Kind(
        _l("Persons concerned"), _l("Add a person"), _l("Change a person"), _l("Remove this person?"), forms.PersonForm,
        lambda p: ", ".join(filter(None, (p.family_name, p.given_names))),
    ),
    "accounts": Kind(
        _l("Accounts concerned"), _l("Add an account"), _l("Change an account"), _l("Remove this account?"),
        forms.AccountForm, lambda a: a.number,
    ),
    "property": Kind(
        _l("Property"), _l("Add an asset"), _l("Change an asset"), _l("Remove this asset?"), AssetForm,
        lambda a: said(SORTS, a.kind),
    ),
    "offences": Kind(
        _l("Offences"), _l("Add an offence"), _l("Change an offence"), _l("Remove this offence?"), forms.OffenceForm,
        lambda o: o.name,
    ),
    "annexes": Kind(
        _l("Annexes"), _l("Add an annex"), _l("Change an annex"), _l("Remove this annex?"), forms.AnnexForm,
        lambda a: a.title,
    ),
}  # fmt: skip


@blueprint.get(ANY_KIND)
@access(own_matter)
def listed(matter: Matter, kind: str) -> ResponseReturnValue:
    """What the matter lists of the kind, each with all that is known."""
    shown = [
        (
            item,
            LABELS.get(kind, "").format(letter=letters(n), number=n + 1),
            KINDS[kind].called(item),
            summary(kind, item),
        )
        for n, item in enumerate(getattr(matter, kind))
    ]
    return render_template(
        "matters/listed.html", matter=matter, kind=kind, words=KINDS[kind], shown=shown, carried=carried(matter),
        back=back_to(matter), may_write=may_write(), for_a_person=for_a_person(matter), notes=_notes(matter, kind),
    )  # fmt: skip


def _notes(matter: Matter, kind: str) -> dict[str, Any]:
    """What stands beside the items: how each offence is covered, or where else each person or account stands."""
    if kind == "persons":
        return {"elsewhere": query.elsewhere(matter)}
    if kind == "accounts":
        return {"elsewhere": query.accounts_elsewhere(matter)}
    if kind == "property":
        return {"offers": taking.offers(matter)}
    return {"covered": coverage(matter)} if kind == "offences" else {}


def coverage(matter: Matter) -> list[Finding]:
    """How each offence is covered: for the draft from which the person came, else as far as the matter tells."""
    draft = draft_of(matter)
    if draft is None:
        return scope.by_offence(drafting.of_matter(matter), None)
    facts = gather.facts(draft, drafting.submitting(draft), signed_in_person(), _now(), {}, [])
    return scope.by_offence(facts.content, guards.scope_protocols(facts))


def summary(kind: str, item: Any) -> list[dict[str, Any]]:
    """The item as a summary list: what is not known is left out."""
    form = KINDS[kind].form(formdata=None, obj=item)
    form.point_at(item.matter)
    unsaid = tuple(f.short_name for f in form if isinstance(f, BooleanField) and not f.data)
    rows = base.answers(form, (*unsaid, *TOLD_OTHERWISE.get(kind, ())))
    if kind == "offences":
        rows.append({"key": _("Maximum penalty"), "value": term({name: getattr(item, name) for name in TERM})})
    if kind == "property":
        rows.append({"key": _("Value"), "value": worth({name: getattr(item, name) for name in WORTH})})
    if kind == "annexes":
        rows.append({"key": _("File"), "value": item.file_name})
    return [row for row in rows if row["value"] not in (None, "", [])]


@blueprint.route(f"{ANY_KIND}/new", methods=["GET", "POST"])
@access(own_matter, drafter)
def new_item(matter: Matter, kind: str) -> ResponseReturnValue:
    """Add an item; an asset may be taken over from what is known already."""
    known = taking.chosen(matter, request.args.get("from", "")) if kind == "property" else None
    return _edit(matter, kind, None, KINDS[kind].form(data=known))


@blueprint.route(f"{ANY_KIND}/<uuid:item_id>", methods=["GET", "POST"])
@access(own_matter, drafter)
def item(matter: Matter, kind: str, item_id: uuid.UUID) -> ResponseReturnValue:
    """Change an item."""
    found = _find(matter, kind, item_id)
    return _edit(matter, kind, found, KINDS[kind].form(obj=found))


def _find(matter: Matter, kind: str, item_id: uuid.UUID) -> Any:
    return next((i for i in getattr(matter, kind) if i.id == item_id), None) or abort(404)


def _edit(matter: Matter, kind: str, found: Any, form: forms.ItemForm) -> ResponseReturnValue:
    """Show the form, or save what was sent."""
    form.point_at(matter)
    longer = isinstance(form, forms.PersonForm) and "more" in request.form
    if longer:
        form.longer()
    received = _received(form, matter) if isinstance(form, forms.AnnexForm) else []
    stale, wrong = None, False
    if not longer and form.is_submitted():
        wrong = not form.validate()
        if not wrong and _saved(matter, kind, found, form, received):
            return redirect(url_for("matters.listed", matter_id=matter.id, kind=kind, **carried(matter)), code=303)
        stale = None if wrong else summary(kind, found)
    if found and (stale is not None or not form.is_submitted()):
        form.mark.data = service.row_mark(found, form.given())
    page = render_template(
        f"matters/{kind}.html", matter=matter, kind=kind, words=KINDS[kind], form=form, item=found, stale=stale,
        received=received, states=[wording.state_name(s) for s in forms.states()], carried=carried(matter),
    )  # fmt: skip
    return page, 422 if wrong else 409 if stale is not None else 200


def _saved(matter: Matter, kind: str, found: Any, form: forms.ItemForm, received: list[uploads.File]) -> bool:
    """Save the item; False if somebody changed it since the person opened it."""
    values = form.given() | _file_values(received)
    seen = (form.mark.data or "", list(form.given()))
    try:
        service.save_item(matter.id, kind, found.id if found else None, values, signed_in_person().id, _now(), seen)
    except StaleDraft:
        db.session.rollback()
        return False
    flash(_("Saved."), "success")
    return True


def _received(form: forms.AnnexForm, matter: Matter) -> list[uploads.File]:
    """The file that was sent now, or before the form came back; the form remembers it."""
    subject = f"annex of {matter.id}"
    files = uploads.read(form.kept.data or "", subject)
    if form.file.data and form.acceptable(form.file):
        files = uploads.take([form.file.data])
    form.kept.data = uploads.signed(files, subject)
    return files


def _file_values(received: list[uploads.File]) -> dict[str, Any]:
    """The columns of an annex that a file fills."""
    return {
        column: value
        for file in received
        for column, value in (
            ("file_name", file["name"]), ("media_type", forms.media_type(custody.fetch(file["sha256"])[:16])),
            ("size", file["size"]), ("sha256", file["sha256"]),
        )
    }  # fmt: skip


@blueprint.route(f"{ANY_KIND}/<uuid:item_id>/remove", methods=["GET", "POST"])
@access(own_matter, drafter)
def remove(matter: Matter, kind: str, item_id: uuid.UUID) -> ResponseReturnValue:
    """Take an item off the matter, once the person has confirmed it."""
    found = _find(matter, kind, item_id)
    here = url_for("matters.listed", matter_id=matter.id, kind=kind, **carried(matter))
    form, stale = base.MarkedForm(), False
    if form.validate_on_submit():
        if _removed(matter, kind, found, form.mark.data or ""):
            return redirect(here, code=303)
        stale = True
    form.mark.data = service.row_mark(found, _names(kind))
    page = render_template(
        "matters/remove.html", matter=matter, title=KINDS[kind].remove, called=KINDS[kind].called(found), back=here,
        rows=summary(kind, found), form=form, stale=stale,
    )  # fmt: skip
    return page, 409 if stale else 422 if form.is_submitted() else 200


def _names(kind: str) -> list[str]:
    """What the mark of an item covers when it is to be removed: all that is known of it, its file too."""
    known = list(KINDS[kind].form(formdata=None).given())
    return [*known, "sha256"] if kind == "annexes" else known


def _removed(matter: Matter, kind: str, found: Any, mark: str) -> bool:
    """Remove the item; False if somebody changed it since the person opened the page."""
    try:
        service.remove_item(matter.id, kind, found.id, signed_in_person().id, _now(), (mark, _names(kind)))
    except StaleDraft:
        db.session.rollback()
        return False
    flash(_("Removed."), "success")
    return True


@blueprint.get("/<uuid:matter_id>/annexes/<uuid:item_id>/file")
@access(own_matter)
def annex_file(matter: Matter, item_id: uuid.UUID) -> ResponseReturnValue:
    """The file of an annex, to be kept and never opened in place."""
    found: Annex = _find(matter, "annexes", item_id)
    if not found.sha256:
        abort(404)
    content = io.BytesIO(custody.fetch(found.sha256))
    return send_file(content, found.media_type, as_attachment=True, download_name=found.file_name)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
