"""Steps beside the way, while a request is open: progress, confidentiality, costs, redirection, lapsed information."""

from mla.domain import asides as a
from mla.domain import guards as g
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.obligations import rules as o
from mla.domain.workflow import STAYS, Role, Side, Step

RQ, RD = Side.REQUESTING, Side.REQUESTED


def aside_steps(open_states: tuple[str, ...]) -> tuple[Step, ...]:
    """Self-loops of the open states after transmission; the requested side speaks once it has a reference."""
    received = tuple(s for s in open_states if s != "transmitted")
    return (
        Step("ask_progress", "F15", open_states, STAYS, RQ, (Role.SIGNATORY, Role.REGISTRY), "18(24)",
             (g.given("enquiry", "18(24)"),), documents=("progress_enquiry",), form="ask_progress"),
        Step("report_progress", "F15", received, STAYS, RD, (Role.REGISTRY, Role.REVIEWER, Role.DECIDER), "18(24)",
             (g.given("progress", "18(24)"),), documents=("progress_report",), form="report_progress"),
        Step("notify_confidentiality", "F16", received, STAYS, RD, (Role.DECIDER,), "18(20)",
             (g.given("reason", "18(20)"),), documents=("confidentiality_notice",), form="notify_confidentiality"),
        Step("answer_confidentiality", "F16", received, STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
             (a.confidentiality_answered,), documents=("confidentiality_answer",), form="answer_confidentiality"),
        Step("consult_costs", "F17", received, STAYS, Side.EITHER, (Role.SIGNATORY, Role.DECIDER), "18(28)",
             (g.given("expenses", "18(28)"), g.given("proposal", "18(28)")), documents=("cost_consultation",),
             form="consult_costs"),
    )  # fmt: skip


REDIRECTION = (
    Step("redirect", "F10", ("received",), "redirected", RD, (Role.REGISTRY,), "18(13)",
         (g.given("competent_authority", "18(13)"), g.given("reason", GOOD_PRACTICE)), documents=("redirection",),
         form="redirect"),
    Step("close_redirected", "rule 7", ("redirected",), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (o.nothing_undone, g.given("outcome", GOOD_PRACTICE),), documents=("closing_note",), form="close_redirected"),
)  # fmt: skip

LAPSE = (
    Step("remind_information", "F13", ("info_requested",), STAYS, RD, (Role.REVIEWER, Role.REGISTRY), GOOD_PRACTICE,
         (a.answer_overdue, a.new_day), documents=("reminder",), form="remind_information"),
    Step("lapse_information", "F13", ("info_requested",), "lapsed_info", RD, (Role.DECIDER,), GOOD_PRACTICE,
         (a.reminded_in_vain,), documents=("information_lapsed",), form="lapse_information"),
)  # fmt: skip
