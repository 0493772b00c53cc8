"""What goes wrong is answered with a page of the right status, in sentences, and never with a trace."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mla.web.errors import PAGES
from tests import factories

from . import gallery
from .markup import assert_valid_html


@pytest.fixture
def browser(app: Flask) -> FlaskClient:
    gallery.add_to(app)
    app.config["PROPAGATE_EXCEPTIONS"] = False  # as in service: tests would see the exception itself
    return app.test_client()


@pytest.fixture
def houses(app: Flask) -> list[factories.House]:
    """Two authorities whose people can sign in."""
    return factories.houses()


@pytest.mark.parametrize(
    ("cause", "status"),
    [
        # somebody acted first
        ("stale", 409),
        ("stale_draft", 409),
        ("wrong_state", 409),
        # a rule is not met
        ("closed", 422),
        # another's office
        ("wrong_person", 403),
        ("not_allowed", 403),
        # not there, or not yours
        ("not_found", 404),
        ("unknown_step", 404),
        ("unknown_kind", 404),
        # the lock can't be had
        ("busy", 503),
        # the store, and what can't be printed
        ("store", 503),
        ("glyph", 422),
        ("paper", 500),
        # any other refusal by a rule, and a fault of ours
        ("unknown_state", 422),
        ("bug", 500),
    ],
)
def test_each_cause_has_its_status_and_a_valid_page(browser: FlaskClient, cause: str, status: int) -> None:
    for answer in (browser.get(f"/gallery/fail/{cause}"), browser.post(f"/gallery/fail/{cause}")):
        assert answer.status_code == status
        assert_valid_html(answer.text)
        for inner in ("Traceback", "secret detail", "mla.domain", "RuntimeError"):
            assert inner not in answer.text


@pytest.mark.parametrize("status", sorted(PAGES | {405, 410, 415}))
def test_each_status_has_a_valid_page_that_shows_a_way_on(browser: FlaskClient, status: int) -> None:
    answer = browser.get(f"/gallery/fail/{status}")
    assert answer.status_code == status
    assert_valid_html(answer.text)
    assert "Nothing" in answer.text or "nothing" in answer.text or "</a></p>" in answer.text or "Wait" in answer.text


def test_a_closed_step_says_every_reason_with_its_article(browser: FlaskClient) -> None:
    text = browser.post("/gallery/fail/closed").text
    for said in (
        "The summary of the relevant facts is missing.",
        "Art. 18(15)(c)",
        "The register is complete",
        "Art. 3(2)",
    ):
        assert said in text


def test_who_came_too_late_reads_what_the_request_was_and_is(browser: FlaskClient) -> None:
    text = browser.post("/gallery/fail/stale").text
    assert "You saw the request as “Draft”; it is now “Approved”." in text


def test_a_wrong_method_says_which_are_right(browser: FlaskClient) -> None:
    answer = browser.delete("/gallery/form")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_a_busy_moment_says_when_to_try_again_and_keeps_what_was_entered(browser: FlaskClient) -> None:
    sent = {"reasons": "Dual <criminality>", "password": "hidden-one", "csrf_token": "old"}
    answer = browser.post("/gallery/fail/busy", data=sent)
    assert answer.headers["Retry-After"] == "5"
    assert '<input type="hidden" name="reasons" value="Dual &lt;criminality&gt;">' in answer.text
    assert "hidden-one" not in answer.text
    assert 'value="old"' not in answer.text


@pytest.mark.parametrize("cause", ["stale", "closed", "400"])
def test_what_was_entered_is_shown_again(browser: FlaskClient, cause: str) -> None:
    assert (
        "words that took an hour"
        in browser.post(f"/gallery/fail/{cause}", data={"note": "words that took an hour"}).text
    )


# What a page remembers is sent again by "Try again", and never shown as if somebody had typed it.
@pytest.mark.parametrize("cause", ["busy", "stale", "closed", "glyph", "paper"])
def test_only_what_was_typed_is_shown(browser: FlaskClient, cause: str) -> None:
    remembered = ("mark", "seen", "kept", "version_hash", "check", "add", "items-0-mark")
    sent = {"note": "words of mine", **{name: f"hidden {name}" for name in remembered}}
    text = browser.post(f"/gallery/fail/{cause}", data=sent).text
    shown = re.sub(r'<input type="hidden"[^>]*>', "", text)
    assert "words of mine" in shown
    assert "hidden " not in shown
    assert ('value="hidden mark"' in text) == (cause == "busy")


# No database can be asked for the character NUL, and no name holds it: the address is refused in words.
@pytest.mark.parametrize(
    "path",
    [
        "/requests?q=%00",
        "/requests?state=draft%00",
        "/requests?%00=1",
        "/register/states/%00",
        "/matters?q=a%00b",
        "/%00",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_that_no_database_can_read_is_refused(houses, sign_in, app, path: str, method: str) -> None:
    for person in (sign_in(houses[0]["drafter"]), app.test_client()):
        answer = person.open(path, method=method)
        assert answer.status_code == 400
        assert "The address can’t be read" in answer.text
        assert "\0" not in answer.text
        assert_valid_html(answer.text)


def test_a_form_without_its_token_is_refused(app: Flask, browser: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = browser.post("/gallery/form", data={"title": "kept words"})
    assert answer.status_code == 400
    assert "kept words" in answer.text
    assert_valid_html(answer.text)


@pytest.mark.parametrize(
    "length",
    [
        # more than a whole form may have
        1024 * 1025,
        # less than that, but more than text may have
        1024 * 600,
    ],
)
def test_what_is_too_large_is_refused_in_a_page(app: Flask, browser: FlaskClient, length: int) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024
    body = f'--cut\r\nContent-Disposition: form-data; name="title"\r\n\r\n{"x" * length}\r\n--cut--\r\n'
    answer = browser.post("/gallery/form", data=body, content_type="multipart/form-data; boundary=cut")
    assert answer.status_code == 413
    assert "up to 1 MB" in answer.text


def test_an_unknown_address_is_a_page(browser: FlaskClient) -> None:
    answer = browser.get("/no/such/page")
    assert answer.status_code == 404
    assert_valid_html(answer.text)
