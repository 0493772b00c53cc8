"""What stands in a printed PDF, read with the programs of poppler-utils: its words, fonts, attachments and colours."""

import re
import shutil
import subprocess
import tempfile
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LANG = re.compile(rb"/Lang\s*\(([^)]*)\)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


class NoReader(Exception):
    """The programs of poppler-utils are not installed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF as a reader finds it: ``pages`` is the text of each, ``fonts`` tells for each whether it is embedded."""

    pages: tuple[str, ...]
    size: str
    tagged: bool
    archival: bool
    language: str
    fonts: dict[str, bool]
    attachments: dict[str, bytes]
    coloured: tuple[int, ...]


def read(pdf: bytes) -> Printed:
    """The PDF as a reader finds it. Raises NoReader, or CalledProcessError for what is no PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        about = _run("pdfinfo", path).decode()
        return Printed(
            pages=tuple(_run("pdftotext", "-enc", "UTF-8", path, "-").decode().split("\f")[:-1]),
            size=_value(about, "Page size"),
            tagged=_value(about, "Tagged") == "yes",
            archival=b"pdfaid" in _run("pdfinfo", "-meta", path),
            language=_language(pdf),
            fonts=_fonts(_run("pdffonts", path).decode()),
            attachments=_attachments(path, Path(folder) / "attachments"),
            coloured=tuple(_coloured(_run("pdftoppm", "-r", "30", path))),
        )


def plain(text: str) -> str:
    """The text without white space and marks of direction: what is the same wherever lines and pages end."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(c for c in normal if not c.isspace() and unicodedata.category(c) != "Cf")


def _run(program: str, *arguments: str | Path) -> bytes:
    found = shutil.which(program)
    if found is None:
        raise NoReader(f"{program} is missing: install poppler-utils")
    return subprocess.run([found, *arguments], check=True, capture_output=True).stdout  # noqa: S603 - fixed programs


def _value(about: str, key: str) -> str:
    found = re.search(rf"^{key}:\s+(.*)$", about, re.MULTILINE)
    return found[1].strip() if found else ""


def _fonts(table: str) -> dict[str, bool]:
    """Name and embedding of each font: the fifth column from the right says whether it is embedded."""
    rows = [line.split() for line in table.splitlines()[2:] if line.strip()]
    return {row[0]: row[-5] == "yes" for row in rows}


def _language(pdf: bytes) -> str:
    """The language that the document declares; it stands in the catalogue, which may be compressed."""
    for stream in (pdf, *_inflated(pdf)):
        if found := _LANG.search(stream):
            return found[1].decode("latin-1")
    return ""


def _inflated(pdf: bytes) -> Iterator[bytes]:
    for stream in _STREAM.findall(pdf):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue  # not compressed this way: no catalogue


def _attachments(path: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    _run("pdfdetach", "-saveall", "-o", folder, path)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def _coloured(pictures: bytes) -> Iterator[int]:
    """The pages on which something is neither black, white nor grey. Takes pages as PPM, one behind the other."""
    number = 0
    while pictures:
        number += 1
        _magic, size, _depth, rest = pictures.split(b"\n", 3)
        width, height = map(int, size.split())
        length = width * height * 3
        pixels, pictures = rest[:length], rest[length:]
        if not pixels[0::3] == pixels[1::3] == pixels[2::3]:
            yield number
