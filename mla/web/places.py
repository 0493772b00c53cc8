"""Where a fact is given: the page, and the part of it, that mends a finding."""

from collections.abc import Iterable
from typing import Any

from flask import url_for

from mla.domain.findings import Finding
from mla.domain.workflow import Role
from mla.models import Request
from mla.services import drafting
from mla.services.matters import LISTS, SECTIONS

from .access import holds, signed_in_person

#: Parts of the case page, by the place that a finding names.
CASE_PARTS = {"people": "people", "amendment": "open-title", "history": "history", "requested": "authorities"}


def address(where: str | None, request: Request) -> str:
    """The address at which the fact of a finding is given; empty where this person can't give it there now.

    ``where`` is a finding's: ``request.<section>``, ``matter.<part>``, or ``step.<field>`` (a field of the same page).
    """
    room, _dot, part = (where or "").partition(".")
    if room == "step":
        return f"#{part}"
    if room == "request" and part in CASE_PARTS:
        return url_for("requests.case", request_id=request.id, _anchor=CASE_PARTS[part])
    own = request.requesting_id == signed_in_person().authority_id
    if not own or not holds(Role.DRAFTER.value) or not drafting.is_written(request):
        return ""
    if room == "request" and part == "draft":
        return url_for("drafting.tasks", request_id=request.id)
    if room == "request" and part in SECTIONS:
        return url_for("drafting.section", request_id=request.id, section=part)
    return _in_matter(part, request) if room == "matter" else ""


def addresses(findings: Iterable[Finding], request: Request) -> dict[str, str]:
    """The addresses of the findings, by their ``where``, for the list of findings."""
    found: dict[Any, str] = {f.where: address(f.where, request) for f in findings}
    return {where: href for where, href in found.items() if where and href}


def _in_matter(part: str, request: Request) -> str:
    if part in LISTS:
        return url_for("matters.listed", matter_id=request.matter_id, kind=part, draft=request.id)
    return url_for("matters.facts", matter_id=request.matter_id, draft=request.id) if part == "facts" else ""
