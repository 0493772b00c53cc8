"""The decision on an extradition: judicial phase, assurances, consultation, grant, refusal (rows X5 to X16)."""

from mla.domain import amending as am
from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.extradition import assurances as a
from mla.domain.extradition import deciding as d
from mla.domain.extradition import grounds as gr
from mla.domain.extradition import nationality as n
from mla.domain.extradition import scope
from mla.domain.extradition.arranging import told
from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM
from mla.domain.obligations import rules as o
from mla.domain.workflow import RETURNS, STAYS, Role, Side, Step

RQ, RD = Side.REQUESTING, Side.REQUESTED

WORKING = ("examination", "judicial_phase")
#: Where the person is a national who is not extradited, and what comes instead.
INSTEAD = ("refused_national", "prosecution_asked", "prosecution_submitted", "prosecution_reported",
           "enforcement_asked", "sentence_considered")  # fmt: skip
#: The states of this part, beside the way on which all goes well.
STATES = ("assurance_sought", "consultation", "conditions_offered", "granted_conditional", *INSTEAD)
_MAY_REFUSE = ("consultation", *WORKING)

JUDICIAL = (
    Step("begin_judicial_phase", "X5", ("examination",), "judicial_phase", RD, (Role.DECIDER,), "16(1); 16(2)",
         (r.party_kept, scope.in_scope_kept, d.dual_assessed, g.decider_is_not_reviewer),
         documents=("authority_to_proceed",), form="begin_judicial_phase"),
    Step("seek_assurance", "X6", WORKING, "assurance_sought", RD, (Role.DECIDER,), "16(7)",
         (a.concern_stated,), documents=("assurance_request",), form="seek_assurance"),
    Step("give_assurance", "X7", ("assurance_sought",), RETURNS, RQ, (Role.SIGNATORY,), "16(7)",
         (a.assurance_specific, g.not_past("expires_on")), documents=("assurance",), form="give_assurance",
         uploads="supplement"),
    Step("decline_assurance", "X7", ("assurance_sought",), RETURNS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (told("assurance_reasons", GOOD_PRACTICE, "explanation"),), documents=("assurance_declined",),
         form="decline_assurance"),
    Step("lapse_assurance", "X7", ("assurance_sought",), RETURNS, RD, (Role.DECIDER,), THIS_SYSTEM,
         (a.assurance_unanswered,), documents=("assurance_lapsed",), form="lapse_assurance"),
)  # fmt: skip

CONSULTATION = (
    Step("open_consultation", "X8", WORKING, "consultation", RD, (Role.DECIDER,), "16(16)",
         (gr.consultation_stated, g.given("circumstances", "16(16)")), documents=("extradition_consultation",),
         form="consult_on_extradition"),
    Step("answer_consultation", "X8", ("consultation",), STAYS, RQ, (Role.SIGNATORY,), "16(16)",
         (g.given("opinion", "16(16)"),), documents=("consultation_answer",), form="answer_consultation",
         uploads="supplement"),
    Step("end_consultation", "X9", ("consultation",), RETURNS, RD, (Role.DECIDER,), "16(16)",
         (g.given("outcome", THIS_SYSTEM),), documents=("consultation_end",), form="end_consultation"),
    Step("refuse_extradition", "X10", _MAY_REFUSE, "refused", RD, (Role.DECIDER,), "16(7); 16(14); 16(16)",
         (gr.ground_permitted, n.not_for_nationality, gr.consulted, g.given("reasons", GOOD_PRACTICE),
          g.decider_is_not_reviewer),
         documents=("extradition_refusal",), form="refuse_extradition"),
)  # fmt: skip

NATIONALITY = (
    Step("refuse_for_nationality", "X11", _MAY_REFUSE, "refused_national", RD, (Role.DECIDER,), "16(10); 16(12)",
         (n.article_binds, n.national, gr.consulted_on_nationality, g.given("reasons", GOOD_PRACTICE),
          g.decider_is_not_reviewer), documents=("nationality_refusal",), form="refuse_for_nationality"),
    Step("ask_prosecution", "X12", ("refused_national", "sentence_considered"), "prosecution_asked", RQ,
         (Role.SIGNATORY,), "16(10)", (told("file_transferred", GOOD_PRACTICE, "evidence"),),
         documents=("prosecution_request",), form="ask_prosecution", uploads="supplement"),
    Step("submit_prosecution", "X12", ("prosecution_asked",), "prosecution_submitted", RD, (Role.DECIDER,),
         "16(10); 15(3)", (n.submitted, g.not_future("submitted_on")), documents=("prosecution_submission",),
         form="submit_prosecution"),
    Step("report_prosecution", "X13", ("prosecution_submitted",), "prosecution_reported", RD, (Role.EXECUTOR,),
         "16(10)", (told("outcome_told", "16(10)", "result", "decided_by", "decided_on"), g.not_future("decided_on")),
         documents=("prosecution_outcome",), form="report_prosecution", uploads="supplement"),
    Step("apply_enforcement", "X14", ("refused_national",), "enforcement_asked", RQ, (Role.SIGNATORY,), "16(12)",
         (n.sentence_imposed, told("sentence_told", "16(12)", "remainder")), documents=("enforcement_application",),
         form="apply_enforcement", uploads="supplement"),
    Step("decide_enforcement", "X14", ("enforcement_asked",), "sentence_considered", RD, (Role.DECIDER,), "16(12)",
         (n.enforcement_decided, g.decider_is_not_reviewer), documents=("enforcement_decision",),
         form="decide_enforcement"),
    Step("ask_for_neither", "rule 7", ("refused_national", "prosecution_asked", "enforcement_asked"),
         "refused_national", RQ, (Role.SIGNATORY,), "16(10); 16(12)",
         (n.not_waived, g.given("statement", "16(10)")), documents=("neither_asked",), form="ask_for_neither"),
    Step("close_nationality", "rule 7", ("refused_national", "prosecution_reported", "sentence_considered"), "closed",
         RQ, (Role.SIGNATORY,), GOOD_PRACTICE, (o.nothing_undone, g.given("outcome", GOOD_PRACTICE)),
         documents=("closing_note",), form="close_refused"),
)  # fmt: skip

_GRANTING = (am.amendment_examined, r.party_kept, d.offences_decided, d.dual_held, d.treated_fairly,
             g.decider_is_not_reviewer)  # fmt: skip
GRANT = (
    Step("grant", "X15", ("judicial_phase",), "granted", RD, (Role.DECIDER,), "16(1); 16(13)",
         _GRANTING, documents=("grant",), form="grant"),
    Step("offer_conditions", "X16", ("judicial_phase",), "conditions_offered", RD, (Role.DECIDER,),
         "16(7); 16(11); 16(13)", (*_GRANTING, d.conditions_listed), documents=("conditional_grant",),
         form="grant_on_conditions"),
    Step("accept_conditions", "X16", ("conditions_offered",), "granted_conditional", RQ, (Role.SIGNATORY,),
         "16(7); 16(11)", (d.undertaken, g.given("capacity", GOOD_PRACTICE)), documents=("undertaking",),
         form="accept_grant_conditions"),
    Step("decline_conditions", "X16", ("conditions_offered",), "judicial_phase", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         documents=("conditions_declined",), form="decline_conditions"),
    Step("lapse_offer", "X16", ("conditions_offered",), "judicial_phase", RD, (Role.DECIDER,), THIS_SYSTEM,
         (d.offer_unanswered,), documents=("offer_lapsed",), form="lapse_offer"),
)  # fmt: skip

STEPS = (*JUDICIAL, *CONSULTATION, *NATIONALITY, *GRANT)
