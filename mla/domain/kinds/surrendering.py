"""Surrender: the person's consent, postponement, arrangement, handover, and speciality (rows X17 to X22)."""

from mla.domain import amending as am
from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.extradition import arranging as s
from mla.domain.extradition import scope
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.obligations import rules as o
from mla.domain.workflow import STAYS, Role, Step

from .pursuing import RD, RQ, WORKING

#: The states of this part, beside the way on which all goes well.
STATES = ("simplified", "surrender_postponed", "temporarily_surrendered")
GRANTED = ("granted", "granted_conditional")

STEPS = (
    Step("record_consent", "X22", WORKING, "simplified", RD, (Role.EXECUTOR,), "16(8)",
         (r.party_kept, scope.in_scope_kept, s.consent_informed, g.not_future("consented_on")),
         documents=("consent_record",), form="record_consent", uploads="supplement"),
    Step("postpone_surrender", "X17", (*GRANTED, "simplified", "surrender_arranged"), "surrender_postponed", RD,
         (Role.DECIDER,), "16(7)", (s.postponed_for,), documents=("surrender_postponement",),
         form="postpone_surrender"),
    Step("surrender_temporarily", "X17", ("surrender_postponed",), "temporarily_surrendered", RD, (Role.DECIDER,),
         GOOD_PRACTICE, (s.returned_by,), documents=("temporary_surrender",), form="surrender_temporarily"),
    Step("return_person", "X17", ("temporarily_surrendered",), "surrender_postponed", RQ, (Role.SIGNATORY,),
         GOOD_PRACTICE, (s.told("return_told", GOOD_PRACTICE, "returned_on", "place", "taken_by"),
                         g.not_future("returned_on")), documents=("return_record",), form="return_person"),
    Step("close_postponed", "rule 7", ("surrender_postponed",), "closed", RD, (Role.DECIDER,), GOOD_PRACTICE,
         (o.nothing_undone, g.given("outcome", GOOD_PRACTICE)), documents=("closing_note",), form="close_postponed"),
    Step("arrange_surrender", "X18", (*GRANTED, "simplified", "surrender_postponed", "surrender_arranged"),
         "surrender_arranged", RD, (Role.DECIDER, Role.EXECUTOR), GOOD_PRACTICE,
         (s.arranged, am.amendment_pointed_out), documents=("surrender_arrangement",), form="arrange_surrender"),
    Step("agree_surrender", "X18", ("surrender_arranged",), STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (s.arrangement_waits,), documents=("surrender_agreement",), form="agree_surrender"),
    Step("hand_over", "X19", ("surrender_arranged",), "surrendered", RD, (Role.EXECUTOR,), GOOD_PRACTICE,
         (s.arrangement_agreed, s.handed_over, s.custody_told, g.not_future("handed_on"), am.amendment_pointed_out),
         documents=("handover_record",), form="hand_over", uploads="supplement"),
    Step("close_surrendered", "X20", ("surrendered",), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (o.nothing_undone_but_persons, g.given("outcome", GOOD_PRACTICE)), documents=("outcome_report",),
         form="close_surrendered"),
    Step("ask_speciality_consent", "X21", ("surrendered", "closed"), STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (s.was_surrendered, s.speciality_free, s.offences_outside), documents=("speciality_request",),
         form="ask_speciality_consent", uploads="supplement"),
    Step("answer_speciality_consent", "X21", ("surrendered", "closed"), STAYS, RD, (Role.DECIDER,), GOOD_PRACTICE,
         (s.speciality_asked,), documents=("speciality_answer",), form="answer_speciality_consent"),
)  # fmt: skip
