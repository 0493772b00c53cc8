"""The steps beside the way: confidentiality (18(20)), and information that does not come (18(16))."""

import pytest

from mla.domain import asides as a
from mla.domain.course import Course, course
from mla.domain.findings import closing
from mla.domain.kinds.assistance import KIND

from .cases import answers, facts
from .test_guards import closed


# 18(20): after a notice, the requesting State says whether the request goes on or is limited, and to what.
@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"course": Course()}, ["confidentiality.no_notice"]),
        ({"data": answers(choice="")}, ["step.choice.missing"]),
        ({"data": answers(choice="limit")}, ["step.limits.missing"]),
        ({"data": answers(choice="limit", limits="to item A1")}, []),
    ],
)
def test_the_answer_on_confidentiality(changes, codes):
    assert closed(a.confidentiality_answered, **changes) == codes


# A reminder follows the day of the answer; information lapses only after a reminder whose day has passed too.
@pytest.mark.parametrize(
    ("rule", "changes", "codes"),
    [
        (a.answer_overdue, {"course": Course(information_due_on="2026-03-12")}, ["information.not_due"]),
        (a.answer_overdue, {"course": Course(information_due_on="2026-03-11")}, []),
        (a.answer_overdue, {"course": Course()}, []),
        (a.new_day, {"data": answers(due_on="")}, ["step.due_on.missing"]),
        (a.new_day, {"data": answers(due_on="2026-03-11")}, ["step.due_on.past"]),
        (a.reminded_in_vain, {"course": Course(information_due_on="2026-03-11")}, ["information.not_reminded"]),
        (
            a.reminded_in_vain,
            {"course": Course(information_due_on="2026-03-12", reminded=True)},
            ["information.not_due"],
        ),
    ],
)
def test_reminders(rule, changes, codes):
    assert closed(rule, **changes) == codes


# Silence alone is not 18(21)(a): the step that notes it says so.
def test_silence_is_no_ground():
    found = list(a.reminded_in_vain.check(facts()))
    assert not closing(found)
    assert [(f.code, f.article) for f in found] == [("information.silence", "18(21)(a)")]


def entry(step, source, target, **data):
    return {"step": step, "from": source, "to": target, "happened_on": "2026-03-01", "data": data}


ASKED = entry("request_information", "accepted", "info_requested", due_on="2026-03-10")
REMINDED = entry("remind_information", "info_requested", "info_requested", due_on="2026-03-20")
LAPSED = entry("lapse_information", "info_requested", "lapsed_info")


def test_the_course_knows_when_information_is_due():
    assert (course([ASKED]).information_due_on, course([ASKED]).reminded) == ("2026-03-10", False)
    assert (course([ASKED, REMINDED]).information_due_on, course([ASKED, REMINDED]).reminded) == ("2026-03-20", True)
    assert course([ASKED, REMINDED, ASKED]).reminded is False
    assert course([]).not_confidential is False
    assert course([entry("notify_confidentiality", "accepted", "accepted")]).not_confidential is True


# Information supplied after it lapsed still leads back to the state that was left when it was asked (F12, F13).
def test_lapsed_information_leads_back_to_where_it_was_asked():
    step = KIND.step("supply_information")
    assert KIND.left(step, "lapsed_info", [ASKED, REMINDED, LAPSED]) == "accepted"
    assert KIND.left(step, "info_requested", [ASKED, REMINDED]) == "accepted"
    assert set(KIND.targets(step, "lapsed_info")) == {"examination", "accepted", "executing"}
    assert KIND.left(KIND.step("accept"), "examination", [ASKED]) is None
