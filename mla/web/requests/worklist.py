"""The worklist: an authority's own requests and those that came to it, the latest first."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from mla import wording
from mla.domain.kinds import KINDS, kind_named
from mla.domain.waiting import Waiting
from mla.domain.workflow import NEW, Role, Side
from mla.models import Person
from mla.queries import cases
from mla.queries.listing import Line
from mla.services import gather, listing
from mla.web.access import SIGNED_IN, access, holds, signed_in_person
from mla.wording import steps as words
from mla.wording.clocks import due, pressing

from . import standing
from .room import blueprint

TEXT_LENGTH = 200
#: In place of a request in the address of its page.
_NONE = str(uuid.UUID(int=0))


@blueprint.get("")
@access(SIGNED_IN)
def worklist() -> ResponseReturnValue:
    """One page of the requests that the person's authority may see."""
    person, now = signed_in_person(), dt.datetime.now(dt.UTC)
    text, state = request.args.get("q", "").strip()[:TEXT_LENGTH], request.args.get("state", "")
    found = listing.page(person, now, text, state, _last_before())
    shown, states = found[: cases.PAGE], _states(str(get_locale()))
    reader = _Reader(person, now, states)
    return render_template(
        "requests/worklist.html",
        rows=[reader.row(line) for line in shown],
        states=states,
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


@cache
def _states(_language: str) -> Mapping[str, str]:
    """The states of all kinds, for the filter, in the words of the language that is spoken now."""
    names = dict.fromkeys(state for kind in KINDS.values() for state in kind.states if state != NEW)
    return {state: words.name_in(words.STATES, state) for state in names}


class _Reader:
    """Whoever reads the list. What many rows say is put in words once."""

    def __init__(self, person: Person, now: dt.datetime, states: Mapping[str, str]) -> None:
        self.now, self.day = now, gather.local_day(person.authority, now)
        self.roles = gather.roles_of(person)
        self.address = url_for("requests.case", request_id=_NONE)
        self.states = states
        self.kind = cache(partial(words.name_in, words.KINDS))
        self.way = cache(_way)
        self.turn = cache(self._turn)

    def row(self, line: Line) -> dict[str, Any]:
        """What the page shows of a line."""
        return {
            "href": self.address.replace(_NONE, str(line.request_id)),
            "title": line.title,
            "kind": self.kind(line.kind),
            "reference": line.ours or line.theirs,
            "theirs": _("Their reference: %(reference)s", reference=line.theirs) if line.ours and line.theirs else "",
            "way": self.way(line.outgoing, line.iso3),
            "other": line.name,
            "state": self.states.get(line.state) or words.name_in(words.STATES, line.state),
            "tone": standing.tone(line.state),
            "turn": self.turn(line.kind, line.awaited_of, line.awaited, line.outgoing, line.iso3, line.on_paper),
            "urgent": list(self._urgent(line)) if line.clocks else (),
        }

    def _turn(
        self, kind: str, awaited_of: str, awaited: str, outgoing: bool, iso3: str, on_paper: bool
    ) -> tuple[str, str, str]:
        """Whose turn it is: who is meant, in a word that templates know, what is said, and what is said beside it."""
        if not awaited_of:
            return "nobody", _("Nobody"), ""
        own = Side.REQUESTING if outgoing else Side.REQUESTED
        mine, roles = Waiting(Side(awaited_of), tuple(awaited.split())).acting(kind_named(kind), own, self.roles)
        if mine:
            return "reader", _("You"), ""
        if (awaited_of == Side.REQUESTING) is outgoing:
            return "own", _("Your authority"), _(" or ").join(words.name_in(words.ROLES, role) for role in roles)
        if on_paper:
            return "other", _("Awaited from %(state)s, on paper", state=wording.state_name(iso3, article=True)), ""
        return "other", wording.state_name(iso3), ""

    def _urgent(self, line: Line) -> Iterator[dict[str, str]]:
        """What is overdue, and freezes that lapse soon."""
        for clock in listing.clocks_of(line):
            day = listing.held_day(line, self.day, self.now) if clock.about else self.day
            if said := pressing(clock, day):
                overdue = clock.overdue(day)
                what = due(clock) if overdue else f"{wording.day(clock.due_on)}: {due(clock)}"
                yield {"said": said, "tone": "red" if overdue else "amber", "what": what}


def _way(outgoing: bool, iso3: str) -> str:
    state = wording.state_name(iso3, article=True)
    return _("to %(state)s", state=state) if outgoing else _("from %(state)s", state=state)
