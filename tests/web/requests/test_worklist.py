"""The worklist: an authority's own requests and those sent to it, latest first, and nobody else's."""

import datetime as dt
import re

import pytest

from mla.queries import cases, listing
from tests import factories
from tests.web.markup import assert_valid_html


def listed(text):
    """The ids of the requests on the page, in their order."""
    return re.findall(r'<th scope="row">\s*<a href="/requests/([0-9a-f-]{36})"', text)


def test_both_sides_see_it_once_it_was_sent(case, sign_in):
    browsers = sign_in(case.requesting["drafter"]), sign_in(case.requested["registry"])
    factories.drive(case, "signed")
    assert [listed(b.get("/requests").text) for b in browsers] == [[str(case.request.id)], []]
    factories.drive(case, "transmitted")
    assert [listed(b.get("/requests").text) for b in browsers] == [[str(case.request.id)]] * 2


def test_a_drafter_is_led_to_where_a_new_request_is_drawn(case, sign_in):
    led = '<a class="button button-secondary" href="/matters">Draw a new request from a matter</a>'
    assert led in sign_in(case.requesting["drafter"]).get("/requests").text
    assert led not in sign_in(case.requesting["reviewer"]).get("/requests").text


def test_a_third_state_sees_nothing(case, sign_in, outsider):
    factories.drive(case, "transmitted")
    page = sign_in(outsider).get("/requests")
    assert_valid_html(page.text)
    assert listed(page.text) == []
    assert "No requests yet" in page.text


def test_the_working_title_stays_at_home(case, sign_in):
    factories.drive(case, "received")
    own = sign_in(case.requesting["drafter"]).get("/requests").text
    other = sign_in(case.requested["registry"]).get("/requests").text
    assert "Bank records" in own
    assert "Bank records" not in other
    assert "to the United States of America" in own
    assert "from Brazil" in other
    assert sign_in(case.requested["registry"]).get("/requests?q=Bank").text.count("No request fits") == 1


#: Whose turn it is, as a person of each side sees it: state, side and role of the reader, what the page says.
TURNS = [
    ("draft", "requesting", "drafter", "<strong>You</strong>"),
    ("draft", "requesting", "signatory", "Your authority"),
    ("transmitted", "requested", "registry", "<strong>You</strong>"),
    ("transmitted", "requesting", "registry", "United States of America"),
    ("examination", "requested", "reviewer", "<strong>You</strong>"),
    ("closed", "requesting", "drafter", "Nobody"),
]


@pytest.mark.parametrize(("state", "side", "role", "said"), TURNS)
def test_each_row_says_whose_turn_it_is(case, sign_in, state, side, role, said):
    factories.drive(case, state)
    page = sign_in(getattr(case, side)[role]).get("/requests").text
    last_cell = re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL)[-1]
    assert said in last_cell


def test_search_and_state_narrow_it_down(case, houses, sign_in):
    sent = factories.drive(factories.draft(*houses, now=factories.NOW + dt.timedelta(days=1)), "transmitted")
    browser = sign_in(case.requesting["drafter"])
    assert listed(browser.get("/requests").text) == [str(sent.request.id), str(case.request.id)]
    assert listed(browser.get("/requests?state=draft").text) == [str(case.request.id)]
    assert listed(browser.get(f"/requests?q={sent.request.requesting_reference}").text) == [str(sent.request.id)]
    for text in ("bank", "Rec+bank", sent.request.requesting_reference.rpartition("/")[2]):
        assert str(sent.request.id) in listed(browser.get(f"/requests?q={text}").text)
    for text in ("%25", "ecords", "bank+zurich", "_"):
        assert listed(browser.get(f"/requests?q={text}").text) == []
    assert listed(browser.get("/requests?q=bank&state=draft").text) == [str(case.request.id)]
    assert 'value="&lt;b&gt;"' in browser.get("/requests?q=<b>").text


@pytest.mark.parametrize("chosen", ["state=draft", "q=bank"])
def test_pages_go_by_key(case, houses, sign_in, monkeypatch, chosen):
    monkeypatch.setattr(cases, "PAGE", 2)
    for days in (1, 2, 3, 4):
        factories.draft(*houses, now=factories.NOW + dt.timedelta(days=days))
    browser, seen, address = sign_in(case.requesting["drafter"]), [], f"/requests?{chosen}"
    while address:
        page = browser.get(address).text
        assert_valid_html(page)
        seen.append(listed(page))
        more = re.search(r'rel="next" href="([^"]+)"', page)
        address = more[1].replace("&amp;", "&") if more else ""
        assert not address or chosen in address
    assert [len(ids) for ids in seen] == [2, 2, 1]
    assert len({i for ids in seen for i in ids}) == 5


# What goes out and what came in stand in one list, by the instant at which each was opened; requests opened at one and
# the same instant too, each once.
def test_both_sides_stand_in_one_order(case, houses, monkeypatch, fast_papers):
    monkeypatch.setattr(cases, "PAGE", 2)
    here, there = houses
    opened = [(here, there, 1), (there, here, 2), (here, there, 2), (there, here, 3), (there, here, 4)]
    made = [factories.draft(*way, now=factories.NOW + dt.timedelta(days=days)) for *way, days in opened]
    for sent in (made[1], made[3]):
        factories.drive(sent)
    found, last = [], None
    for _page in range(3):
        page = listing.page(here.authority.id, after=last)[: cases.PAGE]
        found, last = [*found, *(line.request_id for line in page)], page[-1].request_id
    mine = [m.request for m in (case, made[0], made[1], made[2], made[3])]
    assert found == [r.id for r in sorted(mine, key=lambda r: (r.opened_at, r.id), reverse=True)]


@pytest.mark.parametrize("after", ["nothing", "00000000-0000-0000-0000-000000000000"])
def test_a_wrong_key_shows_the_first_page(case, sign_in, after):
    assert listed(sign_in(case.requesting["drafter"]).get(f"/requests?after={after}").text) == [str(case.request.id)]
