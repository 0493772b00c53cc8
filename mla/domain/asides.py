"""The guards of the steps beside the way: the answer on confidentiality, and information that does not come."""

import datetime as dt
from collections.abc import Iterator

from .facts import Facts
from .findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from .guards import missing
from .workflow import guard


@guard("18(20)")
def confidentiality_answered(facts: Facts) -> Iterator[Finding]:
    """After a notice that confidentiality can't be kept, it is said whether the request goes on or is limited."""
    if not facts.course.not_confidential:
        yield missing("confidentiality.no_notice", "18(20)", "request.history")
    choice = facts.data.get("choice")
    if choice not in ("continue", "limit"):
        yield missing("step.choice.missing", GOOD_PRACTICE, "step.choice")
    if choice == "limit" and not str(facts.data.get("limits") or "").strip():
        yield missing("step.limits.missing", GOOD_PRACTICE, "step.limits")


@guard(GOOD_PRACTICE)
def answer_overdue(facts: Facts) -> Iterator[Finding]:
    """The day by which the information was asked has passed."""
    due = facts.course.information_due_on
    if due and dt.date.fromisoformat(due) >= facts.day:
        yield missing("information.not_due", GOOD_PRACTICE, "request.history", due_on=due)


@guard(GOOD_PRACTICE)
def new_day(facts: Facts) -> Iterator[Finding]:
    """A reminder gives a new day for the answer."""
    due = str(facts.data.get("due_on") or "")
    if not due:
        yield missing("step.due_on.missing", GOOD_PRACTICE, "step.due_on")
    elif dt.date.fromisoformat(due) < facts.day:
        yield missing("step.due_on.past", THIS_SYSTEM, "step.due_on", due_on=due)


@guard("18(16)")
def reminded_in_vain(facts: Facts) -> Iterator[Finding]:
    """A reminder was sent, and its day has passed too. Silence alone is no ground of refusal."""
    if not facts.course.reminded:
        yield missing("information.not_reminded", GOOD_PRACTICE, "request.history")
    yield from answer_overdue.check(facts)
    yield Finding("information.silence", "18(21)(a)", Weight.HOLDS)
