"""The printer: HTML to PDF/A-3, by WeasyPrint, whose every warning is an error here. Loaded with the first paper."""

import datetime as dt
import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import RLock

from flask_babel import gettext
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from .papers import TEMPLATES
from .render import SNAPSHOT_FILE, STYLE, ForeignResource, MissingGlyph, PaperError
from .resources import OwnFiles, Refused

VARIANT = "pdf/a-3a"


def printed(page: str, carried: tuple[str, dt.datetime] | None) -> tuple[bytes, int]:
    """The PDF of the page, and how many pages it has; it carries a snapshot and its day where they are given.

    Raises as ``render.render`` does.
    """
    style, fonts = _style()
    try:
        with _no_warning():
            return _laid_out(page, style, fonts, _attachments(carried))
    except Refused as error:
        raise ForeignResource(str(error)) from error


def _laid_out(page: str, style: CSS, fonts: FontConfiguration, attached: list[Attachment]) -> tuple[bytes, int]:
    """As ``printed``; all that was laid out is given up on return."""
    source = HTML(string=page, base_url="paper:", url_fetcher=OwnFiles())
    document = source.render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    pdf: bytes = document.write_pdf(pdf_variant=VARIANT, attachments=attached, attachment_relationships=None)
    return pdf, len(document.pages)


def _attachments(carried: tuple[str, dt.datetime] | None) -> list[Attachment]:
    if carried is None:
        return []
    snapshot, day = carried
    return [
        Attachment(
            string=snapshot,
            name=SNAPSHOT_FILE,
            description=gettext("The values from which this paper was made"),
            relationship="Source",
            created=day,
            modified=day,
        )
    ]


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
