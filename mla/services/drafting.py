"""The content of a request: drawn from its matter and its draft, frozen when it is submitted for review."""

from collections.abc import Mapping, Sequence
from typing import Any

from mla.domain import amendment
from mla.domain.assets.content import said, tells_of
from mla.domain.content import empty, letters
from mla.domain.extradition.pursuit import since_examined
from mla.domain.history import canonical, last, parsed, sha256
from mla.domain.kinds import kind_named
from mla.models import Annex, Asset, ConcernedPerson, Matter, Request, Version

from . import record

PERSON = ("family_name", "given_names", "original_script", "aliases", "role", "birth_place", "sex",
          "nationalities", "documents", "location", "note")  # fmt: skip
ACCOUNT = ("number", "bank", "holder", "note")
ASSET = ("kind", "description", "location", "country", "holder", "owner", "value", "currency", "theory", "persons",
         "offences")  # fmt: skip
OFFENCE = ("name", "law", "text", "category", "life", "years", "months", "days", "committed")
#: In place of the version sent: the other side was told of the request, and has no version of it yet (F6).
TOLD = 0
#: The steps that decide for which offences a person is surrendered; conditions are accepted as they were offered.
DECISIONS = ("grant", "offer_conditions", "record_consent")
#: What of the matter a draft may point at.
POINTED_AT = ("persons", "offences", "annexes")
ANNEX = ("title", "form", "language", "pages", "confidential", "file_name", "media_type", "size", "sha256")


def assemble(request: Request) -> dict[str, Any]:
    """The content as the matter and the draft give it now; every key is there."""
    content = kind_named(request.kind).blank()
    content |= _from_matter(request.matter) | (_property(request.matter) if "property" in content else {})
    for section, value in request.draft.items():
        content[section] = value if isinstance(value, list) else content[section] | value
    content["assistance"] = _labelled("A", content["assistance"])
    return _here(_pointing(content, request.matter), request.requested.iso3)


def _here(content: dict[str, Any], requested: str) -> dict[str, Any]:
    """Without the property that the request does not tell of; the others keep their labels."""
    if "property" in content:
        content["property"] = [row for row in content["property"] if tells_of(content["measure"], row, requested)]
    return content


def _pointing(content: dict[str, Any], matter: Matter) -> dict[str, Any]:
    """What the draft says of an item of the matter, by the label that the item bears now; of one that is gone, nothing.

    The draft keeps the item's id: a label moves on when an item before it is taken off the matter.
    """
    persons, offences, annexes = (_labels(content[name], getattr(matter, name)) for name in POINTED_AT)
    if "sought" in content:
        held = content["sought"]
        content["sought"] = held | {"person": persons.get(held["person"], "")}
        content["sought"] |= {name: annexes.get(held[name], "") for name in ("photograph", "fingerprints")}
    if "measure" in content:
        measure = content["measure"]
        content["measure"] = said(measure | {"order_annex": annexes.get(measure["order_annex"], "")})
    for row in content.get("property", ()):
        row |= {"persons": _held(row["persons"], persons), "offences": _held(row["offences"], offences)}
    if "per_offence" in content:
        rows = [row | {"label": offences.get(row["label"], "")} for row in content["per_offence"]]
        content["per_offence"] = sorted((r for r in rows if r["label"]), key=lambda r: list(offences).index(r["label"]))
    return content


def _labels(rows: list[dict[str, Any]], items: Sequence[Any]) -> dict[str, str]:
    """The label of each item, by its id and by itself."""
    named = {str(item.id): row["label"] for row, item in zip(rows, items, strict=True)}
    return {label: label for label in named.values()} | named


def _held(ids: Sequence[str], labels: Mapping[str, str]) -> list[str]:
    """The labels of the items that the matter still holds, in the order of its list."""
    return [label for key, label in labels.items() if key in ids and key != label]


def of_matter(matter: Matter) -> dict[str, Any]:
    """The content as the matter alone gives it, before a request is drawn from it."""
    return empty() | _from_matter(matter)


def told(request: Request) -> dict[str, Any]:
    """What the content tells as a fact now, as the matter gives it: of property only what the draft points at."""
    return assemble(request) if "property" in kind_named(request.kind).sections else _facts(request.matter)


def _from_matter(matter: Matter) -> dict[str, Any]:
    annexes = [_annex(a) | {"label": letters(n)} for n, a in enumerate(matter.annexes)]
    return {"matter": {"reference": matter.reference}, **_facts(matter), "annexes": annexes}


def _facts(matter: Matter) -> dict[str, Any]:
    return {
        "facts": {"summary": matter.facts},
        "persons": _labelled("P", [_person(p) for p in matter.persons]),
        "accounts": _labelled("B", [_values(a, ACCOUNT) for a in matter.accounts]),
        "offences": _labelled("O", [_values(o, OFFENCE) for o in matter.offences]),
    }


def _property(matter: Matter) -> dict[str, Any]:
    """The property of the matter: only a request on property tells of it. No label moves on to another asset."""
    return {"property": [_asset(asset) | {"label": f"V{asset.position}"} for asset in matter.property]}


def _values(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _person(person: ConcernedPerson) -> dict[str, Any]:
    return _values(person, PERSON) | {"born_on": person.born_on.isoformat() if person.born_on else None}


def _asset(asset: Asset) -> dict[str, Any]:
    return _values(asset, ASSET) | {"valued_on": asset.valued_on.isoformat() if asset.valued_on else None}


def _annex(annex: Annex) -> dict[str, Any]:
    return _values(annex, ANNEX) | {"dated_on": annex.dated_on.isoformat() if annex.dated_on else None}


def _labelled(letter: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"label": f"{letter}{number}"} for number, row in enumerate(rows, 1)]


def is_written(request: Request) -> bool:
    """Whether the draft may be written in: before it is submitted, and again while an amended request is prepared."""
    return request.state in ("new", "draft") or amendment.stage(record.bodies(request)) == "draft"


def submitting(request: Request) -> str:
    """The step by which the draft is submitted for review: that of a first version, or of an amended one."""
    return "submit" if request.state in ("new", "draft") else "submit_amendment"


def version_for(request: Request, step: str) -> Version | None:
    """The frozen version that a step is about, if there is one.

    Steps of an amendment, and those before the first transmission, are about the latest; all others about the one
    that was sent, since that is what the other side knows.
    """
    if not request.versions:
        return None
    latest = step in amendment.STAGES or not request.sent_version
    return request.versions[-1] if latest else sent(request)


def sent(request: Request) -> Version | None:
    """The version that was sent last, if one was."""
    return next((v for v in request.versions if v.number == request.sent_version), None)


def about(request: Request, step: str) -> tuple[Mapping[str, Any], str]:
    """The content that a step looks at, with its SHA-256: the draft while it is written, else a frozen version."""
    version = version_for(request, step)
    before = request.state in ("new", "draft")
    if version is None or before or (step in amendment.STAGES and is_written(request)):
        content = assemble(request)
        return content, sha256(canonical(content))
    return parsed(version.content), version.sha256


def decided(request: Request, bodies: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The offences as that version names them on which a surrender was decided last; none before a decision."""
    found = last(since_examined(bodies), *DECISIONS)
    if found is None:
        return []
    offences: list[dict[str, Any]] = parsed(request.versions[found["version"]["number"] - 1].content)["offences"]
    return offences
