"""The case page: where it stands, what one may do, what is closed and why, and nothing of the other side."""

import pytest

from mla.services import matters
from tests import factories
from tests.web.markup import assert_valid_html


def page(sign_in, case, person):
    answer = sign_in(person).get(f"/requests/{case.request.id}")
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    return answer.text


@pytest.mark.parametrize(
    "state",
    [
        "draft",
        "in_review",
        "approved",
        "signed",
        "transmitted",
        "received",
        "examination",
        "accepted",
        "executing",
        "executed",
        "results_sent",
        "results_confirmed",
        "closed",
    ],
)
def test_every_state_has_a_valid_page_for_either_side(case, sign_in, state):
    factories.drive(case, state)
    for role in factories.ROLES:
        page(sign_in, case, case.requesting[role])
    if state not in ("draft", "in_review", "approved", "signed"):
        for role in factories.ROLES:
            page(sign_in, case, case.requested[role])


def test_a_closed_step_says_all_reasons_and_where_each_is_mended(houses, sign_in):
    """A draft without purpose and facts, to a State that never joined."""
    case = factories.draft(*houses, purpose={"text": ""}, group=factories.SECTIONS["group"] | {"number": 2})
    text = page(sign_in, case, case.requesting["drafter"])
    assert "What is closed, and why" in text
    for sentence, section in (("State the purpose", "purpose"), ("has at least three persons; 2 is stated", "group")):
        assert sentence in text
        assert f'href="/requests/{case.request.id}/draft/{section}"' in text
    assert f'href="/requests/{case.request.id}/steps/submit"' not in text


def test_only_a_drafter_is_told_to_write(case, sign_in):
    assert "Write the request" in page(sign_in, case, case.requesting["drafter"])
    read = page(sign_in, case, case.requesting["reviewer"])
    assert "Write the request" not in read
    assert "Read the draft" in read


def test_what_only_the_form_lacks_leaves_a_step_open(case, sign_in):
    """Signing asks for place and version in its form: that nobody has given them yet does not close it."""
    factories.drive(case, "approved")
    text = page(sign_in, case, case.requesting["signatory"])
    assert f'href="/requests/{case.request.id}/steps/sign"' in text
    assert "Give the place of signing" not in text


def test_only_one_s_own_steps_are_offered(case, sign_in):
    factories.drive(case, "transmitted")
    text = page(sign_in, case, case.requesting["drafter"])
    assert "Nothing: the next step is for others." in text
    assert "/steps/acknowledge" not in text
    assert "/steps/acknowledge" in page(sign_in, case, case.requested["registry"])


def test_nothing_of_the_other_side_is_told(case, sign_in):
    """Working title, notes, names of people and what was returned for correction stay inside."""
    factories.drive(case, "in_review")
    factories.take(case, "return_for_correction", {"comment": "The secret weakness of the case."})
    case.taken.remove("submit")
    factories.drive(case, "executing")
    theirs = page(sign_in, case, case.requested["decider"])
    for secret in ("Bank records", "secret weakness", "BRA Drafter", "BRA Reviewer", "Working draft", "-DRF-"):
        assert secret not in theirs
    assert theirs.count("Sealed; its digest begins with") == 6
    ours = page(sign_in, case, case.requesting["drafter"])
    for secret in ("USA Reviewer", "USA Decider", "Order of execution", "Federal prosecutor, Miami", "-EXE-"):
        assert secret not in ours
    assert "The secret weakness of the case." in ours
    assert ours.count("Sealed; its digest begins with") == 2


def test_the_story_is_told_in_sentences(case, sign_in):
    factories.drive(case, "transmitted")
    ours = page(sign_in, case, case.requesting["drafter"])
    theirs = page(sign_in, case, case.requested["registry"])
    assert "BRA Signatory signed version 1." in ours
    assert "BRA Registry transmitted version 1 to the requested State." in ours
    assert f"{case.requesting.authority.name} transmitted version 1 to the requested State." in theirs


def test_a_corrected_entry_says_so(case, sign_in):
    factories.take(case, "correct_record", {"entry": 1, "error": "The day is wrong.", "right": "11 March 2026"})
    text = page(sign_in, case, case.requesting["drafter"])
    assert "Corrected by entry 2." in text
    assert "Right is: 11 March 2026" in text


#: How far the line of states is, as the requesting side sees it: past, present, to come.
WAYS = [("draft", 0, 1, 12), ("transmitted", 4, 1, 8), ("closed", 12, 1, 0)]


@pytest.mark.parametrize(("state", "past", "present", "future"), WAYS)
def test_the_line_shows_how_far_it_is(case, sign_in, state, past, present, future):
    factories.drive(case, state)
    text = page(sign_in, case, case.requesting["drafter"])
    assert [text.count(f"way-stage way-{when}") for when in ("past", "present", "future")] == [past, present, future]
    if state != "draft":
        assert text.count("way-stage") == 13
        assert page(sign_in, case, case.requested["drafter"]).count("way-stage") == 9


def test_a_refused_request_shows_where_it_left_the_way(case, sign_in):
    factories.drive(case, "examination")
    factories.take(case, "refuse")
    text = page(sign_in, case, case.requesting["signatory"])
    assert "Under examination" in text.split('aria-current="step"')[1].split("</li>")[0]
    factories.take(case, "close_refused")
    text = page(sign_in, case, case.requesting["signatory"])
    assert text.count("way-past") == 7


def test_what_is_typed_is_shown_as_text(houses, sign_in):
    case = factories.draft(*houses, purpose={"text": "<script>alert(1)</script>"})
    text = page(sign_in, case, case.requesting["drafter"])
    assert "&lt;script&gt;alert(1)" in text


def test_a_third_state_gets_nothing(case, sign_in, outsider):
    factories.drive(case, "transmitted")
    assert sign_in(outsider).get(f"/requests/{case.request.id}").status_code == 404


def test_nobody_enters_signed_out(case, client):
    answer = client.get(f"/requests/{case.request.id}")
    assert answer.status_code == 303
    assert "/login" in answer.location


# While a request waits for information, both sides read the open questions, why they are asked, and until when.
def test_open_questions_stand_at_the_top_for_both(case, sign_in):
    factories.drive(case, "examination")
    asked = [
        {"label": "Q1", "text": "Which branch?", "why": "necessary"},
        {"label": "Q2", "text": "Who <signed>?", "why": "facilitating"},
    ]
    factories.take(case, "request_information", {"questions": asked, "effect": "The search waits."})
    for person in (case.requesting["drafter"], case.requested["reviewer"]):
        head = page(sign_in, case, person).split('id="open-title"')[0]
        for said in (
            "by 31 December 2027", "Which branch?", "necessary for the execution", "Who &lt;signed&gt;?",
            "can facilitate the execution", "The search waits.",
        ):  # fmt: skip
            assert said in head
    factories.take(
        case,
        "supply_information",
        {
            "answers": [
                asked[0] | {"answer": "Miami", "unavailable": False},
                asked[1] | {"answer": "He", "unavailable": False},
            ]
        },
    )
    assert "Information is asked for" not in page(sign_in, case, case.requesting["drafter"])


def test_a_legal_basis_without_its_paragraphs_is_whole(houses, sign_in):
    case = factories.draft(*houses, regime={"basis": "UNTOC", "paragraphs": "", "reason": "", "protocols": []})
    text = page(sign_in, case, case.requesting["drafter"])
    assert "the Convention, Article 18<" in text


# What the letter says of an offence is read on the page too; that its category is another one says nothing.
def test_an_offence_is_shown_whole(houses, sign_in):
    case = factories.draft(*houses)
    offence = case.request.matter.offences[0]
    given = {"name": "Forgery", "law": "Penal Code, section 298", "years": 5, "category": "other",
             "committed": "Santos, 2022", "text": "Whoever forges a document."}  # fmt: skip
    matters.save_item(case.request.matter_id, "offences", offence.id, given, case.requesting["drafter"].id, case.now)
    factories.drive(case, "in_review")
    text = page(sign_in, case, case.requesting["reviewer"])
    assert "When and where committed: Santos, 2022" in text
    assert "Text of the provision: Whoever forges a document." in text
    assert ">Other<" not in text
