"""What the Protocols add: the definition of trafficking (TIP 3), and who is no suspect of smuggling (SOM 5)."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from ..findings import THIS_SYSTEM, Finding, Weight
from ..identity import same
from ..treaties import Instrument

WHERE = "request.trafficking"
#: The parts of the definition of trafficking in persons (TIP 3(a)), paraphrased in the words of the forms.
ACTS = ("recruitment", "transportation", "transfer", "harbouring", "receipt")
MEANS = ("force", "coercion", "abduction", "fraud", "deception", "abuse_of_power", "vulnerability", "payment")
PURPOSES = ("sexual_exploitation", "forced_labour", "slavery", "servitude", "organ_removal", "other_exploitation")
_PARTS = {"acts": ACTS, "means": MEANS, "purposes": PURPOSES}
#: The roles of who is held to have committed the offence.
SUSPECTED = ("suspect", "accused", "convicted")


def defined(stated: Mapping[str, Any]) -> bool:
    """Whether act, means and purpose are stated with their facts; a child needs no means (TIP 3(c))."""
    return not any(True for _ in _lacking(stated))


def trafficking(stated: Mapping[str, Any], gap: Weight) -> Iterator[Finding]:
    """Which part of the definition is stated, which is missing, and what consent and age change (TIP 3)."""
    lacking = set(_lacking(stated))
    for part in (*_PARTS, "fact"):
        if part in lacking:
            yield Finding(f"scope.trafficking.{part}.missing", "TIP 3(a)", gap, where=WHERE)
        elif part != "means" or _stated(stated, part):
            yield Finding(f"scope.trafficking.{part}.met", "TIP 3(a)", Weight.HOLDS, where=WHERE)
    if stated["child"]:
        yield Finding("scope.trafficking.child", "TIP 3(c), (d)", Weight.HOLDS, where=WHERE)
    if _stated(stated, "means"):
        yield Finding("scope.trafficking.consent", "TIP 3(b)", Weight.HOLDS, where=WHERE)


def _lacking(stated: Mapping[str, Any]) -> Iterator[str]:
    for part in _PARTS:
        if not _stated(stated, part) and not (part == "means" and stated["child"]):
            yield part
    if not stated["fact"].strip():
        yield "fact"


def _stated(stated: Mapping[str, Any], part: str) -> bool:
    return any(code in stated[part] for code in _PARTS[part])


def cited(content: Mapping[str, Any], carrying: frozenset[str]) -> Iterator[Finding]:
    """Whether the request cites each Protocol that carries an offence, and none that carries no offence (37)."""
    named = set(content["regime"]["protocols"])
    for code in sorted(carrying - named):
        yield Finding("scope.protocol.not_cited", "37(4)", Weight.WARNS, {"instrument": code}, "request.regime")
    for code in sorted(named - carrying):
        yield Finding("scope.protocol.idle", THIS_SYSTEM, Weight.WARNS, {"instrument": code}, "request.regime")


def smuggled(content: Mapping[str, Any], bound: frozenset[str]) -> Iterator[Finding]:
    """Nobody is listed as a suspect of having been smuggled (SOM 5).

    Who is listed both as a smuggled migrant and as a suspect, accused or convicted person closes the request while
    it names no offence but smuggling; beside another offence it warns, since that one may be meant.
    """
    offences = [o["category"] for o in content["offences"]]
    if "smuggling_of_migrants" not in offences:
        return
    only = all(category == "smuggling_of_migrants" for category in offences)
    code, weight = ("only", Weight.CLOSES) if only else ("beside", Weight.WARNS)
    article = "SOM 5" if Instrument.SOM in bound else THIS_SYSTEM
    migrants = [p for p in content["persons"] if p["role"] == "smuggled_migrant"]
    suspects = [p for p in content["persons"] if p["role"] in SUSPECTED]
    for migrant, suspect in product(migrants, suspects):
        if same(migrant, suspect):
            values = {"migrant": migrant["label"], "suspect": suspect["label"]}
            yield Finding(f"scope.smuggled.{code}", article, weight, values, "matter.persons")
