"""Papers: downloads of what was issued, annexes of a version, and previews of what a step would issue."""

import io
import uuid
from typing import Any

from flask import Response, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from mla.documents.store import StoreError
from mla.domain.findings import Finding, closing
from mla.extensions import db
from mla.models import Document, Request
from mla.queries import cases
from mla.services import casework, custody
from mla.web import errors
from mla.web.access import access, case_file, signed_in_person

from . import standing, steps
from .case import readable_content
from .room import blueprint

PDF = "application/pdf"


@blueprint.get("/<uuid:request_id>/papers/<uuid:document_id>")
@access(case_file)
def paper(case: Request, document_id: uuid.UUID) -> ResponseReturnValue:
    """A paper or file that the person's authority made or that passed to it."""
    chosen = cases.readable(signed_in_person().authority_id)
    document = db.session.scalar(chosen.where(Document.id == document_id, Document.request_id == case.id))
    if document is None:
        abort(404)
    name = f"{document.number.replace('/', '-')}{_ending(document)}"
    return handed_out(document.sha256, document.media_type, name)


@blueprint.get("/<uuid:request_id>/annexes/<sha256>")
@access(case_file)
def annex(case: Request, sha256: str) -> ResponseReturnValue:
    """An annex of the content that the person's authority may read."""
    annexes = readable_content(case, signed_in_person())["annexes"]
    found: dict[str, Any] | None = next((a for a in annexes if a["sha256"] == sha256), None)
    if found is None:
        abort(404)
    return handed_out(sha256, found["media_type"], found["file_name"] or f"{found['label']}.pdf")


def handed_out(sha256: str, media_type: str, name: str) -> ResponseReturnValue:
    """The bytes as an attachment, never opened in the page; a clear page if they are not what was stored."""
    try:
        content = custody.fetch(sha256)
    except StoreError:
        return render_template("requests/lost.html", sha256=sha256), 500
    answer = send_file(io.BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name)
    return _guarded(answer)


def _guarded(answer: Response) -> Response:
    """What somebody else's file must not do: be taken for a page, or stay in a shared cache."""
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _ending(document: Document) -> str:
    """A formal paper is a PDF; a file that was handed in keeps its ending."""
    _stem, dot, ending = document.title.rpartition(".")
    return f".{ending.lower()}" if dot and ending.isascii() and ending.isalnum() else "" if document.title else ".pdf"


@blueprint.route("/<uuid:request_id>/steps/<name>/preview/<paper>.pdf", methods=["GET", "POST"])
@access(case_file)
def preview(case: Request, name: str, paper: str) -> ResponseReturnValue:
    """A paper as the step would issue it, watermarked: with the form's answers, or with none where it needs none."""
    trying = steps.trying_to(case, name)
    if paper not in trying.step.documents:
        abort(404)
    try:
        return _previewed(trying, paper)
    except errors.HINDRANCES as error:
        return steps.hindered(trying, error)


def _previewed(trying: steps.Trying, paper: str) -> ResponseReturnValue:
    if request.method == "POST":
        steps.hand_in(trying)
        if not steps.shaped(trying):
            return steps.page(trying, 422)
    if unmet := [f for f in closing(trying.findings()) if standing.asked_by_form(f)]:
        return _incomplete(trying, unmet)
    content = casework.preview(trying.request, trying.step, paper, trying.person, trying.now, trying.data())
    answer = Response(content, mimetype=PDF, headers={"Content-Disposition": f'inline; filename="{paper}.pdf"'})
    return _guarded(answer)


def _incomplete(trying: steps.Trying, unmet: list[Finding]) -> ResponseReturnValue:
    """A paper can't be shown with holes in it: back to the form, which says what is missing."""
    if request.method == "GET":
        return redirect(url_for("requests.step", request_id=trying.request.id, name=trying.step.name), code=303)
    trying.problems += trying.form.mark(unmet)
    return steps.page(trying, 422, judged=True)
