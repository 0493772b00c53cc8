"""What a request must contain, by article: required, conditional, where possible."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from .history import canonical

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a request contains: its article, the place where it is given, whether its lack closes."""

    code: str
    article: str
    where: str
    given: Callable[[Content], bool]
    weight: Weight = Weight.CLOSES
    applies: Callable[[Content], bool] = lambda _: True

    @property
    def beside_the_convention(self) -> str:
        """What asks for it where another basis carries the request: this system what closes, else good practice."""
        return THIS_SYSTEM if self.weight is Weight.CLOSES else GOOD_PRACTICE

    def finding(self, content: Content) -> Finding:
        """What the content gives for this requirement."""
        given = self.given(content)
        return Finding(
            f"content.{self.code}.{'given' if given else 'missing'}",
            self.article if carried_by_convention(content) else self.beside_the_convention,
            Weight.HOLDS if given else self.weight,
            where=self.where,
        )


def carried_by_convention(content: Content) -> bool:
    """Whether no other basis was chosen: until one is, the request is taken to rest on the Convention."""
    return content["regime"]["basis"] in ("", "UNTOC")


def _text(section: str, name: str) -> Callable[[Content], bool]:
    return lambda content: bool(content[section][name].strip())


def _every(section: str, *names: str) -> Callable[[Content], bool]:
    return lambda content: all(str(row[n]).strip() for row in content[section] for n in names)


def only_service(content: Content) -> bool:
    """Whether nothing but service of judicial documents is asked: then no summary of facts is owed."""
    return bool(content["assistance"]) and all(item["type"] == "b" for item in content["assistance"])


def _penalties(content: Content) -> bool:
    return all(o["life"] or o["years"] is not None or o["months"] or o["days"] for o in content["offences"])


def _cited(content: Content) -> bool:
    """Whether the text speaks of each annex by its letter ("Annex A")."""
    text = canonical({name: value for name, value in content.items() if name != "annexes"}).decode()
    return all(re.search(rf"\bAnnex {annex['label']}\b", text, re.IGNORECASE) for annex in content["annexes"])


#: Art. 18(15), its conditions in 18(24), and what practice adds. In the order of the letter.
REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("conducting_name", "18(15)(b)", "request.authority", _text("authority", "name")),
    Requirement("conducting_functions", "18(15)(b)", "request.authority", _text("authority", "functions")),
    Requirement("subject", "18(15)(b)", "request.proceedings", _text("proceedings", "subject")),
    Requirement("nature", "18(15)(b)", "request.proceedings", _text("proceedings", "nature")),
    Requirement("facts", "18(15)(c)", "matter.facts", _text("facts", "summary"), applies=lambda c: not only_service(c)),
    Requirement("assistance", "18(15)(d)", "request.assistance", lambda c: bool(c["assistance"])),
    Requirement(
        "assistance_described",
        "18(15)(d)",
        "request.assistance",
        _every("assistance", "sought"),
        applies=lambda c: bool(c["assistance"]),
    ),
    Requirement("purpose", "18(15)(f)", "request.purpose", _text("purpose", "text")),
    Requirement("persons", "18(15)(e)", "matter.persons", lambda c: bool(c["persons"]), Weight.WARNS),
    Requirement(
        "persons_identified",
        "18(15)(e)",
        "matter.persons",
        _every("persons", "location", "nationalities"),
        Weight.WARNS,
        applies=lambda c: bool(c["persons"]),
    ),
    Requirement(
        "offence_law",
        GOOD_PRACTICE,
        "matter.offences",
        _every("offences", "law"),
        Weight.WARNS,
        applies=lambda c: bool(c["offences"]),
    ),
    Requirement(
        "offence_penalty",
        GOOD_PRACTICE,
        "matter.offences",
        _penalties,
        Weight.WARNS,
        applies=lambda c: bool(c["offences"]),
    ),
    Requirement(
        "link",
        GOOD_PRACTICE,
        "request.assistance",
        _every("assistance", "link"),
        Weight.WARNS,
        applies=lambda c: bool(c["assistance"]),
    ),
    Requirement(
        "deadline_reasons",
        THIS_SYSTEM,
        "request.deadline",
        _text("deadline", "reasons"),
        applies=lambda c: bool(c["deadline"]["on"]),
    ),
    Requirement(
        "urgency_reasons",
        THIS_SYSTEM,
        "request.deadline",
        _text("deadline", "urgency_reasons"),
        applies=lambda c: c["deadline"]["urgent"],
    ),
    Requirement(
        "confidentiality_reasons",
        GOOD_PRACTICE,
        "request.confidentiality",
        _text("confidentiality", "reasons"),
        Weight.WARNS,
        applies=lambda c: c["confidentiality"]["asked"],
    ),
    Requirement(
        "annexes_cited", GOOD_PRACTICE, "matter.annexes", _cited, Weight.WARNS, applies=lambda c: bool(c["annexes"])
    ),
    Requirement("contact", GOOD_PRACTICE, "request.contact", _text("contact", "name"), Weight.WARNS),
)


def completeness(content: Content, requirements: Iterable[Requirement] = REQUIREMENTS) -> Iterator[Finding]:
    """What the content gives and lacks, requirement by requirement: of Art. 18(15), or of another kind of request."""
    return (r.finding(content) for r in requirements if r.applies(content))


def letters(index: int) -> str:
    """The letters of an annex by its index from 0: A, B, … Z, AA, AB, …"""
    head, tail = divmod(index, 26)
    return (letters(head - 1) if head else "") + chr(ord("A") + tail)


#: A content in which nothing is given yet: every key is there, unknown text is empty, the rest None.
_EMPTY: Mapping[str, Any] = {
    "schema": 1,
    "kind": "assistance",
    "matter": {"reference": ""},
    "authority": {"name": "", "functions": ""},
    "proceedings": {"subject": "", "nature": "", "stage": ""},
    "facts": {"summary": ""},
    "persons": [],
    "accounts": [],
    "offences": [],
    "trafficking": {"acts": [], "means": [], "purposes": [], "child": False, "fact": ""},
    "transnational": {
        "limbs": [],
        "fact_a": "",
        "fact_b": "",
        "fact_c": "",
        "fact_d": "",
        "located": [],
        "located_fact": "",
        "grounds": "",
    },
    "group": {
        "number": None,
        "structure": "",
        "period": "",
        "concert": "",
        "aim": "",
        "benefit": "",
        "grounds": "",
    },
    "regime": {
        "basis": "",
        "paragraphs": "",
        "reason": "",
        "source": "",
        "protocols": [],
        "agreement": "",
        "reciprocity": "",
    },
    "assistance": [],
    "purpose": {"text": ""},
    "procedure": {"text": ""},
    "deadline": {"on": None, "reasons": "", "urgent": False, "urgency_reasons": ""},
    "confidentiality": {"asked": False, "reasons": ""},
    "language": {
        "request": "",
        "translations": [],
        "authenticated": False,
        "first_impossible": "",
        "accepted": False,
        "source": "",
        "exception_by": "",
        "exception_on": None,
        "exception_source": "",
    },
    "channel": {"territory": "", "designation": "", "authority": False, "source": ""},
    "undertakings": [],
    "contact": {"name": "", "telephone": "", "email": "", "return_of_material": ""},
    "annexes": [],
}


def empty() -> dict[str, Any]:
    """A content in which nothing is given yet, for the caller alone to fill."""
    return copied(_EMPTY)


def copied(sections: Mapping[str, Any]) -> dict[str, Any]:
    """Sections as they stand when nothing is given, for the caller alone: each is a list, or fields of which some are.

    Nothing lies deeper, and all lists are empty.
    """
    return {name: _own(value) for name, value in sections.items()}


def _own(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: [] if isinstance(given, list) else given for name, given in value.items()}
    return [] if isinstance(value, list) else value
