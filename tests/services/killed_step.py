"""Run in a process of its own: takes a step and is killed just before its transaction is committed."""

import datetime as dt
import os
import sys
import uuid

from mla import create_app
from mla.extensions import db
from mla.services import casework

app = create_app()
with app.app_context():
    db.session.commit = lambda: os._exit(77)  # type: ignore[method-assign]
    request, person, digest = sys.argv[1:]
    data = {"version_hash": digest, "channel": "pouch", "note": ""}
    now = dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)
    casework.perform(uuid.UUID(request), "transmit", uuid.UUID(person), now, "signed", data)
