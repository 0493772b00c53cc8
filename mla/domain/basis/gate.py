"""The guards of a request on another basis than the Convention: by which way it goes, and who sends it."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import THIS_SYSTEM, Finding
from ..guards import for_another, missing
from ..workflow import guard
from .choice import WHERE, Basis, apart, is_other, stated, treaty


@guard(THIS_SYSTEM)
def rests_on_other(facts: Facts) -> Iterator[Finding]:
    """The request rests on a named treaty or on reciprocity; the Convention's own requests go another way."""
    if not is_other(facts.content):
        code = "none_chosen" if apart(facts) else "not_needed"
        yield missing(f"basis.other.{code}", THIS_SYSTEM, WHERE)


@guard("18(13)")
def by_central_authority(facts: Facts) -> Iterator[Finding]:
    """From authority to authority: on another basis, only under a treaty that does not prescribe another way."""
    found = treaty(facts)
    if stated(facts.content)["basis"] == Basis.RECIPROCITY:
        yield missing("basis.way.reciprocity", THIS_SYSTEM, "request.history")
    elif found and found.diplomatic:
        yield missing("basis.way.prescribed", THIS_SYSTEM, "request.history", treaty=found.title)
    elif found and apart(facts):
        yield missing("basis.way.apart", THIS_SYSTEM, "request.history")


@guard(THIS_SYSTEM)
def sender_is_new(facts: Facts) -> Iterator[Finding]:
    """Who hands the request to the diplomatic channel neither wrote, approved nor signed it."""
    took_part = facts.drafters | {person for person in (facts.reviewer, facts.signatory) if person}
    if facts.actor in took_part:
        yield for_another("people.sender_took_part", "registry", took_part)
