"""The register of other treaties: one keeper enters, ends or corrects, another confirms or rejects."""

import datetime as dt
import uuid

import pytest
from sqlalchemy import func, select

from mla.domain.errors import NotAccepted, NotAllowed, NotFound
from mla.extensions import db
from mla.models import AgreementRecord
from mla.queries import agreements as queries
from mla.services import agreements, gather
from tests import factories as f
from tests.factories import NOW, house, person, treaty_values

D = dt.date.fromisoformat
END = {"iso3": "USA", "until": D("2020-01-01"), "source": "Note of denunciation, made for a test"}


@pytest.fixture
def keepers(app):
    f.load_register()
    brazil = house("BRA")
    made = [person(brazil.authority, "register_keeper") for _ in range(2)]
    db.session.commit()
    return [keeper.id for keeper in made]


@pytest.fixture
def treaty(keepers):
    """The id of a treaty that counts."""
    one, other = keepers
    return agreements.confirm(agreements.enter(treaty_values(), one, NOW).id, other, NOW).treaty_id


def binds(on: str) -> bool:
    return any(found.binds("BRA", "USA", D(on)) for found in queries.between("BRA", "USA"))


def refused(call, *arguments) -> dict[str, str]:
    with pytest.raises(NotAccepted) as caught:
        call(*arguments)
    return caught.value.fields


# A treaty counts once a second person has confirmed it, and only between its parties and from their days on.
def test_one_enters_another_confirms(keepers):
    one, other = keepers
    record = agreements.enter(treaty_values(title="  Fictitious Treaty "), one, NOW)
    assert queries.pending() == [record]
    assert queries.between("BRA", "USA") == ()
    agreements.confirm(record.id, other, NOW)
    assert queries.pending() == []
    [found] = queries.between("USA", "BRA")
    assert (found.id, found.title, found.subjects, found.diplomatic) == (
        str(record.id), "Fictitious Treaty", {"assistance"}, False,
    )  # fmt: skip
    assert (binds("2001-04-30"), binds("2001-05-01")) == (False, True)
    assert queries.between("BRA", "CHE") == ()
    assert (record.verdict.decided_by, record.verdict.decided_at) == (other, NOW)


# A treaty between more than two binds each two of them; an organisation may be one of them.
def test_a_regional_treaty_binds_each_two(keepers):
    one, other = keepers
    since = D("2005-01-01")
    parties = [
        {"iso3": iso3, "since": since, "until": None, "source": "deposit"} for iso3 in ("USA", "EUU", "CHE", "BRA")
    ]
    record = agreements.enter(treaty_values(parties=parties, subjects=["extradition", "assistance"]), one, NOW)
    agreements.confirm(record.id, other, NOW)
    for pair in (("BRA", "CHE"), ("CHE", "USA"), ("USA", "BRA")):
        assert [a.id for a in queries.between(*pair)] == [str(record.treaty_id)]
    assert record.subjects == ["assistance", "extradition"]
    assert [r.id for r in queries.listed("EUU")] == [record.id]


# A denunciation ends the bond on its day, once confirmed; what was recorded before stays.
def test_a_bond_ends(keepers, treaty):
    one, other = keepers
    record = agreements.end(treaty, END, one, NOW)
    assert binds("2020-01-01")
    agreements.confirm(record.id, other, NOW)
    assert (binds("2019-12-31"), binds("2020-01-01")) == (True, False)
    assert [(r.number, r.change) for r in queries.records_of(treaty)] == [(1, "entered"), (2, "ended")]
    assert queries.records_of(treaty)[0].parties[1].until is None
    assert [p.source for p in queries.current(treaty).parties] == ["", END["source"]]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"iso3": "CHE"}, {"iso3": "iso3_no_party"}),
        ({"until": None}, {"until": "until_missing"}),
        ({"until": D("2001-05-01")}, {"until": "until_before_since"}),
        ({"source": " "}, {"source": "source_missing"}),
        ({"source": "x" * 1001}, {"source": "text_long"}),
    ],
)
def test_what_is_no_end(keepers, treaty, change, fields):
    assert refused(agreements.end, treaty, END | change, keepers[0], NOW) == fields


def test_a_bond_ends_once(keepers, treaty):
    one, other = keepers
    agreements.confirm(agreements.end(treaty, END, one, NOW).id, other, NOW)
    assert refused(agreements.end, treaty, END, one, NOW) == {"iso3": "iso3_ended"}


# A correction is a new record of the whole with its reason; the newest that is confirmed counts.
def test_a_correction(keepers, treaty):
    one, other = keepers
    corrected = treaty_values(diplomatic=True, reason="Article 3 was overlooked")
    record = agreements.correct(treaty, corrected, other, NOW)
    assert not queries.between("BRA", "USA")[0].diplomatic
    agreements.confirm(record.id, one, NOW)
    [found] = queries.between("BRA", "USA")
    assert (found.diplomatic, found.id) == (True, str(treaty))
    assert queries.current(treaty).reason == "Article 3 was overlooked"


def test_a_correction_needs_a_reason_and_a_change(keepers, treaty):
    one = keepers[0]
    assert refused(agreements.correct, treaty, treaty_values(note="new"), one, NOW) == {"reason": "reason_missing"}
    assert refused(agreements.correct, treaty, treaty_values(reason="why"), one, NOW) == {"title": "unchanged"}


# One change at a time: nobody changes what still waits for a second person.
def test_what_waits_is_not_changed(keepers, treaty):
    one, other = keepers
    agreements.end(treaty, END, one, NOW)
    for call, values in ((agreements.end, END), (agreements.correct, treaty_values(reason="why", note="new"))):
        with pytest.raises(NotAllowed, match="waits"):
            call(treaty, values, other, NOW)


def test_two_changes_at_once_are_told(keepers, treaty, monkeypatch):
    one, other = keepers
    before = queries.records_of(treaty)
    agreements.end(treaty, END, one, NOW)
    monkeypatch.setattr(queries, "records_of", lambda _: before)
    with pytest.raises(NotAllowed, match="waits"):
        agreements.end(treaty, END, other, NOW)


def test_a_treaty_that_does_not_count_is_not_changed(keepers):
    record_id = agreements.enter(treaty_values(), keepers[0], NOW).id
    for unknown in (record_id, uuid.uuid4()):
        with pytest.raises(NotFound):
            agreements.end(unknown, END, keepers[0], NOW)


# A wrong entry is rejected with a reason: it never counts, stays on record, and may be entered anew.
def test_a_wrong_entry_is_rejected(keepers):
    one, other = keepers
    record = agreements.enter(treaty_values(), one, NOW)
    assert refused(agreements.reject, record.id, "  ", other, NOW) == {"reason": "reason_missing"}
    agreements.reject(record.id, " The source says otherwise ", other, NOW)
    assert (record.verdict.confirmed, record.verdict.reason) == (False, "The source says otherwise")
    assert (queries.pending(), queries.between("BRA", "USA"), queries.current(record.id)) == ([], (), None)
    agreements.enter(treaty_values(), one, NOW)
    assert db.session.scalar(select(func.count()).select_from(AgreementRecord)) == 2


def test_a_rejected_change_leaves_what_counted(keepers, treaty):
    one, other = keepers
    agreements.reject(agreements.end(treaty, END, one, NOW).id, "No such note", other, NOW)
    assert binds("2020-01-01")
    agreements.confirm(agreements.end(treaty, END, one, NOW).id, other, NOW)
    assert [r.number for r in queries.records_of(treaty)] == [1, 2, 3]
    assert not binds("2020-01-01")


def test_nobody_decides_on_their_own_entry_nor_twice(keepers):
    one, other = keepers
    record_id = agreements.enter(treaty_values(), one, NOW).id
    with pytest.raises(NotAllowed, match="own_entry"):
        agreements.confirm(record_id, one, NOW)
    with pytest.raises(NotAllowed, match="own_entry"):
        agreements.reject(record_id, "Mine", one, NOW)
    agreements.confirm(record_id, other, NOW)
    for nothing in (record_id, uuid.uuid4()):
        with pytest.raises(NotFound):
            agreements.reject(nothing, "Late", other, NOW)


@pytest.mark.parametrize("office", ["drafter", "administrator"])
def test_only_a_register_keeper_writes(keepers, treaty, office):
    stranger = person(house("CHE").authority, office)
    db.session.commit()
    stranger_id = stranger.id
    record_id = agreements.enter(treaty_values(title="Another Fictitious Treaty"), keepers[0], NOW).id
    for call, arguments in (
        (agreements.enter, (treaty_values(title="A third"),)), (agreements.end, (treaty, END)),
        (agreements.correct, (treaty, treaty_values(reason="why", note="new"))), (agreements.confirm, (record_id,)),
        (agreements.reject, (record_id, "Wrong")),
    ):  # fmt: skip
        with pytest.raises(NotAllowed, match="register_keeper"):
            call(*arguments, stranger_id, NOW)


# A treaty is known by its title and the day of its signature, while it counts or waits.
def test_the_same_treaty_twice_is_told(keepers, treaty):
    one, other = keepers
    assert refused(agreements.enter, treaty_values(), one, NOW) == {"title": "title_known"}
    second = agreements.enter(treaty_values(signed_on=None), one, NOW)
    assert refused(agreements.enter, treaty_values(signed_on=None), other, NOW) == {"title": "title_known"}
    agreements.confirm(second.id, other, NOW)
    twin = treaty_values(signed_on=None, reason="why")
    assert refused(agreements.correct, treaty, twin, one, NOW) == {"title": "title_known"}


def party(**change):
    return {"iso3": "USA", "since": D("2001-05-01"), "until": None, "source": ""} | change


# Every field that is wrong is named with its cause.
@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"title": " ", "source": "", "subjects": []},
         {"title": "title_missing", "source": "source_missing", "subjects": "subjects_missing"}),
        ({"subjects": ["fishing"]}, {"subjects": "subjects_missing"}),
        ({"title": "x" * 401, "short_title": "x" * 121, "note": "x" * 2001, "source": "x" * 1001},
         dict.fromkeys(("title", "short_title", "note", "source"), "text_long")),
        ({"signed_on": D("2026-03-13")},
         {"signed_on": "signed_in_future", "parties-0-since": "since_before_signature",
          "parties-1-since": "since_before_signature"}),
        ({"parties": []}, {"parties": "parties_few"}),
        ({"parties": [party()]}, {"parties": "parties_few"}),
        ({"parties": [party(), party()]}, {"parties-1-iso3": "iso3_twice"}),
        ({"parties": [party(), party(iso3="")]}, {"parties-1-iso3": "iso3_missing"}),
        ({"parties": [party(), party(iso3="XYZ")]}, {"parties-1-iso3": "iso3_unknown"}),
        ({"parties": [party(), party(iso3="HKG")]}, {"parties-1-iso3": "iso3_territory"}),
        ({"parties": [party(), party(iso3="BRA", since=None)]}, {"parties-1-since": "since_missing"}),
        ({"parties": [party(), party(iso3="BRA", until=D("2001-05-01"))]}, {"parties-1-until": "until_before_since"}),
        ({"parties": [party(), party(iso3="BRA", source="x" * 1001)]}, {"parties-1-source": "text_long"}),
    ],
)  # fmt: skip
def test_what_is_not_accepted(keepers, change, fields):
    assert refused(agreements.enter, treaty_values(**change), keepers[0], NOW) == fields
    assert queries.pending() == []


# The guards are given the treaties to which both States are parties, whatever the day.
def test_guards_are_given_the_treaties(app):
    case = f.draft(*f.houses())
    f.treaty(parties=[party(since=D("2030-01-01")), party(iso3="BRA")])
    drafter = case.requesting["drafter"]
    found = gather.facts(case.request, "submit", drafter, NOW, {}, []).agreements
    assert [(a.title, a.binds("BRA", "USA", NOW.date())) for a in found] == [(treaty_values()["title"], False)]
