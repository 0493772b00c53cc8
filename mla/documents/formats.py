"""How a letter writes dates, names, articles, penalties and sizes."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from babel import Locale
from babel.dates import format_date
from flask_babel import gettext as _
from flask_babel import ngettext
from jinja2 import pass_context
from jinja2.runtime import Context

from mla.wording import article, names

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def direction(language: str) -> str:
    """The direction in which a language (ISO 639-1) is written."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@pass_context
def day(context: Context, value: str) -> str:
    """A date in full, so that no reader takes the day for the month: "12 March 2026". Takes ISO text."""
    return format_date(dt.date.fromisoformat(value), "d MMMM y", locale=context["language"])


@pass_context
def state(context: Context, iso3: str) -> str:
    """The State's short name in the language of the letter."""
    return names.short_name(iso3, context["language"])


@pass_context
def language_name(context: Context, code: str) -> str:
    """The name of a language, in the language of the letter; the code itself where nobody has named it."""
    return str(Locale.parse(context["language"]).languages.get(code, code))


def bare(formal: str) -> str:
    """A formal name as a letterhead has it: without its article ("Federative Republic of Brazil")."""
    return re.sub(r"^(the|la|le|les|l'|el|los|las)\b ?", "", formal)


def family_first(person: Mapping[str, Any]) -> str:
    """Family name in capitals, then the given names: "SILVA, João"."""
    return ", ".join(filter(None, (person["family_name"].upper(), person["given_names"])))


def paragraphs(text: str) -> list[str]:
    """A text cut at its empty lines."""
    return [part.strip() for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def penalty(offence: Mapping[str, Any]) -> str:
    """The maximum penalty in words; empty where none is stated."""
    if offence["life"]:
        return _("imprisonment for life")
    counted = (
        (offence["years"], lambda n: ngettext("%(num)s year", "%(num)s years", n)),
        (offence["months"], lambda n: ngettext("%(num)s month", "%(num)s months", n)),
        (offence["days"], lambda n: ngettext("%(num)s day", "%(num)s days", n)),
    )
    return ", ".join(str(words(number)) for number, words in counted if number)


def four_years(offence: Mapping[str, Any]) -> bool:
    """Whether the maximum is at least four years' deprivation of liberty (Art. 2(b))."""
    return bool(offence["life"]) or (offence["years"] or 0) * 12 + (offence["months"] or 0) >= 48


def grouped(digits: str, size: int = 4) -> str:
    """Digits in groups, for eyes that compare them."""
    return " ".join(digits[n : n + size] for n in range(0, len(digits), size))


def file_size(size: int) -> str:
    """A size of a file in the unit that suits it (of 1000)."""
    for unit, divisor in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= divisor:
            return f"{size / divisor:.1f} {unit}"
    return f"{size} B"


FILTERS = {
    f.__name__: f
    for f in (
        day, state, language_name, bare, family_first, paragraphs, penalty, four_years, grouped, file_size, article,
    )
}  # fmt: skip
