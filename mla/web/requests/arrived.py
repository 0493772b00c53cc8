"""What arrived on paper: the acts that a paper may show, the record of one, and taking back a mistaken record."""

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.domain.course import course
from mla.domain.errors import StaleState, StepClosed
from mla.domain.kinds import kind_named
from mla.domain.workflow import STAYS, Step, Visibility
from mla.extensions import db
from mla.models import Person, Request
from mla.services import drafting, record, recording
from mla.web import errors, uploads
from mla.web.access import access, case_file, signed_in_person
from mla.web.forms.arrival import PaperForm, form_of
from mla.web.forms.base import DayField
from mla.web.forms.letter import Letter
from mla.web.forms.step_base import StepForm
from mla.web.pages import FieldError, form_errors
from mla.wording import steps as words

from . import standing, story
from .head import head
from .room import blueprint
from .steps import told_of

TAKE_BACK = "take_back_record"


@dataclass(slots=True)
class Recording:
    """A person who records an act: the row, what was typed of the paper and of the act, and the scans."""

    case: Request
    row: Step
    person: Person
    now: dt.datetime
    paper: PaperForm
    form: StepForm
    letter: Letter | None = None
    files: list[uploads.File] = field(default_factory=list)
    problems: list[FieldError] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """What kept files are kept for."""
        return f"{self.case.id} {self.row.name} {self.person.id}"

    def told(self) -> dict[str, Any]:
        """What is told of the paper."""
        return self.paper.told() | {"files": self.files}


@blueprint.get("/<uuid:request_id>/arrived")
@access(case_file)
def arrived(case: Request) -> ResponseReturnValue:
    """The acts that a paper from the other side may show: first those that follow on where the request stands."""
    person = signed_in_person()
    rows = recording.rows(case, person)
    if not rows:
        return redirect(url_for("requests.case", request_id=case.id), code=303)
    shown = _shown(case, rows)
    return render_template(
        "requests/arrived.html",
        case=case,
        **head(case, person),
        expected=[row for row in shown if row["expected"]],
        others=[row for row in shown if not row["expected"]],
        mistaken=course(record.bodies(case)).recorded,
        other=standing.other(case, person),
    )


def _shown(case: Request, rows: list[Step]) -> list[dict[str, Any]]:
    """The rows in words; of two that a reader can't tell apart, the one that follows on from here."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        said: dict[str, Any] = {
            "label": label(case, row),
            "href": url_for("requests.record_act", request_id=case.id, name=row.records),
            "stands": _stands(case, row),
            "expected": _expected(case, row),
        }
        key = (said["label"], said["stands"])
        if key not in found or (said["expected"] and not found[key]["expected"]):
            found[key] = said
    return list(found.values())


def _original(case: Request, row: Step) -> Step | None:
    return next((step for step in kind_named(case.kind).steps if step.name == row.records), None)


def _expected(case: Request, row: Step) -> bool:
    original = _original(case, row)
    return original is not None and case.state in original.sources


def label(case: Request, row: Step) -> str:
    """What arrived, as the paper is called; word of a state where no paper of that name passes."""
    original = _original(case, row)
    if row.records == "transmit_amendment":
        return str(_("Amended request"))
    if original is None:
        return words.name_in(words.TITLES, row.records)
    if original.visible_to is Visibility.BOTH and original.documents:
        return words.name_in(words.PAPERS, original.documents[0])
    return str(_("Word that the request stands at “%(state)s”", state=words.name_in(words.STATES, row.target)))


def _stands(case: Request, row: Step) -> str:
    """Where the request stands once the act is recorded; empty where it stays."""
    targets = kind_named(case.kind).targets(row, case.state)
    left = kind_named(case.kind).left(row, case.state, record.bodies(case))
    target = case.state if row.target == STAYS else left or targets[0]
    return words.name_in(words.STATES, target) if target != case.state else ""


@blueprint.route("/<uuid:request_id>/arrived/<name>", methods=["GET", "POST"])
@access(case_file)
def record_act(case: Request, name: str) -> ResponseReturnValue:
    """Record an act of the other side from the paper that shows it."""
    person = signed_in_person()
    row = next((r for r in recording.rows(case, person) if r.records == name), None)
    if row is None:
        return _not_from_here(case, person, name)
    doing = _laid_out(case, row, person)
    if request.method == "GET":
        return _page(doing)
    try:
        return _sent(doing)
    except errors.HINDRANCES as error:
        db.session.rollback()
        status, said = errors.hindrance(error)
        doing.problems.append(FieldError("", said))
        return _page(doing, status)


def _not_from_here(case: Request, person: Person, name: str) -> ResponseReturnValue:
    """Nothing of that name is recorded here: the case page says where the request stands and whose turn it is."""
    known = {row.records for row in kind_named(case.kind).recordings}
    if standing.other(case, person).on_paper and name not in known:
        abort(404)
    return _nothing_here(case)


def _nothing_here(case: Request) -> ResponseReturnValue:
    if request.method == "POST":
        abort(403)
    return redirect(url_for("requests.case", request_id=case.id), code=303)


def _laid_out(case: Request, row: Step, person: Person) -> Recording:
    now = dt.datetime.now(dt.UTC)
    original = _original(case, row)
    form = form_of(row.records, original.form if original else "")
    form.prepare(told_of(case, row.records, person, now))
    for asked in form if not form.is_submitted() else ():
        if isinstance(asked, DayField):
            asked.data = None  # what a paper does not tell is not proposed
    form.seen.data = form.seen.data or case.state
    sent = drafting.sent(case)
    letter = (
        Letter(case.kind, json.loads(sent.content) if sent else None) if row.records == "transmit_amendment" else None
    )
    return Recording(case, row, person, now, PaperForm(prefix="paper-"), form, letter)


def _sent(doing: Recording) -> ResponseReturnValue:
    if doing.form.seen.data != doing.case.state:
        raise StaleState(doing.form.seen.data or "", doing.case.state)
    hand_in(doing)
    if "add" in request.form:
        doing.form.grow(request.form["add"])
        if doing.letter:
            doing.letter.form.grow(request.form["add"])
        return _page(doing)
    good = [doing.paper.validate(), doing.form.validate(), doing.letter is None or doing.letter.validate()]
    if doing.problems or not all(good):
        return _page(doing, 422)
    return _recorded(doing)


def _recorded(doing: Recording) -> ResponseReturnValue:
    case, row = doing.case, doing.row
    content = doing.letter.content() if doing.letter else None
    try:
        recording.record(
            case.id, row.name, doing.person.id, doing.now, case.state, doing.told(), doing.form.given(), content
        )
    except StepClosed as closed:
        db.session.rollback()
        doing.problems += doing.paper.mark(closed.findings) + doing.form.mark(
            [f for f in closed.findings if not (f.where or "").startswith("incoming.")]
        )
        return _page(doing, 422)
    flash(_("Recorded: %(what)s. The history says what the paper does not show.", what=label(case, row)), "success")
    return redirect(url_for("requests.case", request_id=case.id), code=303)


def hand_in(doing: Any) -> None:
    """Keep the scans that were sent now, beside those that were kept when the form came back before."""
    left_out = set(request.form.getlist("leave_out"))
    kept = uploads.read(request.form.get("kept", ""), doing.subject)
    doing.files = [file for file in kept if file["sha256"] not in left_out]
    try:
        doing.files += uploads.take(request.files.getlist("paper-files"))
    except uploads.EmptyFile as empty:
        doing.problems.append(FieldError("paper-files", empty.sentence))


def _page(doing: Recording, status: int = 200) -> ResponseReturnValue:
    shapes = [*form_errors(doing.paper), *doing.form.shape_errors] if status == 422 and not doing.problems else []
    page = render_template(
        "requests/record.html",
        case=doing.case,
        **head(doing.case, doing.person),
        name=doing.row.records,
        what=label(doing.case, doing.row),
        stands=_stands(doing.case, doing.row),
        other=standing.other(doing.case, doing.person),
        paper=doing.paper,
        form=doing.form,
        letter=doing.letter,
        files=doing.files,
        kept=uploads.signed(doing.files, doing.subject),
        problems=[*doing.problems, *shapes],
    )
    return page, status, {"Retry-After": errors.RETRY_AFTER} if status == 503 else {}


@blueprint.route("/<uuid:request_id>/take-back", methods=["GET", "POST"])
@access(case_file)
def take_back(case: Request) -> ResponseReturnValue:
    """Take back the record that was made last, with the reason."""
    person, form = signed_in_person(), form_of(TAKE_BACK)
    if not recording.rows(case, person) or not course(record.bodies(case)).recorded:
        return _nothing_here(case)
    problems: list[FieldError] = []
    if form.validate_on_submit():
        try:
            recording.take_back(case.id, person.id, dt.datetime.now(dt.UTC), form.seen.data or "", form.given())
        except StepClosed as closed:
            db.session.rollback()
            problems = form.mark(closed.findings)
        else:
            flash(_("The record was taken back. The request stands where it stood before."), "success")
            return redirect(url_for("requests.case", request_id=case.id), code=303)
    form.seen.data = form.seen.data or case.state
    page = render_template(
        "requests/take_back.html", case=case, **head(case, person), form=form,
        problems=[*problems, *form.shape_errors],
        events=story.events(case, person)[:1],
    )  # fmt: skip
    return page, 422 if form.is_submitted() else 200
