"""What the register is made of, and what it answers with."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from mla.domain.findings import Finding


class Instrument(StrEnum):
    """The Convention or one of its three Protocols, with the articles that rule who is bound."""

    UNTOC = "UNTOC"
    TIP = "TIP"
    SOM = "SOM"
    FIR = "FIR"

    @property
    def is_protocol(self) -> bool:
        """Whether it is one of the Protocols."""
        return self is not Instrument.UNTOC

    @property
    def consent_article(self) -> str:
        """Signature, ratification, acceptance, approval and accession."""
        return self._cite({"UNTOC": 36, "TIP": 16, "SOM": 21, "FIR": 17}[self.value])

    @property
    def force_article(self) -> str:
        """Entry into force."""
        return self._cite({"UNTOC": 38, "TIP": 17, "SOM": 22, "FIR": 18}[self.value])

    @property
    def denunciation_article(self) -> str:
        """Denunciation."""
        return self._cite({"UNTOC": 40, "TIP": 19, "SOM": 24, "FIR": 20}[self.value])

    def _cite(self, number: int) -> str:
        return f"{self.value} {number}" if self.is_protocol else str(number)


class ActionKind(StrEnum):
    """What a State did, as the depositary notified it."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    DENUNCIATION = "denunciation"


#: The actions by which a State consents to be bound (Art. 36(3)-(4); succession by practice of the depositary).
CONSENTS = frozenset(ActionKind) - {ActionKind.SIGNATURE, ActionKind.DENUNCIATION}


@dataclass(frozen=True, slots=True)
class Action:
    """One depositary action.

    ``on`` is the day of signature, of deposit, or of receipt of the notice of denunciation;
    ``effective_on`` is given only where the depositary states another day of effect than the rule's.
    """

    instrument: Instrument
    iso3: str
    kind: ActionKind
    on: dt.date
    source: str
    effective_on: dt.date | None = None

    @property
    def is_consent(self) -> bool:
        """Whether the action expresses consent to be bound."""
        return self.kind in CONSENTS


@dataclass(frozen=True, slots=True)
class Participant:
    """A State, a regional economic integration organisation, or a territory (``responsible_iso3``: its State)."""

    iso3: str
    is_reio: bool = False
    responsible_iso3: str | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """The notice that an instrument applies to a territory."""

    instrument: Instrument
    iso3: str
    responsible_iso3: str
    notified_on: dt.date
    source: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a participant is bound on a day: first and last day of the period in question, and why."""

    bound: bool
    since: dt.date | None
    until: dt.date | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """Whether two States are both bound on a day, and why."""

    bound: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts on a day; ``parties`` are the deposited instruments, as the depositary counts; ``in_force`` the bound."""

    signatories: int
    parties: int
    in_force: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the export: one consent of a participant, or its signature alone."""

    instrument: Instrument
    iso3: str
    signed_on: dt.date | None
    deposited_on: dt.date | None
    action: ActionKind | None
    in_force_on: dt.date | None
    denounced_on: dt.date | None
