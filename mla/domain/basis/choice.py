"""The basis that the drafter states, checked against the register on the day (Arts. 18(6), 18(7))."""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from ..agreements import Agreement, Subject
from ..content import empty
from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..languages import age
from ..treaties import Instrument

WHERE = "request.regime"


class Basis(StrEnum):
    """What carries a request; that no treaty is needed carries an extradition only (Art. 16(6))."""

    UNTOC = "UNTOC"
    TREATY = "TREATY"
    RECIPROCITY = "RECIPROCITY"
    NO_TREATY = "NO_TREATY"


#: Why paragraphs 9 to 29 apply: no other treaty binds the two States, or both agree to use them instead.
REASONS = ("no_other_treaty", "agreed_instead")
_UNSTATED: Mapping[str, Any] = empty()["regime"]


def stated(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the draft says of its basis; what an older content does not know is empty."""
    return {**_UNSTATED, **content.get("regime", {})}


def is_other(content: Mapping[str, Any]) -> bool:
    """Whether the request rests on another basis than the Convention."""
    return content.get("regime", _UNSTATED).get("basis") in (Basis.TREATY, Basis.RECIPROCITY)


def treaty(facts: Facts) -> Agreement | None:
    """The treaty on which the request rests, if it names one that the register holds between the two States."""
    named = stated(facts.content)
    found = (a for a in facts.agreements if a.id == named["agreement"])
    return next(found, None) if named["basis"] == Basis.TREATY else None


def binding(facts: Facts) -> tuple[Agreement, ...]:
    """The other treaties on mutual legal assistance that bind both States on the day."""
    return tuple(a for a in facts.agreements if Subject.ASSISTANCE in a.subjects and _binds(a, facts))


def apart(facts: Facts) -> bool:
    """Whether the Convention does not bind both States on the day, so that no paragraph of it reaches the request."""
    return not facts.register.between(facts.requesting, facts.requested, Instrument.UNTOC, facts.day).bound


def carried(facts: Facts) -> Iterator[Finding]:
    """Whether the basis is stated, and whether the register lets it carry the request on the day (BASIS, REGIME)."""
    rules = {Basis.UNTOC: _convention, Basis.TREATY: _treaty, Basis.RECIPROCITY: _reciprocity}
    chosen = stated(facts.content)["basis"]
    if chosen in rules:
        yield from rules[Basis(chosen)](facts)
    else:
        yield Finding("regime.basis.missing", THIS_SYSTEM, where=WHERE)


def _convention(facts: Facts) -> Iterator[Finding]:
    """Art. 18(7): paragraphs 9 to 29 apply if no other treaty binds both, or if both agree to use them instead."""
    named, others = stated(facts.content), binding(facts)
    if named["paragraphs"] != "9-29" or named["reason"] not in REASONS:
        yield Finding("regime.reason.missing", "18(7)", where=WHERE)
    elif named["reason"] == "no_other_treaty" and others:
        values = {"treaties": _titles(others), "day": facts.day.isoformat()}
        yield Finding("regime.other_treaty_binds", "18(7)", values=values, where=WHERE)
    elif named["reason"] == "agreed_instead" and not named["source"].strip():
        yield Finding("regime.source.missing", "18(7)", where=WHERE)
    else:
        values = {"source": named["source"], "treaties": _titles(others)}
        yield Finding(f"regime.{named['reason']}", "18(7)", Weight.HOLDS, values, WHERE)
    if not others:
        yield _none_recorded(facts)


def _treaty(facts: Facts) -> Iterator[Finding]:
    """A named treaty of the register on mutual legal assistance, by which both States are bound on the day."""
    found = treaty(facts)
    if found is None:
        code = "unknown" if stated(facts.content)["agreement"] else "missing"
        yield Finding(f"basis.treaty.{code}", THIS_SYSTEM, values=_between(facts), where=WHERE)
        return
    values = {"treaty": found.title, "source": found.source, **_between(facts)}
    if Subject.ASSISTANCE not in found.subjects:
        yield Finding("basis.treaty.other_subject", THIS_SYSTEM, values=values, where=WHERE)
    elif not _binds(found, facts):
        yield Finding("basis.treaty.not_bound", THIS_SYSTEM, values=values, where=WHERE)
    else:
        yield Finding("basis.treaty.carries", THIS_SYSTEM, Weight.HOLDS, values, WHERE)
        yield from _beside(facts)


def _beside(facts: Facts) -> Iterator[Finding]:
    """Where the Convention binds both too, paragraphs 1 to 8 and 30 stand beside the treaty (Art. 18(7))."""
    if not apart(facts):
        yield Finding("basis.treaty.beside", "18(7)", Weight.HOLDS, where=WHERE)


def _reciprocity(facts: Facts) -> Iterator[Finding]:
    """Reciprocity is offered in words; that a treaty or the Convention would carry the request is said."""
    if not stated(facts.content)["reciprocity"].strip():
        yield Finding("basis.reciprocity.missing", GOOD_PRACTICE, where=WHERE)
    else:
        yield Finding("basis.reciprocity.offered", GOOD_PRACTICE, Weight.HOLDS, where=WHERE)
    if others := binding(facts):
        values = {"treaties": _titles(others), "day": facts.day.isoformat()}
        yield Finding("basis.reciprocity.treaty_binds", GOOD_PRACTICE, Weight.WARNS, values, WHERE)
    if not apart(facts):
        yield Finding("basis.reciprocity.convention_binds", GOOD_PRACTICE, Weight.WARNS, _between(facts), WHERE)


def recorded(facts: Facts) -> Iterator[Finding]:
    """What the requested State declared on assistance beside a treaty or the Convention (Arts. 18(6), 18(7))."""
    for found in facts.declarations.about(facts.requested, "mla_basis", "dual_criminality"):
        notice = found.notice
        said = {"state": notice.iso3, "words": notice.value, "dated": notice.dated_on}
        yield Finding("regime.declared", notice.article, Weight.WARNS, said, WHERE)
        yield from age(notice, facts.day, WHERE)


def _none_recorded(facts: Facts) -> Finding:
    return Finding("regime.no_treaty_recorded", THIS_SYSTEM, Weight.WARNS, _between(facts), WHERE)


def _between(facts: Facts) -> dict[str, str]:
    day: dt.date = facts.day
    return {"requesting_state": facts.requesting, "requested_state": facts.requested, "day": day.isoformat()}


def _binds(agreement: Agreement, facts: Facts) -> bool:
    return agreement.binds(facts.requesting, facts.requested, facts.day)


def _titles(found: tuple[Agreement, ...]) -> str:
    return "; ".join(a.title for a in found)
