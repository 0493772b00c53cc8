"""Third parties in good faith: Arts. 12 and 13 do not prejudice their rights (Arts. 12(8), 13(8))."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..workflow import guard
from .answers import each, labels, rows, told
from .claims import claims

OUTCOMES = ("upheld", "in_part", "rejected")


@guard("12(8); 13(8)")
def notice_given(facts: Facts) -> Iterator[Finding]:
    """Who was given notice, of which interest, how and on which day."""
    yield from each(facts, "persons", "12(8); 13(8)", "name", "interest")
    yield from told("", GOOD_PRACTICE, "manner", "notified_on").check(facts)


@guard("12(8); 13(8)")
def claims_stated(facts: Facts) -> Iterator[Finding]:
    """Each claim names who makes it, to what and on which right."""
    yield from each(facts, "claims", "12(8); 13(8)", "label", "claimant", "assets", "right")


@guard("12(8); 13(8)")
def claims_answered(facts: Facts) -> Iterator[Finding]:
    """Each claim decided is one that was recorded, with its outcome and why."""
    waiting = {str(claim["label"]) for claim in facts.recovery.claims}
    if not waiting:
        yield missing("recovery.claims.none_wait", THIS_SYSTEM, "request.history")
        return
    yield from each(facts, "decisions", "12(8); 13(8)", "label", "reasons")
    for number, row in enumerate(rows(facts, "decisions"), 1):
        if row.get("outcome") not in OUTCOMES:
            yield missing("recovery.decisions.outcome", "12(8); 13(8)", "step.decisions", number=number)
        if row.get("label") and row["label"] not in waiting:
            yield missing("recovery.decisions.unknown", THIS_SYSTEM, "step.decisions", number=number)


@guard("12(8); 13(8)")
def claims_decided(facts: Facts) -> Iterator[Finding]:
    """Nothing is taken or given away while a claim waits, however late it came."""
    for claim in facts.recovery.claims:
        yield missing("recovery.claims.undecided", "12(8); 13(8)", "request.history", label=str(claim["label"]))


def _upheld(facts: Facts) -> Iterator[Finding]:
    """A right that was upheld in what is confiscated is pointed out: the order may leave it as it is, or not."""
    for claim in claims(facts.recovery.entries):
        if claim.outcome in ("upheld", "in_part") and set(claim.assets.split(", ")) & set(labels(facts)):
            values = {"label": claim.label, "claimant": claim.claimant, "assets": claim.assets}
            yield Finding("recovery.claims.upheld", "12(8); 13(8)", Weight.WARNS, values, "step.assets")


@guard("12(8); 13(8)")
def interests_heard(facts: Facts) -> Iterator[Finding]:
    """Nothing is confiscated while a claim waits; and third parties had notice, or none is known."""
    yield from claims_decided.check(facts)
    yield from _upheld(facts)
    if facts.recovery.notified:
        yield Finding("recovery.third_parties.notified", "12(8); 13(8)", Weight.HOLDS)
    elif facts.data.get("none_known") is not True:
        yield missing("recovery.third_parties.unheard", GOOD_PRACTICE, "step.none_known")
