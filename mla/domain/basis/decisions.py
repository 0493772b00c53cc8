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
from .choice import Basis, apart, is_other, stated
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
    """It is said on what the refusal rests, and that is not bank secrecy between two parties to the Convention."""
    chosen, forbidden = facts.data.get("rests_on"), no_bank_secrecy(facts)
    if chosen not in RESTS_ON:
        yield missing("step.rests_on.missing", GOOD_PRACTICE, "step.rests_on")
    elif chosen == "bank_secrecy" and forbidden:
        code = "refusal.between_parties.bank_secrecy" if forbidden == THIS_SYSTEM else "refusal.never.bank_secrecy"
        yield missing(code, forbidden, "step.rests_on")


def no_bank_secrecy(facts: Facts) -> str:
    """What forbids bank secrecy as a ground here: paragraph 8 beside a treaty, or else this system; nothing if empty.

    Paragraph 8 speaks of assistance under the article. That a party does not use bank secrecy against another party
    on reciprocity either is a rule of this system.
    """
    if beside(facts):
        return refusal.NEVER["bank_secrecy"]
    return THIS_SYSTEM if stated(facts.content)["basis"] == Basis.RECIPROCITY and not apart(facts) else ""


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
