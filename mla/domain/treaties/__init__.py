"""Who is bound by the Convention and its Protocols, from which day, and by which rule.

Everything is computed from dated depositary actions (signature, consent, succession, denunciation); no status
is ever stored. Day arithmetic: "the nth day after the date of deposit" is the day of deposit plus n days.
"""

from .periods import effect_of_denunciation
from .records import (
    CONSENTS,
    Action,
    ActionKind,
    Bond,
    Counts,
    Instrument,
    Participant,
    Row,
    Standing,
    Territory,
)
from .register import Register

__all__ = [
    "CONSENTS",
    "Action",
    "ActionKind",
    "Bond",
    "Counts",
    "Instrument",
    "Participant",
    "Register",
    "Row",
    "Standing",
    "Territory",
    "effect_of_denunciation",
]
