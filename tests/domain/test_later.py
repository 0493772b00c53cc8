"""What is put off is looked up when it is first read, and then once."""

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from mla.domain.later import Deferring, later


@dataclass(frozen=True, slots=True)
class Known(Deferring):
    name: str
    number: int = 0
    rows: tuple[int, ...] = field(default_factory=tuple)


@pytest.fixture
def asked() -> list[str]:
    """Each look-up that was made."""
    return []


@pytest.fixture
def find(asked):
    """A look-up that is counted."""

    def look() -> int:
        asked.append("number")
        return 7

    return look


def test_nothing_is_looked_up_before_it_is_read(asked, find):
    known = Known("a", later(find))
    assert known.name == "a"
    assert asked == []
    assert (known.number, known.number) == (7, 7)
    assert asked == ["number"]


def test_what_was_put_off_stays_so_when_something_else_changes(asked, find):
    known = Known("a", later(find))
    other = known.but(name="b")
    assert asked == []
    assert (other.name, other.number, known.number) == ("b", 7, 7)
    assert asked == ["number"]  # found once for both


def test_what_is_changed_is_no_longer_put_off(asked, find):
    assert Known("a", later(find)).but(number=8).number == 8
    assert asked == []


def test_the_library_s_own_copy_holds_the_same(find):
    assert replace(Known("a", later(find)), name="b") == Known("b", 7)


def test_all_can_be_settled_at_once(asked, find):
    known = Known("a", later(find), rows=later(lambda: (1,)))
    known.settle()
    assert asked == ["number"]
    assert (known.number, known.rows) == (7, (1,))


def test_it_stays_frozen_and_knows_no_other_name(find):
    known = Known("a", later(find))
    with pytest.raises(FrozenInstanceError):
        known.number = 1
    with pytest.raises(AttributeError, match="numbers"):
        known.numbers  # noqa: B018 - reading it is what is tried


def test_a_look_up_that_fails_is_made_again():
    tries = iter((False, True))

    def look() -> int:
        if not next(tries):
            raise LookupError
        return 7

    known = Known("a", later(look))
    with pytest.raises(LookupError):
        known.number  # noqa: B018 - reading it is what is tried
    assert known.number == 7
