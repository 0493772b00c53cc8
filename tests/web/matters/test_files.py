"""The list of matters and a matter's own pages: drafters write, colleagues read, nobody else sees them."""

import datetime as dt
import re
import uuid

import pytest

from mla.extensions import db
from mla.models import Matter
from mla.queries import matters as query
from mla.services import matters as service
from tests import factories as f
from tests.web.markup import assert_valid_html

TEXTS = ("name", "facts", "notes")


def at(case, page=""):
    return f"/matters/{case.request.matter_id}{'/' if page else ''}{page}"


def mark(page):
    return re.search(r'name="mark" type="hidden" value="([^"]*)"', page.text)[1]


def matter(case):
    db.session.expire_all()
    return db.session.get(Matter, case.request.matter_id)


@pytest.mark.parametrize("page", ["", *TEXTS])
def test_every_page_is_valid_html(case, drafter, page):
    answer = drafter.get(at(case, page))
    assert answer.status_code == 200
    assert_valid_html(answer.text)


def test_a_matter_shows_what_it_holds_and_what_was_drawn_from_it(case, drafter):
    text = drafter.get(at(case)).text
    for expected in ("Operation Harbour", "IPL 17/2008", "One person", "One offence", "One annex"):
        assert expected in text
    assert case.request.requesting_reference in text
    assert f'href="{at(case, "request")}"' in text


# Colleagues of the same authority read; only a drafter is offered to write.
def test_a_colleague_reads_and_is_offered_nothing_to_write(case, reader):
    for page in ("", "facts", "notes"):
        answer = reader.get(at(case, page))
        assert answer.status_code == 200
        assert_valid_html(answer.text)
        assert "Draw a request" not in answer.text
        assert "<textarea" not in answer.text
    assert "four persons took 11 million" in reader.get(at(case, "facts")).text
    assert "/matters/new" not in reader.get("/matters").text


def test_who_is_no_drafter_is_refused_in_clear_words(case, reader):
    for page in ("facts", "notes"):
        answer = reader.post(at(case, page), data={page: "Mine", "mark": ""})
        assert answer.status_code == 403
        assert "Only a drafter of your authority may write" in answer.text
        assert "Mine" in answer.text, "what was typed is lost"
    assert reader.get("/matters/new").status_code == 403
    assert reader.post("/matters/new", data={"title": "Mine"}).status_code == 403
    assert reader.post(at(case, "name"), data={"title": "Mine"}).status_code == 403
    assert matter(case).title == "Operation Harbour"


def test_another_authority_gets_404(case, stranger, sign_in):
    other = sign_in(case.requested["drafter"])
    for browser in (stranger, other):
        for page in ("", *TEXTS):
            assert browser.get(at(case, page)).status_code == 404
            assert browser.post(at(case, page), data={"title": "Mine"}).status_code in (404, 405)
        assert "Operation Harbour" not in browser.get("/matters").text


def test_a_drafter_opens_a_matter(case, drafter):
    answer = drafter.post("/matters/new", data={"title": "  Operation Quay ", "reference": "7/2026"})
    assert answer.status_code == 303
    opened = db.session.get(Matter, uuid.UUID(answer.location.rpartition("/")[2]))
    assert (opened.title, opened.reference) == ("Operation Quay", "7/2026")
    assert opened.authority_id == case.requesting.authority.id


# A malformed answer saves nothing, says what to do and keeps everything typed.
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"title": "", "reference": "7/2026"}, "Enter a title"),
        ({"title": "x" * 201, "reference": "7/2026"}, "Shorten it to 200."),
        ({"title": "Quay\x00", "reference": "7/2026"}, "can&#39;t be shown"),
    ],
)
def test_a_malformed_matter_comes_back_as_it_was_typed(case, drafter, data, problem):
    answer = drafter.post("/matters/new", data=data)
    assert answer.status_code == 422
    assert_valid_html(answer.text.replace("\x00", ""))
    assert problem in answer.text
    assert 'href="#title"' in answer.text
    assert 'value="7/2026"' in answer.text
    assert db.session.query(Matter).count() == 1


@pytest.mark.parametrize(
    ("page", "text"), [("facts", "It began\nin 2003."), ("notes", "Ask the prosecutor."), ("facts", "")]
)
def test_a_text_is_saved_complete_or_not(case, drafter, page, text):
    seen = mark(drafter.get(at(case, page)))
    answer = drafter.post(at(case, page), data={page: text.replace("\n", "\r\n"), "mark": seen})
    assert (answer.status_code, answer.location) == (303, at(case))
    assert getattr(matter(case), page) == text


def test_title_and_file_number_are_changed(case, drafter):
    seen = mark(drafter.get(at(case, "name")))
    answer = drafter.post(at(case, "name"), data={"title": "Operation Quay", "reference": "", "mark": seen})
    assert answer.status_code == 303
    assert (matter(case).title, matter(case).reference) == ("Operation Quay", "")


# Two drafters at once: the second sees what the first saved, and loses nothing of their own.
def test_a_text_that_a_colleague_saved_meanwhile_is_not_overwritten(case, drafter, sign_in):
    seen = mark(drafter.get(at(case, "facts")))
    colleague = f.person(case.requesting.authority, "drafter")
    db.session.commit()
    service.save_matter(case.request.matter_id, {"facts": "Hers"}, colleague.id, f.NOW)
    answer = drafter.post(at(case, "facts"), data={"facts": "His", "mark": seen})
    assert answer.status_code == 409
    assert_valid_html(answer.text)
    assert "Hers" in answer.text
    assert re.search(r"<textarea[^>]*>\s*His", answer.text)
    assert matter(case).facts == "Hers"
    again = drafter.post(at(case, "facts"), data={"facts": "Both", "mark": mark(answer)})
    assert again.status_code == 303
    assert matter(case).facts == "Both"


def test_another_part_may_be_saved_at_the_same_time(case, drafter):
    seen = mark(drafter.get(at(case, "notes")))
    service.save_matter(case.request.matter_id, {"facts": "Hers"}, case.requesting["drafter"].id, f.NOW)
    assert drafter.post(at(case, "notes"), data={"notes": "His", "mark": seen}).status_code == 303


# Who came from a draft's list of tasks goes back to it, and to no other draft.
def test_saving_leads_back_to_where_one_came_from(case, drafter):
    page = at(case, "facts") + f"?draft={case.request.id}"
    answer = drafter.post(page, data={"facts": "New", "mark": mark(drafter.get(page))})
    assert answer.location == f"/requests/{case.request.id}/draft"
    for wrong in (uuid.uuid4(), "nonsense"):
        page = at(case, "facts") + f"?draft={wrong}"
        assert drafter.post(page, data={"facts": "New", "mark": mark(drafter.get(page))}).location == at(case)


def test_only_a_draft_of_the_same_matter_is_a_way_back(case, drafter):
    other = f.draft(case.requesting, case.requested)
    page = at(case, "facts") + f"?draft={other.request.id}"
    assert drafter.post(page, data={"facts": "New", "mark": mark(drafter.get(page))}).location == at(case)
    f.take(other, "submit")
    submitted = f"/matters/{other.request.matter_id}"
    page = f"{submitted}/facts?draft={other.request.id}"
    assert drafter.post(page, data={"facts": "New", "mark": mark(drafter.get(page))}).location == submitted


# Pages go by key: each matter stands on one page, the latest first.
def test_the_list_goes_page_by_page(case, drafter):
    person = case.requesting["drafter"].id
    for number in range(query.PAGE + 3):
        service.open_matter(f"Matter {number:02}", "", person, f.NOW + dt.timedelta(days=1))
    first = drafter.get("/matters")
    assert_valid_html(first.text)
    after = re.search(r'rel="next" href="([^"]+)"', first.text)[1]
    second = drafter.get(after)
    assert 'rel="next"' not in second.text
    listed = re.findall(r"Matter \d\d|Operation Harbour", first.text + second.text)
    assert len(listed) == len(set(listed)) == query.PAGE + 4
    assert listed[-1] == "Operation Harbour"
    assert first.text.count("<tr>") == query.PAGE + 1


def test_the_list_is_searched_by_title_and_file_number(case, drafter):
    service.open_matter("Operation Quay", "7/2026", case.requesting["drafter"].id, f.NOW)
    for text, found in (("quay", ["Quay"]), ("17/2008", ["Harbour"]), ("operation", ["Quay", "Harbour"]), ("100%", [])):
        answer = drafter.get("/matters", query_string={"q": text})
        assert_valid_html(answer.text)
        assert sorted(re.findall(r">Operation (\w+)<", answer.text)) == sorted(found)
    assert "No matter matches" in answer.text


def test_a_key_of_another_authority_opens_nothing(case, stranger):
    answer = stranger.get(f"/matters?after={case.request.matter_id}")
    assert answer.status_code == 200
    assert "Harbour" not in answer.text
