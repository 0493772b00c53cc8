"""Accounts: every rule about who may sign in and what they may do."""

import uuid

import pytest
from flask_security import verify_password
from flask_security.recoverable import reset_password_token_status

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.extensions import db
from mla.services import accounts
from mla.wording.accounts import CAUSES, DUTIES, OFFICES

LETTERHEAD = {"name": "Department", "zone": "America/Sao_Paulo", "place": "Brasília"}


@pytest.fixture
def authority(states):
    return accounts.add_authority("BRA", "DRCI", LETTERHEAD)


@pytest.fixture
def administrator(authority):
    return accounts.invite(authority.id, "admin@example.org", "Ana", "Head", ["administrator"], None)


@pytest.fixture
def stranger(states):
    elsewhere = accounts.add_authority("CHE", "FOJ", {"name": "Office"})
    return accounts.invite(elsewhere.id, "admin@example.ch", "Beat", "Head", ["administrator"], None)


def causes(refused):
    return refused.value.fields


def held(person):
    return {office.name for office in person.roles}


@pytest.mark.parametrize(
    ("iso3", "code", "letterhead", "expected"),
    [
        ("XXX", "DRCI", {"name": "A"}, {"iso3": "no_state"}),
        ("EUU", "DRCI", {"name": "A"}, {"iso3": "no_state"}),  # a regional organisation
        ("BRA", "drci", {"name": "A"}, {"code": "code_malformed"}),
        ("BRA", "D", {"name": "A"}, {"code": "code_malformed"}),
        ("BRA", "DR-CI", {"name": "A"}, {"code": "code_malformed"}),
        ("BRA", "DRCI", {}, {"name": "authority_name_missing"}),
        ("BRA", "DRCI", {"name": " "}, {"name": "authority_name_missing"}),
        ("BRA", "DRCI", {"name": "A", "zone": "Brasilia"}, {"zone": "zone_unknown"}),
        ("BRA", "DRCI", {"name": "A", "email": "nobody"}, {"email": "email_malformed"}),
        ("XXX", "?", {"zone": "?"}, {"iso3": "no_state", "code": "code_malformed", "name": "authority_name_missing",
                                     "zone": "zone_unknown"}),
    ],
)  # fmt: skip
def test_an_authority_needs_a_state_a_code_a_name_and_a_time_zone(states, iso3, code, letterhead, expected):
    with pytest.raises(NotAccepted) as refused:
        accounts.add_authority(iso3, code, letterhead)
    assert causes(refused) == expected


def test_a_code_stands_once_in_a_state(authority):
    with pytest.raises(NotAccepted) as refused:
        accounts.add_authority("BRA", "DRCI", LETTERHEAD)
    assert causes(refused) == {"code": "code_taken"}
    assert accounts.add_authority("CHE", "DRCI", LETTERHEAD).code == "DRCI"


def test_the_letterhead_is_changed_by_an_administrator_of_the_authority(authority, administrator, stranger):
    accounts.change_letterhead(authority.id, {"name": " New name ", "telephone": "+55"}, administrator.id)
    assert (authority.name, authority.telephone, authority.place) == ("New name", "+55", "Brasília")
    with pytest.raises(NotAllowed):
        accounts.change_letterhead(authority.id, {"name": "X"}, stranger.id)
    with pytest.raises(NotAccepted) as refused:
        accounts.change_letterhead(authority.id, {"name": ""}, administrator.id)
    assert causes(refused) == {"name": "authority_name_missing"}


def test_a_person_is_invited_with_an_address_in_small_letters(authority, administrator):
    made = accounts.invite(authority.id, " Joao@Example.ORG ", " João ", " Clerk ", ["drafter"], administrator.id)
    assert (made.email, made.name, made.title, held(made)) == ("joao@example.org", "João", "Clerk", {"drafter"})
    assert made.active
    assert made.password is None


@pytest.mark.parametrize(
    ("email", "name", "offices", "expected"),
    [
        ("nobody", "João", [], {"email": "email_malformed"}),
        ("ADMIN@example.org", "João", [], {"email": "email_taken"}),
        ("j@example.org", " ", [], {"name": "name_missing"}),
        ("j@example.org", "João", ["king"], {"offices": "office_unknown"}),
        ("j@example.org", "João", ["register_keeper"], {"offices": "keeper_by_command"}),
    ],
)
def test_an_invitation_that_can_not_be_kept_says_why(authority, administrator, email, name, offices, expected):
    with pytest.raises(NotAccepted) as refused:
        accounts.invite(authority.id, email, name, "", offices, administrator.id)
    assert causes(refused) == expected


def test_the_command_line_names_register_keepers(authority):
    made = accounts.invite(authority.id, "k@example.org", "Kai", "", ["register_keeper"], None)
    assert held(made) == {"register_keeper"}


def test_an_administrator_neither_takes_nor_gives_the_register(authority, administrator):
    keeper = accounts.invite(authority.id, "k@example.org", "Kai", "", ["register_keeper"], None)
    with pytest.raises(NotAccepted) as refused:
        accounts.change(keeper.id, "", ["drafter"], administrator.id)
    assert causes(refused) == {"offices": "keeper_by_command"}
    accounts.change(keeper.id, "", ["drafter", "register_keeper"], administrator.id)
    assert held(keeper) == {"drafter", "register_keeper"}


def acts(person):
    return [
        lambda by: accounts.invite(person.authority_id, "x@example.org", "X", "", [], by),
        lambda by: accounts.link(person.id, by),
        lambda by: accounts.change(person.id, "", ["drafter"], by),
        lambda by: accounts.deactivate(person.id, by),
        lambda by: accounts.reactivate(person.id, by),
    ]


def test_only_an_active_administrator_of_the_same_authority_acts(authority, administrator, stranger):
    drafter = accounts.invite(authority.id, "d@example.org", "D", "", ["drafter"], None)
    former = accounts.invite(authority.id, "f@example.org", "F", "", ["administrator"], None)
    accounts.deactivate(former.id, None)
    for by in (drafter, stranger, former):
        for act in acts(drafter):
            with pytest.raises(NotAllowed):
                act(by.id)
            db.session.rollback()


def test_nobody_is_nobody(authority):
    with pytest.raises(NotFound):
        accounts.deactivate(authority.id, None)
    with pytest.raises(NotFound):
        accounts.invite(uuid.uuid4(), "x@example.org", "X", "", [], None)


def test_an_authority_is_never_left_without_an_administrator(authority, administrator):
    for act in (
        lambda: accounts.change(administrator.id, "", ["drafter"], administrator.id),
        lambda: accounts.deactivate(administrator.id, None),
    ):
        with pytest.raises(NotAccepted) as refused:
            act()
        assert set(causes(refused).values()) == {"last_administrator"}
        db.session.rollback()
    other = accounts.invite(authority.id, "b@example.org", "Bia", "", ["administrator"], administrator.id)
    accounts.deactivate(administrator.id, other.id)
    assert not administrator.active


def person_of(link):
    expired, invalid, person = reset_password_token_status(link.rpartition("/")[2])
    return None if expired or invalid else person


def test_a_link_names_its_person_and_ends_earlier_ones(authority, administrator):
    first = accounts.link(administrator.id, None)
    assert first.startswith("http://127.0.0.1:8000/password/")
    assert person_of(first) == administrator
    second = accounts.link(administrator.id, None)
    assert person_of(first) is None
    assert person_of(second) == administrator


def test_deactivation_ends_links_and_sign_ins_and_can_be_undone(authority, administrator):
    drafter = accounts.invite(authority.id, "d@example.org", "D", "", ["drafter"], administrator.id)
    given, mark = accounts.link(drafter.id, administrator.id), drafter.fs_uniquifier
    accounts.deactivate(drafter.id, administrator.id)
    assert not drafter.active
    assert drafter.fs_uniquifier != mark
    assert person_of(given) is None
    accounts.reactivate(drafter.id, administrator.id)
    assert drafter.active


def test_a_person_of_the_demonstration_can_sign_in_at_once_and_is_laid_once(authority):
    person = ("d@example.org", "Demo", "Drafter", ["drafter"])
    made = accounts.add_demonstration_person(authority, *person)
    assert made.demonstration
    assert verify_password(accounts.DEMONSTRATION_PASSWORD, made.password)
    assert accounts.add_demonstration_person(authority, *person) is made


def test_every_office_and_cause_has_its_sentence(app):
    assert tuple(OFFICES) == tuple(DUTIES) == accounts.OFFICES
    with app.test_request_context():
        assert all(str(sentence).endswith(".") for sentence in CAUSES.values())


def test_an_office_that_does_not_exist_is_not_given_in_the_demonstration_either(authority):
    with pytest.raises(NotAccepted) as caught:
        accounts.add_demonstration_person(authority, "e@example.org", "Demo", "Emperor", ["emperor"])
    assert caught.value.fields == {"offices": "office_unknown"}
