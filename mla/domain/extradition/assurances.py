"""Assurances: what the requested State asks for, and what the requesting State gives (Art. 16(7))."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding
from ..guards import missing
from ..workflow import guard
from .deciding import unanswered
from .grounds import reply_day

#: The library of undertakings.
SORTS = ("death_penalty", "fair_trial", "retrial", "speciality", "return", "treatment", "other")


@guard("16(7)")
def concern_stated(facts: Facts) -> Iterator[Finding]:
    """What the concern is, under which provision, and which undertaking would meet it; with a day for the reply."""
    if facts.data.get("assurance") not in SORTS:
        yield missing("step.assurance.missing", "16(7)", "step.assurance")
    for name in ("concern", "provision", "wanted"):
        if not str(facts.data.get(name) or "").strip():
            yield missing(f"step.{name}.unsaid", "16(7)", f"step.{name}")
    yield from reply_day(facts)


@guard("16(7)")
def assurance_specific(facts: Facts) -> Iterator[Finding]:
    """The undertaking in words, who gives it and by what power they bind the State, and how it is monitored."""
    if not facts.pursuit.assurance:
        yield missing("surrender.nothing_waits", THIS_SYSTEM, "request.history")
    for name, article in (("undertaking", "16(7)"), ("binding_authority", "16(7)"), ("monitor", GOOD_PRACTICE)):
        if not str(facts.data.get(name) or "").strip():
            yield missing(f"step.{name}.unsaid", article, f"step.{name}")


@guard(THIS_SYSTEM)
def assurance_unanswered(facts: Facts) -> Iterator[Finding]:
    """The day by which the assurance was asked has passed."""
    return unanswered(facts.pursuit.assurance, facts.day)
