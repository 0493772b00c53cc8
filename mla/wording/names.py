"""Names of States, organisations and territories, as running text and tables want them."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from mla.data import rows

#: "United Arab Emirates (the)", "Congo (le)", "Cook Islands (the)*".
_ARTICLE = re.compile(r"^(?P<name>.+?) \((?P<article>the|le|la|les|l'|l’|el|los|las)\)$")
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


@lru_cache(maxsize=4096)
def short_name(iso3: str, language: str = "en", article: bool = False) -> str:
    """The short name that the United Nations uses; the code itself where nobody is known by it.

    ``article`` puts a State's article before its name, as running text wants it ("the Netherlands").
    """
    return _read(_name(iso3, language, "short") or iso3, article)


def formal_name(iso3: str, language: str = "en") -> str:
    """The formal name ("the Federative Republic of Brazil"), or the short one where the source has none."""
    return _name(iso3, language, "formal") or short_name(iso3, language, article=True)


def _name(iso3: str, language: str, form: str) -> str:
    known = _names().get(iso3, {})
    return known.get(f"{language}_{form}") or known.get(f"en_{form}") or ""


def _read(name: str, article: bool) -> str:
    name = name.rstrip("*")
    found = _ARTICLE.match(name)
    if found is None:
        return name
    bare, word = found["name"], found["article"]
    if not article:
        return bare
    return f"{word}{bare}" if word.endswith(("'", "’")) else f"{word} {bare}"


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    names: dict[str, Mapping[str, str]] = {}
    for row in rows("territorial_applications"):
        names[row["iso3"]] = {"en_short": row["territory"]}
    for row in rows("participation"):
        names[row["iso3"]] = {"en_short": row["name"] + (" (the)" if row["is_reio"] == "true" else "")}
    return names | {row["iso3"]: row for row in rows("states")}
