"""The decision on an extradition: dual criminality offence by offence, the grant, its conditions (Art. 16(1), (13))."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..receipt import kept
from ..workflow import guard
from .grounds import reply_day
from .scope import as_received

PUNISHABLE = ("yes", "no")


@guard("38; 40")
def keep_status(facts: Facts) -> Iterator[Finding]:
    """What bound both States at receipt, and whether Art. 16 reached the offences, is kept; none closes."""
    return kept(facts, as_received)


def _rows(facts: Facts, name: str) -> dict[str, Mapping[str, Any]]:
    return {row["label"]: row for row in facts.data.get(name) or []}


@guard("16(1)")
def dual_assessed(facts: Facts) -> Iterator[Finding]:
    """For each offence it is said whether the conduct is punishable in both States, and under which law here."""
    rows = _rows(facts, "assessments")
    for offence in facts.content["offences"]:
        row, label = rows.get(offence["label"], {}), offence["label"]
        if row.get("punishable") not in PUNISHABLE:
            yield missing("step.assessments.missing", "16(1)", "step.assessments", label=label)
        elif not str(row.get("law") or "").strip():
            yield missing("step.assessments.no_law", "16(1)", "step.assessments", label=label)
        else:
            weight = Weight.HOLDS if row["punishable"] == "yes" else Weight.WARNS
            yield Finding(f"surrender.dual.{row['punishable']}", "16(1)", weight, {"label": label, "law": row["law"]})


@guard("16(1); 16(2)")
def offences_decided(facts: Facts) -> Iterator[Finding]:
    """Each offence is granted or refused, a refusal with its reason; at least one is granted."""
    rows = _rows(facts, "decisions")
    taken = [rows.get(offence["label"], {}) for offence in facts.content["offences"]]
    for offence, row in zip(facts.content["offences"], taken, strict=True):
        if row.get("decision") not in ("granted", "refused"):
            yield missing("step.decisions.undecided", "16(1)", "step.decisions", label=offence["label"])
        elif row["decision"] == "refused" and not str(row.get("reasons") or "").strip():
            yield missing("step.decisions.no_reason", GOOD_PRACTICE, "step.decisions", label=offence["label"])
    if not any(row.get("decision") == "granted" for row in taken):
        yield missing("step.decisions.none_granted", THIS_SYSTEM, "step.decisions")


@guard("16(1)")
def dual_held(facts: Facts) -> Iterator[Finding]:
    """That an offence is granted which was assessed as not punishable in the requested State is pointed out."""
    for label, row in _rows(facts, "decisions").items():
        if row.get("decision") == "granted" and label in facts.pursuit.unpunishable:
            yield Finding("surrender.dual.granted", "16(1)", Weight.WARNS, {"label": label}, "step.decisions")


@guard("16(13)")
def treated_fairly(facts: Facts) -> Iterator[Finding]:
    """How the person was treated fairly and could use the rights that the law here gives is recorded."""
    if not str(facts.data.get("rights") or "").strip():
        yield missing("step.rights.missing", "16(13)", "step.rights")


@guard("16(7); 16(11)")
def conditions_listed(facts: Facts) -> Iterator[Finding]:
    """At least one condition, each in words, and a day for the reply."""
    conditions = facts.data.get("conditions") or []
    if not conditions:
        yield missing("step.conditions.none", "16(7)", "step.conditions")
    for number, condition in enumerate(conditions, 1):
        if not str(condition.get("text") or "").strip():
            yield missing("step.conditions.no_words", "16(7)", "step.conditions", number=number)
        if condition.get("returns") and condition.get("lasting"):
            yield missing("step.conditions.return_ends", THIS_SYSTEM, "step.conditions", number=number)
    yield from reply_day(facts)


@guard("16(7); 16(11)")
def undertaken(facts: Facts) -> Iterator[Finding]:
    """Every condition that was offered is accepted: in part is not at all; on a return to serve both States agree.

    Nobody is bound by what the record does not hold: an offer on paper is recorded with its conditions.
    """
    accepted = set(facts.data.get("accepted") or [])
    offered = facts.pursuit.offer.get("conditions") or ()
    if not facts.pursuit.offer:
        yield missing("surrender.offer.none", "16(7)", "request.history")
    elif not offered:
        yield missing("surrender.offer.untold", THIS_SYSTEM, "request.history")
    for condition in offered:
        if condition["label"] not in accepted:
            article = "16(11)" if condition.get("returns") else "16(7)"
            yield missing("step.accepted.condition", article, "step.accepted", label=condition["label"])


@guard(THIS_SYSTEM)
def offer_unanswered(facts: Facts) -> Iterator[Finding]:
    """The day by which a reply to the offer was asked has passed."""
    return unanswered(facts.pursuit.offer, facts.day)


def unanswered(asked: Mapping[str, Any], day: dt.date) -> Iterator[Finding]:
    """What was asked waits for a reply whose day has passed."""
    reply_on = str(asked.get("reply_on") or "")
    if not asked:
        yield missing("surrender.nothing_waits", THIS_SYSTEM, "request.history")
    elif reply_on and dt.date.fromisoformat(reply_on) >= day:
        yield missing("surrender.reply_awaited", THIS_SYSTEM, "request.history", reply_on=reply_on)
