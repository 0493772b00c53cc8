"""Dates as sources give them: a day, a year and a month, or a year alone."""

import datetime as dt
import re

_FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def first_day(value: str) -> dt.date:
    """The first day of a day (``2012-03-12``), a month (``2012-03``) or a year (``2012``).

    Raises ValueError for anything else.
    """
    if not _FORM.fullmatch(value):
        raise ValueError(value)
    return dt.date.fromisoformat((value + "-01-01")[:10])
