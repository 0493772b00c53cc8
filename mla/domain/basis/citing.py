"""What a step or a finding cites: the Convention only where it carries the request (Art. 18(6), 18(7))."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding
from .choice import Basis, apart, is_other, stated, treaty

#: The paragraphs of Art. 18 that apply whatever other treaty binds the two States (Art. 18(7)).
ALWAYS = re.compile(r"18\((?:[1-8]|30)\)(?:\(\w\))*")
_KEPT = (GOOD_PRACTICE, THIS_SYSTEM)


def is_extradition(content: Mapping[str, Any]) -> bool:
    """Whether the request is for a person: it is Art. 16 that speaks of it then, and not Art. 18."""
    return content["kind"] in ("extradition", "provisional_arrest")


def beside(facts: Facts) -> bool:
    """Whether the Convention stands beside the other basis: paragraphs 1 to 8 and 30 of Art. 18, or all of Art. 16.

    Art. 16 binds two parties whatever carries the extradition between them. What held at receipt counts, once the
    request was received.
    """
    if facts.kept:
        return any(found.code == "receipt.other_basis_beside" for found in facts.kept)
    named = stated(facts.content)["basis"] == Basis.TREATY and treaty(facts) is not None
    return (named or is_extradition(facts.content)) and not apart(facts)


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
    return replace(finding, article=article(finding.article, facts))
