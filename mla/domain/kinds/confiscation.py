"""Confiscation by either route of Art. 13(1), and the rights of third parties: rows A8 to A10, A15 and A16."""

from mla.domain import amending as am
from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.assets import counting as n
from mla.domain.assets import grounds, interests, scope
from mla.domain.assets import orders as a
from mla.domain.assets import others as o
from mla.domain.assets.answers import told
from mla.domain.basis import decisions as d
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.workflow import STAYS, Role, Step

from .restraint import DECIDABLE, RD, RQ

STATES = ("court_phase", "confiscated")
#: Where property is held, taken or not yet disposed of, so that others may have rights in it.
_TOUCHING = ("frozen", "court_phase", "confiscated", "realised", "disposal_consultation")

COURT = (
    Step("begin_court_phase", "A8", (*DECIDABLE, "traced", "frozen", "lifted"), "court_phase", RD, (Role.DECIDER,),
         "13(1); 13(4)",
         (r.party_kept, scope.in_scope_kept, g.complete, a.confiscation_asked, a.order_stands, n.property_known,
          g.given("authority", "13(1)"), g.given("law", "13(4)"), g.not_future("submitted_on"),
          g.decider_is_not_reviewer),
         documents=("confiscation_submission",), form="begin_court_phase"),
    Step("notify_third_parties", "A9", _TOUCHING, STAYS, RD, (Role.EXECUTOR,), "12(8); 13(8)",
         (interests.notice_given, g.not_future("notified_on"), g.not_past("answer_by")),
         documents=("third_party_notice",), form="notify_third_parties", uploads="supplement"),
    Step("record_claims", "A9", _TOUCHING, STAYS, RD, (Role.EXECUTOR,), "12(8); 13(8)",
         (interests.claims_stated,), documents=("claim_record",), form="record_claims", uploads="supplement"),
    Step("decide_claims", "A9", _TOUCHING, STAYS, RD, (Role.EXECUTOR,), "12(8); 13(8)",
         (interests.claims_answered, g.not_future("decided_on")), documents=("claim_decision",), form="decide_claims",
         uploads="supplement"),
    Step("report_confiscation", "A10", ("court_phase", "confiscated"), "confiscated", RD, (Role.EXECUTOR,),
         "13(1); 12(8); 13(8)",
         (am.amendment_examined, a.order_stands, a.confiscation_told, n.listed("assets"), n.not_taken_yet,
          n.readable("assets", "amount"), n.order_readable, n.within_order("report_confiscation"),
          interests.interests_heard, g.not_future("ordered_on")),
         documents=("confiscation_report",), form="report_confiscation", uploads="supplement"),
)  # fmt: skip

REFUSALS = (
    Step("refuse", "M6", ("examination",), "refused", RD, (Role.DECIDER,), "18(9); 18(23)",
         (d.under_the_convention, g.permitted_ground, g.whole_refusal, g.given("discretion", "18(9)"),
          g.given("reasons", "18(23)"), g.decider_is_not_reviewer), documents=("refusal",), form="refuse"),
    Step("refuse_not_covered", "A11", ("examination", "consultation"), "refused", RD, (Role.DECIDER,),
         "13(7); 18(23)",
         (d.under_the_convention, grounds.not_covered, g.whole_refusal, d.consultation_advised,
          g.given("reasons", "18(23)"), g.decider_is_not_reviewer), documents=("coverage_refusal",),
         form="refuse_not_covered"),
)  # fmt: skip


def order_steps(open_states: tuple[str, ...]) -> tuple[Step, ...]:
    """Self-loops of the open states: the order ends, others are asked to enforce it too, and what they recovered."""
    return (
        Step("notify_unenforceable", "A15", open_states, STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
             (a.enforcement_asked, g.given("reason", GOOD_PRACTICE), told("end_told", GOOD_PRACTICE, "ended_on"),
              g.not_future("ended_on")), documents=("order_ended",), form="notify_unenforceable", uploads="supplement"),
        Step("notify_other_states", "A16", open_states, STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
             (a.enforcement_asked, a.others_told, o.all_named), documents=("several_states",),
             form="notify_other_states"),
        Step("report_recovery", "A16", open_states, STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
             (a.enforcement_asked, a.recovery_told, n.sum_readable, n.within_order("report_recovery"),
              o.told_as_shown, g.not_future("recovered_on")), documents=("recovery_notice",),
             form="report_recovery"),
    )  # fmt: skip
