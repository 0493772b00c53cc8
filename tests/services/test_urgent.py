"""An urgent request, made orally and confirmed in writing (F6, F7): what passes when, on both databases."""

import datetime as dt
import json

import pytest

from mla.domain.errors import NotFound, StepClosed, WrongState
from mla.queries import cases, listing
from mla.services import audit, casework, record
from tests import factories as f

URGENT = f.SECTIONS["deadline"] | {"urgent": True, "urgency_reasons": "The money is being moved."}


@pytest.fixture
def case(app):
    return f.drive(f.draft(*f.houses(), deadline=URGENT), "approved")


@pytest.fixture
def told(case):
    f.take(case, "notify_orally")
    return case


def theirs(case):
    """The papers that the requested authority may read, by kind."""
    return [d.kind for d in cases.documents(case.request, case.requested.authority.id)]


def sees(case):
    """Whether the requested authority finds the request at all."""
    return case.request.id in [line.request_id for line in listing.page(case.requested.authority.id)]


# Told is not sent: the requested authority finds the case and the note, and no version.
def test_who_was_told_reads_the_note_and_no_version(case):
    assert not sees(case)
    f.take(case, "notify_orally")
    assert (case.request.state, case.request.sent_version) == ("oral_notified", 0)
    assert sees(case)
    assert theirs(case) == ["oral_note"]
    assert cases.version(case.request, case.requested.authority.id) is None
    readable = [cases.readable_entry(e, case.requested.authority.id) for e in case.request.entries]
    assert readable == [False] * (len(readable) - 1) + [True]
    assert audit.verify(case.request) == []


# Nobody on the requested side takes a step before the letter is there.
def test_before_the_letter_the_requested_side_takes_no_step(told):
    with pytest.raises(WrongState):
        f.take(told, "acknowledge")


# The whole way: signed and confirmed, it is sent like any other request, and goes on.
def test_the_confirmation_sends_the_version(told):
    with pytest.raises(StepClosed, match=r"authentic\.not_signed"):
        f.take(told, "confirm_in_writing")
    with pytest.raises(StepClosed, match=r"authentic\.not_signed"):
        f.take(told, "attach_signed_confirmation")
    for step in ("sign_confirmation", "attach_signed_confirmation"):
        f.take(told, step)
        assert theirs(told) == ["oral_note"]
    with pytest.raises(StepClosed, match=r"urgent\.signed_already"):
        f.take(told, "sign_confirmation")
    f.take(told, "confirm_in_writing")
    assert (told.request.state, told.request.sent_version) == ("transmitted", 1)
    assert sorted(theirs(told)) == ["oral_note", "party_status", "request", "signed_copy", "transmission_note"]
    f.take(told, "acknowledge")
    assert told.request.state == "received"
    assert audit.verify(told.request) == []


# The letter and the note of its transmission say what they confirm; the next letter does not.
def test_the_letter_says_what_it_confirms(told):
    for step in ("sign_confirmation", "confirm_in_writing"):
        f.take(told, step)
    papers = {d.kind: d for d in told.request.documents}
    for kind in ("request", "transmission_note"):
        said = json.loads(papers[kind].snapshot)["extra"]["confirms"]
        assert (said["number"], said["on"], said["means"]) == (papers["oral_note"].number, "2026-03-12", "oral")
    assert "confirms" not in json.loads(papers["oral_note"].snapshot)["extra"]


# A request that is not urgent is not told, and nothing has passed.
def test_a_request_that_is_not_urgent_is_not_told(app):
    case = f.drive(f.draft(*f.houses()), "approved")
    with pytest.raises(StepClosed, match=r"urgent\.not_stated"):
        f.take(case, "notify_orally")
    assert (case.request.state, sees(case)) == ("approved", False)


# The day of the receipt is counted from the letter, not from what was said before.
def test_it_is_received_no_earlier_than_it_was_sent(told):
    told.now += dt.timedelta(days=2)
    for step in ("sign_confirmation", "confirm_in_writing"):
        f.take(told, step)
    assert "urgent.late" in {found["code"] for found in record.bodies(told.request)[-1]["findings"]}
    with pytest.raises(StepClosed, match=r"received_on\.before_sending"):
        f.take(told, "acknowledge", {"received_on": "2026-03-12"})


# A denunciation that takes effect between the two keeps the confirmation closed; withdrawal stays open, and the
# requested State, which was told, is told that too, and still learns nothing of the content.
def test_what_can_not_be_confirmed_is_withdrawn(told):
    f.take(told, "sign_confirmation")
    f.denounce("USA", dt.date(2025, 3, 13))
    told.now += dt.timedelta(days=5)
    with pytest.raises(StepClosed, match=r"party\."):
        f.take(told, "confirm_in_writing")
    f.take(told, "withdraw")
    assert (told.request.state, theirs(told)) == ("withdrawn", ["oral_note", "withdrawal"])
    assert cases.version(told.request, told.requested.authority.id) is None
    f.take(told, "close_withdrawn")
    assert audit.verify(told.request) == []


# Somebody of a third State finds nothing.
def test_nobody_else_is_told(told):
    third = f.house("CHE")
    with pytest.raises(NotFound):
        casework.perform(told.request.id, "withdraw", third["signatory"].id, told.now, "oral_notified", {})
