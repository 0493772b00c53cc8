"""What the pages of a draft share: their blueprint, who enters, what the rules say of the draft, and saving."""

import datetime as dt
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.domain import basis, guards, scope
from mla.domain.errors import NotAllowed, StaleDraft
from mla.domain.facts import Facts
from mla.domain.findings import Finding
from mla.domain.score import Line, score
from mla.domain.workflow import Guard, Role
from mla.extensions import db
from mla.models import Request
from mla.queries import cases, register
from mla.services import drafting, gather, matters, record
from mla.web.access import Rule, office, signed_in_person
from mla.web.declared import Shown, shown
from mla.web.forms import sections as forms
from mla.web.forms.base import answers, uncite

blueprint = Blueprint("drafting", __name__, url_prefix="/requests/<uuid:request_id>/draft")
drafter = office(Role.DRAFTER.value)
#: The rules that the draft itself can meet, in the order of the letter.
CONTENT_RULES = (guards.channel, guards.language, guards.regime, guards.complete, guards.in_scope,
                 guards.deadline_ahead)  # fmt: skip
STATUS_RULES = (guards.party, guards.protocols)
#: Sections beside which the requested State's own declarations are shown, by topic.
DECLARED = {
    "channel": ("central_authority",),
    "language": ("acceptable_languages",),
    "regime": ("mla_basis", "dual_criminality"),
}


def _load_own(arguments: dict[str, Any]) -> Request | None:
    own = signed_in_person().authority_id
    chosen = cases.visible(own).where(Request.id == arguments.pop("request_id"), Request.requesting_id == own)
    return db.session.scalar(chosen)


#: The request of ``<uuid:request_id>``, if the person's authority is the one that makes it; else 404.
own_request = Rule("own request", load=_load_own)


def still_a_draft(case: Request) -> Request:
    """The request, if it is still a draft; raises NotAllowed."""
    if not drafting.is_written(case):
        raise NotAllowed("not_a_draft")
    return case


def facts_of(case: Request) -> Facts:
    """The facts of the draft today, as its submission would look at them."""
    now = dt.datetime.now(dt.UTC)
    return gather.facts(case, drafting.submitting(case), signed_in_person(), now, {}, record.bodies(case))


def findings(case: Request, rules: tuple[Guard, ...]) -> list[Finding]:
    """What the rules say of the draft today."""
    facts = facts_of(case)
    return [basis.relabelled(finding, facts) for rule in rules for finding in rule.check(facts)]


def scored(case: Request) -> tuple[Line, ...]:
    """The draft by article: how much of what is asked is given, and what lacks."""
    return score(drafting.assemble(case), case.requesting.name)


def held(case: Request, section: forms.Section) -> Any:
    """The section as it was saved last; what was never given is blank."""
    saved = case.draft.get(section.name)
    if saved is None:
        return section.blank
    return saved if isinstance(saved, list) else section.blank | saved


def asked(case: Request) -> list[str]:
    """The sections that the draft asks for, in the order of the letter: trafficking only where it is an offence."""
    trafficking = scope.asks_for_trafficking(drafting.assemble(case))
    return [name for name in forms.SECTIONS if name != "trafficking" or trafficking]


def declared(case: Request, section: forms.Section) -> list[Shown]:
    """What the requested State declared on the question of the section."""
    topics = DECLARED.get(section.name, ())
    today = gather.local_day(signed_in_person().authority, dt.datetime.now(dt.UTC))
    return shown([d for d in register.declarations_of(case.requested.iso3) if d.topic in topics], today)


def save(case: Request, section: forms.Section, value: Any, form: forms.SectionForm) -> bool:
    """Save the section; False if somebody saved it since the person opened it (then the case is read anew)."""
    now = dt.datetime.now(dt.UTC)
    try:
        matters.save_section(case.id, section.name, value, form.mark.data or "", signed_in_person().id, now)
    except StaleDraft:
        db.session.rollback()
        return False
    return True


def onward(case: Request, section: forms.Section) -> ResponseReturnValue:
    """After saving: to the list if the person asked for it, else to the section that follows in the letter."""
    names = list(forms.SECTIONS)
    follows = [name for name in names[names.index(section.name) + 1 :] if name in asked(case)]
    if request.form.get("then") == "list" or not follows:
        flash(_("“%(section)s” is saved.", section=section.title), "success")
        return redirect(url_for("drafting.tasks", request_id=case.id), code=303)
    return redirect(url_for("drafting.section", request_id=case.id, section=follows[0]), code=303)


def page(
    case: Request,
    section: forms.Section,
    form: forms.SectionForm,
    stale: list[dict[str, Any]] | None = None,
    **more: Any,
) -> ResponseReturnValue:
    """The form of a section: 422 if what was sent is malformed, 409 if it was overtaken; it keeps what was typed.

    ``stale`` is what the other person saved, as a summary list. The form then bears the new mark, so that saving
    again overwrites it knowingly.
    """
    status = 409 if stale is not None else 422 if form.is_submitted() else 200
    if status != 422:
        form.mark.data = matters.section_mark(case, section.name)
    if basis.is_other(facts_of(case).content):
        uncite(form)
    values = {
        "declarations": declared(case, section),
        "stale": stale,
        "closed": findings_of(case, section),
        "article": article_of(case, section),
    } | more
    return render_template("drafting/section.html", case=case, section=section, form=form, **values), status


def article_of(case: Request, section: forms.Section) -> str:
    """The article of a section, as far as the basis of the request lets it be cited."""
    return basis.article(section.article, facts_of(case))


def findings_of(case: Request, section: forms.Section) -> list[Finding]:
    """What the rules find missing in the section as it is saved."""
    place = f"request.{section.name}"
    return [f for f in findings(case, CONTENT_RULES) if f.where == place and f.weight != "holds"]


def summary(section: forms.Section, value: Any) -> list[dict[str, Any]]:
    """A section's value as a summary list."""
    return answers(section.form.filled(value))
