"""A letter that asks to freeze or confiscate property and came on paper is registered, with property and order."""

import json
import re

import pytest

from mla.domain.kinds.assets import KIND
from mla.extensions import db
from mla.models import Request
from tests import factories as f
from tests.web.markup import assert_valid_html

from .test_arrived import PAPER, scan

LETTER = {
    "letter-basis": "UNTOC", "letter-language": "en", "letter-facts": "Money of eleven accounts came together.",
    "letter-persons-0-family_name": "Meier", "letter-persons-0-role": "accused",
    "letter-offences-0-name": "Fraud", "letter-offences-0-law": "Criminal Code, article 146",
    "letter-property-0-kind": "account", "letter-property-0-description": "Account 7 with the bank in Recife",
    "letter-property-0-location": "Recife", "letter-property-0-country": "Brazil",
    "letter-property-0-holder": "A. Meier", "letter-property-0-value": "1000.50", "letter-property-0-currency": "BRL",
    "letter-property-0-valued_on": "2026-01-05", "letter-property-0-theory": "commingled",
    "measure-stage": "confiscate_b", "measure-actions": "That the order is enforced.", "measure-extent": "In whole.",
    "measure-order_court": "Court of Bern", "measure-order_number": "12/2025", "measure-order_on": "2025-11-03",
    "measure-order_amount": "900.00", "measure-order_currency": "CHF", "measure-enforceable": "y",
    "letter-order_form": "certified copy", "disposal-asked": "y", "disposal-victims": "The depositors.",
    "proceedings-subject": "Fraud of A. Meier", "authority-name": "Court of Bern",
}  # fmt: skip


@pytest.fixture
def brazil(app, fast_papers):
    """The one authority that is here."""
    (house,) = f.houses("BRA")
    return house


@pytest.fixture
def swiss():
    """An authority on paper."""
    return f.on_paper("CHE")


def sent(browser, swiss, **more):
    """The page of a letter on assets, and the answer to what is entered there."""
    assert_valid_html(browser.get("/requests/incoming?kind=assets").text)
    data = PAPER | {"authority": str(swiss.authority.id), "pages": "40"} | LETTER | scan() | more
    return browser.post("/requests/incoming?kind=assets", data=data, content_type="multipart/form-data")


def registered(browser, swiss, **more):
    """The request, once it is registered."""
    answer = sent(browser, swiss, **more)
    assert answer.status_code == 303, answer.text
    made = db.session.scalars(db.select(Request).order_by(Request.opened_at.desc())).first()
    return made, json.loads(made.versions[-1].content)


def test_what_the_letter_shows_is_kept(brazil, swiss, sign_in):
    browser = sign_in(brazil["registry"])
    made, content = registered(browser, swiss)
    assert (made.kind, made.state) == ("assets", "received")
    (asset,) = content["property"]
    assert asset == {
        "label": "V1", "kind": "account", "description": "Account 7 with the bank in Recife", "location": "Recife",
        "country": "BRA", "holder": "A. Meier", "owner": "", "value": "1000.50", "currency": "BRL",
        "valued_on": "2026-01-05", "theory": "commingled", "persons": [], "offences": [],
    }  # fmt: skip
    assert content["measure"].keys() == KIND.sections["measure"].keys()
    assert (content["measure"]["order_annex"], content["measure"]["extent"]) == ("A", "In whole.")
    assert [(a["label"], a["form"]) for a in content["annexes"]] == [("A", "certified copy")]
    assert content["disposal"]["victims"] == "The depositors."
    page = browser.get(f"/requests/{made.id}").text
    assert_valid_html(page)
    for said in ("BRL 1,000.50, on 5 January 2026", "Court of Bern, 3 November 2025, 12/2025, Annex A", "CHF 900.00"):
        assert said in page


def test_the_way_is_that_of_its_stage(brazil, swiss, sign_in):
    browser = sign_in(brazil["registry"])
    made, _content = registered(browser, swiss)
    way = re.search(r'<ol class="way".*?</ol>', browser.get(f"/requests/{made.id}").text, re.DOTALL)[0]
    assert "The enforcement of an order of confiscation" in browser.get(f"/requests/{made.id}").text
    assert "Confiscated" in way
    assert "Frozen" not in way


def test_a_letter_that_says_nothing_of_property_is_registered_too(brazil, swiss, sign_in):
    silent = {
        name: "" for name in LETTER if name.startswith(("letter-property", "measure", "letter-order", "disposal"))
    }
    silent |= {"measure-stage": "", "letter-property-0-kind": "", "measure-enforceable": "", "disposal-asked": ""}
    _made, content = registered(sign_in(brazil["registry"]), swiss, **silent)
    assert (content["property"], content["annexes"], content["measure"]["order_annex"]) == ([], [], "")


def test_an_amount_that_is_none_is_refused_and_nothing_is_lost(brazil, swiss, sign_in):
    answer = sent(sign_in(brazil["registry"]), swiss, **{"letter-property-0-value": "a million"})
    assert answer.status_code == 422
    assert "“a million” is no amount" in answer.text
    assert "Account 7 with the bank in Recife" in answer.text


def test_one_more_asset_can_be_added(brazil, swiss, sign_in):
    answer = sent(sign_in(brazil["registry"]), swiss, add="property")
    assert answer.status_code == 200
    assert 'name="letter-property-1-description"' in answer.text


# An amended letter is entered over the one before, its property and its order among it.
def test_an_amended_letter_shows_what_is_known(brazil, swiss, sign_in):
    browser = sign_in(brazil["registry"])
    made, _content = registered(browser, swiss)
    page = browser.get(f"/requests/{made.id}/arrived/transmit_amendment").text
    assert_valid_html(page)
    for known in ("Account 7 with the bank in Recife", "1000.50", "2026-01-05", "That the order is enforced."):
        assert known in page
    assert '<option selected value="certified copy">' in page
    data = PAPER | {"seen": made.state} | LETTER | {"letter-property-0-value": "2000.00"} | scan()
    answer = browser.post(
        f"/requests/{made.id}/arrived/transmit_amendment", data=data, content_type="multipart/form-data"
    )
    assert answer.status_code == 303, answer.text
    assert json.loads(made.versions[-1].content)["property"][0]["value"] == "2000.00"


# Freezes go by labels: the second asset stays V2 where an amended letter does not name the first any more.
def test_an_asset_keeps_its_label_in_an_amended_letter(brazil, swiss, sign_in):
    browser = sign_in(brazil["registry"])
    made, _content = registered(browser, swiss, **{"letter-property-1-description": "A flat"})
    first = {name: "" for name in LETTER if name.startswith("letter-property-0")}
    data = PAPER | {"seen": made.state} | LETTER | first | {"letter-property-1-description": "A flat"} | scan()
    here = f"/requests/{made.id}/arrived/transmit_amendment"
    assert browser.post(here, data=data, content_type="multipart/form-data").status_code == 303
    told = json.loads(made.versions[-1].content)["property"]
    assert [(row["label"], row["description"]) for row in told] == [("V2", "A flat")]
    again = re.findall(r"letter-property-[01]-description[^>]*>[^<]*", browser.get(here).text)
    assert "A flat" in again[-1], again
