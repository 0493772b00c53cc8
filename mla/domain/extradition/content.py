"""What a request for extradition contains. Art. 16 prescribes nothing: this system and good practice do.

The parts follow what treaties on extradition commonly ask: who is sought, accusation or conviction, each offence with
its law, its penalty and its limitation.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..content import REQUIREMENTS, Content, Requirement, completeness
from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..workflow import Guard, guard

ACCUSATION, CONVICTION = "accusation", "conviction"
#: Whom and what a request for the arrest of a person names, the formal one and the one for provisional arrest alike.
PERSON: Mapping[str, Any] = {
    "sought": {
        "person": "",
        "description": "",
        "photograph": "",
        "fingerprints": "",
        "located": "",
        "whereabouts": "",
        "national": "",
    },
    "file": {
        "sort": "",
        "warrant_by": "",
        "warrant_on": None,
        "warrant_number": "",
        "evidence": "",
        "judgment_by": "",
        "judgment_on": None,
        "judgment_number": "",
        "enforceable": False,
        "sentence": "",
        "served": "",
        "remaining": "",
        "in_absentia": False,
        "retrial": "",
        "history": "",
    },
}
#: The sections of a formal request besides those that all kinds share, as they stand when nothing is given.
SECTIONS: Mapping[str, Any] = {
    **PERSON,
    "per_offence": [],
    "assurances": [],
    "alternative": {"prosecution": False, "enforcement": False, "text": ""},
    "arrest": {"arrested_on": None, "reference": "", "text": ""},
    "articles": {"text": ""},
    "surrender": {"text": ""},
}
#: What of the shared parts a request for a person contains too; the rest speaks of assistance.
_SHARED = frozenset({
    "conducting_name", "conducting_functions", "subject", "facts", "offence_law", "offence_penalty", "deadline_reasons",
    "urgency_reasons", "confidentiality_reasons", "annexes_cited", "contact",
})  # fmt: skip


def per_offence(content: Content) -> dict[str, Mapping[str, Any]]:
    """What the request says of each offence besides the matter, by the offence's label; nothing where it is silent."""
    said = {row["label"]: row for row in content.get("per_offence", ())}
    blank = {"facts": "", "limitation": "", "equivalent": "", "accessory": False}
    return {o["label"]: blank | dict(said.get(o["label"], {})) for o in content["offences"]}


def sought(content: Content) -> Mapping[str, Any] | None:
    """The person of the matter who is sought, if one is named."""
    return next((p for p in content["persons"] if p["label"] == content["sought"]["person"]), None)


def _sought(name: str) -> Any:
    return lambda content: bool(str((sought(content) or {}).get(name) or "").strip())


def _field(section: str, *names: str) -> Any:
    return lambda content: all(str(content[section][n] or "").strip() for n in names)


def _of_sort(sort: str) -> Any:
    return lambda content: content["file"]["sort"] == sort


def _each(name: str) -> Any:
    return lambda content: all(row[name].strip() for row in per_offence(content).values())


def _offences(content: Content) -> bool:
    return bool(content["offences"])


def asks(code: str, where: str, given: Any, applies: Any = lambda _: True) -> Requirement:
    """What this system asks before a request for a person may go: its lack closes."""
    return Requirement(code, THIS_SYSTEM, where, given, Weight.CLOSES, applies)


def advises(code: str, where: str, given: Any, applies: Any = lambda _: True) -> Requirement:
    """What good practice gives: its lack only warns."""
    return Requirement(code, GOOD_PRACTICE, where, given, Weight.WARNS, applies)


def shared(codes: Container[str]) -> Iterator[Requirement]:
    """What a request for a person asks as one for assistance does: no article of the Convention asks it here."""
    return (replace(r, article=r.beside_the_convention) for r in REQUIREMENTS if r.code in codes)


_accused, _convicted = _of_sort(ACCUSATION), _of_sort(CONVICTION)

#: The person and the file: asked by the formal request and by the one for provisional arrest.
FILE = (
    asks("sought", "request.sought", lambda c: sought(c) is not None),
    advises("sought_born", "matter.persons", _sought("born_on"), lambda c: sought(c) is not None),
    advises("sought_nationality", "matter.persons", _sought("nationalities"), lambda c: sought(c) is not None),
    advises("sought_description", "request.sought", lambda c: bool(c["sought"]["description"].strip()
                                                                  or c["sought"]["photograph"])),
    advises("sought_whereabouts", "request.sought", _field("sought", "whereabouts")),
    advises("sought_national", "request.sought", _field("sought", "national")),
    asks("file_sort", "request.file", lambda c: c["file"]["sort"] in (ACCUSATION, CONVICTION)),
    asks("warrant", "request.file", _field("file", "warrant_by", "warrant_on"), _accused),
    asks("judgment", "request.file", _field("file", "judgment_by", "judgment_on"), _convicted),
    asks("sentence", "request.file", _field("file", "sentence"), _convicted),
)  # fmt: skip

#: What the formal request contains. In the order of the letter.
FORMAL: tuple[Requirement, ...] = (
    *shared(_SHARED),
    *FILE,
    advises("evidence", "request.file", _field("file", "evidence"), _accused),
    asks("enforceable", "request.file", _field("file", "enforceable"), _convicted),
    asks("remaining", "request.file", _field("file", "remaining"), _convicted),
    asks("retrial", "request.file", _field("file", "retrial"), lambda c: _convicted(c) and c["file"]["in_absentia"]),
    advises("offence_facts", "request.per_offence", _each("facts"), _offences),
    advises("limitation", "request.per_offence", _each("limitation"), _offences),
    advises("equivalent", "request.per_offence", _each("equivalent"), _offences),
    advises("surrender", "request.surrender", _field("surrender", "text")),
)  # fmt: skip


def contains(name: str, requirements: tuple[Requirement, ...]) -> Guard:
    """The rule that a request contains what is asked of it: what closes is a rule of this system."""

    @guard(THIS_SYSTEM)
    def complete(facts: Facts) -> Iterator[Finding]:
        return completeness(facts.content, requirements)

    return Guard(name, complete.article, complete.check)


complete = contains("complete", FORMAL)
