"""The sentences of consultation, conditions, refusal and postponement; and the words of the table of grounds."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "refusal.dual_criminality": _l("The absence of dual criminality may carry a refusal."),
    "refusal.conformity": _l("That the request is not in conformity with the article may carry a refusal, after a consultation."),
    "refusal.essential_interests": _l("Prejudice to sovereignty, security, public order or other essential interests may carry a refusal, after a consultation."),
    "refusal.domestic_prohibition": _l("A prohibition of domestic law for a similar offence may carry a refusal, after a consultation."),
    "refusal.legal_system": _l("That assistance would be contrary to the law on mutual legal assistance may carry a refusal, after a consultation."),
    "refusal.outside_scope": _l("A request outside the scope of the article is treated by this system as one that is not in conformity with it: it may be refused after a consultation."),
    "refusal.never.bank_secrecy": _l("Bank secrecy is never a ground to decline."),
    "refusal.between_parties.bank_secrecy": _l("Both States are parties to the Convention, under which bank secrecy is no ground to decline: this system lets neither use it against the other, on reciprocity either."),
    "refusal.never.fiscal": _l("That the offence also involves fiscal matters is never the sole ground of a refusal."),
    "refusal.through.discrimination": _l("Discrimination is no ground of its own in the article: where it is one of prejudice to essential interests, or of the law on mutual legal assistance, choose that ground."),
    "refusal.through.condition": _l("A condition of domestic law, such as lapse of time, an earlier judgment for the same act or a penalty that can’t be accepted, is no ground of its own in the article: where it is one of prohibition by domestic law, or of the law on mutual legal assistance, choose that ground."),
    "refusal.through.political_offence": _l("That the offence is political is no ground of its own in the article: where domestic law makes it one, choose prohibition by domestic law or the law on mutual legal assistance."),
    "refusal.through.de_minimis": _l("That the matter is slight is no ground of its own in the article: where domestic law makes it one, choose prohibition by domestic law or the law on mutual legal assistance."),
    "refusal.through.costs": _l("Costs carry no refusal: where they are substantial or extraordinary, the States consult on the terms and on who bears them."),
    "refusal.ask_first": _l("No additional information has been asked. This system advises to ask for what is missing before a request is held not to be in conformity with the article."),
    "refusal.postpone_only": _l("That the execution interferes with an ongoing proceeding may carry a postponement, not a refusal."),
    "refusal.consult_first": _l("A refusal under Art. %(article)s needs a consultation with the requesting State first."),
    "refusal.ground.missing": _l("Choose the ground of the refusal."),
    "refusal.ground.unknown": _l("This is none of the grounds on which the article lets assistance be refused."),
    "consultation.none": _l("No consultation with the requesting State is open: open one before refusing or postponing on this ground."),
    "consultation.other_ground": _l("The requesting State was consulted on another ground: end this consultation and open one on this ground."),
    "consultation.replied": _l("The requesting State was consulted from %(opened_on)s on, and has replied."),
    "consultation.no_reply": _l("The requesting State was consulted from %(opened_on)s on; it did not reply by %(reply_on)s."),
    "consultation.reply_awaited": _l("The requesting State has until %(reply_on)s to reply to the consultation, and has not yet."),
    "consultation.no_day": _l("The requesting State was consulted from %(opened_on)s on; the record holds no day for its reply."),
    "consultation.not_owed": _l("No consultation is owed before assistance is declined for want of dual criminality."),
    "conditions.none_offered": _l("No conditions are offered."),
    "offer.reply_awaited": _l("The requesting State has until %(reply_on)s to reply to the offer."),
    "step.grounds.missing": _l("Choose what is intended: at least one ground, or postponement."),
    "step.circumstances.missing": _l("State the facts on which the intention rests."),
    "step.helpful_conditions.missing": _l("Say which conditions would allow the assistance, or that you see none."),
    "step.reply_on.missing": _l("Give the day by which a reply is asked."),
    "step.reply_on.past": _l("The day of the reply, %(reply_on)s, has passed: give a later one."),
    "step.opinion.missing": _l("Give your opinion or information."),
    "step.conditions.missing": _l("List at least one condition."),
    "step.conditions.no_text": _l("Condition %(number)s: write the condition."),
    "step.accepted.missing": _l("Accept condition %(label)s: an offer is accepted as a whole or declined."),
    "step.capacity.missing": _l("Say in which capacity you bind the State."),
    "step.consultation_outcome.missing": _l("Record the outcome of the consultation."),
    "step.proceeding.missing": _l("Choose with what the execution would interfere: an ongoing investigation, prosecution or judicial proceeding."),
    "step.interference.missing": _l("Say how the execution would interfere with it."),
    "step.review_on.missing": _l("Give the day on which the postponement is looked at again."),
    "step.review_on.past": _l("The day of review, %(review_on)s, is not yet to come: give a later one."),
    "step.obstacle_gone.missing": _l("The day of review has not come: say why nothing stands in the way any more."),
    "step.decisions.missing": _l("Item %(label)s: choose whether it is accepted or refused."),
    "step.decisions.not_in_part": _l("An acceptance in part accepts at least one item and refuses at least one; otherwise accept or refuse the whole."),
    "step.decisions.no_discretion": _l("Item %(label)s: say why assistance is not given all the same."),
    "step.decisions.no_reasons": _l("Item %(label)s: give the reasons of the refusal."),
    "step.items.no_outcome": _l("Item %(label)s: say whether it was done, partly done or not done."),
    "step.items.not_searched": _l("Item %(label)s: say what was tried for what was not obtained."),
    "step.items.not_in_part": _l("An execution in part obtains something and leaves something; otherwise report the execution or that nothing was obtained."),
    "step.searches.not_searched": _l("Item %(label)s: say what was searched or tried."),
    "step.searches.no_obstacle": _l("Item %(label)s: say why nothing was obtained."),
    "step.enquiry.missing": _l("Say what you want to know."),
    "step.progress.missing": _l("Say how far the request is."),
    "step.expenses.missing": _l("State the expenses that are foreseen."),
    "step.proposal.missing": _l("Propose on which terms the request is executed and how the costs are borne."),
    "step.competent_authority.missing": _l("Name the authority that is competent."),
    "step.choice.missing": _l("Choose whether the request goes on or is limited."),
    "step.limits.missing": _l("Say to what the request is limited."),
    "confidentiality.no_notice": _l("The requested State has given no notice that confidentiality can’t be kept."),
    "information.not_due": _l("The information is asked by %(due_on)s: that day has not passed."),
    "information.not_reminded": _l("No reminder of the information was sent."),
    "information.silence": _l("Silence alone is no ground of refusal: a consultation must name the requirement of the article that is not met."),
}  # fmt: skip

#: What a ground may do.
USES = {
    "refuse": _l("a refusal"),
    "postpone": _l("a postponement only"),
    "through": _l("nothing by itself"),
    "never": _l("nothing, ever"),
}
#: Before and with the decision.
OWED = {
    "shall": _l("owed"),
    "good practice": _l("good practice"),
    "where appropriate": _l("where appropriate"),
    "": _l("–"),
}
#: Where the case stands on a ground.
STANDS = {
    "open": _l("Open now"),
    "consult": _l("Open a consultation first"),
    "awaited": _l("Consultation open: the reply is awaited"),
    "other": _l("Not part of the open consultation"),
    "through": _l("Only through the paragraph named"),
    "never": _l("Closed for good"),
}
#: As ``STANDS``, where a consultation is owed where appropriate.
STANDS_WHERE_APPROPRIATE = {
    "consult": _l("Consult first, or say why that was not appropriate"),
    "other": _l("Not part of the open consultation: consult on it, or say why that was not appropriate"),
}
#: The grounds that are never one, as the table names them.
NEVER = {
    "bank_secrecy": _l("bank secrecy"),
    "fiscal": _l("that the offence also involves fiscal matters, as sole ground"),
}
#: What is no ground of its own, as the table names it.
THROUGH = {
    "discrimination": _l("discrimination, in purpose or effect"),
    "condition": _l("a condition of domestic law, such as lapse of time or an earlier judgment for the same act"),
    "political_offence": _l("that the offence is political"),
    "de_minimis": _l("that the matter is slight"),
    "costs": _l("costs"),
}
#: As ``THROUGH``, of a request for a person.
THROUGH_A_CONDITION = {
    "essential_interests": _l("sovereignty, security, public order or other essential interests"),
    "domestic_prohibition": _l("a prohibition of domestic law for a similar offence"),
    "political_offence": THROUGH["political_offence"],
    "de_minimis": THROUGH["de_minimis"],
    "proceeding": _l(
        "an ongoing proceeding or a sentence in the requested State; the surrender may be postponed for it"
    ),
}
