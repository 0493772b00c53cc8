"""Charts as plain coordinates; templates draw them. Nothing here knows a colour."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 340
START, END, TOP, BOTTOM = 56, 32, 16, 36

Points = Sequence[tuple[dt.date, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """A series: its name, the points of its steps, and where and with which value it ends."""

    name: str
    points: str
    end_x: float
    end_y: float
    value: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over time, with the ticks of both axes as (position, label)."""

    lines: tuple[Line, ...]
    years: tuple[tuple[float, str], ...]
    values: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    start: int = START
    bottom: int = HEIGHT - BOTTOM
    end: int = WIDTH - END


@dataclass(frozen=True, slots=True)
class _Scale:
    first: dt.date
    last: dt.date
    most: int

    def x(self, day: dt.date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(START + share * (WIDTH - START - END), 1)

    def y(self, value: int) -> float:
        return round(HEIGHT - BOTTOM - value / self.most * (HEIGHT - TOP - BOTTOM), 1)


def over_time(series: Mapping[str, Points], ends: Mapping[str, dt.date], first: dt.date) -> Chart:
    """A chart of numbers that change on given days and hold in between, from ``first`` to each series' end."""
    most = max([value for points in series.values() for _day, value in points], default=0)
    scale = _Scale(dt.date(first.year, 1, 1), max(ends.values(), default=first), max(50, -(-most // 50) * 50))
    lines = [_line(name, points, ends[name], scale, first) for name, points in series.items()]
    years = [(scale.x(dt.date(y, 1, 1)), str(y)) for y in range(first.year, scale.last.year + 1) if y % 5 == 0]
    values = [(scale.y(v), str(v)) for v in range(0, scale.most + 1, 50)]
    return Chart(tuple(lines), tuple(years), tuple(values))


def _line(name: str, points: Points, end: dt.date, scale: _Scale, first: dt.date) -> Line:
    corners, value = [(first, 0)], 0
    for day, after in [p for p in points if p[0] <= end]:
        corners += [(day, value), (day, after)]
        value = after
    corners.append((end, value))
    drawn = " ".join(f"{scale.x(day)},{scale.y(number)}" for day, number in corners)
    return Line(name, drawn, scale.x(end), scale.y(value), value)


def at_year_ends(points: Points, years: Iterable[int], end: dt.date) -> list[int | None]:
    """The number at the end of each year, or at the series' own end within its last year; None after it."""
    found: list[int | None] = []
    for year in years:
        day = min(dt.date(year, 12, 31), end)
        values = [value for on, value in points if on <= day]
        found.append(None if year > end.year else values[-1] if values else 0)
    return found
