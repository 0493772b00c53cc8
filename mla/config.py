"""Settings from the environment, checked at start-up: a wrong value stops the start with one clear sentence."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class ConfigError(Exception):
    """A setting is wrong; the text says which and what to do."""


def settings(instance: Path, environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The application's settings. ``instance`` is the folder for what this installation keeps."""
    mode = environ.get("MLA_MODE", "demonstration")
    if mode not in ("demonstration", "production"):
        raise ConfigError(f"MLA_MODE is '{mode}': set it to demonstration or production.")
    return {
        "MODE": mode,
        "SECRET_KEY": _secret_key(instance, environ, mode),
        "SQLALCHEMY_DATABASE_URI": environ.get("MLA_DATABASE_URL", f"sqlite:///{instance / 'palermo.sqlite'}"),
        "STORE_URL": environ.get("MLA_STORE_URL", (instance / "documents").as_uri()),
        "PUBLIC_URL": environ.get("MLA_PUBLIC_URL", "http://127.0.0.1:8000"),
    }


def _secret_key(instance: Path, environ: Mapping[str, str], mode: str) -> str:
    """The key that signs sessions: given, or a random one kept with mode 0600 in demonstration."""
    if given := environ.get("MLA_SECRET_KEY"):
        return given
    if mode == "production":
        raise ConfigError("MLA_SECRET_KEY is missing: in production, set it to a long random text.")
    path = instance / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip()
