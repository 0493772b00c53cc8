"""Tracing, freezing and confiscation: what is asked at which stage, and what an order and its report must say.

The Convention says nothing of how long a freeze lasts: the domestic law behind its lapse is told with it.
"""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..workflow import guard
from .answers import each, named, placed, rows, told
from .content import CONFISCATING, ENFORCE, TRACE, stage
from .grounds import never

#: Why the records of a bank or another institution were not obtained.
OBSTACLES = ("", "not_held", "not_found", "other")
EXTENTS = ("whole", "part")
#: Why a freeze is lifted; one that lapses ends by itself.
CAUSES = ("court", "not_justified", "third_party", "other")


@guard("13(2)")
def freeze_asked(facts: Facts) -> Iterator[Finding]:
    """A freeze is part of what is asked: a request that only traces asks for none."""
    if stage(facts.content) == TRACE:
        yield missing("recovery.stage.traces_only", "13(2)", "request.measure")


@guard("13(1)")
def confiscation_asked(facts: Facts) -> Iterator[Finding]:
    """Confiscation is asked, by one of the two routes of Art. 13(1)."""
    if stage(facts.content) not in CONFISCATING:
        yield missing("recovery.stage.not_confiscation", "13(1)", "request.measure")


@guard("13(1)(b)")
def enforcement_asked(facts: Facts) -> Iterator[Finding]:
    """The request rests on an order of the requesting State's own court."""
    if stage(facts.content) != ENFORCE:
        yield missing("recovery.stage.no_order", "13(1)(b)", "request.measure")


@guard(GOOD_PRACTICE)
def order_stands(facts: Facts) -> Iterator[Finding]:
    """An order of which its own State says that it can't be enforced any more is not given effect to."""
    if facts.recovery.unenforceable and stage(facts.content) == ENFORCE:
        yield missing("recovery.order.unenforceable", GOOD_PRACTICE, "request.history")


@guard("13(2); 12(6)")
def tracing_told(facts: Facts) -> Iterator[Finding]:
    """What was found, or what was searched in vain; bank secrecy is never why records were not obtained."""
    yield from _traced(facts)
    obstacle = str(facts.data.get("obstacle") or "")
    if obstacle == "bank_secrecy":
        yield from never(obstacle, "step.obstacle")
    elif obstacle not in OBSTACLES:
        yield missing("recovery.obstacle.unknown", "12(6)", "step.obstacle")


def _traced(facts: Facts) -> Iterator[Finding]:
    """Whether property that was asked for was found, and what was found besides."""
    for number, row in enumerate(rows(facts), 1):
        if row.get("outcome") not in ("traced", "not_found"):
            yield missing("recovery.assets.outcome", "13(2)", "step.assets", **placed(row, number))
    if rows(facts, "new"):
        yield from each(facts, "new", "13(2)", "label", "description")
    elif not rows(facts) and not str(facts.data.get("searched") or "").strip():
        yield missing("recovery.searched.missing", "13(2)", "step.searched")


@guard("2(f); 13(2)")
def freeze_ordered(facts: Facts) -> Iterator[Finding]:
    """Which property is frozen, by whose order, how far, and when the freeze lapses by which law."""
    yield from each(facts, "assets", "2(f)", "label")
    yield from told("", "2(f)", "order_number", "authority", "ordered_on").check(facts)
    yield from told("", GOOD_PRACTICE, "scope", "lapse_rule", "law").check(facts)
    yield from _lapse(facts, str(facts.data.get("ordered_on") or ""))


def _lapse(facts: Facts, since: str) -> Iterator[Finding]:
    """A freeze need not lapse on a day; one that does lapses after its order, and what it still needs comes before."""
    day, needed_by = str(facts.data.get("lapses_on") or ""), str(facts.data.get("needed_by") or "")
    if day and since and day < since:
        yield missing("recovery.lapses_on.before", THIS_SYSTEM, "step.lapses_on", since_on=since)
    if needed_by and day and needed_by > day:
        yield missing("recovery.needed_by.after_lapse", THIS_SYSTEM, "step.needed_by", lapses_on=day)
    if needed_by and not str(facts.data.get("needed") or "").strip():
        yield missing("recovery.needed.missing", GOOD_PRACTICE, "step.needed")


@guard(GOOD_PRACTICE)
def still_justified(facts: Facts) -> Iterator[Finding]:
    """Who asks for a longer freeze says until when and why, and confirms that the facts still stand."""
    yield from told("", GOOD_PRACTICE, "until_on", "reason").check(facts)
    if facts.data.get("facts_stand") is not True:
        yield missing("recovery.facts_stand.missing", GOOD_PRACTICE, "step.facts_stand")


@guard(GOOD_PRACTICE)
def extended(facts: Facts) -> Iterator[Finding]:
    """By whose order and which law the freeze lasts longer."""
    yield from named(facts)
    yield from told("", GOOD_PRACTICE, "authority", "ordered_on", "lapse_rule", "law").check(facts)
    yield from _lapse(facts, "")


@guard(THIS_SYSTEM)
def extension_asked(facts: Facts) -> Iterator[Finding]:
    """A longer freeze was asked for, and waits for the answer."""
    if not facts.recovery.extension:
        yield missing("recovery.nothing_waits", THIS_SYSTEM, "request.history")


@guard("18(24)")
def lift_explained(facts: Facts) -> Iterator[Finding]:
    """Why and since when the freeze ends; and whether the requesting State was heard, where the law here allows it."""
    yield from named(facts)
    if facts.data.get("cause") not in CAUSES:
        yield missing("recovery.cause.missing", GOOD_PRACTICE, "step.cause")
    yield from told("", GOOD_PRACTICE, "explanation", "lifted_on").check(facts)
    if not str(facts.data.get("heard") or "").strip():
        yield Finding("recovery.heard.missing", GOOD_PRACTICE, Weight.WARNS, where="step.heard")


@guard("13(1)")
def confiscation_told(facts: Facts) -> Iterator[Finding]:
    """What is confiscated, whole or in part, by which order of which court, and on which day."""
    yield from each(facts, "assets", "13(1)", "label")
    for number, row in enumerate(rows(facts), 1):
        if row.get("extent") not in EXTENTS:
            yield missing("recovery.assets.extent", "13(1)", "step.assets", **placed(row, number))
    yield from told("", "13(1)", "order_number", "court", "ordered_on").check(facts)


@guard("13(1)")
def freeze_only(facts: Facts) -> Iterator[Finding]:
    """A freeze that another request follows is closed; one in a request for confiscation waits for its own end."""
    if stage(facts.content) in CONFISCATING:
        yield missing("recovery.stage.own_confiscation", "13(1)", "request.measure")


@guard(GOOD_PRACTICE)
def followed(facts: Facts) -> Iterator[Finding]:
    """The request in favour of which this one is closed is a linked one that was sent, and asks for confiscation."""
    if not facts.confiscations:
        yield missing("recovery.followed_by.not_sent", GOOD_PRACTICE, "request.history")
    elif facts.data.get("followed_by") not in facts.confiscations:
        yield missing("recovery.followed_by.missing", GOOD_PRACTICE, "step.followed_by")


@guard(GOOD_PRACTICE)
def others_told(facts: Facts) -> Iterator[Finding]:
    """Which other States are asked to enforce the same order, and how it is shared out between them."""
    yield from each(facts, "states", GOOD_PRACTICE, "state")
    yield from told("", GOOD_PRACTICE, "apportionment").check(facts)


@guard(GOOD_PRACTICE)
def recovery_told(facts: Facts) -> Iterator[Finding]:
    """What was recovered towards the order, where, in which currency and on which day."""
    yield from told("", GOOD_PRACTICE, "state", "amount", "currency", "recovered_on").check(facts)
