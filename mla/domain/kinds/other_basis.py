"""Refusal and postponement of a request on another basis than the Convention (rule 6 of the treaty digest)."""

from mla.domain import consulting as c
from mla.domain import guards as g
from mla.domain.basis import decisions as d
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.workflow import Role, Side, Step

SOURCES = ("examination", "consultation")

STEPS = (
    Step("refuse_on_other_basis", "rule 6", SOURCES, "refused", Side.REQUESTED, (Role.DECIDER,), GOOD_PRACTICE,
         (d.under_another_basis, d.ground_of_basis, d.provision_named, d.reasons_told, d.consultation_advised,
          g.decider_is_not_reviewer), documents=("refusal_on_other_basis",), form="refuse_on_other_basis"),
    Step("postpone_on_other_basis", "rule 6", SOURCES, "postponed", Side.REQUESTED, (Role.DECIDER,), GOOD_PRACTICE,
         (d.under_another_basis, d.provision_named, c.interferes, c.review_day, d.consultation_advised,
          g.decider_is_not_reviewer), documents=("postponement_on_other_basis",), form="postpone_on_other_basis"),
)  # fmt: skip
