"""The case page: where it stands, what one may do, what is closed and why, and nothing of the other side."""

import pytest

from tests import factories
from tests.web.markup import assert_valid_html


def page(sign_in, case, person):
    answer = sign_in(person).get(f"/requests/{case.request.id}")
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    return answer.text


@pytest.mark.parametrize(
    "state",
    [
        "draft",
        "in_review",
        "approved",
        "signed",
        "transmitted",
        "received",
        "examination",
        "accepted",
        "executing",
        "executed",
        "results_sent",
        "results_confirmed",
        "closed",
    ],
)
def test_every_state_has_a_valid_page_for_either_side(case, sign_in, state):
    factories.drive(case, state)
    for role in factories.ROLES:
        page(sign_in, case, case.requesting[role])
    if state not in ("draft", "in_review", "approved", "signed"):
        for role in factories.ROLES:
            page(sign_in, case, case.requested[role])
