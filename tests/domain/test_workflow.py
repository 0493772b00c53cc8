"""The table of steps: every step × every wrong state × every wrong person, and what the machine itself refuses."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mla.domain.errors import StepClosed, UnknownKind, UnknownStep, WrongPerson, WrongState
from mla.domain.facts import Facts
from mla.domain.findings import Finding, Weight, closing
from mla.domain.kinds import kind_named
from mla.domain.kinds.assets import KIND as ASSETS
from mla.domain.kinds.assistance import KIND
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST
from mla.domain.soundness import faults
from mla.domain.workflow import RETURNS, STAYS, Actor, Case, Guard, Kind, Role, Side, Step, examine, fire, guard

from . import assets_cases, extradition_cases
from .cases import facts, fitting, offence

SIDES = (Side.REQUESTING, Side.REQUESTED)
TABLES = (KIND, EXTRADITION, ARREST, ASSETS)
LABEL = {"ids": lambda v: getattr(v, "name", v)}


def rightful(step: Step) -> Actor:
    """Somebody on the step's side who holds one of its roles."""
    side = Side.REQUESTING if step.side is Side.EITHER else step.side
    return Actor("other", side, frozenset(step.roles[:1]))


def open_facts(kind: Kind, step: Step, **changes) -> Facts:
    """Facts with which every guard of the step holds."""
    if kind.name == "assistance":
        return facts(**(fitting(step.name) | changes))
    if kind is ASSETS:
        return assets_cases.facts(**(assets_cases.fitting(step.name) | changes))
    return extradition_cases.facts(kind, **(extradition_cases.fitting(kind, step.name) | changes))


def case(step: Step, state: str, actor: Actor | None = None, left: str | None = None, kind=KIND, **changes) -> Case:
    return Case(state, step, actor or rightful(step), open_facts(kind, step, **changes), left)


def left_of(step: Step, state: str, kind: Kind = KIND) -> str | None:
    return kind.targets(step, state)[0] if step.target == RETURNS else None


OPEN_ROWS = [(kind, step, source) for kind in TABLES for step in kind.steps for source in step.sources]
ROWS = [(kind, step) for kind in TABLES for step in kind.steps]


# A step leads from its sources to its target for whoever holds its role on its side, when every guard holds.
@pytest.mark.parametrize(("kind", "step", "source"), OPEN_ROWS, **LABEL)
def test_every_step_leads_where_its_row_says(kind, step, source):
    left = left_of(step, source, kind)
    wanted = {STAYS: source, RETURNS: left}.get(step.target, step.target)
    assert fire(kind, case(step, source, left=left, kind=kind)) == wanted


# A step leaves from its sources only.
@pytest.mark.parametrize(("kind", "step"), ROWS, **LABEL)
def test_no_step_leaves_from_another_state(kind, step):
    known = open_facts(kind, step)
    for state in sorted(set(kind.states) - set(step.sources)):
        tried = Case(state, step, rightful(step), known)
        with pytest.raises(WrongState):
            fire(kind, tried)
        assert tried.state == state


# A step is taken by its side and its roles only; who holds no role at all takes none.
@pytest.mark.parametrize(("kind", "step"), ROWS, **LABEL)
def test_no_step_is_taken_by_another_side_or_role(kind, step):
    known, source = open_facts(kind, step), step.sources[0]
    people = [Actor("other", side, frozenset({role})) for side in SIDES for role in Role]
    wrong = [p for p in people if step.side not in (p.side, Side.EITHER) or not p.roles & set(step.roles)]
    for actor in (*wrong, Actor("other", SIDES[0], frozenset())):
        tried = Case(source, step, actor, known)
        with pytest.raises(WrongPerson) as refused:
            fire(kind, tried)
        assert (refused.value.step, tried.state) == (step.name, source)


# The machine itself refuses, not only the function in front of it.
@pytest.mark.parametrize(("kind", "step"), ROWS, **LABEL)
def test_the_bare_machine_refuses_a_wrong_person_too(kind, step):
    known = open_facts(kind, step)
    for source in step.sources:
        tried = Case(source, step, Actor("other", SIDES[0], frozenset()), known, left_of(step, source, kind))
        assert kind.machine.events[step.name].trigger(tried) is False
        assert tried.state == source


# Approve and transmit under the Convention are open only while both States are bound on the day (38, 40): the bare
# machine does not pass the gate, for a State that signed only, one that did neither, and one not bound yet.
@pytest.mark.parametrize("name", ["approve", "transmit"])
@pytest.mark.parametrize("requested", ["COG", "PNG", "TUV"])
def test_the_bare_machine_does_not_pass_the_gate(name, requested):
    step = KIND.step(name)
    tried = case(step, step.sources[0], requested=requested)
    assert KIND.machine.events[name].trigger(tried) is False
    assert tried.state == step.sources[0]


# Scope is asked again on the day of approval and of transmission: an offence that only a Protocol carries does not
# carry a request to a State which that Protocol does not bind (37, TIP 1(3)).
@pytest.mark.parametrize("name", ["approve", "transmit"])
@pytest.mark.parametrize(("requested", "open_"), [("USA", True), ("IRN", False)])
def test_a_protocol_offence_is_asked_again(name, requested, open_):
    step = KIND.step(name)
    carried = offence(2, category="trafficking_in_persons")
    told = {"acts": ["recruitment"], "means": ["force"], "purposes": ["forced_labour"], "child": False, "fact": "x"}
    content = facts().content | {"offences": [carried], "trafficking": told}
    tried = case(step, step.sources[0], requested=requested, content=content)
    if open_:
        assert fire(KIND, tried) == step.target
        return
    with pytest.raises(StepClosed) as closed:
        fire(KIND, tried)
    assert all(f.code.startswith("scope.") for f in closed.value.findings)


GUARDED = [(kind, step, number) for kind in TABLES for step in kind.steps for number in range(len(step.guards))]


# The bare machine does not pass any guard of any step, whichever of them is unmet.
@pytest.mark.parametrize(("kind", "step", "number"), GUARDED, **LABEL)
def test_the_bare_machine_passes_no_guard_of_any_step(kind, step, number):
    def check(seen):
        return [Finding("unmet", "1")]

    guards = list(step.guards)
    guards[number] = Guard("unmet", "1", check)
    changed = replace(step, guards=tuple(guards))
    source = step.sources[0]
    rows = kind.steps if step.target == RETURNS else (step,)
    lone = replace(kind, steps=tuple(changed if s is step else s for s in rows), recordings=())
    tried = Case(source, changed, rightful(step), open_facts(kind, step), left_of(step, source, kind))
    assert lone.machine.events[step.name].trigger(tried) is False
    assert tried.state == source
    with pytest.raises(StepClosed, match="unmet"):
        fire(lone, tried)


# A refused step says every reason, not only the first.
def test_all_reasons_are_collected():
    step = KIND.step("transmit")
    content = facts().content | {"language": {"request": "", "accepted": False, "source": ""}}
    with pytest.raises(StepClosed) as closed:
        fire(KIND, case(step, "signed", requested="PNG", content=content, signatory=None))
    codes = {f.code for f in closed.value.findings}
    assert {"language.missing", "authentic.not_signed"} < codes
    assert any(code.startswith("party.") for code in codes)
    assert all(f.closes for f in closed.value.findings)


# A warning closes nothing.
def test_a_warning_does_not_close():
    step = KIND.step("submit")
    warned = case(step, "draft", content=facts().content | {"persons": []})
    assert Weight.WARNS in {f.weight for f in warned.findings()}
    assert fire(KIND, warned) == "in_review"


# Additional information comes back to the state that it left, and to no other.
@pytest.mark.parametrize("left", ["examination", "accepted", "executing"])
def test_information_returns_to_the_state_that_was_left(left):
    assert fire(KIND, case(KIND.step("supply_information"), "info_requested", left=left)) == left


@pytest.mark.parametrize("left", [None, "closed", "transmitted"])
def test_information_returns_nowhere_else(left):
    with pytest.raises(StepClosed):
        fire(KIND, case(KIND.step("supply_information"), "info_requested", left=left))


# A guard looks at the facts once, and its findings are those that are shown.
def test_a_guard_is_asked_once():
    asked = []

    def check(seen):
        asked.append(seen)
        return [Finding("any", "1", Weight.HOLDS)]

    step = Step("s", "T1", ("new",), "new", Side.REQUESTING, (Role.DRAFTER,), "1", (Guard("once", "1", check),))
    kind = Kind("k", "K", 1, ("new",), frozenset(), frozenset(), (step,))
    tried = case(step, "new")
    fire(kind, tried)
    assert (len(asked), [f.code for f in tried.findings()]) == (1, ["any"])


def test_a_guard_bears_its_article_and_name():
    @guard("18(1)")
    def made(seen):
        return []

    assert (made.name, made.article, list(made.check(facts()))) == ("made", "18(1)", [])


def test_what_is_unknown_is_refused_by_name():
    with pytest.raises(UnknownStep):
        KIND.step("teleport")
    with pytest.raises(UnknownKind):
        kind_named("teleportation")
    assert kind_named("assistance") is KIND


def test_examine_returns_what_holds_as_well_as_what_closes():
    found = examine(case(KIND.step("approve"), "in_review"))
    assert {f.weight for f in found} >= {Weight.HOLDS}
    assert not closing(found)


# Final states are closed and abandoned; every other state has a way to one of them, and none is out of reach.
@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.name)
def test_every_table_is_sound(kind):
    assert kind.final == {"closed", "abandoned"}
    assert list(faults(kind, {s.form for s in kind.steps}, {d for s in kind.steps for d in s.documents})) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"sources": ("nowhere",)}, ("unknown_state", "nowhere")),
        ({"form": "unknown"}, ("unknown_form", "unknown")),
        ({"documents": ("unknown",)}, ("unknown_paper", "unknown")),
        ({"roles": ()}, ("nobody", "go")),
        ({"target": "new"}, ("dead_end", "new")),
        ({"target": "new"}, ("unreachable", "end")),
    ],
)
def test_each_fault_of_a_table_is_found(changed, fault):
    row = {"name": "go", "row": "T1", "sources": ("new",), "target": "end", "side": Side.REQUESTING}
    step = Step(**(row | {"roles": (Role.DRAFTER,), "article": "1"} | changed))
    kind = Kind("k", "K", 1, ("new", "end"), frozenset({"end"}), frozenset(), (step, step))
    found = set(faults(kind, {"known"}, {"known"}))
    assert {fault, ("twice", "go")} <= found


# Invalid in all machines: back to a draft after transmission.
def test_nothing_leads_back_before_transmission():
    for kind, step, source in OPEN_ROWS:
        if source not in kind.internal:
            assert not set(kind.targets(step, source)) & kind.internal


# By no order of permitted steps is anything sent to a State that is not bound, or before three people acted.
@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(TABLES), st.sampled_from(["COG", "PNG", "USA", "IRN"]))
def test_no_order_of_steps_leads_around_the_gate(data, kind, requested):
    state, taken = "new", []
    for step in data.draw(st.lists(st.sampled_from(kind.steps), max_size=25)):
        tried = case(step, state, left="examination", kind=kind, requested=requested)
        try:
            state = fire(kind, tried)
            taken.append(step.name)
        except (WrongState, StepClosed):
            continue
    if state not in kind.internal:
        assert requested in ("USA", "IRN")
        assert taken.index("approve") < taken.index("sign") < taken.index("transmit")
