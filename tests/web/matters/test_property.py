"""An asset is added on a form, taken over from an account, listed with its worth, changed and taken off."""

import datetime as dt
import html
import re

import pytest

from mla.extensions import db
from mla.services import record
from tests import assets
from tests.web.markup import assert_valid_html

TYPED = {
    "kind": "real_estate", "description": "Flat 12", "location": "Miami", "country": "United States of America",
    "holder": "A company", "owner": "Ana Silva", "value": "250000.50", "currency": "USD", "valued_on": "2026-01-05",
    "theory": "converted",
}  # fmt: skip


def at(case, rest=""):
    return f"/matters/{case.request.matter_id}/property{rest}"


def words(page):
    return html.unescape(re.sub(r"\s+", " ", page))


def add(browser, case, **typed):
    return browser.post(at(case, "/new"), data=TYPED | typed)


def test_an_asset_is_added_and_listed(case, drafter):
    matter = case.request.matter
    assert_valid_html(drafter.get(at(case, "/new")).text)
    assert add(drafter, case, persons=str(matter.persons[0].id), offences=str(matter.offences[0].id)).status_code == 303
    text = drafter.get(at(case)).text
    assert_valid_html(text)
    for said in ("V1. Real estate", "USD 250,000.50, on 5 January 2026", "Property into which proceeds were turned",
                 "United States of America", "Silva, Ana", "Money laundering"):  # fmt: skip
        assert said in words(text)
    assert "One asset" in drafter.get(f"/matters/{matter.id}").text


def test_the_matter_keeps_what_was_typed(case, drafter):
    add(drafter, case)
    db.session.expire_all()
    (asset,) = case.request.matter.property
    kept = {name: getattr(asset, name) for name in TYPED}
    assert kept == TYPED | {"country": "USA", "valued_on": dt.date(2026, 1, 5)}
    assert (asset.persons, asset.offences) == ([], [])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"kind": ""}, "Choose what kind of property it is"),
        ({"description": " "}, "Describe the property"),
        ({"value": "a lot"}, "“a lot” is no amount"),
        ({"value": "1.005"}, "finer than that currency"),
        ({"currency": ""}, "“Value” needs its currency: choose one."),
        ({"country": "Atlantis"}, "“Atlantis” is not the name of a State."),
        ({"theory": "luck"}, "choose from the answers listed"),
        ({"persons": "somebody"}, "choose from the answers listed"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(case, drafter, typed, said):
    answer = add(drafter, case, **typed)
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    assert said in words(answer.text)
    assert "A company" in answer.text
    assert case.request.matter.property == []


def test_an_account_of_the_matter_is_taken_over(case, drafter):
    account = {"number": "4471-2", "bank": "Bank of Harbour", "holder": "Ana Silva", "note": ""}
    drafter.post(f"/matters/{case.request.matter_id}/accounts/new", data=account)
    link = re.search(rf'{at(case)}/new\?from=[^"]+', drafter.get(at(case)).text)[0]
    form = words(drafter.get(link).text)
    assert '<option selected value="account">' in form
    assert "Account 4471-2 with Bank of Harbour" in form
    assert 'value="Ana Silva"' in form
    taken = {"kind": "account", "description": "Account 4471-2 with Bank of Harbour"}
    assert drafter.post(link, data=taken).status_code == 303
    assert "Known already" not in drafter.get(at(case)).text


# A2: what the requested State found is property of the matter by one press, before its confiscation is asked.
def test_what_tracing_found_is_taken_over(houses, sign_in):
    case = assets.draft(*houses, "trace")
    assets.arrived(case, "begin_tracing", "report_tracing")
    drafter, (found,) = sign_in(case.requesting["drafter"]), found_besides(case)
    link = re.search(rf'{at(case)}/new\?from=[^"]+', drafter.get(at(case)).text)[0]
    assert f"Add what tracing found: {found['label']}, {found['description']}" in words(drafter.get(at(case)).text)
    form = words(drafter.get(link).text)
    assert_valid_html(form)
    assert found["description"] in form
    assert drafter.post(link, data={"kind": "other", "description": found["description"]}).status_code == 303
    assert "Known already" not in drafter.get(at(case)).text
    assert "V2. Other property" in words(drafter.get(at(case)).text)


def found_besides(case):
    """What the report of tracing lists as found besides."""
    return [row for body in record.bodies(case.request) for row in body["data"].get("new", ())]


def test_an_account_that_is_not_of_the_matter_begins_nothing(case, drafter):
    drafter.post(f"/matters/{case.request.matter_id}/accounts/new", data={"number": "99"})
    page = drafter.get(at(case, "/new?from=00000000-0000-0000-0000-000000000000")).text
    assert '<option selected value="">' in page
    bare = re.search(r"/new\?from=[^\"]+", drafter.get(at(case)).text)[0]
    assert "Account 99" in drafter.get(at(case, bare)).text


def test_an_asset_is_changed_and_removed(case, drafter):
    add(drafter, case)
    here = re.search(rf"{at(case)}/[0-9a-f-]{{36}}", drafter.get(at(case)).text)[0]
    page = drafter.get(here).text
    mark = re.search(r'name="mark" type="hidden" value="([^"]*)"', page)[1]
    assert drafter.post(here, data=TYPED | {"mark": mark, "value": "2.00"}).status_code == 303
    stale = drafter.post(here, data=TYPED | {"mark": mark, "value": "3.00"})
    assert stale.status_code == 409
    assert "USD 2.00" in words(stale.text)
    page = drafter.get(f"{here}/remove").text
    mark = re.search(r'name="mark" type="hidden" value="([^"]*)"', page)[1]
    assert drafter.post(f"{here}/remove", data={"mark": mark}).status_code == 303
    assert "None yet" in drafter.get(at(case)).text


@pytest.mark.parametrize("rest", ["", "/new"])
def test_nobody_of_another_state_sees_it(case, stranger, rest):
    assert stranger.get(at(case, rest)).status_code == 404
