"""Is the request addressed to the authority that the requested State designated? (Art. 18(13))"""

from collections.abc import Iterator, Mapping
from typing import Any

from . import declarations as law
from .basis.citing import is_extradition
from .content import empty, only_service
from .facts import Facts
from .findings import Finding, Weight
from .languages import age

WHERE = "request.channel"
ARTICLE = "18(13)"
_UNSTATED: Mapping[str, Any] = empty()["channel"]


def addressed(facts: Facts) -> Iterator[Finding]:
    """What is recorded of the requested State's authorities, and whether a person confirms the addressee."""
    stated = {**_UNSTATED, **facts.content["channel"]}
    known = designated(facts.declarations, facts.requested, facts.content, stated["territory"])
    named = [d for d in known if d.named]
    yield from _recorded(known, named, facts.requested)
    if not stated["authority"]:
        yield Finding("channel.missing", ARTICLE, values={"state": facts.requested}, where=WHERE)
        if named:
            values = {"state": facts.requested, "authorities": _listed(named)}
            yield Finding("channel.designated", ARTICLE, Weight.WARNS, values, WHERE)
    elif named:
        yield from _among(named, stated, facts)
    else:
        yield from _by_source(stated, facts.requested)
    for dated in {d.notice.dated_on: d.notice for d in known}.values():
        yield from age(dated, facts.day, WHERE)


def designated(
    declared: law.Declarations, state: str, content: Mapping[str, Any], territory: str
) -> tuple[law.Designation, ...]:
    """The authorities recorded for what the request asks: service of documents alone may have one of its own."""
    if is_extradition(content):
        return declared.authorities(state, "extradition", territory=territory or None)
    function = "service" if only_service(content) else "assistance"
    return declared.authorities(state, function, territory=territory or None)


def _recorded(known: tuple[law.Designation, ...], named: list[law.Designation], state: str) -> Iterator[Finding]:
    """What the register lacks, and where the State wants the diplomatic channel, is said; neither closes."""
    if not known:
        yield Finding("channel.not_recorded", ARTICLE, Weight.WARNS, {"state": state}, WHERE)
    elif not named:
        yield Finding("channel.none_named", ARTICLE, Weight.WARNS, {"state": state, "words": known[0].note}, WHERE)
    for found in named:
        if found.diplomatic:
            values = {"state": state, "authority": found.name, "words": found.note}
            yield Finding("channel.diplomatic", ARTICLE, Weight.WARNS, values, WHERE)


def _among(named: list[law.Designation], stated: Mapping[str, Any], facts: Facts) -> Iterator[Finding]:
    """Of several authorities, which one is addressed must be said; the record knows no stage of the case."""
    chosen = named if len(named) == 1 else [d for d in named if d.name == stated["designation"]]
    if not chosen:
        values = {"state": facts.requested, "authorities": _listed(named)}
        yield Finding("channel.several", ARTICLE, values=values, where=WHERE)
        return
    values = {
        "state": facts.requested,
        "designated": chosen[0].name,
        "addressed": facts.addressed or chosen[0].name,
        "dated": chosen[0].notice.dated_on,
    }
    yield Finding("channel.confirmed", ARTICLE, Weight.HOLDS, values, WHERE)


def _listed(named: list[law.Designation]) -> str:
    return "; ".join(f"{d.name} ({d.purpose})" if d.purpose else d.name for d in named)


def _by_source(stated: Mapping[str, Any], state: str) -> Iterator[Finding]:
    """Without a designation on record, the person who confirms the addressee says how they know."""
    if stated["source"].strip():
        values = {"state": state, "source": stated["source"]}
        yield Finding("channel.confirmed_by_source", ARTICLE, Weight.HOLDS, values, WHERE)
    else:
        yield Finding("channel.source.missing", ARTICLE, values={"state": state}, where=WHERE)
