"""Provisional arrest beside an extradition: what is opened, copied and known of the other, on both databases."""

import datetime as dt
import uuid

import pytest

from mla.domain.errors import NotAllowed, NotFound
from mla.domain.kinds import extradition, provisional
from mla.extensions import db
from mla.queries import cases
from mla.services import audit, casework, drafting, gather, matters, parts, record
from tests import extraditions as x
from tests import factories as f


@pytest.fixture
def main(app):
    return x.draft(*f.houses("BRA", "CHE"))


def opened(case, person=None):
    return parts.open_provisional_arrest(case.request.id, (person or case.requesting["drafter"]).id, case.now)


# A request holds every section of its kind, given or not (law digest: what Art. 16 does not prescribe).
def test_a_content_has_the_sections_of_its_kind(main):
    content = drafting.assemble(main.request)
    assert content.keys() == extradition.KIND.blank().keys()
    assert content["kind"] == "extradition"
    assert content["sought"]["person"] == "P1"
    assert "custody" not in content


# What a drafter writes in a request is what its kind has sections for.
def test_only_sections_of_the_kind_are_saved(main):
    x.save(main, "surrender", {"text": "By air."})
    with pytest.raises(NotFound):
        x.save(main, "custody", x.CUSTODY)
    x.save(x.arrest(main), "custody", x.CUSTODY)


# A draft points at an item of the matter by its id: the label that it bears may change, the item does not.
def test_a_draft_follows_the_items_of_its_matter(main):
    matter, drafter = main.request.matter, main.requesting["drafter"].id
    first, second = (str(offence.id) for offence in matter.offences)
    row = {"facts": "He led it.", "limitation": "", "equivalent": "", "accessory": False}
    x.save(main, "per_offence", [{"label": second, **row}, {"label": first, **row, "accessory": True}])
    assert [r["label"] for r in drafting.assemble(main.request)["per_offence"]] == ["O1", "O2"]
    matters.remove_item(matter.id, "offences", uuid.UUID(first), drafter, main.now)
    db.session.expire_all()
    assert drafting.assemble(main.request)["per_offence"] == [{"label": "O1", **row}]


@pytest.mark.parametrize(("part", "of"), [("person", "persons"), ("photograph", "annexes")])
def test_what_is_taken_off_the_matter_is_pointed_at_no_more(main, part, of):
    matter, drafter = main.request.matter, main.requesting["drafter"].id
    scan = {"title": "Photograph", "form": "copy"}
    matters.save_item(matter.id, "annexes", None, scan, drafter, main.now)
    item = getattr(matter, of)[0].id
    x.save(main, "sought", x.SECTIONS["sought"] | {part: str(item)})
    assert drafting.assemble(main.request)["sought"][part] == ("P1" if of == "persons" else "A")
    matters.remove_item(matter.id, of, item, drafter, main.now)
    db.session.expire_all()
    assert drafting.assemble(main.request)["sought"][part] == ""


# The part goes to the same authority about the same matter, and says what the extradition says of person and file.
def test_an_arrest_is_opened_beside_an_extradition(main):
    done = opened(main)
    part = done.request
    assert (part.kind, part.state, part.part_of_id) == ("provisional_arrest", "draft", main.request.id)
    assert (part.matter_id, part.requested_id) == (main.request.matter_id, main.request.requested_id)
    assert part.requesting_reference.startswith("BRA-DRCI/PAR/2026/00001-")
    assert main.request.parts == [part]
    for name in ("sought", "file", "regime", "language"):
        assert part.draft[name] == main.request.draft[name]
    assert part.draft.keys() <= provisional.KIND.blank().keys()
    assert record.bodies(part)[0]["set"]["part_of_id"] == str(main.request.id)
    assert audit.verify(part) == []


# What is copied is the part's own from then on.
def test_what_is_copied_is_changed_alone(main):
    part = x.arrest(main)
    x.save(part, "sought", part.request.draft["sought"] | {"whereabouts": "Orlando"})
    db.session.expire_all()
    assert main.request.draft["sought"]["whereabouts"] == x.SECTIONS["sought"]["whereabouts"]


# To which request a part belongs is kept in the history: who moves it is found out.
def test_a_part_that_is_moved_is_found_out(main):
    part, other = opened(main).request, x.draft(main.requesting, main.requested).request
    part.part_of_id = other.id
    db.session.commit()
    assert [(p.cause, p.detail) for p in audit.verify(part)] == [("request", "part_of_id")]


# One request for arrest is under way at a time; when it has ended, another may be opened: re-arrest is not barred.
def test_one_arrest_at_a_time(main):
    part = opened(main).request
    with pytest.raises(NotAllowed, match="arrest_open"):
        opened(main)
    casework.perform(part.id, "abandon", main.requesting["signatory"].id, main.now, "draft", {"reason": "He left."})
    assert opened(main).request.part_of_id == main.request.id


# While the surrender is sought, an arrest may be asked; once the person was surrendered or the case ended, not.
@pytest.mark.parametrize("state", ["draft", "transmitted", "judicial_phase", "granted", "surrender_arranged"])
def test_an_arrest_may_be_asked_until_surrender(main, state):
    main.request.state = state
    db.session.commit()
    assert opened(main).request.state == "draft"


@pytest.mark.parametrize("state", ["surrendered", "temporarily_surrendered", "closed", "abandoned", "refused",
                                   "withdrawn", "redirected", "refused_national", "prosecution_reported"])  # fmt: skip
def test_when_the_extradition_is_over_no_arrest_is_asked(main, state):
    main.request.state = state
    db.session.commit()
    with pytest.raises(NotAllowed, match="arrest_not_now"):
        opened(main)


# It is a drafter of the requesting authority who opens it, and beside an extradition only.
def test_whose_it_is_to_open_an_arrest(main):
    with pytest.raises(NotAllowed, match="not_a_drafter"):
        opened(main, main.requesting["reviewer"])
    with pytest.raises(NotFound):
        opened(main, main.requested["drafter"])
    f.drive(main)
    with pytest.raises(NotFound):
        opened(main, main.requested["drafter"])
    with pytest.raises(NotFound):
        opened(f.draft(main.requesting, main.requested))


# The day on which the formal request was sent, where the acting authority is: 2 h UTC is the day before in Brasília.
def test_a_part_knows_when_the_main_request_was_sent(main):
    part = x.arrest(main)

    def known(person):
        return gather.facts(part.request, "submit", person, part.now, {}, []).main_sent_on

    assert known(part.requesting["drafter"]) is None
    f.drive(main, "signed")
    main.now = dt.datetime(2026, 3, 14, 2, tzinfo=dt.UTC)
    f.take(main, "transmit")
    assert known(part.requesting["drafter"]) == dt.date(2026, 3, 13)
    own = gather.facts(main.request, "withdraw", main.requesting["signatory"], main.now, {}, [])
    assert own.main_sent_on is None


def alone(main, person, **changed):
    """An arrest drawn from the matter by itself, for the person."""
    asked, drafter = main.requested.authority.id, main.requesting["drafter"].id
    done = casework.open_request(main.request.matter_id, "provisional_arrest", asked, "A", drafter, main.now)
    part = f.Case(done.request, main.requesting, main.requested, main.now, ["draft"])
    x.save(part, "sought", x.SECTIONS["sought"] | {"person": str(person)})
    return part


# An arrest that was asked on its own belongs to the extradition of the same person that is asked of the same authority.
def test_an_arrest_asked_on_its_own_knows_the_formal_request(main):
    x.pointing(main)
    person, drafter = main.request.matter.persons[0].id, main.requesting["drafter"]
    part, other, nobody = alone(main, person), alone(main, "another"), alone(main, "")

    def known(case):
        return gather.facts(case.request, "submit", drafter, case.now, {}, []).main_sent_on

    own = main.requesting.authority.id
    assert [c.id for c in cases.together(part.request, own)] == [main.request.id]
    assert [c.id for c in cases.together(main.request, own)] == [part.request.id]
    assert (cases.together(other.request, own), cases.together(nobody.request, own)) == ([], [])
    assert known(part) is None
    f.drive(main)
    assert (known(part), known(other)) == (dt.date(2026, 3, 12), None)
    assert cases.together(main.request, main.requested.authority.id) == []
    assert cases.together(f.draft(main.requesting, main.requested).request, own) == []


def test_an_extradition_that_had_ended_before_is_another_case(main):
    person = x.pointing(main).request.matter.persons[0].id
    before = alone(main, person)
    f.take(main, "abandon")
    later = main.now + dt.timedelta(days=1)
    main.now = later
    after = alone(main, person)
    own = main.requesting.authority.id
    assert [c.id for c in cases.together(main.request, own)] == [before.request.id]
    assert cases.together(after.request, own) == []


# What the history says of an extradition is gathered for its guards.
def test_the_pursuit_is_gathered(main):
    answers = {"arrested_on": "2026-03-01", "documents_by": "2026-04-10"}
    told = [{"step": "order_arrest", "to": "arrest_ordered", "happened_on": "2026-03-01", "data": answers}]
    found = gather.facts(main.request, "submit", main.requesting["drafter"], main.now, {}, told).pursuit
    assert (found.arrested_on, found.documents_by) == ("2026-03-01", "2026-04-10")
