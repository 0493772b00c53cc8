"""Is the offence transnational? By a way of Art. 3(2), or on reasonable grounds to suspect it (Art. 18(1))."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..findings import Finding, Weight
from .standing import Standing, given

WHERE = "request.transnational"
#: The four ways in which an offence is transnational (Art. 3(2)).
LIMBS = ("a", "b", "c", "d")
#: What, when it is located in the requested State, speaks for a transnational offence (Art. 18(1)).
LOCATED = ("victims", "witnesses", "proceeds", "instrumentalities", "evidence")


def standing(stated: Mapping[str, Any]) -> Standing:
    """Established when a way is chosen and its fact stated; suspected when grounds, or what is located, are stated."""
    if any(given(stated[f"fact_{limb}"]) for limb in _chosen(stated)):
        return Standing.ESTABLISHED
    located = _located(stated) and given(stated["located_fact"])
    return Standing.SUSPECTED if located or given(stated["grounds"]) else Standing.MISSING


def findings(stated: Mapping[str, Any]) -> Iterator[Finding]:
    """Which way is met by which fact, and what is missing (Arts. 3(2), 18(1))."""
    found = [*_limbs(stated), *_grounds(stated)]
    yield from found
    if not found:
        yield Finding("scope.transnational.missing", "3(2); 18(1)", where=WHERE)


def _limbs(stated: Mapping[str, Any]) -> Iterator[Finding]:
    for limb in _chosen(stated):
        fact, article = stated[f"fact_{limb}"], f"3(2)({limb})"
        if given(fact):
            yield Finding(f"scope.limb.{limb}", article, Weight.HOLDS, {"fact": fact}, WHERE)
        else:
            yield Finding(f"scope.limb.{limb}.no_fact", article, _gap(stated), where=WHERE)


def _grounds(stated: Mapping[str, Any]) -> Iterator[Finding]:
    fact = stated["located_fact"]
    for kind in _located(stated):
        if given(fact):
            yield Finding(f"scope.located.{kind}", "18(1)", Weight.HOLDS, {"fact": fact}, WHERE)
        else:
            yield Finding(f"scope.located.{kind}.no_fact", "18(1)", _gap(stated), where=WHERE)
    if given(stated["grounds"]):
        yield Finding("scope.transnational.grounds", "18(1)", Weight.HOLDS, {"fact": stated["grounds"]}, WHERE)


def _gap(stated: Mapping[str, Any]) -> Weight:
    """What a choice without its fact does: it closes only where nothing else carries the transnational nature."""
    return Weight.CLOSES if standing(stated) is Standing.MISSING else Weight.WARNS


def _chosen(stated: Mapping[str, Any]) -> list[str]:
    return [limb for limb in LIMBS if limb in stated["limbs"]]


def _located(stated: Mapping[str, Any]) -> list[str]:
    return [kind for kind in LOCATED if kind in stated["located"]]
