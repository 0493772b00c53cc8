"""``flask audit``: proof that histories and documents are as they were written."""

import gc
import re
import sys
import uuid
from contextlib import suppress

import click
from sqlalchemy import or_, select

from mla.engine import one_moment
from mla.extensions import db
from mla.models import Request
from mla.services import audit
from mla.wording.audit import sentence

from .database import DataGroup

commands = DataGroup("audit", help="Proof that nothing was altered.")


def _hash(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """The hash without the spaces by which a paper groups its digits."""
    if value is None:
        return None
    bare = "".join(value.split()).lower()
    if not re.fullmatch("[0-9a-f]{64}", bare):
        raise click.BadParameter(f"'{value}' is not a hash: write its 64 digits (0 to 9, a to f).")
    return bare


@commands.command("verify")
@click.argument("request", required=False)
@click.option(
    "--head", callback=_hash, help="A hash noted earlier, such as a paper prints: it must still stand in the chain."
)
def verify(request: str | None, head: str | None) -> None:
    """Check every history (or that of REQUEST, by id or reference), its versions, documents and annexes.

    Exit code 1 if something was altered or no entry has the noted hash, 2 on bad input or without a database.
    """
    one_moment()  # a step that is taken meanwhile is half read otherwise
    chosen = _chosen(request)
    gc.freeze()  # what is in memory by now stays: looking it through again and again takes a third of the time
    each = audit.verify_each(chosen)
    with click.progressbar(each, length=len(chosen), label="Verifying", file=sys.stderr) as bar:
        problems = [problem for found in bar for problem in found]
    for problem in problems:
        click.echo(f"{problem.request}: entry {problem.seq}: {sentence(problem.cause, problem.detail)}")
    if head and not audit.knows(head, db.session.get_one(Request, chosen[0]) if request else None):
        click.echo(f"{head}: no entry has this hash: the end of a chain was cut, or a chain was rewritten.")
        raise SystemExit(1)
    if problems:
        raise SystemExit(1)
    click.echo(f"intact: {len(chosen)} histories")


def _chosen(name: str | None) -> list[uuid.UUID]:
    """The requests to check; exit code 2 when the name fits none."""
    if name is None:
        return list(db.session.scalars(select(Request.id).order_by(Request.opened_at)))
    fits = [Request.requesting_reference == name, Request.requested_reference == name]
    with suppress(ValueError):
        fits.append(Request.id == uuid.UUID(name))
    found = db.session.scalar(select(Request.id).where(or_(*fits)))
    if found is None:
        raise click.BadParameter(f"no request has the id or reference '{name}'.")
    return [found]
