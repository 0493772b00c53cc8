"""The room of requests: the worklist, each case, its steps and its papers."""

from . import case, papers, steps, worklist
from .room import blueprint

__all__ = ["blueprint", "case", "papers", "steps", "worklist"]
