"""The guards of consultation, conditions, refusal after a consultation, postponement and partial acceptance."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from . import basis, refusal
from .basis.decisions import provision_named
from .facts import Facts
from .findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from .guards import missing
from .workflow import guard


def reply_day(facts: Facts) -> Iterator[Finding]:
    """A day for the reply, not one that has passed."""
    given = str(facts.data.get("reply_on") or "")
    if not given:
        yield missing("step.reply_on.missing", "18(26)", "step.reply_on")
    elif dt.date.fromisoformat(given) < facts.day:
        yield missing("step.reply_on.past", THIS_SYSTEM, "step.reply_on", reply_on=given)


@guard("18(26)")
def consultation_stated(facts: Facts) -> Iterator[Finding]:
    """The intended grounds are permitted ones, and the requesting State has a day by which to reply."""
    grounds = [str(g) for g in facts.data.get("grounds") or []]
    if not grounds:
        yield missing("step.grounds.missing", "18(26)", "step.grounds")
    for chosen in grounds:
        if chosen in refusal.intended(convention=not basis.is_other(facts.content)):
            continue
        yield from _no_ground(facts, chosen, "step.grounds")
    yield from refusal.ask_first(grounds, facts.course.information_asked)
    yield from reply_day(facts)


def _no_ground(facts: Facts, chosen: str, where: str) -> Iterator[Finding]:
    """Why the ground is none: by the Convention, or since the request rests on another basis."""
    if basis.is_other(facts.content):
        yield missing("refusal.ground.other_basis", GOOD_PRACTICE, where)
    else:
        yield from refusal.refusable(chosen, where)


@guard("18(26)")
def conditions_listed(facts: Facts) -> Iterator[Finding]:
    """At least one condition is offered, each in words, and there is a day for the reply."""
    conditions = facts.data.get("conditions") or []
    if not conditions:
        yield missing("step.conditions.missing", "18(26)", "step.conditions")
    for number, condition in enumerate(conditions, 1):
        if not condition.get("text", "").strip():
            yield missing("step.conditions.no_text", "18(26)", "step.conditions", number=number)
        yield from _day_of(condition, number, facts.day)
    yield from reply_day(facts)


def _day_of(condition: Mapping[str, Any], number: int, today: dt.date) -> Iterator[Finding]:
    """What is to be done once may have a day, yet to come; what binds for good has none."""
    due = condition.get("due_on")
    if due and dt.date.fromisoformat(due) < today:
        yield missing("step.conditions.due_past", THIS_SYSTEM, "step.conditions", number=number, due_on=due)
    if due and condition.get("lasting"):
        yield missing("step.conditions.due_lasting", THIS_SYSTEM, "step.conditions", number=number)


@guard("18(26)")
def undertaken(facts: Facts) -> Iterator[Finding]:
    """Every condition that was offered is accepted: in part is not at all."""
    accepted = set(facts.data.get("accepted") or [])
    held = facts.course.consultation
    offered = held.conditions if held else ()
    if not offered:
        yield missing("conditions.none_offered", "18(26)", "request.history")
    for condition in offered:
        if condition["label"] not in accepted:
            yield missing("step.accepted.missing", "18(26)", "step.accepted", label=condition["label"])


@guard(THIS_SYSTEM)
def offer_unanswered(facts: Facts) -> Iterator[Finding]:
    """The day by which a reply to the offer was asked has passed."""
    held = facts.course.consultation
    if held is None or not held.offer_reply_on:
        yield missing("conditions.none_offered", THIS_SYSTEM, "request.history")
    elif dt.date.fromisoformat(held.offer_reply_on) >= facts.day:
        yield missing("offer.reply_awaited", THIS_SYSTEM, "request.history", reply_on=held.offer_reply_on)


@guard("18(21); 18(8); 18(22)")
def ground_permitted(facts: Facts) -> Iterator[Finding]:
    """The ground is one of those that may carry a refusal, and none that never may."""
    chosen = str(facts.data.get("ground") or "")
    yield from refusal.refusable(chosen)
    yield from refusal.ask_first([chosen], facts.course.information_asked)


@guard("18(26)")
def consultation_held(facts: Facts) -> Iterator[Finding]:
    """On a ground of Art. 18(21), the requesting State was consulted, could reply, and the outcome is recorded."""
    chosen = str(facts.data.get("ground") or "")
    if chosen == refusal.DUAL_CRIMINALITY:
        yield Finding("consultation.not_owed", "18(9)", Weight.HOLDS)
        return
    yield from refusal.consulted(chosen, facts.course.consultation, facts.day)
    yield from _outcome(facts)


def _outcome(facts: Facts) -> Iterator[Finding]:
    if not str(facts.data.get("consultation_outcome") or "").strip():
        yield missing("step.consultation_outcome.missing", "18(26)", "step.consultation_outcome")


@guard("18(9)")
def discretion_considered(facts: Facts) -> Iterator[Finding]:
    """Who refuses for want of dual criminality says why assistance is not given all the same."""
    if facts.data.get("ground") == refusal.DUAL_CRIMINALITY and not str(facts.data.get("discretion") or "").strip():
        yield missing("step.discretion.missing", "18(9)", "step.discretion")


@guard("18(25)")
def interferes(facts: Facts) -> Iterator[Finding]:
    """It is said with which ongoing investigation, prosecution or judicial proceeding the assistance interferes."""
    if facts.data.get("proceeding") not in ("investigation", "prosecution", "judicial_proceeding"):
        yield missing("step.proceeding.missing", "18(25)", "step.proceeding")
    if not str(facts.data.get("interference") or "").strip():
        yield missing("step.interference.missing", "18(25)", "step.interference")


@guard("18(26)")
def postponement_consulted(facts: Facts) -> Iterator[Finding]:
    """Before a postponement the requesting State was consulted on it, could reply, and the outcome is recorded."""
    held = facts.course.consultation
    yield from refusal.consulted(refusal.POSTPONEMENT, held, facts.day, "step.consultation_outcome")
    yield from _outcome(facts)


@guard(GOOD_PRACTICE)
def review_day(facts: Facts) -> Iterator[Finding]:
    """A postponement has a day, yet to come, on which it is looked at again."""
    given = str(facts.data.get("review_on") or "")
    if not given:
        yield missing("step.review_on.missing", GOOD_PRACTICE, "step.review_on")
    elif dt.date.fromisoformat(given) <= facts.day:
        yield missing("step.review_on.past", THIS_SYSTEM, "step.review_on", review_on=given)


@guard("18(25)")
def may_resume(facts: Facts) -> Iterator[Finding]:
    """The day of review has come, or it is said that the proceeding no longer stands in the way."""
    review = facts.course.review_on
    come = bool(review) and dt.date.fromisoformat(review) <= facts.day
    if not come and not str(facts.data.get("obstacle_gone") or "").strip():
        yield missing("step.obstacle_gone.missing", "18(25)", "step.obstacle_gone")


@guard("18(9); 18(21)-(23); 18(26)")
def items_decided(facts: Facts) -> Iterator[Finding]:
    """Each item is accepted or refused; at least one of each; every refusal meets what a refusal of the whole must.

    On another basis the provision that carries the refusals is named once, for all of them (rule 6).
    """
    decisions = {d["label"]: d for d in facts.data.get("decisions") or []}
    taken = [decisions.get(item["label"], {}).get("decision") for item in facts.content["assistance"]]
    for item, decision in zip(facts.content["assistance"], taken, strict=True):
        if decision not in ("accepted", "refused"):
            yield missing("step.decisions.missing", "18(1)", "step.decisions", label=item["label"])
        elif decision == "refused":
            yield from _refused_item(facts, decisions[item["label"]])
    if "refused" in taken and basis.is_other(facts.content):
        yield from provision_named.check(facts)
    if "accepted" not in taken or "refused" not in taken:
        yield missing("step.decisions.not_in_part", THIS_SYSTEM, "step.decisions")


def _refusable(facts: Facts, chosen: str) -> Iterator[Finding]:
    if not basis.is_other(facts.content) or chosen != refusal.PROVISION:
        yield from _no_ground(facts, chosen, "step.decisions")


def _refused_item(facts: Facts, decision: dict[str, str]) -> Iterator[Finding]:
    label, chosen = decision["label"], decision.get("ground") or ""
    found = list(_refusable(facts, chosen))
    if chosen == refusal.DUAL_CRIMINALITY:
        if not decision.get("discretion", "").strip():
            found.append(missing("step.decisions.no_discretion", "18(9)", "step.decisions"))
    elif chosen in refusal.CONSULT_FIRST:
        found += refusal.consulted(chosen, facts.course.consultation, facts.day, "step.decisions")
        found += _outcome(facts)
    if not decision.get("reasons", "").strip():
        found.append(missing("step.decisions.no_reasons", "18(23)", "step.decisions"))
    for finding in found:
        yield Finding(finding.code, finding.article, finding.weight, dict(finding.values) | {"label": label},
                      finding.where)  # fmt: skip


@guard("18(17)")
def executed_in_part(facts: Facts) -> Iterator[Finding]:
    """Something was obtained and something was not; for what was not, it is said what was tried."""
    items = [i for i in facts.data.get("items") or [] if i["label"] not in facts.course.refused_items]
    outcomes = [i.get("outcome") for i in items]
    for item in items:
        if item.get("outcome") not in ("done", "partly", "not_done"):
            yield missing("step.items.no_outcome", "18(17)", "step.items", label=item["label"])
        elif item["outcome"] != "done" and not item.get("searched", "").strip():
            yield missing("step.items.not_searched", GOOD_PRACTICE, "step.items", label=item["label"])
    if not {"done", "partly"} & set(outcomes) or not {"partly", "not_done"} & set(outcomes):
        yield missing("step.items.not_in_part", THIS_SYSTEM, "step.items")


@guard("18(17)")
def nothing_obtained(facts: Facts) -> Iterator[Finding]:
    """For each item that was to be executed, it is said what was searched, and why nothing was obtained."""
    searches = {s["label"]: s for s in facts.data.get("searches") or []}
    for asked in facts.content["assistance"]:
        if asked["label"] in facts.course.refused_items:
            continue
        search = searches.get(asked["label"], {})
        if not search.get("searched", "").strip():
            yield missing("step.searches.not_searched", GOOD_PRACTICE, "step.searches", label=asked["label"])
        if not search.get("obstacle", "").strip():
            yield missing("step.searches.no_obstacle", "18(17)", "step.searches", label=asked["label"])
