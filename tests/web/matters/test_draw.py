"""Drawing a request: the State, its authority, and at once whether the Convention binds both and why."""

import re
import uuid

import pytest

from mla.documents.render import MissingGlyph, PaperError
from mla.documents.store import StoreError
from mla.domain.errors import Busy
from mla.extensions import db
from mla.models import Request
from mla.services import casework
from tests import factories as f
from tests.web.markup import assert_valid_html
from tests.web.requests.typed import raising

ASSISTANCE = {"kind": "assistance"}


def at(case, *parts):
    return "/".join(["", "matters", str(case.request.matter_id), "request", *parts])


def ask(browser, case, state):
    return browser.get(at(case), query_string={"state": state})


def count():
    db.session.expire_all()
    return db.session.query(Request).count()


# The State is found by its name, its formal name, its code, or a part that fits one alone.
@pytest.mark.parametrize(
    ("typed", "iso3"),
    [
        ("United States of America", "USA"),
        (" switzerland ", "CHE"),
        ("the Swiss Confederation", "CHE"),
        ("NLD", "NLD"),
        ("eswat", "SWZ"),
        ("cote d", "CIV"),
        ("the Republic of the Congo", "COG"),
        ("cod", "COD"),
    ],
)
def test_one_state_leads_on(case, drafter, typed, iso3):
    answer = ask(drafter, case, typed)
    assert (answer.status_code, answer.location) == (303, at(case, iso3))


def test_several_states_are_offered(case, drafter):
    answer = ask(drafter, case, "land")
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    for name in ("Switzerland", "Thailand", "Netherlands"):
        assert re.search(rf'<a href="{at(case)}/\w+">{name}', answer.text)
    assert ">Cayman Islands</a>" not in answer.text, "a territory can't be asked"


# A name that is also part of another State's name is never taken silently: the codes and longer names are exact.
@pytest.mark.parametrize(
    ("typed", "iso3"),
    [
        ("Congo", {"COG", "COD"}),
        ("the congo", {"COG", "COD"}),
        ("Guinea", {"GIN", "GNB", "GNQ", "PNG"}),
        ("Korea", {"KOR", "PRK"}),
        ("Ireland", {"IRL", "GBR"}),
        ("Sudan", {"SDN", "SSD"}),
    ],
)
def test_a_name_within_another_name_offers_both(case, drafter, typed, iso3):
    answer = ask(drafter, case, typed)
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    assert set(re.findall(rf'href="{at(case)}/(\w+)"', answer.text)) == iso3


@pytest.mark.parametrize(("typed", "sentence"), [("Atlantis", "No State is called “Atlantis”"), ("", "Enter the name")])
def test_no_state_is_said_and_kept(case, drafter, typed, sentence):
    answer = ask(drafter, case, typed)
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    assert sentence in answer.text
    assert f'value="{typed}"' in answer.text
    assert 'href="#state"' in answer.text


# A request passes between two different States.
@pytest.mark.parametrize(
    ("iso3", "sentence"),
    [
        ("EUU", "is a regional organisation, not a State"),
        ("BRA", "is named twice"),
        ("ABW", "is a territory"),
        ("HKG", "The responsible State is China."),
        ("XXX", "is not the code of a State"),
    ],
)
def test_who_is_no_other_state_is_refused_with_the_reason(case, drafter, iso3, sentence):
    for answer in (drafter.get(at(case, iso3)), drafter.post(at(case, iso3), data=ASSISTANCE | {"title": "Mine"})):
        assert answer.status_code == 422
        assert_valid_html(answer.text)
        assert sentence in answer.text
    assert count() == 1


def test_both_bound_is_said_with_the_rule(case, drafter):
    answer = drafter.get(at(case, "USA"))
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    assert "Are both bound today?" in answer.text
    assert "Yes, on " in answer.text
    assert "been bound since the 30th day after that deposit, 3 December 2005" in re.sub(r"\s+", " ", answer.text)
    assert "Art. 38(2)" in answer.text
    assert "does not bind both States today" not in answer.text


# Drafting stays possible when the Convention does not bind: the page says so, and why.
def test_not_bound_is_said_and_drafting_goes_on(case, drafter, monkeypatch):
    monkeypatch.setitem(f.HOUSES, "PNG", ("JUS", "Department of Justice", "Pacific/Port_Moresby", "Port Moresby"))
    other = f.house("PNG")
    answer = drafter.get(at(case, "PNG"))
    assert "No, not on " in answer.text
    assert "The Convention does not bind both States today. You can draft the request all the same" in answer.text
    assert "without recorded consent" in answer.text
    drawn = drafter.post(
        at(case, "PNG"), data=ASSISTANCE | {"authority": str(other.authority.id), "title": "Land records"}
    )
    assert drawn.status_code == 303
    tasks = drafter.get(drawn.location)
    assert "does not bind both States today" in tasks.text
    assert_valid_html(tasks.text)


def test_a_state_without_an_authority_here_is_said(case, drafter):
    answer = drafter.get(at(case, "FRA"))
    assert_valid_html(answer.text)
    assert "No central authority of this State is known here" in answer.text
    assert f'<a href="{at(case, "USA")}">United States of America</a>' in answer.text
    assert f'<a href="{at(case, "BRA")}">' not in answer.text, "one's own State can't be asked"
    assert '<a href="/counterparts">' in answer.text, "who adds it, and where"
    assert "You can draft the request all the same" not in drafter.get(at(case, "PNG")).text
    assert drafter.post(at(case, "FRA"), data=ASSISTANCE | {"title": "Mine", "authority": ""}).status_code == 422
    assert count() == 1


def test_a_request_is_drawn(case, drafter):
    answer = drafter.post(
        at(case, "USA"), data=ASSISTANCE | {"authority": str(case.requested.authority.id), "title": "Phone records"}
    )
    assert answer.status_code == 303
    request = db.session.get(Request, uuid.UUID(answer.location.split("/")[2]))
    assert answer.location == f"/requests/{request.id}/draft"
    assert (request.title, request.state, request.requested_id) == (
        "Phone records",
        "draft",
        case.requested.authority.id,
    )
    assert request.matter_id == case.request.matter_id
    assert request.requesting_reference in drafter.get(answer.location).text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"title": ""}, "Enter a working title"),
        ({"title": "x" * 201}, "Shorten it to 200."),
        ({"authority": str(uuid.uuid4())}, "choose from the answers listed"),
        ({"title": "a\x07b"}, "can&#39;t be shown"),
    ],
)
def test_a_malformed_answer_opens_nothing(case, drafter, data, sentence):
    sent = ASSISTANCE | {"authority": str(case.requested.authority.id), "title": "Phone records"} | data
    answer = drafter.post(at(case, "USA"), data=sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "There is a problem" in answer.text
    assert count() == 1


def test_an_authority_of_another_state_is_not_taken(case, drafter):
    third = f.house("CHE")
    answer = drafter.post(
        at(case, "USA"), data=ASSISTANCE | {"authority": str(third.authority.id), "title": "Phone records"}
    )
    assert answer.status_code == 422
    assert count() == 1


def test_only_drafters_draw_and_only_from_their_own(case, reader, stranger):
    data = ASSISTANCE | {"authority": str(case.requested.authority.id), "title": "Mine"}
    for browser, status in ((reader, 403), (stranger, 404)):
        assert browser.get(at(case)).status_code == status
        assert browser.get(at(case, "USA")).status_code == status
        assert browser.post(at(case, "USA"), data=data).status_code == status
    assert count() == 1


# What keeps a request from being opened opens nothing, says what to do, and keeps what was typed.
@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (OSError(28, "the disk is full"), 503, "try again in a moment"),
        (StoreError("no space"), 503, "try again in a moment"),
        (Busy(), 503, "try again in a moment"),
        (MissingGlyph("U+1F600"), 422, "U+1F600"),
        (PaperError("?"), 500, "can’t be printed, and nothing was issued"),
    ],
)
def test_what_keeps_a_request_from_being_opened_is_said(case, drafter, monkeypatch, error, status, sentence):
    monkeypatch.setattr(casework.papers, "issue", raising(error))
    answer = drafter.post(
        at(case, "USA"), data=ASSISTANCE | {"authority": str(case.requested.authority.id), "title": "Phone records"}
    )
    assert answer.status_code == status
    assert_valid_html(answer.text)
    assert sentence in answer.text
    assert 'value="Phone records"' in answer.text
    assert ("Retry-After" in answer.headers) == (status == 503)
    assert count() == 1
