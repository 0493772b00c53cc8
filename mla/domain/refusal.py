"""Grounds of refusal: which are permitted, which never, and which need a consultation first."""

from collections.abc import Iterator, Mapping
from typing import Any

from .findings import Finding, Weight

DUAL_CRIMINALITY = "dual_criminality"
#: Grounds that no path can save, with the paragraph that forbids them.
NEVER = {"bank_secrecy": "18(8)", "fiscal": "18(22)"}
#: Grounds that need a consultation before a refusal (Art. 18(26)).
CONSULT_FIRST = {
    "conformity": "18(21)(a)",
    "essential_interests": "18(21)(b)",
    "domestic_prohibition": "18(21)(c)",
    "legal_system": "18(21)(d)",
}


def ground(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether the ground chosen may carry a refusal without a consultation: only Art. 18(9) may."""
    chosen = str(data.get("ground") or "")
    if chosen == DUAL_CRIMINALITY:
        yield Finding("refusal.dual_criminality", "18(9)", Weight.HOLDS)
    elif chosen in NEVER:
        yield Finding(f"refusal.never.{chosen}", NEVER[chosen], where="step.ground")
    elif chosen in CONSULT_FIRST:
        yield Finding("refusal.consult_first", "18(26)", values={"article": CONSULT_FIRST[chosen]}, where="step.ground")
    else:
        yield Finding("refusal.ground.missing", "18(23)", where="step.ground")
