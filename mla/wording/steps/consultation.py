"""Consultation, conditions, refusal and postponement: what people read of its steps, states and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "refuse": _l("Refuse the request"),
    "open_consultation": _l("Open a consultation"),
    "answer_consultation": _l("Answer the consultation"),
    "end_consultation": _l("End the consultation"),
    "offer_conditions": _l("Offer conditions"),
    "accept_conditions": _l("Accept the conditions"),
    "decline_conditions": _l("Decline the conditions"),
    "lapse_offer": _l("Let the offer lapse"),
    "refuse_after_consultation": _l("Refuse after the consultation"),
    "postpone": _l("Postpone the execution"),
    "resume": _l("Resume the examination"),
    "accept_in_part": _l("Accept in part"),
}

DOES = {
    "refuse": _l("Tells the requesting State that assistance is refused, with the ground and the reasons."),
    "open_consultation": _l(
        "Tells the requesting State what is intended and on which ground, and hears it before anything is decided."
    ),
    "answer_consultation": _l("Gives the requested State your opinion and information. The consultation goes on."),
    "end_consultation": _l(
        "Tells the requesting State that nothing stands in the way any more, and returns the request to where it was left."
    ),
    "offer_conditions": _l("Tells the requesting State on which conditions what it asks would be granted."),
    "accept_conditions": _l(
        "Undertakes for the requesting State to comply with every condition. It binds, and the request is met as it was offered."
    ),
    "decline_conditions": _l(
        "Tells the requested State that the conditions are not accepted. It decides what follows."
    ),
    "lapse_offer": _l(
        "Takes the request up again where the offer was made, after the day of the reply has passed without one."
    ),
    "refuse_after_consultation": _l(
        "Tells the requesting State that assistance is refused, with the ground, the consultation held and the reasons."
    ),
    "postpone": _l("Tells the requesting State that the execution waits, why, and when this is looked at again."),
    "resume": _l("Tells the requesting State that the request is examined again."),
    "accept_in_part": _l(
        "Tells the requesting State which items will be executed and which are refused, with ground and reasons for each."
    ),
}

DONE = {
    "refuse": _l("%(who)s refused the request."),
    "open_consultation": _l("%(who)s opened a consultation."),
    "answer_consultation": _l("%(who)s gave an opinion in the consultation."),
    "end_consultation": _l("%(who)s ended the consultation: nothing stands in the way."),
    "offer_conditions": _l("%(who)s offered conditions."),
    "accept_conditions": _l("%(who)s accepted the conditions."),
    "decline_conditions": _l("%(who)s declined the conditions."),
    "lapse_offer": _l("%(who)s let the offer lapse."),
    "refuse_after_consultation": _l("%(who)s refused the request after a consultation."),
    "postpone": _l("%(who)s postponed the execution."),
    "resume": _l("%(who)s resumed the examination."),
    "accept_in_part": _l("%(who)s accepted the request in part."),
}

STATES = {
    "consultation": _l("In consultation"),
    "conditions_offered": _l("Conditions offered"),
    "postponed": _l("Postponed"),
    "refused": _l("Refused"),
}

PAPERS = {
    "refusal": _l("Refusal notice"),
    "consultation": _l("Consultation letter"),
    "consultation_answer": _l("Opinion in the consultation"),
    "consultation_end": _l("Notice of the end of the consultation"),
    "conditional_offer": _l("Offer of assistance on conditions"),
    "undertaking": _l("Undertaking to comply with conditions"),
    "conditions_declined": _l("Notice that conditions are not accepted"),
    "offer_lapsed": _l("Notice that an offer has lapsed"),
    "postponement": _l("Notice of postponement"),
    "resumption": _l("Notice of resumption"),
    "partial_acceptance": _l("Notice of acceptance in part"),
}
