"""HTTP only: rooms (one blueprint each), who may enter them, and the pages for what goes wrong."""

from flask import Flask

from . import access, errors, home, pages

ROOMS = (home.blueprint,)


def register(app: Flask) -> None:
    """Add the rooms, the access rules, the error pages and what every page needs."""
    access.register(app)
    pages.register(app)
    errors.register(app)
    for room in ROOMS:
        app.register_blueprint(room)
