"""The status certificate says what the register says, with its sources, and takes no number."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from mla.documents.render import html
from mla.domain.agreements import Agreement, Bound, Subject
from mla.domain.errors import UnknownState
from mla.extensions import db
from mla.models import Document
from mla.services import certificates
from tests import factories as f

D = dt.date.fromisoformat


@pytest.fixture(autouse=True)
def register(app):
    f.load_register()


# One sentence answers: both are bound, by which instruments; one is not; neither is. The day decides.
@pytest.mark.parametrize(
    ("one", "other", "on", "answer"),
    [
        ("BRA", "USA", "2026-03-12", ("On 12 March 2026 both Brazil and the United States of America are bound by the "
         "Convention, the Trafficking in Persons Protocol and the Smuggling of Migrants Protocol.")),
        ("BRA", "JPN", "2017-08-10", ("On 10 August 2017 both Brazil and Japan are bound by the Convention, the "
         "Trafficking in Persons Protocol and the Smuggling of Migrants Protocol.")),
        ("BRA", "IRN", "2025-09-04", ("On 4 September 2025 the Convention does not bind both Brazil and Iran (Islamic "
         "Republic of): Iran (Islamic Republic of) is not bound by it.")),
        ("IRN", "BRA", "2025-09-05", ("On 5 September 2025 both Iran (Islamic Republic of) and Brazil are bound by the "
         "Convention.")),
        ("PNG", "COG", "2026-03-12", ("On 12 March 2026 neither Papua New Guinea nor the Congo is bound by the "
         "Convention.")),
    ],
)  # fmt: skip
def test_the_answer_is_one_sentence(one, other, on, answer):
    made = certificates.snapshot(one, other, D(on))
    assert made["answer"] == answer
    assert made["bound"] is ("both" in answer and "does not" not in answer)


# Each instrument tells of each State: action, deposit, first day, rule with its article, source; and the data's day.
def test_each_instrument_has_action_dates_rule_and_source():
    made = certificates.snapshot("BRA", "USA", D("2026-03-12"))
    assert [i["title"] for i in made["instruments"]][1:] == [
        "Trafficking in Persons Protocol", "Smuggling of Migrants Protocol", "Firearms Protocol"]  # fmt: skip
    assert [i["bound"] for i in made["instruments"]] == [True, True, True, False]
    brazil = made["instruments"][0]["rows"][0]
    assert (brazil["deposited_on"], brazil["in_force_on"], brazil["article"]) == ("2004-01-29", "2004-02-28", "38(2)")
    assert "30th day" in brazil["rule"]
    assert brazil["source"]
    usa = made["instruments"][3]["rows"][1]
    assert (usa["action"], usa["in_force_on"], usa["article"]) == (None, None, "37(3)")
    assert made["instruments"][1]["as_of"] == "2025-04-10"
    assert any("complete to 10 April 2025" in said for said in made["instruments"][1]["warned"])


# Declarations stand with date and source; one that was made after the day is marked.
def test_declarations_have_date_and_source():
    made = certificates.snapshot("UKR", "CHN", D("2005-01-01"))
    ukraine, china = (state["rows"] for state in made["declarations"])
    assert {row["article"] for row in ukraine} >= {"18(13)", "18(14)", "16(5)(a)"}
    assert all(row["source"] and row["dated"] for row in (*ukraine, *china))
    assert not any(row["later"] for row in ukraine)
    assert any(row["later"] for row in china)


def test_that_none_is_held_is_not_said_to_be_none_made():
    said = html(certificates.snapshot("BRA", "COG", D("2026-03-12")))
    assert said.count("That does not mean that") == 2


# Other treaties between the two stand with their days and source, whether they bind on the day or not.
def test_other_treaties_are_listed(monkeypatch):
    since = {"BRA": Bound(D("2001-02-21")), "USA": Bound(D("2001-02-21"))}
    held = Agreement("x", "Treaty of 1997", frozenset({Subject.ASSISTANCE}), since, "Decree 3.810")
    monkeypatch.setattr(certificates.agreements, "between", lambda _one, _other: (held,))
    before, after = (certificates.snapshot("BRA", "USA", D(day)) for day in ("2001-02-20", "2001-02-21"))
    assert [t["bound"] for t in before["treaties"] + after["treaties"]] == [False, True]
    said = html(after)
    for part in ("Treaty of 1997", "Mutual legal assistance", "21 February 2001", "Decree 3.810", "binds both"):
        assert part in said


# It bears the name of the authority that asks, and none otherwise; nothing is stored and no number is used up.
def test_it_bears_the_name_of_who_asks_and_uses_no_number():
    house = f.house("BRA")
    named = html(certificates.snapshot("BRA", "USA", D("2026-03-12"), house.authority))
    assert house.authority.name in named
    assert "letterhead" not in html(certificates.snapshot("BRA", "USA", D("2026-03-12")))
    assert db.session.scalar(select(func.count()).select_from(Document)) == 0
    assert house.authority.name not in html(certificates.snapshot("CHE", "USA", D("2026-03-12")))


# The same day gives the same certificate.
def test_the_same_values_give_the_same_text():
    one, other = (certificates.snapshot("BRA", "USA", D("2026-03-12")) for _ in range(2))
    assert html(one) == html(other)


@pytest.mark.parametrize(("one", "other"), [("BRA", "BRA"), ("BRA", "XXX"), ("EUU", "BRA"), ("BRA", "HKG")])
def test_only_two_different_states(one, other):
    with pytest.raises(UnknownState):
        certificates.snapshot(one, other, D("2026-03-12"))
