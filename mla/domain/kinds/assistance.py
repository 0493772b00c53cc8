"""Mutual legal assistance (Art. 18): the table of steps."""

from mla.domain import amending as am
from mla.domain import consulting as c
from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.basis import decisions as d
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.obligations import rules as o
from mla.domain.recording import arrivals, recordings
from mla.domain.workflow import NEW, Kind, Role, Side, Step, Visibility

from . import aside, consultation, other_basis, urgent
from .amendment import amendment_steps
from .front import BEFORE_SENDING, FINAL, FIRST_STEPS, INTERNAL, closing_steps, information_steps
from .obligations import obligation_steps, use_steps

RQ, RD = Side.REQUESTING, Side.REQUESTED

WORKING = ("examination", "accepted", "executing")
#: The way of a request on which all goes well, once it is sent.
ONWARD = ("transmitted", "received", "examination", "accepted", "executing", "executed", "results_sent",
          "results_confirmed")  # fmt: skip
OPEN = (*ONWARD, "info_requested", "lapsed_info", *consultation.STATES, "partly_executed", "not_executable")
#: Where the request was accepted, so that an amended one asks for a decision anew.
DECIDED = ("accepted", "executing", "executed", "partly_executed", "not_executable", "results_sent",
           "results_confirmed")  # fmt: skip
#: Where the request has ended, or is about to.
ENDED = ("redirected", "refused", "withdrawn", "closed")
STATES = (NEW, *BEFORE_SENDING, urgent.STATE, *OPEN, *ENDED, "abandoned")

#: The rules by which a letter of request that came on paper is read: what it lacks is said, and closes nothing.
READ_ON_ARRIVAL = (g.complete, g.in_scope, g.language)

DECISIONS = (
    Step("refuse", "M6", ("examination",), "refused", RD, (Role.DECIDER,), "18(9); 18(23)",
         (d.under_the_convention, g.permitted_ground, g.whole_refusal, g.given("discretion", "18(9)"),
          g.given("reasons", "18(23)"), g.decider_is_not_reviewer), documents=("refusal",), form="refuse"),
    Step("accept", "M9", ("examination",), "accepted", RD, (Role.DECIDER,), "18(1)",
         (r.party_kept, r.in_scope_kept, g.complete, g.decider_is_not_reviewer),
         documents=("acceptance",), form="accept"),
    Step("accept_in_part", "M9", ("examination", "consultation"), "accepted", RD, (Role.DECIDER,),
         "18(1); 18(9); 18(21); 18(23); 18(26)",
         (r.party_kept, r.in_scope_kept, g.complete, c.items_decided, g.decider_is_not_reviewer),
         documents=("partial_acceptance",), form="accept_in_part"),
)  # fmt: skip

EXECUTION = (
    Step("mandate_execution", "M10", ("accepted",), "executing", RD, (Role.DECIDER,), "18(13); 18(17); 18(24)",
         (am.amendment_examined, g.given("authority", "18(13)"), g.deadline_passed_on, g.not_past("due_on")),
         documents=("execution_mandate",), form="mandate_execution", visible_to=Visibility.ACTING),
    Step("report_execution", "M11", ("executing",), "executed", RD, (Role.EXECUTOR,), "18(17)",
         (am.amendment_examined, g.results_reported, g.given("executed_on", GOOD_PRACTICE),
          g.not_future("executed_on")),
         documents=("execution_report",), form="report_execution", visible_to=Visibility.ACTING, uploads="evidence"),
    Step("report_partial_execution", "M11", ("executing",), "partly_executed", RD, (Role.EXECUTOR,), "18(17)",
         (am.amendment_examined, g.results_reported, c.executed_in_part, g.given("executed_on", GOOD_PRACTICE),
          g.not_future("executed_on")),
         documents=("execution_report",), form="report_partial_execution", visible_to=Visibility.ACTING,
         uploads="evidence"),
    Step("report_nil_execution", "M11", ("executing",), "not_executable", RD, (Role.EXECUTOR,), "18(17)",
         (am.amendment_examined, c.nothing_obtained, g.given("executed_on", GOOD_PRACTICE),
          g.not_future("executed_on")),
         documents=("execution_report",), form="report_nil_execution", visible_to=Visibility.ACTING,
         uploads="evidence"),
    Step("send_nil_result", "M12", ("not_executable",), "results_sent", RD, (Role.DECIDER,), "18(17)",
         documents=("nil_result",), form="send_nil_result", hands_over=("execution_report", "evidence")),
    Step("send_results", "M12", ("executed", "partly_executed"), "results_sent", RD, (Role.DECIDER,), "18(19)",
         (g.results_listed, g.given("use_limits", "18(19)"), g.not_past("return_on")),
         documents=("results", "authenticity_certificate"), form="send_results", uploads="evidence",
         hands_over=("execution_report", "evidence")),
    Step("confirm_results", "M13", ("results_sent",), "results_confirmed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (g.inventory_checked,), documents=("receipt_of_results",), form="confirm_results"),
    Step("close", "M14", ("results_confirmed",), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (o.nothing_undone_but_returns, g.returns_settled, g.not_past("returns_on"), g.given("outcome", GOOD_PRACTICE)),
         documents=("closing_note",), form="close"),
)  # fmt: skip

STEPS = (
    *FIRST_STEPS,
    *urgent.URGENT,
    *aside.REDIRECTION,
    *information_steps(WORKING),
    *aside.LAPSE,
    *consultation.consultation_steps((*WORKING, "lapsed_info")),
    *DECISIONS,
    *other_basis.STEPS,
    *EXECUTION,
    *aside.aside_steps(OPEN),
    *amendment_steps(OPEN, DECIDED),
    *obligation_steps(OPEN, ENDED),
    *use_steps(OPEN, ENDED),
    *closing_steps((urgent.STATE, *OPEN), STATES),
)

#: Where a request stands after it was sent, until its case is closed: what arrives on paper is recorded from there.
AFTER_SENDING = (*OPEN, "redirected", "refused", "withdrawn")

KIND = Kind(
    name="assistance",
    code="MLA",
    version=2,
    states=STATES,
    final=FINAL,
    internal=INTERNAL,
    steps=STEPS,
    path=(*BEFORE_SENDING, *ONWARD, "closed"),
    recordings=(
        *recordings(STEPS, AFTER_SENDING, INTERNAL),
        *arrivals(AFTER_SENDING, ("closed",), (r.keep_status, *READ_ON_ARRIVAL), READ_ON_ARRIVAL),
    ),
)
