"""A published case, extended so far that it can be driven to its real outcome through the services, on its real days.

What no source tells is marked in the file ``tests/data/NAME-extended.yaml``, and listed at its head.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from mla.data import cases
from mla.domain import case_file
from mla.domain.dates import first_day
from mla.services import casework, matters
from tests import extraditions as x
from tests import factories as f

UNTOLD = "[not told by the source]"
_DATA = Path(__file__).parent / "data"


def told(name: str) -> dict[str, Any]:
    """What the extended file says."""
    return yaml.safe_load(extended(name))


def extended(name: str) -> str:
    """The text of the extended file."""
    return (_DATA / f"{name}-extended.yaml").read_text(encoding="utf-8")


def published(name: str) -> dict[str, Any]:
    """The case as it is published."""
    return yaml.safe_load((Path(cases.__path__[0]) / f"{name}.yaml").read_text(encoding="utf-8"))


def drawn(given: Mapping[str, Any], houses: list[f.House], title: str, day: str, **sections: Any) -> f.Case:
    """The request as the file gives it, drawn on the day from a matter that holds what the file tells."""
    requesting, requested = houses
    read, now = case_file.read(given), at(day)
    drafter = requesting["drafter"].id
    matter = matters.open_matter(read.content["proceedings"]["subject"], given["id"], drafter, now)
    matters.save_matter(matter.id, {"facts": read.content["facts"]["summary"]}, drafter, now)
    for kind in (name for name in matters.LISTS if name in read.content):
        for row in read.content[kind]:
            matters.save_item(matter.id, kind, None, _plain(row), drafter, now)
    opened = casework.open_request(matter.id, read.kind, requested.authority.id, title, drafter, now)
    case = f.Case(opened.request, requesting, requested, now, ["draft"])
    for name in given["palermo"].keys() - {"matter", *matters.LISTS}:
        x.save(case, name, read.content[name])
    for name, value in sections.items():
        x.save(case, name, value)
    return case


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    dated = {name: first_day(value) for name, value in row.items() if name.endswith("_on") and value}
    return {name: value for name, value in row.items() if name != "label"} | dated


def at(day: str) -> dt.datetime:
    """Nine in the morning of the day; of a month, of its first."""
    return dt.datetime.combine(first_day(day), dt.time(9), tzinfo=dt.UTC)


def take(case: f.Case, given: Mapping[str, Any], day: str, *steps: str) -> f.Case:
    """Take the steps on the day, with what the file tells and nothing else; ``step:again`` is what it tells later."""
    case.now = max(at(day), case.now)
    for named in steps:
        step = named.partition(":")[0]
        data = _iso(given["driven"].get(named, {}))
        data |= {"version_hash": f.version_hash(case)} if case.request.versions else {}
        data |= {"examiner": str(case.requested["reviewer"].id)} if step == "open_examination" else {}
        casework.perform(case.request.id, step, f.actor(case, step).id, case.now, case.request.state, data)
        case.now += dt.timedelta(minutes=5)
    return case


def _iso(value: Any) -> Any:
    """The value with its days as ISO text."""
    if isinstance(value, dict):
        return {name: _iso(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_iso(inner) for inner in value]
    return str(value) if isinstance(value, dt.date) else value


def added(name: str) -> dict[str, Any]:
    """What the file says beyond the published case, value by value, with the way to each."""
    given = told(name)
    return dict([*_leaves(given["palermo"], "palermo"), *_leaves(given["driven"], "driven")])


def _leaves(value: Any, at: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{at}.{name}")
    else:
        yield at, value


def assert_listed(name: str, *plain: str) -> None:
    """The published case stands unchanged in the file; each text that no source tells is marked, and listed.

    ``plain`` are the additions that stand unmarked, since a rule reads them: they are listed too.
    """
    given, original, values = told(name), published(name), added(name)
    assert {key: given[key] for key in original} == original
    assert given.keys() - original.keys() == {"palermo", "driven"}
    listed = set(re.findall(r"^#   (\S+)$", extended(name), re.MULTILINE))
    assert {way for way, value in values.items() if _marked(value)} < listed < values.keys()
    texts = {way: value for way, value in values.items() if way in listed and isinstance(value, str)}
    assert not [way for way, value in texts.items() if not _marked(value) and value not in plain]


def _marked(value: Any) -> bool:
    return isinstance(value, str) and UNTOLD in value
