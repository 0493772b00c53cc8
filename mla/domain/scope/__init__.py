"""Does the Convention reach these facts? Each offence, the transnational nature, the group (Arts. 2, 3 and 18(1))."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..findings import Finding, Weight
from . import group, offences, protocols, transnational
from .offences import coverage, is_serious, length, maximum
from .standing import Standing

__all__ = ["asks_for_trafficking", "by_offence", "coverage", "is_serious", "length", "maximum", "protocols_of", "reach"]

Content = Mapping[str, Any]


def protocols_of(content: Content) -> frozenset[str]:
    """The Protocols to which the categories of the offences belong."""
    categories = {o["category"] for o in content["offences"]}
    return frozenset(p.value for category, p in offences.PROTOCOLS.items() if category in categories)


def asks_for_trafficking(content: Content) -> bool:
    """Whether the definition of trafficking in persons is asked about: only if an offence is of that category."""
    return any(o["category"] == "trafficking_in_persons" for o in content["offences"])


def by_offence(content: Content, bound: frozenset[str] | None) -> list[Finding]:
    """How each offence is covered, or why not, in the order of the list.

    ``bound`` are the Protocols by which both States are bound on the day; None while no State is chosen. An offence
    that is not covered only warns while another is: assistance is then asked for that other one.
    """
    defined = protocols.defined(content["trafficking"])
    found = [coverage(offence, bound, defined) for offence in content["offences"]]
    return [replace(f, weight=_gap(found)) if f.closes else f for f in found]


def reach(content: Content, bound: frozenset[str]) -> Iterator[Finding]:
    """Whether the Convention reaches the facts (Art. 18(1)).

    Either an offence is covered, transnational and involves an organised criminal group (Art. 3(1)), or there are
    reasonable grounds to suspect that a covered offence is transnational and involves such a group. ``bound`` are
    the Protocols by which both States are bound on the day.
    """
    covered = by_offence(content, bound)
    yield from covered or [Finding("scope.offence.none", "18(1)", where=offences.WHERE)]
    carrying = {f.values["instrument"] for f in covered if f.code == "scope.offence.protocol"}
    yield from protocols.cited(content, frozenset(carrying))
    if asks_for_trafficking(content) and "TIP" in bound:
        yield from protocols.trafficking(content["trafficking"], _gap(covered))
    yield from protocols.smuggled(content, bound)
    yield from transnational.findings(content["transnational"])
    yield from group.findings(content["group"])
    yield from _gate(content, covered)


def _gap(covered: list[Finding]) -> Weight:
    return Weight.WARNS if any(f.weight is Weight.HOLDS for f in covered) else Weight.CLOSES


def _gate(content: Content, covered: list[Finding]) -> Iterator[Finding]:
    """By which of its two doors Art. 18(1) lets the request in."""
    labels = ", ".join(f.values["label"] for f in covered if f.weight is Weight.HOLDS)
    shown = {transnational.standing(content["transnational"]), group.standing(content["group"])}
    if not labels or Standing.MISSING in shown:
        return
    if shown == {Standing.ESTABLISHED}:
        yield Finding("scope.gate.covered", "3(1); 18(1)", Weight.HOLDS, {"labels": labels})
    else:
        yield Finding("scope.gate.grounds", "18(1)", Weight.HOLDS, {"labels": labels})
