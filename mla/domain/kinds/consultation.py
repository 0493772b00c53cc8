"""Consultation, conditions, refusal after a consultation, postponement (rows M1 to M8 of the treaty digest)."""

from mla.domain import consulting as c
from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.basis import decisions as d
from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM
from mla.domain.workflow import RETURNS, STAYS, Role, Side, Step

RQ, RD = Side.REQUESTING, Side.REQUESTED

#: The states of this part, beside the way on which all goes well.
STATES = ("consultation", "conditions_offered", "postponed")


def consultation_steps(sources: tuple[str, ...]) -> tuple[Step, ...]:
    """A consultation is opened from ``sources``, and leads to conditions, back, or to refusal or postponement."""
    return (
        Step("answer_consultation", "M1", ("consultation",), STAYS, RQ, (Role.SIGNATORY,), "18(26)",
             (g.given("opinion", "18(26)"),), documents=("consultation_answer",), form="answer_consultation",
             uploads="supplement"),
        Step("open_consultation", "M1", sources, "consultation", RD, (Role.DECIDER,), "18(26)",
             (c.consultation_stated, g.given("circumstances", "18(26)"), g.given("helpful_conditions", "18(26)")),
             documents=("consultation",), form="open_consultation"),
        Step("end_consultation", "rule 7", ("consultation",), RETURNS, RD, (Role.DECIDER,), "18(26)",
             (g.given("outcome", THIS_SYSTEM),), documents=("consultation_end",), form="end_consultation"),
        Step("offer_conditions", "M2", ("consultation",), "conditions_offered", RD, (Role.DECIDER,), "18(26)",
             (r.party_kept, r.in_scope_kept, g.complete, c.conditions_listed, g.decider_is_not_reviewer),
             documents=("conditional_offer",), form="offer_conditions"),
        Step("accept_conditions", "M3", ("conditions_offered",), "accepted", RQ, (Role.SIGNATORY,), "18(26)",
             (c.undertaken, g.given("capacity", GOOD_PRACTICE)), documents=("undertaking",),
             form="accept_conditions"),
        Step("decline_conditions", "M4", ("conditions_offered",), "consultation", RQ, (Role.SIGNATORY,), "18(26)",
             documents=("conditions_declined",), form="decline_conditions"),
        Step("lapse_offer", "M4", ("conditions_offered",), "consultation", RD, (Role.DECIDER,), THIS_SYSTEM,
             (c.offer_unanswered,), documents=("offer_lapsed",), form="lapse_offer"),
        Step("refuse_after_consultation", "M5", ("consultation",), "refused", RD, (Role.DECIDER,),
             "18(21); 18(23); 18(26)",
             (d.under_the_convention, c.ground_permitted, g.whole_refusal, c.consultation_held, c.discretion_considered,
              g.given("reasons", "18(23)"), g.decider_is_not_reviewer), documents=("refusal",),
             form="refuse_after_consultation"),
        Step("postpone", "M7", ("consultation",), "postponed", RD, (Role.DECIDER,), "18(25); 18(26)",
             (d.under_the_convention, c.interferes, c.postponement_consulted, c.review_day, g.decider_is_not_reviewer),
             documents=("postponement",), form="postpone"),
        Step("resume", "M8", ("postponed",), "examination", RD, (Role.DECIDER,), "18(25)",
             (c.may_resume,), documents=("resumption",), form="resume"),
    )  # fmt: skip
