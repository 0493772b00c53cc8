"""Refusal and postponement where paragraphs 9 to 29 of Art. 18 do not bind (Art. 18(7)): the treaty's, or the law's.

The Convention's grounds, its duty to consult and its duty to give reasons are not claimed. What stays beside a treaty
between two States that it binds is paragraph 8: bank secrecy is no ground.
"""

from collections.abc import Iterator

from .. import refusal
from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..workflow import guard
from .choice import is_other
from .citing import beside

#: On what a refusal rests: a provision that is named, or bank secrecy.
RESTS_ON = (refusal.PROVISION, "bank_secrecy")


@guard(THIS_SYSTEM)
def under_the_convention(facts: Facts) -> Iterator[Finding]:
    """The step rests on the Convention's own rules on refusal and postponement."""
    if is_other(facts.content):
        yield missing("basis.rules.other", THIS_SYSTEM, "request.history")


@guard(THIS_SYSTEM)
def under_another_basis(facts: Facts) -> Iterator[Finding]:
    """The step is for a request to which those rules do not apply."""
    if not is_other(facts.content):
        yield missing("basis.rules.convention", THIS_SYSTEM, "request.history")


@guard(GOOD_PRACTICE)
def provision_named(facts: Facts) -> Iterator[Finding]:
    """The article of the treaty, or the provision of domestic law, that carries the decision is named."""
    if not str(facts.data.get("provision") or "").strip():
        yield missing("step.provision.missing", GOOD_PRACTICE, "step.provision")


@guard("18(8)")
def ground_of_basis(facts: Facts) -> Iterator[Finding]:
    """It is said on what the refusal rests; bank secrecy is no ground where paragraph 8 stands beside the treaty."""
    chosen = facts.data.get("rests_on")
    if chosen not in RESTS_ON:
        yield missing("step.rests_on.missing", GOOD_PRACTICE, "step.rests_on")
    elif chosen == "bank_secrecy" and beside(facts):
        yield missing("refusal.never.bank_secrecy", refusal.NEVER["bank_secrecy"], "step.rests_on")


@guard(GOOD_PRACTICE)
def reasons_told(facts: Facts) -> Iterator[Finding]:
    """The requesting State is told why."""
    if not str(facts.data.get("reasons") or "").strip():
        yield missing("step.reasons.untold", GOOD_PRACTICE, "step.reasons")


@guard(GOOD_PRACTICE)
def consultation_advised(facts: Facts) -> Iterator[Finding]:
    """To consult first is good practice: that nobody did only warns."""
    if facts.course.consultation is None:
        yield Finding("consultation.advised", GOOD_PRACTICE, Weight.WARNS, where="request.history")
