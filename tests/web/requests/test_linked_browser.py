"""Asking for confiscation, and the same order in other States, in a real browser: no rule broken."""

import pytest

from mla.domain.assets.content import ENFORCE
from tests import assets as a
from tests import factories as f
from tests.services.test_assets_several import HALF, SENT, sister
from tests.web.browser import press

from .test_parts import at
from .test_property_browser import look, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("fast_papers")]


# From the case page to the draft of the confiscation: the way is chosen, and the two name each other.
def test_confiscation_is_asked_from_a_freeze(app, browsing):
    case = a.arrived(a.draft(*f.houses()), "submit_freeze", "report_freeze")
    page = signed_in(browsing, case.requesting["drafter"])
    look(page, at(case), "freeze")
    look(page, at(case, "confiscation"), "confiscation")
    page.get_by_label("Confiscation on the order of a court of your own State").check()
    press(page.get_by_role("button", name="Open the request"))
    assert page.get_by_text("is open as a draft").is_visible()
    look(page, at(case, "confiscation"), "confiscation-under-way")


def test_the_same_order_in_other_states(app, browsing):
    case = a.arrived(a.draft(*f.houses(), ENFORCE), "begin_court_phase")
    swiss = a.go(sister(case, f.house("CHE")), *SENT, "acknowledge", "open_examination", "begin_court_phase")
    f.take(swiss, "report_confiscation", {"assets": [HALF]})
    page = signed_in(browsing, case.requesting["signatory"])
    look(page, at(case, "property"), "several-states")
    look(page, at(case, "steps", "notify_other_states"), "notify-other-states")
