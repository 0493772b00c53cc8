"""``flask law``: the law explained on the command line. Scripts rely on the form of the lines and the exit codes."""

import datetime as dt
from pathlib import Path

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from mla import wording
from mla.domain import case_file
from mla.domain.case_file import Case, Unreadable
from mla.domain.content import REQUIREMENTS
from mla.domain.errors import UnknownState
from mla.domain.findings import closing
from mla.domain.kinds import KINDS
from mla.domain.score import score
from mla.services import law as service
from mla.wording import score as words
from mla.wording.cases import GROUPS, WEIGHTS

from .treaties import loaded_register

commands = AppGroup("law", help="What the rules say of a case, with their articles.")


def _case(_context: click.Context, _option: click.Parameter, path: Path) -> Case:
    import yaml  # no other start needs it

    try:
        return case_file.read(yaml.safe_load(path.read_text(encoding="utf-8")))
    except Unreadable as error:
        said = f"{path}: '{error.where}' can't be read as a case: {error.given!r}."
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError) as error:
        said = f"{path} can't be read: {' '.join(str(error).split())}"
    raise click.BadParameter(said)


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return case_file.day(value)
    except Unreadable:
        raise click.BadParameter(f"'{value}' is no date. Write a day, a month or a year, such as 2026-03-12.") from None


@commands.command("explain")
@click.option("--case", required=True, type=click.Path(path_type=Path), callback=_case, help="A YAML file.")
@click.option("--on", callback=_day, metavar="DATE", help="The day, such as 2026-03-12; without it, that of the case.")
def explain(case: Case, on: dt.date | None) -> None:
    """Say what the law says of a case on a day: scope, basis, content, language, channel and gate.

    Exit code 0 if the request could be transmitted that day, 1 if not, 2 for a file, date or State that can't be read.
    """
    day = on or case.day
    if day is None:
        raise click.BadParameter("The case has no date. Give one with --on.", param_hint="--on")
    groups = _groups(case, day)
    for group in groups:
        if group.findings:
            click.echo(str(GROUPS[group.name]))
        if group.name == "content":
            _score(case)
        for finding in group.findings:
            weight, article = WEIGHTS[finding.weight.value], wording.article(finding.article)
            click.echo(f"  {weight}: {wording.sentence(finding)} [{article}]")
    for key in case.unused:
        click.echo(_("Kept, and read by no rule: %(key)s", key=key))
    closed = sum(len(closing(group.findings)) for group in groups)
    if closed:
        click.echo(_("On %(day)s the request could not be transmitted: %(number)s points are open.",
                     day=wording.day(day), number=closed))  # fmt: skip
        raise SystemExit(1)
    click.echo(_("On %(day)s the request could be transmitted, once it is approved, signed and numbered.",
                 day=wording.day(day)))  # fmt: skip


def _score(case: Case) -> None:
    """One line per article: how much of what it asks is given."""
    asked = KINDS[case.kind].requirements if case.kind in KINDS else REQUIREMENTS
    for line in score(case.content, case.requesting or "", asked):
        strict = f", {words.strength(line)}" if line.strength else ""
        click.echo(f"  {words.counted(line)}: {words.asked(line)} [{wording.article(line.article)}{strict}]")


def _groups(case: Case, day: dt.date) -> list[service.Group]:
    """The findings; a State that is none, or a register that is not there, ends the command."""
    loaded_register()
    try:
        return service.explain(case, day)
    except UnknownState as error:
        raise click.BadParameter(wording.refusal_of_state(error), param_hint="--case") from None
