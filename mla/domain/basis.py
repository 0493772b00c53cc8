"""Which paragraphs of Article 18 carry the request (Art. 18(7)), as the drafter states it."""

from collections.abc import Iterator, Mapping
from typing import Any

from .facts import Facts
from .findings import THIS_SYSTEM, Finding, Weight
from .languages import age

WHERE = "request.regime"

#: Why paragraphs 9 to 29 apply: no other treaty binds the two States, or both agree to use them instead.
REASONS = ("no_other_treaty", "agreed_instead")


def carried(content: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether the Convention with paragraphs 9 to 29 is stated as the basis, and why they apply (Art. 18(7))."""
    regime = content["regime"]
    if regime["basis"] != "UNTOC":
        yield Finding("regime.basis.missing", "18(7)", where="request.regime")
    elif regime["paragraphs"] != "9-29" or regime["reason"] not in REASONS:
        yield Finding("regime.reason.missing", "18(7)", where="request.regime")
    else:
        yield Finding(f"regime.{regime['reason']}", "18(7)", Weight.HOLDS, where="request.regime")


def recorded(facts: Facts) -> Iterator[Finding]:
    """That no other treaty is on record, and what the requested State declared on assistance (Art. 18(6), (7)).

    This system has no register of other treaties yet: it knows none between any two States.
    """
    values = {"requesting_state": facts.requesting, "requested_state": facts.requested}
    yield Finding("regime.no_treaty_recorded", THIS_SYSTEM, Weight.WARNS, values, WHERE)
    for found in facts.declarations.about(facts.requested, "mla_basis", "dual_criminality"):
        notice = found.notice
        said = {"state": notice.iso3, "words": notice.value, "dated": notice.dated_on}
        yield Finding("regime.declared", notice.article, Weight.WARNS, said, WHERE)
        yield from age(notice, facts.day, WHERE)
