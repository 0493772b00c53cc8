"""One order that one authority sent to several States from one matter: all are told, nothing is read across (A16)."""

from decimal import Decimal

import pytest

from mla.domain.assets.content import ENFORCE, OBTAIN
from mla.domain.assets.several import Elsewhere
from mla.domain.findings import Weight
from mla.services import gather, record
from tests import assets as a
from tests import factories as f
from tests.asset_answers import WHOLE
from tests.domain.assets_cases import MEASURE

HALF = WHOLE | {"amount": "29200000.00"}
SENT = ("submit", "approve", "sign", "transmit")


@pytest.fixture
def american(app):
    """The order, before a court of the United States."""
    return a.arrived(a.draft(*f.houses(), ENFORCE), "begin_court_phase")


def sister(case, house, stage=ENFORCE, **sections):
    """Another request from the same matter, to another house."""
    translated = f.SECTIONS["language"] | {"translations": ["de"], "authenticated": True}
    own = {"measure": MEASURE | {"stage": stage}, "language": translated} | sections
    return a.drawn(case.request.matter_id, case.requesting, house, stage, case.now, **own)


@pytest.fixture
def swiss(american):
    """The same order, sent to Switzerland too."""
    return a.go(sister(american, f.house("CHE")), *SENT)


def found(case, code):
    return [one for one in record.bodies(case.request)[-1]["findings"] if one["code"] == code]


# Each of the two is told of the other; a notice that leaves one out is not sent.
def test_each_state_is_told_of_the_other(american, swiss):
    french = [{"state": "FRA"}]
    assert a.closed(american, "notify_other_states", states=french) == {"recovery.states.untold"}
    f.take(american, "notify_other_states")
    f.take(american, "notify_other_states", {"states": french})
    a.go(swiss, "acknowledge")
    assert a.closed(swiss, "notify_other_states", states=french) == {"recovery.states.untold"}
    f.take(swiss, "notify_other_states", {"states": [{"state": "USA"}]})


# What was recovered there is seen by the authority that asked, and counts here once told: never more than ordered.
def test_what_was_recovered_there_is_told_here(american, swiss):
    a.go(swiss, "acknowledge", "open_examination", "begin_court_phase")
    f.take(swiss, "report_confiscation", {"assets": [HALF]})
    shown = Elsewhere("CHE", swiss.request.requesting_reference, {"USD": Decimal("29200000.00")})
    assert gather.elsewhere(american.request) == (shown,)
    f.take(american, "report_recovery", {"amount": "29000000.00"})
    (warned,) = found(american, "recovery.recovered.differs")
    assert (warned["weight"], warned["values"]["told_amount"]) == (Weight.WARNS, "29000000.00 USD")
    assert "29200000" not in str(warned), "the other side reads the entry: what Switzerland shows is no part of it"
    f.take(american, "report_recovery", {"amount": "200000.00"})
    assert found(american, "recovery.recovered.differs") == []
    assert a.closed(american, "report_confiscation") == {"assets.order.exceeded"}
    f.take(american, "report_confiscation", {"assets": [HALF]})


# The side that is asked reads nothing of the other request but what it is told.
def test_nothing_is_read_across(american, swiss):
    own, theirs = american.requesting["signatory"], american.requested["decider"]
    for person, seen in ((own, 1), (theirs, 0)):
        facts = gather.facts(american.request, "withdraw", person, american.now, {}, [])
        assert len(facts.elsewhere) == seen


# The same order is one of the same number, sent to another State: drafts, other orders and other stages are none.
@pytest.mark.parametrize(("stage", "changes", "steps"), [
    (ENFORCE, {}, ("submit", "approve", "sign")), (OBTAIN, {}, SENT), (ENFORCE, {"order_number": "13/2025"}, SENT),
    (ENFORCE, {"order_number": ""}, SENT), (ENFORCE, {}, (*SENT, "withdraw")),
])  # fmt: skip
def test_what_is_not_the_same_order(american, stage, changes, steps):
    a.go(sister(american, f.house("CHE"), stage, measure=MEASURE | {"stage": stage} | changes), *steps)
    assert gather.elsewhere(american.request) == ()


def test_another_request_to_the_same_state_is_no_other_state(american):
    a.go(sister(american, american.requested), *SENT)
    assert gather.elsewhere(american.request) == ()
    assert gather.elsewhere(f.draft(american.requesting, american.requested).request) == ()


# What was recovered stays to be told after the case there is over.
def test_what_was_recovered_outlasts_its_case(american, swiss):
    a.go(swiss, "acknowledge", "open_examination", "begin_court_phase", "report_confiscation", "dispose",
         "close_disposed")  # fmt: skip
    assert [one.state for one in gather.elsewhere(american.request)] == ["CHE"]


# With authorities on paper it is the same: the requests are one's own.
def test_a_state_on_paper(american):
    other = a.go(sister(american, f.on_paper("CHE")), *SENT)
    f.recorded(other, "report_confiscation", {"assets": [HALF], "order_number": "1"})
    (one,) = gather.elsewhere(american.request)
    assert (one.state, one.recovered) == ("CHE", {"USD": Decimal("29200000.00")})
