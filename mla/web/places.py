"""Where a finding is mended: the page that leads on, what the link says, and who must act where the reader can't."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from flask import url_for

from mla import wording
from mla.domain import amendment
from mla.domain.findings import Finding
from mla.domain.kinds import kind_named
from mla.domain.workflow import Role, Side, Step
from mla.models import Person, Request
from mla.queries import people
from mla.services import drafting, gather, record
from mla.services.matters import LISTS, sections
from mla.services.register import KEEPER
from mla.wording import places as said
from mla.wording import steps as words

from .access import holds, signed_in_person


@dataclass(frozen=True, slots=True)
class Place:
    """The address that leads on, what its link says, and a sentence on who must act where the reader can't."""

    href: str
    label: str
    who: str = ""


Leading = Callable[[Finding], Place | None]

#: The steps that add what is missing in the history, by the finding that says so.
BY_STEP: Mapping[str, tuple[str, ...]] = {
    "authentic.not_approved": ("approve", "approve_amendment"),
    "authentic.not_signed": ("sign", "sign_amendment"),
    "authentic.not_numbered": ("draft",),
    "receipt.not_kept": ("acknowledge",),
    "confidentiality.no_notice": ("notify_confidentiality",),
    "information.not_reminded": ("remind_information",),
    "conditions.none_offered": ("offer_conditions",),
    "basis.way.reciprocity": ("transmit_by_diplomatic_channel",),
    "basis.way.prescribed": ("transmit_by_diplomatic_channel",),
    "basis.way.apart": ("transmit_by_diplomatic_channel",),
    "amendment.none_open": ("open_amendment",),
    "matter.drifted": ("open_amendment",),
    "amendment.other_stage": ("return_amendment",),
    "amendment.under_way": ("transmit_amendment",),
    "amendment.unexamined": ("examine_amendment",),
    "obligation.undone": ("discharge_obligation",),
    "obligation.undone_by": ("discharge_obligation",),
    "costs.not_put": ("consult_costs",),
    "use.nothing_sent": ("send_results",),
    "use.asked_already": ("answer_other_use",),
    "use.not_asked": ("ask_other_use",),
    "disclosure.no_notice": ("notify_exculpatory_disclosure",),
    "surrender.nothing_waits": ("ask_speciality_consent",),
    "surrender.arrangement.none_waits": ("arrange_surrender",),
    "surrender.arrangement.not_agreed": ("agree_surrender",),
    "surrender.speciality.asked_already": ("answer_speciality_consent",),
}
#: The steps after which a frozen content may be written in again, or is added to, the nearest first.
MENDING: Mapping[Side, tuple[str, ...]] = {
    Side.REQUESTING: ("return_for_correction", "recall", "open_amendment"),
    Side.REQUESTED: ("request_information", "open_consultation"),
}
#: The part of the case page that a place names.
CASE_PARTS = {"people": "people", "amendment": "open-title", "history": "history", "requested": "authorities",
              "obligations": "obligations"}  # fmt: skip


def leading(request: Request) -> Leading:
    """What leads from a finding of the request to where it is mended, for templates."""
    return partial(place, request=request)


def place(finding: Finding, request: Request) -> Place | None:
    """Where the finding is mended, for who reads it; None only where its ``where`` names no place.

    ``where`` is ``register``, ``request.<section>``, ``matter.<part>``, or ``step.<field>`` (a field of this page).
    """
    room, _dot, part = (finding.where or "").partition(".")
    if room == "step":
        return Place(f"#{part}", said.field(finding))
    if room == "register":
        return _between(finding, request)
    if room == "request" and part == "people":
        return _people(finding, request)
    if room == "request" and part in CASE_PARTS:
        return _history(finding, request, CASE_PARTS[part])
    written = {"draft", *sections(request.kind)} if room == "request" else {"facts", *LISTS} if room == "matter" else ()
    return _content(part, finding, request) if part in written else None


def _between(finding: Finding, request: Request) -> Place:
    """The page that explains whether both States are bound by the instrument on the day."""
    today = gather.local_day(signed_in_person().authority, dt.datetime.now(dt.UTC)).isoformat()
    asked = {"instrument": finding.values.get("instrument", "UNTOC"), "on": finding.values.get("day", today)}
    href = url_for("register.between", a=request.requesting.iso3, b=request.requested.iso3, **asked)
    return Place(href, said.between(), "" if not finding.closes or holds(KEEPER) else said.keeper())


def _people(finding: Finding, request: Request) -> Place:
    """The colleagues who may take the step instead."""
    role, barred = Role(finding.values["role"]), finding.values["barred"]
    names = [p.name for p in _holding(role) if str(p.id) not in barred]
    return Place(_case(request, "people"), said.whose_turn(), said.colleagues(_role(role), names))


def _history(finding: Finding, request: Request, anchor: str) -> Place:
    """The step that adds what is missing, if one leaves from here; else the part of the case that it speaks of."""
    if step := _first(BY_STEP.get(finding.code, ()), request):
        return _by(step, request, anchor)
    return Place(_case(request, anchor), said.part(anchor), said.waiting(finding))


def _content(part: str, finding: Finding, request: Request) -> Place:
    """The field of the draft; for what is frozen, the step after which it may be written in again."""
    own = request.requesting_id == signed_in_person().authority_id
    if own and drafting.is_written(request):
        if holds(Role.DRAFTER.value):
            return Place(_field(part, request), said.field(finding))
        names = [p.name for p in _holding(Role.DRAFTER)]
        href = url_for("drafting.tasks", request_id=request.id)
        return Place(href, said.tasks(), said.draft_again(_role(Role.DRAFTER), names))
    side = Side.REQUESTING if own else Side.REQUESTED
    amended = own and bool(amendment.stage(record.bodies(request)))
    if step := _first(("return_amendment",) if amended else MENDING[side], request):
        return _by(step, request, "content")
    return Place(_case(request, "content"), said.part("content"))


def _field(part: str, request: Request) -> str:
    """The form in which a drafter gives it."""
    if part == "draft":
        return url_for("drafting.tasks", request_id=request.id)
    if part == "facts":
        return url_for("matters.facts", matter_id=request.matter_id, draft=request.id)
    if part in LISTS:
        return url_for("matters.listed", matter_id=request.matter_id, kind=part, draft=request.id)
    return url_for("drafting.section", request_id=request.id, section=part)


def _first(names: tuple[str, ...], request: Request) -> Step | None:
    """The first of the steps that leaves from here: one that the reader may take, if there is one."""
    actor = gather.actor_of(request, signed_in_person())
    here = {step.name: step for step in kind_named(request.kind).leaving(request.state)}
    found = [here[name] for name in names if name in here]
    return next((step for step in found if step.belongs_to(actor)), found[0] if found else None)


def _by(step: Step, request: Request, anchor: str) -> Place:
    """The page of the step; who may not take it reads whose it is."""
    title, person = words.name_in(words.TITLES, step.name), signed_in_person()
    actor = gather.actor_of(request, person)
    if step.belongs_to(actor):
        return Place(url_for("requests.step", request_id=request.id, name=step.name), title)
    roles = [_role(role) for role in step.roles]
    if step.side in (actor.side, Side.EITHER):
        names = list(dict.fromkeys(p.name for role in step.roles for p in _holding(role)))
        return Place(_case(request, anchor), said.part(anchor), said.by_step(title, roles, names))
    acting = request.requesting if step.side is Side.REQUESTING else request.requested
    state = wording.state_name(acting.iso3, article=True)
    return Place(_case(request, anchor), said.part(anchor), said.by_step_of(title, roles, state))


def _case(request: Request, anchor: str) -> str:
    return url_for("requests.case", request_id=request.id, _anchor=anchor)


def _holding(role: Role) -> list[Person]:
    return list(people.holding(signed_in_person().authority_id, role.value))


def _role(role: Role) -> str:
    return words.name_in(words.ROLES, role)
