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

SURRENDER = ["arrange_surrender", "agree_surrender", "hand_over", "close_surrendered"]
CONSULTED = ["open_consultation", "answer_consultation"]
#: From the examination: the steps in their order, and where the request then stands.
WAYS = {
    "X5, X15, X18-X21 granted, surrendered, and a further prosecution asked": (
        ["begin_judicial_phase", "grant", *SURRENDER, "ask_speciality_consent", "answer_speciality_consent"], "closed",
    ),
    "X6, X7 assurance asked and given": (["seek_assurance", "give_assurance"], "examination"),
    "X6, X7 in the judicial phase, declined": (
        ["begin_judicial_phase", "seek_assurance", "decline_assurance"], "judicial_phase",
    ),
    "X8, X9 consulted and taken up again": ([*CONSULTED, "end_consultation"], "examination"),
    "X8, X10 refused": ([*CONSULTED, "refuse_extradition", "close_refused"], "closed"),
    "X10 refused without a consultation": (["refuse_extradition"], "refused"),
    "X11-X13 prosecuted instead": (
        [*CONSULTED, "refuse_for_nationality", "ask_prosecution", "submit_prosecution", "report_prosecution",
         "close_nationality"], "closed",
    ),
    "X11 neither is asked": (["refuse_for_nationality", "ask_for_neither", "close_nationality"], "closed"),
    "X16, X17 on conditions, postponed": (
        ["begin_judicial_phase", "offer_conditions", "accept_conditions", "postpone_surrender"], "surrender_postponed",
    ),
    "X16 conditions declined": (["begin_judicial_phase", "offer_conditions", "decline_conditions"], "judicial_phase"),
    "X17, X18 postponed, lent for trial, returned, surrendered": (
        ["begin_judicial_phase", "grant", "postpone_surrender", "surrender_temporarily", "return_person", *SURRENDER],
        "closed",
    ),
    "X17 postponed until nothing was left to surrender": (
        ["begin_judicial_phase", "grant", "postpone_surrender", "close_postponed"], "closed",
    ),
    "X22 the person consents, and the request is withdrawn": (
        ["record_consent", "arrange_surrender", "withdraw", "close_withdrawn"], "closed",
    ),
    "X22 the person consents": (["record_consent", *SURRENDER], "closed"),
}  # fmt: skip
ENFORCED = ("apply_enforcement", "decide_enforcement")
JUDGED = x.SECTIONS["file"] | {
    "sort": "conviction", "judgment_by": "Court of Brasília", "judgment_on": "2025-01-05", "sentence": "ten years",
    "remaining": "nine years", "enforceable": True,
}  # fmt: skip
FIRST = ("submit", "approve", "sign", "transmit", "acknowledge")
ARREST = (*FIRST, "order_arrest", "extend_arrest", "end_arrest", "close_arrest")


@pytest.fixture
def engine(engine_of):
    return engine_of("sqlite")


def taker(case, name):
    """Somebody who may take the step: on either side the requesting one, but for its own proposal."""
    step = kind_named(case.request.kind).step(name)
    there = step.side is Side.REQUESTED or name in ("accept_sharing", "decline_sharing")
    return (case.requested if there else case.requesting)[step.roles[-1].value]


def today(case):
    """The day on which the requested authority acts."""
    return local_day(case.requested.authority, dt.datetime.now(dt.UTC)).isoformat()


def walk(case, names, sign_in, **changes):
    """Take the steps through their pages."""
    for name in names:
        browser, at = sign_in(taker(case, name)), typed.address(case, name)
        page = browser.get(at)
        assert page.status_code == 200, (name, page.status_code)
        assert_valid_html(page.text)
        own = {"acknowledge": {"received_on": today(case)}, "extend_arrest": {"documents_by": "2199-12-31"}}
        data = typed.typed(case, name, **own.get(name, {}) | changes)
        answer = browser.post(at, data=data, content_type="multipart/form-data")
        said = re.findall(r'class="(?:error-message|finding-sentence)".*?</p>', answer.text)
        assert answer.status_code == 303, (name, answer.status_code, html.unescape(" ".join(said))[:2000])
        db.session.expire_all()
        for house in (case.requesting, case.requested):
            whole = sign_in(house["signatory"]).get(f"/requests/{case.request.id}")
            if whole.status_code == 200:
                assert_valid_html(whole.text)
                assert case.request.kind == "assets" or "Art. 18(" not in whole.text, name


@pytest.mark.parametrize("way", WAYS)
def test_the_ways_of_an_extradition(app, sign_in, way):
    case = x.pointing(x.draft(*f.houses("BRA", "CHE")))
    steps, state = WAYS[way]
    walk(case, (*FIRST, "open_examination", *steps), sign_in)
    assert (case.request.state, audit.verify(case.request)) == (state, [])


# X14: a sentence is put for enforcement, and what was decided is told.
def test_a_sentence_is_considered(app, sign_in):
    case = x.pointing(x.draft(*f.houses("BRA", "CHE"), file=JUDGED))
    walk(case, (*FIRST, "open_examination", "refuse_for_nationality", *ENFORCED, "close_nationality"), sign_in)
    assert (case.request.state, audit.verify(case.request)) == ("closed", [])


# What these ways take is every step that the table of extradition brings; two wait for a day that has passed.
def test_no_step_of_extradition_is_left_out():
    taken = {*ENFORCED, *(step for steps, _ in WAYS.values() for step in steps)}
    brought = {step.name for step in kind_named("extradition").steps if step.row.startswith("X")}
    assert brought - taken == {"lapse_assurance", "lapse_offer"}


def test_the_way_of_a_provisional_arrest(app, sign_in):
    part = x.arrest(x.pointing(x.draft(*f.houses("BRA", "CHE"))))
    walk(part, ARREST, sign_in)
    assert (part.request.state, audit.verify(part.request)) == ("closed", [])
