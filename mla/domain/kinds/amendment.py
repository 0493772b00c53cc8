"""An amended request (row F19): a new version that takes the whole way of the first, while the request stands."""

from mla.domain import amending as am
from mla.domain import guards as g
from mla.domain.findings import GOOD_PRACTICE, THIS_SYSTEM
from mla.domain.workflow import STAYS, Role, Side, Step, Visibility

from .front import APPROVING, DIPLOMATIC, ENCLOSED, SIGNING, SUBMITTING, TRANSMITTING

RQ, RD = Side.REQUESTING, Side.REQUESTED
ACTING = Visibility.ACTING


def amendment_steps(open_states: tuple[str, ...], decided: tuple[str, ...]) -> tuple[Step, ...]:
    """Self-loops of the open states; the requested side takes up what came in after it had ``decided``."""
    return (
        Step("open_amendment", "F19", open_states, STAYS, RQ, (Role.DRAFTER,), GOOD_PRACTICE,
             (am.at_stage(""), g.given("changes", GOOD_PRACTICE)), form="open_amendment", visible_to=ACTING),
        Step("submit_amendment", "F19", open_states, STAYS, RQ, (Role.DRAFTER,), "18(15)",
             (am.at_stage("draft"), *SUBMITTING, am.says_something_new, am.items_keep_their_numbers),
             documents=("working_draft",), form="submit", visible_to=ACTING, effects=("freeze_version",)),
        Step("return_amendment", "F19", open_states, STAYS, RQ, (Role.REVIEWER, Role.SIGNATORY), GOOD_PRACTICE,
             (am.at_stage("in_review", "approved", "signed"), g.given("comment", GOOD_PRACTICE)),
             form="return_for_correction", visible_to=ACTING),
        Step("approve_amendment", "F19", open_states, STAYS, RQ, (Role.REVIEWER,), "37-40; 18(7); 18(13)",
             (am.at_stage("in_review"), *APPROVING), documents=("party_status",), form="approve", visible_to=ACTING),
        Step("sign_amendment", "F19", open_states, STAYS, RQ, (Role.SIGNATORY,), "18(14)",
             (am.at_stage("approved"), *SIGNING), documents=("request",), form="sign", visible_to=ACTING),
        Step("attach_signed_amendment", "F19", open_states, STAYS, RQ, (Role.SIGNATORY, Role.REGISTRY), "18(14)",
             (am.at_stage("signed"), g.file_attached), form="attach_signed_copy", visible_to=ACTING,
             uploads="signed_copy"),
        Step("transmit_amendment", "F19", open_states, STAYS, RQ, (Role.REGISTRY,), "18(13); 18(14)",
             (am.at_stage("signed"), *TRANSMITTING), documents=("transmission_note",), form="transmit",
             effects=("send_version",), hands_over=ENCLOSED),
        Step("transmit_amendment_by_diplomatic_channel", "F19", open_states, STAYS, RQ, (Role.REGISTRY,),
             GOOD_PRACTICE, (am.at_stage("signed"), *DIPLOMATIC), documents=("note_verbale", "transmission_note"),
             form="transmit_by_diplomatic_channel", effects=("send_version",), hands_over=ENCLOSED),
        Step("drop_amendment", "F19", open_states, STAYS, RQ, (Role.SIGNATORY, Role.REVIEWER), THIS_SYSTEM,
             (am.at_stage("draft", "in_review", "approved", "signed"), g.given("reason", THIS_SYSTEM)),
             form="drop_amendment", visible_to=ACTING),
        Step("examine_amendment", "F19", decided, "examination", RD, (Role.DECIDER, Role.REGISTRY), GOOD_PRACTICE,
             (am.amendment_came_in,), form="examine_amendment"),
    )  # fmt: skip
