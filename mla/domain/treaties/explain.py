"""Why a participant is bound on a day, or is not: the action, the rule, the article, the dates."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from mla.domain.findings import THIS_SYSTEM, Finding, Weight

from .periods import STATE_DAYS, Period, Rule, Start
from .records import Action, ActionKind, Instrument, Territory

WHERE = "register"


def bound(period: Period, begun: Start | None, day: dt.date) -> tuple[Finding, ...]:
    """The rule by which the participant is bound, and a warning where it has denounced."""
    found = Finding(
        f"party.bound.{period.rule}", _rule_article(period), Weight.HOLDS, _values(period, begun, day), WHERE
    )
    if period.denunciation is None or period.denunciation.on > day:
        return (found,)
    return found, _denounced(period, day)


def not_bound(
    instrument: Instrument,
    iso3: str,
    own: Sequence[Period],
    signed: Action | None,
    in_convention: bool,
    begun: Start | None,
    day: dt.date,
) -> Finding:
    """The reason why the participant is not bound on the day, the most telling one first."""
    deposited = [p for p in own if p.consent.on <= day]
    coming = sorted((p for p in deposited if p.since and p.since > day), key=lambda p: p.since or day)
    if coming:
        return _not_yet(coming[0], begun, day)
    if deposited:
        return _without_effect(deposited[-1], begun, day)
    return _no_consent(instrument, iso3, own, signed, in_convention, day)


def _not_yet(period: Period, begun: Start | None, day: dt.date) -> Finding:
    return Finding(
        f"party.not_yet.{period.rule}", _rule_article(period), values=_values(period, begun, day), where=WHERE
    )


def _without_effect(period: Period, begun: Start | None, day: dt.date) -> Finding:
    """An instrument that has been deposited and does not bind, or no longer."""
    if period.denunciation and period.ended(day):
        return _ended(period, day)
    if period.rule is Rule.NO_CONVENTION:
        return Finding("party.deposited_without_convention", "37(2)", values=_values(period, begun, day), where=WHERE)
    instrument = period.consent.instrument
    article = f"{instrument.force_article}(1)"
    return Finding("party.instrument_not_in_force", article, values=_values(period, begun, day), where=WHERE)


def _ended(period: Period, day: dt.date) -> Finding:
    code, article = "party.ended", f"{period.consent.instrument.denunciation_article}(1)"
    if _by_convention(period):
        code, article = "party.ended_with_convention", "40(3)"
    return Finding(code, article, values=_denunciation_values(period, day), where=WHERE)


def _denounced(period: Period, day: dt.date) -> Finding:
    code, article = "party.denounced", f"{period.consent.instrument.denunciation_article}(1)"
    if _by_convention(period):
        code, article = "party.denounced_with_convention", "40(3)"
    return Finding(code, article, Weight.WARNS, _denunciation_values(period, day), WHERE)


def _by_convention(period: Period) -> bool:
    return period.denunciation is not None and period.denunciation.instrument is not period.consent.instrument


def _no_consent(
    instrument: Instrument, iso3: str, own: Sequence[Period], signed: Action | None, in_convention: bool, day: dt.date
) -> Finding:
    values: dict[str, Any] = {"state": iso3, "instrument": instrument.value, "day": day.isoformat()}
    accession = bool(own) and own[0].consent.kind is ActionKind.ACCESSION
    consent = f"{instrument.consent_article}({4 if accession else 3})"
    if own:
        first = own[0].consent
        values |= {"action": first.kind.value, "deposited_on": first.on.isoformat()}
        return Finding("party.deposited_later", consent, values=values, where=WHERE)
    if signed and signed.on <= day:
        values["signed_on"] = signed.on.isoformat()
        return Finding("party.signed_only", consent, values=values, where=WHERE)
    if in_convention and instrument.is_protocol:
        return Finding("party.convention_only", "37(3)", values=values, where=WHERE)
    return Finding("party.no_consent", consent, values=values, where=WHERE)


def territory(state: str, code: str, instrument: Instrument, notice: Territory | None, day: dt.date) -> Finding:
    """An instrument reaches a territory from the day of its notice. The treaty is silent; the depositary's practice."""
    values: dict[str, Any] = {
        "state": state,
        "territory_state": code,
        "instrument": instrument.value,
        "day": day.isoformat(),
    }
    if notice is None:
        return Finding("party.territory_no_notice", THIS_SYSTEM, values=values, where=WHERE)
    values["notified_on"] = notice.notified_on.isoformat()
    if notice.notified_on > day:
        return Finding("party.territory_later", THIS_SYSTEM, values=values, where=WHERE)
    return Finding("party.territory_covered", THIS_SYSTEM, Weight.HOLDS, values, WHERE)


def complete_to(instrument: Instrument, as_of: dt.date, day: dt.date) -> Finding:
    """The register is complete up to a day: what was deposited or denounced later is not in it."""
    values = {"instrument": instrument.value, "complete_on": as_of.isoformat(), "day": day.isoformat()}
    return Finding("party.register_complete_to", THIS_SYSTEM, Weight.WARNS, values, WHERE)


def _rule_article(period: Period) -> str:
    """The paragraph of the rule that gave the first day."""
    if period.rule is Rule.WITH_CONVENTION:
        return "37(2)"
    if period.rule in (Rule.SUCCESSION, Rule.STATED_DAY):
        return THIS_SYSTEM
    paragraph = 1 if period.rule is Rule.GENERAL else 2
    return f"{period.consent.instrument.force_article}({paragraph})"


def _values(period: Period, begun: Start | None, day: dt.date) -> dict[str, Any]:
    consent = period.consent
    return {
        "state": consent.iso3,
        "instrument": consent.instrument.value,
        "action": consent.kind.value,
        "deposited_on": consent.on.isoformat(),
        "thirtieth_on": (consent.on + dt.timedelta(days=STATE_DAYS)).isoformat(),
        "effective_on": (consent.effective_on or consent.on).isoformat(),
        "fortieth_on": begun.fortieth_on.isoformat() if begun else None,
        "general_on": begun.general_on.isoformat() if begun else None,
        "convention_on": period.convention_on.isoformat() if period.convention_on else None,
        "since_on": period.since.isoformat() if period.since else None,
        "day": day.isoformat(),
    }


def _denunciation_values(period: Period, day: dt.date) -> dict[str, Any]:
    if period.denunciation is None or period.until is None:
        raise ValueError("a period without a denunciation has none to explain")
    return {
        "state": period.consent.iso3,
        "instrument": period.consent.instrument.value,
        "received_on": period.denunciation.on.isoformat(),
        "until_on": period.until.isoformat(),
        "effect_on": (period.until + dt.timedelta(days=1)).isoformat(),
        "day": day.isoformat(),
    }


def signature(actions: Sequence[Action]) -> Action | None:
    """The signature among the actions of a participant."""
    return next((a for a in actions if a.kind is ActionKind.SIGNATURE), None)
