"""Grounds on which an extradition may be refused, and what comes before a refusal (Art. 16(1), (7), (14)-(16))."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from .. import refusal
from ..course import Consultation
from ..facts import Facts
from ..findings import GOOD_PRACTICE, Finding, Weight
from ..guards import missing
from ..refusal import Ground
from ..workflow import guard

#: A condition of domestic law or of the treaty, which the decision cites: least penalty, lapse of time, tried before …
CONDITION = "domestic_condition"
#: Every ground that may carry a refusal, with its paragraph.
PERMITTED = {
    "outside_scope": "16(1)",
    "dual_criminality": "16(1)",
    "no_basis": "16(4); 16(5)",
    "discrimination": "16(14)",
    CONDITION: "16(7)",
}
NATIONALITY = "nationality"
#: What may not carry one on its own.
NEVER = {"fiscal": "16(15)"}
#: What is no ground of its own in Art. 16: domestic law or the treaty may make it a condition (Art. 16(7)).
THROUGH = ("essential_interests", "domestic_prohibition", "political_offence", "de_minimis", "proceeding")
#: What a consultation may be opened about.
INTENDED = PERMITTED | {NATIONALITY: "16(10)"}


@guard("16(7); 16(14); 16(15)")
def ground_permitted(facts: Facts) -> Iterator[Finding]:
    """The ground is one that may carry a refusal, with the provision where it rests on domestic law or a treaty."""
    chosen = str(facts.data.get("ground") or "")
    yield from _refusable(chosen)
    if chosen == CONDITION and not str(facts.data.get("provision") or "").strip():
        yield missing("step.provision.missing", "16(7)", "step.provision")


def _refusable(chosen: str, where: str = "step.ground") -> Iterator[Finding]:
    if chosen in PERMITTED:
        yield Finding(f"surrender.ground.{chosen}", PERMITTED[chosen], Weight.HOLDS, where=where)
    elif chosen in NEVER:
        yield Finding("surrender.ground.fiscal", NEVER[chosen], where=where)
    elif chosen in THROUGH:
        yield Finding("surrender.ground.through", "16(7)", where=where)
    elif chosen == NATIONALITY:
        yield Finding("surrender.ground.by_its_own_step", "16(10)", where=where)
    else:
        yield Finding("surrender.ground.missing", "16(7)", where=where)


@guard("16(16)")
def consultation_stated(facts: Facts) -> Iterator[Finding]:
    """The intended grounds may carry a refusal, and the requesting State has a day by which to reply."""
    grounds = [str(g) for g in facts.data.get("grounds") or []]
    if not grounds:
        yield missing("step.grounds.none", "16(16)", "step.grounds")
    for chosen in grounds:
        if chosen not in INTENDED:
            yield from _refusable(chosen, "step.grounds")
    yield from reply_day(facts)


def reply_day(facts: Facts) -> Iterator[Finding]:
    """A day for the reply, not one that has passed."""
    given = str(facts.data.get("reply_on") or "")
    if not given:
        yield missing("step.reply_on.none", GOOD_PRACTICE, "step.reply_on")
    elif dt.date.fromisoformat(given) < facts.day:
        yield missing("step.reply_on.past", GOOD_PRACTICE, "step.reply_on", reply_on=given)


@guard("16(16)")
def consulted(facts: Facts) -> Iterator[Finding]:
    """Where appropriate, the requesting State was consulted and could reply; or it is recorded why it was not."""
    return consulted_on(str(facts.data.get("ground") or ""), facts)


@guard("16(16)")
def consulted_on_nationality(facts: Facts) -> Iterator[Finding]:
    """As ``consulted``, on the nationality of the person sought."""
    return consulted_on(NATIONALITY, facts)


def consulted_on(ground: str, facts: Facts) -> Iterator[Finding]:
    """Whether a consultation on the ground was held, or why it was not appropriate.

    One that was opened on the ground is not cut short: its letter gave a day for the reply.
    """
    held = facts.course.consultation
    awaited = held is not None and ground in held.grounds and any(f.closes for f in refusal.replied(held, facts.day))
    if not awaited and str(facts.data.get("not_appropriate") or "").strip():
        yield Finding("surrender.consultation.not_appropriate", "16(16)", Weight.HOLDS)
        return
    for found in refusal.consulted(ground, held, facts.day):
        lacks = found.closes and not awaited
        yield replace(found, article="16(16)", where="step.not_appropriate" if lacks else found.where)


def matrix(held: Consultation | None, day: dt.date) -> list[Ground]:
    """Every ground with what the article says of it, and where a case with this consultation stands on the day."""
    owed = {"consult": "where appropriate", "reasons": GOOD_PRACTICE}
    rows = [
        Ground(name, "refuse", article, **owed, stands=refusal.stands(name, held, day))
        for name, article in INTENDED.items()
    ]
    rows += [Ground(name, "through", "16(7)", "", "", "through") for name in THROUGH]
    return rows + [Ground(name, "never", article, "", "", "never") for name, article in NEVER.items()]
