"""Extradition (Art. 16): tables of law, the rule above its rows."""

import datetime as dt
from dataclasses import replace

import pytest

from mla.domain import basis
from mla.domain.agreements import Subject
from mla.domain.course import Course
from mla.domain.declarations import Declarations, Notice
from mla.domain.extradition import arranging, assurances, content, deciding, grounds, legal, nationality, provisional
from mla.domain.extradition import scope as reach
from mla.domain.extradition.pursuit import Pursuit, pursuit
from mla.domain.findings import Finding, Weight, closing
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST
from mla.domain.obligations import Ledger, Sort, ledger, rules

from . import cases
from .extradition_cases import (
    ANSWERS,
    PURSUIT,
    agreement,
    but,
    complete,
    convicted,
    facts,
    on_treaty,
    owed,
)

NOTHING = Pursuit()


def closed(rule, known) -> set[str]:
    """The codes of what keeps the step closed."""
    return {f.code for f in closing(rule.check(known))}


def told(**answers):
    """Facts with the answers of all forms, changed."""
    return facts(data=ANSWERS | answers)


# The answers of each step and the codes that close it when one is missing or wrong: (guard, changes, codes).
ANSWERED = [
    # For each offence it is said whether it is punishable in both States, and by which law (16(1)).
    (deciding.dual_assessed, {"assessments": []}, {"step.assessments.missing"}),
    (deciding.dual_assessed, {"assessments": [{"label": "O1", "punishable": "yes", "law": " "},
                                              {"label": "O2", "punishable": "no", "law": "Code 1"}]},
     {"step.assessments.no_law"}),
    # Each offence is granted or refused, a refusal with its reason; at least one is granted (16(1), (2)).
    (deciding.offences_decided, {"decisions": []}, {"step.decisions.undecided", "step.decisions.none_granted"}),
    (deciding.offences_decided, {"decisions": [{"label": "O1", "decision": "granted"},
                                               {"label": "O2", "decision": "refused", "reasons": ""}]},
     {"step.decisions.no_reason"}),
    (deciding.offences_decided, {"decisions": [{"label": n, "decision": "refused", "reasons": "x"}
                                               for n in ("O1", "O2")]}, {"step.decisions.none_granted"}),
    # Fair treatment is recorded (16(13)).
    (deciding.treated_fairly, {"rights": " "}, {"step.rights.missing"}),
    # Conditions are in words, and one to return ends with the return (16(7), (11)).
    (deciding.conditions_listed, {"conditions": []}, {"step.conditions.none"}),
    (deciding.conditions_listed, {"conditions": [{"text": "", "returns": True, "lasting": True}]},
     {"step.conditions.no_words", "step.conditions.return_ends"}),
    (deciding.conditions_listed, {"reply_on": ""}, {"step.reply_on.none"}),
    (deciding.conditions_listed, {"reply_on": "2026-03-11"}, {"step.reply_on.past"}),
    # Conditions are accepted as a whole (16(7), (11)).
    (deciding.undertaken, {"accepted": []}, {"step.accepted.condition"}),
    # A ground is one of those of the article; never fiscal matters alone (16(15)); a condition cites its law (16(7)).
    (grounds.ground_permitted, {"ground": "fiscal"}, {"surrender.ground.fiscal"}),
    (grounds.ground_permitted, {"ground": "nationality"}, {"surrender.ground.by_its_own_step"}),
    (grounds.ground_permitted, {"ground": ""}, {"surrender.ground.missing"}),
    (grounds.ground_permitted, {"ground": "costs"}, {"surrender.ground.missing"}),
    (grounds.ground_permitted, {"provision": ""}, {"step.provision.missing"}),
    (grounds.ground_permitted, {"ground": "discrimination", "provision": ""}, set()),
    (grounds.consultation_stated, {"grounds": []}, {"step.grounds.none"}),
    (grounds.consultation_stated, {"grounds": ["fiscal"]}, {"surrender.ground.fiscal"}),
    (grounds.consultation_stated, {"reply_on": "2026-03-11"}, {"step.reply_on.past"}),
    # A refusal for nationality establishes it, and rests on nothing else (16(10)).
    (nationality.national, {"nationality_shown": "", "sole_ground": False},
     {"step.nationality_shown.missing", "step.sole_ground.missing"}),
    (nationality.submitted, {"authority": "", "submitted_on": None},
     {"step.authority.unsaid", "step.submitted_on.unsaid"}),
    # Enforcement here is considered under the law here (16(12)).
    (nationality.enforcement_decided, {"enforced": ""}, {"step.enforced.missing"}),
    (nationality.enforcement_decided, {"enforced": "no", "reasons": ""}, {"step.reasons.untold"}),
    (nationality.enforcement_decided, {"enforced": "no"}, set()),
    (nationality.enforcement_decided, {"enforced": "in_part", "reasons": " "}, {"step.reasons.untold"}),
    (nationality.enforcement_decided, {"enforced": "in_part"}, set()),
    (nationality.enforcement_decided, {"enforced": "yes", "reasons": ""}, set()),
    (nationality.enforcement_decided, {"law": ""}, {"step.law.missing"}),
    (nationality.sentence_imposed, {}, {"surrender.national.no_sentence"}),
    # An assurance is specific, and says who can bind the State (16(7)).
    (assurances.concern_stated, {"assurance": "", "concern": "", "provision": "", "wanted": "", "reply_on": ""},
     {"step.assurance.missing", "step.concern.unsaid", "step.provision.unsaid", "step.wanted.unsaid",
      "step.reply_on.none"}),
    (assurances.assurance_specific, {"undertaking": "", "binding_authority": "", "monitor": ""},
     {"step.undertaking.unsaid", "step.binding_authority.unsaid", "step.monitor.unsaid"}),
    # Simplified extradition needs the person's informed consent before a judge (domestic law or treaty).
    (arranging.consent_informed, {"judge": "", "counsel": "", "provision": "", "consented_on": None, "informed": False},
     {"step.judge.unsaid", "step.counsel.unsaid", "step.provision.unsaid", "step.consented_on.unsaid",
      "step.informed.missing"}),
    # Surrender waits for a proceeding or a sentence here, until a day of review (16(7)).
    (arranging.postponed_for, {"obstacle": "", "provision": "", "explanation": "", "review_on": ""},
     {"step.obstacle.missing", "step.provision.unsaid", "step.explanation.unsaid", "step.review_on.unsaid"}),
    (arranging.postponed_for, {"review_on": "2026-03-11"}, {"step.day.past"}),
    (arranging.returned_by, {"terms": "", "provision": "", "return_on": ""},
     {"step.terms.unsaid", "step.provision.unsaid", "step.return_on.unsaid"}),
    (arranging.arranged, {"place": "", "hour": "", "escort": "", "surrender_on": "2026-03-11"},
     {"step.place.unsaid", "step.hour.unsaid", "step.escort.unsaid", "step.day.past"}),
    (arranging.handed_over, {"health": ""}, {"step.health.unsaid"}),
    (arranging.custody_told, {"custody_days": None}, {"step.custody_days.unsaid"}),
    (arranging.custody_told, {"custody_days": 0}, set()),
    # After surrender, consent to another prosecution is asked by the rule that asks it, and answered with reasons.
    (arranging.offences_outside, {"offence": "", "facts_of_offence": "", "rule": ""},
     {"step.offence.unsaid", "step.facts_of_offence.unsaid", "step.rule.unsaid"}),
    (arranging.speciality_asked, {"consent": ""}, {"step.consent.missing"}),
    (arranging.speciality_asked, {"consent": "no", "explanation": ""}, {"step.explanation.unsaid"}),
    # Provisional arrest: the person is there; the term for the documents is somebody's rule, never the Convention's.
    (provisional.person_present, {"present": False}, {"step.present.missing"}),
    (provisional.arrest_ordered, {"ordered_by": "", "arrested_on": None, "law": "", "rule": "", "documents_by": ""},
     {"step.ordered_by.unsaid", "step.arrested_on.unsaid", "step.law.unsaid", "step.rule.unsaid",
      "step.documents_by.unsaid"}),
    (provisional.arrest_ordered, {"documents_by": "2026-01-31"}, {"step.documents_by.before"}),
    (provisional.clock_moved, {"documents_by": "2026-03-11"}, {"step.documents_by.not_later"}),
    (provisional.may_end, {"cause": ""}, {"step.cause.missing"}),
    (provisional.may_end, {"cause": "released", "explanation": ""}, {"step.explanation.unsaid"}),
    (provisional.may_end, {"cause": "released"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes", "codes"), ANSWERED, ids=lambda v: getattr(v, "name", None))
def test_what_a_step_must_say(rule, changes, codes):
    assert closed(rule, told(**changes)) == codes


# What must have happened before: (guard, pursuit, codes). Nothing waits, or the day has not passed.
HAPPENED = [
    (deciding.undertaken, NOTHING, {"surrender.offer.none"}),
    (deciding.undertaken, Pursuit(offer={"files": []}), {"surrender.offer.untold"}),
    (deciding.offer_unanswered, NOTHING, {"surrender.nothing_waits"}),
    (deciding.offer_unanswered, Pursuit(offer={"reply_on": "2026-03-12"}), {"surrender.reply_awaited"}),
    (deciding.offer_unanswered, Pursuit(offer={"reply_on": "2026-03-11"}), set()),
    (deciding.offer_unanswered, Pursuit(offer={"conditions": []}), set()),
    (assurances.assurance_specific, NOTHING, {"surrender.nothing_waits"}),
    (assurances.assurance_unanswered, NOTHING, {"surrender.nothing_waits"}),
    (arranging.arrangement_waits, NOTHING, {"surrender.arrangement.none_waits"}),
    (arranging.arrangement_waits, PURSUIT, {"surrender.arrangement.none_waits"}),
    (arranging.arrangement_waits, replace(PURSUIT, agreed=False), set()),
    (arranging.arrangement_agreed, replace(PURSUIT, agreed=False), {"surrender.arrangement.not_agreed"}),
    (arranging.was_surrendered, NOTHING, {"surrender.speciality.not_surrendered"}),
    (arranging.speciality_free, PURSUIT, {"surrender.speciality.asked_already"}),
    (arranging.speciality_free, NOTHING, set()),
    (arranging.speciality_asked, NOTHING, {"surrender.nothing_waits"}),
    (arranging.offences_outside, NOTHING, set()),
    # The arrest ends when its term has passed without the formal request; not on the last day of the term.
    (provisional.may_end, PURSUIT, set()),
    (provisional.may_end, replace(PURSUIT, documents_by="2026-03-12"), {"surrender.arrest.time_runs"}),
    (provisional.may_end, NOTHING, set()),
    # Whoever withdraws: a person who was arrested is held until the end is told.
    (provisional.held, PURSUIT, set()),
    (provisional.held, NOTHING, {"surrender.arrest.not_held"}),
    (provisional.nobody_held, PURSUIT, {"surrender.arrest.held"}),
    (provisional.nobody_held, NOTHING, set()),
    (provisional.clock_moved, NOTHING, set()),
]


@pytest.mark.parametrize(("rule", "before", "codes"), HAPPENED)
def test_what_must_have_happened(rule, before, codes):
    assert closed(rule, facts(pursuit=before)) == codes


# That an offence assessed as not punishable in the requested State is granted after all is said, and closes nothing.
@pytest.mark.parametrize(("labels", "codes"), [(("O1",), ["surrender.dual.granted"]), (("O2",), []), ((), [])])
def test_what_is_granted_though_not_punishable(labels, codes):
    found = list(deciding.dual_held.check(facts(pursuit=replace(PURSUIT, unpunishable=labels))))
    assert [(f.code, f.weight) for f in found] == [(code, Weight.WARNS) for code in codes]


# A formal request made by the day set for it keeps the arrest from ending for want of it (16(7)); a later one does not.
MADE = [("2026-03-10", "2026-03-11", {"surrender.arrest.formal_came"}), ("2026-03-12", "2026-03-11", set()),
        ("2026-03-11", "2026-03-11", {"surrender.arrest.formal_came"}),
        ("2026-03-12", "", {"surrender.arrest.formal_came"})]  # fmt: skip


@pytest.mark.parametrize(("sent", "by", "codes"), MADE)
def test_the_formal_request_came(sent, by, codes):
    known = facts(main_sent_on=dt.date.fromisoformat(sent), pursuit=replace(PURSUIT, documents_by=by))
    assert closed(provisional.may_end, known) == codes


# Where appropriate, the requesting State is consulted before a refusal; else it is recorded why not (16(16)).
CONSULTED = [
    (None, "", {"consultation.none"}),
    (None, "The treaty leaves no room.", set()),
    (cases.consultation(grounds=("discrimination",)), "", {"consultation.other_ground"}),
    (cases.consultation(grounds=("domestic_condition",), replies=()), "", {"consultation.reply_awaited"}),
    # What was opened is not cut short: the letter gave a day for the reply.
    (cases.consultation(grounds=("domestic_condition",), replies=()), "No room.", {"consultation.reply_awaited"}),
    (cases.consultation(grounds=("discrimination",), replies=()), "No room.", set()),
    (cases.consultation(grounds=("domestic_condition",)), "", set()),
]


@pytest.mark.parametrize(("held", "why_not", "codes"), CONSULTED)
def test_consultation_where_appropriate(held, why_not, codes):
    known = facts(course=Course(held), data=ANSWERS | {"not_appropriate": why_not})
    found = list(grounds.consulted.check(known))
    assert {f.code for f in closing(found)} == codes
    assert {f.article for f in found} == {"16(16)"}


def test_nationality_has_a_consultation_of_its_own():
    held = cases.consultation(grounds=("nationality",))
    assert not closed(grounds.consulted_on_nationality, facts(course=Course(held)))
    other = facts(course=Course(cases.consultation(grounds=("discrimination",))))
    assert closed(grounds.consulted_on_nationality, other) == {"consultation.other_ground"}


def test_the_matrix_of_extradition():
    rows = {g.name: (g.use, g.article, g.stands) for g in grounds.matrix(None, cases.DAY)}
    assert rows["discrimination"] == ("refuse", "16(14)", "consult")
    assert rows["fiscal"] == ("never", "16(15)", "never")
    assert rows["political_offence"] == ("through", "16(7)", "through")
    assert set(rows) == {*grounds.PERMITTED, "nationality", "fiscal", *grounds.THROUGH}


# 16(7): what the article does not name may be a condition of domestic law or of the treaty, and is chosen as that.
@pytest.mark.parametrize("chosen", grounds.THROUGH)
def test_what_is_a_condition_at_most(chosen):
    known = facts(data=ANSWERS | {"ground": chosen})
    assert closed(grounds.ground_permitted, known) == {"surrender.ground.through"}
    assert closed(grounds.consultation_stated, facts(data=ANSWERS | {"grounds": [chosen]})) == {
        "surrender.ground.through"
    }


# The Convention reaches an extradition by an offence of Art. 3, a group, the person there (16(1)): (content, codes).
REACHED = [
    (complete(), set()),
    (but(offences=[]), {"scope.offence.none"}),
    (but(offences=[cases.offence(3, category="")]), {"scope.offence.light"}),
    # Grounds to suspect a group open Art. 18(1), not Art. 16(1).
    (but(group__period="", group__grounds="reports"), {"scope.group.period.missing"}),
    (but(sought__located="believed"), set()),
    (but(sought__located=""), set()),
    (but(sought__located="", transnational__limbs=[], transnational__fact_a=""), {"surrender.located.missing"}),
]


@pytest.mark.parametrize(("given", "codes"), REACHED)
def test_what_the_article_reaches(given, codes):
    assert closed(reach.in_scope, facts(content=given)) == codes
    assert closed(reach.in_scope_kept, facts(content=given)) == codes


# Separate serious crimes may be added (16(2)); what is no serious crime may not.
@pytest.mark.parametrize(("years", "code"), [(4, "surrender.accessory"), (3, "surrender.accessory.light")])
def test_accessory_offences(years, code):
    rows = [{"label": "O2", "facts": "x", "limitation": "x", "equivalent": "x", "accessory": True}]
    given = but(offences=[cases.offence(), cases.offence(years, label="O2", category="")], per_offence=rows)
    found = {f.code: f for f in reach.in_scope.check(facts(content=given))}
    assert found[code].closes is (years == 3)


# What bound both States at receipt is kept, and closes nothing; on another basis, that the article stands beside it.
KEPT = [
    ({}, {"receipt.both_bound": False, "receipt.in_scope": False}),
    ({"content": but(offences=[])}, {"receipt.out_of_scope": False}),
    (on_treaty(), {"receipt.other_basis_beside": False}),
    ({**on_treaty(), "requested": "COG"}, {"receipt.other_basis": False}),
]


@pytest.mark.parametrize(("changes", "wanted"), KEPT)
def test_what_is_kept_at_receipt(changes, wanted):
    found = {f.code: f.closes for f in deciding.keep_status.check(facts(kept=(), **changes))}
    assert found.items() >= wanted.items()
    assert not any(found.values())


def position(value: str, state: str = "ALB") -> Declarations:
    """What the State declared under Art. 16(5), alone."""
    return Declarations.of([Notice(state, "16(5)", "extradition_legal_basis", value, "2026-01-01", "source")])


# On what a request rests (16(3)-(6)): (basis, what the requested State declared, the person's source, codes).
BASES = [
    ("UNTOC", "untoc", "", set()),
    ("UNTOC", "treaty only", "letter", {"surrender.basis.barred"}),
    ("UNTOC", None, "", {"surrender.basis.unconfirmed"}),
    ("UNTOC", None, "letter", set()),
    ("NO_TREATY", "no treaty needed", "", set()),
    ("NO_TREATY", "treaty only", "letter", {"surrender.basis.barred"}),
    ("NO_TREATY", None, "", {"surrender.basis.unconfirmed"}),
    ("", None, "", {"regime.basis.missing"}),
]


@pytest.mark.parametrize(("chosen", "declared", "source", "codes"), BASES)
def test_the_basis_by_declarations(chosen, declared, source, codes):
    given = but(regime__basis=chosen, regime__source=source)
    known = position(declared) if declared else Declarations()
    assert closed(legal.carried, facts(content=given, declarations=known)) == codes


TREATIES = [
    ("t1", (agreement(),), set()),
    ("t1", (agreement(Subject.ASSISTANCE),), {"surrender.basis.other_subject"}),
    ("t1", (replace(agreement(), parties={}),), {"basis.treaty.not_bound"}),
    ("t2", (agreement(),), {"basis.treaty.unknown"}),
    ("", (agreement(),), {"basis.treaty.missing"}),
]


@pytest.mark.parametrize(("named", "held", "codes"), TREATIES)
def test_the_basis_by_treaty(named, held, codes):
    given = but(regime__basis="TREATY", regime__agreement=named)
    assert closed(legal.carried, facts(content=given, agreements=held)) == codes


@pytest.mark.parametrize(("words", "codes"), [("In like cases.", set()), (" ", {"basis.reciprocity.missing"})])
def test_the_basis_by_reciprocity(words, codes):
    given = but(regime__basis="RECIPROCITY", regime__reciprocity=words)
    assert closed(legal.carried, facts(content=given)) == codes


# Art. 16 has no rule on languages: only that the language is not stated closes.
@pytest.mark.parametrize(("language", "codes"), [("", {"language.missing"}), ("el", set())])
def test_the_language_is_stated(language, codes):
    given = but(language={**complete()["language"], "request": language, "accepted": False, "source": ""})
    assert closed(legal.language, facts(content=given, requested="USA")) == codes


# What a formal request contains is a rule of this system; what good practice gives only warns.
CONTAINED = [
    (complete(), set(), set()),
    (but(sought__person=""), {"content.sought.missing"}, set()),
    (but(file__sort=""), {"content.file_sort.missing"}, set()),
    (but(file__warrant_on=None), {"content.warrant.missing"}, set()),
    (but(file__evidence=""), set(), {"content.evidence.missing"}),
    (convicted(), set(), set()),
    (convicted(file__judgment_by=""), {"content.judgment.missing"}, set()),
    (convicted(file__remaining="", file__enforceable=False),
     {"content.remaining.missing", "content.enforceable.missing"}, set()),
    (convicted(file__in_absentia=True), {"content.retrial.missing"}, set()),
    (but(per_offence=[]), set(),
     {"content.offence_facts.missing", "content.limitation.missing", "content.equivalent.missing"}),
    (but(sought__description=""), set(), {"content.sought_description.missing"}),
]  # fmt: skip


@pytest.mark.parametrize(("given", "closes", "warns"), CONTAINED)
def test_what_a_request_contains(given, closes, warns):
    found = list(content.complete.check(facts(content=given)))
    assert {f.code for f in found if f.closes} == closes
    assert {f.code for f in found if f.weight is Weight.WARNS} == warns
    assert {f.article for f in found} <= {"this system", "good practice"}


def test_what_a_request_for_provisional_arrest_contains():
    assert not closed(provisional.complete, facts(ARREST))
    given = but(ARREST, custody__urgency="", custody__promise=False)
    assert closed(provisional.complete, facts(ARREST, content=given)) == {
        "content.urgency.missing",
        "content.promise.missing",
    }


# A national is not refused by a condition that is nationality in other words: that alone has its own step (16(10)).
NATIONALS = [
    ({}, {"step.not_nationality.missing"}),
    ({"not_nationality": True}, set()),
    ({"ground": "discrimination"}, set()),
]


@pytest.mark.parametrize(("answers", "codes"), NATIONALS)
def test_a_condition_that_is_not_nationality(answers, codes):
    data = ANSWERS | {"not_nationality": False} | answers
    assert closed(nationality.not_for_nationality, facts(data=data)) == codes
    by_register = facts(data=data, content=but(sought__national=""))
    assert closed(nationality.not_for_nationality, by_register) == codes
    stranger = but(sought__national="no", persons=[cases.person(nationalities=["GRC"])])
    assert not closed(nationality.not_for_nationality, facts(data=data, content=stranger))
    assert not closed(nationality.not_for_nationality, facts(data=data, kept=(), requested="COG", **on_treaty()))


# Where the Convention does not bind both States, nothing rests on Art. 16(10).
def test_nationality_where_the_article_does_not_bind():
    assert not closed(nationality.article_binds, facts())
    unbound = facts(kept=(Finding("receipt.not_bound", "38", Weight.WARNS),))
    assert closed(nationality.article_binds, unbound) == {"surrender.national.not_bound"}
    assert not closed(nationality.article_binds, facts(kept=(), **on_treaty()))
    apart = facts(kept=(), requested="COG", **on_treaty())
    assert closed(nationality.article_binds, apart) == {"surrender.national.not_bound"}


# A paper closes no case while what the refusal owes is unsettled (16(10), (12)).
def test_what_is_unsettled():
    assert closed(nationality.answered_for, facts(ledger=Ledger((owed(),)))) == {"surrender.national.unsettled"}
    assert not closed(nationality.answered_for, facts(ledger=Ledger((owed(Sort.CONDITION),))))


def test_both_are_asked_for_no_more_only_once():
    assert closed(nationality.not_waived, facts()) == {"surrender.national.waived"}
    assert closed(nationality.not_waived, facts(ledger=Ledger((owed(Sort.CONDITION),)))) == {
        "surrender.national.waived"
    }
    assert not closed(nationality.not_waived, facts(ledger=Ledger((owed(),))))


def entry(step: str, **data):
    """A history entry as the pursuit reads it."""
    return {"step": step, "to": "", "happened_on": "2026-03-01", "data": data}


GRANTED = entry("grant", decisions=[{"label": "O1", "decision": "granted"}])
ASSESSED = entry("begin_judicial_phase", assessments=[{"label": "O1", "punishable": "yes"},
                                                      {"label": "O2", "punishable": "no"}])  # fmt: skip
AGAIN, CONSENTED = entry("examine_amendment"), entry("record_consent", judge="Court of Tirana")
ARRANGED = entry("arrange_surrender", place="Tirana")
OFFERED = entry("offer_conditions", decisions=[{"label": "O1", "decision": "granted"}], conditions=[])
# What the history says: (entries, what is read of them).
READ = [
    ([], {}),
    ([entry("seek_assurance", wanted="x")], {"assurance": {"wanted": "x"}}),
    ([entry("seek_assurance", wanted="x"), entry("give_assurance")], {"assurance": {}}),
    ([OFFERED], {"offer": OFFERED["data"], "granted": ()}),
    ([OFFERED, entry("accept_conditions")], {"offer": {}, "granted": ("O1",)}),
    ([entry("grant", decisions=[{"label": "O2", "decision": "granted"}, {"label": "O1", "decision": "refused"}])],
     {"granted": ("O2",)}),
    ([CONSENTED], {"consent": {"judge": "Court of Tirana"}}),
    ([ASSESSED], {"unpunishable": ("O2",)}),
    ([ASSESSED, GRANTED, AGAIN], {"unpunishable": (), "granted": ()}),
    ([GRANTED, AGAIN, CONSENTED], {"granted": (), "consent": {"judge": "Court of Tirana"}}),
    ([CONSENTED, AGAIN, GRANTED], {"granted": ("O1",), "consent": {}}),
    ([ARRANGED], {"arrangement": {"place": "Tirana"}, "agreed": False}),
    ([ARRANGED, entry("agree_surrender")], {"arrangement": {"place": "Tirana"}, "agreed": True}),
    ([ARRANGED, entry("agree_surrender"), ARRANGED], {"arrangement": {"place": "Tirana"}}),
    ([entry("hand_over", handed_on="2026-03-04")], {"handed_on": "2026-03-04"}),
    ([entry("hand_over")], {"handed_on": "2026-03-01"}),
    ([entry("order_arrest", arrested_on="2026-02-01", documents_by="2026-02-19"),
      entry("extend_arrest", documents_by="2026-03-13")],
     {"arrested_on": "2026-02-01", "documents_by": "2026-03-13", "held": True}),
    # A paper may tell of an arrest and of nothing more.
    ([entry("order_arrest")], {"held": True}),
    ([entry("order_arrest"), entry("end_arrest")], {}),
    ([entry("postpone_surrender", review_on="2026-09-01")], {"review_on": "2026-09-01"}),
    ([entry("postpone_surrender", review_on="2026-09-01"), entry("return_person", review_on=None)],
     {"review_on": "2026-09-01"}),
    ([entry("postpone_surrender", review_on="2026-09-01"), entry("return_person", review_on="2026-12-01")],
     {"review_on": "2026-12-01"}),
    # A consent to the surrender stands in place of a grant that fell.
    ([OFFERED, entry("accept_conditions"), entry("record_consent", judge="x")], {"consent": {"judge": "x"}}),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "wanted"), READ)
def test_what_the_history_says(entries, wanted):
    assert pursuit(entries) == replace(NOTHING, **wanted)


TOLD = {"side": "requested", "happened_on": "2026-03-01"}


def owing(*steps, cited=None):
    """The obligations of a history: sort, article and status; ``cited`` stands for the articles of the steps."""
    sent = {"step": "transmit", "set": {"sent_version": 1}, **TOLD}
    told = [sent, *({"step": name, "data": data, "article": cited or EXTRADITION.step(name).article, **TOLD}
                    for name, data in steps)]  # fmt: skip
    made = ledger(enumerate(told, 1), {1: complete()})
    return [(o.sort.value, o.article, o.status.value) for o in made.obligations]


REFUSED = ("refuse_for_nationality", {"nationality_shown": "register"})
RETURNS = ("offer_conditions", {"conditions": [{"text": "x", "returns": True}, {"text": "y"}]})
PROSECUTION = ("prosecution_or_enforcement", "16(10)")
# What is owed in an extradition, and how it ends: (steps, obligations).
OWED = [
    ([REFUSED], [(*PROSECUTION, "open")]),
    ([REFUSED, ("submit_prosecution", {})], [(*PROSECUTION, "open")]),
    ([REFUSED, ("report_prosecution", {})], [(*PROSECUTION, "discharged")]),
    ([REFUSED, ("decide_enforcement", {})], [(*PROSECUTION, "discharged")]),
    ([REFUSED, ("discharge_obligation", {"obligation": "B1"})], [(*PROSECUTION, "open")]),
    ([REFUSED, ("ask_prosecution", {})], [(*PROSECUTION, "open")]),
    ([REFUSED, ("decide_enforcement", {}), ("ask_prosecution", {})],
     [(*PROSECUTION, "discharged"), (*PROSECUTION, "open")]),
    ([REFUSED, ("ask_for_neither", {})], [(*PROSECUTION, "released")]),
    ([("give_assurance", {"undertaking": "x"})], [("assurance", "16(7)", "standing")]),
    ([("surrender_temporarily", {"terms": "x"})], [("return_of_person", "good practice", "open")]),
    ([("surrender_temporarily", {}), ("return_person", {})], [("return_of_person", "good practice", "discharged")]),
    ([RETURNS, ("accept_conditions", {}), ("surrender_temporarily", {}), ("return_person", {})],
     [("return_of_person", "16(11)", "open"), ("condition", "16(7)", "open"),
      ("return_of_person", "good practice", "discharged")]),
    ([("hand_over", {"speciality": "only O1"})], [("speciality", "good practice", "standing")]),
    ([("hand_over", {})], []),
    # Who surrenders after all, as a paper may show, owes no prosecution instead (16(10)).
    ([REFUSED, ("hand_over", {})], [(*PROSECUTION, "discharged")]),
    ([RETURNS, ("accept_conditions", {})],
     [("return_of_person", "16(11)", "open"), ("condition", "16(7)", "open")]),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "wanted"), OWED)
def test_what_is_owed(steps, wanted):
    assert owing(*steps) == wanted


# An assurance binds until the day that it names, that day included; for good where it names none.
@pytest.mark.parametrize(
    ("expires_on", "day", "binds"),
    [("", "2040-01-01", True), ("2030-12-31", "2030-12-31", True), ("2030-12-31", "2031-01-01", False)],
)
def test_until_when_an_assurance_binds(expires_on, day, binds):
    given = entry("give_assurance", undertaking="x", expires_on=expires_on) | {"article": "16(7)", **TOLD}
    [owed] = ledger([(1, given)], {1: complete()}).obligations
    assert owed.binds(dt.date.fromisoformat(day)) is binds


# An obligation cites no more than the step by which it arises: where the Convention does not stand, that is nothing.
def test_beside_the_convention_nothing_is_owed_by_it():
    assert owing(("give_assurance", {}), cited="good practice") == [("assurance", "good practice", "standing")]


# No general step ends what Art. 16(10) asks: only its own steps do.
def test_the_duty_to_prosecute_is_not_simply_discharged():
    known = facts(ledger=Ledger((owed(),)), side="requested", data={"obligation": "B1"})
    assert closed(rules.obligation_chosen, known) == {"step.obligation.own_steps"}
    assert closed(rules.nothing_undone_but_persons, known) == {"obligation.undone"}
    lent = facts(ledger=Ledger((owed(Sort.RETURN_OF_PERSON),)))
    assert not closed(rules.nothing_undone_but_persons, lent)


# Articles of Art. 18 are never cited for a request for a person; Art. 16 is, wherever the Convention binds both.
CITED = [
    ({}, "16(7); 18(13)", "16(7)"),
    ({}, "18(13); 18(14)", "good practice"),
    ({}, "this system", "this system"),
    ({"kept": (), **on_treaty()}, "16(7); 18(23)", "16(7)"),
    ({"kept": (), "requested": "COG", **on_treaty()}, "16(7)", "good practice"),
    ({"kept": (Finding("receipt.other_basis", "this system", Weight.HOLDS),), **on_treaty()}, "16(7)", "good practice"),
]


@pytest.mark.parametrize(("changes", "bare", "wanted"), CITED)
def test_what_is_cited(changes, bare, wanted):
    assert basis.article(bare, facts(**changes)) == wanted
