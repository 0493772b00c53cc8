"""What the forms of the steps on assets give: single answers, rows of property, labels of property."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..facts import Facts
from ..findings import THIS_SYSTEM, Finding
from ..guards import missing
from ..workflow import Guard
from .acts import label_of


def told(name: str, article: str, *fields: str) -> Guard:
    """The step's form says each of the fields."""

    def check(facts: Facts) -> Iterator[Finding]:
        for field in fields:
            if not str(facts.data.get(field) or "").strip():
                yield missing(f"recovery.{field}.missing", article, f"step.{field}")

    return Guard(name, article, check)


def labels(facts: Facts, name: str = "assets") -> list[str]:
    """The labels of the property that the form names."""
    return [found for found in map(label_of, facts.data.get(name) or []) if found]


def named(facts: Facts) -> Iterator[Finding]:
    """The step names the property of which it speaks."""
    if not labels(facts):
        yield missing("recovery.assets.none", THIS_SYSTEM, "step.assets")


def rows(facts: Facts, name: str = "assets") -> list[Mapping[str, Any]]:
    """The rows that the form gave under the name."""
    return list(facts.data.get(name) or [])


def each(facts: Facts, name: str, article: str, *fields: str) -> Iterator[Finding]:
    """There is a row at least, and each gives the fields."""
    given = rows(facts, name)
    if not given:
        yield missing(f"recovery.{name}.none", article, f"step.{name}")
    for number, row in enumerate(given, 1):
        for field in fields:
            if not str(row.get(field) or "").strip():
                yield missing(f"recovery.{name}.{field}", article, f"step.{name}", **placed(row, number))


def placed(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    """Which row a finding is about: its number, and the label that it bears or else the number."""
    return {"number": number, "label": label_of(row) or str(number)}
