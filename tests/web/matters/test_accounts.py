"""An account is added on a form like a person's, listed, pointed out, and printed on the case page."""

import re

import pytest

from tests import factories as f
from tests.web.markup import assert_valid_html


def at(case, rest=""):
    return f"/matters/{case.request.matter_id}/accounts{rest}"


def add(browser, case, **typed):
    return browser.post(
        at(case, "/new"), data={"number": "4471-2", "bank": "Bank of Harbour", "holder": "", "note": ""} | typed
    )


def test_an_account_is_added_and_listed(case, drafter):
    assert_valid_html(drafter.get(at(case, "/new")).text)
    assert add(drafter, case).status_code == 303
    text = drafter.get(at(case)).text
    assert_valid_html(text)
    assert "4471-2" in text
    assert "Perhaps the same account" not in text
    page = drafter.get(f"/requests/{case.request.id}").text
    assert "Accounts concerned" in page
    assert "Bank of Harbour" in page


def test_a_number_is_needed_and_nothing_typed_is_lost(case, drafter):
    answer = add(drafter, case, number=" ")
    assert answer.status_code == 422
    assert "Enter the account number or IBAN" in answer.text
    assert "Bank of Harbour" in answer.text


def test_the_same_account_in_an_earlier_request_is_pointed_out(case, houses, drafter, sign_in):
    add(drafter, case)
    later = f.draft(*houses)
    browser = sign_in(case.requesting["drafter"])
    add(browser, later, number="4471 2")
    text = browser.get(at(later)).text
    assert_valid_html(text)
    assert "Perhaps the same account" in text
    assert at(case) in text


def test_an_account_is_changed_and_removed(case, drafter):
    add(drafter, case)
    here = re.search(rf"{at(case)}/[0-9a-f-]{{36}}", drafter.get(at(case)).text)[0]
    page = drafter.get(here).text
    mark = re.search(r'name="mark" type="hidden" value="([^"]*)"', page)[1]
    typed = {"number": "99", "bank": "", "holder": "", "note": "", "mark": mark}
    assert drafter.post(here, data=typed).status_code == 303
    page = drafter.get(f"{here}/remove").text
    mark = re.search(r'name="mark" type="hidden" value="([^"]*)"', page)[1]
    assert drafter.post(f"{here}/remove", data={"mark": mark}).status_code == 303
    assert "None yet" in drafter.get(at(case)).text


@pytest.mark.parametrize("rest", ["", "/new"])
def test_nobody_of_another_state_sees_them(case, stranger, rest):
    assert stranger.get(at(case, rest)).status_code == 404
