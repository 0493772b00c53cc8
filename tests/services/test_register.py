"""The register's writers: loading again changes nothing; one keeper enters, another confirms."""

import datetime as dt
import uuid

import pytest
from sqlalchemy import func, select

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.domain.treaties import Instrument
from mla.extensions import db
from mla.models import Confirmation, Declaration, DepositaryAction, State, TerritorialApplication
from mla.models import Instrument as InstrumentRow
from mla.queries import register as queries
from mla.services import published, register
from tests.factories import NOW, house, person

D = dt.date.fromisoformat
ENTRY = {
    "instrument": "UNTOC",
    "iso3": "PNG",
    "kind": "accession",
    "on": D("2026-02-01"),
    "effective_on": None,
    "source": "Depositary notification C.N.1.2026",
}


@pytest.fixture
def keepers(app):
    register.load(NOW)
    brazil = house("BRA")
    made = [person(brazil.authority, "register_keeper") for _ in range(2)]
    db.session.commit()
    return [keeper.id for keeper in made]


def bound(iso3: str, on: str) -> bool:
    return queries.current().standing(iso3, Instrument.UNTOC, D(on)).bound


def numbers() -> list[int]:
    tables = (InstrumentRow, State, DepositaryAction, Declaration, TerritorialApplication)
    return [db.session.scalar(select(func.count()).select_from(table)) for table in tables]


def test_the_published_data_is_loaded_once(app):
    assert register.load(NOW) == 1646
    assert numbers() == [4, 214, 1081, 331, 16]
    assert register.load(NOW + dt.timedelta(days=1)) == 0
    assert numbers() == [4, 214, 1081, 331, 16]
    assert db.session.scalars(select(DepositaryAction.recorded_at).distinct()).all() == [NOW]


def test_loading_shows_how_far_it_is(app):
    seen = []

    def progress(tables):
        for table in tables:
            seen.append(table)
            yield table

    register.load(NOW, progress)
    assert len(seen) == 5


def test_states_have_names_in_six_languages_and_their_kind(app):
    register.load(NOW)
    brazil, union, aruba = (db.session.get_one(State, code) for code in ("BRA", "EUU", "ABW"))
    assert set(brazil.names) == {"en", "fr", "es", "ru", "zh", "ar"}
    assert brazil.formal_name == "the Federative Republic of Brazil"
    assert (union.is_reio, union.responsible_iso3) == (True, None)
    assert (aruba.is_reio, aruba.responsible_iso3) == (False, "NLD")
    assert db.session.get_one(State, "NLD").short_name == "Netherlands"


def test_a_newer_release_moves_the_day_to_which_the_register_is_complete(app):
    register.load(NOW)
    db.session.get_one(InstrumentRow, "UNTOC").data_as_of = D("2020-01-01")
    db.session.commit()
    register.load(NOW)
    assert db.session.get_one(InstrumentRow, "UNTOC").data_as_of == D("2026-09-11")


# An action counts once a second person has confirmed it, and from then on at once.
def test_one_enters_another_confirms(keepers):
    one, other = keepers
    assert not bound("PNG", "2026-03-03")
    action = register.record_action(ENTRY, one, NOW)
    assert [a.id for a in queries.pending()] == [action.id]
    assert not bound("PNG", "2026-03-03")
    register.confirm_action(action.id, other, NOW)
    assert queries.pending() == []
    assert bound("PNG", "2026-03-03")
    assert not bound("PNG", "2026-03-02")
    confirmation = db.session.get_one(Confirmation, action.id)
    assert (confirmation.confirmed_by, confirmation.confirmed_at) == (other, NOW)
    assert [a.id for a in queries.added()] == [action.id]


# Confirming one action lets no other count that still waits.
def test_an_action_that_waits_does_not_count_beside_a_confirmed_one(keepers):
    one, other = keepers
    register.record_action({**ENTRY, "iso3": "TUV"}, one, NOW)
    register.confirm_action(register.record_action(ENTRY, one, NOW).id, other, NOW)
    assert bound("PNG", "2026-03-03")
    assert not bound("TUV", "2026-03-03")
    assert queries.actions_of("TUV") == []


def test_nobody_confirms_their_own_entry(keepers):
    action_id = register.record_action(ENTRY, keepers[0], NOW).id
    with pytest.raises(NotAllowed, match="own_entry"):
        register.confirm_action(action_id, keepers[0], NOW)
    assert not bound("PNG", "2026-03-03")


def test_a_confirmed_or_published_action_is_not_confirmed_again(keepers):
    one, other = keepers
    action_id = register.record_action(ENTRY, one, NOW).id
    register.confirm_action(action_id, other, NOW)
    published = db.session.scalar(select(DepositaryAction.id).where(DepositaryAction.recorded_by.is_(None)).limit(1))
    for nothing in (action_id, published, uuid.uuid4()):
        with pytest.raises(NotFound):
            register.confirm_action(nothing, other, NOW)


@pytest.mark.parametrize("office", ["drafter", "administrator"])
def test_only_a_register_keeper_enters_and_confirms(keepers, office):
    stranger = person(db.session.get_one(type(house("USA").authority), house("CHE").authority.id), office)
    db.session.commit()
    stranger_id = stranger.id
    action_id = register.record_action(ENTRY, keepers[0], NOW).id
    with pytest.raises(NotAllowed, match="register_keeper"):
        register.record_action({**ENTRY, "iso3": "TUV"}, stranger_id, NOW)
    with pytest.raises(NotAllowed, match="register_keeper"):
        register.confirm_action(action_id, stranger_id, NOW)


def test_loading_again_leaves_what_people_entered(keepers):
    one, other = keepers
    action_id = register.record_action(ENTRY, one, NOW).id
    register.confirm_action(action_id, other, NOW)
    assert register.load(NOW + dt.timedelta(days=3)) == 0
    assert bound("PNG", "2026-03-03")
    kept = db.session.get_one(DepositaryAction, action_id)
    assert (kept.source, kept.recorded_by, kept.recorded_at) == (ENTRY["source"], one, NOW)


# What was entered before it was published stays as entered, and the publication does not fail on it.
def test_a_later_publication_of_an_entered_action_does_not_double_it(app, monkeypatch):
    whole = published.actions(NOW)
    iran = next(a for a in whole if (a["instrument"], a["iso3"], a["kind"]) == ("UNTOC", "IRN", "ratification"))
    monkeypatch.setattr(published, "actions", lambda _now: [a for a in whole if a is not iran])
    register.load(NOW)
    keeper = person(house("BRA").authority, "register_keeper")
    db.session.commit()
    entry = {**ENTRY, "iso3": "IRN", "kind": "ratification", "on": iran["happened_on"]}
    action_id = register.record_action(entry, keeper.id, NOW).id
    monkeypatch.undo()
    assert register.load(NOW) == 0
    assert db.session.get_one(DepositaryAction, action_id).source == ENTRY["source"]


# Every field that is wrong is named with its cause.
@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"source": "  "}, {"source": "source_missing"}),
        ({"instrument": "", "iso3": "", "kind": "", "on": None, "source": ""}, {
            "instrument": "instrument_missing", "iso3": "iso3_missing", "kind": "kind_missing", "on": "on_missing",
            "source": "source_missing"}),
        ({"instrument": "UNCAC"}, {"instrument": "instrument_missing"}),
        ({"kind": "wish"}, {"kind": "kind_missing"}),
        ({"iso3": "XYZ"}, {"iso3": "iso3_unknown"}),
        ({"iso3": "HKG"}, {"iso3": "iso3_territory"}),
        ({"on": D("2000-12-11")}, {"on": "on_too_early"}),
        ({"on": D("2026-03-13")}, {"on": "on_in_future"}),
        ({"kind": "signature"}, {"on": "on_signature_closed"}),
        ({"iso3": "BRA"}, {"kind": "kind_joined"}),
        ({"kind": "denunciation"}, {"kind": "kind_not_joined"}),
        ({"iso3": "BRA", "kind": "denunciation", "on": D("2003-01-01")}, {"kind": "kind_not_joined"}),
        ({"iso3": "BRA", "kind": "ratification", "on": D("2004-01-29")}, {"on": "on_known"}),
        ({"iso3": "BRA", "kind": "denunciation", "effective_on": D("2026-02-02")},
         {"effective_on": "effective_on_idle"}),
        ({"iso3": "BRA", "kind": "signature", "on": D("2001-01-01")}, {"kind": "kind_signed"}),
    ],
)  # fmt: skip
def test_what_is_not_accepted(keepers, change, fields):
    with pytest.raises(NotAccepted) as caught:
        register.record_action({**ENTRY, **change}, keepers[0], NOW)
    assert caught.value.fields == fields
    assert queries.pending() == []


def test_the_same_entry_twice_is_told(keepers):
    register.record_action(ENTRY, keepers[0], NOW)
    with pytest.raises(NotAccepted) as caught:
        register.record_action(ENTRY, keepers[1], NOW)
    assert caught.value.fields == {"on": "on_known"}


# A denunciation of a party is accepted, and after it a new consent.
def test_a_denunciation_and_a_new_consent(keepers):
    one, other = keepers
    denounced = {**ENTRY, "iso3": "BRA", "kind": "denunciation", "on": D("2025-01-01")}
    register.confirm_action(register.record_action(denounced, one, NOW).id, other, NOW)
    assert bound("BRA", "2025-12-31")
    assert not bound("BRA", "2026-01-01")
    register.confirm_action(register.record_action({**ENTRY, "iso3": "BRA"}, one, NOW).id, other, NOW)
    assert bound("BRA", "2026-03-03")


# Two keepers who enter the same action at once: the table itself takes one, and the other is told.
def test_the_same_entry_at_once_is_told(keepers, monkeypatch):
    register.record_action(ENTRY, keepers[0], NOW)
    monkeypatch.setattr(register, "faults", lambda *_: {})
    with pytest.raises(NotAccepted) as caught:
        register.record_action(ENTRY, keepers[1], NOW)
    assert caught.value.fields == {"on": "on_known"}
    assert len(queries.pending()) == 1


# A wrong entry is rejected with a reason: it never counts, stays on record, and may be entered anew.
def test_a_wrong_entry_is_rejected_and_may_be_entered_anew(keepers):
    one, other = keepers
    wrong = register.record_action(ENTRY | {"source": "C.N.9.2026"}, one, NOW).id
    with pytest.raises(NotAccepted) as caught:
        register.reject_action(wrong, " ", other, NOW)
    assert caught.value.fields == {"reason": "reason_missing"}
    with pytest.raises(NotAllowed, match="own_entry"):
        register.reject_action(wrong, "Another reference", one, NOW)
    register.reject_action(wrong, " Another reference ", other, NOW)
    assert (queries.pending(), [a.rejection.reason for a in queries.rejected()]) == ([], ["Another reference"])
    for decide in (
        lambda: register.confirm_action(wrong, other, NOW),
        lambda: register.reject_action(wrong, "x", other, NOW),
    ):
        with pytest.raises(NotFound):
            decide()
    assert not bound("PNG", "2026-03-03")
    register.confirm_action(register.record_action(ENTRY, one, NOW).id, other, NOW)
    assert bound("PNG", "2026-03-03")


# What was rejected does not stand in the way of its publication.
def test_a_rejected_action_may_be_published_later(app, monkeypatch):
    whole = published.actions(NOW)
    iran = next(a for a in whole if (a["instrument"], a["iso3"], a["kind"]) == ("UNTOC", "IRN", "ratification"))
    monkeypatch.setattr(published, "actions", lambda _now: [a for a in whole if a is not iran])
    register.load(NOW)
    brazil = house("BRA").authority
    one, other = (person(brazil, "register_keeper") for _ in range(2))
    db.session.commit()
    other_id = other.id
    entry = {**ENTRY, "iso3": "IRN", "kind": "ratification", "on": iran["happened_on"]}
    register.reject_action(register.record_action(entry, one.id, NOW).id, "Not yet notified", other_id, NOW)
    monkeypatch.undo()
    assert register.load(NOW) == 1
    assert bound("IRN", "2026-01-01")
