"""Extradition (Art. 16): the table of steps (rows X of the treaty digest)."""

from collections.abc import Mapping
from dataclasses import replace

from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.extradition import content, deciding, legal, nationality, scope
from mla.domain.recording import arrivals, recordings
from mla.domain.workflow import NEW, Guard, Kind, Step

from . import aside, competing, pursuing, surrendering
from .amendment import amendment_steps
from .front import BEFORE_SENDING, FINAL, FIRST_STEPS, INTERNAL, closing_steps, information_steps, with_rules
from .obligations import obligation_steps

#: The rules of Art. 16 in place of those of Art. 18.
RULES: Mapping[Guard, Guard] = {
    g.complete: content.complete,
    g.in_scope: scope.in_scope,
    g.regime: legal.carried,
    g.language: legal.language,
    r.keep_status: deciding.keep_status,
}
#: The way of a request on which all goes well, once it is sent.
ONWARD = ("transmitted", "received", "examination", "judicial_phase", "granted", "surrender_arranged", "surrendered")
OPEN = (*ONWARD, "info_requested", "lapsed_info", *pursuing.STATES, *surrendering.STATES)
#: Where the requested side has gone beyond the examination, so that an amended request is examined anew.
DECIDED = ("judicial_phase", "granted", "granted_conditional")
#: Where there is nothing to withdraw any more: after a refusal or a surrender.
_DONE = ("refused_national", "prosecution_asked", "prosecution_submitted", "prosecution_reported", "enforcement_asked",
         "sentence_considered", "surrendered", "temporarily_surrendered")  # fmt: skip
WITHDRAWABLE = tuple(state for state in OPEN if state not in _DONE)
#: Where several States may ask for the person: neither refused for nationality nor surrendered for good.
UNSETTLED = tuple(state for state in OPEN if state not in (*pursuing.INSTEAD, "surrendered"))
ENDED = ("redirected", "refused", "withdrawn", "closed")
STATES = (NEW, *BEFORE_SENDING, *OPEN, *ENDED, "abandoned")
#: The rules by which a letter of request that came on paper is read: what it lacks is said, and closes nothing.
READ_ON_ARRIVAL = (content.complete, scope.in_scope)

STEPS = with_rules(
    (
        *FIRST_STEPS,
        *aside.REDIRECTION,
        *information_steps(pursuing.WORKING),
        *aside.LAPSE,
        *pursuing.STEPS,
        *surrendering.STEPS,
        *competing.weighing_steps(UNSETTLED),
        *aside.aside_steps(OPEN),
        *amendment_steps(OPEN, DECIDED),
        *obligation_steps(OPEN, ENDED),
        *closing_steps(WITHDRAWABLE, STATES),
    ),
    RULES,
)
AFTER_SENDING = (*OPEN, "redirected", "refused", "withdrawn")


def _but_not_unsettled(row: Step) -> Step:
    """A paper may show that a case is closed or refused; it does not settle what Art. 16(10) asks of either State."""
    if row.target == "closed":
        return replace(row, guards=(*row.guards, nationality.answered_for))
    if row.records == "refuse_extradition":
        return replace(row, guards=(*row.guards, nationality.recorded_as_such))
    return row


KIND = Kind(
    name="extradition",
    code="EXT",
    version=1,
    states=STATES,
    final=FINAL,
    internal=INTERNAL,
    steps=STEPS,
    path=(*BEFORE_SENDING, *ONWARD, "closed"),
    sections=content.SECTIONS,
    requirements=content.FORMAL,
    rules=RULES,
    recordings=(
        *map(_but_not_unsettled, recordings(STEPS, AFTER_SENDING, INTERNAL)),
        *arrivals(AFTER_SENDING, ("closed",), (deciding.keep_status, *READ_ON_ARRIVAL), READ_ON_ARRIVAL),
    ),
)
