"""``flask --app bench.site bench fill N``: a database with that many requests, each with ten entries."""

import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import click
from flask.cli import AppGroup
from sqlalchemy import func, select

from mla.extensions import db
from mla.models import Request

from . import copying, laying, originals
from .ways import WAYS

#: Copies that are laid at a time.
AT_ONCE = 500
commands = AppGroup("bench", help="Measuring, on a database of its own.")


@commands.command("fill")
@click.argument("number", type=click.IntRange(min=0))
def command(number: int) -> None:
    """Fill the database up to NUMBER requests of all kinds and states. Repeating it goes on where it stands."""
    click.echo(f"{fill(number)} requests laid.")


def fill(number: int) -> int:
    """Fill the database up to that many requests; how many were laid."""
    if not originals.made():
        with click.progressbar(WAYS, label="Originals", file=sys.stderr) as ways:
            originals.make(ways)
    known = [copying.original(request) for request in originals.made()]
    wanted = range(present(), number)
    db.session.remove()
    if wanted:
        lay(known, wanted)
    return len(wanted)


def present() -> int:
    """How many requests there are."""
    return db.session.scalar(select(func.count()).select_from(Request)) or 0


def lay(known: list[copying.Original], numbers: range, *, aside: bool = True) -> None:
    """Lay a copy for each number, of each original in turn; ``aside``: what the database keeps is put aside first."""
    chance = random.Random(numbers.start)  # noqa: S311 (nobody guesses the cases of a bench)
    tables = {table: None for one in known for table in one.tables}
    laid: Future[None] = Future()
    laid.set_result(None)
    with (
        ThreadPoolExecutor(1) as beside,
        laying.bulk(tables if aside else ()) as write,
        click.progressbar(numbers, label="Requests", file=sys.stderr) as bar,
    ):
        for start in range(numbers.start, numbers.stop, AT_ONCE):
            some = range(start, min(start + AT_ONCE, numbers.stop))
            lines = _lines(known, some, chance, tables)
            laid.result()  # while these were made, those before were laid
            laid = beside.submit(_write, write, lines)
            bar.update(len(some))
        laid.result()
    db.session.rollback()  # what was laid beside the session is seen from now on


def _write(write: laying.Writer, lines: Mapping[str, Sequence[str]]) -> None:
    for table, rows in lines.items():
        write(table, rows)


def _lines(
    known: list[copying.Original], numbers: range, chance: random.Random, tables: Iterable[str]
) -> dict[str, list[str]]:
    """The rows of some copies, by table in the order in which they are laid."""
    lines: dict[str, list[str]] = {table: [] for table in tables}
    for number in numbers:
        for table, text in known[number % len(known)].copy(number, chance).items():
            lines[table].append(text)
    return lines
