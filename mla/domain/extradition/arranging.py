"""Surrender: consent of the person, postponement, arrangement, handover, and speciality afterwards."""

import datetime as dt
from collections.abc import Iterator

from ..facts import Facts
from ..findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from ..guards import missing
from ..workflow import Guard, guard


def told(name: str, article: str, *fields: str) -> Guard:
    """The step's form says each of the fields."""

    def check(facts: Facts) -> Iterator[Finding]:
        for field in fields:
            if not str(facts.data.get(field) or "").strip():
                yield missing(f"step.{field}.unsaid", article, f"step.{field}")

    return Guard(name, article, check)


@guard("16(8)")
def consent_informed(facts: Facts) -> Iterator[Finding]:
    """The person consented before a judge, informed, with counsel, under a law or treaty that is cited.

    Art. 16(8) only encourages to expedite: the procedure is that of domestic law or of a treaty.
    """
    for name in ("judge", "counsel", "provision", "consented_on"):
        if not str(facts.data.get(name) or "").strip():
            yield missing(f"step.{name}.unsaid", GOOD_PRACTICE, f"step.{name}")
    if facts.data.get("informed") is not True:
        yield missing("step.informed.missing", GOOD_PRACTICE, "step.informed")


@guard("16(7)")
def postponed_for(facts: Facts) -> Iterator[Finding]:
    """The surrender waits for a proceeding, a sentence or another obstacle, by a provision, until a day of review."""
    if facts.data.get("obstacle") not in ("proceeding", "sentence", "other"):
        yield missing("step.obstacle.missing", "16(7)", "step.obstacle")
    for name in ("provision", "explanation"):
        if not str(facts.data.get(name) or "").strip():
            yield missing(f"step.{name}.unsaid", "16(7)", f"step.{name}")
    yield from _ahead(facts, "review_on")


def _ahead(facts: Facts, name: str) -> Iterator[Finding]:
    given = str(facts.data.get(name) or "")
    if not given:
        yield missing(f"step.{name}.unsaid", GOOD_PRACTICE, f"step.{name}")
    elif dt.date.fromisoformat(given) < facts.day:
        yield missing("step.day.past", THIS_SYSTEM, f"step.{name}", day=given)


@guard(GOOD_PRACTICE)
def returned_by(facts: Facts) -> Iterator[Finding]:
    """A person surrendered for a time has a day of return, terms, and is kept in custody meanwhile."""
    yield from told("", GOOD_PRACTICE, "terms", "provision").check(facts)
    yield from _ahead(facts, "return_on")


@guard(GOOD_PRACTICE)
def arranged(facts: Facts) -> Iterator[Finding]:
    """Place, day, hour and escort of the surrender are named; property that goes with the person is said."""
    yield from told("", GOOD_PRACTICE, "place", "hour", "escort").check(facts)
    yield from _ahead(facts, "surrender_on")


@guard(GOOD_PRACTICE)
def arrangement_waits(facts: Facts) -> Iterator[Finding]:
    """A surrender was proposed and is not agreed to yet."""
    if not facts.pursuit.arrangement or facts.pursuit.agreed:
        yield missing("surrender.arrangement.none_waits", GOOD_PRACTICE, "request.history")


@guard(GOOD_PRACTICE)
def arrangement_agreed(facts: Facts) -> Iterator[Finding]:
    """Both States agreed on the surrender that was proposed last."""
    if not facts.pursuit.agreed:
        yield missing("surrender.arrangement.not_agreed", GOOD_PRACTICE, "request.history")


@guard(GOOD_PRACTICE)
def handed_over(facts: Facts) -> Iterator[Finding]:
    """The record says who handed the person over to whom, when, where, in what health, with what property."""
    yield from told("", GOOD_PRACTICE, "handed_by", "taken_by", "handed_on", "hour", "place", "health").check(facts)


@guard(GOOD_PRACTICE)
def custody_told(facts: Facts) -> Iterator[Finding]:
    """How long the person was held here is told: the requesting State may have to count it."""
    days = facts.data.get("custody_days")
    if days is None or days == "":
        yield missing("step.custody_days.unsaid", GOOD_PRACTICE, "step.custody_days")


@guard(GOOD_PRACTICE)
def speciality_free(facts: Facts) -> Iterator[Finding]:
    """One request for consent to a further prosecution waits for its answer at a time."""
    if facts.pursuit.speciality:
        yield missing("surrender.speciality.asked_already", THIS_SYSTEM, "request.history")


@guard(GOOD_PRACTICE)
def speciality_asked(facts: Facts) -> Iterator[Finding]:
    """Consent was asked and waits for an answer; it is given or not, and who refuses says why."""
    if not facts.pursuit.speciality:
        yield missing("surrender.nothing_waits", THIS_SYSTEM, "request.history")
    consent = facts.data.get("consent")
    if consent not in ("yes", "no"):
        yield missing("step.consent.missing", GOOD_PRACTICE, "step.consent")
    elif consent == "no":
        yield from told("", GOOD_PRACTICE, "explanation").check(facts)


@guard(GOOD_PRACTICE)
def offences_outside(facts: Facts) -> Iterator[Finding]:
    """Which offence, other than those granted, is to be prosecuted, and under which rule consent is asked."""
    yield from told("", GOOD_PRACTICE, "offence", "facts_of_offence", "rule").check(facts)
    if facts.pursuit.granted:
        values = {"labels": ", ".join(facts.pursuit.granted)}
        yield Finding("surrender.speciality.granted", GOOD_PRACTICE, Weight.HOLDS, values)


@guard(GOOD_PRACTICE)
def was_surrendered(facts: Facts) -> Iterator[Finding]:
    """The person was surrendered: before, there is nothing whose prosecution is limited."""
    if not facts.pursuit.handed_on:
        yield missing("surrender.speciality.not_surrendered", GOOD_PRACTICE, "request.history")
