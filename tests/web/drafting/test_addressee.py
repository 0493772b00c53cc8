"""Addressee and language: the forms ask what the requested State's declarations leave open, and show them in words."""

import re

import pytest

from mla.domain.content import empty
from mla.extensions import db
from mla.models import Request
from tests import factories as f
from tests.web.markup import assert_valid_html

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def draft_to(app, sign_in):
    """A draft of Brazil to the State, and its drafter's browser."""

    def make(iso3: str, **sections):
        case = f.draft(*f.houses("BRA", iso3), **sections)
        return case, sign_in(case.requesting["drafter"])

    return make


def at(case, part=""):
    return f"/requests/{case.request.id}/draft/{part}".rstrip("/")


def mark(text):
    return re.search(r'name="mark" type="hidden" value="([^"]*)"', text)[1]


def saved(case, section):
    db.session.expire_all()
    return db.session.get(Request, case.request.id).draft[section]


# Where several authorities are designated, the form asks which; where one is, it does not.
@pytest.mark.parametrize(
    ("iso3", "asks", "territory"),
    [("UKR", True, False), ("CHN", True, True), ("USA", False, False), ("JPN", False, False), ("NLD", True, True)],
)
def test_the_form_asks_what_the_declarations_leave_open(draft_to, iso3, asks, territory):
    case, browser = draft_to(iso3)
    text = browser.get(at(case, "channel")).text
    assert_valid_html(text)
    assert ('name="designation"' in text) is asks
    assert ('name="territory"' in text) is territory


def test_the_authority_chosen_is_saved_and_summed_up(draft_to):
    case, browser = draft_to("CHN")
    text = browser.get(at(case, "channel")).text
    assert "Secretary for Justice, Department of Justice, Hong Kong SAR (Hong Kong)" in text
    chosen = "Secretary for Justice, Department of Justice, Hong Kong SAR"
    typed = {"territory": "HKG", "designation": chosen, "authority": "y", "source": "", "mark": mark(text)}
    assert browser.post(at(case, "channel"), data=typed).status_code == 303
    assert saved(case, "channel") == {"territory": "HKG", "designation": chosen, "authority": True, "source": ""}
    check = browser.get(at(case, "check")).text
    assert chosen in check
    assert "Hong Kong" in check


# An authority or a territory that the State did not name can't be chosen.
@pytest.mark.parametrize("wrong", [{"designation": "Ministry of Magic"}, {"territory": "ABW"}])
def test_what_was_not_offered_is_refused(draft_to, wrong):
    case, browser = draft_to("CHN")
    typed = {"mark": mark(browser.get(at(case, "channel")).text)} | wrong
    answer = browser.post(at(case, "channel"), data=typed)
    assert answer.status_code == 422
    assert "choose from the answers listed" in answer.text


# The recorded rule stands beside the question: names of languages, source, date, and that it is old.
@pytest.mark.parametrize(
    ("iso3", "said"),
    [
        ("LVA", "Any of: English, Latvian"),
        ("MKD", "All of: Macedonian, English"),
        ("UKR", "(authenticated translation into one of them)"),
        ("SVN", "Preferably Slovenian, otherwise English"),
    ],
)
def test_the_rule_is_shown_in_words(draft_to, iso3, said):
    case, browser = draft_to(iso3)
    inset = re.search(r'<div class="inset">.*?</div>', browser.get(at(case, "language")).text, re.DOTALL)[0]
    for expected in (said, "More than a year old", "Source", "Art. 18(14)"):
        assert expected in inset


# What the State declared on assistance stands beside the legal basis.
def test_what_was_declared_on_assistance_is_shown(draft_to):
    case, browser = draft_to("IND")
    assert "bilateral agreement first" in browser.get(at(case, "regime")).text


# The list of tasks says what closes, in the same words, and a translation opens it.
def test_a_translation_opens_what_a_language_closed(draft_to):
    case, browser = draft_to("MKD", language=empty()["language"] | {"request": "pt", "translations": ["mk"]})
    assert "North Macedonia accepts: All of: Macedonian, English" in browser.get(at(case)).text
    text = browser.get(at(case, "language")).text
    typed = {"request": "pt", "translations-0": "mk", "translations-1": "en", "mark": mark(text)}
    assert browser.post(at(case, "language"), data=typed).status_code == 303
    assert saved(case, "language")["translations"] == ["mk", "en"]
    assert "Nothing is missing" in browser.get(at(case)).text


# A language is chosen once, however often it is typed.
def test_a_translation_is_saved_once(draft_to):
    case, browser = draft_to("USA")
    text = browser.get(at(case, "language")).text
    typed = {"request": "pt", "translations-0": "en", "translations-1": "en", "mark": mark(text)}
    browser.post(at(case, "language"), data=typed)
    assert saved(case, "language")["translations"] == ["en"]


# The State's page in the register says which declarations are old.
def test_the_page_of_a_state_says_what_is_old(draft_to):
    _case, browser = draft_to("USA")
    text = browser.get("/register/states/USA").text
    assert text.count("More than a year old") == 6
    assert "3 November 2005" in text
