"""Third parties in good faith (Arts. 12(8), 13(8)): who was given notice, what they claim, what was decided on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .acts import Body, acts


@dataclass(frozen=True, slots=True)
class Notice:
    """That somebody with an interest in the property was told: how, on which day, and by when an answer is asked."""

    name: str
    interest: str
    manner: str
    on: str
    answer_by: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody claims, to which property and on which right; ``outcome`` is empty while nothing is decided."""

    label: str
    claimant: str
    assets: str
    right: str
    on: str
    outcome: str = ""
    reasons: str = ""
    decided_on: str = ""


def notices(bodies: Sequence[Body]) -> list[Notice]:
    """Everybody who was given notice, in the order in which it was reported."""
    return [
        Notice(_text(row, "name"), _text(row, "interest"), act.said("manner"), act.said("notified_on") or act.on,
               act.said("answer_by"))
        for act in acts(bodies, "notify_third_parties")
        for row in act.rows("persons")
    ]  # fmt: skip


def claims(bodies: Sequence[Body]) -> list[Claim]:
    """Every claim as it was recorded last, with what was decided on it last."""
    found: dict[str, Claim] = {}
    for act in acts(bodies, "record_claims", "decide_claims"):
        for row in act.rows("claims"):
            label, claimant, assets, right = (_text(row, name) for name in ("label", "claimant", "assets", "right"))
            found[label] = Claim(label, claimant, assets, right, act.on)
        for row in act.rows("decisions"):
            before = found.get(_text(row, "label"), Claim(_text(row, "label"), "", "", "", ""))
            found[before.label] = replace(
                before, outcome=_text(row, "outcome"), reasons=_text(row, "reasons"), decided_on=act.on
            )
    return list(found.values())


def _text(row: Body, name: str) -> str:
    """What was recorded from paper may lack anything; a claim may name several assets."""
    given = row.get(name) or ""
    return given if isinstance(given, str) else ", ".join(map(str, given))
