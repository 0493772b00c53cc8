"""The pages of steps on another basis: nothing that they say is the Convention's, and a refusal names its provision."""

import re

import pytest

from mla.domain.content import empty
from tests import factories

from .test_steps import send, took
from .typed import address

OFFERED = empty()["regime"] | {"basis": "RECIPROCITY", "reciprocity": "In like cases."}


@pytest.fixture
def case(houses):
    """A request on reciprocity, under examination."""
    made = factories.draft(*houses, regime=OFFERED)
    for step in ("submit", "approve", "sign", "transmit_by_diplomatic_channel", "acknowledge", "open_examination"):
        factories.take(made, step)
    return made


def cited(page):
    """What the page cites of Article 18; whether the Convention binds both States is said on any basis."""
    return re.findall(r"Arts?\.\s18[^<]{0,20}|Article 18[^<]{0,20}", page.text)


# What a step does, its hints and its table of grounds cite the basis of the request alone (rule 6).
@pytest.mark.parametrize("step", ["open_consultation", "accept_in_part", "accept", "refuse_on_other_basis"])
def test_the_page_of_a_step_cites_nothing_of_the_convention(case, sign_in, step):
    assert cited(sign_in(factories.actor(case, step)).get(address(case, step))) == []


def test_the_page_of_the_case_cites_nothing_of_the_convention(case, sign_in):
    assert cited(sign_in(case.requested["decider"]).get(f"/requests/{case.request.id}")) == []


# Items refused on another basis name the provision on which the refusal rests, as a refusal of the whole does.
def test_items_are_refused_by_a_provision_that_is_named(case, sign_in):
    refused = {"decisions-1-ground": "provision", "decisions-1-discretion": ""}
    answer = send(sign_in, case, "accept_in_part", **refused)
    assert answer.status_code == 422
    assert "Name the article of the treaty, or the provision of domestic law" in answer.text
    took(sign_in, case, "accept_in_part", provision="Code of Criminal Procedure, section 4", **refused)
    assert case.request.state == "accepted"


# On the Convention the grounds are its own, with their articles; no provision is asked.
def test_on_the_convention_the_hints_cite_it(houses, sign_in):
    made = factories.drive(factories.draft(*houses), "examination")
    page = sign_in(factories.actor(made, "accept_in_part")).get(address(made, "accept_in_part"))
    assert "Art. 18(9)" in page.text
    assert 'name="provision"' not in page.text
