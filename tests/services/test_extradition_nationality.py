"""Extradite or prosecute, through the services (X11 to X14): what a refusal for nationality owes, and how it ends."""

import pytest

from mla.domain.errors import WrongState
from mla.services import record
from tests import extraditions as x
from tests import factories as f

JUDGED = x.SECTIONS["file"] | {
    "sort": "conviction", "judgment_by": "Court of Brasília", "judgment_on": "2025-01-05", "sentence": "ten years",
    "remaining": "nine years", "enforceable": True,
}  # fmt: skip
DUTY = ("prosecution_or_enforcement", "requested")
OPEN, DONE, FREED = (*DUTY, "open"), (*DUTY, "discharged"), (*DUTY, "released")
REFUSE = ("refuse_for_nationality", "refused_national")


@pytest.fixture
def houses(app):
    return f.houses("BRA", "CHE")


@pytest.fixture
def case(houses):
    """An accused person is sought."""
    return x.examined(x.draft(*houses))


@pytest.fixture
def convicted(houses):
    """A person is sought to serve a sentence."""
    return x.examined(x.draft(*houses, file=JUDGED))


# X11 to X13: refused solely for nationality, prosecuted there at the requesting State's request, reported, closed.
def test_prosecuted_instead(case):
    x.walk(case, REFUSE)
    assert x.owed(case) == [OPEN]
    x.walk(case, ("ask_prosecution", "prosecution_asked"), ("submit_prosecution", "prosecution_submitted"))
    assert x.owed(case) == [OPEN]
    x.walk(case, ("report_prosecution", "prosecution_reported"))
    assert x.owed(case) == [DONE]
    x.walk(case, ("close_nationality", "closed"))


# X14: a sentence is considered for enforcement there; then the duty is done.
def test_the_sentence_is_considered(convicted):
    x.walk(convicted, REFUSE, ("apply_enforcement", "enforcement_asked"))
    assert x.owed(convicted) == [OPEN]
    x.walk(convicted, ("decide_enforcement", "sentence_considered"))
    assert x.owed(convicted) == [DONE]
    x.walk(convicted, ("close_nationality", "closed"))


# Where the sentence is not enforced, prosecution may still be asked: it is owed anew (16(10)).
def test_prosecution_after_the_sentence_was_considered(convicted):
    x.go(convicted, "refuse_for_nationality", "apply_enforcement")
    f.take(convicted, "decide_enforcement", {"enforced": "no"})
    x.walk(convicted, ("ask_prosecution", "prosecution_asked"))
    assert x.owed(convicted) == [DONE, OPEN]
    x.walk(convicted, ("submit_prosecution", "prosecution_submitted"), ("report_prosecution", "prosecution_reported"),
           ("close_nationality", "closed"))  # fmt: skip
    assert x.owed(convicted) == [DONE, DONE]


# The requesting State says that it asks for neither: before it asked, or after, as long as nothing was submitted.
@pytest.mark.parametrize("asked", [(), ("ask_prosecution",), ("apply_enforcement",)])
def test_neither_is_asked(convicted, asked):
    x.go(convicted, "refuse_for_nationality", *asked)
    x.walk(convicted, ("ask_for_neither", "refused_national"))
    assert x.owed(convicted) == [FREED]
    assert x.closed(convicted, "ask_for_neither") == {"surrender.national.waived"}
    x.walk(convicted, ("close_nationality", "closed"))


# Who asks for neither may think better of it while the case is open: the duty arises again.
def test_prosecution_after_all(case):
    x.go(case, "refuse_for_nationality", "ask_for_neither", "ask_prosecution")
    assert x.owed(case) == [FREED, OPEN]


# Nothing closes the case while the duty is open, and no general step ends it (16(10)).
def test_the_duty_keeps_the_case_open(case):
    x.go(case, "refuse_for_nationality")
    assert x.closed(case, "close_nationality") == {"obligation.undone"}
    assert x.closed(case, "discharge_obligation", obligation="B1") == {"step.obligation.own_steps"}
    for step in ("withdraw", "close_refused"):
        with pytest.raises(WrongState):
            f.take(case, step)


# The person is a national, that is the only reason, and the other State was consulted or it is said why not.
REFUSALS = [
    ({"nationality_shown": " "}, "step.nationality_shown.missing"),
    ({"sole_ground": False}, "step.sole_ground.missing"),
    ({"reasons": ""}, "step.reasons.missing"),
    ({"not_appropriate": ""}, "consultation.none"),
]


def test_what_a_refusal_for_nationality_needs(case):
    for given, code in REFUSALS:
        assert x.closed(case, "refuse_for_nationality", **given) == {code}


# In a consultation on it, once the reply came, it needs no reason why there was none (16(16)).
def test_after_a_consultation(case):
    f.take(case, "open_consultation", {"grounds": ["nationality"]})
    assert x.closed(case, "refuse_for_nationality", not_appropriate="") == {"consultation.reply_awaited"}
    x.go(case, "answer_consultation")
    f.take(case, "refuse_for_nationality", {"not_appropriate": ""})
    assert x.owed(case) == [OPEN]


# What the steps after it need: (step, answers, reason), in the order in which the steps are taken.
AFTER = [
    ("ask_for_neither", {"statement": ""}, "step.statement.missing"),
    ("apply_enforcement", {"remainder": ""}, "step.remainder.unsaid"),
    ("decide_enforcement", {"law": ""}, "step.law.missing"),
    ("decide_enforcement", {"enforced": "no", "reasons": ""}, "step.reasons.untold"),
    ("ask_prosecution", {"evidence": ""}, "step.evidence.unsaid"),
    ("submit_prosecution", {"authority": ""}, "step.authority.unsaid"),
    ("submit_prosecution", {"submitted_on": "2099-01-01"}, "step.day.future"),
    ("report_prosecution", {"result": ""}, "step.result.unsaid"),
    ("report_prosecution", {"decided_on": "2099-01-01"}, "step.day.future"),
    ("close_nationality", {"outcome": ""}, "step.outcome.missing"),
]


def test_what_the_steps_after_it_need(convicted):
    x.go(convicted, "refuse_for_nationality")
    x.tried_on_the_way(convicted, AFTER, skipped=("ask_for_neither",))


# The enforcement of a sentence is asked for where there is one.
def test_no_enforcement_without_a_sentence(case):
    x.go(case, "refuse_for_nationality")
    assert x.closed(case, "apply_enforcement") == {"surrender.national.no_sentence"}


# The entry cites the paragraphs of the duty, and the paper passes to the other side.
def test_the_refusal_tells_what_may_be_asked(case):
    done = f.take(case, "refuse_for_nationality")
    body = record.bodies(case.request)[-1]
    assert (body["row"], body["article"], body["side"]) == ("X11", "16(10); 16(12)", "requested")
    assert [(d.kind, bool(d.passage)) for d in done.documents] == [("nationality_refusal", True)]


# A case refused on another ground owes nothing, and is closed.
def test_another_ground_owes_nothing(case):
    x.walk(case, ("refuse_extradition", "refused"), ("close_refused", "closed"))
    assert x.owed(case) == []
