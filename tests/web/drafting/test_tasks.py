"""The list of tasks says of each part whether it is complete, what is missing, and by which article."""

import re

import pytest

from mla.domain.findings import Finding, Weight
from mla.services import matters as service
from mla.web.drafting.tasks import MATTER_PARTS, _status
from mla.web.forms.outline import GROUPS
from mla.web.forms.sections import SECTIONS
from tests import factories as f
from tests.web.markup import assert_valid_html

from .test_sections import at


def tasks(page):
    """Each task's status and text, by its title."""
    rows = re.findall(r'<li class="task">(.*?)</li>', page.text, re.DOTALL)
    plain = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]
    titles = sorted((str(t) for t in [*MATTER_PARTS.values(), *(s.title for s in SECTIONS.values())]), key=len)
    return {next(t for t in reversed(titles) if row.startswith(t)): row for row in plain}


def draft(houses, sign_in, **sections):
    case = f.draft(*houses, **sections)
    return case, tasks(sign_in(case.requesting["drafter"]).get(at(case)))


def test_every_part_of_the_letter_stands_once_in_the_list():
    parts = [part for _title, names in GROUPS["assistance"] for part in names]
    assert sorted(parts) == sorted([*SECTIONS, *MATTER_PARTS.keys() - {"property"}])


def test_the_sections_follow_each_other_as_in_the_list():
    assert [p for _title, names in GROUPS["assistance"] for p in names if p in SECTIONS] == list(SECTIONS)


def test_a_complete_draft_lacks_nothing(case, drafter):
    answer = drafter.get(at(case))
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    assert "Nothing is missing" in answer.text
    found = tasks(answer)
    optional = {title for title, row in found.items() if row.endswith("Optional")}
    assert optional == {"Accounts concerned", "Confidentiality"}
    warned = {title for title, row in found.items() if row.endswith("Complete, with a warning")}
    assert warned == {"Addressee", "Language", "Legal basis"}  # declarations are old, and no other treaty is recorded
    assert all(row.endswith("Complete") for title, row in found.items() if title not in optional | warned)


MORE = "Could say more"


# Each gap: the section, all that is given in it, its status, the article and a word of the sentence.
@pytest.mark.parametrize(
    ("section", "given", "status", "article", "word"),
    [
        ("channel", {}, "Not started", "Art. 18(13)", "designated"),
        ("language", {"request": "pt"}, "Incomplete", "Art. 18(14)", "English"),
        ("regime", {"basis": "UNTOC"}, "Incomplete", "Art. 18(7)", "paragraphs 9 to 29"),
        ("authority", {"name": "Court"}, "Incomplete", "Art. 18(15)(b)", "functions"),
        ("proceedings", {}, "Not started", "Art. 18(15)(b)", "nature"),
        ("transnational", {}, "Not started", "Art. 3(2); 18(1)", "four ways"),
        ("transnational", {"limbs": ["d"]}, "Incomplete", "Art. 3(2)(d)", "effects"),
        ("transnational", {"limbs": ["d"], "grounds": "x"}, "Complete, with a warning", "Art. 3(2)(d)", "effects"),
        ("group", {}, "Not started", "Art. 2(a); 2(c)", "number of persons"),
        ("group", {"number": 2, "grounds": "x"}, "Incomplete", "Art. 2(a)", "at least three persons"),
        ("group", {"number": 3, "grounds": "x"}, "Complete, with a warning", "Art. 2(a)", "in concert"),
        ("assistance", [], "Not started", "Art. 18(15)(d)", "at least one item"),
        ("assistance", [{"type": "a", "sought": "x", "link": "", "place": ""}], MORE, "good practice", "linked"),
        ("purpose", {}, "Not started", "Art. 18(15)(f)", "purpose"),
        ("deadline", {"on": "2026-12-01"}, "Incomplete", "this system", "deadline"),
        ("deadline", {"on": "2020-01-01", "reasons": "x"}, "Incomplete", "this system", "has passed"),
        ("deadline", {"urgent": True}, "Incomplete", "this system", "urgency"),
        ("confidentiality", {"asked": True}, MORE, "good practice", "confidential"),
        ("contact", {}, MORE, "good practice", "Name a person"),
        ("procedure", {}, "Optional", "", ""),
        ("deadline", {}, "Optional", "", ""),
        ("undertakings", [], "Optional", "", ""),
    ],
)
def test_a_gap_is_shown_with_its_article_and_sentence(houses, sign_in, section, given, status, article, word):
    value = given if isinstance(given, list) else SECTIONS[section].blank | given
    _case, found = draft(houses, sign_in, **{section: value})
    row = found[str(SECTIONS[section].title)]
    assert row.endswith(status)
    assert article in row
    assert word in row


@pytest.mark.parametrize(
    ("kind", "title", "status"),
    [
        ("persons", "Persons concerned", MORE),
        ("offences", "Offences", "Not started"),
        ("annexes", "Annexes", "Optional"),
    ],
)
def test_what_the_matter_lacks_is_shown(case, drafter, kind, title, status):
    matter = case.request.matter
    service.remove_item(matter.id, kind, getattr(matter, kind)[0].id, case.requesting["drafter"].id, f.NOW)
    assert tasks(drafter.get(at(case)))[title].endswith(status)


# A request for nothing but service of judicial documents owes no facts (Art. 18(15)(c)).
@pytest.mark.parametrize(("kind", "status"), [("a", "Not started"), ("b", "Not needed")])
def test_facts_are_not_needed_for_mere_service(houses, sign_in, kind, status):
    case = f.draft(*houses, assistance=[{"type": kind, "sought": "x", "link": "x", "place": ""}])
    service.save_matter(case.request.matter_id, {"facts": ""}, case.requesting["drafter"].id, f.NOW)
    found = tasks(sign_in(case.requesting["drafter"]).get(at(case)))
    assert found["Summary of the facts"].endswith(status)


CLOSES, WARNS = Finding("a", "1"), Finding("content.b", "1", Weight.WARNS)
OLD = Finding("language.stale", "1", Weight.WARNS)


# What closes comes before what only warns; nothing given and nothing asked is optional.
@pytest.mark.parametrize(
    ("given", "asked", "gaps", "status"),
    [
        (True, True, [WARNS, CLOSES], "incomplete"),
        (False, True, [WARNS, CLOSES], "not_started"),
        (True, True, [WARNS], "advised"),
        (False, True, [WARNS], "advised"),
        (True, True, [OLD, WARNS], "advised"),
        (True, True, [OLD], "warned"),
        (False, True, [OLD], "advised"),
        (True, True, [], "complete"),
        (True, False, [], "complete"),
        (False, True, [], "complete"),
        (False, False, [], "optional"),
    ],
)
def test_the_status_of_a_part(given, asked, gaps, status):
    assert _status("contact", given=given, asked=asked, gaps=gaps) == status


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [
        ({"purpose": {"text": ""}}, "One thing is still missing"),
        ({"purpose": {"text": ""}, "assistance": []}, "2 things are still missing"),
    ],
)
def test_what_is_missing_is_counted(houses, sign_in, lacking, sentence):
    case = f.draft(*houses, **lacking)
    assert sentence in sign_in(case.requesting["drafter"]).get(at(case)).text


def test_every_task_leads_to_where_it_is_done(case, drafter):
    links = re.findall(r'class="task-link" href="([^"]+)"', drafter.get(at(case)).text)
    assert (
        len(links) == len(SECTIONS) - 1 + len(MATTER_PARTS) - 1
    )  # nothing is asked about trafficking, nor told of property
    for link in links:
        answer = drafter.get(link.replace("&amp;", "&"), follow_redirects=True)
        assert answer.status_code == 200
        assert at(case) in answer.text, f"no way back from {link}"


def test_a_colleague_reads_the_list_without_links_to_forms(case, reader):
    answer = reader.get(at(case))
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    assert 'class="task-link"' not in answer.text


# A Protocol that the request cites must bind both States too.
@pytest.mark.parametrize(("protocols", "bound"), [(["TIP"], True), (["FIR"], False)])
def test_status_under_a_cited_protocol_is_shown(houses, sign_in, protocols, bound):
    regime = f.SECTIONS["regime"] | {"protocols": protocols}
    case = f.draft(*houses, regime=regime)
    text = sign_in(case.requesting["drafter"]).get(at(case)).text
    assert ("does not bind both States today" not in text) is bound
    assert ("Why they are not both bound today" in text) is not bound


def test_the_list_is_closed_to_other_authorities(case, stranger, sign_in):
    for browser in (stranger, sign_in(case.requested["drafter"])):
        assert browser.get(at(case)).status_code == 404
        assert browser.get(at(case, "check")).status_code == 404


# What is met is said with its fact, and each offence with its article.
def test_the_list_says_what_is_met_and_by_which_fact(case, drafter):
    found = tasks(drafter.get(at(case)))
    assert "Met: The group has at least three persons: 4. Art. 2(a)" in found["Organised criminal group"]
    assert "ordered in one State and received in the other. Art. 3(2)(b)" in found["Transnational offence"]
    assert "whatever its maximum penalty. Art. 3(1)(a); 6" in found["Offences"]


# The definition of trafficking is asked about only where an offence is of that category (TIP 3).
def test_trafficking_is_asked_about_only_where_it_is_an_offence(case, drafter):
    title = "Trafficking in persons"
    assert title not in tasks(drafter.get(at(case)))
    values = {"name": "Trafficking", "category": "trafficking_in_persons", "years": 2}
    service.save_item(case.request.matter_id, "offences", None, values, case.requesting["drafter"].id, f.NOW)
    row = tasks(drafter.get(at(case)))[title]
    assert row.endswith("Could say more")  # the other offence is covered
    assert "State the act" in row
    first = drafter.get(at(case, "proceedings")).text
    mark = re.search(r'name="mark" type="hidden" value="([^"]*)"', first)[1]
    assert drafter.post(at(case, "proceedings"), data={"mark": mark}).location == at(case, "trafficking")
    assert title in drafter.get(at(case, "check")).text


# Who takes up a draft that came back reads first who sent it back, when and why.
@pytest.mark.parametrize(
    ("before", "step", "data", "title"),
    [
        (
            "in_review",
            "return_for_correction",
            {"comment": "Name the <account>."},
            "Returned for correction by BRA Reviewer",
        ),
        ("approved", "recall", {"reason": "Name the <account>."}, "Recalled by BRA Reviewer"),
    ],
)
def test_a_draft_that_came_back_says_why(case, drafter, before, step, data, title):
    assert "banner-title" not in drafter.get(at(case)).text
    f.drive(case, before)
    f.take(case, step, data)
    f.take(case, "correct_record", {"entry": 1, "error": "The day.", "right": "11 March"})
    answer = drafter.get(at(case))
    assert_valid_html(answer.text)
    assert f'<p class="banner-title">{title} on 12 March 2026</p>' in answer.text
    assert "Name the &lt;account&gt;." in answer.text
