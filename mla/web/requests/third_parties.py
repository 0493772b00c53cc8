"""Third parties in good faith, as the pages of a case show them: notice, claims and what was decided (12(8), 13(8))."""

from collections.abc import Mapping, Sequence
from typing import Any

from mla.documents.formats import opening
from mla.domain.assets.claims import Claim, claims, notices
from mla.domain.facts import Facts
from mla.domain.kinds import assets
from mla.wording import proceeds

#: The steps whose page shows them: those that touch property in which others may have rights.
STEPS = frozenset({"begin_court_phase", "notify_third_parties", "record_claims", "decide_claims", "report_confiscation",
                   "report_denial", "lift_freeze", "report_realisation", "dispose"})  # fmt: skip
TONES = {"upheld": "amber", "in_part": "amber", "rejected": "neutral", "": "red"}


def before(facts: Facts, step: str) -> dict[str, Any] | None:
    """What is known of them before a step; nothing for a step that touches no property."""
    if step not in STEPS or facts.content["kind"] != assets.KIND.name:
        return None
    return known(facts.recovery.entries)


def known(bodies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Who was given notice, and each claim with what was decided on it."""
    return {"notices": notices(bodies), "claims": [_claim(one) for one in claims(bodies)]}


def _claim(one: Claim) -> dict[str, Any]:
    said = proceeds.CLAIMS.get(one.outcome, one.outcome)
    return {"claim": one, "outcome": opening(str(said)), "tone": TONES.get(one.outcome, "neutral")}
