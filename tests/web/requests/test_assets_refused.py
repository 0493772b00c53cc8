"""Every step on assets sent empty, or with sums that are none: sentences say what to do, and nothing typed is lost."""

import html
import re

import pytest

from tests import assets as a
from tests import factories as f
from tests.web.markup import assert_valid_html
from tests.web.test_assets_way import WAYS
from tests.web.test_extradition_way import taker

from .test_steps import took
from .typed import address, typed

FRONT = ("submit", "approve", "sign", "transmit", "acknowledge", "open_examination")
#: What asks nothing that is needed.
MAY_BE_EMPTY = {"continue_freeze", "end_freeze", "decline_sharing", "offer_conditions"}
AMOUNT = re.compile(r"(?<!persons-0-)(amount|costs|interest|value)$")
BAD = "58.400.000,00"


def sent(sign_in, case, step, data):
    """The page that comes back, which has taken nothing."""
    before = (case.request.state, len(case.request.entries))
    answer = sign_in(taker(case, step)).post(address(case, step), data=data)
    assert answer.status_code == 422, (step, answer.status_code)
    assert (case.request.state, len(case.request.entries)) == before
    assert_valid_html(answer.text)
    return html.unescape(answer.text)


def said(page):
    """The sentences at the head of the page, each without its article."""
    head = page.partition('class="error-summary"')[2].partition("</div>")[0]
    return [re.sub(r"<.*?>", "", row).strip() for row in re.findall(r"<li>(.*?)</li>", head, re.DOTALL)]


@pytest.mark.parametrize("way", WAYS)
def test_a_step_that_says_nothing_or_nonsense_is_not_taken(app, fast_papers, sign_in, way):
    stage, steps, _state = WAYS[way]
    case = a.examined(a.draft(*f.houses(), stage))
    for step in steps:
        if step not in MAY_BE_EMPTY:
            refused_empty(sign_in, case, step)
        refused_sums(sign_in, case, step)
        took(sign_in, case, step, person=taker(case, step))


def refused_empty(sign_in, case, step):
    """Each reason is a sentence, and each that the form can mend is a link to its control."""
    page = sent(sign_in, case, step, {"seen": case.request.state})
    reasons = said(page)
    assert reasons, step
    for reason in reasons:
        assert re.search(r"[.)]$", reason), reason
        assert not re.search(r"%\(|[a-z]_[a-z]|\bNone\b", reason), reason
    for control in re.findall(r'class="error-summary".*?</div>', page, re.DOTALL)[0].split('href="#')[1:]:
        assert f'id="{control.partition(chr(34))[0]}"' in page


def refused_sums(sign_in, case, step):
    """A sum that is none is named as it was typed; it and everything else stands in the page again."""
    good = typed(case, step)
    for name in (n for n in good if AMOUNT.search(n) and good[n]):
        page = sent(sign_in, case, step, good | {name: BAD})
        assert any(f"“{BAD}” is no amount" in reason for reason in said(page)), (step, name)
        lost = set(texts(good | {name: BAD})) - set(shown(page))
        assert not lost, step


def texts(data):
    """What was typed or chosen, tokens of the page left out."""
    return [value for value in data.values() if isinstance(value, str)]


def shown(page):
    """What the controls of the page hold."""
    areas = re.findall(r"<textarea.*?>(.*?)</textarea>", page, re.DOTALL)
    return ["", *re.findall(r'value="([^"]*)"', page), *(area.strip() for area in areas)]
