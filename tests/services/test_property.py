"""Property of a matter: a label that a request told of means the same asset for good."""

import pytest

from mla.services import drafting, matters
from tests import assets
from tests import factories as f

CASH = {"kind": "cash", "description": "notes in a safe"}


@pytest.fixture
def case(app):
    """A request that is not sent yet, on one asset."""
    return assets.draft(*f.houses())


def add(case, **more):
    drafter = case.requesting["drafter"].id
    return matters.save_item(case.request.matter_id, "property", None, CASH | more, drafter, f.NOW)


def remove(case, item):
    matters.remove_item(case.request.matter_id, "property", item, case.requesting["drafter"].id, f.NOW)


def labels(case):
    return [row["label"] for row in drafting.assemble(case.request)["property"]]


def test_no_label_moves_on_when_an_asset_is_taken_off(case):
    add(case)
    remove(case, case.request.matter.property[0].id)
    assert labels(case) == ["V2"]
    add(case)
    assert labels(case) == ["V2", "V3"]


# What no version told of is free again; what one did is not, or a freeze of V2 would be that of another asset.
@pytest.mark.parametrize(("told", "expected"), [(False, ["V1", "V2"]), (True, ["V1", "V3"])])
def test_the_label_of_an_asset_that_was_told_of_is_not_given_again(case, told, expected):
    last = add(case)
    if told:
        f.drive(case)
    remove(case, last)
    add(case)
    assert labels(case) == expected


# A matter may list property in several States: a request may tell of that in the requested State alone, and of what
# lies nowhere by what is stated. Labels stay as they are.
@pytest.mark.parametrize(("here_only", "told"), [(False, ["V1", "V2", "V3"]), (True, ["V1", "V3"])])
def test_a_request_may_tell_only_of_property_in_the_requested_state(case, here_only, told):
    for country in ("CHE", ""):
        add(case, country=country)
    measure = case.request.draft["measure"] | {"here_only": here_only}
    case.request.draft = case.request.draft | {"measure": measure}
    assert [row["label"] for row in drafting.assemble(case.request)["property"]] == told


def test_a_request_of_another_kind_tells_of_none(app):
    case = f.drive(f.draft(*f.houses()))
    add(case)
    assert [asset.position for asset in case.request.matter.property] == [1]
