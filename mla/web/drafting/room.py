"""What the pages of a draft share: their blueprint, who enters, what the rules say of the draft, and saving."""

import datetime as dt
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.documents.citations import Dropped, without
from mla.domain import basis, guards, scope
from mla.domain.content import letters
from mla.domain.errors import NotAllowed, StaleDraft
from mla.domain.facts import Facts
from mla.domain.findings import Finding
from mla.domain.kinds import kind_named
from mla.domain.score import Line, score
from mla.domain.workflow import Guard, Role
from mla.extensions import db
from mla.models import Request
from mla.queries import cases, register
from mla.services import drafting, gather, matters, record
from mla.web.access import Rule, office, signed_in_person
from mla.web.declared import Shown, shown
from mla.web.forms.base import uncite
from mla.web.forms.outline import OUTLINES
from mla.web.forms.section_base import Items, SectionForm
from mla.web.forms.sections import Section

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
#: The same of a request for a person.
DECLARED_ON_EXTRADITION = {
    "channel": ("extradition_authority", "central_authority"),
    "language": ("acceptable_languages",),
    "regime": ("extradition_legal_basis",),
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
    facts, kind = facts_of(case), kind_named(case.kind)
    return [basis.relabelled(finding, facts) for rule in rules for finding in kind.rule(rule).check(facts)]


def scored(case: Request) -> tuple[Line, ...]:
    """The draft by article: how much of what is asked is given, and what lacks."""
    return score(drafting.assemble(case), case.requesting.name, kind_named(case.kind).requirements)


def items_of(case: Request) -> Items:
    """What the matter holds that a section may point at."""
    matter = case.matter
    return Items(
        persons=[(str(p.id), ", ".join(filter(None, (p.family_name, p.given_names)))) for p in matter.persons],
        offences=[(str(o.id), f"O{n}. {o.name}") for n, o in enumerate(matter.offences, 1)],
        annexes=[(str(a.id), f"{letters(n)}. {a.title}") for n, a in enumerate(matter.annexes)],
    )


def held(case: Request, section: Section) -> Any:
    """The section as it was saved last; what was never given is blank."""
    saved = case.draft.get(section.name)
    if saved is None:
        return section.blank
    return saved if isinstance(saved, list) else section.blank | saved


def asked(case: Request) -> list[str]:
    """The sections that the draft asks for, in the order of the letter: trafficking only where it is an offence."""
    trafficking = scope.asks_for_trafficking(drafting.assemble(case))
    return [name for name in OUTLINES[case.kind] if name != "trafficking" or trafficking]


def declared(case: Request, section: Section) -> list[Shown]:
    """What the requested State declared on the question of the section."""
    by_section = DECLARED_ON_EXTRADITION if basis.is_extradition({"kind": case.kind}) else DECLARED
    topics = by_section.get(section.name, ())
    today = gather.local_day(signed_in_person().authority, dt.datetime.now(dt.UTC))
    return shown([d for d in register.declarations_of(case.requested.iso3) if d.topic in topics], today)


def save(case: Request, section: Section, value: Any, form: SectionForm) -> bool:
    """Save the section; False if somebody saved it since the person opened it (then the case is read anew)."""
    now = dt.datetime.now(dt.UTC)
    try:
        matters.save_section(case.id, section.name, value, form.mark.data or "", signed_in_person().id, now)
    except StaleDraft:
        db.session.rollback()
        return False
    return True


def onward(case: Request, section: Section, *, again: bool = False) -> ResponseReturnValue:
    """After saving: to the list if the person asked for it, else to the section that follows in the letter.

    ``again``: the answers call for questions of the same section that were not asked yet.
    """
    if again:
        return redirect(url_for("drafting.section", request_id=case.id, section=section.name), code=303)
    names = list(OUTLINES[case.kind])
    follows = [name for name in names[names.index(section.name) + 1 :] if name in asked(case)]
    if request.form.get("then") == "list" or not follows:
        flash(_("“%(section)s” is saved.", section=section.title), "success")
        return redirect(url_for("drafting.tasks", request_id=case.id), code=303)
    return redirect(url_for("drafting.section", request_id=case.id, section=follows[0]), code=303)


def page(
    case: Request,
    section: Section,
    form: SectionForm,
    stale: list[dict[str, Any]] | None = None,
    **more: Any,
) -> ResponseReturnValue:
    """The form of a section: 422 if what was sent is malformed, 409 if it was overtaken; it keeps what was typed.

    ``stale`` is what the other person saved, as a summary list. The form then bears the new mark, so that saving
    again overwrites it knowingly. A form that was only lengthened bears the mark that the person saw.
    """
    longer = "more" in request.form
    status = 200 if longer or not form.is_submitted() else 409 if stale is not None else 422
    if stale is not None or not form.is_submitted():
        form.mark.data = matters.section_mark(case, section.name)
    leaves_out = _left_out(facts_of(case))
    uncite(form, leaves_out)
    values = {
        "lead_text": without(str(section.lead), leaves_out),
        "declarations": declared(case, section),
        "stale": stale,
        "closed": findings_of(case, section),
        "article": article_of(case, section),
    } | more
    return render_template("drafting/section.html", case=case, section=section, form=form, **values), status


def _left_out(facts: Facts) -> Dropped:
    """What the hints of a form do not cite: all of the Convention on another basis, unless Article 16 stands beside."""
    stands = basis.is_extradition(facts.content) and basis.beside(facts)
    return Dropped.ALL if basis.is_other(facts.content) and not stands else Dropped.NOTHING


def article_of(case: Request, section: Section) -> str:
    """The article of a section, as far as the basis of the request lets it be cited."""
    return basis.article(section.article, facts_of(case))


def findings_of(case: Request, section: Section) -> list[Finding]:
    """What the rules find missing in the section as it is saved."""
    place = f"request.{section.name}"
    return [f for f in findings(case, CONTENT_RULES) if f.where == place and f.weight != "holds"]


def summary(case: Request, section: Section, value: Any) -> list[dict[str, Any]]:
    """A section's value as a summary list."""
    return section.form.filled(value, items_of(case)).answers()
