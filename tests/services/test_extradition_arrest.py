"""Provisional arrest through the services (X1 to X3): asked for when urgent, ordered, lengthened, and ended (16(9))."""

import datetime as dt
import json

import pytest

from mla.documents.render import html
from mla.domain.errors import WrongState
from mla.services import clocks, record
from tests import extraditions as x
from tests import factories as f

ASKED = (("submit", "in_review"), ("approve", "approved"), ("sign", "signed"), ("transmit", "transmitted"))
ORDERED = ("order_arrest", "arrest_ordered")
CLOSED = ("close_arrest", "closed")
LATER = dt.datetime(2100, 4, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def main(app):
    """A draft of an extradition."""
    return x.draft(*f.houses("BRA", "CHE"))


@pytest.fixture
def asked(main):
    """A request for provisional arrest that was sent, before the formal request."""
    return x.go(x.arrest(main), *(step for step, _ in ASKED))


@pytest.fixture
def ordered(asked):
    """The person is in custody."""
    return x.go(asked, "acknowledge", "order_arrest")


# X1, X2, X3: asked for, ordered, lengthened, and ended in vain when no formal request came by the day (16(7)).
def test_no_formal_request_comes(asked):
    x.walk(asked, ("acknowledge", "received"), ORDERED, ("extend_arrest", "arrest_ordered"))
    assert x.closed(asked, "end_arrest", cause="no_request") == {"surrender.arrest.time_runs"}
    asked.now = LATER
    f.take(asked, "end_arrest", {"cause": "no_request", "explanation": ""})
    x.walk(asked, CLOSED)
    assert x.owed(asked) == []


# After an arrest that ended, another may be asked: re-arrest is not barred.
def test_the_person_may_be_arrested_again(main, ordered):
    x.go(ordered, "end_arrest", "close_arrest")
    again = x.go(x.arrest(main), *(step for step, _ in ASKED), "acknowledge", "order_arrest")
    assert again.request.state == "arrest_ordered"
    x.whole(again)


# The formal request came in time: the arrest ends by another cause, which is explained, never as one in vain.
def test_the_formal_request_comes(main, ordered):
    x.go(main, *x.TO_EXAMINATION)
    ordered.now = LATER
    assert x.closed(ordered, "end_arrest", cause="no_request") == {"surrender.arrest.formal_came"}
    assert x.closed(ordered, "end_arrest", cause="surrender_custody", explanation="") == {"step.explanation.unsaid"}
    f.take(ordered, "end_arrest", {"cause": "surrender_custody", "explanation": "She is held for the surrender."})
    x.walk(ordered, CLOSED)


# It came after the day that was set for it: the arrest may end, and the request goes on.
def test_the_formal_request_comes_too_late(main, asked):
    f.take(asked, "order_arrest", {"documents_by": "2026-03-20"})
    main.now = asked.now = dt.datetime(2026, 3, 21, 9, tzinfo=dt.UTC)
    x.go(main, "submit", "approve", "sign", "transmit")
    f.take(asked, "end_arrest", {"cause": "no_request", "explanation": ""})
    assert (asked.request.state, main.request.state) == ("arrest_ended", "transmitted")


# Once the formal request was sent, nobody is told to send it.
def test_the_formal_request_stops_its_clock(main, ordered):
    sides, day = (ordered.requesting, ordered.requested), f.NOW.date()
    assert [c.code for s in sides for c in clocks.of(ordered.request, s.authority.id, day)] == ["clock.documents"] * 2
    x.go(main, "submit", "approve", "sign", "transmit")
    assert not [c for s in sides for c in clocks.of(ordered.request, s.authority.id, day)]


# An answer may come before the request was acknowledged: it is urgent. Its paper has a reference of its own.
def test_an_arrest_is_ordered_at_once(asked):
    x.walk(asked, ORDERED, ("end_arrest", "arrest_ended"), CLOSED)
    notice = next(d for d in asked.request.documents if d.kind == "arrest_notice")
    assert notice.number == f"{asked.request.requested_reference}-PAN-01"
    assert asked.request.requested_reference.startswith("CHE-FOJ/PAR/2026/")


@pytest.mark.parametrize("step", ["order_arrest", "decline_arrest"])
def test_several_are_answered_at_once(asked, step):
    x.go(asked, step)
    again = x.arrest(x.draft(asked.requesting, asked.requested))
    x.go(again, *(name for name, _ in ASKED), step)
    assert again.request.requested_reference != asked.request.requested_reference


# The reference that the acknowledgement gave stays.
def test_the_reference_is_given_once(ordered):
    assert ordered.request.requested_reference.startswith("CHE-FOJ/PAR/2026/00001-")


def test_an_arrest_is_declined(asked):
    assert x.closed(asked, "decline_arrest", reasons="") == {"step.reasons.missing"}
    x.walk(asked, ("decline_arrest", "arrest_declined"), CLOSED)


def test_an_arrest_is_not_wanted_any_more(ordered):
    x.walk(ordered, ("withdraw", "withdrawn"))
    assert x.closed(ordered, "close_withdrawn") == {"surrender.arrest.held"}
    f.take(ordered, "end_arrest", {"cause": "withdrawn", "explanation": "She was released."})
    x.walk(ordered, CLOSED)


# Who withdraws before anybody is arrested closes at once.
def test_an_arrest_is_not_wanted_before_it_was_ordered(asked):
    x.walk(asked, ("withdraw", "withdrawn"))
    assert x.closed(asked, "end_arrest") == {"surrender.arrest.not_held"}
    x.walk(asked, ("close_withdrawn", "closed"))


# X1: urgent, a warrant or a judgment, and the promise of a formal request; the law of the other State sets the clock.
ASKING = [
    ({"custody": x.CUSTODY | {"urgency": ""}}, {"content.urgency.missing"}),
    ({"custody": x.CUSTODY | {"promise": False}}, {"content.promise.missing"}),
    ({"file": x.SECTIONS["file"] | {"warrant_by": ""}}, {"content.warrant.missing"}),
    ({"file": x.SECTIONS["file"] | {"sort": ""}}, {"content.file_sort.missing"}),
    ({"sought": x.SECTIONS["sought"] | {"person": ""}}, {"content.sought.missing"}),
    ({"regime": x.SECTIONS["regime"] | {"basis": ""}}, {"regime.basis.missing"}),
]


def test_what_a_request_for_arrest_needs(main):
    part = x.arrest(main)
    for sections, codes in ASKING:
        for name, value in sections.items():
            kept = part.request.draft.get(name)
            x.save(part, name, value)
            assert x.closed(part, "submit") == codes
            x.save(part, name, kept)
    f.take(part, "submit")


# X1 has the gate of every letter: both States are bound on the day, or another basis carries it (rule 1).
def test_no_arrest_is_asked_of_a_state_that_is_not_bound(app):
    part = x.go(x.arrest(x.draft(*f.houses("BRA", "COG"))), "submit")
    assert any(code.startswith("party.") for code in x.closed(part, "approve"))


# X2: the person is there, who ordered it under which law, and the day for the documents by a rule that is named.
NEEDED = [
    ("order_arrest", {"present": False}, "step.present.missing"),
    ("order_arrest", {"law": ""}, "step.law.unsaid"),
    ("order_arrest", {"rule": ""}, "step.rule.unsaid"),
    ("order_arrest", {"documents_by": ""}, "step.documents_by.unsaid"),
    ("order_arrest", {"documents_by": "2026-03-01"}, "step.day.past"),
    ("order_arrest", {"arrested_on": "2099-01-01"}, "step.day.future"),
    ("extend_arrest", {"documents_by": "2099-01-01"}, "step.documents_by.not_later"),
    ("extend_arrest", {"rule": ""}, "step.rule.unsaid"),
    ("end_arrest", {"cause": ""}, "step.cause.missing"),
    ("end_arrest", {"cause": "released", "explanation": ""}, "step.explanation.unsaid"),
    ("close_arrest", {"outcome": ""}, "step.outcome.missing"),
]


def test_what_an_arrest_needs(asked):
    x.tried_on_the_way(asked, NEEDED)
    assert asked.request.state == "closed"


# The notice tells when the person was arrested, and by when and by whose rule the documents must be here.
def test_the_notice_of_an_arrest(asked):
    done = f.take(asked, "order_arrest")
    body = record.bodies(asked.request)[-1]
    assert (body["row"], body["article"]) == ("X2", "16(9)")
    assert [(d.kind, bool(d.passage)) for d in done.documents] == [("arrest_notice", True)]


# 16(9): custody, or other measures that ensure that the person is present.
def test_measures_other_than_custody(asked):
    done = f.take(asked, "order_arrest", {"measures": "House arrest."})
    said = html(json.loads(done.documents[0].snapshot))
    assert "House arrest." in said
    assert "custody on" not in said


# Once the person is surrendered, nothing is opened; an arrest that was ordered before is ended as it was begun.
def test_an_arrest_outlives_the_main_request(main, ordered):
    x.go(main, *x.TO_EXAMINATION, "refuse_extradition", "close_refused")
    assert main.request.state == "closed"
    x.walk(ordered, ("end_arrest", "arrest_ended"), CLOSED)


# What decides on the surrender does not move the arrest, and the other way round: two rows, each with its own state.
def test_two_rows_of_their_own(main, ordered):
    x.go(main, *x.TO_EXAMINATION)
    assert (main.request.state, ordered.request.state) == ("examination", "arrest_ordered")
    with pytest.raises(WrongState):
        f.take(main, "submit")
    x.whole(main)
    x.whole(ordered)
