"""Extradite or prosecute: refusal solely for nationality, and what it owes (Art. 16(10), (12); 15(3))."""

from collections.abc import Iterator

from .. import basis
from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..obligations import Sort
from ..workflow import guard
from .content import CONVICTION, sought
from .grounds import CONDITION
from .grounds import NATIONALITY as GROUND


@guard("16(10)")
def article_binds(facts: Facts) -> Iterator[Finding]:
    """The duty to prosecute instead binds both States; where it does not, a refusal rests on the law that it cites.

    That a letter rests on the Convention does not make it bind: what held at receipt counts.
    """
    if not basis.beside(facts):
        yield missing("surrender.national.not_bound", THIS_SYSTEM, "request.regime")


@guard("16(10)")
def national(facts: Facts) -> Iterator[Finding]:
    """It is established that the person is a national, and that this is the only reason of the refusal."""
    if not str(facts.data.get("nationality_shown") or "").strip():
        yield missing("step.nationality_shown.missing", "16(10)", "step.nationality_shown")
    if facts.data.get("sole_ground") is not True:
        yield missing("step.sole_ground.missing", "16(10)", "step.sole_ground")


@guard("16(10)")
def not_for_nationality(facts: Facts) -> Iterator[Finding]:
    """A condition by which a national is refused is another one than nationality: that alone has its own step."""
    by_condition = facts.data.get("ground") == CONDITION and facts.data.get("not_nationality") is not True
    if by_condition and _of_requested_state(facts) and basis.beside(facts):
        yield missing("step.not_nationality.missing", "16(10)", "step.not_nationality")


def _of_requested_state(facts: Facts) -> bool:
    """Whether the request tells that the person sought is a national of the requested State."""
    person = sought(facts.content) or {}
    return facts.content["sought"]["national"] == "yes" or facts.requested in (person.get("nationalities") or ())


@guard("16(10)")
def recorded_as_such(facts: Facts) -> Iterator[Finding]:
    """A paper that refuses for nationality alone is recorded by that step's row: only so does its duty arise."""
    if facts.data.get("ground") == GROUND:
        yield missing("surrender.ground.by_its_own_step", "16(10)", "step.ground")


@guard("16(10)")
def submitted(facts: Facts) -> Iterator[Finding]:
    """The case was submitted to an authority for prosecution: to which, when, and under which reference."""
    for name in ("authority", "submitted_on"):
        if not str(facts.data.get(name) or "").strip():
            yield missing(f"step.{name}.unsaid", "16(10)", f"step.{name}")


@guard("16(12)")
def sentence_imposed(facts: Facts) -> Iterator[Finding]:
    """Extradition was sought to enforce a sentence: only then is its enforcement here considered."""
    if facts.content["file"]["sort"] != CONVICTION:
        yield missing("surrender.national.no_sentence", "16(12)", "request.history")


@guard("16(12)")
def enforcement_decided(facts: Facts) -> Iterator[Finding]:
    """Whether the sentence, or what remains of it, is enforced here, under which law, and why not or not in full."""
    choice = facts.data.get("enforced")
    if choice not in ("yes", "in_part", "no"):
        yield missing("step.enforced.missing", "16(12)", "step.enforced")
    elif choice != "no":
        yield Finding("surrender.national.enforced", "16(12)", Weight.HOLDS)
    if choice in ("no", "in_part") and not str(facts.data.get("reasons") or "").strip():
        yield missing("step.reasons.untold", GOOD_PRACTICE, "step.reasons")
    if not str(facts.data.get("law") or "").strip():
        yield missing("step.law.missing", "16(12)", "step.law")


@guard("16(10); 16(12)")
def answered_for(facts: Facts) -> Iterator[Finding]:
    """No paper closes a case whose refusal rested on nationality alone before what that owes is settled."""
    for owed in facts.ledger.obligations:
        if owed.sort is Sort.PROSECUTION and owed.undone:
            yield missing("surrender.national.unsettled", "16(10)", "request.obligations", label=owed.label)


@guard(THIS_SYSTEM)
def not_waived(facts: Facts) -> Iterator[Finding]:
    """What is not asked for any more is said once."""
    if not any(owed.sort is Sort.PROSECUTION and owed.runs for owed in facts.ledger.obligations):
        yield missing("surrender.national.waived", THIS_SYSTEM, "request.obligations")
