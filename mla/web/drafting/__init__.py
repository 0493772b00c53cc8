"""The room of drafts: the list of what is still to be written, its sections, and the answers to check."""

from . import assistance, check, sections, tasks
from .room import blueprint

__all__ = ["assistance", "blueprint", "check", "sections", "tasks"]
