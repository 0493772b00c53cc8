"""From a snapshot, and nothing else, to a paper: the same snapshot gives the same text, always."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from flask_babel import force_locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mla.domain.history import canonical
from mla.wording import article

from . import words
from .citations import Citing, Dropped, Spoken, citable, citing, is_for_a_person, kind_of, translators
from .formats import FILTERS, direction, grouped, isolated, kept_together
from .numbering import Numbering
from .papers import TEMPLATES, candidates, named, title

STYLE = "palermo-paper.css"
SNAPSHOT_FILE = "snapshot.json"


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
    from .printer import printed  # WeasyPrint is a quarter of a start: it is loaded by who prints

    pdf, pages = printed(html(snapshot), _carried(snapshot) if named(snapshot["paper"]).carries_snapshot else None)
    return Rendered(pdf, hashlib.sha256(pdf).hexdigest(), pages, code(snapshot))


def _carried(snapshot: Mapping[str, Any]) -> tuple[str, dt.datetime]:
    """The snapshot as its paper carries it, and the day of the paper."""
    return canonical(snapshot).decode(), dt.datetime.fromisoformat(snapshot["date"])


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
