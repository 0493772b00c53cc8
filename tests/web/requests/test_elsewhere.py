"""The same order in other States, on the page of the property: for the authority that sent it there, and no other."""

import pytest

from mla.domain.assets.content import ENFORCE
from tests import assets as a
from tests import factories as f
from tests.services.test_assets_several import HALF, SENT, sister
from tests.web.markup import assert_valid_html

from .test_property import at, tables

pytestmark = pytest.mark.usefixtures("fast_papers")
TITLE = "The same order in other States"


@pytest.fixture
def american(app):
    return a.arrived(a.draft(*f.houses(), ENFORCE), "begin_court_phase")


@pytest.fixture
def swiss(american):
    """The same order, on which Switzerland confiscated one half."""
    case = a.go(sister(american, f.house("CHE")), *SENT, "acknowledge", "open_examination", "begin_court_phase")
    f.take(case, "report_confiscation", {"assets": [HALF]})
    return case


# What the request there shows and what was told here stand side by side; the side that is asked reads neither.
def test_what_was_recovered_there_and_told_here(american, swiss, sign_in):
    ours, theirs = (sign_in(house["registry"]) for house in (american.requesting, american.requested))
    page = ours.get(at(american, "property")).text
    assert_valid_html(page)
    reference = swiss.request.requesting_reference
    assert [f"Switzerland {reference} USD 29,200,000.00 – Not told yet"] in tables(page)
    f.take(american, "report_recovery", {"amount": "29000000.00"})
    page = ours.get(at(american, "property")).text
    assert [f"Switzerland {reference} USD 29,200,000.00 USD 29,000,000.00 Not the same sum"] in tables(page)
    f.take(american, "report_recovery", {"amount": "200000.00"})
    page = ours.get(at(american, "property")).text
    assert [f"Switzerland {reference} USD 29,200,000.00 USD 29,200,000.00"] in tables(page)
    page = theirs.get(at(american, "property")).text
    assert TITLE not in page
    assert reference not in page


def test_an_order_that_is_sent_to_one_state(american, sign_in):
    assert TITLE not in sign_in(american.requesting["registry"]).get(at(american, "property")).text


# The page of the step names what was left out, and where it is mended; nothing that was typed is lost.
def test_a_state_that_was_left_out_is_named(american, swiss, sign_in):
    signatory = sign_in(american.requesting["signatory"])
    page = signatory.get(at(american, "steps", "notify_other_states")).text
    assert "was also sent to: Switzerland" in page
    sent = {"seen": "court_phase", "states-0-state": "FRA", "apportionment": "One half each."}
    answer = signatory.post(at(american, "steps", "notify_other_states"), data=sent)
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    assert "The order was also sent to Switzerland" in answer.text
    assert "One half each." in answer.text
    answer = signatory.post(at(american, "steps", "notify_other_states"), data=sent | {"states-0-state": "CHE"})
    assert answer.status_code == 303
