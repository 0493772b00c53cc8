"""Files that are handed in with a form: put into custody at once, and remembered if the form comes back."""

import mimetypes
import unicodedata
from pathlib import PurePosixPath
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.datastructures import FileStorage

from mla.services import custody

#: What a browser must never be told to open.
UNKNOWN_TYPE = "application/octet-stream"
NAME_LENGTH = 120
File = dict[str, Any]


class EmptyFile(ValueError):
    """The file holds nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.sentence = _("“%(name)s” is empty. Choose the file again.", name=name)


def take(sent: list[FileStorage]) -> list[File]:
    """Keep the files that were sent and name them as a step wants them; raises EmptyFile or StoreError."""
    return [_kept(file) for file in sent if file and file.filename]


def named(sent: list[FileStorage]) -> list[File]:
    """The names of files that were sent and not kept."""
    return [{"name": clean_name(file.filename)} for file in sent if file and file.filename]


def clean_name(given: str) -> str:
    """The bare name of a file: no folder, no characters that aren't seen, no more than fits in a line."""
    bare = PurePosixPath(given.replace("\\", "/")).name
    seen = "".join(c for c in unicodedata.normalize("NFC", bare) if unicodedata.category(c)[0] != "C").strip(" .")
    stem, dot, ending = seen.rpartition(".")
    if len(seen) > NAME_LENGTH:
        seen = f"{stem[: NAME_LENGTH - 10]}{dot}{ending[:9]}" if dot else seen[:NAME_LENGTH]
    return seen or "file"


def signed(files: list[File], subject: str) -> str:
    """The list of kept files as a field that only we can have written, for that subject alone."""
    return _signer(subject).dumps(files) if files else ""


def read(text: str, subject: str) -> list[File]:
    """The list of kept files that such a field names; none if we did not write it for that subject."""
    try:
        files: list[File] = _signer(subject).loads(text) if text else []
    except BadSignature:
        return []
    return files


def _signer(subject: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"kept files of {subject}")


def _kept(file: FileStorage) -> File:
    name = clean_name(file.filename or "")
    content = file.read()
    if not content:
        raise EmptyFile(name)
    media_type = mimetypes.guess_type(name)[0] or UNKNOWN_TYPE
    return {"name": name, "media_type": media_type, "size": len(content), "sha256": custody.keep(content)}
