"""The published treaty data that ships with the package; README.md beside it names sources and gaps."""

import csv
from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one of the files (``states``, ``instruments``, ``participation``, …), every value as text."""
    text = resources.files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
