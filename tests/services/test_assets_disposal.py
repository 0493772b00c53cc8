"""What becomes of confiscated property, through the services (A12 to A14): sums that balance, return first."""

import pytest

from mla.domain.assets.content import ENFORCE
from mla.services import record
from tests import assets as a
from tests import factories as f
from tests.asset_answers import RETURNED, WHOLE

SOLD = {"label": "V1", "amount": "60000000.00", "interest": "12.50", "costs": "1000.00", "currency": "USD"}
ASKED = {"asked": True, "victims": "The depositors", "owners": "", "sharing": ""}


def line(to, amount, **more):
    return RETURNED | {"to": to, "amount": amount} | more


@pytest.fixture
def confiscated(app):
    """The account is confiscated as a whole."""
    return a.arrived(a.draft(*f.houses(), ENFORCE), "begin_court_phase", "report_confiscation")


# A12 to A14: what it brought, consulted on, considered, shared by an agreement, paid, confirmed and closed.
def test_from_the_confiscation_to_the_payment(confiscated):
    a.walk(
        confiscated, ("report_realisation", "realised"), ("ask_return", "disposal_consultation"),
        ("consider_return", "disposal_consultation"), ("answer_disposal", "disposal_consultation"),
        ("propose_sharing", "disposal_consultation"), ("accept_sharing", "disposal_consultation"),
        ("dispose", "disposed"), ("confirm_payment", "disposed"), ("close_disposed", "closed"),
    )  # fmt: skip


# The requested State may open the consultation itself, and a proposal may be declined and made anew by the other side.
def test_consulted_on_the_disposal(confiscated):
    assert a.closed(confiscated, "open_disposal", intention="") == {"recovery.intention.missing"}
    a.go(confiscated, "open_disposal")
    assert a.closed(confiscated, "answer_disposal", opinion="") == {"step.opinion.missing"}
    a.walk(confiscated, ("propose_sharing", "disposal_consultation"), ("decline_sharing", "disposal_consultation"),
           ("dispose", "disposed"))  # fmt: skip


# A12, 14(1): price, interest and costs are lines of their own; only what was confiscated is sold.
def test_what_the_property_brought(confiscated):
    a.tried_on_the_way(confiscated, [
        ("report_realisation", {"assets": []}, "recovery.assets.none"),
        ("report_realisation", {"assets": [SOLD | {"costs": ""}]}, "recovery.assets.costs"),
        ("report_realisation", {"assets": [SOLD | {"interest": "0.001"}]}, "assets.amount.finer"),
        ("report_realisation", {"assets": [SOLD | {"costs": "60000012.51"}]}, "assets.disposal.asset_exceeded"),
        ("report_realisation", {"realised_on": ""}, "recovery.realised_on.missing"),
    ])  # fmt: skip


# Sums balance to the cent: price + interest = disposed of + costs, and not a cent more.
def test_sums_balance(confiscated):
    f.take(confiscated, "report_realisation", {"assets": [SOLD]})
    most = "59999012.50"
    assert a.closed(confiscated, "dispose", lines=[line("returned", "59999012.51")]) == {
        "assets.disposal.asset_exceeded"}  # fmt: skip
    f.take(confiscated, "dispose", {"lines": [line("returned", "59000000.00")]})
    assert a.closed(confiscated, "dispose", lines=[line("retained", most)]) == {"assets.disposal.asset_exceeded"}
    f.take(confiscated, "dispose", {"lines": [line("retained", "999012.50", beneficiary="")]})
    left = [f["values"] for f in record.bodies(confiscated.request)[-1]["findings"]
            if f["code"] == "assets.disposal.balanced"]  # fmt: skip
    assert [one["remaining_amount"] for one in left] == ["0.00 USD"]


# What is left after a first disposal keeps the case open; it is sold and disposed of, and then the case is closed.
def test_what_is_left_goes_on(confiscated):
    f.take(confiscated, "dispose", {"lines": [line("returned", "1.00")]})
    assert a.closed(confiscated, "close_disposed") == {"assets.disposal.left"}
    f.take(confiscated, "report_realisation", {"assets": [SOLD]})
    f.take(confiscated, "dispose", {"lines": [line("returned", "59999011.50")]})
    f.take(confiscated, "close_disposed")
    assert confiscated.request.state == "closed"


# 12(8), 13(8): a claim that comes after the confiscation is decided before the property goes anywhere.
def test_a_late_claim_is_decided_first(confiscated):
    a.go(confiscated, "report_realisation", "record_claims")
    assert a.closed(confiscated, "dispose") == {"recovery.claims.undecided"}
    a.go(confiscated, "decide_claims", "dispose")


# 14(1): each line says what goes where and to whom; what lies elsewhere or was not confiscated is not disposed of.
def test_each_line_says_where_it_goes(confiscated):
    a.tried_on_the_way(confiscated, [
        ("dispose", {"lines": []}, "recovery.lines.none"),
        ("dispose", {"lines": [RETURNED | {"to": "lost"}]}, "recovery.lines.to"),
        ("dispose", {"lines": [RETURNED | {"beneficiary": ""}]}, "recovery.lines.beneficiary"),
        ("dispose", {"lines": [RETURNED | {"amount": ""}]}, "assets.disposal.no_amount"),
        ("dispose", {"law": ""}, "recovery.law.missing"),
    ])  # fmt: skip


# 14(2): where return was asked, by the request itself or since, its priority consideration is recorded first.
def test_return_is_considered_first(confiscated):
    retained = {"lines": [line("retained", "1.00", beneficiary="")]}
    assert a.closed(confiscated, "consider_return") == {"recovery.return.not_asked"}
    assert a.closed(confiscated, "ask_return", victims="", owners=" ") == {"recovery.return.nobody"}
    a.go(confiscated, "ask_return")
    assert a.closed(confiscated, "dispose", **retained) == {"recovery.return.not_considered"}
    a.tried_on_the_way(confiscated, [
        ("consider_return", {"outcome": ""}, "recovery.return.outcome"),
        ("consider_return", {"outcome": "none"}, "recovery.reasons.missing"),
        ("consider_return", {"law": ""}, "recovery.law.missing"),
    ])  # fmt: skip
    f.take(confiscated, "dispose", retained)


def test_a_return_that_the_request_asks(app):
    case = a.draft(*f.houses(), ENFORCE, disposal=ASKED)
    a.arrived(case, "begin_court_phase", "report_confiscation")
    assert a.closed(case, "dispose", lines=[line("retained", "1.00")]) == {"recovery.return.not_considered"}
    a.go(case, "consider_return", "dispose")


# 14(3)(b): shared by an agreement that was accepted, or a regular one that is named; nobody agrees with themselves.
def test_shared_by_agreement(confiscated):
    shared = {"lines": [line("shared", "29200000.00", beneficiary="Brazil")]}
    assert a.closed(confiscated, "dispose", **shared) == {"recovery.sharing.no_agreement"}
    assert a.closed(confiscated, "accept_sharing") == {"recovery.nothing_waits"}
    a.tried_on_the_way(confiscated, [
        ("propose_sharing", {"agreement": ""}, "recovery.sharing.agreement"),
        ("propose_sharing", {"parts": ""}, "recovery.parts.missing"),
    ])  # fmt: skip
    assert a.closed(confiscated, "propose_sharing") == {"recovery.sharing.proposed_already"}
    assert a.closed(confiscated, "accept_sharing", capacity="") == {"step.capacity.missing"}
    a.go(confiscated, "accept_sharing")
    f.take(confiscated, "dispose", shared)


def test_shared_by_a_regular_agreement(confiscated):
    shared = [line("shared", "29200000.00", beneficiary="Brazil"), line("contributed", "1.00", beneficiary="UNODC")]
    f.take(confiscated, "dispose", {"lines": shared, "agreement": "Agreement of 2001"})
    assert confiscated.request.state == "disposed"


# The thing itself may be handed over where no amount is known of it.
def test_the_thing_itself_is_returned(app):
    case = a.arrived(a.draft(*f.houses(), ENFORCE), "begin_court_phase")
    f.take(case, "report_confiscation", {"assets": [WHOLE | {"amount": "", "currency": ""}]})
    f.take(case, "dispose", {"lines": [RETURNED | {"amount": "", "currency": ""}]})
    assert case.request.state == "disposed"


# What arrived is checked against what was sent.
def test_what_arrived_is_confirmed(confiscated):
    a.go(confiscated, "dispose")
    assert a.closed(confiscated, "confirm_payment", matches=False, differences="")
    assert a.closed(confiscated, "close_disposed", outcome="") == {"step.outcome.missing"}
    a.go(confiscated, "confirm_payment", "close_disposed")
