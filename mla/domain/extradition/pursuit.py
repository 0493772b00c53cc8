"""What has passed between the two sides on an extradition, read from its history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..history import last

Body = Mapping[str, Any]
_NOTHING: Body = {}
#: Steps by which a concern is answered, or given up.
ASSURANCE_ENDS = ("give_assurance", "decline_assurance", "lapse_assurance")
#: Steps by which the offer of a grant on conditions is answered, or lapses.
OFFER_ENDS = ("accept_conditions", "decline_conditions", "lapse_offer")
GRANTS = ("grant", "accept_conditions")
#: Steps by which a grant falls, or upon which the surrender rests instead.
INSTEAD = ("record_consent", "refuse_extradition", "refuse_for_nationality")


@dataclass(frozen=True, slots=True)
class Pursuit:
    """What the guards of an extradition read of its history; what was recorded from paper may lack anything.

    ``assurance`` is what the request for an assurance that waits for an answer says (concern, text, reply_on);
    ``offer`` what the offer of a grant on conditions says (decisions, conditions, reply_on); ``granted`` are the labels
    of the offences for which extradition was granted, ``unpunishable`` of those that were assessed as not punishable in
    the requested State; ``consent`` is what the record of the person's consent to the
    surrender says (judge, consented_on), where there is one; ``review_on`` is the day (ISO text) on which a postponed
    surrender is looked at again; ``arrangement`` the surrender as it was proposed last, and ``agreed`` whether the
    requesting State agreed to it; ``temporary`` the terms of a temporary surrender; ``speciality`` the request for
    consent to a further prosecution that waits for an answer; ``arrested_on`` and ``documents_by`` are days (ISO text)
    of a provisional arrest, ``held`` says whether one was ordered whose end is not told; ``handed_on`` is the day (ISO
    text) of the surrender.
    """

    assurance: Body = field(default_factory=dict)
    offer: Body = field(default_factory=dict)
    granted: tuple[str, ...] = ()
    unpunishable: tuple[str, ...] = ()
    consent: Body = field(default_factory=dict)
    review_on: str = ""
    arrangement: Body = field(default_factory=dict)
    agreed: bool = False
    temporary: Body = field(default_factory=dict)
    speciality: Body = field(default_factory=dict)
    arrested_on: str = ""
    documents_by: str = ""
    held: bool = False
    handed_on: str = ""


def pursuit(bodies: Sequence[Body]) -> Pursuit:
    """The pursuit of a request whose history entries are given from first to last."""
    arranged = last(bodies, "arrange_surrender", "agree_surrender")
    arrest = _said(bodies, "order_arrest", "extend_arrest")
    fresh = since_examined(bodies)
    return Pursuit(
        assurance=_waiting(bodies, "seek_assurance", ASSURANCE_ENDS),
        offer=_waiting(bodies, "offer_conditions", OFFER_ENDS),
        granted=_granted(fresh),
        unpunishable=_unpunishable(fresh),
        consent=_said(fresh, "record_consent"),
        review_on=_review_on(bodies),
        arrangement=_said(bodies, "arrange_surrender"),
        agreed=arranged is not None and arranged["step"] == "agree_surrender",
        temporary=_said(bodies, "surrender_temporarily"),
        speciality=_waiting(bodies, "ask_speciality_consent", ("answer_speciality_consent",)),
        arrested_on=str(_said(bodies, "order_arrest").get("arrested_on") or ""),
        documents_by=str(arrest.get("documents_by") or ""),
        held=_held(bodies),
        handed_on=_handed_on(bodies),
    )


def since_examined(bodies: Sequence[Body]) -> Sequence[Body]:
    """The entries since the request, amended, was taken under examination again: what was decided before is void."""
    again = [n for n, body in enumerate(bodies) if body["step"] == "examine_amendment"]
    return bodies[again[-1] :] if again else bodies


def _unpunishable(bodies: Sequence[Body]) -> tuple[str, ...]:
    rows = _said(bodies, "begin_judicial_phase").get("assessments") or ()
    return tuple(row["label"] for row in rows if row.get("punishable") == "no")


def _said(bodies: Sequence[Body], *steps: str) -> Body:
    """What the last entry of the steps gave; nothing where there is none."""
    found = last(bodies, *steps)
    return found["data"] if found else _NOTHING


def _handed_on(bodies: Sequence[Body]) -> str:
    """The day that the record of the handover names, or else the day of the record."""
    found = last(bodies, "hand_over")
    return str(found["data"].get("handed_on") or found["happened_on"]) if found else ""


def _waiting(bodies: Sequence[Body], asked: str, ends: Sequence[str]) -> Body:
    """What was asked last and has not been answered since."""
    found = last(bodies, asked, *ends)
    return found["data"] if found and found["step"] == asked else _NOTHING


def _held(bodies: Sequence[Body]) -> bool:
    """Whether the person was arrested and nothing tells of the end of the arrest."""
    found = last(bodies, "order_arrest", "end_arrest")
    return found is not None and found["step"] == "order_arrest"


def _review_on(bodies: Sequence[Body]) -> str:
    """The day of review that was set last: a return that sets none leaves the one before."""
    setting = [b["data"] for b in reversed(bodies) if b["step"] in ("postpone_surrender", "return_person")]
    return next((str(said["review_on"]) for said in setting if said.get("review_on")), "")


def _granted(bodies: Sequence[Body]) -> tuple[str, ...]:
    """The offences granted; a grant on conditions is what was offered, once the conditions are accepted."""
    by = last(bodies, *GRANTS, *INSTEAD)
    if by and by["step"] == "accept_conditions":
        return granted_in(_said(bodies, "offer_conditions"))
    return granted_in(by["data"]) if by and by["step"] in GRANTS else ()


def granted_in(data: Body) -> tuple[str, ...]:
    """The labels of the offences that a decision grants."""
    return tuple(d["label"] for d in data.get("decisions") or () if d.get("decision") == "granted")
