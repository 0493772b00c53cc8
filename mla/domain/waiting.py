"""Which steps of a case somebody waits for, and whose they are: read from its history and what was sent, for a day."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .amendment import STAGES, unexamined
from .assets import waiting as assets
from .extradition.pursuit import pursuit
from .history import last
from .kinds.assets import KIND as ASSETS
from .obligations import ledger
from .workflow import STAYS, Actor, Kind, Role, Side, Step

#: Steps by which one side answers what the other asked beside the way, and the finding that says nothing was asked.
ANSWERS = {
    "answer_confidentiality": "confidentiality.no_notice",
    "answer_costs": "costs.not_put",
    "answer_other_use": "use.not_asked",
    "answer_exculpatory": "disclosure.no_notice",
    "answer_speciality_consent": "surrender.nothing_waits",
}
#: Steps that may be taken on the way but for which nobody waits.
ASIDE = frozenset(
    {
        "recall",
        "abandon",
        "withdraw",
        "attach_signed_copy",
        "notify_orally",
        "attach_signed_confirmation",
        "correct_record",
        "ask_progress",
        "report_progress",
        "notify_confidentiality",
        "consult_costs",
        "redirect",
        "discharge_obligation",
        "ask_other_use",
        "notify_exculpatory_disclosure",
        "ask_speciality_consent",
        "weigh_competing",
        "extend_arrest",
        "end_arrest",
        *assets.ASIDE,
        *ANSWERS,
        *STAGES,
    }
)
#: Steps for which somebody waits only once something else happened, or until it did.
CONDITIONAL: Mapping[str, Callable[[Sequence[Mapping[str, Any]]], bool]] = {
    "examine_amendment": unexamined,
    "sign_confirmation": lambda told: last(told, "sign_confirmation") is None,
    "confirm_in_writing": lambda told: last(told, "sign_confirmation") is not None,
    "answer_other_use": lambda told: ledger(enumerate(told, 1), {}).use is not None,
    "answer_exculpatory": lambda told: bool(ledger(enumerate(told, 1), {}).notices),
    "arrange_surrender": lambda told: not pursuit(told).arrangement,
    "postpone_surrender": lambda told: not pursuit(told).arrangement,  # while a proposal waits, its answer does
    "agree_surrender": lambda told: not pursuit(told).agreed,
    "hand_over": lambda told: pursuit(told).agreed,
    "answer_speciality_consent": lambda told: bool(pursuit(told).speciality),
    "end_arrest": lambda told: told[-1]["to"] == "withdrawn" and pursuit(told).held,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a case waits for: the side whose turn it is, and the names of its steps."""

    side: Side
    steps: tuple[str, ...]

    @classmethod
    def of(cls, side: str, steps: str) -> "Waiting":
        """As it is kept: the side, and the names of the steps with spaces between them."""
        return cls(Side(side), tuple(steps.split()))

    def acting(self, kind: Kind, side: Side, held: frozenset[Role]) -> tuple[bool, tuple[Role, ...]]:
        """Whether somebody of the side can take a step that is waited for; in which of their roles, or else who may."""
        steps, reader = [kind.step(name) for name in self.steps], Actor("", side, held)
        mine = any(step.belongs_to(reader) for step in steps)
        roles = dict.fromkeys(role for step in steps for role in step.roles if not mine or role in held)
        return mine, tuple(roles)


def waiting(
    kind: Kind, state: str, told: Sequence[Mapping[str, Any]], sent: Mapping[str, Any], day: dt.date
) -> Waiting | None:
    """What a case in the state waits for on the day; None where nobody waits for a step.

    ``told`` are its history entries, from first to last; ``sent`` is the version that was sent, empty before.
    """
    barred = assets.barred(sent) if kind.name == ASSETS.name else ()
    leaving = (s for s in kind.leaving(state) if s.name not in barred)
    found = sorted((s for s in leaving if awaited(s, told, day)), key=lambda step: step.name not in assets.FIRST)
    if not found:
        return None
    side = assets.side(found[0], told)
    return Waiting(side, tuple(step.name for step in found if step.side in (side, Side.EITHER)))


def awaited(step: Step, told: Sequence[Mapping[str, Any]], day: dt.date) -> bool:
    """Whether somebody waits for the step: not for an answer of the side that had the last word."""
    if step.name in assets.CONDITIONAL:
        return assets.CONDITIONAL[step.name](told, day)
    if step.name in CONDITIONAL:
        return CONDITIONAL[step.name](told)
    return step.name not in ASIDE and not (step.target == STAYS and _last_word(told) == step.side)


def _last_word(told: Sequence[Mapping[str, Any]]) -> str:
    """The side that spoke last to the other; empty where none did."""
    return next((str(body["side"]) for body in reversed(told) if body["step"] not in ASIDE), "")
