"""Where a request stands: how far it is, whose turn it is, which steps are open to a person and why others are not."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for

from mla import wording
from mla.documents.citations import without
from mla.domain.amendment import STAGES, unexamined
from mla.domain.basis import is_other
from mla.domain.extradition.pursuit import pursuit
from mla.domain.findings import Finding, closing
from mla.domain.history import last
from mla.domain.kinds import kind_named
from mla.domain.obligations import ledger
from mla.domain.workflow import STAYS, Case, Role, Side, Step, examine
from mla.models import Authority, Person, Request
from mla.services import casework, gather, record
from mla.wording import steps as words

from . import held

#: Steps by which one side answers what the other asked beside the way, and the finding that says nothing was asked.
ANSWERS = {
    "answer_confidentiality": "confidentiality.no_notice",
    "answer_costs": "costs.not_put",
    "answer_other_use": "use.not_asked",
    "answer_exculpatory": "disclosure.no_notice",
    "answer_speciality_consent": "surrender.nothing_waits",
}
#: Steps that may be taken on the way but for which nobody waits.
ASIDE = frozenset(
    {
        "recall",
        "abandon",
        "withdraw",
        "attach_signed_copy",
        "notify_orally",
        "attach_signed_confirmation",
        "correct_record",
        "ask_progress",
        "report_progress",
        "notify_confidentiality",
        "consult_costs",
        "redirect",
        "discharge_obligation",
        "ask_other_use",
        "notify_exculpatory_disclosure",
        "ask_speciality_consent",
        "weigh_competing",
        "extend_arrest",
        "end_arrest",
        *held.ASIDE,
        *ANSWERS,
        *STAGES,
    }
)
#: What keeps a step from being listed: the part of the case that it belongs to is not there at all.
NOT_NOW = frozenset({
    "amendment.none_open", "amendment.other_stage", "amendment.under_way", "amendment.none_came_in",
    "urgent.not_stated", "urgent.other_basis", "urgent.signed_already",
    "obligation.none", "use.nothing_sent", *ANSWERS.values(),
    "basis.other.not_needed", "basis.rules.other", "basis.rules.convention",
    "surrender.arrangement.none_waits", "surrender.speciality.not_surrendered", "surrender.national.waived",
    "surrender.national.no_sentence", "surrender.competing.none", "surrender.arrest.not_held", *held.NOT_NOW,
})  # fmt: skip
#: Steps for which somebody waits only once something else happened, or until it did.
CONDITIONAL: Mapping[str, Callable[[Sequence[Mapping[str, Any]]], bool]] = {
    "examine_amendment": unexamined,
    "sign_confirmation": lambda told: last(told, "sign_confirmation") is None,
    "confirm_in_writing": lambda told: last(told, "sign_confirmation") is not None,
    "answer_other_use": lambda told: ledger(enumerate(told, 1), {}).use is not None,
    "answer_exculpatory": lambda told: bool(ledger(enumerate(told, 1), {}).notices),
    "arrange_surrender": lambda told: not pursuit(told).arrangement,
    "postpone_surrender": lambda told: not pursuit(told).arrangement,  # while a proposal waits, its answer does
    "agree_surrender": lambda told: not pursuit(told).agreed,
    "hand_over": lambda told: pursuit(told).agreed,
    "answer_speciality_consent": lambda told: bool(pursuit(told).speciality),
    "end_arrest": lambda told: told[-1]["to"] == "withdrawn" and pursuit(told).held,
}
TONES = {
    "oral_notified": "amber",
    "draft": "neutral",
    "in_review": "amber",
    "info_requested": "amber",
    "consultation": "amber",
    "conditions_offered": "amber",
    "postponed": "amber",
    "assurance_sought": "amber",
    "prosecution_asked": "amber",
    "enforcement_asked": "amber",
    "surrender_postponed": "amber",
    "disposal_consultation": "amber",
    "refused": "red",
    "refused_national": "red",
    "arrest_declined": "red",
    "denied": "red",
    "lifted": "neutral",
    "arrest_ended": "neutral",
    "withdrawn": "neutral",
    "abandoned": "neutral",
    "closed": "green",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One state of the way: its name, and whether it is past, present or to come."""

    name: str
    when: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Who must act: the authority, its side, whether it is the reader's own, whether the reader can; in which roles."""

    authority: Authority
    side: str
    own: bool
    mine: bool
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A step as it stands for one person: open or closed, with everything that the rules say."""

    name: str
    title: str
    does: str
    href: str
    article: str
    closed: bool
    findings: tuple[Finding, ...]
    way_out: bool
    onward: bool
    papers: tuple[str, ...]


def tone(state: str) -> str:
    """The colour of a state's tag; colour never says anything alone."""
    return TONES.get(state, "blue")


def own_side(request: Request, person: Person) -> Side:
    """The side of the person's authority."""
    return gather.side_of(request, person.authority_id)


def other(request: Request, person: Person) -> Authority:
    """The authority on the other side."""
    return request.requested if own_side(request, person) is Side.REQUESTING else request.requesting


def their_reference(request: Request, person: Person) -> str | None:
    """The reference of the other side: as it stands here, or as an authority on paper gave it."""
    outgoing = own_side(request, person) is Side.REQUESTING
    given = request.requested_reference if outgoing else request.requesting_reference
    return given or request.counterpart_reference


def title(request: Request, person: Person) -> str:
    """The name of the case: one's own working title is never shown to the other side."""
    return request.title if own_side(request, person) is Side.REQUESTING else ""


def stages(request: Request, person: Person, content: Mapping[str, Any]) -> list[Stage]:
    """The way of the request as far as it concerns the reader's side, and how far it came on it.

    ``content`` is what the reader may read of it: a request that asks only for a freeze is not shown confiscated.
    """
    kind, told = kind_named(request.kind), record.bodies(request)
    way = [s for s in kind.path if own_side(request, person) is Side.REQUESTING or s not in kind.internal]
    been = [state for body in told for state in (body["from"], body["to"]) if state in way]
    here = request.state if request.state in way else been[-1] if been else None
    visited = {body["to"] for body in told}
    way = [s for s in way if s in visited or s not in kind.avoided(content)]
    reached = way.index(here) if here in way else -1
    return [
        Stage(
            words.name_in(words.STATES, s),
            "present" if n == reached else "past" if n < reached and s in visited else "future",
        )
        for n, s in enumerate(way)
    ]


def ended(request: Request) -> bool:
    """Whether the case is over: no step leads on from its state. A person under arrest may well wait for nobody."""
    return request.state in kind_named(request.kind).final


def turn(request: Request, person: Person, now: dt.datetime) -> Turn | None:
    """Whose turn it is, or None where nobody waits for a step."""
    told, day = record.bodies(request), gather.local_day(person.authority, now)
    barred = held.barred(request)
    leaving = (s for s in kind_named(request.kind).leaving(request.state) if s.name not in barred)
    waited = sorted((s for s in leaving if _awaited(s, told, day)), key=lambda step: step.name not in held.FIRST)
    if not waited:
        return None
    side = held.side(waited[0], told)
    authority = request.requesting if side is Side.REQUESTING else request.requested
    actor = gather.actor_of(request, person)
    theirs = [step for step in waited if step.side in (side, Side.EITHER)]
    mine = any(step.belongs_to(actor) for step in theirs)
    roles = dict.fromkeys(role for step in theirs for role in step.roles if not mine or role in actor.roles)
    return Turn(
        authority=authority,
        side=words.name_in(words.SIDES, side),
        own=authority.id == person.authority_id,
        mine=mine,
        roles=tuple(words.name_in(words.ROLES, Role(role)) for role in roles),
    )


def _awaited(step: Step, told: Sequence[Mapping[str, Any]], day: dt.date) -> bool:
    """Whether somebody waits for the step: not for an answer of the side that had the last word."""
    if step.name in held.CONDITIONAL:
        return held.CONDITIONAL[step.name](told, day)
    if step.name in CONDITIONAL:
        return CONDITIONAL[step.name](told)
    spoken = [body["side"] for body in told if body["step"] not in ASIDE]
    answered = step.target == STAYS and spoken[-1:] == [step.side]
    return step.name not in ASIDE and not answered


def offers(request: Request, person: Person, now: dt.datetime) -> list[Offer]:
    """The steps that leave from here and belong to the person's side and roles: first those that lead on."""
    actor = gather.actor_of(request, person)
    mine = [s for s in kind_named(request.kind).leaving(request.state) if s.belongs_to(actor)]
    made = [_offer(request, case) for case in casework.cases_of(request, mine, person, now)]
    made = [offer for offer in made if NOT_NOW.isdisjoint(finding.code for finding in offer.findings)]
    return sorted(made, key=lambda offer: (offer.way_out, not offer.onward))


def _offer(request: Request, case: Case) -> Offer:
    step = case.step
    findings = tuple(f for f in examine(case) if not asked_by_form(f))
    return Offer(
        name=step.name,
        title=words.name_in(words.TITLES, step.name),
        does=does(case),
        href=url_for("requests.step", request_id=request.id, name=step.name),
        article=articles(case.article),
        closed=bool(closing(findings)),
        findings=findings,
        way_out=step.name in ASIDE,
        onward=_leads_on(request, step),
        papers=tuple(words.name_in(words.PAPERS, paper) for paper in step.documents),
    )


def does(case: Case) -> str:
    """What the step does; on another basis without what it cites of the Convention."""
    said = words.name_in(words.DOES, case.step.name)
    return without(said) if is_other(case.facts.content) else said


def _leads_on(request: Request, step: Step) -> bool:
    """Whether the step leads along the way on which all goes well, or back to it."""
    kind = kind_named(request.kind)
    here = kind.path.index(request.state) if request.state in kind.path else -1
    return any(target in kind.path[here + 1 :] for target in kind.targets(step, request.state))


def asked_by_form(finding: Finding) -> bool:
    """Whether the finding is about the step's form, which nobody has filled in yet."""
    return (finding.where or "").startswith("step.")


def articles(bare: str) -> str:
    """The articles of a step, which its row separates by semicolons."""
    return "; ".join(wording.article(part.strip()) for part in bare.split(";"))
