"""The pages of other treaties: everybody reads, one keeper enters, another confirms or rejects."""

import pytest

from mla.extensions import db
from mla.queries import agreements as queries
from mla.queries import register as register_queries
from tests import factories as f
from tests.factories import house, load_register, person

from .markup import assert_valid_html

TITLE = "Fictitious Convention on Evidence"
ENTRY = {
    "title": TITLE, "short_title": "Fictitious Convention", "subjects": ["assistance", "confiscation"],
    "signed_on": "1999-10-14", "diplomatic": "y", "source": "Fictitious Treaty Series 1", "note": "",
    "parties-0-iso3": "Brazil", "parties-0-since": "2001-05-01",
    "parties-1-iso3": "", "parties-1-since": "",
    "parties-2-iso3": "CHE", "parties-2-since": "2002-06-01", "parties-2-until": "2019-01-01",
    "parties-2-source": "Note of 2018",
}  # fmt: skip
END = {"iso3": "USA", "until": "2020-01-01", "source": "Note of denunciation, made for a test"}


@pytest.fixture
def brazil(app):
    load_register()
    return house("BRA")


@pytest.fixture
def keepers(brazil, sign_in):
    made = [person(brazil.authority, "register_keeper") for _ in range(2)]
    db.session.commit()
    return [sign_in(keeper) for keeper in made]


@pytest.fixture
def reader(brazil, sign_in):
    return sign_in(brazil["drafter"])


@pytest.fixture
def treaty(brazil):
    """The address of a treaty between Brazil and the United States that counts."""
    return f"/register/treaties/{f.treaty().treaty_id}"


def page(client, path, status=200, **query):
    answer = client.get(path, query_string=query)
    assert answer.status_code == status, answer.text[:500]
    assert_valid_html(answer.text)
    return answer.text


def waiting() -> str:
    """The address of the one record that waits."""
    [record] = queries.pending()
    return f"/register/treaties/records/{record.id}"


def sent(client, path, data, status=303) -> str:
    answer = client.post(path, data=data)
    assert answer.status_code == status, answer.text[:2000]
    if status != 303:
        assert_valid_html(answer.text)
    return answer.text


def test_one_keeper_enters_another_confirms_and_everybody_reads(keepers, reader):
    one, other = keepers
    assert "Nothing waits" in page(one, "/register/treaties/pending")
    assert "No treaty is recorded" in page(reader, "/register/treaties/")
    page(one, "/register/treaties/new")
    sent(one, "/register/treaties/new", ENTRY)
    assert "Another register keeper has to confirm or reject it" in page(one, "/register/treaties/pending")
    record = waiting()
    sent(one, f"{record}/confirm", {})
    assert "You entered this yourself" in page(one, "/register/treaties/pending")
    assert "No treaty is recorded" in page(reader, "/register/treaties/")
    seen = page(other, "/register/treaties/pending")
    assert all(part in seen for part in ("Confirm: Fictitious Convention", "Note of 2018", "1 January 2019"))
    sent(other, f"{record}/confirm", {})
    listed = page(reader, "/register/treaties/", state="Switzerland")
    assert TITLE in listed
    assert "Mutual legal assistance, Confiscation" in listed
    assert TITLE not in page(reader, "/register/treaties/", state="USA")
    whole = page(reader, f"/register/treaties/{queries.listed()[0].treaty_id}")
    for part in ("14 October 1999", "The treaty prescribes the diplomatic channel", "Note of 2018", "Counts"):
        assert part in whole
    assert "Correct this treaty" not in whole
    assert other.post(f"{record}/confirm").status_code == 404


def test_only_a_register_keeper_enters(reader, treaty):
    for path in ("/register/treaties/new", "/register/treaties/pending", f"{treaty}/correct", f"{treaty}/end"):
        assert reader.get(path).status_code == 403
    assert reader.post("/register/treaties/new", data=ENTRY).status_code == 403
    assert queries.pending() == []


def test_a_party_more_is_asked_for_without_losing_what_was_typed(keepers):
    text = sent(keepers[0], "/register/treaties/new", ENTRY | {"more": "1"}, 200)
    assert 'name="parties-3-iso3"' in text
    assert "Note of 2018" in text
    assert "There is a problem" not in text
    full = ENTRY | {f"parties-{n}-iso3": "" for n in range(3, 60)} | {"more": "1"}
    assert 'name="parties-60-iso3"' not in sent(keepers[0], "/register/treaties/new", full, 200)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": " "}, "Enter the title of the treaty"),
        ({"subjects": []}, "Choose what the treaty is about"),
        ({"source": ""}, "Enter the source"),
        ({"parties-0-iso3": "Atlantis"}, "knows no State of this name"),
        ({"parties-0-iso3": "Guinea"}, "Papua New Guinea (PNG)"),
        ({"parties-2-iso3": "Brazil"}, "named twice"),
        ({"parties-2-since": ""}, "Enter the day from which the State is bound"),
        ({"parties-2-since": "tomorrow"}, "must be a real date"),
        ({"parties-2-iso3": "", "parties-2-since": "", "parties-2-until": "", "parties-2-source": ""},
         "at least two parties"),
        ({"signed_on": "2099-01-01"}, "lies in the future"),
    ],
)  # fmt: skip
def test_a_wrong_entry_keeps_what_was_typed(keepers, change, said):
    text = sent(keepers[0], "/register/treaties/new", ENTRY | change, 422)
    assert text.count(said) >= 2  # at the head of the page and at the field
    assert "Fictitious Treaty Series 1" in text or "source" in change
    assert queries.pending() == []


# The fault of a party stands at that party, though one before it was left empty.
def test_the_fault_of_a_party_stands_at_it(keepers):
    text = sent(keepers[0], "/register/treaties/new", ENTRY | {"parties-2-until": "2001-01-01"}, 422)
    assert 'href="#parties-2-until"' in text


def test_the_search_names_a_wrong_state(reader, treaty):
    assert "may mean" in page(reader, "/register/treaties/", 422, state="Korea")
    assert "knows no State of this name" in page(reader, "/register/treaties/", 422, state="Atlantis")
    assert "/register/treaties/?state=USA" in page(reader, "/register/states/USA")


def test_a_state_leaves(keepers, reader, treaty):
    one, other = keepers
    page(one, f"{treaty}/end")
    assert "Enter the first day" in sent(one, f"{treaty}/end", END | {"until": ""}, 422)
    assert "The bond would end before it began" in sent(one, f"{treaty}/end", END | {"until": "2000-01-01"}, 422)
    sent(one, f"{treaty}/end", END)
    seen = page(other, "/register/treaties/pending")
    assert "no longer from 1 January 2020" in seen
    assert "A change of this treaty waits" in page(other, treaty)
    assert "A change of this treaty waits" not in page(reader, treaty)
    sent(other, f"{treaty}/end", END)
    assert "waits for a second person" in page(other, treaty)
    sent(other, f"{treaty}/correct", {**ENTRY, "reason": "Why not"})
    sent(other, f"{waiting()}/confirm", {})
    seen = page(reader, treaty)
    assert "1 January 2020" in seen
    assert "Replaced" in seen
    assert "Brazil" in page(one, f"{treaty}/end")


def test_every_bond_may_have_ended(keepers, treaty):
    for iso3, writer, second in (("USA", *keepers), ("BRA", *reversed(keepers))):
        sent(writer, f"{treaty}/end", END | {"iso3": iso3})
        sent(second, f"{waiting()}/confirm", {})
    assert "every party already" in page(keepers[0], f"{treaty}/end")


def test_a_correction_says_what_it_changes(keepers, treaty):
    one, other = keepers
    form = page(one, f"{treaty}/correct")
    assert 'value="United States of America"' in form
    corrected = ENTRY | {"title": "Fictitious Treaty on Mutual Legal Assistance"}
    assert "Enter the reason" in sent(one, f"{treaty}/correct", corrected, 422)
    sent(one, f"{treaty}/correct", corrected | {"reason": "A party was wrong"})
    seen = page(other, "/register/treaties/pending")
    for part in ("A party was wrong", "Not a party", "bound since 1 May 2001", "Fictitious Treaty Series 1"):
        assert part in seen
    assert "14 October 1999" not in seen
    sent(other, f"{waiting()}/confirm", {})
    assert "Switzerland" in page(one, treaty)


def test_a_wrong_entry_is_rejected_with_a_reason(keepers):
    one, other = keepers
    sent(one, "/register/treaties/new", ENTRY)
    record = waiting()
    name = f"{record.rsplit('/', 1)[1]}-reason"
    assert "Enter the reason" in sent(other, f"{record}/reject", {}, 422)
    sent(one, f"{record}/reject", {name: "Mine"})
    assert "You entered this yourself" in page(one, "/register/treaties/pending")
    sent(other, f"{record}/reject", {name: "The series has no such page"})
    assert "The series has no such page" in page(one, "/register/treaties/pending")
    assert queries.listed() == []


def test_what_is_not_there_is_not_found(keepers, reader):
    nowhere = "/register/treaties/00000000-0000-0000-0000-000000000000"
    assert reader.get(nowhere).status_code == 404
    assert keepers[0].get(f"{nowhere}/end").status_code == 404


# The page of two States shows the treaties of the two, and whether they bind both on the day.
def test_the_page_of_two_states_shows_their_treaties(reader, treaty):
    asked = {"a": "BRA", "b": "USA", "instrument": "UNTOC"}
    assert "Binds both" in page(reader, "/register/between", **asked, on="2008-02-12")
    assert "Does not bind both" in page(reader, "/register/between", **asked, on="2000-02-12")
    assert "The register holds none" in page(reader, "/register/between", **(asked | {"b": "CHE"}), on="2008-02-12")


def test_a_wrong_action_of_the_depositary_is_rejected(keepers):
    one, other = keepers
    act = {"instrument": "UNTOC", "iso3": "Papua New Guinea", "kind": "accession", "on": "2026-02-01",
           "effective_on": "", "source": "C.N.1.2026"}  # fmt: skip
    sent(one, "/register/actions/new", act)
    [action] = register_queries.pending()
    path, name = f"/register/actions/{action.id}/reject", f"{action.id}-reason"
    assert "Enter the reason" in sent(other, path, {}, 422)
    sent(one, path, {name: "Mine"})
    assert "You entered this action yourself" in page(one, "/register/actions/pending")
    sent(other, path, {name: "Another State"})
    assert "Another State" in page(one, "/register/actions/pending")
    assert register_queries.pending() == []
