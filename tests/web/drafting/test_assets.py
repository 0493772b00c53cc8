"""A request on assets, written form by form from nothing at each stage, on both databases."""

import html
import re
import uuid

import pytest

from mla.domain.assets.content import STAGES
from mla.domain.findings import closing
from mla.domain.kinds.assets import KIND
from mla.domain.workflow import examine
from mla.extensions import db
from mla.models import Request
from mla.services import casework, drafting
from mla.web.forms.outline import OUTLINES
from tests import factories as f
from tests.web.markup import assert_valid_html

MATTER = {
    "facts": {"facts": "Money of eleven accounts came together in one."},
    "persons/new": {"family_name": "Silva", "given_names": "Ana", "role": "accused", "location": "Miami",
                    "nationalities-0": "BRA"},
    "offences/new": {"name": "Money laundering", "law": "Law 9.613, article 1", "years": "10",
                     "category": "money_laundering"},
    "accounts/new": {"number": "4471-2", "bank": "Bank of Harbour", "holder": "Ana Silva"},
}  # fmt: skip
#: What is typed into the sections besides what is asked itself.
TYPED = {
    "channel": {"authority": "y", "source": "directory"},
    "language": {"request": "en", "accepted": "y", "source": "letter"},
    "regime": {"basis": "UNTOC", "reason": "no_other_treaty"},
    "authority": {"name": "Prosecution Service", "functions": "Prosecutes."},
    "proceedings": {"subject": "Laundering", "nature": "prosecution", "stage": "indicted"},
    "transnational": {"limbs": ["b"], "fact_b": "Planned in both States."},
    "group": {"number": "4", "structure": "S", "period": "P", "concert": "C", "aim": "A", "benefit": "B"},
    "purpose": {"text": "Confiscation of what was gained."},
    "disposal": {"asked": "y", "victims": "The depositors of the bank."},
    "contact": {"name": "A. Prosecutor", "telephone": "+55 1", "email": "a@example.org"},
}  # fmt: skip
#: What each stage asks, and what is answered.
MEASURE = {
    "trace": {"actions": "Search the registers.", "facts": "He bought a flat."},
    "freeze": {"actions": "No payment out.", "facts": "It came together here.", "dissipation": "A transfer is ordered.",
               "duration": "A year.", "third_parties": "None is known.", "management": ""},
    "confiscate_a": {"actions": "Confiscate the account.", "facts": "It came together here.",
                     "third_parties": "None is known.", "management": ""},
    "confiscate_b": {"actions": "Enforce the order.", "facts": "As the order says.", "extent": "In whole.",
                     "order_court": "Federal Court", "order_number": "12/2025", "order_on": "2025-11-03",
                     "order_amount": "58400000.00", "order_currency": "USD", "enforceable": "y", "in_absentia": "y",
                     "safeguards": "Summoned in person.", "notice": "Published in March.",
                     "third_parties": "None is known.", "management": ""},
}  # fmt: skip
ASSET = {"kind": "account", "description": "Account 4471-2 with Bank of Harbour", "location": "Miami",
         "country": "United States of America", "holder": "Ana Silva", "owner": "", "value": "58400000.00",
         "currency": "USD", "valued_on": "2026-01-05", "theory": "proceeds"}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, engine_of):
    return engine_of(request.param)


@pytest.fixture
def pair(app, fast_papers):
    return f.houses("BRA", "USA")


@pytest.fixture
def writing(pair, sign_in):
    """The browser of a drafter."""
    return sign_in(pair[0]["drafter"])


@pytest.fixture
def drawn(writing, pair):
    """A matter with a property, and an empty request on assets drawn from it, page by page."""
    matter = re.match(r"/matters/[0-9a-f-]+", sent(writing, "/matters/new", {"title": "Harbour", "reference": "1"}))[0]
    for path, typed in MATTER.items():
        sent(writing, f"{matter}/{path}", typed)
    choice = {"kind": "assets", "authority": str(pair[1].authority.id), "title": "The account in Miami"}
    at = sent(writing, f"{matter}/request/USA", choice)
    return db.session.get_one(Request, uuid.UUID(at.split("/")[2]))


def sent(browser, path, data):
    """Send the form of the page with what is typed; it must be taken. Returns where it leads."""
    page = browser.get(path)
    assert page.status_code == 200, path
    assert_valid_html(page.text)
    mark = re.search(r'name="mark" type="hidden" value="([^"]*)"', page.text)
    answer = browser.post(path, data=data | ({"mark": mark[1]} if mark else {}))
    assert answer.status_code == 303, (path, re.findall(r'class="error-message".*?</p>', answer.text))
    return answer.location


def listed(case):
    """The property, typed with its links to the matter's person and offence."""
    matter = case.matter
    return ASSET | {"persons": str(matter.persons[0].id), "offences": str(matter.offences[0].id)}


def written(browser, case, stage):
    """The whole request, every form of it sent."""
    sent(browser, f"/matters/{case.matter_id}/property/new", listed(case))
    if stage == "confiscate_b":
        scan = {"title": "Order", "form": "certified copy", "language": "en", "pages": "9"}
        sent(browser, f"/matters/{case.matter_id}/annexes/new", scan)
    for name, typed in TYPED.items():
        sent(browser, at(case, name), typed)
    assert sent(browser, at(case, "measure"), {"stage": stage}) == at(case, "measure")
    annex = {"order_annex": str(case.matter.annexes[0].id)} if stage == "confiscate_b" else {}
    assert sent(browser, at(case, "measure"), {"stage": stage} | MEASURE[stage] | annex) == at(case, "purpose")


def at(case, section):
    return f"/requests/{case.id}/draft/{section}"


def words(page):
    return html.unescape(re.sub(r"\s+", " ", page))


@pytest.mark.parametrize("stage", STAGES)
def test_a_request_is_written_and_can_be_submitted(writing, drawn, pair, stage):
    written(writing, drawn, stage)
    drafter = pair[0]["drafter"]
    found = list(examine(casework.case_of(drawn, KIND.step("submit"), drafter, f.NOW, {})))
    assert [one.code for one in closing(found)] == []
    assert not [one.code for one in found if one.code.startswith("content.") and one.weight != "holds"]
    for path in (f"/requests/{drawn.id}/draft", at(drawn, "check"), f"/requests/{drawn.id}"):
        page = writing.get(path)
        assert page.status_code == 200
        assert_valid_html(page.text)
    assert "USD 58,400,000.00, on 5 January 2026" in words(page.text)
    assert "Linked to: P1, O1" in words(page.text)


def test_the_draft_holds_what_was_typed(writing, drawn):
    written(writing, drawn, "confiscate_b")
    content = drafting.assemble(drawn)
    links = {"persons": ["P1"], "offences": ["O1"], "label": "V1", "country": "USA"}
    assert content["property"] == [ASSET | links]
    told = {"enforceable": True, "in_absentia": True, "order_annex": "A", "stage": "confiscate_b"}
    assert content["measure"] == KIND.sections["measure"] | MEASURE["confiscate_b"] | told
    assert content["disposal"] == KIND.sections["disposal"] | TYPED["disposal"] | {"asked": True}


def test_each_stage_is_asked_its_own_questions(writing, drawn):
    first = writing.get(at(drawn, "measure")).text
    assert 'name="stage"' in first
    assert 'name="actions"' not in first
    for stage, answers in MEASURE.items():
        sent(writing, at(drawn, "measure"), {"stage": stage})
        page = writing.get(at(drawn, "measure")).text
        asked = set(re.findall(r'<(?:input|textarea|select)[^>]* name="(\w+)"', page))
        assert ("Annexes of the matter" in page) is (stage == "confiscate_b")
        expected = {*answers, "stage", "here_only", "mark", *(["order_annex"] if stage == "confiscate_b" else [])}
        assert asked - {"csrf_token", "then"} == expected


def test_what_another_stage_was_told_comes_back_with_it(writing, drawn):
    for stage in ("freeze", "freeze"):
        sent(writing, at(drawn, "measure"), {"stage": stage} | MEASURE["freeze"])
    sent(writing, at(drawn, "measure"), {"stage": "confiscate_b"} | MEASURE["freeze"])
    sent(writing, at(drawn, "measure"), {"stage": "confiscate_b", "order_on": "2025-11-03", "enforceable": "y"})
    assert drafting.assemble(drawn)["measure"]["dissipation"] == ""
    sent(writing, at(drawn, "measure"), {"stage": "freeze"} | MEASURE["freeze"] | {"dissipation": "Tomorrow."})
    kept = drawn.draft["measure"]
    assert (kept["dissipation"], kept["order_on"], kept["enforceable"]) == ("Tomorrow.", "2025-11-03", True)
    content = drafting.assemble(drawn)["measure"]
    assert (content["dissipation"], content["order_on"], content["enforceable"]) == ("Tomorrow.", None, False)
    sent(writing, at(drawn, "measure"), {"stage": "confiscate_b"} | MEASURE["freeze"])
    content = drafting.assemble(drawn)["measure"]
    assert (content["dissipation"], content["order_on"], content["enforceable"]) == ("", "2025-11-03", True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"order_amount": "58 million", "order_currency": "USD"}, "is no amount"),
        ({"order_amount": "1.005", "order_currency": "USD"}, "finer than that currency"),
        ({"order_amount": "1.00", "order_currency": ""}, "“Amount of the order” needs its currency: choose one."),
    ],
)
def test_an_amount_that_is_none_is_refused_and_kept(writing, drawn, typed, said):
    sent(writing, at(drawn, "measure"), {"stage": "confiscate_b"})
    answer = writing.post(at(drawn, "measure"), data={"stage": "confiscate_b", "order_court": "Court 7", **typed})
    assert answer.status_code == 422
    assert said in words(answer.text)
    assert "Court 7" in answer.text
    assert typed["order_amount"] in answer.text


def test_the_list_of_tasks_leads_to_what_lacks(writing, drawn):
    sent(writing, at(drawn, "measure"), {"stage": "confiscate_a"})
    page = writing.get(f"/requests/{drawn.id}/draft").text
    assert "List and describe the property to be confiscated." in words(page)
    assert f"/matters/{drawn.matter_id}/property?draft={drawn.id}" in page
    check = writing.get(at(drawn, "check")).text
    assert f"/matters/{drawn.matter_id}/property?draft={drawn.id}" in check


def test_every_section_of_the_kind_is_drafted_or_held_by_the_matter(app):
    asked = {*OUTLINES["assets"], "property"}
    assert asked >= set(KIND.sections)
