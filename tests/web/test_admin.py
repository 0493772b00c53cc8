"""Administration: an administrator keeps the people and the letterhead of their own authority, and of no other."""

import re

import pytest

from mla.queries import people
from mla.services import accounts


@pytest.fixture
def authority(states):
    return accounts.add_authority("BRA", "DRCI", {"name": "Department"})


@pytest.fixture
def ana(authority):
    return accounts.invite(authority.id, "ana@example.org", "Ana", "Head", ["administrator"], None)


@pytest.fixture
def bia(authority):
    return accounts.invite(authority.id, "bia@example.org", "Bia", "Clerk", ["drafter"], None)


@pytest.fixture
def beat(states):
    elsewhere = accounts.add_authority("CHE", "FOJ", {"name": "Office"})
    return accounts.invite(elsewhere.id, "beat@example.ch", "Beat", "", ["drafter"], None)


@pytest.fixture
def browser(sign_in, ana):
    return sign_in(ana)


def test_the_people_of_the_own_authority_are_listed_and_no_others(browser, bia, beat):
    page = browser.get("/administration/").text
    assert "bia@example.org" in page
    assert "beat@example.ch" not in page


def test_an_invitation_shows_its_link_once(browser, app):
    given = {"name": "Caio", "email": "caio@example.org", "title": "Clerk", "offices": ["drafter", "registry"]}
    page = browser.post("/administration/invite", data=given)
    assert page.status_code == 201
    link = re.search(r"http://127\.0\.0\.1:8000(/password/[^<\s]+)", page.text)[1]
    assert "Set your password" in app.test_client().get(link).text
    made = people.by_email("caio@example.org")
    assert {office.name for office in made.roles} == {"drafter", "registry"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "", "email": "c@example.org"}, "Enter the person’s name"),
        ({"name": "Caio", "email": "caio"}, "Enter an email address in the form"),
        ({"name": "Caio", "email": "ANA@example.org"}, "Somebody has an account with this address"),
        ({"name": "Caio", "email": "c@example.org", "offices": ["register_keeper"]}, "error-summary"),
    ],
)
def test_a_wrong_invitation_says_what_to_do_and_keeps_the_answers(browser, given, said):
    page = browser.post("/administration/invite", data={"title": "Keep this", **given})
    assert page.status_code == 422
    assert said in page.text
    assert "Keep this" in page.text


def test_title_and_roles_are_changed(browser, bia):
    address = f"/administration/people/{bia.id}"
    assert "Clerk" in browser.get(address).text
    assert browser.post(address, data={"title": "Judge", "offices": ["decider"]}).status_code == 303
    assert (bia.title, [office.name for office in bia.roles]) == ("Judge", ["decider"])


def test_a_register_keeper_stays_one_when_an_administrator_saves(browser, authority):
    keeper = accounts.invite(authority.id, "k@example.org", "Kai", "", ["register_keeper"], None)
    browser.post(f"/administration/people/{keeper.id}", data={"title": "", "offices": ["drafter"]})
    assert {office.name for office in keeper.roles} == {"drafter", "register_keeper"}


def test_the_last_administrator_stays(browser, ana):
    page = browser.post(f"/administration/people/{ana.id}", data={"offices": ["drafter"]})
    assert page.status_code == 422
    assert "needs an administrator" in page.text
    page = browser.post(f"/administration/people/{ana.id}/deactivate", follow_redirects=True)
    assert "needs an administrator" in page.text
    assert ana.active


def test_a_person_is_deactivated_and_reactivated(browser, bia, sign_in):
    hers = sign_in(bia)
    assert hers.get("/account").status_code == 200
    assert browser.post(f"/administration/people/{bia.id}/deactivate").status_code == 303
    assert hers.get("/account").status_code == 303
    assert "Reactivate" in browser.get(f"/administration/people/{bia.id}").text
    browser.post(f"/administration/people/{bia.id}/reactivate")
    assert bia.active


def test_a_new_link_is_shown_once(browser, bia):
    assert "/password/" in browser.post(f"/administration/people/{bia.id}/link").text
    assert "/password/" not in browser.get(f"/administration/people/{bia.id}").text


def test_the_letterhead_is_changed(browser, authority):
    given = {"name": "New department", "zone": "Europe/Zurich", "address": "Street 1\nTown", "place": "Bern"}
    assert browser.post("/administration/letterhead", data=given).status_code == 303
    assert (authority.name, authority.zone, authority.address) == ("New department", "Europe/Zurich", "Street 1\nTown")
    page = browser.post("/administration/letterhead", data={**given, "zone": "Bern"})
    assert page.status_code == 422
    assert "No time zone has this name" in page.text


PAGES = ("/administration/", "/administration/invite", "/administration/letterhead", "/administration/people/{}")
ACTS = (
    "/administration/people/{}/link",
    "/administration/people/{}/deactivate",
    "/administration/people/{}/reactivate",
)


def test_who_is_no_administrator_is_refused_and_who_is_signed_out_signs_in(client, sign_in, bia):
    hers = sign_in(bia)
    for address in PAGES:
        assert hers.get(address.format(bia.id)).status_code == 403
        assert client.get(address.format(bia.id)).status_code == 303
    for address in ACTS:
        assert hers.post(address.format(bia.id)).status_code == 403


def test_the_people_of_another_authority_do_not_exist(browser, beat):
    assert browser.get(f"/administration/people/{beat.id}").status_code == 404
    for address in ACTS:
        assert browser.post(address.format(beat.id)).status_code == 404
    assert beat.active
