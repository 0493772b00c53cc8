"""A case from a file: dates and kinds in all their forms, unknown facts empty, unknown keys kept and listed."""

import contextlib
import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mla.domain.case_file import KINDS, Unreadable, day, read
from mla.domain.content import empty
from mla.domain.kinds import extradition

from .treaty_data import D

LEAST = {"requesting_iso3": "BRA", "requested_iso3": "usa", "kind": "mla", "date": "2008-02"}


def case(**more):
    return read(LEAST | more)


def extended(**sections):
    return case(palermo=sections)


# A date is a day, a year and month, or a year, as YAML gives it; an undetermined day counts as the first.
@pytest.mark.parametrize(
    ("written", "on"),
    [
        ("2008-02-12", "2008-02-12"),
        ("'2008-02-12'", "2008-02-12"),
        ("2008-02", "2008-02-01"),
        ("2008", "2008-01-01"),
        ("2008-02-12T10:00:00", "2008-02-12"),
        ("null", None),
    ],
)
def test_dates(written, on):
    assert day(yaml.safe_load(written)) == (D(on) if on else None)


@pytest.mark.parametrize("wrong", ["soon", 12, [2008], True, "2008-13", ""])
def test_what_is_no_date(wrong):
    with pytest.raises(Unreadable) as error:
        day(wrong)
    assert error.value.where == "date"


# The kinds of the files in the system's own.
@pytest.mark.parametrize(("kind", "own"), KINDS.items())
def test_kinds(kind, own):
    found = case(kind=kind)
    assert (found.kind, found.content["kind"]) == (own, own)


# A file on a person is read into the sections of its kind: dates as ISO text, a row for each offence by its label.
def test_a_file_on_a_person():
    told = {"sought": {"person": "P1", "national": "yes"}, "per_offence": [{"facts": "He led it."}],
            "file": {"sort": "accusation", "warrant_on": dt.date(2016, 5, 12)},
            "assurances": [{"assurance": "retrial"}]}  # fmt: skip
    found = case(kind="extradition", palermo=told)
    assert found.content.keys() == extradition.KIND.blank().keys()
    assert found.content["file"]["warrant_on"] == "2016-05-12"
    assert [(row["label"], row["facts"]) for row in found.content["per_offence"]] == [("O1", "He led it.")]
    assert found.content["assurances"][0]["assurance"] == "retrial"
    arrest = case(kind="provisional_arrest", palermo={"custody": {"formal_by": "2016-06-21", "days": 40}})
    assert (arrest.content["custody"]["formal_by"], arrest.content["custody"]["days"]) == ("2016-06-21", 40)
    assert case(palermo=told).unused == tuple(f"palermo.{name}" for name in told)


def test_the_least_that_a_file_gives():
    found = case()
    assert (found.requesting, found.requested, found.day) == ("BRA", "USA", dt.date(2008, 2, 1))
    assert set(found.content) == set(empty())
    assert found.unused == ()


# Unknown facts are null in the file and empty in the content.
def test_unknown_facts_are_empty():
    nobody = {"initials": None, "role": None, "nationality": None, "location": None}
    nothing = {"law": None, "max_penalty_years": None, "category": None}
    found = read(
        {
            "requesting_iso3": None,
            "kind": "mla",
            "date": None,
            "facts": None,
            "persons": [nobody],
            "offences": [nothing],
        }
    )
    assert (found.requesting, found.requested, found.day) == (None, None, None)
    (person,), (offence,) = found.content["persons"], found.content["offences"]
    assert (person["label"], person["family_name"], person["nationalities"], person["note"]) == ("P1", "", [], "")
    assert (offence["label"], offence["name"], offence["years"], offence["life"]) == ("O1", "", None, False)


def test_a_person_keeps_all_that_is_told():
    told = {"name": "K.B.", "role": "leader", "nationality": ["ALB"], "location": "Albania", "age": 48}
    found = case(persons=[told])
    (person,) = found.content["persons"]
    assert (person["family_name"], person["nationalities"], person["location"]) == ("K.B.", ["ALB"], "Albania")
    assert person["note"] == "leader; 48"
    assert found.unused == ("persons[1].age",)


# A maximum is a number of years, life, or unknown; it is never rounded up: 3 years and 364 days are not four.
@pytest.mark.parametrize(
    ("given_", "life", "years", "months"),
    [
        ("life", True, None, None),
        (4, False, 4, None),
        (3.5, False, 3, 6),
        (3.997, False, 3, 11),
        (None, False, None, None),
    ],
)
def test_maximum_penalties(given_, life, years, months):
    (offence,) = case(offences=[{"law": "L", "max_penalty_years": given_, "category": "other"}]).content["offences"]
    assert (offence["life"], offence["years"], offence["months"]) == (life, years, months)
    assert (offence["name"], offence["law"], offence["category"]) == ("L", "L", "other")


# Property is read as the file tells it: a value that is one amount of a currency as such, another in its words.
@pytest.mark.parametrize(
    ("value", "amount", "currency", "description"),
    [
        ("USD 1 343 746.05", "1343746.05", "USD", "an account; frozen"),
        ("JPY 30", "30", "JPY", "an account; frozen"),
        ("CHF 61 million (first reports)", "", "", "an account; CHF 61 million (first reports); frozen"),
        ("ABC 61", "", "", "an account; ABC 61; frozen"),
        (None, "", "", "an account; frozen"),
    ],
)
def test_property(value, amount, currency, description):
    told = {"what": "an account", "value": value, "status": "frozen", "colour": "red"}
    found = case(kind="confiscation", property=[told], measures=["bank_records", "confiscation"])
    (asset,) = found.content["property"]
    assert (asset["label"], asset["value"], asset["currency"]) == ("V1", amount, currency)
    assert asset["description"] == description
    assert found.unused == ("property[1].colour",)
    assert found.content["measure"]["stage"] == ""
    assert found.content["measure"]["actions"] == "bank records; confiscation"


def test_a_freeze_is_asked_by_its_kind():
    assert case(kind="freezing").content["measure"]["stage"] == "freeze"
    assert "property" not in case(property=[{"what": "an account"}]).content


# A number that nobody tells is unknown, and none is made of it.
def test_an_unknown_number_stays_unknown():
    assert extended(group={"number": None}).content["group"]["number"] is None


# Keys that nobody reads are kept and listed, at whatever depth.
def test_unknown_keys_are_listed():
    found = case(
        weather="fine",
        offences=[{"law": None, "article": 3}],
        palermo={"moon": 1, "purpose": {"text": "t", "tone": "x"}, "annexes": [{"title": "A", "colour": "red"}]},
    )
    assert found.unused == (
        "weather",
        "offences[1].article",
        "palermo.moon",
        "palermo.purpose.tone",
        "palermo.annexes[1].colour",
    )
    assert found.content["purpose"] == {"text": "t"}


# What the part "palermo" gives stands over what the file tells, section by section.
def test_sections_of_a_draft():
    found = extended(
        language={"request": "pt", "translations": ["en"], "authenticated": True, "exception_on": dt.date(2008, 1, 2)},
        deadline={"on": "2008-03", "urgent": False},
        undertakings=["use_limitation"],
        assistance=[{"type": "c", "sought": 12}],
        annexes=[{"title": "Order", "pages": 4, "dated_on": None}, {}],
        transnational={"limbs": ["a"]},
    ).content
    assert (found["language"]["request"], found["language"]["translations"]) == ("pt", ["en"])
    assert (found["language"]["authenticated"], found["language"]["exception_on"]) == (True, "2008-01-02")
    assert (found["deadline"]["on"], found["deadline"]["reasons"]) == ("2008-03-01", "")
    assert found["undertakings"] == ["use_limitation"]
    assert found["assistance"] == [{"label": "A1", "type": "c", "sought": "12", "link": "", "place": ""}]
    assert [(a["label"], a["pages"], a["dated_on"]) for a in found["annexes"]] == [("A", 4, None), ("B", None, None)]
    assert found["transnational"]["limbs"] == ["a"]


# A form that is not that of a case is refused, and the place is named.
@pytest.mark.parametrize(
    ("file", "where"),
    [
        ("a text", "the file"),
        (None, "the file"),
        ([LEAST], "the file"),
        (LEAST | {"kind": None}, "kind"),
        (LEAST | {"kind": "gift"}, "kind"),
        (LEAST | {"kind": ["mla"]}, "kind"),
        (LEAST | {"date": "soon"}, "date"),
        (LEAST | {"requesting_iso3": {}}, "requesting_iso3"),
        (LEAST | {"facts": ["a"]}, "facts"),
        (LEAST | {"facts": True}, "facts"),
        (LEAST | {"persons": {}}, "persons"),
        (LEAST | {"persons": ["K.B."]}, "persons[1]"),
        (LEAST | {"persons": [{"nationality": "ALB"}]}, "persons[1].nationality"),
        (LEAST | {"offences": [{"max_penalty_years": "long"}]}, "offences[1].max_penalty_years"),
        (LEAST | {"offences": [{"max_penalty_years": True}]}, "offences[1].max_penalty_years"),
        (LEAST | {"offences": [{"max_penalty_years": -1}]}, "offences[1].max_penalty_years"),
        (LEAST | {"palermo": "x"}, "palermo"),
        (LEAST | {"palermo": {"language": "pt"}}, "palermo.language"),
        (LEAST | {"palermo": {"language": {"authenticated": "yes please"}}}, "palermo.language.authenticated"),
        (LEAST | {"palermo": {"language": {"translations": "en"}}}, "palermo.language.translations"),
        (LEAST | {"palermo": {"annexes": [{"pages": [1]}]}}, "palermo.annexes[1].pages"),
        (LEAST | {"palermo": {"annexes": [{"pages": 2**53}]}}, "palermo.annexes[1].pages"),
        (LEAST | {"palermo": {"annexes": [{"pages": -1}]}}, "palermo.annexes[1].pages"),
        (LEAST | {"palermo": {"group": {"number": "four"}}}, "palermo.group.number"),
        (LEAST | {"palermo": {"group": {"number": True}}}, "palermo.group.number"),
        (LEAST | {"palermo": {"regime": {"protocols": [{"TIP": 1}]}}}, "palermo.regime.protocols[1]"),
        (LEAST | {"palermo": {"language": {"translations": ["en", {}]}}}, "palermo.language.translations[2]"),
        (LEAST | {"palermo": {"annexes": [{"dated_on": "soon"}]}}, "date"),
        (LEAST | {"palermo": {"regime": {"protocols": ["TIP", "ABC"]}}}, "palermo.regime.protocols"),
    ],
)
def test_what_is_no_case(file, where):
    with pytest.raises(Unreadable) as error:
        read(file)
    assert error.value.where == where


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([*LEAST, "id", "facts", "persons", "offences", "palermo", "other"])


# Whatever YAML holds, it is a case or it is refused with its place: nothing else happens.
@given(st.dictionaries(KEYS, VALUES), st.dictionaries(st.sampled_from([*empty()]), VALUES))
def test_any_file_is_a_case_or_refused(top, sections):
    with contextlib.suppress(Unreadable):
        assert set(read(LEAST | top | {"palermo": sections}).content) == set(empty())
