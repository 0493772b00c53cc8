"""What people read of a request that is opened as a part of another: an arrest, a confiscation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a sort of part.

    ``offer`` stands on the page of the case; ``opens`` and ``copied`` on its own page; ``closed`` says by reason why it
    can't be opened now.
    """

    title: Any
    offer: Any
    opens: Any
    copied: Any
    article: str
    closed: Mapping[str, Any]


_NOT_A_DRAFTER = _l("Only a drafter of your authority may open it.")
PARTS: Mapping[str, Said] = {
    "arrest": Said(
        _l("Ask for provisional arrest"),
        _l(
            "Where it is urgent: that the person is taken into custody before extradition is decided. A request of its "
            "own, as a part of this one."
        ),
        _l(
            "A request of its own is opened as a part of this extradition, to the same authority. It is reviewed, signed "
            "and sent for itself, and can go before the request for extradition does."
        ),
        _l(
            "What the extradition says of the person, the warrant or judgment, the basis and the addressee is copied into "
            "it. From then on each of the two is changed alone; persons, facts, offences and annexes stand in the matter "
            "and serve both."
        ),
        "16(9)",
        {
            "not_a_drafter": _NOT_A_DRAFTER,
            "arrest_not_now": _l(
                "The extradition is over, or the person was surrendered: no arrest is asked any more."
            ),
            "arrest_open": _l("A request for provisional arrest is under way already beside this extradition."),
        },
    ),
    "confiscation": Said(
        _l("Ask for confiscation"),
        _l("Of what was traced or frozen. A request of its own, linked to this one; the freeze stays as it is."),
        _l(
            "A request of its own is opened and linked to this one, to the same authority. It is reviewed, signed and sent "
            "for itself. Nothing that is frozen becomes free by it: the freeze stays in this case."
        ),
        _l(
            "What this request says of the facts that carry it, third parties, the basis and the addressee is copied into "
            "it. From then on each of the two is changed alone; property, persons, facts, offences and annexes stand in "
            "the matter and serve both. Property that tracing found is added to the matter first."
        ),
        "13(1)",
        {
            "not_a_drafter": _NOT_A_DRAFTER,
            "confiscation_not_now": _l(
                "Confiscation is asked from here while property is traced or frozen by this request."
            ),
            "confiscation_open": _l("A request for confiscation is under way already beside this one."),
            "no_route": _l("Choose by which of the two routes confiscation is asked."),
        },
    ),
}


def closed(reason: str) -> Any:
    """Why a part can't be opened, in a sentence; empty for any other reason."""
    return next((said.closed[reason] for said in PARTS.values() if reason in said.closed), "")
