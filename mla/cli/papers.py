"""``flask papers``: the print acceptance list over the papers that were issued."""

import json
import sys
from collections.abc import Iterator

import click
from sqlalchemy import or_, select

from mla.documents.acceptance import examine
from mla.documents.papers import PAPERS
from mla.documents.store import StoreError
from mla.extensions import db
from mla.models import Document, Person, Request
from mla.services import custody

from .database import DataGroup

commands = DataGroup("papers", help="The formal papers that were issued.")


@commands.command("check")
@click.argument("request", required=False)
def check(request: str | None) -> None:
    """Run the print acceptance list over every paper (or those of the request with the reference REQUEST).

    Needs poppler-utils. Exit code 1 if a paper is not accepted, 2 if there is no such request.
    """
    chosen = list(_papers(request))
    faults = 0
    with click.progressbar(chosen, label="Examining", file=sys.stderr) as bar:
        for document in bar:
            for fault in _faults(document):
                faults += 1
                click.echo(f"{document.number}: {fault}")
    if faults:
        raise SystemExit(1)
    click.echo(f"accepted: {len(chosen)} papers")


def _faults(document: Document) -> list[str]:
    """What is wrong with the paper. Nobody's name stands in it who does not sign, and none of the matter's notes."""
    request = document.request
    authorities = (request.requesting_id, request.requested_id)
    people = list(db.session.scalars(select(Person.name).where(Person.authority_id.in_(authorities))))
    snapshot = json.loads(document.snapshot or "{}")
    try:
        stored = custody.fetch(document.sha256)
    except StoreError as error:
        return [
            f"the stored file can't be read ({type(error).__name__.lower()}: {error}); `flask audit verify` says more."
        ]
    found = examine(stored, snapshot, people=people, internal=[request.matter.notes])
    return [f"point {fault.number}: {fault.what}" for fault in found]


def _papers(reference: str | None) -> Iterator[Document]:
    chosen = select(Document).where(Document.kind.in_(PAPERS)).join(Request)
    if reference is not None:
        named = or_(Request.requesting_reference == reference, Request.requested_reference == reference)
        if db.session.scalar(select(Request.id).where(named)) is None:
            raise click.BadParameter(f"no request has the reference '{reference}'.")
        chosen = chosen.where(named)
    yield from db.session.scalars(chosen.order_by(Request.opened_at, Document.position))
