"""A real case on its real days: Brazil asks the United States to restrain accounts; refused, renewed, granted.

It rests on the treaty between the two, so that nothing of the Convention's procedure is cited. What no source tells is
marked in the file, listed at its head, and stays open here.
"""

import datetime as dt
from decimal import Decimal

import pytest

from mla.domain.assets import property as assets
from mla.domain.assets.freezing import Hold, freezes_on
from mla.domain.assets.property import State
from mla.domain.content import empty
from mla.services import drafting, record
from tests import assets as a
from tests import factories as f
from tests import published as p

NAME = "bra-usa-2008"
SENT = ("submit", "approve", "sign", "transmit", "acknowledge", "open_examination", "submit_freeze", "report_freeze")
RENEWED = ("submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment",
           "examine_amendment", "submit_freeze:again")  # fmt: skip
#: The five accounts whose sums the file gives one by one.
FIVE = Decimal("3462160.12")


@pytest.fixture(scope="module")
def told():
    return p.told(NAME)


@pytest.fixture
def drafted(app, told):
    """The request, on the treaty of 1997."""
    houses, treaty = f.houses("BRA", "USA"), told["driven"]["treaty"]
    parties = [{"iso3": iso3, "since": treaty["since"], "until": None, "source": ""} for iso3 in ("BRA", "USA")]
    named = str(f.treaty(title=treaty["title"], short_title="", parties=parties).treaty_id)
    regime = empty()["regime"] | {"basis": "TREATY", "agreement": named}
    return p.drawn(told, houses, "Eleven accounts", "2008-02-12", regime=regime)


@pytest.fixture
def lifted(drafted, told):
    """Restrained in 2008, and free again by the case law of 2010."""
    p.take(drafted, told, "2008-02-12", *SENT)
    return p.take(drafted, told, "2010-07-16", "lift_freeze", "end_freeze")


@pytest.fixture
def outcome(lifted, told):
    """Renewed once the statute was amended, and granted in 2012."""
    p.take(lifted, told, "2010-12", "open_amendment")
    a.save(lifted, "procedure", told["driven"]["procedure"])
    p.take(lifted, told, "2010-12", *RENEWED)
    return p.take(lifted, told, "2012-11-09", "report_freeze:again")


WAY = [
    ("report_freeze", "2008-02-12", "frozen"), ("lift_freeze", "2010-07-16", "frozen"),
    ("end_freeze", "2010-07-16", "lifted"), ("open_amendment", "2010-12-01", "lifted"),
    ("submit_amendment", "2010-12-01", "lifted"), ("approve_amendment", "2010-12-01", "lifted"),
    ("sign_amendment", "2010-12-01", "lifted"), ("transmit_amendment", "2010-12-01", "lifted"),
    ("examine_amendment", "2010-12-01", "examination"), ("submit_freeze", "2010-12-01", "freeze_pending"),
    ("report_freeze", "2012-11-09", "frozen"),
]  # fmt: skip


def test_what_was_added_is_listed():
    p.assert_listed(NAME, "UNTOC", "pt", "9-29", "agreed_instead")


# Refused after a change of case law, renewed after a change of the statute, granted: on the days that are told.
def test_refused_renewed_and_granted(outcome):
    bodies = record.bodies(outcome.request)
    assert [(b["step"], b["happened_on"], b["to"]) for b in bodies[-len(WAY) :]] == WAY
    assert outcome.request.sent_version == 2
    a.whole(outcome)


# The freeze of 2008 held until the day of the case law, nothing held in between, and that of 2012 holds.
@pytest.mark.parametrize(("day", "hold"), [
    ("2008-02-12", Hold.IN_FORCE), ("2010-07-15", Hold.IN_FORCE), ("2010-07-16", Hold.LIFTED),
    ("2012-11-08", Hold.LIFTED), ("2012-11-09", Hold.IN_FORCE), ("2026-01-01", Hold.IN_FORCE),
])  # fmt: skip
def test_what_was_frozen_on_the_day(outcome, day, hold):
    on = dt.date.fromisoformat(day)
    assert {one.hold(on) for one in freezes_on(record.bodies(outcome.request), on).values()} == {hold}


# While nothing was frozen, no longer freeze could be asked, and the court could not simply be told to go on.
def test_what_was_lifted_is_ordered_anew(lifted):
    assert a.closed(lifted, "ask_extension") == {"recovery.freeze.none"}


# The sums that the file gives account by account; that of all eleven stays in words, and is added to nothing.
def test_the_sums(outcome, told):
    content = drafting.about(outcome.request, "report_freeze")[0]
    assert content["property"][5]["value"] == ""
    sums = assets.sums_on(record.bodies(outcome.request), content, dt.date(2013, 1, 1))
    assert sums == {State.FROZEN: {"USD": FIVE}}
    assert "11 372 844.19" in told["property"][5]["value"]


# The treaty carries it: nothing of Art. 13, nor of Art. 18 beyond what stands beside a treaty, is cited.
def test_the_treaty_carries_it(outcome, told):
    cited = "; ".join(body["article"] for body in record.bodies(outcome.request))
    assert "13(" not in cited
    letter = next(d for d in outcome.request.documents if d.kind == "request")
    assert told["driven"]["treaty"]["title"] in letter.snapshot


# What is not told stays open: offences and penalties of the sources, and the final judgment: the freeze goes on.
def test_what_is_not_told_stays_open(outcome, told):
    assert told["offences"] == [{"law": None, "max_penalty_years": None, "category": None}]
    assert outcome.request.state == "frozen"
    assert a.closed(outcome, "close_followed", followed_by="")
    assert told["outcome"].endswith("frozen_pending_foreign_judgment")
