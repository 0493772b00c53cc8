"""The page of one step: what it does, what the rules say, its form; and the step itself."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from mla import wording
from mla.domain.assets.recovery import recovery
from mla.domain.course import course
from mla.domain.errors import StaleState, StepClosed
from mla.domain.extradition.competing import WEIGH
from mla.domain.extradition.pursuit import pursuit
from mla.domain.findings import Finding, closing
from mla.domain.history import last
from mla.domain.kinds import kind_named
from mla.domain.later import later
from mla.domain.workflow import RETURNS, STAYS, Case, Side, Step, Visibility, admit, examine
from mla.extensions import db
from mla.models import Person, Request
from mla.queries import cases, people
from mla.services import casework, drafting, gather, obligations, record
from mla.services.competing import weigh
from mla.web import errors, places, uploads
from mla.web.access import access, case_file, signed_in_person
from mla.web.forms.step_base import StepForm, Told
from mla.web.forms.steps import FORMS, Nothing
from mla.web.pages import FieldError
from mla.wording import steps as words

from . import cockpit, competing, standing, story, third_parties
from .head import head
from .room import blueprint


@dataclass
class Trying:
    """A person who tries a step: what they saw, typed and handed in, and what is told back to them."""

    request: Request
    step: Step
    person: Person
    now: dt.datetime
    form: StepForm
    files: list[uploads.File] = field(default_factory=list)
    problems: list[FieldError] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """What kept files are kept for: this request, step and person."""
        return f"{self.request.id} {self.step.name} {self.person.id}"

    def data(self) -> dict[str, Any]:
        """What the step is given."""
        given = self.form.given()
        return given | {"files": self.files} if self.step.uploads else given

    @cached_property
    def case(self) -> Case:
        """The step as the machine would try it with these answers: gathered once, when it is first asked for."""
        return casework.case_of(self.request, self.step, self.person, self.now, self.data())

    def findings(self) -> tuple[Finding, ...]:
        """What the rules say now; raises WrongState or WrongPerson."""
        return examine(self.case)


@blueprint.route("/<uuid:request_id>/steps/<name>", methods=["GET", "POST"])
@access(case_file)
def step(case: Request, name: str) -> ResponseReturnValue:
    """The step's page, whether it is open or closed; and taking the step."""
    trying = trying_to(case, name)
    if request.method == "GET":
        trying.form.seen.data = case.state
        return page(trying)
    try:
        hand_in(trying)
        return _sent(trying)
    except StaleState as stale:
        return _stale(trying, stale)
    except errors.HINDRANCES as error:
        return hindered(trying, error)


def _sent(trying: Trying) -> ResponseReturnValue:
    """Take the step; or, if that was asked, only look at the answers or lengthen one of the lists."""
    if "add" in request.form:
        trying.form.grow(request.form["add"])
        return page(trying)
    if not shaped(trying):
        return page(trying, 422)
    return _checked(trying) if "check" in request.form else _performed(trying)


def _performed(trying: Trying) -> ResponseReturnValue:
    try:
        _taken(trying)
    except StepClosed as closed:
        if closed.case and trying.step.name != WEIGH:  # which may be closed in another of the requests
            trying.case = closed.case
        trying.problems += trying.form.mark(closed.findings)
        return page(trying, 422, judged=True)
    flash(_said(trying), "success")
    return redirect(url_for("requests.case", request_id=trying.request.id), code=303)


def _taken(trying: Trying) -> None:
    """Take the step; what is weighed among several requests is entered in each of them."""
    case, person, seen = trying.request.id, trying.person.id, trying.form.seen.data or ""
    if trying.step.name == WEIGH:
        weigh(case, person, trying.now, seen, trying.data())
    else:
        casework.perform(case, trying.step.name, person, trying.now, seen, trying.data())


def hindered(trying: Trying, error: Exception) -> ResponseReturnValue:
    """Something other than a rule kept the step from being taken: everything typed is still there."""
    db.session.rollback()
    status, said = errors.hindrance(error)
    if status != 503:  # which has a banner of its own: nothing is wrong with what was typed
        trying.problems.append(FieldError("", said))
    return page(trying, status)


def _checked(trying: Trying) -> ResponseReturnValue:
    """What the rules say of the answers, without taking the step."""
    trying.problems += trying.form.mark(closing(trying.findings()))
    return page(trying, judged=True)


def trying_to(case: Request, name: str) -> Trying:
    """The step with its form laid out; raises UnknownStep."""
    row = kind_named(case.kind).step(name)
    person = signed_in_person()
    form = FORMS[row.form]() if row.form else Nothing()
    trying = Trying(case, row, person, dt.datetime.now(dt.UTC), form)
    form.lay_out(told_of(case, name, person, trying.now))
    return trying


def told_of(case: Request, step: str, person: Person, now: dt.datetime) -> Told:
    """What the form of a step is told of the request."""
    side = gather.side_of(case, person.authority_id)
    return Told(
        today=gather.local_day(person.authority, now),
        place=person.authority.place,
        version_hash=later(lambda: drafting.about(case, step)[1]),
        content=later(lambda: drafting.about(case, step)[0]),
        questions=later(lambda: _questions(case)),
        reviewers=later(lambda: [(str(p.id), p.name) for p in people.holding(person.authority_id, "reviewer")]),
        entries=later(lambda: _own_entries(case, person)),
        named_entry=request.args.get("entry", 0, type=int),
        course=later(lambda: course(record.bodies(case))),
        side=side.value,
        ledger=later(lambda: obligations.ledger_of(case)),
        pursuit=later(lambda: pursuit(record.bodies(case))),
        competing=competing.rows(case, person) if step == WEIGH else (),
        recovery=later(lambda: recovery(record.bodies(case))),
        requested=later(lambda: case.requested.iso3),
        linked=later(lambda: _linked(case, person)),
        elsewhere=later(lambda: gather.elsewhere(case)) if side is Side.REQUESTING else (),
    )


def _questions(case: Request) -> Sequence[Mapping[str, Any]]:
    """The questions that wait for an answer."""
    asked = last(record.bodies(case), "request_information")
    return asked["data"].get("questions") or () if asked else ()


def _linked(case: Request, person: Person) -> list[tuple[str, str]]:
    """The requests for confiscation that follow this one and were sent: reference, and what a list shows."""
    following = gather.confiscations(case)
    named = [(str(other.requesting_reference), other.state) for other in cases.together(case, person.authority_id)]
    return [(ref, f"{ref}: {words.name_in(words.STATES, state)}") for ref, state in named if ref in following]


def _own_entries(case: Request, person: Person) -> list[tuple[int, str]]:
    """Number and sentence of each; the sentences are made, and the entries read, only where the list is shown."""
    return [(seq, LazyString(_numbered, case, seq, person)) for seq in cases.numbers(case, person.authority_id)]


def _numbered(case: Request, seq: int, person: Person) -> str:
    entry = next(e for e in case.entries if e.seq == seq)
    return f"{seq}. {story.sentence(entry, story.read(entry, person) or {}, person)}"


def hand_in(trying: Trying) -> None:
    """Keep the files that were sent now, beside those that were kept when the form came back before.

    Nothing is kept for a step that is not this person's to take now: raises StaleState, WrongState or WrongPerson.
    """
    seen = trying.form.seen.data or ""
    if seen != trying.request.state:
        raise StaleState(seen, trying.request.state)
    admit(trying.step, trying.request.state, gather.actor_of(trying.request, trying.person))
    if not trying.step.uploads:
        return
    left_out = set(request.form.getlist("leave_out"))
    kept = uploads.read(request.form.get("kept", ""), trying.subject)
    trying.files = [file for file in kept if file["sha256"] not in left_out]
    try:
        trying.files += uploads.take(request.files.getlist("files"))
    except uploads.EmptyFile as empty:
        trying.problems.append(FieldError("files", empty.sentence))


def shaped(trying: Trying) -> bool:
    """Whether dates are dates and numbers numbers; otherwise the problems say what is not."""
    return bool(trying.form.validate()) and not trying.problems


def page(trying: Trying, status: int = 200, judged: bool = False) -> ResponseReturnValue:
    """The page with everything that was typed. ``judged``: the rules look at the answers, not only at the case."""
    every = trying.findings()
    trying.form.cite(trying.case.facts.content)
    findings = [f for f in every if not standing.asked_by_form(f) or (judged and not trying.form.control_of(f))]
    unmet = closing(every if judged else findings)
    page = render_template(
        "requests/step.html",
        case=trying.request,
        **head(trying.request, trying.person),
        **_about(trying),
        form=trying.form,
        files=trying.files,
        kept=uploads.signed(trying.files, trying.subject),
        problems=[*trying.problems, *trying.form.shape_errors],
        findings=findings,
        open=not unmet,
        writable=trying.form.is_submitted() or not unmet,
        showable=not any(standing.asked_by_form(f) for f in closing(every)),
        place=places.leading(trying.request),
        judged=judged,
        refused=judged and status == 422,
        waiting=status == 503,
    )
    return page, status, {"Retry-After": errors.RETRY_AFTER} if status == 503 else {}


def _about(trying: Trying) -> dict[str, Any]:
    """What the page says of the step itself."""
    row = trying.step
    return {
        "step": row,
        "step_title": words.name_in(words.TITLES, row.name),
        "does": standing.does(trying.case),
        "article": standing.articles(trying.case.article),
        "version": _version(trying),
        "after": _consequences(trying),
        "cockpit": cockpit.rows(trying.case.facts, row.name),
        "third_parties": third_parties.before(trying.case.facts, row.name),
        "comparison": url_for("requests.competing", request_id=trying.request.id) if row.name == WEIGH else "",
        "papers": [(name, words.name_in(words.PAPERS, name)) for name in row.documents],
    }


def _version(trying: Trying) -> Any:
    """The version that the step is about, if it is about one."""
    return cases.version(trying.request, trying.person.authority_id) if "version_hash" in trying.form else None


def _target(trying: Trying) -> str:
    """The state to which the step leads: for a returning one, that which was left."""
    if trying.step.target == RETURNS:
        case = trying.request
        return kind_named(case.kind).left(trying.step, case.state, record.bodies(case)) or case.state
    return trying.step.target


def _consequences(trying: Trying) -> list[str]:
    """What will have changed when the step is taken, to be read before."""
    row, case = trying.step, trying.request
    said = []
    if row.target != STAYS:
        here, there = words.name_in(words.STATES, case.state), words.name_in(words.STATES, _target(trying))
        said.append(_("The request moves from “%(here)s” to “%(there)s”.", here=here, there=there))
    other = standing.other(case, trying.person)
    if row.visible_to is Visibility.BOTH and other.on_paper:
        said.append(_("Its papers are printed to be sent to the authority of %(state)s, which learns of it from them.",
                      state=wording.state_name(other.iso3, article=True)))  # fmt: skip
    elif row.visible_to is Visibility.BOTH and row.target != STAYS:
        said.append(_("The authority of %(state)s sees that it was taken, and receives its papers.",
                      state=wording.state_name(other.iso3, article=True)))  # fmt: skip
    elif row.visible_to is Visibility.ACTING:
        said.append(_("Only your own authority sees it."))
    said.append(
        _("It is entered in the history under your name. It can’t be deleted; only a further entry can correct it.")
    )
    return said


DONE = {
    "transmit_by_diplomatic_channel": _l(
        "The request was transmitted. Hand the note verbale to your foreign ministry."
    ),
    "notify_orally": _l(
        "The note was issued, and the requested authority can read it. Confirm the request in writing forthwith."
    ),
    "confirm_in_writing": _l("The request was confirmed in writing. The requested authority can read it now."),
    "transmit": _l("The request was transmitted. The requested authority can read it now."),
    "accept": _l("The request was accepted, and the requesting authority was told."),
    "refuse": _l("The request was refused, and the requesting authority was told."),
    "refuse_on_other_basis": _l("The request was refused, and the requesting authority was told."),
    "refuse_after_consultation": _l("The request was refused, and the requesting authority was told."),
}


def _said(trying: Trying) -> str:
    """What the case page says at its head afterwards."""
    if trying.step.name in DONE and not standing.other(trying.request, trying.person).on_paper:
        return str(DONE[trying.step.name])
    state = words.name_in(words.STATES, trying.request.state)
    title = words.name_in(words.TITLES, trying.step.name)
    return str(_("Done: %(step)s. The request is now in the state “%(state)s”.", step=title, state=state))


def _stale(trying: Trying, stale: StaleState) -> ResponseReturnValue:
    """Somebody acted first: who, what the state is now, and what was typed."""
    case = trying.request
    latest = case.entries[-1]
    body = story.read(latest, trying.person)
    acted = story.sentence(latest, body, trying.person) if body else ""
    page = render_template(
        "requests/stale.html",
        case=case,
        **head(case, trying.person),
        step_title=words.name_in(words.TITLES, trying.step.name),
        seen=words.name_in(words.STATES, stale.seen),
        acted=acted,
        acted_at=story.local(latest.recorded_at, trying.person),
        answers=trying.form.typed(),
        files=[*trying.files, *uploads.named(request.files.getlist("files"))],
    )
    return page, 409
