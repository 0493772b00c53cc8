"""Does Art. 13 reach this request? The scope of Art. 18 through Art. 13(3), and what Art. 13(1) says besides."""

from collections.abc import Iterable, Iterator

from .. import guards, receipt
from ..basis import is_other
from ..facts import Facts
from ..findings import Finding, Weight
from ..workflow import guard
from .content import CONFISCATING, stage


@guard("3; 18(1); 13(1); 13(3)")
def in_scope(facts: Facts) -> Iterator[Finding]:
    """The Convention reaches the facts that are stated."""
    return _reached(facts, list(guards.in_scope.check(facts)))


@guard("3; 18(1); 13(1); 13(3)")
def in_scope_kept(facts: Facts) -> Iterator[Finding]:
    """The Convention reaches the facts by the Protocols that bound both States at receipt."""
    return _reached(facts, list(receipt.in_scope_kept.check(facts)))


def _reached(facts: Facts, found: list[Finding]) -> Iterator[Finding]:
    yield from found
    if stage(facts.content) in CONFISCATING and not is_other(facts.content):
        yield from _suspected(found)
        yield from _elsewhere(facts)


def _suspected(found: Iterable[Finding]) -> Iterator[Finding]:
    """Art. 13(1) speaks of an offence covered; grounds to suspect one open Art. 18(1) alone. It only warns."""
    if any(f.code == "scope.gate.grounds" for f in found):
        yield Finding("recovery.scope.suspected", "13(1); 13(7)", Weight.WARNS, where="matter.offences")


def _elsewhere(facts: Facts) -> Iterator[Finding]:
    """Art. 13(1) reaches property in the territory of the requested State; what lies elsewhere only warns."""
    for row in facts.content["property"]:
        if row.get("country") and row["country"] != facts.requested:
            values = {"label": row["label"], "place_state": row["country"], "requested_state": facts.requested}
            yield Finding("recovery.property.elsewhere", "13(1)", Weight.WARNS, values, "matter.property")
