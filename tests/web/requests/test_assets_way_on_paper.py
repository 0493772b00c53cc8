"""Assets with a counterpart on paper, through the pages: its acts recorded, one's own guarded, both ways."""

import pytest

from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN
from mla.domain.case_file import BLANK
from mla.services import audit, record, recording
from tests import assets as a
from tests import factories as f
from tests.domain.assets_cases import ORDER, complete
from tests.services.test_extradition_from_paper import REGISTERED
from tests.web.test_assets_way import FROZEN, TAKEN
from tests.web.test_assets_way import WAYS as HERE

from .test_extradition_on_paper import SENT, recorded
from .test_steps import send, took
from .typed import address

#: The requesting side proposes to share, and the other one answers.
SHARING = {"propose_sharing": "requesting", "accept_sharing": "requested", "decline_sharing": "requested"}


@pytest.fixture
def brazil(app, fast_papers):
    """The one authority that is here."""
    (house,) = f.houses("BRA")
    return house


@pytest.fixture
def states():
    """An authority on paper."""
    return f.on_paper("USA")


def go(sign_in, case, steps):
    """Take one's own steps through their pages, and record those of the other side from what came."""
    for step in steps:
        house, role = doer(case, step)
        if house.people:
            took(sign_in, case, step, person=house[role])
        else:
            recorded(sign_in, case, step)
    assert audit.verify(case.request) == []


def doer(case, step):
    """The house that takes the step, and in which role."""
    side, role = f.WHO.get(step) or f.of_table(case, step)
    return getattr(case, SHARING.get(step, side)), role


# A1 to A16 where the requested State answers on paper: the same ways as between two authorities here.
@pytest.mark.parametrize("way", HERE)
def test_a_request_to_a_state_on_paper(brazil, states, sign_in, way):
    stage, steps, state = HERE[way]
    case = a.draft(brazil, states, stage)
    go(sign_in, case, [*SENT, "acknowledge", "open_examination", *steps])
    assert case.request.state == state


def came(states, brazil, stage):
    """A letter on paper, registered by the authority that is here."""
    letter = complete(stage) | {"annexes": [BLANK["annexes"][1] | ORDER]}
    told = f.arrived(their_reference="US 12")
    by = brazil["registry"].id
    done = recording.register("assets", states.authority.id, by, f.NOW, told, REGISTERED, letter)
    return f.Case(done.request, states, brazil, f.NOW)


# A State on paper asks: its acts are facts, Brazil's own stay guarded.
@pytest.mark.parametrize("way", HERE)
def test_a_state_on_paper_asks(brazil, states, sign_in, way):
    stage, steps, state = HERE[way]
    case = came(states, brazil, stage)
    go(sign_in, case, ["open_examination", *steps])
    assert case.request.state == state


# Nothing needs to be on record before: a sale is told on paper though no confiscation was.
def test_a_paper_tells_of_what_nobody_recorded_before(brazil, states, sign_in):
    case = a.draft(brazil, states, OBTAIN)
    go(sign_in, case, [*SENT, "report_realisation", "dispose"])
    assert case.request.state == "disposed"
    told = record.bodies(case.request)[-1]["data"]["lines"]
    assert [row["amount"] for row in told] == ["29000000.00", "29000000.00"]


# Bank secrecy is recorded as the paper gives it, and can't be given by one's own step (Arts. 12(6), 18(8)).
def test_bank_secrecy_on_paper_and_here(brazil, states, sign_in):
    case = a.draft(brazil, states)
    go(sign_in, case, [*SENT, "submit_freeze"])
    recorded(sign_in, case, "report_denial", ground="bank_secrecy")
    assert case.request.state == "denied"
    assert record.bodies(case.request)[-1]["data"]["ground"] == "bank_secrecy"
    asked = came(states, brazil, FREEZE)
    go(sign_in, asked, ["open_examination", "submit_freeze"])
    answer = send(sign_in, asked, "report_denial", ground="bank_secrecy")
    assert answer.status_code == 422
    assert "12(6)" in answer.text


# One's own order is guarded, whoever asked on paper: more than their court ordered is not confiscated.
def test_more_than_the_order_is_not_confiscated(brazil, states, sign_in):
    case = came(states, brazil, ENFORCE)
    go(sign_in, case, ["open_examination", *FROZEN, *TAKEN[:-1]])
    answer = send(sign_in, case, "report_confiscation", **{"assets-0-amount": "58400000.01"})
    assert answer.status_code == 422
    assert "Lower the amount to what is still open" in answer.text
    assert 'value="58400000.01"' in answer.text
    assert sign_in(brazil["executor"]).get(address(case, "report_confiscation")).status_code == 200
