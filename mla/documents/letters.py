"""What the letter of each kind of request must hold, and what of it a reader must find in print."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mla.domain.assets.content import CONFISCATING, ENFORCE, FREEZE, stage
from mla.domain.assets.content import REQUIRED as OF_ASSETS
from mla.domain.content import REQUIREMENTS, Requirement
from mla.domain.extradition.content import FORMAL, per_offence
from mla.domain.extradition.provisional import ASKED
from mla.domain.findings import Finding

from .citations import is_for_a_person

Content = Mapping[str, Any]
#: How many characters of a word fit in the columns of the schedule of property.
_COLUMN = 16
REQUIRED: Mapping[str, tuple[Requirement, ...]] = {
    "assistance": REQUIREMENTS,
    "extradition": FORMAL,
    "provisional_arrest": ASKED,
    "assets": OF_ASSETS,
}


def lacking(content: Content, kind: str) -> Iterator[Finding]:
    """What a letter of that kind lacks and may not."""
    found = (r.finding(content) for r in REQUIRED[kind] if r.applies(content))
    return (finding for finding in found if finding.closes)


def owed(content: Content, kind: str) -> Iterator[str]:
    """The texts of the content that a letter of that kind prints whole, each of their paragraphs."""
    texts = [content["authority"]["name"], content["authority"]["functions"], content["proceedings"]["subject"]]
    texts += [content["proceedings"]["nature"], content["facts"]["summary"], *_OWN[kind](content)]
    return (part for text in texts for part in str(text or "").split("\n\n"))


def _of_assistance(content: Content) -> Iterable[str]:
    return (content["purpose"]["text"], *(item["sought"] for item in content["assistance"]))


def _of_the_person(content: Content) -> Iterator[str]:
    """What is said of the person and of the file; what only a judgment has is printed of a conviction only."""
    sought, file = content["sought"], content["file"]
    yield from (sought["description"], sought["whereabouts"], file["warrant_by"], file["history"], file["evidence"])
    if file["sort"] == "conviction":
        yield from (file["judgment_by"], file["sentence"], file["served"], file["remaining"])
        yield file["retrial"] if file["in_absentia"] else ""


def _of_extradition(content: Content) -> Iterator[str]:
    yield from _of_the_person(content)
    for row in per_offence(content).values():
        yield from (row["facts"], row["limitation"], row["equivalent"])
    yield from (content[section]["text"] for section in ("alternative", "arrest", "articles", "surrender"))
    for assurance in content["assurances"]:
        yield from (assurance["undertaking"], assurance["binding_authority"])


def _of_arrest(content: Content) -> Iterator[str]:
    yield from _of_the_person(content)
    yield from (content["custody"]["urgency"], content["custody"]["rule"])


def _of_assets(content: Content) -> Iterator[str]:
    """What is asked and on which facts, each asset, and what only some stages speak of."""
    measure, at = content["measure"], stage(content)
    yield from (content["purpose"]["text"], measure["actions"], measure["facts"])
    if at == FREEZE:
        yield from (measure["dissipation"], measure["duration"], measure["management"])
    if at == ENFORCE:
        yield from (measure["extent"], measure["order_court"], measure["notice"])
        yield measure["safeguards"] if measure["in_absentia"] else ""
    if at in (FREEZE, *CONFISCATING):
        yield measure["third_parties"]
    if content["disposal"]["asked"]:
        yield from (content["disposal"]["victims"], content["disposal"]["owners"])


_OWN = {
    "assistance": _of_assistance, "extradition": _of_extradition, "provisional_arrest": _of_arrest,
    "assets": _of_assets,
}  # fmt: skip


def in_cells(content: Content, kind: str) -> Iterator[str]:
    """The words that the letter prints in narrow columns, where a reader finds them, but not in their order.

    Longer words than a column is wide are left out: it breaks them.
    """
    if kind == "assets":
        texts = (f"{row['label']} {row['description']}" for row in content["property"])
        yield from (word for text in texts for word in text.split() if len(word) <= _COLUMN)


def in_script(content: Content, kind: str) -> list[str]:
    """The names in their own script that the letter prints: a request for a person, that of the person sought."""
    persons = content["persons"]
    if is_for_a_person(kind):
        persons = [person for person in persons if person["label"] == content["sought"]["person"]]
    return [person["original_script"] for person in persons if person["original_script"]]
