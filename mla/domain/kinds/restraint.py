"""Tracing, freezing and seizure (Art. 13(2)): rows A2 to A6 of the treaty digest."""

from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.assets import counting as n
from mla.domain.assets import grounds, scope
from mla.domain.assets import holding as h
from mla.domain.assets import orders as a
from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM
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
         (a.tracing_told, n.listed("assets"), n.new_labels, n.readable("new", "value"),
          g.given("use_limits", "18(19)")), documents=("tracing_report",), form="report_tracing",
         uploads="supplement"),
)  # fmt: skip

FREEZING = (
    Step("submit_freeze", "A3", (*DECIDABLE, "traced"), "freeze_pending", RD, (Role.DECIDER,), "13(2)",
         (*_TAKEN_UP, a.freeze_asked, n.property_known, g.given("authority", "18(13)"), g.not_future("submitted_on")),
         documents=("freeze_submission",), form="submit_freeze"),
    Step("report_freeze", "A4", ("freeze_pending", "frozen"), "frozen", RD, (Role.EXECUTOR,), "2(f); 13(2)",
         (a.freeze_ordered, n.listed("assets"), n.readable("assets", "amount"), g.not_future("ordered_on"),
          g.not_past("lapses_on"), g.not_past("needed_by")),
         documents=("freeze_notice",), form="report_freeze", uploads="supplement"),
    Step("continue_freeze", "A4", DECIDABLE, "frozen", RD, (Role.DECIDER,), "13(2)",
         (*_TAKEN_UP, h.freeze_held), documents=("freeze_continuation",), form="continue_freeze"),
    Step("report_denial", "A4", ("freeze_pending", "court_phase"), "denied", RD, (Role.EXECUTOR,),
         "12(6); 18(8); 18(22); 18(23)",
         (grounds.denial_explained, g.given("reasons", "18(23)"), g.not_future("decided_on")),
         documents=("denial_report",), form="report_denial", uploads="supplement"),
    Step("close_measure", "rule 7", ("traced", "lifted", "denied"), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (o.nothing_undone, g.given("outcome", GOOD_PRACTICE)), documents=("closing_note",), form="close_refused"),
    Step("end_freeze", "A6", ("frozen",), "lifted", RD, (Role.EXECUTOR,), THIS_SYSTEM,
         (h.nothing_frozen,), documents=("freeze_end",), form="end_freeze"),
    Step("close_followed", "A7", ("frozen",), "closed", RQ, (Role.SIGNATORY,), "13(1)",
         (a.freeze_only, h.obligations_done, a.followed, g.given("outcome", GOOD_PRACTICE)),
         documents=("closing_note",), form="close_followed"),
)  # fmt: skip

STEPS = (*TRACING, *FREEZING)


def holding_steps(states: tuple[str, ...]) -> tuple[Step, ...]:
    """Self-loops of the states in which property may be frozen: a freeze lives beside whatever else is done."""
    return (
        Step("ask_extension", "A5", states, STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
             (h.freeze_held, a.still_justified, g.not_past("until_on")), documents=("freeze_extension_request",),
             form="ask_extension", uploads="supplement"),
        Step("extend_freeze", "A5", states, STAYS, RD, (Role.EXECUTOR, Role.DECIDER), "2(f)",
             (h.assets_held("ordered_on"), h.held_longer, a.extended, g.not_future("ordered_on"),
              g.not_past("lapses_on"), g.not_past("needed_by")),
             documents=("freeze_extension",), form="extend_freeze"),
        Step("decline_extension", "A5", states, STAYS, RD, (Role.EXECUTOR, Role.DECIDER), "18(23)",
             (a.extension_asked, g.given("reasons", "18(23)")), documents=("freeze_extension_declined",),
             form="decline_extension"),
        Step("notify_unjustified", "A6", states, STAYS, RQ, (Role.SIGNATORY,), "18(24)",
             (h.freeze_held, g.given("reason", "18(24)")), documents=("freeze_release",), form="notify_unjustified"),
        Step("lift_freeze", "A6", states, STAYS, RD, (Role.EXECUTOR,), "18(24)",
             (h.assets_held("lifted_on"), a.lift_explained, g.not_future("lifted_on")), documents=("freeze_lifting",),
             form="lift_freeze"),
    )  # fmt: skip
