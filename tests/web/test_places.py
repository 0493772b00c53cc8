"""Every place that a finding names has an address for who can give the fact there, and none for others."""

import inspect
import re

import pytest
from flask_login import login_user

from mla.domain import basis, content, guards, scope
from mla.domain.findings import Finding
from mla.web import places
from tests import factories as f
from tests.web.requests.conftest import case, engine, fast_papers, houses, outsider  # noqa: F401


@pytest.fixture
def seen_by(app):
    """``seen_by(person, where, case)``: the address that the person is given."""

    def ask(person, where, case):  # noqa: F811
        with app.test_request_context():
            login_user(person)
            return places.address(where, case.request)

    return ask


def named_places():
    """Every place that a rule of the domain names in its text."""
    text = "".join(inspect.getsource(module) for module in (guards, content, scope, basis))
    return sorted(set(re.findall(r'"((?:request|matter)\.[a-z_]+)"', text)))


# A drafter of the requesting authority is led to each place, and finds a page there.
@pytest.mark.parametrize("where", named_places())
def test_every_place_that_a_rule_names_has_its_page(case, seen_by, sign_in, where):  # noqa: F811
    drafter = case.requesting["drafter"]
    address = seen_by(drafter, where, case)
    assert address
    answer = sign_in(drafter).get(address, follow_redirects=True)
    assert answer.status_code == 200
    _path, hash_sign, anchor = address.partition("#")
    assert not hash_sign or f'id="{anchor}"' in answer.text


@pytest.mark.parametrize("where", ["request.purpose", "matter.facts", "matter.persons"])
def test_who_can_not_write_there_is_not_led_there(case, seen_by, where):  # noqa: F811
    assert seen_by(case.requesting["reviewer"], where, case) == ""
    assert seen_by(case.requested["drafter"], where, case) == ""
    f.take(case, "submit")
    assert seen_by(case.requesting["drafter"], where, case) == ""


@pytest.mark.parametrize("where", [None, "", "request.tea", "matter.tea", "moon.purpose"])
def test_an_unknown_place_has_no_address(case, seen_by, where):  # noqa: F811
    assert seen_by(case.requesting["drafter"], where, case) == ""


def test_a_field_of_a_step_is_on_the_same_page(case, seen_by):  # noqa: F811
    assert seen_by(case.requesting["drafter"], "step.reasons", case) == "#reasons"


def test_addresses_are_kept_by_place_and_only_where_there_is_one(case, app):  # noqa: F811
    found = [Finding("a", "1", where="request.purpose"), Finding("b", "1", where="moon"), Finding("c", "1")]
    with app.test_request_context():
        login_user(case.requesting["drafter"])
        assert list(places.addresses(found, case.request)) == ["request.purpose"]
