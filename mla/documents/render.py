"""From a snapshot, and nothing else, to a paper: the same snapshot gives the same text, always."""

import datetime as dt
import gc
import hashlib
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from threading import RLock
from typing import Any

from flask_babel import force_locale, gettext
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from mla.domain.history import canonical
from mla.wording import article

from . import words
from .citations import Citing, Dropped, Spoken, citable, citing, is_for_a_person, kind_of, translators
from .formats import FILTERS, direction, grouped, isolated, kept_together
from .numbering import Numbering
from .papers import TEMPLATES, candidates, named, title
from .resources import OwnFiles, Refused

STYLE = "palermo-paper.css"
SNAPSHOT_FILE = "snapshot.json"
VARIANT = "pdf/a-3a"


class PaperError(Exception):
    """A paper can't be printed as it must be; nothing is issued."""


class MissingGlyph(PaperError):
    """A character has no glyph in the fonts that are installed: the paper would show an empty box."""


class ForeignResource(PaperError):
    """A paper asked for a file that is not our own."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A printed paper: its bytes, their SHA-256, its pages, and the code printed on each page."""

    pdf: bytes
    sha256: str
    pages: int
    code: str


def code(snapshot: Mapping[str, Any]) -> str:
    """The code that stands on each page: the first 16 digits of the SHA-256 of the snapshot, in groups of four."""
    return grouped(hashlib.sha256(canonical(snapshot)).hexdigest()[:16])


def html(snapshot: Mapping[str, Any]) -> str:
    """The paper as HTML, in the snapshot's language. A value that a template names and nobody gave is an error."""
    kind, manner = kind_of(snapshot), citing(snapshot)
    with force_locale(snapshot["language"]):
        template = _templates(manner).select_template(candidates(kind, snapshot["paper"]))
        said = template.render(
            isolated(dict(snapshot), direction(snapshot["language"])) | {"kind": kind},
            title=title(snapshot["paper"], kind, snapshot["content"]),
            code=code(snapshot),
            direction=direction(snapshot["language"]),
            numbering=Numbering(),
            cites=manner.leaves_out is not Dropped.ALL,
            citable=partial(citable, manner.leaves_out),
            asked_for=words.asked_for(kind, snapshot["content"]),
            help_asked=words.HELP.get(kind),
            for_person=is_for_a_person(kind),
        )
    return kept_together(said)


def render(snapshot: Mapping[str, Any]) -> Rendered:
    """Print the paper: PDF/A-3, tagged, its language declared, its fonts embedded.

    A request and its draft carry their snapshot as an attachment. Raises MissingGlyph for a character that no
    installed font has, ForeignResource for a file that is not ours, PaperError for whatever else the printer warns of.
    """
    style, fonts = _style()
    source = html(snapshot)
    try:
        with _no_warning():
            pdf, pages = _printed(source, style, fonts, _attachments(snapshot))
    except Refused as error:
        raise ForeignResource(str(error)) from error
    return Rendered(pdf, hashlib.sha256(pdf).hexdigest(), pages, code(snapshot))


def _printed(source: str, style: CSS, fonts: FontConfiguration, attached: list[Attachment]) -> tuple[bytes, int]:
    """The bytes, and how many pages they have; all that was laid out is given up on return."""
    page = HTML(string=source, base_url="paper:", url_fetcher=OwnFiles())
    document = page.render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    pdf: bytes = document.write_pdf(pdf_variant=VARIANT, attachments=attached, attachment_relationships=None)
    return pdf, len(document.pages)


def _attachments(snapshot: Mapping[str, Any]) -> list[Attachment]:
    if not named(snapshot["paper"]).carries_snapshot:
        return []
    day = dt.datetime.fromisoformat(snapshot["date"])
    return [
        Attachment(
            string=canonical(snapshot).decode(),
            name=SNAPSHOT_FILE,
            description=gettext("The values from which this paper was made"),
            relationship="Source",
            created=day,
            modified=day,
        )
    ]


@cache
def _templates(cites: Citing) -> Environment:
    """The environment of the papers: their own, strict, and without anything of a web page."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_callables(*translators(cites), newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(FILTERS | {"article": lambda bare: cites.said(article(bare))})
    environment.globals["words"] = Spoken(cites)
    return environment


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    """The one style sheet, parsed once, with the fonts it names."""
    fonts = FontConfiguration()
    with _no_warning():
        style = CSS(filename=TEMPLATES / STYLE, font_config=fonts, url_fetcher=OwnFiles())
    return style, fonts


class _Listener(logging.Handler):
    """Keeps what the printer warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.kept.append(record)


_printer = logging.getLogger("weasyprint")
_one_at_a_time = RLock()  # the fonts are shared, and the printer's warnings say nothing of whose paper they are


@contextmanager
def _heard(listener: logging.Handler) -> Iterator[None]:
    """Let the listener hear the printer, however logging is set: silenced for the process, by level or by filter."""
    silence, level = logging.root.manager.disable, _printer.level
    disabled, filters = _printer.disabled, _printer.filters
    logging.disable(logging.NOTSET)
    _printer.setLevel(logging.WARNING)
    _printer.disabled, _printer.filters = False, []
    _printer.addHandler(listener)
    try:
        yield
    finally:
        _printer.removeHandler(listener)
        _printer.disabled, _printer.filters = disabled, filters
        _printer.setLevel(level)
        logging.disable(silence)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: a page is laid out in hundreds of thousands of objects that are all in use."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def _no_warning() -> Iterator[None]:
    """Raise what the printer warned of: a State's letter is not issued with a hole in it."""
    listener = _Listener()
    with _one_at_a_time, _heard(listener), _uncollected():
        yield
    kept = listener.kept
    glyphs = [record for record in kept if str(record.msg).startswith(".notdef glyph")]
    if glyphs:
        raise MissingGlyph(", ".join(dict.fromkeys(_character(record) for record in glyphs)))
    if kept:
        raise PaperError(kept[0].getMessage())


def _character(record: logging.LogRecord) -> str:
    """The character and its code point, as the printer reported it."""
    character, point = record.args  # type: ignore[misc]
    return f"{character} (U+{point:04X})"
