"""The page of a step: every form performs, every refusal says every reason, and nothing typed is ever lost."""

import datetime as dt
import re

import pytest

from mla.documents import render, store
from mla.domain.errors import Busy
from mla.domain.kinds.assistance import KIND
from mla.extensions import db
from mla.services import casework, custody, gather
from mla.web.forms.steps import FORMS
from tests import factories
from tests.web.markup import assert_valid_html

from .typed import address, raising, scan, typed


def send(sign_in, case, step, person=None, **changes):
    person = person or factories.actor(case, step)
    return sign_in(person).post(address(case, step), data=typed(case, step, **changes))


def took(sign_in, case, step, **changes):
    answer = send(sign_in, case, step, **changes)
    assert answer.status_code == 303, answer.text
    assert answer.location == f"/requests/{case.request.id}"
    return answer


def today(case, step):
    """The days that a step taken today reports: nothing was received or executed before it was sent."""
    field = {"acknowledge": "received_on", "report_execution": "executed_on",
             "discharge_obligation": "settled_on"}.get(step)  # fmt: skip
    authority = factories.actor(case, step).authority
    return {field: gather.local_day(authority, dt.datetime.now(dt.UTC)).isoformat()} if field else {}


def test_every_form_of_the_table_exists():
    assert {step.form for step in KIND.steps if step.form} <= FORMS.keys()


def test_a_request_goes_through_the_pages_from_draft_to_closure(case, sign_in):
    for step, _, _ in factories.PATH:
        page = sign_in(factories.actor(case, step)).get(address(case, step))
        assert page.status_code == 200
        assert_valid_html(page.text)
        took(sign_in, case, step, **today(case, step))
    assert case.request.state == "closed"


#: Steps off the way: where the case stands before, and the steps to be taken from there.
OFF_THE_WAY = [
    ("in_review", ["return_for_correction"], "draft"),
    ("approved", ["recall"], "draft"),
    ("signed", ["attach_signed_copy"], "signed"),
    ("approved", ["abandon"], "abandoned"),
    ("examination", ["request_information", "supply_information"], "examination"),
    ("examination", ["refuse", "close_refused"], "closed"),
    ("examination", ["open_consultation", "answer_consultation", "end_consultation"], "examination"),
    ("executing", ["open_consultation", "offer_conditions", "decline_conditions", "end_consultation"], "executing"),
    ("accepted", ["open_consultation", "offer_conditions", "accept_conditions"], "accepted"),
    ("executing", ["open_consultation", "answer_consultation", "refuse_after_consultation"], "refused"),
    ("accepted", ["open_consultation", "answer_consultation", "postpone", "resume"], "examination"),
    ("examination", ["accept_in_part", "mandate_execution"], "executing"),
    ("received", ["redirect", "close_redirected"], "closed"),
    ("executing", ["report_partial_execution", "send_results", "confirm_results"], "results_confirmed"),
    ("executing", ["report_nil_execution", "send_nil_result", "confirm_results"], "results_confirmed"),
    ("executing", ["ask_progress", "report_progress", "consult_costs"], "executing"),
    ("examination", ["notify_confidentiality", "answer_confidentiality"], "examination"),
    ("transmitted", ["withdraw", "close_withdrawn"], "closed"),
    ("signed", ["correct_record"], "signed"),
    ("executing", ["consult_costs", "answer_costs", "discharge_obligation"], "executing"),
    (
        "results_sent",
        ["ask_other_use", "answer_other_use", "notify_exculpatory_disclosure", "answer_exculpatory"],
        "results_sent",
    ),
    ("closed", ["ask_other_use", "answer_other_use", "notify_exculpatory_disclosure", "answer_exculpatory"], "closed"),
    ("received", ["open_amendment", "drop_amendment", "open_amendment"], "received"),
]


@pytest.mark.parametrize(("before", "steps", "after"), OFF_THE_WAY)
def test_the_steps_off_the_way_go_through_their_pages(case, sign_in, before, steps, after):
    factories.drive(case, before)
    for step in steps:
        assert_valid_html(sign_in(factories.actor(case, step)).get(address(case, step)).text)
        took(sign_in, case, step, **today(case, step))
    assert case.request.state == after


def test_what_was_done_is_said_on_the_case_page(case, sign_in):
    browser = sign_in(case.requesting["drafter"])
    page = browser.post(address(case, "submit"), data=typed(case, "submit"), follow_redirects=True)
    assert "Submit for review" in page.text
    assert "“In review”" in page.text


def test_answers_reach_the_history_as_they_were_typed(case, sign_in):
    factories.drive(case, "examination")
    took(sign_in, case, "request_information", **{"questions-2-text": "Who signed?", "questions-2-why": "facilitating"})
    story = sign_in(case.requesting["signatory"]).get(address(case, "supply_information")).text
    assert "Q1: Which branch?" in story
    assert "Q2: Who signed?" in story


# What is refused


#: A form sent with something missing: each reason with its article, and the control to which the summary leads.
REASONS = [
    (
        "examination",
        "refuse",
        {"reasons": "", "discretion": ""},
        [
            ("Give the reasons", "18(23)", "reasons"),
            ("Say why assistance is not given all the same", "18(9)", "discretion"),
        ],
    ),
    ("examination", "refuse", {"ground": "bank_secrecy"}, [("Bank secrecy is never a ground", "18(8)", "ground-0")]),
    ("examination", "refuse", {"ground": "essential_interests"}, [("needs a consultation", "18(26)", "ground-0")]),
    (
        "examination",
        "request_information",
        {"questions-0-why": None, "questions-1-text": "Who?", "due_on": "2001-01-01"},
        [
            ("Question 1", "18(16)", "questions-0-text"),
            ("Question 2", "18(16)", "questions-1-text"),
            ("1 January 2001, has passed", "this system", "due_on"),
        ],
    ),
    (
        "executing",
        "report_execution",
        {"items-0-result": "", "items-1-deviation": ""},
        [("Item A1: state the result", "18(17)", "items-0-result"), ("Item A2", "18(17)", "items-1-deviation")],
    ),
    (
        "executed",
        "send_results",
        {"return_conditions": ""},
        [("Originals are sent", "good practice", "return_conditions")],
    ),
    ("signed", "attach_signed_copy", {"files": None}, [("Attach the scan", "this system", "files")]),
    ("results_confirmed", "close", {"returns": None}, [("Say whether material", "good practice", "returns-0")]),
]


@pytest.mark.parametrize(("before", "step", "changes", "reasons"), REASONS)
def test_a_closed_step_says_every_reason_with_its_article_and_its_field(case, sign_in, before, step, changes, reasons):
    factories.drive(case, before)
    answer = send(sign_in, case, step, **changes)
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    summary = re.search(r'<div class="error-summary".*?</div>', answer.text, re.DOTALL)[0]
    for sentence, article, control in reasons:
        assert re.search(rf'href="#{control}">[^<]*{re.escape(sentence)}[^<]*\([^<]*{re.escape(article)}', summary), (
            summary
        )
        assert f'id="{control}"' in answer.text
    assert case.request.state == before


def test_everything_typed_comes_back_with_the_reasons(case, sign_in):
    factories.drive(case, "executing")
    answer = send(sign_in, case, "report_execution", **{"items-0-result": "", "items-1-result": "Zürich «A»"})
    assert answer.status_code == 422
    for text in ("Zürich «A»", "18 U.S.C. 3512", "Recording is not allowed.", 'value="2026-03-12"'):
        assert text in answer.text


def test_a_wrong_date_and_a_wrong_number_are_refused_and_kept(case, sign_in):
    factories.drive(case, "transmitted")
    answer = send(sign_in, case, "acknowledge", received_on="31 February", pages="twelve")
    assert answer.status_code == 422
    assert 'value="31 February"' in answer.text
    assert 'value="twelve"' in answer.text
    assert 'href="#received_on"' in answer.text
    assert 'href="#pages"' in answer.text


def test_the_gate_is_closed_for_a_forged_form_too(houses, sign_in):
    """Approval is closed while both States are not bound (Arts. 36, 38): Papua New Guinea never joined."""
    case = factories.drive(factories.draft(houses[0], factories.house("PNG")), "in_review")
    page = sign_in(case.requesting["reviewer"]).get(address(case, "approve"))
    assert page.status_code == 200
    assert "The step is closed" in page.text
    assert 'name="version_hash"' not in page.text
    answer = send(sign_in, case, "approve")
    assert answer.status_code == 422
    assert "Papua New Guinea" in re.search(r'<div class="error-summary".*?</div>', answer.text, re.DOTALL)[0]
    assert case.request.state == "in_review"


def test_another_version_than_the_one_read_is_not_approved(case, sign_in):
    factories.drive(case, "in_review")
    answer = send(sign_in, case, "approve", version_hash="0" * 64)
    assert answer.status_code == 422
    assert case.request.state == "in_review"


def test_what_is_true_of_colleagues_closes_the_step_for_one_person_only(case, sign_in):
    """Whoever drafted does not approve, even with the reviewer's role."""
    case.requesting["drafter"].roles.append(case.requesting["reviewer"].roles[0])
    db.session.commit()
    factories.drive(case, "in_review")
    answer = send(sign_in, case, "approve", person=case.requesting["drafter"])
    assert answer.status_code == 422
    assert "wrote in the request" in answer.text


# Who may not, and when not


def test_a_step_of_another_role_or_side_is_forbidden(case, sign_in):
    factories.drive(case, "transmitted")
    for person in (case.requested["decider"], case.requesting["registry"]):
        browser = sign_in(person)
        assert browser.get(address(case, "acknowledge")).status_code == 403
        assert browser.post(address(case, "acknowledge"), data=typed(case, "acknowledge")).status_code == 403


def test_nobody_outside_reaches_a_step(case, sign_in, outsider):
    factories.drive(case, "transmitted")
    assert sign_in(outsider).get(address(case, "acknowledge")).status_code == 404
    assert send(sign_in, case, "acknowledge", person=outsider).status_code == 404


def test_the_requested_side_reaches_nothing_before_transmission(case, sign_in):
    factories.drive(case, "signed")
    assert sign_in(case.requested["registry"]).get(address(case, "acknowledge")).status_code == 404


def test_an_unknown_step_does_not_exist(case, sign_in):
    browser = sign_in(case.requesting["drafter"])
    assert browser.get(address(case, "teleport")).status_code == 404
    assert browser.post(address(case, "teleport"), data={"seen": "draft"}).status_code == 404


def test_a_step_that_does_not_leave_from_here_says_so(case, sign_in):
    assert sign_in(case.requesting["signatory"]).get(address(case, "sign")).status_code == 409


def test_who_acts_second_sees_who_acted_and_what_they_typed(case, sign_in):
    factories.drive(case, "signed")
    form = typed(case, "transmit", note="With the compliments of the authority.")
    factories.take(case, "transmit")
    answer = sign_in(case.requesting["registry"]).post(address(case, "transmit"), data=form)
    assert answer.status_code == 409
    assert_valid_html(answer.text)
    assert "BRA Registry transmitted version 1" in answer.text
    assert "“Signed”" in answer.text
    assert "Transmitted" in answer.text
    assert "With the compliments of the authority." in answer.text


@pytest.mark.parametrize("error", [Busy(), store.StoreError("no space"), OSError(28, "No space left on device")])
def test_what_can_t_be_had_now_is_tried_again_with_everything_typed(case, sign_in, monkeypatch, error):
    factories.drive(case, "examination")
    monkeypatch.setattr(casework, "perform", raising(error))
    answer = send(sign_in, case, "refuse")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert "The conduct is not punishable here." in answer.text
    assert_valid_html(answer.text)


@pytest.mark.parametrize(("error", "status"), [(render.MissingGlyph("U+1F600"), 422), (render.PaperError("?"), 500)])
def test_a_paper_that_can_t_be_printed_is_not_issued_and_nothing_typed_is_lost(
    case, sign_in, monkeypatch, error, status
):
    factories.drive(case, "examination")
    monkeypatch.setattr(render, "render", raising(error))
    answer = send(sign_in, case, "refuse")
    assert answer.status_code == status
    assert "The conduct is not punishable here." in answer.text
    assert "be printed" in answer.text
    assert case.request.state == "examination"


def test_a_store_that_can_t_take_a_file_is_tried_again(case, sign_in, monkeypatch):
    factories.drive(case, "executing")
    monkeypatch.setattr(custody, "keep", raising(store.StoreError("no space")))
    answer = send(sign_in, case, "report_execution", files=[scan()])
    assert answer.status_code == 503
    assert "She was heard." in answer.text
    assert case.request.state == "executing"


# A file is kept only for a step that is this person's to take, in the state that they saw.
@pytest.mark.parametrize("preview", ["", "/preview/execution_report.pdf"])
@pytest.mark.parametrize(
    ("side", "role", "before", "seen", "status"),
    [
        ("requesting", "signatory", "executing", "executing", 403),
        ("requested", "decider", "executing", "executing", 403),
        ("requested", "executor", "executed", "executed", 409),
        ("requested", "executor", "executed", "executing", 409),
        ("requested", "executor", "executing", "", 409),
    ],
)
def test_no_file_is_kept_for_a_step_that_can_t_be_taken(
    case, sign_in, monkeypatch, side, role, before, seen, status, preview
):
    factories.drive(case, "executing")
    sent = typed(case, "report_execution", seen=seen, files=[scan("statement.pdf", b"%PDF never kept")])
    factories.drive(case, before)
    monkeypatch.setattr(custody, "keep", raising(AssertionError("kept")))
    answer = sign_in(getattr(case, side)[role]).post(address(case, "report_execution") + preview, data=sent)
    assert answer.status_code == status
    assert_valid_html(answer.text)
    assert "She was heard." in answer.text
    assert case.request.state == before


# Lists, checks and files


def test_a_list_grows_without_losing_what_was_typed(case, sign_in):
    factories.drive(case, "examination")
    answer = send(sign_in, case, "request_information", add="questions")
    assert answer.status_code == 200
    assert "Which branch?" in answer.text
    assert 'name="questions-2-text"' in answer.text
    assert "error-summary" not in answer.text
    assert case.request.state == "examination"


def test_a_list_that_the_request_settles_does_not_grow(case, sign_in):
    factories.drive(case, "executing")
    forged = {"add": "items", "items-7-result": "Another"}
    answer = send(sign_in, case, "report_execution", **forged)
    assert 'name="items-1-result"' in answer.text
    assert 'name="items-2-result"' not in answer.text


def test_a_check_says_what_is_missing_and_takes_nothing(case, sign_in):
    factories.drive(case, "examination")
    answer = send(sign_in, case, "refuse", reasons="", check="1")
    assert answer.status_code == 200
    assert "Give the reasons" in answer.text
    assert case.request.state == "examination"
    assert "error-summary" not in send(sign_in, case, "refuse", check="1").text


def test_a_file_survives_a_form_that_comes_back(case, sign_in):
    factories.drive(case, "executing")
    browser = sign_in(case.requested["executor"])
    sent = typed(case, "report_execution", files=[scan("../evidence/st\u202eatement.pdf", b"%PDF a")])
    first = browser.post(address(case, "report_execution"), data=sent | {"executed_on": ""})
    assert first.status_code == 422
    kept = re.search(r'name="kept" value="([^"]+)"', first.text)[1]
    answer = browser.post(address(case, "report_execution"), data=typed(case, "report_execution", kept=kept))
    assert answer.status_code == 303
    document = case.request.documents[-1]
    assert (document.title, document.media_type) == ("statement.pdf", "application/pdf")
    assert custody.fetch(document.sha256) == b"%PDF a"


def test_a_kept_file_may_be_left_out(case, sign_in):
    factories.drive(case, "executing")
    browser = sign_in(case.requested["executor"])
    files = [scan("a.pdf", b"%PDF a"), scan("b.pdf", b"%PDF b")]
    first = browser.post(
        address(case, "report_execution"), data=typed(case, "report_execution", files=files, check="1")
    )
    kept = re.search(r'name="kept" value="([^"]+)"', first.text)[1]
    left_out = custody.keep(b"%PDF a")
    browser.post(address(case, "report_execution"), data=typed(case, "report_execution", kept=kept, leave_out=left_out))
    assert [d.title for d in case.request.documents if d.kind == "evidence"] == ["b.pdf"]


def test_a_forged_list_of_kept_files_is_no_file(case, sign_in):
    factories.drive(case, "signed")
    assert send(sign_in, case, "attach_signed_copy", files=None, kept="W10.forged").status_code == 422


def test_an_empty_file_is_refused(case, sign_in):
    factories.drive(case, "signed")
    answer = send(sign_in, case, "attach_signed_copy", files=[scan("empty.pdf", b"")])
    assert answer.status_code == 422
    assert "“empty.pdf” is empty" in answer.text
    assert case.request.state == "signed"
