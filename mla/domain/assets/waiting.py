"""Whose turn it is on assets: what is waited for in a case that holds property, and what its stage bars."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..history import last
from ..workflow import Side, Step
from .content import CONFISCATING, TRACE, stage
from .disposal import left
from .freezing import freezes_on
from .holding import held_on
from .recovery import recovery

Told = Sequence[Mapping[str, Any]]

#: Steps that may be taken on the way but for which nobody waits.
ASIDE = frozenset({
    "ask_extension", "decline_extension", "notify_unjustified", "notify_unenforceable", "notify_other_states",
    "report_recovery",
})  # fmt: skip
#: What keeps a step from being listed: nothing is frozen, asked or proposed, or another stage is asked.
NOT_NOW = frozenset({
    "recovery.freeze.none", "recovery.nothing_waits", "recovery.sharing.own_proposal", "recovery.claims.none_wait",
    "recovery.return.not_asked", "recovery.stage.no_order", "recovery.stage.own_confiscation",
})  # fmt: skip
#: Answers that are waited for before anything else is.
FIRST = ("accept_sharing", "extend_freeze", "lift_freeze", "answer_disposal")


def _stands(told: Told) -> str:
    return str(told[-1].get("to") or "") if told else ""


def _unanswered(told: Told, asked: str, *answers: str) -> bool:
    found = last(told, asked, *answers)
    return found is not None and found["step"] == asked


def _held(told: Told, day: dt.date) -> bool:
    return bool(held_on(told, day))


def _to_be_freed(told: Told, day: dt.date) -> bool:
    """Whether what is frozen must be freed: notice came that it is not needed, or nothing is asked any more."""
    over = _stands(told) in ("refused", "withdrawn")
    return _held(told, day) and (over or _unanswered(told, "notify_unjustified", "lift_freeze"))


def _to_be_disposed(told: Told, _day: dt.date) -> bool:
    """Whether confiscated property is left of which it is to be said what becomes of it."""
    return _stands(told) != "disposed" or bool(left(told))


#: Steps for which somebody waits only once something else happened, or until it did.
CONDITIONAL: Mapping[str, Callable[[Told, dt.date], bool]] = {
    # While property is traced or frozen, the requesting side is to say what follows.
    "request_information": lambda told, _day: _stands(told) not in ("traced", "frozen"),
    "open_consultation": lambda told, _day: _stands(told) not in ("traced", "frozen"),
    "report_freeze": lambda told, _day: _stands(told) == "freeze_pending",
    "continue_freeze": _held,
    "end_freeze": lambda told, day: bool(freezes_on(told, day)) and not _held(told, day),
    "extend_freeze": lambda told, _day: bool(recovery(told).extension),
    "lift_freeze": _to_be_freed,
    "notify_third_parties": lambda told, _day: _stands(told) == "court_phase",
    "record_claims": lambda told, _day: _stands(told) == "court_phase",
    "decide_claims": lambda told, _day: bool(recovery(told).claims),
    "answer_disposal": lambda told, _day: _unanswered(told, "open_disposal", "answer_disposal", "ask_return"),
    "accept_sharing": lambda told, _day: bool(recovery(told).proposal),
    "decline_sharing": lambda told, _day: bool(recovery(told).proposal),
    **dict.fromkeys(("dispose", "report_realisation", "consider_return"), _to_be_disposed),
}


def barred(sent: Mapping[str, Any]) -> frozenset[str]:
    """The steps that the stage of the request that was sent leaves no room for; none before one was sent."""
    if not sent:
        return frozenset()
    asked = stage(sent)
    if asked in CONFISCATING:
        return frozenset({"close_followed"})
    return frozenset({"begin_court_phase", "submit_freeze"} if asked == TRACE else {"begin_court_phase"})


def side(step: Step, told: Told) -> Side:
    """Whose turn the step is: a proposal to share waits for the other side."""
    proposed = recovery(told).proposal.get("side")
    if step.side is Side.EITHER and proposed:
        return Side.REQUESTED if proposed == Side.REQUESTING else Side.REQUESTING
    return step.side
