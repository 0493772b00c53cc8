"""One class a cause. The web, the command line and the tests tell them apart by class, never by text."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .findings import Finding

if TYPE_CHECKING:
    from .workflow import Case


class DomainError(Exception):
    """Something the rules do not allow."""


class UnknownState(DomainError):
    """The code names no State of the register (or a regional organisation, or a territory)."""

    def __init__(self, code: str, reason: str = "unknown") -> None:
        super().__init__(f"{code}: {reason}")
        self.code, self.reason = code, reason


class UnknownStep(DomainError):
    """The kind of request has no step of that name."""


class UnknownKind(DomainError):
    """There is no kind of request of that name."""


class StaleState(DomainError):
    """The request is no longer in the state that the person saw: somebody acted first."""

    def __init__(self, seen: str, actual: str) -> None:
        super().__init__(f"seen {seen}, is {actual}")
        self.seen, self.actual = seen, actual


class WrongPerson(DomainError):
    """The step belongs to another side or another role."""

    def __init__(self, step: str, side: str, roles: Sequence[str]) -> None:
        super().__init__(f"{step} belongs to the {side} side: {', '.join(roles)}")
        self.step, self.side, self.roles = step, side, tuple(roles)


class WrongState(DomainError):
    """The step does not leave from the state that the request is in."""

    def __init__(self, step: str, state: str) -> None:
        super().__init__(f"{step} does not leave from {state}")
        self.step, self.state = step, state


class StepClosed(DomainError):
    """A guard of the step is not met. ``findings`` holds every reason; ``case`` is the step as it was tried."""

    def __init__(self, step: str, findings: Sequence[Finding], case: "Case | None" = None) -> None:
        super().__init__(f"{step}: {', '.join(f.code for f in findings)}")
        self.step, self.findings, self.case = step, tuple(findings), case


class Busy(DomainError):
    """Somebody else holds the lock that this needs, and did not give it up in time: try again."""

    def __init__(self) -> None:
        super().__init__("the lock can't be had: try again")


class NotFound(DomainError):
    """There is no such thing, or it is not this person's to see: the two are never told apart."""


class NotAllowed(DomainError):
    """The person holds no role that may do this, or the thing is no longer in a state that allows it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class StaleDraft(DomainError):
    """Somebody saved the same section after the person opened it."""


class NotAccepted(DomainError):
    """What was entered can't be kept. ``fields`` holds the cause of every field that is wrong, by its name."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(", ".join(f"{name}: {cause}" for name, cause in fields.items()))
        self.fields = dict(fields)
