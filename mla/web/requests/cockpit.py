"""The table of grounds: what Article 13, 16 or 18, or another basis, says of each, and where a case stands on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mla import wording
from mla.documents.words import GROUNDS, SURRENDER_GROUNDS
from mla.domain import basis
from mla.domain.assets import grounds as recovery
from mla.domain.basis.decisions import no_bank_secrecy
from mla.domain.extradition import grounds as surrender
from mla.domain.facts import Facts
from mla.domain.kinds import assets
from mla.domain.refusal import Ground, matrix, other_matrix
from mla.wording import refusal as words

#: The steps whose page shows the table.
STEPS = frozenset({"refuse", "open_consultation", "refuse_after_consultation", "postpone", "accept_in_part",
                   "refuse_on_other_basis", "postpone_on_other_basis", "refuse_extradition",
                   "refuse_for_nationality", "refuse_not_covered", "report_denial"})  # fmt: skip
TONES = {"open": "green", "never": "red"}


@dataclass(frozen=True, slots=True)
class Row:
    """A ground in words: what it may do, what is owed, its article, and where the case stands on it."""

    ground: str
    use: str
    consult: str
    reasons: str
    article: str
    stands: str
    tone: str


def rows(facts: Facts, step: str) -> list[Row]:
    """The table for the page of a step, by the basis of the request; empty where the step decides on no ground."""
    if step not in STEPS:
        return []
    if basis.is_extradition(facts.content):
        return [_of_extradition(g, facts) for g in surrender.matrix(facts.course.consultation, facts.day)]
    other = basis.is_other(facts.content)
    of_kind = recovery.matrix if facts.content["kind"] == assets.KIND.name else matrix
    grounds = other_matrix(no_bank_secrecy(facts)) if other else of_kind(facts.course.consultation, facts.day)
    return [_row(ground, {**GROUNDS, **words.THROUGH, **words.NEVER}) for ground in grounds]


def _of_extradition(ground: Ground, facts: Facts) -> Row:
    """A ground of Art. 16; where the Convention does not bind, nothing of it is cited."""
    cited = replace(ground, article=basis.article(ground.article, facts))
    row = _row(cited, {**SURRENDER_GROUNDS, **words.THROUGH_A_CONDITION, **words.NEVER})
    return replace(row, stands=str(words.STANDS_WHERE_APPROPRIATE.get(ground.stands, row.stands)))


def _row(ground: Ground, names: Mapping[str, Any]) -> Row:
    name = str(names[ground.name])
    return Row(
        ground=name[:1].upper() + name[1:],
        use=str(words.USES[ground.use]),
        consult=str(words.OWED[ground.consult]),
        reasons=str(words.OWED[ground.reasons]),
        article=wording.article(ground.article),
        stands=str(words.STANDS[ground.stands]),
        tone=TONES.get(ground.stands, "amber"),
    )
