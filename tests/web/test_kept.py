"""Parts of pages that are put in words once: for each language anew, never more than so many, never one that passed."""

import pytest
from flask_babel import force_locale
from markupsafe import Markup

from mla.extensions import db
from mla.services import casework
from mla.web import kept
from tests import factories as f

from .requests import conftest as of_requests

case, engine, fast_papers, houses = of_requests.case, of_requests.engine, of_requests.fast_papers, of_requests.houses


@pytest.fixture
def made(app, monkeypatch):
    """Names the key, counts how often something was made, and makes room for two."""
    monkeypatch.setattr(kept, "MOST", 2)
    monkeypatch.setattr(kept, "_kept", {})
    with app.test_request_context():
        yield lambda key, told: kept.kept(key, lambda: told.append(key) or Markup("{} {}").format(key, len(told)))


def test_a_part_is_made_once_for_each_language(made):
    told = []
    assert made("a", told) == made("a", told) == "a 1"
    with force_locale("fr"):
        assert made("a", told) == "a 2"
    assert made("a", told) == "a 1"


def test_the_oldest_part_is_given_up_for_a_new_one(made):
    told = []
    for key in ("a", "b", "c", "c", "b", "a"):
        made(key, told)
    assert told == ["a", "b", "c", "a"]


# What was kept of the story and the papers is told no more once another entry or paper is there, or another name.
def test_a_page_shows_what_happened_since(case, sign_in):
    path = f"/requests/{case.request.id}"
    f.drive(case, "transmitted")
    ours, theirs = (sign_in(house["registry"]) for house in (case.requesting, case.requested))
    seen = lambda: [(text.count('class="event"'), text.count("SHA-256")) for text in map(shown, (ours, theirs))]  # noqa: E731
    shown = lambda browser: browser.get(path).text  # noqa: E731
    before = seen()
    f.drive(case, "received")
    assert seen() == [(events + 1, papers + 1) for events, papers in before]
    wrong = {"entry": 1, "error": "The day was miswritten.", "right": "It is the third."}
    casework.perform(case.request.id, "correct_record", case.requesting["drafter"].id, case.now, "received", wrong)
    assert "It is the third." in shown(ours)
    case.requested.authority.name = "Office of Requests Abroad"
    db.session.commit()
    assert "Office of Requests Abroad" in shown(ours).partition('id="history"')[2]
