"""How fast histories are proved, held against hashing alone."""

import gc
import uuid
from collections.abc import Sequence

from mla.engine import one_moment
from mla.extensions import db
from mla.services import audit

from . import floors, known
from .pace import Measured, against, seconds

#: How many histories are proved.
HISTORIES = 1000


def verified() -> Measured:
    """Entries proved in a second, as ``flask audit verify`` proves them, held against the hashing of the same."""
    requests = known.histories(HISTORIES)
    entries = [floors.plain(entry) for request in requests for entry in request.entries]
    ids = [request.id for request in requests]
    db.session.remove()
    gc.collect()
    gc.freeze()
    return against(
        lambda: len(entries) / seconds(lambda: floors.hashed(entries)),
        lambda: len(entries) / seconds(lambda: _proved(ids)),
    )


def _proved(ids: Sequence[uuid.UUID]) -> None:
    """Prove the histories; raises AssertionError if one is not whole."""
    one_moment()
    for one, problems in zip(ids, audit.verify_each(ids), strict=True):
        if problems:
            raise AssertionError(f"the history of {one} is not whole")
    db.session.rollback()
