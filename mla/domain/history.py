"""The history of a request: the canonical form of an entry, its hash, and the proof that a chain is whole.

An entry hashes the previous entry's hash, its public header, and a salted digest of its body. Who may not read a
body is given its digest, and can still verify the chain.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import rfc8785

FORMAT = 1
BEGINNING = "0" * 64
#: The entry that takes back the record before it.
TAKES_BACK = "take_back_record"


#: The largest whole number that JSON says without loss.
_LARGEST = 2**53 - 1
_quoted = json.encoder.encode_basestring
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> bytes:
    """The one byte form of a JSON value (RFC 8785); raises ValueError for what has none."""
    return _ENCODER.encode(value).encode() if _is_plain(value) else rfc8785.dumps(value)


def _is_plain(value: Any) -> bool:
    """Whether the standard library writes the value in that form as well, and much faster.

    It writes fractions in another way, numbers that are too large instead of refusing them, and sorts names beyond
    ASCII in another order.
    """
    if isinstance(value, str) or value is None:
        return True
    if isinstance(value, int):
        return -_LARGEST <= value <= _LARGEST
    if isinstance(value, dict):
        return all(isinstance(name, str) and name.isascii() for name in value) and _are_plain(value.values())
    return isinstance(value, list | tuple) and _are_plain(value)


def _are_plain(values: Iterable[Any]) -> bool:
    return all(map(_is_plain, values))


@lru_cache(maxsize=1024)
def parsed(text: str) -> dict[str, Any]:
    """What a canonical text says. Who asks again for the same text is given the same object: it is never changed."""
    found: dict[str, Any] = json.loads(text)
    return found


def sha256(content: bytes) -> str:
    """The SHA-256 of the bytes, in 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def body_digest(salt: bytes, body: bytes) -> str:
    """The digest that stands for a body in the chain; the salt keeps a short body from being guessed."""
    return sha256(salt + body)


class Header(NamedTuple):
    """What everybody sees of an entry. ``recorded_at`` is an ISO 8601 instant in UTC."""

    format: int
    request: str
    seq: int
    authority: str
    visible_to: str
    recorded_at: str
    body_digest: str
    previous: str

    def hash(self) -> str:
        """The entry's hash, which the next entry names as its previous one."""
        return sha256(self._canonical().encode())

    def _canonical(self) -> str:
        """As ``canonical`` writes it, four times faster: the names are known, and so is their order."""
        return (
            f'{{"authority":{_quoted(self.authority)},"body_digest":{_quoted(self.body_digest)},"format":{self.format},'
            f'"previous":{_quoted(self.previous)},"recorded_at":{_quoted(self.recorded_at)},'
            f'"request":{_quoted(self.request)},"seq":{self.seq},"visible_to":{_quoted(self.visible_to)}}}'
        )


class Stored(NamedTuple):
    """An entry as it was found: header, the hash kept beside it, salt and body (None where it is gone)."""

    header: Header
    hash: str
    salt: bytes | None
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain is broken, and how: ``cause`` names a sentence."""

    seq: int
    cause: str


def verify(entries: Iterable[Stored]) -> Break | None:
    """The first broken entry of a chain, or None when header, body and order are as they were written."""
    previous, expected = BEGINNING, 1
    for entry in entries:
        if cause := _cause(entry, previous, expected):
            return Break(expected, cause)
        previous, expected = entry.hash, expected + 1
    return None


def _cause(entry: Stored, previous: str, expected: int) -> str:
    if entry.header.seq != expected:
        return "missing"
    if entry.header.previous != previous:
        return "order"
    if entry.header.hash() != entry.hash:
        return "header"
    if entry.body is None or entry.salt is None:
        return "body_gone"
    return "" if body_digest(entry.salt, entry.body) == entry.header.body_digest else "body"


def last(bodies: Iterable[Mapping[str, Any]], *steps: str) -> Mapping[str, Any] | None:
    """The latest entry body of one of the steps, in a history given from first to last."""
    found = None
    for body in bodies:
        if body["step"] in steps:
            found = body
    return found


def standing(bodies: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The entries that count: neither a record that was taken back, nor the entry that took it back."""
    found: list[Mapping[str, Any]] = []
    for body in bodies:
        if body["step"] == TAKES_BACK:
            found.pop()
        else:
            found.append(body)
    return found


def left_state(bodies: Iterable[Mapping[str, Any]], state: str, inside: Collection[str] = ()) -> str | None:
    """The state from which the request last came into ``state``: where a returning step leads.

    Coming back from a state that lies ``inside`` it (conditions offered in a consultation, and declined) is no new
    arrival: see ``Kind.inside``.
    """
    found = None
    for body in bodies:
        if body["to"] == state and body["from"] not in (state, *inside):
            found = body["from"]
    return found
