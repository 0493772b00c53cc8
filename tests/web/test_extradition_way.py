"""An extradition and a provisional arrest from draft to closure, step by step through the pages, with real papers."""

import datetime as dt
import html
import re

import pytest

from mla.domain.kinds import kind_named
from mla.domain.workflow import Side
from mla.extensions import db
from mla.services import audit
from mla.services.gather import local_day
from tests import extraditions as x
from tests import factories as f
from tests.web.markup import assert_valid_html
from tests.web.requests import typed

#: The ways of an extradition, each to its end.
WAYS = {
    "surrendered": ("begin_judicial_phase", "grant", "arrange_surrender", "agree_surrender", "hand_over",
                    "ask_speciality_consent", "answer_speciality_consent", "close_surrendered"),
    "assured": ("seek_assurance", "give_assurance", "begin_judicial_phase", "grant", "postpone_surrender",
                "surrender_temporarily", "return_person", "close_postponed"),
    "refused": ("open_consultation", "answer_consultation", "refuse_extradition", "close_refused"),
    "national": ("refuse_for_nationality", "ask_prosecution", "submit_prosecution", "report_prosecution",
                 "close_nationality"),
    "consent": ("record_consent", "arrange_surrender", "withdraw", "close_withdrawn"),
    "conditions": ("begin_judicial_phase", "offer_conditions", "accept_conditions", "arrange_surrender",
                   "agree_surrender", "hand_over"),
}  # fmt: skip
FIRST = ("submit", "approve", "sign", "transmit", "acknowledge")
ARREST = (*FIRST, "order_arrest", "extend_arrest", "end_arrest", "close_arrest")


@pytest.fixture
def engine(engine_of):
    return engine_of("sqlite")


def taker(case, name):
    """Somebody who may take the step: on either side the requesting one."""
    step = kind_named(case.request.kind).step(name)
    house = case.requested if step.side is Side.REQUESTED else case.requesting
    return house[step.roles[-1].value]


def today(case):
    """The day on which the requested authority acts."""
    return local_day(case.requested.authority, dt.datetime.now(dt.UTC)).isoformat()


def walk(case, names, sign_in):
    """Take the steps through their pages."""
    for name in names:
        browser, at = sign_in(taker(case, name)), typed.address(case, name)
        page = browser.get(at)
        assert page.status_code == 200, (name, page.status_code)
        assert_valid_html(page.text)
        own = {"acknowledge": {"received_on": today(case)}, "extend_arrest": {"documents_by": "2199-12-31"}}
        data = typed.typed(case, name, **own.get(name, {}))
        answer = browser.post(at, data=data, content_type="multipart/form-data")
        said = re.findall(r'class="(?:error-message|finding-sentence)".*?</p>', answer.text)
        assert answer.status_code == 303, (name, answer.status_code, html.unescape(" ".join(said))[:2000])
        db.session.expire_all()
        for house in (case.requesting, case.requested):
            whole = sign_in(house["signatory"]).get(f"/requests/{case.request.id}")
            if whole.status_code == 200:
                assert_valid_html(whole.text)
                assert "Art. 18(" not in whole.text, name


@pytest.mark.parametrize("way", WAYS)
def test_the_ways_of_an_extradition(app, sign_in, way):
    case = x.pointing(x.draft(*f.houses("BRA", "CHE")))
    walk(case, (*FIRST, "open_examination", *WAYS[way]), sign_in)
    assert audit.verify(case.request) == []
    assert case.request.state == ("surrendered" if way == "conditions" else "closed")


def test_the_way_of_a_provisional_arrest(app, sign_in):
    part = x.arrest(x.pointing(x.draft(*f.houses("BRA", "CHE"))))
    walk(part, ARREST, sign_in)
    assert (part.request.state, audit.verify(part.request)) == ("closed", [])
