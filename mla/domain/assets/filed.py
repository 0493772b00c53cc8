"""Property and what is asked, as the file of a published case tells them: in words, as far as they can be read."""

import re
from collections.abc import Iterable
from typing import Any

from . import content, money

_WORTH = re.compile(r"([A-Z]{3}) (\d[\d ]*(?:\.\d+)?)")
#: The file's kinds that say by themselves what is asked; of a confiscation they leave the way open.
_STAGES = {"freezing": content.FREEZE}


def asset(what: str, value: str, status: str) -> dict[str, str]:
    """What a row tells; a value that is more than one amount of a currency stays in the words ("CHF 61 million")."""
    amount, currency = _read(value)
    told = (what, "" if amount else value, status)
    return {"description": "; ".join(filter(None, told)), "value": amount, "currency": currency}


def _read(value: str) -> tuple[str, str]:
    found = _WORTH.fullmatch(value)
    if found is None or money.decimals(found[1]) is None:
        return "", ""
    return found[2].replace(" ", ""), found[1]


def measure(kind: str, measures: Iterable[str]) -> dict[str, Any]:
    """What is asked, by the kind of the file, with its measures as words."""
    return {"stage": _STAGES.get(kind, ""), "actions": "; ".join(name.replace("_", " ") for name in measures)}
