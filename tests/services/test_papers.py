"""What a paper's snapshot holds: in the paper's language, with the state that the request left."""

import json
from dataclasses import replace

import pytest
from flask_babel import force_locale

from mla.documents import papers
from mla.services.papers import OBLIGATION_PAPERS
from mla.wording import state_name
from tests import factories as f


def said(case, kind):
    return json.loads(next(d for d in case.request.documents if d.kind == kind).snapshot)


# A paper is written in its own language, whatever the language of the person who takes the step.
def test_a_paper_is_in_its_own_language_and_not_in_its_readers(app):
    case = f.draft(*f.houses())
    with force_locale("fr"):
        assert state_name("USA") != "United States of America"
        f.drive(case, "approved")
    made = said(case, "party_status")
    assert made["language"] == "en"
    assert made["to"]["state_short"] == "United States of America"
    assert {row["state"] for row in made["extra"]["party"]["rows"]} == {"Brazil", "United States of America"}
    assert all("is bound by" in row["rule"] for row in made["extra"]["party"]["rows"])


@pytest.mark.parametrize("left", ["transmitted", "executing", "executed"])
def test_a_withdrawal_holds_the_state_that_the_request_left(app, left):
    case = f.drive(f.draft(*f.houses()), left)
    f.take(case, "withdraw")
    assert case.request.state == "withdrawn"
    assert said(case, "withdrawal")["extra"]["from_state"] == left


# A place that a step speaks of is no place of signing: only a letter is signed where its signatory says.
def test_only_a_letter_is_signed_at_the_place_that_its_step_names(app):
    case = f.drive(f.draft(*f.houses()), "approved")
    f.take(case, "sign", {"place": "Manaus"})
    f.take(f.drive(case, "transmitted"), "ask_progress", {"place": "Tirana airport"})
    assert said(case, "request")["place"] == "Manaus"
    assert said(case, "progress_enquiry")["place"] == case.requesting.authority.place


# A paper that speaks of what is owed is handed the ledger, and no other is.
def test_a_paper_that_speaks_of_what_is_owed_is_handed_the_ledger():
    speaking = {path.stem for path in papers.TEMPLATES.rglob("*.html") if 'extra.get("ledger")' in path.read_text()}
    assert speaking == OBLIGATION_PAPERS


# A paper that recalls an earlier step holds the day of the last of them and what was told by it.
def test_a_paper_holds_the_step_that_it_recalls(app, monkeypatch):
    recalling = replace(papers.PAPERS["withdrawal"], recalls=("approve", "acknowledge"))
    monkeypatch.setattr(papers, "PAPERS", {**papers.PAPERS, "withdrawal": recalling})
    case = f.drive(f.draft(*f.houses()), "received")
    f.take(case, "withdraw")
    recalled = said(case, "withdrawal")["extra"]["recalled"]
    assert recalled["step"] == "acknowledge"
    assert recalled["on"] == said(case, "acknowledgement")["date"]
    assert recalled["data"]["received_on"]
    assert "recalled" not in said(case, "acknowledgement")["extra"]
