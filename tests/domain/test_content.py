"""A content in which nothing is given: whole, and each caller's own."""

import pytest

from mla.domain.content import empty
from mla.domain.kinds import KINDS


def fill(section) -> None:
    """Write something wherever something can be written."""
    if isinstance(section, list):
        section.append("x")
    for name, value in section.items() if isinstance(section, dict) else ():
        fill(value)
        section[name] = value if isinstance(value, dict | list) else "x"


# What one caller writes, however deep, another does not find.
@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_blank_content_is_the_callers_own(kind):
    before = str(kind.blank())
    fill(kind.blank())
    assert str(kind.blank()) == before
    assert kind.blank() == {**empty(), **kind.sections, "kind": kind.name}
