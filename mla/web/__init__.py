"""HTTP only: rooms (one blueprint each), who may enter them, and the pages for what goes wrong."""

from flask import Flask

from . import (
    access,
    admin,
    agreements,
    auth,
    counterparts,
    drafting,
    errors,
    history,
    home,
    matters,
    obligations,
    pages,
    requests,
)
from . import register as register_room

ROOMS = (
    home.blueprint, auth.blueprint, requests.blueprint, history.blueprint, obligations.blueprint, matters.blueprint,
    drafting.blueprint, register_room.blueprint, agreements.blueprint, counterparts.blueprint,
    admin.blueprint,
)  # fmt: skip


def register(app: Flask) -> None:
    """Add the rooms, the access rules, the error pages and what every page needs."""
    access.register(app)
    pages.register(app)
    errors.register(app)
    for room in ROOMS:
        app.register_blueprint(room)
