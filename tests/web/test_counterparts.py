"""The directory of authorities on paper: kept by administrators and registries, offered where a request is drawn."""

import uuid

import pytest

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.queries import register
from mla.services import counterparts, matters
from tests import factories as f

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)

GIVEN = {"state": "Switzerland", "name": "Federal Office of Justice", "address": "Bundesrain 20\n3003 Bern",
         "ministry": "", "telephone": "", "email": "", "languages": "de, fr, it"}  # fmt: skip


@pytest.fixture
def brazil(app):
    (house,) = f.houses("BRA")
    return house


@pytest.fixture
def browser(brazil, sign_in):
    return sign_in(brazil["registry"])


def test_an_authority_is_added_and_listed(browser):
    assert "No authority is in the directory yet" in browser.get("/counterparts").text
    assert browser.get("/counterparts/new").status_code == 200
    assert browser.post("/counterparts/new", data=GIVEN).status_code == 303
    (made,) = register.on_paper()
    assert (made.iso3, made.on_paper, made.code) == ("CHE", True, "P1")
    listed = browser.get("/counterparts").text
    assert "Bundesrain 20" in listed
    assert 'href="/requests/incoming"' in listed  # an authority is added for the sake of its letter


# The names that the State notified are offered.
def test_the_register_offers_names(browser):
    page = browser.get("/counterparts/new?state=USA").text
    assert "United States" in page
    assert "<option value" in page.partition('id="notified"')[2]


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"name": ""}, "Enter the name of the authority"), ({"state": ""}, "Enter the State"),
     ({"state": "Nowhere"}, "is not the name of a State"), ({"name": "federal office of justice"}, "already")],
)  # fmt: skip
def test_what_is_wrong_is_said(browser, changed, said):
    browser.post("/counterparts/new", data=GIVEN)
    answer = browser.post("/counterparts/new", data=GIVEN | changed)
    assert answer.status_code == 422
    assert said in answer.text
    assert "Bundesrain 20" in answer.text


def test_an_authority_is_changed(browser):
    browser.post("/counterparts/new", data=GIVEN)
    (made,) = register.on_paper()
    page = f"/counterparts/{made.id}"
    assert "Bundesrain 20" in browser.get(page).text
    assert browser.post(page, data=GIVEN | {"address": "Elsewhere"}).status_code == 303
    assert made.address == "Elsewhere"
    assert browser.post(page, data=GIVEN | {"name": ""}).status_code == 422
    browser.post("/counterparts/new", data=GIVEN | {"name": "Another Office"})
    assert "already" in browser.post(page, data=GIVEN | {"name": "Another Office"}).text
    assert browser.get(f"/counterparts/{uuid.uuid4()}").status_code == 404


# An authority that is here keeps its own letterhead; who holds neither office keeps nothing.
def test_who_keeps_the_directory(brazil, sign_in):
    with pytest.raises(NotFound):
        counterparts.change(brazil.authority.id, GIVEN, brazil["registry"].id)
    with pytest.raises(NotAllowed):
        counterparts.add("CHE", GIVEN, brazil["drafter"].id)
    with pytest.raises(NotAccepted):
        counterparts.add("EUU", GIVEN, brazil["registry"].id)
    with pytest.raises(NotAccepted):
        counterparts.add("CHE", GIVEN | {"name": " "}, brazil["registry"].id)
    assert sign_in(brazil["drafter"]).get("/counterparts/new").status_code == 403
    assert sign_in(brazil["drafter"]).get("/counterparts").status_code == 200
    assert sign_in(brazil["registry"]).get(f"/counterparts/{brazil.authority.id}").status_code == 404


# Where a request is drawn, an authority on paper is chosen as any other; without one, the directory is shown.
def test_a_request_is_drawn_to_an_authority_on_paper(brazil, sign_in):
    matter = matters.open_matter("Operation Harbour", "", brazil["drafter"].id, f.NOW)
    page = f"/matters/{matter.id}/request/CHE"
    browser = sign_in(brazil["drafter"])
    assert "/counterparts" in browser.get(page).text
    made = counterparts.add("CHE", GIVEN, brazil["registry"].id)
    assert "Federal Office of Justice (on paper)" in browser.get(page).text
    assert (
        browser.post(page, data={"kind": "assistance", "authority": str(made), "title": "Records"}).status_code == 303
    )
    assert "CHE" not in register.present()
