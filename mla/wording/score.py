"""The words of the content by article: what each article asks for, how strictly, and how much of it is given."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM
from mla.domain.score import Line

ASKED: dict[str, Any] = {
    "18(15)(a)": _l("The authority making the request"),
    "18(15)(b)": _l("The proceeding and who conducts it"),
    "18(15)(c)": _l("Summary of the facts"),
    "18(15)(d)": _l("The assistance sought"),
    "18(15)(e)": _l("The persons concerned"),
    "18(15)(f)": _l("The purpose"),
    "13(1)(b)": _l("An order of confiscation by a court"),
    "13(3)(a)": _l("For an order to be sought: the property, and the facts that carry the order"),
    "13(3)(b)": _l("For an order to be enforced: its copy, the facts and the extent"),
    "13(3)(c)": _l("For tracing or freezing: the facts, and the actions requested"),
    GOOD_PRACTICE: _l("What makes a request easier to execute"),
    THIS_SYSTEM: _l("What this system asks besides"),
}
STRENGTHS: dict[str, Any] = {
    "required": _l("required"),
    "conditional": _l("required, unless only service of documents is sought"),
    "where_possible": _l("where possible"),
}


def asked(line: Line) -> str:
    """What the article asks for."""
    return str(ASKED[line.article])


def strength(line: Line) -> str:
    """How strictly the article asks for it; empty for what no article of the Convention asks."""
    return str(STRENGTHS.get(line.strength, ""))


def counted(line: Line) -> str:
    """How much of what is asked is given: "2 of 4 given"."""
    if not line.asked:
        return _("Not asked of this request")
    return _("%(given)s of %(asked)s given", given=line.given, asked=line.asked)
