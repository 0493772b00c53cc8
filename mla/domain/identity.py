"""Whether two entries speak of the same person: a comparison for notices, never a finding of identity."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from stdnum import iban

from .history import sha256

#: Stands between family name and given names, so that "Ana | Silva" is not "Ana Silva |".
_BETWEEN = "\x1f"


def folded(text: str) -> str:
    """The text without differences of case, of Unicode form (NFC) and of white space."""
    plain = unicodedata.normalize("NFD", " ".join(text.split()))  # as Unicode wants it before folding
    return unicodedata.normalize("NFC", plain.casefold())


def bare(text: str) -> str:
    """The text without accents and other marks on its letters."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def name_key(family_name: str, given_names: str) -> str:
    """64 hexadecimal digits that are the same for the same folded names; empty where no name is known."""
    names = [folded(family_name), folded(given_names)]
    return sha256(_BETWEEN.join(names).encode()) if any(names) else ""


def script_key(original_script: str) -> str:
    """64 hexadecimal digits that are the same for the same folded name in its original script; empty for none."""
    name = folded(original_script)
    return sha256(name.encode()) if name else ""


def account_key(number: str) -> str:
    """64 hexadecimal digits that are the same however an account number or IBAN is grouped; empty for none."""
    compact = iban.compact(folded(number).replace("/", "")).casefold()
    return sha256(compact.encode()) if compact else ""


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries may be the same person (this system).

    Both names agree, accents aside, since many keyboards and registers have none; or the names in their original
    script do, to the letter. No two known dates of birth differ. Each
    mapping has ``family_name``, ``given_names``, ``original_script`` and ``born_on`` (a date, ISO text or None).
    """
    if one["born_on"] and other["born_on"] and str(one["born_on"]) != str(other["born_on"]):
        return False
    return any(key and key == other_key for key, other_key in zip(keys(one), keys(other), strict=True))


def keys(person: Mapping[str, Any]) -> tuple[str, str]:
    """The key of both names without accents, and that of the name in its original script; empty where none is known.

    Two entries that may be the same person have one of them in common. The mapping is as for ``same``.
    """
    named = name_key(bare(person["family_name"]), bare(person["given_names"]))
    return named, script_key(person["original_script"])
