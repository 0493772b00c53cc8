"""Where a request that was sent and its matter, which was written on since, have drifted apart."""

import pytest

from mla.services import casework, drafting, drift, matters
from tests import assets
from tests import factories as f


@pytest.fixture
def houses(app):
    return f.houses()


def drawn(case, kind="assistance"):
    """Another request from the same matter."""
    drafter = case.requesting["drafter"].id
    requested = case.requested.authority.id
    return casework.open_request(case.request.matter_id, kind, requested, "Second", drafter, f.NOW).request


def write(case, listed, values):
    """The drafter adds an item to a list of the matter."""
    matters.save_item(case.request.matter_id, listed, None, values, case.requesting["drafter"].id, f.NOW)


ASSET = {"kind": "cash", "description": "notes in a safe"}
PERSON = {"family_name": "Costa", "role": "witness"}
WRITTEN = [
    ({"persons": PERSON}, ("persons",)),
    ({"accounts": {"number": "7"}}, ("accounts",)),
    ({"offences": {"name": "Forgery"}, "persons": PERSON}, ("persons", "offences")),
    # A request for assistance says nothing of property, and nothing of what is internal.
    ({"property": ASSET}, ()),
    ({"annexes": {"title": "Order", "form": "copy"}}, ()),
]


@pytest.mark.parametrize(("added", "told"), WRITTEN)
def test_what_the_matter_says_otherwise(houses, added, told):
    case = f.drive(f.draft(*houses))
    assert drift.parts(case.request) == ()
    for listed, values in added.items():
        write(case, listed, values)
    assert drift.parts(case.request) == told
    warned = drift.of_itself(case.request)
    assert [found.values["drifted"] for found in warned] == ([",".join(told)] if told else [])
    assert all(found.article == "this system" and found.weight == "warns" for found in warned)


def test_facts_that_were_changed(houses):
    case = f.drive(f.draft(*houses))
    matters.save_matter(case.request.matter_id, {"facts": "More."}, case.requesting["drafter"].id, f.NOW)
    assert drift.parts(case.request) == ("facts",)


# Only a request on assets tells of property.
def test_property_is_told_by_a_request_on_assets(houses):
    case = f.draft(*houses)
    other = drawn(case, "assets")
    persons, offences = ([str(item.id)] for item in (case.request.matter.persons[0], case.request.matter.offences[0]))
    write(case, "property", ASSET | {"persons": persons, "offences": [*offences, "gone"]})
    (row,) = drafting.assemble(other)["property"]
    assert (row["label"], row["kind"], row["persons"], row["offences"]) == ("V1", "cash", ["P1"], ["O1"])
    assert "property" not in drafting.assemble(case.request)


def test_property_that_was_told_of(houses):
    case = f.drive(assets.draft(*houses))
    assert drift.parts(case.request) == ()
    write(case, "property", ASSET)
    assert drift.parts(case.request) == ("property",)


# Before anything is sent, and once the case is over, there is nothing to compare.
def test_nothing_is_compared_before_and_after(houses):
    case = f.draft(*houses)
    write(case, "persons", PERSON)
    assert drift.of_itself(case.request) == []
    f.drive(case)
    write(case, "persons", PERSON)
    assert drift.of_itself(case.request)
    f.drive(case, "closed")
    assert drift.parts(case.request) == ("persons",)
    assert drift.of_itself(case.request) == []


def test_the_other_requests_of_the_matter(houses):
    case = f.drive(f.draft(*houses))
    other = drawn(case)
    assert drift.beside(case.request) == [other]
    assert drift.beside(other) == [case.request]
    f.drive(case, "closed")
    assert drift.beside(other) == []
    assert drift.beside(f.draft(*houses).request) == []
