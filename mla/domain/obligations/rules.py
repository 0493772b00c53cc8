"""The guards of obligations: what must be done before a case is closed, and what the steps on them must say."""

import datetime as dt
from collections.abc import Iterable, Iterator

from mla.domain.facts import Facts
from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM, Finding
from mla.domain.guards import given, missing
from mla.domain.workflow import guard

from .ledger import before
from .records import Obligation, Sort, Status

WHERE = "request.obligations"


def _undone(facts: Facts, obligations: Iterable[Obligation]) -> Iterator[Finding]:
    for owed in obligations:
        if owed.undone:
            holder = facts.requesting if owed.holder == "requesting" else facts.requested
            code = "obligation.undone_by" if owed.due_on else "obligation.undone"
            yield missing(code, owed.article, WHERE, label=owed.label, obligation=owed.sort.value,
                          holder_state=holder, due_on=owed.due_on)  # fmt: skip


@guard(THIS_SYSTEM)
def nothing_undone(facts: Facts) -> Iterator[Finding]:
    """No case is closed while an obligation must still be done (rule 7 of the treaty digest)."""
    return _undone(facts, facts.ledger.obligations)


@guard(THIS_SYSTEM)
def nothing_undone_but_returns(facts: Facts) -> Iterator[Finding]:
    """As ``nothing_undone``; on the return of originals the closing itself answers (row M14)."""
    return _undone(facts, (o for o in facts.ledger.obligations if o.sort is not Sort.RETURN))


@guard(THIS_SYSTEM)
def nothing_undone_but_persons(facts: Facts) -> Iterator[Finding]:
    """As ``nothing_undone``; a person who is to serve a sentence elsewhere is returned after the case (16(11))."""
    return _undone(facts, (o for o in facts.ledger.obligations if o.sort is not Sort.RETURN_OF_PERSON))


@guard(THIS_SYSTEM)
def obligation_chosen(facts: Facts) -> Iterator[Finding]:
    """An obligation that binds is named; one that stands for good is ended by the other State's release alone."""
    open_ = facts.ledger.settled_by(facts.side)
    if not open_:
        yield missing("obligation.none", THIS_SYSTEM, WHERE)
        return
    chosen = facts.ledger.named(str(facts.data.get("obligation") or ""))
    if chosen is None or not chosen.runs:
        yield missing("step.obligation.missing", THIS_SYSTEM, "step.obligation")
    elif chosen.sort is Sort.PROSECUTION:
        yield missing("step.obligation.own_steps", chosen.article, "step.obligation", label=chosen.label)
    elif chosen.status is Status.STANDING and chosen.holder == facts.side:
        yield missing("step.obligation.stands", chosen.article, "step.obligation", label=chosen.label)


@guard(THIS_SYSTEM)
def settled_after_it_arose(facts: Facts) -> Iterator[Finding]:
    """An obligation is not done with before it arose."""
    chosen, day = facts.ledger.named(str(facts.data.get("obligation") or "")), facts.data.get("settled_on")
    if chosen and day and chosen.arose_on and dt.date.fromisoformat(day) < dt.date.fromisoformat(chosen.arose_on):
        yield missing("step.settled_on.before", THIS_SYSTEM, "step.settled_on", arose_on=chosen.arose_on)


@guard("18(28)")
def costs_put(facts: Facts) -> Iterator[Finding]:
    """The other State has opened a consultation on costs that waits for an answer."""
    if facts.ledger.costs is None or facts.ledger.costs.get("side") == facts.side:
        yield missing("costs.not_put", "18(28)", "request.history")


@guard("18(28)")
def costs_answered(facts: Facts) -> Iterator[Finding]:
    """The terms are agreed or not; agreed ones are stated, with who bears the costs."""
    agreed = facts.data.get("agreed")
    if agreed not in ("yes", "no"):
        yield missing("step.agreed.missing", "18(28)", "step.agreed")
    yield from given("terms", "18(28)").check(facts)
    if agreed == "yes" and facts.data.get("payer") not in ("requesting", "requested", "each"):
        yield missing("step.payer.missing", "18(28)", "step.payer")


@guard("18(19)")
def results_were_sent(facts: Facts) -> Iterator[Finding]:
    """Results were sent: before, there is nothing whose use is limited."""
    if not facts.ledger.sent:
        yield missing("use.nothing_sent", "18(19)", "request.history")


@guard(THIS_SYSTEM)
def no_use_asked(facts: Facts) -> Iterator[Finding]:
    """One request for consent waits for its answer at a time."""
    if facts.ledger.use is not None:
        yield missing("use.asked_already", THIS_SYSTEM, "request.history")


@guard("18(19)")
def use_asked(facts: Facts) -> Iterator[Finding]:
    """Consent to another use was asked and waits for an answer."""
    if facts.ledger.use is None:
        yield missing("use.not_asked", "18(19)", "request.history")


@guard("18(19)")
def consent_said(facts: Facts) -> Iterator[Finding]:
    """Consent is given or not; who does not give it says why."""
    consent = facts.data.get("consent")
    if consent not in ("yes", "no"):
        yield missing("step.consent.missing", "18(19)", "step.consent")
    elif consent == "no":
        yield from given("explanation", GOOD_PRACTICE).check(facts)


@guard("18(19)")
def disclosure_stated(facts: Facts) -> Iterator[Finding]:
    """Notice comes before the disclosure; where in an exceptional case it could not, without delay, and why is said."""
    advance, day = facts.data.get("advance"), facts.data.get("disclosed_on")
    if advance not in ("before", "after"):
        yield missing("step.advance.missing", "18(19)", "step.advance")
    if not day:
        yield missing("step.disclosed_on.missing", GOOD_PRACTICE, "step.disclosed_on")
    elif advance == "before" and dt.date.fromisoformat(day) < facts.day:
        yield missing("step.day.past", THIS_SYSTEM, "step.disclosed_on", day=day)
    elif advance == "after" and dt.date.fromisoformat(day) > facts.day:
        yield missing("step.day.future", THIS_SYSTEM, "step.disclosed_on", day=day)
    if advance == "after":
        yield from given("why_late", "18(19)").check(facts)


@guard("18(19)")
def disclosure_notified(facts: Facts) -> Iterator[Finding]:
    """A notice of disclosure waits for an answer."""
    if not facts.ledger.notices:
        yield missing("disclosure.no_notice", "18(19)", "request.history")


@guard("18(19)")
def wish_said(facts: Facts) -> Iterator[Finding]:
    """The notice is taken note of, or, before a disclosure, a consultation is asked, with what it is to be about."""
    wish = facts.data.get("wish")
    if wish not in ("noted", "consult"):
        yield missing("step.wish.missing", "18(19)", "step.wish")
    elif wish == "consult":
        if facts.ledger.notices and not any(map(before, facts.ledger.notices)):
            yield missing("step.wish.disclosed_already", "18(19)", "step.wish")
        yield from given("remarks", GOOD_PRACTICE).check(facts)
