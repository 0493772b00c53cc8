"""Requests of several States for one person: which are found, and the record in the history of each; both databases."""

import datetime as dt
import json

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from mla.domain.errors import NotFound, StaleState, StepClosed, WrongPerson, WrongState
from mla.extensions import db
from mla.models import Sought
from mla.queries import cases
from mla.queries.competing import held
from mla.services import audit, casework, matters, record, recording
from mla.services.competing import weigh
from tests import extraditions as x
from tests import factories as f
from tests.domain.extradition_cases import complete
from tests.rivals import asked, three, two, weighed

__all__ = ["three", "two"]


def ids(*found):
    return [case.request.id for case in found]


def shown(case):
    db.session.expire_all()
    return [request.id for request in held(case.request)]


# Both requests are found from either of them, whatever differs in the writing of the name.
@pytest.mark.parametrize(
    ("someone", "noticed"),
    [
        ({}, True),
        ({"family_name": "SILVA", "given_names": "ana"}, True),
        ({"born_on": None}, True),
        ({"born_on": dt.date(1980, 2, 29)}, False),
        ({"family_name": "Souza"}, False),
        ({"family_name": "Souza", "original_script": "Ана"}, False),
    ],
)
def test_another_request_for_the_same_person_is_found(three, someone, noticed):
    brazil, states, swiss = three
    one, other = asked(brazil, swiss), asked(states, swiss, **someone)
    wanted = ids(one, other) if noticed else []
    assert (shown(one), shown(other)) == (wanted, wanted)


# Only what was sent counts: neither a draft, nor what the matter says since.
def test_what_was_not_sent_is_not_known(three):
    brazil, states, swiss = three
    one, other = asked(brazil, swiss), asked(states, swiss, "signed")
    assert shown(one) == shown(other) == []
    f.drive(other, "transmitted")
    assert shown(one) == ids(one, other)
    someone = other.request.matter.persons[0]
    drafter = states["drafter"].id
    matters.save_item(other.request.matter_id, "persons", someone.id, {"family_name": "Souza"}, drafter, f.NOW)
    assert shown(one) == ids(one, other)


# A request that was sent before there were keys is found by them as one that is sent now.
def test_versions_of_before_get_the_keys_by_which_they_are_found(app, two, monkeypatch):
    rows = sa.select(Sought.request_id, Sought.version, Sought.name_key, Sought.script_key).order_by(Sought.request_id)
    given = db.session.execute(rows).all()
    assert {row.request_id for row in given} == {case.request.id for case in two}
    migration = ScriptDirectory(app.extensions["migrate"].directory).get_revision("0011_sought").module
    monkeypatch.setattr(migration.op, "get_bind", db.session.connection, raising=False)
    db.session.execute(sa.delete(Sought))
    migration._fill(Sought.__table__)
    assert db.session.execute(rows).all() == given


# Of a person of whom no name is known nothing can be the same.
def test_a_person_without_a_name_competes_with_nobody(three):
    brazil, states, swiss = three
    nameless = {"family_name": "", "given_names": "", "original_script": ""}
    one, other = (asked(house, swiss, **nameless) for house in (brazil, states))
    assert shown(one) == shown(other) == []


def test_two_requests_of_one_state_do_not_compete(three):
    brazil, _, swiss = three
    one, other = asked(brazil, swiss), asked(brazil, swiss)
    assert shown(one) == shown(other) == []


# Requests to two States are unknown to one another: no authority holds both.
def test_a_request_to_another_authority_is_not_known(three):
    brazil, states, swiss = three
    one, other = asked(brazil, swiss), asked(states, f.house("ITA"))
    assert shown(one) == shown(other) == []


@pytest.mark.parametrize("step", ["withdraw", "refuse_extradition"])
def test_a_request_that_has_ended_competes_no_more(two, step):
    one, other = two
    person = other.requested["decider"] if step == "refuse_extradition" else other.requesting["signatory"]
    data = {"ground": "domestic_condition", "provision": "Code 66", "reasons": "Lapse.", "not_appropriate": "Clear.",
            "not_nationality": True}  # fmt: skip
    casework.perform(other.request.id, step, person.id, other.now, other.request.state, data)
    assert shown(one) == shown(other) == []


# A request that came on paper competes like any other, as far as it was entered who is sought.
@pytest.mark.parametrize("named", [True, False])
def test_a_request_on_paper_competes_too(three, named):
    brazil, _, swiss = three
    one, paper = asked(brazil, swiss), f.on_paper("ITA").authority
    content = {**complete(), "persons": json.loads(one.request.versions[-1].content)["persons"]}
    content["sought"] |= {"person": "P1" if named else ""}
    person = swiss["registry"].id
    done = recording.register("extradition", paper.id, person, f.NOW, f.arrived(), {}, content)
    wanted = [one.request.id, done.request.id] if named else []
    assert sorted(shown(one)) == sorted(request.id for request in held(done.request)) == sorted(wanted)


# A request for arrest competes by itself until its extradition is sent: then it is told with that one.
def test_an_arrest_is_told_with_its_extradition(three):
    brazil, states, swiss = three
    one, main = asked(brazil, swiss), x.draft(states, swiss, f.NOW + dt.timedelta(hours=1))
    part = f.drive(x.arrest(main), "received")
    assert shown(one) == shown(part) == ids(one, part)
    f.drive(main, "received")
    assert set(shown(one)) == set(shown(part)) == set(ids(one, main))


def decided(one, other, **changes):
    data = weighed(one, other, **changes)
    return weigh(one.request.id, one.requested["decider"].id, one.now, one.request.state, data)


# The record stands in the history of each request, moves none, and hands out nothing.
def test_the_decision_is_entered_in_each_history(two):
    one, other = two
    before = [case.request.state for case in two]
    papers = [len(case.request.documents) for case in two]
    decided(one, other)
    db.session.expire_all()
    for case in two:
        told = record.bodies(case.request)[-1]
        assert (told["step"], told["from"], told["to"]) == ("weigh_competing", case.request.state, case.request.state)
        assert told["data"]["precedence"] == str(one.request.id)
        assert list(audit.verify(case.request)) == []
    assert [case.request.state for case in two] == before
    assert [len(case.request.documents) for case in two] == papers


# Neither requesting State can read what stands in the history of its own request: only that there is an entry.
def test_no_requesting_state_reads_it(two):
    one, other = two
    decided(one, other)
    for case in two:
        entry = case.request.entries[-1]
        assert cases.readable_entry(entry, case.requested.authority.id)
        assert not cases.readable_entry(entry, case.requesting.authority.id)


@pytest.mark.parametrize(
    ("role", "side", "refused"),
    [
        ("registry", "requested", WrongPerson),
        ("signatory", "requesting", NotFound),
    ],
)
def test_only_a_decider_of_the_authority_that_holds_both_decides(two, role, side, refused):
    one, other = two
    person = getattr(one, side)[role]
    with pytest.raises(refused):
        weigh(one.request.id, person.id, one.now, one.request.state, weighed(one, other))
    assert "weigh_competing" not in [body["step"] for case in two for body in record.bodies(case.request)]


# What closes the step in one of them keeps it out of all.
def test_it_is_entered_in_all_or_in_none(two):
    one, other = two
    casework.perform(
        other.request.id, "withdraw", other.requesting["signatory"].id, other.now, other.request.state, {}
    )  # fmt: skip
    third = asked(f.house("ITA"), one.requested)
    with pytest.raises(WrongState):
        decided(one, other, weighed=weighed(one, other, third)["weighed"])
    db.session.rollback()
    with pytest.raises(StepClosed, match="not_seen"):
        decided(one, other, weighed=weighed(one)["weighed"])
    db.session.rollback()
    assert "weigh_competing" not in [body["step"] for body in record.bodies(one.request)]


def test_who_saw_another_state_of_the_request_looks_again(two):
    one, other = two
    with pytest.raises(StaleState):
        weigh(one.request.id, one.requested["decider"].id, one.now, "received", weighed(one, other))
