"""The offences of an extradition, one by one: both sides read what was decided, covered and consented to."""

import re

import pytest

from mla.domain.extradition.speciality import Covers, Limit
from mla.extensions import db
from mla.services import matters, recording
from mla.web.requests import offences
from mla.wording import speciality as words
from tests import extraditions as x
from tests import factories as f
from tests.domain.extradition_cases import complete
from tests.web.markup import assert_valid_html

pytestmark = pytest.mark.usefixtures("fast_papers")
SURRENDER = ("begin_judicial_phase", "grant", "arrange_surrender", "agree_surrender", "hand_over")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, engine_of):
    return engine_of(request.param)


@pytest.fixture
def main(app):
    return x.examined(x.draft(*f.houses("BRA", "CHE")))


def at(case, *parts):
    return "/".join(["", "requests", str(case.request.id), *parts])


def rows(page):
    """What the table says, row by row, without its marks."""
    found = re.findall(r"<tr>(.*?)</tr>", page.split("<tbody>")[1].split("</tbody>")[0], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in found]


def read(case, sign_in):
    """The table as both sides read it: the same."""
    pages = [sign_in(house["registry"]).get(at(case, "offences")).text for house in (case.requesting, case.requested)]
    for page in pages:
        assert_valid_html(page)
    assert rows(pages[0]) == rows(pages[1])
    return rows(pages[0]), pages[0]


def test_before_a_decision_both_sides_read_what_was_asked(main, sign_in):
    told, page = read(main, sign_in)
    assert told == [
        "O1. Money laundering Asked in the request Not decided None yet Not assessed yet",
        "O2. Forgery Asked in the request Not decided None yet Not assessed yet",
    ]
    assert "Nothing is recorded. Ask the other State" in page
    assert f'href="{at(main, "offences")}"' in sign_in(main.requesting["signatory"]).get(at(main)).text


def test_after_the_surrender_and_a_consent_asked(main, sign_in):
    x.go(main, *SURRENDER, "ask_speciality_consent", "answer_speciality_consent")
    (one, two, more), page = read(main, sign_in)
    assert one.startswith("O1. Money laundering Asked in the request Covered by the surrender 2 February 2026 Granted")
    assert "Not covered by the surrender" in two
    assert "Refused Lapse." in two
    assert "Under the law of Switzerland: punishable, Criminal Code, article 333" in one
    assert more.startswith(
        "F1. Fraud, Criminal Code, article 171 Consent asked after the surrender Consent is not given"
    )
    assert "Treaty of 1997, article 14: no other offence without consent." in page
    assert "Article 16 has no rule" in page


def test_a_grant_on_conditions_says_so(main, sign_in):
    x.go(main, "begin_judicial_phase", "offer_conditions", "accept_conditions")
    (one, _), page = read(main, sign_in)
    assert "Not yet: the person is not surrendered Granted on conditions" in one
    assert "Condition accepted" in page
    assert "No life sentence is carried out." in page


# The name of a State stands in running text with its article.
def test_the_law_is_that_of_the_requested_state(app, sign_in):
    case = x.examined(x.draft(*f.houses("CHE", "PHL")))
    x.go(case, "begin_judicial_phase")
    assert "Under the law of the Philippines: punishable" in read(case, sign_in)[0][0]


# What is decided is decided on a version; that a later one was sent is said.
def test_an_amendment_since_the_decision_is_said(main, sign_in):
    x.go(main, "begin_judicial_phase", "grant")
    assert "The request was amended since" not in read(main, sign_in)[1]
    f.take(main, "open_amendment")
    x.save(main, "surrender", {"text": "By sea."})
    x.go(main, "submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment")
    assert "is on version 1, and these are its offences." in read(main, sign_in)[1]


# What was offered keeps its name, though an amended request numbered the offences anew before the acceptance.
def test_conditions_are_accepted_as_they_were_offered(main, sign_in):
    x.go(main, "begin_judicial_phase", "offer_conditions", "open_amendment")
    matter, drafter = main.request.matter, main.requesting["drafter"].id
    matters.remove_item(matter.id, "offences", matter.offences[0].id, drafter, main.now)
    x.go(main, "submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment", "accept_conditions")
    (one, two), page = read(main, sign_in)
    assert one.startswith("O1. Money laundering")
    assert two.startswith("O2. Forgery")
    assert "is on version 1, and these are its offences." in page


def test_the_treaty_on_which_it_rests_is_named(main):
    treaty = f.treaty(parties=[{"iso3": i, "since": f.NOW.date(), "until": None, "source": ""} for i in ("BRA", "CHE")])
    shown = offences._limit(Limit("treaty", str(treaty.treaty_id)))
    assert shown["value"] == "Fictitious Treaty on Mutual Legal Assistance"


# A letter that came on paper has such a page too.
def test_a_request_on_paper(app, sign_in):
    f.load_register()
    swiss, paper = f.house("CHE"), f.on_paper("ITA").authority
    done = recording.register("extradition", paper.id, swiss["registry"].id, f.NOW, f.arrived(), {}, complete())
    page = sign_in(swiss["decider"]).get(f"/requests/{done.request.id}/offences").text
    assert_valid_html(page)
    assert len(rows(page)) == 2


@pytest.mark.parametrize("state", ["draft", "signed"])
def test_before_it_is_sent_there_is_no_page(app, sign_in, state):
    case = f.drive(x.draft(*f.houses("BRA", "CHE")), state)
    client = sign_in(case.requesting["signatory"])
    assert client.get(at(case, "offences")).status_code == 404
    assert at(case, "offences") not in client.get(at(case)).text


def test_no_other_authority_reads_it(main, sign_in):
    stranger = f.person(f.house("ITA").authority, *f.ROLES)
    db.session.commit()
    assert sign_in(stranger).get(at(main, "offences")).status_code == 404


def test_a_request_for_an_arrest_has_none(main, sign_in):
    part = f.drive(x.arrest(main), "received")
    assert sign_in(part.requested["decider"]).get(at(part, "offences")).status_code == 404


def test_each_way_of_being_covered_has_its_words():
    assert words.COVERS.keys() == set(Covers)
    assert words.TONES.keys() <= set(Covers)
