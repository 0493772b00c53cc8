"""What has passed between the two sides on a request, read from its history: consultation, offer, postponement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import amendment
from .history import last

#: States in which a consultation goes on (Art. 18(26)).
CONSULTING = frozenset({"consultation", "conditions_offered"})
#: Steps by which the requesting side presents its opinions.
REPLIES = frozenset({"answer_consultation", "decline_conditions"})
#: Steps that report an execution, wholly, in part or without a result.
REPORTS = ("report_execution", "report_partial_execution", "report_nil_execution")


@dataclass(frozen=True, slots=True)
class Consultation:
    """A consultation that goes on: ``grounds`` are the intended ones, days are ISO text.

    ``conditions`` are those that were offered last; ``reply_on`` is the day by which a reply to the consultation
    was asked, ``offer_reply_on`` the one for the offer. ``replies`` are what the requesting side said.
    """

    grounds: tuple[str, ...]
    opened_on: str
    reply_on: str
    replies: tuple[Mapping[str, Any], ...] = ()
    conditions: tuple[Mapping[str, Any], ...] = ()
    offer_reply_on: str = ""

    def plain(self) -> dict[str, Any]:
        """The consultation as JSON-ready values, for the papers."""
        return {
            "grounds": list(self.grounds),
            "opened_on": self.opened_on,
            "reply_on": self.reply_on,
            "replies": [dict(reply) for reply in self.replies],
            "conditions": [dict(condition) for condition in self.conditions],
        }


@dataclass(frozen=True, slots=True)
class Course:
    """What the guards read of the history.

    ``consultation`` is the one that goes on, if any; ``review_on`` the day (ISO text) on which a postponement is to
    be looked at again; ``refused_items`` are the labels of the items that a partial acceptance refused.
    ``information_asked`` says whether additional information was ever asked, ``information_due_on`` by which day (ISO
    text) last, ``reminded`` whether by a reminder; ``not_confidential`` whether the requested side gave notice that
    it can't keep the request so. ``amendment`` is the stage of an amended request that is under way, and
    ``unexamined`` whether one was sent that the requested side has not taken up since it accepted the request.
    ``stands`` is the state in which the request stands, and ``recorded`` whether the last entry was recorded from a
    paper that came to the request. ``urgent`` is what was noted when the request was made orally or through INTERPOL,
    with the day (``on``, ISO text); empty if it was not.

    What was recorded from paper may lack anything that a form asks: then it is empty here.
    """

    consultation: Consultation | None = None
    review_on: str = ""
    refused_items: frozenset[str] = field(default_factory=frozenset)
    information_asked: bool = False
    information_due_on: str = ""
    reminded: bool = False
    not_confidential: bool = False
    amendment: str = ""
    unexamined: bool = False
    stands: str = ""
    recorded: bool = False
    urgent: Mapping[str, Any] = field(default_factory=dict)


def course(bodies: Sequence[Mapping[str, Any]]) -> Course:
    """The course of a request whose history entries are given from first to last."""
    postponed = last(bodies, "postpone", "postpone_on_other_basis")
    asked = last(bodies, "request_information", "remind_information")
    return Course(
        consultation=_consultation(bodies),
        review_on=_text(postponed, "review_on"),
        refused_items=_refused_items(bodies),
        information_asked=asked is not None,
        information_due_on=_text(asked, "due_on"),
        reminded=asked is not None and asked["step"] == "remind_information",
        not_confidential=last(bodies, "notify_confidentiality") is not None,
        amendment=amendment.stage(bodies),
        unexamined=amendment.unexamined(bodies),
        stands=str(bodies[-1]["to"]) if bodies else "",
        recorded=bool(bodies) and "recorded" in bodies[-1] and bodies[-1]["step"] != "register_incoming",
        urgent=_urgent(bodies),
    )


def _text(body: Mapping[str, Any] | None, name: str) -> str:
    """What the step's form gave under the name; empty where there is no such entry, or nothing was given."""
    return str(body["data"].get(name) or "") if body else ""


def _urgent(bodies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    told = last(bodies, "notify_orally")
    return {"on": told["happened_on"]} | dict(told["data"]) if told else {}


def refused(decisions: Iterable[Mapping[str, Any]]) -> list[str]:
    """The labels of the items that the decisions refuse."""
    return [str(d["label"]) for d in decisions if d.get("decision") == "refused"]


def _refused_items(bodies: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """What the decision that stands refused: conditions accepted later leave it, an amendment taken up ends it."""
    decided = last(bodies, "accept", "accept_in_part", "examine_amendment")
    return frozenset(refused(decided["data"].get("decisions") or ()) if decided else ())


def _consultation(bodies: Iterable[Mapping[str, Any]]) -> Consultation | None:
    """The consultation that goes on: it ends when the request leaves the states of a consultation."""
    opened: Mapping[str, Any] | None = None
    replies: list[Mapping[str, Any]] = []
    offer: Mapping[str, Any] = {}
    for body in bodies:
        if body["to"] not in CONSULTING:
            opened, replies, offer = None, [], {}
        elif body["step"] == "open_consultation":
            opened = body
        elif body["step"] == "offer_conditions":
            offer = body["data"]
        elif body["step"] in REPLIES:
            replies.append({"step": body["step"], "on": body["happened_on"], "opinion": _text(body, "opinion")})
    if opened is None:
        return None
    return Consultation(
        grounds=tuple(opened["data"].get("grounds") or ()),
        opened_on=str(opened["happened_on"]),
        reply_on=_text(opened, "reply_on"),
        replies=tuple(replies),
        conditions=tuple(offer.get("conditions") or ()),
        offer_reply_on=str(offer.get("reply_on") or ""),
    )
