"""Whose turn it is on an extradition: who spoke waits for the other side, whatever it notes for itself meanwhile."""

import pytest

from mla.domain.kinds.extradition import KIND
from mla.domain.workflow import Side
from mla.web.requests import standing

PROPOSED = {"step": "arrange_surrender", "side": "requested", "data": {"place": "Tirana airport"}}
AGREED = {"step": "agree_surrender", "side": "requesting", "data": {}}
HANDED_OVER = {"step": "hand_over", "side": "requested", "data": {}, "happened_on": "2026-03-10"}
ASKED = {"step": "ask_speciality_consent", "side": "requesting", "data": {"offence": "forgery"}}
ANSWERED = {"step": "answer_speciality_consent", "side": "requested", "data": {"consent": "yes"}}

CONSULTED = {"step": "open_consultation", "side": "requested", "data": {}}
REPLIED = {"step": "answer_consultation", "side": "requesting", "data": {}}
WEIGHED = {"step": "weigh_competing", "side": "requested", "data": {}}


@pytest.mark.parametrize(
    ("state", "told", "side"),
    [
        ("granted", [], Side.REQUESTED),
        ("surrender_arranged", [PROPOSED], Side.REQUESTING),
        ("surrender_arranged", [PROPOSED, AGREED], Side.REQUESTED),
        ("surrender_arranged", [PROPOSED, AGREED, PROPOSED], Side.REQUESTING),
        ("surrendered", [PROPOSED, AGREED, HANDED_OVER], Side.REQUESTING),
        ("closed", [PROPOSED, AGREED, HANDED_OVER], None),
        ("closed", [PROPOSED, AGREED, HANDED_OVER, ASKED], Side.REQUESTED),
        ("closed", [PROPOSED, AGREED, HANDED_OVER, ASKED, ANSWERED], None),
        ("consultation", [CONSULTED], Side.REQUESTING),
        ("consultation", [CONSULTED, REPLIED], Side.REQUESTED),
        ("consultation", [CONSULTED, REPLIED, WEIGHED], Side.REQUESTED),
    ],
)
def test_who_is_waited_for(state, told, side):
    waited = [step.side for step in KIND.leaving(state) if standing._awaited(step, told)]
    assert (waited[0] if waited else None) is side
