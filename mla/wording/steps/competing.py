"""Requests of several States for one person: what people read of the step (good practice)."""

from flask_babel import lazy_gettext as _l

TITLES = {"weigh_competing": _l("Record which request takes precedence")}
DOES = {
    "weigh_competing": _l(
        "Several States ask for the same person. Records which request takes precedence, who decided so and why, in the history of each of the requests. No State learns of it."
    )
}
DONE = {"weigh_competing": _l("%(who)s recorded which of several requests takes precedence.")}
