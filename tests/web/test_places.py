"""From every finding a link leads on, whoever reads it; where the reader can't mend it, the page says who can."""

import datetime as dt
from dataclasses import replace

import pytest
from flask_login import login_user

from mla.domain.content import empty
from mla.domain.course import Course
from mla.domain.errors import UnknownState
from mla.domain.findings import Finding, Weight, closing
from mla.domain.kinds import kind_named
from mla.services import matters
from mla.web import places
from tests import factories as f
from tests.domain import cases as domain
from tests.web.requests.conftest import case, engine, fast_papers, houses, outsider  # noqa: F401

NOTHING = empty() | {"regime": empty()["regime"] | {"protocols": ["TIP"]}}


def bare():
    """Facts that meet as few rules as can be, one set beside the other: what one lacks hides what another would."""
    none = {"data": {}, "reviewer": None, "signatory": None, "kept": (), "numbered": False, "course": Course()}
    past = domain.but(deadline__on="2020-01-01", language=empty()["language"], channel=empty()["channel"])
    waiting = domain.consultation(replies=(), reply_on="2099-01-01", offer_reply_on="2099-01-01")
    yield domain.facts(content=NOTHING, requested="PNG", **none)
    yield domain.facts(requested="COG", content=domain.but(regime__protocols=["FIR"]), **none)
    yield domain.facts(content=past, sent=domain.but(assistance=[]), data={})
    for actor in (domain.DRAFTER, domain.REVIEWER, domain.EXAMINER):
        yield domain.facts(actor=actor)
    yield domain.facts(kept=(Finding("receipt.not_bound", "38"),), requested="BRA")
    for stage in ("", "draft", "signed"):
        yield domain.facts(course=Course(waiting, amendment=stage, unexamined=True, information_due_on="2099-01-01"))
    yield domain.facts(sent=domain.complete(), day=dt.date(2003, 1, 1))
    yield replace(domain.facts(), requesting="USA")


def every_reason():
    """Each reason for which a step of the table may be closed, once by its code."""
    rules = {rule.name: rule for step in kind_named("assistance").steps for rule in step.guards}
    found = {}
    for known in bare():
        for rule in rules.values():
            try:
                found |= {reason.code: reason for reason in closing(rule.check(known))}
            except (KeyError, UnknownState):
                continue
    return list(found.values())


REASONS = every_reason()
#: Whose page it is: the side, the offices, and the state of the request.
READERS = [("requesting", role) for role in f.ROLES] + [("requested", role) for role in f.ROLES]


@pytest.fixture
def led(app):
    """``led(person, finding, case)``: the place to which the person is led."""

    def ask(person, finding, case):  # noqa: F811
        with app.test_request_context():
            login_user(person)
            return places.place(finding, case.request)

    return ask


def test_the_walk_sees_the_reasons_of_every_sort():
    rooms = {(reason.where or "").partition(".")[0] for reason in REASONS}
    assert rooms == {"step", "request", "matter", "register"}
    assert len(REASONS) >= 100


# No reason is a dead end: whoever reads it is led on by a link, and a page stands at its end.
@pytest.mark.parametrize("state", ["draft", "signed", "examination"])
def test_every_reason_leads_on(case, led, sign_in, state):  # noqa: F811
    f.drive(case, state)
    seen = set()
    for side, role in READERS:
        person = getattr(case, side)[role]
        if side == "requested" and state != "examination":
            continue
        browser = sign_in(person)
        for reason in REASONS:
            place = led(person, reason, case)
            assert place, (reason.code, reason.where)
            assert place.label
            if place.href.startswith("#") or (person.id, place.href) in seen:
                continue
            seen.add((person.id, place.href))
            answer = browser.get(place.href)
            assert answer.status_code == 200, (role, reason.code, place)
            _path, hash_sign, anchor = place.href.partition("#")
            assert not hash_sign or f'id="{anchor}"' in answer.text


# What is missing is given; what is only said of something written is looked over.
@pytest.mark.parametrize(("code", "weight", "label"), [
    ("language.unacceptable", Weight.CLOSES, "Give this information"),
    ("content.contact.missing", Weight.WARNS, "Give this information"),
    ("language.stale", Weight.WARNS, "See where this is written"),
])  # fmt: skip
@pytest.mark.parametrize("where", ["request.language", "step.reasons"])
def test_a_link_says_what_the_reader_will_do_there(case, led, code, weight, label, where):  # noqa: F811
    found = Finding(code, "18(14)", weight, where=where)
    assert led(case.requesting["drafter"], found, case).label == label


# A drafter gives it in the draft; a colleague reads who can, by name; after review a step opens the draft again.
@pytest.mark.parametrize("where", ["request.purpose", "matter.facts", "matter.persons", "request.draft"])
def test_a_draft_is_written_by_its_drafters(case, led, where):  # noqa: F811
    reason = Finding("content.x.missing", "18(15)", where=where)
    place = led(case.requesting["drafter"], reason, case)
    assert place.label == "Give this information"
    assert not place.who
    place = led(case.requesting["reviewer"], reason, case)
    assert "BRA Drafter" in place.who
    f.take(case, "submit")
    assert led(case.requesting["reviewer"], reason, case).href.endswith("/steps/return_for_correction")
    assert "BRA Reviewer" in led(case.requesting["drafter"], reason, case).who


# What a requested authority finds missing, its reviewer asks for (Art. 18(16)); its decider may consult.
def test_the_requested_side_asks_for_what_is_missing(case, led):  # noqa: F811
    f.drive(case, "examination")
    reason = Finding("content.purpose.missing", "18(15)(f)", where="request.purpose")
    assert led(case.requested["reviewer"], reason, case).href.endswith("/steps/request_information")
    assert led(case.requested["decider"], reason, case).href.endswith("/steps/open_consultation")
    assert "USA Reviewer" in led(case.requested["registry"], reason, case).who
    assert led(case.requesting["drafter"], reason, case).href.endswith("/steps/open_amendment")


# While an amended request is under review, it is that which comes back to its drafters.
def test_an_amendment_comes_back(case, led):  # noqa: F811
    f.drive(case, "examination")
    f.take(case, "open_amendment")
    reason = Finding("content.purpose.missing", "18(15)(f)", where="request.purpose")
    assert "/draft/purpose" in led(case.requesting["drafter"], reason, case).href
    matters.save_matter(case.request.matter_id, {"facts": "A third account."}, case.requesting["drafter"].id, f.NOW)
    f.take(case, "submit_amendment")
    assert led(case.requesting["reviewer"], reason, case).href.endswith("/steps/return_amendment")


# The status of the two States is explained for the instrument and the day of the finding.
def test_the_status_leads_to_the_page_on_the_two_states(case, led, sign_in):  # noqa: F811
    values = {"instrument": "FIR", "day": "2017-08-10"}
    place = led(
        case.requesting["reviewer"], Finding("party.no_consent", "FIR 17(3)", values=values, where="register"), case
    )
    for part in ("a=BRA", "b=USA", "instrument=FIR", "on=2017-08-10"):
        assert part in place.href
    assert "register keeper" in place.who
    text = sign_in(case.requesting["reviewer"]).get(place.href).text
    assert "No, not both are bound" in text


# Who is barred reads which colleagues hold the office, themselves left out; or that nobody does.
def test_people_are_named_who_may_act_instead(case, led):  # noqa: F811
    reviewer = case.requesting["reviewer"]
    values = {"role": "reviewer", "barred": [str(reviewer.id)]}
    reason = Finding("people.reviewer_drafted", "this system", values=values, where="request.people")
    assert "Nobody in your authority can yet" in led(reviewer, reason, case).who
    f.person(case.requesting.authority, "reviewer").name = "Second Reviewer"
    assert led(reviewer, reason, case).who == "Who can (reviewer): Second Reviewer."


# What the history lacks is added by a step: a link for who may take it, the name of the office for others.
def test_the_history_is_added_to_by_a_step(case, led):  # noqa: F811
    f.take(case, "submit")
    reason = Finding("authentic.not_approved", "18(14)", where="request.history")
    assert led(case.requesting["reviewer"], reason, case).href.endswith("/steps/approve")
    told = led(case.requesting["registry"], reason, case).who
    assert "Approve" in told
    assert "BRA Reviewer" in told
    f.drive(case, "transmitted")
    kept = Finding("receipt.not_kept", "this system", where="request.history")
    told = led(case.requesting["registry"], kept, case).who
    assert "registry of the authority of the United States of America" in told


# What only time or the other side can mend is said.
@pytest.mark.parametrize(
    "code",
    ["consultation.reply_awaited", "offer.reply_awaited", "information.not_due", "surrender.reply_awaited"],
)
def test_what_is_waited_for_is_said(case, led, code):  # noqa: F811
    place = led(case.requesting["signatory"], Finding(code, "18(26)", where="request.history"), case)
    assert place.who.startswith("It opens when")


@pytest.mark.parametrize("where", [None, "", "request.tea", "matter.tea", "moon.purpose"])
def test_an_unknown_place_leads_nowhere(case, led, where):  # noqa: F811
    assert led(case.requesting["drafter"], Finding("a", "1", where=where), case) is None


def test_a_field_of_a_step_is_on_the_same_page(case, led):  # noqa: F811
    assert led(case.requesting["drafter"], Finding("a", "1", where="step.reasons"), case).href == "#reasons"
