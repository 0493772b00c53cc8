"""Steps on obligations: costs agreed (F17), obligations ended, another use and disclosure (M15), also after closing."""

from mla.domain import guards as g
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.obligations import rules as o
from mla.domain.workflow import STAYS, Role, Side, Step

RQ, RD = Side.REQUESTING, Side.REQUESTED


def _received(open_states: tuple[str, ...], ended: tuple[str, ...]) -> tuple[str, ...]:
    return (*(s for s in open_states if s != "transmitted"), *ended)


def obligation_steps(open_states: tuple[str, ...], ended: tuple[str, ...]) -> tuple[Step, ...]:
    """Self-loops of the states after receipt, those in which a case has ended among them: what binds outlives it."""
    states = _received(open_states, ended)
    return (
        Step("answer_costs", "F17", states, STAYS, Side.EITHER, (Role.SIGNATORY, Role.DECIDER), "18(28)",
             (o.costs_put, o.costs_answered, g.not_past("due_on")), documents=("cost_answer",), form="answer_costs"),
        Step("discharge_obligation", "rule 7", states, STAYS, Side.EITHER, (Role.SIGNATORY, Role.DECIDER),
             GOOD_PRACTICE,
             (o.obligation_chosen, g.given("account", GOOD_PRACTICE), g.given("settled_on", GOOD_PRACTICE),
              g.not_future("settled_on"), o.settled_after_it_arose),
             documents=("obligation_notice",), form="discharge_obligation", uploads="proof"),
    )  # fmt: skip


def use_steps(open_states: tuple[str, ...], ended: tuple[str, ...]) -> tuple[Step, ...]:
    """What results sent bring with them: consent to another use, notice of a disclosure (row M15)."""
    states = _received(open_states, ended)
    return (
        Step("ask_other_use", "M15", states, STAYS, RQ, (Role.SIGNATORY,), "18(19)",
             (o.results_were_sent, o.no_use_asked, g.given("other_use", "18(19)"), g.given("reason", GOOD_PRACTICE)),
             documents=("other_use_request",), form="ask_other_use"),
        Step("answer_other_use", "M15", states, STAYS, RD, (Role.DECIDER,), "18(19)",
             (o.use_asked, o.consent_said), documents=("other_use_answer",), form="answer_other_use"),
        Step("notify_exculpatory_disclosure", "M15", states, STAYS, RQ, (Role.SIGNATORY,), "18(19)",
             (o.results_were_sent, g.given("disclosed", "18(19)"), g.given("disclosed_in", "18(19)"),
              o.disclosure_stated),
             documents=("disclosure_notice",), form="notify_exculpatory_disclosure"),
        Step("answer_exculpatory", "M15", states, STAYS, RD, (Role.DECIDER,), "18(19)",
             (o.disclosure_notified, o.wish_said), documents=("disclosure_answer",), form="answer_exculpatory"),
    )  # fmt: skip
