"""The guards of an amended request: its stage, and that it says something new without moving what was numbered."""

from collections.abc import Iterator

from .facts import Facts
from .findings import GOOD_PRACTICE, THIS_SYSTEM, Finding, Weight
from .guards import missing
from .workflow import Guard, guard


def at_stage(*stages: str) -> Guard:
    """The amendment is at one of the stages; the empty one means that none is under way."""

    def check(facts: Facts) -> Iterator[Finding]:
        if facts.course.amendment not in stages:
            code = "amendment.other_stage" if facts.course.amendment else "amendment.none_open"
            yield missing(code if stages != ("",) else "amendment.under_way", THIS_SYSTEM, "request.history",
                          stage=facts.course.amendment)  # fmt: skip

    return Guard(f"amendment_at_{'_or_'.join(stages) or 'rest'}", THIS_SYSTEM, check)


@guard(THIS_SYSTEM)
def says_something_new(facts: Facts) -> Iterator[Finding]:
    """The amended request differs from the version that was sent last."""
    if facts.content == facts.sent:
        yield missing("amendment.nothing_new", THIS_SYSTEM, "request.draft")


@guard(THIS_SYSTEM)
def items_keep_their_numbers(facts: Facts) -> Iterator[Finding]:
    """An item that the other side knows by its number keeps it: decisions and reports name items by number."""
    now = [item["type"] for item in facts.content["assistance"]]
    for number, item in enumerate(facts.sent.get("assistance", ())):
        if number >= len(now) or now[number] != item["type"]:
            yield missing("amendment.item_moved", THIS_SYSTEM, "request.assistance", label=item["label"])


@guard(THIS_SYSTEM)
def amendment_examined(facts: Facts) -> Iterator[Finding]:
    """An amended request that came in after the decision is examined before the request is executed further."""
    if facts.course.unexamined:
        yield missing("amendment.unexamined", THIS_SYSTEM, "request.amendment")


@guard(THIS_SYSTEM)
def amendment_pointed_out(facts: Facts) -> Iterator[Finding]:
    """That an amended request waits, while a surrender goes on as it was decided before, is said and closes nothing."""
    if facts.course.unexamined:
        yield Finding("amendment.beside_surrender", THIS_SYSTEM, Weight.WARNS, where="request.amendment")


@guard(GOOD_PRACTICE)
def amendment_came_in(facts: Facts) -> Iterator[Finding]:
    """An amended request was sent since the request was accepted."""
    if facts.course.unexamined:
        yield Finding("amendment.came_in", GOOD_PRACTICE, Weight.HOLDS)
    else:
        yield missing("amendment.none_came_in", GOOD_PRACTICE, "request.history")
