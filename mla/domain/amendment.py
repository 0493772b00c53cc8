"""How far an amended request is, read from the history (row F19 of the treaty digest).

The request stays in its state while the requesting side prepares the amendment: what the other side sees and
decides on is the version that was sent last, until the amended one passes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from .history import last

#: The stage in which each step leaves the amendment; nothing where none is under way any more.
STAGES = {
    "open_amendment": "draft",
    "submit_amendment": "in_review",
    "return_amendment": "draft",
    "approve_amendment": "approved",
    "sign_amendment": "signed",
    "attach_signed_amendment": "signed",
    "transmit_amendment": "",
    "transmit_amendment_by_diplomatic_channel": "",
    "drop_amendment": "",
}
#: Where a request can no longer be amended.
_ENDED = frozenset({"refused", "redirected", "withdrawn", "closed"})
_SENT = ("transmit_amendment", "transmit_amendment_by_diplomatic_channel")
_TAKEN_UP = ("examine_amendment", "accept", "accept_in_part", "begin_judicial_phase", "record_consent")


def stage(bodies: Sequence[Mapping[str, Any]]) -> str:
    """The stage of the amendment that is under way: draft, in_review, approved or signed; empty if there is none."""
    found = last(bodies, *STAGES)
    if found is None or bodies[-1]["to"] in _ENDED:
        return ""
    return STAGES[found["step"]]


def unexamined(bodies: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an amended request was sent after the last decision to accept, and nobody has taken it up since.

    Conditions that are accepted decide on what was offered: an amended request that came after the offer waits.
    """
    waits = after_offer = False
    for body in bodies:
        if body["step"] in _SENT:
            waits = after_offer = True
        elif body["step"] == "offer_conditions":
            after_offer = False
        elif body["step"] == "accept_conditions":
            waits = waits and after_offer
        elif body["step"] in _TAKEN_UP:
            waits = False
    return waits


def changes(bodies: Sequence[Mapping[str, Any]]) -> str:
    """What the amendment that was opened last is to change, in the words of who opened it."""
    found = last(bodies, "open_amendment")
    return str(found["data"]["changes"]) if found else ""
