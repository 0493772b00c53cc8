"""Every route × role × authority: what each person gets from each address, read from the application's own map."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from werkzeug.routing import Rule as Address

from mla.domain.kinds.assistance import KIND
from mla.extensions import db
from mla.models import Authority, DepositaryAction, Person
from mla.services import agreements
from mla.web.access import LIBRARY_ENDPOINTS, PUBLIC, rules_of
from tests import factories as f
from tests.services.conftest import plain_papers
from tests.web.requests import typed as forms

ONE_ENGINE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
pytestmark = [pytest.mark.usefixtures("plain_papers"), ONE_ENGINE]
__all__ = ["plain_papers"]

ROLES = (*f.ROLES, "register_keeper", "administrator")
#: Addresses whose arguments name an object of an authority; all of them declare who may load it.
OBJECTS = {"request_id", "matter_id", "document_id", "person_id"}
TURNED_AWAY = (403, 404)
#: Addresses that a request for assistance does not have.
OF_ANOTHER_KIND = {"requests.open_arrest", "requests.open_confiscation", "requests.competing", "requests.offences",
                   "requests.property_list", "requests.asset", "requests.disposal"}  # fmt: skip


@dataclass(slots=True)
class World:
    """Brazil with a draft, a request sent to the United States and its matter; Switzerland looks on."""

    draft: f.Case
    sent: f.Case
    people: dict[tuple[str, str], Person]
    action: DepositaryAction
    treaty_id: uuid.UUID
    record_id: uuid.UUID
    paper: Authority

    def arguments(self, case: f.Case) -> dict[str, Any]:
        """A value for every argument that any address takes."""
        request = case.request
        matter = request.matter
        return {
            "request_id": request.id,
            "matter_id": matter.id,
            "document_id": request.documents[0].id,
            "item_id": matter.annexes[0].id,
            "kind": "annexes",
            "section": "purpose",
            "name": "approve",
            "paper": "party_status",
            "sha256": matter.annexes[0].sha256,
            "number": 1,
            "iso3": "USA",
            "a": "BRA",
            "b": "USA",
            "action_id": self.action.id,
            "treaty_id": self.treaty_id,
            "record_id": self.record_id,
            "counterpart_id": self.paper.id,
            "person_id": self.people["BRA", "drafter"].id,
        }


@pytest.fixture
def world(app) -> World:
    brazil, states = f.houses()
    swiss = f.house("CHE")
    people = {(h.authority.iso3, role): h[role] for h in (brazil, states, swiss) for role in f.ROLES}
    for house in (brazil, states, swiss):
        for role in ("register_keeper", "administrator"):
            people[house.authority.iso3, role] = f.person(house.authority, role)
    action = DepositaryAction(
        instrument="UNTOC", iso3="PNG", kind="accession", happened_on=dt.date(2026, 1, 5), source="a notice",
        recorded_at=f.NOW, recorded_by=people["USA", "register_keeper"].id,
    )  # fmt: skip
    db.session.add(action)
    db.session.commit()
    requests = f.draft(brazil, states), f.drive(f.draft(brazil, states))
    parties = [{"iso3": iso3, "since": dt.date(2001, 5, 1), "until": None, "source": ""} for iso3 in ("BRA", "CHE")]
    treaty_id = f.treaty(parties=parties).treaty_id  # one that binds the two States would change on what a draft rests
    another = f.treaty_values(title="Another Fictitious Treaty")
    record_id = agreements.enter(another, people["USA", "register_keeper"].id, f.NOW).id
    return World(*requests, people, action, treaty_id, record_id, f.on_paper("PNG").authority)


#: Approval leaves from no state in which the requests of this world stand.
NOT_FROM_HERE = {"requests.step", "requests.preview"}


def standing(case: f.Case) -> tuple[str, int, int]:
    """What a step would have changed: the state, the number of entries and of papers."""
    db.session.expire_all()
    return case.request.state, len(case.request.entries), len(case.request.documents)


def addresses(app) -> Iterator[tuple[Address, str]]:
    """Every address of the application's own with each method, those of libraries left out."""
    for address in app.url_map.iter_rules():
        if address.endpoint not in LIBRARY_ENDPOINTS and rules_of(app, address.endpoint):
            for method in sorted(address.methods & {"GET", "POST"}):
                yield address, method


def answers(app, world: World, case: f.Case, browser) -> Iterator[tuple[Address, str, int]]:
    """What a browser gets from every address."""
    known = world.arguments(case)
    for address, method in addresses(app):
        with app.test_request_context():
            path = app.url_for(address.endpoint, **{name: known[name] for name in address.arguments})
        yield address, method, browser.open(path, method=method).status_code


def test_every_address_of_an_object_declares_who_may_load_it(app):
    for address, _ in addresses(app):
        rules = rules_of(app, address.endpoint)
        if OBJECTS & address.arguments:
            assert any(rule.load or rule.offices for rule in rules), address.endpoint


# Nothing is open to people who are not signed in, but what is meant for everybody.
def test_signed_out_everything_leads_to_the_sign_in_page(app, world, client):
    for address, method, status in answers(app, world, world.sent, client):
        public = PUBLIC in rules_of(app, address.endpoint)
        assert (status in (200, 302, 303)) if public else (status == 303), (address.endpoint, method, status)


# An outsider gets 404 from whatever belongs to others, as if it did not exist; nobody ever gets a stack trace.
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("phase", ["draft", "sent"])
def test_an_outsider_finds_nothing(app, world, sign_in, role, phase):
    case = getattr(world, phase)
    browser = sign_in(world.people["CHE", role])
    for address, method, status in answers(app, world, case, browser):
        if {"request_id", "matter_id", "document_id"} & address.arguments:
            assert status == 404, (address.endpoint, method, status)
        elif "person_id" in address.arguments:
            assert status in TURNED_AWAY, (address.endpoint, method, status)
        assert status < 500, (address.endpoint, method, status)


# The requested State finds neither the matter nor a draft; it finds the request once it was transmitted.
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("phase", ["draft", "sent"])
def test_the_requested_state_reads_what_passed(app, world, sign_in, role, phase):
    case = getattr(world, phase)
    browser = sign_in(world.people["USA", role])
    found = {}
    for address, method, status in answers(app, world, case, browser):
        found[address.endpoint, method] = status
        hidden = "matter_id" in address.arguments or (phase == "draft" and "request_id" in address.arguments)
        inner = "document_id" in address.arguments or address.endpoint.startswith("drafting.")
        if hidden or (inner and "request_id" in address.arguments):
            assert status == 404, (address.endpoint, method, status)
        assert status < 500, (address.endpoint, method, status)
    assert found["requests.case", "GET"] == (200 if phase == "sent" else 404)


# Its own people read everything of the request; offices open only to those who hold them.
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("phase", ["draft", "sent"])
def test_ones_own_people_enter_by_office(app, world, sign_in, role, phase):
    case = getattr(world, phase)
    browser = sign_in(world.people["BRA", role])
    before = standing(case)
    for address, method, status in answers(app, world, case, browser):
        needed = frozenset().union(*(rule.offices for rule in rules_of(app, address.endpoint)))
        if needed and role not in needed:
            assert status == 403, (address.endpoint, method, status)
        elif address.endpoint in NOT_FROM_HERE:
            assert status in (403, 409, 422), (address.endpoint, method, status)
        elif address.endpoint in OF_ANOTHER_KIND:
            assert status == 404, (address.endpoint, method, status)
        elif method == "GET":
            closed = phase == "sent" and address.endpoint.startswith("drafting.")
            assert status in ((403,) if closed else (200, 302, 303)), (address.endpoint, status)
        assert status < 500, (address.endpoint, method, status)
    assert standing(case) == before
    assert browser.get(f"/requests/{case.request.id}").status_code == 200
    assert browser.get(f"/requests/{case.request.id}/papers/{case.request.documents[0].id}").status_code == 200


# A step is its own side's and role's: to everybody else it is closed, whatever they send, and nothing moves.
@pytest.mark.parametrize("taken", f.PATH[:6], ids=lambda row: row[0])
def test_a_step_is_for_its_own_roles_alone(world, sign_in, taken):
    step, side, _ = taken
    case = f.drive(world.draft, next(s.sources[0] for s in KIND.steps if s.name == step))
    before, sent = standing(case), forms.typed(case, step)
    for house in (case.requesting, case.requested):
        for role in f.ROLES:
            if house is getattr(case, side) and role in KIND.step(step).roles:
                continue
            hidden = house is case.requested and case.request.state in KIND.internal
            status = sign_in(house[role]).post(forms.address(case, step), data=sent).status_code
            assert status == (404 if hidden else 403), (step, role, status)
    assert standing(case) == before
    assert sign_in(f.actor(case, step)).post(forms.address(case, step), data=sent).status_code == 303


# A person without any role reads what the authority may see and writes nothing.
def test_without_a_role_nothing_is_written(app, world, sign_in):
    guest = f.person(world.sent.requesting.authority)
    db.session.commit()
    browser = sign_in(guest)
    for address, method, status in answers(app, world, world.draft, browser):
        if method == "POST" and "account" not in address.endpoint:
            assert status in (403, 404, 409, 422), (address.endpoint, status)
    assert world.draft.request.state == "draft"


def test_the_roles_here_are_all_that_there_are(app):
    assert {office.name for office in db.session.scalars(db.select(f.Office))} == set(ROLES)
