"""Other treaties: what the register holds of them, and the keeper's room."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla import wording
from mla.domain.errors import NotAccepted, NotAllowed
from mla.models import AgreementRecord
from mla.queries import agreements as queries
from mla.queries import register
from mla.services import agreements as service
from mla.services.agreement_entries import FIELDS, plain
from mla.services.gather import local_day
from mla.services.register import KEEPER
from mla.wording import agreements as words
from mla.wording.agreements import CAUSES, CHANGES, SUBJECTS, VALUES

from .access import SIGNED_IN, access, holds, office, signed_in_person
from .forms.agreements import CorrectionForm, EndForm, RejectForm, SearchForm, TreatyForm
from .forms.states import code_of

blueprint = Blueprint("agreements", __name__, url_prefix="/register/treaties")
keeper = office(KEEPER)


@blueprint.context_processor
def _words() -> dict[str, Any]:
    return {
        "subjects": SUBJECTS,
        "changes": CHANGES,
        "value_names": VALUES,
        "said": words.said,
        "is_keeper": holds(KEEPER),
        "me": signed_in_person().id,
        "today": local_day(signed_in_person().authority, _now()),
    }


@blueprint.get("/")
@access(SIGNED_IN)
def index() -> ResponseReturnValue:
    """The treaties that count, of one State or of all."""
    form = SearchForm(request.args)
    good = form.validate()
    chosen = [code_of(form.state.data)] if good and form.state.data else []
    rows = queries.listed(*chosen) if good else []
    waiting = len(queries.pending()) if holds(KEEPER) else 0
    page = render_template("agreements/index.html", rows=rows, form=form, names=_names(), waiting=waiting)
    return page, 200 if good else 422


@blueprint.get("/<uuid:treaty_id>")
@access(SIGNED_IN)
def treaty(treaty_id: uuid.UUID) -> ResponseReturnValue:
    """What the register says of a treaty, and what was recorded of it when and by whom."""
    found = _counting(treaty_id)
    records = queries.records_of(treaty_id)
    return render_template(
        "agreements/treaty.html", record=found, records=records, waits=any(r.verdict is None for r in records)
    )


@blueprint.route("/new", methods=["GET", "POST"])
@access(keeper)
def new() -> ResponseReturnValue:
    """Enter a treaty."""
    form = TreatyForm()
    return _edited(form, lambda: service.enter(form.entry(), signed_in_person().id, _now()), None)


@blueprint.route("/<uuid:treaty_id>/correct", methods=["GET", "POST"])
@access(keeper)
def correct(treaty_id: uuid.UUID) -> ResponseReturnValue:
    """Enter the whole of a treaty anew, with the reason."""
    found = _counting(treaty_id)
    form = CorrectionForm.of(found)
    return _edited(form, lambda: service.correct(treaty_id, form.entry(), signed_in_person().id, _now()), found)


def _edited(
    form: TreatyForm, save: Callable[[], AgreementRecord], record: AgreementRecord | None
) -> ResponseReturnValue:
    """Show the form, ask for one party more, or save what was sent."""
    longer = "more" in request.form
    if longer:
        form.longer()
    elif form.validate_on_submit():
        try:
            return _entered(save())
        except NotAccepted as error:
            form.mark(error.fields)
        except NotAllowed:
            return _waits(record)
    page = render_template("agreements/edit.html", form=form, record=record, names=_names())
    return page, 422 if form.is_submitted() and not longer else 200


@blueprint.route("/<uuid:treaty_id>/end", methods=["GET", "POST"])
@access(keeper)
def end(treaty_id: uuid.UUID) -> ResponseReturnValue:
    """Enter that a State is bound no longer."""
    found = _counting(treaty_id)
    form = EndForm().lay_out(found)
    if form.validate_on_submit():
        values = {name: form[name].data for name in ("iso3", "until", "source")}
        try:
            return _entered(service.end(treaty_id, values, signed_in_person().id, _now()))
        except NotAccepted as error:
            for name, cause in error.fields.items():
                form[name].errors = [*form[name].errors, str(CAUSES[cause])]
        except NotAllowed:
            return _waits(found)
    return render_template("agreements/end.html", form=form, record=found), 422 if form.is_submitted() else 200


@blueprint.get("/pending")
@access(keeper)
def pending() -> ResponseReturnValue:
    """The records that wait for a second person."""
    return _waiting()


def _waiting(wrong: tuple[uuid.UUID, RejectForm] | None = None) -> ResponseReturnValue:
    """The page of what waits; ``wrong`` is a rejection that was not accepted, with its form."""
    waiting = queries.pending()
    forms = {row.id: RejectForm(prefix=str(row.id), formdata=None) for row in waiting} | dict([wrong] if wrong else [])
    page = render_template(
        "agreements/pending.html",
        waiting=waiting,
        changed={row.id: _changes(row) for row in waiting},
        forms=forms,
        wrong=wrong[1] if wrong else None,
        rejected=queries.rejected(),
    )
    return page, 422 if wrong else 200


def _changes(record: AgreementRecord) -> list[tuple[Any, str, str]]:
    """What the record changes of the one that counts: name, words until now, words from then on."""
    counting = queries.current(record.treaty_id)
    if counting is None:
        return []
    old, new = plain(counting), plain(record)
    rows = [(VALUES[n], words.said(n, old[n]), words.said(n, new[n])) for n in FIELDS if old[n] != new[n]]
    was, now = ({party["iso3"]: party for party in values["parties"]} for values in (old, new))
    changed = [iso3 for iso3 in sorted(was | now) if was.get(iso3) != now.get(iso3)]
    return rows + [(wording.state_name(c), words.bond(was.get(c)), words.bond(now.get(c))) for c in changed]


@blueprint.post("/records/<uuid:record_id>/confirm")
@access(keeper)
def confirm(record_id: uuid.UUID) -> ResponseReturnValue:
    """Confirm a record that a colleague entered."""
    said = _l("“%(title)s” was confirmed and counts from now on.")
    return _decided(lambda: service.confirm(record_id, signed_in_person().id, _now()), said)


@blueprint.post("/records/<uuid:record_id>/reject")
@access(keeper)
def reject(record_id: uuid.UUID) -> ResponseReturnValue:
    """Reject a record that a colleague entered, with the reason."""
    form = RejectForm(prefix=str(record_id))
    if not form.validate():
        return _waiting((record_id, form))
    reason = form.reason.data or ""
    said = _l("The entry on “%(title)s” was rejected and never counts.")
    return _decided(lambda: service.reject(record_id, reason, signed_in_person().id, _now()), said)


def _decided(decide: Callable[[], AgreementRecord], said: Any) -> ResponseReturnValue:
    try:
        record = decide()
    except NotAllowed:
        flash(_("You entered this yourself: another register keeper has to confirm or reject it."))
    else:
        flash(str(said) % {"title": record.title}, "success")
    return redirect(url_for("agreements.pending"), code=303)


def _counting(treaty_id: uuid.UUID) -> AgreementRecord:
    return queries.current(treaty_id) or abort(404)


def _entered(record: AgreementRecord) -> ResponseReturnValue:
    flash(_("“%(title)s” was entered. It counts once a colleague confirms it.", title=record.title), "success")
    return redirect(url_for("agreements.pending"), code=303)


def _waits(record: AgreementRecord | None) -> ResponseReturnValue:
    """Nothing is changed while a change waits."""
    flash(_("A change of this treaty waits for a second person. Confirm or reject it before you enter another."))
    where = url_for("agreements.treaty", treaty_id=record.treaty_id) if record else url_for("agreements.index")
    return redirect(where, code=303)


def _names() -> list[str]:
    return [wording.state_name(s.iso3) for s in register.states() if s.responsible_iso3 is None]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
