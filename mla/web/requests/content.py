"""The content of a request as a page shows it: sections in the order of the letter, empty ones left out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla import wording
from mla.domain import scope
from mla.domain.basis import is_other
from mla.domain.findings import GOOD_PRACTICE
from mla.queries.agreements import title_of
from mla.web.forms import words

Content = Mapping[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, the article that asks for it, and rows for a summary list."""

    title: str
    article: str
    rows: list[Row]


def sections(content: Content) -> list[Section]:
    """The sections that say something."""
    other = is_other(content)
    asked = [row for row in SECTIONS if not other or row[2] not in _OF_THE_CONVENTION]
    made = (Section(str(title), _cited(article, other), _given(rows(content))) for title, article, rows in asked)
    return [section for section in made if section.rows]


def _cited(article: str, other: bool) -> str:
    """The article of a section; a request on another basis than the Convention gives it by good practice."""
    return wording.article(GOOD_PRACTICE if other else article)


def _given(rows: Iterator[tuple[Any, Any]]) -> list[Row]:
    return [{"key": str(key), "value": value} for key, value in rows if value not in ("", None, [])]


def _said(choices: words.Choices, code: str) -> str:
    return str(dict(choices).get(code, code))


def _named(name: Any, value: str) -> str:
    return f"{name}: {value}" if value else ""


def _proceedings(content: Content) -> Iterator[tuple[Any, Any]]:
    authority, proceedings = content["authority"], content["proceedings"]
    yield _l("Conducting authority"), authority["name"]
    yield _l("Its functions"), authority["functions"]
    yield _l("Subject matter"), proceedings["subject"]
    yield _l("Nature"), proceedings["nature"]
    yield _l("Stage"), proceedings["stage"]


def _facts(content: Content) -> Iterator[tuple[Any, Any]]:
    yield _l("Summary"), content["facts"]["summary"]


def _persons(content: Content) -> Iterator[tuple[Any, Any]]:
    for person in content["persons"]:
        name = " ".join(filter(None, (person["given_names"], person["family_name"].upper())))
        lines = [
            ", ".join(filter(None, (name, person["original_script"]))),
            _said(words.ROLES, person["role"]),
            _born(person),
            _named(_l("Nationality"), ", ".join(wording.state_name(iso3) for iso3 in person["nationalities"])),
            _named(_l("Location"), person["location"]),
        ]
        yield person["label"], [line for line in lines if line]


def _born(person: Mapping[str, Any]) -> str:
    if not person["born_on"]:
        return str(person["birth_place"])
    return ", ".join(filter(None, (_("born %(day)s", day=wording.day(person["born_on"])), person["birth_place"])))


def _accounts(content: Content) -> Iterator[tuple[Any, Any]]:
    for account in content.get("accounts", []):  # a version frozen earlier knows none
        lines = [account["number"], account["bank"], _named(_l("Holder"), account["holder"]), account["note"]]
        yield account["label"], [line for line in lines if line]


def _offences(content: Content) -> Iterator[tuple[Any, Any]]:
    for offence in content["offences"]:
        category = "" if is_other(content) else _said(words.CATEGORIES, offence["category"])
        lines = [offence["name"], offence["law"], _penalty(offence), category]
        yield offence["label"], [line for line in lines if line]


def _penalty(offence: Mapping[str, Any]) -> str:
    length = term(offence)
    return _("maximum penalty: %(length)s", length=length) if length else ""


def term(offence: Mapping[str, Any]) -> str:
    """The maximum penalty in words, "10 years, 6 months"; empty if it is not known."""
    return wording.penalty(scope.maximum(offence))


def _trafficking(content: Content) -> Iterator[tuple[Any, Any]]:
    stated = content["trafficking"]
    yield _l("Act"), [_said(words.ACTS, code) for code in stated["acts"]]
    yield _l("Means"), [_said(words.MEANS, code) for code in stated["means"]]
    yield _l("Purpose"), [_said(words.PURPOSES, code) for code in stated["purposes"]]
    yield _l("Victim under eighteen"), _("Yes") if stated["child"] else ""
    yield _l("Facts"), stated["fact"]


def _transnational(content: Content) -> Iterator[tuple[Any, Any]]:
    stated = content["transnational"]
    for limb in stated["limbs"]:
        yield _said(words.LIMBS, limb), stated[f"fact_{limb}"] or _("No fact is stated.")
    yield _l("Grounds to suspect that it is transnational"), stated["grounds"]
    yield _l("Located in the requested State"), [_said(words.LOCATED, kind) for kind in stated["located"]]
    yield _l("How that is known"), stated["located_fact"]


def _group(content: Content) -> Iterator[tuple[Any, Any]]:
    stated = content["group"]
    yield _l("Number of persons"), "" if stated["number"] is None else str(stated["number"])
    for name, label in words.GROUP.items():
        yield label, stated[name]


def _regime(content: Content) -> Iterator[tuple[Any, Any]]:
    regime = content["regime"]
    if regime["basis"] == "UNTOC" and not regime["paragraphs"]:
        yield _l("Legal basis"), _("the Convention, Article 18")
    elif regime["basis"] == "UNTOC":
        yield (
            _l("Legal basis"),
            _("the Convention, Article 18, paragraphs %(paragraphs)s", paragraphs=regime["paragraphs"]),
        )
    if regime["basis"] == "UNTOC":
        yield _l("Why these paragraphs apply"), _said(words.REASONS, regime.get("reason", ""))
        yield _l("How their agreement is known"), regime.get("source", "")
        yield _l("Protocols"), [_said(words.PROTOCOLS, code) for code in regime["protocols"]]
    if regime["basis"] == "TREATY":
        yield _l("Legal basis"), title_of(regime["agreement"])
    if regime["basis"] == "RECIPROCITY":
        yield _l("Legal basis"), _said(words.BASES, "RECIPROCITY")
        yield _l("What is offered"), regime["reciprocity"]


def _assistance(content: Content) -> Iterator[tuple[Any, Any]]:
    for item in content["assistance"]:
        link, place = _named(_l("Link to the case"), item["link"]), _named(_l("Place"), item["place"])
        lines = [_said(words.ASSISTANCE, item["type"]), item["sought"], link, place]
        yield item["label"], [line for line in lines if line]


def _purpose(content: Content) -> Iterator[tuple[Any, Any]]:
    yield _l("Purpose"), content["purpose"]["text"]
    yield _l("Procedure wished"), content["procedure"]["text"]


def _deadline(content: Content) -> Iterator[tuple[Any, Any]]:
    deadline = content["deadline"]
    yield _l("Deadline"), wording.day(deadline["on"]) if deadline["on"] else ""
    yield _l("Reasons for the deadline"), deadline["reasons"]
    yield _l("Urgent"), _("Yes") if deadline["urgent"] else ""
    yield _l("Reasons for the urgency"), deadline["urgency_reasons"]


def _confidentiality(content: Content) -> Iterator[tuple[Any, Any]]:
    asked = content["confidentiality"]
    yield (
        _l("Confidentiality"),
        _("Asked: the fact and substance of the request are to be kept confidential.") if asked["asked"] else "",
    )
    yield _l("Reasons"), asked["reasons"]


def _formal(content: Content) -> Iterator[tuple[Any, Any]]:
    yield _l("Language of the request"), dict(words.languages()).get(content["language"]["request"], "")
    yield _l("Undertakings"), [_said(words.UNDERTAKINGS, code) for code in content["undertakings"]]
    contact = content["contact"]
    yield _l("Contact"), [line for line in (contact["name"], contact["telephone"], contact["email"]) if line]
    yield _l("Return of material"), contact["return_of_material"]


SECTIONS: tuple[tuple[Any, str, Callable[[Content], Iterator[tuple[Any, Any]]]], ...] = (
    (_l("Authority and proceeding"), "18(15)(a), (b)", _proceedings),
    (_l("Persons concerned"), "18(15)(e)", _persons),
    (_l("Accounts concerned"), "good practice", _accounts),
    (_l("Facts"), "18(15)(c)", _facts),
    (_l("Offences"), "good practice", _offences),
    (_l("Trafficking in persons"), "TIP 3", _trafficking),
    (_l("Transnational offence"), "3(2); 18(1)", _transnational),
    (_l("Organised criminal group"), "2(a); 2(c); 18(1)", _group),
    (_l("Legal basis"), "18(7); 37", _regime),
    (_l("Assistance sought"), "18(15)(d)", _assistance),
    (_l("Purpose and procedure"), "18(15)(d), (f)", _purpose),
    (_l("Deadline"), "18(24)", _deadline),
    (_l("Confidentiality"), "18(20)", _confidentiality),
    (_l("Language, undertakings and contact"), "18(14)", _formal),
)
#: What shows that the Convention reaches the facts: no part of a letter on another basis.
_OF_THE_CONVENTION = (_trafficking, _transnational, _group)
