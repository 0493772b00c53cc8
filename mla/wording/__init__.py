"""Sentences for people: findings, articles, names of States and dates, in the language of whoever reads.

Each module of this package holds ``SENTENCES``: the sentence of every finding code, with named placeholders that
the finding's ``values`` fill. A State is its ISO 3166-1 alpha-3 code under a key that ends in ``state``; a date is
ISO text under a key that ends in ``_on`` or ``day``.
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from flask_babel import format_date, get_locale
from flask_babel import gettext as _

from mla.domain.errors import UnknownState
from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM, Finding

from . import names, rules, treaties

MODULES = (treaties, rules)
_PROTOCOL = re.compile(r"^(TIP|SOM|FIR) (.+)$")


def sentence(finding: Finding) -> str:
    """The finding as a sentence; raises KeyError for a code that has none (a test sees that all have one)."""
    found = [module.SENTENCES[finding.code] for module in MODULES if finding.code in module.SENTENCES]
    if not found:
        raise KeyError(finding.code)
    said = str(found[0]) % {key: _said(key, value) for key, value in finding.values.items()}
    return said[:1].upper() + said[1:]


def article(bare: str) -> str:
    """An article as a reader expects it: "Art. 18(15)", "Trafficking in Persons Protocol, Art. 17(2)"."""
    if bare == GOOD_PRACTICE:
        return _("good practice")
    if bare == THIS_SYSTEM:
        return _("this system")
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
    return str(format_date(found, "d MMMM y"))


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
    if not isinstance(value, str):
        return value
    if key.endswith("state"):
        return state_name(value, article=True)
    if key.endswith(("_on", "day")):
        return day(value)
    if key in _VOCABULARIES:
        return _VOCABULARIES[key].get(value, value)
    return value


_VOCABULARIES: Mapping[str, Mapping[str, Any]] = {
    "instrument": treaties.INSTRUMENTS,
    "action": treaties.ACTIONS,
}
