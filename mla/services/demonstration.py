"""The demonstration: three published cases, replayed at their dates through the same steps that people take.

A fourth case is invented: its days are counted from today, so that a clock is seen that runs.
"""

import datetime as dt
import functools
import re
import uuid
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any

import yaml
from sqlalchemy import Select, func, select

from mla.domain.assets import filed
from mla.domain.case_file import BLANK
from mla.extensions import db
from mla.models import Authority, Entry, Matter, Office, Person, Request

from . import accounts, casework, drafting, matters

PUBLISHED = ("bra-usa-2008", "jpn-che-2003", "grc-alb-2016")
CASES = (*PUBLISHED, "freeze-near-lapse")
#: A day of a script, counted from the one on which it is read.
_FROM_TODAY = re.compile(r"\btoday([+-]\d+)")
Progress = Callable[[str], None]


def load(progress: Progress = lambda _: None) -> None:
    """Load authorities, people and the cases. Repeating it goes on where an interrupted load stopped."""
    lay_people(progress)
    for name in CASES:
        script = _script(name)
        _replay(script, script.get("invented") or _read(f"cases/{name}"), progress)


def lay_people(progress: Progress = lambda _: None) -> None:
    """Lay the demonstration's authorities with a person in each office; those that are there are left alone."""
    people = _read("demonstration/people")
    for iso3, letterhead in people["authorities"].items():
        _lay_authority(iso3, letterhead, people)
        progress(iso3)


def complete() -> bool:
    """Whether every case of the demonstration stands with all its steps; the database alone knows."""
    return all(_entries(script["case"]) >= len(script["steps"]) for script in map(_script, CASES))


def _entries(reference: str) -> int:
    of_case = select(func.count(Entry.id)).join(Request).join(Matter).where(Matter.reference == reference)
    return db.session.scalar(of_case) or 0


def _script(name: str) -> dict[str, Any]:
    return _read(f"demonstration/{name}", dt.datetime.now(dt.UTC).date())


@functools.cache
def _read(name: str, today: dt.date = dt.date.min) -> dict[str, Any]:
    """What the file holds; days that it counts from today are days."""
    text = resources.files("mla.data").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    dated = _FROM_TODAY.sub(lambda counted: (today + dt.timedelta(int(counted[1]))).isoformat(), text)
    value: dict[str, Any] = yaml.safe_load(dated)
    return value


def _laid(iso3: str) -> Select[Authority]:
    return select(Authority).where(Authority.iso3 == iso3, Authority.demonstration)


def _authority(iso3: str) -> Authority:
    """The demonstration's authority of the State."""
    return db.session.scalars(_laid(iso3)).one()


def _lay_authority(iso3: str, letterhead: Mapping[str, str], people: Mapping[str, Any]) -> None:
    """The authority and a person in each office, those that are there already left alone."""
    known = db.session.scalar(_laid(iso3))
    kept = {name: value for name, value in letterhead.items() if name != "code"}
    authority = known or accounts.add_authority(iso3, letterhead["code"], kept, demonstration=True)
    for office, title in people["offices"].items():
        email = f"{office.replace('_', '-')}@{iso3.lower()}.example"
        accounts.add_demonstration_person(authority, email, people["names"][iso3][office], title, [office])


def _person(who: str) -> Person:
    """The person of ``BRA drafter``."""
    iso3, role = who.split()
    return db.session.scalars(
        select(Person)
        .join(Authority)
        .where(Person.demonstration, Authority.iso3 == iso3, Person.roles.any(Office.name == role))
    ).one()


def _replay(script: Mapping[str, Any], case: Mapping[str, Any], progress: Progress) -> None:
    """Take the script's steps, each at its time; those that the history holds already are passed over."""
    request_id = _opened(script, case)
    taken = len(db.session.get_one(Request, request_id).entries)
    for line in script["steps"][taken:]:
        _take(db.session.get_one(Request, request_id), line)
        progress(f"{script['case']}: {line['step']}")


def _opened(script: Mapping[str, Any], case: Mapping[str, Any]) -> uuid.UUID:
    """The request of the script, with every section of its draft."""
    first = script["steps"][0]
    person, at = _person(first["by"]), _instant(first)
    known = db.session.scalar(select(Request).join(Matter).where(Matter.reference == script["case"]))
    request_id = (known or _open(script, case, person, at)).id
    for section in script["sections"].keys() - db.session.get_one(Request, request_id).draft.keys():
        drafted = db.session.get_one(Request, request_id)
        mark, value = matters.section_mark(drafted, section), script["sections"][section]
        if section == "sought":  # the pages point at a person of the matter by its id
            value = value | {"person": str(drafted.matter.persons[0].id)}
        matters.save_section(request_id, section, value, mark, _person(first["by"]).id, at)
    return request_id


def _open(script: Mapping[str, Any], case: Mapping[str, Any], person: Person, at: dt.datetime) -> Request:
    matter = _open_matter(script, case, person, at)
    requested = _authority(case["requested_iso3"])
    return casework.open_request(matter.id, script["kind"], requested.id, script["title"], person.id, at).request


def _take(request: Request, line: Mapping[str, Any]) -> None:
    data = dict(line.get("data") or {})
    if data.get("examiner"):
        data["examiner"] = str(_person(data["examiner"]).id)
    if line["step"] in ("approve", "sign", "transmit", "transmit_by_diplomatic_channel"):
        data["version_hash"] = drafting.about(request, line["step"])[1]
    for item in data.get("items") or []:
        if "label" in item:
            item["sought"] = _sought(request, item["label"])
    person = _person(line["by"])
    casework.perform(request.id, line["step"], person.id, _instant(line), request.state, data)


def _sought(request: Request, label: str) -> str:
    content, _ = drafting.about(request, "report_execution")
    return str(next(item["sought"] for item in content["assistance"] if item["label"] == label))


def _instant(line: Mapping[str, Any]) -> dt.datetime:
    return dt.datetime.fromisoformat(line["at"])


def _open_matter(script: Mapping[str, Any], case: Mapping[str, Any], person: Person, at: dt.datetime) -> Matter:
    """A matter with what the sources tell; what they do not tell stays empty."""
    matter = matters.open_matter(script["title"], script["case"], person.id, at)
    matter_id, person_id = matter.id, person.id
    facts = "\n\n".join([case["facts"].strip(), script["facts_note"].strip()])
    matters.save_matter(matter_id, {"facts": facts, "notes": _sources(case)}, person_id, at)
    for concerned in case["persons"]:
        matters.save_item(matter_id, "persons", None, _concerned(concerned, script["person_role"]), person_id, at)
    for offence in [*case["offences"], *script.get("offences", ())]:
        if offence["law"]:
            values = {"name": offence["law"], "category": offence["category"] or "", "years": None}
            matters.save_item(matter_id, "offences", None, values, person_id, at)
    for asset in script.get("property") or case["property"]:
        matters.save_item(matter_id, "property", None, _asset(asset), person_id, at)
    return db.session.get_one(Matter, matter_id)


def _asset(row: Mapping[str, Any]) -> dict[str, Any]:
    """What the file tells of an asset; of an invented one, by the names that a matter has for it too."""
    what, value, status = (str(row[name] or "") for name in ("what", "value", "status"))
    blank = BLANK["property"][1]
    return blank | {name: row[name] for name in blank.keys() & row.keys()} | filed.asset(what, value, status)


def _concerned(person: Mapping[str, Any], role: str) -> dict[str, Any]:
    told = [str(person[key]) for key in ("role", "age", "account", "accounts") if person.get(key)]
    return {
        "family_name": person["initials"],
        "role": role,
        "nationalities": person.get("nationality") or [],
        "location": person.get("location") or "",
        "note": "; ".join(told),
    }


def _sources(case: Mapping[str, Any]) -> str:
    listed = [f"{source['title']}: {source['url']}" for source in case["source"]]
    return "\n".join([*listed, *(f"Uncertain: {doubt}" for doubt in case["what_is_uncertain"])])
