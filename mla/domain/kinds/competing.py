"""Requests of several States for one person: the record of which takes precedence, for the acting authority alone."""

from mla.domain import guards as g
from mla.domain.extradition import competing as c
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.workflow import STAYS, Role, Side, Step, Visibility


def weighing_steps(states: tuple[str, ...]) -> tuple[Step, ...]:
    """A self-loop of the states in which the surrender of the person is neither settled nor over.

    No paper goes out, and no requesting State learns of another one: only the requested authority sees the entry.
    """
    return (
        Step(c.WEIGH, "§3", states, STAYS, Side.REQUESTED, (Role.DECIDER,), GOOD_PRACTICE,
             (c.several_ask, c.all_weighed, c.precedence_decided, g.not_future("precedence_on")),
             form="weigh_competing", visible_to=Visibility.ACTING),
    )  # fmt: skip
