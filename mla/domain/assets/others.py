"""What one's own requests to other States show of the same order: each State is told of them, as far as it goes.

The histories stay apart: what one State recovered is counted for another once it is told there. These rules look at
what the requesting authority sent from one matter; nothing of it is read for the other side.
"""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import GOOD_PRACTICE, Finding, Weight
from ..guards import missing
from ..workflow import guard
from . import money, several
from .acts import rows as rows_of
from .answers import rows
from .counting import taken

TELLS = "notify_other_states"


@guard(GOOD_PRACTICE)
def all_named(facts: Facts) -> Iterator[Finding]:
    """Every other State to which the same order was sent is named, now or before."""
    told = {
        row.get("state") for row in (*rows(facts, "states"), *rows_of(facts.recovery.entries, TELLS, name="states"))
    }
    for one in facts.elsewhere:
        if one.state not in told:
            values = {"asked_state": one.state, "reference": one.reference}
            yield missing("recovery.states.untold", GOOD_PRACTICE, "step.states", **values)


@guard(GOOD_PRACTICE)
def told_as_shown(facts: Facts) -> Iterator[Finding]:
    """What is told of another State is what the request to it shows; where it is not, that is pointed out.

    The other side reads what an entry holds: what a request to a third State shows is no part of it.
    """
    state = str(facts.data.get("state") or "")
    shown = money.total(one.recovered for one in facts.elsewhere if one.state == state)
    told = several.told_of(taken(facts, "report_recovery"), state)
    for currency in shown:
        if told.get(currency) != shown[currency]:
            values = {"asked_state": state, "told_amount": money.plain(told.get(currency, money.NOTHING), currency)}
            yield Finding("recovery.recovered.differs", GOOD_PRACTICE, Weight.WARNS, values, "step.amount")
