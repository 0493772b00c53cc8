"""Is an organised criminal group involved? Element by element (Art. 2(a), (c)), or on reasonable grounds (18(1))."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..findings import Finding, Weight
from .standing import Standing, given

WHERE = "request.group"
#: The least number of persons in a group (Art. 2(a)).
LEAST = 3
#: What else makes a group an organised criminal group, each with its article.
ELEMENTS = {"structure": "2(a); 2(c)", "period": "2(a)", "concert": "2(a)", "aim": "2(a)", "benefit": "2(a)"}


def standing(stated: Mapping[str, Any]) -> Standing:
    """Established when every element is stated; suspected when grounds are. Fewer than three persons are never one."""
    if _too_few(stated):
        return Standing.MISSING
    if stated["number"] is not None and all(given(stated[name]) for name in ELEMENTS):
        return Standing.ESTABLISHED
    return Standing.SUSPECTED if given(stated["grounds"]) else Standing.MISSING


def findings(stated: Mapping[str, Any]) -> Iterator[Finding]:
    """Which element is met by which fact, and what is missing.

    Where there are grounds to suspect a group, an element that is not known only warns; a number below three
    closes in any case.
    """
    gap = Weight.WARNS if given(stated["grounds"]) else Weight.CLOSES
    yield _number(stated, gap)
    for name, article in ELEMENTS.items():
        if given(stated[name]):
            yield Finding(f"scope.group.{name}.met", article, Weight.HOLDS, {"fact": stated[name]}, WHERE)
        else:
            yield Finding(f"scope.group.{name}.missing", article, gap, where=WHERE)
    if given(stated["grounds"]):
        yield Finding("scope.group.grounds", "18(1)", Weight.HOLDS, {"fact": stated["grounds"]}, WHERE)


def _number(stated: Mapping[str, Any], gap: Weight) -> Finding:
    number = stated["number"]
    if number is None:
        return Finding("scope.group.number.missing", "2(a)", gap, where=WHERE)
    if _too_few(stated):
        return Finding("scope.group.number.too_few", "2(a)", Weight.CLOSES, {"number": number}, WHERE)
    return Finding("scope.group.number.met", "2(a)", Weight.HOLDS, {"number": number}, WHERE)


def _too_few(stated: Mapping[str, Any]) -> bool:
    return stated["number"] is not None and stated["number"] < LEAST
