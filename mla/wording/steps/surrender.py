"""Surrender of a person and what follows it: what people read of its steps, states and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "record_consent": _l("Record the person’s consent"),
    "postpone_surrender": _l("Postpone the surrender"),
    "surrender_temporarily": _l("Surrender for a time"),
    "return_person": _l("Record the return of the person"),
    "close_postponed": _l("Close without surrender"),
    "arrange_surrender": _l("Propose the surrender"),
    "agree_surrender": _l("Agree to the surrender"),
    "hand_over": _l("Record the handover"),
    "close_surrendered": _l("Close the case"),
    "ask_speciality_consent": _l("Ask consent to a further prosecution"),
    "answer_speciality_consent": _l("Answer on a further prosecution"),
}

DOES = {
    "record_consent": _l(
        "Records that the person consented before a judge to be surrendered, informed and with counsel. The surrender can then be arranged without the judicial phase."
    ),
    "postpone_surrender": _l(
        "Tells the requesting State that the surrender waits, for which proceeding or sentence, and when this is looked at again."
    ),
    "surrender_temporarily": _l(
        "Surrenders the person for a time, on terms, with a day of return. The return is owed until it is recorded."
    ),
    "return_person": _l("Tells the requested State when and where the person was returned, and who took charge."),
    "close_postponed": _l("Ends a case in which the surrender waits no more and will not follow."),
    "arrange_surrender": _l(
        "Proposes place, day, hour and escort to the requesting State. A new proposal takes the place of the one before."
    ),
    "agree_surrender": _l("Tells the requested State that the proposal last made is agreed."),
    "hand_over": _l("Records who handed the person over to whom, when and where, in what health, with what property."),
    "close_surrendered": _l(
        "Ends the case and tells the requested State what came of it. What still binds outlives it in the ledger of obligations."
    ),
    "ask_speciality_consent": _l(
        "Asks the requested State to consent to the prosecution of an offence for which the person was not extradited, or to a surrender to a third State."
    ),
    "answer_speciality_consent": _l("Tells the requesting State whether consent is given."),
}

DONE = {
    "record_consent": _l("%(who)s recorded the person’s consent to the surrender."),
    "postpone_surrender": _l("%(who)s postponed the surrender."),
    "surrender_temporarily": _l("%(who)s surrendered the person for a time."),
    "return_person": _l("%(who)s recorded the return of the person."),
    "close_postponed": _l("%(who)s closed the case without surrender."),
    "arrange_surrender": _l("%(who)s proposed the surrender."),
    "agree_surrender": _l("%(who)s agreed to the surrender."),
    "hand_over": _l("%(who)s recorded the handover of the person."),
    "close_surrendered": _l("%(who)s closed the case."),
    "ask_speciality_consent": _l("%(who)s asked consent to a further prosecution."),
    "answer_speciality_consent": _l("%(who)s answered on a further prosecution."),
}

STATES = {
    "simplified": _l("Consented to surrender"),
    "surrender_postponed": _l("Surrender postponed"),
    "temporarily_surrendered": _l("Surrendered for a time"),
    "surrender_arranged": _l("Surrender proposed"),
    "surrendered": _l("Surrendered"),
}

PAPERS = {
    "consent_record": _l("Record of consent to surrender"),
    "surrender_postponement": _l("Notice of postponed surrender"),
    "temporary_surrender": _l("Terms of temporary surrender"),
    "return_record": _l("Record of return"),
    "surrender_arrangement": _l("Proposal for the surrender"),
    "surrender_agreement": _l("Agreement to the surrender"),
    "handover_record": _l("Record of handover"),
    "outcome_report": _l("Report on the outcome"),
    "speciality_request": _l("Request for consent to a further prosecution"),
    "speciality_answer": _l("Answer on a further prosecution"),
}
