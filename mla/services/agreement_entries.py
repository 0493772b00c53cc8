"""What an entry in the register of other treaties must hold, and how it is kept."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from mla.domain.agreements import Subject
from mla.models import AgreementRecord

from .register import wrong_state

#: The values of a treaty and of each of its parties, as the form and files name them.
FIELDS = ("title", "short_title", "subjects", "signed_on", "diplomatic", "source", "note")
PARTY = ("iso3", "since", "until", "source")
#: The most characters that a text may have.
LONGEST = {"title": 400, "short_title": 120, "source": 1000, "note": 2000, "reason": 1000}

Values = Mapping[str, Any]


def cleaned(values: Values) -> dict[str, Any]:
    """The values of the treaty itself as they are kept: trimmed, its subjects in their order."""
    found = {name: _trimmed(values.get(name)) for name in FIELDS}
    return found | {
        "subjects": [subject.value for subject in Subject if subject in values["subjects"]],
        "diplomatic": bool(values.get("diplomatic")),
        "signed_on": values.get("signed_on"),
    }


def cleaned_parties(values: Values) -> list[dict[str, Any]]:
    """The values of the parties as they are kept, by code."""
    found = [
        {**{name: party.get(name) for name in PARTY}, "source": _trimmed(party.get("source"))}
        for party in values["parties"]
    ]
    return sorted(found, key=lambda party: party["iso3"])


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value or ""


def plain(record: AgreementRecord) -> dict[str, Any]:
    """The record as the values that ``enter`` takes."""
    parties = [{name: getattr(party, name) for name in PARTY} for party in record.parties]
    return {name: getattr(record, name) for name in FIELDS} | {"parties": parties}


def same(values: Values, record: AgreementRecord) -> bool:
    """Whether the values say what the record says."""
    return {**cleaned(values), "parties": cleaned_parties(values)} == plain(record)


def faults(values: Values, now: dt.datetime) -> dict[str, str]:
    """The cause of every field that is wrong; none where the treaty can be kept."""
    wrong = faults_of_text(values, "title", "source") | _faults_of_length(values)
    subjects = set(values.get("subjects") or ())
    if not subjects or subjects - set(Subject):
        wrong["subjects"] = "subjects_missing"
    if values.get("signed_on") and values["signed_on"] > now.date():
        wrong["signed_on"] = "signed_in_future"
    if len(values["parties"]) < 2:
        wrong["parties"] = "parties_few"
    for place, party in enumerate(values["parties"]):
        wrong |= {f"parties-{place}-{name}": cause for name, cause in _faults_of_party(party, place, values).items()}
    return wrong


def faults_of_text(values: Values, *names: str) -> dict[str, str]:
    """The cause of every one of these texts that has to be said and is not, or is too long."""
    wrong = {name: f"{name}_missing" for name in names if not _trimmed(values.get(name))}
    return wrong | {name: "text_long" for name in names if len(_trimmed(values.get(name))) > LONGEST[name]}


def _faults_of_length(values: Values) -> dict[str, str]:
    return {name: "text_long" for name in FIELDS if name in LONGEST and len(values.get(name) or "") > LONGEST[name]}


def _faults_of_party(party: Values, place: int, values: Values) -> dict[str, str]:
    """A party is a State or an organisation, named once, and not bound before the treaty was signed."""
    wrong = {}
    earlier = {other.get("iso3") for other in values["parties"][:place]}
    if not party.get("iso3"):
        wrong["iso3"] = "iso3_missing"
    elif cause := "iso3_twice" if party["iso3"] in earlier else wrong_state(party["iso3"]):
        wrong["iso3"] = cause
    if len(party.get("source") or "") > LONGEST["source"]:
        wrong["source"] = "text_long"
    return wrong | _faults_of_days(party, values.get("signed_on"))


def _faults_of_days(party: Values, signed_on: dt.date | None) -> dict[str, str]:
    if not party.get("since"):
        return {"since": "since_missing"}
    if signed_on and party["since"] < signed_on:
        return {"since": "since_before_signature"}
    if party.get("until") and party["until"] <= party["since"]:
        return {"until": "until_before_since"}
    return {}


def faults_of_end(values: Values, before: AgreementRecord) -> dict[str, str]:
    """The cause of every field that is wrong where a State is said to be bound by the record no longer."""
    wrong = faults_of_text(values, "source")
    party = next((p for p in before.parties if p.iso3 == values.get("iso3")), None)
    if party is None:
        return wrong | {"iso3": "iso3_no_party"}
    if party.until:
        return wrong | {"iso3": "iso3_ended"}
    if not values.get("until"):
        return wrong | {"until": "until_missing"}
    return wrong | ({"until": "until_before_since"} if values["until"] <= party.since else {})
