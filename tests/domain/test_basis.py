"""On what a request rests, checked against the register on the day (Arts. 18(6), 18(7))."""

import datetime as dt

import pytest

from mla.domain import guards as g
from mla.domain import receipt
from mla.domain.agreements import Bound, Subject
from mla.domain.findings import Weight, closing

from .cases import agreement, but, facts, on_reciprocity, on_treaty

LATER = Bound(dt.date(2026, 3, 13))
ENDED = Bound(dt.date(2001, 2, 21), dt.date(2026, 3, 12))
OTHER = {"subjects": frozenset({Subject.EXTRADITION})}


def codes(known, weight=None):
    return [f.code for f in g.regime.check(known) if weight is None or f.weight is weight]


def to(requested, **changes):
    """A treaty that binds Brazil and another State."""
    bound = {iso3: Bound(dt.date(2001, 2, 21)) for iso3 in ("BRA", requested)}
    return agreement(parties=bound, **changes)


# 18(7): paragraphs 9 to 29 apply if no other treaty on assistance binds both on the day, or if both agree, as a
# source shows. What the drafter states is checked against the register, and the treaty is named.
@pytest.mark.parametrize(
    ("reason", "source", "recorded", "closes"),
    [
        ("no_other_treaty", "", agreement(), ["regime.other_treaty_binds"]),
        ("no_other_treaty", "", agreement(parties={"BRA": LATER, "USA": LATER}), []),
        ("no_other_treaty", "", agreement(parties={"BRA": Bound(dt.date(2001, 1, 1)), "USA": ENDED}), []),
        ("no_other_treaty", "", agreement(**OTHER), []),
        ("agreed_instead", "", agreement(), ["regime.source.missing"]),
        ("agreed_instead", " ", agreement(), ["regime.source.missing"]),
        ("agreed_instead", "letters of 2020", agreement(), []),
    ],
)
def test_the_reason_is_checked_against_the_register(reason, source, recorded, closes):
    content = but(regime__reason=reason, regime__source=source)
    found = g.regime.check(facts(content=content, agreements=(recorded,)))
    assert [f.code for f in closing(found)] == closes
    assert all("Treaty of 1997" in f.values["treaties"] for f in found if f.code == "regime.other_treaty_binds")


# That the register names no other treaty is said, since it may not be complete; and not where it names one.
@pytest.mark.parametrize(("recorded", "said"), [((), True), ((agreement(),), False)])
def test_what_the_register_does_not_hold_is_said(recorded, said):
    content = but(regime__reason="agreed_instead", regime__source="letters")
    assert ("regime.no_treaty_recorded" in codes(facts(content=content, agreements=recorded))) is said


# 18(6): a request may rest on another treaty on assistance by which both are bound on the day.
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "basis.treaty.carries"),
        ({"parties": {"BRA": LATER, "USA": LATER}}, "basis.treaty.not_bound"),
        ({"parties": {"BRA": Bound(dt.date(2001, 1, 1))}}, "basis.treaty.not_bound"),
        (OTHER, "basis.treaty.other_subject"),
        ({"id": "t2"}, "basis.treaty.unknown"),
    ],
)
def test_a_named_treaty_carries_or_does_not(changes, code):
    found = list(g.regime.check(facts(**on_treaty(**changes))))
    assert found[0].code == code
    assert bool(closing(found)) is (code != "basis.treaty.carries")


def test_a_treaty_must_be_named():
    content = but(regime__basis="TREATY")
    assert codes(facts(content=content, agreements=(agreement(),)), Weight.CLOSES) == ["basis.treaty.missing"]


# 18(7): paragraphs 1 to 8 and 30 stand beside the treaty, where the Convention binds both; and only there.
@pytest.mark.parametrize(("requested", "beside"), [("USA", True), ("PNG", False)])
def test_the_convention_stands_beside_the_treaty(requested, beside):
    known = facts(requested=requested, content=on_treaty()["content"], agreements=(to(requested),))
    assert codes(known)[:1] == ["basis.treaty.carries"]
    assert ("basis.treaty.beside" in codes(known)) is beside


# Reciprocity is offered in words. What else could carry the request is said, and closes nothing.
@pytest.mark.parametrize(
    ("requested", "recorded", "warned"),
    [
        ("USA", (), ["basis.reciprocity.convention_binds"]),
        ("USA", (agreement(),), ["basis.reciprocity.treaty_binds", "basis.reciprocity.convention_binds"]),
        ("PNG", (), []),
        ("PNG", (to("PNG"),), ["basis.reciprocity.treaty_binds"]),
    ],
)
def test_reciprocity_is_offered(requested, recorded, warned):
    known = facts(requested=requested, **on_reciprocity(agreements=recorded))
    assert codes(known)[0] == "basis.reciprocity.offered"
    assert codes(known, Weight.WARNS) == warned
    assert not closing(g.regime.check(known))


def test_reciprocity_without_words_carries_nothing():
    content = but(regime__basis="RECIPROCITY", regime__reciprocity=" ")
    assert codes(facts(requested="PNG", content=content), Weight.CLOSES) == ["basis.reciprocity.missing"]


# On another basis the Convention's own gate is not asked: whether it binds, whether it reaches the facts (PARTY,
# PROTO, SCOPE).
@pytest.mark.parametrize("rule", [g.party, g.protocols, g.in_scope, receipt.party_kept], ids=lambda r: r.name)
def test_the_conventions_gate_is_silent_on_another_basis(rule):
    for known in (on_treaty(), on_reciprocity()):
        assert list(rule.check(facts(**known))) == []
    assert list(rule.check(facts(content=but(regime__protocols=["TIP"]))))
