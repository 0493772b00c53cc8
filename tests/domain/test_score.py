"""The content by article, as a table: what each article asks of a request, how much is given, what lacks."""

import pytest

from mla.domain.content import completeness, empty
from mla.domain.findings import Weight
from mla.domain.kinds import extradition, provisional
from mla.domain.score import score

from . import extradition_cases
from .cases import but, complete

MAKER = "Ministry of Justice"
CONVENTION = ["18(15)(a)", "18(15)(b)", "18(15)(c)", "18(15)(d)", "18(15)(e)", "18(15)(f)"]


def by_article(content, maker=MAKER):
    """Each line as (given, asked), by its article."""
    return {line.article: (line.given, line.asked) for line in score(content, maker)}


# A complete request gives all that each article asks, in the order of Art. 18(15), then good practice.
def test_a_complete_request():
    found = score(complete(), MAKER)
    assert [line.article for line in found] == [*CONVENTION, "good practice"]
    assert all(line.given == line.asked and not line.gaps for line in found)


# What one gap takes from its article's line: (given, asked).
@pytest.mark.parametrize(
    ("gap", "article", "counted"),
    [
        ({"authority__name": ""}, "18(15)(b)", (3, 4)),
        ({"authority__name": "", "proceedings__nature": " "}, "18(15)(b)", (2, 4)),
        ({"facts__summary": ""}, "18(15)(c)", (0, 1)),
        ({"assistance": []}, "18(15)(d)", (0, 1)),
        ({"assistance": [{"type": "f", "sought": "", "link": "x"}]}, "18(15)(d)", (1, 2)),
        ({"persons": []}, "18(15)(e)", (0, 1)),
        ({"purpose__text": ""}, "18(15)(f)", (0, 1)),
        ({"contact__name": ""}, "good practice", (3, 4)),
        ({"deadline__on": "2026-05-01"}, "this system", (0, 1)),
    ],
)
def test_a_gap_counts_in_the_line_of_its_article(gap, article, counted):
    found = by_article(but(**gap))
    assert found[article] == counted
    whole = by_article(complete())
    assert all(found[other] == whole[other] for other in CONVENTION if other != article)


# Who asks only for service of documents owes no summary of facts (18(15)(c)): the line asks nothing.
def test_service_alone_owes_no_facts():
    content = but(facts__summary="", assistance=[{"type": "b", "sought": "a writ", "link": "x"}])
    line = next(line for line in score(content, MAKER) if line.article == "18(15)(c)")
    assert (line.given, line.asked, line.strength) == (0, 0, "conditional")


# The authority making the request is known from the record, not from the content (18(15)(a)).
def test_an_unknown_maker_lacks():
    assert by_article(complete(), "")["18(15)(a)"] == (0, 1)


# Identity, location and nationality are asked for where possible: their lack only warns (18(15)(e)).
def test_where_possible_only_warns():
    line = next(line for line in score(empty(), MAKER) if line.article == "18(15)(e)")
    assert line.strength == "where_possible"
    assert {gap.weight for gap in line.gaps} == {Weight.WARNS}


# On another basis no article of the Convention is claimed: what closes is this system's, the rest good practice.
@pytest.mark.parametrize("basis", ["treaty", "reciprocity"])
def test_another_basis_claims_no_article(basis):
    content = but(regime__basis=basis, purpose__text="", persons=[])
    found = score(content, "")
    assert [line.article for line in found] == ["good practice", "this system"]
    for line in found:
        assert {gap.article for gap in line.gaps} == {line.article}
    assert [gap.code for gap in found[1].gaps] == ["content.purpose.missing"]


# A request for a person is scored by its own list, and no paragraph of Art. 18 is claimed: Art. 16 prescribes nothing.
@pytest.mark.parametrize(("kind", "gap"), [(extradition.KIND, "surrender"), (provisional.KIND, "custody_rule")])
def test_a_request_for_a_person_is_scored_by_its_own_list(kind, gap):
    whole = extradition_cases.complete(kind)
    found = score(whole, MAKER, kind.requirements)
    assert [line.article for line in found] == ["good practice", "this system"]
    assert all(line.given == line.asked for line in found)
    blank = score(kind.blank(), "", kind.requirements)
    gaps = [finding.code for line in blank for finding in line.gaps]
    assert {"content.sought.missing", f"content.{gap}.missing", "content.maker.missing"} <= set(gaps)
    assert "content.assistance.missing" not in gaps


# ADR 0008: the gaps are the very findings of the guard, and none is left out.
@pytest.mark.parametrize("content", [empty(), complete(), but(regime__basis="treaty", purpose__text="")])
def test_the_gaps_are_the_guards_own(content):
    gaps = [gap for line in score(content, MAKER) for gap in line.gaps]
    found = [f for f in completeness(content) if f.weight is not Weight.HOLDS]
    assert sorted(gaps, key=str) == sorted(found, key=str)
