"""Confiscation and disposal: what people read of their steps, states and papers (Arts. 13(1), 14)."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "refuse_not_covered": _l("Refuse since the offence is not covered"),
    "begin_court_phase": _l("Submit the confiscation to the court or authority"),
    "notify_third_parties": _l("Record the notice to third parties"),
    "record_claims": _l("Record claims of third parties"),
    "decide_claims": _l("Record what was decided on claims"),
    "report_confiscation": _l("Report the confiscation"),
    "notify_unenforceable": _l("Tell that the order can’t be enforced any more"),
    "notify_other_states": _l("Tell which other States are asked"),
    "report_recovery": _l("Tell what was recovered elsewhere"),
    "report_realisation": _l("Report what the property brought"),
    "ask_return": _l("Ask for return"),
    "open_disposal": _l("Consult on the disposal"),
    "answer_disposal": _l("Answer on the disposal"),
    "consider_return": _l("Record how return was considered"),
    "propose_sharing": _l("Propose to share"),
    "accept_sharing": _l("Agree to share"),
    "decline_sharing": _l("Decline to share"),
    "dispose": _l("Dispose of the property"),
    "confirm_payment": _l("Confirm what arrived"),
    "close_disposed": _l("Close the case after the disposal"),
}

DOES = {
    "refuse_not_covered": _l(
        "Tells the requesting State that cooperation is refused since the Convention does not cover the offence, with the reasons."
    ),
    "begin_court_phase": _l(
        "Tells the requesting State to which court or authority the confiscation was submitted: for an order to be obtained, or for the foreign order to be enforced."
    ),
    "notify_third_parties": _l("Records which persons with an interest in the property had notice, how and when."),
    "record_claims": _l("Records who claims a right in the property. Nothing is confiscated before it is decided."),
    "decide_claims": _l("Records what was decided on the claims, and why."),
    "report_confiscation": _l(
        "Tells the requesting State what is confiscated, whole or in part, by which order of which court."
    ),
    "notify_unenforceable": _l(
        "Tells the requested State that the order has ceased to be enforceable. Nothing more is confiscated by it."
    ),
    "notify_other_states": _l(
        "Tells the requested State which other States are asked to enforce the same order, so that no more than the order is recovered over all."
    ),
    "report_recovery": _l("Tells the requested State what was recovered towards the order in another State."),
    "report_realisation": _l("Tells the requesting State what the property brought, and what that cost."),
    "ask_return": _l(
        "Asks that the property be returned, for victims to be compensated or for its owners. The requested State considers it first, as far as its law permits."
    ),
    "open_disposal": _l("Tells the requesting State what is intended with the property, and hears it before."),
    "answer_disposal": _l("Gives the requested State your opinion on what is intended with the property."),
    "consider_return": _l("Tells the requesting State how its wish for return was considered, and what came of it."),
    "propose_sharing": _l("Proposes to the other State to share the property, and in which parts."),
    "accept_sharing": _l("Agrees for your State to share as it was proposed."),
    "decline_sharing": _l("Tells the other State that it is not shared as proposed."),
    "dispose": _l("Records what goes where: what is returned, shared, contributed, kept or covers costs, and to whom."),
    "confirm_payment": _l("Confirms to the requested State what arrived."),
    "close_disposed": _l("Ends the case after the disposal."),
}

DONE = {
    "refuse_not_covered": _l("%(who)s refused the request, since the offence is not covered."),
    "begin_court_phase": _l("%(who)s submitted the confiscation to the court or authority."),
    "notify_third_parties": _l("%(who)s recorded the notice to third parties."),
    "record_claims": _l("%(who)s recorded claims of third parties."),
    "decide_claims": _l("%(who)s recorded what was decided on claims."),
    "report_confiscation": _l("%(who)s reported the confiscation."),
    "notify_unenforceable": _l("%(who)s told that the order can’t be enforced any more."),
    "notify_other_states": _l("%(who)s told which other States are asked."),
    "report_recovery": _l("%(who)s told what was recovered elsewhere."),
    "report_realisation": _l("%(who)s reported what the property brought."),
    "ask_return": _l("%(who)s asked for return."),
    "open_disposal": _l("%(who)s opened a consultation on the disposal."),
    "answer_disposal": _l("%(who)s gave an opinion on the disposal."),
    "consider_return": _l("%(who)s recorded how return was considered."),
    "propose_sharing": _l("%(who)s proposed to share."),
    "accept_sharing": _l("%(who)s agreed to share."),
    "decline_sharing": _l("%(who)s declined to share."),
    "dispose": _l("%(who)s disposed of the property."),
    "confirm_payment": _l("%(who)s confirmed what arrived."),
    "close_disposed": _l("%(who)s closed the case after the disposal."),
}

STATES = {
    "court_phase": _l("Before the court"),
    "confiscated": _l("Confiscated"),
    "realised": _l("Turned into money"),
    "disposal_consultation": _l("In consultation on the disposal"),
    "disposed": _l("Disposed of"),
}

PAPERS = {
    "coverage_refusal": _l("Refusal since the offence is not covered"),
    "confiscation_submission": _l("Notice of submission for confiscation"),
    "third_party_notice": _l("Record of notice to third parties"),
    "claim_record": _l("Record of claims of third parties"),
    "claim_decision": _l("Decision on claims of third parties"),
    "confiscation_report": _l("Report on the confiscation"),
    "order_ended": _l("Notice that an order can’t be enforced any more"),
    "several_states": _l("Notice of an order sent to several States"),
    "recovery_notice": _l("Notice of what was recovered in another State"),
    "realisation_report": _l("Report on the proceeds of sale"),
    "return_request": _l("Request for return"),
    "disposal_consultation": _l("Letter on the disposal"),
    "disposal_answer": _l("Opinion on the disposal"),
    "return_consideration": _l("Record of the consideration of return"),
    "sharing_proposal": _l("Proposal to share"),
    "sharing_agreement": _l("Agreement to share"),
    "sharing_declined": _l("Notice that it is not shared"),
    "disposal_decision": _l("Decision on the disposal"),
    "payment_certificate": _l("Certificate of payment"),
    "payment_receipt": _l("Receipt of payment"),
}
