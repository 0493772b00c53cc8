"""Art. 18(14): requests are made in a language acceptable to the requested State."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mla.domain import guards as g
from mla.domain.content import empty
from mla.domain.declarations import Declarations, How, LanguageRule, Notice
from mla.domain.findings import Weight, closing
from mla.domain.languages import shortfall

from .cases import but, facts
from .treaty_data import D

STATED = {"source": "letter of the authority"}


def found(requested: str, annexes=(), territory="", **language):
    content = but(channel__territory=territory, annexes=[annex(*row) for row in annexes])
    content["language"] = empty()["language"] | language
    return list(g.language.check(facts(requested=requested, content=content)))


def annex(label: str, language: str):
    return {"label": label, "title": "Order", "language": language}


def closed(*arguments, **language) -> list[str]:
    return [f.code for f in closing(found(*arguments, **language))]


def codes(*arguments, **language) -> list[str]:
    return [f.code for f in found(*arguments, **language)]


# Each State's recorded rule, and what closes.
@pytest.mark.parametrize(
    ("requested", "request_", "translations", "closes"),
    [
        # Latvia: English or Latvian
        ("LVA", "en", [], None),
        ("LVA", "lv", [], None),
        ("LVA", "pt", [], "not_accepted"),
        ("LVA", "pt", ["lv"], None),
        ("LVA", "pt", ["fr"], "not_accepted"),
        # North Macedonia: Macedonian and English, both
        ("MKD", "en", [], "not_accepted"),
        ("MKD", "en", ["mk"], None),
        ("MKD", "pt", ["mk"], "not_accepted"),
        ("MKD", "pt", ["mk", "en"], None),
        # Lesotho: English alone
        ("LSO", "en", [], None),
        ("LSO", "fr", [], "not_accepted"),
        # Ukraine: one of four; a translation into it authenticated
        ("UKR", "fr", [], None),
        ("UKR", "pt", ["uk"], "not_authenticated"),
        ("UKR", "pt", ["de"], "not_accepted"),
        # Slovenia: Slovenian; English where that is not possible
        ("SVN", "sl", [], None),
        ("SVN", "pt", ["sl"], None),
        ("SVN", "en", ["sl"], None),
        ("SVN", "en", [], "first_preferred"),
        ("SVN", "pt", ["en"], "first_preferred"),
        ("SVN", "pt", [], "not_accepted"),
        # Azerbaijan: Russian or English, with a translation into Azerbaijani
        ("AZE", "en", [], "besides"),
        ("AZE", "en", ["az"], None),
        ("AZE", "az", [], "not_accepted"),
        # Norway: either written Norwegian is Norwegian
        ("NOR", "nb", [], None),
        ("NOR", "pt", ["nn"], None),
    ],
)
def test_the_rule_of_the_requested_state(requested, request_, translations, closes):
    expected = [f"language.{closes}"] if closes else []
    assert closed(requested, request=request_, translations=translations) == expected


# China by territory: Chinese; in Hong Kong also English; in Macao also Portuguese.
@pytest.mark.parametrize(
    ("territory", "language", "accepted"),
    [
        ("", "zh", True),
        ("", "en", False),
        ("", "pt", False),
        ("HKG", "en", True),
        ("HKG", "pt", False),
        ("MAC", "pt", True),
        ("MAC", "en", False),
    ],
)
def test_china_by_territory(territory, language, accepted):
    assert (closed("CHN", territory=territory, request=language) == []) is accepted


# A translation that must be authenticated is accepted once it is said to be; the language itself needs none.
def test_an_authenticated_translation_is_accepted():
    assert closed("UKR", request="pt", translations=["uk"], authenticated=True) == []
    assert closed("CHE", request="pt", translations=["fr"], authenticated=True) == []
    assert closed("CHE", request="de", translations=[]) == []


# The second language needs the statement that the first is not possible.
def test_the_second_language_needs_its_reason():
    assert closed("SVN", request="en", first_impossible=" ") == ["language.first_preferred"]
    assert codes("SVN", request="en", first_impossible="no translator")[0] == "language.second"


# Which of the three ways the rule is met is said.
@pytest.mark.parametrize(
    ("request_", "translations", "code"),
    [("en", [], "met"), ("pt", ["en"], "translated"), ("en", ["lv"], "translated")],
)
def test_how_the_rule_is_met_is_said(request_, translations, code):
    first = found("LVA", request=request_, translations=translations)[0]
    assert (first.code, first.weight, first.article) == (f"language.{code}", Weight.HOLDS, "18(14)")
    assert first.values["rule"] == "any of: en; lv"


# An absent declaration closes nothing by itself but is said; a confirmation with a source satisfies.
@pytest.mark.parametrize(
    ("stated", "closes"),
    [
        ({"accepted": True, **STATED}, []),
        ({"accepted": True, "source": " "}, ["language.confirmation.missing"]),
        ({"accepted": False, **STATED}, ["language.confirmation.missing"]),
    ],
)
def test_japan_declared_nothing_that_is_recorded(stated, closes):
    assert closed("JPN", request="en", **stated) == closes
    said = found("JPN", request="en", **stated)[0]
    assert (said.code, said.weight) == ("language.not_recorded", Weight.WARNS)


# A declaration that can't be tested is said in its words, and a person confirms.
def test_words_that_are_no_rule_are_said():
    words = Notice("JPN", "18(14)", "acceptable_languages", "whatever we can read", "2020", "a letter")
    known = facts(
        requested="JPN",
        declarations=Declarations.of([words]),
        content=but(language={"request": "en", "accepted": True, "source": "call"}),
    )
    got = list(g.language.check(known))
    assert [f.code for f in got] == ["language.words_only", "language.confirmed", "language.stale"]
    assert got[0].values["words"] == "whatever we can read"


# Without a language there is nothing to test; what is recorded is said.
@pytest.mark.parametrize(("requested", "said"), [("USA", "language.wanted"), ("JPN", "language.not_recorded")])
def test_without_a_language_what_is_recorded_is_said(requested, said):
    assert codes(requested, request="")[:2] == ["language.missing", said]
    assert closed(requested, request="") == ["language.missing"]


# An exception that both sides agreed satisfies once it says by whom, when and how that is known.
@pytest.mark.parametrize(
    ("by", "on", "source", "code"),
    [
        ("both", "2026-03-12", "letter", None),
        ("both", "2026-03-13", "letter", "language.exception.later"),
        ("both", None, "letter", "language.exception.incomplete"),
        ("", "2026-03-12", "letter", "language.exception.incomplete"),
        ("both", "2026-03-12", "", "language.exception.incomplete"),
    ],
)
def test_an_agreed_exception(by, on, source, code):
    stated = {"exception_by": by, "exception_on": on, "exception_source": source}
    assert closed("LVA", request="pt", **stated) == ([code] if code else [])


# Annexes: by the State's word where it said so (Moldova), else by a rule of this system; a translation mends both.
@pytest.mark.parametrize(
    ("requested", "annexes", "translations", "code", "article"),
    [
        ("MDA", [("A", "pt")], [], "language.annexes.not_accepted", "18(14)"),
        ("LVA", [("A", "pt"), ("B", "en"), ("C", "fr")], [], "language.annexes.not_accepted", "this system"),
        ("LVA", [("A", "pt")], ["lv"], None, ""),
        ("UKR", [("A", "pt")], ["uk"], "language.annexes.not_authenticated", "this system"),
        ("LVA", [("A", "lv")], [], None, ""),
        ("LVA", [], [], None, ""),
    ],
)
def test_annexes_need_an_accepted_language(requested, annexes, translations, code, article):
    found_ = closing(found(requested, annexes, request="en", translations=translations))
    annexed = [f for f in found_ if f.code.startswith("language.annexes")]
    assert [(f.code, f.article, f.where) for f in annexed] == ([(code, article, "request.language")] if code else [])
    if code and len(annexes) == 3:
        assert annexed[0].values["labels"] == "A, C"


def test_a_translation_besides_is_wanted_for_annexes_too():
    assert closed("AZE", [("A", "en")], request="en") == ["language.besides", "language.annexes.besides"]


# The reason why the first language is not possible is given once, not annex by annex.
def test_the_second_language_is_not_held_against_each_annex():
    assert closed("SVN", [("A", "en")], request="en") == ["language.first_preferred"]


# An annex without a stated language only warns, at the annex.
def test_an_annex_without_a_language_warns():
    (said,) = [f for f in found("LVA", [("A", "")], request="en") if f.code == "language.annexes.unstated"]
    assert (said.weight, said.where, said.values["labels"]) == (Weight.WARNS, "matter.annexes", "A")
    assert "language.annexes.met" not in codes("LVA", [("A", "")], request="en")
    assert "language.annexes.met" in codes("LVA", [("A", "lv")], request="en")
    assert "language.annexes.met" not in codes("LVA", request="en")


# A declaration dated more than a year before the day, or after it, is said to be so where it is used.
@pytest.mark.parametrize(
    ("requested", "day", "code"),
    [
        ("USA", "2006-11-03", None),
        ("USA", "2006-11-04", "language.stale"),
        ("USA", "2005-11-02", "language.later"),
        ("ISL", "2012-01-01", None),
        ("ISL", "2013-01-02", "language.stale"),
    ],
)
def test_the_age_of_a_declaration_is_said(requested, day, code):
    content = but(language={"request": "en"})
    aged = list(g.language.check(facts(requested=requested, content=content, day=D(day))))[1:]
    assert [(f.code, f.weight, f.article) for f in aged] == ([(code, Weight.WARNS, "this system")] if code else [])


CODES = st.sampled_from(["en", "fr", "de", "mk", "sl"])


# Whatever the rule and the languages: none of its languages at hand is never enough, all of them always are (save a
# certificate that is wanted and not stated), and a further translation never makes a request worse.
@given(
    how=st.sampled_from(How),
    wanted=st.lists(CODES, min_size=2, max_size=2, unique=True),
    language=CODES,
    translations=st.lists(CODES, max_size=3),
    more=CODES,
    authenticated=st.booleans(),
)
def test_translations_satisfy_a_rule(how, wanted, language, translations, more, authenticated):
    rule = LanguageRule(how, tuple(wanted), Notice("AAA", "", "", "", "2012", ""), authenticated=authenticated)
    stated = {"translations": translations, "authenticated": True, "first_impossible": ""}
    wanting = shortfall(rule, language, stated)
    have = {language, *translations}
    if not have & set(wanted):
        assert wanting == "not_accepted"
    if have >= set(wanted):
        assert wanting is None
    if wanting is None:
        assert shortfall(rule, language, stated | {"translations": [*translations, more]}) is None
        bare = shortfall(rule, language, stated | {"authenticated": False})
        assert bare in ((None, "not_authenticated") if authenticated else (None,))
