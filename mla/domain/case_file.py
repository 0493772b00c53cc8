"""A published case as a content of a request, as far as the file tells; docs/case-format.md describes the format."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .assets import filed
from .content import empty, letters
from .dates import first_day
from .kinds import KINDS as DRAFTED
from .treaties import Instrument

#: The file's kinds in the system's own.
KINDS = {
    "mla": "assistance",
    "extradition": "extradition",
    "provisional_arrest": "provisional_arrest",
    "freezing": "assets",
    "confiscation": "assets",
    "asset_and_mla": "assets",
    "maritime_boarding": "boarding",
}
#: What the file tells besides what a request contains: kept in the file, and no gap.
_TOLD = frozenset({
    "id", "requesting_iso3", "requested_iso3", "kind", "date", "legal_basis_used", "facts", "persons", "offences",
    "property", "measures", "vessel", "what_happened", "outcome", "source", "what_is_uncertain", "exercises", "palermo",
})  # fmt: skip
#: Numbers below it are the same for everybody who reads them as JSON.
_MOST = 2**53
_PERSON = frozenset({"initials", "name", "role", "nationality", "location"})
_ASSET = ("what", "value", "status")
_OFFENCE = frozenset({"law", "max_penalty_years", "category"})
#: The items of the lists that a draft or a matter holds, as they stand when nothing is given.
BLANK: dict[str, tuple[str, dict[str, Any]]] = {
    "persons": ("P", {
        "family_name": "", "given_names": "", "original_script": "", "aliases": "", "role": "", "born_on": None,
        "birth_place": "", "sex": "", "nationalities": [], "documents": "", "location": "", "note": ""}),
    "accounts": ("B", {"number": "", "bank": "", "holder": "", "note": ""}),
    "offences": ("O", {
        "name": "", "law": "", "text": "", "category": "", "life": False, "years": None, "months": None, "days": None,
        "committed": ""}),
    "assistance": ("A", {"type": "", "sought": "", "link": "", "place": ""}),
    "annexes": ("", {
        "title": "", "form": "", "language": "", "pages": None, "dated_on": None, "confidential": False,
        "file_name": "", "media_type": "", "size": None, "sha256": ""}),
    "per_offence": ("O", {"facts": "", "limitation": "", "equivalent": "", "accessory": False}),
    "property": ("V", {
        "kind": "", "description": "", "location": "", "country": "", "holder": "", "owner": "", "value": "",
        "currency": "", "valued_on": None, "theory": "", "persons": [], "offences": []}),
    "assurances": ("S", {"assurance": "", "undertaking": "", "binding_authority": ""}),
}  # fmt: skip


class Unreadable(ValueError):
    """The file does not have the form of a case. ``where`` names the key, ``given`` what stands there."""

    def __init__(self, where: str, given: object) -> None:
        super().__init__(f"{where}: {given!r}")
        self.where, self.given = where, given


@dataclass(frozen=True, slots=True)
class Case:
    """What the file gives: the two States (None where unknown), kind, day, content, and the keys nobody reads."""

    requesting: str | None
    requested: str | None
    kind: str
    day: dt.date | None
    content: Mapping[str, Any]
    unused: tuple[str, ...]


def read(given: object) -> Case:
    """The case that a file holds, once YAML has been read.

    Unknown facts are empty in the content, unknown keys are listed in ``unused``. Raises Unreadable where the form
    is another one: no mapping, a State that is no text, a kind or date that the format does not know.
    """
    file = _mapping("the file", given)
    unused = [str(key) for key in file if key not in _TOLD]
    kind = _text("kind", file.get("kind"))
    if kind not in KINDS:
        raise Unreadable("kind", kind)
    content = _blank(KINDS[kind]) | {"matter": {"reference": _text("id", file.get("id"))}}
    content["facts"] = {"summary": _text("facts", file.get("facts"))}
    persons, offences = _listed("persons", file.get("persons")), _listed("offences", file.get("offences"))
    content["persons"] = _labelled("P", [_person(n, p, unused) for n, p in enumerate(persons, 1)])
    content["offences"] = _labelled("O", [_offence(n, o, unused) for n, o in enumerate(offences, 1)])
    if "property" in content:
        assets, measures = _listed("property", file.get("property")), _of("measures", file.get("measures") or [], list)
        content["property"] = _labelled("V", [_asset(n, a, unused) for n, a in enumerate(assets, 1)])
        content["measure"] |= filed.measure(kind, (_text("measures", measure) for measure in measures))
    for name, value in _mapping("palermo", file.get("palermo") or {}).items():
        _put(content, str(name), value, unused)
    if unknown := set(content["regime"]["protocols"]) - {i.value for i in Instrument if i.is_protocol}:
        raise Unreadable("palermo.regime.protocols", ", ".join(sorted(unknown)))
    requesting, requested = _state("requesting_iso3", file), _state("requested_iso3", file)
    return Case(requesting, requested, KINDS[kind], day(file.get("date")), content, tuple(unused))


def _blank(kind: str) -> dict[str, Any]:
    """A content of the kind in which nothing is given; that of assistance for a kind that is not drafted yet."""
    return DRAFTED[kind].blank() if kind in DRAFTED else empty() | {"kind": kind}


def day(given: object) -> dt.date | None:
    """A date, a number (a year) or a text (a day, a month, a year); an undetermined day counts as the first."""
    if given is None:
        return None
    if isinstance(given, dt.datetime):
        return given.date()
    if isinstance(given, dt.date):
        return given
    try:
        return first_day(str(given))
    except ValueError:
        raise Unreadable("date", given) from None


def _mapping(where: str, given: object) -> Mapping[Any, Any]:
    if not isinstance(given, Mapping):
        raise Unreadable(where, given)
    return given


def _listed(where: str, given: object) -> list[Mapping[Any, Any]]:
    """A list of mappings; nothing is an empty one."""
    if given is None:
        return []
    if not isinstance(given, list):
        raise Unreadable(where, given)
    return [_mapping(f"{where}[{number}]", row) for number, row in enumerate(given, 1)]


def _text(where: str, given: object) -> str:
    """A text, or a number or date as text; unknown is empty."""
    if given is None:
        return ""
    if isinstance(given, (str, int, float, dt.date)) and not isinstance(given, bool):
        return str(given).strip()
    raise Unreadable(where, given)


def _state(key: str, file: Mapping[Any, Any]) -> str | None:
    return _text(key, file.get(key)).upper() or None


def _person(number: int, given: Mapping[Any, Any], unused: list[str]) -> dict[str, Any]:
    """A person as the content holds them; what it has no place for stands in the note, in the file's words."""
    at = f"persons[{number}]"
    nationalities = given.get("nationality") or []
    if not isinstance(nationalities, list):
        raise Unreadable(f"{at}.nationality", nationalities)
    unused += [f"{at}.{key}" for key in given if key not in _PERSON]
    told = [given.get("role"), *(value for key, value in given.items() if key not in _PERSON)]
    return BLANK["persons"][1] | {
        "family_name": _text(f"{at}.name", given.get("name") or given.get("initials")),
        "nationalities": [_text(f"{at}.nationality", n) for n in nationalities],
        "location": _text(f"{at}.location", given.get("location")),
        "note": "; ".join(str(value) for value in told if value),
    }


def _offence(number: int, given: Mapping[Any, Any], unused: list[str]) -> dict[str, Any]:
    """An offence as the content holds it: the maximum in whole years and months, never rounded up."""
    at = f"offences[{number}]"
    unused += [f"{at}.{key}" for key in given if key not in _OFFENCE]
    most, law = given.get("max_penalty_years"), _text(f"{at}.law", given.get("law"))
    found = BLANK["offences"][1] | {"name": law, "law": law, "category": _text(at, given.get("category"))}
    if most == "life":
        return found | {"life": True}
    if isinstance(most, (int, float)) and not isinstance(most, bool) and 0 <= most < 1000:
        years, months = divmod(int(most * 12), 12)
        return found | {"years": years, "months": months or None}
    if most is not None:
        raise Unreadable(f"{at}.max_penalty_years", most)
    return found


def _asset(number: int, given: Mapping[Any, Any], unused: list[str]) -> dict[str, Any]:
    """An asset as the content holds it: what the file tells of it, and its value where that is one amount."""
    at = f"property[{number}]"
    unused += [f"{at}.{key}" for key in given if key not in _ASSET]
    return BLANK["property"][1] | filed.asset(*(_text(f"{at}.{key}", given.get(key)) for key in _ASSET))


def _put(content: dict[str, Any], name: str, given: object, unused: list[str]) -> None:
    """A section, or a list, of the part ``palermo``, over what the content holds."""
    at, held = f"palermo.{name}", content.get(name)
    if name in BLANK and isinstance(held, list):
        label, blank = BLANK[name]
        content[name] = _labelled(label, [_over(f"{at}[{n}]", blank, row, unused) for n, row in
                                          enumerate(_listed(at, given), 1)])  # fmt: skip
    elif isinstance(held, dict):
        content[name] = _over(at, held, _mapping(at, given), unused)
    elif isinstance(held, list):
        content[name] = _like(at, held, given)
    else:
        unused.append(at)


def _over(at: str, held: Mapping[str, Any], given: Mapping[Any, Any], unused: list[str]) -> dict[str, Any]:
    unused += [f"{at}.{key}" for key in given if key not in held]
    return {key: _like(f"{at}.{key}", value, given[key]) if key in given else value for key, value in held.items()}


def _like(at: str, held: object, given: object) -> Any:
    """The value, if it is of the sort that the content holds there; a date becomes ISO text."""
    if isinstance(held, bool):
        return _of(at, given, bool)
    if isinstance(held, str):
        return _text(at, given)
    if isinstance(held, list):
        return [_text(f"{at}[{number}]", row) for number, row in enumerate(_of(at, given or [], list), 1)]
    if at.endswith((".on", "_on", ".formal_by")):
        on = day(given)
        return on.isoformat() if on else None
    return _number(at, given)


def _number(at: str, given: object) -> int | None:
    """A whole number, as far as JSON holds it exactly; unknown is None."""
    if given is None:
        return None
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given < _MOST:
        raise Unreadable(at, given)
    return given


def _of(at: str, given: object, sort: type) -> Any:
    if not isinstance(given, sort):
        raise Unreadable(at, given)
    return given


def _labelled(letter: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their labels: P1, O1, A1, and letters for annexes."""
    return [{"label": f"{letter}{n}" if letter else letters(n - 1)} | row for n, row in enumerate(rows, 1)]
