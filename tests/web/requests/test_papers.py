"""Papers: each side downloads what it made and what passed to it; bytes that changed are never handed out."""

import re
from pathlib import Path

import pytest

from mla.documents import render
from mla.documents.store import StoreError
from mla.domain.history import sha256
from mla.queries import cases
from mla.services import custody
from tests import factories
from tests.web.markup import assert_valid_html

from .conftest import FAST
from .typed import raising, scan, typed


def address(case, document):
    return f"/requests/{case.request.id}/papers/{document.id}"


def kinds_read(case, house, sign_in):
    """The kinds of papers that the house can download, tried over every paper of the case."""
    browser = sign_in(house["drafter"])
    answers = {d.kind: browser.get(address(case, d)).status_code for d in case.request.documents}
    assert set(answers.values()) <= {200, 404}
    return {kind for kind, status in answers.items() if status == 200}


def test_each_side_reads_its_own_papers_and_those_that_passed(case, sign_in):
    factories.drive(case, "executed")
    internal = {"working_draft"}, {"execution_mandate", "execution_report"}
    passed = {"request", "party_status", "transmission_note", "acknowledgement", "acceptance"}
    assert kinds_read(case, case.requesting, sign_in) == passed | internal[0]
    assert kinds_read(case, case.requested, sign_in) == passed | internal[1]


def test_the_report_passes_with_the_results(case, sign_in):
    factories.drive(case, "results_sent")
    assert "execution_report" in kinds_read(case, case.requesting, sign_in)
    assert "execution_mandate" not in kinds_read(case, case.requesting, sign_in)


def test_a_third_state_gets_nothing(case, sign_in, outsider):
    factories.drive(case, "transmitted")
    browser = sign_in(outsider)
    assert {browser.get(address(case, d)).status_code for d in case.request.documents} == {404}
    assert browser.get(f"/requests/{case.request.id}/annexes/{sha256(factories.SCAN)}").status_code == 404


def test_a_paper_is_not_found_under_another_request(case, houses, sign_in):
    other = factories.draft(*houses)
    browser = sign_in(case.requesting["drafter"])
    assert browser.get(f"/requests/{other.request.id}/papers/{case.request.documents[0].id}").status_code == 404


def test_a_paper_comes_as_an_attachment_under_its_number(case, sign_in):
    document = case.request.documents[0]
    answer = sign_in(case.requesting["drafter"]).get(address(case, document))
    assert answer.data.startswith(FAST)
    assert answer.mimetype == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]
    name = document.number.replace("/", "-")
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}.pdf"


def test_a_file_that_was_handed_in_keeps_its_ending_and_is_never_opened_in_the_page(case, sign_in):
    factories.drive(case, "signed")
    page = factories.file("scan.html", b"<script>alert(1)</script>") | {"media_type": "text/html"}
    factories.take(case, "attach_signed_copy", {"files": [page]})
    answer = sign_in(case.requesting["drafter"]).get(address(case, case.request.documents[-1]))
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Disposition"].endswith("-FIL-01.html")


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"another"), Path.unlink])
def test_bytes_that_are_not_what_was_stored_are_never_handed_out(case, sign_in, tmp_path, damage):
    document = case.request.documents[0]
    stored = [p for p in tmp_path.rglob("*") if p.is_file() and p.name.endswith(document.sha256)]
    assert len(stored) == 1
    stored[0].chmod(0o600)
    damage(stored[0])
    answer = sign_in(case.requesting["drafter"]).get(address(case, document))
    assert answer.status_code == 500
    assert document.sha256 in answer.text
    assert_valid_html(answer.text)


def test_an_annex_is_read_by_the_other_side_once_its_version_was_sent(case, sign_in):
    href = f"/requests/{case.request.id}/annexes/{sha256(factories.SCAN)}"
    assert sign_in(case.requesting["drafter"]).get(href).data == factories.SCAN
    factories.drive(case, "signed")
    assert sign_in(case.requested["registry"]).get(href).status_code == 404
    factories.drive(case, "transmitted")
    assert sign_in(case.requested["registry"]).get(href).data == factories.SCAN


def test_bytes_that_the_version_does_not_name_are_no_annex(case, sign_in):
    paper = case.request.documents[0]
    href = f"/requests/{case.request.id}/annexes/{paper.sha256}"
    assert sign_in(case.requesting["drafter"]).get(href).status_code == 404


def preview(case, step, paper):
    return f"/requests/{case.request.id}/steps/{step}/preview/{paper}.pdf"


def test_a_preview_shows_the_paper_as_a_draft_and_stores_nothing(case, sign_in):
    factories.drive(case, "examination")
    before = len(case.request.documents), len(case.request.entries)
    browser = sign_in(case.requested["decider"])
    for answer in (
        browser.get(preview(case, "accept", "acceptance")),
        browser.post(preview(case, "accept", "acceptance"), data=typed(case, "accept")),
    ):
        assert answer.status_code == 200
        assert answer.mimetype == "application/pdf"
        assert answer.data.endswith(b" draft")
        assert answer.headers["Content-Disposition"].startswith("inline")
    assert (len(case.request.documents), len(case.request.entries)) == before


def test_a_preview_of_a_malformed_form_says_what_is_wrong(case, sign_in):
    factories.drive(case, "transmitted")
    browser = sign_in(case.requested["registry"])
    form = typed(case, "acknowledge", pages="twelve")
    answer = browser.post(preview(case, "acknowledge", "acknowledgement"), data=form)
    assert answer.status_code == 422
    assert re.search(r'href="#pages"', answer.text)


def test_a_preview_is_never_shown_with_holes_in_it(case, sign_in):
    factories.drive(case, "examination")
    browser = sign_in(case.requested["decider"])
    answer = browser.post(preview(case, "refuse", "refusal"), data=typed(case, "refuse", reasons=""))
    assert answer.status_code == 422
    assert "Give the reasons" in answer.text
    assert "No exception is made." in answer.text
    bare = browser.get(preview(case, "refuse", "refusal"))
    assert (bare.status_code, bare.location) == (303, f"/requests/{case.request.id}/steps/refuse")


def test_a_preview_that_can_t_be_printed_keeps_what_was_typed(case, sign_in, monkeypatch):
    factories.drive(case, "examination")
    monkeypatch.setattr(render, "render", raising(render.MissingGlyph("U+1F600")))
    form = typed(case, "accept", note="A note with a smile.")
    answer = sign_in(case.requested["decider"]).post(preview(case, "accept", "acceptance"), data=form)
    assert answer.status_code == 422
    assert "U+1F600" in answer.text
    assert "A note with a smile." in answer.text


def test_a_preview_whose_file_can_t_be_kept_is_tried_again(case, sign_in, monkeypatch):
    factories.drive(case, "executing")
    monkeypatch.setattr(custody, "keep", raising(StoreError("no space")))
    answer = sign_in(case.requested["executor"]).post(
        f"/requests/{case.request.id}/steps/report_execution/preview/execution_report.pdf",
        data=typed(case, "report_execution", files=[scan()]),
    )
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert "She was heard." in answer.text


def test_a_preview_is_for_who_may_take_the_step_and_for_its_own_papers(case, sign_in, outsider):
    factories.drive(case, "examination")
    assert sign_in(case.requested["decider"]).get(preview(case, "accept", "refusal")).status_code == 404
    assert sign_in(case.requested["executor"]).get(preview(case, "accept", "acceptance")).status_code == 403
    assert sign_in(case.requesting["drafter"]).get(preview(case, "accept", "acceptance")).status_code == 403
    assert sign_in(outsider).get(preview(case, "accept", "acceptance")).status_code == 404


def test_the_papers_of_the_page_are_those_that_may_be_read(case, sign_in):
    factories.drive(case, "executed")
    for house in (case.requesting, case.requested):
        page = sign_in(house["drafter"]).get(f"/requests/{case.request.id}").text
        linked = set(re.findall(r'/papers/([0-9a-f-]{36})"', page))
        assert linked == {str(d.id) for d in cases.documents(case.request, house.authority.id)}
