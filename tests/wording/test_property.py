"""Whatever property is, why it can be confiscated and where it stands has words."""

from mla.domain.assets.content import SORTS, THEORIES
from mla.domain.assets.property import State
from mla.wording import property as words


def test_everything_has_words():
    assert set(words.SORTS) == set(SORTS)
    assert set(words.THEORIES) == set(THEORIES)
    assert set(words.STATES) == set(State)
    assert set(words.TONES) <= set(State)
