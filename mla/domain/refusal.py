"""Grounds of refusal and postponement: which are permitted, which never, and which need a consultation first."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .course import Consultation
from .findings import GOOD_PRACTICE, Finding, Weight

#: Where paragraphs 9 to 29 do not bind: a provision of the treaty or of domestic law, which the decision names.
PROVISION = "provision"
DUAL_CRIMINALITY = "dual_criminality"
POSTPONEMENT = "postponement"
#: Grounds that no path can save, with the paragraph that forbids them.
NEVER = {"bank_secrecy": "18(8)", "fiscal": "18(22)"}
#: Grounds that need a consultation before a refusal (Art. 18(26)). A request outside the scope of the article is
#: treated as one that is not in conformity with it: a reading of this system.
CONSULT_FIRST = {
    "conformity": "18(21)(a)",
    "essential_interests": "18(21)(b)",
    "domestic_prohibition": "18(21)(c)",
    "legal_system": "18(21)(d)",
    "outside_scope": "18(21)(a)",
}
#: Every ground that may carry a refusal, with its paragraph.
PERMITTED = {DUAL_CRIMINALITY: "18(9)"} | CONSULT_FIRST
#: What is no ground of its own in Art. 18, and through which paragraphs it may be one (a reading of this system).
THROUGH = {
    "discrimination": "18(21)(b); 18(21)(d)",
    "condition": "18(21)(c); 18(21)(d)",
    "political_offence": "18(21)(c); 18(21)(d)",
    "de_minimis": "18(21)(c); 18(21)(d)",
    "costs": "18(28)",
}
#: What a consultation may be opened about: an intended refusal, or an intended postponement.
INTENDED = PERMITTED | {POSTPONEMENT: "18(25)"}


def ground(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether the ground chosen may carry a refusal without a consultation: only Art. 18(9) may."""
    chosen = str(data.get("ground") or "")
    yield from refusable(chosen)
    if chosen in CONSULT_FIRST:
        yield Finding("refusal.consult_first", "18(26)", values={"article": CONSULT_FIRST[chosen]}, where="step.ground")


def intended(*, convention: bool) -> tuple[str, ...]:
    """What a consultation may be opened about: by the Convention's grounds, or by those of another basis."""
    return tuple(INTENDED) if convention else (PROVISION, POSTPONEMENT)


def refusable(chosen: str, where: str = "step.ground") -> Iterator[Finding]:
    """Whether the ground may carry a refusal at all, after a consultation or without."""
    if chosen in PERMITTED:
        yield Finding(f"refusal.{chosen}", PERMITTED[chosen], Weight.HOLDS, where=where)
    elif chosen in NEVER:
        yield Finding(f"refusal.never.{chosen}", NEVER[chosen], where=where)
    elif chosen in THROUGH:
        yield Finding(f"refusal.through.{chosen}", THROUGH[chosen], where=where)
    elif chosen == POSTPONEMENT:
        yield Finding("refusal.postpone_only", "18(25)", where=where)
    elif chosen:
        yield Finding("refusal.ground.unknown", "18(21)", where=where)
    else:
        yield Finding("refusal.ground.missing", "18(23)", where=where)


def ask_first(chosen: Iterable[str], asked: bool) -> Iterator[Finding]:
    """Before a request is found not in conformity, what it lacks may be asked for: that nobody did only warns."""
    if "conformity" in chosen and not asked:
        yield Finding("refusal.ask_first", "18(16)", Weight.WARNS, where="request.history")


def consulted(chosen: str, held: Consultation | None, day: dt.date, where: str = "step.ground") -> Iterator[Finding]:
    """Whether the requesting State was consulted on this ground, and had the opportunity to reply (Art. 18(26))."""
    if held is None:
        yield Finding("consultation.none", "18(26)", where=where)
        return
    if chosen not in held.grounds:
        yield Finding("consultation.other_ground", "18(26)", where=where)
    yield from replied(held, day)


def replied(held: Consultation, day: dt.date) -> Iterator[Finding]:
    """Whether the requesting State has replied, or the day by which it was asked to has passed."""
    values = {"opened_on": held.opened_on, "reply_on": held.reply_on}
    if held.replies:
        yield Finding("consultation.replied", "18(26)", Weight.HOLDS, values)
    elif not held.reply_on:
        yield Finding("consultation.no_day", "18(26)", Weight.WARNS, {"opened_on": held.opened_on})
    elif dt.date.fromisoformat(held.reply_on) < day:
        yield Finding("consultation.no_reply", "18(26)", Weight.HOLDS, values)
    else:
        yield Finding("consultation.reply_awaited", "18(26)", values=values, where="request.history")


@dataclass(frozen=True, slots=True)
class Ground:
    """A row of the matrix of Art. 18, with the paragraph that is its ``article``.

    ``use`` is ``refuse``, ``postpone``, ``through`` (no ground of its own) or ``never``.
    ``consult`` and ``reasons`` say what is owed before and with it: ``shall``, ``good practice`` or nothing.
    ``stands`` says where this case stands on it: ``open``, ``consult``, ``awaited``, ``other``, ``through``, ``never``.
    """

    name: str
    use: str
    article: str
    consult: str
    reasons: str
    stands: str


def matrix(held: Consultation | None, day: dt.date) -> list[Ground]:
    """Every ground with what the article says of it, and where a case with this consultation stands on the day."""
    rows = [Ground(DUAL_CRIMINALITY, "refuse", "18(9)", "good practice", "shall", "open")]
    rows += [Ground(g, "refuse", a, "shall", "shall", stands(g, held, day)) for g, a in CONSULT_FIRST.items()]
    rows += [Ground(POSTPONEMENT, "postpone", "18(25)", "shall", "good practice", stands(POSTPONEMENT, held, day))]
    rows += [Ground(g, "through", article, "", "", "through") for g, article in THROUGH.items()]
    return rows + [Ground(g, "never", article, "", "", "never") for g, article in NEVER.items()]


def other_matrix(no_bank_secrecy: str) -> list[Ground]:
    """The grounds where paragraphs 9 to 29 do not bind; what forbids bank secrecy here, if anything does."""
    owed = {"consult": GOOD_PRACTICE, "reasons": GOOD_PRACTICE, "stands": "open"}
    rows = [
        Ground(PROVISION, "refuse", GOOD_PRACTICE, **owed),
        Ground(POSTPONEMENT, "postpone", GOOD_PRACTICE, **owed),
    ]
    return rows + ([Ground("bank_secrecy", "never", no_bank_secrecy, "", "", "never")] if no_bank_secrecy else [])


def stands(name: str, held: Consultation | None, day: dt.date) -> str:
    """Where a case with this consultation stands on the ground: ``open``, ``consult``, ``awaited`` or ``other``."""
    if held is None:
        return "consult"
    if name not in held.grounds:
        return "other"
    return "awaited" if any(f.closes for f in replied(held, day)) else "open"
