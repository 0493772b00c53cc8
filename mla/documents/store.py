"""The store of bytes: each lies under its SHA-256, is written whole or not at all, and is checked when it is read."""

import hashlib
import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import fsspec

_NAME = re.compile(r"[0-9a-f]{64}")


class StoreError(Exception):
    """The store can't be read or written: a full disk, a missing folder, a refused permission."""


class Missing(StoreError):
    """Nothing lies under that SHA-256."""


class Altered(StoreError):
    """What lies under that SHA-256 has another one: it is not what was stored."""


@contextmanager
def _as_store_error() -> Iterator[None]:
    """Whatever the disk or the network says becomes one cause."""
    try:
        yield
    except OSError as error:
        raise StoreError(str(error)) from error


class Store:
    """A store at an address that fsspec can open (``file:///FOLDER``, ``s3://BUCKET/FOLDER``)."""

    def __init__(self, url: str) -> None:
        self._files, self._root = fsspec.url_to_fs(url)
        self._local = "file" in self._files.protocol

    def put(self, content: bytes) -> str:
        """Store the bytes and return their SHA-256. The same bytes are kept once.

        They are written under a passing name, read back, and moved to their own: nobody ever finds half of them.
        On return they are on the disk itself, since the row that will name them survives a loss of power.
        Raises StoreError, and Altered if something else already lies under that SHA-256.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        with _as_store_error():
            if self.exists(sha256):
                self.get(sha256)
            else:
                self._write(sha256, content)
            folder = self._path(sha256).rpartition("/")[0]
            self._settle(folder, self._root, self._root.rpartition("/")[0])
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes under the SHA-256. Raises Missing, Altered or StoreError."""
        with _as_store_error():
            try:
                content: bytes = self._files.cat_file(self._path(sha256))
            except FileNotFoundError:
                raise Missing(sha256) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Altered(sha256)
        return content

    def exists(self, sha256: str) -> bool:
        """Whether something lies under the SHA-256."""
        with _as_store_error():
            return bool(self._files.isfile(self._path(sha256)))

    def _write(self, sha256: str, content: bytes) -> None:
        passing = f"{self._root}/incoming/{uuid.uuid4().hex}"
        path = self._path(sha256)
        self._make_folders(passing, path)
        try:
            with self._files.open(passing, "wb") as file:
                file.write(content)
            if self._files.cat_file(passing) != content:
                raise StoreError(f"{sha256} was not written as it was given")
            self._settle(passing)
            self._files.mv(passing, path)
        finally:
            if self._files.exists(passing):
                self._files.rm_file(passing)

    def _settle(self, *paths: str) -> None:
        """Wait until files or folders of a local disk are on the disk; elsewhere the store itself sees to it."""
        for path in paths if self._local else ():
            opened = os.open(path or "/", os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)

    def _make_folders(self, *paths: str) -> None:
        """Make the folders; on a disk of one's own they are closed to other users, since papers are confidential."""
        if self._local:
            Path(self._root).mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in paths:
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)

    def _path(self, sha256: str) -> str:
        if not _NAME.fullmatch(sha256):
            raise Missing(sha256)  # such a name was never given out, and might lead out of the folder
        return f"{self._root}/{sha256[:2]}/{sha256}"
