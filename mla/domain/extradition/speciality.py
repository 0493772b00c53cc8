"""For which offences a person is surrendered, offence by offence, read from the history of the request.

Art. 16 has no rule of speciality: what limits a prosecution is the treaty used, domestic law or what was undertaken.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .. import basis
from ..content import Content
from ..history import last
from .content import per_offence
from .pursuit import Body, pursuit, since_examined

_NOTHING: Body = {}
REFUSALS = ("refuse_extradition", "refuse_for_nationality")
#: The steps by which it is decided for which offences the person is surrendered, or by which a decision falls.
DECIDING = ("grant", "offer_conditions", "accept_conditions", "decline_conditions", "lapse_offer", "record_consent",
            *REFUSALS)  # fmt: skip
#: All that is read here passed between the two sides, so either may read the whole.
READ = (*DECIDING, "begin_judicial_phase", "examine_amendment", "surrender_temporarily", "return_person", "hand_over",
        "give_assurance", "ask_speciality_consent", "answer_speciality_consent")  # fmt: skip
_OVER = ("withdrawn", "redirected", "closed")


class Covers(StrEnum):
    """How far the surrender covers an offence."""

    UNDECIDED = "undecided"
    OFFERED = "offered"
    GRANTED = "granted"
    REFUSED = "refused"
    ENDED = "ended"
    LENT = "lent"
    SURRENDERED = "surrendered"
    NOT_COVERED = "not_covered"
    UNKNOWN = "unknown"
    CONSENT_ASKED = "consent_asked"
    CONSENTED = "consented"
    CONSENT_REFUSED = "consent_refused"


@dataclass(frozen=True, slots=True)
class Line:
    """One offence: what was asked, assessed and decided, and how far the surrender covers it.

    ``punishable`` is "yes", "no" or empty, by the ``law`` of the requested State; ``decision`` is "granted",
    "refused", "consented" (the person did, before a judge) or empty; ``conditional`` says whether conditions were
    offered or accepted with it; ``reasons`` are those of a refusal, or what an answer on a further prosecution says.
    ``since`` is the day (ISO text) of the surrender, of the answer or of the question. A ``further`` offence is none
    of the request: consent to its prosecution was asked after the surrender, under a ``rule``.
    """

    label: str
    name: str
    covers: Covers
    accessory: bool = False
    punishable: str = ""
    law: str = ""
    decision: str = ""
    conditional: bool = False
    reasons: str = ""
    since: str = ""
    further: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """What limits a prosecution after the surrender: its source, and its words or the treaty's id.

    ``source`` is treaty, handover, rule (named with a further prosecution), condition or assurance.
    """

    source: str
    text: str


def decided(bodies: Sequence[Body]) -> Body:
    """The entry that decided last, or by which the last decision fell; what came before a new examination is void."""
    return last(since_examined(bodies), *DECIDING) or _NOTHING


def decided_on(bodies: Sequence[Body]) -> int | None:
    """The number of the version on which it was decided last, if any: conditions are accepted as they were offered."""
    body = decided(bodies)
    offered = last(since_examined(bodies), "offer_conditions") if body.get("step") == "accept_conditions" else None
    number: int | None = ((offered or body).get("version") or {}).get("number")
    return number


def lines(content: Content, bodies: Sequence[Body]) -> tuple[Line, ...]:
    """The offences of the request, and those of which consent was asked later.

    ``content`` is that of the version on which it was decided; ``bodies`` the history from first to last.
    """
    return (*_own(content, bodies), *_further(bodies))


def _own(content: Content, bodies: Sequence[Body]) -> Iterator[Line]:
    rows, asked, on = _decisions(content, bodies), per_offence(content), pursuit(bodies).handed_on
    assessed = _by_label(last(since_examined(bodies), "begin_judicial_phase"), "assessments")
    conditional = decided(bodies).get("step") in ("offer_conditions", "accept_conditions")
    for offence in content["offences"]:
        label = offence["label"]
        covers, law = _covers(rows[label]["decision"], bodies), assessed.get(label, _NOTHING)
        yield Line(
            label=label,
            name=offence["name"],
            covers=covers,
            accessory=asked[label]["accessory"],
            punishable=str(law.get("punishable") or ""),
            law=str(law.get("law") or ""),
            conditional=conditional,
            since=on if covers is Covers.SURRENDERED else "",
            decision=rows[label]["decision"],
            reasons=rows[label]["reasons"],
        )


def limits(content: Content, bodies: Sequence[Body]) -> tuple[Limit, ...]:
    """What the request and its history name as limiting a prosecution; empty where nothing is recorded."""
    named = basis.stated(content)
    found = [Limit("treaty", named["agreement"])] if named["basis"] == basis.Basis.TREATY else []
    for body in bodies:
        found += [Limit(source, text) for source, text in _limits_of(body, bodies) if text.strip()]
    return tuple(dict.fromkeys(found))


def _limits_of(body: Body, bodies: Sequence[Body]) -> Iterator[tuple[str, str]]:
    data = body["data"]
    if body["step"] == "hand_over":
        yield "handover", str(data.get("speciality") or "")
    elif body["step"] == "ask_speciality_consent":
        yield "rule", str(data.get("rule") or "")
    elif body["step"] == "give_assurance":
        yield "assurance", str(data.get("undertaking") or "")
    elif body["step"] == "accept_conditions":
        offer = last(bodies, "offer_conditions") or {"data": _NOTHING}
        accepted = data.get("accepted") or ()
        yield from (("condition", c["text"]) for c in offer["data"].get("conditions") or () if c["label"] in accepted)


def _by_label(body: Body | None, name: str) -> dict[str, Mapping[str, Any]]:
    return {row["label"]: row for row in (body or {"data": _NOTHING})["data"].get(name) or ()}


def _decisions(content: Content, bodies: Sequence[Body]) -> dict[str, dict[str, str]]:
    """By the label of each offence, what was decided and why; empty where nothing is."""
    body = decided(bodies)
    step = body.get("step", "")
    labels = [offence["label"] for offence in content["offences"]]
    if step in REFUSALS or step == "record_consent":
        said = {"decision": "refused" if step in REFUSALS else "consented",
                "reasons": str(body["data"].get("reasons") or "")}  # fmt: skip
        return {label: dict(said) for label in labels}
    by = last(bodies, "offer_conditions") if step == "accept_conditions" else body
    rows = _by_label(by, "decisions") if by and step in ("grant", "offer_conditions", "accept_conditions") else {}
    return {label: {k: str(rows.get(label, {}).get(k) or "") for k in ("decision", "reasons")} for label in labels}


def _covers(decision: str, bodies: Sequence[Body]) -> Covers:
    """How far an offence on which that was decided is covered; unknown where a paper told of the surrender alone."""
    favourable = decision in ("granted", "consented")
    moved = last(bodies, "hand_over", "surrender_temporarily", "return_person")
    step = moved["step"] if moved else ""
    if step == "hand_over":
        return Covers.SURRENDERED if favourable else Covers.NOT_COVERED if decision else Covers.UNKNOWN
    if step == "surrender_temporarily" and favourable:
        return Covers.LENT
    if decision == "refused":
        return Covers.REFUSED
    if bodies and bodies[-1]["to"] in _OVER:
        return Covers.ENDED
    return _waiting(favourable, bodies)


def _waiting(favourable: bool, bodies: Sequence[Body]) -> Covers:
    if not favourable:
        return Covers.UNDECIDED
    return Covers.OFFERED if decided(bodies)["step"] == "offer_conditions" else Covers.GRANTED


def _further(bodies: Sequence[Body]) -> Iterator[Line]:
    """The offences of which consent was asked after the surrender, each with its answer (row X21)."""
    asked = [(n, body) for n, body in enumerate(bodies) if body["step"] == "ask_speciality_consent"]
    for number, (n, body) in enumerate(asked, 1):
        until = asked[number][0] if number < len(asked) else len(bodies)
        answer = last(bodies[n:until], "answer_speciality_consent")
        yield _answered(f"F{number}", body, answer)


def _answered(label: str, asked: Body, answer: Body | None) -> Line:
    given = {"yes": Covers.CONSENTED, "no": Covers.CONSENT_REFUSED}
    said = answer["data"] if answer else _NOTHING
    return Line(
        label=label,
        name=str(asked["data"].get("offence") or ""),
        covers=given.get(str(said.get("consent")), Covers.CONSENT_ASKED),
        reasons=str(said.get("explanation") or ""),
        since=str((answer or asked)["happened_on"]),
        further=True,
        rule=str(asked["data"].get("rule") or ""),
    )
