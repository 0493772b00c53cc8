"""An urgent request: made orally or through INTERPOL, confirmed in writing forthwith (rows F6 and F7)."""

from mla.domain import guards as g
from mla.domain import urgent as u
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.workflow import STAYS, Role, Side, Step, Visibility

from .front import ENCLOSED, TRANSMITTING

RQ = Side.REQUESTING
ACTING = Visibility.ACTING

#: The other side knows that a request is made, and waits for the letter.
STATE = "oral_notified"
_GATE = (g.party, g.protocols, g.in_scope, g.regime, g.channel, g.signatory_is_third, g.same_version)
_TOLD = tuple(g.given(name, GOOD_PRACTICE) for name in ("told_at", "told_to", "told_by", "said"))

URGENT = (
    Step("notify_orally", "F6", ("approved",), STATE, RQ, (Role.SIGNATORY,), "18(13); 18(14)",
         (u.on_the_convention, *_GATE, g.deadline_ahead, u.urgent, u.agreed, g.not_future("agreed_on"), *_TOLD),
         documents=("oral_note",), form="notify_orally", effects=("tell",)),
    Step("sign_confirmation", "F7", (STATE,), STAYS, RQ, (Role.SIGNATORY,), "18(14)",
         (u.not_signed_yet, g.signatory_is_third, g.same_version, u.deadline_noted, g.given("place", GOOD_PRACTICE)),
         documents=("request",), form="sign", visible_to=ACTING),
    Step("attach_signed_confirmation", "F7", (STATE,), STAYS, RQ, (Role.SIGNATORY, Role.REGISTRY), "18(14)",
         (u.signed, g.file_attached), form="attach_signed_copy", visible_to=ACTING, uploads="signed_copy"),
    Step("confirm_in_writing", "F7", (STATE,), "transmitted", RQ, (Role.REGISTRY,), "18(13); 18(14)",
         (u.on_the_convention, u.forthwith, g.complete, u.deadline_noted, u.three_people, *TRANSMITTING),
         documents=("transmission_note",),
         form="transmit", effects=("send_version",), hands_over=ENCLOSED),
)  # fmt: skip
