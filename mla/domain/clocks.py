"""What falls due on which day in a case: the next answers, computed from history and content, never stored.

A clock runs while its answer is awaited. Duties are the ledger's: those for which a day was set are listed.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from . import basis
from .assets.content import FREEZE, TRACE
from .assets.watch import AHEAD, watched
from .course import CONSULTING, Course, course
from .extradition.pursuit import Pursuit, pursuit
from .findings import DOMESTIC_LAW, GOOD_PRACTICE, THIS_SYSTEM
from .history import last
from .kinds import kind_named
from .obligations import Obligation, Status
from .urgent import FORTHWITH
from .workflow import Kind, Side, Visibility

RQ, RD = Side.REQUESTING, Side.REQUESTED
#: Where no answer of the requested side is awaited any more, or none yet.
SETTLED = frozenset({
    "oral_notified", "results_sent", "results_confirmed", "redirected", "refused", "withdrawn", "refused_national",
    "prosecution_reported", "sentence_considered", "surrendered", "arrest_declined", "arrest_ended",
    "lifted", "denied", "confiscated", "realised", "disposal_consultation", "disposed",
})  # fmt: skip
#: By what was asked about assets: the state in which it is answered.
ANSWERED = frozenset({(TRACE, "traced"), (FREEZE, "frozen")})


@dataclass(frozen=True, slots=True)
class Clock:
    """What is due: ``code`` names its sentence; the article, or whose rule the day is; who must act, and by when.

    ``about`` are the values of its sentence.
    """

    code: str
    article: str
    holder: Side
    due_on: dt.date
    about: Mapping[str, str] = field(default_factory=dict)

    def overdue(self, day: dt.date) -> bool:
        """Whether the day by which it was due has passed."""
        return day > self.due_on

    @property
    def lapsed(self) -> bool:
        """Whether it tells of a freeze that has lapsed, for which nothing can be done any more but a new order."""
        return self.code == _LAPSED

    def ahead(self, day: dt.date) -> int | None:
        """How many days are left before a freeze lapses, or before what it needs must come, where few are."""
        left = (self.due_on - day).days
        return left if self.code in (_LAPSES, _NEEDED) and 0 <= left <= AHEAD else None


@dataclass(frozen=True)
class _Seen:
    """What a reader sees of a case: its state, the entries readable to them, and the version that was sent, if any.

    What has passed is read from the entries only where a clock of the state asks for it.
    """

    kind: Kind
    state: str
    bodies: Sequence[Mapping[str, Any]]
    content: Mapping[str, Any]
    obligations: Sequence[Obligation]
    formal_came: bool
    day: dt.date

    @cached_property
    def course(self) -> Course:
        """What has passed between the two sides."""
        return course(self.bodies)

    @cached_property
    def pursuit(self) -> Pursuit:
        """What has passed between them on a person."""
        return pursuit(self.bodies)

    @property
    def awaited(self) -> bool:
        """Whether the requested side has still to answer the request."""
        asked = str((self.content.get("measure") or {}).get("stage") or "")
        open_ = self.state not in SETTLED | self.kind.internal | self.kind.final
        return open_ and (asked, self.state) not in ANSWERED

    @property
    def seeks_a_person(self) -> bool:
        """Whether it is Art. 16 that speaks of the request, and not Art. 18."""
        return basis.is_extradition({"kind": self.kind.name})

    def said(self, step: str, name: str) -> str:
        """What the last step of that name gave."""
        found = last(self.bodies, step)
        return str(found["data"].get(name) or "") if found else ""


#: The state in which the formal request for extradition is awaited.
AWAITS_FORMAL_REQUEST = "arrest_ordered"


def running(
    kind: Kind,
    state: str,
    bodies: Sequence[Mapping[str, Any]],
    content: Mapping[str, Any],
    day: dt.date,
    obligations: Sequence[Obligation] = (),
    *,
    formal_came: bool = False,
) -> tuple[Clock, ...]:
    """The clocks that run in a case on the day, the earliest first.

    ``bodies`` are the history entries that the reader may read, from first to last; ``content`` is the version that was
    sent, empty before; ``obligations`` are those of the ledger; ``formal_came`` says whether the extradition to which
    an arrest belongs was sent. What stands in no readable entry starts no clock.
    """
    seen = _Seen(kind, state, bodies, content, obligations, formal_came, day)
    found = (clock for rule in _RULES for clock in rule(seen))
    return tuple(sorted(found, key=lambda clock: (clock.due_on, clock.code)))


def _by(code: str, article: str, holder: Side, day: object, **about: str) -> Iterator[Clock]:
    """The clock, if a day was given for it: what is recorded from paper may lack one."""
    if day:
        yield Clock(code, article, holder, dt.date.fromisoformat(str(day)), about)


def _confirmation(seen: _Seen) -> Iterator[Clock]:
    """18(14): an oral request is confirmed in writing forthwith; the number of days is this system's."""
    if seen.state == "oral_notified" and (told := seen.course.urgent):
        article = "18(14)" if told["means"] == "oral" else THIS_SYSTEM
        day = dt.date.fromisoformat(told["on"]) + FORTHWITH
        yield Clock(f"clock.confirmation.{told['means']}", article, RQ, day)


def _consultation(seen: _Seen) -> Iterator[Clock]:
    """A reply to the consultation, or to the offer of conditions, by the day that the requested side asked."""
    held = seen.course.consultation if seen.state in CONSULTING else None
    if held and seen.state == "consultation" and not held.replies:
        yield from _by("clock.consultation", GOOD_PRACTICE, RQ, held.reply_on)
    elif held and seen.state == "conditions_offered":
        yield from _by("clock.offer", GOOD_PRACTICE, RQ, held.offer_reply_on)


def _information(seen: _Seen) -> Iterator[Clock]:
    """The answer to a request for additional information, by the day that was asked last."""
    if seen.state in ("info_requested", "lapsed_info"):
        yield from _by("clock.information", GOOD_PRACTICE, RQ, seen.course.information_due_on)


def _review(seen: _Seen) -> Iterator[Clock]:
    """The day on which a postponement is looked at again."""
    if seen.state == "postponed":
        yield from _by("clock.review", GOOD_PRACTICE, RD, seen.course.review_on)


def _deadline(seen: _Seen) -> Iterator[Clock]:
    """18(24): fullest account is taken of a deadline for which reasons are given."""
    asked = seen.content.get("deadline") or {}
    if seen.awaited and str(asked.get("reasons") or "").strip():
        beside = seen.seeks_a_person or basis.is_other(seen.content)
        article = GOOD_PRACTICE if beside else "18(24)"
        yield from _by("clock.deadline", article, RD, asked.get("on"))


def _execution(seen: _Seen) -> Iterator[Clock]:
    """The day that was passed on to the executing authority."""
    if seen.state == "executing":
        yield from _by("clock.execution", GOOD_PRACTICE, RD, seen.said("mandate_execution", "due_on"))


#: The answers that may name the day of the next one: the clock, and the name of the day.
_PROMISES: Mapping[str, tuple[str, str]] = {
    "acknowledge": ("clock.promise", "next_answer_on"),
    "report_progress": ("clock.expected", "expected_on"),
}


def _promise(seen: _Seen) -> Iterator[Clock]:
    """The next answer that the requested side promised; whatever it answers keeps the promise, and may make another."""
    if not seen.awaited:
        return
    passing = _passing(seen.kind.name)
    answer = next((b for b in reversed(seen.bodies) if b["side"] == RD and b["step"] in passing), None)
    if answer and answer["step"] in _PROMISES:
        code, name = _PROMISES[answer["step"]]
        yield from _by(code, GOOD_PRACTICE, RD, answer["data"].get(name))


@cache
def _passing(kind: str) -> frozenset[str]:
    """The steps of the kind that both sides see."""
    return frozenset(step.name for step in kind_named(kind).steps if step.visible_to is Visibility.BOTH)


def _surrender(seen: _Seen) -> Iterator[Clock]:
    """What a case on a person waits for: an assurance, the formal documents, the surrender, a review."""
    if seen.seeks_a_person and seen.state in _WAITS and not (seen.formal_came and seen.state == AWAITS_FORMAL_REQUEST):
        code, holder, part, name = _WAITS[seen.state]
        yield from _by(code, GOOD_PRACTICE, holder, _named(getattr(seen.pursuit, part), name))


def _named(said: Any, name: str) -> Any:
    """What an entry gave under the name, or what stands for the day itself."""
    return said.get(name) if name else said


#: By state: the clock, who must act, and where the pursuit holds the day. The Convention sets none of these days.
_WAITS: Mapping[str, tuple[str, Side, str, str]] = {
    "assurance_sought": ("clock.assurance", RQ, "assurance", "reply_on"),
    "conditions_offered": ("clock.offer", RQ, "offer", "reply_on"),
    "arrest_ordered": ("clock.documents", RQ, "documents_by", ""),
    "surrender_arranged": ("clock.surrender", RD, "arrangement", "surrender_on"),
    "surrender_postponed": ("clock.review", RD, "review_on", ""),
}


_LAPSES, _NEEDED, _LAPSED = "clock.freeze", "clock.freeze_needed", "clock.freeze_lapsed"


def _freezes(seen: _Seen) -> Iterator[Clock]:
    """The lapse of each freeze, and what must come before: rules of the State that ordered it. A closed case keeps its
    freeze, so that it is told there too; that one has lapsed is told only where it was to hold on.
    """
    for one in watched(seen.bodies, seen.day):
        about = {"assets": ", ".join(one.labels), "rule": one.rule, "needed": one.freeze.needed or "…"}
        if one.freeze.alive(seen.day):
            yield from _by(_LAPSES, DOMESTIC_LAW, RD, one.freeze.lapses_on, **about)
            yield from _by(_NEEDED, DOMESTIC_LAW, RQ, one.freeze.needed_by, **about)
        elif seen.state not in SETTLED | seen.kind.final:
            yield from _by(_LAPSED, DOMESTIC_LAW, RD, one.freeze.lapses_on, **about)


def _owed(seen: _Seen) -> Iterator[Clock]:
    """What the ledger holds as open, with the day that was set for it."""
    for obligation in seen.obligations:
        if obligation.status is Status.OPEN:
            code = f"clock.{obligation.sort.value}"
            yield from _by(code, obligation.article, Side(obligation.holder), obligation.due_on)


_RULES: tuple[Callable[[_Seen], Iterator[Clock]], ...] = (
    _confirmation, _consultation, _information, _review, _deadline, _execution, _promise, _surrender, _freezes,
    _owed,
)  # fmt: skip
