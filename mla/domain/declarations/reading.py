"""From the register's summaries to values. What can't be read as a rule is kept as words; nothing is dropped."""

import re
from collections.abc import Callable

import pycountry

from .records import GENERAL, Basis, Declared, Designation, ExtraditionBasis, How, LanguageRule, Notice, Stage, Words

_CODES = r"[a-z]{2}(?:; [a-z]{2})*"
_NOTE = r"(?: \((?P<note>.+)\))?"
_LISTED = re.compile(rf"(?P<how>any of|all of): (?P<codes>{_CODES}){_NOTE}")
_PREFERRED = re.compile(rf"prefer: (?P<first>[a-z]{{2}}); else: (?P<second>[a-z]{{2}}){_NOTE}")
_EXTRADITION = re.compile(rf"(?P<basis>{'|'.join(Basis)}){_NOTE}")
_TERRITORY = re.compile(r"\bterritory (?P<name>[A-Z]{3}\b|[^,;]+)")
_ATTESTED = re.compile(r"\b(authenticated|certified|official) translation\b")
_BESIDES = re.compile(r"^with a translation into (?P<language>[A-Z]\w+)$")
_LABELS = ("address", "for", "note")

#: Words of a designation, with the functions that they name.
_FUNCTIONS = (
    (re.compile(r"^outgoing"), "outgoing"),
    (re.compile(r"service of documents"), "service"),
    (re.compile(r"extradition|surrender"), "extradition"),
    (re.compile(r"police purposes"), "police"),
    (re.compile(r"civil(-law)? matters"), "civil"),
)
_STAGES = (
    (re.compile(r"(pre-trial|investigation) stage"), Stage.INVESTIGATION),
    (re.compile(r"(?<!pre-)trial stage|judicial decisions"), Stage.TRIAL),
)
#: Authorities of an article of their own serve its function alone.
_OWN_FUNCTION = {"extradition_authority": "extradition", "maritime_authority": "maritime", "contact_point": "firearms"}


def read(notice: Notice) -> Declared:
    """The notice as a rule on languages, a basis of extradition or a designation; as words where it is none of them."""
    return _READERS.get(notice.topic, _words)(notice)


def _words(notice: Notice) -> Words:
    return Words(notice.value, notice)


def _languages(notice: Notice) -> LanguageRule | Words:
    if found := _PREFERRED.fullmatch(notice.value):
        return _rule(How.PREFER, (found["first"], found["second"]), found["note"] or "", notice)
    if found := _LISTED.fullmatch(notice.value):
        return _rule(How(found["how"]), tuple(found["codes"].split("; ")), found["note"] or "", notice)
    return _words(notice)


def _rule(how: How, languages: tuple[str, ...], note: str, notice: Notice) -> LanguageRule:
    return LanguageRule(
        how,
        languages,
        notice,
        authenticated=bool(_ATTESTED.search(note)),
        besides=_besides(note),
        annexes="also for annexed documents" in note,
        territory=_territory(note),
        note=note,
    )


def _besides(note: str) -> tuple[str, ...]:
    found = _BESIDES.search(note)
    language = pycountry.languages.get(name=found["language"]) if found else None
    return (language.alpha_2,) if language else ()


def _territory(words: str) -> str | None:
    found = _TERRITORY.search(words)
    return found["name"] if found else None


def _extradition(notice: Notice) -> ExtraditionBasis | Words:
    found = _EXTRADITION.fullmatch(notice.value)
    return ExtraditionBasis(Basis(found["basis"]), found["note"] or "", notice) if found else _words(notice)


def _designation(notice: Notice) -> Designation:
    """``name | address: … | for: … | note: …``; a part with another label stays with the note, in its words."""
    name, *rest = notice.value.split(" | ")
    labelled: dict[str, str] = {}
    for part in rest:
        label, _, text = part.partition(": ")
        if label not in _LABELS or label in labelled:
            label, text = "note", "; ".join(filter(None, (labelled.get("note"), part)))
        labelled[label] = text
    purpose, note = labelled.get("for", ""), labelled.get("note", "")
    stages = frozenset(stage for words, stage in _STAGES if words.search(purpose))
    return Designation(
        name,
        notice,
        labelled.get("address", ""),
        purpose,
        note,
        functions=_functions(notice.topic, purpose, staged=bool(stages)),
        stages=stages,
        territory=_territory(purpose),
        named=name != "none named",
        diplomatic="diplomatic channel" in note,
    )


def _functions(topic: str, purpose: str, *, staged: bool) -> frozenset[str]:
    """What the authority serves: what its words name, beside the rest where they also name a stage."""
    if topic in _OWN_FUNCTION:
        return frozenset({_OWN_FUNCTION[topic]})
    named = frozenset(function for words, function in _FUNCTIONS if words.search(purpose))
    return GENERAL if staged or not named else named


_READERS: dict[str, Callable[[Notice], Declared]] = {
    "acceptable_languages": _languages,
    "extradition_legal_basis": _extradition,
    "central_authority": _designation,
    "extradition_authority": _designation,
    "maritime_authority": _designation,
    "contact_point": _designation,
}
