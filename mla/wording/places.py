"""What the links from a finding say, and who must act where the reader can't."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla.domain.findings import Finding

#: What the link to a part of the case page says.
PARTS = {
    "history": _l("See the history of the case"),
    "open-title": _l("See what you may do now"),
    "content": _l("Read what the request says"),
    "authorities": _l("See the two authorities"),
    "obligations": _l("See the obligations"),
}
#: Findings that time or the other side mends.
WAITING = {
    "consultation.reply_awaited": _l("It opens when the requesting State has replied, or when the day has passed."),
    "offer.reply_awaited": _l("It opens when the requesting State has replied, or when the day has passed."),
    "surrender.reply_awaited": _l("It opens when the other State has replied, or when the day has passed."),
    "information.not_due": _l("It opens when the day has passed."),
}


def field(finding: Finding) -> str:
    """The link to a field in which the reader may write: what is missing is given, what is only said is looked over."""
    lacks = finding.closes or finding.code.startswith("content.")
    return _("Give this information") if lacks else _("See where this is written")


def tasks() -> str:
    """The link to the list of tasks."""
    return _("See the list of tasks")


def between() -> str:
    """The link to the page on two States."""
    return _("See what binds the two States, and since when")


def whose_turn() -> str:
    """The link to the part of the case page that says who must act."""
    return _("See who must act")


def part(anchor: str) -> str:
    """The link to a part of the case page."""
    return str(PARTS[anchor])


def keeper() -> str:
    """Who changes what binds a State."""
    return _("Only the State itself can change this; a register keeper enters what the depositary notifies.")


def waiting(finding: Finding) -> str:
    """What a step waits for that nobody here can do; empty where it waits for nothing."""
    return str(WAITING.get(finding.code, ""))


def draft_again(role: str, names: Sequence[str]) -> str:
    """Who writes in the draft."""
    return _("It is given in the draft.") + " " + colleagues(role, names)


def colleagues(role: str, names: Sequence[str]) -> str:
    """The people of the reader's own authority who can."""
    if names:
        return _("Who can (%(role)s): %(names)s.", role=role, names=", ".join(names))
    return _("Nobody in your authority can yet: an administrator gives the office of %(role)s.", role=role)


def by_step(title: str, roles: Sequence[str], names: Sequence[str]) -> str:
    """The step that mends it, and the reader's colleagues who may take it."""
    whose = colleagues(_(" or ").join(roles), names)
    return _("It is mended by the step “%(step)s”.", step=title) + " " + whose


def by_step_of(title: str, roles: Sequence[str], state: str) -> str:
    """The step of the other authority that mends it."""
    whose = _(" or ").join(roles)
    return _("It is mended by the step “%(step)s”, which is for the %(roles)s of the authority of %(state)s.",
             step=title, roles=whose, state=state)  # fmt: skip
