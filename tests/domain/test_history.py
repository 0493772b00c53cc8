"""A chain of entries: any change, removal, addition or reordering is found and named."""

import hashlib

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from mla.domain.history import (
    BEGINNING,
    FORMAT,
    Break,
    Header,
    Stored,
    body_digest,
    canonical,
    last,
    left_state,
    sha256,
    verify,
)


def chain(length: int = 4, request: str = "r") -> list[Stored]:
    entries, previous = [], BEGINNING
    for seq in range(1, length + 1):
        salt, body = bytes([seq]) * 32, canonical({"step": f"s{seq}"})
        at = f"2026-03-12T10:0{seq}:00.000000+00:00"
        header = Header(FORMAT, request, seq, "authority", "both", at, body_digest(salt, body), previous)
        previous = header.hash()
        entries.append(Stored(header, previous, salt, body))
    return entries


def changed(entry: Stored, **header: object) -> Stored:
    return entry._replace(header=entry.header._replace(**header))


def rehashed(entry: Stored, **header: object) -> Stored:
    new = changed(entry, **header)
    return new._replace(hash=new.header.hash())


# The canonical form is RFC 8785: keys sorted, no spaces, text as it is.
def test_the_canonical_form():
    assert canonical({"b": 1, "a": ["é", None, True]}) == '{"a":["é",null,true],"b":1}'.encode()
    assert sha256(b"x") == hashlib.sha256(b"x").hexdigest()
    assert body_digest(b"s", b"x") == hashlib.sha256(b"sx").hexdigest()


# Whatever the standard library writes faster, it writes byte for byte as RFC 8785 does.
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(values)
@example({"\ufb33": 1, "\U0001f600": 2})  # beyond ASCII, RFC 8785 sorts otherwise than by code points
@example([1e21, 1.0, -0.0, {"control": '\x00\x1f\x7f\u2028\b\t\n\f\r"\\/'}])
def test_the_canonical_form_is_that_of_rfc_8785(value):
    assert canonical(value) == rfc8785.dumps(value)


TYPES = Header.__annotations__.values()


# The form in which a header is hashed is written out, and is the canonical one.
@given(
    st.builds(
        Header, *[st.integers(0, 2**31) if kind is int else st.text() for kind in Header.__annotations__.values()]
    )
)
def test_a_header_is_hashed_in_its_canonical_form(header):
    assert header.hash() == sha256(rfc8785.dumps(header._asdict()))


@pytest.mark.parametrize("value", [2**53, -(2**53), [float("nan")], {1: 2}, {"a": object()}, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(ValueError):
        canonical(value)


@pytest.mark.parametrize("length", [0, 1, 4])
def test_a_chain_as_written_is_whole(length):
    assert verify(chain(length)) is None


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda c: [c[0], changed(c[1], authority="other"), *c[2:]], Break(2, "header")),
        (lambda c: [c[0], changed(c[1], recorded_at="2020"), *c[2:]], Break(2, "header")),
        (lambda c: [c[0], changed(c[1], visible_to="acting"), *c[2:]], Break(2, "header")),
        (lambda c: [c[0], rehashed(c[1], authority="other"), *c[2:]], Break(3, "order")),
        (lambda c: [c[0], c[1]._replace(hash="0" * 64), *c[2:]], Break(2, "header")),
        (lambda c: [c[0], c[1]._replace(body=b"{}"), *c[2:]], Break(2, "body")),
        (lambda c: [c[0], c[1]._replace(salt=b""), *c[2:]], Break(2, "body")),
        (lambda c: [c[0], c[1]._replace(body=None), *c[2:]], Break(2, "body_gone")),
        (lambda c: [c[0], c[1]._replace(salt=None), *c[2:]], Break(2, "body_gone")),
        (lambda c: c[1:], Break(1, "missing")),
        (lambda c: [c[0], *c[2:]], Break(2, "missing")),
        (lambda c: [c[1], c[0], *c[2:]], Break(1, "missing")),
        (lambda c: [c[0], c[0], *c[1:]], Break(2, "missing")),
        (lambda c: [c[0], rehashed(c[2], seq=2), c[3]], Break(2, "order")),
        (lambda c: [changed(c[0], previous="1" * 64), *c[1:]], Break(1, "order")),
        (lambda c: [c[0], chain(request="other")[1], *c[2:]], Break(2, "order")),
    ],
)
def test_each_tampering_is_found_where_it_is(tamper, found):
    assert verify(tamper(chain())) == found


# From inside, a cut tail can't be seen: that is why papers print the hash of the entry before.
def test_a_cut_tail_is_not_seen_from_inside():
    assert verify(chain()[:-1]) is None


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_two_bodies_have_two_digests(one, other):
    assert (body_digest(b"salt", one) == body_digest(b"salt", other)) is (one == other)


BODIES = [
    {"step": "accept", "from": "examination", "to": "accepted"},
    {"step": "request_information", "from": "accepted", "to": "info_requested"},
    {"step": "correct_record", "from": "info_requested", "to": "info_requested"},
]


# A returning step leads to the state from which the request last came; staying in a state is not coming into it.
@pytest.mark.parametrize(
    ("state", "left"), [("info_requested", "accepted"), ("accepted", "examination"), ("examination", None)]
)
def test_the_state_that_was_left(state, left):
    assert left_state(BODIES, state) == left


def test_the_latest_entry_of_a_step():
    later = {"step": "accept", "from": "x", "to": "y"}
    assert last([*BODIES, later], "accept") is later
    assert last(BODIES, "accept", "correct_record") is BODIES[2]
    assert last(BODIES, "close") is None
