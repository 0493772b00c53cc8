"""Obligations: which arise by which entry, who holds them, how they end, and what they keep closed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mla.domain.consulting import conditions_listed
from mla.domain.errors import StepClosed, WrongState
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.kinds.assistance import KIND
from mla.domain.obligations import ARTICLES, Ledger, Sort, Status, articles, ledger
from mla.domain.obligations import rules as o
from mla.domain.workflow import Case, Side, fire

from .cases import ANSWERS, DAY, answers, but, complete, facts, owed, put
from .test_guards import closed
from .test_workflow import left_of, rightful

OPEN, STANDING, DISCHARGED, RELEASED = Status.OPEN, Status.STANDING, Status.DISCHARGED, Status.RELEASED
SECRET = but(confidentiality__asked=True)
CONDITIONS = [{"text": "Not before the trial."}, {"text": "A copy of the judgment.", "due_on": "2027-01-01"}]


def entry(step, side="requesting", sent=None, **data):
    """What an entry of the history says, as far as the ledger reads it."""
    return {"step": step, "side": side, "happened_on": "2026-03-01", "data": data,
            "set": {"sent_version": sent} if sent else {}}  # fmt: skip


def kept(*entries, content=None):
    """The ledger of the entries, after a transmission of the content."""
    told = [entry("transmit", sent=1), *entries]
    return ledger(enumerate(told, 1), {1: content or complete(), 2: complete(), 3: SECRET})


def rows(*entries, content=None):
    return [(o.sort.value, o.holder, o.status.value, o.article) for o in kept(*entries, content=content).obligations]


RESULTS = entry("send_results", "requested", use_limits="For the trial.", items=[{"original": False}])
ORIGINALS = entry("send_results", "requested", use_limits="For the trial.", items=[{"original": True}],
                  return_conditions="By courier.", return_on="2026-06-01")  # fmt: skip
OFFER = entry("offer_conditions", "requested", conditions=CONDITIONS)
ACCEPTED = entry("accept_conditions")
AGREED = entry("answer_costs", agreed="yes", payer="requesting", terms="All of it.", due_on="2026-05-01")
NOTICE = entry("notify_exculpatory_disclosure", advance="before")
LIMIT = ("use_limitation", "requesting", "standing", "18(19)")


# The requested State keeps the request confidential if that is asked (18(20)); results are used for the stated
# proceedings only (18(19)); accepted conditions bind (18(26)); agreed costs are borne (18(28)).
@pytest.mark.parametrize(
    ("entries", "content", "expected"),
    [
        ([], None, []),
        ([], SECRET, [("confidentiality", "requested", "standing", "18(20)")]),
        ([RESULTS], None, [LIMIT]),
        ([ORIGINALS], None, [LIMIT, ("return_of_originals", "requesting", "open", GOOD_PRACTICE)]),
        ([OFFER], None, []),
        ([OFFER, ACCEPTED], None, [("condition", "requesting", "open", "18(26)")] * 2),
        ([OFFER, ACCEPTED, ACCEPTED], None, [("condition", "requesting", "open", "18(26)")] * 2),
        ([ACCEPTED], None, []),
        ([AGREED], None, [("costs", "requesting", "open", "18(28)")]),
        ([entry("answer_costs", agreed="yes", payer="each")], None, [
            ("costs", "requesting", "open", "18(28)"), ("costs", "requested", "open", "18(28)")]),
        ([entry("answer_costs", agreed="no")], None, []),
        ([NOTICE, entry("answer_exculpatory", wish="consult")], None, [
            ("consultation_on_disclosure", "requesting", "open", "18(19)")]),
        ([NOTICE, entry("answer_exculpatory", wish="noted")], None, []),
        ([entry("notify_exculpatory_disclosure", advance="after"), entry("answer_exculpatory", wish="consult")],
         None, []),
    ],
)  # fmt: skip
def test_what_arises(entries, content, expected):
    assert rows(*entries, content=content) == expected


# Where paragraphs 9 to 29 do not carry the request (18(7)), none of them is cited.
@pytest.mark.parametrize("regime", [{"basis": "treaty", "paragraphs": ""}, {"basis": "UNTOC", "paragraphs": "1-8"}, {}])
def test_on_another_basis_no_paragraph_is_claimed(regime):
    assert set(articles({"regime": regime}).values()) == {GOOD_PRACTICE}
    other = SECRET | {"regime": regime}
    assert {row[3] for row in rows(RESULTS, OFFER, ACCEPTED, AGREED, content=other)} == {GOOD_PRACTICE}
    assert articles(complete()) is ARTICLES
    assert set(articles({}).values()) == {GOOD_PRACTICE}


# A condition may bind for good: it then stands, and does not keep the case open.
def test_a_condition_that_lasts_stands():
    offer = entry("offer_conditions", "requested", conditions=[{"text": "Never.", "lasting": True}])
    (made,) = kept(offer, ACCEPTED).obligations
    assert (made.status, made.undone, made.text) == (STANDING, False, "Never.")


def test_each_has_its_label_its_day_and_the_entry_by_which_it_arose():
    made = kept(OFFER, ACCEPTED, ORIGINALS).obligations
    assert [(x.label, x.arose, x.due_on) for x in made] == [
        ("B1", 3, ""), ("B2", 3, "2027-01-01"), ("B3", 4, ""), ("B4", 4, "2026-06-01"),
    ]  # fmt: skip
    assert made[0].plain()["text"] == "Not before the trial."
    assert not made[1].overdue(DAY)
    assert replace(made[1], due_on="2026-03-11").overdue(DAY)
    assert not replace(made[1], due_on="2026-03-12").overdue(DAY)


# The holder discharges what it owes; the other side releases it. What is ended ends once.
@pytest.mark.parametrize(
    ("side", "status"), [("requesting", [DISCHARGED, OPEN]), ("requested", [RELEASED, OPEN]), ("", [RELEASED, OPEN])]
)
def test_who_ends_an_obligation_says_how(side, status):
    done = entry("discharge_obligation", side, obligation="B1")
    made = kept(OFFER, ACCEPTED, done, entry("discharge_obligation", "requested", obligation="B1")).obligations
    assert [x.status for x in made] == status
    assert (made[0].ended, made[1].ended) == (4, None)
    assert kept(entry("discharge_obligation", obligation="B9")).obligations == ()


# Confidentiality ends when, after a notice that it can't be kept, the request goes on; or when it is asked no more.
@pytest.mark.parametrize("ending", [entry("answer_confidentiality"), entry("transmit_amendment", sent=2)])
def test_confidentiality_is_released(ending):
    (made,) = kept(ending, content=SECRET).obligations
    assert (made.status, made.ended) == (RELEASED, 2)


def test_confidentiality_is_owed_once_and_again():
    assert len(kept(entry("transmit_amendment", sent=3), content=SECRET).obligations) == 1
    again = kept(entry("answer_confidentiality"), entry("transmit_amendment", sent=3), content=SECRET).obligations
    assert [x.status for x in again] == [RELEASED, STANDING]


# M14: the closing says that originals were returned, or sets the day, which stays on the ledger.
@pytest.mark.parametrize(
    ("said", "status", "due_on", "undone"),
    [
        ({"returns": "done"}, DISCHARGED, "2026-06-01", False),
        ({"returns": "scheduled", "returns_on": "2026-07-01"}, OPEN, "2026-07-01", False),
        ({"returns": "none"}, OPEN, "2026-06-01", True),
    ],
)
def test_the_closing_answers_for_originals(said, status, due_on, undone):
    made = kept(ORIGINALS, entry("close", **said)).named("B2")
    assert (made.status, made.due_on, made.undone) == (status, due_on, undone)


# What waits for an answer waits until it is given.
def test_what_waits_for_an_answer():
    asked = (entry("consult_costs"), entry("ask_other_use"), NOTICE, NOTICE)
    waiting = kept(*asked)
    assert (waiting.costs, waiting.use, waiting.notices) == (asked[0], asked[1], (NOTICE, NOTICE))
    answered = kept(*asked, entry("answer_costs"), entry("answer_other_use"), entry("answer_exculpatory"))
    assert (answered.costs, answered.use, answered.notices, answered.sent) == (None, None, (), False)
    assert kept(RESULTS).sent


# A record that was taken back does not count; an entry that lacks what others have is passed over.
def test_records_from_paper():
    assert rows(entry("send_results", "requested")) == [LIMIT]
    assert rows(RESULTS, AGREED, entry("take_back_record")) == [LIMIT]
    assert ledger([(1, {}), (2, {"step": "send_results"}), (3, {"set": {"sent_version": 9}})], {}).sent


LIMITED = owed("B2", Sort.USE_LIMITATION, status=STANDING)
GONE = owed("B3", status=DISCHARGED)
THEIRS = owed("B4", holder="requested")


def holding(*obligations, **changes):
    return {"ledger": Ledger(obligations), "side": "requesting"} | changes


# No case is closed while something must still be done; what stands for good, or has ended, does not keep it open.
@pytest.mark.parametrize(
    ("obligations", "codes"),
    [
        ((), []),
        ((LIMITED, GONE), []),
        ((owed(), LIMITED), ["obligation.undone"]),
        ((owed(due_on="2026-04-01"), THEIRS), ["obligation.undone_by", "obligation.undone"]),
        ((owed(sort=Sort.RETURN),), ["obligation.undone"]),
    ],
)
def test_nothing_undone(obligations, codes):
    assert closed(o.nothing_undone, **holding(*obligations)) == codes
    but_returns = [c for c in codes if obligations[0].sort is not Sort.RETURN]
    assert closed(o.nothing_undone_but_returns, **holding(*obligations)) == but_returns


def test_a_finding_names_the_holder_and_the_place():
    found = list(o.nothing_undone.check(facts(**holding(owed(), THEIRS))))
    assert [f.values["holder_state"] for f in found] == ["BRA", "USA"]
    assert {f.where for f in found} == {"request.obligations"}
    assert found[0].article == "18(26)"


# One ends what binds: one's own once it is met, the other's by release. What stands is for the other to release.
@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        (holding(), ["obligation.none"]),
        (holding(LIMITED), ["obligation.none"]),
        (holding(owed()), []),
        (holding(owed(), data=answers(obligation="")), ["step.obligation.missing"]),
        (holding(owed(), GONE, data=answers(obligation="B3")), ["step.obligation.missing"]),
        (holding(owed(), LIMITED, data=answers(obligation="B2")), ["step.obligation.stands"]),
        (holding(LIMITED, data=answers(obligation="B2"), side="requested"), []),
        (holding(THEIRS, data=answers(obligation="B4")), []),
    ],
)
def test_which_obligation_may_be_ended(changes, codes):
    assert closed(o.obligation_chosen, **changes) == codes


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"data": answers(settled_on="2026-02-28")}, ["step.settled_on.before"]),
        ({"data": answers(settled_on="2026-03-01")}, []),
        ({"data": answers(settled_on=None)}, []),
        ({"data": answers(obligation="B7")}, []),
    ],
)
def test_nothing_ends_before_it_arose(changes, codes):
    assert closed(o.settled_after_it_arose, **holding(owed(), **changes)) == codes


# What is to be done once may have a day, yet to come; what binds for good has none.
@pytest.mark.parametrize(
    ("due_on", "lasting", "codes"),
    [
        (None, True, []),
        ("2026-03-12", False, []),
        ("2026-03-11", False, ["step.conditions.due_past"]),
        ("2026-04-01", True, ["step.conditions.due_lasting"]),
    ],
)
def test_the_day_of_a_condition(due_on, lasting, codes):
    offered = [{"label": "C1", "text": "A copy.", "source": "", "due_on": due_on, "lasting": lasting}]
    assert closed(conditions_listed, data=answers(conditions=offered)) == codes


# 18(28): who was consulted answers; the terms are stated; who bears agreed costs is said.
@pytest.mark.parametrize(
    ("rule", "changes", "codes"),
    [
        (o.costs_put, holding(), ["costs.not_put"]),
        (o.costs_put, {"ledger": Ledger(costs=put("consult_costs", "requesting")), "side": "requesting"},
         ["costs.not_put"]),
        (o.costs_put, {"ledger": Ledger(costs=put("consult_costs")), "side": "requesting"}, []),
        (o.costs_answered, {"data": answers(agreed="")}, ["step.agreed.missing"]),
        (o.costs_answered, {"data": answers(terms=" ")}, ["step.terms.missing"]),
        (o.costs_answered, {"data": answers(payer="nobody")}, ["step.payer.missing"]),
        (o.costs_answered, {"data": answers(agreed="no", payer="")}, []),
    ],
)  # fmt: skip
def test_costs(rule, changes, codes):
    assert closed(rule, **changes) == codes


# 18(19): other use needs prior consent; disclosure in favour of an accused person needs notice, before it where
# possible, else without delay, and a consultation if it is asked.
@pytest.mark.parametrize(
    ("rule", "changes", "codes"),
    [
        (o.results_were_sent, holding(), ["use.nothing_sent"]),
        (o.results_were_sent, {"ledger": Ledger(sent=True)}, []),
        (o.no_use_asked, {"ledger": Ledger(use=put("ask_other_use"))}, ["use.asked_already"]),
        (o.no_use_asked, {}, []),
        (o.use_asked, {}, ["use.not_asked"]),
        (o.use_asked, {"ledger": Ledger(use=put("ask_other_use"))}, []),
        (o.consent_said, {"data": answers(consent="perhaps")}, ["step.consent.missing"]),
        (o.consent_said, {"data": answers(consent="no")}, ["step.explanation.missing"]),
        (o.consent_said, {"data": answers(consent="no", explanation="it was a promise")}, []),
        (o.consent_said, {"data": answers(consent="yes")}, []),
        (o.disclosure_stated, {"data": answers(advance="")}, ["step.advance.missing"]),
        (o.disclosure_stated, {"data": answers(disclosed_on=None)}, ["step.disclosed_on.missing"]),
        (o.disclosure_stated, {"data": answers(disclosed_on="2026-03-11")}, ["step.day.past"]),
        (o.disclosure_stated, {"data": answers(advance="after")}, ["step.day.future", "step.why_late.missing"]),
        (o.disclosure_stated, {"data": answers(advance="after", disclosed_on="2026-03-12", why_late="in court")}, []),
        (o.disclosure_notified, {}, ["disclosure.no_notice"]),
        (o.wish_said, {"data": answers(wish="")}, ["step.wish.missing"]),
        (o.wish_said, {"data": answers(wish="consult")}, ["step.remarks.missing"]),
        (o.wish_said, {"data": answers(wish="consult", remarks="the name")}, []),
        (o.wish_said, {"data": answers(wish="consult", remarks="the name"),
                       "ledger": Ledger(notices=(put("notify_exculpatory_disclosure", advance="after"),))},
         ["step.wish.disclosed_already"]),
    ],
)  # fmt: skip
def test_other_use_and_disclosure(rule, changes, codes):
    assert closed(rule, **changes) == codes


CLOSINGS = ("close", "close_refused", "close_withdrawn", "close_redirected")
SENDING = ("submit", "approve", "sign", "transmit", "acknowledge", "open_examination", "accept", "mandate_execution",
           "report_execution", "send_results", "confirm_results")  # fmt: skip
LOOSE = [s for s in KIND.steps if s.name not in SENDING or s.name in ("send_results", "accept")]
SAID = ANSWERS | {"use_limits": "for the trial", "remarks": "the name", "explanation": "no"}


#: What brings obligations, in the order in which it must come.
BRINGING = [("open_consultation", "offer_conditions", "accept_conditions"), ("consult_costs", "answer_costs"),
            ("notify_exculpatory_disclosure", "answer_exculpatory"), ("discharge_obligation",)]  # fmt: skip


@st.composite
def courses(draw):
    """Steps in an order that mostly goes on, each with answers that differ in what the ledger reads."""
    one = st.sampled_from([*BRINGING, *((step.name,) for step in LOOSE)]) | st.sampled_from(BRINGING)
    detour = st.lists(one, max_size=2).map(lambda found: [name for names in found for name in names])
    way = [name for step in ("draft", *SENDING) for name in (step, *draw(detour))]
    return [(KIND.step(name), draw(st.sampled_from(list(Side))), {
                "obligation": draw(st.sampled_from(["B1", "B2", "B3"])),
                "wish": draw(st.sampled_from(["noted", "consult"])),
                "returns": draw(st.sampled_from(["done", "scheduled", "none"])), "returns_on": "2026-12-01",
                "items": [i | {"original": draw(st.booleans())} for i in ANSWERS["items"]],
                "return_conditions": "by courier"})
            for name in [*way, *draw(detour), *CLOSINGS]]  # fmt: skip


# By no order of steps does a case become closed while an obligation must still be done.
@settings(max_examples=150)
@given(courses(), st.sampled_from([complete(), SECRET]))
def test_no_order_of_steps_closes_a_case_with_something_undone(course, content):
    state, told = "new", []
    for step, side, said in course:
        now = ledger(enumerate(told, 1), {1: content})
        actor = rightful(step)
        if step.side is side is Side.EITHER:
            actor = replace(actor, side=Side.REQUESTED)
        data = SAID | said
        originals = any(o.sort is Sort.RETURN for o in now.obligations)
        seen = replace(facts(), data=data, ledger=now, side=actor.side.value, originals=originals)
        tried = Case(state, step, actor, seen, left_of(step, state) if state in step.sources else None)
        try:
            after = fire(KIND, tried)
        except (WrongState, StepClosed):
            continue
        told.append(entry(step.name, actor.side.value, 1 if step.name == "transmit" else None, **data))
        if after == "closed" != state:
            assert not [x for x in ledger(enumerate(told, 1), {1: content}).obligations if x.undone]
        state = after


# The guards of closing are what keeps it so: without them the search above would find a case.
@pytest.mark.parametrize("name", CLOSINGS)
def test_each_closing_is_closed_by_what_is_undone(name):
    step = KIND.step(name)
    undone = facts(ledger=Ledger((owed(),)))
    with pytest.raises(StepClosed) as found:
        fire(KIND, Case(step.sources[0], step, rightful(step), undone))
    assert [f.code for f in found.value.findings] == ["obligation.undone"]
