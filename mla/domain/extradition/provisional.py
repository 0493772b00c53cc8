"""Provisional arrest (Art. 16(9)): urgent and justified, promised a formal request, and ended when none comes."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..workflow import guard
from . import content as parts

#: The sections of a request for provisional arrest besides those that all kinds share.
SECTIONS = {
    **parts.PERSON,
    "custody": {"urgency": "", "promise": False, "formal_by": None, "rule": "", "days": None},
}
_SHARED = frozenset({
    "conducting_name", "conducting_functions", "subject", "facts", "offence_law", "offence_penalty", "contact",
})  # fmt: skip


def _custody(name: str) -> object:
    return lambda content: bool(str(content["custody"][name] or "").strip())


#: What it contains, in the order of the letter (Art. 16(9) asks that circumstances warrant it and are urgent).
ASKED = (
    *parts.shared(_SHARED),
    *parts.FILE,
    parts.asks("urgency", "request.custody", _custody("urgency")),
    parts.asks("promise", "request.custody", lambda c: c["custody"]["promise"]),
    parts.advises("custody_rule", "request.custody", _custody("rule")),
    parts.advises("formal_by", "request.custody", _custody("formal_by")),
)

complete = parts.contains("complete", ASKED)


@guard("16(9)")
def person_present(facts: Facts) -> Iterator[Finding]:
    """The person is in the territory of the requested State, or was."""
    if facts.data.get("present") is not True:
        yield missing("step.present.missing", "16(9)", "step.present")


@guard("16(9)")
def arrest_ordered(facts: Facts) -> Iterator[Finding]:
    """Who ordered the arrest, when, under which law, and by when the formal documents are awaited, by whose rule."""
    for name in ("ordered_by", "arrested_on", "law"):
        if not str(facts.data.get(name) or "").strip():
            yield missing(f"step.{name}.unsaid", "16(9)", f"step.{name}")
    yield from clock_set(facts)


def clock_set(facts: Facts) -> Iterator[Finding]:
    """The day by which the documents must be here, and the treaty or law that says so: the Convention sets none."""
    if not str(facts.data.get("rule") or "").strip():
        yield missing("step.rule.unsaid", GOOD_PRACTICE, "step.rule")
    day, arrested = str(facts.data.get("documents_by") or ""), str(facts.data.get("arrested_on") or "")
    if not day:
        yield missing("step.documents_by.unsaid", GOOD_PRACTICE, "step.documents_by")
    elif day < (arrested or facts.pursuit.arrested_on):
        yield missing("step.documents_by.before", THIS_SYSTEM, "step.documents_by")


@guard(GOOD_PRACTICE)
def clock_moved(facts: Facts) -> Iterator[Finding]:
    """A longer term ends later than the one that ran, by a rule that is named."""
    yield from clock_set(facts)
    day, before = str(facts.data.get("documents_by") or ""), facts.pursuit.documents_by
    if day and before and day <= before:
        yield missing("step.documents_by.not_later", THIS_SYSTEM, "step.documents_by", documents_by=before)


@guard(THIS_SYSTEM)
def held(facts: Facts) -> Iterator[Finding]:
    """The person was arrested, and the end of the arrest is not told yet."""
    if not facts.pursuit.held:
        yield missing("surrender.arrest.not_held", THIS_SYSTEM, "request.history")


@guard(THIS_SYSTEM)
def nobody_held(facts: Facts) -> Iterator[Finding]:
    """A case is not closed while, by its history, the person is still under arrest."""
    if facts.pursuit.held:
        yield missing("surrender.arrest.held", THIS_SYSTEM, "request.history")


@guard("16(7)")
def may_end(facts: Facts) -> Iterator[Finding]:
    """The day for the documents has passed without the formal request; or it is said what else ends the arrest."""
    by, cause = facts.pursuit.documents_by, facts.data.get("cause")
    if cause not in ("no_request", "released", "withdrawn", "surrender_custody"):
        yield missing("step.cause.missing", "16(7)", "step.cause")
    elif cause == "no_request":
        yield from _in_vain(facts, by)
    else:
        yield from _explained(facts)


def _in_vain(facts: Facts, by: str) -> Iterator[Finding]:
    """A formal request that was made after the day set for it has not come by that day."""
    sent, values = facts.main_sent_on, {"documents_by": by}
    if sent is not None and (not by or sent.isoformat() <= by):
        yield missing("surrender.arrest.formal_came", "16(7)", "step.cause", sent_on=sent.isoformat())
    elif by and facts.day.isoformat() <= by:
        yield missing("surrender.arrest.time_runs", "16(7)", "step.cause", **values)
    else:
        yield Finding("surrender.arrest.in_vain", "16(7)", Weight.HOLDS, values)


def _explained(facts: Facts) -> Iterator[Finding]:
    if not str(facts.data.get("explanation") or "").strip():
        yield missing("step.explanation.unsaid", GOOD_PRACTICE, "step.explanation")
