"""The reasoner in the path of a step: what closes, and what the letter then says of each offence."""

import json

import pytest

from mla.domain.errors import StepClosed
from mla.services import matters
from tests import factories as f


def add(case, **values):
    """One more offence in the matter of the request."""
    offence = {"name": "Other", "category": "firearms"} | values
    matters.save_item(case.request.matter_id, "offences", None, offence, case.requesting["drafter"].id, f.NOW)


def letter(case):
    """The snapshot of the signed letter."""
    return json.loads(next(d.snapshot for d in case.request.documents if d.kind == "request"))


# The letter says of each offence by which article it is covered on that day, from what is stored with it.
def test_the_letter_keeps_how_each_offence_is_covered(app):
    case = f.draft(*f.houses())
    add(case, years=4)
    add(case, years=3)
    kept = letter(f.drive(case, "signed"))["extra"]["offences"]
    assert [(k["values"]["label"], k["code"], k["article"], k["weight"]) for k in kept] == [
        ("O1", "scope.offence.convention", "3(1)(a); 6", "holds"),
        ("O2", "scope.offence.not_common.serious", "2(b); 3(1)(b)", "holds"),
        ("O3", "scope.offence.not_common.light", "2(b); 3(1)(b)", "warns"),
    ]
    assert "Firearms Protocol does not bind both States" in kept[1]["sentence"]


# Two persons are no group, and what no fact supports is not submitted (invariants 3 and 4).
@pytest.mark.parametrize(
    ("sections", "code"),
    [
        ({"group": f.SECTIONS["group"] | {"number": 2}}, "scope.group.number.too_few"),
        ({"transnational": f.SECTIONS["transnational"] | {"limbs": [], "located": []}}, "scope.transnational.missing"),
    ],
)
def test_what_is_out_of_scope_is_not_submitted(app, sections, code):
    case = f.draft(*f.houses(), **sections)
    with pytest.raises(StepClosed) as closed:
        f.take(case, "submit")
    assert [finding.code for finding in closed.value.findings] == [code]


# An offence of three years and 364 days is no serious crime; of four years it is.
@pytest.mark.parametrize(("penalty", "open_"), [({"years": 3, "days": 364}, False), ({"years": 4, "days": None}, True)])
def test_four_years_open_the_request(app, penalty, open_):
    case = f.draft(*f.houses())
    offence = case.request.matter.offences[0]
    values = {"category": "serious_crime"} | penalty
    matters.save_item(case.request.matter_id, "offences", offence.id, values, case.requesting["drafter"].id, f.NOW)
    if open_:
        assert f.take(case, "submit").request.state == "in_review"
    else:
        with pytest.raises(StepClosed, match=r"scope\.offence\.light|submit"):
            f.take(case, "submit")
