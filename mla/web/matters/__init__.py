"""The room of matters: an authority's working files, what they list, and the requests drawn from them."""

from . import draw, files, items
from .room import blueprint

__all__ = ["blueprint", "draw", "files", "items"]
