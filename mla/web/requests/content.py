"""What a page shows of the sections of a request for assistance, in the order of the letter."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla import wording
from mla.domain import scope
from mla.domain.basis import is_other
from mla.queries.agreements import title_of
from mla.web.forms import words

Content = Mapping[str, Any]


#: The rows of a section: what each is, and its value.
Rows = Iterator[tuple[Any, Any]]


def said(choices: words.Choices, code: str) -> str:
    """The answer in the words of the form that asked for it; an unknown one as it is."""
    return str(dict(choices).get(code, code))


def named(name: Any, value: str) -> str:
    """The value with its name before it; empty where there is none."""
    return f"{name}: {value}" if value else ""


def proceedings(content: Content) -> Rows:
    """Who conducts the proceeding, and what it is."""
    authority, proceeding = content["authority"], content["proceedings"]
    yield _l("Conducting authority"), authority["name"]
    yield _l("Its functions"), authority["functions"]
    yield _l("Subject matter"), proceeding["subject"]
    yield _l("Nature"), proceeding["nature"]
    yield _l("Stage"), proceeding["stage"]


def facts(content: Content) -> Rows:
    """The summary of the facts."""
    yield _l("Summary"), content["facts"]["summary"]


def persons(content: Content) -> Rows:
    """A row for each person: label, and lines on who and where the person is."""
    for person in content["persons"]:
        name = " ".join(filter(None, (person["given_names"], person["family_name"].upper())))
        lines = [
            ", ".join(filter(None, (name, person["original_script"]))),
            said(words.ROLES, person["role"]),
            _born(person),
            named(_l("Nationality"), ", ".join(wording.state_name(iso3) for iso3 in person["nationalities"])),
            named(_l("Location"), person["location"]),
        ]
        yield person["label"], [line for line in lines if line]


def _born(person: Mapping[str, Any]) -> str:
    if not person["born_on"]:
        return str(person["birth_place"])
    return ", ".join(filter(None, (_("born %(day)s", day=wording.day(person["born_on"])), person["birth_place"])))


def _accounts(content: Content) -> Rows:
    for account in content.get("accounts", []):  # a version frozen earlier knows none
        lines = [account["number"], account["bank"], named(_l("Holder"), account["holder"]), account["note"]]
        yield account["label"], [line for line in lines if line]


def offences(content: Content) -> Rows:
    """A row for each offence: label, and lines on name, law, penalty, category, time and place, and its provision."""
    for offence in content["offences"]:
        lines = [
            offence["name"],
            offence["law"],
            _penalty(offence),
            _category(content, offence),
            named(_l("When and where committed"), offence["committed"]),
            named(_l("Text of the provision"), offence["text"]),
        ]
        yield offence["label"], [line for line in lines if line]


def _category(content: Content, offence: Mapping[str, Any]) -> str:
    """What the Convention calls the offence; nothing for one that is merely another, or on another basis."""
    unnamed = is_other(content) or offence["category"] == "other"
    return "" if unnamed else said(words.CATEGORIES, offence["category"])


def _penalty(offence: Mapping[str, Any]) -> str:
    length = term(offence)
    return _("maximum penalty: %(length)s", length=length) if length else ""


def term(offence: Mapping[str, Any]) -> str:
    """The maximum penalty in words, "10 years, 6 months"; empty if it is not known."""
    return wording.penalty(scope.maximum(offence))


def trafficking(content: Content) -> Rows:
    """What makes it trafficking in persons."""
    stated = content["trafficking"]
    yield _l("Act"), [said(words.ACTS, code) for code in stated["acts"]]
    yield _l("Means"), [said(words.MEANS, code) for code in stated["means"]]
    yield _l("Purpose"), [said(words.PURPOSES, code) for code in stated["purposes"]]
    yield _l("Victim under eighteen"), _("Yes") if stated["child"] else ""
    yield _l("Facts"), stated["fact"]


def transnational(content: Content) -> Rows:
    """In which way the offence is transnational, and by which facts."""
    stated = content["transnational"]
    for limb in stated["limbs"]:
        yield said(words.LIMBS, limb), stated[f"fact_{limb}"] or _("No fact is stated.")
    yield _l("Grounds to suspect that it is transnational"), stated["grounds"]
    yield _l("Located in the requested State"), [said(words.LOCATED, kind) for kind in stated["located"]]
    yield _l("How that is known"), stated["located_fact"]


def group(content: Content) -> Rows:
    """What is known of the organised criminal group."""
    stated = content["group"]
    yield _l("Number of persons"), "" if stated["number"] is None else str(stated["number"])
    for name, label in words.GROUP.items():
        yield label, stated[name]


def _regime(content: Content) -> Rows:
    regime = content["regime"]
    if regime["basis"] == "UNTOC" and not regime["paragraphs"]:
        yield _l("Legal basis"), _("the Convention, Article 18")
    elif regime["basis"] == "UNTOC":
        yield (
            _l("Legal basis"),
            _("the Convention, Article 18, paragraphs %(paragraphs)s", paragraphs=regime["paragraphs"]),
        )
    if regime["basis"] == "UNTOC":
        yield _l("Why these paragraphs apply"), said(words.REASONS, regime.get("reason", ""))
        yield _l("How their agreement is known"), regime.get("source", "")
        yield _l("Protocols"), [said(words.PROTOCOLS, code) for code in regime["protocols"]]
    if regime["basis"] == "TREATY":
        yield _l("Legal basis"), title_of(regime["agreement"])
    if regime["basis"] == "RECIPROCITY":
        yield _l("Legal basis"), said(words.BASES, "RECIPROCITY")
        yield _l("What is offered"), regime["reciprocity"]


def _assistance(content: Content) -> Rows:
    for item in content["assistance"]:
        link, place = named(_l("Link to the case"), item["link"]), named(_l("Place"), item["place"])
        lines = [said(words.ASSISTANCE, item["type"]), item["sought"], link, place]
        yield item["label"], [line for line in lines if line]


def _purpose(content: Content) -> Rows:
    yield _l("Purpose"), content["purpose"]["text"]
    yield _l("Procedure wished"), content["procedure"]["text"]


def deadline(content: Content) -> Rows:
    """By when an answer is wanted, how urgent it is, and why."""
    asked = content["deadline"]
    yield _l("Deadline"), wording.day(asked["on"]) if asked["on"] else ""
    yield _l("Reasons for the deadline"), asked["reasons"]
    yield _l("Urgent"), _("Yes") if asked["urgent"] else ""
    yield _l("Reasons for the urgency"), asked["urgency_reasons"]


def confidentiality(content: Content) -> Rows:
    """Whether the request is to be kept confidential, and why."""
    asked = content["confidentiality"]
    yield (
        _l("Confidentiality"),
        _("Asked: the fact and substance of the request are to be kept confidential.") if asked["asked"] else "",
    )
    yield _l("Reasons"), asked["reasons"]


def _formal(content: Content) -> Rows:
    yield _l("Language of the request"), dict(words.languages()).get(content["language"]["request"], "")
    yield _l("Undertakings"), [said(words.UNDERTAKINGS, code) for code in content["undertakings"]]
    contact = content["contact"]
    yield _l("Contact"), [line for line in (contact["name"], contact["telephone"], contact["email"]) if line]
    yield _l("Return of material"), contact["return_of_material"]


Sections = tuple[tuple[Any, str, Callable[[Content], Rows]], ...]
#: What every request on evidence or property tells first, and last.
THE_CASE: Sections = (
    (_l("Authority and proceeding"), "18(15)(a), (b)", proceedings),
    (_l("Persons concerned"), "18(15)(e)", persons),
    (_l("Accounts concerned"), "good practice", _accounts),
    (_l("Facts"), "18(15)(c)", facts),
    (_l("Offences"), "good practice", offences),
    (_l("Trafficking in persons"), "TIP 3", trafficking),
    (_l("Transnational offence"), "3(2); 18(1)", transnational),
    (_l("Organised criminal group"), "2(a); 2(c); 18(1)", group),
    (_l("Legal basis"), "18(7); 37", _regime),
)
HOW: Sections = (
    (_l("Purpose and procedure"), "18(15)(d), (f)", _purpose),
    (_l("Deadline"), "18(24)", deadline),
    (_l("Confidentiality"), "18(20)", confidentiality),
    (_l("Language, undertakings and contact"), "18(14)", _formal),
)
#: The sections of a request for assistance, in the order of the letter.
SECTIONS: Sections = (*THE_CASE, (_l("Assistance sought"), "18(15)(d)", _assistance), *HOW)
