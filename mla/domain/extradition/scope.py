"""Does Art. 16 reach these offences? (Art. 16(1), (2)): covered offences, the group, and where the person is."""

from collections.abc import Iterator
from dataclasses import replace

from .. import scope
from ..content import Content
from ..facts import Facts
from ..findings import Finding, Weight
from ..guards import on_convention, scope_protocols
from ..receipt import protocols_kept
from ..scope import group, protocols, transnational
from ..scope.standing import Standing
from ..workflow import guard
from .content import per_offence

WHERE = "request.sought"
#: What is known of where the person is; Art. 16(1) asks that the person is in the territory of the requested State.
LOCATED = ("there", "believed")


def reach(content: Content, bound: frozenset[str]) -> Iterator[Finding]:
    """Whether the article reaches the facts: an offence of Art. 3, a group, and the person there (Art. 16(1)).

    That the person is in the requested State stands in for the transnational nature. Grounds to suspect, which open
    Art. 18(1) to a request for assistance, are not enough here. ``bound`` are the Protocols that bind both States.
    """
    covered = scope.by_offence(content, bound)
    yield from covered or [Finding("scope.offence.none", "16(1)", where="matter.offences")]
    carrying = {f.values["instrument"] for f in covered if f.code == "scope.offence.protocol"}
    yield from protocols.cited(content, frozenset(carrying))
    yield from protocols.smuggled(content, bound)
    yield from group.findings({**content["group"], "grounds": ""})
    yield from _located(content)
    yield from _accessory(content)


def _located(content: Content) -> Iterator[Finding]:
    if content["sought"]["located"] in LOCATED:
        yield Finding(f"surrender.located.{content['sought']['located']}", "16(1)", Weight.HOLDS, where=WHERE)
    elif transnational.standing(content["transnational"]) is Standing.ESTABLISHED:
        yield Finding("surrender.located.transnational", "3(1); 16(1)", Weight.HOLDS, where=WHERE)
    else:
        yield Finding("surrender.located.missing", "16(1)", where=WHERE)


def _accessory(content: Content) -> Iterator[Finding]:
    """Separate serious crimes that the article does not cover: the requested State may extend it to them (16(2))."""
    rows = per_offence(content)
    for offence in content["offences"]:
        if not rows[offence["label"]]["accessory"]:
            continue
        values = {"label": offence["label"], "name": offence["name"]}
        if scope.is_serious(offence):
            yield Finding("surrender.accessory", "16(2)", Weight.WARNS, values, "request.per_offence")
        else:
            yield Finding("surrender.accessory.light", "16(2)", Weight.CLOSES, values, "request.per_offence")


@on_convention
@guard("3; 16(1)")
def in_scope(facts: Facts) -> Iterator[Finding]:
    """Article 16 reaches the offences that are stated."""
    return reach(facts.content, scope_protocols(facts))


@on_convention
@guard("3; 16(1)")
def in_scope_kept(facts: Facts) -> Iterator[Finding]:
    """Article 16 reaches the offences by the Protocols that bound both States at receipt."""
    return reach(facts.content, protocols_kept(facts))


def as_received(facts: Facts) -> Iterator[Finding]:
    """Whether the article reached the offences as they were received: kept, and no more than a warning."""
    unmet = [f for f in reach(facts.content, scope_protocols(facts)) if f.closes]
    code, weight = ("receipt.out_of_scope", Weight.WARNS) if unmet else ("receipt.in_scope", Weight.HOLDS)
    yield Finding(code, "3; 16(1)", weight)
    yield from (replace(found, weight=Weight.WARNS) for found in unmet)
