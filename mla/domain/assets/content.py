"""What a request to trace, freeze or confiscate contains: Art. 18(15), and what Art. 13(3) asks besides.

What it asks depends on the stage: for an order to be sought (13(1)(a)), for an order to be enforced (13(1)(b)), for
tracing, freezing or seizure (13(2)).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..content import REQUIREMENTS, Content, Requirement, completeness
from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..workflow import guard

TRACE, FREEZE, OBTAIN, ENFORCE = "trace", "freeze", "confiscate_a", "confiscate_b"
#: Each stage with the paragraph under which it is asked.
STAGES: Mapping[str, str] = {TRACE: "13(2)", FREEZE: "13(2)", OBTAIN: "13(1)(a)", ENFORCE: "13(1)(b)"}
CONFISCATING = (OBTAIN, ENFORCE)
#: What property is, and why it can be confiscated, with the paragraph that says so.
SORTS = ("account", "real_estate", "vehicle", "vessel", "company_share", "crypto_asset", "cash", "other")
THEORIES: Mapping[str, str] = {
    "proceeds": "12(1)(a)",
    "equal_value": "12(1)(a)",
    "instrumentality": "12(1)(b)",
    "converted": "12(3)",
    "commingled": "12(4)",
    "income": "12(5)",
}
#: Forms of an annex that may serve as a legally admissible copy.
ADMISSIBLE = ("original", "certified copy")

#: The sections besides those that all kinds share, as they stand when nothing is given. ``property`` is a list of
#: rows; ``order_annex`` the letter of the annex that is the order; amounts are decimal text.
SECTIONS: Mapping[str, Any] = {
    "measure": {
        "stage": "",
        "actions": "",
        "facts": "",
        "here_only": False,
        "extent": "",
        "order_annex": "",
        "order_court": "",
        "order_number": "",
        "order_on": None,
        "order_amount": "",
        "order_currency": "",
        "enforceable": False,
        "in_absentia": False,
        "safeguards": "",
        "notice": "",
        "dissipation": "",
        "duration": "",
        "management": "",
        "third_parties": "",
    },
    "property": [],
    "disposal": {"asked": False, "victims": "", "owners": "", "sharing": ""},
}
_OF_ORDER = ("extent", "order_annex", "order_court", "order_number", "order_on", "order_amount", "order_currency",
             "enforceable", "in_absentia", "safeguards", "notice")  # fmt: skip
#: What the measure says at some stages alone; the rest is said at each.
SAID_AT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_OF_ORDER, (ENFORCE,)),
    **dict.fromkeys(("dissipation", "duration"), (FREEZE,)),
    **dict.fromkeys(("management", "third_parties"), (FREEZE, *CONFISCATING)),
}
#: What of the shared parts speaks of evidence, and is not asked here.
_OF_EVIDENCE = frozenset({"assistance", "assistance_described", "link"})


def asks(chosen: str, name: str) -> bool:
    """Whether the measure is asked at the stage for what the name names; before one is chosen, for the stage alone."""
    return name == "stage" or (chosen in STAGES and chosen in SAID_AT.get(name, STAGES))


def said(measure: Mapping[str, Any]) -> dict[str, Any]:
    """The measure as a request says it at its stage: what was written for another stage is left out."""
    blank = SECTIONS["measure"]
    return {name: value if asks(measure["stage"], name) else blank[name] for name, value in measure.items()}


def tells_of(measure: Mapping[str, Any], row: Mapping[str, Any], requested: str) -> bool:
    """Whether the request tells of an asset of its matter: of one that is stated to lie elsewhere, unless it was chosen
    to tell only of what lies in the requested State (alpha-3). Art. 13(1) and (2) reach property there.
    """
    return not measure["here_only"] or row["country"] in ("", requested)


def stage(content: Content) -> str:
    """The stage that the request asks for; empty while none is chosen."""
    return str(content["measure"]["stage"])


def return_asked(content: Content) -> bool:
    """Whether the request itself asks that what is confiscated be returned (Art. 14(2))."""
    return bool(content["disposal"]["asked"])


def order(content: Content) -> Mapping[str, Any] | None:
    """The annex that is the order of confiscation, if one is named and there."""
    return next((a for a in content["annexes"] if a["label"] == content["measure"]["order_annex"]), None)


def _at(*stages: str) -> Callable[[Content], bool]:
    return lambda content: stage(content) in stages


def _measure(*names: str) -> Callable[[Content], bool]:
    return lambda content: all(str(content["measure"][name] or "").strip() for name in names)


def _each(*names: str) -> Callable[[Content], bool]:
    """Whether each row of the property gives one of the names at least."""
    return lambda content: all(any(row.get(name) for name in names) for row in content["property"])


def _property(content: Content) -> bool:
    return bool(content["property"]) and _each("description")(content)


def _listed(content: Content) -> bool:
    return bool(content["property"])


def _admissible(content: Content) -> bool:
    found = order(content)
    return found is not None and found["form"] in ADMISSIBLE


def _asks(code: str, article: str, given: Callable[[Content], bool], *stages: str) -> Requirement:
    """What the Convention asks of a request at one of the stages."""
    return Requirement(code, article, "request.measure", given, Weight.CLOSES, _at(*stages))


def _advises(
    code: str, given: Callable[[Content], bool], applies: Callable[[Content], bool], where: str = "request.measure"
) -> Requirement:
    """What good practice gives: its lack only warns."""
    return Requirement(code, GOOD_PRACTICE, where, given, Weight.WARNS, applies)


def _with_order(required: Requirement) -> Requirement:
    """That the text speaks of each annex: of the order it does where the order is named."""

    def given(content: Content) -> bool:
        measure = said(content["measure"])
        return required.given({**content, "measure": measure | {"order_annex": f"Annex {measure['order_annex']}"}})

    return replace(required, given=given)


_OF_PROPERTY = "matter.property"
#: Art. 18(15) and 13(3), and what practice adds. In the order of the letter.
REQUIRED: tuple[Requirement, ...] = (
    *(_with_order(r) if r.code == "annexes_cited" else r for r in REQUIREMENTS if r.code not in _OF_EVIDENCE),
    Requirement("stage", THIS_SYSTEM, "request.measure", lambda c: stage(c) in STAGES),
    _asks("measure_sought", "18(15)(d)", _measure("actions"), *STAGES),
    Requirement("property_described", "13(3)(a)", _OF_PROPERTY, _property, applies=_at(OBTAIN)),
    _asks("facts_for_order", "13(3)(a)", _measure("facts"), OBTAIN),
    _asks("order_by_court", "13(1)(b)", _measure("order_court"), ENFORCE),
    _asks("order_attached", "13(3)(b)", lambda c: order(c) is not None, ENFORCE),
    _asks("facts_of_order", "13(3)(b)", _measure("facts"), ENFORCE),
    _asks("extent", "13(3)(b)", _measure("extent"), ENFORCE),
    _asks("facts_relied", "13(3)(c)", _measure("facts"), TRACE, FREEZE),
    _asks("actions", "13(3)(c)", _measure("actions"), TRACE, FREEZE),
    _advises("property_identified", _property, _at(FREEZE, ENFORCE), _OF_PROPERTY),
    _advises("property_located", _each("location", "country"), _listed, _OF_PROPERTY),
    _advises("property_theory", _each("theory"), _listed, _OF_PROPERTY),
    _advises("property_linked", _each("persons", "offences"), _listed, _OF_PROPERTY),
    _advises("order_admissible", _admissible, lambda c: order(c) is not None and stage(c) == ENFORCE),
    _advises("order_identified", _measure("order_number", "order_on"), _at(ENFORCE)),
    _advises("order_enforceable", lambda c: c["measure"]["enforceable"], _at(ENFORCE)),
    _advises("order_amount", _measure("order_amount", "order_currency"), _at(ENFORCE)),
    _advises("in_absentia", _measure("safeguards"), lambda c: stage(c) == ENFORCE and c["measure"]["in_absentia"]),
    _advises("third_party_notice", _measure("notice"), _at(ENFORCE)),
    _advises("dissipation", _measure("dissipation"), _at(FREEZE)),
    _advises("duration", _measure("duration"), _at(FREEZE)),
    _advises("third_parties", _measure("third_parties"), _at(FREEZE, *CONFISCATING)),
    _advises("return_for", lambda c: any(c["disposal"][n].strip() for n in ("victims", "owners")), return_asked,
             "request.disposal"),
)  # fmt: skip


@guard("18(15); 13(3)")
def complete(facts: Facts) -> Iterator[Finding]:
    """The request contains what Art. 18(15) asks, and what Art. 13(3) asks at its stage."""
    return completeness(facts.content, REQUIRED)
