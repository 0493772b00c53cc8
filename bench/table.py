"""The table of a bench: each figure, its floor, the ratio, the goal, and whether it is met."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from .pace import Measured


@dataclass(frozen=True, slots=True)
class Goal:
    """What a ratio should be: at least or at most so much. ``of`` says what is divided by what."""

    limit: float
    at_most: bool
    of: str

    def met(self, ratio: float) -> bool:
        """Whether the ratio is good enough."""
        return ratio <= self.limit if self.at_most else ratio >= self.limit


_HELLO = "a second / answers of the bare Flask page"
_GROWTH = Goal(1.5, at_most=True, of="time with the most cases / time with 1,000, each in answers of the bare page")
#: Of what the frame of every page leaves: goals of this system, so that it shows when a page itself grows slow.
_ITSELF = "pages a second / pages that only say who is signed in"
GOALS: Mapping[str, Goal] = {
    "step_with_paper": Goal(0.87, at_most=False, of="steps a second with a letter / bare WeasyPrint letters"),
    "step_without_paper": Goal(0.12, at_most=False, of=f"steps {_HELLO}"),
    "step_refused": Goal(0.30, at_most=False, of=f"steps refused {_HELLO}"),
    "worklist": Goal(0.30, at_most=False, of=f"pages {_HELLO}"),
    "worklist_last_page": Goal(0.30, at_most=False, of=f"pages {_HELLO}"),
    "search": Goal(0.30, at_most=False, of=f"pages {_HELLO}"),
    "case_page": Goal(0.25, at_most=False, of=f"pages {_HELLO}"),
    "worklist_itself": Goal(0.5, at_most=False, of=_ITSELF),
    "worklist_last_page_itself": Goal(0.5, at_most=False, of=_ITSELF),
    "search_itself": Goal(0.5, at_most=False, of=_ITSELF),
    "case_page_itself": Goal(0.15, at_most=False, of=_ITSELF),
    **{f"growth_{page}": _GROWTH for page in ("worklist", "worklist_last_page", "search", "case_page", "obligations")},
    "audit_verify": Goal(0.25, at_most=False, of="entries verified a second / entries hashed"),
    "papers_letter": Goal(1.15, at_most=True, of="seconds for the letter / seconds of bare WeasyPrint"),
    "papers_60_pages": Goal(1.15, at_most=True, of="seconds for the paper / seconds of bare WeasyPrint"),
    "two_writers": Goal(10, at_most=True, of="slowest twentieth of the steps without paper / the middle one"),
    "worker_memory": Goal(200, at_most=True, of="MB that the largest worker holds after 200 letters"),
    "start": Goal(4, at_most=True, of="seconds until the first answer / those of the bare Flask page"),
}


def lines(measured: Mapping[str, Measured]) -> Iterator[str]:
    """The table, a line for each figure; one without a goal is for comparison."""
    yield f"{'':26} {'figure':>12} {'floor':>12} {'ratio':>9} {'goal':>9}"
    for name, one in measured.items():
        goal = GOALS.get(name)
        said = f"{'<=' if goal.at_most else '>='} {goal.limit:g}" if goal else ""
        verdict = "" if goal is None else "ok" if goal.met(one.ratio) else "short"
        yield f"{name:26} {one.value:>12.2f} {one.floor:>12.2f} {one.ratio:>9.3f} {said:>9}  {verdict}".rstrip()


def write(measured: Mapping[str, Measured], path: Path) -> None:
    """Keep the figures as JSON: value, floor, ratio and goal by name."""
    goals = {name: goal.limit for name, goal in GOALS.items()}
    kept = {name: asdict(one) | {"goal": goals.get(name)} for name, one in measured.items()}
    path.write_text(json.dumps(kept, indent=2) + "\n")
