"""A request that came on paper: registered and acknowledged, whatever it lacks (row F8b of the treaty digest)."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla import wording
from mla.domain.errors import StepClosed
from mla.domain.workflow import Role
from mla.extensions import db
from mla.models import Authority, Person
from mla.queries import register
from mla.services import recording
from mla.web import errors, uploads
from mla.web.access import access, office, signed_in_person
from mla.web.forms.arrival import PaperForm, ReceiptForm
from mla.web.forms.letter import FORMS, Letter
from mla.web.pages import FieldError, form_errors

from .arrived import hand_in
from .room import blueprint

registry = office(Role.REGISTRY.value)


@dataclass(slots=True)
class Registering:
    """A registry that enters a letter of request: what it typed, the scans, and what is told back."""

    person: Person
    receipt: ReceiptForm
    paper: PaperForm
    letter: Letter
    files: list[uploads.File] = field(default_factory=list)
    problems: list[FieldError] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """What kept files are kept for."""
        return f"incoming {self.person.id}"


@blueprint.route("/incoming", methods=["GET", "POST"])
@access(registry)
def incoming() -> ResponseReturnValue:
    """Register a request that came on paper; of which kind it is stands in the address."""
    kind = request.args.get("kind", next(iter(FORMS)))
    if kind not in FORMS:
        abort(404)
    doing = Registering(signed_in_person(), ReceiptForm(), PaperForm(prefix="paper-"), Letter(kind))
    doing.receipt.authority.choices = [("", _("Choose")), *((str(a.id), _named(a)) for a in _askers(doing.person))]
    if request.method == "GET":
        return _page(doing)
    hand_in(doing)
    if "add" in request.form:
        doing.letter.form.grow(request.form["add"])
        return _page(doing)
    try:
        return _registered(doing)
    except errors.HINDRANCES as error:
        db.session.rollback()
        status, said = errors.hindrance(error)
        doing.problems.append(FieldError("", said))
        return _page(doing, status)


def _askers(person: Person) -> list[Authority]:
    """The authorities on paper of other States."""
    return [a for a in register.on_paper() if a.iso3 != person.authority.iso3]


def _named(authority: Authority) -> str:
    return f"{wording.state_name(authority.iso3)}: {authority.name}"


def _registered(doing: Registering) -> ResponseReturnValue:
    shaped = [form.validate() for form in (doing.receipt, doing.paper, doing.letter)]  # each says its errors at once
    if not doing.receipt.authority.data:
        doing.receipt.authority.errors = [_("Choose the authority that asks")]
    if not all(shaped) or doing.receipt.authority.errors or doing.problems:
        return _page(doing, 422)
    told = doing.paper.told() | {"files": doing.files}
    data = doing.receipt.given() | {"received_on": told["happened_on"]}
    asking = uuid.UUID(str(doing.receipt.authority.data))
    now = dt.datetime.now(dt.UTC)
    try:
        done = recording.register(doing.letter.kind, asking, doing.person.id, now, told, data, doing.letter.content())
    except StepClosed as closed:
        db.session.rollback()
        doing.problems += doing.paper.mark(closed.findings)
        return _page(doing, 422)
    said = _("The request is registered as %(reference)s. Print its acknowledgement and send it.",
             reference=done.request.requested_reference)  # fmt: skip
    flash(said, "success")
    return redirect(url_for("requests.case", request_id=done.request.id), code=303)


def _page(doing: Registering, status: int = 200) -> ResponseReturnValue:
    forms = (doing.receipt, doing.paper, doing.letter.form, *doing.letter.sections.values())
    shapes = [error for form in forms for error in form_errors(form)]
    page = render_template(
        "requests/incoming.html",
        receipt=doing.receipt,
        paper=doing.paper,
        letter=doing.letter,
        kinds=FORMS,
        files=doing.files,
        kept=uploads.signed(doing.files, doing.subject),
        problems=doing.problems or shapes,
    )
    return page, status, {"Retry-After": errors.RETRY_AFTER} if status == 503 else {}
