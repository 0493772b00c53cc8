"""``python -m bench``: the whole bench, on a database and in a folder of its own that are gone afterwards."""

import multiprocessing
import os
import tempfile
from pathlib import Path

import click

from . import server, table

RESULT = Path(__file__).resolve().parent / "result.json"


@click.command()
@click.option("--db", "engine", type=click.Choice(["postgresql", "sqlite"]), default="postgresql")
@click.option("--number", type=click.IntRange(min=1_000), default=1_000_000, help="With how many requests at most.")
@click.option("--seconds", type=click.FloatRange(min=0.1), default=2.0, help="For how long each figure is taken.")
@click.option("--out", type=click.Path(path_type=Path), default=RESULT, help="Where the figures are kept as JSON.")
def main(engine: str, number: int, seconds: float, out: Path) -> None:
    """Measure Palermo against floors of the same run, and print the table."""
    spawning = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory(prefix="palermo-bench-") as name, spawning.Pool(2) as printers:
        folder = Path(name)
        folder.chmod(0o755)  # the database may run as another user
        with server.database(engine, folder) as address:
            os.environ |= {"MLA_DATABASE_URL": address, "MLA_STORE_URL": (folder / "documents").as_uri()}
            from .run import Run  # its application reads the two when it is made
            from .site import app

            with app.app_context():
                server.lay_tables()
            measured = Run(app, folder, seconds, printers).whole(number)
    table.write(measured, out)
    for line in table.lines(measured):
        click.echo(line)


if __name__ == "__main__":
    main()
