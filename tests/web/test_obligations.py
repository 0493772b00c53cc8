"""The room of obligations and the block on the case page: what we owe, what is owed to us, what is overdue."""

import datetime as dt

import pytest

from mla.queries import obligations as queries
from tests import factories as f
from tests.services.test_obligations import ORIGINALS
from tests.web.markup import assert_valid_html
from tests.web.requests.conftest import engine, fast_papers, houses, outsider  # noqa: F401


@pytest.fixture
def case(houses):  # noqa: F811
    """Results with an original, to be returned on a day that has passed since."""
    made = f.drive(f.draft(*houses, confidentiality={"asked": True, "reasons": "A search."}), "executed")
    f.take(made, "send_results", ORIGINALS | {"return_on": "2026-04-01"})
    return made


def test_each_side_reads_what_it_owes_and_is_owed(case, sign_in):
    ours = sign_in(case.requesting["drafter"]).get("/obligations").text
    assert_valid_html(ours)
    owe, owed = ours.split('<h2 id="theirs">')
    assert "Return of originals" in owe
    assert "Return of originals" not in owed
    assert "1 overdue" in owe
    assert "1 April 2026" in owe
    assert "towards the United States of America" in owe
    theirs = sign_in(case.requested["decider"]).get("/obligations").text
    assert "Return of originals" in theirs.split('<h2 id="theirs">')[1]


# Of very many, only that they are many is counted: the list begins with them.
def test_very_many_are_not_counted(case, sign_in, monkeypatch):
    monkeypatch.setattr("mla.queries.obligations.MANY", 0)
    page = sign_in(case.requesting["drafter"]).get("/obligations").text
    assert "More than 0 overdue" in page
    assert_valid_html(page)


def test_what_binds_for_good_and_what_has_ended_are_listed_on_their_own(case, sign_in):
    browser = sign_in(case.requesting["drafter"])
    standing = browser.get("/obligations?status=standing").text
    assert "Art. 18(19)" in standing
    assert "Art. 18(20)" in standing
    assert "Return of originals" not in standing
    f.take(case, "discharge_obligation", {"obligation": "B3"})
    assert "Return of originals" in browser.get("/obligations?status=ended").text
    assert "Return of originals" not in browser.get("/obligations?status=nonsense").text


def test_an_outsider_finds_nothing(case, sign_in, outsider):  # noqa: F811
    browser = sign_in(outsider)
    for address in ("/obligations", f"/obligations?side=ours&after={case.request.id}:3"):
        page = browser.get(address)
        assert page.status_code == 200
        assert "Return of originals" not in page.text


@pytest.mark.parametrize("after", ["", "x", "x:y", "00000000-0000-0000-0000-000000000000:1"])
def test_a_key_that_names_nothing_shows_the_first_page(case, sign_in, after):
    page = sign_in(case.requesting["drafter"]).get(f"/obligations?side=ours&after={after}")
    assert "Return of originals" in page.text
    assert "What is owed to us" not in page.text


def test_pages_follow_each_other(case, sign_in, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 1)
    f.take(case, "consult_costs")
    f.take(case, "answer_costs", {"payer": "requesting"})
    browser = sign_in(case.requesting["drafter"])
    assert "after=" in browser.get("/obligations").text
    following = browser.get(f"/obligations?side=ours&status=open&after={case.request.id}:3").text
    assert "Costs agreed" in following
    assert "Return of originals" not in following


def test_the_case_page_shows_the_ledger_and_leads_to_the_step(case, sign_in):
    f.take(case, "confirm_results")
    f.take(case, "consult_costs")
    f.take(case, "answer_costs", {"payer": "requesting", "due_on": (dt.date(2099, 1, 2)).isoformat()})
    page = sign_in(case.requesting["signatory"]).get(f"/requests/{case.request.id}").text
    assert_valid_html(page)
    assert '<h2 id="obligations">' in page
    assert "Obligation B4 of Brazil, costs that were agreed, due by 2 January 2099, is open." in page
    assert f"/requests/{case.request.id}/steps/discharge_obligation" in page
