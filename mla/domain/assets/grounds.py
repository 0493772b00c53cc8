"""On what a request about assets may be refused: Art. 13(7), and Art. 18's grounds through Art. 13(3).

Bank secrecy (12(6), 18(8)) and solely fiscal matters (18(22)) never carry a refusal here either. That the offence is
not covered has a ground of its own in Art. 13(7), and so needs no consultation by Art. 18(26).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from .. import basis, consulting, refusal
from ..course import Consultation
from ..facts import Facts
from ..findings import GOOD_PRACTICE, Finding, Weight
from ..guards import missing
from ..refusal import Ground
from ..workflow import guard
from .answers import told

NOT_COVERED = "not_covered"
_NO_BANK_SECRECY = "12(6); 18(8)"
#: What Art. 13(7) says itself, and what a request for assistance is refused on instead (a reading of Art. 18(21)(a)).
_BESIDE = "outside_scope"
#: What a consultation may be opened about.
INTENDED = (NOT_COVERED, *(ground for ground in refusal.INTENDED if ground != _BESIDE))
#: Why a court or another authority did not order what was asked.
DENIALS = ("requirements", "evidence", "third_parties", "property_gone", "other")


@guard("18(26); 13(7)")
def consultation_stated(facts: Facts) -> Iterator[Finding]:
    """The intended grounds are permitted ones, and the requesting State has a day by which to reply."""
    chosen = [str(g) for g in facts.data.get("grounds") or []]
    if basis.is_other(facts.content) or not {NOT_COVERED, _BESIDE} & set(chosen):
        yield from consulting.consultation_stated.check(facts)
        return
    yield from _own(chosen, "step.grounds")
    others = [g for g in chosen if g not in (NOT_COVERED, _BESIDE)]
    if others:
        yield from consulting.consultation_stated.check(replace(facts, data={**facts.data, "grounds": others}))
    else:
        yield from consulting.reply_day(facts)


def _own(chosen: list[str], where: str) -> Iterator[Finding]:
    if NOT_COVERED in chosen:
        yield Finding("recovery.ground.not_covered", "13(7)", Weight.HOLDS, where=where)
    if _BESIDE in chosen:
        yield missing("recovery.ground.outside_scope", "13(7)", where)


@guard("18(21); 18(8); 18(22)")
def ground_permitted(facts: Facts) -> Iterator[Finding]:
    """The ground is one of Art. 18; that the offence is not covered has a step of its own."""
    if facts.data.get("ground") in (NOT_COVERED, _BESIDE):
        yield missing("recovery.ground.by_its_own_step", "13(7)", "step.ground")
    else:
        yield from consulting.ground_permitted.check(facts)


@guard("13(7)")
def not_covered(facts: Facts) -> Iterator[Finding]:
    """It is said why the offence is not one that the Convention covers; what was found at receipt is held up to it."""
    yield from told("", "13(7)", "explanation").check(facts)
    if any(f.code == "receipt.in_scope" for f in facts.kept):
        yield Finding("recovery.ground.was_covered", "13(7)", Weight.WARNS, where="request.history")


@guard("12(6); 18(8); 18(22)")
def denial_explained(facts: Facts) -> Iterator[Finding]:
    """Who did not order what was asked, and why; bank secrecy and solely fiscal matters are never why."""
    yield from told("", GOOD_PRACTICE, "authority", "decided_on").check(facts)
    chosen = str(facts.data.get("ground") or "")
    if chosen in refusal.NEVER:
        yield from never(chosen, "step.ground")
    elif chosen not in DENIALS:
        yield missing("recovery.denial.ground", "18(23)", "step.ground")


def never(chosen: str, where: str) -> Iterator[Finding]:
    """That this is no ground: for records of a bank, Art. 12(6) says so too."""
    for found in refusal.refusable(chosen, where):
        yield replace(found, article=_NO_BANK_SECRECY if chosen == "bank_secrecy" else found.article)


def matrix(held: Consultation | None, day: dt.date) -> list[Ground]:
    """Every ground with what Arts. 13 and 18 say of it, and where a case with this consultation stands on the day."""
    own = Ground(NOT_COVERED, "refuse", "13(7)", GOOD_PRACTICE, "shall", "open")
    shared = (row for row in refusal.matrix(held, day) if row.name != _BESIDE)
    return [own, *(replace(row, article=_forbids(row)) for row in shared)]


def _forbids(row: Ground) -> str:
    """The paragraph of a ground; of bank secrecy Art. 12(6) speaks too."""
    return _NO_BANK_SECRECY if row.name == "bank_secrecy" else row.article
