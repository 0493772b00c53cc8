"""The guards of an urgent request that is made orally or through INTERPOL and confirmed in writing (18(13), (14))."""

import datetime as dt
from collections.abc import Iterator, Mapping

from . import basis
from .facts import Facts
from .findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from .guards import deadline_ahead, missing
from .workflow import guard

#: What each way of making an urgent request rests on: spoken words, or a message through INTERPOL.
MEANS: Mapping[str, str] = {"oral": "18(14)", "interpol": "18(13)"}
#: The Convention says "forthwith" and no number of days: this system counts one.
FORTHWITH = dt.timedelta(days=1)
_AGREEMENT = ("agreed_by", "agreed_on", "agreed_form")


@guard("18(13); 18(14)")
def urgent(facts: Facts) -> Iterator[Finding]:
    """The approved version says that the request is urgent, and why."""
    stated = facts.content["deadline"]
    if not stated["urgent"]:
        yield missing("urgent.not_stated", "18(14)", "request.deadline")
    elif not stated["urgency_reasons"].strip():
        yield missing("urgent.no_reasons", THIS_SYSTEM, "request.deadline")
    else:
        yield Finding("urgent.stated", "18(14)", Weight.HOLDS, where="request.deadline")


@guard(THIS_SYSTEM)
def on_the_convention(facts: Facts) -> Iterator[Finding]:
    """What Art. 18(13) and (14) permit is claimed for a request that rests on the Convention only."""
    if basis.is_other(facts.content):
        yield missing("urgent.other_basis", THIS_SYSTEM, "request.regime")


@guard("18(13); 18(14)")
def agreed(facts: Facts) -> Iterator[Finding]:
    """Both States agree to the way that was used: who agreed for the requested State, when and in what form."""
    means = str(facts.data.get("means") or "")
    if means not in MEANS:
        yield missing("step.means.missing", "18(14)", "step.means")
    lacking = [name for name in _AGREEMENT if not str(facts.data.get(name) or "").strip()]
    article = MEANS.get(means, "18(14)")
    yield from (missing(f"step.{name}.missing", article, f"step.{name}") for name in lacking)
    if means in MEANS and not lacking:
        values = {name: facts.data[name] for name in _AGREEMENT} | {"state": facts.requested}
        yield Finding(f"urgent.agreed.{means}", article, Weight.HOLDS, values)


@guard("18(14)")
def signed(facts: Facts) -> Iterator[Finding]:
    """The letter that confirms the request is signed."""
    if not facts.signatory:
        yield missing("authentic.not_signed", "18(14)", "request.history")


@guard(THIS_SYSTEM)
def not_signed_yet(facts: Facts) -> Iterator[Finding]:
    """One letter confirms the request."""
    if facts.signatory:
        yield missing("urgent.signed_already", THIS_SYSTEM, "request.history")


@guard(THIS_SYSTEM)
def three_people(facts: Facts) -> Iterator[Finding]:
    """Whoever takes the step: drafter, reviewer and signatory of the version were three people."""
    if facts.reviewer in facts.drafters:
        yield missing("people.reviewer_drafted", THIS_SYSTEM, "request.people")
    if facts.signatory in facts.drafters:
        yield missing("people.signatory_drafted", THIS_SYSTEM, "request.people")
    if facts.signatory and facts.signatory == facts.reviewer:
        yield missing("people.signatory_reviewed", THIS_SYSTEM, "request.people")


@guard(THIS_SYSTEM)
def deadline_noted(facts: Facts) -> Iterator[Finding]:
    """That the deadline has passed since is said, and closes nothing: the confirmation stays owed."""
    for found in deadline_ahead.check(facts):
        yield Finding("urgent.deadline_passed", THIS_SYSTEM, Weight.WARNS, found.values, found.where)


@guard("18(14)")
def forthwith(facts: Facts) -> Iterator[Finding]:
    """What is confirmed, and whether it is done forthwith."""
    told = facts.course.urgent
    if not told:
        yield missing("urgent.not_told", "18(14)", "request.history")
        return
    values = {"told_on": told["on"]}
    owed = "18(14)" if told["means"] == "oral" else GOOD_PRACTICE
    yield Finding(f"urgent.confirms.{told['means']}", owed, Weight.HOLDS, values)
    if facts.day > dt.date.fromisoformat(told["on"]) + FORTHWITH:
        yield Finding("urgent.late", THIS_SYSTEM, Weight.WARNS, values)
