"""What becomes of confiscated property (Art. 14): rows A12 to A14 of the treaty digest."""

from mla.domain import guards as g
from mla.domain.assets import counting as n
from mla.domain.assets import disposing as d
from mla.domain.assets import interests as i
from mla.domain.assets.answers import told
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.obligations import rules as o
from mla.domain.workflow import STAYS, Role, Side, Step

from .restraint import RD, RQ

STATES = ("realised", "disposal_consultation", "disposed")
_HELD = ("confiscated", "realised")
_OPEN = (*_HELD, "disposal_consultation")
#: What was disposed of in part is still sold, considered and disposed of for the rest.
_LEFT = (*_OPEN, "disposed")
_EITHER = (Role.SIGNATORY, Role.DECIDER)

STEPS = (
    Step("report_realisation", "A12", _LEFT, "realised", RD, (Role.EXECUTOR,), "14(1)",
         (d.realisation_told, n.readable("assets", "amount", "costs", "interest"), n.sold_after_confiscation,
          g.not_future("realised_on")), documents=("realisation_report",),
         form="report_realisation", uploads="supplement"),
    Step("ask_return", "A13", _OPEN, "disposal_consultation", RQ, (Role.SIGNATORY,), "14(2)",
         (d.return_stated,), documents=("return_request",), form="ask_return", uploads="supplement"),
    Step("open_disposal", "A13", _HELD, "disposal_consultation", RD, (Role.DECIDER,), "14(2); 14(3)",
         (told("intention_told", "14(3)", "intention"), g.not_past("reply_on")), documents=("disposal_consultation",),
         form="open_disposal"),
    Step("answer_disposal", "A13", ("disposal_consultation",), STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (g.given("opinion", GOOD_PRACTICE),), documents=("disposal_answer",), form="answer_disposal",
         uploads="supplement"),
    Step("consider_return", "A14", _LEFT, STAYS, RD, (Role.DECIDER,), "14(2)",
         (d.return_considered,), documents=("return_consideration",), form="consider_return"),
    Step("propose_sharing", "A14", _OPEN, STAYS, Side.EITHER, _EITHER, "14(3)(b)",
         (d.sharing_free,), documents=("sharing_proposal",), form="propose_sharing"),
    Step("accept_sharing", "A14", _OPEN, STAYS, Side.EITHER, _EITHER, "14(3)(b)",
         (d.sharing_proposed, g.given("capacity", GOOD_PRACTICE)), documents=("sharing_agreement",),
         form="accept_sharing"),
    Step("decline_sharing", "A14", _OPEN, STAYS, Side.EITHER, _EITHER, "14(3)(b)",
         (d.sharing_proposed,), documents=("sharing_declined",), form="decline_sharing"),
    Step("dispose", "A14", _LEFT, "disposed", RD, (Role.DECIDER,), "14(1)-(3)",
         (d.disposed, n.listed("lines"), n.readable("lines", "amount"), n.balanced, i.claims_decided,
          d.return_first, d.sharing_agreed, told("law_told", "14(1)", "law"), g.not_future("paid_on")),
         documents=("disposal_decision", "payment_certificate"), form="dispose", uploads="proof"),
    Step("confirm_payment", "A14", ("disposed",), STAYS, RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (g.inventory_checked,), documents=("payment_receipt",), form="confirm_payment"),
    Step("close_disposed", "rule 7", ("disposed",), "closed", RQ, (Role.SIGNATORY,), GOOD_PRACTICE,
         (o.nothing_undone, n.nothing_left, g.given("outcome", GOOD_PRACTICE)), documents=("closing_note",),
         form="close_refused"),
)  # fmt: skip
