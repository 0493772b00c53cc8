"""The guards as a table of law: the rule's sentence above, and below it what is met and what closes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mla.domain import asides, consulting, receipt
from mla.domain import guards as g
from mla.domain.findings import Finding, Weight, closing
from mla.domain.kinds.assistance import KIND
from mla.domain.workflow import Guard

from .cases import ANSWERS, DRAFTER, EXAMINER, HASH, REVIEWER, answers, but, facts

D = dt.date.fromisoformat


def closed(rule: Guard, **changes) -> list[str]:
    """The codes of what keeps the rule unmet."""
    return [f.code for f in closing(rule.check(facts(**changes)))]


ALL = [rule for module in (g, consulting, asides, receipt) for rule in vars(module).values() if isinstance(rule, Guard)]


# Complete facts meet every guard.
@pytest.mark.parametrize("rule", ALL, ids=lambda r: r.name)
def test_complete_facts_meet_every_guard(rule):
    assert closed(rule) == []


# Every closing finding names its article, and the place where it is mended.
@pytest.mark.parametrize("rule", ALL, ids=lambda r: r.name)
def test_what_closes_names_article_and_place(rule):
    bare = facts(
        content=but_nothing(), data={}, requested="PNG", reviewer=None, signatory=None, kept=(), numbered=False
    )
    for found in closing(rule.check(bare)):
        assert found.article
        assert found.where


def but_nothing():
    from mla.domain.content import empty

    return empty() | {"regime": {"basis": "", "paragraphs": "", "reason": "", "protocols": ["TIP"]}}


# A request passes between two different States; a regional organisation or a territory is none (2(j), 36(3)).
@pytest.mark.parametrize("requested", ["BRA", "EUU", "HKG", "XXX"])
def test_only_two_different_states(requested):
    assert closed(g.two_states, requested=requested) == ["states.not_two"]


# Both States are bound on that day, not the day before (38): bound since 2003, bound in 2025, signed only, neither.
@pytest.mark.parametrize(
    ("requesting", "requested", "day", "bound"),
    [
        ("BRA", "USA", "2005-12-02", False),
        ("BRA", "USA", "2005-12-03", True),
        ("BRA", "ESP", "2004-02-27", False),
        ("BRA", "ESP", "2004-02-28", True),
        ("MEX", "ESP", "2003-09-28", False),
        ("MEX", "ESP", "2003-09-29", True),
        ("BRA", "IRN", "2025-09-04", False),
        ("BRA", "IRN", "2025-09-05", True),
        ("BRA", "COG", "2026-03-12", False),
        ("BRA", "PNG", "2026-03-12", False),
        ("JPN", "CHE", "2003-12-01", False),
    ],
)
def test_the_gate_opens_on_the_day_and_not_before(requesting, requested, day, bound):
    assert (closed(g.party, requesting=requesting, requested=requested, day=D(day)) == []) is bound


# A cited Protocol must bind both; one that is not cited is not asked about (37).
@pytest.mark.parametrize(
    ("requested", "cited", "bound"),
    [("USA", ["TIP"], True), ("USA", ["FIR"], False), ("USA", [], True), ("JPN", ["TIP", "SOM"], True)],
)
def test_a_cited_protocol_must_bind_both(requested, cited, bound):
    assert (closed(g.protocols, requested=requested, content=but(regime__protocols=cited)) == []) is bound


# Art. 18(15): what a request contains; each hard gap closes and says its paragraph.
@pytest.mark.parametrize(
    ("gap", "code", "article"),
    [
        ({"authority__name": " "}, "content.conducting_name.missing", "18(15)(b)"),
        ({"authority__functions": ""}, "content.conducting_functions.missing", "18(15)(b)"),
        ({"proceedings__subject": ""}, "content.subject.missing", "18(15)(b)"),
        ({"proceedings__nature": ""}, "content.nature.missing", "18(15)(b)"),
        ({"facts__summary": "\n"}, "content.facts.missing", "18(15)(c)"),
        ({"assistance": []}, "content.assistance.missing", "18(15)(d)"),
        (
            {"assistance": [{"type": "a", "sought": "", "link": "x"}]},
            "content.assistance_described.missing",
            "18(15)(d)",
        ),
        ({"purpose__text": ""}, "content.purpose.missing", "18(15)(f)"),
        # a deadline or an urgency without reasons: a rule of this system (invariant 11)
        ({"deadline__on": "2026-05-01"}, "content.deadline_reasons.missing", "this system"),
        ({"deadline__urgent": True}, "content.urgency_reasons.missing", "this system"),
    ],
)
def test_a_hard_gap_closes(gap, code, article):
    found = closing(g.complete.check(facts(content=but(**gap))))
    assert [(f.code, f.article) for f in found] == [(code, article)]


# What is asked "where possible" or is good practice only warns.
@pytest.mark.parametrize(
    ("gap", "code"),
    [
        ({"persons": []}, "content.persons.missing"),
        ({"persons": [{"location": "", "nationalities": ["BRA"]}]}, "content.persons_identified.missing"),
        ({"assistance": [{"type": "a", "sought": "x", "link": ""}]}, "content.link.missing"),
        ({"confidentiality__asked": True}, "content.confidentiality_reasons.missing"),
        ({"contact__name": ""}, "content.contact.missing"),
    ],
)
def test_a_soft_gap_only_warns(gap, code):
    found = list(g.complete.check(facts(content=but(**gap))))
    assert not closing(found)
    assert [f.code for f in found if f.weight is Weight.WARNS] == [code]


# The maximum penalty may be for life, or in years, months or days; none at all is a gap.
@pytest.mark.parametrize(
    ("penalty", "given_"),
    [
        ({"life": True, "years": None}, True),
        ({"years": 0}, True),
        ({"years": None, "months": 6}, True),
        ({"years": None, "days": 90}, True),
        ({"years": None}, False),
    ],
)
def test_a_penalty_is_stated_in_any_unit(penalty, given_):
    from .cases import offence

    found = list(g.complete.check(facts(content=but(offences=[offence(**penalty)]))))
    assert any(f.code == "content.offence_penalty.missing" for f in found) is not given_


# A request for service of judicial documents alone may do without a summary of facts (18(15)(c), invariant 10).
@pytest.mark.parametrize(("types", "needed"), [(["b"], False), (["b", "a"], True), (["a"], True), ([], True)])
def test_service_alone_needs_no_facts(types, needed):
    items = [{"type": t, "sought": "x", "link": "x"} for t in types]
    codes = closed(g.complete, content=but(facts__summary="", assistance=items))
    assert ("content.facts.missing" in codes) is needed


# 18(7): the Convention with paragraphs 9 to 29, and why these apply.
@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ({"regime__basis": ""}, ["regime.basis.missing"]),
        ({"regime__paragraphs": ""}, ["regime.reason.missing"]),
        ({"regime__reason": ""}, ["regime.reason.missing"]),
        ({"regime__reason": "agreed_instead"}, ["regime.source.missing"]),
        ({"regime__reason": "agreed_instead", "regime__source": "exchange of letters"}, []),
        ({"regime__basis": "custom"}, ["regime.basis.missing"]),
    ],
)
def test_the_basis_is_chosen(stated, codes):
    assert closed(g.regime, content=but(**stated)) == codes


# 18(13), 18(14): authority and language are as the drafter states.
@pytest.mark.parametrize(
    ("rule", "gap", "code"),
    [
        (g.channel, {"channel__authority": False}, "channel.missing"),
        (g.language, {"language__request": ""}, "language.missing"),
    ],
)
def test_channel_and_language_are_stated(rule, gap, code):
    assert closed(rule, content=but(**gap)) == [code]


# Drafter, reviewer and signatory of one version are three people (this system; invariant 14).
@pytest.mark.parametrize(
    ("rule", "actor", "codes"),
    [
        (g.reviewer_did_not_draft, DRAFTER, ["people.reviewer_drafted"]),
        (g.reviewer_did_not_draft, REVIEWER, []),
        (g.signatory_is_third, DRAFTER, ["people.signatory_drafted"]),
        (g.signatory_is_third, REVIEWER, ["people.signatory_reviewed"]),
        (g.decider_is_not_reviewer, EXAMINER, ["people.decider_examined"]),
    ],
)
def test_nobody_acts_twice(rule, actor, codes):
    assert closed(rule, actor=actor) == codes


# What is approved, signed and transmitted is the version that the person read.
@pytest.mark.parametrize("read", ["", None, "c" * 64])
def test_another_version_is_refused(read):
    assert closed(g.same_version, data=answers(version_hash=read)) == ["version.other"]
    assert closed(g.same_version, content_hash="", data=answers(version_hash="")) == ["version.other"]


# 18(14): authenticity can be established: approved, signed, numbered.
@pytest.mark.parametrize(
    ("lack", "code"),
    [
        ({"reviewer": None}, "authentic.not_approved"),
        ({"signatory": None}, "authentic.not_signed"),
        ({"numbered": False}, "authentic.not_numbered"),
    ],
)
def test_authenticity(lack, code):
    assert closed(g.authentic, **lack) == [code]


# 18(8), 18(22): never; 18(21): not without consultation (18(26)); 18(9): permitted.
@pytest.mark.parametrize(
    ("ground", "code", "article"),
    [
        ("bank_secrecy", "refusal.never.bank_secrecy", "18(8)"),
        ("fiscal", "refusal.never.fiscal", "18(22)"),
        ("conformity", "refusal.consult_first", "18(26)"),
        ("essential_interests", "refusal.consult_first", "18(26)"),
        ("domestic_prohibition", "refusal.consult_first", "18(26)"),
        ("legal_system", "refusal.consult_first", "18(26)"),
        ("", "refusal.ground.missing", "18(23)"),
        ("whim", "refusal.ground.unknown", "18(21)"),
        ("outside_scope", "refusal.consult_first", "18(26)"),
        ("postponement", "refusal.postpone_only", "18(25)"),
    ],
)
def test_grounds_of_refusal(ground, code, article):
    found = closing(g.permitted_ground.check(facts(data=answers(ground=ground))))
    assert [(f.code, f.article) for f in found] == [(code, article)]


# What a step's form must say: each lack closes and points to its field.
@pytest.mark.parametrize(
    ("rule", "lack", "code"),
    [
        (g.examiner_assigned, {"examiner": "stranger"}, "step.examiner.missing"),
        (g.questions_asked, {"questions": []}, "step.questions.missing"),
        (g.questions_asked, {"questions": [{"text": "Q", "why": "curious"}]}, "step.questions.reason"),
        (g.questions_asked, {"questions": [{"text": " ", "why": "necessary"}]}, "step.questions.reason"),
        (g.questions_asked, {"due_on": None}, "step.due_on.missing"),
        (g.questions_asked, {"due_on": "2026-03-11"}, "step.due_on.past"),
        (g.questions_answered, {"answers": []}, "step.answers.missing"),
        (g.questions_answered, {"answers": [{"label": "Q1", "answer": " "}]}, "step.answers.missing"),
        (g.results_reported, {"items": [{"label": "A2"}]}, "step.items.no_result"),
        (g.results_listed, {"items": []}, "step.items.none_listed"),
        (g.results_listed, {"items": [{"original": True}]}, "step.return_conditions.missing"),
        (g.inventory_checked, {"matches": False}, "step.differences.missing"),
        (g.returns_settled, {"returns": ""}, "step.returns.missing"),
        (g.returns_settled, {"returns": "scheduled"}, "step.returns_on.missing"),
        (g.file_attached, {"files": []}, "step.files.missing"),
        (g.correction_named, {"entry": 3}, "step.entry.missing"),
        (g.correction_named, {"entry": None}, "step.entry.missing"),
        (g.correction_named, {"error": ""}, "step.error.missing"),
        (g.correction_named, {"right": ""}, "step.right.missing"),
        (g.given("reason", "18(24)"), {"reason": "  "}, "step.reason.missing"),
        (g.given("reason", "18(24)"), {"reason": None}, "step.reason.missing"),
    ],
)
def test_a_lack_in_the_form_closes(rule, lack, code):
    found = closing(rule.check(facts(data=answers(**lack))))
    assert code in [f.code for f in found]
    assert all(f.where and f.where.startswith("step.") for f in found)


# A day for something to come has not passed; a day on which something happened is not to come (this system).
@pytest.mark.parametrize(
    ("rule", "day", "codes"),
    [
        (g.not_past("return_on"), "2026-03-11", ["step.day.past"]),
        (g.not_past("return_on"), "2026-03-12", []),
        (g.not_past("return_on"), None, []),
        (g.not_future("executed_on"), "2026-03-13", ["step.day.future"]),
        (g.not_future("executed_on"), "2026-03-12", []),
        (g.not_future("executed_on"), "", []),
    ],
)
def test_days_lie_where_they_can(rule, day, codes):
    name = rule.name.rpartition("_not_")[0]
    assert closed(rule, data=answers(**{name: day})) == codes


# Nothing is received before it was transmitted.
@pytest.mark.parametrize(
    ("sent_on", "received_on", "codes"),
    [
        ("2026-03-10", "2026-03-09", ["step.received_on.before_sending"]),
        ("2026-03-10", "2026-03-10", []),
        ("2026-03-10", "", []),
        (None, "2020-01-01", []),
    ],
)
def test_receipt_follows_transmission(sent_on, received_on, codes):
    sent = D(sent_on) if sent_on else None
    assert closed(g.received_after_sending, sent_on=sent, data=answers(received_on=received_on)) == codes


# A deadline that has passed is not asked for; a mandate that ends after it only warns (18(24)).
@pytest.mark.parametrize(("deadline", "codes"), [("2026-03-11", ["deadline.past"]), ("2026-03-12", []), (None, [])])
def test_a_deadline_lies_ahead(deadline, codes):
    assert closed(g.deadline_ahead, content=but(deadline__on=deadline)) == codes


@pytest.mark.parametrize(("due_on", "warned"), [("2026-05-02", True), ("2026-05-01", False)])
def test_a_mandate_after_the_deadline_warns(due_on, warned):
    content = but(deadline__on="2026-05-01")
    found = list(g.deadline_passed_on.check(facts(content=content, data=answers(due_on=due_on))))
    assert [f.code for f in found] == (["step.due_on.after_deadline"] if warned else [])
    assert not closing(found)


# A refusal ends the whole request: it names all offences or none.
@pytest.mark.parametrize(
    ("named", "codes"), [(["O1", "O2"], []), ([], []), (None, []), (["O1"], ["step.offences.not_all"])]
)
def test_a_refusal_is_whole(named, codes):
    from .cases import offence

    content = but(offences=[offence(), offence(label="O2")])
    assert closed(g.whole_refusal, content=content, data=answers(offences=named)) == codes


@pytest.mark.parametrize("step", ["refuse", "refuse_after_consultation"])
def test_each_refusal_on_the_convention_is_whole(step):
    assert g.whole_refusal in KIND.step(step).guards


# Answers that contradict each other are not taken.
@pytest.mark.parametrize(
    ("rule", "change", "code"),
    [
        (g.inventory_checked, {"matches": True, "differences": "page 4"}, "step.differences.contradict"),
        (g.results_listed, {"return_on": "2026-06-01"}, "step.return_on.no_original"),
        (
            g.results_reported,
            {"items": [ANSWERS["items"][0] | {"deviation": "x"}, *ANSWERS["items"][1:]]},
            "step.items.deviation_without_no",
        ),
    ],
)
def test_answers_do_not_contradict_each_other(rule, change, code):
    assert closed(rule, data=answers(**change)) == [code]


# Originals that were sent are returned, or have a day of return: "nothing to return" is not true.
@pytest.mark.parametrize(("returns", "codes"), [("none", ["step.returns.originals_sent"]), ("done", [])])
def test_originals_are_not_forgotten(returns, codes):
    assert closed(g.returns_settled, originals=True, data=answers(returns=returns)) == codes


# The text speaks of each annex by its letter.
@pytest.mark.parametrize(
    ("text", "cited"), [("as Annex A shows", True), ("as annex a shows", True), ("Annex AB", False), ("", False)]
)
def test_annexes_are_cited(text, cited):
    content = but(annexes=[{"label": "A", "title": "Annex A"}], purpose__text=f"To prove it {text}")
    codes = [f.code for f in g.complete.check(facts(content=content)) if f.weight is Weight.WARNS]
    assert codes == ([] if cited else ["content.annexes_cited.missing"])


# A question may be declared unanswerable; the day of the answer may be that very day.
def test_what_a_form_may_say():
    assert closed(g.questions_answered, data=answers(answers=[{"label": "Q1", "unavailable": True}])) == []
    assert closed(g.questions_asked, data=answers(due_on="2026-03-12")) == []
    assert closed(g.returns_settled, data=answers(returns="scheduled", returns_on="2026-06-01")) == []
    assert closed(g.inventory_checked, data=answers(matches=False, differences="page 4 is missing")) == []


# 18(17): whether the procedure wished was followed, and if not, why.
@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ({"procedure_followed": "no"}, ["step.items.no_deviation"]),
        ({"procedure_followed": "no", "deviation": "contrary to our law"}, []),
        ({"procedure_followed": "none_asked"}, []),
        ({"procedure_followed": ""}, ["step.items.no_procedure"]),
        ({"result": ""}, ["step.items.no_result"]),
    ],
)
def test_execution_says_what_procedure_was_followed(item, codes):
    items = [ANSWERS["items"][0] | item, ANSWERS["items"][1]]
    assert closed(g.results_reported, data=answers(items=items)) == codes


# 18(24): a deadline given with reasons is passed on to who executes.
@pytest.mark.parametrize(
    ("deadline", "due_on", "codes"),
    [("2026-05-01", "", ["step.due_on.not_passed_on"]), ("2026-05-01", "2026-04-20", []), (None, "", [])],
)
def test_a_deadline_is_passed_on(deadline, due_on, codes):
    content = but(deadline={"on": deadline, "reasons": "trial", "urgent": False, "urgency_reasons": ""})
    assert closed(g.deadline_passed_on, content=content, data=answers(due_on=due_on)) == codes


# A finding survives the history: plain values and back.
@given(st.sampled_from(list(Weight)), st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5)))
def test_a_finding_comes_back_from_its_plain_values(weight, values):
    found = Finding("a.b", "18(15)", weight, values, "request.scope")
    assert Finding.from_plain(found.plain()) == found
    assert found.closes is (weight is Weight.CLOSES)


def test_the_version_hash_in_the_cases_is_the_one_in_the_answers():
    assert facts().content_hash == HASH == ANSWERS["version_hash"]
