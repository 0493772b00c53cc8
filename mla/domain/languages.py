"""Is the request in a language acceptable to the requested State? (Art. 18(14))"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from . import declarations as law
from .content import empty
from .facts import Facts
from .findings import THIS_SYSTEM, Finding, Weight

WHERE = "request.language"
ARTICLE = "18(14)"
#: Written forms of a language that a declaration names as a whole.
_WHOLE = {"nb": "no", "nn": "no"}
_UNSTATED: Mapping[str, Any] = empty()["language"]
_EXCEPTION = ("exception_by", "exception_on", "exception_source")


def accepted(facts: Facts) -> Iterator[Finding]:
    """What is recorded of the requested State, and whether the request, its annexes and translations satisfy it."""
    stated = {**_UNSTATED, **facts.content["language"]}
    territory = facts.content["channel"].get("territory") or None
    rule = facts.declarations.languages(facts.requested, territory)
    if not stated["request"]:
        yield Finding("language.missing", ARTICLE, where=WHERE)
        yield _wanted(rule, facts.requested)
    elif any(stated[name] for name in _EXCEPTION):
        yield from _exception(stated, facts)
    elif isinstance(rule, law.LanguageRule):
        yield from _request(rule, stated)
        yield from _annexes(rule, stated, facts.content["annexes"])
    else:
        yield from _unrecorded(rule, stated, facts.requested)
    if rule:
        yield from age(rule.notice, facts.day, WHERE)


def shortfall(rule: law.LanguageRule, language: str, stated: Mapping[str, Any]) -> str | None:
    """What the rule finds wanting in a text of that language with the translations stated; None if nothing.

    Returns not_accepted (no acceptable language), besides (a further translation), not_authenticated, or
    first_preferred (the second language without saying why not the first).
    """
    written = {whole(language)}
    have = written | {whole(code) for code in stated["translations"]}
    if not _met(rule, have):
        return "not_accepted"
    if not have.issuperset(rule.besides):
        return "besides"
    translated = not _met(rule, written) or not written.issuperset(rule.besides)
    if rule.authenticated and translated and not stated["authenticated"]:
        return "not_authenticated"
    if _second(rule, have) and not stated["first_impossible"].strip():
        return "first_preferred"
    return None


def whole(language: str) -> str:
    """The language as declarations name it: either Norwegian as Norwegian."""
    return _WHOLE.get(language, language)


def age(notice: law.Notice, day: dt.date, where: str) -> Iterator[Finding]:
    """A declaration more than a year old is said to be so where it is used; so is one dated after the day."""
    code = "later" if notice.first_day > day else "stale" if notice.is_stale(day) else ""
    if code:
        section = where.partition(".")[2]
        values = {"state": notice.iso3, "dated": notice.dated_on, "day": day.isoformat()}
        yield Finding(f"{section}.{code}", THIS_SYSTEM, Weight.WARNS, values, where)


def _met(rule: law.LanguageRule, have: set[str]) -> bool:
    """Whether the languages at hand are those of the rule: all, or one of them."""
    if rule.how is law.How.ALL:
        return have.issuperset(rule.languages)
    return bool(have.intersection(rule.languages))


def _second(rule: law.LanguageRule, have: set[str]) -> bool:
    return rule.how is law.How.PREFER and rule.languages[0] not in have


def _exception(stated: Mapping[str, Any], facts: Facts) -> Iterator[Finding]:
    """An exception that both sides agreed counts once it says by whom, when, and how that is known."""
    values = {"state": facts.requested, "by": stated["exception_by"], "source": stated["exception_source"]}
    if not all(stated[name] for name in _EXCEPTION):
        yield Finding("language.exception.incomplete", THIS_SYSTEM, where=WHERE)
    elif dt.date.fromisoformat(stated["exception_on"]) > facts.day:
        yield Finding("language.exception.later", THIS_SYSTEM, where=WHERE)
    else:
        values |= {"agreed_on": stated["exception_on"]}
        yield Finding("language.exception", ARTICLE, Weight.HOLDS, values, WHERE)


def _request(rule: law.LanguageRule, stated: Mapping[str, Any]) -> Iterator[Finding]:
    values = _values(rule) | {"language": stated["request"]}
    wanting = shortfall(rule, stated["request"], stated)
    if wanting:
        yield Finding(f"language.{wanting}", ARTICLE, values=values, where=WHERE)
        return
    have = {whole(code) for code in (stated["request"], *stated["translations"])}
    code = "second" if _second(rule, have) else "translated" if stated["translations"] else "met"
    values |= {"languages": sorted(stated["translations"])}
    yield Finding(f"language.{code}", ARTICLE, Weight.HOLDS, values, WHERE)


def _annexes(rule: law.LanguageRule, stated: Mapping[str, Any], annexes: list[Mapping[str, Any]]) -> Iterator[Finding]:
    """Annexes need the same languages: by the State's word where it said so, else by a rule of this system."""
    article = ARTICLE if rule.annexes else THIS_SYSTEM
    labels: dict[str, list[str]] = {}
    for annex in annexes:
        wanting = shortfall(rule, annex["language"], stated) if annex["language"] else "unstated"
        if wanting and wanting != "first_preferred":
            labels.setdefault(wanting, []).append(annex["label"])
    for wanting, found in labels.items():
        values = _values(rule) | {"labels": ", ".join(found)}
        if wanting == "unstated":
            yield Finding("language.annexes.unstated", THIS_SYSTEM, Weight.WARNS, values, "matter.annexes")
        else:
            yield Finding(f"language.annexes.{wanting}", article, values=values, where=WHERE)
    if annexes and not labels:
        yield Finding("language.annexes.met", article, Weight.HOLDS, _values(rule), WHERE)


def _unrecorded(rule: law.Words | None, stated: Mapping[str, Any], state: str) -> Iterator[Finding]:
    """Without a rule on record nothing is closed by that alone; a person confirms, and says how they know."""
    values = {"state": state, "language": stated["request"], "source": stated["source"]}
    yield _wanted(rule, state)
    if stated["accepted"] and stated["source"].strip():
        yield Finding("language.confirmed", ARTICLE, Weight.HOLDS, values, WHERE)
    else:
        yield Finding("language.confirmation.missing", ARTICLE, values=values, where=WHERE)


def _wanted(rule: law.LanguageRule | law.Words | None, state: str) -> Finding:
    """What is on record of the State's languages: a rule, words that no rule is read from, or nothing."""
    if isinstance(rule, law.LanguageRule):
        return Finding("language.wanted", ARTICLE, Weight.WARNS, _values(rule), WHERE)
    if rule:
        return Finding("language.words_only", ARTICLE, Weight.WARNS, {"state": state, "words": rule.text}, WHERE)
    return Finding("language.not_recorded", ARTICLE, Weight.WARNS, {"state": state}, WHERE)


def _values(rule: law.LanguageRule) -> dict[str, Any]:
    return {"state": rule.notice.iso3, "rule": rule.notice.value, "dated": rule.notice.dated_on}
