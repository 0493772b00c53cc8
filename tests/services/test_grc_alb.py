"""A real case on its real days: Greece seeks an Albanian national, who is not extradited but prosecuted in Albania.

What no source tells is marked in the file, listed at its head, and stays open here.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from mla.data import cases as published_cases
from mla.domain import case_file
from mla.domain.dates import first_day
from mla.queries import cases
from mla.services import casework, matters, parts, record
from tests import extraditions as x
from tests import factories as f

DATA = Path(__file__).parent.parent / "data"
EXTENDED = DATA / "grc-alb-2016-extended.yaml"
UNTOLD = "[not told by the source]"
#: When each step was taken, as far as the sources date what stands behind it: the arrest was asked in May 2016, the
#: file arrived late in 2018, the minister spoke in January 2019, the court took the case up in February.
ASKED, ARRIVED, SPOKEN, TAKEN_UP, DEMANDED, REPORTED = ("2016-05", "2018-12", "2019-01", "2019-02", "2019-04",
                                                        "2019-05-08")  # fmt: skip
FORMAL = ("submit", "approve", "sign", "transmit")


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return yaml.safe_load(EXTENDED.read_text(encoding="utf-8"))


@pytest.fixture
def drafted(app, told):
    """The extradition as the file gives it, drawn from a matter of the Greek authority in May 2016."""
    greece, albania = f.houses("GRC", "ALB")
    content, now = case_file.read(told).content, at(ASKED)
    drafter = greece["drafter"].id
    matter = matters.open_matter(content["proceedings"]["subject"], told["id"], drafter, now)
    matters.save_matter(matter.id, {"facts": content["facts"]["summary"]}, drafter, now)
    for kind in ("persons", "offences"):
        for row in content[kind]:
            matters.save_item(matter.id, kind, None, {k: v for k, v in row.items() if k != "label"}, drafter, now)
    opened = casework.open_request(matter.id, "extradition", albania.authority.id, "K.B.", drafter, now)
    case = f.Case(opened.request, greece, albania, now, ["draft"])
    for name in ("authority", "proceedings", "group", "regime", "language", "channel", "sought", "file"):
        x.save(case, name, content[name])
    return case


def at(day: str) -> dt.datetime:
    """Nine in the morning of the day; of a month, of its first."""
    return dt.datetime.combine(first_day(day), dt.time(9), tzinfo=dt.UTC)


def take(case: f.Case, told: Mapping[str, Any], day: str, *steps: str) -> f.Case:
    """Take the steps on the day, with what the file tells and nothing else; its days are ISO text."""
    case.now = max(at(day), case.now)
    for step in steps:
        given = {k: str(v) if isinstance(v, dt.date) else v for k, v in told["driven"].get(step, {}).items()}
        versions = case.request.versions
        given |= {"version_hash": f.version_hash(case)} if versions else {}
        given |= {"examiner": str(case.requested["reviewer"].id)} if step == "open_examination" else {}
        casework.perform(case.request.id, step, f.actor(case, step).id, case.now, case.request.state, given)
        case.now += dt.timedelta(minutes=5)
    return case


def leaves(value: Any, at: str) -> Iterator[tuple[str, Any]]:
    """Each value of the part, with the way to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{at}.{name}")
    else:
        yield at, value


# The published case stands unchanged in the extended one; each text that no source tells is marked, and listed.
def test_what_was_added_is_listed(told):
    published = yaml.safe_load((Path(published_cases.__path__[0]) / "grc-alb-2016.yaml").read_text(encoding="utf-8"))
    assert {name: told[name] for name in published} == published
    assert told.keys() - published.keys() == {"palermo", "driven"}
    listed = set(re.findall(r"^#   (\S+)$", EXTENDED.read_text(encoding="utf-8"), re.MULTILINE))
    given = dict([*leaves(told["palermo"], "palermo"), *leaves(told["driven"], "driven")])
    assert {way for way, value in given.items() if value == UNTOLD} < listed < given.keys()
    assert not [way for way in listed if isinstance(given[way], str) and given[way] not in (UNTOLD, "UNTOC", "en")]


# May 2016: Greece asks for the arrest. No source tells of an answer: the request stays open, and nothing stands in it.
def test_the_arrest_is_asked_and_not_answered(drafted, told):
    opened = parts.open_provisional_arrest(drafted.request.id, drafted.requesting["drafter"].id, drafted.now)
    arrest = f.Case(opened.request, drafted.requesting, drafted.requested, drafted.now, ["draft"])
    x.save(arrest, "custody", {"formal_by": None, "rule": "", "days": None} | told["driven"]["custody"])
    take(arrest, told, ASKED, *FORMAL)
    assert arrest.request.state == "transmitted"
    assert record.bodies(arrest.request)[-1]["happened_on"] == "2016-05-01"
    assert [c.id for c in cases.together(drafted.request, drafted.requesting.authority.id)] == [arrest.request.id]
    x.whole(arrest)


@pytest.fixture
def outcome(drafted, told):
    """Sent, received late in 2018, refused for nationality in January 2019, prosecuted, judged in May."""
    take(drafted, told, ARRIVED, *FORMAL, "acknowledge", "open_examination")
    take(drafted, told, SPOKEN, "refuse_for_nationality", "ask_prosecution")
    take(drafted, told, TAKEN_UP, "submit_prosecution")
    take(drafted, told, DEMANDED, "report_progress")
    return take(drafted, told, REPORTED, "report_prosecution")


WAY = [
    ("acknowledge", "2018-12-01", "received"), ("open_examination", "2018-12-01", "examination"),
    ("refuse_for_nationality", "2019-01-01", "refused_national"),
    ("ask_prosecution", "2019-01-01", "prosecution_asked"),
    ("submit_prosecution", "2019-02-01", "prosecution_submitted"),
    ("report_progress", "2019-04-01", "prosecution_submitted"),
    ("report_prosecution", "2019-05-08", "prosecution_reported"),
]  # fmt: skip


# Not extradited, prosecuted at home: on the days that are told, the duty of Art. 16(10) arises and is done.
def test_prosecuted_at_home(outcome, told):
    bodies = record.bodies(outcome.request)
    assert [(b["step"], b["happened_on"], b["to"]) for b in bodies[-len(WAY) :]] == WAY
    (duty,) = x.owed_rows(outcome)
    assert (duty.sort, duty.article, duty.status) == ("prosecution_or_enforcement", "16(10)", "discharged")
    assert str(duty.arose_on) == "2019-01-01"
    assert bodies[-1]["data"]["decided_on"] == "2019-05-07"
    x.whole(outcome)


# Both States were bound when it was received, and nothing is known of what Albania takes as basis (Art. 16(5)).
def test_what_the_register_knew(outcome):
    (kept,) = (b for b in record.bodies(outcome.request) if b["step"] == "acknowledge")
    assert {"receipt.both_bound", "receipt.in_scope"} <= {found["code"] for found in kept["findings"]}
    (approved,) = (b for b in record.bodies(outcome.request) if b["step"] == "approve")
    unknown = [found["code"] for found in approved["findings"] if found["code"].startswith("extradition.")]
    assert unknown == ["extradition.no_treaty_recorded", "extradition.unknown"]


# What is not told stays open: maximum penalties, birth, the decision on appeal, the closing.
def test_what_is_not_told_stays_open(outcome, told):
    content = case_file.read(told).content
    assert all(o["years"] is None and not o["life"] for o in content["offences"])
    sent = cases.version(outcome.request, outcome.requested.authority.id).content
    assert '"born_on":null' in sent
    assert '"family_name":"K.B."' in sent
    assert [event["date"] for event in told["what_happened"] if "Appeal" in event["event"]] == [None]
    assert outcome.request.state == "prosecution_reported"
    assert (told["legal_basis_used"], content["regime"]["source"]) == (None, UNTOLD)


# Nothing but nationality may stand behind such a refusal: what no source tells is this system's to ask, not to guess.
def test_without_what_was_added_no_refusal_rests_on_nationality(drafted, told):
    take(drafted, told, ARRIVED, *FORMAL, "acknowledge", "open_examination")
    bare = {name: value for name, value in told["driven"]["refuse_for_nationality"].items()
            if value not in (UNTOLD, True)}  # fmt: skip
    with pytest.raises(x.StepClosed) as closed:
        take(drafted, {"driven": {"refuse_for_nationality": bare}}, SPOKEN, "refuse_for_nationality")
    assert {found.code for found in closed.value.findings} == {
        "step.nationality_shown.missing", "step.sole_ground.missing", "consultation.none"}  # fmt: skip
