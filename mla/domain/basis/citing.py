"""What a step or a finding cites: the Convention only where it carries the request (Art. 18(6), 18(7))."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding
from .choice import Basis, apart, is_other, stated

#: The paragraphs of Art. 18 that apply whatever other treaty binds the two States (Art. 18(7)).
ALWAYS = re.compile(r"18\((?:[1-8]|30)\)(?:\(\w\))*")
_KEPT = (GOOD_PRACTICE, THIS_SYSTEM)


def is_extradition(content: Mapping[str, Any]) -> bool:
    """Whether the request is for a person: it is Art. 16 that speaks of it then, and not Art. 18."""
    return content["kind"] in ("extradition", "provisional_arrest")


def beside(facts: Facts) -> bool:
    """Whether the Convention stands beside the other basis: paragraphs 1 to 8 and 30 of Art. 18, or all of Art. 16.

    Art. 18(7) leaves those paragraphs between two parties, whichever the treaty. Art. 16 binds them whatever carries
    the extradition. What held at receipt counts, once the request was received.
    """
    if stated(facts.content)["basis"] != Basis.TREATY and not is_extradition(facts.content):
        return False
    at_receipt = _kept(facts)
    return not apart(facts) if at_receipt is None else at_receipt


def _kept(facts: Facts) -> bool | None:
    """Whether the Convention bound both at receipt; None where that was not looked at, the basis being another then."""
    kept = {found.code: found.values for found in facts.kept}
    if {"receipt.both_bound", "receipt.other_basis_beside"} & set(kept):
        return True
    alone = kept.get("receipt.other_basis", {})
    unseen = alone.get("basis") == Basis.RECIPROCITY and not is_extradition(facts.content)
    return None if not kept or unseen else False


def article(bare: str, facts: Facts) -> str:
    """The articles that a step's row or a finding names, as far as the request's basis lets them be cited.

    Several are separated by semicolons. What rests on a paragraph that does not bind here is good practice.
    """
    parts = [part.strip() for part in bare.split(";")]
    if is_extradition(facts.content):
        stands = not is_other(facts.content) or beside(facts)
        kept = [part for part in parts if part in _KEPT or (stands and not part.startswith("18("))]
    elif not is_other(facts.content):
        return bare
    else:
        stands = beside(facts)
        kept = [part for part in parts if part in _KEPT or (stands and ALWAYS.fullmatch(part))]
    return "; ".join(dict.fromkeys(kept)) or GOOD_PRACTICE


def relabelled(finding: Finding, facts: Facts) -> Finding:
    """The finding with the article that it may cite."""
    cited = article(finding.article, facts)
    return finding if cited == finding.article else replace(finding, article=cited)
