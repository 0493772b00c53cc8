"""A real case on its real days: Switzerland confiscates accounts in Zurich and shares them in equal parts with Japan.

Neither State was party to the Convention: the request stands on reciprocity, and nothing of the Convention is cited.
What no source tells is marked in the file, listed at its head, and stays open here.
"""

import datetime as dt
from decimal import Decimal

import pytest

from mla.domain.assets import property as assets
from mla.domain.assets.freezing import freezes_on
from mla.domain.assets.property import State
from mla.domain.assets.statement import statement
from mla.services import casework, drafting, record
from tests import assets as a
from tests import factories as f
from tests import published as p

NAME = "jpn-che-2003"
FREED = ("submit", "approve", "sign", "transmit_by_diplomatic_channel", "acknowledge", "open_examination",
         "submit_freeze")  # fmt: skip
HALF = Decimal("29200000.00")


@pytest.fixture(scope="module")
def told():
    return p.told(NAME)


@pytest.fixture
def drafted(app, told):
    return p.drawn(told, f.houses("JPN", "CHE"), "Accounts in Zurich", "2003-12")


@pytest.fixture
def outcome(drafted, told):
    """Frozen in 2003, confiscated by 2007, shared by an agreement for the case, paid in 2008, and closed."""
    p.take(drafted, told, "2003-12", *FREED)
    p.take(drafted, told, "2003-12-04", "report_freeze")
    p.take(drafted, told, "2004-06", "notify_third_parties")
    p.take(drafted, told, "2004-08-31", "begin_court_phase")
    p.take(drafted, told, "2007-11-29", "report_confiscation")
    propose(drafted, told)
    p.take(drafted, told, "2007-12-19", "report_progress")
    accept(drafted, told)
    p.take(drafted, told, "2008-05", "dispose", "confirm_payment")
    return p.take(drafted, told, "2008-07-25", "close_disposed")


def propose(case, told):
    """Japan's signatory proposes: either side may, and here it was the requesting one."""
    as_(case, "propose_sharing", case.requesting["signatory"], told, "2007-11-29")


def accept(case, told):
    as_(case, "accept_sharing", case.requested["decider"], told, "2008-04-09")


def as_(case, step, person, told, day):
    case.now = max(p.at(day), case.now)
    casework.perform(case.request.id, step, person.id, case.now, case.request.state, told["driven"][step])


WAY = [
    ("submit_freeze", "2003-12-01", "freeze_pending"), ("report_freeze", "2003-12-04", "frozen"),
    ("notify_third_parties", "2004-06-01", "frozen"), ("begin_court_phase", "2004-08-31", "court_phase"),
    ("report_confiscation", "2007-11-29", "confiscated"), ("propose_sharing", "2007-11-29", "confiscated"),
    ("report_progress", "2007-12-19", "confiscated"), ("accept_sharing", "2008-04-09", "confiscated"),
    ("dispose", "2008-05-01", "disposed"), ("confirm_payment", "2008-05-01", "disposed"),
    ("close_disposed", "2008-07-25", "closed"),
]  # fmt: skip


def test_what_was_added_is_listed():
    p.assert_listed(NAME, "RECIPROCITY", "de", "confiscate_a")


# Frozen, confiscated and shared, on the days that are told.
def test_confiscated_and_shared_in_equal_parts(outcome):
    bodies = record.bodies(outcome.request)
    assert [(b["step"], b["happened_on"], b["to"]) for b in bodies[-len(WAY) :]] == WAY
    a.whole(outcome)


# Equal shares to the centime: what was shared and what was kept are the whole of what was confiscated.
def test_the_shares_are_equal(outcome):
    bodies, content = record.bodies(outcome.request), drafting.about(outcome.request, "dispose")[0]
    sums = assets.sums_on(bodies, content, dt.date(2008, 12, 31))
    assert {state: dict(found) for state, found in sums.items() if found} == {
        State.SHARED: {"CHF": HALF}, State.RETAINED: {"CHF": HALF}}  # fmt: skip


# The first reports said 61 million, the confiscation 58.4: each amount is a line of its own, and neither is changed.
def test_the_amount_changed_between_reports(outcome):
    lines = statement(record.bodies(outcome.request), drafting.about(outcome.request, "dispose")[0], "V1")
    assert [(line.sort, line.amount, line.currency) for line in lines] == [
        ("frozen", Decimal("61000000.00"), "CHF"), ("confiscated", Decimal("58400000.00"), "CHF"),
        ("shared", HALF, "CHF"), ("retained", HALF, "CHF"),
    ]  # fmt: skip


# Neither State was bound: nothing cites the Convention, in the history or on the way.
def test_nothing_rests_on_the_convention(drafted, outcome):
    cited = {b["article"] for b in record.bodies(outcome.request)}
    cited |= {found["article"] for b in record.bodies(outcome.request) for found in b["findings"]}
    assert not [article for article in cited if article[:1].isdigit()]


def test_under_the_convention_it_could_not_be_approved(drafted):
    regime = drafted.request.draft["regime"] | {"basis": "UNTOC", "paragraphs": "9-29", "reason": "no_other_treaty"}
    for name, value in {
        "regime": regime,
        "transnational": f.SECTIONS["transnational"],
        "group": f.SECTIONS["group"],
    }.items():
        a.save(drafted, name, value)
    a.go(drafted, "submit")
    assert a.closed(drafted, "approve") == {"party.deposited_later"}


# Nobody shares without the other's agreement, nor before it: Japan proposed, and Switzerland's approval made it one.
def test_nothing_is_shared_before_it_is_agreed(drafted, told):
    p.take(drafted, told, "2003-12", *FREED)
    p.take(drafted, told, "2007-11-29", "report_freeze", "begin_court_phase")
    f.take(drafted, "report_confiscation", told["driven"]["report_confiscation"] | {"ordered_on": "2007-11-29"})
    assert a.closed(drafted, "dispose", **told["driven"]["dispose"]) == {"recovery.sharing.no_agreement"}


# What is not told stays open: when the freeze would have lapsed, the penalties, what lay in other countries.
def test_what_is_not_told_stays_open(outcome, told):
    freeze = freezes_on(record.bodies(outcome.request), dt.date(2004, 1, 1))["V1"]
    assert (freeze.lapses_on, freeze.lapse_rule) == ("", p.UNTOLD)
    content = drafting.about(outcome.request, "dispose")[0]
    assert all(o["years"] is None and not o["life"] for o in content["offences"])
    assert content["property"][1]["value"] == ""
    assert told["legal_basis_used"] is None
