"""What people read of requests of several States for one person: what is weighed, and how a request is named."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from . import state_name

#: What is weighed, by the names of ``mla.domain.extradition.competing`` (good practice).
CONSIDERATIONS = {
    "seriousness": _l("How serious the offences are beside one another"),
    "place": _l("Where the offences were committed"),
    "dates": _l("The days of the requests"),
    "nationality": _l("The nationality of the person"),
    "onward": _l("Whether the person can be extradited onward later"),
}


def called(row: Mapping[str, str]) -> str:
    """A request as a list of several names it."""
    state = state_name(row["state"], article=True)
    return _("The request of %(state)s, %(reference)s", state=state, reference=row["reference"])


def chosen(data: Mapping[str, Any]) -> str:
    """The request that takes precedence by what a record gave."""
    return next(called(row) for row in data["weighed"] if row["request"] == data["precedence"])
