"""Art. 18(13): requests go to the central authority that the requested State designated, by the way it wants."""

import pytest

from mla.domain import guards as g
from mla.domain.declarations import Declarations
from mla.domain.findings import Weight, closing

from .cases import but, complete, facts
from .treaty_data import D

ITEM = {"label": "A1", "sought": "x", "link": "", "place": ""}


def found(requested: str, kind: str = "f", addressed: str = "", **channel):
    content = complete() | {"channel": {"authority": True} | channel, "assistance": [ITEM | {"type": kind}]}
    return list(g.channel.check(facts(requested=requested, content=content, addressed=addressed)))


def closed(requested: str, kind: str = "f", **channel) -> list[str]:
    return [f.code for f in closing(found(requested, kind, **channel))]


# The designation is shown beside the addressee, and a person confirms that it is the right one.
def test_a_person_confirms_the_addressee():
    first = found("USA", addressed="OIA, Washington")[0]
    assert (first.code, first.article, first.weight) == ("channel.confirmed", "18(13)", Weight.HOLDS)
    assert first.values["designated"].startswith("Office of International Affairs")
    assert (first.values["addressed"], first.values["dated"]) == ("OIA, Washington", "2005-11-03")
    assert found("USA")[0].values["addressed"] == first.values["designated"]


# Not confirmed: closed, and what is recorded is said.
@pytest.mark.parametrize("requested", ["USA", "JPN", "YEM"])
def test_without_a_confirmation_it_is_closed(requested):
    assert closed(requested, authority=False, source="directory") == ["channel.missing"]
    said = [f for f in found(requested, authority=False) if f.code == "channel.designated"]
    assert bool(said) is (requested == "USA")


# Where several are designated, by stage or territory, it is said which one is addressed.
@pytest.mark.parametrize(
    ("requested", "territory", "chosen", "closes"),
    [
        ("UKR", "", "", ["channel.several"]),
        ("UKR", "", "Ministry of Finance", ["channel.several"]),
        ("UKR", "", "Ministry of Justice", []),
        ("UKR", "", "Office of the Prosecutor-General", []),
        ("CHN", "", "", ["channel.several"]),
        ("CHN", "HKG", "", []),
        ("CHN", "MAC", "", []),
        ("RUS", "", "", []),
    ],
)
def test_one_of_several_authorities_is_chosen(requested, territory, chosen, closes):
    assert closed(requested, territory=territory, designation=chosen) == closes


def test_the_choice_is_offered_with_what_each_is_for():
    (several,) = closing(found("UKR"))
    assert several.values["authorities"] == (
        "Ministry of Justice (judicial decisions); Office of the Prosecutor-General (investigation stage)"
    )


# Service of documents alone may have an authority of its own (Sweden).
@pytest.mark.parametrize(("kind", "closes"), [("f", []), ("b", ["channel.several"])])
def test_service_may_have_its_own_authority(kind, closes):
    assert closed("SWE", kind) == closes


# No designation recorded closes nothing by itself: it is said, and confirmed with a source.
@pytest.mark.parametrize(("requested", "said"), [("JPN", "channel.not_recorded"), ("YEM", "channel.none_named")])
@pytest.mark.parametrize(("source", "closes"), [("directory", []), (" ", ["channel.source.missing"])])
def test_without_a_designation_a_person_says_how_they_know(requested, said, source, closes):
    first = found(requested, source=source)[0]
    assert (first.code, first.weight, first.article) == (said, Weight.WARNS, "18(13)")
    assert closed(requested, source=source) == closes


# Art. 18(13), last sentence: a State may ask for diplomatic channels; that is said.
@pytest.mark.parametrize(("requested", "asks"), [("BFA", True), ("USA", False)])
def test_the_diplomatic_channel_is_said(requested, asks):
    said = [f for f in found(requested) if f.code == "channel.diplomatic"]
    assert bool(said) is asks
    assert closed(requested) == []


# A designation dated more than a year before the day, or after it, is said to be so, once a date.
@pytest.mark.parametrize(
    ("requested", "day", "codes"),
    [
        ("USA", "2006-11-03", []),
        ("USA", "2006-11-04", ["channel.stale"]),
        ("USA", "2005-11-02", ["channel.later"]),
        ("UKR", "2026-03-12", ["channel.stale"]),
        ("JPN", "2026-03-12", []),
    ],
)
def test_the_age_of_a_designation_is_said(requested, day, codes):
    found_ = g.channel.check(facts(requested=requested, day=D(day)))
    assert [f.code for f in found_ if f.code.endswith((".stale", ".later"))] == codes


# Art. 18(6)-(7): that no other treaty is recorded is said, and what the requested State declared on assistance.
@pytest.mark.parametrize(
    ("requested", "articles"), [("USA", []), ("RUS", ["18(7)"]), ("GRC", ["18"]), ("IND", ["18"]), ("PAN", ["16, 18"])]
)
def test_the_basis_says_what_is_recorded(requested, articles):
    found_ = list(g.regime.check(facts(requested=requested)))
    assert [f.code for f in found_[:2]] == ["regime.no_other_treaty", "regime.no_treaty_recorded"]
    declared = [f for f in found_ if f.code == "regime.declared"]
    assert [f.article for f in declared] == articles
    assert all(f.weight is not Weight.CLOSES for f in found_)
    assert ("regime.stale" in [f.code for f in found_]) is bool(articles)


# Nothing recorded at all closes nothing by itself, whatever the State.
def test_an_empty_register_closes_nothing_by_itself():
    known = facts(declarations=Declarations(), content=but())
    for rule in (g.channel, g.language, g.regime):
        assert not closing(rule.check(known))
