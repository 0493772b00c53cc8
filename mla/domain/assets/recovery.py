"""What has passed between the two sides on assets, read from the history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..history import last

Body = Mapping[str, Any]
_NOTHING: Body = {}
#: Steps by which a request for a longer freeze is answered.
EXTENSION_ENDS = ("extend_freeze", "decline_extension", "lift_freeze")
#: Steps by which a proposal to share is answered.
SHARING_ENDS = ("accept_sharing", "decline_sharing")


@dataclass(frozen=True, slots=True)
class Recovery:
    """What the guards on assets read of the history; what was recorded from paper may lack anything.

    ``entries`` are the history itself, from which the numbers are counted;
    ``extension`` the request for a longer freeze that waits for an answer. ``notified`` says whether third parties were
    given notice; ``claims`` are those that are not decided. ``unenforceable`` says whether notice came that the order
    is no longer enforceable. ``return_asked`` says whether a step asked for return, ``considered`` whether priority
    consideration was recorded since. ``proposal`` is the proposal to share that waits for an answer, with its ``side``,
    and ``shared`` the one that was accepted.
    """

    entries: tuple[Body, ...] = ()
    extension: Body = field(default_factory=dict)
    notified: bool = False
    claims: tuple[Body, ...] = ()
    unenforceable: bool = False
    return_asked: bool = False
    considered: bool = False
    proposal: Body = field(default_factory=dict)
    shared: Body = field(default_factory=dict)


def recovery(bodies: Sequence[Body]) -> Recovery:
    """The recovery of a request whose history entries are given from first to last."""
    considered = last(bodies, "ask_return", "consider_return")
    return Recovery(
        entries=tuple(bodies),
        extension=_waiting(bodies, "ask_extension", EXTENSION_ENDS),
        notified=last(bodies, "notify_third_parties") is not None,
        claims=_claims(bodies),
        unenforceable=last(bodies, "notify_unenforceable") is not None,
        return_asked=last(bodies, "ask_return") is not None,
        considered=considered is not None and considered["step"] == "consider_return",
        proposal=_proposal(bodies),
        shared=_shared(bodies),
    )


def _waiting(bodies: Sequence[Body], asked: str, ends: Sequence[str]) -> Body:
    """What was asked last and has not been answered since."""
    found = last(bodies, asked, *ends)
    return found["data"] if found and found["step"] == asked else _NOTHING


def _claims(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The claims of third parties on which nothing is decided yet."""
    open_: dict[str, Body] = {}
    for body in bodies:
        if body["step"] == "record_claims":
            open_ |= {str(row["label"]): row for row in body["data"].get("claims") or ()}
        elif body["step"] == "decide_claims":
            for row in body["data"].get("decisions") or ():
                open_.pop(str(row["label"]), None)
    return tuple(open_.values())


def _proposal(bodies: Sequence[Body]) -> Body:
    found = last(bodies, "propose_sharing", *SHARING_ENDS)
    waits = found is not None and found["step"] == "propose_sharing"
    return {**found["data"], "side": found.get("side", "")} if found and waits else _NOTHING


def _shared(bodies: Sequence[Body]) -> Body:
    """The proposal to share that was accepted last."""
    proposed: Body = _NOTHING
    accepted: Body = _NOTHING
    for body in bodies:
        if body["step"] == "propose_sharing":
            proposed = body["data"]
        elif body["step"] == "accept_sharing":
            accepted = {**proposed, "accepted": True}
    return accepted
