"""The decision on an extradition: what people read of its steps, states and papers (Art. 16)."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "begin_judicial_phase": _l("Begin the judicial phase"),
    "seek_assurance": _l("Ask for an assurance"),
    "give_assurance": _l("Give the assurance"),
    "decline_assurance": _l("Decline the assurance"),
    "lapse_assurance": _l("Note that no assurance has come"),
    "refuse_extradition": _l("Refuse the extradition"),
    "refuse_for_nationality": _l("Refuse since the person is a national"),
    "ask_prosecution": _l("Ask for prosecution instead"),
    "submit_prosecution": _l("Submit the case for prosecution"),
    "report_prosecution": _l("Report the outcome of the prosecution"),
    "apply_enforcement": _l("Apply for enforcement of the sentence"),
    "decide_enforcement": _l("Decide on the enforcement"),
    "ask_for_neither": _l("Ask for neither prosecution nor enforcement"),
    "close_nationality": _l("Close the request after the refusal"),
    "grant": _l("Grant the extradition"),
}

DOES = {
    "begin_judicial_phase": _l(
        "Records, offence by offence, whether the conduct is punishable here, and passes the request on to the court or authority that decides on it."
    ),
    "seek_assurance": _l(
        "Tells the requesting State what stands in the way, and which undertaking would meet it. The request waits for the reply."
    ),
    "give_assurance": _l(
        "Undertakes for the requesting State what was asked. It binds, and the request goes back to where it was left."
    ),
    "decline_assurance": _l(
        "Tells the requested State that the undertaking can’t be given, and why. The request goes back to where it was left."
    ),
    "lapse_assurance": _l(
        "Takes the request up again after the day of the reply has passed without one. Silence alone is no ground of refusal."
    ),
    "refuse_extradition": _l(
        "Tells the requesting State that extradition is refused, with the ground and the reasons."
    ),
    "refuse_for_nationality": _l(
        "Tells the requesting State that extradition is refused for no other reason than nationality. It may then ask for prosecution, or for the enforcement of the sentence."
    ),
    "ask_prosecution": _l(
        "Asks the requested State to submit the case to its own authorities for prosecution, and hands the file over."
    ),
    "submit_prosecution": _l("Tells the requesting State to which authority the case was submitted, and when."),
    "report_prosecution": _l("Tells the requesting State what came of the prosecution."),
    "apply_enforcement": _l(
        "Asks the requested State to consider the enforcement of the sentence, or of what remains of it."
    ),
    "decide_enforcement": _l(
        "Tells the requesting State whether the sentence is enforced here, whole or in part, and under which law."
    ),
    "ask_for_neither": _l(
        "Tells the requested State that neither prosecution nor enforcement is asked. It is then released from both."
    ),
    "close_nationality": _l("Ends the case after a refusal for nationality."),
    "grant": _l("Tells the requesting State for which offences extradition is granted, and for which it is refused."),
}

DONE = {
    "begin_judicial_phase": _l("%(who)s began the judicial phase."),
    "seek_assurance": _l("%(who)s asked for an assurance."),
    "give_assurance": _l("%(who)s gave the assurance."),
    "decline_assurance": _l("%(who)s declined the assurance."),
    "lapse_assurance": _l("%(who)s noted that no assurance has come."),
    "refuse_extradition": _l("%(who)s refused the extradition."),
    "refuse_for_nationality": _l("%(who)s refused the extradition, since the person is a national."),
    "ask_prosecution": _l("%(who)s asked for prosecution instead."),
    "submit_prosecution": _l("%(who)s submitted the case for prosecution."),
    "report_prosecution": _l("%(who)s reported the outcome of the prosecution."),
    "apply_enforcement": _l("%(who)s applied for enforcement of the sentence."),
    "decide_enforcement": _l("%(who)s decided on the enforcement of the sentence."),
    "ask_for_neither": _l("%(who)s asked for neither prosecution nor enforcement."),
    "close_nationality": _l("%(who)s closed the request after the refusal for nationality."),
    "grant": _l("%(who)s granted the extradition."),
}

STATES = {
    "judicial_phase": _l("Judicial phase"),
    "assurance_sought": _l("Assurance asked for"),
    "refused_national": _l("Refused for nationality"),
    "prosecution_asked": _l("Prosecution asked for"),
    "prosecution_submitted": _l("Submitted for prosecution"),
    "prosecution_reported": _l("Prosecution reported"),
    "enforcement_asked": _l("Enforcement asked for"),
    "sentence_considered": _l("Enforcement decided on"),
    "granted": _l("Granted"),
    "granted_conditional": _l("Granted on conditions"),
}

PAPERS = {
    "authority_to_proceed": _l("Authority to proceed"),
    "assurance_request": _l("Request for an assurance"),
    "assurance": _l("Assurance"),
    "assurance_declined": _l("Notice that no assurance is given"),
    "assurance_lapsed": _l("Notice that no assurance has come"),
    "extradition_consultation": _l("Consultation letter"),
    "extradition_refusal": _l("Refusal of extradition"),
    "nationality_refusal": _l("Refusal of extradition for nationality"),
    "prosecution_request": _l("Request for prosecution"),
    "prosecution_submission": _l("Notice of submission for prosecution"),
    "prosecution_outcome": _l("Report on the prosecution"),
    "enforcement_application": _l("Application for enforcement of the sentence"),
    "enforcement_decision": _l("Decision on enforcement of the sentence"),
    "neither_asked": _l("Notice that neither prosecution nor enforcement is asked"),
    "grant": _l("Grant of extradition"),
    "conditional_grant": _l("Offer of extradition on conditions"),
}
