"""The blueprint that the pages of a request share."""

from flask import Blueprint

blueprint = Blueprint("requests", __name__, url_prefix="/requests")
