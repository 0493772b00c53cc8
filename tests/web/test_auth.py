"""Signing in: by link, by password, with a second factor; what is limited, and who can't."""

import re

import pytest
from passlib.totp import TOTP

from mla.extensions import db, limiter
from mla.models import Authority, Person
from mla.services import accounts
from tests.conftest import application

PASSWORD = "correct horse battery"


@pytest.fixture
def authority(states):
    return accounts.add_authority("BRA", "DRCI", {"name": "Department"})


@pytest.fixture
def ana(authority):
    return accounts.invite(authority.id, "ana@example.org", "Ana", "Head", ["administrator"], None)


def path(link):
    return link.removeprefix("http://127.0.0.1:8000")


def set_password(client, person, password=PASSWORD, again=None):
    given = {"password": password, "password_confirm": password if again is None else again}
    return client.post(path(accounts.link(person.id, None)), data=given)


def enter(client, email="ana@example.org", password=PASSWORD, **more):
    return client.post("/login", data={"email": email, "password": password, **more})


def is_in(client):
    return client.get("/account").status_code == 200


def test_an_invited_person_sets_a_password_and_signs_in(client, ana):
    assert set_password(client, ana).status_code == 302
    assert "Your password is set. Sign in with it." in client.get("/login").text
    assert not is_in(client)
    assert enter(client).location == "/"
    assert "Ana" in client.get("/account").text
    assert client.post("/logout").status_code == 302
    assert not is_in(client)


# A session ends with the working day: using it does not make it longer.
def test_a_session_is_not_lengthened(client, ana):
    set_password(client, ana)
    enter(client)
    is_in(client)  # the token of its forms is written into the session once
    assert client.get("/account").headers.getlist("Set-Cookie") == []


def test_a_link_works_once(client, ana):
    link = path(accounts.link(ana.id, None))
    given = {"password": PASSWORD, "password_confirm": PASSWORD}
    assert client.post(link, data=given).location.endswith("/login")
    again = client.post(link, data={"password": "another long password", "password_confirm": "another long password"})
    assert again.location.endswith("/password")
    assert "This link is no longer valid" in client.get(again.location).text
    assert not enter(client, password="another long password").location


@pytest.mark.parametrize(("password", "again"), [("too short", "too short"), (PASSWORD, "something else"), ("", "")])
def test_a_password_is_long_and_typed_twice_alike(client, ana, password, again):
    page = set_password(client, ana, password, again)
    assert page.status_code == 200
    assert "There is a problem" in page.text
    assert ana.password is None


def test_a_password_is_kept_as_argon2(client, ana):
    set_password(client, ana)
    assert ana.password.startswith("$argon2id$")


def test_the_page_never_says_whether_an_address_has_an_account(client, ana):
    set_password(client, ana)
    client.get("/login")  # takes the message that the password was set
    known, unknown = (enter(client, email, "wrong password!").text for email in ("ana@example.org", "x@example.org"))
    assert "There is a problem" in known
    assert known.replace("ana@", "x@") == unknown


def test_a_deactivated_person_is_out_at_once_and_stays_out(client, ana, authority):
    accounts.invite(authority.id, "b@example.org", "Bia", "", ["administrator"], None)
    set_password(client, ana)
    enter(client)
    accounts.deactivate(ana.id, None)
    assert not is_in(client)
    assert not enter(client).location


def test_a_password_is_changed_by_who_knows_it(client, ana):
    set_password(client, ana)
    enter(client)
    new = {"new_password": "another long password", "new_password_confirm": "another long password"}
    assert client.post("/change", data={"password": "wrong", **new}).status_code == 200
    assert client.post("/change", data={"password": PASSWORD, **new}).status_code == 302
    assert enter(client.application.test_client(), password="another long password").location


def test_who_forgot_is_sent_to_an_administrator_and_no_mail_is_promised(client, ana):
    for answer in (client.get("/password"), client.post("/password", data={"email": ana.email})):
        assert "Ask an administrator" in answer.text


def test_people_of_the_demonstration_can_not_sign_in_to_production(app, client, authority):
    demo = accounts.add_demonstration_person(authority, "demo@example.org", "Demo", "", ["drafter"])
    assert "demo@example.org" in client.get("/login").text
    assert enter(client, demo.email, accounts.DEMONSTRATION_PASSWORD).location
    app.config["MODE"] = "production"
    assert not is_in(client)
    assert not enter(client, demo.email, accounts.DEMONSTRATION_PASSWORD).location
    assert "demo@example.org" not in app.test_client().get("/login").text


def test_a_foreign_next_page_is_not_followed(client, ana):
    set_password(client, ana)
    assert "evil" not in (enter(client, next="https://evil.example/").location or "")


def current_code(key):
    return TOTP(key=key.replace("-", "").replace(" ", ""), digits=6).generate().token


def set_up_second_factor(client, person):
    page = client.post("/tf-setup", data={"setup": "authenticator"})
    token = re.search(r'action="(/tf-setup/[^"]+)"', page.text)
    key = re.search(r"<code>([^<]+)</code>", page.text)[1]
    return client.post(token[1], data={"code": current_code(key)}), key


def test_a_second_factor_is_asked_once_it_is_set_up(client, ana):
    set_password(client, ana)
    enter(client)
    done, _ = set_up_second_factor(client, ana)
    assert done.status_code == 302
    assert ana.tf_primary_method == "authenticator"
    codes = re.findall(
        r"<code>([^<]+)</code>", client.post("/mf-recovery-codes", data={"generate_new_codes": "1"}).text
    )
    assert len(codes) == 5
    other = client.application.test_client()
    assert "tf-validate" in enter(other).location
    assert not is_in(other)
    assert other.post("/tf-validate", data={"code": "000000"}).status_code == 200
    assert not is_in(other)
    assert "Recovery code" in other.get("/mf-recovery").text
    other.post("/mf-recovery", data={"code": codes[0]})
    assert is_in(other)


def test_who_lost_the_telephone_is_sent_to_an_administrator(client, ana):
    assert "Ask an administrator" in client.post("/tf-rescue", data={"help_setup": "help"}).text


@pytest.fixture
def strict(address, tmp_path, states):
    """An application as it is served: with tokens in its forms and with limits."""
    made = application(address, tmp_path, WTF_CSRF_ENABLED=True, RATELIMIT_ENABLED=True)
    with made.app_context():
        yield made
        limiter.reset()
        db.session.remove()
        db.engine.dispose()


def token_of(client):
    return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/login").text)[1]


def test_guessing_is_stopped_and_success_is_not_counted(strict):
    accounts.add_authority("BRA", "DRCI", {"name": "Department"})
    db.session.add(Person(email="d@example.org", name="D", authority=db.session.query(Authority).one()))
    client = strict.test_client()
    token = token_of(client)
    answers = [enter(client, "d@example.org", "wrong password!", csrf_token=token).status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
    assert enter(client, "e@example.org", "wrong password!", csrf_token=token).status_code == 200


def test_one_address_can_not_try_many_people(strict):
    client = strict.test_client()
    token = token_of(client)
    answers = [enter(client, f"{n}@example.org", "wrong password!", csrf_token=token).status_code for n in range(21)]
    assert answers == [200] * 20 + [429]


def test_a_form_without_its_token_changes_nothing(strict):
    client = strict.test_client()
    assert enter(client).status_code == 400
    assert client.post("/administration/invite", data={}).status_code == 400


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("secure", [False, True])
def test_headers_and_cookies(address, tmp_path, secure):
    from mla import config

    public = "https://palermo.example" if secure else "http://127.0.0.1:8000"
    app = application(address, tmp_path, PUBLIC_URL=public, WTF_CSRF_ENABLED=True, **config._cookies(secure=secure))
    client = app.test_client()
    front = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"} if secure else {}
    page = client.get("/login", headers=front)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert ("Strict-Transport-Security" in page.headers) is secure
    [cookie] = page.headers.getlist("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert ("Secure" in cookie) is secure
    if secure:
        assert client.get("/login").location == "https://localhost/login"
    with app.app_context():
        db.engine.dispose()
