"""``flask treaties``: the register on the command line. Scripts rely on the columns and the exit codes."""

import csv
import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from mla import wording
from mla.domain.errors import UnknownState
from mla.domain.findings import Finding
from mla.domain.treaties import Instrument, Register
from mla.queries import register as queries
from mla.services import certificates

from .database import DataGroup

commands = DataGroup("treaties", help="Who is bound by the Convention and its Protocols.")


def _day(_context: click.Context, _option: click.Parameter, value: str) -> dt.date:
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        raise click.BadParameter(f"'{value}' is no day. Write year, month and day, such as 2026-03-12.") from None


def loaded_register() -> Register:
    """The register, once it is loaded; until then the command ends with what to do."""
    found = queries.current()
    if not found.as_of:
        raise click.UsageError("There is no register yet. Run: flask --app wsgi init")
    return found


on_day = click.option("--on", "on", required=True, callback=_day, metavar="DATE", help="The day, such as 2026-03-12.")


@commands.command("export")
def export() -> None:
    """Print every signature and consent as CSV, with the day from which it binds."""
    columns = ("instrument", "iso3", "signed_on", "deposited_on", "action", "in_force_on", "denounced_on")
    rows = ([getattr(row, column) for column in columns] for row in loaded_register().rows())
    print_table(columns, rows)


@commands.command("count")
@on_day
def count(on: dt.date) -> None:
    """Print how many had signed, had deposited and were bound on the day, as CSV."""
    register = loaded_register()
    counts = [(i, register.counts(i, on)) for i in Instrument]
    print_table(
        ("instrument", "signatories", "parties", "in_force"),
        ([i, found.signatories, found.parties, found.in_force] for i, found in counts),
    )


@commands.command("between")
@click.argument("a", metavar="ISO3")
@click.argument("b", metavar="ISO3")
@click.option("--instrument", type=click.Choice([i.value for i in Instrument], case_sensitive=False), default="UNTOC")
@on_day
def between(a: str, b: str, instrument: str, on: dt.date) -> None:
    """Say whether two States are both bound on the day, and why. Exit code 0 if so, 1 if not, 2 on bad input."""
    try:
        bond = loaded_register().between(a.upper(), b.upper(), Instrument(instrument), on)
    except UnknownState as error:
        raise click.BadParameter(wording.refusal_of_state(error), param_hint="ISO3") from None
    for finding in bond.findings:
        click.echo(_line(finding))
    if not bond.bound:
        raise SystemExit(1)


@commands.command("certificate")
@click.argument("a", metavar="ISO3")
@click.argument("b", metavar="ISO3")
@on_day
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False, writable=True), help="A PDF file."
)
def certificate(a: str, b: str, on: dt.date, out: Path) -> None:
    """Write what binds two States on the day, and why, as a PDF. Exit code 0 once it is written, 2 on bad input."""
    loaded_register()
    try:
        made = certificates.certificate(a.upper(), b.upper(), on)
        out.write_bytes(made.pdf)
    except UnknownState as error:
        raise click.BadParameter(wording.refusal_of_state(error), param_hint="ISO3") from None
    except OSError as error:
        raise click.BadParameter(f"{out} can't be written: {error.strerror}.", param_hint="--out") from None
    click.echo(f"{out}: {made.pages} pages, SHA-256 {made.sha256}")


def _line(finding: Finding) -> str:
    return f"{finding.weight}: {wording.sentence(finding)} [{wording.article(finding.article)}]"


def print_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """CSV on the standard output; an absent value is an empty field."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
