"""Property as its pages show it: what each asset is, where it stands, and by which entry it came there."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from mla import wording
from mla.domain.assets import money
from mla.domain.assets import property as law
from mla.domain.assets.statement import Line, statement
from mla.domain.assets.timeline import Stage, timelines
from mla.domain.errors import NotFound
from mla.domain.history import parsed
from mla.domain.kinds import assets as kind
from mla.models import Person, Request
from mla.queries import cases
from mla.services import drafting, gather, record
from mla.web.access import signed_in_person
from mla.wording import property as words

from . import freezes, story

Body = Mapping[str, Any]


def told(case: Request) -> bool:
    """Whether there is such a page: for a request about assets once it was sent."""
    return case.kind == kind.KIND.name and drafting.sent(case) is not None


@dataclass(frozen=True)
class Holdings:
    """The property of a case as one side may read it on a day; each part is read once, however much there is.

    ``day`` is the date where the freezes were ordered: by that they hold or have lapsed, wherever the page is read.
    """

    case: Request
    person: Person
    day: dt.date

    @classmethod
    def of(cls, case: Request) -> "Holdings":
        """As the authority of who is signed in may read it now; raises NotFound where there is no such page."""
        if not told(case):
            raise NotFound
        person = signed_in_person()
        return cls(case, person, gather.held_day(case, person.authority, dt.datetime.now(dt.UTC)))

    @cached_property
    def bodies(self) -> list[Body]:
        """The entries that the authority may read and that stand, with their numbers."""
        return record.readable(self.case, self.person.authority_id)

    @cached_property
    def content(self) -> Body:
        """The version that was sent last."""
        content: Body = self._contents[self.case.sent_version or 0]
        return content

    @cached_property
    def _contents(self) -> dict[int, Body]:
        return {version.number: parsed(version.content) for version in self.case.versions}

    @cached_property
    def rows(self) -> dict[str, Body]:
        """The row that describes each asset, by label."""
        return law.assets(self.bodies, self.content, self.day)

    @cached_property
    def standing(self) -> dict[str, law.Standing]:
        """Where each asset stands."""
        return law.states_on(self.bodies, self.content, self.day)

    @cached_property
    def times(self) -> dict[str, list[Stage]]:
        """The states of each asset over time."""
        return timelines(self.bodies, self._contents, self.day)

    @cached_property
    def papers(self) -> dict[int, list[tuple[str, str]]]:
        """Name and address of the papers of each entry that the authority may read."""
        found = story.by_entry(cases.documents(self.case, self.person.authority_id))
        return {
            seq: [
                (story.paper_name(d), url_for("requests.paper", request_id=self.case.id, document_id=d.id)) for d in own
            ]
            for seq, own in found.items()
        }

    def named(self, label: str) -> str:
        """A person or an offence of the request by label and name; whatever else was written stands as it is."""
        for person in self.content["persons"]:
            if person["label"] == label:
                return " ".join(filter(None, (label, person["given_names"], person["family_name"])))
        found = next((o["name"] for o in self.content["offences"] if o["label"] == label), "")
        return f"{label} {found}".strip()


def glance(case: Request) -> dict[str, Any]:
    """What the case page shows of property: its freezes, and whether there is a page of it, and of its disposal."""
    if not told(case):
        return {"holdings": False, "freezes": [], "disposal": False}
    found = Holdings.of(case)
    return {"holdings": True, "freezes": freezes.rows(found.bodies, found.day), "disposal": disposed(found.bodies)}


def disposed(bodies: Sequence[Body]) -> bool:
    """Whether there is a page of disposal: once something was confiscated or sold, here or in another State."""
    done = ("report_confiscation", "report_realisation", "dispose", "report_recovery")
    return any(body["step"] in done for body in bodies)


def sums(holdings: Holdings) -> list[dict[str, Any]]:
    """How many assets stand in each state, with which amounts, and of how many nobody named one."""
    found = []
    for state, total in law.sums(holdings.standing.values()).items():
        there = [standing[state] for standing in holdings.standing.values() if state in standing]
        found.append({
            "state": state.value, "name": str(words.STATES[state]), "tone": words.TONES.get(state, "neutral"),
            "assets": len(there), "amounts": words.amounts(total), "unknown": sum(not one for one in there),
        })  # fmt: skip
    return found


def row(holdings: Holdings, label: str) -> dict[str, Any]:
    """An asset in the list: what and where it is, whose, of which value and why, and where it stands since when."""
    given = holdings.rows[label]
    return {
        "label": label,
        "href": url_for("requests.asset", request_id=holdings.case.id, label=label),
        "description": given.get("description", ""),
        "about": " · ".join(filter(None, (sort(given), place(given)))),
        "whose": [*_whose(holdings, given), *map(holdings.named, _linked(given))],
        "value": value(given),
        "valued_on": given.get("valued_on") or "",
        "theory": theory(given),
        "stands": [_stands(holdings, label, state, total) for state, total in holdings.standing[label].items()],
    }  # fmt: skip


def _linked(given: Body) -> list[str]:
    """The labels of the persons and offences to which it is linked; who holds or owns it is told already."""
    told = (given.get("holder"), given.get("owner"))
    return [label for label in (*(given.get("persons") or ()), *(given.get("offences") or ())) if label not in told]


def sort(given: Body) -> str:
    """What it is."""
    return str(words.SORTS.get(given.get("kind", ""), ""))


def place(given: Body) -> str:
    """Where it lies, as far as is known."""
    country = given.get("country") or ""
    return ", ".join(filter(None, (given.get("location", ""), wording.state_name(country) if country else "")))


def _whose(holdings: Holdings, given: Body) -> list[str]:
    held, owned = given.get("holder") or "", given.get("owner") or ""
    return [
        *([_("held by %(name)s", name=holdings.named(held))] if held else []),
        *([_("owned by %(name)s", name=holdings.named(owned))] if owned else []),
    ]


def value(given: Body) -> str:
    """The value as it was stated; what is no amount stands as it was written."""
    found = words.amounts(money.given(given, "value"))
    return found[0] if found else " ".join(filter(None, (given.get("currency"), str(given.get("value") or ""))))


def theory(given: Body) -> str:
    """Why it can be confiscated."""
    return str(words.THEORIES.get(given.get("theory", ""), ""))


def _stands(holdings: Holdings, label: str, state: law.State, total: money.Sums) -> dict[str, Any]:
    """A state of an asset, the day since which it stands there, and the papers that put it there."""
    last = next((s for s in reversed(holdings.times.get(label, ())) if s.state == state), None)
    return {
        "name": str(words.STATES[state]),
        "tone": words.TONES.get(state, "neutral"),
        "amounts": words.amounts(total),
        "since": last.on if last else "",
        "papers": holdings.papers.get(last.seq, [])[:1] if last else [],
    }


def stages(holdings: Holdings, label: str) -> list[dict[str, Any]]:
    """The states of an asset over time, the latest first, each with what made it."""
    entries = {entry.seq: entry for entry in holdings.case.entries}
    bodies = {body["seq"]: body for body in holdings.bodies}
    return [
        {
            "name": str(words.STATES[stage.state]),
            "tone": words.TONES.get(stage.state, "neutral"),
            "on": stage.on,
            "amounts": words.amounts(stage.sums),
            "by": story.sentence(entries[stage.seq], bodies[stage.seq], holdings.person),
            "lapsed": stage.state is law.State.LAPSED,
            "papers": holdings.papers.get(stage.seq, []),
        }
        for stage in reversed(holdings.times.get(label, []))
    ]


def lines(holdings: Holdings, label: str) -> list[dict[str, Any]]:
    """Every amount that was recorded of an asset, a line each."""
    return [_line(line) for line in statement(holdings.bodies, holdings.content, label)]


def _line(line: Line) -> dict[str, Any]:
    return {
        "what": str(words.LINES.get(line.sort, line.sort)),
        "amount": words.amounts({line.currency: line.amount})[0],
        "on": line.on,
        "to": line.to,
    }
