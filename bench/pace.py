"""How often something is done in a second, and how the figure stands to its floor."""

import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

Job = Callable[[], object]
#: How often each figure and its floor are taken, in turn.
RUNS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, its floor in the same run, and the one in terms of the other: medians of the runs."""

    value: float
    floor: float
    ratio: float


def pace(jobs: Sequence[Job], seconds: float) -> float:
    """How often the jobs, each done again and again beside the others, are done in a second.

    Each is counted over its own time: one that ends early leaves no gap.
    """
    return sum(len(times) / (times[-1][1] - times[0][0]) for times in timed(jobs, seconds))


def timed(jobs: Sequence[Job], seconds: float) -> list[list[tuple[float, float]]]:
    """Of each job, when each doing began and ended; each job is done once at least, and none begins after its time."""
    with ThreadPoolExecutor(len(jobs)) as beside:
        until = time.perf_counter() + seconds
        return list(beside.map(lambda job: _again(job, until), jobs))


def _again(job: Job, until: float) -> list[tuple[float, float]]:
    times: list[tuple[float, float]] = []
    while not times or time.perf_counter() < until:
        begun = time.perf_counter()
        job()
        times.append((begun, time.perf_counter()))
    return times


def seconds(job: Job) -> float:
    """How long it takes to do it once."""
    begun = time.perf_counter()
    job()
    return time.perf_counter() - begun


def against(floor: Callable[[], float], figure: Callable[[], float], runs: int = RUNS) -> Measured:
    """Floor and figure in turn, so that a busy moment of the machine meets both."""
    pairs = [(floor(), figure()) for _ in range(runs)]
    ratios = [figure_ / floor_ for floor_, figure_ in pairs]
    floors, figures = zip(*pairs, strict=True)
    return Measured(statistics.median(figures), statistics.median(floors), statistics.median(ratios))
