"""What must come before property is disposed of: return when asked, an agreement when shared (Art. 14)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..workflow import guard
from .answers import each, rows, told
from .content import return_asked

#: Where confiscated property may go, with the paragraph that speaks of it.
WAYS = {"returned": "14(2)", "shared": "14(3)(b)", "contributed": "14(3)(a)", "retained": "14(1)"}
COSTS = "costs"
#: What came of the consideration of a return.
OUTCOMES = ("all", "part", "none")
#: Agreements to share: one that serves every case, or one for this case.
AGREEMENTS = ("regular", "case_by_case")


def asked(facts: Facts) -> bool:
    """Whether the requesting State asked for return, in its request or by a step since."""
    return facts.recovery.return_asked or return_asked(facts.content)


@guard("14(1)")
def realisation_told(facts: Facts) -> Iterator[Finding]:
    """What each asset brought, in which currency; and the costs are told, even if there were none."""
    yield from each(facts, "assets", "14(1)", "label", "amount", "costs", "currency")
    yield from told("", GOOD_PRACTICE, "realised_on").check(facts)


@guard("14(2)")
def return_stated(facts: Facts) -> Iterator[Finding]:
    """A request for return says for whom: victims to be compensated, or legitimate owners."""
    if not any(str(facts.data.get(name) or "").strip() for name in ("victims", "owners")):
        yield missing("recovery.return.nobody", "14(2)", "step.victims")


@guard("14(2)")
def return_considered(facts: Facts) -> Iterator[Finding]:
    """The consideration is recorded: its outcome, the law here, and why where not everything is returned."""
    if not asked(facts):
        yield missing("recovery.return.not_asked", THIS_SYSTEM, "request.history")
    if facts.data.get("outcome") not in OUTCOMES:
        yield missing("recovery.return.outcome", "14(2)", "step.outcome")
    elif facts.data["outcome"] != "all":
        yield from told("", GOOD_PRACTICE, "reasons").check(facts)
    yield from told("", "14(2)", "law").check(facts)


@guard("14(3)(b)")
def sharing_free(facts: Facts) -> Iterator[Finding]:
    """One proposal to share waits for its answer at a time, and says in which parts and of what."""
    if facts.recovery.proposal:
        yield missing("recovery.sharing.proposed_already", THIS_SYSTEM, "request.history")
    if facts.data.get("agreement") not in AGREEMENTS:
        yield missing("recovery.sharing.agreement", "14(3)(b)", "step.agreement")
    yield from told("", "14(3)(b)", "parts").check(facts)


@guard("14(3)(b)")
def sharing_proposed(facts: Facts) -> Iterator[Finding]:
    """The other State proposed to share, and waits for the answer: nobody agrees with themselves."""
    if not facts.recovery.proposal:
        yield missing("recovery.nothing_waits", THIS_SYSTEM, "request.history")
    elif facts.recovery.proposal["side"] == facts.side:
        yield missing("recovery.sharing.own_proposal", THIS_SYSTEM, "request.history")


@guard("14(1)-(3)")
def disposed(facts: Facts) -> Iterator[Finding]:
    """Each line says what goes where and to whom; what is kept or covers costs needs nobody named."""
    yield from each(facts, "lines", "14(1)", "label")
    for number, row in enumerate(rows(facts, "lines"), 1):
        if row.get("to") not in (*WAYS, COSTS):
            yield missing("recovery.lines.to", "14(1)", "step.lines", number=number)
        elif row["to"] not in ("retained", COSTS) and not str(row.get("beneficiary") or "").strip():
            yield missing("recovery.lines.beneficiary", WAYS[row["to"]], "step.lines", number=number)


@guard("14(2)")
def return_first(facts: Facts) -> Iterator[Finding]:
    """Where return was asked, its priority consideration is recorded before anything else is done with the property."""
    if not asked(facts):
        return
    if facts.recovery.considered:
        yield Finding("recovery.return.considered", "14(2)", Weight.HOLDS)
    elif any(row.get("to") != "returned" for row in rows(facts, "lines")):
        yield missing("recovery.return.not_considered", "14(2)", "request.history")


@guard("14(3)(b)")
def sharing_agreed(facts: Facts) -> Iterator[Finding]:
    """Property is shared only by an agreement: a regular one that is named, or one for this case that was accepted."""
    if not any(row.get("to") == "shared" for row in rows(facts, "lines")):
        return
    if not facts.recovery.shared and not str(facts.data.get("agreement") or "").strip():
        yield missing("recovery.sharing.no_agreement", "14(3)(b)", "step.agreement")
