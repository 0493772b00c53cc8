"""Matters and drafts: written by drafters of the authority alone, and nobody overwrites what they have not seen."""

import uuid

import pytest
from sqlalchemy import func, select

from mla.domain.errors import NotAllowed, NotFound, StaleDraft
from mla.extensions import db
from mla.models import ConcernedPerson, Edit, Matter
from mla.services import drafting, matters
from tests import factories as f

OFFENCE = {"name": "Fraud", "law": "art. 171", "years": 5}


@pytest.fixture
def case(app):
    return f.draft(*f.houses())


def writes(case, person):
    """Every way in which the person could write in the matter or the draft."""
    matter, request = case.request.matter, case.request
    known = matter.persons[0].id
    mark = matters.section_mark(request, "purpose")
    return [
        lambda: matters.save_matter(matter.id, {"facts": "other"}, person.id, case.now),
        lambda: matters.save_item(matter.id, "offences", None, OFFENCE, person.id, case.now),
        lambda: matters.save_item(matter.id, "persons", known, {"note": "other"}, person.id, case.now),
        lambda: matters.remove_item(matter.id, "persons", known, person.id, case.now),
        lambda: matters.save_section(request.id, "purpose", {"text": "other"}, mark, person.id, case.now),
    ]


# Only a drafter writes; a drafter of another authority finds nothing.
@pytest.mark.parametrize(
    ("side", "role", "error"),
    [
        ("requesting", "reviewer", NotAllowed),
        ("requesting", "signatory", NotAllowed),
        ("requested", "drafter", NotFound),
    ],
)
def test_who_may_not_write(case, side, role, error):
    before = drafting.assemble(case.request)
    for write in writes(case, getattr(case, side)[role]):
        with pytest.raises(error):
            write()
    assert drafting.assemble(case.request) == before


def test_only_a_drafter_opens_a_matter(case):
    with pytest.raises(NotAllowed):
        matters.open_matter("Title", "", case.requesting["reviewer"].id, case.now)
    assert db.session.scalar(select(func.count()).select_from(Matter)) == 1


# Whoever wrote counts as a drafter, once, in the matter and in the request alike.
def test_who_wrote_is_remembered(case):
    second = f.person(case.requesting.authority, "drafter")
    db.session.commit()
    for write in writes(case, second):
        write()
    wrote = db.session.scalars(select(Edit.subject_id).where(Edit.person_id == second.id)).all()
    assert sorted(wrote) == sorted([case.request.id, case.request.matter_id])


# A draft can be written while it is a draft, and in its sections only.
def test_what_is_no_draft_is_not_written(case):
    drafter = case.requesting["drafter"].id
    mark = matters.section_mark(case.request, "purpose")
    for section in ("facts", "state", "persons", "nothing"):
        with pytest.raises(NotFound):
            matters.save_section(case.request.id, section, {}, mark, drafter, case.now)
    with pytest.raises(NotFound):
        matters.save_section(uuid.uuid4(), "purpose", {}, mark, drafter, case.now)
    f.take(case, "submit")
    with pytest.raises(NotAllowed, match="not_a_draft"):
        matters.save_section(case.request.id, "purpose", {"text": "other"}, mark, drafter, case.now)


# Two who opened the same section: the second to save sees that somebody was first, and nothing is lost.
def test_a_section_saved_meanwhile_is_stale(case):
    drafter, mark = case.requesting["drafter"].id, matters.section_mark(case.request, "purpose")
    matters.save_section(case.request.id, "purpose", {"text": "first"}, mark, drafter, case.now)
    with pytest.raises(StaleDraft):
        matters.save_section(case.request.id, "purpose", {"text": "second"}, mark, drafter, case.now)
    assert case.request.draft["purpose"] == {"text": "first"}


def test_a_matter_and_an_item_saved_meanwhile_are_stale(case):
    drafter, matter, person = case.requesting["drafter"].id, case.request.matter, case.request.matter.persons[0]
    seen, names = matters.row_mark(matter, ["facts"]), ["note"]
    item_seen = matters.row_mark(person, names)
    matters.save_matter(matter.id, {"facts": "first"}, drafter, case.now, seen)
    matters.save_item(matter.id, "persons", person.id, {"note": "first"}, drafter, case.now, (item_seen, names))
    with pytest.raises(StaleDraft):
        matters.save_matter(matter.id, {"facts": "second"}, drafter, case.now, seen)
    with pytest.raises(StaleDraft):
        matters.save_item(matter.id, "persons", person.id, {"note": "second"}, drafter, case.now, (item_seen, names))
    assert (matter.facts, person.note) == ("first", "first")


# Items keep their order, and one that is gone is gone; of another matter's items nothing is found.
def test_items_are_added_in_order_and_removed(case):
    drafter, matter = case.requesting["drafter"].id, case.request.matter
    second = matters.save_item(
        matter.id, "persons", None, {"family_name": "Costa", "role": "witness"}, drafter, case.now
    )
    assert [p["label"] + p["family_name"] for p in drafting.assemble(case.request)["persons"]] == ["P1Silva", "P2Costa"]
    matters.remove_item(matter.id, "persons", matter.persons[0].id, drafter, case.now)
    db.session.expire_all()
    assert [p.id for p in matter.persons] == [second]
    other = matters.open_matter("Other", "", drafter, case.now)
    with pytest.raises(NotFound):
        matters.save_item(other.id, "persons", second, {"note": "x"}, drafter, case.now)
    assert db.session.scalar(select(func.count()).select_from(ConcernedPerson)) == 1


# The letters of annexes go on after Z.
@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_the_letters_of_annexes(index, letter):
    assert drafting.letters(index) == letter


# A frozen version keeps what it held, whatever the matter says later.
def test_a_frozen_version_keeps_what_it_held(case):
    f.take(case, "submit")
    frozen = drafting.about(case.request, "approve")
    matters.save_matter(case.request.matter_id, {"facts": "other"}, case.requesting["drafter"].id, case.now)
    assert drafting.about(case.request, "approve") == frozen
    assert drafting.assemble(case.request)["facts"]["summary"] == "other"


# What was changed meanwhile is not removed unseen.
def test_an_item_changed_meanwhile_is_not_removed(case):
    drafter, matter, person = case.requesting["drafter"].id, case.request.matter, case.request.matter.persons[0]
    seen = (matters.row_mark(person, ["note"]), ["note"])
    matters.save_item(matter.id, "persons", person.id, {"note": "first"}, drafter, case.now)
    with pytest.raises(StaleDraft):
        matters.remove_item(matter.id, "persons", person.id, drafter, case.now, seen)
    assert [p.id for p in matter.persons] == [person.id]


# The second of two items is found as well as the first.
def test_a_later_item_is_changed(case):
    drafter, matter = case.requesting["drafter"].id, case.request.matter
    second = matters.save_item(
        matter.id, "persons", None, {"family_name": "Costa", "role": "witness"}, drafter, case.now
    )
    matters.save_item(matter.id, "persons", second, {"family_name": "Lima"}, drafter, case.now)
    db.session.expire_all()
    assert [p.family_name for p in matter.persons] == ["Silva", "Lima"]


# A matter gives a content before any request is drawn from it: what it holds, and empty sections.
def test_the_content_of_a_matter_alone(case):
    content = drafting.of_matter(case.request.matter)
    assert [o["label"] for o in content["offences"]] == ["O1"]
    assert content["assistance"] == []
