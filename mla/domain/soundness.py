"""Proof that a table of steps is sound: nothing unreachable, no dead end, every form and paper known."""

from collections.abc import Collection, Iterator

from .workflow import NEW, Kind


def faults(kind: Kind, forms: Collection[str], papers: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each fault of the table as (cause, name). ``forms`` and ``papers`` are the names that exist."""
    reached = _closure(kind, {NEW})
    yield from (("unreachable", s) for s in kind.states if s not in reached)
    yield from (("dead_end", s) for s in kind.states if not _closure(kind, {s}) & kind.final)
    for step in kind.steps:
        if step.form and step.form not in forms:
            yield "unknown_form", step.form
        yield from (("unknown_paper", p) for p in step.documents if p not in papers)
        yield from (("unknown_state", s) for s in step.sources if s not in kind.states)
        if not step.roles:
            yield "nobody", step.name
    names = [step.name for step in kind.steps]
    yield from (("twice", n) for n in sorted(set(names)) if names.count(n) > 1)


def _closure(kind: Kind, states: set[str]) -> set[str]:
    """The states that can be reached from ``states`` by steps of the table."""
    reached, todo = set(states), list(states)
    while todo:
        source = todo.pop()
        for step in kind.leaving(source):
            fresh = set(kind.targets(step, source)) - reached
            reached |= fresh
            todo.extend(fresh)
    return reached
