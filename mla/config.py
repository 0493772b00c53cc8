"""Settings from the environment, checked at start-up: a wrong value stops the start with one clear sentence."""

import datetime as dt
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import fsspec
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

MODES = ("demonstration", "production")
#: A key that is shorter can be guessed by trying.
KEY_LENGTH = 32
DAY = dt.timedelta(hours=12)
MEGABYTE = 1024 * 1024
LAST_PORT = 65535


class ConfigError(Exception):
    """A setting is wrong; the text says which and what to do."""


def settings(instance: Path, environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The application's settings. ``instance`` is the folder for what this installation keeps."""
    mode = environ.get("MLA_MODE", "demonstration")
    if mode not in MODES:
        raise ConfigError(f"MLA_MODE is '{mode}': set it to demonstration or production.")
    _make_folder(instance)
    public = _public_url(environ.get("MLA_PUBLIC_URL", "http://127.0.0.1:8000"))
    key = _secret_key(instance, environ, mode)
    return {
        "MODE": mode,
        "SECRET_KEY": key,
        "SQLALCHEMY_DATABASE_URI": _database(environ.get("MLA_DATABASE_URL"), instance),
        "STORE_URL": _store(environ.get("MLA_STORE_URL"), instance),
        "PUBLIC_URL": public,
        "MAX_CONTENT_LENGTH": 25 * MEGABYTE,
        "MAX_FORM_PARTS": 10_000,  # a form that asks of each of hundreds of assets has thousands of fields
        "WTF_CSRF_TIME_LIMIT": None,  # a form left open over lunch is not an attack; the session's own limit holds
        "BOOTSTRAP_SERVE_LOCAL": True,
        "RATELIMIT_STORAGE_URI": "memory://",
        **_cookies(secure=public.startswith("https:")),
        **_sign_in(key),
    }


def _make_folder(instance: Path) -> None:
    try:
        instance.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"The folder {instance} can't be made ({error.strerror}): make it writable.") from error


def _database(given: str | None, instance: Path) -> str:
    """The database's address, in the form that SQLAlchemy wants; raises ConfigError unless SQLite or PostgreSQL."""
    if not given:
        return f"sqlite:///{instance / 'palermo.sqlite'}"
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:  # ValueError: the port is no number
        raise ConfigError("MLA_DATABASE_URL is no database address: write sqlite:///FILE or postgresql://…") from error
    if url.port is not None and not 0 < url.port <= LAST_PORT:
        raise ConfigError(f"MLA_DATABASE_URL names the port {url.port}: a port is a number from 1 to {LAST_PORT}.")
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    if url.drivername != "sqlite":
        raise ConfigError(f"MLA_DATABASE_URL names '{url.drivername}': Palermo keeps its data in sqlite or postgresql.")
    return _sqlite(url, instance)


def _sqlite(url: URL, instance: Path) -> str:
    """The address of the SQLite file; one that is relative lies in the instance folder."""
    if not url.database or url.database == ":memory:":
        raise ConfigError("MLA_DATABASE_URL names no file: write sqlite:///FILE, since data must outlive the server.")
    path = instance / url.database
    if not path.parent.is_dir():
        raise ConfigError(f"MLA_DATABASE_URL lies in {path.parent}, which is not a folder: make it first.")
    return url.set(database=str(path)).render_as_string()


def _store(given: str | None, instance: Path) -> str:
    """Where documents are kept, as fsspec writes it; raises ConfigError if nothing here can open such a place."""
    given = given or (instance / "documents").as_uri()
    scheme, separator, rest = given.partition("://")
    if not separator or not rest:
        raise ConfigError(f"MLA_STORE_URL is '{given}': write it as file:///FOLDER or another store's address.")
    if scheme == "memory":
        raise ConfigError("MLA_STORE_URL is in memory: documents must outlive the server.")
    try:
        fsspec.get_filesystem_class(scheme)
    except (ValueError, ImportError) as error:
        raise ConfigError(f"MLA_STORE_URL uses '{scheme}', which can't be opened here: {error}") from error
    if scheme in ("file", "local"):
        _check_folder(given, rest)
    return given


def _check_folder(given: str, rest: str) -> None:
    """Raises ConfigError unless the folder of a local store, which need not exist yet, can be written."""
    if not rest.startswith("/"):
        raise ConfigError(f"MLA_STORE_URL is '{given}': write the whole path, as file:///FOLDER.")
    folder = Path(fsspec.url_to_fs(given)[1])
    there = next(path for path in (folder, *folder.parents) if os.path.exists(path))  # noqa: PTH110 (Path's own raises)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise ConfigError(f"MLA_STORE_URL lies in {there}, which is not a folder that can be written.")


def _public_url(given: str) -> str:
    """The address under which people reach the site, without a last slash."""
    try:
        parts = urlsplit(given)
        wrong = parts.port == 0  # reading the port raises ValueError for one that is no number or too large
    except ValueError:
        raise ConfigError(f"MLA_PUBLIC_URL is '{given}': write it as https://HOST.") from None
    wrong = wrong or parts.scheme not in ("http", "https") or not parts.hostname
    if wrong or parts.query or parts.fragment or re.search(r"\s", given):
        raise ConfigError(f"MLA_PUBLIC_URL is '{given}': write it as https://HOST.")
    return urlunsplit(parts).rstrip("/")


def _secret_key(instance: Path, environ: Mapping[str, str], mode: str) -> str:
    """The key that signs sessions and links: given, or a random one kept with mode 0600 in demonstration."""
    given = environ.get("MLA_SECRET_KEY", "")
    if not given and mode == "production":
        raise ConfigError("MLA_SECRET_KEY is missing: in production, set it to a long random text.")
    if given and len(given) < KEY_LENGTH:
        raise ConfigError(f"MLA_SECRET_KEY is too short: give it at least {KEY_LENGTH} random characters.")
    return given or _kept_key(instance / "secret-key")


def _kept_key(path: Path) -> str:
    """The random key in the file; two servers that start together agree on one."""
    if not path.exists():
        own = path.with_name(f"{path.name}.{os.getpid()}")
        own.touch(mode=0o600)
        own.write_text(secrets.token_hex(KEY_LENGTH))
        try:
            os.link(own, path)
        except FileExistsError:
            pass  # another was first: its key holds
        finally:
            own.unlink()
    return path.read_text().strip()


def _cookies(*, secure: bool) -> dict[str, Any]:
    """Cookies that no script reads, that no other site sends, and that end with the working day."""
    return {
        "SESSION_COOKIE_NAME": "palermo",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": secure,
        "PERMANENT_SESSION_LIFETIME": DAY,
        "SESSION_REFRESH_EACH_REQUEST": False,  # so that a session ends a day after the sign-in, used or not
        "REMEMBER_COOKIE_DURATION": DAY,
        "REMEMBER_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_SECURE": secure,
    }


def _sign_in(key: str) -> dict[str, Any]:
    """What the sign-in library does: passwords, one-time links, an optional second factor; never a mail."""
    return {
        "SECURITY_CLI_USERS_NAME": None,  # its commands know none of our rules: `flask accounts` does
        "SECURITY_CLI_ROLES_NAME": None,
        "SECURITY_CHANGEABLE": True,
        "SECURITY_RECOVERABLE": True,
        "SECURITY_TRACKABLE": True,
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_TOTP_ISSUER": "Palermo",
        "SECURITY_TOTP_SECRETS": {"1": hmac.new(key.encode(), b"second factor", hashlib.sha256).hexdigest()},
        "SECURITY_API_ENABLED_METHODS": ["session"],
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_PASSWORD_LENGTH_MIN": 12,
        "SECURITY_RETURN_GENERIC_RESPONSES": True,  # never say whether an address has an account
        "SECURITY_RESET_PASSWORD_WITHIN": dt.timedelta(days=7),
        "SECURITY_RESET_URL": "/password",
        "SECURITY_POST_RESET_VIEW": "/login",
        "SECURITY_POST_LOGOUT_VIEW": "/login",
        "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
        "SECURITY_SEND_PASSWORD_RESET_EMAIL": False,
        "SECURITY_SEND_PASSWORD_RESET_NOTICE_EMAIL": False,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    }
