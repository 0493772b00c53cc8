"""One pure function a rule. Each yields what it found; a finding that closes keeps the step closed."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from . import basis, channels, content, languages, refusal, scope
from .basis import territory
from .errors import UnknownState
from .facts import Facts
from .findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from .treaties import Instrument
from .workflow import Guard, guard


def on_convention(rule: Guard) -> Guard:
    """The rule, silent where the request rests on another basis: the Convention's gate is then not its gate."""

    def check(facts: Facts) -> Iterable[Finding]:
        return () if basis.is_other(facts.content) else rule.check(facts)

    return replace(rule, check=check)


def missing(code: str, article: str, where: str, **values: object) -> Finding:
    """A closing finding that names the place where the missing fact is given."""
    return Finding(code, article, values=values, where=where)


def given(name: str, article: str) -> Guard:
    """The step's form must give ``name``."""

    def check(facts: Facts) -> Iterator[Finding]:
        if not str(facts.data.get(name) or "").strip():
            yield missing(f"step.{name}.missing", article, f"step.{name}")

    return Guard(f"given_{name}", article, check)


def not_past(name: str) -> Guard:
    """A day that the form gives for something to come has not passed."""

    def check(facts: Facts) -> Iterator[Finding]:
        day = facts.data.get(name)
        if day and dt.date.fromisoformat(day) < facts.day:
            yield missing("step.day.past", THIS_SYSTEM, f"step.{name}", day=day)

    return Guard(f"{name}_not_past", THIS_SYSTEM, check)


def not_future(name: str) -> Guard:
    """A day that the form gives for something that happened is not to come."""

    def check(facts: Facts) -> Iterator[Finding]:
        day = facts.data.get(name)
        if day and dt.date.fromisoformat(day) > facts.day:
            yield missing("step.day.future", THIS_SYSTEM, f"step.{name}", day=day)

    return Guard(f"{name}_not_future", THIS_SYSTEM, check)


@guard("36; 18(1)")
def two_states(facts: Facts) -> Iterator[Finding]:
    """A request passes between two different States; a regional organisation or a territory is none."""
    try:
        facts.register.between(facts.requesting, facts.requested, Instrument.UNTOC, facts.day)
    except UnknownState as error:
        yield missing("states.not_two", "18(1)", "request.requested", state=error.code, reason=error.reason)


@on_convention
@guard("38; 40")
def party(facts: Facts) -> Iterator[Finding]:
    """Both States are bound by the Convention on the day, the territory that the request concerns included."""
    yield from facts.register.between(facts.requesting, facts.requested, Instrument.UNTOC, facts.day).findings
    yield from territory.reaches(facts, Instrument.UNTOC)


@on_convention
@guard("37")
def protocols(facts: Facts) -> Iterator[Finding]:
    """Both States are bound on the day by each Protocol that the request cites."""
    for code in facts.content["regime"]["protocols"]:
        yield from facts.register.between(facts.requesting, facts.requested, Instrument(code), facts.day).findings
        yield from territory.reaches(facts, Instrument(code))


@guard("18(15)")
def complete(facts: Facts) -> Iterator[Finding]:
    """The request contains what Art. 18(15) asks."""
    return content.completeness(facts.content)


def scope_protocols(facts: Facts) -> frozenset[str]:
    """The Protocols, of those to which the offences belong, by which both States are bound on the day."""
    between, (one, other) = facts.register.between, (facts.requesting, facts.requested)
    named = scope.protocols_of(facts.content)
    return frozenset(code for code in named if between(one, other, Instrument(code), facts.day).bound)


@on_convention
@guard("3; 18(1)")
def in_scope(facts: Facts) -> Iterator[Finding]:
    """The Convention reaches the facts that are stated."""
    return scope.reach(facts.content, scope_protocols(facts))


@guard("18(7)")
def regime(facts: Facts) -> Iterator[Finding]:
    """A basis is chosen and carries the request on the day; what the record knows of it is said."""
    yield from basis.carried(facts)
    if not basis.is_other(facts.content):
        yield from basis.recorded(facts)


@guard("18(13)")
def channel(facts: Facts) -> Iterator[Finding]:
    """The request is addressed to the authority that the requested State designated."""
    return channels.addressed(facts)


@guard("18(14)")
def language(facts: Facts) -> Iterator[Finding]:
    """The request is in a language that the requested State accepts, or translated into one."""
    return languages.accepted(facts)


def for_another(code: str, role: str, barred: frozenset[str]) -> Finding:
    """The step is for somebody else who holds the role: those who are barred are named by their ids."""
    return missing(code, THIS_SYSTEM, "request.people", role=role, barred=sorted(barred))


@guard(THIS_SYSTEM)
def reviewer_did_not_draft(facts: Facts) -> Iterator[Finding]:
    """Who approves has not written in the request."""
    if facts.actor in facts.drafters:
        yield for_another("people.reviewer_drafted", "reviewer", facts.drafters)


@guard(THIS_SYSTEM)
def signatory_is_third(facts: Facts) -> Iterator[Finding]:
    """Drafter, reviewer and signatory of one version are three people."""
    barred = facts.drafters | ({facts.reviewer} if facts.reviewer else set())
    if facts.actor in facts.drafters:
        yield for_another("people.signatory_drafted", "signatory", barred)
    if facts.actor == facts.reviewer:
        yield for_another("people.signatory_reviewed", "signatory", barred)


@guard(THIS_SYSTEM)
def decider_is_not_reviewer(facts: Facts) -> Iterator[Finding]:
    """On the requested side, who decides is not who examined or asked questions."""
    if facts.actor in facts.examined:
        yield for_another("people.decider_examined", "decider", facts.examined)


@guard(THIS_SYSTEM)
def same_version(facts: Facts) -> Iterator[Finding]:
    """The step names the hash of the version that the person read."""
    if not facts.content_hash or facts.data.get("version_hash") != facts.content_hash:
        yield missing("version.other", THIS_SYSTEM, "step.version_hash")


@guard("18(14)")
def authentic(facts: Facts) -> Iterator[Finding]:
    """The request is approved, signed and numbered, so that its authenticity can be established."""
    if not facts.reviewer:
        yield missing("authentic.not_approved", "18(14)", "request.history")
    if not facts.signatory:
        yield missing("authentic.not_signed", "18(14)", "request.history")
    if not facts.numbered:
        yield missing("authentic.not_numbered", "18(14)", "request.history")


@guard("18(13)")
def examiner_assigned(facts: Facts) -> Iterator[Finding]:
    """A reviewer of the requested authority is put in charge."""
    chosen = facts.data.get("examiner")
    if not chosen or chosen not in facts.reviewers:
        yield missing("step.examiner.missing", GOOD_PRACTICE, "step.examiner")


@guard("18(16)")
def questions_asked(facts: Facts) -> Iterator[Finding]:
    """At least one question is asked, each with why its answer is needed, and a day for the answer."""
    questions = facts.data.get("questions") or []
    if not questions:
        yield missing("step.questions.missing", "18(16)", "step.questions")
    for number, question in enumerate(questions, 1):
        if question.get("why") not in ("necessary", "facilitating") or not question.get("text", "").strip():
            yield missing("step.questions.reason", "18(16)", "step.questions", number=number)
    due = str(facts.data.get("due_on") or "")
    if not due:
        yield missing("step.due_on.missing", GOOD_PRACTICE, "step.due_on")
    elif dt.date.fromisoformat(due) < facts.day:
        yield missing("step.due_on.past", THIS_SYSTEM, "step.due_on", due_on=due)


@guard("18(16)")
def questions_answered(facts: Facts) -> Iterator[Finding]:
    """Every question is answered, or its answer declared unavailable."""
    answers = {a["label"]: a for a in facts.data.get("answers") or []}
    for question in facts.asked:
        answer = answers.get(question["label"], {})
        if not (answer.get("unavailable") or answer.get("answer", "").strip()):
            yield missing("step.answers.missing", "18(16)", "step.answers", label=question["label"])


@guard(THIS_SYSTEM)
def received_after_sending(facts: Facts) -> Iterator[Finding]:
    """Nothing is received before it was transmitted."""
    received = facts.data.get("received_on")
    if received and facts.sent_on and dt.date.fromisoformat(received) < facts.sent_on:
        yield missing(
            "step.received_on.before_sending", THIS_SYSTEM, "step.received_on", sent_on=facts.sent_on.isoformat()
        )


@guard(THIS_SYSTEM)
def deadline_ahead(facts: Facts) -> Iterator[Finding]:
    """A deadline that has passed is not asked for."""
    deadline = facts.content["deadline"]["on"]
    if deadline and dt.date.fromisoformat(deadline) < facts.day:
        yield missing("deadline.past", THIS_SYSTEM, "request.deadline", deadline_on=deadline)


@guard(THIS_SYSTEM)
def whole_refusal(facts: Facts) -> Iterator[Finding]:
    """A refusal ends the whole request: the offences that it names are all or none of them."""
    named = set(facts.data.get("offences") or [])
    if named and named != {o["label"] for o in facts.content["offences"]}:
        yield missing("step.offences.not_all", THIS_SYSTEM, "step.offences")


@guard("18(9)")
def permitted_ground(facts: Facts) -> Iterator[Finding]:
    """The ground of refusal is one that the article permits here."""
    return refusal.ground(facts.data)


@guard("18(24)")
def deadline_passed_on(facts: Facts) -> Iterator[Finding]:
    """A deadline that the request gives with reasons is passed on to who executes."""
    deadline, due_on = facts.content["deadline"]["on"], facts.data.get("due_on")
    if deadline and not due_on:
        yield missing("step.due_on.not_passed_on", "18(24)", "step.due_on", deadline_on=deadline)
    elif deadline and due_on > deadline:
        values = {"due_on": due_on, "deadline_on": deadline}
        yield Finding("step.due_on.after_deadline", "18(24)", Weight.WARNS, values, "step.due_on")


@guard("18(17)")
def results_reported(facts: Facts) -> Iterator[Finding]:
    """Each item asked and not refused has a result, the law used, and whether the procedure wished was followed."""
    items = {i["label"]: i for i in facts.data.get("items") or []}
    for asked in facts.content["assistance"]:
        if asked["label"] in facts.course.refused_items:
            continue
        item = items.get(asked["label"], {})
        if not item.get("result", "").strip():
            yield missing("step.items.no_result", "18(17)", "step.items", label=asked["label"])
        if item.get("procedure_followed") not in ("yes", "no", "none_asked"):
            yield missing("step.items.no_procedure", "18(17)", "step.items", label=asked["label"])
        deviation = bool(item.get("deviation", "").strip())
        if item.get("procedure_followed") == "no" and not deviation:
            yield missing("step.items.no_deviation", "18(17)", "step.items", label=asked["label"])
        if item.get("procedure_followed") != "no" and deviation:
            yield missing("step.items.deviation_without_no", THIS_SYSTEM, "step.items", label=asked["label"])


@guard("18(19)")
def results_listed(facts: Facts) -> Iterator[Finding]:
    """What is sent is listed, and the return of originals is settled."""
    items = facts.data.get("items") or []
    if not items:
        yield missing("step.items.none_listed", GOOD_PRACTICE, "step.items")
    originals = any(i.get("original") for i in items)
    if originals and not str(facts.data.get("return_conditions") or "").strip():
        yield missing("step.return_conditions.missing", GOOD_PRACTICE, "step.return_conditions")
    if facts.data.get("return_on") and not originals:
        yield missing("step.return_on.no_original", THIS_SYSTEM, "step.return_on")


@guard(GOOD_PRACTICE)
def inventory_checked(facts: Facts) -> Iterator[Finding]:
    """What arrived matches the inventory, or the differences are stated."""
    differences = bool(str(facts.data.get("differences") or "").strip())
    if not facts.data.get("matches") and not differences:
        yield missing("step.differences.missing", GOOD_PRACTICE, "step.differences")
    if facts.data.get("matches") and differences:
        yield missing("step.differences.contradict", THIS_SYSTEM, "step.differences")


@guard(GOOD_PRACTICE)
def returns_settled(facts: Facts) -> Iterator[Finding]:
    """Originals were returned, their return has a day, or there is nothing to return."""
    returns = facts.data.get("returns")
    if returns not in ("done", "scheduled", "none"):
        yield missing("step.returns.missing", GOOD_PRACTICE, "step.returns")
    if returns == "scheduled" and not facts.data.get("returns_on"):
        yield missing("step.returns_on.missing", GOOD_PRACTICE, "step.returns_on")
    if returns == "none" and facts.originals:
        yield missing("step.returns.originals_sent", THIS_SYSTEM, "step.returns")


@guard(THIS_SYSTEM)
def file_attached(facts: Facts) -> Iterator[Finding]:
    """The scan of the signed paper is attached."""
    if not facts.data.get("files"):
        yield missing("step.files.missing", THIS_SYSTEM, "step.files")


@guard(THIS_SYSTEM)
def correction_named(facts: Facts) -> Iterator[Finding]:
    """The correction names an entry of one's own, the error and the right value."""
    if facts.data.get("entry") not in facts.own_entries:
        yield missing("step.entry.missing", THIS_SYSTEM, "step.entry")
    for name in ("error", "right"):
        yield from given(name, THIS_SYSTEM).check(facts)
