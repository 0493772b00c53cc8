"""The worklist: an authority's own requests and those that came to it, the latest first."""

import datetime as dt
import uuid
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from markupsafe import Markup

from mla import wording
from mla.domain.kinds import KINDS, kind_named
from mla.domain.waiting import Waiting
from mla.domain.workflow import NEW, Role, Side
from mla.queries import cases
from mla.queries.listing import Line
from mla.services import gather, listing
from mla.web.access import SIGNED_IN, access, holds, signed_in_person
from mla.web.kept import macro
from mla.wording import steps as words
from mla.wording.clocks import due, pressing

from . import standing
from .room import blueprint

TEXT_LENGTH = 200
#: The states of all kinds, for the filter.
STATES = tuple(dict.fromkeys(state for kind in KINDS.values() for state in kind.states if state != NEW))


@blueprint.get("")
@access(SIGNED_IN)
def worklist() -> ResponseReturnValue:
    """One page of the requests that the person's authority may see."""
    person, now = signed_in_person(), dt.datetime.now(dt.UTC)
    text, state = request.args.get("q", "").strip()[:TEXT_LENGTH], request.args.get("state", "")
    reader = _Reader(str(get_locale()), gather.roles_of(person), gather.local_day(person.authority, now))
    found = listing.page(person, now, text, state, _last_before())
    shown = found[: cases.PAGE]
    return render_template(
        "requests/worklist.html",
        rows=[_row(reader, line, listing.held_day(line, reader.day, now)) for line in shown],
        options=_options(reader.language, state if state in STATES else ""),
        text=text,
        state=state,
        writes=holds(Role.DRAFTER.value),
        registers=holds(Role.REGISTRY.value),
        first=url_for("requests.worklist", q=text or None, state=state or None) if request.args.get("after") else "",
        more=_after(shown[-1], text, state) if len(found) > cases.PAGE else "",
    )


def _last_before() -> uuid.UUID | None:
    """The last request of the page before, if the address names one."""
    try:
        return uuid.UUID(request.args.get("after", ""))
    except ValueError:
        return None


def _after(last: Line, text: str, state: str) -> str:
    return url_for("requests.worklist", q=text or None, state=state or None, after=last.request_id)


@lru_cache(maxsize=256)
def _options(_language: str, chosen: str) -> Markup:
    """The states of all kinds for the filter, in the language of the page; the chosen one is marked."""
    names = {state: words.name_in(words.STATES, state) for state in STATES}
    return macro("requests/worklist_rows.html", "options", names, chosen)


class _Reader(NamedTuple):
    """All of whoever reads that decides what a line says: the language, the roles and the day."""

    language: str
    roles: frozenset[Role]
    day: dt.date


@lru_cache(maxsize=4096)
def _row(reader: _Reader, line: Line, held_day: dt.date) -> Markup:
    """The line as a row of the table: it is the same for the same line and reader, and many read it again."""
    shown = {
        "href": url_for("requests.case", request_id=line.request_id),
        "title": line.title,
        "kind": words.name_in(words.KINDS, line.kind),
        "reference": line.ours or line.theirs,
        "theirs": line.theirs if line.ours else "",
        "outgoing": line.outgoing,
        "state": wording.state_name(line.iso3, article=True),
        "other": line.name,
        "stands": words.name_in(words.STATES, line.state),
        "tone": standing.tone(line.state),
        "turn": _turn(reader, line),
        "urgent": list(_urgent(reader, line, held_day)),
    }
    return macro("requests/worklist_rows.html", "row", shown)


def _turn(reader: _Reader, line: Line) -> tuple[str, str, str]:
    """Whose turn it is: who is meant, in a word that templates know, what is said, and what is said beside it."""
    if not line.awaited_of:
        return "nobody", _("Nobody"), ""
    own, waits = Side.REQUESTING if line.outgoing else Side.REQUESTED, Waiting.of(line.awaited_of, line.awaited)
    mine, roles = waits.acting(kind_named(line.kind), own, reader.roles)
    if mine:
        return "reader", _("You"), ""
    if (waits.side is Side.REQUESTING) is line.outgoing:
        return "own", _("Your authority"), _(" or ").join(words.name_in(words.ROLES, role) for role in roles)
    if line.on_paper:
        return "other", _("Awaited from %(state)s, on paper", state=wording.state_name(line.iso3, article=True)), ""
    return "other", wording.state_name(line.iso3), ""


def _urgent(reader: _Reader, line: Line, held_day: dt.date) -> Iterator[dict[str, str]]:
    """What is overdue, and freezes that lapse soon."""
    for clock in listing.clocks_of(line):
        day = held_day if clock.about else reader.day
        if said := pressing(clock, day):
            overdue = clock.overdue(day)
            what = due(clock) if overdue else f"{wording.day(clock.due_on)}: {due(clock)}"
            yield {"said": said, "tone": "red" if overdue else "amber", "what": what}
