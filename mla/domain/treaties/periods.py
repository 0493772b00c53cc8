"""From depositary actions to the days between which a participant is bound."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from .records import Action, ActionKind, Instrument

NEEDED = 40
GENERAL_DAYS = 90
STATE_DAYS = 30


class Rule(StrEnum):
    """Which rule gave the first day on which a participant is bound."""

    GENERAL = "general"
    THIRTIETH_DAY = "thirtieth_day"
    GENERAL_LATER = "general_later"
    SUCCESSION = "succession"
    STATED_DAY = "stated_day"
    WITH_CONVENTION = "with_convention"
    NOT_IN_FORCE = "not_in_force"
    NO_CONVENTION = "no_convention"


@dataclass(frozen=True, slots=True)
class Start:
    """When an instrument itself entered into force: day of the 40th deposit, and the general date from it."""

    fortieth_on: dt.date
    general_on: dt.date


@dataclass(frozen=True, slots=True)
class Period:
    """What one consent brought about: first day bound and its rule, last day bound and the denunciation."""

    consent: Action
    rule: Rule
    since: dt.date | None
    until: dt.date | None = None
    denunciation: Action | None = None
    convention_on: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Whether the participant is bound on the day by this consent."""
        return self.since is not None and self.since <= day and (self.until is None or day <= self.until)

    def ended(self, day: dt.date) -> bool:
        """Whether a denunciation had taken effect by the day."""
        return self.until is not None and self.until < day


def start(actions: Iterable[Action], organisations: Collection[str], convention: Start | None) -> Start | None:
    """An instrument enters into force on the 90th day after the deposit of the 40th instrument.

    Instruments of ratification, acceptance, approval and accession count; a regional organisation's is not
    additional to those of its members, and a successor's is not new. A Protocol does not enter into force
    before the Convention. Arguments: the instrument's actions; the organisations' codes; the Convention's own
    start for a Protocol, None for the Convention. Returns None before the 40th. Source: Art. 38(1); TIP 17(1);
    SOM 22(1); FIR 18(1).
    """
    first: dict[str, dt.date] = {}
    for action in actions:
        if action.is_consent and action.kind is not ActionKind.SUCCESSION and action.iso3 not in organisations:
            first[action.iso3] = min(action.on, first.get(action.iso3, action.on))
    if len(first) < NEEDED:
        return None
    fortieth = sorted(first.values())[NEEDED - 1]
    general = fortieth + dt.timedelta(days=GENERAL_DAYS)
    return Start(fortieth, max(general, convention.general_on) if convention else general)


def first_day(consent: Action, begun: Start | None) -> tuple[Rule, dt.date | None]:
    """After the 40th instrument, a State is bound from the 30th day after its own, never before the general date.

    Art. 38(2) lacks the words "whichever is later" of the Protocols; the depositary's practice supplies them
    (Costa Rica deposited on 24 July 2003 and is bound since 29 September 2003). A successor is bound from the
    day of succession. Source: Art. 38(2); TIP 17(2); SOM 22(2); FIR 18(2).
    """
    if begun is None:
        return Rule.NOT_IN_FORCE, None
    if consent.kind is ActionKind.SUCCESSION:
        return Rule.SUCCESSION, max(consent.effective_on or consent.on, begun.general_on)
    if consent.effective_on:
        return Rule.STATED_DAY, max(consent.effective_on, begun.general_on)
    if consent.on <= begun.fortieth_on:
        return Rule.GENERAL, begun.general_on
    thirtieth = consent.on + dt.timedelta(days=STATE_DAYS)
    if thirtieth < begun.general_on:
        return Rule.GENERAL_LATER, begun.general_on
    return Rule.THIRTIETH_DAY, thirtieth


def effect_of_denunciation(received_on: dt.date) -> dt.date:
    """A denunciation takes effect one year after receipt of the notice: the State is bound until the day before.

    Received on 29 February, it takes effect on 28 February (the treaty is silent; this system counts so).
    Source: Art. 40(1); TIP 19(1); SOM 24(1); FIR 20(1).
    """
    leap_day = (received_on.month, received_on.day) == (2, 29)
    return received_on.replace(year=received_on.year + 1, day=28 if leap_day else received_on.day)


def periods(actions: Sequence[Action], begun: Start | None) -> tuple[Period, ...]:
    """The periods of one participant under one instrument, by its own actions alone.

    Each consent begins one; the first denunciation after it ends it; a new consent starts again.
    """
    return tuple(_period(action, actions, begun) for action in sorted(actions, key=_order) if action.is_consent)


def _period(consent: Action, actions: Iterable[Action], begun: Start | None) -> Period:
    rule, since = first_day(consent, begun)
    later = [a for a in actions if a.kind is ActionKind.DENUNCIATION and a.on > consent.on]
    if not later:
        return Period(consent, rule, since)
    notice = min(later, key=_order)
    until = effect_of_denunciation(notice.on) - dt.timedelta(days=1)
    return _without_empty(Period(consent, rule, since, until, notice))


def with_convention(own: Iterable[Period], convention: Sequence[Period]) -> tuple[Period, ...]:
    """A Protocol binds only whom the Convention binds, and a denounced Convention takes its Protocols with it.

    Source: Art. 37(2) and 40(3).
    """
    return tuple(_bounded(period, convention) for period in own)


def _bounded(period: Period, convention: Sequence[Period]) -> Period:
    if period.since is None:
        return period
    for wider in sorted((c for c in convention if c.since), key=lambda c: c.since or dt.date.max):
        since = max(period.since, wider.since or period.since)
        if wider.until is None or since <= wider.until:
            return _without_empty(_within(period, wider, since))
    return replace(period, rule=Rule.NO_CONVENTION, since=None)


def _within(period: Period, wider: Period, since: dt.date) -> Period:
    rule = period.rule if since == period.since else Rule.WITH_CONVENTION
    if wider.until is not None and (period.until is None or wider.until < period.until):
        period = replace(period, until=wider.until, denunciation=wider.denunciation)
    return replace(period, since=since, rule=rule, convention_on=wider.since)


def _without_empty(period: Period) -> Period:
    """A consent whose denunciation takes effect before it would bind never binds."""
    if period.since and period.until and period.until < period.since:
        return replace(period, since=None)
    return period


def _order(action: Action) -> tuple[dt.date, str, str, str, dt.date]:
    """One order for the same actions, however they were given."""
    return action.on, action.kind, action.iso3, action.instrument, action.effective_on or action.on


def of_instrument(actions: Iterable[Action], instrument: Instrument) -> tuple[Action, ...]:
    """The actions under the instrument, in order."""
    return tuple(sorted((a for a in actions if a.instrument is instrument), key=_order))
