"""The answers to check: the whole content, each part with the way to change it, then the step."""

import re

import pytest

from mla.services import drafting, matters
from tests import factories as f
from tests.web.markup import assert_valid_html

from .test_sections import at


def texts(value):
    """Every text in the content that a person wrote."""
    if isinstance(value, dict):
        return [t for key, v in value.items() if key not in HIDDEN for t in texts(v)]
    if isinstance(value, list):
        return [t for v in value for t in texts(v)]
    return [value] if isinstance(value, str) and len(value) > 5 else []


#: Codes and dates are said in other words; a file's type and hash are not the person's.
HIDDEN = ("schema", "kind", "matter", "label", "undertakings", "reason", "basis", "paragraphs", "on", "category",
          "media_type", "sha256", "form", "role")  # fmt: skip


def test_every_answer_stands_on_the_page(case, drafter):
    answer = drafter.get(at(case, "check"))
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    for text in texts(drafting.assemble(case.request)):
        assert text.replace("'", "&#39;") in answer.text, f"{text!r} is not shown"
    for said in (
        "30 September 2099",
        "Suspect",
        "Certified copy",
        "Brazil",
        "Originals or certified copies",
        "Yes",
        "English",
    ):
        assert said in answer.text


def test_every_part_can_be_changed_from_there(case, drafter):
    text = drafter.get(at(case, "check")).text
    links = set(re.findall(r'class="card-head">.*?<a href="([^"]+)"', text, re.DOTALL))
    assert len(links) == 13 + 2 + 1 + 4  # sections, items of assistance, facts, what the matter lists
    for link in links:
        assert drafter.get(link.replace("&amp;", "&")).status_code == 200


def test_a_complete_draft_leads_to_the_step(case, drafter):
    text = drafter.get(at(case, "check")).text
    assert f'href="/requests/{case.request.id}/steps/submit"' in text
    assert "can't be submitted yet" not in text
    assert "working_draft.pdf" in text


# Every reason is said, each with its article and the way to where it is mended.
def test_an_incomplete_draft_says_why_it_can_not_be_submitted(houses, sign_in):
    case = f.draft(*houses, purpose={"text": ""}, assistance=[])
    matters.save_matter(case.request.matter_id, {"facts": ""}, case.requesting["drafter"].id, f.NOW)
    answer = sign_in(case.requesting["drafter"]).get(at(case, "check"))
    assert_valid_html(answer.text)
    assert "can't be submitted yet" in answer.text
    found = answer.text[answer.text.index("Submit for review") :]
    for article, href in (
        ("Art. 18(15)(f)", at(case, "purpose")),
        ("Art. 18(15)(d)", at(case, "assistance")),
        ("Art. 18(15)(c)", f"/matters/{case.request.matter_id}/facts?draft={case.request.id}"),
    ):
        assert article in found
        assert f'href="{href}"' in found


# The content stands article by article, each gap a link to its field; a colleague reads the gaps without the links.
@pytest.mark.parametrize("page", ["", "check"])
def test_the_content_is_scored_by_article(houses, sign_in, page):
    case = f.draft(*houses, purpose={"text": ""})
    text = sign_in(case.requesting["drafter"]).get(at(case, page).rstrip("/")).text
    assert_valid_html(text)
    row = next(r for r in re.findall(r"<tr>.*?</tr>", text, re.DOTALL) if "Art. 18(15)(f), required" in r)
    assert "0 of 1 given" in row
    assert f'href="{at(case, "purpose")}"' in row
    whole = next(r for r in re.findall(r"<tr>.*?</tr>", text, re.DOTALL) if "Art. 18(15)(a), required" in r)
    assert "1 of 1 given" in whole
    read = sign_in(case.requesting["reviewer"]).get(at(case, page).rstrip("/")).text
    row = next(r for r in re.findall(r"<tr>.*?</tr>", read, re.DOTALL) if "Art. 18(15)(f), required" in r)
    assert "State the purpose" in row
    assert "href" not in row


@pytest.mark.parametrize("kind", ["persons", "offences", "annexes"])
def test_what_the_matter_does_not_list_is_said(case, drafter, kind):
    matter = case.request.matter
    matters.remove_item(matter.id, kind, getattr(matter, kind)[0].id, case.requesting["drafter"].id, f.NOW)
    answer = drafter.get(at(case, "check"))
    assert_valid_html(answer.text)
    assert f"/matters/{matter.id}/{kind}?draft={case.request.id}" in answer.text


def test_a_colleague_checks_but_changes_nothing(case, reader):
    answer = reader.get(at(case, "check"))
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    assert "Change<" not in answer.text
