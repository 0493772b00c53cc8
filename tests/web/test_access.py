"""Who may enter: no declaration means no entry; each rule lets in those it names and turns away all others."""

import datetime as dt
import re
import uuid
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from flask import Blueprint, Flask
from flask.testing import FlaskClient

from mla.extensions import db
from mla.models import Authority, Matter, Office, Person, Request, State
from mla.web import pages
from mla.web.access import (
    LIBRARY_ENDPOINTS,
    PUBLIC,
    SIGNED_IN,
    access,
    case_file,
    office,
    own_matter,
    rules_of,
    signed_in_person,
)

from . import gallery
from .markup import assert_valid_html

SignIn = Callable[..., FlaskClient]
NOW = dt.datetime(2026, 3, 12, 9, 0, tzinfo=dt.UTC)


def rooms() -> Blueprint:
    """One page for each rule; each answers with what it was given."""
    blueprint = Blueprint("rooms", __name__)

    @blueprint.get("/open")
    @access(PUBLIC)
    def everyone() -> str:
        return "open"

    @blueprint.route("/inside", methods=["GET", "POST"])
    @access(SIGNED_IN)
    def inside() -> str:
        return signed_in_person().name

    @blueprint.get("/kept")
    @access(office("register_keeper", "administrator"))
    def kept() -> str:
        return "kept"

    @blueprint.get("/cases/<uuid:request_id>/<word>")
    @access(case_file)
    def case(request: Request, word: str) -> str:
        return f"{request.title} {word}"

    @blueprint.get("/matters/<uuid:matter_id>/keep")
    @access(own_matter, office("drafter"))
    def matter(matter: Matter) -> str:
        return matter.title

    return blueprint


@pytest.fixture
def house(app: Flask) -> SimpleNamespace:
    """Three authorities with a person each; Brazil has a matter, a draft to and a transmitted request to the second."""
    app.register_blueprint(rooms())
    gallery.add_to(app)
    db.session.add_all(State(iso3=code, short_name=code, names={}) for code in ("BRA", "USA", "CHE"))
    db.session.flush()
    bra, usa, che = (_person(code) for code in ("BRA", "USA", "CHE"))
    matter = Matter(id=uuid.uuid4(), authority_id=bra.authority_id, title="Lavanderia", opened_at=NOW)
    db.session.add(matter)
    db.session.flush()
    draft, sent = (_request(matter, bra, usa, title, version) for title, version in (("draft", None), ("sent", 1)))
    db.session.commit()
    return SimpleNamespace(bra=bra, usa=usa, che=che, matter=matter.id, draft=draft.id, sent=sent.id)


def _person(iso3: str) -> Person:
    authority = Authority(id=uuid.uuid4(), iso3=iso3, code=iso3, name=f"Authority of {iso3}")
    db.session.add(authority)
    db.session.flush()
    person = Person(authority_id=authority.id, name=f"Person of {iso3}", email=f"{iso3}@example.org", active=True)
    db.session.add(person)
    db.session.flush()
    return person


def _request(matter: Matter, by: Person, to: Person, title: str, sent_version: int | None) -> Request:
    request = Request(
        kind="assistance",
        table_version=1,
        state=title,
        title=title,
        matter_id=matter.id,
        requesting_id=by.authority_id,
        requested_id=to.authority_id,
        draft={},
        sent_version=sent_version,
        opened_at=NOW,
        changed_at=NOW,
    )
    db.session.add(request)
    db.session.flush()
    return request


def _appoint(person: Person, name: str) -> None:
    person.roles.append(db.session.query(Office).filter_by(name=name).one_or_none() or Office(name=name))
    db.session.commit()


def test_a_view_that_declares_nothing_is_not_there(
    house: SimpleNamespace, client: FlaskClient, sign_in: SignIn
) -> None:
    assert client.get("/gallery/undeclared").status_code == 404
    answer = sign_in(house.bra).get("/gallery/undeclared")
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_every_endpoint_of_the_application_declares_its_access(app: Flask) -> None:
    closed = {name for name in app.view_functions if not rules_of(app, name)}
    assert {name for name in closed if not name.startswith(("security.", "bootstrap."))} == set()


def test_the_table_of_libraries_names_no_view_of_ours(app: Flask) -> None:
    ours = {name for name, view in app.view_functions.items() if hasattr(view, "access_rules")}
    assert ours & set(LIBRARY_ENDPOINTS) == set()


def test_signed_out_people_see_what_is_public(house: SimpleNamespace, client: FlaskClient) -> None:
    assert client.get("/open").text == "open"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        # the sign-in page brings the person back to the page they asked for, with its question
        ("/inside?a=1", "/login?next=/inside?a%3D1"),
        ("/kept", "/login?next=/kept"),
        # whether the request exists is not said
        (f"/cases/{uuid.UUID(int=7)}/x", f"/login?next=/cases/{uuid.UUID(int=7)}/x"),
    ],
)
def test_signed_out_people_are_led_to_the_sign_in_page(
    house: SimpleNamespace, client: FlaskClient, path: str, kept: str
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.location) == (303, kept)


def test_signed_out_people_can_not_send_a_form(house: SimpleNamespace, client: FlaskClient) -> None:
    answer = client.post("/inside")
    assert (answer.status_code, answer.location) == (303, "/login")


def test_signed_out_people_can_not_open_a_page_of_the_sign_in_library_for_those_inside(client: FlaskClient) -> None:
    assert client.get("/change").location == "/login?next=/change"


def test_who_is_signed_in_enters(house: SimpleNamespace, sign_in: SignIn) -> None:
    assert sign_in(house.usa).get("/inside").text == "Person of USA"


@pytest.mark.parametrize(
    ("held", "status"), [(None, 403), ("drafter", 403), ("register_keeper", 200), ("administrator", 200)]
)
def test_a_page_of_an_office_is_open_to_its_holders(
    house: SimpleNamespace, sign_in: SignIn, held: str | None, status: int
) -> None:
    if held:
        _appoint(house.bra, held)
    assert sign_in(house.bra).get("/kept").status_code == status


@pytest.mark.parametrize(
    ("who", "which", "status"),
    [
        # the requesting authority sees its requests from the first draft
        ("bra", "draft", 200),
        ("bra", "sent", 200),
        # the requested authority sees a request once it was transmitted
        ("usa", "draft", 404),
        ("usa", "sent", 200),
        # a third authority sees nothing
        ("che", "draft", 404),
        ("che", "sent", 404),
    ],
)
def test_a_case_file_is_there_for_those_who_may_see_it(
    house: SimpleNamespace, sign_in: SignIn, who: str, which: str, status: int
) -> None:
    answer = sign_in(getattr(house, who)).get(f"/cases/{getattr(house, which)}/word")
    assert answer.status_code == status
    assert (answer.text == f"{which} word") is (status == 200)


def test_an_id_that_names_nothing_answers_like_one_that_is_not_yours(house: SimpleNamespace, sign_in: SignIn) -> None:
    browser = sign_in(house.che)
    nothing, foreign = (browser.get(f"/cases/{which}/x") for which in (uuid.uuid4(), house.sent))
    said = [re.sub(r'name="csrf_token" value="[^"]+"', "", answer.text) for answer in (nothing, foreign)]
    assert nothing.status_code == foreign.status_code == 404
    assert said[0] == said[1]  # the token alone differs: it holds the second at which it was made


@pytest.mark.parametrize(
    ("who", "held", "status"),
    [
        ("bra", "drafter", 200),
        ("bra", None, 403),
        # not yours comes before wrong office: an outsider must not learn that it exists
        ("usa", "drafter", 404),
        ("usa", None, 404),
    ],
)
def test_a_matter_is_its_own_authoritys(
    house: SimpleNamespace, sign_in: SignIn, who: str, held: str | None, status: int
) -> None:
    person = getattr(house, who)
    if held:
        _appoint(person, held)
    assert sign_in(person).get(f"/matters/{house.matter}/keep").status_code == status


def test_the_header_says_who_is_signed_in_for_whom_and_which_rooms_are_open(
    house: SimpleNamespace, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        pages, "NAVIGATION", (("rooms.inside", "Inside", None), ("rooms.kept", "Offices", "administrator"))
    )
    browser = sign_in(house.bra)
    text = browser.get("/gallery").text
    for said in ("Person of BRA", "Authority of BRA, Brazil", '<form method="post" action="/logout">', ">Inside</a>"):
        assert said in text
    assert ">Offices</a>" not in text
    _appoint(house.bra, "administrator")
    text = browser.get("/gallery").text
    assert ">Offices</a>" in text
    assert_valid_html(text)


def test_signing_out_ends_the_session(house: SimpleNamespace, sign_in: SignIn) -> None:
    browser = sign_in(house.bra)
    browser.post("/logout")
    assert browser.get("/inside").status_code == 303
