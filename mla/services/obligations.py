"""Who owes what in a request, derived from its history and the versions that it names."""

import json

from mla.domain.obligations import Ledger, ledger
from mla.models import Request

from . import record


def ledger_of(request: Request) -> Ledger:
    """The ledger of the request as its history gives it."""
    sent = {v.number: json.loads(v.content) for v in request.versions} if request.sent_version else {}
    return ledger(((entry.seq, body) for entry, body in record.told(request)), sent)
