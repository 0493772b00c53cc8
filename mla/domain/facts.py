"""What the guards look at: the facts of one request on one day, as plain values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .agreements import Agreement
from .assets.recovery import Recovery
from .assets.several import Elsewhere
from .course import Course
from .declarations import Declarations
from .extradition.pursuit import Pursuit
from .findings import Finding
from .later import Deferring
from .obligations import Ledger
from .treaties import Register


@dataclass(frozen=True, slots=True)
class Facts(Deferring):
    """The facts of one request when a step is tried; those that few rules look at may be looked up ``later``.

    ``day`` is the date in the acting authority's time zone; ``requesting`` and ``requested`` are ISO 3166-1
    alpha-3; ``content`` is the current version, or the draft while there is none, ``content_hash`` its SHA-256;
    ``numbered`` says whether it has its own reference; ``drafters`` are all who wrote in it, ``reviewer`` and
    ``signatory`` those who approved and signed this version; ``data`` is what the step's form gave; ``kept``
    are the findings on status and scope that the acknowledgement kept; ``asked`` the open questions of a request
    for additional information; ``own_entries`` the history entries of
    the acting authority; ``reviewers`` who may be assigned on the
    requested side and ``examined`` those who were or asked questions; ``sent_on`` is the day of transmission in the
    acting authority's time zone; ``originals`` says whether originals were sent with the results.
    ``declarations`` is what States declared, and ``addressed`` the name of the authority to which the request goes.
    ``course`` is what the history says of consultation, offer and postponement; ``agreements`` are the other treaties
    to which both States are recorded as parties, whatever the day. ``sent`` is the version that the other side reads.
    ``on_paper`` says whether the authority on the other side is not on this system, and ``incoming`` what is told of a
    paper that came from it: reference, dated_on, happened_on, their_reference, files, no_scan, and ``today``; then
    ``day`` is the day on which it happened.
    ``pursuit`` is what the history says of an extradition, and ``main_sent_on`` the day on which the formal request to
    which a request for provisional arrest belongs was sent.
    ``recovery`` is what the history says of assets, and ``confiscations`` are the references of the linked requests for
    confiscation that were sent and are open. ``left_frozen`` are labels of property that is still frozen in a case that
    was closed in favour of this one, where no other request goes on with it. ``elsewhere`` is what the requesting
    side's own requests to other States show of the same order; the other side is told of nothing but by a step.
    ``requested_day`` is the date in the requested authority's time zone, where that authority signs in here.
    ``side`` is the acting one, "requesting" or "requested"; ``ledger`` who owes what. ``competing`` are the other open
    requests for the same person that the requested authority holds, each by its id with the State that asks.
    """

    day: dt.date
    register: Register
    requesting: str
    requested: str
    actor: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)
    content_hash: str = ""
    numbered: bool = False
    drafters: frozenset[str] = frozenset()
    reviewer: str | None = None
    signatory: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    kept: tuple[Finding, ...] = ()
    asked: tuple[Mapping[str, Any], ...] = ()
    own_entries: frozenset[int] = frozenset()
    reviewers: frozenset[str] = frozenset()
    examined: frozenset[str] = frozenset()
    sent_on: dt.date | None = None
    originals: bool = False
    declarations: Declarations = field(default_factory=Declarations)
    addressed: str = ""
    course: Course = field(default_factory=Course)
    agreements: tuple[Agreement, ...] = ()
    sent: Mapping[str, Any] = field(default_factory=dict)
    on_paper: bool = False
    incoming: Mapping[str, Any] = field(default_factory=dict)
    side: str = ""
    ledger: Ledger = field(default_factory=Ledger)
    pursuit: Pursuit = field(default_factory=Pursuit)
    recovery: Recovery = field(default_factory=Recovery)
    confiscations: tuple[str, ...] = ()
    left_frozen: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    main_sent_on: dt.date | None = None
    competing: Mapping[str, str] = field(default_factory=dict)
    requested_day: dt.date | None = None

    @property
    def held_on(self) -> dt.date:
        """The day by which a freeze holds or has lapsed: that of the State that ordered it, else the day of the act."""
        return self.requested_day or self.day
