"""One run of a bench: fill, measure, fill further, measure again."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.pool import Pool
from pathlib import Path

import click
from flask import Flask

from mla.documents import render
from mla.extensions import db

from . import fill, floors, known, papers, proofs, server, table
from .figures import Site, Waiting
from .pace import Measured, against, pace, seconds

#: With how many requests the pages are measured first, and with how many everything is.
FIRST, MAIN = 1_000, 100_000
#: Letters after which a worker's memory is read.
LETTERS = 200
WORKERS = 2
#: The page that shows nothing but who is signed in, and the pages that are held against it too.
FRAME, ITSELF = "signed_in_page", ("worklist", "worklist_last_page", "search", "case_page")
SITE, BARE = ("wsgi:app", "/login"), ("bench.hello:app", "/")


@dataclass(slots=True)
class Run:
    """What is measured on which application, and for how many seconds each figure."""

    app: Flask
    folder: Path
    seconds: float
    printers: Pool
    measured: dict[str, Measured] = field(default_factory=dict)

    def whole(self, number: int) -> Mapping[str, Measured]:
        """Every figure of the table, on a database that grows up to that many requests."""
        main, pages = min(MAIN, number), {}
        for size in sorted({min(FIRST, number), main, number}):
            self._filled(size)
            with self._served() as (site, palermo):
                pages[size] = self._pages(site, size)
                if size == main:
                    self._all_else(site, palermo, pages[size])
        few, many = pages[min(pages)], pages[max(pages)]
        if few is not many:
            growths = {f"growth_{page}": grown(few[page], many[page]) for page in many}
            self.measured |= {name: one for name, one in growths.items() if name in table.GOALS}
        return self.measured

    def _filled(self, number: int) -> None:
        with self.app.app_context():
            took = seconds(lambda: fill.fill(number))
            db.engine.dispose()
        click.echo(f"filled up to {number} in {took:.0f} s", err=True)

    @contextmanager
    def _served(self) -> Iterator[tuple[Site, server.Served]]:
        """Palermo and the bare page under the same server, and people signed in."""
        log = self.folder / "server.log"
        with server.served(*SITE, log) as palermo, server.served(*BARE, log) as bare:
            yield Site.entered(palermo.port, bare.port, self.seconds), palermo

    def _pages(self, site: Site, size: int) -> dict[str, Measured]:
        with self.app.app_context():
            paths = page_paths()
        return {name: _told(f"{name} at {size}", site.page(found)) for name, found in paths.items()}

    def _all_else(self, site: Site, palermo: server.Served, pages: Mapping[str, Measured]) -> None:
        """What is measured once: pages held against their goals, steps, papers, proofs, and the start."""
        self.measured |= {page: one for page, one in pages.items() if page != "obligations"}
        self.measured |= {f"{page}_itself": itself(pages[page], pages[FRAME]) for page in ITSELF}
        with self.app.app_context():
            letters, drafts = Waiting(known.to_be_signed()), known.incomplete(2 * WORKERS)
            cases = Waiting([(one.id, one.state) for one in known.correctable(5000)])
            self.measured["audit_verify"] = _told("audit_verify", proofs.verified())
            self.measured["worklist_select"] = _told("worklist_select", self._selected(site))
        self.measured["step_without_paper"] = _told("step_without_paper", site.corrected(cases))
        self.measured["step_refused"] = _told("step_refused", site.refused(drafts))
        self.measured["two_writers"] = _told("two_writers", site.two_writers(cases))
        self._letters(site, palermo, letters)
        self.measured["start"] = _told("start", against(lambda: self._start(BARE), lambda: self._start(SITE)))

    def _letters(self, site: Site, palermo: server.Served, letters: Waiting) -> None:
        """Steps with a letter, what a worker holds after many, and a long letter on its own."""
        waiting = len(letters.cases)
        first = letters.sign(site.people["signatory"])
        with self.app.app_context():
            snapshot = known.letter(first)
            page = render.html(snapshot)
            db.session.remove()
        floor = lambda: floors.printing(self.printers, WORKERS, page, self.seconds * 3)  # noqa: E731
        self.measured["step_with_paper"] = _told("step_with_paper", site.signed(letters, floor))
        while waiting - len(letters.cases) < LETTERS:
            pace([lambda: letters.sign(site.people["signatory"])] * WORKERS, 1)
        held = palermo.memory()
        self.measured["worker_memory"] = _told("worker_memory", Measured(held, 1, held))
        with self.app.app_context():
            self.measured["papers_letter"] = _told("papers_letter", papers.letter(snapshot))
            self.measured["papers_60_pages"] = _told("papers_60_pages", papers.sixty_pages(snapshot))

    def _selected(self, site: Site) -> Measured:
        """The first page of the worklist, held against the bare SELECT of its rows."""
        job = floors.selecting(known.authority())
        return against(lambda: pace([job], self.seconds / 2), lambda: site.rate(["/requests"]))

    def _start(self, application: tuple[str, str]) -> float:
        with server.served(*application, self.folder / "server.log") as started:
            return started.started_in


def page_paths() -> dict[str, list[str]]:
    """The pages that are measured, by name: where each is. The first shows what any page costs a signed-in person."""
    return {
        FRAME: ["/account"],
        "worklist": ["/requests"],
        "worklist_last_page": [f"/requests?after={known.before_last_page()}"],
        "search": [f"/requests?q={known.found_by()}"],
        "case_page": [f"/requests/{one}" for one in known.with_ten_entries()],
        "obligations": ["/obligations"],
    }


def itself(page: Measured, frame: Measured) -> Measured:
    """What a page reaches of the page that shows nothing to somebody who is signed in, both in bare answers."""
    return Measured(page.ratio, frame.ratio, page.ratio / frame.ratio)


def grown(few: Measured, many: Measured) -> Measured:
    """How much longer a page takes among many cases than among few, both in answers of the bare page."""
    return Measured(1 / many.ratio, 1 / few.ratio, few.ratio / many.ratio)


def _told(name: str, one: Measured) -> Measured:
    click.echo(f"{name}: {one.value:.2f} against {one.floor:.2f}, {one.ratio:.3f}", err=True)
    return one
