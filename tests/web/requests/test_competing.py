"""Requests of several States for one person: the notice, the comparison and the record; nothing for who asks."""

import re

import pytest

from mla.extensions import db
from mla.services import record
from tests import factories as f
from tests.rivals import asked, three, two
from tests.web.markup import assert_valid_html

__all__ = ["three", "two"]
pytestmark = pytest.mark.usefixtures("fast_papers")
NOTICE = "Perhaps the same person is sought by"
DECISION = {
    "precedence_by": "Federal Council",
    "precedence_on": "2026-03-12",
    "precedence_why": "The graver offence was committed there.",
    "place": "Both in Geneva.",
}


def at(case, *parts):
    return "/".join(["", "requests", str(case.request.id), *parts])


def written(client, case):
    """The hidden answers of the form as the page was opened."""
    page = client.get(at(case, "steps", "weigh_competing")).text
    assert_valid_html(page)
    return {name: re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)[1] for name in ("seen", "looked_at")}


def decide(client, case, chosen, seen=None, **changes):
    given = {"precedence": str(chosen.request.id), **DECISION, **(seen or written(client, case)), **changes}
    return client.post(at(case, "steps", "weigh_competing"), data=given)


# Whoever works in the authority that holds both is told, with the way to the comparison.
def test_the_authority_that_holds_both_is_told(two, sign_in):
    one, other = two
    for case, state in ((one, "the United States of America"), (other, "Brazil")):
        page = sign_in(case.requested["registry"]).get(at(case)).text
        assert_valid_html(page)
        assert f"{NOTICE} {state} too" in page
        assert f'href="{at(case, "competing")}"' in page


def test_a_person_whom_one_state_alone_seeks_brings_no_notice(three, sign_in):
    brazil, states, swiss = three
    one = asked(brazil, swiss)
    asked(states, swiss, family_name="Souza")
    client = sign_in(swiss["decider"])
    assert NOTICE not in client.get(at(one)).text
    page = client.get(at(one, "competing")).text
    assert_valid_html(page)
    assert "No other State asks for the person" in page
    assert "weigh_competing" not in page
    assert "No other State asks for the same person" in client.get(at(one, "steps", "weigh_competing")).text


# Side by side stands what each State sent, and what is not the same is said.
def test_the_requests_stand_side_by_side(two, sign_in):
    one, _ = two
    page = sign_in(one.requested["decider"]).get(at(one, "competing")).text
    assert_valid_html(page)
    for case in two:
        assert case.request.requested_reference in page
        assert f'href="{at(case)}"' in page
    assert "10 years" in page
    assert "Brazil, the State that asks" in page
    assert "Differs" not in page
    assert "good practice" in page
    assert "Nothing is recorded yet." in page


def test_what_is_not_the_same_is_marked(three, sign_in):
    brazil, states, swiss = three
    one, _ = asked(brazil, swiss), asked(states, swiss, nationalities=["USA"])
    page = sign_in(swiss["executor"]).get(at(one, "competing")).text
    assert_valid_html(page)
    assert re.findall(r'<th scope="row">([^<]+) <span class="cell-note"><strong[^>]*>Differs', page) == [
        "Nationality of the person, as stated"
    ]


@pytest.mark.parametrize(("role", "offered"), [("decider", True), ("registry", False)])
def test_the_record_is_offered_to_who_decides(two, sign_in, role, offered):
    one, _ = two
    page = sign_in(one.requested[role]).get(at(one, "competing")).text
    assert ("Record a decision" in page) is offered


def test_the_decision_is_read_in_the_history_of_each(two, sign_in):
    one, other = two
    client = sign_in(one.requested["decider"])
    assert "Only your own authority sees it." in client.get(at(one, "steps", "weigh_competing")).text
    assert decide(client, one, other).status_code == 303
    for case in two:
        for page in (client.get(at(case, "competing")).text, client.get(at(case)).text):
            assert_valid_html(page)
            assert "The graver offence was committed there." in page
            assert f"The request of the United States of America, {other.request.requested_reference}" in page
        assert "recorded which of several requests takes precedence" in client.get(at(case, "history")).text
    assert "Both in Geneva." in client.get(at(one, "competing")).text


# No requesting State learns from here that another one asks: no page of its request names that State, before or after.
def test_no_requesting_state_learns_of_the_other(three, sign_in):
    brazil, states, swiss = three
    one, other = (asked(house, swiss, nationalities=["ITA"]) for house in (brazil, states))

    def pages():
        for case, foreign in ((one, "United States"), (other, "Brazil")):
            client = sign_in(case.requesting["signatory"])
            for page in (client.get(at(case)).text, client.get(at(case, "history")).text):
                assert foreign not in page
                assert foreign.upper()[:3] not in page
                assert "takes precedence" not in page
                assert NOTICE not in page
            yield client.get(at(case)).text
            assert client.get(at(case, "competing")).status_code == 404
            assert client.get(at(case, "steps", "weigh_competing")).status_code == 403

    before = [page.count("An internal entry of the authority") for page in pages()]
    decide(sign_in(one.requested["decider"]), one, one)
    assert [page.count("An internal entry of the authority") for page in pages()] == [n + 1 for n in before]


@pytest.mark.parametrize("page", ["", "competing", "steps/weigh_competing", "history"])
def test_a_third_authority_gets_nothing(two, sign_in, page):
    one, _ = two
    stranger = f.person(f.house("ITA").authority, *f.ROLES)
    db.session.commit()
    assert sign_in(stranger).get(at(one, page)).status_code == 404


def test_a_request_for_assistance_has_no_such_page(houses, sign_in):
    case = f.drive(f.draft(*houses), "received")
    assert sign_in(case.requested["decider"]).get(at(case, "competing")).status_code == 404


# What is missing is said at its field; what was typed is still there.
def test_a_decision_without_reasons_is_not_taken(two, sign_in):
    one, _ = two
    client = sign_in(one.requested["decider"])
    answer = decide(client, one, one, precedence="", precedence_why="", place="Both in Geneva.")
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    assert "Choose the request that takes precedence." in answer.text
    assert "Give the reasons of the decision." in answer.text
    assert "Both in Geneva." in answer.text
    assert record.bodies(one.request)[-1]["step"] != "weigh_competing"


# What came in while the decision was written is looked at first.
def test_a_request_that_came_in_meanwhile_is_looked_at_first(two, sign_in):
    one, other = two
    client = sign_in(one.requested["decider"])
    seen = written(client, one)
    asked(f.house("ITA"), one.requested)
    answer = decide(client, one, other, seen)
    assert answer.status_code == 422
    assert "A request of Italy for the same person is open too" in answer.text
    assert "The graver offence was committed there." in answer.text
    looked_at = re.search(r'name="looked_at"[^>]*value="([^"]*)"', answer.text)[1]
    assert decide(client, one, other, seen | {"looked_at": looked_at}).status_code == 303


# Somebody moved the request meanwhile: nothing is recorded in any of them.
def test_a_stale_page_records_nothing(two, sign_in):
    one, other = two
    client = sign_in(one.requested["decider"])
    assert decide(client, one, one, seen=written(client, one) | {"seen": "received"}).status_code == 409
    assert record.bodies(other.request)[-1]["step"] != "weigh_competing"
