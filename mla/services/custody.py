"""The custody of bytes: papers and handed-in files lie under their SHA-256 and are checked when they are read."""

from functools import cache

from flask import current_app

from mla.documents.store import Store

_opened = cache(Store)


def _store() -> Store:
    """The store that the settings name."""
    return _opened(current_app.config["STORE_URL"])


def keep(content: bytes) -> str:
    """Store the bytes; returns their SHA-256. Storing the same bytes twice keeps one copy."""
    return _store().put(content)


def fetch(sha256: str) -> bytes:
    """The bytes under that SHA-256; raises Missing or Altered when they are not what was stored."""
    return _store().get(sha256)
