"""Does the Convention reach these facts? (Arts. 2, 3 and 18(1).) What the drafter states is tested for now."""

from collections.abc import Iterator, Mapping
from typing import Any

from .findings import Finding, Weight

#: The four ways in which an offence is transnational (Art. 3(2)).
LIMBS = ("a", "b", "c", "d")


def reach(content: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether reasons are stated for the transnational limb and for the organised criminal group (Art. 18(1))."""
    scope = content["scope"]
    limbs = [limb for limb in scope["limbs"] if limb in LIMBS]
    yield _stated("limb", "3(2)", bool(limbs), {"limbs": limbs})
    yield _stated("transnational_reasons", "18(1)", bool(scope["transnational_reasons"].strip()))
    yield _stated("group_reasons", "18(1)", bool(scope["group_reasons"].strip()))


def _stated(name: str, article: str, given: bool, values: Mapping[str, Any] | None = None) -> Finding:
    code = f"scope.{name}.{'stated' if given else 'missing'}"
    return Finding(code, article, Weight.HOLDS if given else Weight.CLOSES, values or {}, "request.scope")
