"""How fast histories are proved, held against hashing alone."""

import uuid
from collections.abc import Sequence

from mla.extensions import db
from mla.models import Request
from mla.services import audit

from . import floors, known
from .pace import Measured, against, seconds

#: How many histories are proved.
HISTORIES = 200


def verified() -> Measured:
    """Entries proved in a second, as ``flask audit verify`` proves them, held against the hashing of the same."""
    requests = known.histories(HISTORIES)
    entries = [floors.plain(entry) for request in requests for entry in request.entries]
    ids = [request.id for request in requests]
    return against(
        lambda: len(entries) / seconds(lambda: floors.hashed(entries)),
        lambda: len(entries) / seconds(lambda: _proved(ids)),
    )


def _proved(ids: Sequence[uuid.UUID]) -> None:
    """Prove the histories one by one; raises AssertionError if one is not whole."""
    for one in ids:
        db.session.expunge_all()  # a long run keeps one history in memory at a time
        if audit.verify(db.session.get_one(Request, one)):
            raise AssertionError(f"the history of {one} is not whole")
