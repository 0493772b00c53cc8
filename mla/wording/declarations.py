"""Declarations and notifications of States as readers expect them: languages and territories by their names."""

import re
from collections.abc import Callable
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from . import names

#: The values of a declaration on the legal basis for extradition (Art. 16(5)(a)), the longer ones first.
EXTRADITION = (
    ("untoc on reciprocity", _l("Takes the Convention as the legal basis for extradition, on reciprocity")),
    (
        "untoc where no treaty exists",
        _l("Takes the Convention as the legal basis for extradition where no treaty exists"),
    ),
    ("untoc", _l("Takes the Convention as the legal basis for extradition")),
    ("treaty only", _l("Does not take the Convention as the legal basis for extradition")),
    ("no treaty needed", _l("Does not make extradition conditional on a treaty")),
)
_LANGUAGES = re.compile(r"^(?P<how>any of|all of): (?P<codes>[a-z]{2}(?:; [a-z]{2})*)(?P<note>.*)$")
_PREFERRED = re.compile(r"^prefer: (?P<first>[a-z]{2}); else: (?P<second>[a-z]{2})(?P<note>.*)$")
_TERRITORY = re.compile(r"\bterritory (?P<code>[A-Z]{3})\b")


class Declared(NamedTuple):
    """What was declared, and what is said beside it."""

    text: str
    notes: tuple[str, ...]


def declared(topic: str, value: str) -> Declared:
    """The summary of a declaration for readers; ``value`` is written as the published data writes it."""
    first, *rest = value.split(" | ")
    said = _BY_TOPIC.get(topic, str)(first)
    return Declared(territories_named(said), tuple(_note(part) for part in rest))


def language_name(code: str) -> str:
    """A language in the reader's own; the code where nobody knows it."""
    reader = str(get_locale() or "en")
    try:
        return Locale.parse(code).get_display_name(reader) or code
    except (UnknownLocaleError, ValueError):
        return code


def language_codes(value: str) -> list[str]:
    """The codes of the languages that a declaration on acceptable languages names, as far as it names any."""
    first = value.split(" | ", maxsplit=1)[0]
    if found := _PREFERRED.match(first):
        return [found["first"], found["second"]]
    named = _LANGUAGES.match(first)
    return named["codes"].split("; ") if named else []


def _languages(value: str) -> str:
    if found := _PREFERRED.match(value):
        first, second = language_name(found["first"]), language_name(found["second"])
        return _("Preferably %(first)s, otherwise %(second)s", first=first, second=second) + found["note"]
    found = _LANGUAGES.match(value)
    if found is None:
        return value
    languages = [language_name(code) for code in found["codes"].split("; ")]
    if len(languages) == 1:
        return languages[0] + found["note"]
    if found["how"] == "all of":
        return _("All of: %(languages)s", languages=", ".join(languages)) + found["note"]
    return _("Any of: %(languages)s", languages=", ".join(languages)) + found["note"]


def _extradition(value: str) -> str:
    for start, text in EXTRADITION:
        if value.startswith(start):
            return f"{text}{value[len(start) :]}"
    return value


def _note(part: str) -> str:
    said = territories_named(part)
    return said[:1].upper() + said[1:]


def territories_named(text: str) -> str:
    """A territory by its name instead of its code."""
    language = str(getattr(get_locale(), "language", "en"))
    return _TERRITORY.sub(lambda found: names.short_name(found["code"], language), text)


_BY_TOPIC: dict[str, Callable[[str], str]] = {
    "acceptable_languages": _languages,
    "extradition_legal_basis": _extradition,
}
