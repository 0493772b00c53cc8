"""The register: answers about any participant, instrument and day, each with its reasons."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from mla.domain.errors import UnknownState
from mla.domain.findings import Finding

from . import explain
from .periods import Period, Start, of_instrument, periods, start, with_convention
from .records import Action, ActionKind, Bond, Counts, Instrument, Participant, Row, Standing, Territory

Key = tuple[Instrument, str]


@dataclass(frozen=True)
class Register:
    """Everything known about who is bound, up to ``as_of`` for each instrument. Never changes; ask away."""

    actions: tuple[Action, ...]
    participants: tuple[Participant, ...]
    as_of: Mapping[Instrument, dt.date]
    territories: tuple[Territory, ...] = ()

    def __init__(
        self,
        actions: Iterable[Action],
        participants: Iterable[Participant],
        as_of: Mapping[Instrument, dt.date],
        territories: Iterable[Territory] = (),
    ) -> None:
        ordered = tuple(a for instrument in Instrument for a in of_instrument(set(actions), instrument))
        object.__setattr__(self, "actions", ordered)
        object.__setattr__(self, "participants", tuple(sorted(set(participants), key=lambda p: p.iso3)))
        object.__setattr__(self, "as_of", MappingProxyType(dict(as_of)))
        object.__setattr__(self, "territories", tuple(territories))

    # Answers

    def general_date(self, instrument: Instrument) -> dt.date | None:
        """The day on which the instrument entered into force, None before the 40th deposit. Source: Art. 38(1)."""
        begun = self._starts[instrument]
        return begun.general_on if begun else None

    def standing(self, iso3: str, instrument: Instrument, on: dt.date, territory: str | None = None) -> Standing:
        """Whether a State (or a regional organisation) is bound on the day, and why.

        ``territory`` asks for a territory of the State. Raises UnknownState for a code that is unknown, that names
        a territory as a State, or a territory that is not the State's.
        """
        self._state_or_organisation(iso3)
        own = self._standing(iso3, instrument, on)
        if territory is not None:
            own = self._in_territory(own, iso3, territory, instrument, on)
        as_of = self.as_of.get(instrument)
        if as_of is None or on <= as_of:
            return own
        warned = (*own.findings, explain.complete_to(instrument, as_of, on))
        return Standing(own.bound, own.since, own.until, warned)

    def between(self, a: str, b: str, instrument: Instrument, on: dt.date) -> Bond:
        """Whether two States are both bound on the day, with the reasons for each.

        Raises UnknownState for an unknown code, a regional organisation, a territory, or a State with itself.
        Source: Art. 37, 38, 40.
        """
        for code in (a, b):
            self.require_state(code)
        if a == b:
            raise UnknownState(a, "same_state")
        one, other = self.standing(a, instrument, on), self.standing(b, instrument, on)
        return Bond(one.bound and other.bound, _each_once((*one.findings, *other.findings)))

    def counts(self, instrument: Instrument, on: dt.date) -> Counts:
        """How many had signed, had deposited (and not left), and were bound on the day; regional organisations too."""
        signed = {a.iso3 for a in self._of(instrument) if a.kind is ActionKind.SIGNATURE and a.on <= on}
        own = [p for i, p in self._all_periods() if i is instrument]
        parties = {p.consent.iso3 for p in own if p.consent.on <= on and not p.ended(on)}
        bound = {p.consent.iso3 for p in own if p.covers(on)}
        return Counts(len(signed), len(parties), len(bound))

    def in_force(self, iso3: str, instrument: Instrument) -> dt.date | None:
        """The day from which the participant is bound by its last consent that has effect, None where there is none."""
        days = [p.since for p in self._periods.get((instrument, iso3), ()) if p.since]
        return days[-1] if days else None

    def rows(self) -> Iterator[Row]:
        """Every consent, and every signature without one, by instrument and code."""
        for (instrument, iso3), own in sorted(
            self._periods.items(), key=lambda kv: (list(Instrument).index(kv[0][0]), kv[0][1])
        ):
            signed = explain.signature(self.actions_of(iso3, instrument))
            signed_on = signed.on if signed else None
            if not own:
                yield Row(instrument, iso3, signed_on, None, None, None, None)
            for period in own:
                notice = period.denunciation.on if period.denunciation else None
                yield Row(instrument, iso3, signed_on, period.consent.on, period.consent.kind, period.since, notice)

    def parties_over_time(self, instrument: Instrument) -> tuple[tuple[dt.date, int], ...]:
        """The number of parties on each day on which it changed, as the depositary counts."""
        days = {p.consent.on for i, p in self._all_periods() if i is instrument}
        ends = {p.until + dt.timedelta(days=1) for i, p in self._all_periods() if i is instrument and p.until}
        return tuple((day, self.counts(instrument, day).parties) for day in sorted(days | ends))

    def actions_of(self, iso3: str, instrument: Instrument) -> tuple[Action, ...]:
        """The participant's actions under the instrument, in order."""
        return self._grouped.get((instrument, iso3), ())

    def require_state(self, iso3: str) -> None:
        """Raise UnknownState, with its reason, unless the code names a State that may ask or be asked."""
        self._state_or_organisation(iso3)
        if self._known[iso3].is_reio:
            raise UnknownState(iso3, "regional_organisation")

    # Behind the answers

    def _state_or_organisation(self, iso3: str) -> None:
        known = self._known.get(iso3)
        if known is None:
            raise UnknownState(iso3, "unknown")
        if known.responsible_iso3 is not None:
            raise UnknownState(iso3, "territory")

    def _standing(self, iso3: str, instrument: Instrument, on: dt.date) -> Standing:
        own, begun = self._periods.get((instrument, iso3), ()), self._starts[instrument]
        covering = [p for p in own if p.covers(on)]
        if covering:
            period = max(covering, key=lambda p: p.until or dt.date.max)
            return Standing(True, period.since, period.until, explain.bound(period, begun, on))
        signed = explain.signature(self.actions_of(iso3, instrument))
        convention = any(p.covers(on) for p in self._periods.get((Instrument.UNTOC, iso3), ()))
        reason = explain.not_bound(instrument, iso3, own, signed, convention, begun, on)
        last = own[-1] if own else None
        return Standing(False, last.since if last else None, last.until if last else None, (reason,))

    def _in_territory(self, own: Standing, iso3: str, code: str, instrument: Instrument, on: dt.date) -> Standing:
        known = self._known.get(code)
        if known is None or known.responsible_iso3 != iso3:
            raise UnknownState(code, "not_its_territory")
        notices = [
            t for t in self.territories if (t.instrument, t.iso3, t.responsible_iso3) == (instrument, code, iso3)
        ]
        notice = min(notices, key=lambda t: t.notified_on) if notices else None
        finding = explain.territory(iso3, code, instrument, notice, on)
        since = max(own.since, notice.notified_on) if own.since and notice else None
        return Standing(own.bound and not finding.closes, since, own.until, (*own.findings, finding))

    def _of(self, instrument: Instrument) -> tuple[Action, ...]:
        return tuple(a for a in self.actions if a.instrument is instrument)

    def _all_periods(self) -> Iterator[tuple[Instrument, Period]]:
        for (instrument, _), own in self._periods.items():
            for period in own:
                yield instrument, period

    @cached_property
    def _known(self) -> Mapping[str, Participant]:
        return {p.iso3: p for p in self.participants}

    @cached_property
    def _grouped(self) -> Mapping[Key, tuple[Action, ...]]:
        grouped: dict[Key, list[Action]] = {}
        for action in self.actions:
            grouped.setdefault((action.instrument, action.iso3), []).append(action)
        return {key: tuple(actions) for key, actions in grouped.items()}

    @cached_property
    def _starts(self) -> Mapping[Instrument, Start | None]:
        organisations = {p.iso3 for p in self.participants if p.is_reio}
        convention = start(self._of(Instrument.UNTOC), organisations, None)
        starts: dict[Instrument, Start | None] = {Instrument.UNTOC: convention}
        for protocol in (i for i in Instrument if i.is_protocol):
            starts[protocol] = start(self._of(protocol), organisations, convention) if convention else None
        return starts

    @cached_property
    def _periods(self) -> Mapping[Key, tuple[Period, ...]]:
        alone = {key: periods(actions, self._starts[key[0]]) for key, actions in self._grouped.items()}
        return {
            (instrument, iso3): with_convention(own, alone.get((Instrument.UNTOC, iso3), ()))
            if instrument.is_protocol
            else own
            for (instrument, iso3), own in alone.items()
        }


def _each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, a common one (the register's as-of day) once and last."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return tuple(sorted(kept, key=lambda f: f.code == "party.register_complete_to"))
