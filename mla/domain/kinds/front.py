"""The front end that all kinds share: from the first draft to the examination (rows F of the treaty digest)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mla.domain import guards as g
from mla.domain import receipt as r
from mla.domain.basis import gate
from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM
from mla.domain.obligations import rules as o
from mla.domain.workflow import NEW, RETURNS, STAYS, Guard, Role, Side, Step, Visibility

RQ, RD = Side.REQUESTING, Side.REQUESTED
ACTING = Visibility.ACTING

BEFORE_SENDING = ("draft", "in_review", "approved", "signed")
INTERNAL = frozenset({NEW, *BEFORE_SENDING, "abandoned"})
FINAL = frozenset({"closed", "abandoned"})

#: The guards of the way to the other side, for a first version and for an amended one alike.
SUBMITTING = (g.complete, g.in_scope, g.regime, g.channel, g.language, g.deadline_ahead)
APPROVING = (g.party, g.protocols, g.in_scope, g.regime, g.channel, g.reviewer_did_not_draft, g.same_version)
SIGNING = (g.signatory_is_third, g.same_version, g.deadline_ahead, g.given("place", GOOD_PRACTICE))
TRANSMITTING = (g.party, g.protocols, g.in_scope, g.regime, gate.by_central_authority, g.channel, g.language,
                g.authentic, g.same_version, g.given("channel", GOOD_PRACTICE))  # fmt: skip
#: The way that stays when the Convention does not bind both: a treaty or reciprocity, through the foreign ministries.
DIPLOMATIC = (gate.rests_on_other, g.regime, g.channel, g.language, g.authentic, g.same_version, gate.sender_is_new,
              g.given("channel", GOOD_PRACTICE))  # fmt: skip
#: What passes to the other side when a request is sent.
ENCLOSED = ("request", "party_status", "signed_copy")

FIRST_STEPS = (
    Step("draft", "F1", (NEW,), "draft", RQ, (Role.DRAFTER,), THIS_SYSTEM, (g.two_states,),
         documents=("working_draft",), visible_to=ACTING, effects=("take_reference",)),
    Step("submit", "F2", ("draft",), "in_review", RQ, (Role.DRAFTER,), "18(15)",
         SUBMITTING, documents=("working_draft",), form="submit", visible_to=ACTING, effects=("freeze_version",)),
    Step("return_for_correction", "F3", ("in_review",), "draft", RQ, (Role.REVIEWER,), GOOD_PRACTICE,
         (g.given("comment", GOOD_PRACTICE),), form="return_for_correction", visible_to=ACTING),
    Step("approve", "F4", ("in_review",), "approved", RQ, (Role.REVIEWER,), "37-40; 18(7); 18(13)",
         APPROVING, documents=("party_status",), form="approve", visible_to=ACTING),
    Step("recall", "F4b", ("approved", "signed"), "draft", RQ, (Role.REVIEWER, Role.SIGNATORY), GOOD_PRACTICE,
         (g.given("reason", GOOD_PRACTICE),), form="recall", visible_to=ACTING),
    Step("sign", "F5a", ("approved",), "signed", RQ, (Role.SIGNATORY,), "18(14)",
         SIGNING, documents=("request",), form="sign", visible_to=ACTING),
    Step("attach_signed_copy", "F5a", ("signed",), STAYS, RQ, (Role.SIGNATORY, Role.REGISTRY), "18(14)",
         (g.file_attached,), form="attach_signed_copy", visible_to=ACTING, uploads="signed_copy"),
    Step("transmit", "F5b", ("signed",), "transmitted", RQ, (Role.REGISTRY,), "18(13); 18(14)",
         TRANSMITTING, documents=("transmission_note",), form="transmit", effects=("send_version",),
         hands_over=ENCLOSED),
    Step("transmit_by_diplomatic_channel", "F5c", ("signed",), "transmitted", RQ, (Role.REGISTRY,), GOOD_PRACTICE,
         DIPLOMATIC, documents=("note_verbale", "transmission_note"), form="transmit_by_diplomatic_channel",
         effects=("send_version",), hands_over=ENCLOSED),
    Step("abandon", "F14", BEFORE_SENDING, "abandoned", RQ, (Role.SIGNATORY,), THIS_SYSTEM,
         (g.given("reason", THIS_SYSTEM),), form="abandon", visible_to=ACTING),
    Step("acknowledge", "F8", ("transmitted",), "received", RD, (Role.REGISTRY,), GOOD_PRACTICE,
         (r.keep_status, g.given("received_on", GOOD_PRACTICE), g.received_after_sending, g.not_future("received_on"),
          g.not_past("next_answer_on")),
         documents=("acknowledgement",), form="acknowledge", effects=("take_reference",)),
    Step("open_examination", "F9", ("received",), "examination", RD, (Role.REGISTRY,), "18(13)",
         (g.examiner_assigned,), form="open_examination", visible_to=ACTING, effects=("assign_examiner",)),
)  # fmt: skip


def with_rules(steps: Iterable[Step], rules: Mapping[Guard, Guard]) -> tuple[Step, ...]:
    """The steps with a kind's own rules in place of those on assistance."""
    return tuple(replace(step, guards=tuple(rules.get(rule, rule) for rule in step.guards)) for step in steps)


def information_steps(sources: tuple[str, ...]) -> tuple[Step, ...]:
    """Additional information is asked for from ``sources`` and supplied back to the state that was left (18(16))."""
    return (
        Step("request_information", "F11", sources, "info_requested", RD, (Role.REVIEWER,), "18(16)",
             (g.questions_asked,), documents=("information_request",), form="request_information"),
        Step("supply_information", "F12", ("info_requested", "lapsed_info"), RETURNS, RQ, (Role.SIGNATORY,), "18(16)",
             (g.questions_answered,), documents=("supplementary_information",), form="supply_information",
             uploads="supplement"),
    )  # fmt: skip


def closing_steps(open_states: tuple[str, ...], states: tuple[str, ...]) -> tuple[Step, ...]:
    """Withdrawal from any open state after transmission, closure of what ended, correction of a record."""
    everybody = tuple(Role)
    return (
        Step("withdraw", "F14b", open_states, "withdrawn", RQ, (Role.SIGNATORY,), "18(24)",
             documents=("withdrawal",), form="withdraw"),
        Step("close_refused", "rule 7", ("refused",), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
             (o.nothing_undone, g.given("outcome", GOOD_PRACTICE),), documents=("closing_note",), form="close_refused"),
        Step("close_withdrawn", "rule 7", ("withdrawn",), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
             (o.nothing_undone, g.given("outcome", GOOD_PRACTICE),), documents=("closing_note",),
             form="close_withdrawn"),
        Step("correct_record", "F18", tuple(s for s in states if s != NEW), STAYS, Side.EITHER, everybody,
             THIS_SYSTEM, (g.correction_named,), form="correct_record", effects=("as_corrected",)),
    )  # fmt: skip
