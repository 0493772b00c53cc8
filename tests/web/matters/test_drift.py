"""Requests from one matter: each names the others, and says where what was sent and the matter have drifted apart."""

import html
import re

import pytest

from mla.services import casework, matters
from tests import factories as f
from tests.web.markup import assert_valid_html

SAID = "was sent, and the matter has been changed since: persons."


def words(page):
    return html.unescape(re.sub(r"\s+", " ", page))


@pytest.fixture
def sent(case):
    """A request for assistance that was sent."""
    return f.drive(case)


@pytest.fixture
def second(sent, houses):
    """A request on assets, drafted from the same matter."""
    drafter, requested = houses[0]["drafter"].id, houses[1].authority.id
    return casework.open_request(sent.request.matter_id, "assets", requested, "The account", drafter, f.NOW).request


@pytest.fixture
def written(sent, second):
    """Somebody adds a person to the matter after the first request was sent."""
    someone = {"family_name": "Costa", "role": "witness"}
    matters.save_item(sent.request.matter_id, "persons", None, someone, sent.requesting["drafter"].id, f.NOW)


def pages(sent, second):
    """Where the drafter of the second request reads of the first, and where the first warns of itself."""
    draft = f"/requests/{second.id}/draft"
    return [draft, f"{draft}/check", f"/requests/{second.id}", f"/requests/{sent.request.id}",
            f"/matters/{second.matter_id}"]  # fmt: skip


def test_nothing_has_drifted_yet(sent, second, drafter):
    for page in pages(sent, second):
        text = words(drafter.get(page).text)
        assert SAID not in text
        if page.startswith("/requests"):
            assert (sent.request if page != pages(sent, second)[3] else second).requesting_reference in text


def test_what_drifted_is_said_wherever_the_drafter_looks(sent, second, written, drafter):
    for page in pages(sent, second):
        text = drafter.get(page).text
        assert_valid_html(text)
        assert f"Request {sent.request.requesting_reference} {SAID}" in words(text)
        assert "this system" in text


# It closes nothing: what closes the draft is what it lacks itself.
def test_it_closes_nothing(second, written, drafter):
    assert SAID not in words(drafter.get(f"/requests/{second.id}/steps/submit").text)


# The requested State never reads the matter, nor learns what else is drawn from it.
def test_the_other_side_reads_nothing_of_it(sent, second, written, sign_in):
    text = sign_in(sent.requested["registry"]).get(f"/requests/{sent.request.id}").text
    assert SAID not in words(text)
    assert second.requesting_reference not in text
    assert "Also drawn from this matter" not in text


def test_who_may_not_amend_reads_who_can(sent, written, reader):
    text = words(reader.get(f"/requests/{sent.request.id}").text)
    assert SAID in text
