"""A request on another basis: its way (F5c), what it cites, its refusal and postponement (law.md 9, rule 6)."""

import datetime as dt
from dataclasses import replace

import pytest

from mla.domain import basis, receipt, refusal
from mla.domain import consulting as c
from mla.domain.agreements import Bound
from mla.domain.basis import decisions as d
from mla.domain.basis import gate
from mla.domain.findings import Finding, Weight, closing
from mla.domain.kinds.assistance import KIND
from mla.domain.refusal import Ground

from .cases import DRAFTER, REVIEWER, SIGNATORY, answers, facts, on_reciprocity, on_treaty
from .test_workflow import case


def apart(**changes):
    """Facts of a request on a treaty between two States that the Convention does not bind both."""
    bound = {iso3: Bound(dt.date(2001, 2, 21)) for iso3 in ("BRA", "PNG")}
    return on_treaty(parties=bound, **changes) | {"requested": "PNG"}


def closed(rule, **known):
    return [f.code for f in closing(rule.check(facts(**known)))]


# F5c is open on another basis only; on the Convention it says why it is not (and that another basis may be chosen).
@pytest.mark.parametrize(
    ("known", "codes"),
    [
        (on_treaty(), []),
        (on_reciprocity(), []),
        ({}, ["basis.other.not_needed"]),
        ({"requested": "PNG"}, ["basis.other.none_chosen"]),
    ],
)
def test_the_diplomatic_channel_is_for_another_basis(known, codes):
    assert closed(gate.rests_on_other, **known) == codes


# The way between central authorities is closed on reciprocity, where the treaty prescribes the diplomatic channel, and
# where the Convention does not bind both; and says so.
@pytest.mark.parametrize(
    ("known", "codes"),
    [
        ({}, []),
        (on_treaty(), []),
        (on_treaty(diplomatic=True), ["basis.way.prescribed"]),
        (apart(), ["basis.way.apart"]),
        (on_reciprocity(), ["basis.way.reciprocity"]),
    ],
)
def test_the_central_authorities_way(known, codes):
    assert closed(gate.by_central_authority, **known) == codes


# Who hands it over neither wrote, approved nor signed.
@pytest.mark.parametrize(("actor", "shut"), [(DRAFTER, True), (REVIEWER, True), (SIGNATORY, True), ("new", False)])
def test_the_sender_is_new(actor, shut):
    assert bool(closed(gate.sender_is_new, actor=actor)) is shut


# 18(7): on the Convention all articles are cited; beside a treaty paragraphs 1 to 8 and 30 alone, else none.
@pytest.mark.parametrize(
    ("cited", "on_convention", "by_treaty", "otherwise"),
    [
        ("18(13); 18(14)", "18(13); 18(14)", "good practice", "good practice"),
        ("37-40; 18(7); 18(13)", "37-40; 18(7); 18(13)", "18(7)", "good practice"),
        ("18(8)", "18(8)", "18(8)", "good practice"),
        ("18(30)", "18(30)", "18(30)", "good practice"),
        ("18(3)(a)", "18(3)(a)", "18(3)(a)", "good practice"),
        ("18(15)(c)", "18(15)(c)", "good practice", "good practice"),
        ("this system", "this system", "this system", "this system"),
        ("TIP 17(2)", "TIP 17(2)", "good practice", "good practice"),
    ],
)
def test_what_is_cited_follows_the_basis(cited, on_convention, by_treaty, otherwise):
    assert basis.article(cited, facts()) == on_convention
    assert basis.article(cited, facts(**on_treaty(), kept=())) == by_treaty
    for known in (apart() | {"kept": ()}, on_reciprocity(kept=())):
        assert basis.article(cited, facts(**known)) == otherwise


# The table's own machine relabels: no finding and no step of such a request cites paragraphs that do not bind.
def test_a_step_and_its_findings_are_relabelled():
    tried = case(KIND.step("transmit_by_diplomatic_channel"), "signed", **on_reciprocity())
    assert {f.article for f in tried.findings()} <= {"good practice", "this system"}
    assert tried.article == "good practice"
    assert case(KIND.step("sign"), "approved").article == "18(14)"


# Rule 3: what held at receipt counts later: whether paragraph 8 stands beside the treaty.
@pytest.mark.parametrize(("known", "stands"), [(on_treaty(), True), (apart(), False), (on_reciprocity(), False)])
def test_what_is_kept_at_receipt(known, stands):
    kept = tuple(receipt.keep_status.check(facts(**known, kept=())))
    assert [f.weight for f in kept] == [Weight.HOLDS]
    assert basis.beside(facts(**known, kept=kept)) is stands


# What an amended request rests on counts: the Convention that bound both at receipt stands beside a treaty named since.
# After a request on reciprocity nothing was kept of that, and the day decides; no basis but a treaty has it beside.
@pytest.mark.parametrize(
    ("first", "amended", "stands"),
    [
        ({}, on_treaty(), True),
        ({"requested": "PNG"}, apart(), False),
        (on_reciprocity(), on_treaty(), True),
        (on_reciprocity() | {"requested": "PNG"}, apart(), False),
        (on_treaty(), on_reciprocity(), False),
    ],
)
def test_what_stands_beside_an_amended_request(first, amended, stands):
    told = tuple(receipt.keep_status.check(facts(**first, kept=())))
    now = facts(**amended, kept=told, data=answers(rests_on="bank_secrecy"))
    assert basis.beside(now) is stands
    assert ("refusal.never.bank_secrecy" in [f.code for f in closing(d.ground_of_basis.check(now))]) is stands


BESIDE = (Finding("receipt.other_basis_beside", "this system", Weight.HOLDS),)
ALONE = (Finding("receipt.other_basis", "this system", Weight.HOLDS),)


# 18(8) stands beside a treaty between two States that the Convention binds; elsewhere it is not claimed.
@pytest.mark.parametrize(
    ("chosen", "kept", "codes"),
    [
        ("bank_secrecy", BESIDE, ["refusal.never.bank_secrecy"]),
        ("bank_secrecy", ALONE, []),
        ("provision", BESIDE, []),
        ("dual_criminality", ALONE, ["step.rests_on.missing"]),
        (None, ALONE, ["step.rests_on.missing"]),
    ],
)
def test_bank_secrecy_beside_a_treaty(chosen, kept, codes):
    assert closed(d.ground_of_basis, **on_treaty(), kept=kept, data=answers(rests_on=chosen)) == codes


# That a party to the Convention uses no bank secrecy against another, on reciprocity either, is a rule of this system.
@pytest.mark.parametrize(
    ("requested", "article"), [("USA", "this system"), ("PNG", "")], ids=["between parties", "one is no party"]
)
def test_bank_secrecy_on_reciprocity(requested, article):
    known = on_reciprocity() | {"requested": requested, "data": answers(rests_on="bank_secrecy")}
    found = [(f.code, f.article) for f in closing(d.ground_of_basis.check(facts(**known)))]
    assert found == ([("refusal.between_parties.bank_secrecy", article)] if article else [])
    assert d.no_bank_secrecy(facts(**known)) == article


# A refusal names the treaty's article or domestic law, and its reasons; that nobody was consulted only warns.
@pytest.mark.parametrize(
    ("rule", "gap", "code"),
    [(d.provision_named, "provision", "step.provision.missing"), (d.reasons_told, "reasons", "step.reasons.untold")],
)
def test_what_a_refusal_says(rule, gap, code):
    assert closed(rule) == []
    for nothing in ("", " ", None):
        assert closed(rule, data=answers(**{gap: nothing})) == [code]


def test_a_consultation_is_advised_only():
    assert list(d.consultation_advised.check(facts())) == []
    silent = replace(facts().course, consultation=None)
    found = list(d.consultation_advised.check(facts(course=silent)))
    assert [(f.code, f.weight) for f in found] == [("consultation.advised", Weight.WARNS)]


# Each table of rules is closed to the requests of the other.
def test_the_rules_of_one_basis_are_not_those_of_the_other():
    assert closed(d.under_the_convention) == []
    assert closed(d.under_another_basis) == ["basis.rules.convention"]
    for known in (on_treaty(), on_reciprocity()):
        assert closed(d.under_the_convention, **known) == ["basis.rules.other"]
        assert closed(d.under_another_basis, **known) == []


# A consultation on another basis names no ground of the Convention, and the other way round.
@pytest.mark.parametrize(
    ("known", "grounds", "codes"),
    [
        (on_reciprocity(), ["provision", "postponement"], []),
        (on_reciprocity(), ["conformity"], ["refusal.ground.other_basis"]),
        ({}, ["conformity", "postponement"], []),
        ({}, ["provision"], ["refusal.ground.unknown"]),
    ],
)
def test_what_a_consultation_is_about(known, grounds, codes):
    assert closed(c.consultation_stated, **known, data=answers(grounds=grounds)) == codes


# An item is refused on another basis by a provision, with reasons.
@pytest.mark.parametrize(
    ("known", "ground", "codes"),
    [
        (on_treaty(), "provision", []),
        (on_treaty(), "legal_system", ["refusal.ground.other_basis"]),
        ({}, "provision", ["refusal.ground.unknown"]),
    ],
)
def test_an_item_is_refused_by_its_basis(known, ground, codes):
    decisions = [answers()["decisions"][0], answers()["decisions"][1] | {"ground": ground}]
    assert set(closed(c.items_decided, **known, data=answers(decisions=decisions))) == set(codes)


# Rule 6: that provision is named, as for a refusal of the whole; the Convention's grounds name their own.
@pytest.mark.parametrize(
    ("known", "codes"), [(on_treaty(), ["step.provision.missing"]), (on_reciprocity(), ["step.provision.missing"])]
)
def test_items_refused_on_another_basis_name_the_provision(known, codes):
    decisions = [answers()["decisions"][0], answers()["decisions"][1] | {"ground": "provision"}]
    assert closed(c.items_decided, **known, data=answers(decisions=decisions, provision=" ")) == codes
    assert closed(c.items_decided, data=answers(provision=" ")) == []


# The table of grounds on another basis: a provision, postponement, and bank secrecy where 18(8) stands.
@pytest.mark.parametrize(("forbidden", "names"), [("18(8)", ["bank_secrecy"]), ("", [])])
def test_the_table_of_grounds(forbidden, names):
    rows = refusal.other_matrix(forbidden)
    assert [row.name for row in rows] == ["provision", "postponement", *names]
    assert all(isinstance(row, Ground) for row in rows)
    assert [row.article for row in rows if row.use == "never"] == ["18(8)"] * len(names)


# 18(7): paragraphs 1 to 8 stand whichever the treaty, one that a letter on paper claims and the register lacks as well.
@pytest.mark.parametrize("named", ["t1", ""])
def test_a_treaty_that_is_not_recorded_has_them_beside(named):
    content = on_treaty()["content"] | {"regime": on_treaty()["content"]["regime"] | {"agreement": named}}
    claimed = facts(content=content, agreements=(), kept=(), data=answers(rests_on="bank_secrecy"))
    assert [f.code for f in closing(d.ground_of_basis.check(claimed))] == ["refusal.never.bank_secrecy"]
