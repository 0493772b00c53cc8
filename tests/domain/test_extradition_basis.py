"""What can carry an extradition (Art. 16(3)-(6)), from published declarations; and whether a territory is reached."""

import datetime as dt

import pytest

from mla.domain import guards as g
from mla.domain.agreements import Bound, Subject
from mla.domain.basis.extradition import extradition
from mla.domain.declarations import Declarations, Notice
from mla.domain.findings import Weight

from .cases import agreement, but, facts

HOLDS, WARNS, CLOSES = Weight.HOLDS, Weight.WARNS, Weight.CLOSES


def treaty(*states):
    bound = {iso3: Bound(dt.date(1990, 1, 1)) for iso3 in states}
    return agreement(title="Extradition Treaty", parties=bound, subjects=frozenset({Subject.EXTRADITION}))


def told(requesting, requested, *treaties, **more):
    known = facts(requesting=requesting, requested=requested, agreements=treaties, **more)
    return [(f.code.removeprefix("extradition."), f.article, f.weight) for f in extradition(known)]


NO_TREATY = ("no_treaty_recorded", "this system", WARNS)


# 16(4)-(6): by what the requested State declared, one of the five positions, or by what is not recorded.
@pytest.mark.parametrize(
    ("requesting", "requested", "expected"),
    [
        ("USA", "BLR", ("convention", "16(4)", HOLDS)),
        ("BLR", "USA", ("treaty_only", "16(5)", CLOSES)),
        ("USA", "CHN", ("no_treaty_needed", "16(6)", HOLDS)),
        ("USA", "MEX", ("convention_without_treaty", "16(4)", HOLDS)),
        ("BLR", "MWI", ("convention_on_both_sides", "16(4)", HOLDS)),
        ("MEX", "RUS", ("convention_on_both_sides", "16(4)", HOLDS)),
        ("USA", "MWI", ("reciprocity_not_shown", "16(4)", WARNS)),
        ("FRA", "MWI", ("reciprocity_not_shown", "16(4)", WARNS)),
        ("USA", "BRA", ("unknown", "16(5)", WARNS)),
    ],
)
def test_the_position_of_the_requested_state(requesting, requested, expected):
    assert told(requesting, requested)[:2] == [NO_TREATY, expected]


# 16(3): a treaty that binds both on the day carries it; then "treaty only" closes nothing, and a State that takes the
# Convention where there is no treaty does not need it.
@pytest.mark.parametrize(
    ("requested", "expected"),
    [("USA", ("treaty_only", "16(5)", WARNS)), ("MEX", ("treaty_first", "16(4)", WARNS))],
)
def test_a_treaty_carries_it(requested, expected):
    assert told("BRA", requested, treaty("BRA", requested))[:2] == [("treaty", "16(3)", HOLDS), expected]


# A treaty of another subject, or one that does not bind both on the day, carries nothing.
@pytest.mark.parametrize("other", [agreement(), treaty("BRA", "CHE")])
def test_another_treaty_does_not(other):
    assert told("BRA", "USA", other)[0] == NO_TREATY


# Where the Convention does not bind both, Art. 16 carries nothing; a treaty stands alone.
def test_without_the_convention_only_the_treaty():
    assert told("BRA", "PNG") == [NO_TREATY, ("apart", "38", WARNS)]
    assert told("BRA", "PNG", treaty("BRA", "PNG")) == [("treaty_alone", "this system", HOLDS), ("apart", "38", WARNS)]


# What the State added is said in its words; a declaration that can't be tested is shown as it is.
def test_the_words_are_kept():
    assert ("noted", "16(5)", WARNS) in told("USA", "CHN")
    vague = Declarations.of([Notice("USA", "16(5)(a)", "extradition_legal_basis", "it depends", "2005", "UNTC")])
    assert told("BRA", "USA", declarations=vague) == [NO_TREATY, ("words", "16(5)", WARNS)]
    bare = Declarations.of([Notice("USA", "16(5)(a)", "extradition_legal_basis", "untoc", "2005", "UNTC")])
    assert told("BRA", "USA", declarations=bare) == [NO_TREATY, ("convention", "16(4)", HOLDS)]


# PARTY, territory included: a territory is reached from its notice on; without one it is closed, and where the register
# knows no such territory, or no notices of the instrument at all, it says that it does not know.
@pytest.mark.parametrize(
    ("requested", "territory", "day", "rule", "expected"),
    [
        ("NLD", "ABW", "2026-03-12", g.party, [("party.territory_covered", HOLDS)]),
        ("NLD", "ABW", "2007-01-17", g.party, [("party.territory_later", CLOSES)]),
        ("NLD", "Netherlands Antilles", "2026-03-12", g.party, [("party.territory_unknown", WARNS)]),
        ("NLD", "HKG", "2026-03-12", g.party, [("party.territory_unknown", WARNS)]),
        ("NLD", "ABW", "2026-03-12", g.protocols, [("party.territory_unknown", WARNS)]),
        ("NLD", "", "2026-03-12", g.party, []),
    ],
)
def test_the_territory_is_asked(requested, territory, day, rule, expected):
    content = but(channel__territory=territory, regime__protocols=["TIP"])
    found = rule.check(facts(requested=requested, content=content, day=dt.date.fromisoformat(day)))
    assert [(f.code, f.weight) for f in found if ".territory" in f.code] == expected
