"""Assets (Arts. 12 to 14): tables of law, the rule above its rows."""

import datetime as dt
from dataclasses import replace

import pytest

from mla.domain.assets import content, counting, disposing, grounds, holding, interests, orders, scope
from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, STAGES, TRACE
from mla.domain.assets.recovery import Recovery, recovery
from mla.domain.course import Course
from mla.domain.findings import Finding, Weight, closing
from mla.domain.kinds.assets import KIND, OPENED_FROM, RULES, UNDER_WAY
from mla.domain.obligations import Ledger, Sort, Status, ledger
from mla.domain.score import score

from . import cases
from .assets_cases import ANSWERS, CLAIM, ORDER, PROPERTY, RECOVERY, TAKEN, but, complete, entry, facts, frozen

NOTHING = Recovery()
TREATY = {**cases.empty()["regime"], "basis": "TREATY", "agreement": "t1"}


def closed(rule, known) -> set[str]:
    """The codes of what keeps the step closed."""
    return {f.code for f in closing(rule.check(known))}


def warned(rule, known) -> set[str]:
    """The codes of what only warns."""
    return {f.code for f in rule.check(known) if f.weight is Weight.WARNS}


def told(**answers):
    """Facts with the answers of all forms, changed."""
    return facts(data=ANSWERS | answers)


# What Art. 13(3) asks at each stage closes, with its letter; what practice adds warns: (content, closes, warns).
CONTAINED = [
    *((complete(stage), {}, set()) for stage in STAGES),
    # 13(1)(a): a description of the property, and facts that carry an order.
    (but(OBTAIN, property=[]), {"property_described": "13(3)(a)"}, set()),
    (but(OBTAIN, property=[PROPERTY | {"description": ""}]), {"property_described": "13(3)(a)"}, set()),
    (but(OBTAIN, measure__facts=""), {"facts_for_order": "13(3)(a)"}, set()),
    # 13(1)(b): a court's own order, attached; the facts; the extent.
    (but(ENFORCE, measure__order_annex=""), {"order_attached": "13(3)(b)"}, set()),
    (but(ENFORCE, annexes=[]), {"order_attached": "13(3)(b)"}, set()),
    (but(ENFORCE, measure__order_court=" "), {"order_by_court": "13(1)(b)"}, set()),
    (but(ENFORCE, measure__facts="", measure__extent=""), {"facts_of_order": "13(3)(b)", "extent": "13(3)(b)"}, set()),
    (but(ENFORCE, property=[]), {}, {"property_identified"}),
    (but(ENFORCE, annexes=[ORDER | {"form": "copy"}]), {}, {"order_admissible"}),
    (but(ENFORCE, measure__enforceable=False, measure__order_on=None, measure__order_currency="", measure__notice=""),
     {}, {"order_enforceable", "order_identified", "order_amount", "third_party_notice"}),
    (but(ENFORCE, measure__in_absentia=True, measure__safeguards=""), {}, {"in_absentia"}),
    # 13(2): the facts, and the actions requested. A freeze may go without property identified (invariant 9).
    (but(FREEZE, measure__facts=""), {"facts_relied": "13(3)(c)"}, set()),
    (but(TRACE, measure__actions=""), {"actions": "13(3)(c)", "measure_sought": "18(15)(d)"}, set()),
    (but(FREEZE, property=[]), {}, {"property_identified"}),
    (but(TRACE, property=[]), {}, set()),
    (but(FREEZE, measure__dissipation="", measure__duration="", measure__third_parties=""), {},
     {"dissipation", "duration", "third_parties"}),
    # Whatever the stage: one is chosen; each asset is located, explained and linked.
    (but(measure__stage=""), {"stage": "this system"}, set()),
    (but(measure__stage="seize"), {"stage": "this system"}, set()),
    (but(property=[PROPERTY | {"location": "", "country": "", "theory": "", "persons": [], "offences": []}]), {},
     {"property_located", "property_theory", "property_linked"}),
    (but(property=[PROPERTY | {"persons": []}]), {}, set()),
    # A return that is asked says for whom (14(2)).
    (but(disposal__asked=True), {}, {"return_for"}),
    (but(disposal__asked=True, disposal__owners="A"), {}, set()),
    # The rest is Art. 18(15) as of any request.
    (but(facts__summary="", purpose__text=""), {"facts": "18(15)(c)", "purpose": "18(15)(f)"}, {"annexes_cited"}),
    # On another basis no article of the Convention is cited.
    (but(ENFORCE, measure__extent="", regime=TREATY), {"extent": "this system"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("", {"stage"}),
        (TRACE, {"stage", "actions", "facts", "here_only"}),
        (FREEZE, {"stage", "actions", "facts", "here_only", "dissipation", "duration", "management", "third_parties"}),
        (OBTAIN, {"stage", "actions", "facts", "here_only", "management", "third_parties"}),
        (ENFORCE, set(content.SECTIONS["measure"]) - {"dissipation", "duration"}),
    ],
)
def test_what_the_measure_says_at_a_stage(stage, said):
    written = dict.fromkeys(content.SECTIONS["measure"], "x") | {"stage": stage}
    told = content.said(written)
    assert told.keys() == written.keys()
    assert {name for name in told if content.asks(stage, name)} == said
    assert {name for name in told if told[name] == "x"} == said - {"stage"}


# On a good way a request comes to what its stage asks, and no further; before a stage is chosen all of it is shown.
@pytest.mark.parametrize(
    ("stage", "comes_to"),
    [
        (TRACE, ("tracing", "traced")),
        (FREEZE, ("freeze_pending", "frozen")),
        (OBTAIN, ("court_phase", "confiscated", "disposed")),
        (ENFORCE, ("court_phase", "confiscated", "disposed")),
    ],
)
def test_the_way_of_a_request_at_its_stage(stage, comes_to):
    way = [state for state in KIND.path if state not in KIND.avoided(but(stage))]
    after = way.index("examination") + 1
    assert tuple(way[after:]) == (*comes_to, "closed")
    assert not KIND.avoided(but(measure__stage=""))


@pytest.mark.parametrize(("label", "cited"), [("A", True), ("", False)])
def test_the_order_that_is_named_is_an_annex_that_the_text_speaks_of(label, cited):
    found = content.complete.check(
        facts(content=but(ENFORCE, facts__summary="Nothing more.", measure__order_annex=label))
    )
    assert ("content.annexes_cited.given" in {finding.code for finding in found}) is cited


@pytest.mark.parametrize(("given", "closes", "warns"), CONTAINED)
def test_what_a_request_contains(given, closes, warns):
    found = list(content.complete.check(facts(content=given)))
    assert {f.code.split(".")[1]: f.article for f in found if f.closes} == closes
    assert {f.code.split(".")[1] for f in found if f.weight is Weight.WARNS} == warns
    assert all(f.article == "good practice" for f in found if f.weight is Weight.WARNS)


# Only what is asked at the stage counts, by its letter of Art. 13: (stage, articles).
@pytest.mark.parametrize(
    ("stage", "articles"),
    [
        (OBTAIN, {"13(3)(a)": (2, 2)}),
        (ENFORCE, {"13(1)(b)": (1, 1), "13(3)(b)": (3, 3)}),
        (FREEZE, {"13(3)(c)": (2, 2)}),
        (TRACE, {"13(3)(c)": (2, 2)}),
    ],
)
def test_the_score_by_article(stage, articles):
    lines = score(complete(stage), "Ministry", KIND.requirements)
    assert {line.article: (line.given, line.asked) for line in lines if line.article.startswith("13")} == articles
    assert {line.strength for line in lines if line.article.startswith("13")} == {"required"}
    assert [line.article for line in lines][:6] == [f"18(15)({letter})" for letter in "abcdef"]


# Art. 13(1) reaches a covered offence and property in the requested State; what falls short warns: (content, warns).
SUSPECTED = {"group": cases.empty()["group"] | {"grounds": "reports"}}
ABROAD = [PROPERTY, PROPERTY | {"label": "V2", "country": "CHE"}, PROPERTY | {"label": "V3", "country": ""}]
REACHED = [
    (complete(OBTAIN), set()),
    (but(OBTAIN, **SUSPECTED), {"recovery.scope.suspected"}),
    (but(FREEZE, **SUSPECTED), set()),
    (but(ENFORCE, property=ABROAD), {"recovery.property.elsewhere"}),
    (but(TRACE, property=ABROAD), set()),
    (but(ENFORCE, property=ABROAD, regime=TREATY), set()),
]


@pytest.mark.parametrize(("given", "warns"), REACHED)
def test_what_the_article_reaches(given, warns):
    for rule in (scope.in_scope, scope.in_scope_kept):
        found = {code for code in warned(rule, facts(content=given)) if code.startswith("recovery.")}
        assert (closed(rule, facts(content=given)), found) == (set(), warns)


def test_an_offence_that_is_not_covered_closes():
    given = but(OBTAIN, offences=[cases.offence(3, category="")])
    assert closed(scope.in_scope, facts(content=given)) == {"scope.offence.light"}


# Art. 18's grounds hold through 13(3); that the offence is not covered is 13(7)'s own: (guard, changes, codes).
GROUNDS = [
    (grounds.consultation_stated, {"grounds": ["essential_interests"]}, set()),
    (grounds.consultation_stated, {"grounds": ["not_covered"]}, set()),
    (grounds.consultation_stated, {"grounds": ["not_covered", "legal_system"]}, set()),
    (grounds.consultation_stated, {"grounds": ["not_covered"], "reply_on": ""}, {"step.reply_on.missing"}),
    (grounds.consultation_stated, {"grounds": ["not_covered", "fiscal"]}, {"refusal.never.fiscal"}),
    (grounds.consultation_stated, {"grounds": ["bank_secrecy"]}, {"refusal.never.bank_secrecy"}),
    (grounds.consultation_stated, {"grounds": ["outside_scope"]}, {"recovery.ground.outside_scope"}),
    (grounds.consultation_stated, {"grounds": []}, {"step.grounds.missing"}),
    (grounds.ground_permitted, {"ground": "essential_interests"}, set()),
    (grounds.ground_permitted, {"ground": "bank_secrecy"}, {"refusal.never.bank_secrecy"}),
    (grounds.ground_permitted, {"ground": "fiscal"}, {"refusal.never.fiscal"}),
    (grounds.ground_permitted, {"ground": "not_covered"}, {"recovery.ground.by_its_own_step"}),
    (grounds.ground_permitted, {"ground": "outside_scope"}, {"recovery.ground.by_its_own_step"}),
    (grounds.not_covered, {"explanation": " "}, {"recovery.explanation.missing"}),
    (grounds.not_covered, {}, set()),
    # A court's denial has its reasons too, and never rests on bank secrecy (12(6)) or solely on fiscal matters.
    (grounds.denial_explained, {"ground": "evidence"}, set()),
    (grounds.denial_explained, {"ground": "costs"}, {"recovery.denial.ground"}),
    (grounds.denial_explained, {"ground": "bank_secrecy"}, {"refusal.never.bank_secrecy"}),
    (grounds.denial_explained, {"ground": "fiscal", "authority": "", "decided_on": ""},
     {"refusal.never.fiscal", "recovery.authority.missing", "recovery.decided_on.missing"}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes", "codes"), GROUNDS)
def test_grounds(rule, changes, codes):
    assert closed(rule, told(**changes)) == codes


def test_on_another_basis_a_consultation_has_its_own_grounds():
    known = facts(content=but(regime=TREATY), data=ANSWERS | {"grounds": ["not_covered"]})
    assert closed(grounds.consultation_stated, known) == {"refusal.ground.other_basis"}


# 12(6): bank secrecy is no reason for want of records, and the article on confiscation says so itself.
def test_bank_secrecy_cites_the_article_on_records():
    [found] = closing(grounds.never("bank_secrecy", "step.ground"))
    assert found.article == "12(6); 18(8)"
    assert [f.article for f in grounds.never("fiscal", "step.ground")] == ["18(22)"]


# What was found at receipt is held up to a refusal under 13(7).
@pytest.mark.parametrize(("code", "warns"), [("receipt.in_scope", {"recovery.ground.was_covered"}),
                                             ("receipt.out_of_scope", set())])  # fmt: skip
def test_a_refusal_of_what_was_covered(code, warns):
    assert warned(grounds.not_covered, facts(kept=(Finding(code, "3", Weight.HOLDS),))) == warns


# 13(7) needs no consultation by 18(26), but reasons by 18(23); none held only warns.
def test_a_refusal_under_the_article_without_consultation():
    step = KIND.step("refuse_not_covered")
    known = facts(course=Course())
    assert not [f for rule in step.guards for f in closing(rule.check(known))]
    assert "consultation.advised" in {f.code for rule in step.guards for f in rule.check(known)}
    unsaid = replace(known, data=ANSWERS | {"reasons": ""})
    assert [f.article for rule in step.guards for f in closing(rule.check(unsaid))] == ["18(23)"]


def test_the_matrix_of_assets():
    rows = {g.name: (g.use, g.article, g.consult, g.stands) for g in grounds.matrix(None, cases.DAY)}
    assert rows["not_covered"] == ("refuse", "13(7)", "good practice", "open")
    assert rows["essential_interests"] == ("refuse", "18(21)(b)", "shall", "consult")
    assert rows["bank_secrecy"][0] == rows["fiscal"][0] == "never"
    assert "outside_scope" not in rows


# The answers of each step and the codes that close it when one is missing or wrong: (guard, changes, codes).
ANSWERED = [
    # What was traced is listed, or what was searched in vain is said (13(2)); bank secrecy is no obstacle (12(6)).
    (orders.tracing_told, {"assets": [{"label": "V1"}], "new": [{"label": "", "description": ""}]},
     {"recovery.assets.outcome", "recovery.new.label", "recovery.new.description"}),
    (orders.tracing_told, {"assets": [], "new": []}, set()),
    (orders.tracing_told, {"assets": [], "new": [], "searched": " "}, {"recovery.searched.missing"}),
    (orders.tracing_told, {"assets": [{"label": "V1", "outcome": "not_found"}], "new": [], "searched": ""}, set()),
    (orders.tracing_told, {"obstacle": "bank_secrecy"}, {"refusal.never.bank_secrecy"}),
    (orders.tracing_told, {"obstacle": "costs"}, {"recovery.obstacle.unknown"}),
    (orders.tracing_told, {"obstacle": "not_held"}, set()),
    # A freeze is an order of a court or authority (2(f)); its lapse is told with the law behind it.
    (orders.freeze_ordered, {"assets": [], "order_number": "", "authority": "", "ordered_on": ""},
     {"recovery.assets.none", "recovery.order_number.missing", "recovery.authority.missing",
      "recovery.ordered_on.missing"}),
    (orders.freeze_ordered, {"scope": "", "lapse_rule": "", "law": ""},
     {"recovery.scope.missing", "recovery.lapse_rule.missing", "recovery.law.missing"}),
    (orders.freeze_ordered, {"lapses_on": "", "needed": "", "needed_by": ""}, set()),
    (orders.freeze_ordered, {"lapses_on": "2026-03-09", "needed_by": ""}, {"recovery.lapses_on.before"}),
    (orders.freeze_ordered, {"needed_by": "2027-03-11"}, {"recovery.needed_by.after_lapse"}),
    (orders.freeze_ordered, {"needed": ""}, {"recovery.needed.missing"}),
    # A longer freeze is asked with reasons and facts that still stand, and given by an order and a law.
    (orders.still_justified, {"until_on": "", "reason": "", "facts_stand": False},
     {"recovery.until_on.missing", "recovery.reason.missing", "recovery.facts_stand.missing"}),
    (orders.extended, {"assets": [], "authority": "", "ordered_on": "", "lapse_rule": "", "law": ""},
     {"recovery.assets.none", "recovery.authority.missing", "recovery.ordered_on.missing",
      "recovery.lapse_rule.missing", "recovery.law.missing"}),
    (orders.extended, {"lapses_on": "", "needed_by": ""}, set()),
    # A lifting says why and since when; that the requesting State was heard is good practice.
    (orders.lift_explained, {"assets": [], "cause": "", "explanation": "", "lifted_on": ""},
     {"recovery.assets.none", "recovery.cause.missing", "recovery.explanation.missing", "recovery.lifted_on.missing"}),
    (orders.lift_explained, {}, set()),
    # A confiscation is an order of a court or authority, asset by asset (2(g), 13(1)).
    (orders.confiscation_told, {"assets": [], "order_number": "", "court": "", "ordered_on": ""},
     {"recovery.assets.none", "recovery.order_number.missing", "recovery.court.missing",
      "recovery.ordered_on.missing"}),
    (orders.confiscation_told, {"assets": [{"label": "", "extent": "most"}]},
     {"recovery.assets.label", "recovery.assets.extent"}),
    # One order in several States: all told (good practice).
    (orders.others_told, {"states": [], "apportionment": ""},
     {"recovery.states.none", "recovery.apportionment.missing"}),
    (orders.recovery_told, {"state": "", "amount": "", "currency": "", "recovered_on": ""},
     {"recovery.state.missing", "recovery.amount.missing", "recovery.currency.missing",
      "recovery.recovered_on.missing"}),
    # Third parties in good faith (12(8), 13(8)): notice, claims, decisions.
    (interests.notice_given, {"persons": [], "manner": "", "notified_on": ""},
     {"recovery.persons.none", "recovery.manner.missing", "recovery.notified_on.missing"}),
    (interests.notice_given, {"persons": [{}]}, {"recovery.persons.name", "recovery.persons.interest"}),
    (interests.claims_stated, {"claims": []}, {"recovery.claims.none"}),
    (interests.claims_stated, {"claims": [{}]},
     {"recovery.claims.label", "recovery.claims.claimant", "recovery.claims.assets", "recovery.claims.right"}),
    # Confiscated property is disposed of by the law here (14(1)): what it brought, what goes where and to whom.
    (disposing.realisation_told, {"assets": [{}], "realised_on": ""},
     {"recovery.assets.label", "recovery.assets.amount", "recovery.assets.costs", "recovery.assets.currency",
      "recovery.realised_on.missing"}),
    (disposing.disposed, {"lines": []}, {"recovery.lines.none"}),
    (disposing.disposed, {"lines": [{}]},
     {"recovery.lines.label", "recovery.lines.to"}),
    # Return is for victims or owners (14(2)), its consideration is recorded.
    (disposing.return_stated, {"victims": "", "owners": ""}, {"recovery.return.nobody"}),
    (disposing.return_stated, {"victims": "", "owners": "the firm"}, set()),
    (disposing.return_considered, {"outcome": "", "law": ""}, {"recovery.return.outcome", "recovery.law.missing"}),
    (disposing.return_considered, {"outcome": "none", "reasons": ""}, {"recovery.reasons.missing"}),
    (disposing.return_considered, {"outcome": "part"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes", "codes"), ANSWERED, ids=lambda v: getattr(v, "name", None))
def test_what_a_step_must_say(rule, changes, codes):
    assert closed(rule, told(**changes)) == codes


# To hear the requesting State before a freeze is lifted is good practice, where the law allows it.
def test_whether_it_was_heard():
    assert warned(orders.lift_explained, told(cause="court", heard="")) == {"recovery.heard.missing"}
    assert not warned(orders.lift_explained, told(cause="court"))


# A line names its beneficiary, by the paragraph of its way; what is kept or covers costs needs none (14(1)-(3)).
@pytest.mark.parametrize(
    ("way", "articles"),
    [("returned", ["14(2)"]), ("shared", ["14(3)(b)"]), ("contributed", ["14(3)(a)"]), ("retained", []), ("costs", [])],
)
def test_who_receives_it(way, articles):
    line = {"label": "V1", "to": way, "amount": "1.00", "currency": "USD"}
    assert [f.article for f in closing(disposing.disposed.check(told(lines=[line])))] == articles
    assert not closed(disposing.disposed, told(lines=[line | {"beneficiary": "the depositors"}]))


# What each stage lets be done (13(1), 13(2)): (guard, stages at which it is open).
@pytest.mark.parametrize(
    ("rule", "stages"),
    [
        (orders.freeze_asked, {FREEZE, OBTAIN, ENFORCE}),
        (orders.confiscation_asked, {OBTAIN, ENFORCE}),
        (orders.enforcement_asked, {ENFORCE}),
        (orders.freeze_only, {TRACE, FREEZE}),
    ],
    ids=lambda v: getattr(v, "name", None),
)
def test_what_the_stage_lets_be_done(rule, stages):
    assert {stage for stage in STAGES if not closed(rule, facts(content=complete(stage)))} == stages


# What must have happened before: (guard, recovery, codes).
HAPPENED = [
    (orders.extension_asked, NOTHING, {"recovery.nothing_waits"}),
    (orders.extension_asked, RECOVERY, set()),
    # Nothing is confiscated while a claim waits (12(8), 13(8)).
    (interests.interests_heard, Recovery(claims=(CLAIM,)), {"recovery.claims.undecided"}),
    (interests.interests_heard, Recovery(notified=True), set()),
    # What is confiscated whole is not confiscated again; what is left of it keeps the case open (14(1)).
    (counting.not_taken_yet, recovery([TAKEN]), {"assets.confiscated.twice"}),
    (
        counting.not_taken_yet,
        recovery([entry("report_confiscation", assets=[{"label": "V1", "extent": "part"}])]),
        set(),
    ),
    (counting.nothing_left, recovery([TAKEN]), {"assets.disposal.left"}),
    (counting.nothing_left, NOTHING, set()),
    (interests.interests_heard, NOTHING, set()),
    (interests.claims_answered, NOTHING, {"recovery.claims.none_wait"}),
    (interests.claims_answered, Recovery(claims=(CLAIM,)), set()),
    (interests.claims_answered, Recovery(claims=({"label": "K2"},)), {"recovery.decisions.unknown"}),
    # Return that was not asked is not considered.
    (disposing.return_considered, NOTHING, {"recovery.return.not_asked"}),
    # Two States share by agreement: one proposes, the other answers (14(3)(b)).
    (disposing.sharing_free, RECOVERY, {"recovery.sharing.proposed_already"}),
    (disposing.sharing_free, NOTHING, set()),
]


@pytest.mark.parametrize(("rule", "before", "codes"), HAPPENED)
def test_what_must_have_happened(rule, before, codes):
    assert closed(rule, facts(recovery=before)) == codes


# A freeze holds until and on its last day, whatever else is done: (history, what of V1 and V2 is frozen).
BOTH = frozen("V1", "V2")
HELD = [
    ([], []),
    ([frozen("V1", lapses_on="")], ["V1"]),
    ([frozen("V1", lapses_on="2026-03-12")], ["V1"]),
    ([frozen("V1", lapses_on="2026-03-11")], []),
    ([BOTH], ["V1", "V2"]),
    ([BOTH, entry("lift_freeze", assets=["V1"])], ["V2"]),
    ([frozen("V1", lapses_on="2026-03-11"), frozen("V2")], ["V2"]),
]


@pytest.mark.parametrize(("entries", "alive"), HELD)
def test_what_is_frozen_on_the_day(entries, alive):
    known = facts(recovery=recovery(entries), data={"assets": ["V1", "V2"]})
    assert holding.held(known) == alive
    assert closed(holding.freeze_held, known) == (set() if alive else {"recovery.freeze.none"})
    codes = [f.values["label"] for f in closing(holding.assets_held("ordered_on").check(known))]
    assert codes == [label for label in ("V1", "V2") if label not in alive]
    assert closed(holding.nothing_frozen, known) == ({"recovery.freeze.still_held"} if alive else set())
    assert closed(holding.nothing_undone, known) == ({"recovery.freeze.still_held"} if alive else set())


# A freeze lapses by the day of the State that ordered it, whatever day it is where the step is taken: (that day, held).
@pytest.mark.parametrize(("there", "held"), [("2026-03-11", ["V1"]), ("2026-03-12", ["V1"]), ("2026-03-13", [])])
@pytest.mark.parametrize("here", ["2026-03-12", "2026-03-13"])
def test_a_freeze_lapses_where_it_was_ordered(here, there, held):
    day, requested_day = dt.date.fromisoformat(here), dt.date.fromisoformat(there)
    before = recovery([frozen("V1", lapses_on="2026-03-12")])
    known = facts(day=day, requested_day=requested_day, recovery=before, data={"assets": ["V1"]})
    assert holding.held(known) == held
    assert bool(closed(holding.nothing_undone, known)) is bool(held)
    assert bool(closed(holding.assets_held("ordered_on"), known)) is not bool(held)


# What was ordered in time and reported later counts; what would have no effect is not taken: (day of the order, codes).
@pytest.mark.parametrize(
    ("on", "codes"),
    [
        ("2026-02-28", {"assets.freeze.none"}),
        ("2026-03-01", set()),
        ("2026-03-11", set()),
        ("2026-03-12", {"assets.freeze.lapsed_before"}),
        ("", {"assets.freeze.lapsed_before"}),
    ],
)
@pytest.mark.parametrize("name", ["ordered_on", "lifted_on"])
def test_a_freeze_is_changed_on_the_day_of_the_order(name, on, codes):
    before = recovery([frozen("V1", lapses_on="2026-03-11")])
    known = facts(recovery=before, data={"assets": ["V1"], name: on})
    assert closed(holding.assets_held(name), known) == codes


# What is confiscated whole is held by that order, what is confiscated in part by the freeze still.
@pytest.mark.parametrize(("extent", "held"), [("whole", ["V2"]), ("part", ["V1", "V2"])])
def test_a_confiscation_takes_the_place_of_the_freeze(extent, held):
    order = entry("report_confiscation", assets=[{"label": "V1", "extent": extent}])
    assert holding.held(facts(recovery=recovery([BOTH, order]))) == held


# A longer freeze ends later than the one before.
@pytest.mark.parametrize(("day", "codes"), [("2026-09-12", {"assets.freeze.not_longer"}), ("2026-09-13", set()),
                                            ("", set())])  # fmt: skip
def test_a_longer_freeze_is_longer(day, codes):
    known = facts(data={"assets": ["V1"], "lapses_on": day})
    assert closed(holding.held_longer, known) == codes


# Steps by the numbers: (guard, history, changes of the answers, codes).
LINE = {"label": "V1", "to": "returned", "currency": "USD"}
COUNTED = [
    (counting.listed("assets"), [], {"assets": [{"label": "V9"}]}, {"assets.label.unknown"}),
    (counting.listed("assets"), [], {}, set()),
    (counting.new_labels, [], {"new": [{"label": "V1"}]}, {"assets.label.twice"}),
    (counting.new_labels, [], {}, set()),
    (counting.readable("lines", "amount"), [], {"lines": [LINE | {"amount": "much"}]}, {"assets.amount.unreadable"}),
    (counting.sum_readable, [], {"amount": "1,5"}, {"assets.sum.unreadable"}),
    (counting.sum_readable, [], {"currency": ""}, {"assets.sum.currency"}),
    (counting.order_readable, [], {"order_amount": "much", "order_currency": "USD"}, {"assets.sum.unreadable"}),
    (counting.order_readable, [], {"order_amount": "1.001", "order_currency": "USD"}, {"assets.sum.finer"}),
    (counting.order_readable, [], {"order_amount": "1.00", "order_currency": ""}, {"assets.sum.currency"}),
    (counting.sum_readable, [], {}, set()),
    # What was not confiscated is neither sold nor disposed of, and no more goes than there is (14(1)).
    (counting.sold_after_confiscation, [], {}, {"assets.disposal.not_confiscated"}),
    (counting.sold_after_confiscation, [TAKEN], {}, set()),
    (counting.balanced, [], {}, {"assets.disposal.not_confiscated", "assets.disposal.asset_exceeded"}),
    (counting.balanced, [TAKEN], {}, set()),
    (counting.balanced, [TAKEN], {"lines": [LINE]}, {"assets.disposal.no_amount"}),
    (counting.balanced, [TAKEN], {"lines": [LINE | {"amount": "58400000.01"}]}, {"assets.disposal.asset_exceeded"}),
    (counting.balanced, [TAKEN], {"lines": [LINE | {"amount": "58400000.00"}]}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "entries", "changes", "codes"), COUNTED)
def test_the_numbers(rule, entries, changes, codes):
    assert closed(rule, facts(recovery=recovery(entries), data=ANSWERS | changes)) == codes


# An order names property: a freeze or a confiscation of none that is known is warned of, and closed by nothing.
@pytest.mark.parametrize(
    ("listed", "entries", "codes"),
    [
        ([], [], ["recovery.property.none_known"]),
        ([PROPERTY], [], []),
        ([], [entry("report_tracing", new=[{"label": "T1", "description": "a flat"}])], []),
    ],
)
def test_no_property_is_known(listed, entries, codes):
    found = list(counting.property_known.check(facts(content=but(property=listed), recovery=recovery(entries))))
    assert [one.code for one in found] == codes
    assert not closing(found)


# No more is recovered than the order names, here and in other States together (good practice).
@pytest.mark.parametrize(
    ("entries", "step", "codes"),
    [
        ([], "report_confiscation", set()),
        ([entry("report_recovery", amount="0.01", currency="USD", state="CHE")], "report_confiscation",
         {"assets.order.exceeded"}),
        ([], "report_recovery", set()),
        ([TAKEN], "report_recovery", {"assets.order.exceeded"}),
    ],
)  # fmt: skip
def test_no_more_than_the_order(entries, step, codes):
    known = facts(content=complete(ENFORCE), recovery=recovery(entries))
    assert closed(counting.within_order(step), known) == codes


# What is still frozen in a case that was closed in favour of this one keeps it open too: nobody else would lift it.
@pytest.mark.parametrize(("left", "codes"), [((), set()), (("V1", "T1"), {"recovery.freeze.left_behind"})])
def test_no_freeze_is_left_behind(left, codes):
    assert closed(holding.nothing_undone, facts(recovery=Recovery(), left_frozen=left)) == codes


def test_no_case_is_closed_with_an_obligation_undone():
    known = facts(recovery=NOTHING, ledger=Ledger((cases.owed(),)))
    assert closed(holding.nothing_undone, known) == {"obligation.undone"}
    assert closed(holding.obligations_done, replace(known, recovery=RECOVERY)) == {"obligation.undone"}


def test_third_parties_are_heard_or_none_is_known():
    known = facts(recovery=NOTHING, data=ANSWERS | {"none_known": False})
    assert closed(interests.interests_heard, known) == {"recovery.third_parties.unheard"}


# A right that was upheld in what is confiscated is pointed out (12(8), 13(8)): (outcome, property of the claim, said).
UPHELD = {"recovery.claims.upheld"}


@pytest.mark.parametrize(
    ("outcome", "assets", "codes"),
    [("upheld", "V1", UPHELD), ("in_part", "V2, V1", UPHELD), ("rejected", "V1", set()), ("upheld", "V2", set())],
)
def test_a_right_that_was_upheld_is_pointed_out(outcome, assets, codes):
    decided = entry("decide_claims", decisions=[{"label": "K1", "outcome": outcome, "reasons": "x"}])
    before = recovery([entry("record_claims", claims=[CLAIM | {"assets": assets}]), decided])
    assert warned(interests.interests_heard, facts(recovery=before)) == codes
    assert not closed(interests.interests_heard, facts(recovery=before))


# Of what paper tells, that something is left is said and closes nothing.
def test_what_is_left_of_what_paper_tells():
    known = facts(recovery=recovery([TAKEN]), on_paper=True)
    assert (warned(counting.nothing_left, known), closed(counting.nothing_left, known)) == (
        {"assets.disposal.left"}, set())  # fmt: skip


def test_a_decision_on_a_claim_has_an_outcome_and_reasons():
    known = facts(recovery=Recovery(claims=(CLAIM,)), data={"decisions": [{"label": "", "outcome": "", "reasons": ""}]})
    assert closed(interests.claims_answered, known) == {
        "recovery.decisions.label",
        "recovery.decisions.outcome",
        "recovery.decisions.reasons",
    }


def test_a_proposal_says_in_which_parts_and_by_which_agreement():
    known = facts(recovery=NOTHING, data={})
    assert closed(disposing.sharing_free, known) == {"recovery.sharing.agreement", "recovery.parts.missing"}


# Nobody agrees to a proposal of their own: (side that acts, codes).
@pytest.mark.parametrize(("side", "codes"), [("requested", {"recovery.sharing.own_proposal"}), ("requesting", set())])
def test_the_other_side_agrees(side, codes):
    assert closed(disposing.sharing_proposed, facts(side=side)) == codes
    assert closed(disposing.sharing_proposed, facts(side=side, recovery=NOTHING)) == {"recovery.nothing_waits"}


# An order that its own State can't enforce any more is given no effect (13(1)(b)); route (a) rests on none.
@pytest.mark.parametrize(("stage", "codes"), [(ENFORCE, {"recovery.order.unenforceable"}), (OBTAIN, set())])
def test_an_order_that_ended(stage, codes):
    assert closed(orders.order_stands, facts(content=complete(stage), recovery=Recovery(unenforceable=True))) == codes
    assert not closed(orders.order_stands, facts(content=complete(stage)))


# If so requested, return is considered first (14(2)): (asked by step, asked in the request, considered, way, codes).
UNCONSIDERED = {"recovery.return.not_considered"}
PRIORITY = [
    (False, False, False, "retained", set()),
    (True, False, False, "retained", UNCONSIDERED),
    (False, True, False, "shared", UNCONSIDERED),
    (True, False, False, "contributed", UNCONSIDERED),
    (True, False, False, "returned", set()),
    (True, True, True, "retained", set()),
]


@pytest.mark.parametrize(("by_step", "in_request", "considered", "way", "codes"), PRIORITY)
def test_return_is_considered_first(by_step, in_request, considered, way, codes):
    before = Recovery(return_asked=by_step, considered=considered)
    given = but(disposal__asked=in_request)
    known = facts(content=given, recovery=before, data={"lines": [{"to": way}]})
    assert closed(disposing.return_first, known) == codes


# Property is shared only with an agreement, regular or for this case (14(3)(b)): (way, accepted, named, codes).
SHARING = [
    ("shared", {}, "", {"recovery.sharing.no_agreement"}),
    ("shared", {}, "Agreement of 2009", set()),
    ("shared", {"parts": "one half each"}, "", set()),
    ("retained", {}, "", set()),
]


@pytest.mark.parametrize(("way", "accepted", "named", "codes"), SHARING)
def test_sharing_needs_an_agreement(way, accepted, named, codes):
    known = facts(recovery=Recovery(shared=accepted), data={"lines": [{"to": way}], "agreement": named})
    assert closed(disposing.sharing_agreed, known) == codes


PROPOSED = entry("propose_sharing", parts="one half each")
# What the history says: (entries, what is read of them).
READ = [
    ([], {}),
    ([entry("ask_extension", reason="x")], {"extension": {"reason": "x"}}),
    ([entry("ask_extension", reason="x"), entry("decline_extension")], {}),
    ([entry("notify_third_parties")], {"notified": True}),
    ([entry("record_claims", claims=[CLAIM])], {"claims": (CLAIM,)}),
    ([entry("record_claims", claims=[CLAIM]), entry("decide_claims", decisions=[{"label": "K1"}])], {}),
    ([entry("record_claims", claims=[CLAIM]), entry("decide_claims", decisions=[{"label": "K2"}])],
     {"claims": (CLAIM,)}),
    ([entry("record_claims"), entry("decide_claims")], {}),
    ([entry("notify_unenforceable")], {"unenforceable": True}),
    ([entry("ask_return")], {"return_asked": True}),
    ([entry("ask_return"), entry("consider_return")], {"return_asked": True, "considered": True}),
    ([entry("consider_return"), entry("ask_return")], {"return_asked": True}),
    ([PROPOSED], {"proposal": {"parts": "one half each", "side": "requested"}}),
    ([PROPOSED, entry("accept_sharing", "requesting")], {"shared": {"parts": "one half each", "accepted": True}}),
    ([PROPOSED, entry("decline_sharing")], {}),
    ([entry("accept_sharing")], {"shared": {"accepted": True}}),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "wanted"), READ)
def test_what_the_history_says(entries, wanted):
    assert recovery(entries) == replace(NOTHING, entries=tuple(entries), **wanted)


# Every shared row looks by the rules of Art. 13 (and a linked request opens beside a freeze or a tracing: A7).
def test_the_shared_rows_keep_no_rule_that_has_one_of_its_own():
    assert not {rule for step in KIND.steps for rule in step.guards} & set(RULES)
    assert {"traced", "frozen"} == OPENED_FROM
    assert not UNDER_WAY & {"closed", "refused", "withdrawn", "abandoned", "new"}


# A7: a freeze is closed in favour of a linked request that was sent, and of no other words.
@pytest.mark.parametrize(("linked", "said", "codes"), [
    (("AST-2",), "AST-2", set()), (("AST-2", "AST-3"), "AST-3", set()),
    (("AST-2",), "", {"recovery.followed_by.missing"}), (("AST-2",), "AST-9", {"recovery.followed_by.missing"}),
    ((), "AST-2", {"recovery.followed_by.not_sent"}), ((), "", {"recovery.followed_by.not_sent"}),
])  # fmt: skip
def test_what_follows_a_freeze(linked, said, codes):
    assert closed(orders.followed, facts(confiscations=linked, data={"followed_by": said})) == codes


# What tracing found is used for the proceeding stated, and for another with consent (18(19) through 13(3)).
@pytest.mark.parametrize(("basis", "article"), [("UNTOC", "18(19)"), ("TREATY", "good practice")])
def test_what_was_traced_has_limits_of_use(basis, article):
    sent = entry("transmit", "requesting") | {"set": {"sent_version": 1}}
    told = enumerate([sent, entry("report_tracing", use_limits="for the proceeding")], 1)
    made = ledger(told, {1: but(regime__basis=basis)})
    [owed] = made.obligations
    assert (owed.sort, owed.article, owed.holder, owed.text) == (
        Sort.USE_LIMITATION,
        article,
        "requesting",
        "for the proceeding",
    )
    assert (owed.status, made.sent) == (Status.STANDING, True)


# A freeze outlives the case that a confiscation follows: it is still extended, and lifted (A5, A6, A7).
@pytest.mark.parametrize("step", ["extend_freeze", "lift_freeze", "ask_extension", "decline_extension"])
def test_a_freeze_outlives_its_case(step):
    assert {"closed", "withdrawn", "refused", "court_phase", "disposed"} <= set(KIND.step(step).sources)
