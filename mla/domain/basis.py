"""Which paragraphs of Article 18 carry the request (Art. 18(7)), as the drafter states it."""

from collections.abc import Iterator, Mapping
from typing import Any

from .findings import Finding, Weight

#: Why paragraphs 9 to 29 apply: no other treaty binds the two States, or both agree to use them instead.
REASONS = ("no_other_treaty", "agreed_instead")


def carried(content: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether the Convention with paragraphs 9 to 29 is stated as the basis, and why they apply (Art. 18(7))."""
    regime = content["regime"]
    if regime["basis"] != "UNTOC":
        yield Finding("regime.basis.missing", "18(7)", where="request.regime")
    elif regime["paragraphs"] != "9-29" or regime["reason"] not in REASONS:
        yield Finding("regime.reason.missing", "18(7)", where="request.regime")
    else:
        yield Finding(f"regime.{regime['reason']}", "18(7)", Weight.HOLDS, where="request.regime")
