"""A request for confiscation that follows a freeze: opened from it, sent for itself, linked on both sides (A7)."""

import datetime as dt
import json

import pytest

from mla.domain.assets.content import CONFISCATING, ENFORCE, FREEZE, OBTAIN, TRACE
from mla.domain.errors import NotAllowed, NotFound, WrongState
from mla.domain.kinds import assets
from mla.extensions import db
from mla.queries import cases
from mla.services import audit, drafting, gather, parts, record, recording
from tests import assets as a
from tests import extraditions as x
from tests import factories as f
from tests.domain.assets_cases import MEASURE

from .test_assets_from_paper import came, letter
from .test_extradition_on_paper import told, warned

SENT = ("submit", "approve", "sign", "transmit")
TO_DISPOSED = ("acknowledge", "open_examination", "begin_court_phase", "report_confiscation", "dispose")


@pytest.fixture
def houses(app):
    return f.houses()


@pytest.fixture
def frozen(houses):
    return a.arrived(a.draft(*houses), "submit_freeze", "report_freeze")


def opened(main, route=OBTAIN, person=None):
    """The linked request for confiscation, as a drafter opens it."""
    who = (person or main.requesting["drafter"]).id
    done = parts.open_confiscation(main.request.id, who, main.now, route)
    return f.Case(done.request, main.requesting, main.requested, main.now, ["draft"])


def complete(part):
    """What the confiscation asks besides what was copied is written."""
    a.save(part, "measure", part.request.draft["measure"] | {"actions": MEASURE["actions"]})
    a.save(part, "purpose", {"text": "To confiscate what is frozen."})
    return part


# A7: same matter, same addressee, the route; facts and basis are copied, and what speaks of the freeze alone is not.
@pytest.mark.parametrize("route", CONFISCATING)
def test_a_confiscation_is_opened_from_a_freeze(frozen, route):
    part, main = opened(frozen, route).request, frozen.request
    assert (part.kind, part.state, part.part_of_id) == ("assets", "draft", main.id)
    assert (part.matter_id, part.requested_id, main.parts) == (main.matter_id, main.requested_id, [part])
    assert part.requesting_reference != main.requesting_reference
    for name in parts.CONFISCATION.copied:
        assert part.draft.get(name) == main.draft.get(name)
    asked = part.draft["measure"]
    assert (asked["stage"], asked["facts"], asked["third_parties"]) == (route, MEASURE["facts"], "none is known")
    assert asked.keys() == assets.KIND.blank()["measure"].keys()
    assert not any(asked[name] for name in ("actions", "dissipation", "duration"))
    assert drafting.assemble(part)["property"] == drafting.assemble(main)["property"]
    assert record.bodies(part)[0]["set"]["part_of_id"] == str(main.id)
    assert audit.verify(part) == []


# Its letter names the request that it follows, and what is frozen on that one.
def test_the_letter_of_a_confiscation_names_the_freeze(frozen):
    part, main = opened(frozen).request, frozen.request
    said = json.loads(part.documents[0].snapshot)["extra"]
    assert said["follows"] == {"our_ref": main.requesting_reference, "your_ref": main.requested_reference}
    assert said["estate"]["held"] == ["V1"]


def test_what_is_copied_is_changed_alone(frozen):
    part = complete(opened(frozen))
    db.session.expire_all()
    assert frozen.request.draft["measure"]["stage"] == FREEZE
    assert frozen.request.draft["purpose"] != part.request.draft["purpose"]


# It has its own approval and gate: nothing that was approved, signed or found for the freeze holds for it (rule 1).
def test_a_confiscation_goes_its_own_way(frozen):
    part = opened(frozen)
    assert a.closed(part, "submit") == {"content.measure_sought.missing", "content.purpose.missing"}
    a.go(complete(part), "submit", "approve", "sign")
    f.denounce("USA", dt.date(2026, 3, 12))
    part.now = dt.datetime(2027, 3, 12, 12, tzinfo=dt.UTC)
    assert "party.ended" in a.closed(part, "transmit")


# From the tracing too; before anything was traced or frozen, and once the case has moved on, from nowhere.
def test_when_a_confiscation_is_opened(houses):
    case = a.draft(*houses, TRACE)
    with pytest.raises(NotAllowed, match="confiscation_not_now"):
        opened(case)
    a.arrived(case, "begin_tracing", "report_tracing")
    assert opened(case).request.part_of_id == case.request.id
    a.go(case, "close_measure")
    with pytest.raises(NotAllowed, match="confiscation_not_now"):
        opened(case)


@pytest.mark.parametrize("state", sorted(set(assets.STATES) - assets.OPENED_FROM))
def test_from_no_other_state(frozen, state):
    frozen.request.state = state
    db.session.commit()
    with pytest.raises(NotAllowed, match="confiscation_not_now"):
        opened(frozen)


# One is under way at a time; after one that was given up, another is opened.
def test_one_confiscation_at_a_time(frozen):
    part = opened(frozen)
    with pytest.raises(NotAllowed, match="confiscation_open"):
        opened(frozen)
    f.take(part, "abandon")
    assert opened(frozen).request.state == "draft"


# A drafter of the requesting authority opens it, by one of the two routes, beside a request that asks for none itself.
def test_whose_it_is_to_open_a_confiscation(frozen):
    with pytest.raises(NotAllowed, match="not_a_drafter"):
        opened(frozen, person=frozen.requesting["reviewer"])
    with pytest.raises(NotFound):
        opened(frozen, person=frozen.requested["drafter"])
    with pytest.raises(NotAllowed, match="no_route"):
        opened(frozen, FREEZE)
    for other in (f.draft(frozen.requesting, frozen.requested), x.draft(frozen.requesting, frozen.requested)):
        with pytest.raises(NotFound):
            opened(other)


@pytest.mark.parametrize("stage", CONFISCATING)
def test_a_request_for_confiscation_needs_no_other(houses, stage):
    case = a.arrived(a.draft(*houses, stage), "submit_freeze", "report_freeze")
    with pytest.raises(NotFound):
        opened(case)
    assert "recovery.stage.own_confiscation" in a.closed(case, "close_followed")


# Each leads to the other; the side that is asked sees the confiscation once it was sent.
def test_each_leads_to_the_other(frozen):
    part = complete(opened(frozen))
    ours, theirs = (house.authority.id for house in (frozen.requesting, frozen.requested))
    assert [c.id for c in cases.together(frozen.request, ours)] == [part.request.id]
    assert [c.id for c in cases.together(part.request, ours)] == [frozen.request.id]
    assert cases.together(frozen.request, theirs) == []
    a.go(part, *SENT)
    assert [c.id for c in cases.together(frozen.request, theirs)] == [part.request.id]
    other = a.draft(frozen.requesting, frozen.requested)
    assert cases.together(other.request, ours) == []


# A7, 13(1): the freeze is closed in favour of a linked request that was sent, and of no words; what is frozen stays.
def test_the_freeze_is_closed_in_favour_of_the_confiscation(frozen):
    part = complete(opened(frozen))
    reference = part.request.requesting_reference
    assert a.closed(frozen, "close_followed", followed_by=reference) == {"recovery.followed_by.not_sent"}
    part = a.go(part, *SENT)
    for wrong in ("", "AST-1", frozen.request.requesting_reference):
        assert a.closed(frozen, "close_followed", followed_by=wrong) == {"recovery.followed_by.missing"}
    f.take(frozen, "close_followed", {"followed_by": reference})
    assert frozen.request.state == "closed"
    a.go(frozen, "ask_extension", "extend_freeze")
    a.go(part, "acknowledge", "open_examination", "begin_court_phase", "report_confiscation")
    a.go(frozen, "lift_freeze")
    a.whole(frozen)
    a.whole(part)


# One that was withdrawn, or refused, carries nothing on.
def test_what_has_ended_carries_nothing_on(frozen):
    part = a.go(complete(opened(frozen)), *SENT)
    reference = part.request.requesting_reference
    assert gather.confiscations(frozen.request) == (reference,)
    assert gather.confiscations(part.request) == ()
    a.go(part, "withdraw")
    assert a.closed(frozen, "close_followed", followed_by=reference) == {"recovery.followed_by.not_sent"}


# Once a freeze was closed in favour of a confiscation that then ends without one, the freeze is lifted before the last
# case is closed: nobody would look for it in a closed case.
def test_no_freeze_is_left_behind_in_a_closed_case(frozen):
    part = a.go(complete(opened(frozen)), *SENT)
    f.take(frozen, "close_followed", {"followed_by": part.request.requesting_reference})
    a.go(part, "withdraw")
    assert a.closed(part, "close_withdrawn") == {"recovery.freeze.left_behind"}
    a.go(frozen, "lift_freeze")
    a.go(part, "close_withdrawn")


# What was confiscated as a whole is held by that order: nothing of the freeze is left.
def test_what_was_confiscated_is_not_left_behind(frozen):
    part = a.go(complete(opened(frozen)), *SENT)
    f.take(frozen, "close_followed", {"followed_by": part.request.requesting_reference})
    a.go(part, *TO_DISPOSED, "close_disposed")


# Where another request for confiscation goes on with it, an earlier one that was withdrawn waits for nothing.
def test_what_another_request_goes_on_with_is_not_left_behind(frozen):
    first = a.go(complete(opened(frozen)), *SENT, "withdraw")
    second = a.go(complete(opened(frozen)), *SENT)
    f.take(frozen, "close_followed", {"followed_by": second.request.requesting_reference})
    assert gather.left_frozen(second.request, [], f.NOW.date()) == ("V1",)
    assert gather.left_frozen(first.request, [], f.NOW.date()) == ()
    a.go(first, "close_withdrawn")


def test_other_kinds_are_followed_by_none(houses):
    assert gather.left_frozen(f.draft(*houses).request, [], f.NOW.date()) == ()
    assert gather.confiscations(f.draft(*houses).request) == ()


def test_it_is_closed_from_the_freeze_alone(houses):
    case = a.arrived(a.draft(*houses))
    with pytest.raises(WrongState):
        f.take(case, "close_followed")


def another(case, content, their_reference):
    """A further letter of the same authority, registered by the same one."""
    given = f.arrived(their_reference=their_reference)
    who = case.requested["registry"].id
    registered = {"received_on": "2026-03-11", "pages": None, "defects": "", "officer": "", "next_answer_on": None}
    done = recording.register("assets", case.requesting.authority.id, who, case.now, given, registered, content)
    return f.Case(done.request, case.requesting, case.requested, case.now)


NOBODY = {"persons": []}


# On paper: a confiscation belongs to the letter before it that bears the same reference, or names the same person.
@pytest.mark.parametrize(("stage", "besides", "reference", "together"), [
    (OBTAIN, NOBODY, "BR 12", True), (ENFORCE, {}, "BR 99", True), (OBTAIN, NOBODY, "BR 99", False),
    (OBTAIN, NOBODY, "", False), (TRACE, {}, "BR 12", False),
])  # fmt: skip
def test_letters_that_belong_together(app, stage, besides, reference, together):
    first = came(letter(FREEZE))
    second = another(first, letter(stage) | besides, reference)
    own = first.requested.authority.id
    assert [c.id for c in cases.together(first.request, own)] == [second.request.id] * together
    assert [c.id for c in cases.together(second.request, own)] == [first.request.id] * together


# What closes a freeze on paper is recorded: without the confiscation that it names, that is said.
@pytest.mark.parametrize("followed", [True, False])
def test_a_closing_on_paper(app, followed):
    case = a.go(came(letter(FREEZE)), "open_examination", "submit_freeze", "report_freeze")
    given = {"outcome": "It goes on.", "followed_by": "none"}
    if followed:
        given["followed_by"] = another(case, letter(ENFORCE), "BR 12").request.requested_reference
    found = warned(f.recorded(case, "close_followed", given))
    assert case.request.state == "closed"
    assert ("recovery.followed_by.not_sent" in found) is not followed
    told(case, "ask_extension")
    a.go(case, "extend_freeze")
