"""How well a thing is shown."""

from enum import StrEnum


class Standing(StrEnum):
    """Established by facts, suspected on reasonable grounds (Art. 18(1)), or neither."""

    ESTABLISHED = "established"
    SUSPECTED = "suspected"
    MISSING = "missing"


def given(text: str) -> bool:
    """Whether anything is written."""
    return bool(text.strip())
