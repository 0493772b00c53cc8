"""An urgent request made orally or through INTERPOL (F6), and its written confirmation (F7)."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mla.domain import urgent as u
from mla.domain.content import empty
from mla.domain.course import course
from mla.domain.errors import StepClosed
from mla.domain.findings import Weight, closing
from mla.domain.kinds.assistance import KIND
from mla.domain.workflow import Actor, Case, Side, fire

from .cases import (
    DAY,
    DRAFTER,
    REVIEWER,
    SIGNATORY,
    TOLD,
    answers,
    but,
    facts,
    fitting,
    on_reciprocity,
    on_treaty,
    urgent,
)

NOTIFY, CONFIRM = KIND.step("notify_orally"), KIND.step("confirm_in_writing")
INTERPOL = TOLD | {"means": "interpol"}


def codes(check, weight=Weight.CLOSES, **changes):
    return [f.code for f in check.check(facts(**changes)) if f.weight is weight]


def tried(step, **changes):
    changes = fitting(step.name) | changes
    actor = Actor("other", Side.REQUESTING, frozenset(step.roles[:1]))
    return Case(step.sources[0], step, actor, facts(**changes))


def told(**changes):
    return replace(facts().course, urgent=TOLD | changes)


# 18(14): orally in urgent circumstances only; that urgency needs reasons is a rule of this system.
@pytest.mark.parametrize(
    ("deadline", "wanted"),
    [
        ({"urgent": False, "urgency_reasons": ""}, "urgent.not_stated"),
        ({"urgent": False, "urgency_reasons": "the money is moving"}, "urgent.not_stated"),
        ({"urgent": True, "urgency_reasons": ""}, "urgent.no_reasons"),
        ({"urgent": True, "urgency_reasons": "  "}, "urgent.no_reasons"),
        ({"urgent": True, "urgency_reasons": "the money is moving"}, None),
    ],
)
def test_only_an_urgent_request_is_made_orally(deadline, wanted):
    content = but(deadline={"on": None, "reasons": ""} | deadline)
    assert codes(u.urgent, content=content) == ([wanted] if wanted else [])


# A request marked urgent without reasons is not even submitted (this system).
@pytest.mark.parametrize(("reasons", "open_"), [("", False), ("the money is moving", True)])
def test_urgency_without_reasons_is_not_submitted(reasons, open_):
    content = but(deadline={"on": None, "reasons": "", "urgent": True, "urgency_reasons": reasons})
    found = closing(tried(KIND.step("submit"), content=content).findings())
    assert [f.code for f in found] == ([] if open_ else ["content.urgency_reasons.missing"])


# On another basis than the Convention its rules on oral requests are not claimed, and neither way is open.
@pytest.mark.parametrize("other", [on_treaty(), on_reciprocity()], ids=["treaty", "reciprocity"])
@pytest.mark.parametrize("step", [NOTIFY, CONFIRM], ids=lambda s: s.name)
def test_on_another_basis_nothing_is_made_orally(step, other):
    content = other["content"] | {"deadline": urgent()["deadline"]}
    with pytest.raises(StepClosed, match=r"urgent\.other_basis"):
        fire(KIND, tried(step, **other | {"content": content}))


# 18(14): orally where the States agree; 18(13): through INTERPOL where they agree. Each rests on its own paragraph.
@pytest.mark.parametrize(("means", "article"), [("oral", "18(14)"), ("interpol", "18(13)")])
def test_both_states_agree_to_the_way_used(means, article):
    [found] = u.agreed.check(facts(data=answers(means=means)))
    assert (found.code, found.article, found.weight) == (f"urgent.agreed.{means}", article, Weight.HOLDS)
    assert found.values["agreed_by"] == "the duty officer"


@pytest.mark.parametrize("lacking", ["agreed_by", "agreed_on", "agreed_form"])
@pytest.mark.parametrize(("means", "article"), [("oral", "18(14)"), ("interpol", "18(13)")])
def test_without_agreement_nothing_is_made_orally(lacking, means, article):
    [found] = u.agreed.check(facts(data=answers(means=means) | {lacking: " "}))
    assert (found.code, found.article, found.closes) == (f"step.{lacking}.missing", article, True)


@pytest.mark.parametrize("means", ["", None, "letter"])
def test_the_way_used_is_one_of_two(means):
    assert codes(u.agreed, data=answers(means=means)) == ["step.means.missing"]
    assert set(codes(u.agreed, data={"means": means})) == {
        f"step.{name}.missing" for name in ("means", "agreed_by", "agreed_on", "agreed_form")
    }


# What was said, when, by whom and to whom is written down (good practice); nobody agrees on a day to come.
@pytest.mark.parametrize("lacking", ["told_at", "told_to", "told_by", "said"])
def test_what_was_said_is_written_down(lacking):
    with pytest.raises(StepClosed, match=f"step.{lacking}.missing"):
        fire(KIND, tried(NOTIFY, data=answers(**{lacking: ""})))


# A deadline that has passed is not asked for, orally or in writing (this system).
def test_a_deadline_that_passed_is_not_asked_orally():
    late = but(deadline={"on": "2026-03-11", "reasons": "trial", "urgent": True, "urgency_reasons": "x"})
    with pytest.raises(StepClosed, match=r"deadline\.past"):
        fire(KIND, tried(NOTIFY, content=late))


def test_nobody_agreed_tomorrow():
    with pytest.raises(StepClosed, match=r"step\.day\.future"):
        fire(KIND, tried(NOTIFY, data=answers(agreed_on="2026-03-13")))


# Rule 1: no row leads around the gate. Party status, channel and three people are asked of the oral request too, and
# of its confirmation.
@pytest.mark.parametrize("step", [NOTIFY, CONFIRM], ids=lambda s: s.name)
@pytest.mark.parametrize("requested", ["COG", "PNG", "TUV"])
def test_nothing_is_told_or_confirmed_to_a_state_not_bound(step, requested):
    with pytest.raises(StepClosed, match=r"party\."):
        fire(KIND, tried(step, requested=requested))


@pytest.mark.parametrize("step", [NOTIFY, CONFIRM], ids=lambda s: s.name)
@pytest.mark.parametrize(
    ("section", "value", "code"),
    [
        ("channel", {"territory": "", "designation": "", "authority": False, "source": ""}, "channel.missing"),
        ("regime", empty()["regime"], "regime.basis.missing"),
        ("offences", [], "scope"),
    ],
)
def test_channel_regime_and_scope_are_asked_of_both(step, section, value, code):
    with pytest.raises(StepClosed, match=code):
        fire(KIND, tried(step, content=urgent() | {section: value}))


@pytest.mark.parametrize("actor", [DRAFTER, REVIEWER])
def test_who_tells_is_a_third_person(actor):
    with pytest.raises(StepClosed, match=r"people\."):
        fire(KIND, tried(NOTIFY, actor=actor))


@pytest.mark.parametrize(
    ("people", "wanted"),
    [
        ({}, []),
        ({"reviewer": DRAFTER}, ["people.reviewer_drafted"]),
        ({"signatory": DRAFTER}, ["people.signatory_drafted"]),
        ({"signatory": REVIEWER}, ["people.signatory_reviewed"]),
        ({"signatory": None, "reviewer": None}, []),
    ],
)
def test_three_people_stand_behind_what_is_confirmed(people, wanted):
    assert codes(u.three_people, **people) == wanted


# F7: the guards of F2, F4, F5a and F5b. What is unsigned, incomplete or in another language is not confirmed.
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"signatory": None}, "authentic.not_signed"),
        ({"reviewer": None}, "authentic.not_approved"),
        ({"content": urgent() | {"purpose": {"text": ""}}}, "content.purpose.missing"),
        ({"content": urgent() | {"language": {"request": ""}}}, "language.missing"),
        ({"data": answers(version_hash="b" * 64)}, "version.other"),
        ({"data": answers(channel="")}, "step.channel.missing"),
        ({"course": replace(facts().course, urgent={})}, "urgent.not_told"),
    ],
)
def test_what_lacks_anything_is_not_confirmed(changes, code):
    with pytest.raises(StepClosed, match=code):
        fire(KIND, tried(CONFIRM, **changes))


# The confirmation is owed though the deadline that was asked has passed since: that is said, and closes nothing.
@pytest.mark.parametrize("step", ["sign_confirmation", "confirm_in_writing"])
def test_a_deadline_that_passed_keeps_nobody_from_confirming(step):
    late = but(deadline={"on": "2026-03-11", "reasons": "trial", "urgent": True, "urgency_reasons": "x"})
    case = tried(KIND.step(step), content=late)
    assert "urgent.deadline_passed" in {f.code for f in case.findings() if f.weight is Weight.WARNS}
    assert fire(KIND, case) in ("oral_notified", "transmitted")


# 18(14): confirmed forthwith. The Convention sets no number of days; this system calls more than one late, and only
# warns. A message through INTERPOL is confirmed by practice: 18(14) speaks of oral requests.
@pytest.mark.parametrize(("days", "late"), [(0, False), (1, False), (2, True), (30, True)])
@pytest.mark.parametrize(("noted", "article"), [(TOLD, "18(14)"), (INTERPOL, "good practice")])
def test_a_late_confirmation_is_said_to_be_late(days, late, noted, article):
    found = list(u.forthwith.check(facts(day=DAY + dt.timedelta(days), course=told(**noted))))
    assert (found[0].code, found[0].article) == (f"urgent.confirms.{noted['means']}", article)
    assert [f.code for f in found[1:]] == (["urgent.late"] if late else [])
    assert not closing(found)


# One letter confirms the request; its scan is attached once it is signed.
def test_the_letter_is_signed_once_and_then_scanned():
    assert codes(u.not_signed_yet, signatory=SIGNATORY) == ["urgent.signed_already"]
    assert codes(u.not_signed_yet, signatory=None) == []
    assert codes(u.signed, signatory=None) == ["authentic.not_signed"]
    assert codes(u.signed, signatory=SIGNATORY) == []


# The history says what was told, and on which day.
def test_the_history_says_what_was_told():
    assert course([]).urgent == {}
    body = {"step": "notify_orally", "to": "oral_notified", "happened_on": "2026-03-12", "data": {"said": "hold it"}}
    assert course([body]).urgent == {"on": "2026-03-12", "said": "hold it"}


# By no order of permitted steps does the other side learn of a request, or get it, unapproved, unsigned, or while its
# State is not bound. The facts follow the steps: who approved and signed is what the history would say.
@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(["COG", "PNG", "USA", "CHE"]))
def test_no_order_of_steps_tells_or_sends_what_is_not_ready(data, requested):
    state, taken = "new", []
    for _ in range(15):
        step = data.draw(st.sampled_from([s for s in KIND.leaving(state) if s.side is Side.REQUESTING]))
        known = {
            "content": urgent(),
            "requested": requested,
            "reviewer": REVIEWER if "approve" in taken else None,
            "signatory": SIGNATORY if {"sign", "sign_confirmation"} & set(taken) else None,
            "course": told() if "notify_orally" in taken else replace(facts().course, urgent={}),
        }
        actor = Actor("other", Side.REQUESTING, frozenset(step.roles[:1]))
        try:
            state = fire(KIND, Case(state, step, actor, facts(**known)))
        except StepClosed:
            continue
        taken = [] if state == "draft" else [*taken, step.name]
        if state in ("oral_notified", "transmitted"):
            assert_ready(state, taken, requested)
        if state not in ("new", "draft", "in_review", "approved", "signed", "oral_notified"):
            return


def assert_ready(state, taken, requested):
    """What was told is approved and goes to a State that is bound; what was sent is signed besides."""
    assert requested in ("USA", "CHE")
    assert "approve" in taken
    if state == "transmitted":
        assert {"sign", "sign_confirmation"} & set(taken)
        assert taken[-1] == ("confirm_in_writing" if "notify_orally" in taken else "transmit")
