"""The history page: the whole chain, sealed where it is the other side's own, and whether it is intact."""

import re

import pytest
from sqlalchemy import text as sql

from mla.extensions import db
from tests import factories

from .markup import assert_valid_html
from .requests import conftest as of_requests

#: Cases are made as for the pages of requests.
case, engine, fast_papers = of_requests.case, of_requests.engine, of_requests.fast_papers
houses, outsider = of_requests.houses, of_requests.outsider


def page(sign_in, case, person):
    answer = sign_in(person).get(f"/requests/{case.request.id}/history")
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    return answer.text


def test_every_entry_stands_there_with_its_hashes(case, sign_in):
    factories.drive(case, "closed")
    for house in (case.requesting, case.requested):
        text = page(sign_in, case, house["drafter"])
        assert "The history is intact" in text
        for entry in case.request.entries:
            assert f'id="entry-{entry.seq}"' in text
            for value in (entry.hash, entry.previous, entry.body_digest):
                assert value in text


def test_the_other_side_s_own_entries_are_sealed(case, sign_in):
    factories.drive(case, "executed")
    theirs = page(sign_in, case, case.requested["drafter"])
    assert theirs.count(">Sealed<") == 4
    assert "BRA Drafter" not in theirs
    ours = page(sign_in, case, case.requesting["drafter"])
    assert ours.count(">Sealed<") == 3
    assert "Federal prosecutor" not in ours


def test_findings_stand_with_their_articles(case, sign_in):
    factories.drive(case, "approved")
    text = page(sign_in, case, case.requesting["drafter"])
    assert "Brazil is bound by the Convention" in text
    assert "Art. 38" in text


def test_only_one_s_own_entries_are_offered_for_correction(case, sign_in):
    factories.drive(case, "received")
    text = page(sign_in, case, case.requested["registry"])
    assert re.findall(r"correct_record\?entry=(\d+)", text) == ["6"]
    form = sign_in(case.requested["registry"]).get(f"/requests/{case.request.id}/steps/correct_record?entry=6").text
    assert 'selected value="6"' in form or 'value="6" selected' in form


# What the form of a step said stands beside it, for who may read the entry.
def test_what_was_entered_stands_in_the_history(case, sign_in):
    factories.drive(case, "in_review")
    factories.take(case, "return_for_correction", {"comment": "The account is not named."})
    case.taken.remove("submit")
    factories.drive(case, "approved")
    factories.take(case, "recall", {"reason": "A witness has died."})
    factories.take(case, "correct_record", {"entry": 2, "error": "The day is wrong.", "right": "11 March 2026"})
    factories.take(case, "abandon", {"reason": "The court ended the case."})
    text = page(sign_in, case, case.requesting["drafter"])
    for said in (
        "The account is not named.", "A witness has died.", "Entry 2: The day is wrong.", "Right is: 11 March 2026",
        "The court ended the case.", "Corrected by entry 7.",
    ):  # fmt: skip
        assert said in text


def test_what_the_other_side_entered_for_itself_is_not_told(case, sign_in):
    factories.drive(case, "in_review")
    factories.take(case, "return_for_correction", {"comment": "The secret weakness of the case."})
    case.taken.remove("submit")
    factories.drive(case, "transmitted")
    assert "secret weakness" not in page(sign_in, case, case.requested["drafter"])


#: What a hand at the database changes, past the triggers, and what the page says of it.
FORGERIES = [
    ("UPDATE entry_body SET body = replace(body, 'draft', 'drift')", "the body of the entry was changed"),
    ("UPDATE entry SET visible_to = 'both'", "the header of the entry was changed"),
    ("UPDATE request SET state = 'approved'", "the request stands in a state to which its last entry did not lead"),
    ("UPDATE document SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')", "the record of a document was changed"),
]


@pytest.mark.parametrize(("line", "said"), FORGERIES)
def test_what_was_changed_is_said(case, sign_in, line, said):
    for (trigger,) in db.session.execute(sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
        db.session.execute(sql(f"DROP TRIGGER {trigger}"))
    db.session.execute(sql(line))
    db.session.commit()
    text = page(sign_in, case, case.requesting["drafter"])
    assert "The history is not as it was written" in text
    assert said in text


def test_a_third_state_gets_nothing(case, sign_in, outsider):
    factories.drive(case, "transmitted")
    assert sign_in(outsider).get(f"/requests/{case.request.id}/history").status_code == 404


# Reading every stored file takes long: the page does it when it is asked to, and says what it did.
def test_stored_files_are_verified_when_asked(case, sign_in, app, monkeypatch):
    factories.drive(case, "transmitted")
    read = []
    monkeypatch.setattr("mla.services.custody.fetch", read.append)
    text = page(sign_in, case, case.requesting["drafter"])
    assert (read, "Stored files were not read." in text) == ([], True)
    [href] = re.findall(r'href="([^"]*\?files=yes)"', text)
    answer = sign_in(case.requesting["drafter"]).get(href).text
    assert "were read and verified too" in answer
    assert {d.sha256 for d in case.request.documents} < set(read)
