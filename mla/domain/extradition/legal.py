"""On what a request for extradition rests (Art. 16(3)-(6)): a treaty, the Convention, no treaty needed, reciprocity."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from .. import basis, languages
from ..agreements import Subject
from ..basis.extradition import extradition
from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..workflow import guard

WHERE = "request.regime"
#: What of the register's answer shows that the chosen basis carries the request.
_SHOWN = {
    basis.Basis.UNTOC: ("extradition.convention", "extradition.convention_on_both_sides",
                        "extradition.convention_without_treaty"),
    basis.Basis.NO_TREATY: ("extradition.no_treaty_needed",),
}  # fmt: skip
#: What shows that it does not, whatever a person says.
_BARRED = {
    basis.Basis.UNTOC: ("extradition.treaty_only", "extradition.treaty_first"),
    basis.Basis.NO_TREATY: ("extradition.treaty_only",),
}
_ARTICLES = {basis.Basis.UNTOC: "16(4)", basis.Basis.NO_TREATY: "16(6)"}


@guard("16(3)-(6)")
def carried(facts: Facts) -> Iterator[Finding]:
    """A basis is chosen, and what the two States declared lets it carry the request on the day."""
    chosen = basis.stated(facts.content)["basis"]
    if chosen not in _RULES:
        yield Finding("regime.basis.missing", THIS_SYSTEM, where=WHERE)
        return
    known = tuple(extradition(facts))
    yield from (_as_told(found) for found in known)
    yield from _RULES[basis.Basis(chosen)](facts, known)


def _as_told(found: Finding) -> Finding:
    """What the register says is said; only the rule of the chosen basis closes."""
    weight = Weight.HOLDS if found.weight is Weight.HOLDS else Weight.WARNS
    return Finding(found.code, found.article, weight, found.values, WHERE)


def _by_position(facts: Facts, known: tuple[Finding, ...]) -> Iterator[Finding]:
    """The requested State's declared position carries it, or a person says how it is known that it does."""
    named = basis.stated(facts.content)
    chosen = basis.Basis(named["basis"])
    codes, values = {f.code for f in known}, {"state": facts.requested, "source": named["source"]}
    article = _ARTICLES[chosen]
    if codes & set(_BARRED[chosen]):
        yield Finding("surrender.basis.barred", article, values=values, where=WHERE)
    elif codes & set(_SHOWN[chosen]):
        yield Finding("surrender.basis.shown", article, Weight.HOLDS, values, WHERE)
    elif named["source"].strip():
        yield Finding("surrender.basis.confirmed", article, Weight.HOLDS, values, WHERE)
    else:
        yield Finding("surrender.basis.unconfirmed", article, values=values, where=WHERE)


def _treaty(facts: Facts, _known: tuple[Finding, ...]) -> Iterator[Finding]:
    """A treaty on extradition that the register holds, by which both States are bound on the day (Art. 16(3))."""
    found, day = basis.treaty(facts), facts.day.isoformat()
    between = {"requesting_state": facts.requesting, "requested_state": facts.requested, "day": day}
    if found is None:
        code = "unknown" if basis.stated(facts.content)["agreement"] else "missing"
        yield Finding(f"basis.treaty.{code}", THIS_SYSTEM, values=between, where=WHERE)
        return
    values = {"treaty": found.title, "source": found.source, **between}
    if Subject.EXTRADITION not in found.subjects:
        yield Finding("surrender.basis.other_subject", THIS_SYSTEM, values=values, where=WHERE)
    elif not found.binds(facts.requesting, facts.requested, facts.day):
        yield Finding("basis.treaty.not_bound", THIS_SYSTEM, values=values, where=WHERE)
    else:
        yield Finding("basis.treaty.carries", THIS_SYSTEM, Weight.HOLDS, values, WHERE)


def _reciprocity(facts: Facts, _known: tuple[Finding, ...]) -> Iterator[Finding]:
    """Reciprocity is offered in words."""
    if basis.stated(facts.content)["reciprocity"].strip():
        yield Finding("basis.reciprocity.offered", GOOD_PRACTICE, Weight.HOLDS, where=WHERE)
    else:
        yield Finding("basis.reciprocity.missing", GOOD_PRACTICE, where=WHERE)


_RULES: Mapping[str, Callable[[Facts, tuple[Finding, ...]], Iterator[Finding]]] = {
    basis.Basis.UNTOC: _by_position,
    basis.Basis.NO_TREATY: _by_position,
    basis.Basis.TREATY: _treaty,
    basis.Basis.RECIPROCITY: _reciprocity,
}


@guard(GOOD_PRACTICE)
def language(facts: Facts) -> Iterator[Finding]:
    """The language of the request is stated; Art. 16 has no rule on languages, so what is declared only warns."""
    for found in languages.accepted(facts):
        only_warns = found.closes and found.code != "language.missing"
        yield replace(found, weight=Weight.WARNS) if only_warns else found
