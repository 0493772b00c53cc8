"""What arrives on paper, through the pages: acts recorded, an incoming request registered, mistakes taken back."""

import io
import json
import uuid

import pytest

from mla.extensions import db
from mla.models import Request
from mla.services import audit, record
from tests import factories as f

from .typed import typed

PAPER = {"paper-reference": "0.21/77", "paper-dated_on": "2026-03-10", "paper-happened_on": "2026-03-12",
         "paper-their_reference": "B-99", "paper-no_scan": ""}  # fmt: skip


def scan():
    return {"paper-files": (io.BytesIO(f.SCAN), "scan.pdf")}


@pytest.fixture
def brazil(app, fast_papers):
    (house,) = f.houses("BRA")
    return house


@pytest.fixture
def case(brazil):
    """A request of Brazil's, sent on paper."""
    return f.drive(f.draft(brazil, f.on_paper("USA")))


@pytest.fixture
def registry(brazil, case, sign_in):
    return sign_in(brazil["registry"])


def at(case, page=""):
    return f"/requests/{case.request.id}{page}"


def send(browser, case, name, **more):
    data = PAPER | {"seen": case.request.state} | scan() | more
    return browser.post(at(case, f"/arrived/{name}"), data=data, content_type="multipart/form-data")


# The case page says that the other authority is on paper, whose turn it is, and leads the registry to what arrived.
def test_the_case_page_says_that_the_other_side_is_on_paper(registry, case):
    page = registry.get(at(case)).text
    assert "is on paper" in page
    assert "Awaited from the United States" in page
    assert at(case, "/arrived") in page
    assert "Awaited from the United States" in registry.get("/requests").text


# What may have arrived is listed by the names of papers, with where the request then stands.
def test_what_may_have_arrived(registry, case):
    page = registry.get(at(case, "/arrived")).text
    assert page.index("Acknowledgement of receipt") < page.index("Anything else that a paper may show")
    assert "Any other letter" in page
    assert "Take back" not in page


# A colleague without the registry's office finds no such page, nor does anybody where the other side signs in.
def test_who_records(case, brazil, sign_in):
    drafter = sign_in(brazil["drafter"])
    assert drafter.get(at(case, "/arrived")).status_code == 303
    assert send(drafter, case, "accept").status_code == 403
    assert drafter.get(at(case, "/arrived/accept")).status_code == 303
    assert drafter.get(at(case, "/arrived/nonsense")).status_code == 404
    assert drafter.get(at(case, "/take-back")).status_code == 303


# Every act has its form: what the act's own form asks, nothing of it needed, and nothing proposed.
def test_every_act_has_its_page(registry, case):
    page = registry.get(at(case, "/arrived")).text
    links = {part.split('"')[0] for part in page.split('href="') if "/arrived/" in part.split('"')[0]}
    assert len(links) > 20
    for link in sorted(links):
        got = registry.get(link)
        assert got.status_code == 200, link
        assert 'value="2026' not in got.text, link


def test_an_act_is_recorded(registry, case):
    answer = send(registry, case, "refuse", ground="bank_secrecy", reasons="A bank secret.")
    assert answer.status_code == 303
    assert (case.request.state, case.request.counterpart_reference) == ("refused", "B-99")
    page = registry.get(at(case)).text
    assert "Recorded by BRA Registry from the paper 0.21/77 of 10 March 2026." in page
    assert "Contrary to Art. 18(8)" in page
    assert "B-99" in page
    assert audit.verify(case.request) == []


# What the record needs is said at its field, and nothing typed or handed in is lost.
def test_what_the_record_needs_is_said(registry, case):
    answer = send(registry, case, "refuse", **{"paper-reference": "", "reasons": "A bank secret."})
    assert answer.status_code == 422
    assert 'href="#paper-reference"' in answer.text
    assert "A bank secret." in answer.text
    assert "scan.pdf" in answer.text
    assert case.request.state == "transmitted"
    assert send(registry, case, "refuse", **{"paper-happened_on": "soon"}).status_code == 422
    assert send(registry, case, "refuse", **{"paper-happened_on": "2999-01-01"}).status_code == 422
    empty = {"paper-files": (io.BytesIO(b""), "empty.pdf")}
    assert "is empty" in send(registry, case, "refuse", **empty).text


# A list of the act's own form grows; a stale page is 409.
def test_a_list_grows_and_a_stale_page_is_refused(registry, case):
    page = send(registry, case, "request_information", add="questions").text
    assert "questions-2-text" in page
    assert send(registry, case, "accept", seen="executing").status_code == 409


# A busy database loses nothing.
def test_a_busy_database(registry, case, monkeypatch):
    def busy(*_):
        raise OSError("no")

    monkeypatch.setattr("mla.web.requests.arrived.recording.record", busy)
    answer = send(registry, case, "accept")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "0.21/77" in answer.text


def test_a_record_is_taken_back(registry, case):
    send(registry, case, "refuse")
    assert "Take back the last record" in registry.get(at(case, "/arrived")).text
    assert registry.get(at(case, "/take-back")).status_code == 200
    assert registry.post(at(case, "/take-back"), data={"seen": "refused", "reason": ""}).status_code == 422
    answer = registry.post(at(case, "/take-back"), data={"seen": "refused", "reason": "Of another case."})
    assert (answer.status_code, case.request.state) == (303, "transmitted")
    assert "took back the record before" in registry.get(at(case)).text


# The pages of one's own steps say that their papers are sent on paper.
def test_ones_own_steps_say_that_their_papers_are_sent(case, brazil, sign_in):
    page = sign_in(brazil["signatory"]).get(at(case, "/steps/withdraw")).text
    assert "printed to be sent to the authority of" in page


LETTER = {
    "letter-basis": "UNTOC", "letter-language": "pt", "letter-facts": "A fraud.", "letter-assistance-0-type": "f",
    "letter-assistance-0-sought": "Records of the account 7.", "letter-offences-0-name": "Fraud",
    "letter-persons-0-family_name": "Meier", "proceedings-subject": "Fraud", "authority-name": "Court of Bern",
}  # fmt: skip


def register(browser, asking, **more):
    data = PAPER | {"authority": str(asking.authority.id), "pages": "4"} | LETTER | scan() | more
    return browser.post("/requests/incoming", data=data, content_type="multipart/form-data")


def test_an_incoming_request_is_registered(brazil, sign_in):
    asking, browser = f.on_paper("CHE"), sign_in(brazil["registry"])
    assert "Switzerland: Competent Authority" in browser.get("/requests/incoming").text
    answer = register(browser, asking)
    assert answer.status_code == 303
    made = db.session.scalars(db.select(Request)).one()
    content = json.loads(made.versions[0].content)
    assert (made.state, content["assistance"][0]["label"], content["persons"][0]["label"]) == ("received", "A1", "P1")
    assert record.bodies(made)[0]["data"]["pages"] == 4
    page = browser.get(answer.headers["Location"]).text
    assert "Not shown by the paper" in page
    assert "Court of Bern" in page
    assert "the other side, on paper" in page
    assert "to be sent on paper" in page
    assert "Requests from" not in page


# TIP 3: what a letter tells of trafficking in persons is entered as well, since a later decision reads it.
def test_what_a_letter_tells_of_trafficking_is_kept(brazil, sign_in):
    told = {
        "trafficking-acts": "recruitment",
        "trafficking-means": "deception",
        "trafficking-fact": "A false contract.",
    }
    assert register(sign_in(brazil["registry"]), f.on_paper("CHE"), **told).status_code == 303
    content = json.loads(db.session.scalars(db.select(Request)).one().versions[0].content)
    assert content["trafficking"]["acts"] == ["recruitment"]
    assert content["trafficking"]["fact"] == "A false contract."


# A letter that shows nothing but itself is registered too.
def test_a_letter_that_shows_nothing_is_registered(brazil, sign_in):
    blank = dict.fromkeys(LETTER, "")
    assert register(sign_in(brazil["registry"]), f.on_paper("PNG"), **blank).status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [{"authority": ""}, {"authority": str(uuid.uuid4())}, {"paper-happened_on": ""}, {"deadline-on": "soon"},
     {"paper-reference": ""}],
)  # fmt: skip
def test_what_the_registration_needs_is_said(brazil, sign_in, wrong):
    answer = register(sign_in(brazil["registry"]), f.on_paper("CHE"), **wrong)
    assert answer.status_code == 422
    assert "Nothing was registered" in answer.text
    assert "Records of the account 7." in answer.text


# The sentence stands in the summary and beside its field, with all else that is wrong.
def test_the_authority_that_was_not_chosen_is_said_beside_its_field(brazil, sign_in):
    wrong = {"authority": "", "pages": "many", "letter-offences-0-years": "ten", "deadline-on": "soon"}
    text = register(sign_in(brazil["registry"]), f.on_paper("CHE"), **wrong).text
    assert text.count("Choose the authority that asks") == 2
    assert text.count("“Number of pages received” must be a whole number") == 2
    assert 'href="#letter-offences-0-years"' in text
    assert 'href="#deadline-on"' in text
    assert 'Seen on receipt <span class="optional">(optional)</span>' in text


def test_the_lists_of_a_letter_grow(brazil, sign_in):
    browser = sign_in(brazil["registry"])
    page = register(browser, f.on_paper("CHE"), add="assistance").text
    assert "letter-assistance-2-sought" in page
    assert register(browser, f.on_paper("PNG"), add="nothing").status_code == 200


def test_a_registration_that_is_hindered_loses_nothing(brazil, sign_in, monkeypatch):
    def busy(*_):
        raise OSError("no")

    monkeypatch.setattr("mla.web.requests.incoming.recording.register", busy)
    answer = register(sign_in(brazil["registry"]), f.on_paper("CHE"))
    assert (answer.status_code, "Records of the account 7." in answer.text) == (503, True)


# An amended letter starts from what the letter before it said, and becomes the version that is read.
def test_an_amended_request_arrives(brazil, sign_in):
    browser = sign_in(brazil["registry"])
    register(browser, f.on_paper("CHE"))
    made = db.session.scalars(db.select(Request)).one()
    page = f"/requests/{made.id}/arrived/transmit_amendment"
    assert "Records of the account 7." in browser.get(page).text
    data = PAPER | LETTER | scan() | {"seen": "received", "letter-facts": "A larger fraud."}
    grown = browser.post(page, data=data | scan() | {"add": "persons"}, content_type="multipart/form-data").text
    assert "letter-persons-1-family_name" in grown
    assert browser.post(page, data=data | scan(), content_type="multipart/form-data").status_code == 303
    assert json.loads(made.versions[1].content)["facts"]["summary"] == "A larger fraud."
    assert made.sent_version == 2


def test_what_is_typed_for_a_step_is_typed_for_its_record(registry, case):
    answer = send(registry, case, "request_information", **typed(case, "request_information"))
    assert answer.status_code == 303
    assert "Which branch?" in registry.get(at(case)).text
