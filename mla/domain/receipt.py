"""What bound both States on the day of receipt: kept by the acknowledgement, used by every later decision (rule 3)."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from . import basis, scope
from .facts import Facts
from .findings import THIS_SYSTEM, Finding, Weight, closing
from .guards import missing, on_convention, party, scope_protocols
from .treaties import Instrument
from .workflow import guard

#: The request rested on another basis at receipt: nothing was kept of what the Convention asks.
_ON_OTHER = {"receipt.other_basis", "receipt.other_basis_beside"}
_BOUND = {True: "receipt.protocol_bound", False: "receipt.protocol_not_bound"}


@guard("18(13)")
def keep_status(facts: Facts) -> Iterator[Finding]:
    """The status under the Convention and the Protocols in question, and the scope found, are kept; none closes.

    On another basis nothing is claimed of the Convention but that it stands beside a treaty, where it does.
    """
    return kept(facts, _scope)


def kept(facts: Facts, reach: Callable[[Facts], Iterable[Finding]]) -> Iterator[Finding]:
    """What is kept of the status on the day of receipt; ``reach`` says what the kind's own article reaches."""
    received = replace(facts, day=_day_of_receipt(facts), kept=())
    if basis.is_other(facts.content):
        stands = basis.beside(received)
        values = {"basis": basis.stated(facts.content)["basis"]}
        yield Finding(f"receipt.other_basis{'_beside' if stands else ''}", THIS_SYSTEM, Weight.HOLDS, values)
        return
    yield from _status(received, Instrument.UNTOC, "receipt.both_bound", "receipt.not_bound")
    for code in sorted(_in_question(facts)):
        yield from _status(received, Instrument(code), _BOUND[True], _BOUND[False])
    yield from reach(received)


@on_convention
@guard("38; 40")
def party_kept(facts: Facts) -> Iterator[Finding]:
    """Both States were bound by the Convention on the day of receipt; that a bond ended since only warns.

    Where the request rested on another basis then, and an amended one rests on the Convention, today's status counts.
    """
    if not facts.kept:
        yield missing("receipt.not_kept", THIS_SYSTEM, "request.history")
    elif _ON_OTHER & {f.code for f in facts.kept}:
        yield from party.check(facts)
        return
    closed = any(f.code == "receipt.not_bound" for f in facts.kept)
    for found in facts.kept:
        if found.code.startswith(("receipt.", "party.")):
            yield replace(found, weight=Weight.CLOSES, where="register") if _was_no_party(found) else found
    if not closed:
        yield from _only_warning(party.check(facts))


@on_convention
@guard("3; 18(1)")
def in_scope_kept(facts: Facts) -> Iterator[Finding]:
    """The Convention reaches the facts by the Protocols that bound both at receipt; that one ended since only warns."""
    kept = protocols_kept(facts)
    yield from scope.reach(facts.content, kept)
    for code in sorted(kept - scope_protocols(facts)):
        bond = facts.register.between(facts.requesting, facts.requested, Instrument(code), facts.day)
        yield from _only_warning(bond.findings)


def protocols_kept(facts: Facts) -> frozenset[str]:
    """The Protocols to which the offences belong that bound both States at receipt.

    One that came into question only afterwards, as by an amended request, counts by that day's status.
    """
    told = {f.values["instrument"]: f.code == _BOUND[True] for f in facts.kept if f.code in _BOUND.values()}
    today = scope_protocols(facts)
    named = scope.protocols_of(facts.content)
    return frozenset(code for code in named if told.get(code, code in today))


def _in_question(facts: Facts) -> frozenset[str]:
    """The Protocols that the request cites, and those to which its offences belong."""
    return frozenset(facts.content["regime"]["protocols"]) | scope.protocols_of(facts.content)


def _day_of_receipt(facts: Facts) -> dt.date:
    given = str(facts.data.get("received_on") or "")
    return dt.date.fromisoformat(given) if given else facts.day


def _status(facts: Facts, instrument: Instrument, bound: str, not_bound: str) -> Iterator[Finding]:
    """Whether the instrument bound both, with every reason; a reason that closes is marked, and only warns."""
    bond = facts.register.between(facts.requesting, facts.requested, instrument, facts.day)
    values = {"instrument": instrument.value, "day": facts.day.isoformat()}
    code, weight = (bound, Weight.HOLDS) if bond.bound else (not_bound, Weight.WARNS)
    yield Finding(code, instrument.force_article, weight, values, "register")
    for found in bond.findings:
        yield replace(found, weight=Weight.WARNS, values={**found.values, "closed": True}) if found.closes else found


def _scope(facts: Facts) -> Iterator[Finding]:
    """Whether the Convention reached the facts as they were received."""
    unmet = closing(scope.reach(facts.content, scope_protocols(facts)))
    if not unmet:
        yield Finding("receipt.in_scope", "3; 18(1)", Weight.HOLDS)
        return
    yield Finding("receipt.out_of_scope", "3; 18(1)", Weight.WARNS)
    yield from (replace(found, weight=Weight.WARNS) for found in unmet)


def _was_no_party(found: Finding) -> bool:
    """Whether the kept finding says that the Convention did not bind both at receipt."""
    convention = found.values.get("instrument", "UNTOC") == "UNTOC"
    return convention and (found.code == "receipt.not_bound" or bool(found.values.get("closed")))


def _only_warning(found: Iterable[Finding]) -> Iterator[Finding]:
    return (replace(f, weight=Weight.WARNS) for f in found if f.closes)
