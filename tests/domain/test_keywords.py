"""The words by which a request is found in a list, and what is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mla.domain.keywords import LENGTH, sought, words

REFERENCE = "BRA-DRCI/MLA/2026/00017-K"


def found(text, title="", *references):
    """Whether what is typed finds a request of that title and those references."""
    known = words(title, *references)
    return all(any(word.startswith(term) for word in known) for term in sought(text))


@pytest.mark.parametrize(
    "text",
    [REFERENCE, "bra-drci/mla", "BRA", "00017-K", "17-k", "17", "0001", "bank rec", "RECORDS  of", "são", "SAO paulo",
     "records bra 17", "(Bank)", "ana/", "maria"],
)  # fmt: skip
def test_a_request_is_found_by(text):
    assert found(text, "Bank records of São Paulo, Ana/Maria", REFERENCE)


@pytest.mark.parametrize("text", ["mla/2026", "2026", "k", "ecords", "bank zurich", "0017", "7-k"])
def test_a_request_is_not_found_by(text):
    assert not found(text, "Bank records", REFERENCE)


# A reference of another system, without our strokes, is found by any of its parts.
@pytest.mark.parametrize("text", ["ABC-12-007", "12-0", "007", "7", "77"])
def test_a_foreign_reference_is_found_by(text):
    assert found(text, "", "abc-12-007", "0.21/77 ")


def test_what_holds_no_word_asks_for_nothing():
    assert sought(" % () -- ") == []


def test_one_beginning_of_another_is_not_asked_twice():
    assert sought("bank ba banker b") == ["banker"]
    assert sought("Bank bank") == ["bank"]


def test_long_words_are_found_by_their_first_letters():
    assert {len(word) for word in words("x" * 200)} == {LENGTH}
    assert found("x" * 200, "x" * 150)


# Whatever a title or a reference is, it finds itself, and its words are short and without capitals.
@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_is_kept_finds_itself(title, reference):
    known = words(title, reference)
    assert all(0 < len(word) <= LENGTH for word in known)
    assert found(title, title, reference)
    assert found(reference, title, reference)
