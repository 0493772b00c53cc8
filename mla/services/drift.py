"""Where a request that was sent and the matter from which it was drawn have drifted apart: a rule of this system.

A freeze, a request for assistance and an extradition may be drawn from one matter. What was sent stays as it was; the
matter is written on, and the next request says what it says then. A warning, which closes nothing.
"""

from typing import Any

from mla.domain.findings import THIS_SYSTEM, Finding, Weight
from mla.domain.history import canonical, parsed
from mla.domain.kinds import kind_named
from mla.models import Request
from mla.queries import matters

from . import drafting

#: What a request takes from the matter and says as a fact, in the order of the letter.
PARTS = ("persons", "accounts", "facts", "offences", "property")


def parts(request: Request) -> tuple[str, ...]:
    """What the matter says otherwise now than the version of the request that was sent; nothing before one is sent."""
    sent = drafting.sent(request)
    if sent is None:
        return ()
    before, now = parsed(sent.content), drafting.told(request)
    return tuple(part for part in PARTS if part in before and part in now and _differ(before[part], now[part]))


def _differ(before: Any, now: Any) -> bool:
    return bool(before != now) and canonical(before) != canonical(now)


def beside(request: Request) -> list[Request]:
    """The other requests drawn from the same matter that are not over, latest first."""
    return [other for other in matters.drawn(request.matter_id) if other.id != request.id and not _over(other)]


def _over(request: Request) -> bool:
    return request.state in kind_named(request.kind).final


def of_itself(request: Request) -> list[Finding]:
    """A warning if the request was sent, is not over, and the matter says otherwise now."""
    told = parts(request) if not _over(request) else ()
    values = {"reference": request.requesting_reference or "", "drifted": ",".join(told)}
    return [Finding("matter.drifted", THIS_SYSTEM, Weight.WARNS, values, "request.amendment")] if told else []
