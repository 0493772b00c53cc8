"""What the pages of a matter share: their blueprint, who writes, and the way back."""

import uuid
from typing import Any

from flask import Blueprint, request, url_for

from mla.domain.basis import is_extradition
from mla.domain.workflow import Role
from mla.extensions import db
from mla.models import Matter, Request
from mla.services import drafting
from mla.web.access import holds, office

blueprint = Blueprint("matters", __name__, url_prefix="/matters")
#: Who may write in a matter.
drafter = office(Role.DRAFTER.value)


def may_write() -> bool:
    """Whether the person is a drafter."""
    return holds(Role.DRAFTER.value)


def draft_of(matter: Matter) -> Request | None:
    """The draft from whose list of tasks the person came, if it was drawn from this matter."""
    try:
        wanted = uuid.UUID(request.args.get("draft", ""))
    except ValueError:
        return None
    found = db.session.get(Request, wanted)
    if found is None or found.matter_id != matter.id:
        return None
    return found if drafting.is_written(found) else None


def for_a_person(matter: Matter) -> bool:
    """Whether the draft from which the person came asks for a person: Article 18 says nothing of it then."""
    draft = draft_of(matter)
    return draft is not None and is_extradition({"kind": draft.kind})


def carried(matter: Matter) -> dict[str, Any]:
    """What the addresses of the matter's pages carry on, so that the way back is kept."""
    draft = draft_of(matter)
    return {"draft": draft.id} if draft else {}


def back_to(matter: Matter) -> str:
    """The page from which the person came: the draft's list of tasks, or the matter's."""
    if draft := draft_of(matter):
        return url_for("drafting.tasks", request_id=draft.id)
    return url_for("matters.show", matter_id=matter.id)
