"""What nothing can be faster than, measured in the same run."""

import hashlib
import json
import time
import uuid
from collections.abc import Sequence
from functools import cache
from multiprocessing.pool import Pool
from typing import Any

from sqlalchemy import select
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from mla.documents.papers import TEMPLATES
from mla.documents.render import STYLE
from mla.documents.resources import OwnFiles
from mla.extensions import db
from mla.models import Entry, Listing
from mla.queries import cases

from .pace import Job

VARIANT = "pdf/a-3a"


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    return CSS(filename=TEMPLATES / STYLE, font_config=fonts, url_fetcher=OwnFiles()), fonts


def printed(html: str) -> int:
    """Print the page with bare WeasyPrint, the style sheet parsed beforehand; how many pages it has."""
    style, fonts = _style()
    page = HTML(string=html, base_url="paper:", url_fetcher=OwnFiles())
    document = page.render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    document.write_pdf(pdf_variant=VARIANT)
    return len(document.pages)


def _print_for(given: tuple[str, float]) -> tuple[int, float]:
    html, seconds = given
    _style()
    begun, done = time.perf_counter(), 0
    while not done or time.perf_counter() - begun < seconds:
        printed(html)
        done += 1
    return done, time.perf_counter() - begun


def printing(processes: Pool, workers: int, html: str, seconds: float) -> float:
    """How many of the letter bare WeasyPrint prints in a second, in as many processes as the server has."""
    return sum(done / took for done, took in processes.map(_print_for, [(html, seconds)] * workers, chunksize=1))


def hashed(entries: Sequence[dict[str, Any]]) -> None:
    """SHA-256 over each entry as canonical JSON by the standard library: what proving a chain can't do without."""
    for entry in entries:
        text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        hashlib.sha256(text.encode()).hexdigest()


def plain(entry: Entry) -> dict[str, Any]:
    """Header and body of an entry as plain values."""
    header = {column.name: str(getattr(entry, column.name)) for column in entry.__table__.columns}
    return header | {"body": json.loads(entry.body.body) if entry.body else None}


def selecting(authority: uuid.UUID) -> Job:
    """The rows of the first page of the worklist, by a bare SELECT."""
    chosen = select(Listing.__table__).where(Listing.authority_id == authority)
    rows = chosen.order_by(Listing.opened_at.desc(), Listing.request_id.desc()).limit(cases.PAGE + 1)

    engine = db.engine

    def job() -> None:
        with engine.connect() as connection:
            connection.execute(rows).all()

    return job
