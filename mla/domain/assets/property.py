"""The property of a case: each asset, where it stands on a day, and the sums by state and currency."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from ..findings import THIS_SYSTEM, Finding
from . import disposal, freezing, money
from .acts import Body, acts, label_of, rows
from .disposal import Balance
from .freezing import Freeze, Hold


class State(StrEnum):
    """Where an asset stands, in the order of the course."""

    IDENTIFIED = "identified"
    NOT_FOUND = "not_found"
    TRACED = "traced"
    FREEZE_ASKED = "freeze_asked"
    FROZEN = "frozen"
    EXTENDED = "extended"
    LIFTED = "lifted"
    LAPSED = "lapsed"
    CONFISCATED = "confiscated"
    CONFISCATED_PART = "confiscated_part"
    REALISED = "realised"
    RETURNED = "returned"
    SHARED = "shared"
    CONTRIBUTED = "contributed"
    RETAINED = "retained"


#: Where one asset stands, with the amount in each state: several states where it went different ways, or where only a
#: part was confiscated. A state whose amount nobody recorded has no sums.
Standing = Mapping[State, money.Sums]
#: What tracing says of an asset.
OUTCOMES: Mapping[str, State] = {"traced": State.TRACED, "not_found": State.NOT_FOUND}
#: The step by which the requested side hands property to its court or authority to be frozen.
SUBMITTED = "submit_freeze"


def assets(bodies: Sequence[Body], content: Body, day: dt.date | None = None) -> dict[str, Body]:
    """The rows of all property by label, up to the day: what the request lists, what tracing found, what acts name."""
    acted = [*freezing.freezes_on(bodies, day or dt.date.max), *disposal.balances(bodies, day)]
    found: dict[str, Body] = {}
    for row in (*_described(bodies, content, day), *({"label": name} for name in acted)):
        found.setdefault(label_of(row), row)
    return {label: row for label, row in found.items() if label}


def asset(bodies: Sequence[Body], content: Body, label: str) -> Body:
    """The row that describes the asset of that label; empty where nothing does."""
    return next((row for row in _described(bodies, content) if label_of(row) == label), {})


def _described(bodies: Sequence[Body], content: Body, day: dt.date | None = None) -> list[Body]:
    return [*_listed(content), *rows(bodies, "report_tracing", day, "new")]


def _listed(content: Body) -> Sequence[Body]:
    return content.get("property") or ()


def states_on(bodies: Sequence[Body], content: Body, day: dt.date) -> dict[str, Standing]:
    """Where each asset stands on the day, by label; what was reported later but took effect before counts."""
    frozen, balances = freezing.freezes_on(bodies, day), disposal.balances(bodies, day)
    whole, found = freezing.confiscated_whole(bodies, day), _traced(bodies, content, day)
    taken = {label_of(row) for row in rows(bodies, "report_confiscation", day)}
    standing: dict[str, Standing] = {}
    for label, row in assets(bodies, content, day).items():
        held = _held(row, frozen.get(label), found.get(label, State.IDENTIFIED), day)
        extent = State.CONFISCATED if label in whole else State.CONFISCATED_PART if label in taken else None
        standing[label] = _after(held, extent, balances.get(label, Balance()))
    return standing


def sums_on(bodies: Sequence[Body], content: Body, day: dt.date) -> dict[State, money.Sums]:
    """What stands in each state on the day, by currency; states in which nothing stands are left out."""
    return sums(states_on(bodies, content, day).values())


def sums(told: Collection[Standing]) -> dict[State, money.Sums]:
    """As ``sums_on``, of assets that stand so."""
    present = [state for state in State if any(state in one for one in told)]
    return {state: money.total(one.get(state, {}) for one in told) for state in present}


def _traced(bodies: Sequence[Body], content: Body, day: dt.date) -> dict[str, State]:
    """How far property came before a freeze: asked by the request itself, traced, or submitted to be frozen."""
    asked = (content.get("measure") or {}).get("stage") == "freeze"
    found = {label_of(row): State.FREEZE_ASKED for row in _listed(content) if asked}
    for act in acts(bodies, "report_tracing", SUBMITTED, until=day):
        if act.step == SUBMITTED:
            found = dict.fromkeys((*assets(bodies, content, day), *found), State.FREEZE_ASKED)
            continue
        found |= {label_of(row): State.TRACED for row in act.rows("new")}
        told = {label_of(row): str(row.get("outcome") or "") for row in act.rows()}
        found |= {label: OUTCOMES[outcome] for label, outcome in told.items() if outcome in OUTCOMES}
    return found


def _held(row: Body, freeze: Freeze | None, found: State, day: dt.date) -> Standing:
    """The state before a confiscation, with the amount that was frozen, or else the value as it was stated."""
    value = money.given(row, "value")
    if freeze is None:
        return {found: value}
    kept = State.EXTENDED if freeze.extended else State.FROZEN
    state = {Hold.IN_FORCE: kept, Hold.LAPSED: State.LAPSED, Hold.LIFTED: State.LIFTED}[freeze.hold(day)]
    return {state: freeze.amount or value}


def _after(held: Standing, extent: State | None, one: Balance) -> Standing:
    """What a confiscation, a sale and a disposal made of it: what remains stands where it stood before."""
    ways = {State(way): sums for way, sums in one.ways.items() if way in list(State)}
    if extent is None and not one.sold:
        return ways or held
    here = State.REALISED if one.sold or extent is None else extent
    kept = {here: one.remaining} if one.remaining or not ways else {}
    return {**(_rest(held) if extent is State.CONFISCATED_PART else {}), **kept, **ways}


def _rest(held: Standing) -> Standing:
    """The part that was not confiscated stays frozen, lifted or lapsed; how much it is, nobody recorded."""
    return {state: {} for state in held if state in (State.FROZEN, State.EXTENDED, State.LIFTED, State.LAPSED)}


def known(
    bodies: Sequence[Body], content: Body, labels: Iterable[str], where: str = "step.assets"
) -> Iterator[Finding]:
    """A step speaks of property that the case has."""
    found = assets(bodies, content)
    for label in labels:
        if label not in found:
            yield Finding("assets.label.unknown", THIS_SYSTEM, values={"label": label}, where=where)


def fresh(bodies: Sequence[Body], content: Body, labels: Iterable[str]) -> Iterator[Finding]:
    """Property that tracing found bears a label that nothing else in the case bears."""
    found = set(assets(bodies, content))
    for label in labels:
        if label in found:
            yield Finding("assets.label.twice", THIS_SYSTEM, values={"label": label}, where="step.new")
        found.add(label)
