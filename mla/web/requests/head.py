"""The head of every page of a request."""

from typing import Any

from mla.domain.workflow import Side
from mla.models import Person, Request
from mla.wording import steps as words

from . import standing


def head(request: Request, person: Person) -> dict[str, Any]:
    """What the head of every page of a request says."""
    outgoing = standing.own_side(request, person) is Side.REQUESTING
    return {
        "title": standing.title(request, person),
        "outgoing": outgoing,
        "ours": request.requesting_reference if outgoing else request.requested_reference,
        "theirs": standing.their_reference(request, person),
        "state": words.name_in(words.STATES, request.state),
        "tone": standing.tone(request.state),
        "kind": words.name_in(words.KINDS, request.kind),
    }
