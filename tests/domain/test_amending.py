"""An amended request (F19): its stages, what it must say, and what it asks of the requested side."""

import pytest

from mla.domain import amending as am
from mla.domain import amendment
from mla.domain.amendment import changes, stage, unexamined
from mla.domain.findings import closing

from .cases import complete, facts

SENT = complete()


def told(*steps, ended=None):
    bodies = [{"step": name, "to": "examination", "data": {"changes": f"by {name}"}} for name in steps]
    return [*bodies, {"step": "x", "to": ended, "data": {}}] if ended else bodies


def codes(check, **changes):
    return [f.code for f in closing(check.check(facts(**changes)))]


# An amended request takes the way of the first; dropped, sent or overtaken by the end of the case, it is no more.
@pytest.mark.parametrize(
    ("steps", "ended", "wanted"),
    [
        ((), None, ""),
        (("transmit",), None, ""),
        (("open_amendment",), None, "draft"),
        (("open_amendment", "report_progress"), None, "draft"),
        (("open_amendment", "submit_amendment"), None, "in_review"),
        (("open_amendment", "submit_amendment", "return_amendment"), None, "draft"),
        (("submit_amendment", "approve_amendment"), None, "approved"),
        (("approve_amendment", "sign_amendment"), None, "signed"),
        (("sign_amendment", "transmit_amendment"), None, ""),
        (("sign_amendment", "drop_amendment"), None, ""),
        (("open_amendment",), "refused", ""),
        (("open_amendment",), "withdrawn", ""),
        (("open_amendment",), "closed", ""),
        (("open_amendment",), "redirected", ""),
        (("open_amendment",), "consultation", "draft"),
    ],
)
def test_the_stage_is_read_from_the_history(steps, ended, wanted):
    assert stage(told(*steps, ended=ended)) == wanted


# A step of an amendment is open at its stage only.
@pytest.mark.parametrize("held", sorted(set(amendment.STAGES.values())))
@pytest.mark.parametrize(
    ("stages", "otherwise"),
    [(("",), "amendment.under_way"), (("draft",), None), (("in_review",), None), (("approved", "signed"), None)],
)
def test_a_step_waits_for_its_stage(held, stages, otherwise):
    course = facts().course.__class__(amendment=held)
    found = codes(am.at_stage(*stages), course=course)
    expected = otherwise or ("amendment.other_stage" if held else "amendment.none_open")
    assert found == ([] if held in stages else [expected])


# It says something new (this system).
def test_an_amendment_that_says_the_same_is_closed():
    assert codes(am.says_something_new, sent=SENT) == ["amendment.nothing_new"]
    assert codes(am.says_something_new, sent=SENT | {"purpose": {"text": "another"}}) == []


# Items keep number and kind, since decisions and reports name them so; new ones follow (this system).
@pytest.mark.parametrize(
    ("types", "moved"),
    [(["f", "a"], []), (["f", "a", "b"], []), (["f"], ["A2"]), (["a", "f"], ["A1", "A2"]), ([], ["A1", "A2"])],
)
def test_items_keep_their_numbers(types, moved):
    items = [{"label": f"A{n}", "type": t, "sought": "x"} for n, t in enumerate(types, 1)]
    found = am.items_keep_their_numbers.check(facts(sent=SENT, content=complete() | {"assistance": items}))
    assert [f.values["label"] for f in closing(found)] == moved


# What was accepted is the version that was read then: a later one is examined before it is executed.
@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        ((), False),
        (("accept",), False),
        (("accept", "transmit_amendment"), True),
        (("accept_in_part", "transmit_amendment", "report_progress"), True),
        (("transmit_amendment", "accept"), False),
        (("transmit_amendment", "offer_conditions", "accept_conditions"), False),
        (("offer_conditions", "transmit_amendment", "accept_conditions"), True),
        (("accept", "transmit_amendment", "offer_conditions", "decline_conditions"), True),
        (("accept", "transmit_amendment", "examine_amendment"), False),
    ],
)
def test_an_amended_request_is_examined_before_execution(steps, wanted):
    assert unexamined(told(*steps)) is wanted
    course = facts().course.__class__(unexamined=wanted)
    assert codes(am.amendment_examined, course=course) == (["amendment.unexamined"] if wanted else [])
    assert codes(am.amendment_came_in, course=course) == ([] if wanted else ["amendment.none_came_in"])


def test_what_changes_is_said_by_who_opened_it_last():
    assert changes([]) == ""
    assert changes(told("open_amendment", "drop_amendment")) == "by open_amendment"
