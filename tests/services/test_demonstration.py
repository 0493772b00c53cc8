"""The demonstration replays three published cases at their dates, and an invented one, through the steps of people."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from mla import wording
from mla.domain.assets.freezing import freezes_on
from mla.extensions import db
from mla.models import Authority, Matter, Person, Request
from mla.services import audit, casework, clocks, demonstration, obligations, record
from tests import factories as f

from .test_casework import world


@pytest.fixture
def loaded(app):
    f.load_register()
    demonstration.load()


def of(case: str) -> Request:
    return db.session.scalars(select(Request).join(Matter).where(Matter.reference == case)).one()


# Letters write "the Central authority of Japan": a name that holds the State would name it twice.
def test_no_authority_has_its_state_in_its_name(loaded):
    named = {a.iso3: a.name for a in db.session.scalars(select(Authority))}
    assert [name for iso3, name in named.items() if wording.state_name(iso3) in name] == []


# bra-usa-2008: both bound on the day of the request; driven to results.
def test_brazil_asks_the_united_states_and_gets_results(loaded):
    request = of("bra-usa-2008")
    told = {b["step"]: b["happened_on"] for b in record.bodies(request)}
    assert request.state == "results_sent"
    assert (told["sign"], told["transmit"], told["report_execution"]) == ("2008-02-12", "2008-02-12", "2012-11-09")
    assert [item["type"] for item in request.draft["assistance"]] == ["c"]
    assert audit.verify(request) == []


# jpn-che-2003: neither State was bound; on reciprocity, frozen, confiscated and shared in equal parts.
def test_japan_and_switzerland_shared_in_equal_parts(loaded):
    request = of("jpn-che-2003")
    bodies = record.bodies(request)
    told = {b["step"]: b["happened_on"] for b in bodies}
    assert (request.kind, request.state) == ("assets", "closed")
    assert "confiscated" not in request.matter.property[0].description
    assert (told["report_freeze"], told["accept_sharing"], told["close_disposed"]) == (
        "2003-12-04", "2008-04-09", "2008-07-25")  # fmt: skip
    (disposed,) = (b["data"]["lines"] for b in bodies if b["step"] == "dispose")
    assert {(line["to"], line["amount"], line["currency"]) for line in disposed} == {
        ("shared", "29200000.00", "CHF"), ("retained", "29200000.00", "CHF")}  # fmt: skip
    assert not [b for b in bodies if b["article"][:1].isdigit()]
    assert audit.verify(request) == []


# The invented case is open: its freeze is in force, and both sides are warned that it lapses soon.
def test_a_freeze_lapses_soon(loaded):
    request, today = of("freeze-near-lapse"), dt.datetime.now(dt.UTC).date()
    assert (request.kind, request.state) == ("assets", "frozen")
    freezes = freezes_on(record.bodies(request), today)
    assert {one.left(today) for one in freezes.values()} == {12}
    for side in (request.requesting_id, request.requested_id):
        assert {"clock.freeze", "clock.freeze_needed"} <= {clock.code for clock in clocks.of(request, side, today)}
    texts = [request.matter.facts, *(a.description for a in request.matter.property)]
    assert all("[demonstration]" in text for text in texts)
    assert audit.verify(request) == []


# grc-alb-2016: not extradited as a national, prosecuted at home; the duty of Art. 16(10) arose and is done.
def test_greece_sought_an_albanian_who_was_prosecuted_at_home(loaded):
    request = of("grc-alb-2016")
    told = {b["step"]: b["happened_on"] for b in record.bodies(request)}
    assert request.state == "prosecution_reported"
    assert (told["refuse_for_nationality"], told["report_prosecution"]) == ("2019-01-21", "2019-05-08")
    assert request.draft["sought"]["person"] == str(request.matter.persons[0].id)
    assert [row.status for row in obligations.rows(request).values()] == ["discharged"]
    assert audit.verify(request) == []


# What the sources do not tell is marked: nothing else than what the case files hold stands unmarked.
def test_what_the_sources_do_not_tell_is_marked(loaded):
    for name in demonstration.PUBLISHED:
        request = of(name)
        assert "[demonstration]" in request.matter.facts
        assert all(o.years is None and not o.life for o in request.matter.offences)
    assert "treaty" in of("bra-usa-2008").matter.facts
    assert db.session.scalar(select(func.count()).select_from(Authority).where(~Authority.demonstration)) == 0


def test_loading_again_changes_nothing(loaded):
    before = world()
    people = db.session.scalar(select(func.count()).select_from(Person))
    demonstration.load()
    assert world() == before
    assert db.session.scalar(select(func.count()).select_from(Person)) == people


# A load that was interrupted at any step goes on where it stopped.
@pytest.mark.parametrize("stop", [1, 4, 9])
def test_an_interrupted_load_goes_on(app, monkeypatch, stop):
    f.load_register()
    real, taken = casework.perform, []

    def perform(*args):
        if len(taken) == stop:
            raise KeyboardInterrupt
        taken.append(args[1])
        return real(*args)

    with monkeypatch.context() as patch:
        patch.setattr(casework, "perform", perform)
        with pytest.raises(KeyboardInterrupt):
            demonstration.load()
    demonstration.load()
    assert (of("bra-usa-2008").state, of("jpn-che-2003").state) == ("results_sent", "closed")
    assert [e.seq for e in of("bra-usa-2008").entries] == list(range(1, 12))
