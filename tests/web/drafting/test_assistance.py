"""The assistance sought: items are added, changed and removed one by one, and no list is overwritten unseen."""

import pytest

from tests.web.markup import assert_valid_html

from .test_sections import at, colleague_saves, mark, saved

ITEM = {"type": "f", "sought": "The register of the company.", "link": "It names the owner.", "place": "Dover"}


def new_mark(browser, case):
    return mark(browser.get(at(case, "assistance", "new")))


@pytest.mark.parametrize(
    "page", ["assistance", "assistance/new", "assistance/1", "assistance/2", "assistance/1/remove"]
)
def test_every_page_is_valid_html(case, drafter, page):
    answer = drafter.get(at(case, page))
    assert answer.status_code == 200
    assert_valid_html(answer.text)


def test_the_list_shows_every_item_in_words(case, drafter):
    text = drafter.get(at(case, "assistance")).text
    for expected in ("Item A1", "Item A2", "Statement of the account&#39;s manager.", "Taking evidence or statements"):
        assert expected in text


def test_an_item_is_added_at_the_end(case, drafter):
    before = saved(case, "assistance")
    answer = drafter.post(at(case, "assistance", "new"), data=ITEM | {"mark": new_mark(drafter, case)})
    assert (answer.status_code, answer.location) == (303, at(case, "assistance"))
    assert saved(case, "assistance") == [*before, ITEM]


def test_an_incomplete_item_is_saved(case, drafter):
    drafter.post(at(case, "assistance", "new"), data={"type": "b", "mark": new_mark(drafter, case)})
    assert saved(case, "assistance")[-1] == {"type": "b", "sought": "", "link": "", "place": ""}
    assert "Describe what is sought under each item" in drafter.get(at(case, "assistance")).text


def test_an_item_is_changed_in_its_place(case, drafter):
    before = saved(case, "assistance")
    page = drafter.get(at(case, "assistance", 1))
    assert before[0]["sought"] in page.text
    assert drafter.post(at(case, "assistance", 1), data=ITEM | {"mark": mark(page)}).status_code == 303
    assert saved(case, "assistance") == [ITEM, before[1]]


def test_an_item_is_removed_once_confirmed(case, drafter):
    before = saved(case, "assistance")
    page = drafter.get(at(case, "assistance", 1, "remove"))
    assert before[0]["sought"] in page.text
    assert saved(case, "assistance") == before
    answer = drafter.post(at(case, "assistance", 1, "remove"), data={"mark": mark(page)})
    assert (answer.status_code, answer.location) == (303, at(case, "assistance"))
    assert saved(case, "assistance") == before[1:]


def test_an_empty_list_invites_to_add(case, drafter):
    for _ in range(2):
        page = at(case, "assistance", 1, "remove")
        drafter.post(page, data={"mark": mark(drafter.get(page))})
    answer = drafter.get(at(case, "assistance"))
    assert_valid_html(answer.text)
    assert "No item yet" in answer.text
    assert_valid_html(drafter.get(at(case)).text)


@pytest.mark.parametrize(
    ("wrong", "control", "sentence"),
    [
        ({"type": "z"}, "type-0", "choose from the answers listed"),
        ({"sought": "x" * 50_001}, "sought", "Shorten it to 50000."),
        ({"place": "a\x00b"}, "place", "can&#39;t be shown"),
    ],
)
@pytest.mark.parametrize("page", ["new", "1"])
def test_a_malformed_item_comes_back_as_it_was_typed(case, drafter, page, wrong, control, sentence):
    before = saved(case, "assistance")
    seen = mark(drafter.get(at(case, "assistance", page)))
    answer = drafter.post(at(case, "assistance", page), data=ITEM | wrong | {"mark": seen})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'href="#{control}"' in answer.text
    for name, value in (ITEM | wrong).items():
        assert name == "type" or value in answer.text
    assert saved(case, "assistance") == before


# An item's number says little after a colleague changed the list: nothing is saved before both were seen.
@pytest.mark.parametrize("page", ["new", "1", "2"])
def test_a_list_that_a_colleague_changed_is_not_overwritten(case, drafter, page):
    seen = mark(drafter.get(at(case, "assistance", page)))
    hers = [{"type": "d", "sought": "Her site", "link": "", "place": ""}]
    colleague_saves(case, "assistance", hers)
    answer = drafter.post(at(case, "assistance", page), data=ITEM | {"mark": seen})
    assert answer.status_code == 409
    assert_valid_html(answer.text)
    assert "Her site" in answer.text
    assert ITEM["sought"] in answer.text
    assert saved(case, "assistance") == hers
    again = drafter.post(at(case, "assistance", page), data=ITEM | {"mark": mark(answer)})
    assert again.status_code == 303
    assert saved(case, "assistance") == ([ITEM] if page == "1" else [*hers, ITEM])


def test_a_removal_that_was_overtaken_removes_nothing(case, drafter):
    page = at(case, "assistance", 1, "remove")
    seen = mark(drafter.get(page))
    hers = [{"type": "d", "sought": "Her site", "link": "", "place": ""}]
    colleague_saves(case, "assistance", hers)
    answer = drafter.post(page, data={"mark": seen})
    assert answer.status_code == 409
    assert_valid_html(answer.text)
    assert "Her site" in answer.text
    assert saved(case, "assistance") == hers


@pytest.mark.parametrize("number", [0, 3, 99])
def test_an_item_that_is_not_there_is_not_found(case, drafter, number):
    assert drafter.get(at(case, "assistance", number)).status_code == 404
    assert drafter.get(at(case, "assistance", number, "remove")).status_code == 404
    assert drafter.post(at(case, "assistance", number, "remove"), data={"mark": ""}).status_code == 404


# An item may be saved as far as it is known; what it lacks is said at once, with its label.
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Item A3 is saved, but it is not complete. Still missing: What do you ask for?; What exactly is sought."),
        ({"type": "b"}, "Item A3 is saved, but it is not complete. Still missing: What exactly is sought."),
        (ITEM, "Item A3 is saved."),
    ],
)
def test_a_saved_item_says_what_it_lacks(case, drafter, given, said):
    page = drafter.post(
        at(case, "assistance", "new"), data=given | {"mark": new_mark(drafter, case)}, follow_redirects=True
    )
    assert f"<p>{said}</p>" in page.text
