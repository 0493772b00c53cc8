"""Tracing, freezing, confiscation and return of assets (Arts. 12 to 14): the table of steps (rows A).

Art. 13(3) applies Art. 18 to these requests, so that the rows that all kinds share keep its paragraphs. A request that
asks for confiscation after a freeze is one of its own, with its own approval and gate, and a part of the first (A7).
"""

from collections.abc import Mapping

from mla.domain import consulting as c
from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.assets import content, grounds, holding, scope
from mla.domain.obligations import rules as o
from mla.domain.recording import arrivals, recordings
from mla.domain.workflow import NEW, Guard, Kind

from . import aside, confiscation, consultation, disposal, other_basis, restraint, urgent
from .amendment import amendment_steps
from .front import BEFORE_SENDING, FINAL, FIRST_STEPS, INTERNAL, closing_steps, information_steps, with_rules
from .obligations import obligation_steps, use_steps

#: The rules of Art. 13 in place of those of Art. 18.
RULES: Mapping[Guard, Guard] = {
    g.complete: content.complete,
    g.in_scope: scope.in_scope,
    r.in_scope_kept: scope.in_scope_kept,
    c.consultation_stated: grounds.consultation_stated,
    c.ground_permitted: grounds.ground_permitted,
    o.nothing_undone: holding.nothing_undone,
}
#: Where the requested side works on the request, before anything is confiscated.
WORKING = ("examination", "accepted", "tracing", "traced", "freeze_pending", "frozen", "court_phase")
#: The way of a request on which all goes well, once it is sent.
ONWARD = ("transmitted", "received", "examination", "tracing", "traced", "freeze_pending", "frozen", "court_phase",
          "confiscated", "realised", "disposal_consultation", "disposed")  # fmt: skip
_TRACED, _FROZEN = ("tracing", "traced"), ("freeze_pending", "frozen")
_CONFISCATED = ("court_phase", "confiscated", "realised", "disposal_consultation", "disposed")
#: What may come to pass on the way to a disposal, and need not.
_PERHAPS = ("realised", "disposal_consultation")
#: The states of that way to which a request need not come at its stage; while none is chosen, all stay.
AVOIDED: Mapping[str, tuple[str, ...]] = {
    content.TRACE: (*_FROZEN, *_CONFISCATED),
    content.FREEZE: (*_TRACED, *_CONFISCATED),
    **dict.fromkeys(content.CONFISCATING, (*_TRACED, *_FROZEN, *_PERHAPS)),
}
OPEN = (*ONWARD, "accepted", "info_requested", "lapsed_info", *consultation.STATES, "lifted", "denied")
#: Where the requested side has gone beyond the examination, so that an amended request is examined anew.
DECIDED = ("accepted", "tracing", "traced", "freeze_pending", "frozen", "lifted", "court_phase", "denied")
#: Where there is nothing to withdraw any more.
_DONE = ("confiscated", *disposal.STATES, "lifted", "denied")
WITHDRAWABLE = (urgent.STATE, *(state for state in OPEN if state not in _DONE))
ENDED = ("redirected", "refused", "withdrawn", "closed")
STATES = (NEW, *BEFORE_SENDING, urgent.STATE, *OPEN, *ENDED, "abandoned")
#: Where property may be frozen, whatever else is done: a refusal or a withdrawal sets nothing free by itself, and a
#: case that was closed in favour of a confiscation leaves its freeze, which is still extended and lifted.
HOLDING = (*(s for s in OPEN if s not in ("transmitted", "received")), "refused", "withdrawn", "closed")
#: The states of a request from which confiscation may be asked by a linked one (A7), and where such a one is open.
OPENED_FROM = frozenset({"traced", "frozen"})
UNDER_WAY = frozenset({*BEFORE_SENDING, urgent.STATE, *OPEN})
#: The rules by which a letter of request that came on paper is read: what it lacks is said, and closes nothing.
READ_ON_ARRIVAL = (content.complete, scope.in_scope, g.language)

STEPS = with_rules(
    (
        *FIRST_STEPS,
        *urgent.URGENT,
        *aside.REDIRECTION,
        *information_steps(WORKING),
        *aside.LAPSE,
        *consultation.consultation_steps((*WORKING, "lapsed_info")),
        *confiscation.REFUSALS,
        *other_basis.STEPS,
        *restraint.STEPS,
        *confiscation.COURT,
        *disposal.STEPS,
        *restraint.holding_steps(HOLDING),
        *confiscation.order_steps(tuple(s for s in OPEN if s != "transmitted")),
        *aside.aside_steps(OPEN),
        *amendment_steps(OPEN, DECIDED),
        *obligation_steps(OPEN, ENDED),
        *use_steps(OPEN, ENDED),
        *closing_steps(WITHDRAWABLE, STATES),
    ),
    RULES,
)
AFTER_SENDING = (*OPEN, "redirected", "refused", "withdrawn")

KIND = Kind(
    name="assets",
    code="AST",
    version=1,
    states=STATES,
    final=FINAL,
    internal=INTERNAL,
    steps=STEPS,
    path=(*BEFORE_SENDING, *ONWARD, "closed"),
    avoided=lambda given: AVOIDED.get(content.stage(given), ()),
    sections=content.SECTIONS,
    requirements=content.REQUIRED,
    rules=RULES,
    recordings=(
        *recordings(STEPS, AFTER_SENDING, INTERNAL),
        *arrivals(AFTER_SENDING, ("closed",), (r.keep_status, *READ_ON_ARRIVAL), READ_ON_ARRIVAL),
    ),
)
