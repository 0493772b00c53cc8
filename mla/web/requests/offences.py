"""The offences of an extradition one by one: asked, assessed, decided, covered by the surrender or a later consent."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from mla.domain.content import Content
from mla.domain.errors import NotFound
from mla.domain.extradition import speciality as law
from mla.domain.extradition.pursuit import Body
from mla.domain.history import parsed
from mla.domain.kinds import extradition
from mla.models import Request, Version
from mla.queries.agreements import title_of
from mla.services import drafting, record
from mla.web.access import access, case_file, signed_in_person
from mla.wording import speciality as words

from .head import head
from .room import blueprint


@blueprint.get("/<uuid:request_id>/offences")
@access(case_file)
def offences(case: Request) -> ResponseReturnValue:
    """For which offences the person may be tried, as far as the history tells; both sides read the same."""
    if not told(case):
        raise NotFound
    bodies = record.bodies(case)
    version = _decided_on(case, bodies)
    content: Content = parsed(version.content)
    return render_template(
        "requests/offences.html",
        case=case,
        **head(case, signed_in_person()),
        rows=[_row(line) for line in law.lines(content, bodies)],
        limits=[_limit(limit) for limit in law.limits(content, bodies)],
        amended=version.number if version.number != case.sent_version else None,
    )


def told(case: Request) -> bool:
    """Whether there is such a page: for an extradition once it was sent."""
    return case.kind == extradition.KIND.name and drafting.sent(case) is not None


def _decided_on(case: Request, bodies: list[Body]) -> Version:
    """The version on which it was decided; while nothing is, the one that was sent."""
    number = law.decided_on(bodies) or case.sent_version
    return next(version for version in case.versions if version.number == number)


def _row(line: law.Line) -> dict[str, Any]:
    conditional = line.conditional and line.decision == "granted"
    return {
        "line": line,
        "punishable": str(words.PUNISHABLE.get(line.punishable, "")),
        "decision": str(words.CONDITIONAL if conditional else words.DECISIONS.get(line.decision, "")),
        "covers": str(words.COVERS[line.covers]),
        "tone": words.TONES.get(line.covers, "neutral"),
    }


def _limit(limit: law.Limit) -> dict[str, str]:
    return {
        "key": str(words.LIMITS[limit.source]),
        "value": title_of(limit.text) if limit.source == "treaty" else limit.text,
    }
