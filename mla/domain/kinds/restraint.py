"""Tracing, freezing and seizure (Art. 13(2)): rows A2 to A6 of the treaty digest."""

from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.assets import grounds, scope
from mla.domain.assets import orders as a
from mla.domain.assets.answers import told
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.obligations import rules as o
from mla.domain.workflow import STAYS, Role, Side, Step, Visibility

RQ, RD = Side.REQUESTING, Side.REQUESTED

#: Where it may be decided what is done with the request.
DECIDABLE = ("examination", "accepted")
STATES = ("tracing", "traced", "freeze_pending", "frozen", "lifted", "denied")
_TAKEN_UP = (r.party_kept, scope.in_scope_kept, g.complete, g.decider_is_not_reviewer)

TRACING = (
    Step("begin_tracing", "A2", DECIDABLE, "tracing", RD, (Role.DECIDER,), "13(2); 18(13)",
         (*_TAKEN_UP, g.given("authority", "18(13)"), g.deadline_passed_on, g.not_past("due_on")),
         documents=("tracing_mandate",), form="begin_tracing", visible_to=Visibility.ACTING),
    Step("report_tracing", "A2", ("tracing",), "traced", RD, (Role.EXECUTOR,), "13(2); 12(6)",
         (a.tracing_told, g.given("use_limits", "18(19)")), documents=("tracing_report",), form="report_tracing",
         uploads="supplement"),
)  # fmt: skip

FREEZING = (
    Step("submit_freeze", "A3", (*DECIDABLE, "traced"), "freeze_pending", RD, (Role.DECIDER,), "13(2)",
         (*_TAKEN_UP, a.freeze_asked, g.given("authority", "18(13)")), documents=("freeze_submission",),
         form="submit_freeze"),
    Step("report_freeze", "A4", ("freeze_pending", "frozen"), "frozen", RD, (Role.EXECUTOR,), "2(f); 13(2)",
         (a.freeze_ordered, g.not_future("ordered_on"), g.not_past("lapses_on"), g.not_past("needed_by")),
         documents=("freeze_notice",), form="report_freeze", uploads="supplement"),
    Step("ask_extension", "A5", ("frozen",), STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (a.freeze_alive, a.still_justified, g.not_past("until_on")), documents=("freeze_extension_request",),
         form="ask_extension", uploads="supplement"),
    Step("extend_freeze", "A5", ("frozen",), STAYS, RD, (Role.EXECUTOR, Role.DECIDER), "2(f)",
         (a.freeze_alive, a.extended, g.not_past("lapses_on"), g.not_past("needed_by")),
         documents=("freeze_extension",), form="extend_freeze"),
    Step("decline_extension", "A5", ("frozen",), STAYS, RD, (Role.EXECUTOR, Role.DECIDER), "18(23)",
         (a.extension_asked, g.given("reasons", "18(23)")), documents=("freeze_extension_declined",),
         form="decline_extension"),
    Step("notify_unjustified", "A6", ("freeze_pending", "frozen"), STAYS, RQ, (Role.SIGNATORY,), "18(24)",
         (g.given("reason", "18(24)"),), documents=("freeze_release",), form="notify_unjustified"),
    Step("lift_freeze", "A6", ("frozen",), "lifted", RD, (Role.EXECUTOR,), "18(24)",
         (a.lift_explained, g.not_future("lifted_on")), documents=("freeze_lifting",), form="lift_freeze"),
    Step("lift_freeze_in_part", "A6", ("frozen",), STAYS, RD, (Role.EXECUTOR,), "18(24)",
         (a.lift_explained, g.not_future("lifted_on")), documents=("freeze_lifting",),
         form="lift_freeze_in_part"),
    Step("report_denial", "A4", ("freeze_pending", "court_phase"), "denied", RD, (Role.EXECUTOR,),
         "12(6); 18(8); 18(22); 18(23)",
         (grounds.denial_explained, g.given("reasons", "18(23)"), g.not_future("decided_on")),
         documents=("denial_report",), form="report_denial", uploads="supplement"),
    Step("close_measure", "rule 7", ("traced", "lifted", "denied"), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (o.nothing_undone, g.given("outcome", GOOD_PRACTICE)), documents=("closing_note",), form="close_refused"),
    Step("close_followed", "A7", ("frozen",), "closed", RQ, (Role.SIGNATORY,), "13(1)",
         (a.freeze_only, o.nothing_undone, told("followed", GOOD_PRACTICE, "followed_by"),
          g.given("outcome", GOOD_PRACTICE)),
         documents=("closing_note",), form="close_followed"),
)  # fmt: skip

STEPS = (*TRACING, *FREEZING)
