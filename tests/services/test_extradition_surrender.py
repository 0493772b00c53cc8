"""From the grant to what binds after the surrender, through the services (X17 to X22)."""

import pytest

from mla.domain.errors import WrongState
from mla.services import record
from tests import extraditions as x
from tests import factories as f

ARRANGED, AGREED = ("arrange_surrender", "surrender_arranged"), ("agree_surrender", "surrender_arranged")
HANDED, CLOSED = ("hand_over", "surrendered"), ("close_surrendered", "closed")
SPECIALITY = ("speciality", "requesting", "standing")
TO_SERVE = ("return_of_person", "requesting")


@pytest.fixture
def case(app):
    """A request in the judicial phase."""
    return x.go(x.examined(x.draft(*f.houses("BRA", "CHE"))), "begin_judicial_phase")


@pytest.fixture
def granted(case):
    return x.go(case, "grant")


@pytest.fixture
def on_conditions(case):
    """Granted on return to serve the sentence (16(11)) and on a condition that stands for good (16(7))."""
    return x.go(case, "offer_conditions", "accept_conditions")


# X18 to X20: place and day proposed, agreed, handed over, told how it ended. What was not granted stays barred.
def test_surrendered(granted):
    x.walk(granted, ARRANGED, AGREED, HANDED)
    assert x.owed(granted) == [SPECIALITY]
    x.walk(granted, CLOSED)
    assert x.owed(granted) == [SPECIALITY]


# X18: what is proposed anew is agreed anew; nobody is handed over, nor agrees twice, before.
def test_the_surrender_that_was_proposed_last_is_agreed(granted):
    x.go(granted, "arrange_surrender")
    assert x.closed(granted, "hand_over") == {"surrender.arrangement.not_agreed"}
    x.go(granted, "agree_surrender")
    assert x.closed(granted, "agree_surrender") == {"surrender.arrangement.none_waits"}
    x.go(granted, "arrange_surrender")
    assert x.closed(granted, "hand_over") == {"surrender.arrangement.not_agreed"}
    x.walk(granted, AGREED, HANDED)


# Whatever stands in the way, after an arrangement or the person's consent too, the requested State has a way out.
@pytest.mark.parametrize("before", [("grant", "arrange_surrender"), ("grant",)])
def test_another_obstacle_stands_in_the_way(case, before):
    x.go(case, *before)
    f.take(case, "postpone_surrender", {"obstacle": "other"})
    x.walk(case, ("close_postponed", "closed"))


def test_the_consent_is_taken_back(app):
    consented = x.go(x.examined(x.draft(*f.houses("BRA", "CHE"))), "record_consent")
    f.take(consented, "postpone_surrender", {"obstacle": "other"})
    x.walk(consented, ("close_postponed", "closed"))


# Who was not surrendered is not returned: a request that is withdrawn leaves no return owed (16(11)).
def test_a_withdrawal_leaves_no_return_owed(on_conditions):
    x.walk(on_conditions, ("withdraw", "withdrawn"), ("close_withdrawn", "closed"))
    assert (*TO_SERVE, "released") in x.owed(on_conditions)


NEEDED = [
    ("arrange_surrender", {"place": ""}, "step.place.unsaid"),
    ("arrange_surrender", {"surrender_on": ""}, "step.surrender_on.unsaid"),
    ("arrange_surrender", {"surrender_on": "2026-01-01"}, "step.day.past"),
    ("agree_surrender", None, ""),
    ("hand_over", {"health": ""}, "step.health.unsaid"),
    ("hand_over", {"custody_days": None}, "step.custody_days.unsaid"),
    ("hand_over", {"handed_on": "2099-01-01"}, "step.day.future"),
    ("ask_speciality_consent", {"rule": ""}, "step.rule.unsaid"),
    ("answer_speciality_consent", {"consent": ""}, "step.consent.missing"),
    ("answer_speciality_consent", {"consent": "no", "explanation": ""}, "step.explanation.unsaid"),
    ("close_surrendered", {"outcome": ""}, "step.outcome.missing"),
]


def test_what_a_surrender_needs(granted):
    x.tried_on_the_way(granted, NEEDED)
    assert granted.request.state == "closed"


# X17: postponed for a proceeding here, lent for the trial, given back, and surrendered in the end.
def test_surrendered_for_a_time(granted):
    x.walk(granted, ("postpone_surrender", "surrender_postponed"), ("surrender_temporarily", "temporarily_surrendered"))
    assert x.owed(granted) == [("return_of_person", "requesting", "open")]
    x.walk(granted, ("return_person", "surrender_postponed"), ARRANGED, AGREED, HANDED, CLOSED)
    assert x.owed(granted) == [("return_of_person", "requesting", "discharged"), SPECIALITY]


POSTPONING = [
    ("postpone_surrender", {"obstacle": ""}, "step.obstacle.missing"),
    ("postpone_surrender", {"provision": ""}, "step.provision.unsaid"),
    ("postpone_surrender", {"review_on": "2026-01-01"}, "step.day.past"),
    ("surrender_temporarily", {"terms": ""}, "step.terms.unsaid"),
    ("surrender_temporarily", {"return_on": ""}, "step.return_on.unsaid"),
    ("return_person", {"taken_by": ""}, "step.taken_by.unsaid"),
    ("return_person", {"returned_on": "2099-01-01"}, "step.day.future"),
    ("close_postponed", {"outcome": ""}, "step.outcome.missing"),
]


def test_what_a_postponement_needs(granted):
    x.tried_on_the_way(granted, POSTPONING)
    assert granted.request.state == "closed"


# A person who is lent is neither kept nor asked back by closing the case: the return comes first.
def test_who_is_lent_is_returned(granted):
    x.go(granted, "postpone_surrender", "surrender_temporarily")
    for step in ("close_postponed", "withdraw", "close_surrendered"):
        with pytest.raises(WrongState):
            f.take(granted, step)


# X16, 16(11): the return to serve the sentence outlives the case, and a return of a person lent does not discharge it.
def test_the_return_to_serve_the_sentence(on_conditions):
    x.go(on_conditions, "postpone_surrender", "surrender_temporarily", "return_person")
    assert [status for sort, _, status in x.owed(on_conditions) if sort == "return_of_person"] == ["open", "discharged"]
    x.walk(on_conditions, ARRANGED, AGREED, HANDED, CLOSED)
    assert (*TO_SERVE, "open") in x.owed(on_conditions)
    f.take(on_conditions, "discharge_obligation", {"obligation": "B1"})
    assert x.owed(on_conditions)[0] == (*TO_SERVE, "discharged")
    x.whole(on_conditions)


# A postponed case closes when nothing is owed: the other State releases first what can't be done any more.
def test_a_postponed_case_is_closed(on_conditions):
    x.go(on_conditions, "postpone_surrender")
    assert x.closed(on_conditions, "close_postponed") == {"obligation.undone"}
    decider = on_conditions.requested["decider"]
    x.release(on_conditions, "B1", decider)
    x.walk(on_conditions, ("close_postponed", "closed"))
    assert x.owed(on_conditions)[0] == (*TO_SERVE, "released")


# X21: consent to a further prosecution is asked and answered, before and after the case is closed; one at a time.
@pytest.mark.parametrize("closing", [(), ("close_surrendered",)])
def test_consent_to_a_further_prosecution(granted, closing):
    x.go(granted, "arrange_surrender", "agree_surrender", "hand_over", *closing)
    state = granted.request.state
    assert x.closed(granted, "answer_speciality_consent") == {"surrender.nothing_waits"}
    x.walk(granted, ("ask_speciality_consent", state))
    assert x.closed(granted, "ask_speciality_consent") == {"surrender.speciality.asked_already"}
    x.walk(granted, ("answer_speciality_consent", state), ("ask_speciality_consent", state))
    asked = record.bodies(granted.request)[-1]
    assert {found["code"]: found["values"] for found in asked["findings"]} == {
        "surrender.speciality.granted": {"labels": "O1"}
    }


# A case that closed without a surrender has nobody whose prosecution is limited.
def test_no_consent_without_a_surrender(granted):
    x.go(granted, "postpone_surrender", "close_postponed")
    assert x.closed(granted, "ask_speciality_consent") == {"surrender.speciality.not_surrendered"}


# X22: who consents before a judge, informed and with counsel, is surrendered without further phase (16(8)).
def test_with_the_consent_of_the_person(app):
    case = x.examined(x.draft(*f.houses("BRA", "CHE")))
    for given, code in (({"judge": ""}, "step.judge.unsaid"), ({"counsel": ""}, "step.counsel.unsaid"),
                        ({"informed": False}, "step.informed.missing"), ({"provision": ""}, "step.provision.unsaid"),
                        ({"consented_on": "2099-01-01"}, "step.day.future")):  # fmt: skip
        assert x.closed(case, "record_consent", **given) == {code}
    x.walk(case, ("record_consent", "simplified"), ARRANGED, AGREED, HANDED, CLOSED)


def test_with_consent_given_in_court(case):
    x.walk(case, ("record_consent", "simplified"), ARRANGED)


# Until the handover the requesting State may withdraw; the case is then closed.
@pytest.mark.parametrize("until", [("grant",), ("grant", "postpone_surrender"), ("grant", "arrange_surrender")])
def test_withdrawn_before_the_surrender(case, until):
    x.go(case, *until)
    x.walk(case, ("withdraw", "withdrawn"), ("close_withdrawn", "closed"))
