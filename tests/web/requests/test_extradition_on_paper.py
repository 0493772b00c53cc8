"""Extradition with a counterpart on paper, through the pages: its acts recorded, one's own guarded, both ways."""

import json

import pytest

from mla.extensions import db
from mla.models import Request
from mla.services import audit
from tests import extraditions as x
from tests import factories as f
from tests.web.markup import assert_valid_html
from tests.web.test_extradition_way import SURRENDER
from tests.web.test_extradition_way import WAYS as HERE

from .test_arrived import PAPER, scan
from .test_steps import send as try_step
from .test_steps import took
from .typed import address, of_kind

#: Days far back: whatever happened, happened before the paper came.
SENT = ["submit", "approve", "sign", "transmit"]
LETTER = {
    "letter-basis": "UNTOC", "letter-language": "en", "letter-facts": "A fraud by four persons.",
    "letter-persons-0-family_name": "Meier", "letter-persons-0-role": "accused",
    "letter-persons-0-born_on": "1970-01-02", "letter-persons-0-nationality": "Brazil",
    "letter-offences-0-name": "Fraud", "letter-offences-0-law": "Criminal Code, article 146",
    "letter-offences-0-years": "10", "letter-offences-0-category": "serious_crime",
    "letter-offences-0-facts": "In 2024 he took 11 million.", "letter-offences-0-limitation": "2039",
    "sought-whereabouts": "Recife", "sought-national": "yes", "file-sort": "accusation",
    "sought-located": "there", "group-number": "4", "group-structure": "Meetings.", "group-period": "Since 2020.",
    "group-concert": "They shared the work.", "group-aim": "Fraud.", "group-benefit": "11 million.",
    "file-warrant_by": "Court of Bern", "proceedings-subject": "Fraud of A. Meier", "authority-name": "Court of Bern",
}  # fmt: skip


@pytest.fixture
def brazil(app, fast_papers):
    """The one authority that is here."""
    (house,) = f.houses("BRA")
    return house


@pytest.fixture
def swiss():
    """An authority on paper."""
    return f.on_paper("CHE")


def go(sign_in, case, steps):
    """Take one's own steps through their pages, and record those of the other side from what came."""
    for step in steps:
        if (case.requesting if x_side(case, step) == "requesting" else case.requested).people:
            took(sign_in, case, step)
        else:
            recorded(sign_in, case, step)
    assert audit.verify(case.request) == []


def x_side(case, step):
    return (f.WHO.get(step) or f.of_table(case, step))[0]


def recorded(sign_in, case, step, **changes):
    """The registry records the act from its paper."""
    registry = sign_in((case.requesting if case.requesting.people else case.requested)["registry"])
    page = registry.get(f"/requests/{case.request.id}/arrived/{step}")
    assert page.status_code == 200, (step, page.status_code)
    assert_valid_html(page.text)
    sent = of_kind(case.request.kind, step)
    data = PAPER | {"seen": case.request.state} | {n: v for n, v in sent.items() if n != "files"} | changes | scan()
    answer = registry.post(f"/requests/{case.request.id}/arrived/{step}", data=data, content_type="multipart/form-data")
    assert answer.status_code == 303, (step, answer.text)


# X5 to X22 where the requested State answers on paper: the same ways as between two authorities here.
@pytest.mark.parametrize("way", HERE)
def test_a_request_of_a_state_on_paper(brazil, swiss, sign_in, way):
    steps, state = HERE[way]
    case = x.draft(brazil, swiss)
    go(sign_in, case, [*SENT, "acknowledge", "open_examination", *steps])
    assert case.request.state == state


# X1 to X3 on paper.
@pytest.mark.parametrize("steps", [["order_arrest", "extend_arrest", "end_arrest"], ["decline_arrest"]])
def test_an_arrest_asked_of_a_state_on_paper(brazil, swiss, sign_in, steps):
    part = x.arrest(x.draft(brazil, swiss))
    go(sign_in, part, [*SENT, *steps, "close_arrest"])
    assert part.request.state == "closed"


def registered(brazil, swiss, sign_in, kind="extradition", **more):
    """A letter that came on paper, registered through the page."""
    browser = sign_in(brazil["registry"])
    page = browser.get(f"/requests/incoming?kind={kind}")
    assert_valid_html(page.text)
    data = PAPER | {"authority": str(swiss.authority.id), "pages": "40"} | LETTER | scan() | more
    answer = browser.post(f"/requests/incoming?kind={kind}", data=data, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    made = db.session.scalars(db.select(Request).order_by(Request.opened_at.desc())).first()
    assert_valid_html(browser.get(f"/requests/{made.id}").text)
    return f.Case(made, swiss, brazil, f.NOW, ["draft"])


# The State stands beside the name of its authority, which often holds it already ("Ministry of Justice of Albania").
def test_who_is_on_paper_is_said(brazil, swiss, sign_in):
    case = registered(brazil, swiss, sign_in)
    page = sign_in(brazil["decider"]).get(f"/requests/{case.request.id}").text
    assert f"{swiss.authority.name} (Switzerland) is on paper:" in page


def test_what_a_letter_shows_of_person_and_offences_is_kept(brazil, swiss, sign_in):
    case = registered(brazil, swiss, sign_in)
    content = json.loads(case.request.versions[0].content)
    assert (case.request.kind, case.request.state) == ("extradition", "received")
    assert content["sought"]["person"] == "P1"
    assert (content["sought"]["national"], content["file"]["warrant_by"]) == ("yes", "Court of Bern")
    (person,) = content["persons"]
    assert (person["born_on"], person["nationalities"]) == ("1970-01-02", ["BRA"])
    assert content["offences"][0]["name"] == "Fraud"
    (said,) = content["per_offence"]
    assert (said["label"], said["facts"], said["limitation"]) == ("O1", "In 2024 he took 11 million.", "2039")
    assert "facts" not in content["offences"][0]


def test_an_arrest_asked_on_paper(brazil, swiss, sign_in):
    case = registered(brazil, swiss, sign_in, "provisional_arrest", **{"custody-urgency": "He is about to leave."})
    content = json.loads(case.request.versions[0].content)
    assert (case.request.kind, content["custody"]["urgency"]) == ("provisional_arrest", "He is about to leave.")
    assert "per_offence" not in content
    go(sign_in, case, ["order_arrest", "end_arrest", "close_arrest"])


def test_a_kind_that_there_is_not(brazil, sign_in):
    assert sign_in(brazil["registry"]).get("/requests/incoming?kind=ransom").status_code == 404


# A State on paper asks: its acts are facts, Brazil's own stay guarded.
@pytest.mark.parametrize(
    ("steps", "state"),
    [
        (["begin_judicial_phase", "grant", *SURRENDER], "closed"),
        (["seek_assurance", "give_assurance"], "examination"),
        (["open_consultation", "answer_consultation", "refuse_extradition", "close_refused"], "closed"),
        (["refuse_for_nationality", "ask_prosecution", "submit_prosecution", "report_prosecution",
          "close_nationality"], "closed"),
        (["record_consent", *SURRENDER, "ask_speciality_consent", "answer_speciality_consent"], "closed"),
    ],
)  # fmt: skip
def test_a_state_on_paper_asks(brazil, swiss, sign_in, steps, state):
    case = registered(brazil, swiss, sign_in)
    go(sign_in, case, ["open_examination", *steps])
    assert case.request.state == state


# Invariant 8: no paper closes a refusal for nationality whose duty is open, and no step of Brazil's does.
def test_a_refusal_for_nationality_is_not_closed_on_paper(brazil, swiss, sign_in):
    case = registered(brazil, swiss, sign_in)
    go(sign_in, case, ["open_examination", "refuse_for_nationality"])
    data = PAPER | {"seen": case.request.state, "outcome": "It is over."} | scan()
    answer = sign_in(brazil["registry"]).post(
        f"/requests/{case.request.id}/arrived/close_nationality", data=data, content_type="multipart/form-data"
    )
    assert answer.status_code == 422
    assert case.request.state == "refused_national"


# A refusal of one's own stays guarded, whoever asked on paper.
def test_a_forged_fiscal_refusal_is_closed(brazil, swiss, sign_in):
    case = registered(brazil, swiss, sign_in)
    go(sign_in, case, ["open_examination"])
    answer = try_step(sign_in, case, "refuse_extradition", ground="fiscal")
    assert answer.status_code == 422
    assert "16(15)" in answer.text
    assert sign_in(brazil["decider"]).get(address(case, "refuse_extradition")).status_code == 200


# An amended letter is entered over the one before.
def test_an_amended_letter_on_paper(brazil, swiss, sign_in):
    case = registered(brazil, swiss, sign_in)
    registry = sign_in(brazil["registry"])
    page = registry.get(f"/requests/{case.request.id}/arrived/transmit_amendment").text
    assert "Art. 18" not in page
    for known in ("In 2024 he took 11 million.", "Recife", "Meier", "1970-01-02", "Brazil"):
        assert known in page
    data = PAPER | {"seen": case.request.state} | LETTER | {"letter-facts": "A fraud by five."} | scan()
    answer = registry.post(
        f"/requests/{case.request.id}/arrived/transmit_amendment", data=data, content_type="multipart/form-data"
    )
    assert answer.status_code == 303
    assert json.loads(case.request.versions[-1].content)["facts"]["summary"] == "A fraud by five."


# 16(9): the formal request that comes on paper belongs to the arrest of the same person: none has ended in vain.
@pytest.mark.parametrize(
    ("other", "belongs"),
    [({}, True), ({"letter-persons-0-family_name": "Muster"}, False), ({"letter-persons-0-family_name": ""}, False)],
)
def test_the_formal_request_comes_on_paper_too(brazil, swiss, sign_in, other, belongs):
    arrest = registered(brazil, swiss, sign_in, "provisional_arrest")
    go(sign_in, arrest, ["order_arrest"])
    main = registered(brazil, swiss, sign_in, **other)
    page = sign_in(brazil["registry"]).get(f"/requests/{main.request.id}").text
    assert (f"/requests/{arrest.request.id}" in page) is belongs
    answer = try_step(sign_in, arrest, "end_arrest", cause="no_request", explanation="")
    assert answer.status_code == 422
    assert ("12 March 2026" in answer.text) is belongs
