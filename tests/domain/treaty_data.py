"""The published data as the domain's own values, and small registers made for one rule."""

import datetime as dt
from collections.abc import Iterable

from mla.data import rows
from mla.domain.declarations import Declarations, Notice
from mla.domain.treaties import Action, ActionKind, Instrument, Participant, Register, Territory

D = dt.date.fromisoformat
CONVENTION_FORTIETH = D("2003-07-01")


def published() -> Register:
    """The register as published, with the two States that did nothing and the territories."""
    return Register(published_actions(), _participants(), as_of(), _territories())


def declared() -> Declarations:
    """The declarations as published."""
    return Declarations.of(Notice(**row) for row in rows("notifications"))


def published_actions() -> list[Action]:
    actions: list[Action] = []
    for row in rows("participation"):
        instrument, iso3, source = Instrument(row["instrument"]), row["iso3"], row["source"]
        if row["signed_on"]:
            actions.append(Action(instrument, iso3, ActionKind.SIGNATURE, D(row["signed_on"]), source))
        if row["consent_on"]:
            effective = D(row["effective_on"]) if row["effective_on"] else None
            kind = ActionKind(row["consent_kind"])
            actions.append(Action(instrument, iso3, kind, D(row["consent_on"]), source, effective))
    return actions


def as_of() -> dict[Instrument, dt.date]:
    return {Instrument(row["instrument"]): D(row["data_as_of"]) for row in rows("instruments")}


def _participants() -> list[Participant]:
    states = [Participant(row["iso3"]) for row in rows("states")]
    territories = [Participant(t.iso3, responsible_iso3=t.responsible_iso3) for t in _territories()]
    return [*states, Participant("EUU", is_reio=True), *territories]


def _territories() -> list[Territory]:
    return [
        Territory(Instrument(t["instrument"]), t["iso3"], t["responsible_iso3"], D(t["notified_on"]), t["source"])
        for t in rows("territorial_applications")
    ]


def act(iso3: str, kind: str, on: str, instrument: str = "UNTOC", effective_on: str | None = None) -> Action:
    """One action in short."""
    effective = D(effective_on) if effective_on else None
    return Action(Instrument(instrument), iso3, ActionKind(kind), D(on), "a notification", effective)


def founders(instrument: str, on: str, number: int = 40) -> list[Action]:
    """That many States that deposited on the day."""
    return [act(f"X{n:02}", "ratification", on, instrument) for n in range(number)]


def small(*actions: Action, convention_on: str = "2003-07-01", protocol_on: str | None = "2003-07-01") -> Register:
    """A register in which forty founders deposited on the days given, and the actions on top."""
    base = founders("UNTOC", convention_on)
    if protocol_on:
        base += founders("TIP", protocol_on)
    return register_of([*base, *actions])


def register_of(actions: Iterable[Action], as_of_day: str = "2030-12-31") -> Register:
    actions = list(actions)
    participants = [Participant(code) for code in {a.iso3 for a in actions} | {"AAA", "BBB"}]
    return Register(actions, participants, dict.fromkeys(Instrument, D(as_of_day)))
