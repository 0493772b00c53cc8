"""The list of requests as the services keep it: after every step, and on any day, what the history says."""

import datetime as dt

import pytest
from sqlalchemy import delete, select, update

from bench import originals
from bench.ways import WAYS
from mla.engine import transaction
from mla.extensions import db
from mla.models import Listing, ListingWord, Person, Request
from mla.queries import cases
from mla.queries import listing as queries
from mla.services import audit, casework, clocks, gather, listed, listing, matters, recording
from mla.web.requests import standing
from tests import assets as a
from tests import extraditions as x
from tests import factories as f
from tests.conftest import application

#: Days on which the list is read after a step: at once, the next morning, later, and when every freeze has lapsed.
LATER = tuple(dt.timedelta(days=days) for days in (0, 1, 40, 4000))


def assert_true(person, at, requests):
    """What the list shows the person of the requests is what their histories say at that instant."""
    lines = {found.request_id: found for found in listing.page(person, at)}
    for request in requests:
        seen = request.requesting_id == person.authority_id or request.sent_version is not None
        assert (request.id in lines) is seen
        if seen:
            assert_line(lines[request.id], person, at, request)


def assert_line(line, person, at, request):
    """The line says where the request stands, as the page of the case would."""
    own, held = gather.local_day(person.authority, at), gather.held_day(request, person.authority, at)
    outgoing = request.requesting_id == person.authority_id
    ours = request.requesting_reference if outgoing else request.requested_reference
    assert (line.kind, line.state, line.outgoing) == (request.kind, request.state, outgoing)
    assert (line.title, line.ours, line.theirs, line.name) == (
        standing.title(request, person), ours or "", standing.their_reference(request, person) or "",
        standing.other(request, person).name,
    )  # fmt: skip
    assert list(listing.clocks_of(line)) == list(clocks.of(request, person.authority_id, held))
    now = listed.on(listed.known(request), person.authority_id, own, held)
    assert (line.awaited_of, line.awaited) == (now["awaited_of"], now["awaited"])


def one_of(authority):
    """Somebody of the authority."""
    return db.session.scalars(select(Person).where(Person.authority_id == authority.id).limit(1)).one()


def checked(take):
    """The step taken; then the list is held against the histories of the request and of those of its matter."""

    def taken(request_id, step, person_id, now, *more):
        done = take(request_id, step, person_id, now, *more)
        beside = db.session.scalars(select(Request).where(Request.matter_id == done.request.matter_id)).all()
        for authority in {done.request.requesting, done.request.requested}:
            for later in () if authority.on_paper else LATER:
                assert_true(one_of(authority), now + later, beside)
        return done

    return taken


# The strongest proof: every way of every kind of request, and after each step what the list shows on several days.
def test_after_every_step_the_list_says_what_the_history_says(engine_of, tmp_path, monkeypatch):
    with engine_of("sqlite").fresh() as address, application(address, tmp_path).app_context():
        f.load_register()
        monkeypatch.setattr(cases, "PAGE", 1000)
        monkeypatch.setattr(casework, "perform", checked(casework.perform))
        monkeypatch.setattr(recording, "record", checked(recording.record))
        originals.make(WAYS)
        stale = [request.id for request in db.session.scalars(select(Request)) if audit.verify(request, files=False)]
        assert stale == []
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def houses(app, plain_papers):
    return f.houses()


def check(*cases_):
    """Both sides of each case read in their list what the histories say, on several days."""
    for case in cases_:
        for house in (case.requesting, case.requested):
            if house.people:
                for later in LATER:
                    assert_true(house["drafter"], case.now + later, [case.request])


def awaits(case):
    """The codes of the clocks that the requesting side's list shows."""
    lines = listing.page(case.requesting["drafter"], case.now)
    return [c.code for line in lines if line.request_id == case.request.id for c in listing.clocks_of(line)]


# An arrest waits for the formal request; once it was sent, the list says so, though nothing happened to the arrest.
def test_a_formal_request_that_is_sent_ends_what_is_due_in_the_arrest(app, plain_papers):
    main = x.draft(*f.houses("BRA", "CHE"))
    part = x.go(x.arrest(main), *x.TO_EXAMINATION[:-1], "order_arrest")
    assert awaits(part) == ["clock.documents"]
    x.go(main, *x.TO_EXAMINATION[:4])
    assert awaits(part) == []
    check(part, main)


# An arrest asked on its own belongs to the request for the same person: the draft says for whom it is.
def test_whom_a_draft_seeks_decides_whether_an_arrest_awaits_it(app, plain_papers):
    main = x.pointing(x.draft(*f.houses("BRA", "CHE")))
    drafter = main.requesting["drafter"].id
    done = casework.open_request(
        main.request.matter_id, "provisional_arrest", main.requested.authority.id, "Ana Silva", drafter, main.now
    )
    alone = f.Case(done.request, main.requesting, main.requested, main.now, ["draft"])
    for name, value in main.request.draft.items():
        if name in matters.sections("provisional_arrest"):
            x.save(alone, name, value)
    x.save(alone, "custody", x.CUSTODY)
    x.go(alone, *x.TO_EXAMINATION[:-1], "order_arrest")
    x.go(main, *x.TO_EXAMINATION[:4], "open_amendment")
    assert awaits(alone) == []
    x.save(main, "sought", main.request.draft["sought"] | {"person": ""})
    assert awaits(alone) == ["clock.documents"]
    check(alone, main)


# A freeze that lapses is told as lapsed on the day after, though nobody touched the case; the row itself stays.
def test_a_lapse_needs_no_step(houses):
    case = a.arrived(a.draft(*houses), "submit_freeze", "report_freeze")
    person = case.requesting["signatory"]
    row = db.session.get(Listing, (case.request.id, person.authority_id))
    last = row.changes_on - dt.timedelta(days=1)
    noon = dt.datetime(last.year, last.month, last.day, 15, tzinfo=dt.UTC)
    codes = [[c.code for c in listing.clocks_of(line)] for day in (0, 1)
             for line in listing.page(person, noon + dt.timedelta(days=day))]  # fmt: skip
    assert ["clock.freeze" in found for found in codes] == [True, False]
    assert ["clock.freeze_lapsed" in found for found in codes] == [False, True]
    assert audit.verify(case.request) == []
    with transaction():
        assert listing.project(case.request, noon + dt.timedelta(days=2))
    assert db.session.get(Listing, (case.request.id, person.authority_id)).holds_from == last + dt.timedelta(days=1)
    check(case)


# What is frozen in a request that was withdrawn is to be lifted, as long as it holds.
def test_nobody_waits_for_the_lifting_of_what_has_lapsed(houses):
    case = a.arrived(a.draft(*houses), "submit_freeze", "report_freeze", "withdraw")
    row = db.session.get(Listing, (case.request.id, case.requested.authority.id))
    noon = dt.datetime(row.changes_on.year, row.changes_on.month, row.changes_on.day, 15, tzinfo=dt.UTC)
    waits = [line.awaited.split() for day in (-1, 0)
             for line in listing.page(case.requested["decider"], noon + dt.timedelta(days=day))]  # fmt: skip
    assert ["lift_freeze" in found for found in waits] == [True, False]
    check(case)


# A row that another table of steps wrote may name steps that are no more: it is worked out anew.
def test_a_row_of_another_table_of_steps_is_worked_out_anew(houses):
    case = f.drive(f.draft(*houses), "transmitted")
    db.session.execute(update(Listing).values(table_version=0, awaited="a_retired_step"))
    db.session.commit()
    check(case)
    assert [problem.cause for problem in audit.verify(case.request)] == ["listing", "listing"]


# Taken back, the record of a transmission leaves nothing behind in the list of the other side.
def test_what_is_no_longer_seen_is_no_longer_listed(houses):
    case = f.drive(f.draft(*houses), "transmitted")
    case.request.sent_version = None
    listing.project(case.request, case.now)
    assert listing.page(case.requested["drafter"], case.now) == []
    assert db.session.scalars(select(ListingWord.authority_id).distinct()).all() == [case.requesting.authority.id]
    db.session.rollback()


# Whatever is typed is a word to look for, and nothing else, on either database.
@pytest.mark.parametrize(
    "text", ["O'Brien's", "50%off", "a\\b", "a:b", "%(x)s", "x--y", "zürich", "Ναυς", "a\0q", "'; DROP"]
)
def test_what_is_typed_is_looked_for(houses, text):
    other, title = f.draft(*houses), f"Records {text}".replace("\0", "")
    drafter, matter = other.requesting["drafter"], other.request.matter_id
    one = casework.open_request(matter, "assistance", other.requested.authority.id, title, drafter.id, f.NOW).request
    found = [line.request_id for line in listing.page(drafter, f.NOW, text)]
    assert found == ([one.id] if "\0" not in text else [])
    assert listing.page(drafter, f.NOW, f"{text}zzz") == []


# What cases before there was a list lack is known.
def test_cases_without_a_row_are_known(houses):
    case = f.draft(*houses)
    assert queries.unlisted() == []
    db.session.execute(delete(Listing))
    assert queries.unlisted() == [case.request.id]
    assert db.session.scalars(select(ListingWord)).all() == []
