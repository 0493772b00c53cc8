"""The register: who is bound by what, from when and why; and its keeper's room."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla import wording
from mla.domain.errors import NotAccepted, NotAllowed, UnknownState
from mla.domain.findings import Finding
from mla.domain.treaties import ActionKind, Bond, Instrument, Register, Standing, effect_of_denunciation
from mla.models import DepositaryAction
from mla.queries import agreements
from mla.queries import register as queries
from mla.services import certificates, law
from mla.services import register as service
from mla.services.gather import local_day
from mla.wording.agreements import SUBJECTS
from mla.wording.treaties import ACTIONS, CAUSES, TITLES, TOPICS

from . import charts
from .access import SIGNED_IN, access, holds, office, signed_in_person
from .declared import shown
from .forms import states as states_named
from .forms.agreements import RejectForm
from .forms.register import ActionForm, BetweenForm

blueprint = Blueprint("register", __name__, url_prefix="/register")
keeper = office(service.KEEPER)


class Cell(NamedTuple):
    """The standing of a State under one instrument on a day, in short."""

    status: str
    day: dt.date | None


@blueprint.context_processor
def _words() -> dict[str, Any]:
    return {
        "instruments": list(Instrument),
        "titles": TITLES,
        "actions": {kind: str(name).capitalize() for kind, name in ACTIONS.items()},
        "topics": TOPICS,
        "as_of": queries.current().as_of,
        "is_keeper": holds(service.KEEPER),
    }


@blueprint.get("/")
@access(SIGNED_IN)
def index() -> ResponseReturnValue:
    """The four instruments, their counts, and how they grew."""
    register, today = queries.current(), _today()
    series = {i.value: register.parties_over_time(i) for i in Instrument}
    ends = {i.value: register.as_of[i] for i in Instrument if i in register.as_of}
    if not ends:
        abort(404)
    years = range(service.OPENED_ON.year, max(ends.values()).year + 1)
    return render_template(
        "register/index.html",
        rows=queries.instruments(),
        counts={i.code: register.counts(Instrument(i.code), today) for i in queries.instruments()},
        begun={i.value: register.general_date(i) for i in Instrument},
        chart=charts.over_time(series, ends, service.OPENED_ON),
        years=years,
        figures={code: charts.at_year_ends(points, years, ends[code]) for code, points in series.items()},
        today=today,
        pending=len(queries.pending()) if holds(service.KEEPER) else 0,
    )


@blueprint.get("/states")
@access(SIGNED_IN)
def states() -> ResponseReturnValue:
    """Every State with its standing under each instrument today."""
    search, register, today = request.args.get("q", "").strip()[:100], queries.current(), _today()
    rows = [(s, _cells(register, s.iso3, today) if s.responsible_iso3 is None else []) for s in queries.states(search)]
    return render_template("register/states.html", rows=rows, search=search, today=today)


@blueprint.get("/states/<iso3>")
@access(SIGNED_IN)
def state(iso3: str) -> ResponseReturnValue:
    """What a State did, since when it is bound and why, what it declared, and its authorities and territories."""
    found = queries.state(iso3.upper())
    if found is None:
        abort(404)
    register, today = queries.current(), _today()
    standings = {}
    if found.responsible_iso3 is None:
        standings = {i: register.standing(found.iso3, i, today) for i in Instrument}
    acts = queries.actions_of(found.iso3)
    return render_template(
        "register/state.html",
        state=found,
        standings=standings,
        acts=acts,
        effects=_effects(register, acts),
        declarations=shown(queries.declarations_of(found.iso3), today),
        authorities=queries.authorities_of(found.iso3),
        territories=queries.territories_of(found.iso3),
        notices=[t for t in register.territories if t.iso3 == found.iso3],
        today=today,
    )


@blueprint.get("/between")
@access(SIGNED_IN)
def between() -> ResponseReturnValue:
    """Whether two States are bound on a day, and why."""
    asked = bool(request.args)
    form = BetweenForm(request.args if asked else None, on=_today())
    bond = _bond(form) if asked and form.validate() else None
    names = [wording.state_name(s.iso3) for s in queries.states() if not s.is_reio and s.responsible_iso3 is None]
    wrong = asked and bond is None
    page = render_template(
        "register/between.html",
        form=form,
        bond=bond,
        names=names,
        codes=form.codes() if bond else (),
        treaties=agreements.between(*form.codes()) if bond else (),
        subjects=SUBJECTS,
        extraditions=_extraditions(form) if bond else [],
    )
    return page, 422 if wrong else 200


@blueprint.get("/between/<a>/<b>/certificate.pdf")
@access(SIGNED_IN)
def certificate(a: str, b: str) -> ResponseReturnValue:
    """The status certificate of two States for the day ``?on=``; a day that can't be read is asked for again."""
    form = BetweenForm(request.args, a=a, b=b)
    if not form.on.validate(form) or form.on.data is None:
        return redirect(url_for("register.between", a=a, b=b, instrument="UNTOC", on=request.args.get("on", "")), 303)
    try:
        made = certificates.certificate(a.upper(), b.upper(), form.on.data, signed_in_person().authority)
    except UnknownState:
        abort(404)
    name = f"status-{a.upper()}-{b.upper()}-{form.on.data}.pdf"
    return Response(made.pdf, mimetype="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})


def _bond(form: BetweenForm) -> Bond | None:
    """The answer; None, with the error beside the field, where one of the two can't be asked about."""
    a, b = form.codes()
    try:
        return queries.current().between(a, b, Instrument(form.instrument.data), form.on.data or _today())
    except UnknownState as error:
        field = form.b if error.reason == "same_state" or error.code != a else form.a
        field.errors = [*field.errors, _refusal(error, field.data or "")]
        return None


def _extraditions(form: BetweenForm) -> list[tuple[str, str, tuple[Finding, ...]]]:
    """Both directions: who asks, who is asked, and what can carry an extradition (Art. 16(3)-(6))."""
    a, b = form.codes()
    day = form.on.data or _today()
    return [(one, other, law.extradition(one, other, day)) for one, other in ((a, b), (b, a))]


def _refusal(error: UnknownState, given: str) -> str:
    """Why a State can't be asked about; who typed a name is not told of codes."""
    if error.reason == "unknown":
        return _("“%(given)s” does not name one State. Choose a State from the list.", given=given)
    return states_named.refusal(error)


@blueprint.route("/actions/new", methods=["GET", "POST"])
@access(keeper)
def new_action() -> ResponseReturnValue:
    """Enter an action that the depositary notified."""
    form = ActionForm()
    if form.validate_on_submit():
        try:
            made = service.record_action(form.entry(), signed_in_person().id, _now())
        except NotAccepted as error:
            for name, cause in error.fields.items():
                form[name].errors = [*form[name].errors, str(CAUSES[cause])]
        else:
            state = wording.state_name(made.iso3)
            flash(
                _("The action of %(state)s was entered. It counts once a colleague confirms it.", state=state),
                "success",
            )
            return redirect(url_for("register.pending"), code=303)
    names = [wording.state_name(s.iso3) for s in queries.states() if s.responsible_iso3 is None]
    return render_template("register/new_action.html", form=form, names=names), 422 if form.is_submitted() else 200


@blueprint.get("/actions/pending")
@access(keeper)
def pending() -> ResponseReturnValue:
    """The actions that wait for a second person, and those that were confirmed or rejected lately."""
    return _waiting()


def _waiting(wrong: tuple[uuid.UUID, RejectForm] | None = None) -> ResponseReturnValue:
    """The page of what waits; ``wrong`` is a rejection that was not accepted, with its form."""
    waiting = queries.pending()
    forms = {act.id: RejectForm(prefix=str(act.id), formdata=None) for act in waiting} | dict([wrong] if wrong else [])
    page = render_template(
        "register/pending.html",
        waiting=waiting,
        forms=forms,
        wrong=wrong[1] if wrong else None,
        added=queries.added(),
        rejected=queries.rejected(),
        me=signed_in_person().id,
    )
    return page, 422 if wrong else 200


@blueprint.post("/actions/<uuid:action_id>/confirm")
@access(keeper)
def confirm(action_id: uuid.UUID) -> ResponseReturnValue:
    """Confirm an action that a colleague entered."""
    try:
        made = service.confirm_action(action_id, signed_in_person().id, _now())
    except NotAllowed:
        flash(_("You entered this action yourself: another register keeper has to confirm it."))
    else:
        state = wording.state_name(made.iso3)
        flash(_("The action of %(state)s was confirmed and counts from now on.", state=state), "success")
    return redirect(url_for("register.pending"), code=303)


@blueprint.post("/actions/<uuid:action_id>/reject")
@access(keeper)
def reject(action_id: uuid.UUID) -> ResponseReturnValue:
    """Reject an action that a colleague entered, with the reason."""
    form = RejectForm(prefix=str(action_id))
    if not form.validate():
        return _waiting((action_id, form))
    try:
        made = service.reject_action(action_id, form.reason.data or "", signed_in_person().id, _now())
    except NotAllowed:
        flash(_("You entered this action yourself: another register keeper has to confirm or reject it."))
    else:
        state = wording.state_name(made.iso3)
        flash(_("The action of %(state)s was rejected and never counts.", state=state), "success")
    return redirect(url_for("register.pending"), code=303)


def _effects(register: Register, acts: Sequence[DepositaryAction]) -> dict[uuid.UUID, dt.date | None]:
    """The day on which each action takes effect by the rules; None for what binds nobody."""
    begins = {(r.instrument, r.iso3, r.deposited_on): r.in_force_on for r in register.rows()}
    found: dict[uuid.UUID, dt.date | None] = {}
    for act in acts:
        found[act.id] = begins.get((Instrument(act.instrument), act.iso3, act.happened_on))
        if act.kind == ActionKind.SIGNATURE:
            found[act.id] = None
        elif act.kind == ActionKind.DENUNCIATION:
            found[act.id] = effect_of_denunciation(act.happened_on)
    return found


def _cells(register: Register, iso3: str, day: dt.date) -> list[Cell]:
    return [_cell(register, register.standing(iso3, i, day), iso3, i) for i in Instrument]


def _cell(register: Register, standing: Standing, iso3: str, instrument: Instrument) -> Cell:
    """Bound, not yet, ended, signed or nothing, with the day that says most."""
    if standing.bound:
        return Cell("bound", standing.since)
    code = standing.findings[0].code
    if code.startswith("party.not_yet"):
        return Cell("not_yet", standing.since)
    if code.startswith("party.ended"):
        return Cell("ended", standing.until)
    if code.startswith("party.deposited"):
        return Cell("deposited", None)
    signed = [a for a in register.actions_of(iso3, instrument) if a.kind == "signature"]
    return Cell("signed", signed[0].on) if signed else Cell("none", None)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _today() -> dt.date:
    """The day in the person's own authority."""
    return local_day(signed_in_person().authority, _now())
