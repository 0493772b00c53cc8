"""A real case on its real days: Greece seeks an Albanian national, who is not extradited but prosecuted in Albania.

What no source tells is marked in the file, listed at its head, and stays open here.
"""

from typing import Any

import pytest

from mla.domain import case_file
from mla.queries import cases
from mla.services import parts, record
from tests import extraditions as x
from tests import factories as f
from tests import published as p

NAME = "grc-alb-2016"
#: When each step was taken, as far as the sources date what stands behind it: the arrest was asked in May 2016, the
#: file arrived late in 2018, the minister spoke in January 2019, the court took the case up in February.
ASKED, ARRIVED, SPOKEN, TAKEN_UP, DEMANDED, REPORTED = ("2016-05", "2018-12", "2019-01", "2019-02", "2019-04",
                                                        "2019-05-08")  # fmt: skip
FORMAL = ("submit", "approve", "sign", "transmit")


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return p.told(NAME)


@pytest.fixture
def drafted(app, told):
    """The extradition as the file gives it, drawn from a matter of the Greek authority in May 2016."""
    return p.drawn(told, f.houses("GRC", "ALB"), "K.B.", ASKED)


def test_what_was_added_is_listed():
    p.assert_listed(NAME, "UNTOC", "en")


# May 2016: Greece asks for the arrest. No source tells of an answer: the request stays open, and nothing stands in it.
def test_the_arrest_is_asked_and_not_answered(drafted, told):
    opened = parts.open_provisional_arrest(drafted.request.id, drafted.requesting["drafter"].id, drafted.now)
    arrest = f.Case(opened.request, drafted.requesting, drafted.requested, drafted.now, ["draft"])
    x.save(arrest, "custody", {"formal_by": None, "rule": "", "days": None} | told["driven"]["custody"])
    p.take(arrest, told, ASKED, *FORMAL)
    assert arrest.request.state == "transmitted"
    assert record.bodies(arrest.request)[-1]["happened_on"] == "2016-05-01"
    assert [c.id for c in cases.together(drafted.request, drafted.requesting.authority.id)] == [arrest.request.id]
    x.whole(arrest)


@pytest.fixture
def outcome(drafted, told):
    """Sent, received late in 2018, refused for nationality in January 2019, prosecuted, judged in May."""
    p.take(drafted, told, ARRIVED, *FORMAL, "acknowledge", "open_examination")
    p.take(drafted, told, SPOKEN, "refuse_for_nationality", "ask_prosecution")
    p.take(drafted, told, TAKEN_UP, "submit_prosecution")
    p.take(drafted, told, DEMANDED, "report_progress")
    return p.take(drafted, told, REPORTED, "report_prosecution")


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
    assert (told["legal_basis_used"], content["regime"]["source"]) == (None, p.UNTOLD)


# Nothing but nationality may stand behind such a refusal: what no source tells is this system's to ask, not to guess.
def test_without_what_was_added_no_refusal_rests_on_nationality(drafted, told):
    p.take(drafted, told, ARRIVED, *FORMAL, "acknowledge", "open_examination")
    bare = {name: value for name, value in told["driven"]["refuse_for_nationality"].items()
            if value not in (p.UNTOLD, True)}  # fmt: skip
    with pytest.raises(x.StepClosed) as closed:
        p.take(drafted, {"driven": {"refuse_for_nationality": bare}}, SPOKEN, "refuse_for_nationality")
    assert {found.code for found in closed.value.findings} == {
        "step.nationality_shown.missing", "step.sole_ground.missing", "consultation.none"}  # fmt: skip
