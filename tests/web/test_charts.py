"""Charts: coordinates that follow from the numbers."""

import datetime as dt
import itertools

from mla.web import charts

D = dt.date.fromisoformat
GROWING = ((D("2001-01-01"), 10), (D("2006-01-01"), 60), (D("2009-01-01"), 55))


def drawn(points=GROWING, end="2010-12-31"):
    return charts.over_time({"A": points}, {"A": D(end)}, D("2000-12-12"))


def test_a_line_goes_in_steps_from_nothing_to_its_last_value():
    line = drawn().lines[0]
    corners = [tuple(map(float, point.split(","))) for point in line.points.split(" ")]
    assert corners[0][1] == charts.HEIGHT - charts.BOTTOM  # zero
    assert corners[-1] == (line.end_x, line.end_y)
    assert line.value == 55
    xs = [x for x, _y in corners]
    assert xs == sorted(xs)
    for (x1, y1), (x2, y2) in itertools.pairwise(corners):
        assert x1 == x2 or y1 == y2  # never aslant: the number holds until the next day of change


def test_all_lies_inside_the_picture():
    chart = drawn()
    for x, _label in chart.years:
        assert charts.START <= x <= charts.WIDTH - charts.END
    for y, _label in chart.values:
        assert charts.TOP <= y <= charts.HEIGHT - charts.BOTTOM
    assert [label for _y, label in chart.values] == ["0", "50", "100"]
    assert [label for _x, label in chart.years] == ["2000", "2005", "2010"]


def test_what_lies_after_a_series_end_is_not_drawn():
    assert drawn(end="2008-12-31").lines[0].value == 60


def test_the_numbers_at_the_ends_of_years():
    years = range(2000, 2011)
    assert charts.at_year_ends(GROWING, years, D("2009-06-30")) == [0, 10, 10, 10, 10, 10, 60, 60, 60, 55, None]


def test_an_empty_series_is_a_line_at_zero():
    chart = drawn(points=())
    assert chart.lines[0].value == 0
    assert [label for _y, label in chart.values] == ["0", "50"]
