"""The figures of pages and steps: signed-in people drive real pages, in turn with the bare page of the same server."""

import itertools
import statistics
import uuid
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .browser import Browser, signed_in
from .known import WHO, email
from .pace import Job, Measured, against, pace, timed

#: People at once: two for each worker.
AT_ONCE = 4
CORRECTION = {"entry": "1", "error": "The day was miswritten.", "right": "It is the day of receipt.", "seen": ""}


@dataclass(slots=True)
class Site:
    """The served site and the bare page beside it, with the people who are signed in, and how long each is asked."""

    people: dict[str, Browser]
    bare: Browser
    seconds: float

    @classmethod
    def entered(cls, port: int, bare_port: int, seconds: float) -> "Site":
        """Everybody signs in."""
        return cls({role: signed_in(port, email(role)) for role in WHO}, Browser(bare_port), seconds)

    def hello(self) -> float:
        """Answers of the bare page in a second."""
        return pace([lambda: self.bare.get("/")] * AT_ONCE, self.seconds / 2)

    def page(self, paths: Sequence[str]) -> Measured:
        """Pages in a second, each person at another of them, held against the bare page."""
        return against(self.hello, lambda: self.rate(paths))

    def rate(self, paths: Sequence[str]) -> float:
        """Pages in a second."""
        turn = itertools.cycle(paths)
        return pace([_reads(browser, turn) for browser in self.people.values()], self.seconds)

    def corrected(self, cases: "Waiting") -> Measured:
        """Steps without a paper in a second: an entry is corrected."""
        jobs = [lambda: cases.correct(self.people["drafter"])] * AT_ONCE
        return against(self.hello, lambda: pace(jobs, self.seconds))

    def refused(self, drafts: Sequence[uuid.UUID]) -> Measured:
        """Steps that the law keeps closed: an incomplete draft is submitted, and every reason comes back."""
        turn = itertools.cycle(drafts)

        def job() -> None:
            self.people["drafter"].post(f"/requests/{next(turn)}/steps/submit", {"seen": "draft"}, 422)

        return against(self.hello, lambda: pace([job] * AT_ONCE, self.seconds))

    def two_writers(self, cases: "Waiting") -> Measured:
        """How long the slowest twentieth of steps takes beside the middle one, while two write at once."""
        runs = [self._waits(cases) for _ in range(3)]
        ratios = [slow / middle for slow, middle in runs]
        slows, middles = zip(*runs, strict=True)
        return Measured(statistics.median(slows), statistics.median(middles), statistics.median(ratios))

    def _waits(self, cases: "Waiting") -> tuple[float, float]:
        jobs = [lambda: cases.correct(self.people["drafter"]), lambda: cases.correct(self.people["signatory"])]
        waits = sorted(end - start for times in timed(jobs, self.seconds * 2) for start, end in times)
        return waits[int(len(waits) * 0.95)], statistics.median(waits)

    def signed(self, letters: "Waiting", floor: Callable[[], float]) -> Measured:
        """Steps that render a letter, held against the printing of the same letter alone."""
        jobs = [lambda: letters.sign(self.people["signatory"])] * AT_ONCE
        return against(floor, lambda: pace(jobs, self.seconds * 3))


def _reads(browser: Browser, paths: "itertools.cycle[str]") -> Job:
    return lambda: browser.get(next(paths))


class Waiting:
    """Cases that wait for a step, taken in turn, so that no history grows long while it is measured."""

    def __init__(self, cases: Sequence[tuple[uuid.UUID, str]]) -> None:
        self.cases = deque(cases)

    def correct(self, browser: Browser) -> None:
        """Correct an entry of the next case, which stands in the state that is told of it, and stays there."""
        case, state = self.cases.popleft()
        browser.post(f"/requests/{case}/steps/correct_record", CORRECTION | {"seen": state})
        self.cases.append((case, state))

    def sign(self, browser: Browser) -> uuid.UUID:
        """Sign the next letter, whose version has the hash that is told of it."""
        case, version = self.cases.popleft()
        form = {"seen": "approved", "version_hash": version, "place": "Athens"}
        browser.post(f"/requests/{case}/steps/sign", form)
        return case
