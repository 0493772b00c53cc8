"""The room of requests: the worklist, each case, its steps and its papers."""

from . import arrived, case, competing, disposal, holdings, incoming, offences, papers, parts, steps, worklist
from .room import blueprint

__all__ = ["arrived", "blueprint", "case", "competing", "disposal", "holdings", "incoming", "offences", "papers",
           "parts", "steps", "worklist"]  # fmt: skip
