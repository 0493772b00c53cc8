"""What can carry an extradition between two States on a day (Art. 16(3)-(6)).

A treaty on extradition, in which the offences of the Convention count as included; the Convention itself, where the
requested State takes it as basis; or neither, where that State needs no treaty. What is not recorded is unknown.
"""

from collections.abc import Callable, Iterator, Mapping

from ..agreements import Agreement, Subject
from ..declarations import Basis, ExtraditionBasis, Words
from ..facts import Facts
from ..findings import THIS_SYSTEM, Finding, Weight
from .choice import apart

#: Positions that take the Convention as basis, on whatever terms.
_TAKES = frozenset({Basis.UNTOC, Basis.UNTOC_ON_RECIPROCITY, Basis.UNTOC_WITHOUT_TREATY})


def extradition(facts: Facts) -> Iterator[Finding]:
    """Which basis can carry a request for extradition on the day, and what is not known of it.

    Only these of the facts are read: day, register, the two States, declarations, other treaties. Raises UnknownState
    as the register does.
    """
    treaties = tuple(a for a in facts.agreements if _carries(a, facts))
    bound = not apart(facts)
    yield from (_by_treaty(found, facts, bound) for found in treaties)
    if not treaties:
        yield _said("no_treaty_recorded", THIS_SYSTEM, Weight.WARNS, facts)
    if bound:
        yield from _by_position(facts, bool(treaties))
    else:
        yield _said("apart", "38", Weight.WARNS, facts)


def _carries(agreement: Agreement, facts: Facts) -> bool:
    return Subject.EXTRADITION in agreement.subjects and agreement.binds(facts.requesting, facts.requested, facts.day)


def _by_treaty(found: Agreement, facts: Facts, bound: bool) -> Finding:
    code, article = ("treaty", "16(3)") if bound else ("treaty_alone", THIS_SYSTEM)
    return _said(code, article, Weight.HOLDS, facts, treaty=found.title, source=found.source)


def _by_position(facts: Facts, by_treaty: bool) -> Iterator[Finding]:
    """What the requested State declared on the Convention as basis (Art. 16(5)), and what follows from it."""
    stands = facts.declarations.extradition_basis(facts.requested)
    if stands is None:
        yield _said("unknown", "16(5)", Weight.WARNS, facts)
    elif isinstance(stands, Words):
        yield _said("words", "16(5)", Weight.WARNS, facts, words=stands.text, dated=stands.notice.dated_on)
    else:
        yield _POSITIONS[stands.basis](facts, by_treaty)
        if stands.note:
            yield _said("noted", "16(5)", Weight.WARNS, facts, words=stands.note, dated=stands.notice.dated_on)


def _takes(facts: Facts, _by_treaty: bool) -> Finding:
    return _said("convention", "16(4)", Weight.HOLDS, facts)


def _on_reciprocity(facts: Facts, _by_treaty: bool) -> Finding:
    """The other State must have taken the Convention as basis too."""
    other = facts.declarations.extradition_basis(facts.requesting)
    if isinstance(other, ExtraditionBasis) and other.basis in _TAKES:
        return _said("convention_on_both_sides", "16(4)", Weight.HOLDS, facts)
    return _said("reciprocity_not_shown", "16(4)", Weight.WARNS, facts)


def _without_treaty(facts: Facts, by_treaty: bool) -> Finding:
    """The Convention steps in only where there is no treaty."""
    if by_treaty:
        return _said("treaty_first", "16(4)", Weight.WARNS, facts)
    return _said("convention_without_treaty", "16(4)", Weight.HOLDS, facts)


def _treaty_only(facts: Facts, by_treaty: bool) -> Finding:
    return _said("treaty_only", "16(5)", Weight.WARNS if by_treaty else Weight.CLOSES, facts)


def _none_needed(facts: Facts, _by_treaty: bool) -> Finding:
    return _said("no_treaty_needed", "16(6)", Weight.HOLDS, facts)


_POSITIONS: Mapping[Basis, Callable[[Facts, bool], Finding]] = {
    Basis.UNTOC: _takes,
    Basis.UNTOC_ON_RECIPROCITY: _on_reciprocity,
    Basis.UNTOC_WITHOUT_TREATY: _without_treaty,
    Basis.TREATY_ONLY: _treaty_only,
    Basis.NO_TREATY_NEEDED: _none_needed,
}


def _said(code: str, article: str, weight: Weight, facts: Facts, **more: str) -> Finding:
    values = {"requesting_state": facts.requesting, "requested_state": facts.requested, "day": facts.day.isoformat()}
    return Finding(f"extradition.{code}", article, weight, values | more)
