"""Requests of several States for the surrender of one person, side by side. Art. 16 prescribes nothing for them.

What is weighed is good practice. Treaties on extradition name the same points, among them the European Convention on
Extradition (Art. 17).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import basis
from ..content import Content
from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding
from ..guards import missing
from ..history import last
from ..scope import length, maximum
from ..workflow import guard
from .arranging import told
from .content import per_offence, sought
from .pursuit import pursuit

#: The step by which the authority that holds the requests records which of them takes precedence.
WEIGH = "weigh_competing"
#: What is compared, in the order in which a page shows it.
COMPARED = ("kind", "basis", "received_on", "sort", "offences", "penalties", "places", "nationalities", "arrest",
            "urgency")  # fmt: skip

Bodies = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one State's request for the surrender of a person tells.

    ``state`` is ISO 3166-1 alpha-3, as ``nationalities`` are; ``basis`` is the code of the legal basis, and the treaty
    that it names; ``received_on`` ISO text, empty while receipt is not acknowledged; ``sort`` says whether the person
    is sought for prosecution or to serve a sentence. Each of the ``offences`` is label, name and law; ``penalties`` are
    label and maximum as ``scope.maximum`` writes it, ``heaviest`` the highest of them; ``places`` label, and when and
    where as stated. ``arrest`` is the day of the arrest, and that until which the formal request is awaited, ISO text
    or empty; ``urgency`` why the request is urgent, in the State's words.
    """

    state: str
    kind: str
    basis: tuple[str, str]
    received_on: str
    sort: str
    offences: tuple[tuple[str, str, str], ...]
    penalties: tuple[tuple[str, str], ...]
    heaviest: str
    places: tuple[tuple[str, str], ...]
    nationalities: tuple[str, ...]
    arrest: tuple[str, str]
    urgency: str


def claim(state: str, content: Content, bodies: Bodies, parts: Sequence[Bodies] = ()) -> Claim:
    """The claim of a State by the content that it sent and the history of its request.

    ``parts`` are the histories of its requests for provisional arrest beside that one.
    """
    named, offences = basis.stated(content), content["offences"]
    return Claim(
        state=state,
        kind=content["kind"],
        basis=(named["basis"], named["agreement"]),
        received_on=_received_on(bodies),
        sort=content["file"]["sort"],
        offences=tuple((o["label"], o["name"], o["law"]) for o in offences),
        penalties=tuple((o["label"], maximum(o)) for o in offences if maximum(o)),
        heaviest=_heaviest(content),
        places=_places(content),
        nationalities=tuple((sought(content) or {}).get("nationalities") or ()),
        arrest=_arrest(content, (bodies, *parts)),
        urgency=_urgency(content),
    )


def differing(claims: Sequence[Claim]) -> frozenset[str]:
    """What is not the same in all the claims, of ``COMPARED``."""
    return frozenset(name for name in COMPARED if len({getattr(one, name) for one in claims}) > 1)


def _received_on(bodies: Bodies) -> str:
    """The day on which the request came in; empty while its receipt is not acknowledged."""
    found = last(bodies, "acknowledge", "register_incoming")
    return str(found["data"].get("received_on") or found["happened_on"]) if found else ""


def _heaviest(content: Content) -> str:
    """The highest maximum penalty that is stated; how serious an offence is, it does not say alone."""
    return max(((length(o), maximum(o)) for o in content["offences"]), default=(0, ""))[1]


def _places(content: Content) -> tuple[tuple[str, str], ...]:
    """When and where each offence was committed; where only its facts are told, these."""
    told = per_offence(content)
    stated = ((o["label"], o["committed"] or told[o["label"]]["facts"]) for o in content["offences"])
    return tuple((label, place) for label, place in stated if place)


def _arrest(content: Content, histories: Sequence[Bodies]) -> tuple[str, str]:
    """When the person was arrested, and until when that may last while the formal request is awaited.

    What the authority itself ordered comes before what the formal request says of an arrest.
    """
    ordered = [found for found in map(pursuit, histories) if found.arrested_on]
    if ordered:
        awaited = ordered[-1].held and "custody" in content
        return ordered[-1].arrested_on, ordered[-1].documents_by if awaited else ""
    return str(content.get("arrest", {}).get("arrested_on") or ""), ""


def _urgency(content: Content) -> str:
    """Why it is urgent: a request for provisional arrest always is (Art. 16(9))."""
    reasons = content["deadline"]["urgency_reasons"] if content["deadline"]["urgent"] else ""
    return str(content.get("custody", {}).get("urgency") or reasons)


@guard(GOOD_PRACTICE)
def several_ask(facts: Facts) -> Iterator[Finding]:
    """Another State asks for the same person too: otherwise there is nothing to weigh."""
    if not facts.competing:
        yield missing("surrender.competing.none", THIS_SYSTEM, "request.history")


@guard(GOOD_PRACTICE)
def all_weighed(facts: Facts) -> Iterator[Finding]:
    """Every other open request for the person was looked at: none came in while the decision was written."""
    looked_at = _weighed(facts)
    for request, state in facts.competing.items():
        if request not in looked_at:
            yield missing("surrender.competing.not_seen", THIS_SYSTEM, "step.precedence", state=state)


@guard(GOOD_PRACTICE)
def precedence_decided(facts: Facts) -> Iterator[Finding]:
    """One of the requests takes precedence: who decided so, when, and why."""
    if facts.data.get("precedence") not in _weighed(facts):
        yield missing("step.precedence.missing", GOOD_PRACTICE, "step.precedence")
    yield from told("", GOOD_PRACTICE, "precedence_by", "precedence_on", "precedence_why").check(facts)


def _weighed(facts: Facts) -> frozenset[str]:
    return frozenset(row["request"] for row in facts.data.get("weighed") or ())
