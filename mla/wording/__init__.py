"""Sentences for people: findings, articles, names of States and dates, in the language of whoever reads.

Each module of this package holds ``SENTENCES``: the sentence of every finding code, with named placeholders that
the finding's ``values`` fill. A State is its ISO 3166-1 alpha-3 code under a key that ends in ``state``; a date is
ISO text under a key that ends in ``_on``, ``_by`` or ``day``, and may be empty; an amount of money is figures and
currency (``58400000.00 CHF``) under a key that ends in ``_amount``.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from babel import Locale, dates
from flask_babel import format_date, get_locale, ngettext
from flask_babel import gettext as _

from mla.domain.dates import first_day
from mla.domain.errors import UnknownState
from mla.domain.findings import DOMESTIC_LAW, GOOD_PRACTICE, THIS_SYSTEM, Finding

from . import (
    amendment,
    assets,
    basis,
    cases,
    channels,
    drift,
    extradition,
    names,
    obligations,
    recording,
    recovery,
    refusal,
    rules,
    scope,
    sought,
    surrender,
    treaties,
    urgent,
)
from .declarations import declared, language_name, territories_named

MODULES = (
    treaties,
    rules,
    refusal,
    channels,
    cases,
    scope,
    amendment,
    basis,
    extradition,
    recording,
    recovery,
    urgent,
    obligations,
    sought,
    surrender,
    assets,
    drift,
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PROTOCOL = re.compile(r"^(TIP|SOM|FIR) (.+)$")


def sentence(finding: Finding) -> str:
    """The finding as a sentence; raises KeyError for a code that has none (a test sees that all have one)."""
    said = str(_sentences()[finding.code]) % {key: _said(key, value) for key, value in finding.values.items()}
    return said[:1].upper() + said[1:]


@cache
def _sentences() -> Mapping[str, Any]:
    """The sentences of all modules by code; where two have one for the same code, that of the first."""
    return {code: said for module in reversed(MODULES) for code, said in module.SENTENCES.items()}


def article(bare: str) -> str:
    """An article as a reader expects it: "Art. 18(15)", "Trafficking in Persons Protocol, Art. 17(2)"."""
    if bare == GOOD_PRACTICE:
        return _("good practice")
    if bare == THIS_SYSTEM:
        return _("this system")
    if bare == DOMESTIC_LAW:
        return _("domestic law")
    if protocol := _PROTOCOL.match(bare):
        title = treaties.TITLES[protocol[1]]
        return _("%(instrument)s, Art. %(number)s", instrument=title, number=protocol[2])
    return _("Art. %(number)s", number=bare) if bare[:1].isdigit() else bare


def state_name(iso3: str, article: bool = False) -> str:
    """The State's short name in the reader's language; with ``article`` as in running text ("the Netherlands")."""
    return names.short_name(iso3, language(), article)


def state_formal_name(iso3: str) -> str:
    """The State's formal name in the reader's language ("the Federative Republic of Brazil")."""
    return names.formal_name(iso3, language())


def day(value: dt.date | str) -> str:
    """A date in full, so that no reader takes the day for the month: "12 March 2026". Takes a date or ISO text."""
    found = dt.date.fromisoformat(value) if isinstance(value, str) else value
    return _in_full(found, get_locale())


@lru_cache(maxsize=4096)
def _in_full(found: dt.date, locale: Locale | None) -> str:
    return dates.format_date(found, "d MMMM y", locale=locale)


def dated(value: str) -> str:
    """A date as exact as its source: "12 March 2026", "March 2026", "2026". Takes ISO text of a day, month or year."""
    if len(value) == len("2026-03-12"):
        return day(value)
    return str(format_date(first_day(value), "MMMM y")) if len(value) == len("2026-03") else value


def penalty(maximum: str) -> str:
    """A maximum penalty in words, as ``mla.domain.scope.maximum`` writes it; empty where none is stated."""
    if maximum == "life":
        return _("imprisonment for life")
    counted = {unit: int(number) for number, unit in re.findall(r"(\d+)([YMD])", maximum)}
    said = (
        ngettext("%(num)s year", "%(num)s years", counted["Y"]) if "Y" in counted else "",
        ngettext("%(num)s month", "%(num)s months", counted["M"]) if "M" in counted else "",
        ngettext("%(num)s day", "%(num)s days", counted["D"]) if "D" in counted else "",
    )
    return ", ".join(filter(None, said))


def instrument(code: str) -> str:
    """An instrument in running text: "the Convention", "the Firearms Protocol"."""
    return str(treaties.INSTRUMENTS[code])


def instrument_title(code: str) -> str:
    """An instrument as a heading: "Firearms Protocol"."""
    return str(treaties.TITLES[code])


def action(kind: str) -> str:
    """A depositary action: "ratification"."""
    return str(treaties.ACTIONS[kind])


def refusal_of_state(error: UnknownState) -> str:
    """Why a code can't stand for a State that asks or is asked."""
    said = str(treaties.REFUSALS[error.reason]) % {"code": error.code, "state": state_name(error.code, article=True)}
    return said[:1].upper() + said[1:]


def language() -> str:
    """The reader's language, ISO 639-1; English where nobody reads."""
    locale = get_locale()
    return str(locale.language) if locale else "en"


def _said(key: str, value: Any) -> Any:
    """A value as the sentence wants it."""
    if key == "languages":
        return ", ".join(language_name(code) for code in value)
    if not isinstance(value, str):
        return value
    if key.endswith("state"):
        return state_name(value, article=True)
    if key.endswith(("_on", "_by", "day")) and _ISO_DAY.fullmatch(value):
        return day(value)
    if key.endswith("_amount"):
        return assets.amount(value)
    if key == "penalty":
        return penalty(value)
    if key in _VOCABULARIES:
        return _VOCABULARIES[key].get(value, value)
    return _READERS[key](value) if key in _READERS else value


#: Values that are said in words of their own.
_READERS: Mapping[str, Callable[[str], str]] = {
    "dated": dated,
    "language": language_name,
    "assets": assets.few,
    "drifted": drift.parts,
    "rule": lambda value: declared("acceptable_languages", value).text,
    "designated": territories_named,
    "authorities": territories_named,
}

_VOCABULARIES: Mapping[str, Mapping[str, Any]] = {
    "instrument": treaties.INSTRUMENTS,
    "action": treaties.ACTIONS,
    "obligation": obligations.OWING,
}
