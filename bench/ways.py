"""The cases of which a bench is filled: a way through the table of steps for each state of each kind.

A step that ends in ``!`` is taken with the answers of ``SHORT``; ``+30`` lets thirty days pass; ``record:`` is an act
of an authority on paper. Each way stays within ten entries.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mla.domain.assets.content import ENFORCE, TRACE
from tests import extraditions, factories
from tests.domain.extradition_cases import complete

#: Answers that come due within the case, so that what nobody answered can lapse.
SHORT: Mapping[str, Mapping[str, Any]] = {
    "request_information": {"due_on": "2026-03-20"},
    "remind_information": {"due_on": "2026-04-20"},
    "open_consultation": {"reply_on": "2026-03-20"},
}
URGENT = {"deadline": factories.SECTIONS["deadline"] | {"urgent": True, "urgency_reasons": "The money is moving."}}
CONVICTED = {"file": complete()["file"] | {
    "sort": "conviction", "judgment_by": "Court of Brasília", "judgment_on": "2025-01-05", "sentence": "ten years",
    "remaining": "nine years", "enforceable": True,
}}  # fmt: skip
SENT = "submit approve sign transmit"
EXAMINED = f"{SENT} acknowledge open_examination"
ASKED = f"{EXAMINED} request_information"
JUDGED = f"{EXAMINED} begin_judicial_phase"
#: What all kinds have in common.
SHARED = (
    "", "submit", "submit approve", "submit approve sign", "submit abandon", SENT, f"{SENT} acknowledge",
    f"{SENT} acknowledge withdraw", f"{SENT} withdraw close_withdrawn",
)  # fmt: skip
WORKED_ON = (EXAMINED, ASKED, f"{EXAMINED} request_information! +30 remind_information! +30 lapse_information",
             f"{SENT} acknowledge redirect", f"{SENT} acknowledge redirect close_redirected")  # fmt: skip
CONSULTED = (f"{EXAMINED} open_consultation", f"{EXAMINED} open_consultation offer_conditions",
             f"{EXAMINED} open_consultation! +30 postpone")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One case: its kind, its steps after the first, whether it goes to an authority on paper, what it says besides."""

    kind: str
    steps: str
    on_paper: bool = False
    sections: Mapping[str, Any] = field(default_factory=dict)


def _of(kind: str, *ways: str, **more: Any) -> tuple[Way, ...]:
    return tuple(Way(kind, steps, **more) for steps in ways)


ASSISTANCE = (
    *_of("assistance", *SHARED, *WORKED_ON, *CONSULTED, f"{EXAMINED} accept", f"{EXAMINED} accept mandate_execution",
         f"{EXAMINED} accept mandate_execution report_execution",
         f"{EXAMINED} accept mandate_execution report_partial_execution",
         f"{EXAMINED} accept mandate_execution report_nil_execution",
         f"{EXAMINED} refuse", f"{EXAMINED} refuse close_refused"),
    *_of("assistance", "submit approve notify_orally", sections=URGENT),
    *_of("assistance", f"{SENT} record:accept record:send_results",
         f"{SENT} record:accept record:send_results confirm_results",
         f"{SENT} record:accept record:send_results confirm_results close", on_paper=True),
)  # fmt: skip
EXTRADITION = (
    *_of("extradition", *SHARED, *WORKED_ON, f"{EXAMINED} open_consultation", f"{EXAMINED} seek_assurance", JUDGED,
         f"{JUDGED} grant", f"{JUDGED} grant arrange_surrender", f"{JUDGED} grant postpone_surrender",
         f"{JUDGED} offer_conditions", f"{JUDGED} offer_conditions accept_conditions", f"{EXAMINED} record_consent",
         f"{EXAMINED} refuse_extradition", f"{EXAMINED} refuse_extradition close_refused",
         f"{EXAMINED} refuse_for_nationality", f"{EXAMINED} refuse_for_nationality ask_prosecution",
         f"{EXAMINED} refuse_for_nationality ask_prosecution submit_prosecution"),
    *_of("extradition", f"{EXAMINED} refuse_for_nationality apply_enforcement",
         f"{EXAMINED} refuse_for_nationality apply_enforcement decide_enforcement", sections=CONVICTED),
    *_of("extradition", f"{SENT} record:grant record:arrange_surrender agree_surrender record:hand_over",
         f"{SENT} record:grant record:postpone_surrender record:surrender_temporarily",
         f"{SENT} record:refuse_for_nationality ask_prosecution record:submit_prosecution record:report_prosecution",
         on_paper=True),
)  # fmt: skip
ARREST = (
    *_of("provisional_arrest", *SHARED, f"{SENT} order_arrest", f"{SENT} acknowledge decline_arrest",
         f"{SENT} acknowledge order_arrest end_arrest", f"{SENT} acknowledge order_arrest end_arrest close_arrest"),
)  # fmt: skip
ASSETS = (
    *_of("assets", *SHARED, *WORKED_ON, *CONSULTED, f"{EXAMINED} open_consultation offer_conditions accept_conditions",
         f"{EXAMINED} refuse", f"{EXAMINED} submit_freeze", f"{EXAMINED} submit_freeze report_freeze",
         f"{EXAMINED} submit_freeze report_denial"),
    *_of("assets", "submit approve notify_orally", sections=URGENT),
    *_of("assets", f"{EXAMINED} begin_tracing", f"{EXAMINED} begin_tracing report_tracing", sections={"stage": TRACE}),
    *_of("assets", f"{EXAMINED} begin_court_phase", f"{EXAMINED} begin_court_phase report_confiscation",
         f"{EXAMINED} begin_court_phase report_confiscation report_realisation",
         f"{EXAMINED} begin_court_phase report_confiscation ask_return",
         f"{EXAMINED} begin_court_phase report_confiscation dispose", sections={"stage": ENFORCE}),
    *_of("assets", f"{SENT} record:report_freeze record:lift_freeze record:end_freeze", on_paper=True),
)  # fmt: skip
WAYS = (*ASSISTANCE, *EXTRADITION, *ARREST, *ASSETS)
CUSTODY = extraditions.CUSTODY
