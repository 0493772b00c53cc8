"""What of the content that an article asks for is given, and what lacks: the same list as the guards', counted."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .content import REQUIREMENTS, Requirement, carried_by_convention, completeness
from .findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight

#: How strictly Art. 18(15) asks for each of its parts (treaty digest, 4.1).
STRENGTHS: Mapping[str, str] = {
    "18(15)(a)": "required",
    "18(15)(b)": "required",
    "18(15)(c)": "conditional",
    "18(15)(d)": "required",
    "18(15)(e)": "where_possible",
    "18(15)(f)": "required",
}
#: What Art. 13 asks besides of a request about assets, each at one stage alone (treaty digest, 4.1).
OF_ASSETS: Mapping[str, str] = dict.fromkeys(("13(1)(b)", "13(3)(a)", "13(3)(b)", "13(3)(c)"), "required")


@dataclass(frozen=True, slots=True)
class Line:
    """One article: how much it asks of this request, and the findings on what lacks.

    ``strength`` is required, conditional, where_possible, or empty for what no article of the Convention asks.
    ``asked`` is 0 where the article asks nothing of this request.
    """

    article: str
    strength: str
    asked: int
    gaps: tuple[Finding, ...]

    @property
    def given(self) -> int:
        """How much of what is asked is given."""
        return self.asked - len(self.gaps)


def score(
    content: Mapping[str, Any], maker: str, requirements: Collection[Requirement] = REQUIREMENTS
) -> tuple[Line, ...]:
    """The content by article: Art. 18(15), Art. 13 for assets, then good practice and the rules of this system.

    ``maker`` names the authority that makes the request, empty where nobody is known to make it; ``requirements`` are
    those of the kind of request. Where another basis than the Convention carries the request, or its kind rests on
    another article, no paragraph of Art. 18(15) is claimed.
    """
    prescribed = carried_by_convention(content) and any(r.article in STRENGTHS for r in requirements)
    found = [_made(maker, prescribed=prescribed), *completeness(content, requirements)]
    articles = (*STRENGTHS, *OF_ASSETS) if prescribed else ()
    lines = [_line(article, found) for article in (*articles, GOOD_PRACTICE, THIS_SYSTEM)]
    return tuple(line for line in lines if line.asked or line.article in STRENGTHS)


def _made(maker: str, *, prescribed: bool) -> Finding:
    """That the letter bears the name of the authority making the request."""
    article = "18(15)(a)" if prescribed else GOOD_PRACTICE
    if maker:
        return Finding("content.maker.given", article, Weight.HOLDS)
    return Finding("content.maker.missing", article)


def _line(article: str, found: Iterable[Finding]) -> Line:
    asked = [f for f in found if f.article == article]
    gaps = tuple(f for f in asked if f.weight is not Weight.HOLDS)
    return Line(article, {**STRENGTHS, **OF_ASSETS}.get(article, ""), len(asked), gaps)
