"""``flask treaties other``, ``export-other`` and ``import-other``: bilateral and regional treaties."""

import csv
import datetime as dt
import io
from pathlib import Path

import click

from mla import wording
from mla.domain.agreements import Agreement
from mla.domain.errors import NotAccepted, NotAllowed, UnknownState
from mla.queries import agreements as queries
from mla.queries import people
from mla.services import agreement_files as files
from mla.wording import agreements as words

from .treaties import commands, loaded_register, on_day, print_table


@commands.command("other")
@click.argument("a", metavar="ISO3")
@click.argument("b", metavar="ISO3")
@on_day
def other(a: str, b: str, on: dt.date) -> None:
    """Say which other treaties bind two States on the day. Exit code 0 if some does, 1 if none, 2 on bad input."""
    one, two = a.upper(), b.upper()
    _require_states(one, two)
    found = queries.between(one, two)
    for treaty in found:
        click.echo(_line(treaty, one, two, on))
    if not found:
        click.echo("The register holds no other treaty between the two. That does not mean that there is none.")
    if not any(treaty.binds(one, two, on) for treaty in found):
        raise SystemExit(1)


def _require_states(one: str, two: str) -> None:
    register = loaded_register()
    if one == two:
        raise _refused(UnknownState(one, "same_state"))
    try:
        for code in (one, two):
            register.require_state(code)
    except UnknownState as error:
        raise _refused(error) from None


def _refused(error: UnknownState) -> click.BadParameter:
    return click.BadParameter(wording.refusal_of_state(error), param_hint="ISO3")


def _line(treaty: Agreement, one: str, two: str, on: dt.date) -> str:
    subjects = words.said("subjects", sorted(treaty.subjects))
    bonds = [(iso3, treaty.parties[iso3]) for iso3 in (one, two)]
    days = "; ".join(f"{wording.state_name(iso3)} {words.days(bond.since, bond.until)}" for iso3, bond in bonds)
    binds = "binds" if treaty.binds(one, two, on) else "does not bind"
    return f"{binds}: {treaty.title} ({subjects}). {days}. Source: {treaty.source}"


@commands.command("export-other")
def export_other() -> None:
    """Print every other treaty that counts as CSV, a row for each party."""
    print_table(files.COLUMNS, ([row[column] for column in files.COLUMNS] for row in files.rows()))


@commands.command("import-other")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", "email", metavar="EMAIL", help="The register keeper who brings it, and can't confirm it then.")
def import_other(file: Path, email: str | None) -> None:
    """Enter the treaties of a CSV file, all or none; each counts once a register keeper has confirmed it.

    The columns are those of export-other; rows of one title and day of signature are one treaty. Exit code 2 with a
    line for every fault; then nothing is entered.
    """
    loaded_register()
    now, person = dt.datetime.now(dt.UTC), people.by_email(email) if email else None
    if email and person is None:
        raise click.BadParameter(f"nobody has an account with the address '{email}'.", param_hint="--by")
    try:
        entries = files.read(_rows(file))
        done = files.bring(entries, f"From the file {file.name}", person.id if person else None, now)
    except NotAccepted as error:
        _refuse(error)
    except NotAllowed:
        raise click.BadParameter(f"{email} is no register keeper.", param_hint="--by") from None
    click.echo(f"{done['entered']} entered, {done['corrected']} corrected, {done['same']} the same.")
    if done["entered"] or done["corrected"]:
        click.echo("What was entered counts once a register keeper has confirmed it.", err=True)


def _rows(file: Path) -> list[dict[str, str]]:
    """The rows of the file below its head, every one with a text in every column."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        read = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="", strict=True)
        found, head = list(read), read.fieldnames or []
    except (UnicodeDecodeError, csv.Error) as error:
        raise click.UsageError(f"{file.name} can't be read as CSV in UTF-8: {error}.") from None
    if sorted(head) != sorted(files.COLUMNS):
        raise click.UsageError(f"The first row of {file.name} must name these columns: {', '.join(files.COLUMNS)}.")
    if long := [str(number) for number, row in enumerate(found, 2) if "" in row]:
        raise click.UsageError(f"{file.name} has more values than columns in row {', '.join(long)}.")
    if "\0" in text:
        raise click.UsageError(f"{file.name} holds a character that can't be shown.")
    return found


def _refuse(error: NotAccepted) -> None:
    for place, cause in error.fields.items():
        row, _, column = place.partition(".")
        click.echo(f"row {row}, {column}: {words.CAUSES[cause]}", err=True)
    click.echo("Nothing was entered.", err=True)
    raise SystemExit(2)
