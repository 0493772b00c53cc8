"""Consultation, conditions, refusal, postponement (Arts. 18(9), 18(21) to 18(26)): what is met and what closes."""

import datetime as dt

import pytest

from mla.domain import consulting as c
from mla.domain import guards as g
from mla.domain import refusal
from mla.domain.course import Course, course
from mla.domain.findings import Weight, closing
from mla.domain.history import left_state
from mla.domain.kinds.assistance import KIND

from .cases import ANSWERS, answers, consultation, facts
from .test_guards import closed

DAY = "2026-03-12"
UNANSWERED = {"replies": ()}


def during(**changes):
    """Facts while a consultation goes on."""
    return {"course": Course(consultation(**changes))}


# 18(26): a consultation is about a permitted ground or a postponement (18(25)), and leaves time for a reply.
@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ({"grounds": []}, ["step.grounds.missing"]),
        ({"grounds": ["dual_criminality"]}, []),
        ({"grounds": ["outside_scope", "postponement"]}, []),
        ({"grounds": ["conformity", "bank_secrecy"]}, ["refusal.never.bank_secrecy"]),
        ({"grounds": ["fiscal", "whim"]}, ["refusal.never.fiscal", "refusal.ground.unknown"]),
        ({"reply_on": ""}, ["step.reply_on.missing"]),
        ({"reply_on": "2026-03-11"}, ["step.reply_on.past"]),
        ({"reply_on": DAY}, []),
    ],
)
def test_what_a_consultation_states(stated, codes):
    assert closed(c.consultation_stated, data=answers(**stated)) == codes


# 18(8) and 18(22) never; 18(25) postpones only; 18(9) and 18(21)(a) to (d) may refuse.
@pytest.mark.parametrize(
    ("ground", "codes"),
    [
        ("dual_criminality", []),
        ("conformity", []),
        ("essential_interests", []),
        ("domestic_prohibition", []),
        ("legal_system", []),
        ("outside_scope", []),
        ("bank_secrecy", ["refusal.never.bank_secrecy"]),
        ("fiscal", ["refusal.never.fiscal"]),
        ("postponement", ["refusal.postpone_only"]),
        ("costs", ["refusal.through.costs"]),
        ("whim", ["refusal.ground.unknown"]),
        ("", ["refusal.ground.missing"]),
    ],
)
def test_grounds_after_a_consultation(ground, codes):
    assert closed(c.ground_permitted, data=answers(ground=ground)) == codes


# 18(26): consulted on that ground; a reply has come or its day has passed; the outcome is recorded. Not for 18(9).
@pytest.mark.parametrize(
    ("ground", "changes", "codes"),
    [
        ("conformity", during(), []),
        ("conformity", {"course": Course()}, ["consultation.none"]),
        ("conformity", during(grounds=("legal_system",)), ["consultation.other_ground"]),
        ("conformity", during(**UNANSWERED, reply_on="2026-03-11"), []),
        ("conformity", during(**UNANSWERED, reply_on=DAY), ["consultation.reply_awaited"]),
        ("dual_criminality", {"course": Course()}, []),
        ("bank_secrecy", {"course": Course()}, ["consultation.none"]),
    ],
)
def test_no_refusal_without_consultation(ground, changes, codes):
    assert closed(c.consultation_held, data=answers(ground=ground), **changes) == codes


@pytest.mark.parametrize("rule", [c.consultation_held, c.postponement_consulted])
def test_the_outcome_of_a_consultation_is_recorded(rule):
    lacking = answers(ground="conformity", consultation_outcome=" ")
    assert closed(rule, data=lacking) == ["step.consultation_outcome.missing"]


# 18(9): who refuses for want of dual criminality says why no assistance is given all the same.
@pytest.mark.parametrize(("ground", "codes"), [("dual_criminality", ["step.discretion.missing"]), ("conformity", [])])
def test_discretion(ground, codes):
    assert closed(c.discretion_considered, data=answers(ground=ground, discretion="")) == codes


# 18(26): conditions are listed, each in words; all are accepted or none; what was not offered can't be accepted.
@pytest.mark.parametrize(
    ("rule", "changes", "codes"),
    [
        (c.conditions_listed, {"data": answers(conditions=[])}, ["step.conditions.missing"]),
        (c.conditions_listed, {"data": answers(conditions=[{"text": " "}])}, ["step.conditions.no_text"]),
        (c.conditions_listed, {"data": answers(reply_on=None)}, ["step.reply_on.missing"]),
        (c.undertaken, {"data": answers(accepted=[])}, ["step.accepted.missing"]),
        (c.undertaken, during(conditions=()), ["conditions.none_offered"]),
        (c.undertaken, {"course": Course()}, ["conditions.none_offered"]),
        (c.offer_unanswered, {"course": Course()}, ["conditions.none_offered"]),
        (c.offer_unanswered, during(offer_reply_on=DAY), ["offer.reply_awaited"]),
        (c.offer_unanswered, during(offer_reply_on=""), ["conditions.none_offered"]),
    ],
)
def test_conditions(rule, changes, codes):
    assert closed(rule, **changes) == codes


# 18(25), 18(26): the proceeding is ongoing and named, the consultation was on a postponement, the review is to come.
@pytest.mark.parametrize(
    ("rule", "changes", "codes"),
    [
        (c.interferes, {"data": answers(proceeding="politics")}, ["step.proceeding.missing"]),
        (c.interferes, {"data": answers(interference="")}, ["step.interference.missing"]),
        (c.postponement_consulted, {"course": Course()}, ["consultation.none"]),
        (c.postponement_consulted, during(grounds=("conformity",)), ["consultation.other_ground"]),
        (c.postponement_consulted, during(**UNANSWERED), ["consultation.reply_awaited"]),
        (c.review_day, {"data": answers(review_on="")}, ["step.review_on.missing"]),
        (c.review_day, {"data": answers(review_on=DAY)}, ["step.review_on.past"]),
        (c.may_resume, {"data": answers(obstacle_gone="")}, []),
        (
            c.may_resume,
            {"data": answers(obstacle_gone=""), "course": Course(review_on="2026-03-13")},
            ["step.obstacle_gone.missing"],
        ),
        (c.may_resume, {"data": answers(obstacle_gone=""), "course": Course()}, ["step.obstacle_gone.missing"]),
        (c.may_resume, {"course": Course(review_on="2026-03-13")}, []),
    ],
)
def test_postponement(rule, changes, codes):
    assert closed(rule, **changes) == codes


def decided(first=None, second=None):
    """The decisions on both items, changed."""
    return answers(decisions=[ANSWERS["decisions"][0] | (first or {}), ANSWERS["decisions"][1] | (second or {})])


# A refused item follows the law of a refusal of the whole: ground, consultation unless 18(9), reasons.
@pytest.mark.parametrize(
    ("data", "changes", "codes"),
    [
        (decided(), {"course": Course()}, []),
        (decided({"decision": ""}), {}, ["step.decisions.missing", "step.decisions.not_in_part"]),
        (decided(None, {"decision": "accepted"}), {}, ["step.decisions.not_in_part"]),
        (decided({"decision": "refused", "ground": "fiscal", "reasons": "x"}), {},
         ["refusal.never.fiscal", "step.decisions.not_in_part"]),
        (decided(None, {"discretion": ""}), {}, ["step.decisions.no_discretion"]),
        (decided(None, {"reasons": " "}), {}, ["step.decisions.no_reasons"]),
        (decided(None, {"ground": ""}), {}, ["refusal.ground.missing"]),
        (decided(None, {"ground": "bank_secrecy"}), {}, ["refusal.never.bank_secrecy"]),
        (decided(None, {"ground": "legal_system"}), {}, []),
        (decided(None, {"ground": "legal_system"}), {"course": Course()}, ["consultation.none"]),
        (decided(None, {"ground": "legal_system"}) | {"consultation_outcome": ""}, {},
         ["step.consultation_outcome.missing"]),
    ],
)  # fmt: skip
def test_each_item_is_decided_by_the_same_law(data, changes, codes):
    found = closing(c.items_decided.check(facts(data=data, **changes)))
    assert [f.code for f in found] == codes
    assert all(f.where for f in found)


# The matrix of Art. 18: what may carry a refusal, what only a postponement, what never anything.
def test_the_matrix_says_what_the_article_says():
    rows = {row.name: row for row in refusal.matrix(None, dt.date(2026, 3, 12))}
    assert {name for name, row in rows.items() if row.use == "never"} == {"bank_secrecy", "fiscal"}
    assert {name for name, row in rows.items() if row.use == "through"} == refusal.THROUGH.keys()
    assert {name for name, row in rows.items() if row.consult == "shall"} == {
        "conformity", "essential_interests", "domestic_prohibition", "legal_system", "outside_scope", "postponement",
    }  # fmt: skip
    assert {name for name, row in rows.items() if row.reasons == "shall"} == refusal.PERMITTED.keys()
    assert [name for name, row in rows.items() if row.stands == "open"] == ["dual_criminality"]


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, "open"),
        ({"grounds": ("legal_system",)}, "other"),
        (UNANSWERED, "awaited"),
        (UNANSWERED | {"reply_on": "2026-03-11"}, "open"),
    ],
)
def test_where_a_case_stands_on_a_ground(changes, stands):
    rows = {row.name: row.stands for row in refusal.matrix(consultation(**changes), dt.date(2026, 3, 12))}
    assert rows["conformity"] == stands
    assert rows["bank_secrecy"] == "never"


# The course is read from the history.


def entry(step, source, target, on="2026-03-01", **data):
    return {"step": step, "from": source, "to": target, "happened_on": on, "data": data}


OPENED = entry("open_consultation", "accepted", "consultation", grounds=["conformity"], reply_on="2026-03-20")
OFFERED = entry("offer_conditions", "consultation", "conditions_offered", conditions=[{"label": "C1"}],
                reply_on="2026-03-25")  # fmt: skip
DECLINED = entry("decline_conditions", "conditions_offered", "consultation", "2026-03-05", opinion="no")
ENDED = entry("end_consultation", "consultation", "accepted", outcome="clear")


def test_a_consultation_is_read_from_the_history():
    held = course([OPENED, OFFERED, DECLINED]).consultation
    assert (held.grounds, held.opened_on, held.reply_on, held.offer_reply_on) == (
        ("conformity",), "2026-03-01", "2026-03-20", "2026-03-25",
    )  # fmt: skip
    assert held.plain()["replies"] == [{"step": "decline_conditions", "on": "2026-03-05", "opinion": "no"}]
    assert held.plain()["conditions"] == [{"label": "C1"}]


# A consultation that has ended serves no later refusal.
def test_a_consultation_ends_with_its_states():
    assert course([OPENED, OFFERED, DECLINED, ENDED]).consultation is None
    again = course([OPENED, OFFERED, DECLINED, ENDED, OPENED]).consultation
    assert (again.replies, again.conditions) == ((), ())
    assert course([]).consultation is None


def test_postponement_and_refused_items_are_read_from_the_history():
    partly = entry("accept_in_part", "examination", "accepted", decisions=ANSWERS["decisions"])
    found = course([entry("postpone", "consultation", "postponed", review_on="2026-06-01"), partly])
    assert (found.review_on, found.refused_items) == ("2026-06-01", frozenset({"A2"}))
    assert course([partly, entry("accept", "examination", "accepted")]).refused_items == frozenset()
    # Conditions that are accepted later leave the refusal of a part; what is amended is decided anew.
    later = entry("accept_conditions", "conditions_offered", "accepted")
    assert course([partly, OPENED, OFFERED, later]).refused_items == frozenset({"A2"})
    assert course([partly, entry("examine_amendment", "accepted", "examination")]).refused_items == frozenset()


# 18(16): before a request is held not to be in conformity, what it lacks may be asked for. This system advises it.
@pytest.mark.parametrize(
    ("guard", "data"),
    [(c.consultation_stated, {"grounds": ["conformity"]}), (c.ground_permitted, {"ground": "conformity"})],
)
@pytest.mark.parametrize(("asked", "warned"), [(False, ["refusal.ask_first"]), (True, [])])
def test_what_a_request_lacks_is_asked_for_first(guard, data, asked, warned):
    found = guard.check(facts(data=answers(**data), course=Course(consultation(), information_asked=asked)))
    assert [f.code for f in found if f.weight == Weight.WARNS] == warned
    assert not closing(found)


# 18(21), 18(28): discrimination, conditions of domestic law, political offences, slightness, costs: not in themselves.
@pytest.mark.parametrize(("chosen", "article"), refusal.THROUGH.items())
def test_what_is_no_ground_of_its_own_names_the_way(chosen, article):
    found = list(refusal.refusable(chosen))
    assert [(f.code, f.article, f.weight) for f in found] == [(f"refusal.through.{chosen}", article, Weight.CLOSES)]


# CONSULTATION returns to the state that it left, also by way of an offer that was declined (rule 7).
@pytest.mark.parametrize(
    ("bodies", "left"),
    [
        ([OPENED], "accepted"),
        ([OPENED, OFFERED, DECLINED], "accepted"),
        ([OPENED, OFFERED, DECLINED, ENDED, OPENED | {"from": "executing"}, OFFERED, DECLINED], "executing"),
        ([OPENED, entry("accept_in_part", "consultation", "accepted"), OPENED], "accepted"),
    ],
)
def test_a_consultation_returns_to_the_state_that_it_left_first(bodies, left):
    assert left_state(bodies, "consultation", KIND.inside("consultation")) == left


def test_a_consultation_never_returns_into_an_offer():
    step = KIND.step("end_consultation")
    assert set(KIND.targets(step, "consultation")) == {"examination", "accepted", "executing", "lapsed_info"}


def reported(**second):
    """A report in which the second item is changed."""
    return answers(items=[ANSWERS["items"][0], ANSWERS["items"][1] | second])


# 18(17): an execution in part obtained something and left something, and says what was tried for it.
@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (reported(outcome=""), ["step.items.no_outcome", "step.items.not_in_part"]),
        (reported(outcome="done"), ["step.items.not_in_part"]),
        (reported(searched=" "), ["step.items.not_searched"]),
        (reported(outcome="partly"), []),
        (answers(items=[ANSWERS["items"][1]]), ["step.items.not_in_part"]),
    ],
)
def test_an_execution_in_part(data, codes):
    assert closed(c.executed_in_part, data=data) == codes


# A nil result says for each item what was searched and why nothing came of it.
def test_a_nil_result_says_what_was_searched():
    data = answers(searches=ANSWERS["searches"][:1])
    assert closed(c.nothing_obtained, data=data) == ["step.searches.not_searched", "step.searches.no_obstacle"]


# What was refused is not executed, and no result is owed for it.
def test_refused_items_owe_no_result():
    refused = {"course": Course(refused_items=frozenset({"A2"}))}
    assert closed(c.nothing_obtained, data=answers(searches=ANSWERS["searches"][:1]), **refused) == []
    assert closed(g.results_reported, data=answers(items=ANSWERS["items"][:1]), **refused) == []
    assert closed(c.executed_in_part, data=reported(), **refused) == ["step.items.not_in_part"]


# A correction within a consultation changes nothing of it.
def test_a_correction_leaves_the_consultation_as_it_is():
    data = {"grounds": ["essential_interests"], "circumstances": "x", "conditions": "", "reply_on": "2026-04-01"}
    opened = {"step": "open_consultation", "to": "consultation", "happened_on": "2026-03-12", "data": data}
    corrected = {"step": "correct_record", "to": "consultation", "happened_on": "2026-03-13", "data": {}}
    assert course([opened, corrected]).consultation == course([opened]).consultation
