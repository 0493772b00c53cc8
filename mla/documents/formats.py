"""How a letter writes dates, names, articles, penalties and sizes."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.dates import format_date
from flask_babel import gettext as _
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mla import wording
from mla.domain import scope
from mla.domain.assets import money
from mla.domain.assets.acts import label_of
from mla.wording import article, assets, names

_RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
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


def isolated(value: Any, around: str) -> Any:
    """The same values, with each line that is written right to left closed off from a text that runs the other way.

    Otherwise a name in Arabic letters would draw the date behind it to its wrong side. ``around`` is the direction
    of the text; the marks are those of Unicode for "a line of its own direction".
    """
    if around == "rtl":
        return value
    if isinstance(value, Mapping):
        return {key: isolated(inner, around) for key, inner in value.items()}
    if isinstance(value, list):
        return [isolated(inner, around) for inner in value]
    if isinstance(value, str) and _RIGHT_TO_LEFT_LETTER.search(value):
        return "\n".join(f"\u2068{line}\u2069" if line.strip() else line for line in value.split("\n"))
    return value


def kept_together(text: str) -> str:
    """The text with no line break between "Art." and its number, or "Annex" and its letter."""
    return re.sub(r"\b(Arts?\.|Articles?|Annex|annex) (?=[0-9A-Z])", "\\1\u00a0", text)


def bare(formal: str) -> str:
    """A formal name as a letterhead has it: without its article ("Federative Republic of Brazil")."""
    return re.sub(r"^(the|la|le|les|l'|el|los|las)\b ?", "", formal)


def opening(text: str) -> str:
    """The text as a sentence begins: with a capital."""
    return text[:1].upper() + text[1:]


def family_first(person: Mapping[str, Any]) -> str:
    """Family name in capitals, then the given names: "SILVA, João"."""
    return ", ".join(filter(None, (person["family_name"].upper(), person["given_names"])))


def paragraphs(text: str) -> list[str]:
    """A text cut at its empty lines."""
    return [part.strip() for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def penalty(offence: Mapping[str, Any]) -> str:
    """The maximum penalty in words; empty where none is stated."""
    return wording.penalty(scope.maximum(offence))


def four_years(offence: Mapping[str, Any]) -> bool:
    """Whether the maximum is at least four years' deprivation of liberty (Art. 2(b))."""
    return scope.is_serious(offence)


def in_words(codes: Iterable[str], words: Mapping[str, Any]) -> str:
    """Codes of the record as the letter says them, one after the other."""
    return "; ".join(str(words[code]) for code in codes)


def whole(reference: str | None) -> Markup:
    """A reference that no end of a line cuts."""
    return Markup('<span class="whole">{}</span>').format(reference or _("(not given)"))


def grouped(digits: str, size: int = 4) -> str:
    """Digits in groups, for eyes that compare them."""
    return " ".join(digits[n : n + size] for n in range(0, len(digits), size))


def file_size(size: int) -> str:
    """A size of a file in the unit that suits it (of 1000)."""
    for unit, divisor in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= divisor:
            return f"{size / divisor:.1f} {unit}"
    return f"{size} B"


def sum_of_money(row: Mapping[str, Any], name: str = "amount") -> str:
    """What a row gives under the name, in its currency: "USD 58,400,000.00". What is no amount stands as written."""
    text, currency = str(row.get(name) or ""), str(row.get("currency") or "")
    given = money.given(row, name)
    return _amount(given[currency], currency) if given else f"{currency} {text}".strip()


def _amount(amount: Decimal, currency: str) -> str:
    """No end of a line parts the currency from its figures."""
    return assets.amount(money.plain(amount, currency)).replace(" ", "\u00a0")


def sums(rows: Iterable[Mapping[str, Any]], name: str = "amount") -> list[str]:
    """The sums of what the rows give under the name, each currency for itself."""
    found = money.total(money.given(row, name) for row in rows)
    return [_amount(amount, currency) for currency, amount in sorted(found.items())]


def labels(rows: Iterable[Any]) -> list[str]:
    """The labels by which rows name property, or that stand for it alone."""
    return [label for label in map(label_of, rows) if label]


_ALL = (
    day, state, language_name, bare, family_first, paragraphs, penalty, four_years, in_words, grouped, file_size, whole,
    article, opening, sum_of_money, sums, labels,
)  # fmt: skip
FILTERS = {filter_.__name__: filter_ for filter_ in _ALL}
