"""Where a request stands: how far it is, whose turn it is, which steps are open to a person and why others are not."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from mla import wording
from mla.documents.citations import without
from mla.domain.assets import waiting as of_assets
from mla.domain.basis import is_other
from mla.domain.findings import Finding, closing
from mla.domain.kinds import kind_named
from mla.domain.waiting import ANSWERS, ASIDE, waiting
from mla.domain.workflow import Case, Side, Step, examine
from mla.models import Authority, Person, Request
from mla.services import casework, gather, listed, record
from mla.wording import steps as words

#: What keeps a step from being listed: the part of the case that it belongs to is not there at all.
NOT_NOW = frozenset({
    "amendment.none_open", "amendment.other_stage", "amendment.under_way", "amendment.none_came_in",
    "urgent.not_stated", "urgent.other_basis", "urgent.signed_already",
    "obligation.none", "use.nothing_sent", *ANSWERS.values(),
    "basis.other.not_needed", "basis.rules.other", "basis.rules.convention",
    "surrender.arrangement.none_waits", "surrender.speciality.not_surrendered", "surrender.national.waived",
    "surrender.national.no_sentence", "surrender.competing.none", "surrender.arrest.not_held", *of_assets.NOT_NOW,
})  # fmt: skip
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
    """One state of the way, and whether it is past, present or to come."""

    state: str
    when: str

    @property
    def name(self) -> str:
        """The state in words."""
        return words.name_in(words.STATES, self.state)


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


def stages(request: Request, person: Person, content: Mapping[str, Any]) -> tuple[Stage, ...]:
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
    return tuple(
        Stage(s, "present" if n == reached else "past" if n < reached and s in visited else "future")
        for n, s in enumerate(way)
    )


def ended(request: Request) -> bool:
    """Whether the case is over: no step leads on from its state. A person under arrest may well wait for nobody."""
    return request.state in kind_named(request.kind).final


def turn(request: Request, person: Person, now: dt.datetime) -> Turn | None:
    """Whose turn it is, or None where nobody waits for a step."""
    case = listed.known(request)
    waits = waiting(case.kind, request.state, case.bodies, case.sent, gather.local_day(person.authority, now))
    if waits is None:
        return None
    authority = request.requesting if waits.side is Side.REQUESTING else request.requested
    mine, roles = waits.acting(kind_named(request.kind), own_side(request, person), gather.roles_of(person))
    return Turn(
        authority=authority,
        side=words.name_in(words.SIDES, waits.side),
        own=authority.id == person.authority_id,
        mine=mine,
        roles=tuple(words.name_in(words.ROLES, role) for role in roles),
    )


def offers(request: Request, person: Person, now: dt.datetime) -> list[Offer]:
    """The steps that leave from here and belong to the person's side and roles: first those that lead on."""
    actor = gather.actor_of(request, person)
    mine = [s for s in kind_named(request.kind).leaving(request.state) if s.belongs_to(actor)]
    tried = ((case, _findings(case)) for case in casework.cases_of(request, mine, person, now))
    made = [_offer(request, *one) for one in tried if NOT_NOW.isdisjoint(found.code for found in one[1])]
    return sorted(made, key=lambda offer: (offer.way_out, not offer.onward))


def _findings(case: Case) -> tuple[Finding, ...]:
    return tuple(found for found in examine(case) if not asked_by_form(found))


def _offer(request: Request, case: Case, findings: tuple[Finding, ...]) -> Offer:
    step = case.step
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
