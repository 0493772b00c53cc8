"""Every page is valid, closed to foreign content, and lets a form's errors be found."""

from pathlib import Path

import pytest
from babel.support import NullTranslations
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale, get_locale
from wtforms import FieldList, Form, FormField, RadioField, SelectChoice, StringField
from wtforms.validators import InputRequired

from mla.web.pages import form_errors, said

from . import gallery
from .markup import assert_valid_html, faults, headings

STYLE = Path(__file__).parents[2] / "mla" / "web" / "static" / "palermo.css"


@pytest.fixture
def browser(app: Flask) -> FlaskClient:
    gallery.add_to(app)
    return app.test_client()


@pytest.mark.parametrize("path", ["/", "/login", "/gallery", "/gallery/form", "/gallery/every"])
def test_pages_are_valid_and_closed_to_foreign_content(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy


def test_a_wrong_form_names_each_error_twice_and_ties_it_to_its_control(browser: FlaskClient) -> None:
    answer = browser.post("/gallery/form", data={"reference": "kept <b>"})
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    for link in ("#title", "#facts", "#due", "#urgent-0", "#types-0", "#confirmed"):
        assert f'<a href="{link}">' in answer.text
        assert f'id="{link[1:]}"' in answer.text
    assert 'aria-describedby="title-hint title-error"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert 'value="kept &lt;b&gt;"' in answer.text


def test_a_date_that_does_not_exist_is_given_back(browser: FlaskClient) -> None:
    text = browser.post("/gallery/form", data={"due": "2026-02-30"}).text
    assert 'type="date" value="2026-02-30"' in text


def test_choices_that_were_made_stay_made(browser: FlaskClient) -> None:
    text = browser.post("/gallery/form", data={"urgent": "no", "types": ["c"]}).text
    assert 'name="urgent" value="no" checked' in text
    assert 'name="types" value="c" checked' in text
    assert 'name="types" value="a">' in text


def test_every_field_of_a_form_is_drawn_once_and_as_its_sort_wants(browser: FlaskClient) -> None:
    text = browser.get("/gallery/every").text
    for control in (
        'id="title" name="title" type="text"',
        '<textarea class="input input-full" id="facts"',
        'id="due" name="due" type="date"',
        '<select class="input input-full" id="state"',
        'type="radio" id="urgent-0"',
        'type="checkbox" id="types-1"',
        'id="scan" name="scan" type="file"',
        'id="confirmed" name="confirmed" type="checkbox"',
        'id="seen" name="seen" type="hidden" value="draft"',
        'aria-describedby="part-pages-hint" class="input input-short" id="part-pages" inputmode="numeric"',
        'type="radio" id="items-1-result-1"',
    ):
        assert text.count(control) == 1, control
    assert "Counted with annexes." in text


class Inner(Form):
    name = StringField("Name", [InputRequired("Enter a name")])
    sort = RadioField("Sort", [InputRequired("Choose a sort")], choices=[SelectChoice("a", "A")])


class Outer(Form):
    first = FormField(Inner)
    rest = FieldList(FormField(Inner), min_entries=1)


def test_errors_of_nested_forms_and_lists_link_to_their_controls() -> None:
    form = Outer()
    assert not form.validate()
    assert [error.control for error in form_errors(form)] == [
        "first-name",
        "first-sort-0",
        "rest-0-name",
        "rest-0-sort-0",
    ]


# Within a page of one language a paper may be made in another: each message is said in the language of its moment.
def test_messages_follow_the_language(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mla.web.pages.get_translations", lambda: Spoken(str(get_locale())))
    with app.test_request_context():
        here = said("%(name)s & 100%%", name="<b>")
        with force_locale("fr"):
            there = said("Requests")
        assert (here, there, said("Requests")) == ("en: &lt;b&gt; & 100%", "fr: Requests", "en: Requests")


class Spoken(NullTranslations):
    """A catalogue that puts its language before each message."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def ugettext(self, message: str) -> str:
        return f"{self.language}: {message}"


def test_signing_out_needs_a_form(browser: FlaskClient) -> None:
    assert "Sign out" not in browser.get("/").text
    assert 'action="/login"' in browser.get("/login").text


def test_the_next_page_survives_a_wrong_password(browser: FlaskClient) -> None:
    text = browser.post("/login?next=/gallery", data={"email": "a@example.org", "password": "wrong"}).text
    assert "/login?next=/gallery" in text
    assert '<a href="#email">The email address or the password is not right.' in text
    assert "Forgot" not in text


def test_the_style_sheet_turns_with_the_script() -> None:
    style = STYLE.read_text()
    for physical in (
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "text-align: right",
        "float: left",
        "float: right",
        "border-left",
        "border-right",
        " left:",
        " right:",
        "width: 100%; float",
    ):
        assert physical not in style, physical
    assert "url(" not in style


@pytest.mark.parametrize(
    ("text", "levels"), [("<h1>a</h1><h2>b</h2>", [1, 2]), ("<h2>a</h2><p></p><h1>b</h1>", [2, 1])]
)
def test_headings_are_read_in_order(text: str, levels: list[int]) -> None:
    assert headings(text) == levels


@pytest.mark.parametrize(
    ("body", "number"),
    [("<p>a</p>", 0), ("<p><div></div></p>", 1), ("<span id=a></span><b id=a></b>", 1), ("<p>a", 0), ("<div>", 1)],
)
def test_the_checker_finds_faults(body: str, number: int) -> None:
    assert len(faults(f"<!doctype html><html><head><title>a</title></head><body>{body}</body></html>")) == number
