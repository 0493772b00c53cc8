"""How each offence comes under the Convention: by its category, by a Protocol, or by its maximum penalty."""

import math
from collections.abc import Mapping
from typing import Any

from ..findings import Finding, Weight
from ..treaties import Instrument

Offence = Mapping[str, Any]
WHERE = "matter.offences"

#: Offences established in accordance with the Convention, by the article that does so (Art. 3(1)(a)).
CONVENTION = {"organised_group": "5", "money_laundering": "6", "corruption": "8", "obstruction_of_justice": "23"}
#: Offences of the Protocols, which are regarded as established in accordance with the Convention (Art. 1(3) of each).
PROTOCOLS = {
    "trafficking_in_persons": Instrument.TIP,
    "smuggling_of_migrants": Instrument.SOM,
    "firearms": Instrument.FIR,
}
_ARTICLES = {Instrument.TIP: "TIP 1(3); 5", Instrument.SOM: "SOM 1(3); 6", Instrument.FIR: "FIR 1(3); 5"}

#: Any four calendar years from 1901 to 2099 have 1461 days. So this system takes a day for 48/1461 of a month, and
#: days alone make four years only when they are as many: the Convention does not say how days count.
_DAYS_OF_FOUR_YEARS, _MONTHS_OF_FOUR_YEARS = 1461, 48


def is_serious(offence: Offence) -> bool:
    """A serious crime: the maximum is for life, or years, months and days together make at least four years (2(b))."""
    return length(offence) >= _DAYS_OF_FOUR_YEARS * _MONTHS_OF_FOUR_YEARS


def length(offence: Offence) -> float:
    """A number by which maximum penalties are compared: years, months and days together; for life is the longest."""
    if offence["life"]:
        return math.inf
    months = (offence["years"] or 0) * 12 + (offence["months"] or 0)
    return months * _DAYS_OF_FOUR_YEARS + (offence["days"] or 0) * _MONTHS_OF_FOUR_YEARS


def maximum(offence: Offence) -> str:
    """The maximum penalty as text: ``life``, an ISO 8601 duration such as ``P3Y6M``, or empty where none is stated."""
    if offence["life"]:
        return "life"
    units = (("years", "Y"), ("months", "M"), ("days", "D"))
    stated = "".join(f"{offence[name]}{unit}" for name, unit in units if offence[name])
    nothing = all(offence[name] is None for name, _ in units)
    return f"P{stated or '0D'}" if not nothing else ""


def coverage(offence: Offence, bound: frozenset[str] | None, defined: bool) -> Finding:
    """How the offence is covered, or why it is not.

    ``bound`` holds the Protocols by which both States are bound on the day, None while no requested State is
    chosen; ``defined`` says whether what the Trafficking Protocol's definition needs is stated. A Protocol offence
    that the Protocol can't carry is covered all the same if it is a serious crime (Art. 3(1)(b)).
    """
    category = offence["category"]
    if category in CONVENTION:
        return _found(offence, "convention", f"3(1)(a); {CONVENTION[category]}")
    if category not in PROTOCOLS:
        return _by_penalty(offence, "")
    instrument = PROTOCOLS[category]
    if bound is None:
        return _by_penalty(offence, "not_chosen.", instrument)
    if instrument not in bound:
        return _by_penalty(offence, "not_common.", instrument)
    if instrument is Instrument.TIP and not defined:
        return _by_penalty(offence, "not_defined.", instrument)
    return _found(offence, "protocol", _ARTICLES[instrument], instrument)


def _by_penalty(offence: Offence, reason: str, instrument: Instrument | None = None) -> Finding:
    if is_serious(offence):
        return _found(offence, f"{reason}serious", "2(b); 3(1)(b)", instrument)
    kind = "light" if maximum(offence) else "unknown"
    return _found(offence, f"{reason}{kind}", "2(b); 3(1)(b)", instrument, Weight.CLOSES)


def _found(
    offence: Offence, kind: str, article: str, instrument: Instrument | None = None, weight: Weight = Weight.HOLDS
) -> Finding:
    values = {"label": offence["label"], "name": offence["name"], "penalty": maximum(offence)}
    if instrument:
        values["instrument"] = instrument.value
    return Finding(f"scope.offence.{kind}", article, weight, values, WHERE)
