"""Accounts of a matter: in the content by label, and pointed out where an earlier request names the same number."""

import pytest

from mla.queries import matters as query
from mla.services import drafting, matters
from tests import factories as f

IBAN = "DE89 3704 0044 0532 0130 00"


def account(case, number, **more):
    values = {"number": number, "bank": "", "holder": "", "note": ""} | more
    return matters.save_item(case.request.matter_id, "accounts", None, values, case.requesting["drafter"].id, f.NOW)


@pytest.fixture
def houses(app):
    return f.houses()


def test_accounts_stand_in_the_content(houses):
    case = f.draft(*houses)
    account(case, IBAN, bank="Bank of Harbour", holder="Ana Silva")
    account(case, "4471")
    found = drafting.assemble(case.request)["accounts"]
    assert [(a["label"], a["number"]) for a in found] == [("B1", IBAN), ("B2", "4471")]
    assert found[0]["bank"] == "Bank of Harbour"


# The same number in an earlier request of the same authority is pointed out, however it is written.
def test_the_same_account_is_pointed_out(houses):
    earlier, later = f.draft(*houses), f.draft(*houses)
    account(earlier, IBAN)
    one, other = account(later, IBAN.replace(" ", "").lower()), account(later, "4471")
    assert query.accounts_elsewhere(later.request.matter) == {one: [earlier.request.matter], other: []}


# Another authority's matter is never shown; nor one from which no request was drawn.
def test_only_the_authoritys_own_requests_count(houses):
    brazil, states = houses
    account(f.draft(states, brazil), IBAN)
    undrawn = matters.open_matter("Notes", "1", brazil["drafter"].id, f.NOW)
    matters.save_item(undrawn.id, "accounts", None, {"number": IBAN}, brazil["drafter"].id, f.NOW)
    case = f.draft(brazil, states)
    mine = account(case, IBAN)
    assert query.accounts_elsewhere(case.request.matter) == {mine: []}


def test_a_matter_without_accounts_asks_nothing(houses):
    assert query.accounts_elsewhere(f.draft(*houses).request.matter) == {}
