"""Whether an instrument reaches the territory that a request concerns, as far as the register tells."""

from collections.abc import Iterator

from ..errors import UnknownState
from ..facts import Facts
from ..findings import THIS_SYSTEM, Finding, Weight
from ..treaties import Instrument

WHERE = "request.channel"


def reaches(facts: Facts, instrument: Instrument) -> Iterator[Finding]:
    """The notice that extended the instrument to the territory of the requested State, or that none is recorded.

    The register holds territorial notices of the Convention alone: for a Protocol, and for a territory that it knows
    by name only, it says that it does not know. That closes nothing. Silent where the request concerns no territory.
    """
    code = facts.content["channel"].get("territory") or ""
    if not code:
        return
    try:
        standing = facts.register.standing(facts.requested, instrument, facts.day, territory=code)
    except UnknownState:
        yield _unknown(facts, instrument, code)
        return
    known = any(t.instrument is instrument for t in facts.register.territories)
    for found in standing.findings:
        if found.code.startswith("party.territory_"):
            yield found if known else _unknown(facts, instrument, code)


def _unknown(facts: Facts, instrument: Instrument, code: str) -> Finding:
    values = {"state": facts.requested, "territory_state": code, "instrument": instrument.value}
    return Finding("party.territory_unknown", THIS_SYSTEM, Weight.WARNS, values, WHERE)
