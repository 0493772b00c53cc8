"""The sentences on an amended request (row F19 of the treaty digest)."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "amendment.none_open": _l("No amended request is being prepared."),
    "amendment.other_stage": _l("The amended request that is being prepared is not at this stage."),
    "amendment.under_way": _l("An amended request is being prepared already. Send or drop it before another is begun."),
    "amendment.nothing_new": _l("The amended request says what the version sent before says. Change what is to be changed, or drop it."),
    "amendment.item_moved": _l("Item %(label)s keeps its number and its kind of assistance: the requested State knows it by them. If it is no longer wanted, say so in its text; put what is new at the end."),
    "amendment.unexamined": _l("An amended request came in after the request was examined. Examine it first: what was examined is the earlier version."),
    "amendment.beside_surrender": _l("An amended request came in that nobody has examined. The surrender rests on what was decided before: read the amended request first."),
    "amendment.came_in": _l("An amended request came in after the request was examined."),
    "amendment.none_came_in": _l("No amended request has come in since the request was examined."),
    "step.changes.missing": _l("Say what changes, and why."),
}  # fmt: skip
