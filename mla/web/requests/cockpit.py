"""The table of grounds: what Article 18, or another basis, says of each, and where this case stands on it."""

from dataclasses import dataclass

from mla import wording
from mla.documents.words import GROUNDS
from mla.domain.basis import beside, is_other
from mla.domain.facts import Facts
from mla.domain.refusal import Ground, matrix, other_matrix
from mla.wording import refusal as words

#: The steps whose page shows the table.
STEPS = frozenset({"refuse", "open_consultation", "refuse_after_consultation", "postpone", "accept_in_part",
                   "refuse_on_other_basis", "postpone_on_other_basis"})  # fmt: skip
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
    other = is_other(facts.content)
    grounds = other_matrix(beside=beside(facts)) if other else matrix(facts.course.consultation, facts.day)
    return [_row(ground) for ground in grounds]


def _row(ground: Ground) -> Row:
    name = str(GROUNDS[ground.name] if ground.name in GROUNDS else words.NEVER[ground.name])
    return Row(
        ground=name[:1].upper() + name[1:],
        use=str(words.USES[ground.use]),
        consult=str(words.OWED[ground.consult]),
        reasons=str(words.OWED[ground.reasons]),
        article=wording.article(ground.article),
        stands=str(words.STANDS[ground.stands]),
        tone=TONES.get(ground.stands, "amber"),
    )
