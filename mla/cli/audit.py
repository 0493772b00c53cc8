"""``flask audit``: proof that histories and documents are as they were written."""

import sys
import uuid
from contextlib import suppress

import click
from flask.cli import AppGroup
from sqlalchemy import or_, select

from mla.extensions import db
from mla.models import Request
from mla.services import audit
from mla.wording.audit import CAUSES

commands = AppGroup("audit", help="Proof that nothing was altered.")


@commands.command("verify")
@click.argument("request", required=False)
@click.option("--head", help="A hash noted earlier, such as a paper prints: it must still stand in the chain.")
def verify(request: str | None, head: str | None) -> None:
    """Check every history (or that of REQUEST, by id or reference), its versions and its documents."""
    chosen = _chosen(request)
    problems: list[audit.Problem] = []
    with click.progressbar(chosen, label="Verifying", file=sys.stderr) as bar:
        for request_id in bar:
            problems += audit.verify(db.session.get_one(Request, request_id))
            db.session.expunge_all()  # a long run keeps one history in memory at a time
    for problem in problems:
        click.echo(f"{problem.request}: entry {problem.seq}: {CAUSES[problem.cause]} {problem.detail}".rstrip())
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
